"""The small trend in a headline tile: one series without axes, its newest point marked."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from components.figures import axes, notes, traces
from components.figures.series import yearly
from components.figures.theme import Theme, colours, layout

HEIGHT = 60
LAST_SIZE, LONE_SIZE = 8, 4
# to the right of the newest point, as a part of the years shown: Streamlit cuts off what stands over the edge
ROOM = 0.06


def sparkline(frame: pd.DataFrame, *, theme: Theme) -> go.Figure:
    """One label over the years, 60 pixels high, with gaps for years not printed. Raises ValueError on two."""
    margin = {"l": 2, "r": 6, "t": 6, "b": 6, "pad": 0}
    hidden = layout(theme, x={"visible": False}, y={"visible": False})
    settings = {**hidden, "height": HEIGHT, "margin": margin, "title": None}
    if frame.empty:
        return go.Figure(layout=settings)
    label, points = axes.one_label(frame), yearly(frame)
    printed = points[points["preferred"]]
    colour, name = colours(frame, theme)[label], notes.escape(label)
    drawn = [
        trace.update(marker={"size": _sizes(trace.x)})
        for trace in traces.points(printed, colour, theme, name=name)
    ]
    first, last = printed["year"].min(), printed["year"].max()
    settings["xaxis"]["range"] = [
        first - 0.1 if last > first else first - 1,
        last + ROOM * max(last - first, 1),
    ]
    settings["yaxis"]["range"] = axes.value_range(printed["value"])
    return go.Figure([traces.year_path(printed, colour, name=name), *drawn], settings)


def _sizes(years: Sequence[int]) -> list[int]:
    """The newest point is large; of the others only those show that no line reaches."""
    alone = [year - 1 not in years and year + 1 not in years for year in years]
    return [
        LAST_SIZE if year == max(years) else LONE_SIZE * lone for year, lone in zip(years, alone, strict=True)
    ]
