"""All partners together: totals, balance, exports outside oil, ranks and shares; a part of the page Trade."""

from typing import NamedTuple

from components.periods import Period
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
    """What a reader has chosen: months, flow, the partners that print it, the period of the ranking."""

    view: View
    flow: str
    partners: tuple[str, ...]
    period: str


def chosen(data: Store, flow: str) -> Choice:
    """The filters of this part of the page."""
    partners = data.of_partners(flow, HOME)
    windows = data.windows((*TOTALS[flow], *partners)) or (YEAR,)
    window = filters.choose("Months", "months", {each: chart.months(each) for each in windows})
    periods = ranked_periods(data, partners)
    period = filters.choose("Ranking of", "period", periods or {"": "Nothing"})
    return Choice(View(data, window, filters.events(TOPICS), filters.reckoned()), flow, partners, period)


def ranked_periods(data: Store, partners: tuple[str, ...]) -> dict[str, str]:
    """The periods for which at least LEAST partners are printed, with words; the fullest first."""
    counts = data.counts_of(partners)
    full = sorted((text for text in counts if counts[text] >= LEAST), key=lambda text: -counts[text])
    return {text: f"{Period.parse(text).label()} ({counts[text]})" for text in full}


def show(choice: Choice) -> None:
    """The cards."""
    view, words = choice.view, WORDS[choice.flow]
    cards.over_years(view, f"world-{choice.flow}", TOTALS[choice.flow], f"{words} with all countries")
    if choice.period:
        period = Period.parse(choice.period)
        ranked = view._replace(window=str(period.window))
        cards.ranking(ranked, "ranking", choice.partners, f"{words} by partner", period.end.year)
        total = TOTALS[choice.flow][0]
        cards.shares(ranked, "shares", total, choice.partners, f"Shares in {words.lower()}", period.end.year)
    long = view._replace(window=YEAR)
    cards.flows(long, "world-balance", *LONG, ("Azerbaijan", "the world"))
    cards.over_years(view, "non-oil", NON_OIL, "Exports outside oil")
    chart.show_year_to_date(view.data, TOTALS[choice.flow][0], f"{words} with all countries")
    chart.show_year_to_date(view.data, NON_OIL[0], "Exports outside oil")
