"""The public evidence that the datasets were read from: its figures, each with its sources."""

import re
from pathlib import Path
from typing import NamedTuple

from components.periods import Period


class Row(NamedTuple):
    """A figure of the evidence: the token, the language of its first source, the recorded value and unit."""

    topic: str
    series: str
    period: str
    token: str
    language: str
    value: str
    unit: str
    sources: str


def corpus() -> list[Row]:
    """All figures of the evidence, deduplicated, as they stood when the parser was written."""
    lines = (Path(__file__).parent / "tokens.tsv").read_text(encoding="utf-8").splitlines()
    return [Row(*line.split("\t")) for line in lines[1:]]


def spelt(period: str) -> str:
    """The one spelling of a period of the evidence; as it stands where it has none."""
    try:
        return str(Period.parse(period))
    except ValueError as error:
        meant = re.search(r"; write (\S+)$", str(error))
        return meant[1] if meant else period
