"""The routes under /data: the ledger's rows as CSV, the same bytes for one address until the data change."""

import gzip
import hashlib
import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs

import pandas as pd
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components.ledger.frames import csv_bytes
from components.ledger.problems import DatasetError
from components.selection import Selection

CACHE_BYTES = 64 * 1024 * 1024
BYTES_OF_AN_ENTRY = 1024  # so that countless empty answers are bounded too
SAFE = {"X-Content-Type-Options": "nosniff", "Access-Control-Allow-Origin": "*"}
ONLY_EXCEL = "The only parameter here is excel. For a choice of rows see /data/rows.csv."
EXCEL_IS_ONE = "excel is 1 or left out."
UNKNOWN_SERIES = "Unknown series. Known are those in the column series of /data/ledger.csv."
INVALID = "The datasets do not validate. No data are given out until they do."
NOT_FOUND = "Not found. The data are at /data/ledger.csv and, by choice of rows, at /data/rows.csv."


def routes(frame: Callable[[], pd.DataFrame]) -> list[Route]:
    """The routes of /data over the frame that `frame()` gives at the time of each request."""
    files = _Files(frame)

    def rows(request: Request) -> Response:
        return _answer(request, files, parse_qs(request.url.query, keep_blank_values=True))

    def ledger(request: Request) -> Response:
        query = parse_qs(request.url.query, keep_blank_values=True)
        return _refusal(ONLY_EXCEL) if set(query) - {"excel"} else _answer(request, files, query)

    def not_found(_: Request) -> Response:
        return PlainTextResponse(f"{NOT_FOUND}\n", status_code=404, headers=SAFE)

    return [
        Route("/data/rows.csv", rows),
        Route("/data/ledger.csv", ledger),
        Route("/data", not_found),
        Route("/data/{path:path}", not_found),
    ]


@dataclass(frozen=True)
class _Body:
    content: bytes
    tag: str

    @classmethod
    def of(cls, content: bytes) -> "_Body":
        return cls(content, f'"{hashlib.sha256(content).hexdigest()[:32]}"')


@dataclass(frozen=True)
class _File:
    name: str
    plain: _Body
    zipped: _Body

    @property
    def size(self) -> int:
        return len(self.plain.content) + len(self.zipped.content) + BYTES_OF_AN_ENTRY


class _Shelf:
    """The files built from one frame, those asked for last, within CACHE_BYTES."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.frame = frame
        self.series = frozenset(frame["series"])
        self._files: OrderedDict[tuple[Selection, bool], _File] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()
        self._building = threading.Lock()

    def file(self, selection: Selection, *, excel: bool) -> _File:
        """A built file; who asks for one that is being built waits for it instead of building it again."""
        key = (selection, excel)
        found = self._kept(key)
        if found is None:
            with self._building:
                found = self._kept(key) or self._keep(key, _build(self.frame, selection, excel=excel))
        return found

    def _kept(self, key: tuple[Selection, bool]) -> _File | None:
        with self._lock:
            if key in self._files:
                self._files.move_to_end(key)
            return self._files.get(key)

    def _keep(self, key: tuple[Selection, bool], file: _File) -> _File:
        with self._lock:
            self._files[key] = file
            self._size += file.size
            while self._size > CACHE_BYTES and len(self._files) > 1:
                self._size -= self._files.popitem(last=False)[1].size
        return file


class _Files:
    """The shelf of the frame that is current; another frame begins an empty one."""

    def __init__(self, frame: Callable[[], pd.DataFrame]) -> None:
        self._frame = frame
        self._shelf: _Shelf | None = None

    def current(self) -> _Shelf:
        frame, shelf = self._frame(), self._shelf
        if shelf is None or shelf.frame is not frame:
            shelf = self._shelf = _Shelf(frame)
        return shelf


def _build(frame: pd.DataFrame, selection: Selection, *, excel: bool) -> _File:
    content = csv_bytes(selection.rows(frame), bom=excel)
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", selection.file_name()) + ("-excel" if excel else "")
    return _File(f"{name}.csv", _Body.of(content), _Body.of(gzip.compress(content, mtime=0)))


def _answer(request: Request, files: _Files, query: Mapping[str, list[str]]) -> Response:
    excel = query.get("excel")
    if excel not in (None, ["1"]):
        return _refusal(EXCEL_IS_ONE)
    try:
        selection = Selection.from_query({name: values for name, values in query.items() if name != "excel"})
    except ValueError as error:
        return _refusal(str(error))
    try:
        shelf = files.current()
    except DatasetError:
        return PlainTextResponse(f"{INVALID}\n", status_code=503, headers=SAFE)
    if not shelf.series.issuperset(selection.series):
        return _refusal(UNKNOWN_SERIES)
    return _download(request, shelf.file(selection, excel=excel is not None))


def _refusal(sentence: str) -> Response:
    return PlainTextResponse(f"{sentence}\n", status_code=400, headers=SAFE)


def _download(request: Request, file: _File) -> Response:
    zipped = _accepts_gzip(request.headers.get("accept-encoding", ""))
    body = file.zipped if zipped else file.plain
    headers = {**SAFE, "ETag": body.tag, "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
    if _is_known(body.tag, request.headers.get("if-none-match", "")):
        return Response(status_code=304, headers=headers)
    headers["Content-Disposition"] = f'attachment; filename="{file.name}"'
    if zipped:
        headers["Content-Encoding"] = "gzip"
    return Response(body.content, headers=headers, media_type="text/csv")


def _accepts_gzip(header: str) -> bool:
    for offer in header.lower().split(","):
        coding, *parameters = (part.strip() for part in offer.split(";"))
        if coding == "gzip":
            return not any(re.fullmatch(r"q=0(\.0*)?", parameter) for parameter in parameters)
    return False


def _is_known(tag: str, header: str) -> bool:
    known = {each.strip().removeprefix("W/") for each in header.split(",")}
    return tag in known or "*" in known
