"""Ledger to frames; states the column contract of every CSV, frame and answer."""

from collections.abc import Iterable, Iterator, Mapping

import pandas as pd

from components import wording
from components.ledger.book import Entry
from components.ledger.ledger import Ledger
from components.ledger.observations import Observation, validation
from components.ledger.records import Series

COLUMNS = [
    *("series", "title", "indicator", "reporter", "partner"),
    *("period", "period_kind", "period_start", "period_end"),
    *("value", "unit", "value_low", "value_high"),
    *("value_kind", "obs_status", "preferred", "agreement", "validation"),
    *("printed", "source", "publisher", "originator"),
    *("source_title", "source_url", "source_published", "note"),
    *("file", "line"),
]
NUMBERS = ("value", "value_low", "value_high")
DAYS = ("period_start", "period_end", "source_published")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\0")


def reports_frame(ledger: Ledger) -> pd.DataFrame:
    """One tidy row a report, with exactly COLUMNS; values in the unit of their series; missing is missing."""
    return tidy(
        _row(entry, observation, validation(entry, observation, ledger.recomputed))
        for observation in ledger.observations.values()
        for entry in observation.entries
    )


def tidy(rows: Iterable[tuple[object, ...]]) -> pd.DataFrame:
    """Rows of COLUMNS as a frame: numbers as float64, days as datetimes."""
    frame = pd.DataFrame(rows, columns=COLUMNS)
    frame = frame.astype(dict.fromkeys(NUMBERS, "float64"))
    return frame.assign(**{day: pd.to_datetime(frame[day]) for day in DAYS})


def _row(entry: Entry, observation: Observation, level: str) -> tuple[object, ...]:
    series, report, source = entry.series, entry.report, entry.source
    low, high = entry.interval
    period = (str(report.period), report.period.kind, report.period.start, report.period.end)
    value = (float(entry.value), series.unit, float(low), float(high), series.kind, report.status)
    standing = (entry is observation.preferred, observation.agreement, level, report.printed, entry.source_id)
    origin = (source.publisher, source.originator, source.title, source.url, source.published, note(entry))
    place = (entry.file.path, entry.line)
    about = (entry.series_id, series.title, series.indicator, series.reporter, series.partner)
    return (*about, *period, *value, *standing, *origin, *place)


def note(entry: Entry) -> str | None:
    """What a reviewer could doubt of a report, its correction, and whose wording its token is in."""
    borrowed = None if entry.is_first else f"Token in the wording of {entry.report.source}."
    corrected = f'Misprint, read as "{entry.reads}".' if entry.reads else None
    return " ".join(filter(None, (entry.report.note, corrected, borrowed))) or None


def series_frame(ledger: Ledger) -> pd.DataFrame:
    """One row a series: its keys in the file but for the reports, and series, whose, file.

    `whose` is the short name of the maker, or says that no source names it.
    """
    makers = ledger.book.codebook.makers
    rows = [
        {
            "series": name,
            **series.model_dump(exclude={"reports"}),
            "whose": _whose(series, makers),
            "file": file.path,
        }
        for file in ledger.book.files
        for name, series in file.dataset.series.items()
    ]
    return pd.DataFrame(rows)


def _whose(series: Series, makers: Mapping[str, str]) -> str:
    if series.maker:
        return makers[series.maker]
    return f"{wording.area(series.reporter)}, maker not named" if series.reporter else "Maker not named"


def sources_frame(ledger: Ledger) -> pd.DataFrame:
    """One row a report, event, route or project and source: source, its description, feeds (an id)."""
    rows = [
        {"source": entry.source_id, **entry.source.model_dump(), "feeds": entry.series_id}
        for observation in ledger.observations.values()
        for entry in observation.entries
    ]
    return pd.DataFrame([*rows, *_cited_by_stories(ledger)])


def _cited_by_stories(ledger: Ledger) -> Iterator[dict[str, object]]:
    """The sources of events, routes and projects."""
    for file in ledger.book.files:
        for record in file.dataset.stories:
            for name in record.sources:
                yield {"source": name, **file.dataset.sources[name].model_dump(), "feeds": record.id}


def csv_bytes(frame: pd.DataFrame, *, bom: bool = False) -> bytes:
    """RFC 4180 in UTF-8: ISO dates, point decimals, empty means missing; formulas are defused."""
    texts = frame.select_dtypes(exclude=["number", "bool", "datetime"]).columns
    safe = frame.assign(**{name: frame[name].map(_defused, na_action="ignore") for name in texts})
    text: str = safe.to_csv(index=False, lineterminator="\r\n", float_format="%.15g", date_format="%Y-%m-%d")
    return text.encode("utf-8-sig" if bom else "utf-8")


def _defused(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell
