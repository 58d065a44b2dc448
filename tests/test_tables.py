"""Events, routes and projects as rows."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from components.ledger import tables
from components.ledger.ledger import Ledger, load
from tests.ledgers import DATA, put

STORIES = """\
title: Stories
description: An event, a route and a project.
events:
  - id: charter-signed
    title: The charter is signed
    date: "2026-02-10"
    kind: signing
    status: happened
    place: Baku
    countries: [AZE, KAZ]
    topics: [charter, trade]
    sources: [unn, guildhall]
    figures: [{series: az-kz-trade-turnover, period: "2024"}]
    otherwise:
      - {about: place, says: Washington, sources: [guildhall], because: It mixes two documents.}
  - id: mission
    title: A mission comes
    date: "2026-02-09"
    end: 2026-02-10
    kind: mission
    status: happened
    countries: [AZE]
    topics: [trade]
    sources: [unn]
routes:
  - id: btc
    name: Baku–Tbilisi–Ceyhan
    kind: oil pipeline
    status: operating
    opened: "2006"
    sources: [unn]
    waypoints:
      - {name: Sangachal, country: AZE, lat: 40.17, lon: 49.47}
      - {name: Aktau, country: KAZ, lat: 43.65, lon: 51.15}
projects:
  - id: garadagh
    name: Garadagh
    technology: solar
    status: operating
    sources: [unn]
    milestones:
      - {date: "2023-10-26", what: opened, status: happened, source: unn}
sources:
  unn:
    publisher: UNN
    title: null
    url: https://unn.ua/news
    published: 2026-02-10
    language: ru
    originator: Reuters
    evidence: quoted
  guildhall:
    publisher: GuildHall
    title: null
    url: null
    published: null
    language: ru
    originator: null
    evidence: agency
"""

PROMISES = """\
  az-kz-trade-turnover-aim:
    title: Turnover with Kazakhstan, aimed at
    indicator: trade_turnover
    unit: USD million
    kind: target
    target_of: az-kz-trade-turnover
    reports:
      - {period: "2027", value: 1000, printed: "1000 млн долларов", source: later, also: [seed-003]}
      - {period: "2030", value: 2000, printed: "2000 млн долларов", source: undated, also: [seed-003]}
sources:
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return load(put(tmp_path, az_kz=DATA, stories=STORIES))


def test_events_stand_in_order_of_time(ledger: Ledger) -> None:
    """The oldest first, whatever their order in the file; the last day of several is kept."""
    frame = tables.events_frame(ledger).set_index("event")

    assert list(frame.index) == ["mission", "charter-signed"]
    assert f"{frame.loc['mission', 'end']:%Y-%m-%d}" == "2026-02-10"
    assert frame.loc["charter-signed", "date_precision"] == "day"


def test_an_event_carries_its_sources_and_who_prints_otherwise(ledger: Ledger) -> None:
    """Publishers, addresses and days stand in the same order, an unknown one empty."""
    row = tables.events_frame(ledger).set_index("event").loc["charter-signed"]

    assert row["publishers"] == "UNN; GuildHall"
    assert row["urls"] == "https://unn.ua/news; "
    assert row["published"] == "2026-02-10; "
    assert row["otherwise"] == "place: Washington (GuildHall)"
    assert tables.parts(row["figures"]) == ["az-kz-trade-turnover 2024"]


def test_a_route_has_a_row_for_each_waypoint(ledger: Ledger) -> None:
    """In its order, with its own facts on each row."""
    frame = tables.routes_frame(ledger)

    assert frame[["route", "order", "place", "lat"]].to_numpy().tolist() == [
        ["btc", 0, "Sangachal", 40.17],
        ["btc", 1, "Aktau", 43.65],
    ]
    assert set(frame["opened"]) == {"2006"}


def test_a_project_and_its_milestones(ledger: Ledger) -> None:
    """One row each."""
    assert tables.projects_frame(ledger)[["project", "technology"]].to_numpy().tolist() == [
        ["garadagh", "solar"]
    ]
    step = tables.milestones_frame(ledger).iloc[0]
    assert (step["date"], step["what"], step["publisher"]) == ("2023-10-26", "opened", "UNN")


def test_a_promise_has_the_words_of_its_first_source_and_the_first_day(tmp_path: Path) -> None:
    """One row a report, whatever sources print the same digits; no day where the words have none."""
    figures, _, sources = DATA.partition("sources:\n")
    published = (("later", "2025-11-01"), ("undated", "null"))
    others = (sources.replace("seed-003", name).replace("2025-10-14", day) for name, day in published)
    targets = figures + PROMISES + sources + "".join(others)
    frame = tables.promises_frame(load(put(tmp_path, az_kz=targets)))

    assert frame[["period", "value", "printed", "source", "sources"]].to_numpy().tolist() == [
        ["2027", 1000, "1000 млн долларов", "later", 2],
        ["2030", 2000, "2000 млн долларов", "undated", 2],
    ]
    assert set(frame["target_of"]) == {"az-kz-trade-turnover"}
    assert frame["promised_on"].tolist()[:1] == [pd.Timestamp("2025-10-14")]
    assert frame["promised_on"].isna().tolist() == [False, True]
    assert frame["promiser"].isna().all()


def test_a_promise_of_a_vintage_is_told_by_the_sources_that_were_out(tmp_path: Path) -> None:
    """The words of a later page are borrowed, as for any report; a page without a date belongs to none."""
    figures, _, sources = DATA.partition("sources:\n")
    published = (("later", "2025-11-01"), ("undated", "null"))
    others = (sources.replace("seed-003", name).replace("2025-10-14", day) for name, day in published)
    ledger = load(put(tmp_path, az_kz=figures + PROMISES + sources + "".join(others)))
    before, on = (tables.promises_frame(ledger.as_known(date(2025, 10, day))) for day in (13, 14))

    assert before.empty
    assert on[["period", "source", "sources", "note"]].to_numpy().tolist() == [
        ["2027", "seed-003", 1, "Token in the wording of later."],
        ["2030", "seed-003", 1, "Token in the wording of undated."],
    ]
    assert on["promised_on"].tolist() == [pd.Timestamp("2025-10-14")] * 2


def test_tables_without_rows_have_their_columns(tmp_path: Path) -> None:
    """A ledger without events, routes or projects."""
    ledger = load(put(tmp_path))

    assert list(tables.events_frame(ledger).columns) == tables.EVENT_COLUMNS
    assert list(tables.milestones_frame(ledger).columns) == tables.MILESTONE_COLUMNS
    assert list(tables.promises_frame(ledger).columns) == tables.PROMISE_COLUMNS
    assert tables.routes_frame(ledger).empty
    assert tables.projects_frame(ledger).empty
