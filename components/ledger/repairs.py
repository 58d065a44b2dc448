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
from components.ledger.stated import Stated
from components.ledger.verdicts import Told
from components.printed.interval import interval, last_digit

if TYPE_CHECKING:
    from components.ledger.statements import Case, Court

_FEWEST_DIGITS, _NEIGHBOURS = 3, 10


@dataclass(frozen=True)
class Repair:
    """A number in place of a printed one.

    It is sharp where none of its neighbours would do as well, and long enough not to fit by chance.
    """

    printed: str
    reads: str
    is_sharp: bool


def repairs(court: "Court", told: Told, case: "Case", stated: Stated) -> list[Repair]:
    """Every single slip in one operand, or in the stated number, without which all relations of it hold."""
    found: list[Repair] = []
    for place, operand in enumerate(case.operands):
        fits = partial(_fits_operand, court, told, case, stated, place)
        for number in _slips_of(operand):
            if fits(number):
                found.append(_repair(operand.entries[0].report.printed, number, fits))
    fits = partial(_fits_stated, court, told, case, stated)
    for number in slips(stated.number):
        if fits(number):
            found.append(_repair(stated.token, number, fits))
    return found


def _repair(printed: str, number: Decimal, fits: Callable[[Decimal], bool]) -> Repair:
    away = _NEIGHBOURS * last_digit(number)
    is_long = len(number.as_tuple().digits) >= _FEWEST_DIGITS
    return Repair(printed, f"{number:,f}", is_long and not any(map(fits, (number - away, number + away))))


def _fits_operand(
    court: "Court", told: Told, case: "Case", stated: Stated, place: int, number: Decimal
) -> bool:
    """Whether the statement, and all others of its source about the figure, hold with this number."""
    mended = _with_number(case.operands[place], number)
    ranges = [mended.range if at == place else each.range for at, each in enumerate(case.operands)]
    return _gives(case.way, ranges, stated) and _holds_beside(court, told, mended)


def _fits_stated(court: "Court", told: Told, case: "Case", stated: Stated, number: Decimal) -> bool:
    mended = stated.with_digits(number)
    return case.result.meets(mended.allowed) and _fits_beside(court, told, mended)


def _fits_beside(court: "Court", told: Told, mended: Stated) -> bool:
    """Whether a stated sum or balance, which is a figure itself, still fits all else that is said of it."""
    if told.statement.kind not in ("sum", "balance"):
        return True
    about = (told.statement.series, told.statement.period)
    return _holds_beside(court, told, Operand(*about, mended.unit, mended.range, ()))


def _gives(way: relations.Way, ranges: list[Range], stated: Stated) -> bool:
    try:
        return way.reckon(ranges).meets(stated.allowed)
    except ArithmeticError:
        return False


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


def _holds_beside(court: "Court", told: Told, mended: Operand) -> bool:
    """Whether the other statements of the same source about the figure hold with the mended one."""
    need = (mended.series, mended.period)
    return all(_holds(court, other, need, mended) for other in court.beside(told, need))


def _holds(court: "Court", told: Told, need: tuple[str, object], mended: Operand) -> bool:
    """True where the relation holds or cannot be reckoned."""
    stated = court.stated(told)
    if told.statement.kind == "rank" or told.statement.scope or stated is None:
        return True
    operands = [
        [mended] if each == need else court.own(told, each)[:1] for each in relations.needs(told.statement)
    ]
    if not all(operands):
        return True
    way = relations.way(told.statement, relations.ways())
    return way is None or _gives(way, [first.within(told.series.unit).range for (first,) in operands], stated)


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
