"""Figures that nobody prints: implied by statements, or derived from other periods of their series."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import pandas as pd

from components.ledger.book import Entry
from components.ledger.frames import tidy
from components.ledger.ledger import Ledger
from components.ledger.ranges import Range
from components.ledger.verdicts import Implied, Judged
from components.periods import Period

IMPUTED = "I"
"""The status of what is not a print, in SDMX's list."""


class Reckoned(NamedTuple):
    """A value with its interval, how it follows, and a report that it comes from."""

    series: str
    period: Period
    range: Range
    kind: str
    formula: str
    entry: Entry


def reckoned_frame(ledger: Ledger) -> pd.DataFrame:
    """One row a figure that is not printed, with COLUMNS: `value_kind` implied or derived, `obs_status` I.

    `value` is the middle of its interval, `note` the formula with its inputs; `printed` is missing and
    `preferred` is false, so that nothing counts it as a fact. A figure that any source prints is not in it.
    """
    found = [*_implied(ledger), *_derived(ledger)]
    fresh = [each for each in found if (each.series, each.period) not in ledger.observations]
    return tidy(_row(ledger, each) for each in fresh)


def _implied(ledger: Ledger) -> Iterator[Reckoned]:
    """The one figure that is missing from a statement."""
    for each in ledger.statements:
        implied, statement = each.implied, each.told.statement
        own = ledger.figures.own(statement.series, statement.period, each.told.sources)
        if implied and own and not statement.scope and implied.range.low > 0:
            yield _from_statement(implied, own[0].entries[0], each)


def _from_statement(implied: Implied, entry: Entry, each: Judged) -> Reckoned:
    words = f"Implied by {each.told.statement.as_stated}: {implied.formula}"
    return Reckoned(implied.series, implied.period, implied.range, "implied", words, entry)


def _derived(ledger: Ledger) -> Iterator[Reckoned]:
    """Months, quarters, halves and years out of other periods of the same series."""
    figures = ledger.figures
    for series, known in figures.periods.items():
        for period in _within(min(known)[0], max(end for _, end in known)):
            operand = next(figures.reckoned(series, period), None)
            if operand and operand.range.low > 0:
                words = f"Derived: {operand.formula}."
                yield Reckoned(series, period, operand.range, "derived", words, operand.entries[0])


def _within(first: date, last: date) -> Iterator[Period]:
    """All months, quarters, halves and years between two days."""
    for year in range(first.year, last.year + 1):
        for months in (1, 3, 6, 12):
            for start in range(1, 13, months):
                yield Period.of_months(date(year, start, 1), date(year, start + months - 1, 1))


def _row(ledger: Ledger, each: Reckoned) -> tuple[object, ...]:
    series, source = ledger.figures.series[each.series], each.entry.source
    period = (str(each.period), each.period.kind, each.period.start, each.period.end)
    about = (each.series, series.title, series.indicator, series.reporter, series.partner)
    bounds = (float(each.range.middle), series.unit, float(each.range.low), float(each.range.high))
    standing = (each.kind, IMPUTED, False, "alone", each.kind, None, each.entry.source_id)
    origin = (source.publisher, source.originator, source.title, source.url, source.published, each.formula)
    return (*about, *period, *bounds, *standing, *origin, each.entry.file.path, each.entry.line)
