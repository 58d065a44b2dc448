"""A vintage in a real browser: in the address, from page to page, and taken back."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

LINE = re.compile(r"^As known on 1 March 2025: [\d,]+ reports published up to that day")


def test_a_day_goes_from_page_to_page_until_it_is_cleared(
    page: Page, visit: Callable[[Page, str], None]
) -> None:
    """The address keeps it beside the page's own choices; what was published later is not shown."""
    visit(page, "/gas?as-of=2025-03-01&pipeline=tap")
    expect(page.get_by_text(LINE)).to_be_visible()
    expect(page.locator("h3").first).to_contain_text("Gas exports came to 23.8 bcm in 2023")

    page.get_by_role("link", name="Oil", exact=True).click()
    expect(page).to_have_url(re.compile(r"/oil\?as-of=2025-03-01$"))
    expect(page.get_by_text(LINE)).to_be_visible()
    expect(page.locator("h3").first).to_contain_text("in 2023")

    page.get_by_test_id("stPopover").get_by_role("button").click()
    page.get_by_role("button", name="Clear date").click()
    expect(page).to_have_url(re.compile(r"/oil$"))
    expect(page.locator("h3").first).to_contain_text("in 2025")
    expect(page.get_by_text(LINE)).to_have_count(0)


def test_a_day_without_a_vintage_shows_no_data(page: Page, visit: Callable[[Page, str], None]) -> None:
    """Neither at first nor on the next page; the sentence has the way out."""
    visit(page, "/gas?as-of=2025-02-30")
    expect(page.get_by_text("as-of is a day of the calendar")).to_be_visible()
    page.get_by_role("link", name="Oil", exact=True).click()
    expect(page.get_by_role("heading", name="Oil")).to_be_visible()
    expect(page.get_by_text("as-of is a day of the calendar")).to_be_visible()
    expect(page.locator(".js-plotly-plot")).to_have_count(0)

    page.get_by_role("link", name="Show all that is known").click()
    expect(page.locator("h3").first).to_contain_text("in 2025")
