"""Overview: the headline figures with their trend, what is new, and the charts that tell the story."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from components import findings, wording
from components.pages import electricity, gas, oil, trade
from components.periods import Period
from components.selection import YEAR, Selection
from components.ui import chart, events, store, text, tile, vintage
from components.ui.cards import View
from components.ui.memory import recall
from components.ui.tile import Tile

TURNOVER_USA, TURNOVER_KAZ = "az-us-trade-turnover", "az-kz-trade-turnover"
BTC, GAS, CARGO = "btc-throughput-statcom", "az-gas-export-total", "baku-port-cargo"
ELECTRICITY = "az-electricity-generation-owid"
STORIES = {
    "trade": "Trade with the United States, Kazakhstan and everyone else",
    "oil": "Oil through Baku–Tbilisi–Ceyhan and the other pipelines",
    "gas": "Gas: exports, buyers, the Southern Gas Corridor",
    "electricity": "Electricity: sources, renewables, links",
    "corridors": "Corridors: the map, the Middle Corridor, ports and railways",
    "partnerships": "Partnerships: the US charter, the commission with Kazakhstan",
}
NEWEST = 8


def show() -> None:
    """The page."""
    data = vintage.titled("Caspian Ledger")
    text.show(text.paragraph(_introduction(data)))
    tiles = recall((data.fingerprint, "tiles"), lambda: _tiles(data))
    for row in (tiles[:4], tiles[4:]):
        with st.container(horizontal=True):
            for shown in row:
                tile.show(shown, data.fingerprint)
    view = View(data)
    with st.container(gap="medium"):
        text.show(recall((data.fingerprint, "new"), lambda: _new(data)))
        trade.by_year(trade.view_of(data, "USA", "turnover"))
        trade.by_year(trade.view_of(data, "KAZ", "turnover"))
        oil.kazakh_target(view)
        gas.to_europe(view)
        electricity.renewable_share(view)


def _introduction(data: store.Store) -> str:
    newest = wording.day(data.sources["published"].dropna().max())
    return (
        "Azerbaijan’s trade and energy figures as they were printed: each with its source, its precision, "
        "and who prints otherwise. "
        f"The newest source is of {newest}."
    )


def _new(data: store.Store) -> str:
    """The figures and the events that were published last, and the way into the stories."""
    stories = (text.link(words, data.here(page)) for page, words in STORIES.items())
    return text.section(
        text.heading("New in the ledger"),
        text.table(("Published", "Figure", "Period", "Value", "Publisher"), _newest_figures(data)),
        text.quiet(text.plain("Newest events: "), "; ".join(_newest_events(data)), text.plain(".")),
        text.heading("Stories", level=4, size="1.1rem"),
        text.listing(stories),
    )


def _newest_figures(data: store.Store) -> list[tuple[str, ...]]:
    printed = data.reports[data.reports["value_kind"] == "printed"]
    order = ["source_published", "period_end", "preferred"]
    newest = printed.sort_values(order, ascending=False, kind="stable")
    newest = newest.drop_duplicates("source").drop_duplicates("series").head(NEWEST)
    return [
        (
            text.plain(wording.published(row["source_published"])),
            text.link(row["title"], data.here(f"explore?series={row['series']}")),
            text.plain(Period.parse(row["period"]).label()),
            text.plain(wording.amount(row["value"], row["unit"])),
            chart.publisher(row),
        )
        for _, row in newest.iterrows()
    ]


def _newest_events(data: store.Store) -> list[str]:
    happened = data.events[data.events["status"] == "happened"].tail(3).iloc[::-1]
    return [
        text.link(f"{row['title']} ({events.when(row)})", data.here("partnerships"))
        for row in happened.to_dict("records")
    ]


def _tiles(data: store.Store) -> list[Tile]:
    return [
        _yearly(data, "tile-usa", TURNOVER_USA, "Trade with the United States"),
        _latest(data, "tile-kaz", TURNOVER_KAZ, "Trade with Kazakhstan"),
        _yearly(data, "tile-btc", BTC, "Oil through BTC"),
        _target(data),
        _yearly(data, "tile-gas", GAS, "Gas exports"),
        _yearly(data, "tile-europe", gas.EUROPE[0], "Gas exports to Europe"),
        _yearly(data, "tile-electricity", ELECTRICITY, "Electricity generated"),
        _yearly(data, "tile-port", CARGO, "Cargo through the Port of Baku"),
    ]


def _yearly(data: store.Store, key: str, series: str, what: str) -> Tile:
    rows = _years(data, series)
    return _tile(key, what, rows, rows)


def _latest(data: store.Store, key: str, series: str, what: str) -> Tile:
    every = data.rows(Selection((series,), reports="preferred")).sort_values("period_end")
    return _tile(key, what, every, _years(data, series))


def _tile(key: str, what: str, rows: pd.DataFrame, trend: pd.DataFrame) -> Tile:
    """The last of the rows as a headline; none where nothing was printed up to the day of a vintage."""
    if rows.empty:
        return Tile(key, what, None, tile.NOTHING, trend)
    return Tile(key, what, rows.iloc[-1], findings.change(rows, rows.iloc[-1]), trend)


def _target(data: store.Store) -> Tile:
    shown = _yearly(data, "tile-kazakh-oil", oil.KAZAKH[0], "Kazakh oil through BTC")
    targets = data.rows(Selection((oil.KAZAKH_TARGET,), window=YEAR, reports="preferred"))
    if shown.headline is None or targets.empty:
        return shown
    return replace(shown, change=findings.part_of(shown.headline, targets.iloc[-1]))


def _years(data: store.Store, series: str) -> pd.DataFrame:
    """The yearly facts of a series; a forecast is none."""
    rows = data.rows(Selection((series,), window=YEAR, reports="preferred"))
    return rows[rows["obs_status"] != "F"]
