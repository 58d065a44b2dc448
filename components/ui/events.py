"""What is said of an event: on a chart, in a list, and opened to its sources and figures."""

from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from components import wording
from components.ledger.tables import BETWEEN, parts
from components.periods import Period
from components.ui import text

STATUS = {"happened": "happened", "planned": "planned"}


def marked(events: pd.DataFrame, topics: Iterable[str]) -> pd.DataFrame:
    """The events of some topics, with `words` for the hover."""
    asked = set(topics)
    rows = events[events["topics"].map(lambda cell: bool(asked.intersection(parts(cell)))).astype(bool)]
    return rows.assign(words=[hover(row) for row in rows.to_dict("records")])


def when(row: dict[Any, Any]) -> str:
    """The date as precisely as it is known: "9 February 2026 – 10 February 2026", "October 2025", "2027"."""
    first = Period.parse(row["date"])
    if row["end"].date() > first.end:
        return f"{first.label()} – {wording.day(row['end'].date())}"
    return first.label()


def hover(row: dict[Any, Any]) -> str:
    """Lines on one event."""
    place = f", {row['place']}" if isinstance(row["place"], str) else ""
    planned = "\nPlanned" if row["status"] == "planned" else ""
    return f"{when(row)}{place}\n{row['title']}{planned}"


def listing(events: pd.DataFrame) -> str:
    """The events that a chart marks, in words."""
    lines = (text.plain(hover(row).replace("\n", ": ", 1)) for row in events.to_dict("records"))
    return text.folded(f"The {len(events)} events marked", text.listing(lines))


def opened(row: dict[Any, Any], figures: Iterable[tuple[str, ...]]) -> str:
    """One event as a line that opens to what is known of it; `figures` are rows for a table."""
    summary = text.section(text.plain(f"{when(row)} · "), text.strong(row["title"]), text.plain(_badges(row)))
    return text.opening(summary, *_body(row, list(figures)))


def _badges(row: dict[Any, Any]) -> str:
    planned = "planned" if row["status"] == "planned" else ""
    return "".join(f" · {part}" for part in (row["kind"], planned) if part)


def _body(row: dict[Any, Any], figures: list[tuple[str, ...]]) -> Iterator[str]:
    if isinstance(row["summary"], str):
        yield text.paragraph(row["summary"])
    countries = ", ".join(wording.area(code) for code in parts(row["countries"]))
    place = f"{row['place']}. " if isinstance(row["place"], str) else ""
    yield text.quiet(text.plain(f"{place}{countries}. Topics: {', '.join(parts(row['topics']))}."))
    for other in parts(row["otherwise"]):
        yield text.paragraph(f"Printed otherwise – {other}.")
    if isinstance(row["note"], str):
        yield text.quiet(text.plain(row["note"]))
    if figures:
        yield text.table(("Figure", "Period", "Value", "As printed"), figures)
    yield text.quiet(text.plain("Sources: "), "; ".join(_sources(row)), text.plain("."))


def _sources(row: dict[Any, Any]) -> Iterator[str]:
    columns = (row[name].split(BETWEEN) for name in ("publishers", "urls", "published"))
    for publisher, url, day in zip(*columns, strict=True):
        words = f"{publisher}, {wording.day(pd.Timestamp(day).date())}" if day else publisher
        yield text.link(words, url) if url else text.plain(words)
