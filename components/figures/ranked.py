"""Many things of one period, the largest first."""

import pandas as pd
import plotly.graph_objects as go

from components import measures, wording
from components.figures import axes, marks, notes
from components.figures.theme import MARGIN_BOTTOM, Theme, empty, escape, fixed_hue, layout

ROW_HEIGHT = 24
MOST_ROWS = 20
_ROOM_FOR_VALUE = 0.16


def order(frame: pd.DataFrame) -> pd.DataFrame:
    """The numbers: label, value, mark, words, the largest first, at most MOST_ROWS.

    Preferred rows of one period. Raises ValueError on two dimensions.
    """
    printed = measures.preferred(frame)
    values = measures.in_unit(printed, measures.common_unit(printed))["value"]
    rows = pd.DataFrame(
        {
            "label": printed["label"],
            "value": values,
            "mark": marks.kinds(printed),
            "words": notes.hover(printed),
        }
    )
    return rows.sort_values("value", ascending=False, kind="stable", ignore_index=True).head(MOST_ROWS)


def ranked(frame: pd.DataFrame, *, theme: Theme) -> go.Figure:
    """A bar for each label, its value at its end; the few labels with a colour of their own keep it."""
    rows = order(frame)
    if rows.empty:
        return empty(theme)
    unit = measures.common_unit(frame)
    span = axes.value_range(rows["value"], always_zero=True)
    settings = layout(
        theme,
        unit=wording.unit_words(unit),
        x={"visible": False, "range": (span[0], span[1] * (1 + _ROOM_FOR_VALUE))},
        y={"showgrid": False, "autorange": "reversed", "nticks": len(rows) + 1, "type": "category"},
    )
    height = settings["margin"]["t"] + ROW_HEIGHT * len(rows) + MARGIN_BOTTOM
    return go.Figure([_bars(rows, unit, theme)], {**settings, "height": height})


def _bars(rows: pd.DataFrame, unit: str, theme: Theme) -> go.Bar:
    colours = [theme.hues[fixed_hue(label) or "grey"] for label in rows["label"]]
    shades = [
        theme.lighter(colour) if mark == marks.ESTIMATE else colour
        for colour, mark in zip(colours, rows["mark"], strict=True)
    ]
    return go.Bar(
        x=rows["value"].tolist(),
        y=[escape(label) for label in rows["label"]],
        orientation="h",
        width=0.7,
        marker={"color": shades, "line": {"color": colours, "width": 1}},
        text=[escape(wording.amount(value, unit)) for value in rows["value"]],
        textposition="outside",
        textangle=0,
        cliponaxis=False,
        hovertext=rows["words"].tolist(),
        hoverinfo="text",
        meta="bar",
    )
