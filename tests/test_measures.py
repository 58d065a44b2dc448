"""Growth, balance, share, gap and pace, by equality; what is missing stays missing."""

import math

import pandas as pd
import pytest

from components import measures
from components.periods import Period

Figures = dict[str, float]
DAYS = ["period_start", "period_end"]
COLUMNS = ["series", "period", "period_kind", *DAYS, "value", "unit", "value_low", "value_high", "preferred"]


def frame(
    figures: Figures, *, series: str = "a", unit: str = "USD million", half: float = 0.5
) -> pd.DataFrame:
    """Ledger rows of one series, each with an interval of `half` on either side."""
    rows = [
        {
            "series": series,
            "period": text,
            "period_kind": Period.parse(text).kind,
            "period_start": pd.Timestamp(Period.parse(text).start),
            "period_end": pd.Timestamp(Period.parse(text).end),
            "value": float(value),
            "unit": unit,
            "value_low": value - half,
            "value_high": value + half,
            "preferred": True,
        }
        for text, value in figures.items()
    ]
    typed = pd.DataFrame(rows, columns=COLUMNS)
    typed = typed.astype(
        dict.fromkeys(("value", "value_low", "value_high"), "float64") | {"preferred": "bool"}
    )
    return typed.assign(**{day: pd.to_datetime(typed[day]) for day in DAYS})


def numbers(column: "pd.Series[float]") -> list[float | None]:
    """A column with None for NaN, so that it can be compared by equality."""
    return [None if math.isnan(value) else value for value in column]


def with_other_print(of: pd.DataFrame, value: float) -> pd.DataFrame:
    """The frame and another print of its last period."""
    return pd.concat([of, of.tail(1).assign(value=value, preferred=False)], ignore_index=True)


def test_preferred_leaves_the_other_prints_out() -> None:
    """One row a series and period is left, counted from zero."""
    rows = measures.preferred(with_other_print(frame({"2024": 470, "2025": 501}), 500))

    assert rows["value"].tolist() == [470.0, 501.0]
    assert rows.index.tolist() == [0, 1]


def test_growth_is_over_the_same_months_of_the_year_before() -> None:
    """A half is set against the half, a year against the year; a period without a base has no growth."""
    grown = measures.growth(frame({"2024": 400, "2024-S1": 100, "2025": 500, "2025-S1": 420}))

    assert grown["base_period"].tolist() == ["2023", "2023-S1", "2024", "2024-S1"]
    assert numbers(grown["base"]) == [None, None, 400.0, 100.0]
    assert numbers(grown["ratio"]) == [None, None, 1.25, 4.2]


def test_growth_has_an_interval() -> None:
    """The lowest new over the highest old figure, and the other way round."""
    grown = measures.growth(frame({"2024": 10, "2025": 20}, half=1)).iloc[1]

    assert (grown["ratio_low"], grown["ratio_high"]) == (19 / 11, 21 / 9)


@pytest.mark.parametrize("base", [0, -5, math.nan])
def test_growth_from_nothing_is_nothing(base: float) -> None:
    """From zero, a negative figure or a missing one there is no growth, neither zero nor infinite."""
    assert numbers(measures.growth(frame({"2024": base, "2025": 5}))["ratio"]) == [None, None]


def test_growth_keeps_series_apart() -> None:
    """A series is never compared with the figures of another."""
    both = pd.concat([frame({"2024": 10}), frame({"2025": 30}, series="b")], ignore_index=True)

    assert numbers(measures.growth(both)["ratio"]) == [None, None]


def test_balance_is_exports_less_imports_with_its_interval() -> None:
    """Where one flow is not printed there is no balance, though the other is shown."""
    result = measures.balance(
        frame({"2024": 135, "2025": 60}), frame({"2023": 800, "2024": 1617}, series="b")
    )

    assert result["period"].tolist() == ["2023", "2024", "2025"]
    assert numbers(result["exports"]) == [None, 135.0, 60.0]
    assert numbers(result["value"]) == [None, -1482.0, None]
    assert (result["value_low"][1], result["value_high"][1]) == (-1483.0, -1481.0)
    assert result["unit"].unique().tolist() == ["USD million"]


def test_gap_is_difference_and_ratio() -> None:
    """How much more one maker counts than the other, where both do."""
    result = measures.gap(frame({"2023": 300, "2024": 470}), frame({"2023": 200}, series="b"))

    assert numbers(result["difference"]) == [100.0, None]
    assert numbers(result["ratio"]) == [1.5, None]


def test_two_flows_in_two_scales_are_brought_to_one() -> None:
    """A billion less a hundred million is nine hundred million."""
    exports = frame({"2023": 900, "2024": 1000})
    result = measures.balance(exports, frame({"2024": 0.1}, series="b", unit="USD billion", half=0.05))

    assert numbers(result["value"]) == [None, 900.0]
    assert result["value_low"][1] == 849.5
    assert result["unit"][1] == "USD million"


def test_two_dimensions_are_refused() -> None:
    """Dollars less tonnes is nothing; the refusal names both."""
    with pytest.raises(ValueError, match="figures in USD million and million tonnes do not compare"):
        measures.balance(frame({"2024": 1}), frame({"2024": 1}, unit="million tonnes"))


def test_two_series_are_refused_where_one_is_meant() -> None:
    """Two makers' figures of a flow would be counted twice."""
    two = pd.concat([frame({"2024": 1}), frame({"2024": 2}, series="b")])

    with pytest.raises(ValueError, match="exports has 2 series; give the rows of one"):
        measures.balance(two, frame({"2024": 1}))


