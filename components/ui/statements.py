"""A printed statement as text: what it says, its verdict, and on a click its arithmetic and source."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

import pandas as pd

from components import wording
from components.ledger.verdicts import VERDICTS
from components.periods import Period
from components.ui import text

MOST_ON_A_CARD = 12
_PHRASES = {
    ("percent", "rise"): "up {stated} on {base}",
    ("percent", "fall"): "down {stated} on {base}",
    ("times", "rise"): "{stated} that of {base}",
    ("times", "fall"): "{stated} below {base}",
    ("difference", "rise"): "{stated} more than in {base}",
    ("difference", "fall"): "{stated} less than in {base}",
    ("share", "rise"): "a share of {stated}",
    ("sum", "rise"): "{stated} in all",
    ("balance", "rise"): "a balance of {stated}",
    ("balance", "fall"): "a deficit of {stated}",
    ("rank", "rise"): "rank {stated}",
    ("pace", "rise"): "a pace of {stated}",
}


def about(table: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Those rows of a table (series, period) that are about the figures of some rows, in its order."""
    known, asked = (pd.MultiIndex.from_frame(each[["series", "period"]]) for each in (table, rows))
    return table[known.isin(asked)]


def says(row: Mapping[Hashable, Any]) -> str:
    """What a statement says: "Turnover with Kazakhstan, 2024: up “50%” on 2023"."""
    base = Period.parse(row["base"]).label() if isinstance(row["base"], str) else "a time not named"
    stated = row["stated"] if pd.isna(row["checked"]) else f"“{row['stated']}”"
    phrase = _PHRASES[row["kind"], row["change"]].format(stated=stated, base=base)
    return f"{row['title']}, {Period.parse(row['period']).label()}: {phrase}"


def opened(row: Mapping[Hashable, Any]) -> str:
    """An entry that opens to the arithmetic, what is in the way, and the source."""
    summary = text.section(text.strong(wording.sentence(row["verdict"])), text.plain(f" – {says(row)}"))
    lines = [row[key] for key in ("arithmetic", "because", "note") if isinstance(row[key], str)]
    return text.opening(summary, *map(text.paragraph, lines), text.quiet(_source(row), _read(row)))


def listing(rows: pd.DataFrame, page: str) -> str:
    """The statements about the figures of a card, folded, those that do not hold first; none without any.

    `page` is the address of the page that has all of them.
    """
    if rows.empty:
        return ""
    shown = in_order(_newest_first(rows)).head(MOST_ON_A_CARD)
    rest = len(rows) - len(shown)
    link = text.link("all statements", page)
    more = text.quiet(text.plain(f"And {rest} more: "), link) if rest else ""
    return text.folded(summary(rows["verdict"]), *map(opened, shown.to_dict("records")), more)


def summary(verdicts: Iterable[str]) -> str:
    """How many statements there are, and how they were found: "3 statements: 2 hold, 1 does not hold"."""
    counts = Counter(verdicts)
    found = [f"{counts[verdict]} × {verdict}" for verdict in VERDICTS if counts[verdict]]
    total = counts.total()
    return f"{total:,} statement{'s' * (total > 1)} about these figures: {', '.join(found)}"


def in_order(rows: pd.DataFrame) -> pd.DataFrame:
    """What does not hold first, then what holds, then what cannot be checked."""
    order = {name: place for place, name in enumerate(_BY_INTEREST)}
    return rows.sort_values("verdict", key=lambda column: column.map(order), kind="stable")


def _newest_first(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.sort_values(
        "period",
        key=lambda periods: periods.map(lambda text: Period.parse(text).end),
        ascending=False,
        kind="stable",
    )


def _source(row: Mapping[Hashable, Any]) -> str:
    name = text.linked(row["publisher"], row["source_url"])
    return text.section(name, text.plain(f", {wording.published(row['source_published'])}"))


def _read(row: Mapping[Hashable, Any]) -> str:
    checked = row["checked"]
    if pd.isna(checked):
        return text.plain(". The number is as it was collected, not read on the page.")
    return text.plain(f". Its page was read on {wording.day(checked)}.")


_BY_INTEREST = ("does not hold", "misprint", "wrong base", "holds if truncated", "holds", "cannot be checked")
