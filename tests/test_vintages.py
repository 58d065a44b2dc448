"""Vintages: what of the ledger was known on a day, and how the pages ask for it."""

import re
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from components.ledger.frames import reports_frame
from components.ledger.ledger import Ledger
from components.ledger.observations import Observation
from components.ledger.statement_tables import statements_frame
from components.ledger.tables import events_frame, milestones_frame
from components.ledger.vintages import as_known, day_asked, publication_days, undated_stories, vintage_of
from components.periods import Period
from components.ui import store, vintage
from tests.ledgers import DATA, book, file, put, real, report, series, source
from tests.test_pages import TITLES, html, run, specs
from tests.test_web_data import Answer, Ask, asker

DAYS = (date(2020, 1, 5), date(2023, 3, 19), date(2025, 4, 4))
TODAY = date(2026, 11, 26)
EXPORTS = "us-az-goods-exports"


def known(day: str) -> Ledger:
    return real().as_known(date.fromisoformat(day))


def exports_of_2022(ledger: Ledger) -> Observation:
    return ledger.observations[EXPORTS, Period.parse("2022")]


def test_another_report_is_preferred_in_another_vintage() -> None:
    """The Census Bureau's exports of 2022: as released in March 2023, and as revised in April 2025."""
    before, after = exports_of_2022(known("2025-04-03")), exports_of_2022(known("2025-04-04"))

    assert [float(entry.value) for entry in before.entries] == [182.756619]
    assert (before.agreement, before.because) == ("alone", "the only print")
    assert [float(entry.value) for entry in after.entries] == [186.413753, 182.756619]
    assert (after.agreement, after.because) == ("conflict", "printed later")
    assert (EXPORTS, Period.parse("2022")) not in known("2023-03-18").observations


@pytest.mark.parametrize("day", ["2005-10-13", "2018-06-10", "2025-03-01", "2026-11-26"])
def test_a_vintage_has_the_reports_published_up_to_its_day(day: str) -> None:
    """All of them, in the order of the ledger, and none without a date."""
    whole, frame = reports_frame(real()), reports_frame(known(day))
    keys = ["series", "period", "source", "value", "printed", "line"]
    published = whole[whole["source_published"] <= day]

    assert 0 < len(frame) < len(whole)
    pd.testing.assert_frame_equal(
        frame[keys].sort_values(keys, ignore_index=True), published[keys].sort_values(keys, ignore_index=True)
    )


def test_a_statement_of_a_vintage_keeps_its_line() -> None:
    """However many statements before it are of later sources."""
    whole, vintage = (statements_frame(ledger).set_index("id") for ledger in (real(), known("2018-06-10")))

    assert 0 < len(vintage) < len(whole)
    assert vintage["line"].to_dict() == whole["line"].loc[vintage.index].to_dict()


def test_a_statement_is_of_the_source_that_was_out() -> None:
    """Trend told "3.8 times" of Kazakhstan's trade on 28 August 2025, its Russian page on 3 September."""
    told = "az-kz-trade-turnover-2025-01-to-2025-07-times"
    days = ("2025-08-28", "2025-08-30", "2025-09-03")

    assert [statements_frame(known(day)).set_index("id")["source"][told] for day in days] == [
        "trend-2025-08-28-ots-7m",
        "trend-2025-08-28-ots-7m",
        "rutrend-2025-09-03-ots-7m",
    ]


def test_promises_of_a_vintage_are_those_that_were_out() -> None:
    """20 bcm by 2027 on the day of the memorandum, judged by what was known then."""
    day = date(2022, 7, 18)
    promises = vintage.as_known(store.current(), day.isoformat()).targets
    to_europe = promises[
        (promises["period"] == "2027") & (promises["target_of"] == "eu-gas-import-from-az-ec")
    ]

    assert promises["promised_on"].max() == pd.Timestamp(day)
    assert set(to_europe["standing"]) == {"current"}
    assert set(to_europe["newest_year"]) == {2021}


