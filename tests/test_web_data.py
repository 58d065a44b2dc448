"""The /data routes, asked as a server asks them."""

import asyncio
import gzip
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from urllib.parse import quote

import pandas as pd
import pytest
from starlette.applications import Starlette

from components.ledger.frames import COLUMNS, csv_bytes
from components.ledger.problems import DatasetError, Problem
from components.selection import Selection
from components.web import data

TURNOVER, OIL = "az-us-trade-turnover", "btc-oil-total"


def ledger_frame(rows: list[tuple[str, str, float]]) -> pd.DataFrame:
    """A ledger frame of (series, year, value)."""
    frame = pd.DataFrame(rows, columns=["series", "period", "value"]).reindex(columns=COLUMNS)
    start, end = (pd.to_datetime(frame["period"] + day) for day in ("-01-01", "-12-31"))
    printed = frame["value"].astype(str) + " млн ₼"
    return frame.assign(period_start=start, period_end=end, printed=printed, preferred=True)


EVENTS = pd.DataFrame([("charter-signed", "Baku")], columns=["event", "place"])


@dataclass
class Edition:
    """A ledger, whole or a vintage."""

    fingerprint: str
    tables: Mapping[str, pd.DataFrame]
    names: frozenset[str] = frozenset({TURNOVER, OIL})


@dataclass
class Ledger:
    """What the routes get their frame from; counts how often a file was built."""

    frame: pd.DataFrame
    built: list[Selection | str] = field(default_factory=list)

    def edition(self, as_of: str | None) -> Edition:
        return Edition(f"{id(self.frame)}", {"ledger": self.frame, "events": EVENTS})


@dataclass(frozen=True)
class Answer:
    """What came back for one request."""

    status: int
    headers: dict[str, str]
    body: bytes


Ask = Callable[..., Answer]


@pytest.fixture
def ledger(monkeypatch: pytest.MonkeyPatch) -> Ledger:
    ledger = Ledger(ledger_frame([(TURNOVER, "2024", -1.5), (TURNOVER, "2025", 1557.0), (OIL, "2025", 27.2)]))

    def counted(tables: data.Tables, asked: Selection | str, *, excel: bool) -> object:
        ledger.built.append(asked)
        return build(tables, asked, excel=excel)

    build = data._build
    monkeypatch.setattr(data, "_build", counted)
    return ledger


@pytest.fixture
def ask(ledger: Ledger) -> Ask:
    return asker(ledger.edition)


def asker(edition: Callable[[str | None], data.Edition]) -> Ask:
    """Asks a server of its own for a path; keywords are headers."""
    app = Starlette(routes=data.routes(edition))

    def ask(target: str, method: str = "GET", **headers: str) -> Answer:
        # A thread of its own: the main one may belong to Playwright's event loop.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, _ask(app, target, method, headers)).result()

    return ask


async def _ask(app: Starlette, target: str, method: str, headers: dict[str, str]) -> Answer:
    path, _, query = target.partition("?")
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": quote(path).encode(),
        "query_string": query.encode(),
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
        "scheme": "http",
        "server": ("localhost", 80),
    }
    messages = []

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, object]) -> None:
        messages.append(message)

    await app(scope, receive, send)
    start = messages[0]
    answered = {name.decode(): value.decode() for name, value in start["headers"]}
    return Answer(start["status"], answered, b"".join(message["body"] for message in messages[1:]))


def test_rows_are_those_of_the_selection(ask: Ask, ledger: Ledger) -> None:
    """A query gives the very rows, in the very bytes, that its selection and the CSV writer give."""
    selection = Selection(series=(TURNOVER,), since=2025)
    answer = ask(f"/data/rows.csv?{selection.query()}")
    assert answer.status == 200
    assert answer.body == csv_bytes(selection.rows(ledger.frame))
    assert answer.body.decode().splitlines()[1].startswith("az-us-trade-turnover,")
    assert len(answer.body.decode().splitlines()) == 2


