"""The map of routes: pipelines, railways and cables over the land between Italy and China."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from components.figures import lanes, outlines, places, tracks
from components.figures.lanes import projected
from components.figures.seats import Box
from components.figures.theme import KEY_LINE, MARGIN_TOP, Settings, Theme, empty, escape, layout, mixed
from components.figures.tracks import KIND_HUES, STROKES, Route

MAP_HEIGHT = 350
LANE = 4
STEP = 9
"""Pixels between routes side by side, and between the points that answer to the pointer, on a wide page."""
KEY_WIDTH = 60
MARGIN = 0.06


class View(NamedTuple):
    """What of the map is seen at any width, in degrees; where there is more room, more of it is seen."""

    south: float
    north: float
    west: float
    east: float
    toward: str = "center"
    """Where it stays where there is more room across: in the center, or to the left of what is added."""

    @property
    def box(self) -> Box:
        (left, bottom), (right, top) = projected(self.south, self.west), projected(self.north, self.east)
        return Box(left, right, bottom, top)


WHOLE = View(south=35.5, north=48.5, west=17.3, east=58.5, toward="left")
CAUCASUS = View(south=38.2, north=43.2, west=41, east=50.6)
LEAST = 4
"""Degrees of latitude and longitude that a map of a single place shows."""


def routes(frame: pd.DataFrame, *, theme: Theme, view: View | None = None) -> go.Figure:
    """A line for each route over the land, coloured by kind and dashed by status, with a key above.

    One row a waypoint: route, name, kind, status, order, place, country, lat, lon, words (plain text, with
    line breaks); `label` is a short name where there is one. `view` is what is seen at any width: by default
    all waypoints, as far as Italy and the eastern shore of the Caspian. Raises ValueError on other kinds and
    statuses than those of KIND_HUES and STROKES.
    """
    if frame.empty:
        return empty(theme)
    view = view or extent(frame)
    box = view.box
    unit = (box.top - box.bottom) / MAP_HEIGHT
    drawn = tracks.lines(frame, lane=LANE * unit)
    traces = [_land(theme)]
    for route in drawn:
        traces += [_line(route, theme), _along(route, STEP * unit), _places(route, theme)]
    named = places.names(drawn, frame["country"].unique(), box, theme)
    return go.Figure(traces, _layout(drawn, view, named, theme))


def extent(frame: pd.DataFrame) -> View:
    """The waypoints with a margin, as far as they lie within WHOLE, and at least a few degrees."""
    south, north = _span(frame["lat"], WHOLE.south, WHOLE.north)
    west, east = _span(frame["lon"], WHOLE.west, WHOLE.east)
    is_cut = frame["lon"].max() > WHOLE.east
    return View(south, north, west, east, WHOLE.toward if is_cut else "center")


def _span(values: "pd.Series[float]", lowest: float, highest: float) -> tuple[float, float]:
    low, high = values.min(), values.max()
    room = max(MARGIN * (high - low), (LEAST - (high - low)) / 2)
    least = (min(max(low - room, lowest), highest - LEAST), max(min(high + room, highest), lowest + LEAST))
    return float(least[0]), float(least[1])


def _land(theme: Theme) -> go.Scatter:
    corners = [[*(projected(*corner) for corner in ring), (None, None)] for ring in outlines.land()]
    xs, ys = zip(*(corner for ring in corners for corner in ring), strict=True)
    look = {"fill": "toself", "fillcolor": theme.panel, "line": {"color": theme.grid, "width": 0.8}}
    return go.Scatter(x=list(xs), y=list(ys), mode="lines", hoverinfo="skip", meta="land", **look)


def _line(route: Route, theme: Theme) -> go.Scatter:
    stroke, colour = STROKES[route.status], route.colour(theme)
    line = {"color": colour, "width": stroke.width, "dash": stroke.dash, "simplify": False}
    if route.status == "suspended":
        line["color"] = mixed(colour, theme.paper, 0.25)
    xs, ys = zip(*route.line, strict=True)
    name = escape(route.label)
    return go.Scatter(x=xs, y=ys, mode="lines", line=line, name=name, hoverinfo="skip", meta="route")


def _along(route: Route, step: float) -> go.Scatter:
    """Unseen points, so that the route answers wherever the pointer is near it."""
    points = lanes.between(route.line, step)
    return go.Scatter(
        x=[round(x, 3) for x, _ in points],
        y=[round(y, 3) for _, y in points],
        mode="markers",
        marker={"size": STEP, "opacity": 0},
        hovertext=route.words,
        hoverinfo="text",
        meta="along",
    )


def _places(route: Route, theme: Theme) -> go.Scatter:
    xs, ys = zip(*route.own, strict=True)
    marker = {"size": 4.5, "color": theme.paper, "line": {"color": route.colour(theme), "width": 1.3}}
    told = {"hovertext": route.told, "hoverinfo": "text"}
    return go.Scatter(x=xs, y=ys, mode="markers", marker=marker, meta="place", **told)


def _layout(drawn: list[Route], view: View, names: list[Settings], theme: Theme) -> Settings:
    box, told = view.box, key(drawn, theme)
    x = {**_axis(box.left, box.right), "constraintoward": view.toward}
    y = {**_axis(box.bottom, box.top), "scaleanchor": "x", "scaleratio": 1}
    settings = layout(theme, unit="<br>".join(told), x=x, y=y, annotations=names)
    top = MARGIN_TOP + KEY_LINE * (len(told) - 1)
    margin = {"l": 0, "r": 0, "t": top, "b": 0, "pad": 0}
    return {**settings, "height": MAP_HEIGHT + top, "margin": margin}


def _axis(low: float, high: float) -> Settings:
    """An unseen axis that grows where there is more room.

    As a plain `range` it would grow with every change of the window's width and never shrink again.
    """
    clipped = {"autorange": True, "autorangeoptions": {"clipmin": low, "clipmax": high}}
    return {"visible": False, "constrain": "range", **clipped}


def key(drawn: list[Route], theme: Theme) -> list[str]:
    """What the colours and the strokes on this map mean, in lines that fit a phone."""
    kinds = [kind for kind in KIND_HUES if any(route.kind == kind for route in drawn)]
    statuses = [name for name in STROKES if any(route.status == name for route in drawn)]
    coloured = {f"● {kind}": theme.ink(theme.hues[KIND_HUES[kind]]) for kind in kinds}
    stroked = {f"{STROKES[name].sample} {STROKES[name].words}": theme.ink(theme.grey) for name in statuses}
    return [*_packed(coloured), *_packed(stroked)]


def _packed(samples: Mapping[str, str]) -> Iterator[str]:
    """Coloured words, as many to a line as fit a phone."""
    line: list[str] = []
    used = 0
    for words, colour in samples.items():
        if line and used + len(words) > KEY_WIDTH:
            yield "   ".join(line)
            line, used = [], 0
        line.append(f'<span style="color:{colour}">{words}</span>')
        used += len(words) + 3
    if line:
        yield "   ".join(line)
