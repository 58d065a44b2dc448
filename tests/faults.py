"""Damages as hands do them to a line of the datasets: one slip in value, token, period, unit or source."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import islice
from random import Random
from typing import Any

from components.ledger.book import Book, DataFile
from components.ledger.schema import Location
from tests import slips
from tests.slips import Slip

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_EMPTY_ZEROS = re.compile(r"(?<![\d.,])0+(?=\d)|[.,]0+(?!\d)|(?<=[.,]\d)0+(?!\d)|(?<=[.,]\d\d)0+(?!\d)")


@dataclass(frozen=True)
class Damage:
    """One slip in one series: its kind, and what stands at which places of the plain data instead."""

    kind: str
    path: str
    series: str
    changes: Mapping[Location, object]


@dataclass(frozen=True)
class Line:
    """A report where it stands."""

    book: Book
    file: DataFile
    series: str
    index: int

    @property
    def reports(self) -> Sequence[Mapping[str, Any]]:
        found: Sequence[Mapping[str, Any]] = self.file.document.data["series"][self.series]["reports"]
        return found

    @property
    def report(self) -> Mapping[str, Any]:
        return self.reports[self.index]

    def place(self, key: str, *, further: int = 0) -> Location:
        return ("series", self.series, "reports", self.index + further, key)

    def damage(self, kind: str, changes: Mapping[Location, object]) -> Damage:
        return Damage(kind, self.file.path, self.series, changes)


Make = Callable[[str, Line, Random], Damage | None]
"""The damage of a kind to a line; None where it has no place for it or would mean the same."""


def damages(book: Book, *, each: int, seed: int) -> Iterator[Damage]:
    """So many damages of each kind, spread over the files as evenly as their reports allow."""
    for kind, make in KINDS.items():
        yield from islice(_spread(book, kind, make, Random(f"{seed} {kind}")), each)


def _spread(book: Book, kind: str, make: Make, random: Random) -> Iterator[Damage]:
    queues = [lines for file in book.files if (lines := _lines(book, file))]
    seen: list[Damage] = []
    for lines in queues:
        random.shuffle(lines)
    while queues:
        for lines in queues:
            made = None
            while lines and (made is None or made in seen):
                made = make(kind, lines.pop(), random)
            if made and made not in seen:
                seen.append(made)
                yield made
        queues = [lines for lines in queues if lines]


def _lines(book: Book, file: DataFile) -> list[Line]:
    return [
        Line(book, file, name, index)
        for name, series in file.dataset.series.items()
        for index in range(len(series.reports))
    ]


def _in_value(slip: Slip, kind: str, line: Line, random: Random) -> Damage | None:
    before = f"{line.report['value']}"
    after = slip(before, random)
    if after is None or not _NUMBER.fullmatch(after) or Decimal(after) == Decimal(before):
        return None
    return line.damage(kind, {line.place("value"): Decimal(after)})


def _in_token(slip: Slip, kind: str, line: Line, random: Random) -> Damage | None:
    before = line.report["printed"]
    after = slip(before, random)
    if after is None or _EMPTY_ZEROS.sub("", after) == _EMPTY_ZEROS.sub("", before):
        return None
    return line.damage(kind, {line.place("printed"): after})


def _in_period(slip: Slip, kind: str, line: Line, random: Random) -> Damage | None:
    after = slip(line.report["period"], random)
    return None if after is None else line.damage(kind, {line.place("period"): after})


def _unit_of_a_report(kind: str, line: Line, random: Random) -> Damage | None:
    """Of one that has a unit of its own."""
    own = line.report.get("unit")
    after = slips.another_unit(own, line.book.codebook.units, random) if own else None
    return None if after is None else line.damage(kind, {line.place("unit"): after})


def _unit_of_a_series(kind: str, line: Line, random: Random) -> Damage | None:
    before = line.file.document.data["series"][line.series]["unit"]
    after = slips.another_unit(before, line.book.codebook.units, random)
    return None if after is None else line.damage(kind, {("series", line.series, "unit"): after})


def _another_source(kind: str, line: Line, random: Random) -> Damage | None:
    """Another source of the file."""
    others = [source for source in line.file.dataset.sources if source != line.report["source"]]
    return line.damage(kind, {line.place("source"): random.choice(others)}) if others else None


def _exchanged_sources(kind: str, line: Line, random: Random) -> Damage | None:
    """The sources of two neighbouring lines exchanged."""
    here, there = line.report["source"], [report["source"] for report in line.reports[line.index + 1 :][:1]]
    if there in ([], [here]):
        return None
    return line.damage(kind, {line.place("source"): there[0], line.place("source", further=1): here})


_IN_DIGITS: Mapping[str, Slip] = {
    "transposed digits": slips.transposed,
    "dropped digit": slips.dropped,
    "doubled digit": slips.doubled,
    "changed digit": slips.changed,
    "moved point": slips.moved_point,
}
KINDS: Mapping[str, Make] = {
    **{f"value: {name}": partial(_in_value, slip) for name, slip in _IN_DIGITS.items()},
    "value: thousand for million": partial(_in_value, slips.thousandfold),
    **{f"token: {name}": partial(_in_token, slip) for name, slip in _IN_DIGITS.items()},
    "token: thousand for million": partial(_in_token, slips.another_scale),
    "period: another year": partial(_in_period, slips.another_year),
    "period: another half, quarter or month": partial(_in_period, slips.another_part),
    "unit: of a report": _unit_of_a_report,
    "unit: of a series": _unit_of_a_series,
    "source: another of the file": _another_source,
    "source: exchanged with the next": _exchanged_sources,
}
