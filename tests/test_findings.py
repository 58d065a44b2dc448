"""The sentences over the charts: each number in them follows from the rows."""

from collections.abc import Callable, Mapping

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import findings
from components.periods import Period

Figures = Mapping[str, float | tuple[float, float]]


def rows(
    figures: Figures, *, series: str = "own", unit: str = "USD million", **changes: object
) -> pd.DataFrame:
    """Preferred rows of one series: period to value, or to value and what it may be off by (else 0.5)."""
    pairs = [each if isinstance(each, tuple) else (each, 0.5) for each in figures.values()]
    periods = [Period.parse(text) for text in figures]
    columns: dict[str, object] = {
        "series": series,
        "period": list(figures),
        "period_kind": [period.kind for period in periods],
        "period_start": pd.to_datetime([period.start for period in periods]),
        "period_end": pd.to_datetime([period.end for period in periods]),
        "value": [float(value) for value, _ in pairs],
        "value_low": [value - off for value, off in pairs],
        "value_high": [value + off for value, off in pairs],
        "unit": unit,
        "preferred": True,
        "obs_status": "A",
        "whose": "bp",
    }
    return pd.DataFrame(columns | changes, index=range(len(figures))).astype(
        {"value": float, "preferred": bool}
    )


NONE = rows({})


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        (
            {"2024": (1700, 50), "2025": (1557, 0.5)},
            "Trade came to $1.56 bn in 2025, 6 to 11 % less than in 2024",
        ),
        (
            {"2024": (1000, 50), "2025": (1557, 0.5)},
            "Trade came to $1.56 bn in 2025, 48 to 64 % more than in 2024",
        ),
        ({"2024": 1000, "2025": 1200}, "Trade came to $1.2 bn in 2025, 20 % more than in 2024"),
        ({"2024": 1000, "2025": 1123.4}, "Trade came to $1.12 bn in 2025, 12 % more than in 2024"),
        (
            {"2024-S1": 119.3, "2025-S1": 501},
            "Trade came to $501 m in January–June 2025, 4.2 times as much as in January–June 2024",
        ),
        ({"2024": 470, "2025": 470}, "Trade came to $470 m in 2025, within 0.3 % of 2024"),
        ({"2024": 470, "2025": 471}, "Trade came to $471 m in 2025, within 0.5 % of 2024"),
        ({"2024": 1000, "2025": 1002}, "Trade came to $1 bn in 2025, 0.1 to 0.3 % more than in 2024"),
        ({"2024": (100, 20), "2025": (100, 20)}, "Trade came to $100 m in 2025, within 50 % of 2024"),
    ],
)
def test_the_newest_figure_against_the_year_before(figures: Figures, sentence: str) -> None:
    """As exact as the printed digits allow: one number, a range, a multiple, or only how near it is."""
    assert findings.latest(rows(figures), "Trade") == sentence


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        ({"2025": 501}, "Trade came to $501 m in 2025; no figure for 2024 is printed"),
        ({"2023": 470, "2025": 501}, "Trade came to $501 m in 2025; no figure for 2024 is printed"),
        ({"2024-S1": 470, "2025": 501}, "Trade came to $501 m in 2025; no figure for 2024 is printed"),
        ({"2024": (0, 0.5), "2025": 5}, "Trade came to $5 m in 2025, after $0 in 2024"),
        ({"2024": -3, "2025": 5}, "Trade came to $5 m in 2025, after −$3 m in 2024"),
        ({"2024": 3, "2025": -5}, "Trade came to −$5 m in 2025, after $3 m in 2024"),
        ({"2024": 5, "2025": (0, 0.5)}, "Trade came to $0 in 2025, after $5 m in 2024"),
    ],
)
def test_without_a_figure_to_compare_with(figures: Figures, sentence: str) -> None:
    """A gap is said to be one; of nothing, and of a loss, there is no percentage."""
    assert findings.latest(rows(figures), "Trade") == sentence


def test_of_no_rows_the_sentence_says_so() -> None:
    """Every sentence has words for nothing."""
    nothing = "No figure for oil through BTC is printed"

    assert findings.latest(NONE, "Oil through BTC") == nothing
    assert findings.latest_of(NONE, "Oil through BTC", own=["own"]) == nothing
    assert findings.year_to_date(NONE, "Oil through BTC") == nothing
    assert (
        findings.parts(NONE, NONE, "Transit", "Own oil")
        == "Transit and own oil are not printed for the same period"
    )
    assert (
        findings.two_sides(NONE, NONE, "Azerbaijan", "Kazakhstan")
        == "Azerbaijan and Kazakhstan print no figure for the same period"
    )
    assert (
        findings.balance(NONE, NONE, "Azerbaijan", "Kazakhstan")
        == "Exports and imports are not printed for the same period"
    )
    assert (
        findings.towards(NONE, NONE, "Kazakh oil") == "No figure for kazakh oil is printed beside its target"
    )


