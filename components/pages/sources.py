"""Sources & checks: where everything comes from, how it was validated, what was corrected."""

from collections.abc import Hashable, Iterable, Mapping
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from components import wording
from components.periods import Period
from components.ui import store, text, vintage
from components.ui.memory import recall

LEVELS = {
    "read": "its number is the one that its printed token gives",
    "read twice": "someone who did not enter it has read it again, on its page or in the record of it",
    "corroborated": "an independent source prints an agreeing figure",
    "recomputed": "it takes part in a sum or a statement that holds",
}


def show() -> None:
    """The page."""
    data = vintage.titled("Sources & checks")
    with st.container(gap="medium"):
        _newer_files(data)
        for section in (*(_levels, _checks, _datasets, _corrections, _left_out, _conflicts, _sources),):
            text.show(recall((data.fingerprint, section.__name__), partial(section, data)))


def _newer_files(data: store.Store) -> None:
    if data.problems:
        text.show(
            text.heading("Newer files were not taken over"),
            text.paragraph("The figures shown are those of the last files that were right. In the new ones:"),
            text.listing(text.plain(str(problem)) for problem in data.problems),
        )


def _levels(data: store.Store) -> str:
    counts = data.reports["validation"].value_counts()
    rows = [(level, meaning, f"{counts.get(level, 0):,}") for level, meaning in LEVELS.items()]
    series, sources = data.reports["series"].nunique(), data.reports["source"].nunique()
    return text.section(
        text.heading("How far the figures were validated"),
        text.paragraph(
            f"The ledger holds {len(data.reports):,} reports of {series:,} series from {sources:,} sources. "
            "Each report is counted at the furthest level that it has reached."
        ),
        text.table(("Level", "Meaning", "Reports"), _plain(rows)),
    )


def _checks(data: store.Store) -> str:
    rows = [
        (check.rule, "holds" if not check.problems else f"{len(check.problems)} problems")
        for check in data.ledger.checks
    ]
    return text.section(
        text.heading("What is checked"),
        text.paragraph(
            "Run over the whole ledger each time it is read; a ledger with a problem is not shown."
        ),
        text.table(("Rule", "Result"), _plain(rows)),
    )


def _datasets(data: store.Store) -> str:
    files = data.reports.groupby("file")["series"]
    counts, series = files.size(), files.nunique()
    rows = [
        (
            each.dataset.title,
            each.dataset.description,
            f"{series.get(each.path, 0):,}",
            f"{counts.get(each.path, 0):,}",
            f"{len(each.dataset.stories):,}",
        )
        for each in data.ledger.book.files
    ]
    header = ("Subject", "What it holds", "Series", "Reports", "Events, routes, projects")
    return text.section(text.heading("Datasets"), text.table(header, _plain(rows), width="44rem"))


def _corrections(data: store.Store) -> str:
    rows = [
        (each.series, each.period.label(), each.printed, each.reads, each.because, wording.day(each.since))
        for each in data.ledger.book.corrections.corrections
    ]
    return text.section(
        text.heading("Corrections"),
        text.paragraph("Where the product departs from what a source printed."),
        text.table(
            ("Series", "Period", "Printed", "Read as", "Because", "Since"), _plain(rows), width="50rem"
        ),
    )


def _left_out(data: store.Store) -> str:
    every = data.ledger.book.left_out.left_out
    rows = [(each.series, each.period, each.printed, each.because, ", ".join(each.sources)) for each in every]
    return text.section(
        text.heading("Left out"),
        text.paragraph(
            f"{len(rows):,} printed figures and statements that were found and are not in the ledger, "
            "each with the reason."
        ),
        text.folded(
            "Show them",
            text.table(("Series", "Period", "Printed", "Because", "Sources"), _plain(rows), width="44rem"),
        ),
    )


def _conflicts(data: store.Store) -> str:
    rows = [_conflict(row) for row in data.conflicts.to_dict("records")]
    header = ("Figure", "Period", "Preferred, and why", "Farthest from it", "Apart", "Sources")
    return text.section(
        text.heading("Prints in conflict"),
        text.paragraph(
            f"{len(rows)} figures are printed in ways that rounding does not explain, the widest apart first."
        ),
        text.folded("Show them", text.table(header, rows, width="50rem")),
        text.downloads(text.link("all conflicts", data.here("data/conflicts.csv"))),
    )


def _conflict(row: Mapping[Hashable, Any]) -> tuple[str, ...]:
    preferred = f"“{row['printed']}” ({row['publisher']}; {row['because']})"
    other = f"“{row['other_printed']}” ({row['other_publisher']})"
    counts = f"{row['agreeing']} agree, {row['disagreeing']} otherwise"
    period = Period.parse(row["period"]).label()
    apart = wording.exact(round(row["gap_percent"], 1), "percent")
    return tuple(map(text.plain, (row["title"], period, preferred, other, apart, counts)))


def _sources(data: store.Store) -> str:
    groups = data.sources.groupby("source", sort=False)
    table = groups.agg(
        {"publisher": "first", "title": "first", "url": "first", "published": "first", "feeds": "unique"}
    )
    table = table.assign(reports=groups.size()).sort_values("published", ascending=False, na_position="last")
    rows = [_source(row) for row in table.reset_index().to_dict("records")]
    return text.section(
        text.heading("Sources"),
        text.paragraph(
            f"{len(rows):,} publications, the newest first, with the series and events that each feeds."
        ),
        text.table(("Publisher", "Title", "Published", "Entries", "Feeds"), rows, width="44rem"),
    )


def _source(row: Mapping[Hashable, Any]) -> tuple[str, ...]:
    address = row["url"]
    words = row["source"] if pd.isna(row["title"]) else row["title"]
    return (
        text.plain(row["publisher"]),
        text.linked(words, address),
        text.plain(wording.published(row["published"])),
        text.plain(str(row["reports"])),
        text.plain(", ".join(row["feeds"])),
    )


def _plain(rows: Iterable[Iterable[str]]) -> list[tuple[str, ...]]:
    return [tuple(text.plain(cell) for cell in row) for row in rows]
