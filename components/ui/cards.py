"""The cards that several pages show, each one call: over the years, stacked, ranked, against a target."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from components import findings, measures
from components.figures import compare, days, goals, ranked, series, stack
from components.figures.theme import Theme
from components.selection import DAYS, YEAR, Selection
from components.ui import chart
from components.ui.chart import Content
from components.ui.store import Label, Store


class View(NamedTuple):
    """What a reader has chosen for a page's cards: the months, and the topics whose events are marked."""

    data: Store
    window: str = YEAR
    topics: tuple[str, ...] = ()
    reckoned: bool = False
    """Whether what is implied or derived stands beside what is printed."""


def over_years(view: View, key: str, names: Sequence[str], what: str, *, label: Label = "whose") -> None:
    """Series of one unit over the years; the finding tells the newest figure of the first that has one."""

    def build(rows: pd.DataFrame, theme: Theme) -> Content | str:
        printed = measures.printed(rows)
        if printed.empty:
            return nothing(view, names, what)
        newest = _first(printed, names)
        told = what if label == "whose" else _told(what, newest)
        return Content(
            findings.latest(newest, told),
            chart.measure(what, rows, view.window),
            series.over_years(rows, theme=theme),
        )

    _show(view, key, Selection(tuple(names), window=view.window, reckoned=view.reckoned), build, label)


def lines(view: View, key: str, names: Mapping[str, str], what: str) -> None:
    """Parts that are laid side by side (series to label), of one maker and unit."""

    def build(rows: pd.DataFrame, theme: Theme) -> Content | str:
        if rows.empty:
            return nothing(view, names, what)
        return Content(
            findings.largest(rows[rows["period_end"] == rows["period_end"].max()], what),
            chart.measure(what, rows, view.window),
            series.over_years(rows, theme=theme),
        )

    _show(view, key, Selection(tuple(names), window=view.window), build, tuple(names.items()))


def stacked(view: View, key: str, names: Mapping[str, str], what: str) -> None:
    """Parts of a whole (series to label), of one maker and unit."""

    def build(rows: pd.DataFrame, theme: Theme) -> Content | str:
        if rows.empty:
            return nothing(view, names, what)
        return Content(
            findings.composition(rows, what),
            chart.measure(what, rows, view.window),
            stack.stacked(rows, theme=theme),
        )

    shown = Selection(tuple(names), window=view.window, reports="preferred")
    _show(view, key, shown, build, tuple(names.items()))


def ranking(view: View, key: str, names: Sequence[str], what: str, year: int) -> None:
    """The partners of one year, the largest first."""

    def build(rows: pd.DataFrame, theme: Theme) -> Content | str:
        if rows.empty:
            return nothing(view, names, what)
        return Content(
            findings.largest(rows, what),
            f"{chart.measure(what, rows, view.window)} Only partners that are printed for this period.",
            ranked.ranked(rows, theme=theme),
        )

    shown = Selection(tuple(names), window=view.window, since=year, until=year, reports="preferred")
    _show(view, key, shown, build, "partner")


def towards(
    view: View, key: str, facts: Sequence[str], targets: Sequence[str], what: str, *, label: Label = "whose"
) -> None:
    """Yearly facts on the way to a target."""

    def build(rows: pd.DataFrame, theme: Theme) -> Content | str:
        printed, aims = rows[rows["value_kind"] == "printed"], rows[rows["value_kind"] == "target"]
        if printed.empty or aims.empty:
            return nothing(view, [*facts, *targets], what)
        return Content(
            findings.towards(printed, aims, what),
            chart.measure(f"{what}, and what is aimed at", rows, YEAR),
            goals.towards_target(printed, aims, theme=theme),
        )

    _show(view, key, Selection((*facts, *targets), window=YEAR), build, label)


def against(view: View, key: str, facts: Sequence[str], levels: Mapping[str, str], what: str) -> None:
    """Yearly flows against capacities and expansion targets (series to label), the flows' own limit first."""

    def build(rows: pd.DataFrame, theme: Theme) -> Content | str:
        amounts = measures.of_a_year(rows)
        limits = amounts[amounts["series"].isin(levels)]
        flows = amounts[~amounts["series"].isin(levels) & (amounts["period_kind"] == "year")]
        if flows.empty:
            return nothing(view, facts, what)
        flows = flows.assign(label=flows["whose"])
        own = limits[limits["series"] == next(iter(levels))]
        return Content(
            findings.filled(_first(flows, facts), own, what),
            chart.measure(f"{what}, and what it could carry", flows, YEAR),
            goals.against(flows, limits, theme=theme),
        )

    _show(view, key, Selection((*facts, *levels)), build, tuple(levels.items()))


