"""Periods: one spelling each, refusals that say it, order, the year before and what compares with what."""

import re
import time
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from components.periods import EXAMPLES, Period

DAYS = st.dates(date(1901, 1, 1), date(2150, 12, 31))


def months_from(first: date, count: int) -> Period:
    """The `count` months that begin with the month of `first`."""
    last = first.year * 12 + first.month - 1 + count - 1
    return Period.of_months(first, date(last // 12, last % 12 + 1, 1))


def single_day(day: date) -> Period:
    return Period(day, day)


COUNTS = st.one_of(st.sampled_from([1, 3, 6, 12, 24, 36]), st.integers(1, 60))
# years, halves and quarters begin in few months: half of all examples do too
STARTS = st.one_of(DAYS, st.builds(date, st.integers(1901, 2150), st.sampled_from([1, 4, 7, 10]), st.just(1)))
MONTHS = st.builds(months_from, STARTS, COUNTS)
PERIODS = st.one_of(MONTHS, st.builds(single_day, DAYS))

# spelling, kind, start, end, months, window, label
KNOWN = [
    ("2025", "year", date(2025, 1, 1), date(2025, 12, 31), 12, "01-12", "2025"),
    ("2025-S1", "half", date(2025, 1, 1), date(2025, 6, 30), 6, "01-06", "January–June 2025"),
    ("2025-S2", "half", date(2025, 7, 1), date(2025, 12, 31), 6, "07-12", "July–December 2025"),
    ("2025-Q1", "quarter", date(2025, 1, 1), date(2025, 3, 31), 3, "01-03", "January–March 2025"),
    ("2025-Q2", "quarter", date(2025, 4, 1), date(2025, 6, 30), 3, "04-06", "April–June 2025"),
    ("2025-Q3", "quarter", date(2025, 7, 1), date(2025, 9, 30), 3, "07-09", "July–September 2025"),
    ("2025-Q4", "quarter", date(2025, 10, 1), date(2025, 12, 31), 3, "10-12", "October–December 2025"),
    ("2025-04", "month", date(2025, 4, 1), date(2025, 4, 30), 1, "04-04", "April 2025"),
    ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29), 1, "02-02", "February 2024"),
    ("2025-01/2025-10", "span", date(2025, 1, 1), date(2025, 10, 31), 10, "01-10", "January–October 2025"),
    ("2025-02/2025-04", "span", date(2025, 2, 1), date(2025, 4, 30), 3, "02-04", "February–April 2025"),
    ("2025-04/2025-09", "span", date(2025, 4, 1), date(2025, 9, 30), 6, "04-09", "April–September 2025"),
    ("2023-01/2024-08", "span", date(2023, 1, 1), date(2024, 8, 31), 20, None, "January 2023 – August 2024"),
    ("2023-07/2024-06", "span", date(2023, 7, 1), date(2024, 6, 30), 12, None, "July 2023 – June 2024"),
    ("2018/2020", "span", date(2018, 1, 1), date(2020, 12, 31), 36, None, "2018–2020"),
    ("2025-12-31", "day", date(2025, 12, 31), date(2025, 12, 31), None, None, "31 December 2025"),
    ("2025-01-01", "day", date(2025, 1, 1), date(2025, 1, 1), None, None, "1 January 2025"),
]