def test_in_unit_converts_exactly() -> None:
    """Value and interval change with the unit, to the last digit; a missing value stays missing."""
    rows = measures.in_unit(frame({"2023": 1391, "2024": math.nan}, unit="thousand tonnes"), "million tonnes")

    assert numbers(rows["value"]) == [1.391, None]
    assert rows["value_low"][0] == 1.3905
    assert rows["unit"].tolist() == ["million tonnes"] * 2


def test_common_unit_is_the_one_most_rows_have() -> None:
    """Figures are shown in the unit that converts the fewest of them."""
    assert measures.common_unit(
        frame({"2023": 1}, unit="bcm"), frame({"2024": 1, "2025": 2}, unit="million m3")
    ) == ("million m3")
    assert measures.common_unit(frame({})) == ""


def test_pace_counts_from_the_newest_full_year() -> None:
    """1.4 Mt in 2024 against 7 Mt by 2027 leaves 5.6 Mt in three years."""
    facts = frame({"2023": 1.391, "2024": 1.4, "2025-S1": 0.9}, unit="million tonnes")
    target = frame({"2026": 2.2, "2027": 7}, unit="million tonnes")

    pace = measures.pace(facts, target)

    assert pace is not None
    assert pace[:5] == (2024, 1.4, 2027, 7.0, "million tonnes")
    assert (round(pace.missing, 9), pace.years_left, round(pace.per_year, 9)) == (5.6, 3, 1.866666667)


def test_pace_to_a_target_in_another_scale() -> None:
    """A target in million tonnes is set against facts in thousand tonnes."""
    facts = frame({"2023": 1391, "2024": 1400}, unit="thousand tonnes")

    pace = measures.pace(facts, frame({"2027": 7}, unit="million tonnes"))

    assert pace is not None
    assert (pace.target, pace.missing, pace.unit) == (7000.0, 5600.0, "thousand tonnes")


@pytest.mark.parametrize("year", ["2025", "2020"])
def test_pace_has_no_yearly_part_when_no_year_is_left(year: str) -> None:
    """A target of a year that is already known leaves nothing to spread."""
    pace = measures.pace(frame({"2025": 5}), frame({year: 7}))

    assert pace is not None
    assert (pace.years_left, pace.missing, math.isnan(pace.per_year)) == (0, 2.0, True)


@pytest.mark.parametrize(
    ("facts", "target"), [({}, {"2027": 7}), ({"2025-S1": 1}, {"2027": 7}), ({"2025": 1}, {})]
)
def test_pace_is_missing_without_a_year_or_a_target(facts: Figures, target: Figures) -> None:
    """Half a year is no year, and no target is no target."""
    assert measures.pace(frame(facts), frame(target)) is None


def test_measures_leave_their_frames_alone() -> None:
    """What is given in is the same afterwards."""
    left, right = frame({"2024": 1, "2025": 2}), frame({"2024": 3}, series="b", unit="USD billion")
    before = left.copy(deep=True), right.copy(deep=True)

    measures.growth(left)
    measures.balance(left, right)
    measures.pace(left, right)

    pd.testing.assert_frame_equal(left, before[0])
    pd.testing.assert_frame_equal(right, before[1])


def test_amounts_of_a_year_stand_beside_flows_of_full_years() -> None:
    """Per year, in either spelling, is what a full year carries; other units stay."""
    units = ("bcm/year", "million tonnes per year", "barrels per day")
    given = pd.concat([frame({"2024": 25}, unit=unit) for unit in units])

    assert measures.of_a_year(given)["unit"].tolist() == ["bcm", "million tonnes", "barrels per day"]


def test_the_gap_of_two_sides_is_exact() -> None:
    """0.3 less 0.1 is 0.2 and no more, with bounds from both sides' digits, in percent of the larger."""
    (gap,) = measures.mirror_gap(frame({"2024": 0.3}, half=0), frame({"2024": 0.1}, half=0)).to_dict(
        "records"
    )

    assert (gap["value"], gap["value_low"], gap["value_high"], gap["agrees"]) == (0.2, 0.2, 0.2, False)
    assert gap["percent"] == pytest.approx(66.7, abs=0.04)


def test_sides_agree_where_their_digits_leave_room_for_one_number() -> None:
    """10 and 11, half a unit each way, meet at 10.5; 10 and 12 do not. Only shared periods have a gap."""
    gaps = measures.mirror_gap(frame({"2023": 10, "2024": 10}), frame({"2023": 11, "2024": 12, "2025": 1}))

    assert gaps["period"].tolist() == ["2023", "2024"]
    assert gaps["agrees"].tolist() == [True, False]
    assert gaps["value_high"].tolist() == [0, -1]


def test_the_gap_of_two_scales_is_in_one_unit() -> None:
    """500 million against 0.4 billion is 100 million; tonnes are no dollars."""
    other = frame({"2024": 0.4}, unit="USD billion", half=0)

    assert measures.mirror_gap(frame({"2024": 500}, half=0), other)["value"].tolist() == [100]
    with pytest.raises(ValueError, match="tonnes"):
        measures.mirror_gap(frame({"2024": 500}), frame({"2024": 1}, unit="tonnes"))


def test_a_gap_with_a_negative_side_has_no_percentage() -> None:
    """A balance below zero is no whole of which there are percents."""
    gaps = measures.mirror_gap(frame({"2024": -5}), frame({"2024": 5}))

    assert (gaps["value"].tolist(), numbers(gaps["percent"])) == ([-10], [None])
