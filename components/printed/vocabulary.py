"""The words of printed tokens: numerals, scales, units, hedges, in the languages of the sources.

Tables only, in small letters; a star ends a stem ("тонн*" is тонна, тонн, тоннами …).
"""

NUMERALS = {
    1: "one один одна одно одного одной одним одне bir un une uno una ein eine einen einer бір",
    2: "two два две двух двум двумя дві двох iki deux due dos dois duas zwei екі",
    3: "three три трех трёх трем тремя трьох üç trois tre tres três drei үш",
    4: "four четыре четырех четырёх чотири чотирьох dörd dört quatre quattro cuatro quatro vier төрт",
    5: "five пять пяти п'ять п'яти beş cinq cinque cinco fünf бес",
    6: "six шесть шести шість altı sei seis sechs алты",
    7: "seven семь семи сім yeddi yedi sept sette siete sete sieben жеті",
    8: "eight восемь восьми вісім səkkiz sekiz huit otto ocho oito acht сегіз",
    9: "nine девять девяти дев'ять дев'яти doqquz dokuz neuf nove nueve neun тоғыз",
    10: "ten десять десяти on dix dieci diez dez zehn tíz он",
    11: "eleven одиннадцать одиннадцати одинадцять onze undici elf",
    12: "twelve двенадцать двенадцати дванадцять douze dodici doce doze zwölf",
    13: "thirteen тринадцать тринадцати тринадцять treize tredici dreizehn",
    14: "fourteen четырнадцать четырнадцати чотирнадцять quatorze quattordici vierzehn",
    15: "fifteen пятнадцать пятнадцати п'ятнадцять quinze quindici fünfzehn",
    16: "sixteen шестнадцать шестнадцати шістнадцять seize sedici sechzehn",
    17: "seventeen семнадцать семнадцати сімнадцять siebzehn",
    18: "eighteen восемнадцать восемнадцати вісімнадцять achtzehn",
    19: "nineteen девятнадцать девятнадцати дев'ятнадцять neunzehn",
    20: "twenty двадцать двадцати двадцять iyirmi yirmi vingt venti veinte vinte zwanzig жиырма",
    30: "thirty тридцать тридцати тридцять otuz trente trenta treinta trinta dreißig отыз",
    40: "forty сорок сорока qırx kırk quarante quaranta cuarenta quarenta vierzig қырық",
    50: "fifty пятьдесят пятидесяти п'ятдесят əlli elli cinquante cinquanta cincuenta fünfzig елу",
    60: "sixty шестьдесят шестидесяти шістдесят altmış soixante sessanta sesenta sechzig алпыс",
    70: "seventy семьдесят семидесяти сімдесят yetmiş settanta setenta siebzig жетпіс",
    80: "eighty восемьдесят восьмидесяти вісімдесят səksən seksen ottanta ochenta oitenta achtzig сексен",
    90: "ninety девяносто девяноста дев'яносто doxsan doksan novanta noventa neunzig тоқсан",
    100: "сто ста cento cien",
    200: "двести двухсот двісті двохсот",
    300: "триста трехсот трёхсот трьохсот",
    400: "четыреста четырехсот четырёхсот чотириста",
    500: "пятьсот пятисот п'ятсот",
    600: "шестьсот шестисот шістсот",
    700: "семьсот семисот сімсот",
    800: "восемьсот восьмисот вісімсот",
    900: "девятьсот девятисот дев'ятсот",
}
# numerals that are common words in other languages
NUMERAL_ONLY_IN = {"on": ("az", "tr"), "он": ("kk",)}

