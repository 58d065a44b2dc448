"""What holds for every chart."""

import json
from collections.abc import Callable

import pandas as pd
import plotly.graph_objects as go
import pytest

from components.figures.compare import mirror
from components.figures.series import bars_by_year, by_year, year_to_date, yearly
from components.figures.sparkline import sparkline
from components.figures.theme import THEMES
from tests.drawing import BUILDERS, EMPTY, LIGHT, TURNOVER, build, frame, row

every_builder = pytest.mark.parametrize("name", BUILDERS)


@every_builder
@pytest.mark.parametrize("theme", THEMES)
def test_renders(name: str, theme: str) -> None:
    """A chart has marks, becomes JSON, uses SVG traces only and has no legend."""
    rendered = json.loads(build(name, THEMES[theme]).to_json())

    assert {trace["type"] for trace in rendered["data"]} <= {"scatter", "bar"}
    assert rendered["data"]
    assert rendered["layout"]["showlegend"] is False


@every_builder
def test_empty_frame(name: str) -> None:
    """Nothing to draw is said in words, in a chart without axes; a tile stays quietly empty."""
    builder, frames = BUILDERS[name]
    figure = builder(*(EMPTY for _ in frames), theme=LIGHT)

    assert len(figure.data) == 0
    assert figure.layout.xaxis.visible is False
    notice = [note.text for note in figure.layout.annotations]
    assert notice == ([] if name == "sparkline" else ["Nothing printed for this choice"])


@every_builder
def test_frames_are_left_alone(name: str) -> None:
    """A builder never writes into what it is given."""
    builder, frames = BUILDERS[name]
    before = [each.copy(deep=True) for each in frames]
    builder(*frames, theme=LIGHT)

    for each, same in zip(frames, before, strict=True):
        pd.testing.assert_frame_equal(each, same)


@every_builder
def test_nothing_to_drag_or_zoom(name: str) -> None:
    """A finger that scrolls the page over a chart does not move the chart."""
    layout = build(name).layout

    assert (layout.dragmode, layout.xaxis.fixedrange, layout.yaxis.fixedrange) == (False, True, True)


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("by_year", "million US dollars"),
        ("flows", "million US dollars"),
        ("towards_target", "thousand tonnes"),
    ],
)
def test_unit_stands_above_the_axis(name: str, unit: str) -> None:
    """The unit is written out."""
    assert build(name).layout.title.text == unit


@pytest.mark.parametrize("builder", [by_year, bars_by_year, year_to_date, mirror, sparkline])
def test_two_dimensions_are_refused(builder: Callable[..., go.Figure]) -> None:
    """Dollars and barrels never share an axis."""
    mixed = frame([row("2024", 1), row("2025", 2, unit="million barrels")])

    with pytest.raises(ValueError, match="USD million and million barrels do not compare"):
        builder(mixed, theme=LIGHT)


@pytest.mark.parametrize("builder", [by_year, bars_by_year, mirror, sparkline])
@pytest.mark.parametrize("period", ["2025-01/2025-10", "2025-Q4", "2025-12-31"])
def test_ten_months_are_never_drawn_as_a_year(builder: Callable[..., go.Figure], period: str) -> None:
    """Periods of other months, and days, are refused beside years."""
    with pytest.raises(ValueError, match="2 kinds of period in one chart"):
        builder(frame([row("2024", 1), row(period, 2)]), theme=LIGHT)


def test_a_span_over_years_has_no_place_on_a_year_axis() -> None:
    """2018–2020 is neither 2018 nor 2020."""
    with pytest.raises(ValueError, match="2018/2020 crosses years"):
        yearly(frame([row("2018/2020", 1)]))


@pytest.mark.parametrize("builder", [bars_by_year, year_to_date, sparkline])
def test_two_labels_are_refused_where_one_is_drawn(builder: Callable[..., go.Figure]) -> None:
    """Two makers are not strung together."""
    with pytest.raises(ValueError, match="2 labels in one chart"):
        builder(TURNOVER, theme=LIGHT)


@every_builder
def test_dataset_text_is_escaped_everywhere(name: str) -> None:
    """Labels, publishers and tokens that look like markup are nowhere in a figure as markup."""
    builder, frames = BUILDERS[name]
    poison = {"label": "<a href=x>$y$", "publisher": "<i>&amp;", "printed": "%{z}<br>$$"}

    figure = builder(*(each.assign(**poison) for each in frames), theme=LIGHT)
    rendered = json.dumps(json.loads(figure.to_json()), ensure_ascii=False)

    assert not any(sign in rendered for sign in ("<a", "<i>", "%{z", "$", "&amp;"))
