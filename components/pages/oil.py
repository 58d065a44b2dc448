"""Oil: what flows through Baku–Tbilisi–Ceyhan (BTC), whose it is, and Kazakh oil against its target."""

import pandas as pd
import streamlit as st

from components import findings, wording
from components.figures import series
from components.figures.theme import Theme
from components.selection import YEAR, Selection
from components.ui import chart, filters, store
from components.ui.chart import Content

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
TO_DATE = {"btc-throughput-statcom": "Oil through BTC", TRANSIT: "Transit oil through BTC"}


def show() -> None:
    """The page."""
    st.title("Oil")
    data = store.current()
    with st.container(horizontal=True):
        unit = filters.choose("Unit", "unit", UNITS)
        windows = data.windows((*THROUGHPUT[unit], AZERBAIJANI, TRANSIT))
        window = filters.choose("Months", "months", {each: wording.months(each) for each in windows})
    with st.container(gap="medium"):
        _throughput(data, unit, window)
        _origins(data, window)
        kazakh_target(data)
        for name, what in TO_DATE.items():
            chart.show_year_to_date(data, name, what)


def _throughput(data: store.Store, unit: str, window: str) -> None:
    def build(rows: pd.DataFrame, theme: Theme) -> Content | str:
        if rows.empty:
            return f"No maker prints BTC's oil in {unit} for {chart.span(window)}. Other months have figures."
        newest = rows.sort_values("period_end")["series"].iloc[-1]
        return Content(
            findings.latest(rows[rows["series"] == newest], "Oil through BTC"),
            chart.measure("Oil through BTC by maker", rows, window),
            series.over_years(rows, theme=theme),
        )

    chart.show(data, "throughput", Selection(THROUGHPUT[unit], window=window), build)


def _origins(data: store.Store, window: str) -> None:
    def build(rows: pd.DataFrame, theme: Theme) -> Content | str:
        if rows.empty:
            return (
                f"The origin of BTC's oil is not printed for {chart.span(window)}. Other months have figures."
            )
        transit, own = (rows[rows["series"] == name] for name in (TRANSIT, AZERBAIJANI))
        return Content(
            findings.parts(transit, own, "Transit oil", "Azerbaijani oil in BTC"),
            chart.measure("Oil through BTC by origin", rows, window),
            series.over_years(rows, theme=theme),
        )

    chart.show(data, "origins", Selection((AZERBAIJANI, TRANSIT), window=window), build, label="title")


def kazakh_target(data: store.Store) -> None:
    """The card on Kazakh oil and its target; also on the overview."""

    def build(rows: pd.DataFrame, theme: Theme) -> Content:
        facts, target = rows[rows["value_kind"] == "printed"], rows[rows["value_kind"] == "target"]
        return Content(
            findings.towards(facts, target, "Kazakh oil through BTC"),
            chart.measure("Kazakh oil through BTC, and what is aimed at", rows, YEAR),
            series.towards_target(facts, target, theme=theme),
        )

    chart.show(data, "kazakh-target", Selection((*KAZAKH, KAZAKH_TARGET), window=YEAR), build)
