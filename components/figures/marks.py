"""How a figure is marked by its kind: fact, other print, estimate, target; and the path of the years."""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from components import measures
from components.figures.theme import Theme

FACT, OTHER, SAME, ESTIMATE, TARGET = "fact", "other", "same", "estimate", "target"
RECKONED = "reckoned"
ESTIMATED = frozenset({"E", "F", "U"})
SYMBOLS = {TARGET: "triangle-up", RECKONED: "diamond"}
SIZE, SMALLEST = 8, 5
_HIDDEN = 2
_OUTLINES = {FACT: 1, SAME: 0}
# the size of points by the years that share the width of a phone
_SIZES = ((12, SIZE), (22, 6), (1000, SMALLEST))


def kinds(frame: pd.DataFrame) -> list[str]:
    """The mark of each row (series, period, value, value_kind, preferred, obs_status).

    Another print of exactly the preferred value is SAME: nothing is to be seen of it but the preferred point.
    """
    keys = list(zip(frame["series"], frame["period"], frame["value"], strict=True))
    chosen = {key for key, preferred in zip(keys, frame["preferred"], strict=True) if preferred}
    rows = zip(frame["value_kind"], frame["preferred"], frame["obs_status"], keys, strict=True)
    return [_kind(kind, status, preferred, is_same=key in chosen) for kind, preferred, status, key in rows]


def _kind(value_kind: str, status: str, preferred: bool, *, is_same: bool) -> str:
    if not preferred and value_kind in measures.NOT_PRINTED:
        return RECKONED
    if not preferred and is_same:
        return SAME
    if value_kind == "target":
        return TARGET
    if not preferred:
        return OTHER
    return ESTIMATE if status in ESTIMATED else FACT


def size(years: int) -> int:
    """The size of a point where so many years share the width of a phone."""
    return next(size for most, size in _SIZES if years <= most)


def marker(marks: Iterable[str], colour: str, theme: Theme, *, size: int = SIZE) -> dict[str, Any]:
    """Plotly's marker for points of these kinds in one colour: filled, hollow, lighter, open triangle."""
    listed = list(marks)
    fills = {FACT: colour, SAME: colour, ESTIMATE: theme.lighter(colour)}
    sizes = {TARGET: size + 3, SAME: _HIDDEN}
    return {
        "color": [fills.get(mark, theme.paper) for mark in listed],
        "symbol": [SYMBOLS.get(mark, "circle") for mark in listed],
        "size": [sizes.get(mark, size) for mark in listed],
        "opacity": 1,
        "line": {
            "color": [theme.paper if mark == FACT else colour for mark in listed],
            "width": [_OUTLINES.get(mark, 1.6) for mark in listed],
        },
    }


def bar(marks: Iterable[str], colour: str, theme: Theme) -> dict[str, Any]:
    """Plotly's marker for bars of these kinds."""
    fill = [theme.lighter(colour) if mark == ESTIMATE else colour for mark in marks]
    return {"color": fill, "line": {"color": colour, "width": 1}}


def path(years: Sequence[int], values: Sequence[float]) -> tuple[list[int], list[float | None]]:
    """Points in order with an empty one in each missing year, so that a line breaks there."""
    printed = dict(zip(years, values, strict=True))
    through = range(min(printed), max(printed) + 1) if printed else range(0)
    return list(through), [printed.get(year) for year in through]


def missing_years(years: Iterable[int]) -> list[int]:
    """The years between the first and the last for which there is none."""
    printed = set(years)
    return [year for year in range(min(printed), max(printed)) if year not in printed] if printed else []
