"""What is said of promises: the pace of each in a sentence, and all of them in a table."""

from collections.abc import Iterable, Iterator

import pandas as pd

from components import targets, wording
from components.periods import Period
from components.ui import chart, text

HEADER = ("Promised", "Amount", "For", "In these words", "Who", "Source", "Standing", "Note")
NO_YEAR, NOT_NAMED = "no year named", "not named"
WIDTH = "52rem"
"""Tables of promises scroll where the page is narrower."""
PERCENT = "percent"


def finding(rows: pd.DataFrame, what: str) -> str:
    """The newest year of a thing against one current promise; where none has a pace, how promises ended.

    The promise is one whose maker is named, before one that most sources print, before the furthest.
    """
    paced = _paced(rows)
    if paced.empty:
        return f"{what}: {outcome(rows)}"
    ranked = paced.assign(is_signed=paced["promiser"].notna())
    lead = ranked.sort_values(["is_signed", "sources", "period_end"], kind="stable").iloc[-1]
    newest = wording.amount(lead["newest"], lead["unit"])
    return f"{what}: {newest} in {lead['newest_year']}; {_needed(lead)}"


def outcome(rows: pd.DataFrame) -> str:
    """How many promises were met, as far as that can be said."""
    counts = rows["standing"].value_counts()
    met, missed = (int(counts.get(standing, 0)) for standing in ("met", "missed"))
    if not met + missed:
        return (
            f"none of {len(rows)} promises can be judged yet" if len(rows) > 1 else "the promise stands open"
        )
    promises = "promises that can be judged" if met + missed > 1 else "promise that can be judged"
    return f"of {met + missed} {promises}, {met} {_were(met)} met and {missed} missed"


def paces(rows: pd.DataFrame) -> list[str]:
    """A sentence for each current aim, told from the first promise of it."""
    first = _paced(rows).sort_values(["period_end", "promised_on"], kind="stable")
    aims = first.drop_duplicates(["period", "value"])
    return [f"{wording.sentence(_needed(row))}{_so_far(row)}." for _, row in aims.iterrows()]


def table(rows: pd.DataFrame, *, titled: bool = False, height: str = "18rem") -> str:
    """The promises in the order of time, those without a date last; `titled` says what each is about."""
    header = ("What", *HEADER) if titled else HEADER
    ordered = rows.sort_values(["title", "promised_on"] if titled else ["promised_on"], kind="stable")
    return text.table(header, _cells(ordered, titled=titled), height=height, width=WIDTH)


def period(row: pd.Series) -> str:
    """What a promise is for: a promise for a day stands under the day on which it was made."""
    return NO_YEAR if row["period_kind"] == "day" else Period.parse(row["period"]).label()


def promiser(row: pd.Series) -> str:
    """Whose promise it is, where a source says that."""
    return NOT_NAMED if pd.isna(row["promiser"]) else str(row["promiser"])


def _paced(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["needed"].notna() | rows["is_reached"]]


def _cells(rows: pd.DataFrame, *, titled: bool) -> Iterator[Iterable[str]]:
    for _, row in rows.iterrows():
        more = f" and {row['sources'] - 1} more" if row["sources"] > 1 else ""
        note = "" if pd.isna(row["note"]) else row["note"]
        yield (
            *([text.plain(row["title"])] if titled else []),
            text.plain(wording.published(row["promised_on"])),
            text.plain(wording.amount(row["value"], row["unit"])),
            text.plain(period(row)),
            text.plain(f"“{row['printed']}”"),
            text.plain(promiser(row)),
            chart.publisher(row) + text.plain(more),
            text.plain(_standing(row)),
            text.plain(note),
        )


def _standing(row: pd.Series) -> str:
    if row["standing"] not in ("met", "missed"):
        return str(row["standing"])
    return f"{row['standing']}: {wording.amount(row['fact'], row['unit'])}"


def _needed(row: pd.Series) -> str:
    aim = f"{wording.amount(row['value'], row['unit'])} by {period(row)}"
    if row["is_reached"]:
        return f"{aim} was reached in {row['newest_year']}"
    more = "more" if row["needed"] > 0 else "less"
    return f"{aim} needs {_change(row['needed'], row['unit'])} {more} each year"


def _so_far(row: pd.Series) -> str:
    if pd.isna(row["so_far"]):
        return "; only one year is printed, too few for a pace so far"
    since = "since the promise, " if row["basis"] == targets.SINCE_PROMISE else ""
    verb = "grew" if row["so_far"] > 0 else "fell"
    moved = (
        f"it {verb} by {_change(row['so_far'], row['unit'])} a year" if row["so_far"] else "it did not change"
    )
    return f"; {since}from {row['since']} to {row['newest_year']}, {moved}"


def _change(value: float, unit: str) -> str:
    """A change without its sign, never in a smaller unit than the aim; of a share in percentage points."""
    size = abs(value)
    if unit == PERCENT:
        return f"{wording.number(size)} percentage points"
    return wording.amount(size, unit) if size >= 1 else wording.short(size, unit)


def _were(count: int) -> str:
    return "was" if count == 1 else "were"
