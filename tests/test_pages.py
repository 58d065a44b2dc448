"""Every page with every choice on it, run headless by Streamlit."""

import json
from html import escape
from itertools import product
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components import wording
from components.pages import corridors, electricity, explore, gas, oil, partnerships, targets, trade, world
from components.targets import STANDINGS
from components.ui import mirrors, store

TITLES = {
    "overview": "Caspian Ledger",
    "trade": "Trade",
    "oil": "Oil",
    "gas": "Gas",
    "electricity": "Electricity",
    "corridors": "Corridors",
    "partnerships": "Partnerships",
    "mirrors": "Mirrors",
    "targets": "Targets",
    "explore": "Explore",
    "statements": "Statements",
    "sources": "Sources & checks",
}


def run(page: str, **choices: str) -> AppTest:
    """The page after one run with these choices in the URL; what it raised is raised here."""
    app = AppTest.from_string(f"from components.pages import {page}\n{page}.show()", default_timeout=60)
    for key, value in choices.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception, app.exception[0].message
    return app


def html(app: AppTest) -> str:
    """Everything that the page shows as HTML, in order."""
    return "\n".join(each.proto.body for each in app.get("html"))


def specs(app: AppTest) -> list[dict[str, Any]]:
    """The figures that the page draws, as Plotly gets them."""
    return [json.loads(each.proto.spec) for each in app.get("plotly_chart")]


def trade_choices() -> list[dict[str, str]]:
    """Every partner and flow; every month of the two partners of the product and of the world."""
    data = store.current()
    choices = [{"partner": partner, "flow": flow} for partner in trade.partners(data) for flow in trade.FLOWS]
    for partner, flow in product(("USA", "KAZ"), trade.FLOWS):
        windows = data.windows(trade.view_of(data, partner, flow).whole)
        choices += [{"partner": partner, "flow": flow, "months": window} for window in windows]
    for flow, own in trade.FLOWS.items():
        partners, asked = data.of_partners(own.own, world.HOME), {"partner": trade.WORLD, "flow": flow}
        choices += [{**asked, "months": each} for each in data.windows((*world.TOTALS[own.own], *partners))]
        choices += [{**asked, "period": each} for each in world.ranked_periods(data, partners)]
    return choices


def windows_of(*names: str) -> list[str]:
    return list(store.current().windows(tuple(names)))


def single_choices() -> list[tuple[str, dict[str, str]]]:
    """Each choice of each filter of the other pages, one at a time."""
    data = store.current()
    months = {
        "oil": windows_of(*oil.PRODUCTION, *oil.EXPORTS, *oil.SUPSA, *oil.NOVOROSSIYSK),
        "gas": windows_of(*gas.EXPORTS, *gas.DESTINATIONS, *gas.COUNTRIES, *gas.PRODUCTION, *gas.FIELDS),
        "electricity": windows_of(*electricity.GENERATION, *electricity.EXPORTS, *electricity.EXPORTS_TO),
        "corridors": windows_of(*corridors.CARGO, *corridors.TRAINS, *corridors.PORT, *corridors.PORT_TEU),
    }
    choices = [(page, {"months": window}) for page, windows in months.items() for window in windows]
    choices += [("gas", {"buyer": buyer}) for buyer in gas.BUYERS]
    choices += [("gas", {"pipeline": pipeline}) for pipeline in gas.PIPELINES]
    choices += [("corridors", {"map": region}) for region in corridors.REGIONS]
    choices += [("partnerships", {"story": story}) for story in partnerships.STORIES]
    for column in ("topics", "kind", "status"):
        key = column.removesuffix("s") if column == "topics" else column
        choices += [
            ("partnerships", {key: value}) for value in partnerships.options(data.events, column) if value
        ]
    choices += [
        ("partnerships", {"country": code, "since": "1993"})
        for code in partnerships.countries(data.events)
        if code
    ]
    choices += [
        ("mirrors", {"pair": pair.partner, "what": pair.own, "months": window})
        for pair in mirrors.pairs(data)
        for window in mirrors.windows(data, pair)
    ]
    choices += [("targets", {"standing": standing}) for standing in STANDINGS]
    subjects = data.targets["file"].str.split("/").str[-2].unique()
    choices += [("targets", {"subject": subject}) for subject in subjects]
    choices += [(page, {"events": "1"}) for page in ("trade", "oil", "gas", "electricity", "corridors")]
    return choices


@pytest.mark.parametrize("page", TITLES)
def test_page_shows_its_own_title(page: str) -> None:
    """Each page runs and has one title, its own."""
    assert [title.value for title in run(page).title] == [TITLES[page]]


