"""The ledger of this process: loaded once, loaded again when the files change and are valid."""

import hashlib
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal

import pandas as pd

from components import transforms, wording
from components.catalogue import catalogue
from components.ledger.frames import reports_frame, series_frame, sources_frame
from components.ledger.ledger import DATASETS, data_files, load
from components.ledger.problems import DatasetError, Problem
from components.ledger.records import Series
from components.ledger.vintages import AS_OF
from components.periods import Period
from components.selection import DAYS, WINDOWS, YEAR, YEAR_TO_DATE, Selection
from components.ui.memory import recall
from components.ui.tables import Frames, Tables
from components.units import Unit

Label = Literal["whose", "title", "partner"] | tuple[tuple[str, str], ...]
"""What stands at a line's end: the maker, the title, the partner, or for each series words of one's own."""
YEARS_TO_DATE = 6
"""More lines than this cannot be told apart."""


@dataclass(frozen=True)
class Store(Frames):
    """One validated ledger with its frames, and the problems of newer files that were not taken over."""

    series: pd.DataFrame
    sources: pd.DataFrame
    fingerprint: str
    tried: str
    problems: tuple[Problem, ...] = ()
    day: date | None = None
    """The day of a vintage; None for all that is known."""

    @cached_property
    def catalogue(self) -> pd.DataFrame:
        """The series as a reader looks for them."""
        return catalogue(self.series, self.reports)

    @property
    def tables(self) -> Mapping[str, pd.DataFrame]:
        """What /data gives out, by name; each is made when it is asked for."""
        return Tables(self)

    @cached_property
    def names(self) -> frozenset[str]:
        """The ids of all series, also of those that a vintage has no report of."""
        return frozenset(self.series["series"])

    def of(self, names: tuple[str, ...]) -> pd.DataFrame:
        """All rows of some series, found without a walk over the ledger; none means all of it.

        KeyError names series that are not in the ledger.
        """
        if not names:
            return self.reports
        if not self.names.issuperset(names):
            raise KeyError(f"unknown series {', '.join(sorted(set(names) - self.names))}")
        return self.reports.iloc[sorted(place for name in names for place in self._places.get(name, ()))]

    def rows(self, shown: Selection, *, label: Label = "whose") -> pd.DataFrame:
        """The rows of a selection, with whose figures they are, and as `label` the words for a line's end."""
        frame = self.of(shown.series)
        if shown.reckoned:
            frame = transforms.with_reckoned(frame, self.reckoned, shown)
        rows = transforms.rows(frame, shown)
        whose = rows["series"].map(self._about["whose"])
        labels = self._told_apart(rows["series"].map(self._labels(label)).astype("str"), rows["series"])
        signed = rows["reporter"].notna() | rows["series"].map(self._about["maker"]).notna()
        return rows.assign(whose=whose, label=labels, is_signed=signed)

    def _told_apart(self, labels: "pd.Series[str]", series: "pd.Series[str]") -> "pd.Series[str]":
        """Labels with the title behind where two series would share one: no line is of two series."""
        shared = labels.map(series.groupby(labels).nunique()) > 1
        return labels.where(~shared, labels + ", " + series.map(self._about["title"]))

    def _labels(self, label: Label) -> "pd.Series[str]":
        if isinstance(label, tuple):
            return pd.Series(dict(label), dtype=object)
        if label == "partner":
            return self._about["partner"].map(wording.area, na_action="ignore").fillna("World")
        return self._about[label]

    @cached_property
    def _about(self) -> pd.DataFrame:
        return self.series.set_index("series")

    @cached_property
    def _places(self) -> Mapping[str, list[int]]:
        """The row numbers of each series."""
        places: dict[str, list[int]] = {}
        for place, name in enumerate(self.reports["series"]):
            places.setdefault(name, []).append(place)
        return places

    def to_date(self, name: str) -> Selection:
        """What a year-to-date chart of a series shows: the preferred reports of its newest years."""
        ends = self.of((name,))["period_end"]
        since = None if ends.empty else int(ends.dt.year.max()) - YEARS_TO_DATE + 1
        return Selection((name,), window=YEAR_TO_DATE, since=since, reports="preferred")

    def in_parts_of_years(self, names: tuple[str, ...]) -> list[str]:
        """Those of the series that are printed for a part of a year from January on."""
        return [name for name in names if set(self.windows((name,))) - {YEAR}]

    def find(self, indicator: str, reporter: str | None, partner: str | None) -> tuple[str, ...]:
        """Ids of the printed series of an indicator by a reporter's statistics; None: nobody says whose."""
        return self._concepts.get((indicator, "printed", reporter, partner), ())

    def partners_of(self, indicators: tuple[str, ...], reporter: str) -> tuple[str, ...]:
        """The partners with whom a reporter, or nobody who signs, prints any of the indicators."""
        found = (
            key[3]
            for key in self._concepts
            if key[0] in indicators and key[1] == "printed" and key[2] in (reporter, None) and key[3]
        )
        return tuple(dict.fromkeys(str(partner) for partner in found))

    def of_partners(self, indicator: str, reporter: str) -> tuple[str, ...]:
        """One printed series a country: of the reporter's, the one with the most figures.

        A union of countries is none: it would stand beside its own members.
        """
        names = [
            max(found, key=lambda name: len(self._places.get(name, ())))
            for (asked, kind, whose, partner), found in self._concepts.items()
            if (asked, kind, whose) == (indicator, "printed", reporter) and partner not in (None, "EU")
        ]
        return tuple(names)

    def comparable(self, names: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        """The series in groups whose units compare, in their order."""
        return recall((self.fingerprint, "comparable", names), lambda: self._comparable(names))

    def _comparable(self, names: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        groups: dict[str, list[str]] = {}
        for name in names:
            groups.setdefault(Unit.parse(self._about["unit"][name]).dimension, []).append(name)
        return tuple(tuple(group) for group in groups.values())

    def counts_of(self, names: tuple[str, ...]) -> dict[str, int]:
        """How many of the series are printed for each period within a year, the newest period first."""
        return recall((self.fingerprint, "counts", names), lambda: self._counts_of(names))

    def _counts_of(self, names: tuple[str, ...]) -> dict[str, int]:
        rows = self.of(names) if names else self.reports.iloc[:0]
        counts = rows.groupby("period")["series"].nunique()
        newest = sorted(counts.index, key=lambda text: Period.parse(text).end, reverse=True)
        return {text: int(counts[text]) for text in newest if Period.parse(text).window}

    @property
    def first_series(self) -> tuple[str, ...]:
        """Any one series."""
        return (str(self.series["series"].iloc[0]),)

    @cached_property
    def _concepts(self) -> Mapping[tuple[str | None, ...], tuple[str, ...]]:
        """The ids of series by what they measure, what kind they are, whose and with whom."""
        found: dict[tuple[str | None, ...], tuple[str, ...]] = {}
        for name, series in self._series():
            key = (series.indicator, series.kind, series.reporter, series.partner)
            found[key] = (*found.get(key, ()), name)
        return found

    def mirrored(self, names: tuple[str, ...]) -> dict[str, str]:
        """Each of the series that has a mirror, and that mirror."""
        mirrors = self._about["mirror"].reindex(list(names)).dropna()
        return dict(zip(mirrors.index, mirrors, strict=True))

    def windows(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The months, from January on, that any of the series is printed for; the longest first."""
        return recall((self.fingerprint, "windows", names), lambda: self._windows(names))

    def every_window(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """All months that any of the series is printed for, whole years first; then year to date and days."""
        return recall((self.fingerprint, "every window", names), lambda: self._every_window(names))

    def _every_window(self, names: tuple[str, ...]) -> tuple[str, ...]:
        periods = [Period.parse(period) for period in self.of(names)["period"].unique()]
        months = {period.window for period in periods if period.window}
        ordered = sorted(months, key=lambda each: (each[:2], -int(each[3:])))
        parts = (YEAR_TO_DATE,) if any(each.startswith("01-") for each in months - {YEAR}) else ()
        levels = (DAYS,) if any(period.kind == "day" for period in periods) else ()
        return (*ordered, *parts, *levels)

    def _windows(self, names: tuple[str, ...]) -> tuple[str, ...]:
        periods = self.of(names)["period"].unique() if names else ()
        found = {Period.parse(period).window for period in periods}
        return tuple(window for window in reversed(WINDOWS) if window in found)

    def _series(self) -> Iterator[tuple[str, Series]]:
        for file in self.ledger.book.files:
            yield from file.dataset.series.items()

    def here(self, address: str) -> str:
        """An address of this site as a link on a page has it: it leads to the same vintage."""
        if self.day is None:
            return address
        return f"{address}{'&' if '?' in address else '?'}{AS_OF}={self.day}"


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
