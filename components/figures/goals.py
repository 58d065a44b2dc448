"""Yearly facts beside what they could be or are to be: on the way to a target, below a capacity."""

from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components import measures, wording
from components.figures import axes, labels, traces
from components.figures.labels import EndLabel
from components.figures.series import Point, by_year, line_ends, lines, newest_point, yearly
from components.figures.theme import Theme, colours, escape, layout

LEVEL_DASH = {"capacity": "dash", "target": "dot"}


def towards_target(
    facts: pd.DataFrame, target: pd.DataFrame, *, theme: Theme, past: pd.DataFrame | None = None
) -> go.Figure:
    """Yearly facts for each label, and each target as an open triangle at the end of a dotted path.

    A path is straight from the newest fact on: its slope is the pace that is needed.
    `past` are targets that nobody aims at any more: grey triangles without a path.
    """
    gone = target.iloc[:0] if past is None else past
    if facts.empty or (target.empty and gone.empty):
        return by_year(target if facts.empty else facts, theme=theme)
    unit = measures.common_unit(facts, target, gone)
    printed, aims, shades = yearly(facts, unit=unit), yearly(target, unit=unit), colours(facts, theme)
    before = yearly(gone, unit=unit)
    last, both = newest_point(printed[printed["preferred"]]), pd.concat([printed, aims, before])
    colour, span = shades[last.label], axes.value_range(both["value"])
    ends = [*line_ends(printed, shades), *_target_ends(measures.in_unit(target, unit), colour)]
    settings = layout(
        theme,
        unit=wording.unit_words(unit),
        right=labels.margin([end.words for end in ends]),
        x=axes.year_axis(both["year"].min(), both["year"].max(), window=axes.one_window(facts)),
        y=axes.value_axis(span),
        annotations=labels.at_ends(ends, span, theme),
    )
    points = traces.points(aims, colour, theme, name="Target")
    paler = traces.points(before, theme.grey, theme, name="Past target")
    ways = _ways(last, aims[aims["preferred"]], colour)
    return go.Figure([*lines(printed, shades, theme, floor=span[0]), *ways, *paler, *points], settings)


def against(facts: pd.DataFrame, levels: pd.DataFrame, *, theme: Theme) -> go.Figure:
    """Yearly facts for each label below the levels that they could reach or are to reach.

    `levels` are capacities and targets of a year, one a label, the newest counts: a dashed line for a
    capacity, a dotted one for a target. Units of both are amounts of a year.
    """
    if facts.empty or levels.empty:
        return by_year(facts, theme=theme)
    unit = measures.common_unit(facts)
    printed, shades = yearly(facts, unit=unit), colours(facts, theme)
    newest = measures.preferred(levels).sort_values("period_end", kind="stable").groupby("label").last()
    newest = measures.in_unit(newest.reset_index(), unit)
    span = axes.value_range([*printed["value"], *newest["value"]], always_zero=True)
    words = [_level_words(row) for row in newest.to_dict("records")]
    ends = [EndLabel(text, value, theme.grey) for text, value in zip(words, newest["value"], strict=True)]
    ends = [*line_ends(printed, shades), *ends]
    x = axes.year_axis(printed["year"].min(), printed["year"].max(), window=axes.one_window(facts))
    settings = layout(
        theme,
        unit=wording.unit_words(unit),
        right=labels.margin([end.words for end in ends]),
        x=x,
        y=axes.value_axis(span),
        annotations=labels.at_ends(ends, span, theme),
    )
    drawn = [_level(row, x["range"], theme) for row in newest.to_dict("records")]
    return go.Figure([*drawn, *lines(printed, shades, theme, floor=span[0])], settings)


def _level(row: Mapping[Hashable, Any], reach: list[float], theme: Theme) -> go.Scatter:
    dash = LEVEL_DASH[row["value_kind"]]
    return traces.path(reach, [row["value"]] * 2, theme.grey, name=escape(row["label"]), dash=dash)


def _level_words(row: Mapping[Hashable, Any]) -> str:
    return f"{row['label']}: {wording.amount(row['value'], row['unit'])} a year"


def _ways(last: Point, aims: pd.DataFrame, colour: str) -> Iterator[go.Scatter]:
    """A dotted path from the newest fact to each target of a later year."""
    for year, value in zip(aims["year"], aims["value"], strict=True):
        if year > last.year:
            yield traces.path([last.year, year], [last.value, value], colour, name="Target", dash="dot")


def _target_ends(target: pd.DataFrame, colour: str) -> list[EndLabel]:
    rows = target[target["preferred"]]
    aims = zip(rows["value"], rows["unit"], rows["period_end"], strict=True)
    return [
        EndLabel(f"Target {wording.amount(value, unit)} by\N{NO-BREAK SPACE}{day.year}", value, colour)
        for value, unit, day in aims
    ]
