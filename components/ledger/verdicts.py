"""A statement in its place, and what recomputing it has found."""

from dataclasses import dataclass
from typing import Literal

from components.ledger.book import DataFile
from components.ledger.operands import Operand
from components.ledger.ranges import Range
from components.ledger.records import Series, Statement
from components.periods import Period

Verdict = Literal[
    "holds", "holds if truncated", "wrong base", "misprint", "does not hold", "cannot be checked"
]
VERDICTS: tuple[Verdict, ...] = (
    *("holds", "holds if truncated", "wrong base", "misprint", "does not hold", "cannot be checked"),
)
UNREAD = "The arithmetic does not fit, and nobody has read it against its figures yet."


@dataclass(frozen=True)
class Told:
    """A statement in its place."""

    statement: Statement
    series: Series
    file: DataFile
    line: int

    @property
    def sources(self) -> frozenset[str]:
        """All sources that print it."""
        return frozenset(self.statement.sources)


@dataclass(frozen=True)
class Implied:
    """What a figure that the source does not print has to be, for its statement to hold."""

    series: str
    period: Period
    unit: str
    range: Range
    formula: str


@dataclass(frozen=True)
class Judged:
    """A statement with its verdict.

    `arithmetic` can be redone by hand, `because` says what is in the way, `repair` is the number that a
    misprint stands for.
    """

    told: Told
    verdict: Verdict
    arithmetic: str = ""
    because: str | None = None
    operands: tuple[Operand, ...] = ()
    implied: Implied | None = None
    repair: str | None = None
