"""The pages in a real browser: drawn marks, choices, links, downloads, text as in the datasets."""

import csv
import io
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

Visit = Callable[[Page, str], None]

PAGES = {"/": 13, "/trade": 4, "/oil": 10, "/gas": 8, "/electricity": 10, "/corridors": 10}
PAGES |= {"/partnerships": 1, "/explore": 0, "/explore?series=btc-throughput-statcom": 1, "/sources": 0}
PAGES |= {"/trade?partner=world": 5, "/targets": 8}
"""Each page, and how many charts its default view draws."""
CARD = "[data-testid=stVerticalBlock]:has(> [data-testid=stElementContainer] h3)"
POINTS = ".scatterlayer .points path"


def card(page: Page, words: str) -> Locator:
    """The innermost card whose finding has these words."""
    return page.locator(CARD).filter(has=page.locator("h3", has_text=words)).last


def rows_of(page: Page, link: Locator) -> list[dict[str, str]]:
    """The rows of the CSV that a link downloads."""
    with page.expect_download() as download:
        link.click()
    text = download.value.path().read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize(("path", "charts"), PAGES.items())
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_draws_its_charts(
    new_page: Callable[..., Page], visit: Visit, path: str, charts: int, width: int, scheme: str
) -> None:
    """Each page draws marks in all its charts, wide and narrow, light and dark, and fits the width."""
    page = new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    visit(page, path)
    expect(page.locator(".js-plotly-plot")).to_have_count(charts)
    for chart in page.locator(".js-plotly-plot").all():
        chart.scroll_into_view_if_needed()
        expect(chart.locator(".points path, .bars path").first).to_be_attached()

    assert page.get_by_text("undefined").count() == 0
    assert page.locator(".katex").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_hover_tells_value_interval_token_and_source(page: Page, visit: Visit) -> None:
    """A point of the yearly chart says what it is, how precise, as printed, by whom and when."""
    visit(page, "/trade")
    chart = page.locator(".js-plotly-plot").first
    chart.scroll_into_view_if_needed()
    point = chart.evaluate(PLACE, [2025, 800])
    page.mouse.move(point["x"], point["y"], steps=5)
    hover = chart.locator(".hoverlayer .hovertext")

    for part in ("2025", "$1,557 million", "$1,556.5 to 1,557.5 million", "“1,557 миллиарда долларов США”"):
        expect(hover).to_contain_text(part)
    expect(hover).to_contain_text("Trend, 22 January 2026")


def test_choice_redraws_the_charts_and_stays_in_the_link(page: Page, visit: Visit) -> None:
    """Choosing Kazakhstan changes the findings; the address then opens the same view."""
    visit(page, "/trade")
    page.get_by_test_id("stSelectbox").first.click()
    page.get_by_role("option", name="Kazakhstan", exact=True).click()
    expect(page.locator("h3").first).to_contain_text("Turnover with Kazakhstan came to $470 m in 2024")
    expect(page.locator("h3").last).to_contain_text("Kazakhstan sold Azerbaijan")
    expect(page).to_have_url(re.compile("partner=KAZ"))
    findings = page.locator("h3").all_inner_texts()
    visit(page, page.url)

    expect(page.locator("h3").last).to_contain_text("Kazakhstan sold Azerbaijan")
    assert page.locator("h3").all_inner_texts() == findings


def test_unknown_value_in_the_address_is_named(page: Page, visit: Visit) -> None:
    """An unknown partner gives a sentence and the default view."""
    visit(page, "/trade?partner=%3Cb%3EFRA")

    expect(page.get_by_text("“<b>FRA” is not a choice of “Partner”")).to_be_visible()
    expect(page.locator("h3").first).to_contain_text("United States")


@pytest.mark.parametrize(
    ("path", "finding"),
    [
        ("/trade", "Turnover with the United States came to"),
        ("/trade?partner=KAZ", "counts"),
        ("/oil", "Oil through BTC came to 27.2 Mt in 2025"),
        ("/oil", "Oil through BTC came to 24.9 Mt"),
        ("/oil", "Transit oil came to 4.12 Mt in 2025"),
    ],
)
def test_download_has_exactly_the_rows_of_the_chart(
    page: Page, visit: Visit, path: str, finding: str
) -> None:
    """The CSV of a card holds one row for each point drawn, with the same periods and values."""
    visit(page, path)
    chosen = card(page, finding)
    drawn = chosen.locator(".js-plotly-plot").evaluate(DRAWN)
    rows = rows_of(page, chosen.get_by_role("link", name="rows shown", exact=True))

    assert sorted(float(row["value"]) for row in rows) == pytest.approx(sorted(drawn))
    assert all(row["source"] and row["printed"] for row in rows)


def test_table_shows_the_same_rows(page: Page, visit: Visit) -> None:
    """The table under a chart has a row for each row of the CSV, and the Excel file the same rows."""
    visit(page, "/trade")
    chosen = card(page, "Turnover with the United States came to $1.56 bn in 2025")
    rows = rows_of(page, chosen.get_by_role("link", name="rows shown", exact=True))
    excel = rows_of(page, chosen.get_by_role("link", name="rows shown, for Excel"))
    chosen.locator("summary", has_text="Table of the").click()

    expect(chosen.locator("tbody tr")).to_have_count(len(rows))
    assert excel == rows


# The values of all marks that stand for a report; paths, gaps and labels are none.
DRAWN = """
(chart) => chart.data
    .filter((trace) => /fact|other|same|estimate|target|bar/.test(trace.meta))
    .flatMap((trace) => Array.from(trace.y))
"""
# Where on the screen a point of a chart lies.
PLACE = """
(chart, [x, y]) => {
    const box = chart.getBoundingClientRect(), { xaxis, yaxis } = chart._fullLayout;
    return {
        x: box.x + xaxis._offset + xaxis.d2p(x),
        y: box.y + yaxis._offset + yaxis.d2p(y),
    };
}
"""
