"""Mirrors: one flow as its two sides count it, how far apart they are, and why such counts differ."""

from collections.abc import Iterable, Mapping

import pandas as pd
import streamlit as st

from components import findings, wording
from components.figures import series
from components.figures.theme import Theme
from components.ledger.reasons import Authority, Reason
from components.selection import DAYS, Selection
from components.ui import cards, chart, filters, mirrors, store, text, vintage
from components.ui.chart import Content
from components.ui.memory import recall
from components.ui.mirrors import Pair
from components.units import CURRENCIES, Unit

INTRODUCTION = (
    "What one side sells the other buys, and both count it. Here are both counts, how far apart they are, "
    "and why two honest counts can differ."
)
GENERAL = (
    "General reasons, as the authorities give them. Which of them is at work here no source says, unless a "
    "note below does."
)
NONE_YET = "No flow was printed by two sides up to that day."
FLOWS = {"trade": "goods", "oil": "oil", "gas": "gas", "electricity": "electricity"}
"""Which kind of flow the series of a folder are about."""


def show() -> None:
    """The page."""
    data = vintage.titled("Mirrors")
    text.show(text.paragraph(INTRODUCTION))
    found = mirrors.pairs(data)
    if not found:
        text.show(text.paragraph(NONE_YET))
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        partners = {each.partner: wording.area(each.partner) for each in found}
        partner = filters.choose("Partner", "pair", partners)
        own = filters.choose("What", "what", titles(each for each in found if each.partner == partner))
        pair = next(each for each in found if each.own == own)
        months = {each: chart.months(each) for each in mirrors.windows(data, pair)}
        window = filters.choose("Months", "months", months)
    with st.container(gap="medium"):
        both(data, pair, window)
        mirrors.show_gap(data, pair, window)
        text.show(recall((data.fingerprint, "gap reasons", pair), lambda: reasons(data, pair)))


def titles(of_partner: Iterable[Pair]) -> dict[str, str]:
    """What a partner's pairs are about, by the own series; the makers tell those of one title apart."""
    listed = list(of_partner)
    names = [each.title for each in listed]
    return {
        each.own: f"{each.title}, {each.makers}" if names.count(each.title) > 1 else each.title
        for each in listed
    }


def both(data: store.Store, pair: Pair, window: str) -> None:
    """The card with both series: side by side where both print the same year, else over all years."""
    view, key = cards.View(data, window), f"mirror-{pair.own}"
    if window == DAYS:
        cards.on_days(view, key, pair.series, pair.title)
    elif pair.shares(window):
        cards.two_sides(view, key, (pair.own,), (pair.mirror,), pair.title, pair.names)
    else:
        chart.show(data, key, Selection(pair.series, window=window), _apart(pair, window))


def _apart(pair: Pair, window: str) -> chart.Build:
    def build(rows: pd.DataFrame, theme: Theme) -> Content:
        return Content(
            findings.latest_of(rows, pair.title, own=(pair.own,)),
            chart.measure(pair.title, rows, window),
            series.over_years(rows, theme=theme),
        )

    return build


def reasons(data: store.Store, pair: Pair) -> str:
    """Why such counts differ in general, and what the ledger notes on these two."""
    gaps, about = data.ledger.book.mirror_gaps, data.series.set_index("series")
    flow = FLOWS.get(data.subject(pair.own))
    is_money = Unit.parse(about["unit"][pair.own]).base in CURRENCIES
    chosen = [each for each in gaps.reasons if applies(each, flow, is_money=is_money)]
    notes = [(about["whose"][name], about["note"][name]) for name in pair.series]
    noted = [text.plain(f"{whose}: {note}") for whose, note in notes if isinstance(note, str)]
    return text.section(
        text.heading("Why two counts of one flow can differ"),
        text.paragraph(GENERAL),
        text.listing(_reason(each, gaps.sources) for each in chosen),
        *((text.paragraph("Noted in the ledger on these two:"), text.listing(noted)) if noted else ()),
    )


def applies(reason: Reason, flow: str | None, *, is_money: bool) -> bool:
    """Whether a reason touches a kind of flow that is measured in money or else in quantities."""
    return flow in reason.flows and reason.measured in (None, "money" if is_money else "quantity")


def _reason(reason: Reason, sources: Mapping[str, Authority]) -> str:
    links = "; ".join(_authority(sources[name]) for name in reason.sources)
    return text.section(
        text.strong(f"{reason.title}. "), text.plain(f"{reason.says} ("), links, text.plain(")")
    )


def _authority(source: Authority) -> str:
    """The publisher, the linked page, the place on it and its day."""
    whose = text.plain(f"{source.publisher}, ") if source.title else ""
    where = f", {source.where}" if source.where else ""
    day = f", {wording.day(source.published)}" if source.published else ""
    link = text.link(source.title or source.publisher, source.url)
    return text.section(whose, link, text.plain(f"{where}{day}"))
