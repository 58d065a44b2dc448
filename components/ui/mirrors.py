"""The two sides of a flow: which of the ledger's series face each other, and the card of their gap."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pandas as pd
import streamlit as st

from components import differences, measures, wording
from components.figures import gaps
from components.figures.theme import Theme
from components.periods import Period
from components.selection import DAYS, YEAR_TO_DATE, Selection
from components.ui import chart, text
from components.ui.memory import recall
from components.ui.store import Store

HOME, FORECAST = "AZE", "F"
PERCENT = "Percent is of the larger of the two figures, whichever side’s it is."
MEASURES: tuple[gaps.Measure, gaps.Measure] = ("value", "percent")


class Pair(NamedTuple):
    """Azerbaijan's series of a flow and the other side's, and the periods that both print, oldest first."""

    partner: str
    own: str
    mirror: str
    title: str
    makers: str
    shared: tuple[str, ...]

    @property
    def series(self) -> tuple[str, str]:
        return self.own, self.mirror

    @property
    def names(self) -> tuple[str, str]:
        return wording.the_area(HOME), wording.the_area(self.partner)

    def shares(self, window: str) -> bool:
        """Whether both sides print the same period of these months."""
        return window in map(_window, self.shared)


def pairs(data: Store) -> tuple[Pair, ...]:
    """Every series of Azerbaijan's that has a mirror, where either is printed: most shared periods first."""
    return recall((data.fingerprint, "mirrors"), lambda: _pairs(data))


def _pairs(data: Store) -> tuple[Pair, ...]:
    about = data.series.set_index("series")
    names = about.index[(about["reporter"] == HOME) & about["mirror"].notna()]
    printed = [name for name in names if not data.of((name, about["mirror"][name])).empty]
    found = [_pair(data, about, str(name)) for name in printed]
    totals: dict[str, int] = {}
    for each in found:
        totals[each.partner] = totals.get(each.partner, 0) + len(each.shared)
    return tuple(sorted(found, key=lambda each: (-totals[each.partner], each.partner, -len(each.shared))))


def _pair(data: Store, about: pd.DataFrame, own: str) -> Pair:
    mirror = str(about["mirror"][own])
    one, other = ({*_facts(data.of((name,)))["period"]} for name in (own, mirror))
    shared = tuple(sorted(one & other, key=Period.parse))
    makers = f"{about['whose'][own]} and {about['whose'][mirror]}"
    return Pair(str(about["reporter"][mirror]), own, mirror, str(about["title"][own]), makers, shared)


def _facts(rows: pd.DataFrame) -> pd.DataFrame:
    """The preferred rows that are no forecasts: a forecast is no count."""
    return rows[rows["preferred"] & (rows["obs_status"] != FORECAST)]


def more(data: Store, names: Sequence[str]) -> tuple[str, ...]:
    """The link from a chart of both sides to the gap of the first series that has a mirror, if one has."""
    found = [pair for pair in pairs(data) if pair.own in names][:1]
    addresses = [data.here(f"mirrors?pair={pair.partner}&what={pair.own}") for pair in found]
    return tuple(text.quiet(text.link("The gap, and why two counts can differ", each)) for each in addresses)


def windows(data: Store, pair: Pair) -> tuple[str, ...]:
    """The months that both sides print for the same year; else those of both, else those of either."""
    one, other = ({*data.every_window((name,))} for name in pair.series)
    every = tuple(each for each in data.every_window(pair.series) if each != YEAR_TO_DATE)
    shared = {_window(period) for period in pair.shared}
    offers = (tuple(each for each in every if each in some) for some in (shared, one & other, every))
    return next(offer for offer in offers if offer)


class _Gap(NamedTuple):
    """What the card says and draws; no charts where there is nothing to reckon."""

    above: str
    charts: tuple[chart.Content, ...]
    below: str


def show_gap(data: Store, pair: Pair, window: str) -> None:
    """The card with the gap by year, and each shared period with both prints."""
    colours = chart.theme()
    key = (data.fingerprint, "gap", pair, window, colours.name)
    drawn = recall(key, lambda: _drawn(data, pair, window, colours))
    with st.container(border=True, gap="xsmall"):
        text.show(drawn.above)
        for column, each in zip(st.columns(2), drawn.charts, strict=False):
            with column:
                chart.draw(each.figure, key=f"gap-{each.measure}", words=each.finding)
        text.show(drawn.below)


