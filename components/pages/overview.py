"""Overview: the headline figures with their trend, and the charts that tell the story."""

import pandas as pd
import streamlit as st

from components import findings, wording
from components.pages import oil, trade
from components.selection import YEAR, Selection
from components.ui import store, text, tile
from components.ui.memory import recall
from components.ui.tile import Tile

TURNOVER_USA, TURNOVER_KAZ = "az-us-trade-turnover", "az-kz-trade-turnover"
BTC = "btc-throughput-statcom"


def show() -> None:
    """The page."""
    st.title("Caspian Ledger")
    data = store.current()
    text.show(text.paragraph(_introduction(data)))
    with st.container(horizontal=True):
        for shown in recall((data.fingerprint, "tiles"), lambda: _tiles(data)):
            tile.show(shown, data.fingerprint)
    with st.container(gap="medium"):
        trade.by_year(trade.view_of(data, "USA", "turnover"))
        trade.by_year(trade.view_of(data, "KAZ", "turnover"))
        oil.kazakh_target(data)


def _introduction(data: store.Store) -> str:
    newest = wording.day(data.reports["source_published"].max())
    return (
        "Azerbaijan’s trade and energy figures as they were printed: each with its source, its precision, "
        "and who prints otherwise. "
        f"The newest source is of {newest}."
    )


def _tiles(data: store.Store) -> list[Tile]:
    return [
        _yearly(data, "tile-usa", TURNOVER_USA, "Trade with the United States"),
        _latest(data, "tile-kaz", TURNOVER_KAZ, "Trade with Kazakhstan"),
        _yearly(data, "tile-btc", BTC, "Oil through BTC"),
        _target(data),
    ]


def _yearly(data: store.Store, key: str, series: str, what: str) -> Tile:
    rows = _years(data, series)
    return Tile(key, what, rows.iloc[-1], findings.change(rows, rows.iloc[-1]), rows)


def _latest(data: store.Store, key: str, series: str, what: str) -> Tile:
    every = data.rows(Selection((series,), reports="preferred"))
    headline = every.sort_values("period_end").iloc[-1]
    return Tile(key, what, headline, findings.change(every, headline), _years(data, series))


def _target(data: store.Store) -> Tile:
    rows = _years(data, oil.KAZAKH[0])
    target = data.rows(Selection((oil.KAZAKH_TARGET,), window=YEAR, reports="preferred")).iloc[-1]
    return Tile(
        "tile-kazakh-oil",
        "Kazakh oil through BTC",
        rows.iloc[-1],
        findings.part_of(rows.iloc[-1], target),
        rows,
    )


def _years(data: store.Store, series: str) -> pd.DataFrame:
    return data.rows(Selection((series,), window=YEAR, reports="preferred"))
