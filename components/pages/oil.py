"""Oil: what flows through Baku–Tbilisi–Ceyhan (BTC), whose it is, production, exports, other pipelines."""

import pandas as pd
import streamlit as st

from components import findings
from components.figures import series
from components.figures.theme import Theme
from components.selection import YEAR, Selection
from components.ui import cards, chart, filters, vintage
from components.ui.cards import View
from components.ui.chart import Content

TOPICS = ("oil",)
UNITS = {"tonnes": "Tonnes", "barrels": "Barrels"}
THROUGHPUT = {
    "tonnes": ("btc-throughput-statcom", "btc-throughput-bp-tonnes"),
    "barrels": ("btc-through-turkey-botas", "ceyhan-loadings-bil", "btc-throughput-bp-barrels"),
}
AZERBAIJANI, TRANSIT = "btc-azerbaijani-oil-statcom", "btc-transit-oil-statcom"
KAZAKH = (
    "btc-kazakh-oil-kazmunaygas",
    "btc-kazakh-oil-kaz-foreign-ministry",
    "btc-kazakh-oil-kaztransoil",
    "btc-kazakh-oil-reuters",
    "btc-kazakh-oil-kaz-minenergy",
)
KAZAKH_TARGET = "btc-kazakh-oil-target-7mt"
PRODUCTION = (
    "azerbaijan-oil-production-minenergy",
    "azerbaijan-oil-production-statcom",
    "azerbaijan-oil-production-energy-institute",
)
ACG = ("acg-oil-production-bp-tonnes", "acg-oil-production-minenergy")
EXPORTS = ("azerbaijan-oil-exports-minenergy", "azerbaijan-crude-oil-exports-customs-volume")
SUPSA, NOVOROSSIYSK = (
    ("supsa-exports-socar", "baku-supsa-gogc-tonnes"),
    ("baku-novorossiysk-socar", "baku-novorossiysk-cdu-tek", "baku-novorossiysk-press"),
)
TO_DATE = {"btc-throughput-statcom": "Oil through BTC", TRANSIT: "Transit oil through BTC"}


def show() -> None:
    """The page."""
    data = vintage.titled("Oil")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        unit = filters.choose("Unit", "unit", UNITS)
        shown = (*THROUGHPUT[unit], AZERBAIJANI, TRANSIT, *PRODUCTION, *EXPORTS, *SUPSA, *NOVOROSSIYSK)
        windows = data.windows(shown) or (YEAR,)
        window = filters.choose("Months", "months", {each: chart.months(each) for each in windows})
        view = View(data, window, filters.events(TOPICS), filters.reckoned())
    with st.container(gap="medium"):
        _throughput(view, unit)
        _origins(view)
        kazakh_target(view._replace(window=YEAR))
        cards.over_years(view, "production", PRODUCTION, "Oil production of Azerbaijan")
        cards.over_years(view, "acg", ACG, "Oil production of Azeri–Chirag–Gunashli (ACG)")
        cards.over_years(view, "exports", EXPORTS, "Oil exports of Azerbaijan")
        cards.over_years(view, "supsa", SUPSA, "Oil through Baku–Supsa")
        cards.over_years(view, "novorossiysk", NOVOROSSIYSK, "Oil through Baku–Novorossiysk")
        for name, what in TO_DATE.items():
            chart.show_year_to_date(data, name, what)


def _throughput(view: View, unit: str) -> None:
    def build(rows: pd.DataFrame, theme: Theme) -> Content | str:
        if rows.empty:
            return cards.nothing(view, THROUGHPUT[unit], f"Oil through BTC in {unit}")
        newest = rows.sort_values("period_end")["series"].iloc[-1]
        return Content(
            findings.latest(rows[rows["series"] == newest], "Oil through BTC"),
            chart.measure("Oil through BTC by maker", rows, view.window),
            series.over_years(rows, theme=theme),
        )

    shown = Selection(THROUGHPUT[unit], window=view.window)
    chart.show(view.data, "throughput", shown, build, topics=view.topics)


def _origins(view: View) -> None:
    def build(rows: pd.DataFrame, theme: Theme) -> Content | str:
        if rows.empty:
            return cards.nothing(view, (AZERBAIJANI, TRANSIT), "The origin of BTC’s oil")
        transit, own = (rows[rows["series"] == name] for name in (TRANSIT, AZERBAIJANI))
        return Content(
            findings.parts(transit, own, "Transit oil", "Azerbaijani oil in BTC"),
            chart.measure("Oil through BTC by origin", rows, view.window),
            series.over_years(rows, theme=theme),
        )

    shown = Selection((AZERBAIJANI, TRANSIT), window=view.window)
    chart.show(view.data, "origins", shown, build, label="title", topics=view.topics)


def kazakh_target(view: View) -> None:
    """The card on Kazakh oil and its target; also on the overview."""
    cards.towards(view, "kazakh-target", KAZAKH, (KAZAKH_TARGET,), "Kazakh oil through BTC")
