"""What became of promises: the rules on a few rows, and the promises that everyone asks about."""

from functools import cache
from typing import Any

import pandas as pd
import pytest

from components import targets
from components.ledger.frames import reports_frame
from components.ledger.tables import promises_frame
from components.periods import Period
from components.ui import promises as words
from tests.drawing import frame, row
from tests.ledgers import real

PATH = "oil"


def promise(period: str, value: float, promised_on: str | None, **other: Any) -> dict[str, Any]:
    """One row of the frame of promises, with an interval of half a unit on either side."""
    covered = Period.parse(period)
    about = {"series": "plan", "title": "Plan", "target_of": PATH, "promiser": "bp"}
    when = {"promised_on": promised_on, "period": period, "period_kind": covered.kind}
    figure = {"value": value, "value_low": value - 0.5, "value_high": value + 0.5, "unit": "million tonnes"}
    words = {"hedge": None, "sources": 1}
    return {**about, **when, "period_end": covered.end, **figure, **words, **other}


def facts(figures: dict[str, float], **other: Any) -> pd.DataFrame:
    """The printed facts of one series; the newest source is of 22 January 2026."""
    rows = [row(period, value, series=PATH, unit="million tonnes") for period, value in figures.items()]
    return frame([{**each, **other} for each in rows])


def judged(*rows: dict[str, Any], of: pd.DataFrame) -> pd.DataFrame:
    made = pd.DataFrame(rows)
    days = {day: pd.to_datetime(made[day]) for day in ("promised_on", "period_end")}
    return targets.judged(made.assign(**days), of)


def standings(*rows: dict[str, Any], of: pd.DataFrame) -> list[str]:
    return judged(*rows, of=of)["standing"].tolist()


@cache
def ledger() -> pd.DataFrame:
    """All promises of the real ledger."""
    return targets.judged(promises_frame(real()), reports_frame(real()))


def promised(series: str, period: str, value: float) -> pd.Series:
    """One promise of the real ledger."""
    rows = ledger()
    (at,) = rows.index[(rows["series"] == series) & (rows["period"] == period) & (rows["value"] == value)]
    return rows.loc[at]


YEARS = facts({"2022": 4, "2023": 5, "2024": 6, "2025": 8})


@pytest.mark.parametrize(
    ("period", "value", "standing"),
    [
        ("2025", 9, "met"),  # 8.5 is as much as the digits of both allow
        ("2025", 9.1, "missed"),
        ("2026", 9, "current"),
        ("2021", 9, "open"),
        ("2025-06-01", 1, "open"),
    ],
)
def test_a_promise_stands_by_its_period_and_its_fact(period: str, value: float, standing: str) -> None:
    """Over and printed, over and not printed, not over; a day names no year."""
    assert standings(promise(period, value, "2021-01-01"), of=YEARS) == [standing]


def test_a_fact_of_another_scale_is_converted() -> None:
    """8,400 thousand tonnes do not reach 9 to 10 million, 8,500 do."""
    aim = promise("2025", 9.5, "2021-01-01")
    less, enough = (
        frame(
            [
                row(
                    "2025",
                    value,
                    series=PATH,
                    unit="thousand tonnes",
                    value_low=value - 50,
                    value_high=value + 500,
                )
            ]
        )
        for value in (8400, 8500)
    )

    assert standings(aim, of=less) + standings(aim, of=enough) == ["missed", "met"]


def test_fewer_days_are_aimed_at() -> None:
    """15 days are met by 13; 11 are missed."""
    of = facts({"2025": 13}, unit="days")

    rows = [promise("2025", days, None, unit="days") for days in (15, 11)]
    assert standings(*rows, of=of) == ["met", "missed"]


def test_a_forecast_is_no_fact() -> None:
    """Nothing can be judged by it."""
    assert standings(promise("2025", 1, "2021-01-01"), of=facts({"2025": 8}, obs_status="F")) == ["open"]


FIRST = promise("2030", 30, "2023-10-02")