@pytest.mark.parametrize("choice", trade_choices(), ids=lambda choice: "-".join(choice.values()))
def test_trade_answers_every_choice(choice: dict[str, str]) -> None:
    """Each choice on Trade draws a chart, or says in a sentence what is not printed and what is."""
    app = run("trade", **choice)

    place = "all countries" if choice["partner"] == trade.WORLD else wording.area(choice["partner"])
    assert place in html(app)
    assert specs(app) or "not both" in html(app) or "is printed" in html(app)


@pytest.mark.parametrize(("page", "choice"), single_choices(), ids=str)
def test_pages_answer_every_choice(page: str, choice: dict[str, str]) -> None:
    """Each choice is taken as it stands in the address, and leaves something to see."""
    app = run(page, **choice)

    assert "is not a choice of" not in html(app)
    assert len(html(app)) > 500
    assert specs(app)


@pytest.mark.parametrize("unit", oil.UNITS)
def test_oil_answers_every_unit(unit: str) -> None:
    """In tonnes and in barrels the target of Kazakh oil is told."""
    assert "7 Mt by 2027" in html(run("oil", unit=unit))


def test_a_choice_without_data_says_what_there_is() -> None:
    """In a sentence, with the months that are printed."""
    shown = html(run("gas", months="01-12"))

    assert "is not printed for full years. Printed are: January–" in shown


def test_events_are_marked_when_switched_on() -> None:
    """On charts of years, with a list of what is marked; off until then."""
    marked, plain = run("oil", events="1"), run("oil")

    assert any(trace.get("name") == "Events" for spec in specs(marked) for trace in spec["data"])
    assert not any(trace.get("name") == "Events" for spec in specs(plain) for trace in spec["data"])
    assert "events marked" in html(marked)


def test_overview_tells_the_headline_figures() -> None:
    """The tiles show the four figures that the project started from, and the newest source's day."""
    shown = html(run("overview"))

    for words in (
        "$1.56 bn",
        "$600 m",
        "27.2 Mt",
        "of the target of 7 Mt by 2027",
        "25.2 bcm",
        "28.1 TWh",
        "The newest source is of 3 July 2026",
    ):
        assert words in shown


def test_targets_show_the_path_and_the_promises() -> None:
    """The finding, the pace, and each promise with its words, promiser, day, source and standing."""
    shown = html(run("targets", subject="oil"))

    for words in (
        "Kazakh oil sent towards BTC: 1.3 Mt in 2025; up to 7 Mt by 2027 needs 2.85 Mt more each year",
        "Up to 7 Mt by 2027 needs 2.85 Mt more each year (2.33 Mt to 3.13 Mt);",
        "from 2023 to 2025, it grew by 0.122 Mt a year (0.0963 Mt to 0.147 Mt).",
        ">up\N{NO-BREAK SPACE}to\N{NO-BREAK SPACE}7\N{NO-BREAK SPACE}Mt</td>",
        "His words differ by page",
        "open, no pace: no year is named",
        "“до 7 млн тонн”",
        "Ministry of Energy of Azerbaijan",
        "14\N{NO-BREAK SPACE}October\N{NO-BREAK SPACE}2025",
        "missed: 1.3 Mt",
        "data/targets.csv",
    ):
        assert words in shown


def test_targets_draw_eight_cards_and_list_the_rest() -> None:
    """Each promise stands somewhere; superseded ones are drawn in grey, with their standing to hover."""
    app, rows = run("targets"), store.current().targets

    assert len(specs(app)) == targets.MOST_CARDS
    assert f"Promises without a printed path ({int(rows['target_of'].isna().sum())})" in html(app)
    assert all(f"“{escape(token)}”" in html(app) for token in rows["printed"])
    trains = run("targets", standing="superseded")
    assert "superseded" in json.dumps([trace for spec in specs(trains) for trace in spec["data"]])


def test_targets_of_a_share_stand_on_the_last_level_of_each_year() -> None:
    """18.8 percent of 20 October 2025, not the 17 of 2023."""
    shown = html(run("targets", subject="electricity"))

    assert "Share of renewables in installed capacity, the last level of each year" in shown
    assert "30 % by 2030 needs 2.24 percentage points more each year" in shown


