"""Two things side by side: exports against imports, and two makers' figures of the same thing."""

from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components import measures, wording
from components.figures import axes, labels, marks, notes, traces
from components.figures.labels import EndLabel
from components.figures.series import yearly
from components.figures.theme import Theme, colours, empty, layout
from components.periods import Period

EXPORTS, IMPORTS, BALANCE = "Exports", "Imports", "Balance"
PAIR_OFFSET, PAIR_WIDTH, PAIR_PLACES = 0.2, 0.36, 2.5


def balances(exports: pd.DataFrame, imports: pd.DataFrame) -> pd.DataFrame:
    """The numbers of the balance line, for years in which both flows are printed: year, value, words."""
    rows = measures.balance(exports, imports).dropna(subset="value")
    years, values = rows["period_start"].dt.year, rows["value"]
    return pd.DataFrame(
        {"year": years, "value": values, "words": [*map(_balance_words, rows.to_dict("records"))]}
    )


def flows(exports: pd.DataFrame, imports: pd.DataFrame, *, theme: Theme) -> go.Figure:
    """Exports up and imports down, in the colours of the countries that sell; the balance as a line."""
    both = pd.concat(
        [frame for frame in (exports, imports) if not frame.empty] or [exports], ignore_index=True
    )
    if both.empty:
        return empty(theme)
    unit = measures.common_unit(both)
    up, down = yearly(exports, unit=unit), _downwards(yearly(imports, unit=unit))
    difference, shades = balances(exports, imports), _flow_colours(both.iloc[0], theme)
    years, values = both["period_start"].dt.year, [*up["value"], *down["value"]]
    span = axes.value_range(values, always_zero=True)
    seat = traces.Seat(span, traces.value_size(values, years.max() - years.min() + 1))
    bars = [
        *traces.columns(up, shades[EXPORTS], theme, name=EXPORTS, seat=seat),
        *traces.columns(down, shades[IMPORTS], theme, name=IMPORTS, seat=seat),
    ]
    settings = layout(
        theme,
        unit=wording.unit_words(unit),
        right=labels.margin([EXPORTS, IMPORTS, BALANCE]),
        x=axes.bar_axis(years.min(), years.max(), window=axes.one_window(both)),
        y=axes.value_axis(span, size=seat.size),
        annotations=labels.at_ends(_flow_ends(up, down, difference, shades), span, theme),
    )
    return go.Figure(_values_last([*bars, *_balance_line(difference, theme)]), settings)


def sides(frame: pd.DataFrame) -> pd.DataFrame:
    """The numbers of both sides: those of `series.yearly`, the words with the other's figure of the year.

    Raises ValueError on more than two labels, on units and on periods that do not compare.
    """
    if frame["label"].nunique() > 2:
        raise ValueError(f"{frame['label'].nunique()} labels; a mirror has two sides")
    points = yearly(frame)
    printed = measures.preferred(frame)
    years, units = printed["period_start"].dt.year, printed["unit"]
    said = {
        (label, year): f"<br>{notes.wrapped(f'{label}: {wording.exact(value, unit)}')}"
        for label, year, value, unit in zip(printed["label"], years, printed["value"], units, strict=True)
    }
    other = dict(zip(frame["label"].unique(), reversed(frame["label"].unique()), strict=True))
    pairs = zip(points["label"], points["year"], points["words"], strict=True)
    words = [
        text + said.get((other[label], year), "") * (other[label] != label) for label, year, text in pairs
    ]
    return points.assign(words=words)