@pytest.mark.parametrize(
    ("later", "standing"),
    [
        (promise("2030", 38, "2025-07-11"), "superseded"),  # another amount
        (promise("2030", 30, "2025-07-11"), "current"),  # said again
        (promise("2032", 30, "2025-07-11"), "superseded"),  # put off
        (promise("2028", 30, "2025-07-11"), "current"),  # brought forward: the first one holds too
        (promise("2035", 42, "2025-07-11"), "current"),  # another aim
        (promise("2030", 38, "2023-10-02"), "current"),  # on the same day: not later
        (promise("2030", 38, None), "current"),  # no day is known
        (promise("2030", 38, "2031-01-01"), "current"),  # when the time was over
        (promise("2030", 38, "2025-07-11", promiser="SOCAR"), "current"),  # someone else
        (promise("2030", 38, "2025-07-11", target_of="gas"), "current"),  # something else
        (promise("2030", 38, "2025-07-11", series="again"), "superseded"),  # in another series of theirs
        (promise("2030", 30_000, "2025-07-11", unit="thousand tonnes"), "current"),  # the same amount
    ],
)
def test_a_later_promise_supersedes_another_amount_or_an_earlier_period(
    later: dict[str, Any], standing: str
) -> None:
    """Of the same maker on the same thing, while the time runs."""
    assert standings(FIRST, later, of=YEARS)[0] == standing


def test_nobody_knows_whether_two_that_nobody_signs_are_of_one_maker() -> None:
    """They stand beside each other."""
    rows = [promise("2030", value, f"202{value}-01-01", promiser=None) for value in (3, 4)]

    assert standings(*rows, of=YEARS) == ["current", "current"]


def test_the_pace_is_needed_from_the_newest_full_year_on() -> None:
    """12 million from the 8 of 2025 to 2030, whatever a part of a year says; so far from the promise on."""
    of = pd.concat([YEARS, facts({"2026-Q1": 1})], ignore_index=True)
    made = judged(promise("2030", 20, "2023-06-01"), of=of).iloc[0]

    assert (made["newest_year"], made["newest"], made["needed"]) == (2025, 8, pytest.approx(2.4))
    assert (made["so_far"], made["since"], made["basis"]) == (1.5, 2023, targets.SINCE_PROMISE)
    assert (made["fact_period"], made["fact"]) == ("2026-Q1", 1)
    assert made["pace_unit"] == "million tonnes a year"


@pytest.mark.parametrize("promised_on", ["2025-06-01", None])
def test_with_fewer_than_two_years_since_the_promise_the_last_printed_count(promised_on: str | None) -> None:
    """Five of them at most: 2019, not 2010."""
    of = facts({"2010": 1, "2019": 2, "2022": 4, "2023": 5, "2024": 6, "2025": 8})
    made = judged(promise("2030", 20, promised_on), of=of).iloc[0]

    assert (made["so_far"], made["since"], made["basis"]) == (1.0, 2019, targets.LAST_PRINTED)


def test_no_pace_is_said_where_there_is_none() -> None:
    """For a day, a span, what is past, what nothing is printed of; one printed year has no pace so far."""
    rows = [promise("2030-01-01", 20, None), promise("2027/2030", 20, None), promise("2024", 20, None)]
    made = judged(*rows, promise("2030", 20, None, target_of=None), of=YEARS)
    lone = judged(promise("2030", 20, None), of=facts({"2025": 8})).iloc[0]

    assert made[["needed", "so_far", "pace_unit"]].isna().all(axis=None)
    assert (lone["needed"], pd.isna(lone["so_far"])) == (pytest.approx(2.4), True)


