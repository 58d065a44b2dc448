"""What is said of promises: the pace of each in a sentence, and all of them in a table."""

from collections.abc import Callable, Iterable, Iterator

import pandas as pd

from components import targets, wording
from components.periods import Period
from components.ui import text

HEADER = ("Promised", "Amount", "For", "In these words", "Who", "Source", "Standing", "Note")
NO_YEAR, NOT_NAMED = "no year named", "not named"
MOST_NAMED = 3
WIDTH, WIDTH_TITLED = "56rem", "72rem"
"""Tables of promises scroll where the page is narrower."""
PERCENT = "percent"


def finding(rows: pd.DataFrame, what: str) -> str:
    """The newest year of a thing against its aim; where none has a pace, how the promises ended.

    The aim is one whose maker is named, before one that most sources print, before the furthest.
    """
    aims = _aims(_paced(rows))
    if aims.empty:
        return f"{what}: {outcome(rows)}"
    ranked = aims.assign(is_signed=aims["promiser"].notna())
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
    if met + missed == 1:
        return f"the one promise that can be judged was {'met' if met else 'missed'}"
    return f"of {met + missed} promises that can be judged, {met} {_were(met)} met and {missed} missed"


def paces(rows: pd.DataFrame) -> list[str]:
    """A sentence for each current aim, the nearest first."""
    return [
        f"{wording.sentence(_needed(row))}{_needed_between(row)}{_so_far(row)}."
        for row in _each(_aims(_paced(rows)))
    ]


def line(promises: pd.DataFrame, shown: pd.DataFrame, here: Callable[[str], str]) -> str:
    """What is aimed at of the series that a card shows, and the way to the page of targets; "" for none.

    `here` makes a link of an address of this site.
    """
    rows = promises[promises["target_of"].isin(shown["series"]) & (promises["standing"] == "current")]
    if rows.empty:
        return ""
    aims = _aims(rows)
    address = here(f"targets?subject={subjects(rows).iloc[0]}")
    named = [_aim(row) for row in _each(aims.head(MOST_NAMED))]
    more = f" and {len(aims) - len(named)} more" if len(aims) > len(named) else ""
    told = f"Promised: {'; '.join(named)}{more}. "
    return text.quiet(text.plain(told), text.link("By whom, in which words, at what pace", address))


def table(rows: pd.DataFrame, *, titled: bool = False, height: str = "18rem") -> str:
    """The promises, those whose time is to come before the past ones, the newest first.

    `titled` says what each is about.
    """
    header = ("What", *HEADER) if titled else HEADER
    ordered = rows.assign(is_past=rows["standing"] != "current")
    ordered = ordered.sort_values("promised_on", ascending=False, kind="stable")
    ordered = ordered.sort_values(["title", "is_past"] if titled else "is_past", kind="stable")
    return text.table(
        header, _cells(ordered, titled=titled), height=height, width=WIDTH_TITLED if titled else WIDTH
    )


def subjects(rows: pd.DataFrame) -> "pd.Series[str]":
    """The subject of each promise: the folder of its file."""
    return rows["file"].str.split("/").str[-2]


def period(row: pd.Series) -> str:
    """What a promise is for: a promise for a day stands under the day on which it was made."""
    return NO_YEAR if row["period_kind"] == "day" else Period.parse(row["period"]).label()


def promiser(row: pd.Series) -> str:
    """Whose promise it is, where a source says that."""
    return NOT_NAMED if pd.isna(row["promiser"]) else str(row["promiser"])


def _aims(rows: pd.DataFrame) -> pd.DataFrame:
    """Each amount and period once, the nearest first: the first promise by a named maker, else the first.

    `sources` counts those of all promises of it.
    """
    told = rows.assign(is_unsigned=rows["promiser"].isna(), amount=_amounts(rows))
    told = told.sort_values(["period_end", "is_unsigned", "promised_on"], kind="stable")
    aim = ["period", "amount"]
    total = told.groupby(aim)["sources"].transform("sum")
    return told.assign(sources=total).drop_duplicates(aim)