def _drawn(data: Store, pair: Pair, window: str, colours: Theme) -> _Gap:
    rows = _facts(data.rows(Selection(pair.series)))
    every = measures.mirror_gap(*(rows[rows["series"] == name] for name in pair.series))
    shown = every[[_window(period) == window for period in every["period"]]]
    finding = differences.gap(shown, *pair.names)
    if shown.empty:
        return _Gap(text.heading(finding), (), _printed_apart(rows, pair))
    areas = (HOME, pair.partner)
    charts = tuple(
        chart.Content(
            finding, measure, gaps.by_year(shown, measure, names=pair.names, areas=areas, theme=colours)
        )
        for measure in MEASURES
        if window != DAYS
    )
    what = f"{pair.title}: the figure of {pair.names[0]} less that of {pair.names[1]}, {chart.span(window)}."
    above = text.section(text.heading(finding), text.quiet(text.plain(f"{what} {PERCENT}")))
    reading = text.quiet(text.plain(" ".join(_reading(shown, pair.names))))
    return _Gap(above, charts, text.section(reading, _table(every, rows, pair), _download(data, pair)))


def _window(period: str) -> str:
    return Period.parse(period).window or DAYS


def _reading(shown: pd.DataFrame, names: tuple[str, str]) -> Iterable[str]:
    """How to read what the charts bring with them."""
    if any(gaps.has_whiskers(gaps.points(shown, measure, names)) for measure in MEASURES):
        yield "Whiskers: what the printed digits of both sides leave open."
    if shown["agrees"].any():
        yield "Lighter: the two sides agree within their printed digits."
    yield "The table has every period that both sides print, whatever its months."


def _table(every: pd.DataFrame, rows: pd.DataFrame, pair: Pair) -> str:
    """Each shared period, the newest first, with both figures as printed and their gap."""
    printed = {(row["series"], row["period"]): row for _, row in rows.iterrows()}
    newest = every.sort_values("period_end", ascending=False, kind="stable")
    lines = [
        _line(gap, [printed[name, gap["period"]] for name in pair.series]) for _, gap in newest.iterrows()
    ]
    sides = (wording.sentence(name) for name in pair.names)
    header = ("Period", *sides, "Gap", "Gap in percent", "Within the printed digits")
    return text.table(header, lines, width="56rem")


def _line(gap: pd.Series, prints: Iterable[pd.Series]) -> tuple[str, ...]:
    unit = gap["unit"]
    interval = wording.interval(gap["value_low"], gap["value_high"], unit)
    return (
        text.plain(Period.parse(gap["period"]).label()),
        *(_print(row) for row in prints),
        text.plain(f"{wording.exact(gap['value'], unit)} ({interval})"),
        text.plain(f"{differences.percent(gap)} ({differences.percent_interval(gap)})"),
        text.plain("the two sides agree within their printed digits" if gap["agrees"] else "no"),
    )


def _print(row: pd.Series) -> str:
    status = chart.STATUS.get(row["obs_status"])
    doubt = f" ({status})" if status else ""
    figure = f"{wording.exact(row['value'], row['unit'])}{doubt}, printed “{row['printed']}” by "
    return text.section(text.plain(figure), chart.source_link(row))


def _download(data: Store, pair: Pair) -> str:
    address = data.here(f"data/rows.csv?{Selection(pair.series, reports='preferred').query()}")
    return text.downloads(
        text.link("the preferred figures of both sides", address),
        text.link("for Excel", f"{address}&excel=1"),
    )


def _printed_apart(rows: pd.DataFrame, pair: Pair) -> str:
    """What each side prints, where the two never print the same period."""
    lines = []
    for name, series in zip(pair.names, pair.series, strict=True):
        periods = sorted(map(Period.parse, rows[rows["series"] == series]["period"]))
        listed = ", ".join(each.label() for each in periods) or "no figure"
        lines.append(f"{wording.sentence(name)} prints {listed}.")
    return text.section(
        text.paragraph("Only figures of the same months compare, so that there is no gap to reckon."),
        text.listing(map(text.plain, lines)),
    )