@pytest.mark.parametrize(
    ("aim", "reason"),
    [
        (promise("2030-01-01", 20, None), "no year is named"),
        (promise("2027/2030", 20, None), "it is not for a full year"),
        (promise("2026-S1", 20, None), "it is not for a full year"),
        (promise("2020", 20, None), "nothing is printed for its time"),
        (promise("2030", 20, None, target_of=None), "no yearly figures of its scope and time are printed"),
        (promise("2020", 20, None, target_of=None), "no yearly figures of its scope and time are printed"),
        (promise("2030", 20, None, target_of="gas"), "no full year is printed"),
        (promise("2024", 20, None), None),  # missed
        (promise("2030", 20, None), None),  # has a pace
        (promise("2030", 8, None), None),  # reached
    ],
)
def test_where_there_is_no_pace_the_reason_is_given(aim: dict[str, Any], reason: str | None) -> None:
    """Unless it has become of the promise what its standing says."""
    (given,) = judged(aim, of=YEARS)["no_pace"].astype(object).where(lambda column: column.notna(), None)

    assert given == reason


def test_a_level_of_the_year_aimed_at_leaves_no_year_for_a_pace() -> None:
    """The year is not over, so that it is neither met nor missed."""
    made = judged(promise("2026", 20, None), of=facts({"2025-06-01": 5, "2026-01-01": 6})).iloc[0]

    assert (made["standing"], made["no_pace"]) == ("current", "the newest figure is of its own year")


def test_the_pace_has_what_the_digits_allow() -> None:
    """Up to 10 is 9 to 10.5: with 8 as 7.5 to 8.5 in 2025, 0.1 to 0.6 more a year until 2030."""
    made = judged(promise("2030", 10, None, value_low=9.0, value_high=10.5), of=YEARS).iloc[0]

    assert made["needed"] == pytest.approx(0.4)
    assert (made["needed_low"], made["needed_high"]) == (pytest.approx(0.1), pytest.approx(0.6))
    assert (made["so_far_low"], made["so_far_high"]) == (pytest.approx(1), pytest.approx(5 / 3))


def test_what_is_reached_needs_nothing() -> None:
    """The number counts: 8 is less than up to 10, though the words allow it."""
    rows = [promise("2030", 7, None), promise("2030", 10, None, value_low=5.0)]
    made = judged(*rows, of=YEARS)

    assert made["is_reached"].tolist() == [True, False]
    assert pd.isna(made["needed"][0])
    assert made["needed"][1] == pytest.approx(0.4)


def test_levels_count_for_their_year() -> None:
    """Of several of a year the last; a series with full years has no need of them."""
    of = facts({"2024-06-01": 5, "2024-10": 6, "2025-03-01": 7})
    made = judged(promise("2030", 17, None), promise("2024", 6, None), of=of)

    assert (made["newest_year"][0], made["needed"][0], made["so_far"][0]) == (2025, 2, 1)
    assert made["standing"].tolist() == ["current", "met"]
    both = pd.concat([of, YEARS], ignore_index=True)
    assert targets.yearly(both)["value"].tolist() == [4, 5, 6, 8]


def test_seven_million_tonnes_of_kazakh_oil() -> None:
    """Promised on 14 October 2025 by Azerbaijan's energy minister, up to; 1.3 in 2025."""
    aim = promised("btc-kazakh-oil-target-7mt", "2027", 7)

    assert (aim["printed"], aim["language"]) == ("до 7 млн тонн", "ru")
    assert (aim["promiser"], aim["promised_on"].date().isoformat()) == (
        "Ministry of Energy of Azerbaijan",
        "2025-10-14",
    )
    assert (aim["value_low"], aim["value_high"], aim["standing"]) == (6, 7.5, "current")
    assert aim["hedge"] == "up to"
    assert (aim["newest"], aim["needed"]) == (1.3, pytest.approx(2.85))
    assert (aim["needed_low"], aim["needed_high"]) == (pytest.approx(2.325), pytest.approx(3.125))
    assert "Parviz Shahbazov, on 14 October 2025" in aim["note"]
    assert (aim["so_far"], aim["since"]) == (pytest.approx(0.1215), 2023)


