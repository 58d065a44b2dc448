"""The real ledger: it holds, it has what the seeds print, and nothing is lost from it unseen."""

import re
from collections.abc import Sequence
from functools import cache

import pandas as pd
import pytest

from components.ledger.crosschecks import identities
from components.ledger.frames import reports_frame, series_frame
from components.ledger.ledger import load
from components.ledger.records import Statement
from components.periods import Period
from tests.ledgers import real

COUNTS = {"files": 25, "series": 1168, "reports": 5772, "sources": 1319, "corrections": 46}
"""What the ledger holds; a change of these numbers is a change of the data, and is made here with it."""

SEEDS = [
    ("az-us-trade-turnover", "2025", 1557, "USD million", "1,557 миллиарда долларов США", "printed"),
    ("asco-khojaly-cargo-to-us-ports", "2025-11-14", 24000, "tonnes", "24 тис тонн", "printed"),
    ("az-kz-trade-turnover", "2024", 470, "USD million", "470 млн долларов", "printed"),
    ("az-kz-trade-turnover", "2025-S1", 501, "USD million", "501 млн долларов", "printed"),
    (
        "btc-kazakh-oil-cumulative-aze-minenergy",
        "2025-10-14",
        3.4,
        "million tonnes",
        "3,4 млн тонн",
        "printed",
    ),
    ("btc-kazakh-oil-target-7mt", "2027", 7, "million tonnes", "до 7 млн тонн", "target"),
]
"""Series, period, value, unit and token of every trade and BTC figure in shared/seeds."""

STATED = [
    ("az-kz-2024-growth-percent", "percent", "2024", "2023", "50%"),
    ("az-kz-2025-s1-growth-times", "times", "2025-S1", "2024-S1", "4,2 раза"),
]
"""Id, kind, period, base and words of the growth that the seeds state beside those figures."""

MAKERS = {
    "State Statistics Committee of Azerbaijan": ["btc-throughput-statcom", "btc-transit-oil-statcom"],
    "bp": ["btc-throughput-bp-tonnes", "btc-throughput-bp-barrels"],
    "SOCAR": ["btc-azerbaijani-oil-socar", "btc-kazakh-oil-socar"],
    "BOTAS": ["btc-through-turkey-botas"],
    "KazTransOil": ["btc-kazakh-oil-kaztransoil"],
    "KazMunayGas": ["btc-kazakh-oil-kazmunaygas"],
    "U.S. Census Bureau": ["us-az-goods-exports", "us-az-goods-imports"],
    "official statistics of Kazakhstan": ["btc-kazakh-oil-kaz-statistics"],
}
"""Whose figures are never mixed with another's: each has series of its own."""


@cache
def reports() -> pd.DataFrame:
    return reports_frame(real())


@cache
def series() -> pd.DataFrame:
    return series_frame(real()).set_index("series")


def test_the_ledger_holds() -> None:
    """It loads, and each rule that was applied found nothing."""
    assert [problem for check in load().checks for problem in check.problems] == []
    assert len(real().checks) == 26


def test_nothing_is_lost_unseen() -> None:
    """As many files, series, reports, sources and corrections as were there."""
    files = real().book.files
    found = {
        "files": len(files),
        "series": len(series()),
        "reports": len(reports()),
        "sources": reports()["source"].nunique(),
        "corrections": len(real().book.corrections.corrections),
    }

    assert found == COUNTS


@pytest.mark.parametrize(("name", "period", "value", "unit", "printed", "kind"), SEEDS)
def test_a_figure_of_the_seeds_is_in_the_ledger(
    name: str, period: str, value: float, unit: str, printed: str, kind: str
) -> None:
    """With its token as printed, in a row of the seed's own source."""
    rows = reports()[(reports()["series"] == name) & (reports()["period"] == period)]
    seed = rows[rows["source"].str.contains("seed")]

    assert seed[["value", "unit", "printed", "value_kind"]].to_numpy().tolist() == [
        [value, unit, printed, kind]
    ]
    assert seed["value_low"].item() <= value <= seed["value_high"].item()


