"""Explore: any series of the ledger, several at once where their units allow."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from components import catalogue, findings, wording
from components.figures import days, series
from components.figures.theme import Theme
from components.selection import DAYS, YEAR, YEAR_TO_DATE, Selection
from components.ui import chart, filters, history, store, text, vintage
from components.ui.chart import Content

MEASURES = {
    "level": "As printed",
    "growth": "Growth on the same months a year before",
    "index": "Index, first common year = 100",
    "share": "Percent of the first series",
}
SUFFIXES = {"growth": ", growth in percent", "index": ", index", "share": ", percent of the first series"}
MOST_SERIES, MOST_FOUND = 6, 60
TOPICS = ("charter", "trade", "oil", "gas", "electricity", "transit", "transport")
FOUND = ("Series", "Whose figure", "Unit", "Years", "Figures")


def show() -> None:
    """The page."""
    data = vintage.titled("Explore")
    found = _found(data)
    chosen = tuple(_chosen(data, found))
    if not chosen:
        _results(data, found)
        return
    shown, topics = _view(data, chosen)
    with st.container(gap="medium"):
        for number, names in enumerate(_comparable(data, chosen, shown)):
            selection = Selection(names, shown.window, shown.since, shown.until, measure=shown.measure)
            label = _labels(data, names)
            chart.show(data, f"explore-{number}", selection, _build(selection), label=label, topics=topics)
        if len(chosen) == 1:
            history.show(data, chosen[0])


def _found(data: store.Store) -> pd.DataFrame:
    with st.container(horizontal=True):
        words = filters.words("Search", "q", help="Words of titles, makers, countries, in any language")
        asked = {
            name: filters.choose(name.capitalize(), name, _values(data, name)) for name in catalogue.FILTERS
        }
    return catalogue.search(data.catalogue, words, {name: value for name, value in asked.items() if value})


def _values(data: store.Store, name: str) -> dict[str, str]:
    values = sorted(data.catalogue[name].dropna().unique())
    words = {value: wording.area(value) if name in ("reporter", "partner") else value for value in values}
    return {"": "Any", **dict(sorted(words.items(), key=lambda pair: pair[1].lower()))}


def _chosen(data: store.Store, found: pd.DataFrame) -> list[str]:
    asked = st.query_params.get("series", "").split(filters.BETWEEN)
    offered = [*found["series"].head(MOST_FOUND), *asked, *st.session_state.get("series", ())]
    known = data.catalogue[data.catalogue["series"].isin(offered)].set_index("series")
    rows = known.loc[[name for name in dict.fromkeys(offered) if name in known.index]]
    options = {str(name): _option(row) for name, row in rows.to_dict("index").items()}
    help = f"Choose up to {MOST_SERIES} of {len(found):,} series found"
    return filters.several("Series", "series", options, most=MOST_SERIES, help=help)


def _option(row: Mapping[Any, Any]) -> str:
    return f"{row['title']} – {row['whose']}, {_years(row)}, {row['unit']}"


def _years(row: Mapping[Any, Any]) -> str:
    return str(row["first"]) if row["first"] == row["last"] else f"{row['first']}–{row['last']}"


def _results(data: store.Store, found: pd.DataFrame) -> None:
    if found.empty:
        text.show(text.paragraph("No series has all these words and filters. Fewer of them find more."))
        return
    rows = [
        (text.link(row["title"], data.here(f"explore?series={row['series']}")), *map(text.plain, _about(row)))
        for row in found.head(MOST_FOUND).to_dict("records")
    ]
    more = f" The first {MOST_FOUND} are listed; more words find fewer." if len(found) > MOST_FOUND else ""
    text.show(
        text.paragraph(f"{len(found):,} series, those with the most figures first.{more} Choose some above."),
        text.table(FOUND, rows, height="none"),
    )


def _about(row: Mapping[Any, Any]) -> tuple[str, ...]:
    return row["whose"], row["unit"], _years(row), f"{row['figures']}"


def _view(data: store.Store, chosen: tuple[str, ...]) -> tuple[Selection, tuple[str, ...]]:
    windows = data.every_window(chosen)
    years = sorted({*data.of(chosen)["period_end"].dt.year})
    from_year, to_year = ({"": word} | {str(year): str(year) for year in years} for word in ("First", "Last"))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        measure = filters.choose("Show", "measure", MEASURES)
        window = filters.choose("Months", "months", {each: chart.months(each) for each in windows})
        since = filters.choose("From", "since", from_year)
        until = filters.choose("To", "until", to_year)
        topics = filters.events(TOPICS)
    ends = (int(since) if since else None, int(until) if until else None)
    return Selection(chosen, window, *ends, measure=measure), topics  # type: ignore[arg-type]  # one of MEASURES


def _comparable(data: store.Store, chosen: tuple[str, ...], shown: Selection) -> Iterable[tuple[str, ...]]:
    """Groups of series that share an axis; what cannot is said."""
    if shown.measure in ("growth", "index"):
        return [chosen]
    groups, units = data.comparable(chosen), data.catalogue.set_index("series")["unit"]
    if len(groups) > 1:
        words = "; ".join(", ".join(sorted({units[name] for name in names})) for names in groups)
        text.show(
            text.paragraph(f"These units do not share an axis, so that each has its own chart: {words}.")
        )
    return groups


def _labels(data: store.Store, names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """What tells the series apart: the maker, the title, or both."""
    rows = data.catalogue.set_index("series").loc[list(names)]
    if rows["title"].nunique() == 1 and rows["whose"].is_unique:
        words = rows["whose"]
    elif rows["title"].is_unique:
        words = rows["title"]
    else:
        words = rows["title"] + ", " + rows["whose"]
    if not words.is_unique:
        words = words + " (" + rows.index + ")"
    return tuple(zip(names, words, strict=True))


def _build(shown: Selection) -> chart.Build:
    def build(rows: pd.DataFrame, theme: Theme) -> Content | str:
        window = shown.window or YEAR
        if rows.empty:
            return f"Nothing to show for {chart.span(window)} and these years. Others may have figures."
        first = rows[rows["series"] == rows["series"].iloc[0]]
        what = f"{first['title'].iloc[0]}{SUFFIXES.get(shown.measure, '')}"
        if window == DAYS:
            return Content(
                findings.level(first, what), chart.measure(what, rows, window), days.by_day(rows, theme=theme)
            )
        if window == YEAR_TO_DATE and rows["series"].nunique() > 1:
            return "A line for each year needs a single series. Choose one, or other months."
        draw = series.year_to_date if window == YEAR_TO_DATE else series.over_years
        return Content(
            findings.newest(first, what), chart.measure(what, rows, window), draw(rows, theme=theme)
        )

    return build
