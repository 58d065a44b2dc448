"""Misprints: which one changed, dropped, doubled or moved digit would make a statement hold."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from components.ledger import relations
from components.ledger.operands import Operand
from components.ledger.ranges import Range
from components.ledger.verdicts import Told
from components.printed.interval import interval, last_digit

if TYPE_CHECKING:
    from components.ledger.statements import Case, Court, Question

_FEWEST_DIGITS, _NEIGHBOURS = 3, 10


@dataclass(frozen=True)
class Repair:
    """A number in place of a printed one; `words` are what it stands in place of.

    It is sharp where none of its neighbours would do as well, and long enough not to fit by chance.
    """

    words: str
    reads: str
    is_sharp: bool


def repairs(asked: "Question", case: "Case") -> list[Repair]:
    """Every single slip in one operand, or in the stated number, without which all relations of it hold."""
    found: list[Repair] = []
    for place, operand in enumerate(case.operands):
        fits = partial(_fits_operand, asked, case, place)
        for number in _slips_of(operand):
            if fits(number):
                found.append(_repair(f"“{operand.entries[0].report.printed}”", number, fits))
    fits = partial(_fits_stated, asked, case)
    for number in slips(asked.stated.number):
        if fits(number):
            found.append(_repair(asked.stated.words, number, fits))
    return found


def _repair(words: str, number: Decimal, fits: Callable[[Decimal], bool]) -> Repair:
    away = _NEIGHBOURS * last_digit(number)
    is_long = len(number.as_tuple().digits) >= _FEWEST_DIGITS
    return Repair(words, f"{number:,f}", is_long and not any(map(fits, (number - away, number + away))))


def _fits_operand(asked: "Question", case: "Case", place: int, number: Decimal) -> bool:
    """Whether the statement, and all others of its source about the figure, hold with this number."""
    mended = _with_number(case.operands[place], number)
    ranges = [mended.range if at == place else each.range for at, each in enumerate(case.operands)]
    return case.way.gives(ranges, asked.stated.allowed) and _holds_beside(asked, mended)


def _fits_stated(asked: "Question", case: "Case", number: Decimal) -> bool:
    """Whether the statement holds with this number; a sum is a figure that others are about too."""
    mended, statement = asked.stated.with_digits(number), asked.told.statement
    if not case.result.meets(mended.allowed):
        return False
    figure = Operand(statement.series, statement.period, mended.unit, mended.range, ())
    return statement.kind not in ("sum", "balance") or _holds_beside(asked, figure)


def _slips_of(operand: Operand) -> Iterator[Decimal]:
    """The numbers that one slip could have turned into the printed one; none for a reckoned operand."""
    token = operand.entries[0].token if operand.formula is None else None
    return slips(token.printed.number) if token else iter(())


def _with_number(operand: Operand, number: Decimal) -> Operand:
    """A printed operand with another number in its token."""
    token = operand.entries[0].token
    if token is None:
        raise ValueError(f"{operand.series} {operand.period} has no token")
    low, high = (Fraction(end) for end in interval(token.printed.number, token.printed.hedge))
    by = (operand.range.high - operand.range.low) / (high - low)
    return replace(operand, range=Range.of(*interval(number, token.printed.hedge)).times(by))


def _holds_beside(asked: "Question", mended: Operand) -> bool:
    """Whether the other statements of the same source about the figure hold with the mended one."""
    beside = asked.court.beside(asked.told, (mended.series, mended.period))
    return all(_holds(asked.court, other, mended) for other in beside)


def _holds(court: "Court", told: Told, mended: Operand) -> bool:
    """True where the relation holds or cannot be reckoned."""
    stated, way = court.stated(told), relations.way(told.statement, relations.ways())
    if stated is None or way is None or told.statement.scope:
        return True
    about = (mended.series, mended.period)
    operands = [
        [mended] if need == about else court.own(told, need)[:1] for need in relations.needs(told.statement)
    ]
    ranges = [first.within(told.series.unit).range for first, *_ in filter(None, operands)]
    return len(ranges) < len(operands) or way.gives(ranges, stated.allowed)


def slips(number: Decimal) -> Iterator[Decimal]:
    """Every number whose print, with one slip of a digit, could have become this one."""
    sign, digits, exponent = number.as_tuple()
    seen = {number}
    for changed, moved in _slips(digits):
        made = Decimal((sign, changed or (0,), int(exponent) + moved))
        if made and made not in seen:
            seen.add(made)
            yield made


def _slips(digits: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], int]]:
    """Digits, and how far the decimal point moves."""
    for place in range(len(digits)):
        yield from (((*digits[:place], digit, *digits[place + 1 :]), 0) for digit in range(10))
        yield (*digits[:place], *digits[place + 1 :]), 0
    for place in range(len(digits) + 1):
        yield from (((*digits[:place], digit, *digits[place:]), 0) for digit in range(10))
    for place in range(1, len(digits)):
        yield (*digits[: place - 1], digits[place], digits[place - 1], *digits[place + 1 :]), 0
    yield from ((digits, moved) for moved in (-3, -2, -1, 1, 2, 3))
