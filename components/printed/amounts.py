"""Numbers in a token: its words, digits with their marks, numerals, scales, numbers of several parts."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from itertools import pairwise

from components.printed import lexicon, vocabulary
from components.printed.interval import EXACT_DIGITS

LONGEST_TOKEN = 200
MOST_DIGITS = 40

_CURRENCY_SIGNS = "$€£₼₸₽₺₾"
_SPELLINGS = (
    (re.compile(r"\bMt\b"), "megatonne"),
    (re.compile(r"[‐‑‒–—−]"), "-"),
    (re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad]"), ""),
    (re.compile(r"\s+"), " "),
    (re.compile(r"(?<=[mм])³"), "3"),
    (re.compile(r"\bU\.\s?S\b\.?"), "us"),
    (re.compile(r"\b(?:per|pour|por) ?c(?:ent|ento|iento)\b", re.IGNORECASE), "percent"),
    (re.compile(r"\bdata[ -]cent(?:er|re)s?\b", re.IGNORECASE), "datacentre"),
    (re.compile(r"\bvə ya\b"), "yaxud"),
    (re.compile(r"\b[dl]['’](?=[^\W\d])", re.IGNORECASE), ""),
    (re.compile(r"(?<=\d)(?:st|nd|rd|th)\b"), ""),
    (re.compile(rf"(?<=[\d%])-(?:{vocabulary.SUFFIXES})\b"), ""),
)
_WORD = re.compile(
    r"\d(?:[\d.,' ]*\d)?|(?<![^\W\d_])[mм]3(?!\d)|\b[mk]?b/d\b|[^\W\d_]*\$"
    r"|[^\W\d_]+(?:'[^\W\d_]+)*|[^\s\w.,;:'\"«»“”·*!?]"
)
_HYPHEN_NOT_SIGN = re.compile(rf"-(?!\s?[{_CURRENCY_SIGNS}]?\s?\d)")


class UnreadableError(ValueError):
    """A token, or a reading of it, that gives no figure; the message says why."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How a token is read: its language, and which of "," and "." part thousands before three digits."""

    language: str | None
    grouping: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A number times ten to a power; `scaled` when the power was said."""

    number: Decimal
    power: int = 0
    scaled: bool = False

    @property
    def size(self) -> Decimal:
        with localcontext(Context(prec=EXACT_DIGITS)):
            return self.number.scaleb(self.power)


def words_of(token: str) -> list[str]:
    """The words, numbers and signs of a token, in small letters, hyphens within words taken out."""
    if len(token) > LONGEST_TOKEN:
        raise UnreadableError(f"longer than {LONGEST_TOKEN} characters: no figure alone")
    for pattern, spelling in _SPELLINGS:
        token = pattern.sub(spelling, token)
    text = lexicon.folded("".join(map(_plain, token)))
    words: list[str] = []
    for match in _WORD.finditer(text):
        if match[0] == "-" and _is_hyphen(text, match.start(), words):
            continue
        words.append(match[0])
    return words


def _plain(character: str) -> str:
    """A digit of any script as 0 to 9, an Arabic decimal or thousands mark as ours."""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return {"٫": ".", "٬": ","}.get(character, character)


def _is_hyphen(text: str, at: int, words: Sequence[str]) -> bool:
    """A dash that neither signs a number nor stands between two: "mid-2027", "850-km"."""
    if _HYPHEN_NOT_SIGN.match(text, at):
        return True
    return text[at - 1 : at].isalpha() and not any(word[0].isdecimal() for word in words)


def digits(run: str, grouping: str) -> Decimal:
    """The number that digits and marks give; `grouping` decides where one mark stands before three digits."""
    if re.search(r", \d{4}", run):
        raise UnreadableError(f'"{run}": two numbers, or a date')
    run = run.replace(", ", ",")
    groups, marks = re.split(r"[., ']", run), re.findall(r"[., ']", run)
    if len(run) > MOST_DIGITS:
        raise UnreadableError(f'"{run}" has more than {MOST_DIGITS} digits')
    if not marks:
        return Decimal(run)
    *front, last = marks
    is_whole = last in " '"
    kinds = set(marks if is_whole else front)
    if len(kinds) > 1 or not _are_thousands(groups if is_whole else groups[:-1], marks):
        raise UnreadableError(f'"{run}": the groups of digits are not thousands')
    whole = "".join(groups[:-1])
    if is_whole or _groups_too(groups, marks, grouping):
        return Decimal(whole + groups[-1])
    return Decimal(f"{whole}.{groups[-1]}")


def _are_thousands(groups: Sequence[str], marks: Sequence[str]) -> bool:
    first, *others = groups
    if not others:
        return True
    # "8183 486.76" is sloppy typing, "2025 470" is two numbers
    is_year = first[:2] in ("19", "20")
    longest = 4 if marks[0] == " " and not is_year else 3
    return 1 <= len(first) <= longest and all(len(group) == 3 for group in others)


def _groups_too(groups: Sequence[str], marks: Sequence[str], grouping: str) -> bool:
    """Whether the last mark, a point or a comma, parts thousands as well."""
    if len(groups[-1]) != 3 or any(mark != marks[-1] for mark in marks):
        return False
    return len(marks) > 1 or (marks[-1] in grouping and len(groups[0]) <= 3 and groups[0][0] != "0")


def begins_number(word: str, habits: Habits) -> bool:
    """Whether a word is digits or a number word, a scale apart."""
    is_part = lexicon.fraction(word) is not None or _joined(word, habits) is not None
    return is_part or word[0].isdecimal() or _is_numeral(word, habits)


def begins_figure(word: str, habits: Habits) -> bool:
    """Whether a figure can begin with this word: a number, or a whole scale word ("a million")."""
    return begins_number(word, habits) or lexicon.power(word, habits.language) is not None


def amount_at(words: Sequence[str], at: int, habits: Habits) -> tuple[Amount, int]:
    """The number that begins here, of all its parts ("1 billion 617 million"), and where it ends."""
    parts: list[Amount] = []
    while True:
        part, at = _part_at(words, at, habits)
        parts.append(part)
        following = at + 1 if at < len(words) and lexicon.means(words[at], "and") else at
        if not part.scaled or following >= len(words) or not begins_number(words[following], habits):
            return _sum(parts), at
        at = following


def _sum(parts: Sequence[Amount]) -> Amount:
    """The parts in the scale of the last: each whole and larger than what follows."""
    *front, last = parts
    for part, smaller in pairwise(parts):
        if part.number != part.number.to_integral_value() or smaller.size >= Decimal(1).scaleb(part.power):
            raise UnreadableError("two numbers that do not make one")
    with localcontext(Context(prec=EXACT_DIGITS)):
        total = sum((part.number.scaleb(part.power - last.power) for part in front), start=last.number)
    return Amount(total, last.power, any(part.scaled for part in parts))


def _part_at(words: Sequence[str], at: int, habits: Habits) -> tuple[Amount, int]:
    word = words[at]
    if word[0].isdecimal():
        number, at = digits(word, habits.grouping), at + 1
    elif joined := _joined(word, habits):
        return joined, at + 1
    elif (part := lexicon.fraction(word)) is not None:
        number, at = part, at + 1
        while at < len(words) and lexicon.means(words[at], "article"):
            at += 1
        if at == len(words) or lexicon.power(words[at], habits.language) is None:
            raise UnreadableError(f'"{word}" without a scale')
    elif _is_numeral(word, habits):
        number, at = _numeral_at(words, at, habits)
    else:
        number = Decimal(1)
    power, end = _scale_at(words, at, habits)
    return Amount(number, power, scaled=end > at), end


def _scale_at(words: Sequence[str], at: int, habits: Habits) -> tuple[int, int]:
    """The power of the scale words here: one, or a thousand of a larger one."""
    power = 0
    while at < len(words):
        more = lexicon.power(words[at], habits.language)
        if more is None or power not in (0, 3) or more <= power:
            break
        power, at = power + more, at + 1
    return power, at


def _numeral_at(words: Sequence[str], at: int, habits: Habits) -> tuple[Decimal, int]:
    """Number words below a thousand: each must fit into the place that the one before leaves open."""
    total, room = Decimal(0), Decimal(1000)
    while at < len(words):
        value = lexicon.numeral(words[at], habits.language)
        if lexicon.means(words[at], "hundred") and total < 10:
            total, room = (total or 1) * Decimal(100), Decimal(100)
        elif value is not None and value < room:
            total, room = total + value, _room_after(words[at], value)
        elif not (
            room == 100 and words[at] == "and" and _is_numeral("".join(words[at + 1 : at + 2]), habits)
        ):
            break
        at += 1
    return total, at


def _room_after(word: str, value: Decimal) -> Decimal:
    """What the next number word must stay below: "on iki" is twelve, "ten two" is nothing."""
    if value >= 100:
        return Decimal(100)
    return Decimal(10 if value >= 20 or word in vocabulary.NUMERAL_ONLY_IN else 0)


def _is_numeral(word: str, habits: Habits) -> bool:
    return lexicon.means(word, "hundred") or lexicon.numeral(word, habits.language) is not None


def _joined(word: str, habits: Habits) -> Amount | None:
    """A number and its scale in one word: полмиллиарда, tízmilliárd."""
    for end in range(2, len(word) - vocabulary.SHORTEST_JOINED_SCALE + 1):
        power = lexicon.power(word[end:], habits.language)
        number = vocabulary.JOINED.get(word[:end]) or lexicon.numeral(word[:end], habits.language)
        if power and number:
            return Amount(Decimal(number), power, scaled=True)
    return None
