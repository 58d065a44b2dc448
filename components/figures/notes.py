"""What a chart says in words: the hover text of each figure, and how to read the marks that are there."""

from collections.abc import Iterator
from datetime import date
from textwrap import wrap
from typing import Any

import pandas as pd

from components import measures, wording
from components.figures import marks as marking
from components.figures.theme import escape as escape
from components.periods import Period

HOVER_WIDTH = 36
"""Characters, so that the label of any point fits a phone."""
_BREAK = "<br>"

_STANDING = {
    "P": "Provisional",
    "E": "An estimate",
    "F": "A forecast",
    "D": "By another definition",
    "U": "Of low reliability",
}
_KINDS = {"target": "A target, not a fact", "capacity": "A capacity, not a flow"}
_AGREEMENT = {"agrees": "Other prints agree", "conflict": "Other prints disagree"}
_READING = {
    marking.OTHER: "Hollow: the same figure as another source prints it.",
    marking.ESTIMATE: "Lighter: an estimate, a forecast, or a print that is in doubt.",
    marking.RECKONED: "Hollow diamond: printed nowhere; implied by a statement or derived from periods.",
    marking.TARGET: "Open triangle and dotted path: a target, not a fact.",
}
_GAP = "Gap: nothing printed for that year."


def hover(frame: pd.DataFrame) -> list[str]:
    """The hover text of each row: period, value, interval, printed token, publisher and date, standing."""
    return [_BREAK.join(_lines(row)) for row in frame.to_dict("records")]


def wrapped(text: str) -> str:
    """Escaped text in short lines, as they stand in a hover text."""
    return _BREAK.join(_wrapped(text))


def missing(year: int, label: str) -> str:
    """The hover text of a year for which nothing is printed."""
    return f"<b>{year}</b>{_BREAK}{wrapped(label)}{_BREAK}Nothing printed"


def marks(frame: pd.DataFrame) -> list[str]:
    """Sentences on how to read the marks that these rows bring with them, plain points left out."""
    present = set(marking.kinds(frame))
    sentences = [sentence for mark, sentence in _READING.items() if mark in present]
    return [*sentences, _GAP] if _has_gap(frame) else sentences


def _lines(row: dict[Any, Any]) -> Iterator[str]:
    yield f"<b>{Period.parse(row['period']).label()}</b>"
    yield from _wrapped(row["label"])
    yield f"<b>{escape(wording.exact(row['value'], row['unit']))}</b>"
    if row["value_low"] < row["value_high"]:
        yield from _wrapped(wording.interval(row["value_low"], row["value_high"], row["unit"]))
    if isinstance(row["printed"], str):
        yield from _wrapped(f"“{row['printed']}”")
    yield from _wrapped(_origin(row["publisher"], row["source_published"]))
    standing = (
        _KINDS.get(row["value_kind"]),
        _STANDING.get(row["obs_status"]),
        _AGREEMENT.get(row["agreement"]),
    )
    yield from filter(None, standing)
    if row["value_kind"] in measures.NOT_PRINTED:
        yield from _wrapped(row["note"])


def _origin(publisher: str, published: date) -> str:
    return f"{publisher}, {wording.published(published)}"


def _wrapped(text: str) -> list[str]:
    """Short lines, broken before escaping so that no entity is cut."""
    return [escape(line) for line in wrap(text, HOVER_WIDTH, break_on_hyphens=False)]


def _has_gap(frame: pd.DataFrame) -> bool:
    """Whether a label skips a year; only asked where all rows are of the same months."""
    facts = frame[frame["preferred"] & (frame["value_kind"] != "target")]
    if len({Period.parse(period).window for period in facts["period"]}) != 1:
        return False
    years = facts["period_start"].dt.year.groupby(facts["label"])
    return any(marking.missing_years(each) for _, each in years)