def _amounts(rows: pd.DataFrame) -> list[str]:
    return [wording.amount(value, unit) for value, unit in zip(rows["value"], rows["unit"], strict=True)]


def _each(rows: pd.DataFrame) -> Iterator[pd.Series]:
    return (row for _, row in rows.iterrows())


def _paced(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["needed"].notna() | rows["is_reached"]]


def _cells(rows: pd.DataFrame, *, titled: bool) -> Iterator[Iterable[str]]:
    for _, row in rows.iterrows():
        more = f" and {row['sources'] - 1} more" if row["sources"] > 1 else ""
        note = "" if pd.isna(row["note"]) else row["note"]
        yield (
            *([text.plain(row["title"])] if titled else []),
            text.plain(_unbroken(wording.published(row["promised_on"]))),
            text.plain(_unbroken(_hedged(row))),
            text.plain(period(row)),
            text.plain(f"“{row['printed']}”"),
            text.plain(promiser(row)),
            text.linked(row["publisher"], row["source_url"]) + text.plain(more),
            text.plain(_standing(row)),
            text.plain(note),
        )


def _unbroken(words: str) -> str:
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def _standing(row: pd.Series) -> str:
    if row["standing"] in ("met", "missed"):
        return f"{row['standing']}: {wording.amount(row['fact'], row['unit'])}"
    return (
        str(row["standing"]) if pd.isna(row["no_pace"]) else f"{row['standing']}, no pace: {row['no_pace']}"
    )


def _hedged(row: pd.Series) -> str:
    """The amount in the words of its token: "up to 7 Mt"; a range has both its ends there."""
    said = wording.amount(row["value"], row["unit"])
    return said if pd.isna(row["hedge"]) or row["hedge"] == "range" else f"{row['hedge']} {said}"


def _aim(row: pd.Series) -> str:
    return f"{_hedged(row)} by {period(row)}"


def _needed(row: pd.Series) -> str:
    if row["is_reached"]:
        return f"{_aim(row)} was reached in {row['newest_year']}"
    more = "more" if row["needed"] > 0 else "less"
    return f"{_aim(row)} needs {_change(row['needed'], row['unit'])} {more} each year"


def _needed_between(row: pd.Series) -> str:
    return "" if row["is_reached"] else _between(row["needed_low"], row["needed_high"], row["unit"])


def _so_far(row: pd.Series) -> str:
    if pd.isna(row["so_far"]):
        return "; only one year is printed, too few for a pace so far"
    since = "since the promise, " if row["basis"] == targets.SINCE_PROMISE else ""
    verb = "grew" if row["so_far"] > 0 else "fell"
    moved = f"{verb} by {_change(row['so_far'], row['unit'])} a year" if row["so_far"] else "did not change"
    between = _between(row["so_far_low"], row["so_far_high"], row["unit"])
    return f"; {since}from {row['since']} to {row['newest_year']}, it {moved}{between}"


def _between(low: float, high: float, unit: str) -> str:
    """In brackets, what the printed digits and words allow a change to be."""
    if low < 0 < high:
        return f" (from {_size(low, unit)} less to {_size(high, unit)} more)"
    least, most = (_size(end, unit) for end in sorted((low, high), key=abs))
    return f" ({least} to {most})" if least != most else ""


def _change(value: float, unit: str) -> str:
    """A change without its sign; of a share in percentage points."""
    return f"{_size(value, unit)} percentage points" if unit == PERCENT else _size(value, unit)


def _size(value: float, unit: str) -> str:
    """The size of a change, never in a smaller unit than the aim; of a share without one."""
    size = abs(value)
    if unit == PERCENT:
        return wording.number(size)
    return wording.amount(size, unit) if size >= 1 else wording.short(size, unit)


def _were(count: int) -> str:
    return "was" if count == 1 else "were"
