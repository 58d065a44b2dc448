"""The history of each observation: its reports in the order of publication, and what each changed."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

import pandas as pd

from components.ledger.book import Entry
from components.ledger.ledger import Ledger
from components.ledger.observations import Observation

COLUMNS = [
    *("series", "period", "source", "publisher", "originator", "published"),
    *("printed", "value", "unit", "value_low", "value_high"),
    *("step", "before", "change", "change_percent", "note"),
]
NUMBERS = ("value", "value_low", "value_high", "change", "change_percent")
FIRST, REPRINT, REVISION, OTHERWISE, UNDATED = STEPS = (
    *("first print", "reprint", "revision", "printed otherwise", "undated"),
)
UNREVISED = frozenset("DUF")
"""Another definition, a doubtful figure and a forecast neither revise nor are revised."""


def history_frame(ledger: Ledger) -> pd.DataFrame:
    """One row a report, by series and period in the order of publication, the undated last: COLUMNS.

    `before` is the source of the print that a report is compared with: the maker's last one before it, where
    there is none that of anyone; `change` is in the unit, `change_percent` in percent of that print. They are
    missing for first and undated prints.
    """
    rows = [row for observation in ledger.observations.values() for row in _rows(observation)]
    frame = pd.DataFrame(rows, columns=COLUMNS).astype(dict.fromkeys(NUMBERS, "float64"))
    return frame.assign(published=pd.to_datetime(frame["published"]))


def _rows(observation: Observation) -> Iterator[tuple[object, ...]]:
    dated = [(entry.source.published, entry) for entry in observation.entries if entry.source.published]
    prints = [entry for _, entry in sorted(dated, key=lambda pair: pair[0])]
    for place, entry in enumerate(prints):
        before = _before(prints[:place])
        yield _row(entry, _step(entry, before), before)
    for entry in observation.entries:
        if not entry.source.published:
            yield _row(entry, UNDATED, None)


def _before(earlier: Sequence[Entry]) -> Entry | None:
    """The print that the next is compared with: an agency alone does not take the place of the maker."""
    made = [entry for entry in earlier if _is_makers(entry)]
    return next(reversed(made or earlier), None)


def _step(entry: Entry, before: Entry | None) -> str:
    if before is None:
        return FIRST
    if Observation((before, entry)).agreement == "agrees":
        return REPRINT
    return REVISION if _revises(entry, before) else OTHERWISE


def _revises(entry: Entry, before: Entry) -> bool:
    """The maker printed both, the second on a later day, and it is another figure for the same thing."""
    day, day_before = entry.source.published, before.source.published
    is_later = day is not None and day_before is not None and day > day_before
    is_same_thing = not {entry.report.status, before.report.status} & UNREVISED
    is_coarser = _is_coarser(entry, before) or _is_coarser(before, entry)
    return is_later and is_same_thing and _is_makers(entry) and _is_makers(before) and not is_coarser


def _is_coarser(entry: Entry, exact: Entry) -> bool:
    """The first may be the second with its last digits cut, or rounded to zeros: half a billion for 461.9."""
    low, high = entry.interval
    cut = abs(exact.value) - abs(entry.value)
    last_digit = Decimal(1).scaleb(int(entry.value.normalize().as_tuple().exponent))
    return 0 <= cut < high - low or abs(cut) < last_digit / 2


def _is_makers(entry: Entry) -> bool:
    """The maker's own table or statement, or an agency that quotes it; never where no maker is named."""
    return entry.series.maker is not None and entry.source.evidence != "agency"


def _row(entry: Entry, step: str, before: Entry | None) -> tuple[object, ...]:
    source, (low, high) = entry.source, entry.interval
    about = (entry.series_id, str(entry.report.period), entry.source_id)
    origin = (source.publisher, source.originator, source.published)
    figure = (float(entry.value), entry.series.unit, float(low), float(high))
    return (*about, *origin, entry.report.printed, *figure, step, *_change(entry, before), _note(entry))


def _change(entry: Entry, before: Entry | None) -> tuple[str | None, float | None, float | None]:
    if before is None:
        return None, None, None
    change = entry.value - before.value
    percent = float(100 * change / before.value) if before.value > 0 else None
    return before.source_id, float(change), percent


def _note(entry: Entry) -> str | None:
    corrected = (
        f'Corrected here: "{entry.report.printed}" is read as "{entry.reads}".' if entry.reads else None
    )
    return " ".join(filter(None, (corrected, entry.report.note))) or None