def test_only_preferred_rows_count() -> None:
    """Another print of the newest year changes nothing."""
    frame = pd.concat([rows({"2024": 400, "2025": 500}), rows({"2025": 999, "2026": 1}, preferred=False)])

    assert findings.latest(frame, "Trade") == "Trade came to $500 m in 2025, 25 % more than in 2024"


def test_the_newest_is_the_one_that_ends_last() -> None:
    """Not the one that stands last."""
    assert findings.latest(rows({"2025": 500, "2024": 400}), "Trade").startswith(
        "Trade came to $500 m in 2025"
    )


def test_of_several_makers_ones_own_speaks() -> None:
    """Only where it prints nothing does the first of the others, by its name."""
    others = rows({"2024": 400, "2025": 900}, series="other", whose="US Census Bureau")
    frame = pd.concat([others, rows({"2025": 500})])

    assert (
        findings.latest_of(frame, "Trade", own=["own"])
        == "Trade came to $500 m in 2025; no figure for 2024 is printed"
    )
    assert findings.latest_of(others, "Trade", own=["own"]) == (
        "Trade by the count of US Census Bureau came to $900 m in 2025, 125 % more than in 2024"
    )


def test_year_to_date_is_about_the_newest_part_of_a_year() -> None:
    """Ten months beside ten months, whatever else is printed."""
    figures = {"2024-S1": 1, "2024-01/2024-10": 40, "2024": 100, "2025-S1": 9, "2025-01/2025-10": 50}

    assert findings.year_to_date(rows(figures), "Trade") == (
        "Trade came to $50 m in January–October 2025, 22 to 28 % more than in January–October 2024"
    )
    assert findings.year_to_date(rows({"2024": 100}), "Trade") == "No figure for trade is printed"


@pytest.mark.parametrize(
    ("unit", "value", "sentence"),
    [
        ("million tonnes", 1.4, "20 %"),
        ("thousand tonnes", 1400, "20 %"),
        ("million tonnes", 7.2, "103 %"),
        ("million tonnes", 0, "0 %"),
    ],
)
def test_a_part_of_a_target(unit: str, value: float, sentence: str) -> None:
    """Also where the two are printed in different scales."""
    last, target = rows({"2024": value}, unit=unit).iloc[0], rows({"2027": 7}, unit="million tonnes").iloc[0]

    assert findings.part_of(last, target) == f"{sentence} of the target of 7 Mt by 2027"


def test_one_part_beside_the_other() -> None:
    """In the newest period for which both are printed, in one scale."""
    transit = rows({"2023": 4, "2024": 5.4}, unit="million tonnes")
    own = rows({"2022": 23000, "2023": 25600}, unit="thousand tonnes")

    assert findings.parts(transit, own, "Transit oil", "Azerbaijani oil") == (
        "Transit oil came to 4 Mt in 2023, beside 25.6 Mt of Azerbaijani oil"
    )


@pytest.mark.parametrize(
    ("mine", "theirs", "sentence"),
    [
        (470, 400, "For 2024, Azerbaijan counts $470 m and Kazakhstan $400 m: 18 % more"),
        (400, 470, "For 2024, Kazakhstan counts $470 m and Azerbaijan $400 m: 18 % more"),
        (470, 100, "For 2024, Azerbaijan counts $470 m and Kazakhstan $100 m: 4.7 times as much"),
        (470, 470, "For 2024, Azerbaijan counts $470 m and Kazakhstan $470 m"),
        (470, 0, "For 2024, Azerbaijan counts $470 m and Kazakhstan $0"),
        (470, 469, "For 2024, Azerbaijan counts $470 m and Kazakhstan $469 m: up to 0.3 % more"),
    ],
)
def test_the_two_sides_statistics(mine: float, theirs: float, sentence: str) -> None:
    """The larger first; how much larger, unless they are the same or one is nothing."""
    own, mirror = rows({"2024": mine, "2025": 1}), rows({"2024": theirs}, series="mirror")

    assert findings.two_sides(own, mirror, "Azerbaijan", "Kazakhstan") == sentence


def test_two_sides_in_two_scales() -> None:
    """Half a billion and 500 million are the same."""
    own, mirror = rows({"2024": 500}), rows({"2024": (0.5, 0.05)}, series="mirror", unit="USD billion")

    assert findings.two_sides(own, mirror, "Azerbaijan", "Kazakhstan") == (
        "For 2024, Azerbaijan counts $500 m and Kazakhstan $500 m"
    )


