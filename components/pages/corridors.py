"""Corridors: the map of all routes, the Middle Corridor, ports, railways, and targets against the path."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from components import measures, wording
from components.figures import map as mapping
from components.ledger.tables import BETWEEN, parts
from components.periods import Period
from components.selection import YEAR
from components.ui import cards, chart, filters, store, text, vintage
from components.ui.cards import View
from components.ui.memory import recall

TOPICS = ("transit", "transport")
REGIONS = {"whole": "Italy to the Caspian", "caucasus": "South Caucasus"}
SHORT = {"baku-supsa": "Baku–Supsa", "baku-novorossiysk": "Baku–Novorossiysk", "btc": "BTC", "scp": "SCP"}
SHORT |= {"tanap": "TANAP", "tap": "TAP", "btk": "Baku–Tbilisi–Kars", "tripp": "TRIPP"}
SHORT |= {"middle-corridor": "Middle Corridor", "horadiz-aghband": "Horadiz–Aghband"}
SHORT |= {"nakhchivan-railway": "Nakhchivan", "caspian-black-sea-europe-cable": "Black Sea cable"}
SHORT |= {"central-asia-azerbaijan-green-corridor": "Green corridor"}
CARGO = (
    *("titr-cargo-volume", "titr-cargo-volume-association", "titr-cargo-volume-azcon"),
    *("titr-cargo-volume-ktz", "titr-cargo-volume-trade-ministry", "titr-cargo-volume-unattributed"),
)
CARGO_TARGET = ("titr-cargo-volume-target",)
CONTAINERS = ("titr-containers-ministry", "titr-containers", "titr-containers-trade-ministry")
CONTAINERS_TARGET = ("titr-containers-target",)
TRAINS = ("ady-block-trains-from-china", "titr-container-trains-china")
PORT = ("baku-port-cargo", "baku-port-cargo-cabinet", "baku-port-cargo-ady")
PORT_TEU = ("baku-port-teu", "baku-port-teu-cabinet", "baku-port-teu-ady")
TRANSIT = ("az-transit-cargo", "az-corridors-transit-cargo", "az-rail-transit-cargo")
BTK, BTK_LEVELS = ("btk-cargo",), {"btk-capacity": "Capacity"}
PLANS = {
    "zangezur-corridor-capacity-foreign-ministry": "TRIPP",
    "zangezur-corridor-capacity": "Zangezur corridor",
    "horadiz-aghband-capacity": "Horadiz–Aghband railway",
    "nakhchivan-railway-capacity": "Nakhchivan railway",
    "kars-dilucu-capacity": "Kars–Dilucu railway",
}
TABLE = ("Route", "Kind", "Status", "Opened", "Length", "Capacity", "Sources")
WHAT = "Pipelines, railways, corridors and power cables through Azerbaijan."
READING = "Lines are schematic: they join places, side by side where several run together."


def show() -> None:
    """The page."""
    data = vintage.titled("Corridors")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        region = filters.choose("Map", "map", REGIONS)
        windows = data.windows((*CARGO, *CONTAINERS, *TRAINS, *PORT, *PORT_TEU, *BTK)) or (YEAR,)
        window = filters.choose("Months", "months", {each: chart.months(each) for each in windows})
        view = View(data, window, filters.events(TOPICS), filters.reckoned())
    with st.container(gap="medium"):
        _map(data, region)
        cards.over_years(view, "cargo", CARGO, "Cargo along the Middle Corridor")
        cards.towards(view, "cargo-target", CARGO, CARGO_TARGET, "Cargo along the Middle Corridor")
        boxes = "Containers along the Middle Corridor"
        cards.towards(view, "containers", CONTAINERS, CONTAINERS_TARGET, boxes)
        cards.over_years(view, "trains", TRAINS, "Container trains from China")
        cards.over_years(view, "port", PORT, "Cargo through the Port of Baku")
        cards.over_years(view, "port-teu", PORT_TEU, "Containers through the Port of Baku")
        cards.over_years(view, "transit", TRANSIT, "Transit cargo through Azerbaijan", label="title")
        cards.against(view, "btk", BTK, BTK_LEVELS, "Cargo along Baku–Tbilisi–Kars")
        cards.plans(view._replace(window=YEAR), "plans", PLANS, "Planned capacity of the new railways")


def _map(data: store.Store, region: str) -> None:
    if data.routes.empty:
        text.show(text.paragraph("No route is in the ledger yet."))
        return
    colours = chart.theme()
    rows = recall((data.fingerprint, "routes"), lambda: _with_words(data))
    key = (data.fingerprint, "map", region, colours.name)
    view = mapping.CAUCASUS if region == "caucasus" else None
    figure = recall(key, lambda: mapping.routes(rows, theme=colours, view=view))
    with st.container(border=True, gap="xsmall"):
        text.show(text.heading(_finding(rows)), text.quiet(text.plain(WHAT)))
        chart.draw(figure, key="routes-map", words=f"{_finding(rows)}. The table below the map lists them.")
        link = text.link("routes and their waypoints", data.here("data/routes.csv"))
        text.show(
            text.quiet(text.plain(f"{READING} Outlines: Natural Earth.")),
            recall((data.fingerprint, "routes table"), lambda: _table(rows)),
            text.downloads(link),
        )


def _with_words(data: store.Store) -> pd.DataFrame:
    """One row a waypoint, with the short name of its route and what is said of the route."""
    firsts = data.routes.drop_duplicates("route").reset_index(drop=True)
    lengths = {row["route"]: _printed(data, row["length"]) for row in firsts.to_dict("records")}
    capacities = {row["route"]: _printed(data, row["capacity"]) for row in firsts.to_dict("records")}
    rows = data.routes.assign(
        label=data.routes["route"].map(SHORT).fillna(data.routes["name"]),
        length=data.routes["route"].map(lengths),
        capacity=data.routes["route"].map(capacities),
    )
    return rows.assign(words=[_words(row) for row in rows.to_dict("records")])


def _printed(data: store.Store, cell: object) -> str:
    """The newest figure of each thing that the named series measure, and who prints otherwise.

    Series of one title are several makers' figures of one thing; the first title is the route's own.
    """
    rows = data.of(tuple(parts(cell))) if parts(cell) else data.reports.iloc[:0]
    order = {name: place for place, name in enumerate(parts(cell))}
    rows = rows.sort_values("series", key=lambda names: names.map(order), kind="stable")
    told = [(str(title), _figure(group)) for title, group in rows.groupby("title", sort=False)]
    words = [figure if place == 0 else f"{title}: {figure}" for place, (title, figure) in enumerate(told)]
    return "; ".join(words) or wording.MISSING


def _figure(rows: pd.DataFrame) -> str:
    """The newest figure of the first series, and all others of any maker."""
    own = measures.preferred(rows[rows["series"] == rows["series"].iloc[0]])
    last = own.sort_values("period_end", kind="stable").iloc[-1]
    main = wording.exact(last["value"], last["unit"])
    said = (wording.exact(*pair) for pair in zip(rows["value"], rows["unit"], strict=True))
    others = sorted({words for words in said if words != main})
    otherwise = f" (also printed: {', '.join(others)})" if others else ""
    planned = " planned" if last["value_kind"] == "target" else ""
    return f"{main}{planned}{otherwise}"


def _words(row: Mapping[Hashable, Any]) -> str:
    kind = f"{wording.sentence(row['kind'])}, {row['status']}"
    return "\n".join((row["name"], kind, f"Length: {row['length']}", f"Capacity: {row['capacity']}"))


def _finding(rows: pd.DataFrame) -> str:
    statuses = rows.drop_duplicates("route")["status"].value_counts()
    return f"{statuses.sum()} routes: " + ", ".join(f"{count} {status}" for status, count in statuses.items())


def _table(rows: pd.DataFrame) -> str:
    cells = [_cells(row) for row in rows.drop_duplicates("route").to_dict("records")]
    return text.table(TABLE, cells, height="none", width="60rem")


def _cells(row: Mapping[Hashable, Any]) -> tuple[str, ...]:
    opened = Period.parse(row["opened"]).label() if isinstance(row["opened"], str) else wording.MISSING
    pairs = zip(row["publishers"].split(BETWEEN), row["urls"].split(BETWEEN), strict=True)
    sources = ", ".join(text.link(name, url) if url else text.plain(name) for name, url in pairs)
    what = (row["name"], row["kind"], row["status"], opened, row["length"], row["capacity"])
    return (*map(text.plain, what), sources)
