"""The chart card: finding, chart, reading, sources, table, downloads. The only way to show a chart."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components import findings, measures, wording
from components.figures import notes, series, timeline
from components.figures.theme import THEMES, Theme
from components.periods import Period
from components.selection import DAYS, YEAR, YEAR_TO_DATE, Selection
from components.ui import events, promises, statements, text
from components.ui.memory import recall
from components.ui.store import Label, Store

CONFIG = {"displaylogo": False, "modeBarButtons": [["toImage"]], "responsive": True}
NAMED_SOURCES = 4
NAMED_CONFLICTS = 3
TABLE = ("Period", "Value", "Could be", "As printed", "Whose figure", "Publisher", "Published", "Standing")
STATUS = {"P": "provisional", "E": "estimate", "F": "forecast", "D": "other definition", "U": "doubtful"}


class Content(NamedTuple):
    """What a card says and draws: the finding, what is measured, the chart.

    `below` are fragments that stand below it, in place of the line on what is promised.
    """

    finding: str
    measure: str
    figure: go.Figure
    below: tuple[str, ...] = ()


Build = Callable[[pd.DataFrame, Theme], Content | str]
"""From the rows, with `whose` and `label`, to the content; to a sentence where there is nothing to draw."""


class _Drawn(NamedTuple):
    above: str
    figure: go.Figure | None
    words: str
    below: str


def theme() -> Theme:
    """The colours of the theme that the reader sees."""
    return THEMES["dark" if st.context.theme.type == "dark" else "light"]


def measure(what: str, rows: pd.DataFrame, window: str) -> str:
    """What is measured, in which unit, over which months, by whom."""
    if rows.empty:
        return f"{what}, {span(window)}."
    unit = wording.unit_words(measures.common_unit(rows))
    makers = "; ".join(rows["whose"].unique())
    return f"{what}, {unit}, {span(window)}. Figures of: {makers}."


def span(window: str) -> str:
    """The months of a window within a sentence."""
    spans = {YEAR: "full years", YEAR_TO_DATE: "a line for each year", DAYS: "levels on days"}
    return spans.get(window) or wording.months(window)


def months(window: str) -> str:
    """The months of a window as a choice."""
    return wording.sentence(span(window))


def show(
    data: Store,
    key: str,
    shown: Selection,
    build: Build,
    *,
    label: Label = "whose",
    topics: tuple[str, ...] = (),
) -> None:
    """Draws a card. `key` names what `build` makes: it is built once for each selection and theme.

    `topics` are those whose events a chart of whole years marks.
    """
    colours = theme()
    drawn = recall(
        (data.fingerprint, key, shown, topics, colours.name),
        lambda: _card(data, _rows(data, shown, label), shown, build, colours, topics),
    )
    with st.container(border=True, gap="xsmall"):
        text.show(drawn.above)
        if drawn.figure is not None:
            draw(drawn.figure, key=key, words=drawn.words)
            text.show(drawn.below)


def _rows(data: Store, shown: Selection, label: Label) -> pd.DataFrame:
    """The rows of a card; one without series has none, though a query without any means all."""
    rows = data.rows(shown if shown.series else Selection(data.first_series), label=label)
    return rows if shown.series else rows.iloc[:0]


def show_year_to_date(data: Store, name: str, what: str) -> None:
    """The card of one series from January on, a line a year."""
    show(data, f"year-to-date-{name}", data.to_date(name), _year_to_date(what))


def warm_up(data: Store) -> None:
    """Draws a card that nobody sees: Plotly and Babel load much of themselves at first use."""
    shown = data.to_date(data.first_series[0])
    _card(data, data.rows(shown), shown, _year_to_date("Nothing"), THEMES["light"], ())


def _year_to_date(what: str) -> Build:
    def build(rows: pd.DataFrame, theme: Theme) -> Content | str:
        if rows.empty:
            return f"{what}: nothing is printed for a part of a year from January on."
        told = measure(f"{what} from January on", rows, YEAR_TO_DATE)
        return Content(findings.year_to_date(rows, what), told, series.year_to_date(rows, theme=theme))

    return build


def _drawn(data: Store, rows: pd.DataFrame, shown: Selection, build: Build, colours: Theme) -> _Drawn:
    content = build(rows, colours)
    if isinstance(content, str):
        return _Drawn(text.paragraph(content), None, content, "")
    below = (
        *(content.below or [promises.line(data.targets, rows, data.here)]),
        *_reading(rows),
        *_disputed(statements.about(data.conflicts, rows)),
        _source_line(rows),
        _downloads(data, shown),
    )
    table = text.folded(f"Table of the {len(rows)} figures shown", _table(rows))
    above = text.section(text.heading(content.finding), text.quiet(text.plain(content.measure)))
    return _Drawn(above, content.figure, content.finding, text.section(*below, table))


def _card(
    data: Store, rows: pd.DataFrame, shown: Selection, build: Build, colours: Theme, topics: tuple[str, ...]
) -> _Drawn:
    """A card with what sources state about its figures, and with the events of its topics."""
    drawn = _drawn(data, rows, shown, build, colours)
    if drawn.figure is None:
        return drawn
    stated = statements.listing(statements.about(data.statements, rows), data.here("statements"))
    return _with_events(drawn._replace(below=text.section(drawn.below, stated)), data, topics)


def _with_events(drawn: _Drawn, data: Store, topics: tuple[str, ...]) -> _Drawn:
    chosen = events.marked(data.events, topics) if topics else None
    if drawn.figure is None or chosen is None:
        return drawn
    figure, inside = timeline.with_events(drawn.figure, chosen, theme=theme())
    if inside.empty:
        return drawn
    return drawn._replace(figure=figure, below=text.section(drawn.below, events.listing(inside)))


def draw(figure: go.Figure, *, key: str, words: str) -> None:
    """A bare chart, as in a card or a headline tile."""
    st.plotly_chart(figure, theme=None, key=key, config=CONFIG, alt=words)


def _reading(rows: pd.DataFrame) -> Iterator[str]:
    marks = notes.marks(rows)
    if marks:
        yield text.quiet(text.plain(" ".join(marks)))


def _disputed(conflicts: pd.DataFrame) -> Iterator[str]:
    """Which of the figures drawn are printed otherwise, the widest apart first."""
    if conflicts.empty:
        return
    named = [_dispute(row) for row in conflicts.head(NAMED_CONFLICTS).to_dict("records")]
    rest = len(conflicts) - len(named)
    more = f" And {rest} more." if rest else ""
    yield text.quiet(text.plain(f"In conflict: {'; '.join(named)}.{more}"))


def _dispute(row: Mapping[Hashable, Any]) -> str:
    agree, otherwise = int(row["agreeing"]), int(row["disagreeing"])
    agreeing = f"{agree} sources agree" if agree > 1 else "1 source prints the figure drawn"
    others = f"{otherwise} prints" if otherwise == 1 else f"{otherwise} print"
    return f"{Period.parse(row['period']).label()}, {agreeing}, {others} otherwise ({row['because']})"


def _source_line(rows: pd.DataFrame) -> str:
    newest = rows.sort_values(["preferred", "source_published"], ascending=False, kind="stable")
    sources = newest.drop_duplicates("source")
    named = sources.drop_duplicates("publisher").head(NAMED_SOURCES)
    links = [source_link(source) for _, source in named.iterrows()]
    rest = len(sources) - len(links)
    more = f", and {rest} more (in the table)" if rest else ""
    return text.quiet(text.plain("Sources: "), "; ".join(links), text.plain(f"{more}."))


def source_link(source: pd.Series) -> str:
    """The publisher of a row, linked where the address is known, and the day of publication."""
    published = source["source_published"]
    day = "" if pd.isna(published) else f", {wording.day(published.date())}"
    return publisher(source) + text.plain(day)


def publisher(source: "pd.Series | Mapping[Hashable, Any]") -> str:
    """The publisher of a row, linked where the address is known."""
    return text.linked(source["publisher"], source["source_url"])


def _downloads(data: Store, shown: Selection) -> str:
    rows, everything = shown.query(), Selection(series=shown.series).query()
    return text.downloads(
        text.link("rows shown", data.here(f"data/rows.csv?{rows}")),
        text.link("all rows of these series", data.here(f"data/rows.csv?{everything}")),
        text.link("rows shown, for Excel", data.here(f"data/rows.csv?{rows}&excel=1")),
    )


def _table(rows: pd.DataFrame) -> str:
    return text.table(TABLE, [_cells(row) for _, row in rows.iterrows()])


def _cells(row: pd.Series) -> tuple[str, ...]:
    return (
        text.plain(Period.parse(row["period"]).label()),
        text.plain(wording.exact(row["value"], row["unit"])),
        text.plain(wording.interval(row["value_low"], row["value_high"], row["unit"])),
        text.plain(f"“{row['printed']}”"),
        text.plain(row["whose"]),
        publisher(row),
        text.plain(wording.published(row["source_published"])),
        text.plain(_standing(row)),
    )


def _standing(row: pd.Series) -> str:
    chosen = "preferred" if row["preferred"] else "other print"
    disputed = "in conflict" if row["agreement"] == "conflict" else ""
    return ", ".join(filter(None, (chosen, STATUS.get(row["obs_status"], ""), disputed, row["validation"])))
