"""The ledger of this process: loaded once, loaded again when the files change and are valid."""

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import pandas as pd

from components.ledger.frames import reports_frame, series_frame, sources_frame
from components.ledger.ledger import DATASETS, Ledger, data_files, load
from components.ledger.problems import DatasetError, Problem
from components.ledger.records import Series
from components.periods import Period
from components.selection import WINDOWS, YEAR, YEAR_TO_DATE, Selection
from components.ui.memory import recall

Label = Literal["whose", "title"]
YEARS_TO_DATE = 6
"""More lines than this cannot be told apart."""


@dataclass(frozen=True)
class Store:
    """One validated ledger with its frames, and the problems of newer files that were not taken over."""

    ledger: Ledger
    reports: pd.DataFrame
    series: pd.DataFrame
    sources: pd.DataFrame
    fingerprint: str
    tried: str
    problems: tuple[Problem, ...] = ()

    def rows(self, shown: Selection, *, label: Label = "whose") -> pd.DataFrame:
        """The rows of a selection, with whose figures they are, and as `label` the words for a line's end."""
        rows, about = shown.rows(self.reports), self.series.set_index("series")
        return rows.assign(whose=rows["series"].map(about["whose"]), label=rows["series"].map(about[label]))

    def to_date(self, name: str) -> Selection:
        """What a year-to-date chart of a series shows: the preferred reports of its newest years."""
        newest = self.reports.loc[self.reports["series"] == name, "period_end"].dt.year.max()
        return Selection(
            (name,), window=YEAR_TO_DATE, since=int(newest) - YEARS_TO_DATE + 1, reports="preferred"
        )

    def in_parts_of_years(self, names: tuple[str, ...]) -> list[str]:
        """Those of the series that are printed for a part of a year from January on."""
        return [name for name in names if set(self.windows((name,))) - {YEAR}]

    def find(self, indicator: str, reporter: str | None, partner: str) -> tuple[str, ...]:
        """Ids of the printed series of an indicator by a reporter's statistics; None: nobody says whose."""
        asked = (indicator, "printed", reporter, partner)
        return tuple(
            name
            for name, series in self._series()
            if (series.indicator, series.kind, series.reporter, series.partner) == asked
        )

    def mirrored(self, names: tuple[str, ...]) -> dict[str, str]:
        """Each of the series that has a mirror, and that mirror."""
        return {name: series.mirror for name, series in self._series() if name in names and series.mirror}

    def windows(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The months, from January on, that any of the series is printed for; the longest first."""
        return recall((self.fingerprint, "windows", names), lambda: self._windows(names))

    def _windows(self, names: tuple[str, ...]) -> tuple[str, ...]:
        periods = self.reports[self.reports["series"].isin(names)]["period"].unique()
        found = {Period.parse(period).window for period in periods}
        return tuple(window for window in reversed(WINDOWS) if window in found)

    def _series(self) -> Iterator[tuple[str, Series]]:
        for file in self.ledger.book.files:
            yield from file.dataset.series.items()


class _Shelf:
    """Holds the store of the process. Streamlit's own caches are not used: any visitor can clear them."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.store: Store | None = None


_SHELF = _Shelf()


def current(folder: Path = DATASETS) -> Store:
    """The last good ledger. Raises DatasetError only where there has been none yet."""
    found = fingerprint(folder)
    with _SHELF.lock:
        if _SHELF.store is None:
            _SHELF.store = _load(folder, found)
        elif _SHELF.store.tried != found:
            _SHELF.store = _renewed(_SHELF.store, folder, found)
        return _SHELF.store


def fingerprint(folder: Path) -> str:
    """Changes when a data file is added, removed or written."""
    files = [(path.as_posix(), path.stat()) for path in data_files(folder)]
    state = [(path, stat.st_mtime_ns, stat.st_size) for path, stat in files]
    return hashlib.sha256(repr(state).encode()).hexdigest()[:16]


def _load(folder: Path, found: str) -> Store:
    ledger = load(folder)
    frames = reports_frame(ledger), series_frame(ledger), sources_frame(ledger)
    return Store(ledger, *frames, fingerprint=found, tried=found)


def _renewed(store: Store, folder: Path, found: str) -> Store:
    try:
        return _load(folder, found)
    except DatasetError as error:
        return replace(store, tried=found, problems=tuple(error.problems))
