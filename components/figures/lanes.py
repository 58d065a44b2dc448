"""Routes on a plane: the projection, routes that run together drawn side by side, points along a line."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import ceil, cos, dist, hypot, radians
from typing import NamedTuple

Point = tuple[float, float]
"""East and north, both in degrees of latitude."""

MIDDLE_LATITUDE = 42
NEAR, NEAR_PART, END_PART = 0.165, 1 / 8, 1 / 10
"""A route goes by places of those it runs with that lie no further off, nor than this part of its leg,
and not in the first or last tenth of it, where a route turns to its own place."""
_SIDES = (0, 1, -1, 2, -2, 3, -3, 4, -4)
# Side by side means to this side of every route, whichever way it runs: between north and west.
_SIDE = (-1, 2)


def projected(lat: float, lon: float) -> Point:
    """The equidistant cylindrical projection: true to scale along its middle latitude and all meridians."""
    return round(lon * cos(radians(MIDDLE_LATITUDE)), 3), round(lat, 3)


class Stop(NamedTuple):
    """A place on a route; not its own where the route only goes by it, beside others."""

    place: str
    at: Point
    is_own: bool = True


Routes = Mapping[str, Sequence[Stop]]
"""The stops of each route, in their order."""


def together(one: Sequence[Stop], other: Sequence[Stop]) -> bool:
    """Whether two routes run together: they share two places or more."""
    return len({stop.place for stop in one} & {stop.place for stop in other}) > 1


def companions(route: str, routes: Routes) -> list[str]:
    """The routes that run together with one."""
    return [name for name in routes if name != route and together(routes[route], routes[name])]


def lanes(routes: Routes) -> dict[str, int]:
    """A lane for each route, apart from all it runs together with: 0, 1, -1, 2, -2 and so on.

    Where there are more than the lanes, the rest share the middle one.
    """
    given: dict[str, int] = {}
    for route in routes:
        taken = {given[other] for other in companions(route, routes) if other in given}
        given[route] = next((lane for lane in _SIDES if lane not in taken), 0)
    return given


def bundled(route: str, routes: Routes) -> list[Stop]:
    """A route's stops, and between them those of its companions that it passes nearby."""
    own = {stop.place for stop in routes[route]}
    others = {
        stop.place: stop._replace(is_own=False)
        for name in companions(route, routes)
        for stop in routes[name]
        if stop.place not in own
    }
    stops = list(routes[route])
    passed = [_passed(one.at, two.at, others.values()) for one, two in pairwise(stops)]
    return [each for stop, more in zip(stops, [*passed, []], strict=True) for each in (stop, *more)]


def _passed(start: Point, end: Point, stops: Iterable[Stop]) -> list[Stop]:
    """The stops near a straight line, in the order in which it passes them."""
    most = min(NEAR, NEAR_PART * dist(start, end))
    passed = sorted((_along(start, end, stop.at), stop) for stop in stops)
    return [stop for (part, off), stop in passed if END_PART < part < 1 - END_PART and off <= most]


def _along(start: Point, end: Point, point: Point) -> tuple[float, float]:
    """At which part of a line a point is passed, and how far off."""
    east, north = end[0] - start[0], end[1] - start[1]
    x, y = point[0] - start[0], point[1] - start[1]
    length = hypot(east, north) or 1.0
    return (x * east + y * north) / length**2, abs(x * north - y * east) / length


def stretch(route: str, routes: Routes) -> range:
    """Where along its stops others run with a route: from the first to the last that it shares with them."""
    others = {stop.place for name in companions(route, routes) for stop in routes[name]}
    shared = [at for at, stop in enumerate(routes[route]) if stop.place in others]
    return range(shared[0], shared[-1] + 1) if shared else range(0)


def moved(points: Sequence[Point], moving: range, distance: float) -> list[Point]:
    """A line of which the points of a stretch are moved to its side, square to where it runs."""
    return [_beside(points, at, distance) if at in moving else point for at, point in enumerate(points)]


def _beside(points: Sequence[Point], at: int, distance: float) -> Point:
    before, after = points[max(at - 1, 0)], points[min(at + 1, len(points) - 1)]
    east, north = after[0] - before[0], after[1] - before[1]
    length = hypot(east, north) or 1.0
    side = 1 if north * -_SIDE[0] + east * _SIDE[1] >= 0 else -1
    x, y = points[at]
    moved_by = side * distance / length
    return round(x - north * moved_by, 3), round(y + east * moved_by, 3)


def between(points: Sequence[Point], step: float) -> list[Point]:
    """Points along a line, no further than a step from each other, its own corners left out."""
    return [point for leg in pairwise(points) for point in _leg(*leg, step)[1:]]


def dotted(points: Sequence[Point], step: float) -> list[Point]:
    """Points along a line, no further than a step from each other, its own corners among them."""
    legs = [_leg(*leg, step) for leg in pairwise(points)]
    return [*(point for leg in legs for point in leg), *points[-1:]]


def _leg(start: Point, end: Point, step: float) -> list[Point]:
    """The start of a leg and points to its end, which is left out."""
    parts = max(ceil(dist(start, end) / step), 1)
    east, north = (end[0] - start[0]) / parts, (end[1] - start[1]) / parts
    return [start, *((start[0] + east * part, start[1] + north * part) for part in range(1, parts))]