def test_a_report_without_a_date_belongs_to_no_vintage() -> None:
    """Day.az's misprint of November 2025 has no date: neither it nor its correction is known on any day."""
    vintage = known("2026-11-26")
    corrected = {(each.series, each.source) for each in vintage.book.corrections.corrections}
    entries = vintage.observations["az-us-trade-turnover", Period.parse("2025-01/2025-11")].entries

    assert [entry.source_id for entry in entries] == ["trend-2025-12-22-jabbarov-orr"]
    assert ("az-us-trade-turnover", "dayaz-1804261-jabbarov-orr") not in corrected
    assert (EXPORTS, "census-country-csv-2024") in corrected
    assert not any(
        each.source == "census-country-csv-2024" for each in known("2025-04-03").book.corrections.corrections
    )


def test_an_event_is_told_by_the_sources_that_were_out() -> None:
    """The business mission was announced in January 2026 and took place in February."""
    announced, held = (
        events_frame(known(day)).set_index("event").loc["us-business-mission-2026"]
        for day in ("2026-02-08", "2026-02-10")
    )
    whole = events_frame(real()).set_index("event").loc["us-business-mission-2026"]

    assert (announced["status"], held["status"]) == ("planned", "happened")
    assert announced["published"] == "2026-01-22; 2026-01-22; 2026-01-22"
    assert "2026-02-10" in held["published"]
    assert announced["line"] == whole["line"]


def test_an_event_whose_sources_have_no_date_is_left_out() -> None:
    """And counted."""
    undated = "btc-first-document-1993"

    assert undated in set(events_frame(real())["event"])
    assert undated not in set(events_frame(known("2026-11-26"))["event"])
    stories = sum(len(file.dataset.stories) for file in real().book.files)
    kept = sum(len(file.dataset.stories) for file in known("2026-11-26").book.files)
    assert undated_stories(real().book) == stories - kept > 0


def test_what_a_story_says_of_later_sources_is_dropped() -> None:
    """Its figures, its milestones, and who prints otherwise."""
    sources = {
        "old": source(published=date(2020, 1, 5)),
        "new": source(published=date(2025, 4, 4)),
        "never": source(),
    }
    figures = [{"series": "a-x", "period": "2019"}, {"series": "a-x", "period": "2024"}]
    other = {"about": "date", "says": "2021", "because": "Why."}
    event = {"id": "a-e", "title": "E", "date": "2020", "kind": "signing", "status": "happened"}
    event |= {"countries": ["AZE"], "topics": ["oil"], "sources": ["never", "new", "old"], "figures": figures}
    event |= {"otherwise": [other | {"sources": ["new"]}, other | {"sources": ["never", "old"]}]}
    steps = [
        {"date": when, "what": what, "status": "happened", "source": name}
        for when, what, name in (
            ("2019", "begun", "old"),
            ("2022", "opened", "old"),
            ("2019", "signed", "new"),
        )
    ]
    project = {"id": "a-p", "name": "P", "technology": "solar", "status": "planned", "sources": ["old"]}
    whole = book(
        file(
            {"a-x": series(report("2019", "$1 million", "old"), report("2024", "$2 million", "new"))},
            sources,
            events=[event],
            projects=[project | {"milestones": steps}],
        )
    )
    ledger = Ledger(as_known(whole, date(2021, 6, 1)), ())
    told = events_frame(ledger).iloc[0]

    assert (told["sources"], told["figures"]) == ("old", "a-x 2019")
    assert told["otherwise"] == "date: 2021 (Trend)"
    assert milestones_frame(ledger)[["what", "status"]].to_numpy().tolist() == [
        ["begun", "happened"],
        ["opened", "planned"],
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        *(
            (text, "as-of is a day of the calendar such as 2025-03-01")
            for text in ("yesterday", "", "2025-03")
        ),
        *((text, "as-of is a day of the calendar") for text in ("2025-13-01", "2025-02-30", "0000-01-01")),
        *((text, "as-of is a day of the calendar") for text in ("20250301", "2025-W09-6", "2025-3-1")),
        *((text, "as-of is a day of the calendar") for text in ("٢٠٢٥-٠٣-٠١", "2025-03-01\n", " 2025-03-01")),
        ("2025-03-01,2025-03-02", "as-of is a day of the calendar"),
        ("2026-11-27", "27 November 2026 is in the future; as-of is a day up to today."),
        ("2020-01-04", "Nothing was known on 4 January 2020: the first source is of 5 January 2020."),
    ],
)
def test_a_day_without_a_vintage_is_refused(text: str, sentence: str) -> None:
    """In a sentence that says what would be right."""
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}"):
        day_asked(text, DAYS, TODAY)


