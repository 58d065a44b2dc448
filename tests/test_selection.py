"""One selection, one query, the same rows everywhere."""

import re
from collections.abc import Sequence
from urllib.parse import parse_qs

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.periods import Period
from components.selection import REPORTS, WINDOWS, YEAR, YEAR_TO_DATE, Selection

IDS = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=12)
YEARS = st.none() | st.integers(1900, 2199)
SELECTIONS = st.builds(
    Selection,
    series=st.lists(IDS, max_size=5).map(tuple),
    window=st.none() | st.sampled_from([*WINDOWS, YEAR_TO_DATE]),
    since=YEARS,
    until=YEARS,
    reports=st.sampled_from(REPORTS),
)
PERIODS = [
    "2023",
    "2024-S1",
    "2024-04",
    "2024",
    "2024-01",
    "2024-01/2024-10",
    "2023-11/2024-02",
    "2024-12-31",
    "2025-Q1",
]


def frame(*rows: tuple[str, str, bool]) -> pd.DataFrame:
    """A ledger frame of (series, period, preferred); the value is the number of the row."""
    periods = [Period.parse(period) for _, period, _ in rows]
    return pd.DataFrame(
        {
            "series": [series for series, _, _ in rows],
            "period": [period for _, period, _ in rows],
            "period_end": pd.to_datetime([period.end for period in periods]),
            "value": [float(number) for number in range(len(rows))],
            "preferred": [preferred for _, _, preferred in rows],
        }
    )


ROWS = frame(*((name, period, True) for name in ("a", "b") for period in PERIODS), ("a", "2024", False))


def periods(selection: Selection, of: pd.DataFrame = ROWS) -> list[str]:
    """The periods of the chosen rows of series a."""
    chosen = selection.rows(of)
    return chosen[chosen["series"] == "a"]["period"].tolist()


@given(SELECTIONS)
def test_a_query_gives_its_selection_back(selection: Selection) -> None:
    """A copied link opens the same view."""
    assert (
        Selection.from_query(parse_qs(selection.query(), strict_parsing=bool(selection.query()))) == selection
    )


@given(SELECTIONS)
def test_a_query_is_plain_text(selection: Selection) -> None:
    """It can stand in an address as it is, and names only what was chosen."""
    query = selection.query()

    assert query.isascii()
    assert " " not in query
    assert all(value not in query for value in ("None", "all"))


def test_a_query_reads_as_it_is_meant() -> None:
    """Series in one parameter with commas, the rest by name; nothing chosen is an empty query."""
    selection = Selection(("az-us-exports", "az-us-imports"), window="01-06", since=2020, reports="preferred")

    assert selection.query() == "series=az-us-exports,az-us-imports&window=01-06&since=2020&reports=preferred"
    assert Selection().query() == ""
    assert Selection.from_query({}) == Selection()


def test_series_may_be_named_one_by_one() -> None:
    """?series=a&series=b,c is a, b and c; an empty name is none."""
    assert Selection.from_query({"series": ["a", "b,,c", ""]}).series == ("a", "b", "c")


@pytest.mark.parametrize(
    ("query", "refusal"),
    [
        ({"window": ["01-13"]}, "window is months such as 01-06, or year-to-date, or days."),
        ({"window": ["06-04"]}, "window is months such as 01-06, or year-to-date, or days."),
        ({"window": ["01-06", "01-12"]}, "window is months such as 01-06"),
        ({"measure": ["sum"]}, "Unknown measure. Known are: level, growth, index, share."),
        ({"reports": ["none"]}, "Unknown reports. Known are: all, preferred."),
        ({"since": ["now"]}, "since is a year, such as 2025."),
        ({"until": ["25"]}, "until is a year, such as 2025."),
        ({"until": ["-2025"]}, "until is a year, such as 2025."),
        ({"until": ["٢٠٢٥"]}, "until is a year, such as 2025."),
        ({"until": ["2024", "2025"]}, "until is a year, such as 2025."),
        ({"until": [""]}, "until is a year, such as 2025."),
        (
            {"serie": ["a"]},
            "Unknown parameter. Known are: series, window, since, until, reports, measure, "
            "reckoned, as-of, excel.",
        ),
    ],
)
def test_a_refusal_names_what_is_allowed(query: dict[str, Sequence[str]], refusal: str) -> None:
    """The page can show it as it is."""
    with pytest.raises(ValueError, match=re.escape(refusal)):
        Selection.from_query(query)