def test_ledger_is_every_row(ask: Ask, ledger: Ledger) -> None:
    """/data/ledger.csv and a query that chooses nothing give all rows."""
    assert ask("/data/ledger.csv").body == csv_bytes(ledger.frame)
    assert ask("/data/rows.csv").body == csv_bytes(ledger.frame)


def test_headers(ask: Ask) -> None:
    """A download has these headers and no other."""
    answer = ask(f"/data/rows.csv?series={OIL}")
    tag = answer.headers.pop("etag")
    assert len(tag) == 34
    assert tag[0] == tag[-1] == '"'
    assert answer.headers == {
        "content-type": "text/csv; charset=utf-8",
        "content-length": str(len(answer.body)),
        "content-disposition": f'attachment; filename="{OIL}.csv"',
        "cache-control": "no-cache",
        "vary": "Accept-Encoding",
        "access-control-allow-origin": "*",
        "x-content-type-options": "nosniff",
    }


def test_excel_gets_a_mark_and_a_name_of_its_own(ask: Ask) -> None:
    """excel=1 puts a byte-order mark before the same bytes and -excel into the file's name."""
    plain, excel = ask(f"/data/rows.csv?series={OIL}"), ask(f"/data/rows.csv?series={OIL}&excel=1")
    assert excel.body == b"\xef\xbb\xbf" + plain.body
    assert excel.headers["content-disposition"] == f'attachment; filename="{OIL}-excel.csv"'
    assert "caspian-ledger-excel.csv" in ask("/data/ledger.csv?excel=1").headers["content-disposition"]


@pytest.mark.parametrize("known", ["{}", "W/{}", '"other", {}', "*"])
def test_what_the_reader_has_is_not_sent_again(ask: Ask, known: str) -> None:
    """If-None-Match with the file's tag gives 304, the tag and no body."""
    tag = ask("/data/ledger.csv").headers["etag"]
    answer = ask("/data/ledger.csv", if_none_match=known.format(tag))
    assert (answer.status, answer.body, answer.headers["etag"]) == (304, b"", tag)


def test_another_tag_gets_the_file(ask: Ask) -> None:
    """If-None-Match with another tag gives the file."""
    assert ask("/data/ledger.csv", if_none_match='"other"').status == 200


def test_tag_and_bytes_change_with_the_data(ask: Ask, ledger: Ledger) -> None:
    """When the frame is another one, the next answer is built from it and has another tag."""
    before = ask("/data/ledger.csv")
    ledger.frame = ledger_frame([(OIL, "2025", 27.3)])
    after = ask("/data/ledger.csv", if_none_match=before.headers["etag"])
    assert after.status == 200
    assert after.body == csv_bytes(ledger.frame)
    assert after.headers["etag"] != before.headers["etag"]


@pytest.mark.parametrize("offer", ["gzip", "br, GZIP;q=0.5", "deflate,gzip ; q=1.0"])
def test_gzip_where_it_is_accepted(ask: Ask, offer: str) -> None:
    """Compressed, the file is the same, and its tag another: the bytes differ."""
    plain, zipped = ask("/data/ledger.csv"), ask("/data/ledger.csv", accept_encoding=offer)
    assert zipped.headers["content-encoding"] == "gzip"
    assert gzip.decompress(zipped.body) == plain.body
    assert zipped.headers["etag"] != plain.headers["etag"]


@pytest.mark.parametrize("offer", ["", "br", "gzip;q=0", "gzip; q=0.00", "identity"])
def test_no_gzip_where_it_is_not(ask: Ask, offer: str) -> None:
    """Who does not accept gzip, or says q=0, gets plain bytes."""
    answer = ask("/data/ledger.csv", accept_encoding=offer)
    assert "content-encoding" not in answer.headers
    assert answer.body.startswith(b"series,title,")


