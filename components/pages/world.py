"""All partners together: totals, balance, exports outside oil, ranks and shares; a part of the page Trade."""

from typing import NamedTuple

from components.selection import YEAR
from components.ui import cards, chart, filters
from components.ui.cards import View
from components.ui.store import Store

HOME = "AZE"
WORDS = {"trade_turnover": "Turnover", "goods_exports": "Exports", "goods_imports": "Imports"}
TOTALS = {
    "trade_turnover": ("az-trade-turnover", "az-trade-turnover-unattributed"),
    "goods_exports": ("az-exports", "az-exports-unattributed", "az-exports-wdi-merchandise"),
    "goods_imports": ("az-imports", "az-imports-unattributed", "az-imports-wdi-merchandise"),
}
LONG = ("az-exports-wdi-merchandise",), ("az-imports-wdi-merchandise",)
NON_OIL = ("az-nonoil-exports",)
TOPICS = ("trade",)
LEAST = 3
"""A ranking of fewer partners says nothing."""


class Choice(NamedTuple):
    """What a reader has chosen: the flow, the months and year, the partners that print it."""

    view: View
    flow: str
    partners: tuple[str, ...]
    year: int


def chosen(data: Store, flow: str) -> Choice:
    """The filters of this part of the page."""
    partners = data.of_partners(flow, HOME)
    windows = data.windows((*TOTALS[flow], *partners))
    window = filters.choose("Months", "months", {each: chart.months(each) for each in windows})
    years = [str(year) for year in ranked_years(data, partners, window)]
    year = filters.choose("Year of the ranking", "year", {year: year for year in years or [""]})
    return Choice(View(data, window, filters.events(TOPICS)), flow, partners, int(year or 0))


def ranked_years(data: Store, partners: tuple[str, ...], window: str) -> list[int]:
    """The years for which at least LEAST partners are printed in these months, newest first."""
    counts = data.years_of(partners, window)
    return sorted((year for year, count in counts.items() if count >= LEAST), reverse=True)


def show(choice: Choice) -> None:
    """The cards."""
    view, words = choice.view, WORDS[choice.flow]
    cards.over_years(view, f"world-{choice.flow}", TOTALS[choice.flow], f"{words} with all countries")
    if choice.year:
        cards.ranking(view, "ranking", choice.partners, f"{words} by partner", choice.year)
        total = TOTALS[choice.flow][0]
        cards.shares(view, "shares", total, choice.partners, f"Shares in {words.lower()}", choice.year)
    long = view._replace(window=YEAR)
    cards.flows(long, "world-balance", *LONG, ("Azerbaijan", "the world"))
    cards.over_years(view, "non-oil", NON_OIL, "Exports outside oil")
    chart.show_year_to_date(view.data, TOTALS[choice.flow][0], f"{words} with all countries")
    chart.show_year_to_date(view.data, NON_OIL[0], "Exports outside oil")
