"""A real server and a real Chromium; a test fails where a page logs an error or asks another host."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    WebSocket,
    expect,
    sync_playwright,
)

from tests import server as dashboard
from tests.browser import chromium

MILLISECONDS_TO_DRAW = 20_000
ALL_DRAWN = """() => !document.querySelector('[data-testid="stSkeleton"]') &&
    [...document.querySelectorAll('[data-testid="stPlotlyChart"]')]
        .every((chart) => chart.querySelector('.main-svg'))"""
# Opened at a page's own address, Streamlit 1.67 first asks below it whether the server is there, gets
# a 404 that Chromium logs, and then asks at the root. Only a changed index.html could keep it from that.
STREAMLITS_OWN = re.compile(r"/\w+/_stcore/(health|host-config)")
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of `python dashboard.py`, started for this session; no page of it may raise anything."""
    port = dashboard.free_port()
    with dashboard.running(dashboard.by_python(port), port, tmp_path_factory.mktemp("server")) as server:
        yield server.address
    assert "Traceback" not in server.printed(), server.printed()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all tests."""
    path = chromium.executable()
    if path is None:
        pytest.fail("There is no Chromium: `make test` installs one.", pytrace=False)
    expect.set_options(timeout=MILLISECONDS_TO_DRAW)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(chromium.FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser: Browser, server: str) -> Iterator[Callable[..., Page]]:
    """Opens watched pages with the given options of a browser context (viewport, color_scheme, …)."""
    wrongs: list[str] = []
    contexts = []

    def open_page(**options: object) -> Page:
        settings = {"base_url": server, "locale": "en-GB", **options}
        context = browser.new_context(**settings)  # type: ignore[arg-type]  # as the caller says
        context.set_default_timeout(MILLISECONDS_TO_DRAW)
        contexts.append(context)
        _watch(context, urlsplit(str(settings["base_url"])).netloc, wrongs)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert not wrongs, "\n".join(wrongs)


def _watch(context: BrowserContext, host: str, wrongs: list[str]) -> None:
    def note_console(message: ConsoleMessage) -> None:
        if message.type == "error" and not STREAMLITS_OWN.fullmatch(urlsplit(message.location["url"]).path):
            wrongs.append(f"console error: {message.text} at {message.location}")

    def note_address(asked: Request | WebSocket) -> None:
        address = urlsplit(asked.url)
        if address.scheme not in ("data", "blob") and address.netloc != host:
            wrongs.append(f"asked another host: {asked.url}")

    context.on("console", note_console)
    context.on("weberror", lambda error: wrongs.append(f"page error: {error.error}"))
    context.on("request", note_address)
    context.on("page", lambda page: page.on("websocket", note_address))


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """An empty page of a desktop's size."""
    return new_page(viewport={"width": 1280, "height": 900})


@pytest.fixture
def visit() -> Callable[[Page, str], None]:
    """Opens a path in a page and waits until its script has run and everything is drawn."""

    def visit(page: Page, path: str) -> None:
        page.goto(path)
        expect(page.locator(IDLE)).to_be_visible()
        page.wait_for_function(ALL_DRAWN)

    return visit
