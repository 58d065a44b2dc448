"""Trade: one partner at a time by both sides' statistics, and all partners together."""

from typing import NamedTuple

import pandas as pd
import streamlit as st

from components import findings, measures, wording
from components.figures import series
from components.figures.theme import Theme
from components.pages import world
from components.selection import YEAR, Selection
from components.ui import cards, chart, filters, mirrors, store, vintage
from components.ui.chart import Content

HOME, WORLD = "AZE", "world"
FIRST = ("USA", "KAZ", WORLD)
TOPICS = ("trade", "charter")


class Flow(NamedTuple):
    """A flow seen from Azerbaijan, and the indicator by which the partner counts the same goods."""

    words: str
    link: str
    own: str
    mirrored: str


FLOWS = {
    "turnover": Flow("Turnover", "with", "trade_turnover", "trade_turnover"),
    "exports": Flow("Exports", "to", "goods_exports", "goods_imports"),
    "imports": Flow("Imports", "from", "goods_imports", "goods_exports"),
}


class View(NamedTuple):
    """What the reader has chosen, and the series that answer: own, the partner's, those nobody signs."""

    data: store.Store
    partner: str
    flow: Flow
    window: str
    own: tuple[str, ...]
    mirror: tuple[str, ...]
    unsigned: tuple[str, ...]
    topics: tuple[str, ...] = ()
    reckoned: bool = False

    @property
    def what(self) -> str:
        return f"{self.flow.words} {self.flow.link} {wording.the_area(self.partner)}"

    @property
    def whole(self) -> tuple[str, ...]:
        return (*self.own, *self.mirror, *self.unsigned)


def show() -> None:
    """The page."""
    data = vintage.titled("Trade")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        partner = filters.choose("Partner", "partner", partners(data))
        flow = filters.choose("Flow", "flow", {key: each.words for key, each in FLOWS.items()})
        if partner == WORLD:
            choice = world.chosen(data, FLOWS[flow].own)
        else:
            view = view_of(data, partner, flow)
            windows = data.windows(view.whole) or (YEAR,)
            window = filters.choose("Months", "months", {each: chart.months(each) for each in windows})
            topics, reckoned = filters.events(TOPICS), filters.reckoned()
            view = view._replace(window=window, topics=topics, reckoned=reckoned)
    with st.container(gap="medium"):
        if partner == WORLD:
            world.show(choice)
        else:
            _partner(view)


def partners(data: store.Store) -> dict[str, str]:
    """All partners with a printed flow of goods: the two of the product and the world first."""
    found = data.partners_of(tuple(flow.own for flow in FLOWS.values()), HOME)
    rest = sorted(set(found) - set(FIRST), key=wording.area)
    names = {WORLD: "All partners"} | {code: wording.area(code) for code in found}
    return {code: names[code] for code in (*FIRST, *rest)}


def view_of(data: store.Store, partner: str, flow: str) -> View:
    """The series that answer for one partner and flow, for full years."""
    chosen = FLOWS[flow]
    own, mirror = data.find(chosen.own, HOME, partner), data.find(chosen.mirrored, partner, HOME)
    return View(data, partner, chosen, YEAR, own, mirror, data.find(chosen.own, None, partner))


def _partner(view: View) -> None:
    for names in view.data.comparable(view.whole) or ((),):
        by_year(view, names)
    pairs = view.data.mirrored(view.own)
    shown = cards.View(view.data, view.window, view.topics)
    names = ("Azerbaijan", wording.the_area(view.partner))
    groups = view.data.comparable((*view.own, *view.mirror)) or ((),)
    facing = tuple(pairs.values()) or tuple(name for name in view.mirror if name in groups[0])
    key, more = f"two-sides-{view.partner}", mirrors.more(view.data, view.own)
    cards.two_sides(shown, key, tuple(pairs) or view.own, facing, view.what, names, below=more)
    for name in view.data.in_parts_of_years((*view.own, *view.mirror)):
        chart.show_year_to_date(view.data, name, view.what)
    _flows(shown, HOME, view.partner)
    _flows(shown, view.partner, HOME)


def by_year(view: View, names: tuple[str, ...] | None = None) -> None:
    """The card on one flow over the years, of series whose units compare; also on the overview."""
    chosen = view.whole if names is None else names
    shown = Selection(chosen, window=view.window, reckoned=view.reckoned)

    def build(rows: pd.DataFrame, theme: Theme) -> Content | str:
        printed = measures.printed(rows)
        if printed.empty:
            return cards.nothing(cards.View(view.data, view.window), shown.series, view.what)
        return Content(
            findings.latest_of(printed, view.what, own=view.own),
            chart.measure(view.what, rows, view.window),
            series.over_years(rows, theme=theme),
        )

    key = f"by-year-{view.partner}-{'-'.join(shown.series[:1])}"
    chart.show(view.data, key, shown, build, topics=view.topics)


def _flows(view: cards.View, seller: str, buyer: str) -> None:
    exports = view.data.find("goods_exports", seller, buyer)[:1]
    imports = view.data.find("goods_imports", seller, buyer)[:1]
    pair = (wording.the_area(seller), wording.the_area(buyer))
    cards.flows(view, f"flows-{seller}-{buyer}", exports, imports, pair)
