"""The files of a ledger as they were read: datasets with their lines, the codebook, the corrections."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from components.ledger.reader import Document
from components.ledger.reasons import MirrorGaps
from components.ledger.records import Codebook, Corrections, Dataset, LeftOuts, Report, Series, Source
from components.ledger.schema import Location, line_of
from components.periods import Period
from components.printed import Printed, readings
from components.units import Unit, UnitError, convert

ReportKey = tuple[str, Period, str]


@dataclass(frozen=True)
class DataFile:
    """One dataset and the document that it was read from."""

    document: Document
    dataset: Dataset

    @property
    def path(self) -> str:
        return self.document.path

    def line(self, *location: str | int) -> int:
        """The line of a place in this file, such as `("series", "az-us-exports", "reports", 3)`."""
        return line_of(self.document.lines, location)


@dataclass(frozen=True)
class Entry:
    """One report in its place: file, series and line."""

    file: DataFile
    series_id: str
    index: int
    source_id: str
    reads: str | None = None
    """The token as corrected; None where the print stands."""

    @property
    def series(self) -> Series:
        return self.file.dataset.series[self.series_id]

    @property
    def report(self) -> Report:
        return self.series.reports[self.index]

    @property
    def source(self) -> Source:
        return self.file.dataset.sources[self.source_id]

    @property
    def is_first(self) -> bool:
        """True for the source whose wording the token is in, False for those that print the same digits."""
        return self.source_id == self.report.source

    @property
    def language(self) -> str:
        """The language of the printed token: that of the report's first source."""
        return self.file.dataset.sources[self.report.source].language

    @property
    def location(self) -> Location:
        return ("series", self.series_id, "reports", self.index)

    @property
    def line(self) -> int:
        return self.file.line(*self.location)

    @property
    def key(self) -> ReportKey:
        return (self.series_id, self.report.period, self.source_id)

    @cached_property
    def unit(self) -> Unit:
        """The unit of the series, in which all its reports are compared."""
        return Unit.parse(self.series.unit)

    @cached_property
    def print_unit(self) -> Unit:
        """The unit that the report itself is written in."""
        return Unit.parse(self.report.unit or self.series.unit)

    @cached_property
    def value(self) -> Decimal:
        """The reported value in the unit of the series."""
        return convert(self.report.value, self.print_unit, self.unit)

    @cached_property
    def token(self) -> "TokenReading | None":
        """What the printed token says: the reading that fits the value, else the likeliest."""
        token = self.reads or self.report.printed
        found = [read_in(self.print_unit, reading) for reading in readings(token, self.language)]
        fitting = [reading for reading in found if reading and reading.value == self.report.value]
        return next(iter(fitting or [reading for reading in found if reading]), None)

    @cached_property
    def interval(self) -> tuple[Decimal, Decimal]:
        """What the printed digits allow, in the unit of the series."""
        if self.token is None:
            raise ValueError(f'"{self.report.printed}" gives no interval')
        low, high = (convert(each, self.print_unit, self.unit) for each in (self.token.low, self.token.high))
        return low, high


@dataclass(frozen=True)
class TokenReading:
    """A printed token in a given unit: its number and the interval that its digits allow."""

    value: Decimal
    low: Decimal
    high: Decimal
    printed: Printed


def read_in(unit: Unit, printed: Printed) -> TokenReading | None:
    """A reading in the given unit; None where the token says a unit of another dimension.

    A token that names neither scale nor unit is a bare table cell: it is read in the unit itself. "A day" and
    "a year" often stand elsewhere in the sentence: barrels and barrels per day are not held apart here.
    """
    if printed.base is None and not printed.scale_said:
        return TokenReading(printed.value, printed.low, printed.high, printed)
    said = Unit.parse(printed.base or unit.base)
    if _quantity(said) == _quantity(unit):
        said = Unit.parse(unit.base)
    try:
        value, low, high = (convert(each, said, unit) for each in (printed.value, printed.low, printed.high))
    except UnitError:
        return None
    return TokenReading(value, low, high, printed)


def _quantity(unit: Unit) -> str:
    return unit.base.partition(" per ")[0].partition("/")[0]


@dataclass(frozen=True)
class Book:
    """Everything that was read, before and after the rules were applied to it."""

    files: tuple[DataFile, ...]
    codebook: Codebook
    codebook_document: Document
    corrections: Corrections = field(default_factory=lambda: Corrections(corrections=[]))
    corrections_document: Document | None = None
    left_out: LeftOuts = field(default_factory=lambda: LeftOuts(left_out=[]))
    left_out_document: Document | None = None
    mirror_gaps: MirrorGaps = field(default_factory=lambda: MirrorGaps(reasons=[], sources={}))
    mirror_gaps_document: Document | None = None

    @cached_property
    def reads(self) -> dict[ReportKey, str]:
        """The corrected token of each corrected report."""
        return {(each.series, each.period, each.source): each.reads for each in self.corrections.corrections}

    @cached_property
    def series(self) -> dict[str, Series]:
        """Every series by its id."""
        return {name: each for file in self.files for name, each in file.dataset.series.items()}

    @cached_property
    def _entries(self) -> dict[str, tuple[Entry, ...]]:
        return {file.path: tuple(self._entries_of(file)) for file in self.files}

    def entries(self, file: DataFile) -> tuple[Entry, ...]:
        """Every report of a file, in order, those of `also` sources after the first."""
        return self._entries[file.path]

    def _entries_of(self, file: DataFile) -> Iterator[Entry]:
        for series_id, series in file.dataset.series.items():
            for index, report in enumerate(series.reports):
                reads = self.reads.get((series_id, report.period, report.source))
                for source_id in (report.source, *report.also):
                    if source_id in file.dataset.sources:
                        yield Entry(file, series_id, index, source_id, reads)
