"""Growth, index and share, reckoned from printed rows with the intervals that their digits allow."""

import pandas as pd
import pytest

from components import transforms
from components.selection import Selection
from tests.drawing import frame, row

TURNOVER = frame(
    [
        row("2023", 400, series="a", unit="USD million"),
        row("2024", 500, series="a", unit="USD million"),
        row("2024", 505, series="a", unit="USD million", preferred=False),
        row("2025", 600, series="a", unit="USD million"),
        row("2025-S1", 300, series="a", unit="USD million"),
        row("2024", 1, series="b", unit="USD billion"),
        row("2025", 3, series="b", unit="USD billion"),
    ]
)


def made(**choice: object) -> pd.DataFrame:
    """The rows of a selection of years, by series and period."""
    shown = Selection(("a", "b"), window="01-12", **choice)  # type: ignore[arg-type]
    return transforms.rows(TURNOVER, shown).set_index(["series", "period"])


def test_as_printed_all_prints_are_kept() -> None:
    """The level is what the selection gives, other prints included."""
    assert list(transforms.rows(TURNOVER, Selection(("a",), window="01-12"))["value"]) == [400, 500, 505, 600]


def test_growth_is_percent_on_the_same_months_a_year_before() -> None:
    """500 after 400 is 25 percent more; half a unit either side gives 24.7 to 25.3."""
    grown = made(measure="growth")

    assert grown.loc[("a", "2024"), "value"] == pytest.approx(25)
    assert grown.loc[("a", "2024"), "value_low"] == pytest.approx(100 * 499.5 / 400.5 - 100)
    assert grown.loc[("a", "2024"), "value_high"] == pytest.approx(100 * 500.5 / 399.5 - 100)
    assert grown.loc[("b", "2025"), "value"] == pytest.approx(200)
    assert ("a", "2023") not in grown.index


def test_growth_finds_its_base_outside_the_years_shown() -> None:
    """The base of the first year shown is printed, though it is not shown."""
    grown = made(measure="growth", since=2025)

    assert grown["value"].round(6).to_dict() == {("a", "2025"): 20.0, ("b", "2025"): 200.0}


def test_what_is_reckoned_says_so() -> None:
    """A kind of its own, in percent, without a token, its arithmetic in the note."""
    grown = made(measure="growth").loc[("a", "2025")]

    assert (grown["value_kind"], grown["unit"]) == ("derived", "percent")
    assert pd.isna(grown["printed"])
    assert grown["note"] == "Reckoned here: $600 million over $500 million (2024)."


def test_the_index_begins_with_the_first_common_year() -> None:
    """2024 is the first year of both; what comes before stays on the same scale."""
    indexed = made(measure="index")["value"].round(6).to_dict()

    assert indexed[("a", "2024")] == indexed[("b", "2024")] == 100
    assert (indexed[("a", "2023")], indexed[("a", "2025")], indexed[("b", "2025")]) == (80, 120, 300)


def test_without_a_common_year_there_is_no_index() -> None:
    """Nothing is shown, rather than something on two scales."""
    apart = frame([row("2020", 1, series="a"), row("2021", 2, series="b")])

    assert transforms.rows(apart, Selection(("a", "b"), measure="index")).empty


def test_a_share_is_percent_of_the_first_series() -> None:
    """Scales are converted: 1 billion of 500 million is 200 percent."""
    parts = made(measure="share")["value"].round(6).to_dict()

    assert parts == {("b", "2024"): 200.0, ("b", "2025"): 500.0}


def test_no_growth_from_nothing() -> None:
    """A base of zero, or one whose digits allow zero, gives none."""
    from_zero = frame([row("2023", 0.2, series="a"), row("2024", 5, series="a")])

    assert transforms.rows(from_zero, Selection(("a",), measure="growth")).empty


def test_shares_of_two_dimensions_are_refused() -> None:
    """Tonnes have no share in dollars."""
    mixed = frame([row("2024", 1, series="a"), row("2024", 1, series="b", unit="million tonnes")])

    with pytest.raises(ValueError, match="do not compare"):
        transforms.rows(mixed, Selection(("a", "b"), measure="share"))