IF_WHOLE = "if the figure is about all of it, or leave it out"
REFUSED = {
    "2025-13": "names no month; write one from 2025-01 to 2025-12",
    "2025-00": "names no month; write one from 2025-01 to 2025-12",
    "2025-01/2025-13": "names no month; write one from 2025-01 to 2025-12",
    "2025-Q5": "names no quarter; write one from 2025-Q1 to 2025-Q4",
    "2025-Q0": "names no quarter; write one from 2025-Q1 to 2025-Q4",
    "2025-S3": "names no half; write one from 2025-S1 to 2025-S2",
    "2024-02-30": "names no day; write one from 2024-02-01 to 2024-02-29",
    "2023-02-29": "names no day; write one from 2023-02-01 to 2023-02-28",
    "2025-04-00": "names no day; write one from 2025-04-01 to 2025-04-30",
    "2025-1": "is not spelt as a period; write 2025-01",
    "2025/10": "is not spelt as a period; write 2025-10",
    "2025/1": "is not spelt as a period; write 2025-01",
    "2025.10": "is not spelt as a period; write 2025-10",
    "10.2025": "is not spelt as a period; write 2025-10",
    "04/2025": "is not spelt as a period; write 2025-04",
    "2025-M04": "is not spelt as a period; write 2025-04",
    "2025-4-5": "is not spelt as a period; write 2025-04-05",
    "31.12.2025": "is not spelt as a period; write 2025-12-31",
    "2025/12/31": "is not spelt as a period; write 2025-12-31",
    "2025-H1": "is not spelt as a period; write 2025-S1",
    "2025-s1": "is not spelt as a period; write 2025-S1",
    "1H2025": "is not spelt as a period; write 2025-S1",
    "H2 2025": "is not spelt as a period; write 2025-S2",
    "2025Q3": "is not spelt as a period; write 2025-Q3",
    "Q3 2025": "is not spelt as a period; write 2025-Q3",
    "25": "is not spelt as a period; write 2025",
    "99": "is not spelt as a period; write 1999",
    "69": "is not spelt as a period; write 2069",
    "70": "is not spelt as a period; write 1970",
    "25-04": "is not spelt as a period; write 2025-04",
    "25/04": "is not spelt as a period; write 2025-04",
    "24/25": "is not spelt as a period; write 2024/2025",
    "2018/20": "is not spelt as a period; write 2018/2020",
    "1998/00": "names no month; write one from 1998-01 to 1998-12",
    "2005/06": "can be read in two ways; write 2005-06 for the month, or 2005/2006 for the years",
    "2005/12": "can be read in two ways; write 2005-12 for the month, or 2005/2012 for the years",
    "2005/05": "is not spelt as a period; write 2005-05",
    "2005/13": "is not spelt as a period; write 2005/2013",
    " 2025": "is not spelt as a period; write 2025",
    "2025\n": "is not spelt as a period; write 2025",
    "2025 - 04": "is not spelt as a period; write 2025-04",
    "2025-01 / 2025-10": "is not spelt as a period; write 2025-01/2025-10",
    "2025-01–2025-10": "is not spelt as a period; write 2025-01/2025-10",
    "2025-01 to 2025-10": "is not spelt as a period; write 2025-01/2025-10",
    "2025-01..2025-10": "is not spelt as a period; write 2025-01/2025-10",
    "2025-01--2025-10": "is not spelt as a period; write 2025-01/2025-10",
    "2025-01/10": "is not spelt as a period; write 2025-01/2025-10",
    "2018–2020": "is not spelt as a period; write 2018/2020",
    "2025-01/2025-06": "is a half; write 2025-S1",
    "2025-07/2025-12": "is a half; write 2025-S2",
    "2025-01/2025-03": "is a quarter; write 2025-Q1",
    "2025-10/2025-12": "is a quarter; write 2025-Q4",
    "2025-01/2025-12": "is a year; write 2025",
    "2025/2025": "is a year; write 2025",
    "2025-04/2025-04": "is a month; write 2025-04",
    "2018-01/2020-12": "is a span; write 2018/2020",
    "2018/2020-12": "is not spelt as a period; write 2018/2020",
    "2025/2026-06": "is not spelt as a period; write 2025-01/2026-06",
    "2025-Q1/2025-Q2": "is not spelt as a period; write 2025-S1",
    "2025-Q1/2025-Q3": "is not spelt as a period; write 2025-01/2025-09",
    "2025-S1/2025-S2": "is not spelt as a period; write 2025",
    "2025-10/2025-01": "ends before it starts; write 2025-01/2025-10",
    "2026-06/2025": "ends before it starts; write 2025-01/2026-06",
    "2025/2025-01": "is not spelt as a period; write 2025-01",
    "2020/2018": "ends before it starts; write 2018/2020",
    "2025-Q4/2025-Q3": "ends before it starts; write 2025-S2",
    "2025-01-01/2025-06-30": "is not spelt as a period; write 2025-S1",
    "2025-12-31/2025-12-31": "is not spelt as a period; write 2025-12-31",
    "2025-01-01/2025-06-15": f"is a span of days; write 2025-S1 {IF_WHOLE}",
    "2025-01-02/2025-06-30": f"is a span of days; write 2025-S1 {IF_WHOLE}",
    "2025-01-31/2025-01": f"is a span of days; write 2025-01 {IF_WHOLE}",
    "2025-12-31/2025-12-30": f"is a span of days; write 2025-12 {IF_WHOLE}",
    "1899": "is of a year that cannot be meant; write one from 1900 to 2199",
    "2200-01": "is of a year that cannot be meant; write one from 1900 to 2199",
    "05/04/2025": f"is no period; write it as {EXAMPLES}",
    "January 2025": f"is no period; write it as {EXAMPLES}",
    "2025/soon": f"is no period; write it as {EXAMPLES}",
    "soon/2025": f"is no period; write it as {EXAMPLES}",
    "2025/x2025": f"is no period; write it as {EXAMPLES}",
    "x2025/2025": f"is no period; write it as {EXAMPLES}",
    "20251": f"is no period; write it as {EXAMPLES}",
    "٢٠٢٥": f"is no period; write it as {EXAMPLES}",
    "": f"is no period; write it as {EXAMPLES}",
}