@pytest.mark.parametrize(
    ("sold", "bought", "sentence"),
    [
        (135, 1617, "Azerbaijan sold the United States $1.48 bn less than it bought in 2024"),
        (1617, 135, "Azerbaijan sold the United States $1.48 bn more than it bought in 2024"),
        (135, 135, "Azerbaijan sold the United States about as much as it bought in 2024"),
        (135, 135.5, "Azerbaijan sold the United States about as much as it bought in 2024"),
        (
            52.7,
            (1000, 500),
            "Azerbaijan sold the United States $447 m to $1.45 bn less than it bought in 2024",
        ),
    ],
)
def test_the_balance(sold: float, bought: float | tuple[float, float], sentence: str) -> None:
    """Of the newest period for which both flows are printed, as exactly as their digits allow."""
    exports, imports = rows({"2023": 1, "2024": sold}), rows({"2024": bought, "2025": 9}, series="imports")

    assert findings.balance(exports, imports, "Azerbaijan", "the United States") == sentence


def test_a_sentence_begins_with_a_capital() -> None:
    """Also where the country has an article."""
    exports, imports = rows({"2024": 2}), rows({"2024": 1}, series="imports")

    assert findings.balance(exports, imports, "the United States", "Azerbaijan").startswith(
        "The United States sold"
    )


@pytest.mark.parametrize(
    ("facts", "target", "sentence"),
    [
        (
            {"2023": 1391, "2024": 1400},
            {"2027": 7},
            "Kazakh oil came to 1.4 Mt in 2024 by the count of bp; "
            "the target of 7 Mt by 2027 needs 1.87 Mt more each year",
        ),
        (
            {"2027": 6000},
            {"2027": 7},
            "Kazakh oil came to 6 Mt in 2027 by the count of bp; the target was 7 Mt by 2027",
        ),
        (
            {"2024": 7000},
            {"2027": 7},
            "Kazakh oil came to 7 Mt in 2024 by the count of bp; the target was 7 Mt by 2027",
        ),
        (
            {"2028": 6000},
            {"2027": 7},
            "Kazakh oil came to 6 Mt in 2028 by the count of bp; the target was 7 Mt by 2027",
        ),
    ],
)
def test_a_fact_against_its_target(facts: Figures, target: Figures, sentence: str) -> None:
    """What is still needed a year, until the target's year has come or the target is reached."""
    fact_rows = rows(facts, unit="thousand tonnes")

    assert (
        findings.towards(fact_rows, rows(target, unit="million tonnes", series="target"), "Kazakh oil")
        == sentence
    )


def test_of_several_makers_of_a_year_the_first_speaks() -> None:
    """The order of the frame is that of the page's own choice."""
    one, other = (
        rows({"2024": value}, series=maker, whose=maker) for maker, value in [("bp", 3), ("SOCAR", 4)]
    )
    target = rows({"2027": 7}, series="target")

    assert "$3 m in 2024 by the count of bp" in findings.towards(pd.concat([one, other]), target, "Oil")
    assert "$4 m in 2024 by the count of SOCAR" in findings.towards(pd.concat([other, one]), target, "Oil")


def test_a_forecast_is_no_fact() -> None:
    """Of two figures the newest that is none counts; a forecast alone leaves nothing to say."""
    target = rows({"2027": 7}, unit="million tonnes", series="target")
    expected = rows({"2025": 2}, unit="million tonnes", obs_status="F")
    both = pd.concat([rows({"2024": 1}, unit="million tonnes"), expected])

    assert findings.towards(both, target, "Kazakh oil").startswith("Kazakh oil came to 1 Mt in 2024")
    assert (
        findings.towards(expected, target, "Kazakh oil")
        == "No figure for kazakh oil is printed beside its target"
    )
    assert findings.newest(expected, "Kazakh oil") == "Kazakh oil: only forecasts are printed"


POSITIVE = st.tuples(st.integers(1, 10**6), st.sampled_from([0.5, 0.05, 0.005]))


@given(POSITIVE, POSITIVE)
def test_no_change_is_said_to_be_none(new: tuple[int, float], old: tuple[int, float]) -> None:
    """Whatever the figures are, no sentence says "0 % more", "0 % less" or "0 to 0 %"."""
    sentence = findings.latest(rows({"2024": old, "2025": new}), "Trade")

    assert sentence.startswith("Trade came to ")
    assert ", 0 %" not in sentence
    assert "to 0 %" not in sentence
    assert "nan" not in sentence


