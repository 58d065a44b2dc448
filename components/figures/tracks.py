"""Each route as it is drawn: what its colour and stroke mean, where its line runs, what it says on hover."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import pandas as pd

from components import wording
from components.figures import lanes, notes
from components.figures.lanes import Point, projected
from components.figures.theme import Theme


class Stroke(NamedTuple):
    """How the lines of a status are drawn, and a sample of it for the key."""

    words: str
    sample: str
    dash: str
    width: float


KIND_HUES: Mapping[str, str] = MappingProxyType(
    {
        "oil pipeline": "red",
        "gas pipeline": "teal",
        "railway": "gold",
        "multimodal": "plum",
        "power cable": "blue",
    }
)
STROKES: Mapping[str, Stroke] = MappingProxyType(
    {
        "operating": Stroke("operating", "━━", "solid", 2.4),
        "building": Stroke("being built", "━ ━", "9px,4px", 2.4),
        "planned": Stroke("planned", "•••", "2px,4px", 2.4),
        "suspended": Stroke("suspended", "╌╌", "5px,4px", 1.3),
    }
)


class Route(NamedTuple):
    """A route as it is drawn: its line, with its own waypoints on it and what they say to the pointer."""

    label: str
    kind: str
    status: str
    words: str
    line: list[Point]
    own: list[Point]
    places: list[str]
    told: list[str]

    def colour(self, theme: Theme) -> str:
        """The colour of its kind."""
        return theme.hues[KIND_HUES[self.kind]]


def lines(frame: pd.DataFrame, *, lane: float = 0) -> list[Route]:
    """Each route with its line on the plane; routes that run together are a lane apart there."""
    groups = {str(name): rows.sort_values("order") for name, rows in frame.groupby("route", sort=False)}
    own_stops = {name: _stops(rows) for name, rows in groups.items()}
    stops = {name: lanes.bundled(name, own_stops) for name in groups}
    given = lanes.lanes(stops)
    drawn = []
    for name, rows in groups.items():
        points = [stop.at for stop in stops[name]]
        line = lanes.moved(points, lanes.stretch(name, stops), given[name] * lane)
        own = [point for point, stop in zip(line, stops[name], strict=True) if stop.is_own]
        drawn.append(_route(rows, line, own))
    return drawn


def _stops(rows: pd.DataFrame) -> list[lanes.Stop]:
    points = [projected(lat, lon) for lat, lon in zip(rows["lat"], rows["lon"], strict=True)]
    return [lanes.Stop(place, at) for place, at in zip(rows["place"], points, strict=True)]


def _route(rows: pd.DataFrame, line: list[Point], own: list[Point]) -> Route:
    first = rows.iloc[0]
    name, kind, status = first["name"], first["kind"], first["status"]
    _check("kind", kind, KIND_HUES)
    _check("status", status, STROKES)
    words = _words(name, f"{wording.sentence(kind)}, {STROKES[status].words}", first["words"])
    label = first["label"] if isinstance(first.get("label"), str) else name.split(" (")[0]
    told = [
        f"<b>{notes.wrapped(f'{place}, {wording.area(country)}')}</b><br>{words}"
        for place, country in zip(rows["place"], rows["country"], strict=True)
    ]
    return Route(label, kind, status, words, line, own, list(rows["place"]), told)


def _check(what: str, value: str, choices: Mapping[str, object]) -> None:
    if value not in choices:
        raise ValueError(f'unknown {what} of route "{value}"; the map draws {", ".join(choices)}')


def _words(name: str, standing: str, words: str) -> str:
    """Escaped hover text of a route; the line breaks of its words stand."""
    told = [notes.wrapped(line) for line in [standing, *words.split("\n")] if line]
    return "<br>".join([f"<b>{notes.wrapped(name)}</b>", *told])