@pytest.mark.parametrize(
    ("text", "day"),
    [("2020-01-05", DAYS[0]), ("2023-03-18", DAYS[0]), ("2023-03-19", DAYS[1]), ("2026-11-26", DAYS[2])],
)
def test_days_up_to_the_next_publication_share_a_vintage(text: str, day: date) -> None:
    """That of the last publication day."""
    assert vintage_of(day_asked(text, DAYS, TODAY), DAYS) == day


def test_publication_days_are_those_of_all_sources() -> None:
    """The oldest first, each once."""
    days = publication_days(real().book)

    assert days[0] == date(2005, 10, 13)
    assert list(days) == sorted(set(days))


def test_the_process_keeps_a_few_vintages() -> None:
    """One for all days up to the next publication; those asked for longest ago give way."""
    data = store.current()
    asked = (
        "2011-01-10",
        "2011-01-11",
        *map(str, publication_days(data.ledger.book)[: vintage.MOST_VINTAGES]),
    )
    kept = [vintage.as_known(data, day) for day in asked]

    # by identity alone: what pytest would print of two stores that differ is endless
    assert (kept[0] is kept[1]) is True
    assert len({id(each) for each in kept}) == vintage.MOST_VINTAGES + 1
    assert len(vintage._VINTAGES.made) == vintage.MOST_VINTAGES
    assert (vintage.as_known(data, asked[-1]) is kept[-1]) is True
    assert (vintage.as_known(data, asked[0]) is kept[0]) is False
    assert (vintage.as_known(data, None) is data) is True


def test_a_changed_file_makes_new_vintages(tmp_path: Path) -> None:
    """A vintage is of the files that were read last, also of a day that was asked for before."""
    newer = DATA.replace("value: 501", "value: 502.5").replace('"501 млн', '"502,5 млн')
    stores = [store._load(put(tmp_path, az_kz=text), text) for text in (DATA, newer)]
    values = [vintage.as_known(each, "2025-10-14").reports["value"].tolist() for each in stores]

    assert values == [[470.0, 501.0], [470.0, 502.5]]


@pytest.mark.parametrize("page", TITLES)
@pytest.mark.parametrize("day", ["2005-10-13", "2018-06-10", "2025-03-01"])
def test_every_page_shows_a_vintage(page: str, day: str) -> None:
    """It says so, and each of its links to this site stays in the vintage."""
    app = run(page, **{"as-of": day})
    own = re.findall(r'href="(?!http)([^"]+)"', html(app))

    assert "reports published up to that day" in html(app)
    assert [link for link in own if "as-of=" not in link] == []
    assert app.query_params["as-of"] == day


def test_a_promise_is_known_from_the_day_on_which_it_was_published() -> None:
    """Kazakhstan's 7 Mt of 14 October 2025; the 30 percent stood until 38 took their place in July 2025."""
    before, on = (
        vintage.as_known(store.current(), day).targets.set_index(["series", "value"])
        for day in ("2025-07-10", "2025-10-14")
    )
    share = "az-renewable-share-of-capacity-target"

    assert [("btc-kazakh-oil-target-7mt", 7.0) in known.index for known in (before, on)] == [False, True]
    assert [known.loc[(share, 30.0), "standing"] for known in (before, on)] == ["current", "superseded"]
    assert (before["promised_on"] <= "2025-07-10").all()


