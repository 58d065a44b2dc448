"""Renewable projects and power links: a sortable table, and a line of time for each."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from components import measures, wording
from components.figures import timeline
from components.ledger.tables import BETWEEN
from components.periods import Period
from components.ui import chart, text
from components.ui.memory import recall
from components.ui.store import Store

COLUMNS = {"name": "Project", "technology": "Technology", "status": "Status", "MW": "Capacity, MW"}
COLUMNS |= {"printed": "As printed", "place": "Place", "developer": "Developer", "publishers": "Sources"}
MEGAWATT = "MW"


def show(data: Store) -> None:
    """The card of all projects."""
    if data.projects.empty:
        text.show(text.paragraph("No project is in the ledger yet."))
        return
    rows = recall((data.fingerprint, "projects"), lambda: _rows(data))
    with st.container(border=True, gap="xsmall"):
        text.show(text.heading(_finding(rows)), text.quiet(text.plain(_measure(rows))))
        st.dataframe(_table(rows), hide_index=True, height="content")
        colours = chart.theme()
        key = (data.fingerprint, "milestones", colours.name)
        figure = recall(key, lambda: timeline.timeline(_steps(data), theme=colours))
        chart.draw(figure, key="milestones", words="Milestones of the projects over time")
        text.show(text.quiet(text.plain("Filled: happened. Hollow: planned.")), _downloads(data))


def _rows(data: Store) -> pd.DataFrame:
    """One row a project, the largest first: its columns, MW (NaN where not printed) and printed."""
    figures = [_capacity(data, name) for name in data.projects["capacity"]]
    publishers = [", ".join(dict.fromkeys(cell.split(BETWEEN))) for cell in data.projects["publishers"]]
    capacities = pd.DataFrame(figures, columns=["MW", "printed"])
    rows = data.projects.assign(publishers=publishers).join(capacities)
    return rows.sort_values("MW", ascending=False, kind="stable", na_position="last", ignore_index=True)


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    texts = [name for name in COLUMNS if name != "MW"]
    return rows[list(COLUMNS)].fillna(dict.fromkeys(texts, "")).rename(columns=COLUMNS)


def _capacity(data: Store, name: object) -> tuple[float, str | None]:
    """The newest printed capacity of a project in MW, with its token."""
    chosen = measures.preferred(data.of((name,) if isinstance(name, str) else ()))
    if not isinstance(name, str) or chosen.empty:
        return float("nan"), None
    last = measures.in_unit(chosen, MEGAWATT).sort_values("period_end", kind="stable").iloc[-1]
    return float(last["value"]), str(last["printed"])


def _finding(rows: pd.DataFrame) -> str:
    counts = rows["status"].value_counts()
    words = ", ".join(f"{count} {status}" for status, count in counts.items())
    return f"{len(rows)} projects of renewable power and its links: {words}"


def _measure(rows: pd.DataFrame) -> str:
    return (
        f"Capacity as last printed, in megawatts, for {int(rows['MW'].notna().sum())} of them. "
        "A click on a column’s head sorts. Capacities overlap where a programme counts its plants, "
        "so that they are not added up."
    )


def _steps(data: Store) -> pd.DataFrame:
    rows = data.milestones
    return rows.assign(lane=rows["name"], words=[_words(row) for row in rows.to_dict("records")])


def _words(row: Mapping[Hashable, Any]) -> str:
    planned = "\nPlanned" if row["status"] == "planned" else ""
    when = Period.parse(row["date"]).label()
    return f"{when}: {wording.sentence(row['what'])}\n{row['name']} ({row['publisher']}){planned}"


def _downloads(data: Store) -> str:
    links = (text.link(name, data.here(f"data/{name}.csv")) for name in ("projects", "milestones"))
    return text.downloads(*links)
