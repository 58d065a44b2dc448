"""One concept over time: what is drawn, by equality, and how it is marked."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.figures import axes, marks, traces
from components.figures.goals import towards_target
from components.figures.series import (
    bars_by_year,
    by_year,
    cumulative,
    over_years,
    year_to_date,
    yearly,
)
from tests.drawing import EMPTY, FACTS, LIGHT, TARGET, TO_DATE, build, drawn, frame, row, words, years


def test_yearly() -> None:
    """Each report is a point of its year, marked by its kind."""
    rows = [
        row("2023", 904),
        row("2024", 1700),
        row("2024", 1752, preferred=False),
        row("2024", 1700, preferred=False),
        row("2025", 1557, obs_status="P"),
        row("2026", 1900, obs_status="E"),
        row("2027", 2000, value_kind="target"),
    ]
    points = yearly(frame(rows))

    assert points["year"].tolist() == [2023, 2024, 2024, 2024, 2025, 2026, 2027]
    assert points["mark"].tolist() == ["fact", "fact", "other", "same", "fact", "estimate", "target"]
    assert points["preferred"].tolist() == [True, True, False, False, True, True, True]


def test_yearly_brings_scales_to_one() -> None:
    """Two scales share an axis in the unit that most rows have; the hover text keeps its own."""
    points = yearly(
        frame(
            [*years({2023: 1.4, 2024: 1.5}, unit="million tonnes"), row("2025", 1300, unit="thousand tonnes")]
        )
    )

    assert points["value"].tolist() == [1.4, 1.5, 1.3]
    assert "1,300 thousand tonnes" in points["words"][2]


def test_a_line_breaks_where_a_year_is_not_printed() -> None:
    """2018 stands alone, 2022 to 2025 are joined, and the years between have no value."""
    line = drawn(build("by_year"), "path")[0]

    assert line.x == tuple(range(2018, 2026))
    assert line.y == (860, None, None, None, 570, 904, 1700, 1557)
    assert not line.connectgaps


def test_a_missing_year_says_so_on_hover() -> None:
    """Unseen points stand on the axis in the missing years."""
    (gap,) = drawn(build("by_year"), "gap")

    assert gap.x == (2019, 2020, 2021)
    assert set(gap.y) == {0}
    assert gap.hovertext[0].endswith("Nothing printed")


@given(st.sets(st.integers(1990, 2030), min_size=1, max_size=20))
def test_path_and_gaps_are_the_whole_stretch(printed: set[int]) -> None:
    """Every year from the first to the last is either printed or a gap, never both."""
    along, values = marks.path(sorted(printed), [1.0] * len(printed))
    gaps = marks.missing_years(printed)

    assert [year for year, value in zip(along, values, strict=True) if value is None] == gaps
    assert printed.isdisjoint(gaps)
    assert printed | set(gaps) == set(range(min(printed), max(printed) + 1))


def test_marks_show_what_a_figure_is() -> None:
    """Facts are filled, other prints hollow, estimates lighter; a target is an open triangle."""
    look = marks.marker(["fact", "other", "estimate", "target"], "#0B6E69", LIGHT)

    assert look["color"] == ["#0B6E69", LIGHT.paper, LIGHT.lighter("#0B6E69"), LIGHT.paper]
    assert look["line"]["color"] == [LIGHT.paper, "#0B6E69", "#0B6E69", "#0B6E69"]
    assert look["symbol"] == ["circle", "circle", "circle", "triangle-up"]


def test_lines_are_labelled_at_their_ends() -> None:
    """The label has the line's words in lines short enough for a phone; a line that ends early says when."""
    assert words(build("by_year")) == [
        "State Customs<br>Committee of<br>Azerbaijan",
        "US Census Bureau,<br>to 2024",
    ]


def test_whole_years_on_the_axis() -> None:
    """At most six ticks, whole years; short steps end on the newest year, long ones stand on round years."""
    assert axes.year_ticks(2018, 2025) == [2019, 2021, 2023, 2025]
    assert axes.year_ticks(2023, 2025) == [2023, 2024, 2025]
    assert axes.year_ticks(2025, 2025) == [2025]
    assert axes.year_ticks(1993, 2025) == [2000, 2010, 2020]
    assert axes.year_ticks(2006, 2024) == [2010, 2015, 2020]


@given(st.integers(1900, 2100), st.integers(0, 199))
def test_year_ticks_are_few_and_within(first: int, length: int) -> None:
    """However long the axis, there are one to six ticks and all lie on it."""
    ticks = axes.year_ticks(first, first + length)

    assert 1 <= len(ticks) <= axes.MOST_YEAR_TICKS
    assert first <= ticks[0] <= ticks[-1] <= first + length