@pytest.mark.parametrize("page", TITLES)
@pytest.mark.parametrize("day", ["2025-02-30", "2999-01-01", ""])
def test_no_page_shows_todays_data_for_a_day_without_a_vintage(page: str, day: str) -> None:
    """It has its title and a sentence, and nothing else."""
    app = run(page, **{"as-of": day})
    shown = html(app)

    assert [title.value for title in app.title] == [TITLES[page]]
    assert "as-of is a day" in shown
    assert "<table" not in shown
    assert not specs(app)


def test_no_page_takes_the_ledger_past_the_choice() -> None:
    """Each page begins with vintage.titled, which is where its ledger comes from."""
    pages = [path.read_text(encoding="utf-8") for path in Path("components/pages").glob("*.py")]

    assert [text for text in pages if "store.current(" in text] == []


def test_a_headline_of_what_was_not_printed_says_so() -> None:
    """In 2005 none of the eight headline figures was printed."""
    assert (
        html(run("overview", **{"as-of": "2005-10-13"})).count("Nothing of it was printed up to that day.")
        == 8
    )
    assert "Nothing of it was printed" not in html(run("overview"))


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker(lambda as_of: vintage.as_known(store.current(), as_of))


def rows_of(answer: Answer) -> list[str]:
    return answer.body.decode().splitlines()[1:]


def test_downloads_are_of_the_vintage(ask: Ask) -> None:
    """Rows, file name and tag; days of one vintage have the same bytes."""
    address = f"/data/rows.csv?series={EXPORTS}&window=01-12&since=2022&until=2022"
    before, after = ask(f"{address}&as-of=2025-04-03"), ask(f"{address}&as-of=2025-04-04")

    assert [",182.756619,USD million," in line for line in rows_of(before)] == [True]
    assert [",186.413753,USD million," in line for line in rows_of(after)] == [True, False]
    assert before.headers["etag"] != after.headers["etag"]
    assert "as-known-2025-04-03.csv" in before.headers["content-disposition"]
    assert ask(f"{address}&as-of=2025-04-05", if_none_match=after.headers["etag"]).status == 304


def test_a_series_that_was_not_printed_yet_has_no_rows(ask: Ask) -> None:
    """It is not unknown."""
    answer = ask(f"/data/rows.csv?series={EXPORTS}&as-of=2010-01-01")

    assert (answer.status, rows_of(answer)) == (200, [])
    assert ask("/data/rows.csv?series=nothing&as-of=2010-01-01").status == 400


@pytest.mark.parametrize(
    "table", ["rows", "ledger", "history", "events", "routes", "projects", "milestones", "targets"]
)
@pytest.mark.parametrize(
    "day", ["2025-02-30", "tomorrow", "2999-01-01", "1999-01-01", "", "2025-03-01&as-of=2025-03-02"]
)
def test_no_download_for_a_day_without_a_vintage(ask: Ask, table: str, day: str) -> None:
    """400 and a sentence."""
    answer = ask(f"/data/{table}.csv?as-of={day}")

    assert answer.status == 400
    assert answer.body.decode().startswith(
        ("as-of is a day", "1 January 2999 is in the future", "Nothing was known")
    )


def test_the_links_of_a_card_lead_to_its_rows(ask: Ask) -> None:
    """The first card on gas as known in 2024: its download has as many rows as its table."""
    shown = html(run("gas", **{"as-of": "2024-12-31"}))
    link = re.findall(r'href="(data/rows\.csv[^"]+)"', shown)[0].replace("&amp;", "&")
    rows = int(re.findall(r"Table of the (\d+) figures shown", shown)[0])

    assert len(rows_of(ask(f"/{link}"))) == rows > 0
