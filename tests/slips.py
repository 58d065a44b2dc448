"""Slips of the hand in a text: digits, decimal points, scale words, periods, units."""

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from decimal import Decimal
from difflib import get_close_matches
from random import Random
from typing import TypeVar

from components.periods import Period
from components.units import Unit, UnitError

Thing = TypeVar("Thing")
Slip = Callable[[str, Random], str | None]
"""A text with a slip in it; None where it has no place for such a slip."""

_LADDERS = (
    *(
        "thousand million billion",
        "thousand mln bln",
        "k mn bn",
        "k m b",
        "min milyon milyar",
        "min mln mlrd",
    ),
    *("тыс млн млрд", "тысяч миллион миллиард", "тис млн млрд", "тисяч мільйон мільярд", "хиляди милиона"),
    *("mille million milliard", "mila milioni miliardi", "Tausend Million Milliarde", "mil millones"),
    *("ათასი მილიონი მილიარდი", "kW MW GW TW", "kilowatt megawatt gigawatt", "mcm bcm tcm", "kt Mt"),
    *("кВт МВт ГВт", "kVt MVt QVt"),
)
"""Scale words, each beside the one that it is taken for."""
_NEXT = {
    word: words[at - 1] if at else words[1]
    for words in (ladder.split() for ladder in reversed(_LADDERS))
    for at, word in enumerate(words)
}
_LETTER = r"[^\W\d_]"
_SCALE = re.compile(
    rf"(?<!{_LETTER})(?:{'|'.join(sorted((w for w in _NEXT if len(w) > 4), reverse=True))}"
    rf"|(?:{'|'.join(w for w in _NEXT if len(w) <= 4)})(?!{_LETTER}))"
)
_YEARS = range(1990, 2061)


def transposed(text: str, random: Random) -> str | None:
    """Two neighbouring digits exchanged."""
    at = _one_of(_places(r"(?=(\d)(?!\1)\d)", text), random)
    return None if at is None else text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def dropped(text: str, random: Random) -> str | None:
    """One digit left out of several."""
    at = _one_of(_places(r"(?<=\d)\d|\d(?=\d)", text), random)
    return None if at is None else text[:at] + text[at + 1 :]


def doubled(text: str, random: Random) -> str | None:
    """One digit typed twice."""
    at = _one_of(_places(r"\d", text), random)
    return None if at is None else text[:at] + text[at] + text[at:]


def changed(text: str, random: Random) -> str | None:
    """One digit typed as another."""
    at = _one_of(_places(r"\d", text), random)
    if at is None:
        return None
    return text[:at] + random.choice("0123456789".replace(text[at], "")) + text[at + 1 :]


def moved_point(text: str, random: Random) -> str | None:
    """The decimal mark one digit further on or back; in a whole number one where there was none."""
    at = _one_of(_places(r"(?<=\d)[.,](?=\d)", text), random)
    if at is None:
        at = _one_of(_places(r"(?<=\d)\d(?!\d)", text), random)
        return None if at is None else f"{text[:at]}.{text[at:]}"
    back = re.sub(r"(?<!\d)(?=[.,]\d)", "0", text[: at - 1] + text[at] + text[at - 1] + text[at + 1 :])
    on = re.sub(r"(?<=\d)[.,](?!\d)", "", text[:at] + text[at + 1] + text[at] + text[at + 2 :])
    return random.choice([back, on])


def thousandfold(text: str, random: Random) -> str | None:
    """A value in thousands for millions, or the other way round."""
    return f"{(Decimal(text) * random.choice([Decimal(1000), Decimal('0.001')])).normalize():f}"


def another_scale(text: str, random: Random) -> str | None:
    """The scale word of a token exchanged for its neighbour."""
    match = _SCALE.search(text)
    return text[: match.start()] + _NEXT[match[0]] + text[match.end() :] if match else None


def another_year(text: str, random: Random) -> str | None:
    """The year before or after, the same of another decade, or one with its last digits exchanged."""
    period = Period.parse(text)
    year = period.start.year
    others = {year - 1, year + 1, year - 10, year + 10, 2000 + year % 10 * 10 + year // 10 % 10}
    return _moved(period, 12 * (random.choice(sorted((others - {year}) & set(_YEARS))) - year))


def another_part(text: str, random: Random) -> str | None:
    """The half, quarter or month before or after in the same year; of a span another last month."""
    period, step = Period.parse(text), random.choice([-1, 1])
    if period.kind == "span" and period.window:
        last = period.end.month + step
        is_span = period.start.month < last <= 12
        return str(Period.of_months(period.start, period.end.replace(day=1, month=last))) if is_span else None
    size = {"half": 6, "quarter": 3, "month": 1, "day": 1}.get(period.kind)
    moved = _moved(period, size * step) if size else None
    return moved if moved and Period.parse(moved).end.year == period.end.year else None


def another_unit(text: str, units: Sequence[str], random: Random) -> str | None:
    """One of another scale, or with nearly the same name: million for thousand tonnes, GW for GWh."""
    alike = {unit for unit in units if _is_of_another_scale(unit, text)}
    near = {unit for unit in get_close_matches(text, units, n=9, cutoff=0.75) if not _is_the_same(unit, text)}
    return _one_of(sorted(alike | near), random)


def _places(pattern: str, text: str) -> list[int]:
    return [match.start() for match in re.finditer(pattern, text)]


def _one_of(things: Sequence[Thing], random: Random) -> Thing | None:
    return random.choice(things) if things else None


def _moved(period: Period, months: int) -> str:
    first, last = (divmod(day.year * 12 + day.month - 1 + months, 12) for day in (period.start, period.end))
    if period.months is None:
        last_day = monthrange(first[0], first[1] + 1)[1]
        day = period.start.replace(year=first[0], month=first[1] + 1, day=min(period.start.day, last_day))
        return str(Period(day, day))
    start, end = (period.start.replace(year=year, month=month + 1, day=1) for year, month in (first, last))
    return str(Period.of_months(start, end))


def _is_of_another_scale(one: str, other: str) -> bool:
    try:
        same_dimension = Unit.parse(one).same_dimension(Unit.parse(other))
    except UnitError:
        return False
    return same_dimension and not _is_the_same(one, other)


def _is_the_same(one: str, other: str) -> bool:
    """True for bcm and billion cubic metres, TWh and billion kWh."""
    first, second = Unit.parse(one), Unit.parse(other)
    return (first.base, first.factor) == (second.base, second.factor)
