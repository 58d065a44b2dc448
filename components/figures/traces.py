"""The traces that the charts are built of: paths, points, gaps and bars, each with its hover text."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from components import wording
from components.figures import axes, marks, notes
from components.figures.theme import Theme

BAR_WIDTH = 0.7
# the width of a chart on a phone, in pixels
_ROOM_FOR_VALUES = 300
_VALUE_SIZES = (12, 11, 10)
# pixels between the end of a bar and its value
_GAP_ABOVE, _GAP_BELOW = 1, 4


class Seat(NamedTuple):
    """How bars stand: `shift` right of their year, on an axis of this span, values in text of this size."""

    span: tuple[float, float]
    size: int | None
    shift: float = 0
    width: float = BAR_WIDTH


def path(
    xs: Sequence[float],
    ys: Sequence[float | None],
    colour: str,
    *,
    name: str,
    width: float = 2,
    dash: str = "solid",
) -> go.Scatter:
    """A line without points; it breaks where there is no value."""
    line = {"color": colour, "width": width, "dash": dash}
    return go.Scatter(
        x=list(xs), y=list(ys), mode="lines", line=line, name=name, hoverinfo="skip", meta="path"
    )


def year_path(rows: pd.DataFrame, colour: str, *, name: str, width: float = 2) -> go.Scatter:
    """The path through consecutive years (year, value)."""
    years, values = marks.path(rows["year"].tolist(), rows["value"].tolist())
    return path(years, values, colour, name=name, width=width)


def points(
    rows: pd.DataFrame, colour: str, theme: Theme, *, name: str, x: str = "year", size: int = marks.SIZE
) -> Iterator[go.Scatter]:
    """One point a row (x, value, mark, preferred, words): other prints first, so that they lie below.

    What nobody prints comes lowest, with a bar from value_low to value_high.
    """
    is_reckoned = rows["mark"] == marks.RECKONED
    groups = (rows[is_reckoned], rows[~is_reckoned & ~rows["preferred"]], rows[rows["preferred"]])
    for chosen in groups:
        if not chosen.empty:
            marker = marks.marker(chosen["mark"], colour, theme, size=size)
            drawn = _points(chosen, marker, name=name, x=x)
            yield drawn.update(error_y=_bar_of(chosen, colour)) if chosen is groups[0] else drawn


def _points(rows: pd.DataFrame, marker: dict[str, Any], *, name: str, x: str) -> go.Scatter:
    kinds = sorted(set(rows["mark"]))
    return go.Scatter(
        x=rows[x].tolist(),
        y=rows["value"].tolist(),
        mode="markers",
        marker=marker,
        hovertext=rows["words"].tolist(),
        hoverinfo="text",
        name=name,
        meta=" ".join(kinds),
        cliponaxis=False,
    )


def _bar_of(rows: pd.DataFrame, colour: str) -> dict[str, Any]:
    """From value_low to value_high, about value."""
    return {
        "type": "data",
        "symmetric": False,
        "array": (rows["value_high"] - rows["value"]).tolist(),
        "arrayminus": (rows["value"] - rows["value_low"]).tolist(),
        "color": colour,
        "thickness": 1,
        "width": 2,
    }


def gaps(rows: pd.DataFrame, floor: float, *, label: str) -> Iterator[go.Scatter]:
    """Unseen points on the axis, which say for each missing year that nothing is printed."""
    years = marks.missing_years(rows["year"].tolist())
    if years:
        words = [notes.missing(year, label) for year in years]
        marker = {"size": 16, "opacity": 0}
        yield go.Scatter(
            x=years,
            y=[floor] * len(years),
            mode="markers",
            marker=marker,
            hovertext=words,
            hoverinfo="text",
            name=notes.escape(label),
            meta="gap",
        )


def columns(
    rows: pd.DataFrame, colour: str, theme: Theme, *, name: str, seat: Seat
) -> Iterator[go.Bar | go.Scatter]:
    """One bar a year (year, value, mark, preferred, words), its value if the seat has a size, others."""
    placed = rows.assign(year=rows["year"] + seat.shift)
    printed, others = placed[placed["preferred"]], placed[~placed["preferred"]]
    yield _bars(printed, colour, theme, name=name, width=seat.width)
    if seat.size:
        yield _values(printed, others, theme, seat=seat)
    yield from points(others.assign(year=others["year"] + seat.width / 3), colour, theme, name=name)


def _bars(rows: pd.DataFrame, colour: str, theme: Theme, *, name: str, width: float) -> go.Bar:
    hover = {"hovertext": rows["words"].tolist(), "hoverinfo": "text"}
    look = {"width": width, "marker": marks.bar(rows["mark"], colour, theme)}
    return go.Bar(x=rows["year"].tolist(), y=rows["value"].tolist(), name=name, meta="bar", **look, **hover)


def _values(printed: pd.DataFrame, others: pd.DataFrame, theme: Theme, *, seat: Seat) -> go.Scatter:
    """The values, clear of their bars and of all other prints of their years."""
    pixel = axes.per_pixel(seat.span)
    seen = others[others["mark"] == marks.OTHER]
    reach = (seen["value"].abs() + pixel * marks.SIZE / 2).groupby(seen["year"]).max()
    ends = printed["value"].abs().clip(lower=printed["year"].map(reach)) * printed["value"].map(_sign)
    ends += pixel * ends.map(lambda end: -_GAP_BELOW if end < 0 else _GAP_ABOVE)
    halo = ", ".join([f"0 0 2px {theme.paper}"] * 4)
    return go.Scatter(
        x=printed["year"].tolist(),
        y=ends.tolist(),
        mode="text",
        text=[wording.number(abs(value)) for value in printed["value"]],
        textposition=["bottom center" if end < 0 else "top center" for end in ends],
        textfont={"size": seat.size, "color": theme.text, "shadow": halo},
        hoverinfo="skip",
        meta="value",
        cliponaxis=False,
    )


def _sign(value: float) -> int:
    return -1 if value < 0 else 1


def value_size(values: Iterable[float], places: float) -> int | None:
    """The largest size at which so many values stand beside each other on a phone; None where they cannot."""
    longest = max((len(wording.number(abs(value))) for value in values), default=0)
    return next(
        (size for size in _VALUE_SIZES if places * (longest * size * 0.5 + 2) <= _ROOM_FOR_VALUES), None
    )
