"""One concept over time: by year, as bars, and over the months of each year."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from components import measures, wording
from components.figures import axes, labels, marks, notes, traces
from components.figures.labels import EndLabel
from components.figures.theme import MOST_COLOURS, Theme, colours, empty, layout, mixed

YEAR_MARGIN = 40
BOUNDS = ("value_low", "value_high")
POINTS = ["label", "year", "value", *BOUNDS, "mark", "preferred", "words"]


def yearly(frame: pd.DataFrame, *, unit: str = "") -> pd.DataFrame:
    """The numbers of a year axis: label, year, value and its bounds, mark, preferred, words (to hover).

    Values in the unit given, else in the one that most rows have. Raises ValueError on units that do not
    convert and on periods that are not the same months of each year.
    """
    axes.one_window(frame)
    if frame.empty:
        return pd.DataFrame(columns=POINTS).astype({"value": float, "preferred": bool})
    return _numbers(frame, unit, year=frame["period_start"].dt.year)


def cumulative(frame: pd.DataFrame) -> pd.DataFrame:
    """The numbers of a year-to-date chart: label, year, month (the last), value, mark, preferred, words.

    Takes the periods that run from January to a month of the same year. Raises ValueError on two units
    or labels.
    """
    axes.one_label(frame)
    rows = frame[[axes.begins_in_january(period) for period in frame["period"]]]
    points = _numbers(rows, "", year=rows["period_start"].dt.year, month=rows["period_end"].dt.month)
    return points.sort_values(["year", "month"], kind="stable", ignore_index=True)


def over_years(frame: pd.DataFrame, *, theme: Theme) -> go.Figure:
    """Bars for one label's ten years or fewer, else lines."""
    years = frame["period_start"].dt.year
    is_short = frame["label"].nunique() == 1 and years.max() - years.min() < axes.MOST_BARS
    return bars_by_year(frame, theme=theme) if is_short else by_year(frame, theme=theme)


def by_year(frame: pd.DataFrame, *, theme: Theme) -> go.Figure:
    """A line for each label over whole years, broken where a year is not printed.

    Figures of which no source says whose they are stay points: they may be of several makers.
    """
    if frame.empty:
        return empty(theme)
    points, shades = yearly(frame), colours(frame, theme)
    span = axes.value_range(points["value"])
    settings = layout(
        theme,
        unit=unit_words(frame),
        right=labels.margin(list(shades)),
        x=axes.year_axis(points["year"].min(), points["year"].max(), window=axes.one_window(frame)),
        y=axes.value_axis(span),
        annotations=labels.at_ends(line_ends(points, shades), span, theme),
    )
    return go.Figure([*lines(points, shades, theme, floor=span[0])], settings)


def bars_by_year(frame: pd.DataFrame, *, theme: Theme) -> go.Figure:
    """One label as bars with their values on them. Raises ValueError on two labels and on over ten years."""
    if frame.empty:
        return empty(theme)
    label, points = axes.one_label(frame), yearly(frame)
    first, last = points["year"].min(), points["year"].max()
    if last - first >= axes.MOST_BARS:
        raise ValueError(f"{first} to {last} are too many years for bars; draw them with by_year")
    colour, span = colours(frame, theme)[label], axes.value_range(points["value"], always_zero=True)
    seat = traces.Seat(span, traces.value_size(points["value"], last - first + 1))
    bars = traces.columns(points, colour, theme, name=notes.escape(label), seat=seat)
    x = axes.bar_axis(first, last, window=axes.one_window(frame))
    settings = layout(theme, unit=unit_words(frame), x=x, y=axes.value_axis(span, size=seat.size))
    return go.Figure([*bars, *traces.gaps(points, 0, label=label)], settings)


def year_to_date(frame: pd.DataFrame, *, theme: Theme) -> go.Figure:
    """A line for each year over the months, up to what was printed by then; the newest year stands out."""
    points = frame if frame.empty else cumulative(frame)
    if points.empty:
        return empty(theme)
    span = axes.value_range(points["value"], always_zero=True)
    looks = _year_looks(sorted(points["year"].unique()), theme)
    settings = layout(
        theme,
        unit=unit_words(frame),
        right=YEAR_MARGIN,
        x=axes.month_axis(),
        y=axes.value_axis(span),
        annotations=labels.within(_year_ends(points, looks), span, theme),
    )
    return go.Figure([*_year_lines(points, looks, theme)], settings)


