"""Ledgers for tests: the real one, read once, and small ones out of a few lines."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from components.ledger.book import Book, DataFile
from components.ledger.ledger import Ledger, load
from components.ledger.problems import DatasetError
from components.ledger.reader import Document
from components.ledger.records import Codebook, Dataset

ROOT = Path(__file__).resolve().parents[1]

DATA = """\
title: Trade with Kazakhstan
description: A small file that is right.
subject: [az-kz]
series:
  az-kz-trade-turnover:
    title: Turnover with Kazakhstan
    indicator: trade_turnover
    maker: State Customs Committee of Azerbaijan
    reporter: AZE
    partner: KAZ
    unit: USD million
    reports:
      - {period: "2024", value: 470, printed: "470 млн долларов", source: seed-003}
      - {period: "2025-S1", value: 501, printed: "501 млн долларов", source: seed-003}
sources:
  seed-003:
    publisher: Trend
    title: null
    url: null
    published: 2025-10-14
    language: ru
    originator: Ministry of Energy of Azerbaijan
    evidence: quoted
"""
CODEBOOK = """\
areas: [AZE, KAZ]
makers: {State Customs Committee of Azerbaijan: Customs Committee}
units: [USD million]
indicators:
  trade_turnover: {title: Trade turnover}
"""
CORRECTIONS = "corrections: []\n"
LEFT_OUT = "left_out: []\n"
MIRROR_GAPS = "reasons: []\nsources: {}\n"

WORDS = Codebook(
    areas=["AZE", "KAZ"],
    makers={"bp": "bp", "SOCAR": "SOCAR"},
    units=["USD million", "USD billion", "million tonnes", "thousand tonnes"],
    indicators={
        name: {"title": name} for name in ("trade_turnover", "goods_exports", "goods_imports", "oil")
    },
)

Records = Mapping[str, Mapping[str, Any]]


@cache
def real() -> Ledger:
    """The ledger of the project, read once for all tests of a run."""
    return load()


def put(folder: Path, **texts: str) -> Path:
    """Writes a whole small ledger and gives its folder; a name such as `az_kz` becomes az-kz.yaml."""
    vocabularies = {"codebook": CODEBOOK, "corrections": CORRECTIONS, "left_out": LEFT_OUT}
    texts = {"az_kz": DATA, **vocabularies, "mirror_gaps": MIRROR_GAPS} | texts
    for name, text in texts.items():
        (folder / f"{name.replace('_', '-')}.yaml").write_text(text, encoding="utf-8")
    return folder


def problems(folder: Path) -> list[str]:
    """What is wrong with the ledger of a folder, as `az-kz.yaml:13: C302 …`."""
    try:
        load(folder)
    except DatasetError as error:
        return [str(problem).removeprefix(f"{folder}/") for problem in error.problems]
    return []


def source(**changes: Any) -> dict[str, Any]:
    """A source of an agency's own, with changes."""
    record = {"publisher": "Trend", "title": None, "url": None, "published": None, "language": "en"}
    return record | {"originator": None, "evidence": "agency"} | changes


def report(period: str, printed: str, source: str, **changes: Any) -> dict[str, Any]:
    """A report of so many USD million, read off a token such as "$470 million"."""
    value = Decimal(printed.strip("$").split()[0])
    return {"period": period, "value": value, "printed": printed, "source": source} | changes


def series(*reports: Mapping[str, Any], **changes: Any) -> dict[str, Any]:
    """A series of turnover in USD million, with changes."""
    record = {"title": "Turnover", "indicator": "trade_turnover", "unit": "USD million"}
    return record | {"reporter": "AZE", "partner": "KAZ", "reports": list(reports)} | changes


def statement(source: str) -> dict[str, Any]:
    """A statement of growth about series a-x."""
    record = {"id": "a-y", "kind": "percent", "series": "a-x", "period": "2024", "stated": "50%"}
    return record | {"source": source}


def file(records: Records, sources: Records, path: str = "datasets/a.yaml", **changes: Any) -> DataFile:
    """A data file that was never on a disk: all its lines are line 1."""
    whole = {"title": "A", "description": "B", "series": dict(records), "sources": dict(sources)} | changes
    return DataFile(Document(path, whole, {}), Dataset.model_validate(whole))


def book(*files: DataFile, codebook: Codebook = WORDS) -> Book:
    """These files, and a codebook that has their words."""
    return Book(files, codebook, Document("datasets/codebook.yaml", {}, {}))
