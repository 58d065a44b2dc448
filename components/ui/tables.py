"""The tables of a ledger, and what /data gives out of them by name; each is made when it is asked for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from components import targets
from components.ledger.conflicts import conflicts_frame
from components.ledger.history import history_frame
from components.ledger.ledger import Ledger
from components.ledger.reckoned import reckoned_frame
from components.ledger.statement_tables import statements_frame
from components.ledger.tables import (
    TABLES,
    events_frame,
    milestones_frame,
    projects_frame,
    promises_frame,
    routes_frame,
)


@dataclass(frozen=True)
class Frames:
    """A ledger with one tidy row a report, and its other tables, each made once."""

    ledger: Ledger
    reports: pd.DataFrame

    @cached_property
    def events(self) -> pd.DataFrame:
        """One row an event, oldest first."""
        return events_frame(self.ledger)

    @cached_property
    def routes(self) -> pd.DataFrame:
        """One row a waypoint of a route."""
        return routes_frame(self.ledger)

    @cached_property
    def projects(self) -> pd.DataFrame:
        """One row a project."""
        return projects_frame(self.ledger)

    @cached_property
    def milestones(self) -> pd.DataFrame:
        """One row a milestone of a project, oldest first."""
        return milestones_frame(self.ledger)

    @cached_property
    def reckoned(self) -> pd.DataFrame:
        """One row a figure that nobody prints and that follows from others."""
        return reckoned_frame(self.ledger)

    @cached_property
    def conflicts(self) -> pd.DataFrame:
        """One row a figure whose prints disagree, the largest gap first."""
        return conflicts_frame(self.ledger)

    @cached_property
    def statements(self) -> pd.DataFrame:
        """One row a printed statement, with its verdict."""
        return statements_frame(self.ledger)

    @cached_property
    def history(self) -> pd.DataFrame:
        """One row a report, in the order of publication within its series and period."""
        return history_frame(self.ledger)

    @cached_property
    def targets(self) -> pd.DataFrame:
        """One row a promise, with what became of it and its pace."""
        return targets.judged(promises_frame(self.ledger), self.reports)

    @property
    def tables(self) -> Mapping[str, pd.DataFrame]:
        """What /data gives out, by name."""
        return Tables(self)


class Tables(Mapping[str, pd.DataFrame]):
    """The frames by the names that /data gives them."""

    def __init__(self, frames: Frames) -> None:
        self._frames = frames

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in TABLES:
            raise KeyError(name)
        table: pd.DataFrame = self._frames.reports if name == "ledger" else getattr(self._frames, name)
        return table

    def __iter__(self) -> Iterator[str]:
        return iter(TABLES)

    def __len__(self) -> int:
        return len(TABLES)
