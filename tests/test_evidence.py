"""Nothing of the evidence is lost unseen: each print is in the ledger, or is said to be left out."""

from collections import defaultdict
from decimal import Decimal
from functools import cache

from components.ledger.frames import reports_frame
from components.units import Unit, UnitError
from tests.evidence import Row, corpus, spelt
from tests.ledgers import real

RENAMED = {
    "trend-igc21-seed": "trend-igc21-seed-003",
    "trend-az-kz-21st-commission": "trend-igc21-seed-003",
    "trend-seed-az-kz-commission-21": "trend-igc21-seed-003",
    "bmge-2021-04-15-q1-exports": "bmge-2021-04-15-exports-2019",
    "trend-2026-01-22-us-mission": "trend-us-mission-seed-000",
}
"""Sources of the evidence that go by another id in the datasets, since several topics described them."""
LEAST_IN = 0.95

Figure = tuple[str, object, str]


@cache
def in_the_ledger() -> dict[str, list[Figure]]:
    """Period, amount and token of each report, by its source."""
    found: dict[str, list[Figure]] = defaultdict(list)
    for file in real().book.files:
        for entry in real().book.entries(file):
            amount = (entry.print_unit.base, entry.report.value * entry.print_unit.factor)
            found[entry.source_id].append((str(entry.report.period), amount, entry.report.printed))
    return found


@cache
def left_out() -> frozenset[tuple[str, str, str]]:
    """Series, period and source of what is left out."""
    return frozenset(
        (each.series, spelt(each.period), source)
        for each in real().book.left_out.left_out
        for source in each.sources
    )


def is_in(row: Row, source: str) -> bool:
    """A report of the source has two of the period, amount and token; the third may have been mended."""
    wanted = (spelt(row.period), _amount(row), row.token)
    reports = in_the_ledger().get(RENAMED.get(source, source), []) + in_the_ledger().get(source, [])
    return any(sum(a == b for a, b in zip(report, wanted, strict=True)) >= 2 for report in reports)


def _amount(row: Row) -> object:
    try:
        unit = Unit.parse(row.unit)
    except UnitError:
        return None
    return (unit.base, Decimal(row.value) * unit.factor)


def test_each_figure_of_each_source_is_in_or_is_left_out() -> None:
    """Traced by source, period, amount and token."""
    lost = [
        f"{row.series} {row.period} {row.token!r} of {source}"
        for row in corpus()
        for source in row.sources.split(" ")
        if not is_in(row, source) and (row.series, spelt(row.period), source) not in left_out()
    ]

    assert lost == []


def test_nearly_all_of_the_evidence_is_in() -> None:
    """At least 95 % of its figures, by at least one of their sources."""
    rows = corpus()
    held = sum(any(is_in(row, source) for source in row.sources.split(" ")) for row in rows)

    assert held / len(rows) >= LEAST_IN


def test_every_report_has_a_place_to_be_looked_up() -> None:
    """File and line of each row of the ledger's frame."""
    rows = reports_frame(real())

    assert rows["file"].str.startswith("datasets/").all()
    assert (rows["line"] > 1).all()
