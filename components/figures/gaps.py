"""The gap between the two sides of a mirror, year by year: who counts more, by how much, how surely."""

from collections.abc import Hashable, Iterator, Mapping
from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go

from components import wording
from components.figures import axes, notes, traces
from components.figures.theme import Theme, empty, layout
from components.periods import Period

LEAST_WHISKER = 4
"""An interval of fewer pixels cannot be told from its bar's end and is not drawn."""
Names = tuple[str, str]
"""Whose figure the gap is reckoned from, and whose is taken off it."""
Measure = Literal["value", "percent"]


def points(gaps: pd.DataFrame, measure: Measure, names: Names) -> pd.DataFrame:
    """The numbers: year, value, low, high, larger (who counts more), agrees, words (to hover).

    Takes the rows of `measures.mirror_gap`, of the same months of each year; a gap without a percentage has
    no point in percent. Raises ValueError on periods that are not the same months.
    """
    axes.one_window(gaps)
    rows = gaps.dropna(subset=measure).sort_values("period_start", kind="stable", ignore_index=True)
    return pd.DataFrame(
        {
            "year": rows["period_start"].dt.year,
            "value": rows[measure],
            "low": rows[f"{measure}_low"].fillna(rows[measure]),
            "high": rows[f"{measure}_high"].fillna(rows[measure]),
            "larger": [names[0] if value >= 0 else names[1] for value in rows["value"]],
            "agrees": rows["agrees"].astype(bool),
            "words": [_words(row, names) for row in rows.to_dict("records")],
        }
    )


def by_year(
    gaps: pd.DataFrame, measure: Measure, *, names: Names, areas: tuple[str, str], theme: Theme
) -> go.Figure:
    """A bar a year, upwards where the first side counts more, in the colour of the side that does.

    Lighter where the two agree within their printed digits; whiskers where what those leave open can be seen.
    """
    drawn = points(gaps, measure, names)
    if drawn.empty:
        return empty(theme)
    shades = {name: theme.area(area) for name, area in zip(names, areas, strict=True)}
    first, last = drawn["year"].min(), drawn["year"].max()
    span = axes.value_range([*drawn["low"], *drawn["high"]], always_zero=True)
    unit = wording.unit_words(gaps["unit"].iloc[0]) if measure == "value" else "percent of the larger figure"
    present = [name for name in names if name in set(drawn["larger"])]
    settings = layout(
        theme,
        unit=unit,
        key={wording.sentence(f"{name} counts more"): shades[name] for name in present},
        x=axes.bar_axis(first, last, window=axes.one_window(gaps)),
        y=axes.value_axis(span),
    )
    size = traces.value_size(drawn["value"], last - first + 1)
    bars = [_bars(drawn, shades, theme, whiskers=has_whiskers(drawn))]
    return go.Figure([*bars, *(_values(drawn, span, size, theme) if size else ())], settings)


def has_whiskers(drawn: pd.DataFrame) -> bool:
    """Whether the widest interval of these points can be seen on their chart."""
    span = axes.value_range([*drawn["low"], *drawn["high"]], always_zero=True)
    widest = (drawn["high"] - drawn["low"]).max()
    return bool(widest >= LEAST_WHISKER * axes.per_pixel(span))


def _bars(drawn: pd.DataFrame, shades: Mapping[str, str], theme: Theme, *, whiskers: bool) -> go.Bar:
    colours = [shades[name] for name in drawn["larger"]]
    pairs = zip(colours, drawn["agrees"], strict=True)
    fills = [theme.lighter(colour) if agrees else colour for colour, agrees in pairs]
    open_ends = {
        "type": "data",
        "symmetric": False,
        "array": (drawn["high"] - drawn["value"]).tolist(),
        "arrayminus": (drawn["value"] - drawn["low"]).tolist(),
        "color": theme.text,
        "thickness": 1,
        "width": 4,
        "visible": whiskers,
    }
    return go.Bar(
        x=drawn["year"].tolist(),
        y=drawn["value"].tolist(),
        width=traces.BAR_WIDTH,
        marker={"color": fills, "line": {"color": colours, "width": 1}},
        error_y=open_ends,
        hovertext=drawn["words"].tolist(),
        hoverinfo="text",
        name="gap",
        meta="bar",
    )


def _values(drawn: pd.DataFrame, span: tuple[float, float], size: int, theme: Theme) -> Iterator[go.Scatter]:
    """Each gap with its sign, clear of its bar and whisker."""
    up, pixel = drawn["value"] >= 0, axes.per_pixel(span)
    ends = drawn["high"].where(up, drawn["low"]) + pixel * up.map({True: 1, False: -4})
    halo = ", ".join([f"0 0 2px {theme.paper}"] * 4)
    yield go.Scatter(
        x=drawn["year"].tolist(),
        y=ends.tolist(),
        mode="text",
        text=[wording.number(value) for value in drawn["value"]],
        textposition=["top center" if above else "bottom center" for above in up],
        textfont={"size": size, "color": theme.text, "shadow": halo},
        hoverinfo="skip",
        meta="value",
        cliponaxis=False,
    )


def _words(row: Mapping[Hashable, Any], names: Names) -> str:
    unit = row["unit"]
    lines = (
        f"{names[0]}: {wording.exact(row['own'], unit)}",
        f"{names[1]}: {wording.exact(row['mirror'], unit)}",
        f"Gap: {wording.exact(row['value'], unit)}",
        wording.interval(row["value_low"], row["value_high"], unit),
    )
    agreed = ["They agree within their printed digits"] if row["agrees"] else []
    label = Period.parse(row["period"]).label()
    return "<br>".join([f"<b>{label}</b>", *map(notes.wrapped, (*lines, *agreed, "Reckoned here"))])
