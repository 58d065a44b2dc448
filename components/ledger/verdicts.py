"""A statement in its place, and what recomputing it has found."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
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
    tell: Callable[[], str]

    @cached_property
    def formula(self) -> str:
        """How it follows, in words and numbers."""
        return self.tell()


@dataclass(frozen=True)
class Judged:
    """A statement with its verdict.

    `tell` gives its arithmetic, `because` says what is in the way, `repair` is the number that a misprint
    stands for.
    """

    told: Told
    verdict: Verdict
    tell: Callable[[], str] = str
    because: str | None = None
    operands: tuple[Operand, ...] = ()
    implied: Implied | None = None
    repair: str | None = None

    @cached_property
    def arithmetic(self) -> str:
        """The working, which can be redone by hand; put into words when it is asked for."""
        return self.tell()
