"""Statements: each relation that a source prints, recomputed."""

import pandas as pd
import streamlit as st

from components import wording
from components.ledger.observations import EVIDENCE
from components.ledger.verdicts import VERDICTS
from components.periods import Period
from components.ui import filters, statements, store, text, vintage
from components.ui.memory import recall

MOST_OPEN = 100
MEANINGS = {
    "holds": "some values within the printed digits give what is stated",
    "holds if truncated": "only where digits were cut off instead of rounded",
    "wrong base": "it fits where the difference is divided by the new value, or the periods are exchanged",
    "misprint": "it fits with one other digit in one number",
    "does not hold": "none of these",
    "cannot be checked": "a figure that it needs is not printed, or is about something else",
}


def show() -> None:
    """The page."""
    data = vintage.titled("Statements")
    rows, key = _chosen(_with_subject(data))
    with st.container(gap="medium"):
        text.show(recall((data.fingerprint, "verdicts"), lambda: _counts(data)))
        text.show(recall((data.fingerprint, "statements", key), lambda: _entries(rows)))


def _with_subject(data: store.Store) -> pd.DataFrame:
    rows = data.statements
    years = [str(Period.parse(period).end.year) for period in rows["period"]]
    return rows.assign(subject=rows["file"].str.split("/").str[-2], year=years)


def _chosen(rows: pd.DataFrame) -> tuple[pd.DataFrame, tuple[str, ...]]:
    with st.container(horizontal=True):
        chosen = {
            "verdict": filters.choose("Verdict", "verdict", filters.any_of(VERDICTS)),
            "subject": filters.choose("Subject", "subject", filters.any_of(sorted(rows["subject"].unique()))),
            "year": filters.choose(
                "Year", "year", filters.any_of(sorted(rows["year"].unique(), reverse=True))
            ),
            "evidence": filters.choose("Told by", "evidence", {"": "Any"} | EVIDENCE),
            "publisher": filters.choose(
                "Publisher", "publisher", filters.any_of(sorted(rows["publisher"].unique()))
            ),
        }
    for column, value in chosen.items():
        if value:
            rows = rows[rows[column] == value]
    return rows, tuple(chosen.values())


def _counts(data: store.Store) -> str:
    rows = data.statements
    counts = rows.groupby(["verdict", "evidence"]).size()
    told_by = [kind for kind in EVIDENCE if kind in set(rows["evidence"])]
    table = [
        (
            text.plain(wording.sentence(verdict)),
            text.plain(MEANINGS[verdict]),
            *(text.plain(f"{int(counts.get((verdict, kind), 0)):,}") for kind in told_by),
            text.plain(f"{int((rows['verdict'] == verdict).sum()):,}"),
        )
        for verdict in VERDICTS
    ]
    header = ("Verdict", "Meaning", *(wording.sentence(EVIDENCE[kind]) for kind in told_by), "All")
    told = "A verdict is about arithmetic: whether the printed numbers fit together within their digits."
    return text.section(
        text.heading(_finding(rows)),
        text.quiet(text.plain(told)),
        text.table(header, table, width="44rem"),
        text.downloads(text.link("all statements", data.here("data/statements.csv"))),
    )


def _finding(rows: pd.DataFrame) -> str:
    checked = int((rows["verdict"] != "cannot be checked").sum())
    holding = int((rows["verdict"] == "holds").sum())
    return (
        f"{checked:,} of {len(rows):,} printed statements can be recomputed: "
        f"{holding:,} hold as printed, {checked - holding:,} do not"
    )


def _entries(rows: pd.DataFrame) -> str:
    if rows.empty:
        return text.paragraph("No statement has all of these. Fewer filters show more.")
    shown = statements.in_order(rows).head(MOST_OPEN)
    rest = len(rows) - len(shown)
    more = (
        text.quiet(text.plain(f"And {rest:,} more: the filters above, or the CSV, have them."))
        if rest
        else ""
    )
    entries = map(statements.opened, shown.to_dict("records"))
    return text.section(text.heading(f"{len(rows):,} statements"), *entries, more)
