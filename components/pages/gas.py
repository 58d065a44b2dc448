"""Gas: exports by destination, both sides' statistics, the Southern Gas Corridor, production."""

from typing import NamedTuple

import streamlit as st

from components.selection import YEAR
from components.ui import cards, chart, filters, mirrors, vintage
from components.ui.cards import View

TOPICS = ("gas",)
EXPORTS = ("az-gas-export-total", "az-gas-export-total-socar", "az-gas-export-customs-volume")
DESTINATIONS = {
    "az-gas-export-europe": "Europe",
    "az-gas-export-turkiye": "Türkiye",
    "az-gas-export-georgia": "Georgia",
    "az-gas-export-syria": "Syria",
}
COUNTRIES = {
    "az-gas-export-customs-volume-italy": "Italy",
    "az-gas-export-customs-volume-turkiye": "Türkiye",
    "az-gas-export-customs-volume-georgia": "Georgia",
    "az-gas-export-customs-volume-greece": "Greece",
    "az-gas-export-customs-volume-bulgaria": "Bulgaria",
}
EUROPE, TARGET = ("az-gas-export-europe",), ("az-gas-export-europe-target-president",)
PRODUCTION = (
    "az-gas-production-total-statistics",
    "az-gas-production-total",
    "az-gas-production-energy-institute",
)
FIELDS = {
    "az-gas-production-shah-deniz": "Shah Deniz",
    "az-gas-production-acg": "ACG",
    "az-gas-production-socar": "SOCAR",
    "az-gas-production-absheron": "Absheron",
}


class Buyer(NamedTuple):
    """A buyer's own statistics of the gas that comes from Azerbaijan, and Azerbaijan's of the same."""

    name: str
    own: tuple[str, ...]
    theirs: tuple[str, ...]


BUYERS = {
    "TUR": Buyer("Türkiye", ("az-gas-export-turkiye",), ("tr-gas-import-from-az-epdk",)),
    "EU": Buyer("the European Union", EUROPE, ("eu-gas-import-from-az-ec",)),
    "ITA": Buyer(
        "Italy",
        ("az-gas-export-customs-volume-italy",),
        ("it-gas-import-from-az-ministry", "it-gas-import-from-az-eurostat"),
    ),
    "GRC": Buyer("Greece", ("az-gas-export-customs-volume-greece",), ("gr-gas-import-from-az-eurostat",)),
    "BGR": Buyer("Bulgaria", ("az-gas-export-customs-volume-bulgaria",), ("bg-gas-import-from-az-eurostat",)),
}


class Pipeline(NamedTuple):
    """A pipeline's yearly flow by maker, and its capacities and targets with their labels."""

    name: str
    flows: tuple[str, ...]
    levels: dict[str, str]


PIPELINES = {
    "scp": Pipeline(
        "Gas through the South Caucasus Pipeline (SCP)",
        ("scp-gas-transported-statistics", "scp-gas-transit-georgia"),
        {"scp-capacity": "Capacity by bp", "scp-capacity-gogc": "Capacity by GOGC"},
    ),
    "tanap": Pipeline(
        "Gas to Türkiye through TANAP",
        ("az-gas-export-turkiye-via-tanap",),
        {
            "tanap-gas-to-turkiye-plateau": "Plateau for Türkiye",
            "tanap-capacity": "Capacity of all of TANAP",
            "tanap-capacity-target": "Expansion target",
        },
    ),
    "tap": Pipeline(
        "Gas through the Trans Adriatic Pipeline (TAP)",
        ("tap-gas-transported", "tap-gas-transported-press"),
        {
            "tap-capacity": "Capacity",
            "tap-capacity-press": "Capacity by the press",
            "tap-capacity-target": "Expansion target",
        },
    ),
}
NAMES = {"scp": "SCP", "tanap": "TANAP", "tap": "TAP"}


def show() -> None:
    """The page."""
    data = vintage.titled("Gas")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        windows = data.windows((*EXPORTS, *DESTINATIONS, *COUNTRIES, *PRODUCTION, *FIELDS)) or (YEAR,)
        window = filters.choose("Months", "months", {each: chart.months(each) for each in windows})
        buyer = filters.choose("Buyer", "buyer", {code: each.name for code, each in BUYERS.items()})
        pipeline = filters.choose("Pipeline", "pipeline", NAMES)
        view = View(data, window, filters.events(TOPICS), filters.reckoned())
    with st.container(gap="medium"):
        cards.over_years(view, "exports", EXPORTS, "Gas exports")
        cards.lines(view, "destinations", DESTINATIONS, "Gas exports by destination")
        cards.lines(view, "countries", COUNTRIES, "Gas exports by country, counted by the customs")
        both_sides(view, BUYERS[buyer])
        corridor(view, PIPELINES[pipeline])
        to_europe(view._replace(window=YEAR))
        cards.over_years(view, "production", PRODUCTION, "Gas production")
        cards.lines(view, "fields", FIELDS, "Gas production by field")
        chart.show_year_to_date(data, EXPORTS[0], "Gas exports")


def both_sides(view: View, buyer: Buyer) -> None:
    """The card on Azerbaijan's exports to one buyer beside that buyer's imports."""
    names = ("Azerbaijan", buyer.name)
    what = f"Gas from Azerbaijan to {buyer.name}"
    more = mirrors.more(view.data, buyer.own)
    cards.two_sides(view, f"buyer-{buyer.name}", buyer.own, buyer.theirs, what, names, below=more)


def corridor(view: View, pipeline: Pipeline) -> None:
    """The card on one pipeline's flow against its capacity and its expansion."""
    cards.against(view, f"flow-{pipeline.name}", pipeline.flows, pipeline.levels, pipeline.name)


def to_europe(view: View) -> None:
    """The card on exports to Europe and the 20 bcm aimed at; also on the overview."""
    cards.towards(view, "europe-target", EUROPE, TARGET, "Gas exports to Europe")