@pytest.mark.parametrize("name", ["window", "reports", "since", "until", "<script>"])
def test_a_refusal_does_not_repeat_what_was_asked(name: str) -> None:
    """Anyone may have written it into a link."""
    with pytest.raises(ValueError, match=r"Unknown|is a year|is months") as caught:
        Selection.from_query({name: ["<script>"]})
    assert "script" not in str(caught.value)


@given(
    st.dictionaries(
        st.sampled_from(["series", "window", "since", "until", "reports", "x"]), st.lists(st.text())
    )
)
def test_whatever_is_asked_is_understood_or_refused(query: dict[str, list[str]]) -> None:
    """No query makes it fail otherwise, and what is understood can be asked again."""
    try:
        selection = Selection.from_query(query)
    except ValueError:
        return
    assert Selection.from_query(parse_qs(selection.query())).window == selection.window


@pytest.mark.parametrize(
    ("window", "chosen"),
    [
        (None, [*PERIODS, "2024"]),
        (YEAR, ["2023", "2024", "2024"]),
        ("01-06", ["2024-S1"]),
        ("01-10", ["2024-01/2024-10"]),
        ("01-03", ["2025-Q1"]),
        ("01-01", ["2024-01"]),
        ("01-11", []),
        (YEAR_TO_DATE, ["2023", "2024-S1", "2024", "2024-01", "2024-01/2024-10", "2025-Q1", "2024"]),
    ],
)
def test_a_window_is_the_same_months_of_any_year(window: str | None, chosen: list[str]) -> None:
    """A month in spring, a span over New Year and a day are in none; to date is what begins in January."""
    assert periods(Selection(window=window)) == chosen


@pytest.mark.parametrize(
    ("since", "until", "chosen"),
    [
        (2025, None, ["2025-Q1"]),
        (None, 2023, ["2023"]),
        (2023, 2023, ["2023"]),
        (2024, 2024, [*PERIODS[1:8], "2024"]),
        (2026, None, []),
        (2025, 2024, []),
    ],
)
def test_years_are_those_in_which_periods_end(
    since: int | None, until: int | None, chosen: list[str]
) -> None:
    """Both included; a span over New Year belongs to the year that it ends in."""
    assert periods(Selection(since=since, until=until)) == chosen


def test_preferred_leaves_other_prints_out() -> None:
    """One row of an observation stays."""
    assert periods(Selection(reports="preferred")) == PERIODS


def test_series_are_given_in_the_order_of_the_frame() -> None:
    """Not in that of the query: a file reads like the ledger."""
    assert Selection(("b", "a"), window=YEAR).rows(ROWS)["series"].tolist() == ["a", "a", "b", "b", "a"]


def test_rows_are_the_frames_own() -> None:
    """With their index and all their columns, and the frame is left as it was."""
    before = ROWS.copy(deep=True)
    chosen = Selection(("b",), since=2025).rows(ROWS)

    assert chosen.index.tolist() == [17]
    assert chosen.columns.tolist() == ROWS.columns.tolist()
    pd.testing.assert_frame_equal(before, ROWS)


def test_of_no_rows_none_are_chosen() -> None:
    """A window that nothing is printed for gives an empty frame, whatever the years."""
    assert Selection(window="01-11").rows(ROWS).empty
    assert Selection(window="01-11", since=2020, until=2024).rows(ROWS).empty
    assert Selection(window="01-11").rows(ROWS.iloc[:0]).columns.tolist() == ROWS.columns.tolist()


@pytest.mark.parametrize(
    ("selection", "name"),
    [
        (Selection(), "caspian-ledger"),
        (Selection(("az-us-exports",), window="01-12"), "az-us-exports-01-12"),
        (Selection(("a", "b", "c"), since=2020, until=2025), "a-b-c-2020-2025"),
        (Selection(("a", "b", "c", "d", "e"), since=2020), "a-b-c-and-2-more-2020-"),
        (Selection(until=2025), "caspian-ledger--2025"),
    ],
)
def test_a_download_is_named_after_what_is_in_it(selection: Selection, name: str) -> None:
    """Series, months and years."""
    assert selection.file_name() == name