@pytest.mark.parametrize(
    ("values", "span"),
    [
        ([10, 100], (0.0, 108.0)),
        ([80, 100], (78.4, 101.6)),
        ([50, 50], (0.0, 54.0)),
        ([-10, 90], (-18.0, 98.0)),
        ([-10, -5], (-10.8, 0.0)),
        ([0, 0], (0.0, 1.08)),
        ([], (0.0, 1.08)),
    ],
)
def test_value_range(values: list[float], span: tuple[float, float]) -> None:
    """A line starts at zero unless more than half of the chart would stay empty."""
    assert axes.value_range(values) == pytest.approx(span)


def test_bars_start_at_zero() -> None:
    """However alike the figures, bars are as long as they are large."""
    assert axes.value_range([98, 100], always_zero=True)[0] == 0


@pytest.mark.parametrize(
    ("period", "title"),
    [
        ("2025", ""),
        ("2025-S1", "January–June of each year"),
        ("2025-01/2025-10", "January–October of each year"),
        ("2025-04", "April of each year"),
        ("2025-12-31", "on 31 December of each year"),
    ],
)
def test_the_axis_says_which_months_a_year_stands_for(period: str, title: str) -> None:
    """Only whole years need no words."""
    assert by_year(frame([row(period, 5)]), theme=LIGHT).layout.xaxis.title.text == title


def test_days_of_each_year_compare() -> None:
    """Stocks on the last day of each year share a year axis."""
    assert yearly(frame([row("2024-12-31", 5), row("2025-12-31", 6)]))["year"].tolist() == [2024, 2025]


def test_bars_carry_their_values() -> None:
    """Each bar has its number above it, and the axis then needs none."""
    figure = build("bars_by_year")

    assert drawn(figure, "value")[0].text == ("860", "570", "904", "1,700", "1,557")
    assert figure.layout.yaxis.showticklabels is False
    assert figure.layout.yaxis.range[0] == 0


def test_another_print_stands_beside_its_bar() -> None:
    """A hollow point at the right of the bar, the value above both."""
    figure = bars_by_year(frame([row("2025", 1557), row("2025", 1600, preferred=False)]), theme=LIGHT)
    (point,), (value,) = drawn(figure, "other"), drawn(figure, "value")

    assert (2025 < point.x[0] < 2025.5, point.y) == (True, (1600,))
    assert (value.text, value.y[0] > 1600) == (("1,557",), True)


def test_more_than_ten_years_are_no_bars() -> None:
    """The refusal says what to draw instead."""
    with pytest.raises(ValueError, match="2010 to 2020 are too many years for bars; draw them with by_year"):
        bars_by_year(frame(years(dict.fromkeys(range(2010, 2021), 5))), theme=LIGHT)


def test_values_that_do_not_fit_a_phone_are_left_to_the_axis() -> None:
    """Ten long numbers do not stand beside each other; the axis keeps its scale."""
    assert traces.value_size([1557] * 5, 5) == 12
    assert traces.value_size([16860] * 10, 10) is None

    figure = bars_by_year(frame(years(dict.fromkeys(range(2016, 2026), 16860))), theme=LIGHT)
    assert (drawn(figure, "value"), figure.layout.yaxis.showticklabels) == ([], None)


def test_cumulative() -> None:
    """Every period that begins in January stands at its last month, in order; others are left out."""
    points = cumulative(
        frame([*TO_DATE.to_dict("records"), row("2024-01", 30), row("2024-Q2", 110), row("2024-12", 9)])
    )

    assert list(zip(points["year"], points["month"], points["value"], strict=True)) == [
        (2024, 1, 30),
        (2024, 3, 90),
        (2024, 6, 200),
        (2024, 12, 470),
        (2025, 10, 600),
    ]


def test_one_line_a_year_joins_the_printed_months() -> None:
    """Nothing is drawn for months that were not printed; the newest year stands out."""
    old, new = drawn(build("year_to_date"), "path")

    assert (old.x, old.y) == ((3, 6, 12), (90, 200, 470))
    assert (new.line.color, new.line.width > old.line.width) == (LIGHT.accent, True)
    assert words(build("year_to_date")) == ["2025", "2024"]


def test_only_the_newest_six_years_are_named() -> None:
    """The rest is thin and grey, and says its year on hover."""
    figure = year_to_date(frame(years({year: year - 2000 for year in range(2010, 2026)})), theme=LIGHT)

    assert sorted(words(figure)) == ["2020", "2021", "2022", "2023", "2024", "2025"]
    assert {line.line.color for line in drawn(figure, "path")[:10]} == {LIGHT.grey}


def test_months_have_their_names() -> None:
    """January to December, by three letters."""
    assert build("year_to_date").layout.xaxis.ticktext[::11] == ("Jan", "Dec")


