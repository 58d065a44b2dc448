"""The names on the map of routes, as many as fit a phone without covering each other or a line."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from components import wording
from components.figures import lanes, seats
from components.figures.lanes import Point, projected
from components.figures.seats import Box, Seat
from components.figures.theme import SMALL_SIZE, Settings, Theme, escape, mixed
from components.figures.tracks import Route

PHONE_WIDTH = 320
"""Pixels that the map has on a phone: names are placed so that they fit there."""
NAME_STEP, ALONE = 4, 16
"""Pixels between the points that names keep clear of, and to the next route where one stands alone."""

COUNTRY_SEATS: Mapping[str, tuple[Point, ...]] = MappingProxyType(
    {"ITA": ((40.9, 15.9),), "GRC": ((38.9, 22.2),), "ROU": ((46.0, 24.9),), "HUN": ((46.9, 19.3),)}
    | {
        "TUR": ((38.4, 33.2), (39.2, 42.4)),
        "GEO": ((42.5, 43.0), (42.5, 43.7), (42.35, 44.3), (41.9, 43.8), (42.2, 45.0)),
    }
    | {
        "ARM": ((40.4, 44.7), (40.2, 45.0)),
        "AZE": ((39.75, 48.1), (41.4, 47.7), (39.7, 48.5)),
        "ALB": ((41.3, 20.1),),
    }
    | {"RUS": ((47.2, 43.5), (43.0, 46.2), (42.9, 44.6)), "KAZ": ((47.6, 54.5), (47.6, 59.5))}
    | {"TKM": ((39.4, 58.5),), "UZB": ((41.4, 63.5),), "CHN": ((41.0, 84.0),)}
)
SEAS: Mapping[str, tuple[Point, ...]] = MappingProxyType(
    {"Black Sea": ((43.1, 34.3),), "Caspian Sea": ((41.6, 50.9), (38.9, 51.2), (39.3, 50.1))}
)


def names(drawn: list[Route], countries: Iterable[str], box: Box, theme: Theme) -> list[Settings]:
    """The names of routes, countries, ends of routes and seas, as far as there is room."""
    pixel = (box.right - box.left) / PHONE_WIDTH
    paths = {route.label: _seen(route, NAME_STEP * pixel, box) for route in drawn}
    seating = seats.Seating([point for path in paths.values() for point in path], pixel)
    found = []
    for route in drawn:
        others = [point for label, path in paths.items() if label != route.label for point in path]
        own = paths[route.label][::3]
        beside = seats.beside(route.label, own, others=others, enough=ALONE * pixel)
        found += _named(seating.take(beside, room=box), theme.ink(route.colour(theme)), "route", theme)
    quiet = mixed(theme.text, theme.paper, 0.4)
    for words, places in _areas(countries).items():
        found += _named(
            seating.take([Seat(words, projected(*place)) for place in places]), quiet, "area", theme
        )
    for words, point in _ends(drawn).items():
        found += _named(seating.take(seats.around(words, point), room=box), quiet, "place", theme)
    for words, places in SEAS.items():
        found += _named(
            seating.take([Seat(words, projected(*place)) for place in places]), quiet, "area", theme
        )
    return found


def _seen(route: Route, step: float, box: Box) -> list[Point]:
    """The points of a route within the map, in their order."""
    return [point for point in lanes.dotted(route.line, step) if box.holds(point)]


def _ends(drawn: list[Route]) -> dict[str, Point]:
    ends = [
        (route.places[at], point)
        for route in drawn
        for at, point in ((0, route.line[0]), (-1, route.line[-1]))
    ]
    return dict(reversed(ends))


def _areas(countries: Iterable[str]) -> dict[str, tuple[Point, ...]]:
    return {wording.area(code): COUNTRY_SEATS[code] for code in countries if code in COUNTRY_SEATS}


def _named(seat: Seat | None, colour: str, name: str, theme: Theme) -> list[Settings]:
    """Plotly's annotation for a name that has a seat; none for one that has not."""
    if seat is None:
        return []
    halo = ", ".join([f"0 0 2px {theme.panel}"] * 4)
    font = {"size": SMALL_SIZE if name == "route" else SMALL_SIZE - 1, "color": colour, "shadow": halo}
    across = {
        "xanchor": {1: "left", -1: "right", 0: "center"}[seat.across],
        "xshift": seat.across * seats.SHIFT,
    }
    up = {"yanchor": {1: "bottom", -1: "top", 0: "middle"}[seat.up], "yshift": seat.up * seats.SHIFT}
    place = {"x": round(seat.at[0], 3), "y": round(seat.at[1], 3), "borderpad": 0, "showarrow": False}
    words = "<br>".join(escape(line) for line in seats.lines(seat.words))
    return [{"text": words, "name": name, "font": font, **across, **up, **place}]
