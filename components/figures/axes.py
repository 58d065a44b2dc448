"""Axes: what may share one, which years and months they name, and how far they reach."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pandas as pd

from components.figures.theme import PLOT_HEIGHT
from components.periods import Period

MOST_BARS = 10
"""More years than this are drawn without their values."""
LEAST_SEATS = 4
"""Fewer bars than this stand in the room of so many, so that none is as wide as the chart."""
MOST_YEAR_TICKS = 6
YEAR_STEPS = (1, 2, 5, 10, 20, 50)
WASTE_ALLOWED = 0.5
"""Lines start at zero unless more than this part of the chart would be empty below them."""
ROOM = 0.08
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def one_window(frame: pd.DataFrame) -> str:
    """The months that all rows cover, "01-12"; of days, the day of the year. Raises ValueError on two."""
    windows = [_window(text) for text in frame["period"]]
    return _only(windows, "kinds of period", "only the same months of each year share a year axis")


def one_label(frame: pd.DataFrame) -> str:
    """The label of all rows; empty text where there are none. Raises ValueError on two."""
    return _only(frame["label"], "labels", "draw each in its own chart")


def _window(text: str) -> str:
    period = Period.parse(text)
    if period.kind == "day":
        return f"{period.start:%d %B}"
    if period.window is None:
        raise ValueError(f"{text} crosses years; it has no place on a year axis")
    return period.window


def begins_in_january(text: str) -> bool:
    """Whether a period runs from January to a month of the same year."""
    return (Period.parse(text).window or "").startswith("01-")


def _only(values: Iterable[str], what: str, remedy: str) -> str:
    found = sorted(set(values))
    if len(found) > 1:
        raise ValueError(f"{len(found)} {what} in one chart ({', '.join(found)}); {remedy}")
    return found[0] if found else ""


def window_words(window: str) -> str:
    """What a year on the axis stands for, where it is not the whole year: "January–June of each year"."""
    if window in ("", "01-12"):
        return ""
    first, is_months, last = window.partition("-")
    if not is_months:
        return f"on {window.lstrip('0')} of each year"
    months = Period.of_months(date(2001, int(first), 1), date(2001, int(last), 1))
    return f"{months.label().removesuffix(' 2001')} of each year"


def year_ticks(first: int, last: int) -> list[int]:
    """At most six whole years; steps of one or two end on the last year, longer ones stand on round years."""
    step = next(step for step in YEAR_STEPS if (last - first) // step < MOST_YEAR_TICKS)
    if step <= 2:
        return list(range(last, first - 1, -step))[::-1]
    return list(range(-(-first // step) * step, last + 1, step))


def year_axis(first: int, last: int, *, window: str = "", room: float = 0.35) -> dict[str, Any]:
    """Plotly's settings for an axis of whole years."""
    ticks = year_ticks(first, last)
    words = {"title": {"text": window_words(window), "font": {"size": 12}, "standoff": 6}}
    return {
        "tickvals": ticks,
        "range": [first - room, last + room],
        "tickformat": "d",
        "automargin": "height",
        **words,
    }


def bar_axis(first: int, last: int, *, window: str = "") -> dict[str, Any]:
    """Plotly's settings for whole years below bars: each year named where there are not too many."""
    axis = year_axis(first, last, window=window, room=max(0.5, (LEAST_SEATS - (last - first)) / 2))
    every = {"tickvals": list(range(first, last + 1)), "tickfont": {"size": 11}}
    return {**axis, **every} if last - first < MOST_BARS else axis


def value_axis(span: tuple[float, float], *, size: int | None = None) -> dict[str, Any]:
    """Plotly's settings for values; without scale and grid where each value is written at its bar."""
    scale = {"showticklabels": False, "showgrid": False} if size else {}
    return {"range": span, "zeroline": span[0] <= 0 <= span[1], **scale}


def month_axis() -> dict[str, Any]:
    """Plotly's settings for an axis from January to December."""
    return {
        "tickvals": list(range(1, 13)),
        "ticktext": list(MONTHS),
        "range": [0.6, 12.4],
        "tickfont": {"size": 10},
    }


def per_pixel(span: tuple[float, float]) -> float:
    """What one pixel of a chart's height stands for on a value axis of this span."""
    return (span[1] - span[0]) / PLOT_HEIGHT


def value_range(values: Iterable[float], *, always_zero: bool = False) -> tuple[float, float]:
    """From zero where that leaves the lines enough of the chart; with some room at the ends."""
    known = [value for value in values if value == value]
    low, high = (min(known), max(known)) if any(known) else (0.0, 1.0)
    if always_zero or low <= 0 or low == high or low <= WASTE_ALLOWED * high:
        low, high = min(low, 0.0), max(high, 0.0)
    room = ROOM * ((high - low) or abs(high))
    return (low - room if low else 0.0), (high + room if high else 0.0)