def test_the_way_to_a_target_is_dotted() -> None:
    """From the newest fact to the open triangle, in the unit of the facts; the facts' own line is whole."""
    figure = build("towards_target")
    (facts, way), (aim,) = drawn(figure, "path"), drawn(figure, "target")

    assert (facts.x[-1], facts.line.dash, way.line.dash) == (2025, "solid", "dot")
    assert (way.x, way.y) == ((2025, 2027), (1300, 7000))
    assert (aim.x, aim.y, aim.marker.symbol, aim.marker.color) == (
        (2027,),
        (7000,),
        ("triangle-up",),
        (LIGHT.paper,),
    )
    assert "Target 7 Mt<br>by\N{NO-BREAK SPACE}2027" in words(figure)


def test_a_target_that_is_past_has_no_way() -> None:
    """Nothing leads back in time."""
    figure = towards_target(
        frame(years({2025: 5})), frame([row("2024", 7, value_kind="target")]), theme=LIGHT
    )

    assert drawn(figure, "path")[-1].x == (2025,)


def test_each_target_has_its_own_straight_way() -> None:
    """From the newest fact on, so that the slope is the pace that is needed."""
    aims = frame([row("2027", 7, value_kind="target"), row("2030", 9, value_kind="target")])
    figure = towards_target(frame(years({2025: 5})), aims, theme=LIGHT)

    ways = [line for line in drawn(figure, "path") if line.line.dash == "dot"]
    assert [(way.x, way.y) for way in ways] == [((2025, 2027), (5, 7)), ((2025, 2030), (5, 9))]


def test_past_targets_are_grey_and_lead_nowhere() -> None:
    """They keep their triangles and words; without a current one too."""
    gone = frame([row("2027", 9, unit="million tonnes", value_kind="target", label="bp, superseded")])
    both, alone = (towards_target(FACTS, aims, theme=LIGHT, past=gone) for aims in (TARGET, EMPTY))

    old, aim = drawn(both, "target")
    assert (old.x, old.y, old.marker.line.color) == ((2027,), (9000,), (LIGHT.grey,))
    assert LIGHT.grey not in aim.marker.line.color
    assert "bp, superseded" in old.hovertext[0]
    assert not [line for line in drawn(alone, "path") if line.line.dash == "dot"]
    assert len(drawn(alone, "target")) == 1


@pytest.mark.parametrize(("facts", "target", "kind"), [(FACTS, EMPTY, "fact"), (EMPTY, TARGET, "target")])
def test_facts_or_a_target_alone_are_drawn(facts: pd.DataFrame, target: pd.DataFrame, kind: str) -> None:
    """One of the two is enough for a chart."""
    figure = towards_target(facts, target, theme=LIGHT)

    assert len(drawn(figure, kind)) == 1
    assert not [line for line in drawn(figure, "path") if line.line.dash == "dot"]


def test_sparkline_marks_the_newest_point_and_keeps_gaps() -> None:
    """60 pixels, no axes, no zeros for missing years; a point that no line reaches is a small dot."""
    figure = build("sparkline")
    (line,), (points,) = drawn(figure, "path"), drawn(figure, "fact")

    assert line.y[:5] == (860, None, None, None, 570)
    assert points.marker.size == (4, 0, 0, 0, 8)
    assert (figure.layout.height, figure.layout.xaxis.visible, figure.layout.yaxis.visible) == (
        60,
        False,
        False,
    )


def test_over_years_draws_bars_for_one_label_and_ten_years() -> None:
    """One label within ten years stands as bars; a longer stretch, or a second label, as lines."""
    short, long = years(dict.fromkeys(range(2016, 2026), 5)), years(dict.fromkeys(range(2015, 2026), 5))

    assert any(trace.type == "bar" for trace in over_years(frame(short), theme=LIGHT).data)
    assert all(trace.type == "scatter" for trace in over_years(frame(long), theme=LIGHT).data)


def test_doubtful_print_is_lighter() -> None:
    """A print of low reliability is marked like an estimate, not like a fact."""
    assert yearly(frame([row("2025", 1557, obs_status="U")]))["mark"].tolist() == ["estimate"]


def test_figures_that_nobody_signs_are_not_joined() -> None:
    """Two years of figures without a reporter are two points: no line joins what may be of two makers."""
    rows = [row("2022", 599), row("2023", 314)]
    signed, unsigned = (
        by_year(frame([{**each, "reporter": code} for each in rows]), theme=LIGHT) for code in ("AZE", None)
    )

    assert any(trace.meta == "path" for trace in signed.data)
    assert not any(trace.meta == "path" for trace in unsigned.data)
