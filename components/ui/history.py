"""The prints of one series in the order in which they came out: first prints, reprints, revisions."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from components import wording
from components.ledger.history import REVISION, UNDATED
from components.periods import Period
from components.ui import chart, text
from components.ui.memory import recall
from components.ui.store import Store

TABLE = ("Period", "Published", "Step", "Value", "Change", "As printed", "Publisher", "Note")
READING = (
    "A revision is another figure that the maker itself printed later; a correction is this ledger’s own, "
    "of a misprint, and stands in the note. Changes are against the maker’s print before."
)


def show(data: Store, name: str) -> None:
    """The periods of a series that were printed more than once, the newest first."""
    text.show(recall((data.fingerprint, "history", name), lambda: _section(data, name)))


def _section(data: Store, name: str) -> str:
    rows = data.history[data.history["series"] == name]
    repeated = rows[rows["period"].map(rows["period"].value_counts()) > 1]
    if repeated.empty:
        return text.quiet(text.plain("No period of this series has more than one print."))
    order = {period: Period.parse(period) for period in repeated["period"].unique()}
    newest = repeated.sort_values("period", key=lambda each: each.map(order), ascending=False, kind="stable")
    addresses = data.of((name,)).drop_duplicates("source").set_index("source")["source_url"]
    newest = newest.assign(source_url=newest["source"].map(addresses))
    table = text.table(TABLE, [_cells(row) for row in newest.to_dict("records")], width="60rem")
    link = text.link("the history of every series", data.here("data/history.csv"))
    below = text.quiet(text.plain(f"{READING} Download CSV: "), link)
    return text.folded(_summary(repeated), below, table)


def _summary(rows: pd.DataFrame) -> str:
    revised = int((rows["step"] == REVISION).sum())
    told = {0: "no revision", 1: "1 revision"}.get(revised, f"{revised} revisions")
    count = rows["period"].nunique()
    periods = "1 period" if count == 1 else f"{count} periods"
    return f"Print by print: {periods} printed more than once, {told}"


def _cells(row: Mapping[Hashable, Any]) -> tuple[str, ...]:
    return (
        text.plain(Period.parse(row["period"]).label()),
        text.plain("" if row["step"] == UNDATED else wording.published(row["published"])),
        text.plain(row["step"]),
        text.plain(wording.exact(row["value"], row["unit"])),
        text.plain(_change(row)),
        text.plain(f"“{row['printed']}”"),
        chart.publisher(row),
        text.plain("" if pd.isna(row["note"]) else row["note"]),
    )


def _change(row: Mapping[Hashable, Any]) -> str:
    """How far a print is from the one before, in its unit and in percent."""
    if pd.isna(row["change"]) or row["change"] == 0:
        return "" if pd.isna(row["change"]) else "none"
    amount = wording.exact(row["change"], row["unit"])
    percent = "" if pd.isna(row["change_percent"]) else f" ({wording.number(row['change_percent'])} %)"
    return f"{amount}{percent}"