def test_charts_of_both_sides_lead_to_the_gap() -> None:
    """In a vintage to the same vintage."""
    shown = html(run("trade", partner="KAZ", **{"as-of": "2025-12-31"}))

    assert 'href="mirrors?pair=KAZ&amp;what=az-kz-trade-turnover&amp;as-of=2025-12-31"' in shown
    assert 'href="mirrors?pair=TUR&amp;what=az-gas-export-turkiye"' in html(run("gas", buyer="TUR"))


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("oil", "Promised: 1.5 Mt by 2026; 1.6 Mt by 2026; up to 7 Mt by 2027. "),
        ("gas", "Promised: 20 bcm by 2027. "),
        ("electricity", "Promised: 33.7 % by 2027; 33 % by 2028; 30 % by 2030 and 2 more. "),
        ("corridors", "Promised: 5.2 Mt by 2026; 10 Mt by 2027; 10 Mt by 2028. "),
    ],
)
def test_cards_lead_from_their_aims_to_the_page_of_targets(page: str, told: str) -> None:
    """Also cards that draw no target; what was aimed at later is not told of 2018."""
    shown = html(run(page))

    assert told in shown
    assert f'href="targets?subject={page}"' in shown
    assert told not in html(run(page, **{"as-of": "2018-06-10"}))


def test_no_target_of_a_standing_is_said() -> None:
    """In a sentence that says what would show more."""
    assert "No promise has all of these." in html(run("targets", subject="trade", standing="current"))


def test_target_is_an_open_triangle() -> None:
    """The 7 Mt of 2027 is drawn as an open triangle at the end of a dotted path, not as a fact."""
    drawn = next(spec for spec in specs(run("oil")) if "target" in json.dumps(spec["data"]))
    traces = [trace for trace in drawn["data"] if trace.get("name", "").lower() == "target"]

    assert any(trace.get("line", {}).get("dash") == "dot" for trace in traces)
    assert any("triangle-up" in str(trace.get("marker", {}).get("symbol")) for trace in traces)


@pytest.mark.parametrize(
    ("page", "key", "value", "words"),
    [
        ("trade", "partner", "FRA", "“FRA” is not a choice of “Partner”. There are: USA (United States)"),
        ("trade", "months", "13-14", "“13-14” is not a choice of “Months”"),
        ("oil", "unit", "<b>litres</b>", "“&lt;b&gt;litres&lt;/b&gt;” is not a choice of “Unit”"),
    ],
)
def test_unknown_value_in_the_url_is_named(page: str, key: str, value: str, words: str) -> None:
    """An unknown value in the URL gives a plain message and the default view."""
    app = run(page, **{key: value})

    assert words in html(app)
    assert specs(app)[0] == specs(run(page))[0]
    assert key not in app.query_params


def test_choice_is_kept_in_the_url() -> None:
    """Choosing a partner writes it into the URL, and that URL opens the same view."""
    app = run("trade")
    app.selectbox(key="partner").set_value("KAZ").run()

    assert app.query_params["partner"] == "KAZ"
    assert html(run("trade", partner="KAZ")) == html(app)


def test_mirrors_tell_the_gap_and_the_reasons_of_its_flow() -> None:
    """Türkiye's gas: 11.91535 less 9.6 bcm in 2025; why volumes differ and not why values do."""
    gas_shown = html(run("mirrors", pair="TUR", what="az-gas-export-turkiye"))
    goods_shown = html(run("mirrors", pair="USA", what="az-us-imports"))

    assert "For 2025, the figure of Azerbaijan is 2.32 bcm (19.4 % of the larger) below" in gas_shown
    assert "−2.31535 bcm (−2.365355 to −2.265345 bcm)" in gas_shown
    assert ("What a cubic metre is." in gas_shown, "Freight and insurance." in gas_shown) == (True, False)
    assert ("What a cubic metre is." in goods_shown, "Freight and insurance." in goods_shown) == (False, True)


def test_mirrors_that_never_meet_list_what_each_side_prints() -> None:
    """Nothing is compared over different months."""
    shown = html(run("mirrors", pair="BGR"))

    assert "print no figure for the same period" in shown
    assert "there is no gap to reckon" in shown


def test_sources_page_lists_every_source_and_check() -> None:
    """Each source of the ledger and each rule of the validator stands on the page."""
    data, shown = store.current(), html(run("sources"))

    assert len(data.ledger.checks) == 37
    assert all(f">{escape(check.rule)}</td>" in shown for check in data.ledger.checks)
    assert all(f">{escape(file.dataset.title)}</td>" in shown for file in data.ledger.book.files)
    assert f"{data.sources['source'].nunique():,} publications" in shown
    assert all(f">{escape(publisher)}</td>" in shown for publisher in data.sources["publisher"].unique())


def test_statements_page_counts_and_opens() -> None:
    """Each verdict with its number; a filter shows what it asks for, with the arithmetic."""
    shown = html(run("statements", verdict="misprint"))

    assert "423 of 960 printed statements can be recomputed: 401 hold as printed, 22 do not" in shown
    assert (
        "<strong>Misprint</strong> – Rail cargo between Kazakhstan and Azerbaijan, 2018: “696,150 tons”"
        in shown
    )
    assert "With 286,580 for “286,500 tons” it holds, and with no other single slip." in shown
    assert "<strong>Holds</strong>" not in shown