def test_twenty_bcm_to_europe() -> None:
    """The president's by Azerbaijan's count, the memorandum's by the Commission's, which ends in 2023."""
    whole = promised("az-gas-export-europe-target-president", "2027", 20)
    union = ledger()[ledger()["series"] == "az-gas-export-europe-target-memorandum"]

    assert (whole["newest_year"], whole["newest"], whole["needed"]) == (2025, 12.8, pytest.approx(3.6))
    assert whole["so_far"] == pytest.approx(1.15)
    assert set(union["newest_year"]) == {2023}
    assert "at least 20 bcm" in set(union["printed"])


def test_thirty_percent_of_renewables() -> None:
    """The ministry put 38 in the place of its 30 percent; the president's stand, in percentage points."""
    ministry = promised("az-renewable-share-of-capacity-target", "2030", 30)
    president = promised("az-renewable-share-of-capacity-target-president", "2030", 30)

    assert (ministry["standing"], pd.isna(ministry["needed"])) == ("superseded", True)
    assert promised("az-renewable-share-of-capacity-target", "2030", 38)["standing"] == "current"
    assert (president["standing"], president["needed"]) == ("current", pytest.approx(2.24))
    assert president["pace_unit"] == "percentage points a year"


def test_ten_million_tonnes_along_the_middle_corridor() -> None:
    """By 2027; the 4.2 million of 2024 were met, the 5.2 of 2025 were not."""
    aim = promised("titr-cargo-volume-target", "2027", 10)

    assert (aim["newest"], aim["needed"], aim["so_far"]) == (
        4.119,
        pytest.approx(2.9405),
        pytest.approx(0.88325),
    )
    assert promised("titr-cargo-volume-target", "2024", 4.2)["standing"] == "met"
    assert promised("titr-cargo-volume-target-azcon", "2025", 5.2)["standing"] == "missed"


def test_plans_that_were_lowered_are_kept() -> None:
    """1,000 block trains were promised for 2025, then over 400; 392 came."""
    rows = ledger()[(ledger()["series"] == "block-trains-from-china-target") & (ledger()["period"] == "2025")]

    assert dict(zip(rows["value"], rows["standing"], strict=True)) == {
        1000: "superseded",
        600: "missed",
        400: "missed",
    }


def test_a_day_is_known_only_where_the_source_of_the_words_has_one() -> None:
    """An undated page is not dated by a later one; a dated one may have been printed before."""
    undated = promised("btc-kazakh-oil-plan-2025", "2025", 1.5)
    dated = promised("baku-port-teu-target", "2025", 100000)

    assert (pd.isna(undated["promised_on"]), undated["sources"]) == (True, 2)
    assert dated["promised_on"].date().isoformat() == "2025-08-08"


def test_every_link_is_of_one_dimension_and_most_paths_can_be_drawn() -> None:
    """89 series of targets name what they are about."""
    linked = ledger()[ledger()["target_of"].notna()]

    assert linked["series"].nunique() == 89
    assert linked.groupby("target_of")["newest_year"].max().notna().sum() >= 35
    assert set(ledger()["standing"]) == {"current", "superseded", "met", "missed", "open"}


@pytest.mark.parametrize(
    ("aim", "sentence"),
    [
        (
            promise("2030", 20, "2023-06-01"),
            "20 Mt by 2030 needs 2.4 Mt more each year (2.2 Mt to 2.6 Mt); since the promise, "
            "from 2023 to 2025, it grew by 1.5 Mt a year (1 Mt to 2 Mt).",
        ),
        (
            promise("2030", 8.2, None),
            "8.2 Mt by 2030 needs 0.04 Mt more each year (from 0.16 Mt less to 0.24 Mt more); "
            "from 2022 to 2025, it grew by 1.33 Mt a year (1 Mt to 1.67 Mt).",
        ),
        (
            promise("2030", 8, None, hedge="over"),
            "Over 8 Mt by 2030 was reached in 2025; from 2022 to 2025, it grew by 1.33 Mt a year "
            "(1 Mt to 1.67 Mt).",
        ),
    ],
)
def test_the_pace_is_said_in_a_sentence(aim: dict[str, Any], sentence: str) -> None:
    """In the unit of the aim, with the years that it is reckoned from."""
    assert words.paces(judged(aim, of=YEARS)) == [sentence]


