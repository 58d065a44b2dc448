"""The chart of the gap between two sides: whose bar it is, which way it goes, what its digits leave open."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from components import measures
from components.figures import gaps
from components.figures.theme import THEMES, Theme
from tests.drawing import LIGHT, drawn
from tests.test_findings import rows

NAMES, AREAS = ("Azerbaijan", "Kazakhstan"), ("AZE", "KAZ")
OWN = rows({"2022": 300, "2023": (400, 20), "2024": 469})
MIRROR = rows({"2022": 390, "2023": 300, "2024": 469.5}, series="mirror")
GAPS = measures.mirror_gap(OWN, MIRROR)


def built(measure: gaps.Measure = "value", theme: Theme = LIGHT, frame: pd.DataFrame = GAPS) -> go.Figure:
    return gaps.by_year(frame, measure, names=NAMES, areas=AREAS, theme=theme)


def test_a_bar_goes_up_where_the_first_side_counts_more() -> None:
    """−90, 100 and −0.5, each named by the larger side; the last within what the digits leave open."""
    points = gaps.points(GAPS, "value", NAMES)

    assert points["value"].tolist() == [-90, 100, -0.5]
    assert points["larger"].tolist() == ["Kazakhstan", "Azerbaijan", "Kazakhstan"]
    assert points["agrees"].tolist() == [False, False, True]
    assert points[["low", "high"]].values.tolist() == [[-91, -89], [79.5, 120.5], [-1.5, 0.5]]


@pytest.mark.parametrize("theme", THEMES.values())
def test_bars_have_the_colour_of_the_larger_side(theme: Theme) -> None:
    """Lighter where the two agree."""
    (bars,) = drawn(built(theme=theme), "bar")
    ours, theirs = theme.area("AZE"), theme.area("KAZ")

    assert list(bars.marker.color) == [theirs, ours, theme.lighter(theirs)]


def test_whiskers_are_drawn_where_they_can_be_seen() -> None:
    """The 20 that 2023 leaves open can; half a million of 500 cannot."""
    (bars,) = drawn(built(), "bar")
    narrow = measures.mirror_gap(rows({"2023": 1000}), rows({"2023": 500}))
    (fine,) = drawn(built(frame=narrow), "bar")

    assert bars.error_y.visible is True
    assert (bars.error_y.array[1], bars.error_y.arrayminus[1]) == (20.5, 20.5)
    assert fine.error_y.visible is False


def test_percent_is_of_the_larger_figure() -> None:
    """90 of 390 and 100 of 400, whichever side's it is."""
    points = gaps.points(GAPS, "percent", NAMES)

    assert [round(value, 2) for value in points["value"]] == [-23.08, 25, -0.11]
    assert "percent of the larger figure" in built("percent").layout.title.text


def test_the_hover_has_both_prints_the_gap_and_its_interval() -> None:
    """To be redone by the reader; what is reckoned says so."""
    hover = gaps.points(GAPS, "value", NAMES)["words"][1]

    for part in ("2023", "Azerbaijan: &#36;400 million", "Gap: &#36;100 million", "Reckoned here"):
        assert part in hover
    assert "agree" not in hover
    assert "They agree within" in gaps.points(GAPS, "value", NAMES)["words"][2]


def test_nothing_to_compare_is_an_empty_chart() -> None:
    """No bar is drawn."""
    assert not drawn(built(frame=GAPS.iloc[:0]), "bar")