def test_statements_page_says_where_there_are_none() -> None:
    """With what would show more."""
    shown = html(run("statements", verdict="misprint", subject="oil"))
    assert "No statement has all of these. Fewer filters show more." in shown


@pytest.mark.parametrize(
    ("page", "choice"),
    [("statements", {name: "nonsense"}) for name in ("verdict", "subject", "year", "publisher")],
)
def test_statements_page_names_an_unknown_choice(page: str, choice: dict[str, str]) -> None:
    """And shows all statements."""
    assert "“nonsense” is not a choice of" in html(run(page, **choice))


def test_cards_show_the_statements_about_what_they_draw() -> None:
    """Those of the drawn periods alone, what does not hold first."""
    shown = html(run("trade", partner="KAZ"))
    assert "statements about these figures: " in shown
    assert "Turnover with Kazakhstan, 2024: up “50%” on 2023" in shown
    card = shown[: shown.index("both sides’ statistics")]
    assert "Turnover with Kazakhstan, January–June 2025: “4,2 раза” that of January–June 2024" not in card


PAIR = "btc-throughput-statcom,btc-transit-oil-statcom"


@pytest.mark.parametrize("measure", explore.MEASURES)
@pytest.mark.parametrize("months", ["01-12", "01-06", "year-to-date"])
def test_explore_draws_every_measure(measure: str, months: str) -> None:
    """Two series of one unit: each measure over years, halves and from January on."""
    app = run("explore", series=PAIR, measure=measure, months=months)

    assert specs(app) or "needs a single series" in html(app)
    assert "is not a choice of" not in html(app)


def test_explore_finds_by_words_and_filters() -> None:
    """Words of any language and a filter; the first finds are listed with links."""
    shown = html(run("explore", q="казахстан", subject="trade"))

    assert "explore?series=az-kz-trade-turnover" in shown
    assert "btc-throughput-statcom" not in shown


def test_explore_parts_units_that_do_not_share_an_axis() -> None:
    """Dollars and tonnes have a chart each, and that is said."""
    app = run("explore", series="az-us-trade-turnover,btc-throughput-statcom")

    assert "so that each has its own chart: USD million; million tonnes." in html(app)
    assert len(specs(app)) == 2


def test_explore_says_what_it_does_not_know() -> None:
    """An unknown series is named and left out."""
    shown = html(run("explore", series="az-us-trade-turnover,nothing"))

    assert "“nothing” cannot be shown as “Series” here and is left out." in shown


def test_events_without_a_find_say_so() -> None:
    """With what would show more."""
    shown = html(run("partnerships", country="ALB"))

    assert (
        "No event since 2022 has all of these. An earlier first year, or fewer filters, show more." in shown
    )


def test_explore_without_a_find_says_so() -> None:
    """In a sentence."""
    assert "No series has all these words and filters." in html(run("explore", q="unobtainium"))


def test_the_charter_is_shown_in_baku_with_who_prints_otherwise() -> None:
    """Seed 002 alone says Washington."""
    shown = html(run("partnerships", story="charter"))

    assert "Printed otherwise – place: Washington (GuildHall)" in shown
    assert "10 February 2026" in shown


def test_an_event_opens_to_its_figures() -> None:
    """The commission's 21st meeting talks about the turnover of 2024 and of the first half of 2025."""
    shown = html(run("partnerships", story="commission"))

    assert "“470 млн долларов”" in shown
    assert "“501 млн долларов”" in shown


def test_cards_name_what_is_printed_otherwise() -> None:
    """How many sources agree with the figure drawn, how many do not, and the rule that chose it."""
    shown = html(run("oil"))
    assert "In conflict: " in shown
    assert "print otherwise (" in shown or "prints otherwise (" in shown


def test_sources_page_lists_conflicts_by_size() -> None:
    """The widest apart first, with both prints."""
    shown = html(run("sources"))
    assert "the widest apart first" in shown
    assert shown.index(">150 %</td>") < shown.index(">90.6 %</td>")


@pytest.mark.parametrize("page", ["trade", "oil", "gas", "electricity", "corridors"])
def test_implied_values_are_drawn_when_switched_on(page: str) -> None:
    """And only then."""
    choices = {"partner": "KAZ", "months": "01-06"} if page == "trade" else {}
    off, on = (json.dumps(specs(run(page, **choices, **extra))) for extra in ({}, {"implied": "1"}))
    assert '"meta": "reckoned"' not in off
    if page in ("trade", "gas"):
        assert '"meta": "reckoned"' in on
