"""The map of routes on outlines of our own: no tiles, no request to anyone."""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from components import wording
from components.figures import notes, outlines
from components.figures.theme import SMALL_SIZE, Settings, Theme, empty, escape, layout

KIND_HUES: Mapping[str, str] = MappingProxyType(
    {"oil pipeline": "red", "gas pipeline": "blue", "railway": "gold", "multimodal": "plum"}
    | {"power cable": "teal"}
)
DASHES: Mapping[str, str] = MappingProxyType(
    {"operating": "solid", "building": "dash", "planned": "dot", "suspended": "dashdot"}
)
MIDDLE_LATITUDE = 42.0
STEPS = 12
"""Points between two waypoints at which a line tells what it is."""
_APART, _HEIGHT = 0.0035, 430


class Region(NamedTuple):
    """A part of the map, in degrees, and the countries that are named on it."""

    west: float
    east: float
    south: float
    north: float
    names: Mapping[str, tuple[float, float]]


REGIONS: Mapping[str, Region] = MappingProxyType(
    {
        "all": Region(
            *(16, 76, 34, 49),
            {"ITA": (16.6, 40.6), "GRC": (22, 39.5), "TUR": (33, 39.2), "GEO": (43.4, 42.3)}
            | {
                "AZE": (47.6, 40.6),
                "KAZ": (64, 47.6),
                "UZB": (63.5, 41.7),
                "TKM": (59, 39),
                "IRN": (54, 35.5),
                "RUS": (43, 47.6),
            },
        ),
        "caucasus": Region(
            *(40.5, 51.5, 37.9, 43.3),
            {"GEO": (43.2, 42.6), "AZE": (48.3, 40.9), "ARM": (44.9, 40.1), "TUR": (41.8, 39.4)}
            | {"IRN": (47.2, 38.3), "RUS": (46.2, 43)},
        ),
        "china": Region(
            *(24, 121, 28, 54), {"CHN": (100, 35), "KAZ": (67, 49.5), "TUR": (33, 39), "IRN": (54, 33)}
        ),
    }
)


def project(lon: float, lat: float) -> tuple[float, float]:
    """Equirectangular, true to scale along the middle latitude."""
    return lon * math.cos(math.radians(MIDDLE_LATITUDE)), lat


def routes(frame: pd.DataFrame, *, theme: Theme, region: str = "all") -> go.Figure:
    """The lines of routes with their waypoints.

    One row a waypoint: route, number (of the route, as in the table), kind, status, order, place,
    country, lat, lon (degrees), words (plain text on the route, for the hover).
    """
    if frame.empty:
        return empty(theme)
    shown = REGIONS[region]
    kinds = [kind for kind in KIND_HUES if kind in set(frame["kind"])]
    key = {wording.sentence(kind): theme.hues[KIND_HUES[kind]] for kind in kinds}
    drawn = [_land(theme)]
    for place, (_, rows) in enumerate(frame.groupby("route", sort=False)):
        drawn += [*_route(rows.sort_values("order"), _shift(place, shown), theme)]
    (left, bottom), (right, top) = project(shown.west, shown.south), project(shown.east, shown.north)
    hidden = {"showgrid": False, "showticklabels": False, "zeroline": False, "constrain": "domain"}
    settings = layout(
        theme,
        key=key,
        x={**hidden, "range": (left, right)},
        y={**hidden, "range": (bottom, top), "scaleanchor": "x", "scaleratio": 1},
        annotations=[_country(code, place, theme) for code, place in shown.names.items()],
    )
    margin = {**settings["margin"], "l": 0, "r": 0, "b": 4}
    return go.Figure(drawn, {**settings, "height": _HEIGHT, "margin": margin})


def between(ends: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Points along a line, STEPS from each of its ends to the next."""
    points = [
        (start[0] + (end[0] - start[0]) * step / STEPS, start[1] + (end[1] - start[1]) * step / STEPS)
        for start, end in pairwise(ends)
        for step in range(STEPS)
    ]
    return [*points, *ends[-1:]]


def _shift(place: int, shown: Region) -> float:
    """Degrees north or south by which a route is drawn, so that several on one way are seen apart."""
    steps = (place + 1) // 2 * (1 if place % 2 else -1)
    return steps * _APART * (shown.east - shown.west) / 2


def _land(theme: Theme) -> go.Scatter:
    gap = (None, None)  # between two rings
    points = [point for ring in outlines.rings() for point in (*(project(*each) for each in ring), gap)]
    line = {"color": theme.grid, "width": 1}
    return go.Scatter(
        x=[x for x, _ in points],
        y=[y for _, y in points],
        mode="lines",
        fill="toself",
        fillcolor=theme.panel,
        line=line,
        hoverinfo="skip",
        meta="land",
    )


def _route(rows: pd.DataFrame, shift: float, theme: Theme) -> Iterator[go.Scatter]:
    first = rows.iloc[0]
    colour = theme.hues[KIND_HUES[first["kind"]]]
    if first["status"] == "suspended":
        colour = theme.lighter(colour)
    ends = [project(lon, lat + shift) for lon, lat in zip(rows["lon"], rows["lat"], strict=True)]
    words = "<br>".join(notes.wrapped(line) for line in first["words"].split("\n"))
    along = between(ends)
    line = {"color": colour, "width": 2.4, "dash": DASHES[first["status"]]}
    name = escape(first["route"])
    yield _scatter(ends, mode="lines", line=line, hoverinfo="skip", name=name, meta="route")
    yield _scatter(along, mode="markers", marker={"size": 9, "opacity": 0}, hovertext=words, meta="way")
    places = [f"<b>{escape(place)}</b><br>{words}" for place in rows["place"]]
    marker = {"size": 5, "color": colour, "line": {"color": theme.paper, "width": 1}}
    yield _scatter(ends, mode="markers", marker=marker, hovertext=places, meta="place")
    middle = along[len(along) * (3 + first["number"] % 4) // 9]
    badge = {"size": 16, "color": theme.paper, "line": {"color": colour, "width": 1.4}}
    font = {"size": 10, "color": theme.text}
    text = {"text": [str(first["number"])], "textfont": font, "textposition": "middle center"}
    yield _scatter([middle], mode="markers+text", marker=badge, hovertext=words, meta="number", **text)


def _scatter(points: Sequence[tuple[float, float]], **settings: object) -> go.Scatter:
    place = {"x": [x for x, _ in points], "y": [y for _, y in points]}
    return go.Scatter(**{"hoverinfo": "text", **place, **settings})


def _country(code: str, place: tuple[float, float], theme: Theme) -> Settings:
    x, y = project(*place)
    font = {"size": SMALL_SIZE, "color": theme.grey}
    words = {"text": escape(wording.area(code)), "font": font, "showarrow": False, "name": "country"}
    return {"x": x, "y": y, **words}
