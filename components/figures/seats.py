"""Where names stand on a map: near what they name, clear of each other and of the lines, else nowhere."""

from collections.abc import Iterable, Iterator, Sequence
from math import dist
from textwrap import wrap
from typing import NamedTuple

from components.figures.labels import CHARACTER_WIDTH, LINE_HEIGHT
from components.figures.lanes import Point

WRAP_AT = 14
SHIFT = 4
"""Pixels between a line and the name beside it."""
SIDES = ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, 1), (1, -1), (-1, -1))


class Box(NamedTuple):
    """A rectangle on the map."""

    left: float
    right: float
    bottom: float
    top: float

    def meets(self, other: "Box") -> bool:
        is_beside = self.right <= other.left or other.right <= self.left
        return not (is_beside or self.top <= other.bottom or other.top <= self.bottom)

    def holds(self, point: Point) -> bool:
        return self.left <= point[0] <= self.right and self.bottom <= point[1] <= self.top

    def within(self, other: "Box") -> bool:
        is_across = other.left <= self.left and self.right <= other.right
        return is_across and other.bottom <= self.bottom and self.top <= other.top


EVERYWHERE = Box(-180, 180, -90, 90)


class Seat(NamedTuple):
    """A name beside a point: right (1) or left (-1) of it, above (1) or below (-1) it, or on it (0, 0)."""

    words: str
    at: Point
    across: int = 0
    up: int = 0

    def box(self, pixel: float) -> Box:
        """The room it takes where a pixel is so much of the map."""
        size = lines(self.words)
        width = max(map(len, size)) * CHARACTER_WIDTH * pixel
        height = len(size) * LINE_HEIGHT * pixel
        x = self.at[0] + self.across * (width / 2 + SHIFT * pixel)
        y = self.at[1] + self.up * (height / 2 + SHIFT * pixel)
        return Box(x - width / 2, x + width / 2, y - height / 2, y + height / 2)


def lines(words: str) -> list[str]:
    """A name in lines that fit a phone."""
    return wrap(words, WRAP_AT, break_on_hyphens=False, break_long_words=False)


def around(words: str, point: Point) -> list[Seat]:
    """The seats around a point: above it, below it, then beside it."""
    return [Seat(words, point, across, up) for across, up in SIDES]


def beside(words: str, points: Sequence[Point], *, others: Sequence[Point], enough: float) -> Iterator[Seat]:
    """The seats around the points of a line: first where other lines are far enough, then near its middle."""
    middle = (len(points) - 1) / 2
    alone = [min([enough, *(dist(point, other) for other in others)]) for point in points]
    for at in sorted(range(len(points)), key=lambda at: (-alone[at], abs(at - middle))):
        yield from around(words, points[at])


class Seating:
    """Gives out seats so that no name covers another or a point of a line, where a pixel is so much."""

    def __init__(self, lines: Sequence[Point], pixel: float) -> None:
        self._lines, self._pixel = lines, pixel
        self._taken: list[Box] = []

    def take(self, seats: Iterable[Seat], *, room: Box = EVERYWHERE) -> Seat | None:
        """The first free seat within the room, taken from now on; None where there is none."""
        for seat in seats:
            box = seat.box(self._pixel)
            if (
                box.within(room)
                and not any(map(box.meets, self._taken))
                and not any(map(box.holds, self._lines))
            ):
                self._taken.append(box)
                return seat
        return None