def refusal(text: str) -> str:
    with pytest.raises(ValueError, match=r"; ") as refused:
        Period.parse(text)
    return str(refused.value)


def spellings_in(refused: str) -> list[str]:
    """The spellings that a refusal offers, after its semicolon."""
    return re.findall(r"[0-9][0-9SQ/-]*", refused.rpartition("; ")[2])


@pytest.mark.parametrize(("text", "kind", "start", "end", "months", "window", "label"), KNOWN)
def test_a_spelling_says_its_period(text, kind, start, end, months, window, label):
    """A spelling gives kind, first and last day, months, window and words."""
    period = Period.parse(text)

    assert (period.kind, period.start, period.end) == (kind, start, end)
    assert (period.months, period.window, period.label()) == (months, window, label)
    assert str(period) == text


@pytest.mark.parametrize(("text", "why"), REFUSED.items())
def test_a_wrong_spelling_is_refused_with_the_right_one(text, why):
    """A refusal quotes the text, says what is wrong and, after a semicolon, what to write."""
    assert refusal(text) == f'"{text}" {why}'


@pytest.mark.parametrize("text", REFUSED)
def test_what_a_refusal_offers_is_accepted(text):
    """Every spelling in the remedy of a refusal is the spelling of a period."""
    offered = spellings_in(refusal(text))

    assert offered
    assert [str(Period.parse(each)) for each in offered] == offered


@given(PERIODS)
def test_parsing_undoes_spelling(period):
    """A period's spelling reads back as that period."""
    assert Period.parse(str(period)) == period


@given(st.text("0123456789/-. SQHM", max_size=20))
@example("2024-02-29")
def test_any_text_is_a_spelling_or_is_refused_with_one(text):
    """No text is read as a period that is spelt otherwise, and no refusal is without a way out."""
    try:
        period = Period.parse(text)
    except ValueError as error:
        offered = spellings_in(str(error))
        assert offered
        assert all(str(Period.parse(each)) == each for each in offered)
    else:
        assert str(period) == text


@given(MONTHS)
def test_months_have_exactly_one_spelling(period):
    """Of all ways to write the same months only one is accepted, and the others are told it."""
    right, start, end = str(period), period.start, period.end
    ways = {f"{start:%Y-%m}/{end:%Y-%m}", f"{start}/{end}", f"{start:%m.%Y}/{end:%m.%Y}"}
    ways |= {
        f"{right} ",
        right.replace("-", " - "),
        right.replace("-", "").lower() if "Q" in right else f" {right}",
    }
    if start.month == 1:
        ways.add(f"{start:%Y}/{end:%Y-%m}")
    if end.month == 12:
        ways.add(f"{start:%Y-%m}/{end:%Y}")

    wrong = ways - {right}

    assert len(wrong) >= 4
    assert {refusal(each).rpartition("; ")[2] for each in wrong} == {f"write {right}"}


@given(DAYS, DAYS)
def test_of_months_covers_the_months_of_both_days(one, other):
    """From any day of the first month to any day of the last: both months are covered whole, no other is."""
    first, last = sorted([one, other])

    period = Period.of_months(first, last)

    assert period.start == first.replace(day=1)
    assert (period.end.year, period.end.month) == (last.year, last.month)
    assert (period.end + timedelta(days=1)).day == 1
    assert period == Period.of_months(period.start, period.end)


@given(PERIODS, PERIODS)
def test_order_is_of_start_then_end(one, other):
    """Periods sort by their first day, then by their last, and equal ones are one."""
    assert (one < other) == ((one.start, one.end) < (other.start, other.end))
    assert (one == other) == (str(one) == str(other))
    assert len({one, other}) == (1 if one == other else 2)


def test_a_table_of_one_year_is_in_order():
    """Beginning together, the shorter comes first."""
    texts = ["2025-01-01", "2025-01", "2025-01/2025-02", "2025-Q1", "2025-S1", "2025", "2025-02", "2025-Q2"]

    assert sorted(map(Period.parse, reversed(texts))) == [Period.parse(each) for each in texts]


