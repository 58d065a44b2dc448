"""The figures that a statement relates: as its own source prints them, as others do, or as reckoned."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from components import wording
from components.ledger.book import Book, Entry
from components.ledger.checks import same_dimension
from components.ledger.observations import Observation
from components.ledger.ranges import Range, shown
from components.ledger.records import Series
from components.periods import Period
from components.units import Unit, ratio


@dataclass(frozen=True)
class Operand:
    """One figure: what it can be in `unit`, and the reports that it comes from."""

    series: str
    period: Period
    unit: str
    range: Range
    entries: tuple[Entry, ...]
    formula: str | None = None
    """How it is reckoned from the entries; None where it is printed."""
    is_borrowed: bool = False
    """Whether it is the figure of another maker than the one that the statement is about."""

    def within(self, unit: str) -> "Operand":
        """The same in another unit of its dimension."""
        if unit == self.unit:
            return self
        return replace(
            self, unit=unit, range=self.range.times(ratio(Unit.parse(self.unit), Unit.parse(unit)))
        )

    @property
    def cut(self) -> Range:
        """What the digits allow where they were cut off; the same as `range` where that says nothing."""
        token = self.entries[0].token if self.entries and self.formula is None else None
        if token is None or token.printed.hedge or self.range.low < 0:
            return self.range
        return Range(self.range.middle, self.range.high + self.range.high - self.range.middle)

    @property
    def words(self) -> str:
        """The figure with what its digits allow, and where it stands or how it is reckoned."""
        if self.formula is not None:
            return f"[{shown(self.range, self.unit)}] ({self.period.label()}, {self.formula})"
        first = self.entries[0]
        allowed = wording.interval(float(self.range.low), float(self.range.high), self.unit)
        return f"{_amount(first)} [{allowed}] ({self.period.label()}, {first.source.publisher}{self._maker})"

    @property
    def _maker(self) -> str:
        maker = self.entries[0].series.maker or "a maker not named"
        return f", by {maker}" if self.is_borrowed else ""


@dataclass(frozen=True)
class Figures:
    """Every figure of a ledger, to be looked up by series and period."""

    book: Book
    observations: Mapping[tuple[str, Period], Observation]

    @cached_property
    def periods(self) -> Mapping[str, Mapping[tuple[date, date], Period]]:
        """The periods of flows that each series is printed for, by their first and last day."""
        found: dict[str, dict[tuple[date, date], Period]] = defaultdict(dict)
        for series, period in self.observations:
            if period.months and self.adds_up(series):
                found[series][period.start, period.end] = period
        return found

    @property
    def series(self) -> Mapping[str, Series]:
        return self.book.series

    @cached_property
    def of_indicator(self) -> Mapping[str, list[str]]:
        """The ids of series by what they measure."""
        found: dict[str, list[str]] = defaultdict(list)
        for name, each in self.series.items():
            found[each.indicator].append(name)
        return found

    def adds_up(self, series: str) -> bool:
        """Whether two months of the series are the sum of each."""
        each = self.series[series]
        is_stock = self.book.codebook.indicators[each.indicator].stock
        return each.kind == "printed" and not is_stock and Unit.parse(each.unit).adds_up

    def printed(self, series: str, period: Period) -> list[Operand]:
        """All reports of an observation, the preferred one first."""
        observation = self.observations.get((series, period))
        return [_printed(entry) for entry in observation.entries] if observation else []

    def others(self, series: str, period: Period) -> Iterator[Operand]:
        """The reports of other makers of the same thing: same indicator, title and partner."""
        one = self.series[series]
        for name in self.of_indicator.get(one.indicator, ()):
            other = self.series[name]
            alike = (other.title, other.partner, other.kind) == (one.title, one.partner, one.kind)
            nobody_else = None in (one.reporter, other.reporter) or one.reporter == other.reporter
            if name != series and alike and nobody_else and same_dimension(one.unit, other.unit):
                yield from (replace(each, is_borrowed=True) for each in self.printed(name, period))

    def own(self, series: str, period: Period, sources: frozenset[str]) -> list[Operand]:
        """The reports of these sources, as they print them: a misprint is not mended here."""
        observation = self.observations.get((series, period))
        entries = observation.entries if observation else ()
        return [_printed(_as_printed(entry)) for entry in entries if entry.source_id in sources]

    def corrected(self, operand: Operand) -> Operand:
        """A printed operand as it is corrected in the ledger."""
        reads = self.book.reads.get(operand.entries[0].key)
        if reads is None or operand.formula is not None:
            return operand
        return _printed(replace(operand.entries[0], reads=reads)).within(operand.unit)

    def reckoned(self, series: str, period: Period) -> Iterator[Operand]:
        """The figure as a sum of two parts, or as a whole less its other part, of preferred reports."""
        known = self.periods.get(series, {})
        if not period.months:
            return
        for (start, end), other in known.items():
            if start == period.start and end < period.end:
                rest = known.get((_after(end), period.end))
                yield from self._joined(series, period, other, rest, sign=1)
            elif start == period.start and end > period.end:
                yield from self._joined(series, period, other, known.get((_after(period.end), end)), sign=-1)
            elif end == period.end and start < period.start:
                yield from self._joined(
                    series, period, other, known.get((start, _before(period.start))), sign=-1
                )

    def _joined(
        self, series: str, period: Period, one: Period, other: Period | None, *, sign: int
    ) -> Iterator[Operand]:
        if other is None:
            return
        (first, *_), (second, *_) = self.printed(series, one), self.printed(series, other)
        both = first.range + second.range if sign > 0 else first.range - second.range
        words = f"{first.words} {'plus' if sign > 0 else 'less'} {second.words}"
        yield Operand(series, period, first.unit, both, (*first.entries, *second.entries), words)


def _as_printed(entry: Entry) -> Entry:
    """The entry without its correction."""
    return replace(entry, reads=None) if entry.reads else entry


def _printed(entry: Entry) -> Operand:
    return Operand(
        entry.series_id, entry.report.period, entry.series.unit, Range.of(*entry.interval), (entry,)
    )


def _amount(entry: Entry) -> str:
    """What the token says, a misprint and all."""
    said = entry.token.value if entry.token else entry.report.value
    return wording.exact(float(said), entry.print_unit.name)


def _after(day: date) -> date:
    return day + timedelta(days=1)


def _before(day: date) -> date:
    return day - timedelta(days=1)
