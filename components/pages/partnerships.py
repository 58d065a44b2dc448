"""Partnerships: what was signed, met, said and planned, each with its sources and figures."""

from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from components import measures, wording
from components.figures import timeline
from components.ledger.tables import parts
from components.periods import Period
from components.ui import chart, events, filters, store, text, vintage
from components.ui.memory import recall

STORIES = {
    "": "All",
    "charter": "The US charter",
    "commission": "The commission with Kazakhstan",
    "mission": "Business missions and visits",
    "energy": "Energy agreements",
    "transit": "Transit agreements",
}
SINCE = {year: year for year in ("2022", "2015", "1993")}
NOTHING = "An earlier first year, or fewer filters, show more."
MOST_OPEN = 200
READING = "Filled: happened. Hollow: planned. Each event stands under its first topic."


def show() -> None:
    """The page."""
    data = vintage.titled("Partnerships")
    chosen, key = _chosen(data)
    with st.container(gap="medium"):
        if chosen.empty:
            text.show(text.paragraph(f"No event since {key[-1]} has all of these. {NOTHING}"))
            return
        _timeline(data, chosen, key)
        text.show(recall((data.fingerprint, "events", key), lambda: _entries(data, chosen)))


def _chosen(data: store.Store) -> tuple[pd.DataFrame, tuple[str, ...]]:
    rows = data.events
    with st.container(horizontal=True):
        story = filters.choose("Story", "story", STORIES)
        country = filters.choose("Country", "country", countries(rows))
        topic = filters.choose("Topic", "topic", options(rows, "topics"))
        kind = filters.choose("Kind", "kind", options(rows, "kind"))
        status = filters.choose("Status", "status", options(rows, "status"))
        since = filters.choose("From", "since", SINCE)
    rows = rows.loc[pd.Series([_belongs(row, story) for row in rows.to_dict("records")], dtype=bool)]
    for column, value in (("countries", country), ("topics", topic), ("kind", kind), ("status", status)):
        if value:
            rows = rows[rows[column].map(lambda cell, value=value: value in parts(cell)).astype(bool)]
    rows = rows[rows["start"].dt.year >= int(since)]
    return rows, (story, country, topic, kind, status, since)


def options(rows: pd.DataFrame, column: str) -> dict[str, str]:
    """The values of a column that events have, with words."""
    return filters.any_of(sorted({value for cell in rows[column] for value in parts(cell)}))


def countries(rows: pd.DataFrame) -> dict[str, str]:
    """The countries that take part besides Azerbaijan."""
    codes = {code for cell in rows["countries"] for code in parts(cell)} - {"AZE"}
    return {"": "Any"} | {code: wording.area(code) for code in sorted(codes, key=wording.area)}


def _belongs(row: Mapping[Hashable, Any], story: str) -> bool:
    """Whether an event is a part of a story: by its topics, its kind, and the words of its title."""
    topics, title, kind = parts(row["topics"]), str(row["title"]).lower(), row["kind"]
    is_agreement = kind in ("signing", "commissioning")
    return {
        "": True,
        "charter": "charter" in topics,
        "commission": "commission" in title and "KAZ" in parts(row["countries"]),
        "mission": kind in ("mission", "visit"),
        "energy": is_agreement and bool({"oil", "gas", "electricity", "energy"}.intersection(topics)),
        "transit": is_agreement and bool({"transit", "transport"}.intersection(topics)),
    }[story]


def _timeline(data: store.Store, chosen: pd.DataFrame, key: tuple[str, ...]) -> None:
    colours = chart.theme()
    rows = chosen.assign(
        lane=[wording.sentence(parts(cell)[0]) for cell in chosen["topics"]],
        words=[events.hover(row) for row in chosen.to_dict("records")],
    ).sort_values(["lane", "start"], kind="stable")
    figure = recall(
        (data.fingerprint, "timeline", key, colours.name), lambda: timeline.timeline(rows, theme=colours)
    )
    with st.container(border=True, gap="xsmall"):
        text.show(text.heading(_finding(chosen)), text.quiet(text.plain(_measure(chosen))))
        chart.draw(figure, key="timeline", words=_finding(chosen))
        link = text.link("all events", data.here("data/events.csv"))
        text.show(
            text.quiet(text.plain(READING)),
            text.downloads(link),
        )


def _finding(rows: pd.DataFrame) -> str:
    happened = rows[rows["status"] == "happened"]
    if happened.empty:
        return f"{_count(len(rows))}, all of them planned"
    last = happened.iloc[-1].to_dict()
    return f"The newest of {_count(len(rows))}: {last['title']}, {events.when(last)}"


def _count(number: int) -> str:
    return "1 event" if number == 1 else f"{number} events"


def _measure(rows: pd.DataFrame) -> str:
    first, last = rows["start"].min().year, rows["start"].max().year
    disputed = int(rows["otherwise"].notna().sum())
    return f"Dated events, {first} to {last}. {disputed} of them are printed otherwise somewhere."


def _entries(data: store.Store, chosen: pd.DataFrame) -> str:
    newest_first = chosen.iloc[::-1].head(MOST_OPEN)
    entries = [events.opened(row, _figures(data, row["figures"])) for row in newest_first.to_dict("records")]
    return text.section(text.heading("Each event, with its sources"), *entries)


def _figures(data: store.Store, cell: object) -> Iterator[tuple[str, ...]]:
    """The figures that an event talks about, as rows of a table."""
    for figure in parts(cell):
        name, period = figure.split(" ")
        rows = measures.preferred(data.of((name,)))
        for row in rows[rows["period"] == period].to_dict("records"):
            yield (
                text.plain(row["title"]),
                text.plain(Period.parse(period).label()),
                text.plain(wording.exact(row["value"], row["unit"])),
                text.plain(f"“{row['printed']}”"),
            )