@pytest.mark.parametrize(
    "path", ["/data", "/data/", "/data/rows.csv/", "/data/rows.json", "/data/<b>x</b>", "/data/a/b"]
)
def test_everything_else_below_data_is_not_found(ask: Ask, path: str) -> None:
    """404 in plain text that says where the data are and repeats nothing of the address."""
    answer = ask(path)
    assert answer.status == 404
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.body.decode() == f"{data.NOT_FOUND}\n"


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        (
            "/data/rows.csv?colour=red",
            "Unknown parameter. Known are: series, window, since, until, reports, measure, "
            "reckoned, as-of, excel.",
        ),
        ("/data/rows.csv?since=soon", "since is a year, such as 2025."),
        ("/data/rows.csv?reports=some", "Unknown reports. Known are: all, preferred."),
        (f"/data/rows.csv?series={OIL},nowhere", data.UNKNOWN_SERIES),
        ("/data/rows.csv?excel=yes", data.EXCEL_IS_ONE),
        ("/data/rows.csv?excel=1&excel=1", data.EXCEL_IS_ONE),
        ("/data/rows.csv?excel=", data.EXCEL_IS_ONE),
        (f"/data/ledger.csv?series={OIL}", data.ONLY_EXCEL),
    ],
)
def test_what_is_not_understood_is_refused(ask: Ask, target: str, sentence: str) -> None:
    """400 and a sentence that says what is allowed, in plain text."""
    answer = ask(target)
    assert (answer.status, answer.body.decode()) == (400, f"{sentence}\n")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
@pytest.mark.parametrize("path", ["/data/rows.csv", "/data/ledger.csv", "/data/nowhere"])
def test_only_get_and_head(ask: Ask, method: str, path: str) -> None:
    """Every other method is answered 405 with the two that are allowed."""
    answer = ask(path, method)
    assert answer.status == 405
    assert {each.strip() for each in answer.headers["allow"].split(",")} == {"GET", "HEAD"}
    assert ask(path, "HEAD").status == ask(path).status


def test_a_file_is_built_once(ask: Ask, ledger: Ledger) -> None:
    """The same query, whatever its spelling, compressed or not, is built once for one frame."""
    for target in (f"/data/rows.csv?series={OIL}&since=2025", f"/data/rows.csv?since=2025&series={OIL}"):
        ask(target)
        ask(target, accept_encoding="gzip")
    assert ledger.built == [Selection(series=(OIL,), since=2025)]


def test_a_file_is_built_once_for_all_who_wait(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight requests at once for a file that is slow to build cause one build."""
    gate, build = threading.Event(), data._build

    def slow(*arguments: object, **options: object) -> object:
        gate.wait(5)
        return build(*arguments, **options)

    monkeypatch.setattr(data, "_build", slow)
    shelf, whole = data._Shelf(), ledger.edition(None)
    with ThreadPoolExecutor(8) as readers:
        waiting = [readers.submit(shelf.file, whole, Selection(), excel=False) for _ in range(8)]
        gate.set()
        files = {id(each.result()) for each in waiting}
    assert (len(files), len(ledger.built)) == (1, 1)


def test_oldest_files_give_way(ask: Ask, ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond CACHE_BYTES the file asked for longest ago is built anew; the newest stays, however large."""
    monkeypatch.setattr(data, "CACHE_BYTES", 4 * data.BYTES_OF_AN_ENTRY)
    first, second = f"/data/rows.csv?series={OIL}", f"/data/rows.csv?series={TURNOVER}"
    for target in (first, second, first, "/data/ledger.csv", first, second):
        ask(target)
    asked = [
        Selection(series=(OIL,)),
        Selection(series=(TURNOVER,)),
        "ledger",
        Selection(series=(TURNOVER,)),
    ]
    assert ledger.built == asked
    monkeypatch.setattr(data, "CACHE_BYTES", 1)
    ledger.frame = ledger.frame.copy()
    ask(first)
    ask(first)
    assert len(ledger.built) == 5


def test_nothing_is_given_out_while_there_is_no_valid_ledger() -> None:
    """503 in plain text, without a word of what is wrong inside."""

    def broken(_: str | None) -> Edition:
        raise DatasetError([Problem("datasets/oil/btc.yaml", 3, "Y001", "not YAML")])

    answer = asker(broken)("/data/ledger.csv")
    assert (answer.status, answer.body.decode()) == (503, f"{data.INVALID}\n")