FRACTIONS = {
    "0.25": "quarter четверть четверти чверть",
    "0.5": "half yarım половина половины halbe halben",
    "1.5": "полтора полторы полутора півтора anderthalb",
}
# numbers that are written in one word with the scale, beside the numerals: "полмиллиарда"
JOINED = {"пол": "0.5", "пів": "0.5"}
SHORTEST_JOINED_SCALE = 4
# power of ten: words
SCALES = {
    3: "thousand* thsd k тыс тысяч* тис тисяч* min bin mila mille tausend* tsd tys tysią* tysię* mie mii"
    " хиляд* мың ათას* հազար* هزار ezer",
    6: "million* mln mn mio mill m mm milyon* млн миллион* мільйон* милион* milion* millón millones milhão"
    " milhões milioane მლნ მილიონ* մլն միլիոն* میلیون millió",
    9: "billion* bn bln b milliard* mlrd mld mrd mds md млрд мрлд миллиард* мільярд* милиард* milyard*"
    " milyar* miliard* milliárd* bilhão bilhões მლრდ მილიარდ* մլրդ միլիարդ* میلیارد",
    12: "trillion* trn trln trilyon* трлн триллион* трильйон* трилион* billionen billón billones ტრილიონ*",
    15: "billiarden",
    18: "trillionen",
}
# words that are another scale, or none, in some languages: word -> language (None: not known) -> power of ten
CLASHES: dict[str, dict[str | None, int | None]] = {
    "min": {"en": None},
    "bin": {"en": None, "de": None},
    "mil": {"es": 3, "pt": 3, "en": 6, "ro": 6},
    "billion": {"fr": 12, "de": 12},
    "billions": {"fr": 12},
    "trillion": {"fr": 18, "de": 18},
    "trillions": {"fr": 18},
}
# base, power of ten: words
UNITS = {
    ("USD", 0): "$ us$ usd dollar* dolar* dólar* doll долл доллар* долар* დოლარ* դոլար* دلار",
    ("EUR", 0): "€ eur euro euros euró eurós eurót евро євро avro ევრო",
    ("GBP", 0): "£ gbp sterling",
    ("AZN", 0): "₼ azn manat* манат*",
    ("KZT", 0): "₸ kzt tenge тенге теңге",
    ("RUB", 0): "₽ rub руб рубл* rubl* rouble* ruble*",
    ("TRY", 0): "₺ try tl lirə lira lirası",
    ("GEL", 0): "₾ gel lari лари ლარ*",
    ("percent", 0): "% percent pct процент* відсотк* faiz* prozent yüzde пайыз*",
    ("tonnes", 0): "t т ton* тон* mt ტონ* տոննա*",
    ("tonnes", 3): "kt",
    ("tonnes", 6): "megatonne mmt",
    ("tonnes per year", 6): "mtpa mmtpa",
    ("barrels", 0): "barrel* bbl bbls barel* баррел* барел* varil* baril* barile barili barril* barris",
    ("barrels per day", 0): "b/d bpd bopd",
    ("barrels per day", 3): "kb/d kbd kbpd",
    ("barrels per day", 6): "mb/d mbd mbpd mmbpd",
    ("m3", 0): "m3 м3 cbm cum scm kubmetr* кубометр* metreküp* kubikmeter* köbméter*",
    ("m3", 6): "mcm mmcm",
    ("m3", 9): "bcm",
    ("m3", 12): "tcm",
    ("m3/year", 9): "bcma",
    ("m3/day", 6): "mcmd mmcmd",
    ("cubic feet", 6): "mmcf",
    ("cubic feet", 9): "bcf",
    ("cubic feet", 12): "tcf",
    ("kWh", 0): "kwh квтч",
    ("kWh", 3): "mwh мвтч",
    ("kWh", 6): "gwh гвтч",
    ("kWh", 9): "twh твтч",
    ("J", 9): "gj gigajoule* гдж",
    ("J", 12): "tj terajoule* тдж",
    ("J", 15): "pj petajoule* пдж",
    ("V", 3): "kv kilovolt* киловольт*",
    ("VA", 3): "kva ква",
    ("VA", 6): "mva мва",
    ("km", 0): "km км kilomet* kilomèt* километр* кілометр* quilómetr* quilômetr* kilómetr* chilometr*",
    ("hectares", 0): "ha га hectare* hektar* гектар*",
    ("days", 0): "day days дней день дня дні днів gün tag tage tagen jour jours giorni giorno días dias",
    ("months", 0): "month months месяц* місяц*",
    ("TEU", 0): "teu teus дфэ",
    ("trains", 0): "train trains поезд* поїзд* qatar* tren*",
    ("tankers", 0): "tanker* танкер* pétrolier*",
    ("wagons", 0): "wagon* вагон* vaqon* railcar*",
    ("trucks", 0): "truck* грузовик*",
    ("containers", 0): "container* контейнер* konteyner*",
    ("companies", 0): "company companies компани* şirkət*",
    ("countries", 0): "country countries стран* країн* ölkə*",
    ("households", 0): "household* homes домохозяйств*",
    ("passengers", 0): "passenger* пассажир* пасажир* sərnişin*",
    ("turbines", 0): "turbine* турбин*",
    ("data centres", 0): "datacentre",
}
# watts; with a word for hours after them kilowatt-hours
WATTS = {
    0: "w вт watt* ватт* vatt*",
    3: "kw квт kvt kilowatt* kilovat* киловатт* кіловат*",
    6: "mw мвт mvt megawatt* megavat* meqavat* мегаватт* мегават* میگاواٹ",
    9: "gw гвт qvt gigawatt* gigavat* qiqavat* гигаватт* гігават*",
    12: "tw твт terawatt* teravat* тераватт*",
}
KINDS = {
    # can be said without a number: "almost a billion", "более миллиарда"
    "lone scale": "thousand million billion trillion milliard milliarde milione miliardo milyon milyard"
    " milyar trilyon тысяча тысячу миллион миллиона миллиард миллиарда триллион триллиона мільйон мільйона"
    " мільярд мільярда трильйон",
    # what tells that a token of another language's source is English after all; scales that may be English
    "english": "billion thousand percent cubic tons over about hours barrels exceeded",
    # what only a token in Azerbaijani or Turkish says
    "turkic": "milyon milyard* milyar kubmetr* faiz* ədəd",
    "english scale": "thousand million millions billion trillion mn mln bn bln k m b",
    "hundred": "hundred yüz hundert жүз",
    "hour": "h hr hour hours ч час часа часов часах год годин* st saat* heure heures stunde* ora ore",
    "cubic": "cubic cu kub куб кубических кубические кубического кубічн* cubes cubi cubo cúbicos cúbico"
    " კუბურ* مکعب",
    "metre": "m м metre* meter* metr* mètr* метр* მეტრ* متر",
    "foot": "foot feet ft фут*",
    "per": "/ per a в на por par pro par al à je hər",
    "day": "day d daily сутки добу день gün günə tag jour giorno día dia",
    "daily": "daily gündə günlük gündəlik ежесуточно täglich",
    "year": "year yr a annum год році рік il yıl jahr an année anno año ano",
    "yearly": "annually yearly annual ежегодно щорічно ildə illik yıllık yılda jährlich",
    "and": "and и й та і və ve und et e y و",
    "or": "or или або либо veya oder ou yaxud =",
    "article": "a an the of",
    "minus": "- minus минус мінус mənfi eksi deficit дефицит* дефіцит* defisit* kəsir*",
    "date": "january february march april may june july august september october november december jan feb"
    " apr jun jul aug sept sep oct nov dec январ* феврал* апрел* мая мае июн* июл* август* сентябр*"
    " октябр* ноябр* декабр* yanvar* fevral* mart aprel* iyun* iyul* sentyabr* oktyabr* noyabr* dekabr*"
    " janvier février mars avril juillet août septembre octobre novembre",
    # makes another measure of the unit before it
    "equivalent": "equivalent* эквивалент* еквівалент* ekvivalent* äquivalent* équivalent* eşdeğer*",
    # said of what is counted, without saying in what it is counted
    "filler": "of de di do da des metric métriques standard стандартн* us american américains американск*"
    " usa abş сша cargo oil block блок new wind solar unit units единиц* ədəd штук шт рейс* cargoes"
    " freight грузов* نفت",
}
SUFFIXES = "ya|yə|ci|cı|cu|cü|nci|ncı|ncu|ncü|dən|dan|də|da|i|ı|u|ü|a|ə|si|sı|й|я|е|го|му|ми|ти|х|м"

