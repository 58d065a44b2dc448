"""Text of the datasets reaches the page as it stands: no formula, no Markdown, no HTML, no request."""

import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests import server as dashboard

HOSTILE = (
    "100$/bbl vs 90$/bbl",
    "$/bbl,$/t and 5$-6$ or $1,557 bn$",
    "$$5 and $$6, $5 per $unit$",
    "$5*2 and $3*4, a*b*c, **b**, _i_, ~~s~~, H~2~O",
    "<b>bold</b><img src=x onerror=alert(1)>",
    "</td></table><script>alert(1)</script>",
    "![i](http://images.example/x.png)",
    "[link](javascript:alert(1)) and http://bare.example/x",
    ":smile: :red[x] :material/home: :blue-badge[x] ::x",
    "-> <- -- >= ~= &copy; &amp; &#36;",
    "# x",
    "1. x",
    "`code` %{x} %{y:.2f} {z}",
    "' onmouseover='alert(1)' \\\"",
)
COPIED = ("components", "datasets", ".streamlit")


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of a copy whose publishers, source titles and maker are hostile."""
    root = tmp_path_factory.mktemp("poisoned")
    for name in COPIED:
        shutil.copytree(dashboard.ROOT / name, root / name)
    shutil.copy(dashboard.ROOT / "dashboard.py", root)
    _poison_sources(root / "datasets")
    _poison(root / "datasets" / "codebook.yaml", r"^  (U\.S\. Census Bureau): .*$")
    port = dashboard.free_port()
    with dashboard.running(dashboard.by_python(port, root=root), port, root) as server:
        yield server.address


def _poison_sources(datasets: Path) -> None:
    """Publishers and titles of the sources that feed trade with the United States, in every file alike."""
    about = (datasets / "trade" / "az-us.yaml").read_text(encoding="utf-8").partition("\nsources:\n")[2]
    names = re.findall(r"^  ([\w-]+):$", about, re.MULTILINE)
    words = iter(HOSTILE * 100)
    hostile = {name: (json.dumps(next(words)), json.dumps(next(words))) for name in names}
    for path in datasets.glob("*/*.yaml"):
        head, mark, sources = path.read_text(encoding="utf-8").partition("\nsources:\n")
        blocks = re.split(r"(?m)^(?=  \S)", sources)
        path.write_text(head + mark + "".join(_described(each, hostile) for each in blocks), encoding="utf-8")


def _described(block: str, hostile: Mapping[str, tuple[str, str]]) -> str:
    publisher, title = hostile.get(block.partition(":")[0].strip(), ("", ""))
    if not publisher:
        return block
    block = re.sub(r"(?m)^    publisher: .*$", lambda _: f"    publisher: {publisher}", block)
    return re.sub(r"(?m)^    title: .*$", lambda _: f"    title: {title}", block)


def _poison(path: Path, pattern: str) -> None:
    words = iter(HOSTILE * 100)

    def hostile(found: re.Match[str]) -> str:
        return re.sub(r": .*$", lambda _: f": {json.dumps(next(words))}", found[0])

    text, count = re.subn(pattern, hostile, path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert count > 0
    path.write_text(text, encoding="utf-8")


def test_sources_page_shows_hostile_text_as_it_stands(
    new_page: Callable[..., Page], visit: Callable[[Page, str], None], poisoned: str
) -> None:
    """Each hostile publisher and title stands in its cell, letter by letter.

    Also the first visit of a process may come by a link to a page: this one is.
    """
    page = new_page(base_url=poisoned)
    visit(page, "/sources")
    expect(page.locator("td").first).to_be_attached()
    cells = set(page.locator("td").all_text_contents())

    assert [text for text in HOSTILE if text not in cells] == []
    assert page.locator(".katex, td img, td script").count() == 0


def test_chart_card_shows_hostile_text_as_it_stands(
    new_page: Callable[..., Page], visit: Callable[[Page, str], None], poisoned: str
) -> None:
    """A hostile maker stands as typed under the finding, at its line's end and in the table."""
    page = new_page(base_url=poisoned)
    visit(page, "/trade?flow=exports")
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_attached()
    maker = HOSTILE[0]

    expect(
        page.locator("p", has_text=f"Figures of: Azerbaijan, maker not named; {maker}.").first
    ).to_be_visible()
    labels = page.locator(".js-plotly-plot").first.locator(".annotation-text").all_text_contents()
    assert any(_squeezed(maker) in _squeezed(label) for label in labels)
    assert page.locator("td", has_text=maker).count() > 0
    assert page.locator(".katex").count() == 0


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)