def mirror(frame: pd.DataFrame, *, theme: Theme) -> go.Figure:
    """Two makers' figures of the same years: bars in pairs, joined points where there are over ten years."""
    if frame.empty:
        return empty(theme)
    points, shades = sides(frame), colours(frame, theme)
    first, last = points["year"].min(), points["year"].max()
    span = axes.value_range(points["value"], always_zero=True)
    size = traces.value_size(points["value"], PAIR_PLACES * (last - first + 1))
    seat = traces.Seat(span, size, width=PAIR_WIDTH)
    draw = _pairs if last - first < axes.MOST_BARS else _dumbbells
    settings = layout(
        theme,
        unit=wording.unit_words(measures.common_unit(frame)),
        key=shades,
        x=axes.bar_axis(first, last, window=axes.one_window(frame)),
        y=axes.value_axis(span, size=seat.size),
    )
    return go.Figure([*draw(points, shades, theme, seat)], settings)


def _balance_words(row: Mapping[Hashable, Any]) -> str:
    low, high, unit = row["value_low"], row["value_high"], row["unit"]
    lines = (
        wording.exact(row["value"], unit),
        wording.interval(low, high, unit),
        "Exports less imports, reckoned here",
    )
    label = Period.parse(row["period"]).label()
    return "<br>".join([f"<b>{label}</b>", BALANCE, *map(notes.escape, lines)])


def _downwards(points: pd.DataFrame) -> pd.DataFrame:
    return points.assign(value=-points["value"])


def _flow_colours(row: pd.Series, theme: Theme) -> dict[str, str]:
    """Exports come from the reporter, imports from the partner."""
    home, abroad = theme.area(row["reporter"]), theme.area(row["partner"])
    return {EXPORTS: home, IMPORTS: theme.hues["sky"] if abroad == home else abroad, BALANCE: theme.text}


def _balance_line(difference: pd.DataFrame, theme: Theme) -> Iterator[go.Scatter]:
    if not difference.empty:
        yield traces.year_path(difference, theme.text, name=BALANCE, width=1.5)
        size, facts = marks.size(len(difference)), difference.assign(mark=marks.FACT, preferred=True)
        yield from traces.points(facts, theme.text, theme, name=BALANCE, size=size)


def _flow_ends(
    up: pd.DataFrame, down: pd.DataFrame, difference: pd.DataFrame, shades: Mapping[str, str]
) -> list[EndLabel]:
    """Exports and imports half-way along their newest bars, the balance at its newest point."""
    parts = ((EXPORTS, up, 0.5), (IMPORTS, down, 0.5), (BALANCE, difference, 1.0))
    newest = [(name, _newest(rows) * part) for name, rows, part in parts if not rows.empty]
    return [EndLabel(name, value, shades[name]) for name, value in newest]


def _newest(rows: pd.DataFrame) -> float:
    return float(rows.sort_values("year", kind="stable")["value"].iloc[-1])


def _values_last(drawn: list[go.Bar | go.Scatter]) -> list[go.Bar | go.Scatter]:
    """Values above all that could hide them."""
    return sorted(drawn, key=lambda trace: trace.meta == "value")


def _pairs(
    points: pd.DataFrame, shades: Mapping[str, str], theme: Theme, seat: traces.Seat
) -> Iterator[go.Bar | go.Scatter]:
    for shift, (label, colour) in zip((-PAIR_OFFSET, PAIR_OFFSET), shades.items(), strict=False):
        rows, name = points[points["label"] == label], notes.escape(label)
        yield from traces.columns(rows, colour, theme, name=name, seat=seat._replace(shift=shift))


def _dumbbells(
    points: pd.DataFrame, shades: Mapping[str, str], theme: Theme, _seat: traces.Seat
) -> Iterator[go.Scatter]:
    printed = points[points["preferred"]]
    ends = printed.groupby("year", as_index=False)["value"].agg(["min", "max", "size"])
    for year, low, high, count in ends.itertuples(index=False):
        if count > 1:
            yield traces.path([year, year], [low, high], theme.grey, name=str(year))
    size = marks.size(points["year"].nunique())
    for label, colour in shades.items():
        rows = points[points["label"] == label]
        yield from traces.points(rows, colour, theme, name=notes.escape(label), size=size)
