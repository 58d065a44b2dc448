"""Sentences on how far apart two sides count: each number in them follows from both prints."""

import pytest

from components import differences, measures
from tests.test_findings import Figures, rows


def told(own: Figures, mirror: Figures) -> str:
    gaps = measures.mirror_gap(rows(own), rows(mirror, series="mirror"))
    return differences.gap(gaps, "Azerbaijan", "Kazakhstan")


@pytest.mark.parametrize(
    ("mine", "theirs", "sentence"),
    [
        (470, 400, "the figure of Azerbaijan is $70 m (14.9 % of the larger) above that of Kazakhstan"),
        (400, 470, "the figure of Azerbaijan is $70 m (14.9 % of the larger) below that of Kazakhstan"),
        (470, 0, "the figure of Azerbaijan is $470 m (100 % of the larger) above that of Kazakhstan"),
        (470, 469, "Azerbaijan and Kazakhstan agree within their printed digits"),
    ],
)
def test_the_gap_of_one_period(mine: float, theirs: float, sentence: str) -> None:
    """Which side is above, by how much and in percent of the larger; no gap where the digits leave room."""
    assert told({"2024": mine}, {"2024": (theirs, 0.5 if theirs else 0)}) == f"For 2024, {sentence}"


def test_coarse_prints_give_bounds() -> None:
    """470 to the nearest ten against 400: a gap of 64.5 to 75.5 is not told as 70."""
    assert told({"2024": (470, 5)}, {"2024": 400}) == (
        "For 2024, the figure of Azerbaijan is $64.5 m to $75.5 m (13.9 to 15.9 % of the larger) above "
        "that of Kazakhstan"
    )


@pytest.mark.parametrize(
    ("theirs", "tally"),
    [
        ({"2023": 300, "2024": 400}, "; of the 2 periods that both print they agree in none"),
        ({"2023": 399.5, "2024": 400}, "; of the 2 periods that both print they agree in 1"),
        ({"2023": 399.5, "2024": 469.5}, "; of the 2 periods that both print they agree in all"),
    ],
)
def test_the_sentence_is_of_the_newest_period_and_counts_the_others(theirs: Figures, tally: str) -> None:
    """In how many periods the two agree within their digits."""
    sentence = told({"2023": 400, "2024": 470}, theirs)

    assert sentence.startswith("For 2024, ")
    assert sentence.endswith(tally)


def test_sides_that_never_print_the_same_period() -> None:
    """There is no gap, and no number in the sentence."""
    assert told({"2023": 400}, {"2024": 470}) == (
        "Azerbaijan and Kazakhstan print no figure for the same period"
    )


def test_percent_bounds_are_rounded_outwards() -> None:
    """A gap of 69 to 71 of 469.5 to 470.5: 14.695 to 15.091 % lies within 14.6 to 15.1 %."""
    (gap,) = [row for _, row in measures.mirror_gap(rows({"2024": 470}), rows({"2024": 400})).iterrows()]

    assert differences.percent(gap) == "14.9 %"
    assert differences.percent_interval(gap) == "14.6 to 15.1 %"


def test_a_balance_below_zero_has_no_percentage() -> None:
    """A dash, for the number and for its bounds."""
    (gap,) = [row for _, row in measures.mirror_gap(rows({"2024": -470}), rows({"2024": 400})).iterrows()]

    assert (gap["value"], differences.percent(gap), differences.percent_interval(gap)) == (-870, "–", "–")
