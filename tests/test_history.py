"""The history of an observation: first print, reprints, revisions, in the order of publication."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from components.ledger.history import COLUMNS, history_frame
from components.ledger.ledger import Ledger
from tests.ledgers import book, file, real, report, series, source
from tests.test_pages import html, run

MAKER = "bp"


@pytest.fixture(scope="module")
def whole() -> pd.DataFrame:
    return history_frame(real())


def of(frame: pd.DataFrame, name: str, period: str) -> list[dict[str, Any]]:
    rows = frame[(frame["series"] == name) & (frame["period"] == period)]
    return rows.astype(object).where(rows.notna(), None).to_dict("records")


def steps(*prints: tuple[str, str, str | None], maker: str | None = MAKER, **changes: Any) -> list[str]:
    """The steps of prints, each a token, the evidence and the day in June 2025; `changes` are to the last."""
    sources = {
        f"s{place}": source(evidence=evidence, published=date(2025, 6, int(day)) if day else None)
        for place, (_, evidence, day) in enumerate(prints)
    }
    reports = [report("2024", token, f"s{place}") for place, (token, _, _) in enumerate(prints)]
    reports[-1] |= changes
    records = {"a-x": series(*reports, maker=maker)}
    frame = history_frame(Ledger(book(file(records, sources)), ()))
    return frame["step"].tolist()


def test_the_census_bureaus_revision_of_2022(whole: pd.DataFrame) -> None:
    """Exports to Azerbaijan: 182.756619 in March 2023, 186.413753 in April 2025."""
    first, revised = of(whole, "us-az-goods-exports", "2022")

    assert (first["step"], first["published"]) == ("first print", pd.Timestamp("2023-03-19"))
    assert (first["before"], first["change"], first["change_percent"]) == (None, None, None)
    assert (revised["step"], revised["published"]) == ("revision", pd.Timestamp("2025-04-04"))
    assert (revised["before"], revised["change"]) == ("census-country-file-2023-03", 3.657134)
    assert revised["change_percent"] == pytest.approx(2.0011, abs=0.0001)
    assert (revised["publisher"], revised["unit"]) == (
        "ab604/charts-2025 (copy of a Census Bureau file)",
        "USD million",
    )


def test_a_correction_is_no_revision(whole: pd.DataFrame) -> None:
    """A machine's rounding error of 2024 is read as what it stands for: a reprint, with a note."""
    corrected = of(whole, "us-az-goods-exports", "2024")[1]

    assert (corrected["step"], corrected["value"], corrected["change"]) == ("reprint", 255.07449, 0.0)
    assert corrected["printed"] == "255.07449000000003"
    assert corrected["note"].startswith('Corrected here: "255.07449000000003" is read as "255.07449".')


def test_every_report_has_a_row(whole: pd.DataFrame) -> None:
    """In the order of publication within each series and period, the undated last."""
    assert whole.columns.tolist() == COLUMNS
    assert len(whole) == sum(len(each.entries) for each in real().observations.values())
    for _, rows in whole.groupby(["series", "period"], sort=False):
        dated = rows["published"].notna().tolist()
        assert dated == sorted(dated, reverse=True)
        assert rows["published"].dropna().is_monotonic_increasing
        assert (rows["step"] == "undated").tolist() == [not each for each in dated]


def test_a_vintage_has_the_history_up_to_its_day() -> None:
    """The revision of April 2025 is none yet in 2024."""
    frame = history_frame(real().as_known(date(2024, 12, 31)))

    assert [row["step"] for row in of(frame, "us-az-goods-exports", "2022")] == ["first print"]


@pytest.mark.parametrize(
    ("second", "step"),
    [
        (("$470.2 million", "quoted", "2"), "reprint"),
        (("$481 million", "quoted", "2"), "revision"),
        (("$481 million", "table", "2"), "revision"),
        (("$481 million", "agency", "2"), "printed otherwise"),
        (("$481 million", "quoted", "1"), "printed otherwise"),
        (("$500 million", "quoted", "2"), "printed otherwise"),
        (("$481 million", "quoted", None), "undated"),
    ],
)
def test_what_a_second_print_does(second: tuple[str, str, str | None], step: str) -> None:
    """After the maker's $470 million: another figure on a later day by the maker is a revision; half a
    billion may be the same figure, and of one day nobody knows which came first.
    """
    assert sorted(steps(("$470 million", "quoted", "1"), second)) == sorted(["first print", step])


def test_an_agency_alone_does_not_take_the_place_of_the_maker() -> None:
    """Its misprint is no figure that the maker later revises."""
    prints = [
        ("$470 million", "quoted", "1"),
        ("$740 million", "agency", "2"),
        ("$470 million", "quoted", "3"),
    ]

    assert steps(*prints) == ["first print", "printed otherwise", "reprint"]
    assert steps(*prints[1:]) == ["first print", "printed otherwise"]


def test_digits_that_were_cut_are_no_revision() -> None:
    """1.57 is 1.579 cut."""
    assert (
        steps(("$1.579 million", "quoted", "1"), ("$1.57 million", "quoted", "2"))[1] == "printed otherwise"
    )


@pytest.mark.parametrize("status", ["D", "U", "F"])
def test_another_thing_is_no_revision(status: str) -> None:
    """Another definition, a doubtful figure, a forecast."""
    prints = [("$470 million", "quoted", "1"), ("$481 million", "quoted", "2")]

    assert steps(*prints) == ["first print", "revision"]
    assert steps(*prints, status=status) == ["first print", "printed otherwise"]


def test_where_no_maker_is_named_nobody_revises() -> None:
    """Two sources print otherwise, that is all."""
    prints = [("$470 million", "quoted", "1"), ("$481 million", "quoted", "2")]

    assert steps(*prints, maker=None) == ["first print", "printed otherwise"]


def test_explore_shows_the_prints_of_one_series() -> None:
    """The newest period first, with the steps; of several series none."""
    shown = html(run("explore", series="us-az-goods-exports"))
    prints = shown.partition("Print by print: ")[2]
    pair = html(run("explore", series="us-az-goods-exports,us-az-goods-imports"))

    assert "Print by print" not in pair
    assert "4 revisions" in prints
    assert prints.index(">2022<") < prints.index(">2021<") < prints.index(">2015<")
    assert ">$3.657134 million (2 %)</td>" in prints
    assert 'href="data/history.csv"' in prints


def test_a_series_of_single_prints_says_so() -> None:
    """In a sentence."""
    assert "No period of this series has more than one print." in html(
        run("explore", series="tanap-capacity-target")
    )
