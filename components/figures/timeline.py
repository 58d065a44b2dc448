"""Dated things along a line of time: events in lanes, and marks of events on a chart of years."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from components.figures import axes, days, notes
from components.figures.theme import MARGIN_BOTTOM, SMALL_SIZE, Settings, Theme, empty, escape, layout

LANE_HEIGHT = 46
MARK_SIZE = 12
_TOP = 0.97


def timeline(frame: pd.DataFrame, *, theme: Theme, colour: str = "") -> go.Figure:
    """A mark for each row (lane, start, status, words) in its lane: filled if it happened, hollow if planned.

    `words` is plain text for the hover. Lanes in the order of the frame, named above their line.
    """
    if frame.empty:
        return empty(theme)
    lanes = list(dict.fromkeys(frame["lane"]))
    rows = frame.assign(x=days.place(frame["start"]), y=[-lanes.index(lane) for lane in frame["lane"]])
    first, last = int(rows["x"].min()), int(rows["x"].max()) + 1
    settings = layout(
        theme,
        x={**axes.year_axis(first, last), "showgrid": True},
        y={"visible": False, "range": (0.75 - len(lanes), 0.75)},
        annotations=[_lane_name(lane, -place, theme) for place, lane in enumerate(lanes)],
    )
    height = LANE_HEIGHT * len(lanes) + settings["margin"]["t"] + MARGIN_BOTTOM
    return go.Figure(
        [*_lane_lines(lanes, first, last, theme), _marks(rows, colour or theme.accent, theme)],
        {**settings, "height": height},
    )


def with_events(figure: go.Figure, events: pd.DataFrame, *, theme: Theme) -> tuple[go.Figure, pd.DataFrame]:
    """A chart of whole years with a line at each event (start, words) within its years, and those events.

    A year's figure stands on the year, so that its first of January is half a year before it.
    """
    span = figure.layout.xaxis.range
    if events.empty or span is None or figure.layout.xaxis.tickformat != "d":
        return figure, events.iloc[:0]
    rows = events.assign(x=days.place(events["start"]) - 0.5)
    rows = rows[rows["x"].between(*span)]
    if rows.empty:
        return figure, rows
    lines = [_event_line(x, theme) for x in rows["x"]]
    marked = go.Figure(figure)
    marked.add_trace(
        go.Scatter(
            x=rows["x"].tolist(),
            y=[_TOP] * len(rows),
            yaxis="y2",
            mode="markers",
            marker={"symbol": "diamond", "size": 9, "color": theme.text, "opacity": 0.75},
            hovertext=[*map(_words, rows["words"])],
            hoverinfo="text",
            name="Events",
            meta="event",
        )
    )
    overlay = {"overlaying": "y", "range": (0, 1), "visible": False, "fixedrange": True}
    return marked.update_layout(shapes=[*figure.layout.shapes, *lines], yaxis2=overlay), rows


def _event_line(x: float, theme: Theme) -> Settings:
    line = {"color": theme.text, "width": 1, "dash": "dot"}
    place = {"x0": x, "x1": x, "y0": 0, "y1": _TOP, "yref": "paper"}
    return {"type": "line", "layer": "below", "opacity": 0.35, "line": line, **place}


def _marks(rows: pd.DataFrame, colour: str, theme: Theme) -> go.Scatter:
    fills = [colour if status == "happened" else theme.paper for status in rows["status"]]
    marker = {"size": MARK_SIZE, "color": fills, "opacity": 0.9, "line": {"color": colour, "width": 1.8}}
    return go.Scatter(
        x=rows["x"].tolist(),
        y=rows["y"].tolist(),
        mode="markers",
        marker=marker,
        hovertext=[*map(_words, rows["words"])],
        hoverinfo="text",
        cliponaxis=False,
        meta="fact",
    )


def _words(text: str) -> str:
    """Escaped hover text; its own line breaks stand."""
    return "<br>".join(notes.wrapped(line) for line in text.split("\n"))


def _lane_lines(lanes: Sequence[str], first: int, last: int, theme: Theme) -> list[go.Scatter]:
    line = {"color": theme.grid, "width": 1}
    ends = [first, last]
    return [
        go.Scatter(x=ends, y=[-place] * 2, mode="lines", line=line, hoverinfo="skip", meta="lane")
        for place in range(len(lanes))
    ]


def _lane_name(lane: str, y: int, theme: Theme) -> Settings:
    place = {"x": 0, "xref": "paper", "xanchor": "left", "y": y, "yanchor": "bottom", "yshift": 8}
    font = {"size": SMALL_SIZE, "color": theme.text}
    return {"text": escape(lane), "showarrow": False, "font": font, "name": "lane", **place}