@given(PERIODS)
def test_the_year_before_keeps_kind_and_months(period):
    """The year before is a year earlier, of the same kind, months and window, and compares with it."""
    before = period.year_before()

    assert (before.kind, before.months, before.window) == (period.kind, period.months, period.window)
    assert (before.start.year, before.end.year) == (period.start.year - 1, period.end.year - 1)
    assert before.same_months(period)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("2025", "2024"),
        ("2025-S1", "2024-S1"),
        ("2025-01/2025-10", "2024-01/2024-10"),
        ("2023-07/2024-06", "2022-07/2023-06"),
        ("2018/2020", "2017/2019"),
        ("2024-02", "2023-02"),
        ("2025-02", "2024-02"),
        ("2023-07/2024-02", "2022-07/2023-02"),
        ("2024-07/2025-02", "2023-07/2024-02"),
        ("2024-02-29", "2023-02-28"),
        ("2025-02-28", "2024-02-28"),
        ("2025-12-31", "2024-12-31"),
    ],
)
def test_the_year_before_is_spelt(text, before):
    """A 29 February has the 28th before it; a February ends as it does in its own year."""
    assert str(Period.parse(text).year_before()) == before


@given(PERIODS, PERIODS, PERIODS, st.integers(0, 3), st.integers(0, 3))
def test_same_months_is_an_equivalence(one, other, third, back, further):
    """Comparing is mutual, carries on and holds for itself, however many years lie between."""
    earlier, earliest = one, other
    for _ in range(back):
        earlier = earlier.year_before()
    for _ in range(further):
        earliest = earliest.year_before()

    assert one.same_months(one)
    assert one.same_months(earlier)
    assert earlier.same_months(one)
    assert one.same_months(other) == other.same_months(one)
    assert earlier.same_months(earliest) == one.same_months(other)
    assert not (one.same_months(other) and other.same_months(third)) or one.same_months(third)


@given(PERIODS, PERIODS)
def test_only_like_compares_with_like(one, other):
    """What compares has the same kind, number of months and first month."""
    if one.same_months(other):
        assert (one.kind, one.months, one.start.month) == (other.kind, other.months, other.start.month)


@pytest.mark.parametrize(
    ("one", "other", "compares"),
    [
        ("2025", "1999", True),
        ("2025-S1", "2024-S1", True),
        ("2025-S1", "2024-S2", False),
        ("2025-Q1", "2024-01", False),
        ("2025", "2024-01/2024-10", False),
        ("2025-01/2025-10", "2024-01/2024-10", True),
        ("2025-01/2025-10", "2024-01/2024-11", False),
        ("2018/2020", "2015/2017", True),
        ("2018/2020", "2016/2017", False),
        ("2025-12-31", "2024-12-31", True),
        ("2025-12-31", "2024-12-30", False),
        ("2025-12-31", "2024-12", False),
        ("2024-02-29", "2023-02-28", True),
        ("2024-01-29", "2023-01-28", False),
    ],
)
def test_which_periods_compare(one, other, compares):
    """A ten-month sum never compares with a year, nor a half with the other half."""
    assert Period.parse(one).same_months(Period.parse(other)) is compares


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2025, 1, 2), date(2025, 1, 31)),
        (date(2025, 1, 1), date(2025, 1, 30)),
        (date(2025, 2, 1), date(2025, 1, 31)),
        (date(2025, 1, 31), date(2025, 1, 1)),
    ],
)
def test_no_period_is_made_of_broken_months(start, end):
    """A period is a day or whole months in order; anything else is refused where it is made."""
    with pytest.raises(ValueError, match=r"is no day and not whole months; use Period\.of_months"):
        Period(start, end)


def test_a_long_text_is_refused_at_once_and_quoted_short():
    """Ten thousand characters, the most that the reader lets through, cost no time and no screen."""
    started = time.process_time()

    refused = refusal("2025/" * 2000)

    assert time.process_time() - started < 0.2
    assert refused == f'"{"2025/" * 8}..." is no period; write it as {EXAMPLES}'


def test_the_longest_text_that_is_read_is_not_cut():
    """Forty characters are quoted whole."""
    assert refusal("x" * 40) == f'"{"x" * 40}" is no period; write it as {EXAMPLES}'


def test_a_thousand_periods_parse_in_a_blink():
    """First readings take microseconds: a thousand distinct ones stay far below a fifth of a second."""
    texts = [
        f"{year}-{month:02}/{year + 1}-{month:02}" for year in range(1901, 1985) for month in range(1, 13)
    ]
    started = time.process_time()

    periods = [Period.parse(each) for each in texts]

    assert len(set(periods)) == 1008
    assert time.process_time() - started < 0.2
