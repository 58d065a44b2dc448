"""Electricity: generation and capacity by source, exchange, renewable projects, links and spare capacity."""

import streamlit as st

from components.selection import YEAR
from components.ui import cards, chart, filters, projects, vintage
from components.ui.cards import View

TOPICS = ("electricity",)
SOURCES = {
    "az-electricity-generation-gas-owid": "Gas",
    "az-electricity-generation-hydro-owid": "Hydro",
    "az-electricity-generation-oil-owid": "Oil",
    "az-electricity-generation-solar-owid": "Solar",
    "az-electricity-generation-wind-owid": "Wind",
    "az-electricity-generation-bioenergy-owid": "Bioenergy",
}
GENERATION = (
    *("az-electricity-generation", "az-electricity-generation-ssc", "az-electricity-generation-owid"),
    "az-electricity-generation-unattributed",
)
CAPACITY = {
    "az-installed-capacity-thermal": "Thermal",
    "az-installed-capacity-hydro": "Hydro",
    "az-installed-capacity-solar": "Solar",
    "az-installed-capacity-wind": "Wind",
    "az-installed-capacity-waste": "Waste",
}
SHARE, SHARE_OF_CAPACITY = ("az-renewable-share-of-generation-owid",), ("az-renewable-share-of-capacity",)
SHARE_TARGET = ("az-renewable-share-of-generation-target",)
EXPORTS = ("az-electricity-exports", "az-electricity-exports-customs", "az-electricity-exports-unattributed")
IMPORTS = ("az-electricity-imports", "az-electricity-imports-customs")
EXPORTS_TO = {
    "az-electricity-exports-to-georgia": "Georgia",
    "az-electricity-exports-to-turkey": "Türkiye",
    "az-electricity-exports-to-russia": "Russia",
    "az-electricity-exports-to-iran": "Iran",
}
SPARE = {
    "az-unused-generation-capacity": "Spare capacity",
    "az-unused-generation-capacity-target": "Spare capacity, plan",
    "nakhchivan-turkey-export-capacity": "Nakhchivan to Türkiye",
    "black-sea-cable-capacity": "Black Sea cable",
}


def show() -> None:
    """The page."""
    data = vintage.titled("Electricity")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        windows = data.windows((*GENERATION, *EXPORTS, *IMPORTS, *EXPORTS_TO)) or (YEAR,)
        window = filters.choose("Months", "months", {each: chart.months(each) for each in windows})
        view = View(data, window, filters.events(TOPICS), filters.reckoned())
    with st.container(gap="medium"):
        cards.stacked(view._replace(window=YEAR), "sources", SOURCES, "Electricity by source")
        cards.over_years(view, "generation", GENERATION, "Electricity generated")
        cards.on_days(view, "capacity", tuple(CAPACITY), "Capacity by source", label=tuple(CAPACITY.items()))
        renewable_share(view._replace(window=YEAR))
        cards.on_days(view, "capacity-share", SHARE_OF_CAPACITY, "Renewables in installed capacity")
        cards.over_years(view, "exports", EXPORTS, "Electricity exports")
        cards.over_years(view, "imports", IMPORTS, "Electricity imports")
        cards.lines(view, "exports-to", EXPORTS_TO, "Electricity exports by country")
        projects.show(data)
        cards.on_days(
            view, "spare", tuple(SPARE), "Capacity to spare, and the links", label=tuple(SPARE.items())
        )
        chart.show_year_to_date(data, GENERATION[0], "Electricity generated")


def renewable_share(view: View) -> None:
    """The card on renewables in generation and what is aimed at; also on the overview."""
    cards.towards(view, "renewable-target", SHARE, SHARE_TARGET, "Renewables in electricity generation")
