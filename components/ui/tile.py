"""A headline tile: measure and period, value, change, and a small trend."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components import wording
from components.figures.sparkline import sparkline
from components.periods import Period
from components.ui import chart, text
from components.ui.memory import recall

NOTHING = "Nothing of it was printed up to that day."


@dataclass(frozen=True)
class Tile:
    """What one tile shows. `rows` are those of the trend, of one series and window."""

    key: str
    what: str
    headline: pd.Series | None
    change: str
    rows: pd.DataFrame


def show(tile: Tile, fingerprint: str) -> None:
    """Draws the tile in the current container; the fingerprint is that of the ledger it was made from."""
    with st.container(border=True, gap="xsmall", height="stretch"):
        if tile.headline is None:
            text.show(text.quiet(text.plain(tile.what)), text.paragraph(tile.change))
            return
        period = Period.parse(tile.headline["period"]).label()
        value = wording.amount(tile.headline["value"], tile.headline["unit"])
        text.show(
            text.quiet(text.plain(f"{tile.what}, {period}")),
            text.heading(value, level=2, size="1.9rem"),
            text.quiet(text.plain(wording.sentence(tile.change))),
            text.quiet(chart.source_link(tile.headline)),
        )
        colours = chart.theme()
        figure = recall((fingerprint, tile.key, colours.name), lambda: sparkline(tile.rows, theme=colours))
        chart.draw(figure, key=tile.key, words=f"{tile.what}: the trend up to {period}")
