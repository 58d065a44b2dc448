"""Parts of a whole, ranks, levels on days, and flows below a capacity."""

import pandas as pd
import pytest

from components.figures import days, ranked
from components.figures.goals import against
from tests.drawing import CAPACITY, FLOWS, LEVELS, LIGHT, PARTNERS, build, drawn, frame, row, words


def test_a_stack_has_a_bar_for_each_part_in_its_own_colour() -> None:
    """Gas below, hydro on it; what is not printed for a year has no bar, not one of zero."""
    figure = build("stacked")

    assert figure.layout.barmode == "stack"
    assert {bar.name: list(bar.x) for bar in figure.data} == {
        "Gas": [2023, 2024],
        "Hydro": [2023, 2024],
        "Wind": [2024],
    }
    assert figure.data[1].marker.color == LIGHT.hues["blue"]


def test_the_axis_of_a_stack_reaches_its_top() -> None:
    """29 TWh of 2024 in all, and from zero."""
    low, high = build("stacked").layout.yaxis.range

    assert (low, high > 29) == (0, True)


def test_ranks_are_in_order_and_in_one_unit() -> None:
    """Billions are converted; the largest is first."""
    rows = ranked.order(PARTNERS)

    assert rows["label"].tolist() == ["China", "United States", "Kazakhstan"]
    assert rows["value"].tolist() == [3700, 1700, 470]


def test_a_rank_says_its_value_and_keeps_the_colour_of_the_country() -> None:
    """Others are grey."""
    bars = build("ranked").data[0]

    assert list(bars.text) == ["&#36;3.7 bn", "&#36;1.7 bn", "&#36;470 m"]
    assert list(bars.marker.color) == [LIGHT.grey, LIGHT.hues["blue"], LIGHT.hues["gold"]]


def test_a_ranking_is_bounded() -> None:
    """No more than MOST_ROWS, the largest."""
    many = frame([row("2024", number, series=str(number), label=f"P{number}") for number in range(1, 40)])

    assert ranked.order(many)["value"].tolist() == list(range(39, 19, -1))


def test_a_day_stands_within_its_year() -> None:
    """The first of January on the year, the second of July half-way to the next."""
    places = days.place(pd.Series(pd.to_datetime(["2025-01-01", "2025-07-02"])))

    assert places.tolist() == pytest.approx([2025, 2025.5], abs=0.002)


def test_levels_on_days_are_not_joined() -> None:
    """Points only: nobody printed what was between them."""
    figure = build("by_day")

    assert {trace.mode for trace in figure.data} == {"markers"}
    assert [list(trace.y) for trace in drawn(figure, "fact")] == [[20, 21]]
    assert figure.data[0].x[1] == pytest.approx(days.place(LEVELS["period_end"])[1])


def test_a_capacity_is_a_dashed_line_at_its_newest_level() -> None:
    """25 bcm of 2024, not the 16 of 2020; the target is dotted; both are named at the end."""
    figure = build("against")
    lines = {trace.name: trace for trace in figure.data if trace.name in ("Capacity", "Expansion target")}

    assert (list(lines["Capacity"].y), lines["Capacity"].line.dash) == ([25, 25], "dash")
    assert (list(lines["Expansion target"].y), lines["Expansion target"].line.dash) == ([31, 31], "dot")
    assert "Capacity: 25 bcm<br>a year" in words(figure)


def test_flows_without_a_capacity_are_drawn_alone() -> None:
    """The chart of the years."""
    figure = against(FLOWS, CAPACITY.iloc[:0], theme=LIGHT)

    assert len(drawn(figure, "fact")) == 1
