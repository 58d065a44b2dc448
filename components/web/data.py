"""The routes under /data: the ledger's tables as CSV, the same bytes for an address until the data change."""

import gzip
import hashlib
import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import parse_qs

import pandas as pd
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components import transforms
from components.ledger.frames import csv_bytes
from components.ledger.problems import DatasetError
from components.ledger.tables import TABLES
from components.ledger.vintages import AS_OF
from components.selection import Selection

CACHE_BYTES = 64 * 1024 * 1024
BYTES_OF_AN_ENTRY = 1024  # so that countless empty answers are bounded too
SAFE = {"X-Content-Type-Options": "nosniff", "Access-Control-Allow-Origin": "*"}
ONLY_EXCEL = f"The only parameters here are {AS_OF} and excel. For a choice of rows see /data/rows.csv."
EXCEL_IS_ONE = "excel is 1 or left out."
UNKNOWN_SERIES = "Unknown series. Known are those in the column series of /data/ledger.csv."
INVALID = "The datasets do not validate. No data are given out until they do."
NOT_FOUND = (
    f"Not found. The data are at {', '.join(f'/data/{name}.csv' for name in TABLES)} "
    "and, by choice of rows, at /data/rows.csv."
)
Tables = Mapping[str, pd.DataFrame]
"""The frames that are given out whole, by the names in TABLES."""


class Edition(Protocol):
    """A ledger, whole or a vintage: what tells it from all others, the ids of its series, its tables."""

    @property
    def fingerprint(self) -> str: ...
    @property
    def names(self) -> frozenset[str]: ...
    @property
    def tables(self) -> Tables: ...


def routes(edition: Callable[[str | None], Edition]) -> list[Route]:
    """The routes of /data over what `edition` gives at the time of each request for a day or for None.

    It raises ValueError with a sentence on a day that has no vintage.
    """
    shelf = _Shelf()

    def rows(request: Request) -> Response:
        return _answer(request, edition, shelf, parse_qs(request.url.query, keep_blank_values=True))

    def whole(request: Request) -> Response:
        query = parse_qs(request.url.query, keep_blank_values=True)
        if set(query) - {AS_OF, "excel"}:
            return _refusal(ONLY_EXCEL)
        table = request.url.path.rpartition("/")[2].removesuffix(".csv")
        return _answer(request, edition, shelf, query, table=table)

    def not_found(_: Request) -> Response:
        return PlainTextResponse(f"{NOT_FOUND}\n", status_code=404, headers=SAFE)

    return [
        Route("/data/rows.csv", rows),
        *(Route(f"/data/{name}.csv", whole) for name in TABLES),
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


_Key = tuple[str, Selection | str, bool]


class _Shelf:
    """The files that were built, those asked for last, within CACHE_BYTES."""

    def __init__(self) -> None:
        self._files: OrderedDict[_Key, _File] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()
        self._building = threading.Lock()

    def file(self, edition: Edition, asked: Selection | str, *, excel: bool) -> _File:
        """A built file; who asks for one that is being built waits for it instead of building it again."""
        key = (edition.fingerprint, asked, excel)
        found = self._kept(key)
        if found is None:
            with self._building:
                found = self._kept(key) or self._keep(key, _build(edition.tables, asked, excel=excel))
        return found

    def _kept(self, key: _Key) -> _File | None:
        with self._lock:
            if key in self._files:
                self._files.move_to_end(key)
            return self._files.get(key)

    def _keep(self, key: _Key, file: _File) -> _File:
        with self._lock:
            self._files[key] = file
            self._size += file.size
            while self._size > CACHE_BYTES and len(self._files) > 1:
                self._size -= self._files.popitem(last=False)[1].size
        return file


def _build(tables: Tables, asked: Selection | str, *, excel: bool) -> _File:
    if isinstance(asked, str):
        frame, title = tables[asked], f"caspian-{asked}"
    else:
        rows = tables["ledger"]
        if asked.reckoned:
            rows = transforms.with_reckoned(rows, tables["reckoned"], asked)
        frame, title = transforms.rows(rows, asked), asked.file_name()
    content = csv_bytes(frame, bom=excel)
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", title) + ("-excel" if excel else "")
    return _File(name, _Body.of(content), _Body.of(gzip.compress(content, mtime=0)))


def _answer(
    request: Request,
    edition: Callable[[str | None], Edition],
    shelf: _Shelf,
    query: Mapping[str, list[str]],
    *,
    table: str | None = None,
) -> Response:
    excel, days = query.get("excel"), query.get(AS_OF)
    if excel not in (None, ["1"]):
        return _refusal(EXCEL_IS_ONE)
    chosen = {name: values for name, values in query.items() if name not in (AS_OF, "excel")}
    as_of = ",".join(days) if days else None
    try:
        selection, found = Selection.from_query(chosen), edition(as_of)
        if not found.names.issuperset(selection.series):
            return _refusal(UNKNOWN_SERIES)
        # refuses series whose units do not compare, where a measure needs them to
        file = shelf.file(found, table or selection, excel=excel is not None)
    except ValueError as error:
        return _refusal(str(error))
    except DatasetError:
        return PlainTextResponse(f"{INVALID}\n", status_code=503, headers=SAFE)
    return _download(request, file, as_of)


def _refusal(sentence: str) -> Response:
    return PlainTextResponse(f"{sentence}\n", status_code=400, headers=SAFE)


def _download(request: Request, file: _File, as_of: str | None) -> Response:
    zipped = _accepts_gzip(request.headers.get("accept-encoding", ""))
    body = file.zipped if zipped else file.plain
    headers = {**SAFE, "ETag": body.tag, "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
    if _is_known(body.tag, request.headers.get("if-none-match", "")):
        return Response(status_code=304, headers=headers)
    name = f"{file.name}-as-known-{as_of}" if as_of else file.name
    headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
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
