"""The theme of .streamlit/config.toml as a browser shows it."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

SETTINGS = Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_has_the_paper_and_ink_of_the_readers_scheme(
    new_page: Callable[..., Page], visit: Callable[[Page, str], None], scheme: str
) -> None:
    """Light and dark follow the reader's system, in our colours, with serif headings."""
    theme = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))["theme"][scheme]
    page = new_page(color_scheme=scheme)
    visit(page, "/")
    app = page.get_by_test_id("stApp")
    expect(app).to_have_css("background-color", rgb(theme["backgroundColor"]))
    expect(app).to_have_css("color", rgb(theme["textColor"]))
    expect(page.get_by_role("heading", level=1).first).to_have_css("font-family", re.compile("Source Serif"))


def test_first_heading_is_near_the_top(page: Page, visit: Callable[[Page, str], None]) -> None:
    """At most 100 px lie above the page's heading."""
    visit(page, "/")
    box = page.get_by_role("heading", level=1).first.bounding_box()
    assert box is not None
    assert box["y"] <= 100


def rgb(colour: str) -> str:
    """CSS's way of writing #RRGGBB."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return f"rgb({red}, {green}, {blue})"
