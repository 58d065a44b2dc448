"""Every page with every choice on it, run headless by Streamlit."""

import json
from html import escape
from itertools import product
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components import wording
from components.pages import oil, trade
from components.ui import store

TITLES = {
    "overview": "Caspian Ledger",
    "trade": "Trade",
    "oil": "Oil",
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


def trade_choices() -> list[tuple[str, str, str]]:
    data = store.current()
    return [
        (partner, flow, window)
        for partner, flow in product(trade.PARTNERS, trade.FLOWS)
        for window in data.windows(trade.view_of(data, partner, flow).whole)
    ]


def oil_choices() -> list[tuple[str, str]]:
    data = store.current()
    return [
        (unit, window)
        for unit in oil.UNITS
        for window in data.windows((*oil.THROUGHPUT[unit], oil.AZERBAIJANI, oil.TRANSIT))
    ]


@pytest.mark.parametrize("page", TITLES)
def test_page_shows_its_own_title(page: str) -> None:
    """Each page runs and has one title, its own."""
    assert [title.value for title in run(page).title] == [TITLES[page]]


@pytest.mark.parametrize(("partner", "flow", "months"), trade_choices())
def test_trade_answers_every_choice(partner: str, flow: str, months: str) -> None:
    """Each choice on Trade draws a chart with points, under a finding about the chosen partner."""
    app = run("trade", partner=partner, flow=flow, months=months)

    assert wording.area(partner) in html(app)
    assert len(specs(app)[0]["data"]) > 0


@pytest.mark.parametrize(("unit", "months"), oil_choices())
def test_oil_answers_every_choice(unit: str, months: str) -> None:
    """Each choice on Oil draws at least the Kazakh target and the two year-to-date charts."""
    app = run("oil", unit=unit, months=months)

    assert len(specs(app)) >= 3
    assert "7 Mt by 2027" in html(app)


def test_overview_tells_the_headline_figures() -> None:
    """The tiles show the four figures that the project started from, and the newest source's day."""
    shown = html(run("overview"))

    for words in (
        "$1.56 bn",
        "$600 m",
        "27.2 Mt",
        "of the target of 7 Mt by 2027",
        "The newest source is of 11 March 2026",
    ):
        assert words in shown


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
    app.get("button_group")[0].set_value("KAZ").run()

    assert app.query_params["partner"] == "KAZ"
    assert html(run("trade", partner="KAZ")) == html(app)


def test_sources_page_lists_every_source_and_check() -> None:
    """Each source of the ledger and each rule of the validator stands on the page."""
    data, shown = store.current(), html(run("sources"))

    assert len(data.ledger.checks) == 18
    assert all(f">{escape(check.rule)}</td>" in shown for check in data.ledger.checks)
    assert all(f">{escape(file.dataset.title)}</td>" in shown for file in data.ledger.book.files)
    assert f"{data.reports['source'].nunique():,} publications" in shown
    assert all(f">{escape(publisher)}</td>" in shown for publisher in data.sources["publisher"].unique())
