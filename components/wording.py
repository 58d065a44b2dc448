"""Numbers as words for a reader: amounts, intervals, days, areas and units, in British English.

What is missing is shown as a dash, never as a zero.
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

from babel import Locale
from babel.core import get_global
from babel.dates import format_date, get_month_names
from babel.numbers import format_decimal, get_currency_name

from components.units import CURRENCIES, SCALES, Unit, convert

LOCALE = "en_GB"
LANGUAGES = ("ru", "az", "tr", "uk", "kk", "ka", "de", "fr")
MISSING = "–"
MINUS = "−"

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
# names of units that have a short form, each base from the smallest on
_SHORT_FORMS = {
    "tonnes": "t",
    "million tonnes": "Mt",
    "tonnes per year": "t a year",
    "million tonnes per year": "Mt a year",
    "barrels per day": "b/d",
    "million barrels per day": "million b/d",
    "m3": "m³",
    "million m3": "million m³",
    "bcm": "bcm",
    "tcm": "tcm",
    "m3/day": "m³ a day",
    "million m3/day": "million m³ a day",
    "bcm/year": "bcm a year",
    "kWh": "kWh",
    "MWh": "MWh",
    "GWh": "GWh",
    "TWh": "TWh",
    "kW": "kW",
    "MW": "MW",
    "GW": "GW",
    "percent": "%",
}
_WITH_ARTICLE = ("United", "European Union")
_SCALE_SIGNS = {"million": " m", "billion": " bn"}
_WRITTEN_OUT = {
    "m3": "cubic metres",
    "bcm": "billion cubic metres",
    "tcm": "trillion cubic metres",
    "Bcf": "billion cubic feet",
    "percent": "per cent",
}


class _Affixes(NamedTuple):
    before: str
    after: str

    def around(self, number: str) -> str:
        sign, digits = (MINUS, number[1:]) if number.startswith(MINUS) else ("", number)
        return f"{sign}{self.before}{digits}{self.after}"


@lru_cache(maxsize=16384)
def amount(value: float | None, unit: str) -> str:
    """Short, to three digits, in the scale that reads best: "$1.56 bn", "27.2 Mt", "210 million barrels"."""
    if value is None or value != value:
        return MISSING
    given = Unit.parse(unit)
    scaled = [(rung, _short(convert(_decimal(value), given, rung))) for rung in _rungs(given)]
    fitting = [(rung, number) for rung, number in scaled if abs(number) >= 1] or scaled[:1]
    rung, number = fitting[-1]
    return _short_affixes(rung.name).around(_digits(number))


def short(value: float, unit: str) -> str:
    """Short, to three digits, in the unit given: "0.122 Mt", beside amounts that are said in it."""
    return _short_affixes(Unit.parse(unit).name).around(_digits(_short(_decimal(value))))


@lru_cache(maxsize=16384)
def exact(value: float | None, unit: str) -> str:
    """All digits, in the unit given: "$1,557 million", "16.86 million tonnes"."""
    return MISSING if value is None or value != value else _affixes(unit).around(_digits(_decimal(value)))


def number(value: float | None) -> str:
    """Short, to three digits, without its unit: for bars under an axis that names it."""
    return MISSING if value is None or value != value else _digits(_short(_decimal(value)))


@lru_cache(maxsize=16384)
def interval(low: float | None, high: float | None, unit: str) -> str:
    """Both ends with all their digits: "$1,556.5 to 1,557.5 million"; one figure where they are the same."""
    if low is None or high is None or low != low or high != high:
        return MISSING
    if low == high:
        return exact(low, unit)
    return _affixes(unit).around(f"{_digits(_decimal(low))} to {_digits(_decimal(high))}")


def day(when: date) -> str:
    """A day in words: "22 November 2026"."""
    return str(format_date(when, "d MMMM y", locale=LOCALE))


def published(when: date | None) -> str:
    """When a source was published, in words; that is often not known."""
    return "date not known" if when is None or when != when else day(when)


def sentence(clause: str) -> str:
    """A clause with a capital at its beginning."""
    return clause[:1].upper() + clause[1:]


@lru_cache(maxsize=512)
def area(code: str) -> str:
    """The English name of an ISO 3166-1 alpha-3 code, or of "EU"."""
    names: Mapping[str, str] = Locale.parse(LOCALE).territories
    aliases = get_global("territory_aliases").get(code, [code])
    name = names.get(aliases[0]) if len(aliases) == 1 else None
    if name is None:
        raise ValueError(f'unknown area "{code}"; write its ISO 3166-1 alpha-3 code, such as AZE')
    return name


@lru_cache(maxsize=512)
def area_in_languages(code: str) -> str:
    """The names of an area in the languages of the sources, for searching."""
    official = get_global("territory_aliases").get(code, [code])[0]
    names = (Locale.parse(language).territories.get(official, "") for language in LANGUAGES)
    return " ".join(dict.fromkeys([area(code), *names]))


def the_area(code: str) -> str:
    """The name of an area within a sentence: "the United States", "Kazakhstan"."""
    name = area(code)
    return f"the {name}" if name.startswith(_WITH_ARTICLE) else name


def months(window: str) -> str:
    """The months of a window such as "01-06": "Full years", "January–June", "April"."""
    if window == "01-12":
        return "Full years"
    first, last = (get_month_names("wide", locale=LOCALE)[int(month)] for month in window.split("-"))
    return first if first == last else f"{first}–{last}"


@lru_cache(maxsize=512)
def unit_words(unit: str) -> str:
    """A unit in words for an axis: "million US dollars", "billion cubic metres a year"."""
    name = Unit.parse(unit).name
    currency, _, rest = name.partition(" ")
    if currency in CURRENCIES:
        name = f"{rest} {get_currency_name(currency, count=2, locale=LOCALE)}".strip()
    amounts, _, time = name.replace("/", " per ").partition(" per ")
    words = " ".join(_WRITTEN_OUT.get(word, word) for word in amounts.split())
    return f"{words} a {time}" if time else words


@lru_cache(maxsize=512)
def _rungs(unit: Unit) -> tuple[Unit, ...]:
    """The units in which an amount of this unit is said short, smallest first."""
    if unit.base in CURRENCIES:
        names = [unit.base, f"{unit.base} million", f"{unit.base} billion"]
    else:
        names = [name for name in _SHORT_FORMS if Unit.parse(name).base == unit.base]
    rungs = [Unit.parse(name) for name in names] or [*_counted(unit)]
    return tuple(sorted(rungs, key=lambda rung: rung.factor))


def _counted(unit: Unit) -> list[Unit]:
    """Barrels, trains, containers: whole, in millions, in billions; a unit without such scales as it is."""
    try:
        return [
            Unit.parse(unit.base),
            *(Unit.parse(f"{word} {unit.base}") for word in ("million", "billion")),
        ]
    except ValueError:
        return [unit]


@lru_cache(maxsize=512)
def _short_affixes(name: str) -> _Affixes:
    currency, _, scale = name.partition(" ")
    if currency in CURRENCIES:
        return _Affixes(_currency_sign(currency), _SCALE_SIGNS.get(scale, ""))
    return _Affixes("", f" {_SHORT_FORMS[name]}") if name in _SHORT_FORMS else _affixes(name)


@lru_cache(maxsize=512)
def _affixes(unit: str) -> _Affixes:
    name = re.sub(r" per |/", " a ", Unit.parse(unit).name)
    currency, _, rest = name.partition(" ")
    if currency in CURRENCIES:
        return _Affixes(_currency_sign(currency), f" {rest}" if rest else "")
    return _Affixes("", " %" if name == "percent" else f" {name.replace('m3', 'm³')}")


def _currency_sign(currency: str) -> str:
    return _SIGNS.get(currency, f"{currency} ")


def _decimal(value: float) -> Decimal:
    """The decimal that the float stands for, without the noise that arithmetic leaves in its last digits."""
    return Decimal(f"{value:.12g}")


def _short(value: Decimal) -> Decimal:
    """Three digits, and four from a thousand on, where the third would hide too much."""
    return _rounded(value, 4 if abs(value) >= SCALES["thousand"] else 3)


def _rounded(value: Decimal, digits: int) -> Decimal:
    return _to_place(value, value.adjusted() - digits + 1) if value else value


def _to_place(value: Decimal, exponent: int) -> Decimal:
    return value.quantize(Decimal((0, (1,), exponent)), ROUND_HALF_UP)


def _digits(value: Decimal) -> str:
    """Grouped, with a real minus and without zeros behind the point."""
    plain = value.normalize() + 0
    written: str = format_decimal(plain, format="#,##0.###", locale=LOCALE, decimal_quantization=False)
    return written.replace("-", MINUS)
