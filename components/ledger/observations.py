"""All reports of one series and period: which is preferred and why, and how far each is validated."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from components.ledger.book import Book, Entry, ReportKey
from components.ledger.crosschecks import identities
from components.periods import Period

EVIDENCE = {"table": "an official table", "statement": "an official statement"}
EVIDENCE |= {"quoted": "an agency quoting an official", "agency": "an agency alone"}
RANKS = tuple(EVIDENCE)


@dataclass(frozen=True)
class Observation:
    """The reports of one series and period, the preferred one first."""

    entries: tuple[Entry, ...]

    @property
    def preferred(self) -> Entry:
        return self.entries[0]

    @cached_property
    def agreement(self) -> str:
        """`alone`, `agrees`, or `conflict` where two intervals do not overlap."""
        if len(self.entries) == 1:
            return "alone"
        highest_low = max(entry.interval[0] for entry in self.entries)
        lowest_high = min(entry.interval[1] for entry in self.entries)
        return "agrees" if highest_low <= lowest_high else "conflict"

    @property
    def agreeing(self) -> tuple[Entry, ...]:
        """The preferred report and all whose digits allow the same."""
        return tuple(entry for entry in self.entries if _overlap(entry, self.preferred))

    @cached_property
    def because(self) -> str:
        """The first rule by which the preferred report differs from the next one."""
        if self.preferred.report.because:
            return self.preferred.report.because
        if len(self.entries) == 1:
            return "the only print"
        first, second = _merits(self.preferred), _merits(self.entries[1])
        evidence = EVIDENCE[self.preferred.source.evidence]
        reasons = (
            "marked as preferred",
            f"better evidence: {evidence}",
            "more printed digits",
            "printed later",
        )
        different = (
            reason for reason, one, other in zip(reasons, first, second, strict=True) if one != other
        )
        return next(different, "first in its file")

    def corroborates(self, entry: Entry) -> bool:
        """An independent source prints an agreeing figure; copies of one wire story count as one source."""
        return any(_origin(other) != _origin(entry) and _overlap(other, entry) for other in self.entries)


def observations(book: Book) -> dict[tuple[str, Period], Observation]:
    """All observations, in the order of the files and of the periods."""
    groups: dict[tuple[str, Period], list[Entry]] = defaultdict(list)
    for file in book.files:
        for entry in book.entries(file):
            groups[entry.series_id, entry.report.period].append(entry)
    return {key: Observation(_ranked(entries)) for key, entries in groups.items()}


def validation(entry: Entry, observation: Observation, recomputed: set[ReportKey]) -> str:
    """The furthest level of validation that a report has reached."""
    if entry.key in recomputed:
        return "recomputed"
    if observation.corroborates(entry):
        return "corroborated"
    read_twice = entry.report.checked and entry.is_first
    return "read twice" if read_twice else "read"


def recomputed_keys(book: Book) -> set[ReportKey]:
    """The reports that take part in an identity that holds."""
    return {entry.key for identity in identities(book) if identity.holds for entry in identity}


def _ranked(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=_merits, reverse=True))


def _merits(entry: Entry) -> tuple[bool, int, int, date]:
    marked = bool(entry.report.preferred) and entry.is_first
    digits = entry.token.printed.digits if entry.token else 0
    return (marked, -RANKS.index(entry.source.evidence), digits, entry.source.published or date.min)


def _origin(entry: Entry) -> str:
    return entry.source.wire or entry.source.publisher


def _overlap(one: Entry, other: Entry) -> bool:
    return one.interval[0] <= other.interval[1] and other.interval[0] <= one.interval[1]
