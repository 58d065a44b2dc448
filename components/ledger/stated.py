"""What a statement states: the number with what its digits allow, rounded or cut off."""

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from components.ledger.book import DataFile, read_in
from components.ledger.ranges import Range
from components.ledger.records import Statement
from components.printed import Printed, readings
from components.printed.interval import interval, last_digit
from components.printed.multiples import as_number
from components.units import Unit

AMOUNTS = ("difference", "sum", "balance", "pace")
"""Kinds that state an amount in the unit of their figures; the others state a number, or percent."""
_WIDE = 10


@dataclass(frozen=True, slots=True)
class Stated:
    """A stated number: `words` to show; `number` as printed times `scale` is the amount in `unit`."""

    words: str
    unit: str
    number: Decimal
    scale: Fraction
    range: Range
    hedge: str | None

    @property
    def allowed(self) -> Range:
        """The numbers with which it holds: "over 5" does with all above, up to ten times as much."""
        if self.hedge in ("over", "at least"):
            return Range(self.range.low, max(self.range.high, self.range.low * _WIDE))
        if self.hedge in ("less than", "up to"):
            return Range(min(self.range.low, self.range.high / _WIDE), self.range.high)
        return self.range

    @property
    def cut(self) -> Range | None:
        """What the digits allow where they were cut off instead of rounded; None for a hedged number."""
        if self.hedge:
            return None
        size = Fraction(last_digit(self.number)) * self.scale
        start = Fraction(self.number) * self.scale
        return Range(start, start + size) if start >= 0 else Range(start - size, start)

    def with_digits(self, number: Decimal) -> "Stated":
        """The same with another number in place of the printed one."""
        return replace(self, number=number, range=_range(number, self.hedge, self.scale))


def read(statement: Statement, file: DataFile, unit: str) -> Stated | None:
    """The stated number of a statement about figures in `unit`; None where it cannot be read as such."""
    printed = printed_of(statement, file)
    if printed is None:
        return None
    if statement.kind in AMOUNTS:
        return _amount(statement.as_stated, printed, unit)
    said = {"times": "times", "rank": "rank"}.get(statement.kind, "percent")
    if printed.base not in (None, said):
        return None
    return _stated(statement.as_stated, said, printed, Fraction(printed.scale))


def printed_of(statement: Statement, file: DataFile) -> Printed | None:
    """The likeliest reading of the stated token; a fall may be printed as "-0,8%"."""
    token = as_number(statement.stated) if statement.kind == "times" else statement.stated
    if statement.change == "fall":
        token = token.lstrip("-−–— ")
    language = file.dataset.sources[statement.source].language
    return next(iter(readings(token, language)), None)


def _amount(words: str, printed: Printed, unit: str) -> Stated | None:
    reading = read_in(Unit.parse(unit), printed)
    if reading is None or not printed.high:
        return None
    by = Fraction(reading.high) / Fraction(printed.high)
    return _stated(words, unit, printed, by * Fraction(printed.scale))


def _stated(words: str, unit: str, printed: Printed, scale: Fraction) -> Stated:
    found = Stated(words, unit, printed.number, scale, Range.of(0, 0), printed.hedge)
    if printed.hedge == "range":
        by = scale / Fraction(printed.scale)
        return replace(found, range=Range.of(printed.low, printed.high).times(by))
    return found.with_digits(printed.number)


def _range(number: Decimal, hedge: str | None, scale: Fraction) -> Range:
    return Range.of(*interval(number, hedge)).times(scale)
