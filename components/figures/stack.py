"""Parts of a whole over the years, one bar a year."""

import pandas as pd
import plotly.graph_objects as go

from components import measures, wording
from components.figures import axes, notes
from components.figures.series import yearly
from components.figures.theme import Theme, colours, empty, layout


def stacked(frame: pd.DataFrame, *, theme: Theme) -> go.Figure:
    """One bar a year, a part for each label, the first at the bottom; what is not printed is not in the bar.

    Preferred rows of one window; values of one dimension. Raises ValueError where figures do not compare.
    """
    printed = measures.preferred(frame)
    if printed.empty:
        return empty(theme)
    points, shades = yearly(printed), colours(printed, theme)
    bars = [_part(points[points["label"] == label], label, colour) for label, colour in shades.items()]
    tops = points.groupby("year")["value"].sum()
    first, last = points["year"].min(), points["year"].max()
    settings = layout(
        theme,
        unit=wording.unit_words(measures.common_unit(printed)),
        key=shades,
        x=axes.year_axis(first, last, window=axes.one_window(printed), room=0.6),
        y=axes.value_axis(axes.value_range(tops, always_zero=True)),
    )
    return go.Figure(bars, {**settings, "barmode": "stack"})


def _part(rows: pd.DataFrame, label: str, colour: str) -> go.Bar:
    look = {"width": 0.8, "marker": {"color": colour, "line": {"width": 0}}}
    hover = {"hovertext": rows["words"].tolist(), "hoverinfo": "text"}
    values = {"x": rows["year"].tolist(), "y": rows["value"].tolist()}
    return go.Bar(name=notes.escape(label), meta="bar", **values, **look, **hover)
