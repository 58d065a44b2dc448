"""Statements and what their recomputation gives, as frames."""

from collections.abc import Iterator

import pandas as pd

from components.ledger.ledger import Ledger
from components.ledger.operands import Operand
from components.ledger.tables import BETWEEN
from components.ledger.verdicts import Judged

STATEMENT_COLUMNS = [
    *("id", "kind", "series", "title", "period", "base", "of", "change", "stated"),
    *("verdict", "arithmetic", "because", "repair"),
    *("implied_series", "implied_period", "implied_unit", "implied_low", "implied_high"),
    *("operands", "source", "publisher", "evidence", "source_url", "source_published", "also"),
    *("checked", "note", "file", "line"),
]


def statements_frame(ledger: Ledger) -> pd.DataFrame:
    """One row a statement, in the order of the files: STATEMENT_COLUMNS.

    `operands` are the series, period and source of each figure used; implied bounds are in `implied_unit`.
    """
    frame = pd.DataFrame(map(_row, ledger.statements), columns=STATEMENT_COLUMNS)
    bounds = dict.fromkeys(("implied_low", "implied_high"), "float64")
    days = {day: pd.to_datetime(frame[day]) for day in ("source_published", "checked")}
    return frame.astype(bounds).assign(**days)


def _row(each: Judged) -> tuple[object, ...]:
    statement, file = each.told.statement, each.told.file
    source = file.dataset.sources[statement.source]
    title = each.told.series.title
    about = (statement.id, statement.kind, statement.series, title, str(statement.period))
    base, of = str(statement.base) if statement.base else None, BETWEEN.join(statement.of) or None
    said = (base, of, statement.change, statement.stated)
    found = (each.verdict, each.arithmetic or None, each.because, each.repair)
    operands = BETWEEN.join(dict.fromkeys(name for operand in each.operands for name in _names(operand)))
    origin = (statement.source, source.publisher, source.evidence, source.url, source.published)
    place = (statement.checked, statement.note, file.path, each.told.line)
    also = BETWEEN.join(statement.also) or None
    return (*about, *said, *found, *_implied(each), operands or None, *origin, also, *place)


def _implied(each: Judged) -> tuple[object, ...]:
    if each.implied is None:
        return (None,) * 5
    implied = each.implied
    bounds = (float(implied.range.low), float(implied.range.high))
    return (implied.series, str(implied.period), implied.unit, *bounds)


def _names(operand: Operand) -> Iterator[str]:
    for entry in operand.entries:
        yield f"{entry.series_id} {entry.report.period} {entry.source_id}"
