"""What validation finds in a damaged ledger, found without validating all of it anew."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from copy import deepcopy
from dataclasses import dataclass, field, fields, replace
from typing import Any

from components.ledger.book import Book, DataFile, Entry
from components.ledger.checks import sources_are_used
from components.ledger.crosschecks import (
    ids_are_given_once,
    sources_are_described_alike,
    the_codebook_is_used,
    units_can_be_read,
)
from components.ledger.dating import months_of_a_source_are_alike
from components.ledger.ledger import RULES_BETWEEN_FILES, RULES_OF_A_FILE
from components.ledger.problems import Problem
from components.ledger.reader import Document
from components.ledger.records import Dataset, Series
from components.ledger.references import (
    events_have_happened,
    named_series_are_known,
    reasons_have_their_sources,
)
from components.ledger.schema import parse
from components.ledger.statement_rules import (
    statements_can_be_read,
    statements_name_known_series,
    statements_name_their_operands,
)
from components.ledger.tokens import (
    bare_figures_of_a_source_are_in_one_unit,
    both_ends_of_a_range_are_told,
)
from tests.faults import Damage

PARTS = {"goods_exports", "goods_imports", "trade_turnover"}
ACROSS_SERIES = (
    both_ends_of_a_range_are_told,
    bare_figures_of_a_source_are_in_one_unit,
    months_of_a_source_are_alike,
)
"""Rules of a file that compare series of one source."""
UNAFFECTED = {
    *(ids_are_given_once, sources_are_described_alike, units_can_be_read),
    *(named_series_are_known, events_have_happened, statements_name_known_series),
    *(statements_name_their_operands, statements_can_be_read, reasons_have_their_sources),
}
"""Rules between files that read nothing of a report but its unit."""
Made = dict[str, tuple[Entry, ...]]
"""The entries of each series."""


@dataclass(frozen=True)
class Slice(Book):
    """Some series of a book, with the entries that were made of their reports."""

    made: Made = field(default_factory=dict)

    def entries(self, file: DataFile) -> tuple[Entry, ...]:
        return tuple(entry for name in file.dataset.series for entry in self.made[name])


class Shortcut:
    """Finds what `load` would find in a ledger that was right before it was damaged, by the same rules.

    Only the damaged lines are read anew. Rules that look at one series run on the damaged one, others on it
    and the series that they compare with it; what they miss of the rest, without a damage too, is no finding.
    No statement is judged anew: what they alone give away, one damage of some thousands, counts as escaped.
    """

    def __init__(self, book: Book) -> None:
        self.book = book
        self._made: Made = {}
        self._kin: dict[str, Set[str]] = {}
        self._before: dict[str, frozenset[Problem]] = {}
        self._named = [
            {each.series, each.base_series or each.series, *each.of}
            for file in book.files
            for each in file.dataset.statements or ()
        ]
        for file in book.files:
            for name in file.dataset.series:
                self._made[name] = tuple(entry for entry in book.entries(file) if entry.series_id == name)

    def finds(self, damage: Damage) -> frozenset[Problem]:
        """The problems that a damage makes."""
        return frozenset(self._problems(damage))

    def catches(self, damage: Damage) -> bool:
        """Whether it makes any, looked for no further than to the first."""
        return next(self._problems(damage), None) is not None

    def _problems(self, damage: Damage) -> Iterator[Problem]:
        """What is found in the file, then between files."""
        file, name = next(each for each in self.book.files if each.path == damage.path), damage.series
        dataset, problems = parse(Dataset, _damaged(file.document, damage))
        yield from problems
        if dataset is None:
            return
        after = _with_series(file, file.dataset.series | dataset.series)
        has_new_unit = any(place[-1] == "unit" for place in damage.changes)
        made = self._made | {name: self._entries(_only(after, {name}), name, has_new_unit)}
        yield from self._in_file(after, name, made)
        yield from self._between_files(after, name, made)
        if has_new_unit:
            yield from self._of_units(after, name, made)

    def _entries(self, alone: DataFile, name: str, has_new_unit: bool) -> tuple[Entry, ...]:
        """The entries of a series, those of before where nothing has changed."""
        anew = replace(self.book, files=(alone,)).entries(alone)
        if has_new_unit:
            return anew
        pairs = zip(self._made[name], anew, strict=True)
        return tuple(old if _is_as_before(old, new) else new for old, new in pairs)

    def _in_file(self, file: DataFile, name: str, made: Made) -> Iterator[Problem]:
        """What the rules of a file find, each on the series that it has to see."""
        sources = {entry.source_id for entry in (*self._made[name], *made[name])}
        kin = {
            each for each in file.dataset.series if any(entry.source_id in sources for entry in made[each])
        }
        alone, related = _only(file, {name}), _only(file, kin)
        seen: dict[object, DataFile] = {sources_are_used: file, **dict.fromkeys(ACROSS_SERIES, related)}
        book, before = self._slice((file,), made), self._slice((file,), self._made)
        missed = {problem for rule in ACROSS_SERIES for problem in rule(before, related)}
        for rule in RULES_OF_A_FILE:
            yield from (problem for problem in rule(book, seen.get(rule, alone)) if problem not in missed)

    def _between_files(self, after: DataFile, name: str, made: Made) -> frozenset[Problem]:
        """What the rules between files find anew on the series that compare with one, and on the events."""
        rules = [rule for rule in RULES_BETWEEN_FILES if rule not in UNAFFECTED]
        if name not in self._before:
            before = next(file for file in self.book.files if file.path == after.path)
            self._before[name] = _found(rules, self._related(before, name, self._made))
        return _found(rules, self._related(after, name, made)) - self._before[name]

    def _of_units(self, after: DataFile, name: str, made: Made) -> frozenset[Problem]:
        """What is found by the rules between files that read units alone."""
        whole = self._slice(self._with(after), made)
        return _found([the_codebook_is_used], whole) | _found(
            [statements_name_their_operands, statements_can_be_read], self._related(after, name, made)
        )

    def _related(self, after: DataFile, name: str, made: Made) -> Book:
        """The book with the series that compare with one, alone."""
        names = self._compared(after.dataset.series[name], name)
        return self._slice((_only(file, names) for file in self._with(after)), made)

    def _compared(self, series: Series, name: str) -> Set[str]:
        """The series itself, its mirror, its targets, those of its indicator or turnover and statements."""
        if name not in self._kin:
            every = self.book.series.items()
            alike = {other_name for other_name, other in every if _compare(series, other)}
            told = {each for named in self._named if name in named for each in named}
            aims = {each for each, other in every if other.target_of == name}
            self._kin[name] = alike | told | aims | {name, series.mirror or name, series.target_of or name}
        return self._kin[name]

    def _with(self, after: DataFile) -> Iterator[DataFile]:
        """The files of the book, one of them as it is given."""
        return (after if file.path == after.path else file for file in self.book.files)

    def _slice(self, files: Iterable[DataFile], made: Made) -> Slice:
        parts = {each.name: getattr(self.book, each.name) for each in fields(Book)}
        return Slice(**parts | {"files": tuple(files), "made": made})


def _found(rules: Iterable[Callable[[Book], Iterator[Problem]]], book: Book) -> frozenset[Problem]:
    return frozenset(problem for rule in rules for problem in rule(book))


def _is_as_before(old: Entry, new: Entry) -> bool:
    return (old.source_id, old.reads, old.report) == (new.source_id, new.reads, new.report)


def _compare(one: Series, other: Series) -> bool:
    are_of_a_pair = (one.reporter, one.partner) == (other.reporter, other.partner)
    return are_of_a_pair and (one.indicator == other.indicator or {one.indicator, other.indicator} <= PARTS)


def _only(file: DataFile, names: Set[str]) -> DataFile:
    """The file with these series alone."""
    series = file.dataset.series
    return _with_series(file, {name: series[name] for name in series if name in names})


def _with_series(file: DataFile, series: Mapping[str, Series]) -> DataFile:
    return DataFile(file.document, file.dataset.model_copy(update={"series": dict(series)}))


def _damaged(document: Document, damage: Damage) -> Document:
    """The document with one series alone, and the damage in it."""
    data = {key: document.data[key] for key in ("title", "description", "sources")}
    data["series"] = {damage.series: deepcopy(document.data["series"][damage.series])}
    for (*above, key), text in damage.changes.items():
        parent: Any = data
        for part in above:
            parent = parent[part]
        parent[key] = text
    here = ("series", damage.series)
    lines = {place: line for place, line in document.lines.items() if place[:2] == here}
    return Document(document.path, data, lines, document.quoted)