@given(POSITIVE, POSITIVE)
def test_more_and_less_are_said_only_where_the_digits_allow(
    new: tuple[int, float], old: tuple[int, float]
) -> None:
    """Where the two intervals overlap the sentence takes no side."""
    sentence = findings.latest(rows({"2024": old, "2025": new}), "Trade")
    (value, off), (before, before_off) = new, old

    assert (" more than " in sentence or " times as much " in sentence) is (value - off > before + before_off)
    assert (" less than " in sentence) is (value + off < before - before_off)


def parts(figures: Mapping[str, float], *, period: str = "2025", unit: str = "bcm") -> pd.DataFrame:
    """Preferred rows of one period: label to value."""
    return pd.concat(
        [rows({period: value}, series=label, label=label, unit=unit) for label, value in figures.items()],
        ignore_index=True,
    )


def test_the_largest_of_a_period_are_named_in_order() -> None:
    """Three of them; the rest is on the chart."""
    told = findings.largest(
        parts({"Georgia": 2.3, "Europe": 12.8, "Syria": 0.5, "Türkiye": 9.6}), "Gas exports"
    )

    assert told == "Gas exports in 2025: Europe 12.8 bcm, then Türkiye 9.6 bcm, Georgia 2.3 bcm"
    assert findings.largest(parts({"Italy": 9.5}), "Gas exports") == "Gas exports in 2025: Italy 9.5 bcm"


def test_a_composition_tells_the_largest_part_of_the_newest_year() -> None:
    """24.7 of 28 TWh are 88 percent."""
    older = parts({"Gas": 1, "Hydro": 99}, period="2024", unit="TWh")
    newest = parts({"Gas": 24.7, "Hydro": 3.3}, unit="TWh")

    assert (
        findings.composition(pd.concat([older, newest]), "Power") == "Power: Gas made 88 % of 28 TWh in 2025"
    )


def test_a_level_says_its_day() -> None:
    """One label with its day; of several the largest, each with its year."""
    share = rows({"2024-06-30": 20.4, "2025-10-20": 21}, unit="percent", label="Share")
    assert findings.level(share, "The share") == "The share was 21 % on 20 October 2025"

    several = pd.concat(
        [
            rows({"2025-10-20": 1500}, series="h", label="Hydro", unit="MW"),
            rows({"2024-06-30": 7900}, series="t", label="Thermal", unit="MW"),
        ]
    )
    assert findings.level(several, "Capacity") == "Capacity: Thermal 7.9 GW (2024), Hydro 1.5 GW (2025)"


def test_a_flow_is_told_as_a_part_of_the_capacity() -> None:
    """The newest capacity counts, and a target is none."""
    flows = rows({"2024": 20, "2025": 23.25}, unit="bcm")
    levels = pd.concat(
        [
            rows({"2020": 16, "2024": 25}, unit="bcm", value_kind="capacity"),
            rows({"2028": 31}, unit="bcm", value_kind="target"),
        ]
    )

    told = findings.filled(flows, levels, "Gas through SCP")
    assert told == "Gas through SCP came to 23.3 bcm in 2025: 93 % of a capacity of 25 bcm a year"


def test_without_a_capacity_the_flow_is_told_alone() -> None:
    """As any other figure."""
    levels = rows({"2028": 31}, unit="bcm", value_kind="target")

    told = findings.filled(rows({"2024": 20, "2025": 25}, unit="bcm"), levels, "Gas")
    assert told.startswith("Gas came to 25 bcm in 2025, 20 to 31 % more")


def test_the_largest_plan_is_told_as_a_promise() -> None:
    """Up to so much, and whose it is."""
    plans = parts({"TRIPP": 15, "Kars–Dilucu": 5.5}, unit="million tonnes")

    assert findings.promised(plans, "Planned capacity") == "Planned capacity: up to 15 Mt (TRIPP)"


@pytest.mark.parametrize("finding", [findings.largest, findings.composition, findings.level])
def test_nothing_printed_is_said(finding: Callable[[pd.DataFrame, str], str]) -> None:
    """In a sentence about what was asked."""
    assert finding(NONE.assign(label=""), "Gas exports") == "No figure for gas exports is printed"


def test_a_forecast_is_told_by_none_of_the_sentences() -> None:
    """The newest fact is told, though a later year is expected."""
    facts, expected = rows({"2023": 7, "2024": 7.6}), rows({"2025": 8}, obs_status="F")

    told = findings.latest(pd.concat([facts, expected], ignore_index=True), "Cargo")
    assert told.startswith("Cargo came to $7.6 m in 2024")