def two_sides(
    view: View,
    key: str,
    own: Sequence[str],
    mirror: Sequence[str],
    what: str,
    names: tuple[str, str],
    *,
    below: tuple[str, ...] = (),
) -> None:
    """One flow by the statistics of both sides; in pairs where each side has one maker, else as lines."""

    def build(rows: pd.DataFrame, theme: Theme) -> Content | str:
        one, other = (rows[rows["series"].isin(side)] for side in (own, mirror))
        if one.empty or other.empty:
            return (
                f"{what}, {chart.span(view.window)}: {names[0]} and {names[1]} do not both print it, "
                "so that the two sides cannot be laid side by side. Other months may have both."
            )
        draw = compare.mirror if rows["label"].nunique() == 2 else series.by_year
        return Content(
            findings.two_sides(_first(one, own), _first(other, mirror), *names),
            chart.measure(f"{what}, both sides’ statistics", rows, view.window),
            draw(rows, theme=theme),
            below,
        )

    shown = Selection((*own, *mirror), window=view.window, reports="preferred")
    _show(view, key, shown, build, "whose")


def on_days(view: View, key: str, names: Sequence[str], what: str, *, label: Label = "whose") -> None:
    """Levels on days, such as a capacity."""

    def build(rows: pd.DataFrame, theme: Theme) -> Content | str:
        if rows.empty:
            return nothing(view, names, what)
        return Content(
            findings.level(rows, what),
            chart.measure(what, rows, DAYS),
            days.by_day(rows, theme=theme),
        )

    _show(view, key, Selection(tuple(names), window=DAYS), build, label)


def flows(
    view: View, key: str, exports: Sequence[str], imports: Sequence[str], pair: tuple[str, str]
) -> None:
    """Exports up, imports down and the balance, by one maker; `pair` is who sells and to whom."""

    def build(rows: pd.DataFrame, theme: Theme) -> Content | str:
        out, back = (rows[rows["series"].isin(side)] for side in (exports, imports))
        what = f"Exports, imports and balance of {pair[0]} with {pair[1]}"
        if out.empty or back.empty:
            return f"{what}, {chart.span(view.window)}: not both are printed. Other months may have both."
        return Content(
            findings.balance(out, back, *pair),
            chart.measure(what, rows, view.window),
            compare.flows(out, back, theme=theme),
        )

    shown = Selection((*exports, *imports), window=view.window, reports="preferred")
    _show(view, key, shown, build, "whose")


def shares(view: View, key: str, whole: str, names: Sequence[str], what: str, year: int) -> None:
    """The parts of a whole that each partner has in one period, reckoned from the printed figures."""

    def build(rows: pd.DataFrame, theme: Theme) -> Content | str:
        if rows.empty:
            return f"{what}: the whole is not printed for {chart.span(view.window)} of {year}."
        return Content(
            findings.largest(rows, what),
            f"{chart.measure(what, rows, view.window)} Reckoned here from the printed figures.",
            ranked.ranked(rows, theme=theme),
        )

    shown = Selection((whole, *names), view.window, year, year, "preferred", "share")
    _show(view, key, shown, build, "partner")


def plans(view: View, key: str, names: Mapping[str, str], what: str) -> None:
    """Planned amounts of different things (series to label), the largest first."""

    def build(rows: pd.DataFrame, theme: Theme) -> Content | str:
        if rows.empty:
            return nothing(view, names, what)
        newest = measures.preferred(rows).sort_values("period_end", kind="stable")
        newest = newest.drop_duplicates("series", keep="last")
        return Content(
            findings.promised(newest, what),
            chart.measure(f"{what}, plans and not facts", newest, DAYS),
            ranked.ranked(newest, theme=theme),
        )

    _show(view, key, Selection(tuple(names)), build, tuple(names.items()))


def nothing(view: View, names: Sequence[str] | Mapping[str, str], what: str) -> str:
    """A sentence for a choice without data, and what there is instead."""
    there = [chart.span(window) for window in view.data.windows(tuple(names))]
    instead = f" Printed are: {', '.join(there)}." if there else " Nothing of it is printed for other months."
    return f"{what} is not printed for {chart.span(view.window)}.{instead}"


def _show(view: View, key: str, shown: Selection, build: chart.Build, label: Label) -> None:
    chart.show(view.data, key, shown, build, label=label, topics=view.topics)


def _first(rows: pd.DataFrame, names: Sequence[str]) -> pd.DataFrame:
    """The rows of the first series that has the newest figure; a forecast is none, where there are others."""
    facts = rows[rows["obs_status"] != "F"]
    known = rows if facts.empty else facts
    newest = known[known["period_end"] == known["period_end"].max()]["series"]
    chosen = next(name for name in names if name in set(newest))
    return rows[rows["series"] == chosen]


def _told(what: str, rows: pd.DataFrame) -> str:
    return f"{what}: {rows['label'].iloc[0]}"
