"""Observations whose prints rounding does not explain, by the size of the gap."""

import pandas as pd

from components.ledger.ledger import Ledger
from components.ledger.observations import Observation

CONFLICT_COLUMNS = [
    *("series", "title", "period", "unit"),
    *("value", "printed", "publisher", "because", "agreeing", "disagreeing"),
    *("other_value", "other_printed", "other_publisher", "gap_percent"),
]


def conflicts_frame(ledger: Ledger) -> pd.DataFrame:
    """One row an observation in conflict, the largest gap first: CONFLICT_COLUMNS.

    `value` is the preferred one, `other_value` the farthest from it, `gap_percent` their distance in percent
    of the smaller; `agreeing` and `disagreeing` count the sources whose digits do or do not allow the
    preferred value, that one included.
    """
    disputed = [each for each in ledger.observations.values() if each.agreement == "conflict"]
    frame = pd.DataFrame(map(_row, disputed), columns=CONFLICT_COLUMNS)
    return frame.sort_values("gap_percent", ascending=False, kind="stable", ignore_index=True)


def _row(each: Observation) -> tuple[object, ...]:
    chosen = each.preferred
    other = max(each.entries, key=lambda entry: abs(entry.value - chosen.value))
    least = min(abs(chosen.value), abs(other.value))
    gap = float(100 * abs(other.value - chosen.value) / least) if least else float("inf")
    about = (chosen.series_id, chosen.series.title, str(chosen.report.period), chosen.series.unit)
    preferred = (float(chosen.value), chosen.report.printed, chosen.source.publisher, each.because)
    counts = (len(each.agreeing), len(each.entries) - len(each.agreeing))
    return (
        *about,
        *preferred,
        *counts,
        float(other.value),
        other.report.printed,
        other.source.publisher,
        gap,
    )