# Before the number: the phrase nearest to it counts, of those that end alike the longest.
BEFORE = {
    "about": "about|around|approximately|approx|roughly|circa|ca|some|close to|~|≈|около|примерно|"
    "приблизительно|порядка|ориентировочно|близько|приблизно|təxminən|təqribən|yaklaşık|tahminen|environ|"
    "près de|rund|etwa|ungefähr|aproximadamente|cerca de|unos|aproximativ|шамамен|մոտ|დაახლოებით|حدود",
    "over": "over|above|more than|in excess of|upwards of|greater than|exceed*|surpass*|topped|>|более|"
    "больше|свыше|выше|превы*|понад|більше|перевищ*|plus de|supérieur* à|più di|oltre|mehr als|über|"
    "más de|mais de|peste|ponad|над",
    "at least": "at least|not less than|no less than|no fewer than|minimum|min|≥|не менее|не меньше|"
    "как минимум|не ниже|не менше|щонайменше|ən azı|ən azından|en az|au moins|almeno|mindestens|al menos|"
    "pelo menos|кемінде",
    "almost": "almost|nearly|approaching|nearing|just under|just short of|почти|майже|neredeyse|presque|"
    "quasi|fast|knapp|nahezu|beinahe|casi|quase|aproape|prawie",
    "less than": "less than|fewer than|under|below|<|менее|меньше|ниже|менше|нижче|moins de|meno di|"
    "weniger als|menos de|inférieur* à",
    "up to": "up to|as much as|as many as|maximum|max|at most|not more than|no more than|not exceed*|≤|до|"
    "не более|не больше|не превы*|не більше|не перевищ*|jusqu'à|au plus|fino a|bis zu|höchstens|hasta|até|"
    "până la|en fazla",
}
# After it.
AFTER = {
    "about": "yaxın*|yakın*|civarında|or so|жуық",
    "over": "çox*|artıq*|fazla*|aşkın*|ötüb|ötmüşdür|aşıb|keçib|aştı|geçti|üzərində|üzerinde|астам",
    "at least": "or more|and more|and above|plus|+|az olmayan",
    "less than": "az|azdır|aşağı|altında",
    "up to": "dək|дейін",
}
# "up to" after a dative, else "about": "tona qədər", "ton qədər".
APPROACH = ("qədər", "kadar")
DATIVES = ("a", "ə", "e")
UP_TO_ENDINGS = ("dək", "dak", "dek")
# What joins the ends of a range behind a word before the first.
RANGE_OPENERS = {"до": "от", "and": "between", "і": "між"}