def _numbers(frame: pd.DataFrame, unit: str, **places: pd.Series) -> pd.DataFrame:
    same = measures.in_unit(frame, unit or measures.common_unit(frame))
    columns = {"label": frame["label"], **places, **{each: same[each] for each in ("value", *BOUNDS)}}
    marked = {"mark": marks.kinds(frame), "preferred": frame["preferred"], "words": notes.hover(frame)}
    signed = frame.get("is_signed", frame["reporter"].notna())
    drawn = pd.DataFrame({**columns, **marked, "is_signed": signed})
    return drawn[drawn["value"].notna()].reset_index(drop=True)


def unit_words(frame: pd.DataFrame) -> str:
    return wording.unit_words(measures.common_unit(frame))


def lines(
    points: pd.DataFrame, shades: Mapping[str, str], theme: Theme, *, floor: float
) -> Iterator[go.Scatter]:
    size = marks.size(points["year"].nunique())
    for label, colour in shades.items():
        rows, name = points[points["label"] == label], notes.escape(label)
        printed = rows[rows["preferred"]]
        if rows["is_signed"].all():
            yield traces.year_path(printed, colour, name=name)
        yield from traces.gaps(printed, floor, label=label)
        yield from traces.points(rows, colour, theme, name=name, size=size)


class Point(NamedTuple):
    label: str
    year: int
    value: float


def newest_point(points: pd.DataFrame) -> Point:
    """The point of the newest year; of several labels the first in the frame's order."""
    first = points[points["year"] == points["year"].max()].iloc[0]
    return Point(first["label"], int(first["year"]), float(first["value"]))


def line_ends(points: pd.DataFrame, shades: Mapping[str, str]) -> list[EndLabel]:
    """Each label at its newest value; a line that ends before the others says when."""
    printed = points[points["preferred"]]
    last = [newest_point(rows) for _, rows in printed.groupby("label", sort=False)]
    newest = points["year"].max()
    return [
        EndLabel(label if year == newest else f"{label}, to {year}", value, shades[label])
        for label, year, value in last
    ]


class _YearLook(NamedTuple):
    colour: str
    width: float
    size: int
    is_named: bool


def _year_looks(years: list[int], theme: Theme) -> dict[int, _YearLook]:
    """The newest year in the accent colour, five before it greyer with age, the rest thin and unnamed."""
    looks = {}
    for age, year in enumerate(reversed(years)):
        if age >= MOST_COLOURS:
            looks[year] = _YearLook(theme.grey, 1, marks.SMALLEST, is_named=False)
        else:
            fading = mixed(theme.text, theme.grey, (age + 1) / MOST_COLOURS)
            colour, width = (fading, 1.8) if age else (theme.accent, 3)
            looks[year] = _YearLook(colour, width, marks.SIZE, is_named=True)
    return {year: looks[year] for year in years}


def _year_lines(points: pd.DataFrame, looks: Mapping[int, _YearLook], theme: Theme) -> Iterator[go.Scatter]:
    for year, look in looks.items():
        rows, name = points[points["year"] == year], str(year)
        printed = rows[rows["preferred"]]
        months, values = printed["month"].tolist(), printed["value"].tolist()
        yield traces.path(months, values, look.colour, name=name, width=look.width)
        yield from traces.points(rows, look.colour, theme, name=name, x="month", size=look.size)


def _year_ends(points: pd.DataFrame, looks: Mapping[int, _YearLook]) -> list[EndLabel]:
    last = points[points["preferred"]].groupby("year", as_index=False).last()
    ends = zip(last["year"], last["month"], last["value"], strict=True)
    named = ((year, month, value) for year, month, value in ends if looks[year].is_named)
    return [EndLabel(str(year), value, looks[year].colour, x=month) for year, month, value in named]
