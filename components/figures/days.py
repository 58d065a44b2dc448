"""Levels on days: points where they were printed, on an axis of time."""

from collections.abc import Iterator

import pandas as pd
import plotly.graph_objects as go

from components import measures, wording
from components.figures import axes, labels, marks, notes, traces
from components.figures.labels import EndLabel
from components.figures.theme import Theme, colours, empty, layout

DAYS_OF_A_YEAR = 365.25


def place(days: "pd.Series[pd.Timestamp]") -> "pd.Series[float]":
    """Where days stand on an axis of years: the first of January on its year."""
    return days.dt.year + (days.dt.day_of_year - 1) / DAYS_OF_A_YEAR


def by_day(frame: pd.DataFrame, *, theme: Theme) -> go.Figure:
    """A point for each print of a level, at the end of its period; points of two days are not joined."""
    if frame.empty:
        return empty(theme)
    unit, shades = measures.common_unit(frame), colours(frame, theme)
    values = measures.in_unit(frame, unit)["value"]
    columns = {"label": frame["label"], "year": place(frame["period_end"]), "value": values}
    points = pd.DataFrame(
        columns | {"mark": marks.kinds(frame), "preferred": frame["preferred"], "words": notes.hover(frame)}
    )
    span = axes.value_range(points["value"])
    first, last = int(points["year"].min()), int(points["year"].max()) + 1
    settings = layout(
        theme,
        unit=wording.unit_words(unit),
        right=labels.margin(list(shades)),
        x=axes.year_axis(first, last),
        y=axes.value_axis(span),
        annotations=labels.at_ends([*_ends(points, shades)], span, theme),
    )
    drawn = [
        trace
        for label, colour in shades.items()
        for trace in traces.points(points[points["label"] == label], colour, theme, name=notes.escape(label))
    ]
    return go.Figure(drawn, settings)


def _ends(points: pd.DataFrame, shades: dict[str, str]) -> Iterator[EndLabel]:
    for label, rows in points[points["preferred"]].groupby("label", sort=False):
        newest = rows.sort_values("year", kind="stable").iloc[-1]
        yield EndLabel(str(label), float(newest["value"]), shades[str(label)])