@pytest.mark.parametrize(("name", "kind", "period", "base", "stated"), STATED)
def test_a_growth_that_the_seeds_state_is_in_the_ledger(
    name: str, kind: str, period: str, base: str, stated: str
) -> None:
    """About the series whose figure it explains, in the words of the seed's own source."""
    statements: Sequence[Statement] = [
        each for file in real().book.files for each in file.dataset.statements or [] if each.id == name
    ]

    (found,) = statements
    assert (found.kind, found.period, found.base) == (kind, Period.parse(period), Period.parse(base))
    assert (found.series, found.stated, "seed" in found.source) == ("az-kz-trade-turnover", stated, True)


def test_the_seven_million_tonnes_are_a_target_and_never_a_fact() -> None:
    """No row of a printed fact has the volume or the year of the promise."""
    plans = reports()[reports()["indicator"] == "btc_kazakh_oil_transit_target"]
    facts = reports()[
        (reports()["indicator"] == "btc_kazakh_oil_transported") & (reports()["value_kind"] == "printed")
    ]

    assert plans["value_kind"].unique().tolist() == ["target"]
    assert len(facts) > 20
    assert (facts[facts["obs_status"] != "F"]["period_end"] < "2026-12-31").all()
    assert facts[facts["unit"] == "million tonnes"]["value"].max() < 2


@pytest.mark.parametrize(("maker", "names"), MAKERS.items())
def test_each_maker_has_series_of_its_own(maker: str, names: list[str]) -> None:
    """Signed by it, and holding figures."""
    assert series().loc[names, "maker"].unique().tolist() == [maker]
    assert set(names) <= set(reports()["series"])


def test_kazakhstans_statistics_of_the_trade_are_the_mirror_of_azerbaijans() -> None:
    """Each side's count is a series of its own, and the two face each other."""
    pairs = {
        "az-kz-trade-turnover": "kz-az-trade-turnover",
        "az-kz-exports": "kz-az-imports",
        "az-kz-imports": "kz-az-exports",
        "az-us-exports": "us-az-goods-imports",
        "az-us-imports": "us-az-goods-exports",
    }
    frame = series()

    assert {name: frame.loc[name, "mirror"] for name in pairs} == pairs
    for one, other in pairs.items():
        assert frame.loc[one, "reporter"] == frame.loc[other, "partner"] == "AZE"
        assert frame.loc[one, "partner"] == frame.loc[other, "reporter"]


def test_every_maker_has_a_name_for_the_end_of_a_line() -> None:
    """At most thirty characters, and no two makers share one."""
    names = list(real().book.codebook.makers.values())

    assert [name for name in names if len(name) > 30] == []
    assert len(set(names)) == len(names)


def test_ids_can_stand_in_an_address() -> None:
    """Lower-case letters, digits and single hyphens: a link that names series stays readable."""
    assert [name for name in series().index if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)] == []


def test_every_sum_of_the_ledger_holds() -> None:
    """Exports and imports are the turnover wherever one source prints all three, and some do."""
    found = list(identities(real().book))

    assert len(found) >= 10
    assert [each.turnover.key for each in found if not each.holds] == []


def test_a_preferred_report_has_a_reason() -> None:
    """Every observation can say why its figure is the one that is shown."""
    reasons = {observation.because for observation in real().observations.values()}

    assert "" not in reasons
    assert {"the only print", "more printed digits", "printed later"} <= reasons


def test_a_printed_token_is_a_few_words() -> None:
    """The figure alone, never a sentence of the source."""
    long = [token for token in reports()["printed"].unique() if len(token) > 60 or len(token.split()) > 9]

    assert long == []


def test_the_notes_say_when_a_token_is_corrected() -> None:
    """A reader of the table sees every departure from print."""
    corrected = {(each.series, str(each.period), each.source) for each in real().book.corrections.corrections}
    noted = reports()[reports()["note"].str.contains("Misprint, read as", na=False)]

    assert corrected <= set(zip(noted["series"], noted["period"], noted["source"], strict=True))
