"""Targets: who promised what, when and in which words, the path so far and the pace that is needed."""

from functools import partial

import pandas as pd
import streamlit as st

from components import targets, wording
from components.figures import goals
from components.figures.theme import Theme
from components.selection import DAYS, YEAR, Selection
from components.ui import chart, filters, promises, text, vintage
from components.ui.chart import Content
from components.ui.memory import recall
from components.ui.store import Store

MOST_CARDS = 8
READING = (
    "Current: its period is not over. Superseded: the same maker later promised another amount for the same "
    "period, or the same amount for a later one. Met or missed: the period is over and its figure is "
    "printed; met if what the printed digits and words allow reaches what was promised. Open: no such figure "
    "is printed, or the promise names no year. In brackets: what the printed digits and words allow."
)
NONE = "No promise has all of these. Fewer filters show more."
PAST = "Grey triangle: a promise that was superseded, or whose time is over."


def show() -> None:
    """The page."""
    data = vintage.titled("Targets")
    rows = data.targets.assign(subject=promises.subjects(data.targets))
    with st.container(horizontal=True):
        subject = filters.choose("Subject", "subject", filters.any_of(sorted(rows["subject"].unique())))
        standing = filters.choose("Standing", "standing", filters.any_of(targets.STANDINGS))
    chosen = rows[rows["subject"] == subject] if subject else rows
    fitting = chosen[chosen["standing"] == standing] if standing else chosen
    drawn = things(fitting)[:MOST_CARDS]
    with st.container(gap="medium"):
        text.show(_lead(chosen, fitting))
        for name in drawn:
            key = (data.fingerprint, "promises of", name)
            asked, about = recall(key, partial(_asked, data, name))
            chart.show(data, f"target-{name}", asked, _build(data, name, about))
        rest = fitting[~fitting["target_of"].isin(drawn)]
        text.show(recall((data.fingerprint, "promises", subject, standing), lambda: _tables(data, rest)))


def things(rows: pd.DataFrame) -> list[str]:
    """What is promised and has a printed year: what is still to come first, then what most sources print."""
    known = rows[rows["target_of"].notna() & rows["newest_year"].notna()]
    ranked = known.assign(to_come=known["standing"] == "current").groupby("target_of")
    order = ranked.agg({"to_come": "max", "sources": "sum"})
    return order.sort_values(["to_come", "sources"], ascending=False, kind="stable").index.tolist()


def _lead(chosen: pd.DataFrame, fitting: pd.DataFrame) -> str:
    """What became of the promises on a subject; a sentence where none of them is as the reader asks."""
    if fitting.empty:
        return text.paragraph(NONE)
    to_come = int((chosen["standing"] == "current").sum())
    about = f"{len(chosen)} targets and plans as they were printed, {to_come} of them for a time to come."
    told = wording.sentence(promises.outcome(chosen))
    return text.section(text.heading(told), text.quiet(text.plain(f"{about} {READING}")))


def _asked(data: Store, name: str) -> tuple[Selection, pd.DataFrame]:
    """What the card of one thing shows, and what was promised of it."""
    rows = data.targets[data.targets["target_of"] == name]
    is_yearly = (data.of((name,))["period_kind"] == "year").any()
    return Selection((name, *rows["series"].unique()), window=YEAR if is_yearly else None), rows


def _build(data: Store, name: str, rows: pd.DataFrame) -> chart.Build:
    """The card of one thing: its path, what was promised of it, and the pace."""

    def build(shown: pd.DataFrame, theme: Theme) -> Content:
        title = str(data.series.set_index("series")["title"][name])
        facts, window = _facts(shown[shown["series"] == name])
        current, past = _aims(shown, rows)
        note = f"{title}, the last level of each year" if window == DAYS else title
        listed = text.listing(text.plain(sentence) for sentence in promises.paces(rows))
        return Content(
            promises.finding(rows, title),
            chart.measure(note, facts, window),
            goals.towards_target(facts, current, past=past, theme=theme),
            (listed, promises.table(rows), *([] if past.empty else [text.quiet(text.plain(PAST))])),
        )

    return build


def _facts(rows: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """The facts of full years with their other prints; of levels the last of each year, set on its year."""
    printed = rows[rows["obs_status"] != "F"].assign(label=rows["whose"])
    years = printed[printed["period_kind"] == "year"]
    if not years.empty:
        return years, YEAR
    levels = targets.yearly(printed)
    return levels.assign(period=levels["year"].astype(str), period_kind="year"), DAYS


def _aims(shown: pd.DataFrame, rows: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The targets for years, each once: those aimed at now, and those of the past."""
    judged = rows.set_index(["file", "line"])
    aims = shown[(shown["value_kind"] == "target") & (shown["period_kind"] == "year")]
    aims = aims.drop_duplicates(["file", "line"])
    standing = judged["standing"].reindex(pd.MultiIndex.from_frame(aims[["file", "line"]])).to_numpy()
    labels = aims["whose"] + ", " + pd.Series(standing, index=aims.index)
    aims = aims.assign(label=labels, preferred=True)
    now = standing == "current"
    return aims[now].drop_duplicates(["period", "value"]), aims[~now]


def _tables(data: Store, rows: pd.DataFrame) -> str:
    """The promises that no card shows, those that nothing printed can be held against folded."""
    linked, unlinked = rows[rows["target_of"].notna()], rows[rows["target_of"].isna()]
    shown = text.downloads(text.link("all targets", data.here("data/targets.csv")))
    if not unlinked.empty:
        summary = f"Promises without a printed path ({len(unlinked)})"
        shown = text.section(
            text.folded(summary, promises.table(unlinked, titled=True, height="32rem")), shown
        )
    if linked.empty:
        return shown
    more = promises.table(linked, titled=True, height="32rem")
    return text.section(text.heading("More promises", level=3), more, shown)
