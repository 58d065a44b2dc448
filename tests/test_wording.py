"""Amounts, changes, days, areas and units as a British reader expects them."""

from datetime import date
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import wording

NAN = float("nan")


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (1557, "USD million", "$1.56 bn"),
        (470, "USD million", "$470 m"),
        (135.03, "USD million", "$135 m"),
        (999.6, "USD million", "$1 bn"),
        (-52.7, "USD million", "−$52.7 m"),
        (0, "USD million", "$0"),
        (12.3, "EUR billion", "€12.3 bn"),
        (5.25, "AZN million", "AZN 5.25 m"),
        (27.2, "million tonnes", "27.2 Mt"),
        (27200, "thousand tonnes", "27.2 Mt"),
        (348.73, "thousand tonnes", "348,700 t"),
        (210, "million barrels", "210 million barrels"),
        (584, "thousand barrels per day", "584,000 b/d"),
        (25.2, "bcm", "25.2 bcm"),
        (12, "million m3/day", "12 million m³ a day"),
        (29289, "million kWh", "29.3 TWh"),
        (1768, "km", "1,768 km"),
        (33, "kV", "33 kV"),
        (36.8, "percent", "36.8 %"),
        (NAN, "km", "–"),
        (None, "km", "–"),
    ],
)
def test_amount(value: float | None, unit: str, words: str) -> None:
    """An amount is said in the scale that reads best, in three digits, four from a thousand on."""
    assert wording.amount(value, unit) == words


@given(
    st.floats(min_value=0.001, max_value=1e6),
    st.sampled_from(["USD million", "million tonnes", "bcm", "TEU"]),
)
def test_amount_never_shows_more_than_four_digits(value: float, unit: str) -> None:
    """No short amount pretends to a precision that a reader cannot hold."""
    digits = "".join(sign for sign in wording.amount(value, unit) if sign.isdigit()).strip("0")

    assert len(digits) <= 4


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (1557.0, "USD million", "$1,557 million"),
        (-1.617, "USD billion", "−$1.617 billion"),
        (5.2, "AZN million", "AZN 5.2 million"),
        (1234567, "USD", "$1,234,567"),
        (16.86, "million tonnes", "16.86 million tonnes"),
        (12, "million m3/day", "12 million m³ a day"),
        (584.1, "thousand barrels per day", "584.1 thousand barrels a day"),
        (36.8, "percent", "36.8 %"),
        (1617.0 - 135.03, "USD million", "$1,481.97 million"),
        (None, "km", "–"),
    ],
)
def test_exact(value: float | None, unit: str, words: str) -> None:
    """All digits are kept, in the unit of the series; the noise of arithmetic is not."""
    assert wording.exact(value, unit) == words


@given(st.decimals(min_value=0, max_value=10**7, places=4, allow_nan=False))
def test_exact_loses_no_digit(value: Decimal) -> None:
    """The words give back the number."""
    assert Decimal(wording.exact(float(value), "km").removesuffix(" km").replace(",", "")) == value


def test_interval() -> None:
    """Both ends with their digits, the unit once; one figure where they are one, a dash where one lacks."""
    assert wording.interval(1556.5, 1557.5, "USD million") == "$1,556.5 to 1,557.5 million"
    assert wording.interval(-2.5, -1.5, "USD million") == "−$2.5 to −1.5 million"
    assert wording.interval(7, 7, "million tonnes") == "7 million tonnes"
    assert wording.interval(NAN, 7, "million tonnes") == "–"


@pytest.mark.parametrize(
    ("value", "words"), [(1557.3, "1,557"), (24.46, "24.5"), (-0.5, "−0.5"), (None, "–")]
)
def test_number(value: float | None, words: str) -> None:
    """A number beside a bar is short and has no unit."""
    assert wording.number(value) == words


def test_day() -> None:
    """A day is written out in British order."""
    assert wording.day(date(2026, 11, 22)) == "22 November 2026"


def test_area() -> None:
    """Three-letter codes have the names that CLDR gives in English."""
    names = {"AZE": "Azerbaijan", "KAZ": "Kazakhstan", "TUR": "Türkiye", "EU": "European Union"}

    assert {code: wording.area(code) for code in names} == names
    assert wording.the_area("USA") == "the United States"
    assert wording.the_area("ITA") == "Italy"


@pytest.mark.parametrize("code", ["XYZ", "ANT", ""])
def test_area_refuses_what_is_no_single_country(code: str) -> None:
    """An unknown code, or one that has become several countries, is named in the refusal."""
    with pytest.raises(ValueError, match=f'unknown area "{code}"; write its ISO 3166-1 alpha-3 code'):
        wording.area(code)


@pytest.mark.parametrize(
    ("window", "words"), [("01-12", "Full years"), ("01-06", "January–June"), ("04-04", "April")]
)
def test_months(window: str, words: str) -> None:
    """Months of a window are named, a whole year is called so."""
    assert wording.months(window) == words


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("USD million", "million US dollars"),
        ("USD", "US dollars"),
        ("EUR billion", "billion euros"),
        ("million tonnes", "million tonnes"),
        ("bcm", "billion cubic metres"),
        ("million m3/day", "million cubic metres a day"),
        ("thousand barrels per day", "thousand barrels a day"),
        ("billion kWh", "billion kWh"),
        ("percent", "per cent"),
    ],
)
def test_unit_words(unit: str, words: str) -> None:
    """A unit is written out for the axis."""
    assert wording.unit_words(unit) == words


@pytest.mark.parametrize("missing", [None, pd.NaT])
def test_published(missing: object) -> None:
    """A day in words, also of a frame's column; a missing one is said to be missing."""
    assert wording.published(pd.Timestamp(2025, 10, 14)) == "14 October 2025"
    assert wording.published(missing) == "date not known"  # type: ignore[arg-type]  # what a frame gives


def test_sentence() -> None:
    """Only the first letter changes."""
    assert wording.sentence("no figure for May 2024 is printed") == "No figure for May 2024 is printed"
