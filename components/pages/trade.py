"""Trade: one partner at a time, by both sides' statistics."""

from typing import NamedTuple

import pandas as pd
import streamlit as st

from components import findings, wording
from components.figures import compare, series
from components.figures.theme import Theme
from components.selection import YEAR, Selection
from components.ui import chart, filters, store
from components.ui.chart import Content

HOME = "AZE"
PARTNERS = ("USA", "KAZ")


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

    @property
    def what(self) -> str:
        return f"{self.flow.words} {self.flow.link} {wording.the_area(self.partner)}"

    @property
    def whole(self) -> tuple[str, ...]:
        return (*self.own, *self.mirror, *self.unsigned)


def show() -> None:
    """The page."""
    st.title("Trade")
    data = store.current()
    with st.container(horizontal=True):
        partner = filters.choose("Partner", "partner", {code: wording.area(code) for code in PARTNERS})
        flow = filters.choose("Flow", "flow", {key: each.words for key, each in FLOWS.items()})
        view = view_of(data, partner, flow)
        windows = data.windows(view.whole)
        view = view._replace(
            window=filters.choose("Months", "months", {each: wording.months(each) for each in windows})
        )
    with st.container(gap="medium"):
        by_year(view)
        _two_sides(view)
        for name in view.data.in_parts_of_years((*view.own, *view.mirror)):
            chart.show_year_to_date(data, name, view.what)
        _flows(view, HOME, view.partner)
        _flows(view, view.partner, HOME)


def view_of(data: store.Store, partner: str, flow: str) -> View:
    """The series that answer for one partner and flow, for full years."""
    chosen = FLOWS[flow]
    own, mirror = data.find(chosen.own, HOME, partner), data.find(chosen.mirrored, partner, HOME)
    return View(data, partner, chosen, YEAR, own, mirror, data.find(chosen.own, None, partner))


def by_year(view: View) -> None:
    """The card on one flow over the years; also on the overview."""

    def build(rows: pd.DataFrame, theme: Theme) -> Content:
        return Content(
            findings.latest_of(rows, view.what, own=view.own),
            chart.measure(view.what, rows, view.window),
            series.over_years(rows, theme=theme),
        )

    chart.show(view.data, f"by-year-{view.partner}", Selection(view.whole, window=view.window), build)


def _two_sides(view: View) -> None:
    pairs = view.data.mirrored(view.own)
    partner = wording.the_area(view.partner)

    def build(rows: pd.DataFrame, theme: Theme) -> Content | str:
        own, mirror = rows[rows["series"].isin(pairs)], rows[rows["series"].isin(pairs.values())]
        if own.empty or mirror.empty:
            return (
                f"{view.what}, {chart.span(view.window)}: Azerbaijan and {partner} do not both print it, "
                "so that the two sides cannot be laid side by side. Other flows or months may have both."
            )
        return Content(
            findings.two_sides(own, mirror, "Azerbaijan", partner),
            chart.measure(f"{view.what}, both sides’ statistics", rows, view.window),
            compare.mirror(rows, theme=theme),
        )

    sides = (*pairs, *pairs.values()) or view.own
    chart.show(
        view.data,
        f"two-sides-{view.partner}",
        Selection(sides, window=view.window, reports="preferred"),
        build,
    )


def _flows(view: View, seller: str, buyer: str) -> None:
    exports = view.data.find("goods_exports", seller, buyer)[:1]
    imports = view.data.find("goods_imports", seller, buyer)[:1]
    one, other = wording.the_area(seller), wording.the_area(buyer)

    def build(rows: pd.DataFrame, theme: Theme) -> Content | str:
        out, back = rows[rows["series"].isin(exports)], rows[rows["series"].isin(imports)]
        pair = f"Exports, imports and balance of {one} with {other}"
        if out.empty or back.empty:
            return f"{pair}, {chart.span(view.window)}: not both are printed. Other months may have both."
        return Content(
            findings.balance(out, back, one, other),
            chart.measure(pair, rows, view.window),
            compare.flows(out, back, theme=theme),
        )

    shown = Selection((*exports, *imports), window=view.window, reports="preferred")
    chart.show(view.data, f"flows-{seller}-{buyer}", shown, build)