def test_the_pace_of_a_share_is_in_percentage_points() -> None:
    """And a fall is one."""
    of = facts({"2024": 21.3, "2025": 18.8}, unit="percent")

    assert words.paces(judged(promise("2030", 30, None, unit="percent"), of=of)) == [
        "30 % by 2030 needs 2.24 percentage points more each year (2.04 to 2.44); from 2024 to 2025, "
        "it fell by 2.5 percentage points a year (1.5 to 3.5)."
    ]


def test_one_aim_is_told_once_and_by_who_is_named() -> None:
    """Two makers' 20 million make one sentence; the finding takes the one that is signed."""
    rows = judged(
        promise("2030", 20, None),
        promise("2030", 20, "2023-06-01", promiser="SOCAR"),
        promise("2032", 29, None, promiser=None, sources=9),
        of=YEARS,
    )

    assert [sentence[:14] for sentence in words.paces(rows)] == ["20 Mt by 2030 ", "29 Mt by 2032 "]
    assert words.finding(rows, "Oil") == "Oil: 8 Mt in 2025; 20 Mt by 2030 needs 2.4 Mt more each year"


def test_without_a_pace_the_outcome_is_told() -> None:
    """How many were met and missed, or that none can be judged."""
    rows = judged(promise("2025", 8, None), promise("2024", 20, None), of=YEARS)

    assert words.finding(rows, "Oil") == "Oil: of 2 promises that can be judged, 1 was met and 1 missed"
    assert words.outcome(rows.iloc[:1]) == "the one promise that can be judged was met"
    none = judged(promise("2021", 8, None), promise("2020", 8, None), of=YEARS)
    assert words.outcome(none) == "none of 2 promises can be judged yet"


def test_the_line_of_a_card_names_what_is_aimed_at_of_its_series() -> None:
    """Current aims alone, three at most, and the page of their subject."""
    rows = judged(
        *(promise(str(year), year - 2000, None) for year in (2027, 2028, 2029, 2030)),
        promise("2024", 20, None),
        of=YEARS,
    ).assign(file="datasets/oil/btc.yaml")
    told = words.line(rows, YEARS, lambda address: f"{address}&as-of=2025-03-01")

    assert "Promised: 27 Mt by 2027; 28 Mt by 2028; 29 Mt by 2029 and 1 more. " in told
    assert 'href="targets?subject=oil&amp;as-of=2025-03-01"' in told
    assert words.line(rows, YEARS.assign(series="gas"), str) == ""


def test_what_is_to_come_stands_first_in_the_table() -> None:
    """Then the newest; what is not dated last; a hedge stands beside the amount."""
    rows = judged(
        promise("2024", 20, "2023-01-01"),
        promise("2030", 21, None, hedge="up to"),
        promise("2024", 22, "2023-06-01", hedge="range", promiser=None),
        promise("2030", 23, "2020-01-01"),
        of=YEARS,
    ).assign(printed="x", publisher="Trend", source_url=None, note=None)
    shown = words.table(rows).replace("\N{NO-BREAK SPACE}", " ")

    told = ("23 Mt", "up to 21 Mt", "22 Mt", "20 Mt")
    places = [shown.index(f">{amount}</td>") for amount in told]
    assert places == sorted(places)


def test_an_aim_is_told_in_the_words_of_a_named_maker() -> None:
    """However early nobody's promise of the same was; its sources count too."""
    rows = judged(
        promise("2030", 20, "2020-01-01", promiser=None, hedge="up to", sources=3),
        promise("2030", 20, "2024-01-01"),
        promise("2032", 29, "2024-01-01", sources=2),
        of=YEARS,
    )

    assert [sentence[:5] for sentence in words.paces(rows)] == ["20 Mt", "29 Mt"]
    assert words.finding(rows, "Oil").startswith("Oil: 8 Mt in 2025; 20 Mt by 2030 needs")
