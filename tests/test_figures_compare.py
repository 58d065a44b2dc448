"""Exports against imports, and the figures of two makers side by side."""

import pytest

from components.figures.compare import balances, flows, mirror, sides
from tests.drawing import CENSUS, EXPORTS, IMPORTS, LIGHT, TURNOVER, build, drawn, frame, row, words, years


def test_exports_up_imports_down_in_the_sellers_colours() -> None:
    """Azerbaijan's exports are teal, its imports from the United States blue."""
    out, back = drawn(build("flows"), "bar")

    assert (out.x, out.y, out.marker.color) == ((2023, 2024), (80, 135), (LIGHT.area("AZE"),) * 2)
    assert (back.x, back.y, back.marker.color) == ((2024, 2025), (-1617, -1497), (LIGHT.area("USA"),) * 2)


def test_values_stand_beyond_their_bars() -> None:
    """Above exports, below imports, without a minus."""
    up, down = drawn(build("flows"), "value")

    assert (up.text, up.textposition, up.y[1] > 135) == (("80", "135"), ("top center",) * 2, True)
    assert (down.text, down.textposition, down.y[0] < -1617) == (
        ("1,617", "1,497"),
        ("bottom center",) * 2,
        True,
    )


def test_balance_only_where_both_flows_are_printed() -> None:
    """2023 lacks imports and 2025 exports; the hover says the balance is ours."""
    numbers = balances(EXPORTS, IMPORTS)

    assert list(zip(numbers["year"], numbers["value"], strict=True)) == [(2024, -1482)]
    assert "−&#36;1,482 million" in numbers["words"].iloc[0]
    assert "Exports less imports, reckoned here" in numbers["words"].iloc[0]


def test_imports_alone_are_drawn_downwards() -> None:
    """A flow without its counterpart has no balance."""
    figure = flows(EXPORTS.head(0), IMPORTS, theme=LIGHT)

    assert [bars.y for bars in drawn(figure, "bar") if bars.y] == [(-1617, -1497)]
    assert words(figure) == ["Imports"]


def test_flows_between_countries_of_one_colour_stay_apart() -> None:
    """Two grey countries are told apart."""
    grey = {"reporter": "GEO", "partner": "ARM"}
    out, back = drawn(
        flows(frame(years({2024: 5}, **grey)), frame(years({2024: 6}, **grey)), theme=LIGHT), "bar"
    )

    assert out.marker.color != back.marker.color


def test_each_side_says_what_the_other_prints() -> None:
    """The hover of a mirrored figure has both."""
    points = sides(TURNOVER)
    of_2024 = points[points["year"] == 2024]["words"].tolist()

    assert "US Census Bureau: &#36;1,650 million" in of_2024[0]
    assert of_2024[1].endswith("State Customs Committee of<br>Azerbaijan: &#36;1,700 million")


def test_mirror_draws_pairs_of_bars_and_over_ten_years_joined_points() -> None:
    """Bars stand left and right of their year; over more than ten years a line joins the two figures."""
    left, right = drawn(build("mirror"), "bar")
    assert (left.x[3], right.x[0]) == (2023.8, 2024.2)

    long = frame([*years({2012: 5, 2024: 7}), *years({2024: 9}, **CENSUS)])
    (joined,) = drawn(mirror(long, theme=LIGHT), "path")
    assert (joined.x, joined.y) == ((2024, 2024), (7, 9))


def test_mirror_names_its_sides_above_the_chart() -> None:
    """Bars have no ends to label: the names stand below the unit, in their colours."""
    title = build("mirror").layout.title.text

    assert title.split("<br>")[0] == "million US dollars"
    assert f'<span style="color:{LIGHT.ink(LIGHT.area("USA"))}">● US Census Bureau</span>' in title


def test_a_mirror_has_two_sides() -> None:
    """A third maker is refused."""
    with pytest.raises(ValueError, match="3 labels; a mirror has two sides"):
        mirror(frame([row("2024", 1, label=name) for name in "abc"]), theme=LIGHT)
