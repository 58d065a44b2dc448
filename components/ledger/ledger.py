"""Reads datasets/ whole: a Ledger in which everything holds, or all Problems at once."""

import inspect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from components.ledger.book import Book, DataFile, ReportKey
from components.ledger.checks import FILE_RULES
from components.ledger.crosschecks import BOOK_RULES, WHOLE_RULES, Rule, the_codebook_is_used
from components.ledger.dating import DATING_RULES
from components.ledger.neighbours import NEIGHBOUR_RULES, makers_are_of_one_size
from components.ledger.observations import Observation, observations, recomputed_keys
from components.ledger.operands import Figures
from components.ledger.problems import DatasetError, Problem
from components.ledger.reader import Document, read
from components.ledger.reasons import MirrorGaps
from components.ledger.records import Codebook, Corrections, Dataset, LeftOuts
from components.ledger.references import REFERENCE_RULES, WHOLE_REFERENCE_RULES
from components.ledger.schema import Model, parse
from components.ledger.statement_rules import STATEMENT_RULES, unread
from components.ledger.statements import judged
from components.ledger.tokens import TOKEN_RULES
from components.ledger.verdicts import Judged
from components.ledger.vintages import as_known
from components.periods import Period

ROOT = Path(__file__).resolve().parents[2]
DATASETS = ROOT / "datasets"
VOCABULARIES = ("codebook.yaml", "corrections.yaml", "left-out.yaml", "mirror-gaps.yaml")
RULES_OF_A_FILE = (*FILE_RULES, *TOKEN_RULES, *DATING_RULES, *NEIGHBOUR_RULES)
RULES_BETWEEN_FILES = (*BOOK_RULES, makers_are_of_one_size, *REFERENCE_RULES, *STATEMENT_RULES)


class Check(NamedTuple):
    """A rule in words, and the problems that it found."""

    rule: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Ledger:
    """A book whose records are right, the checks that it passed, its observations and statements."""

    book: Book
    rules: tuple[Check, ...]

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """All checks, the last one on what the figures say of the statements."""
        return (*self.rules, Check(_sentence(unread), tuple(unread(self.statements))))

    @cached_property
    def observations(self) -> dict[tuple[str, Period], Observation]:
        return observations(self.book)

    @cached_property
    def figures(self) -> Figures:
        """All figures, to be looked up by statements."""
        return Figures(self.book, self.observations)

    @cached_property
    def statements(self) -> list[Judged]:
        """Every statement with its verdict, in the order of the files."""
        return judged(self.figures)

    @cached_property
    def recomputed(self) -> set[ReportKey]:
        """The reports that take part in an identity or in a statement that holds."""
        return recomputed_keys(self.book) | {
            entry.key
            for each in self.statements
            if each.verdict == "holds"
            for operand in each.operands
            if operand.formula is None
            for entry in operand.entries
        }

    def as_known(self, day: date) -> "Ledger":
        """This ledger with what sources had printed up to a day."""
        return Ledger(as_known(self.book, day), self.rules)


def load(folder: Path = DATASETS) -> Ledger:
    """The ledger of a folder of datasets; raises DatasetError with every problem in it."""
    book, problems = _read_book(data_files(folder), folder)
    whole = WHOLE_RULES | WHOLE_REFERENCE_RULES if problems else frozenset()
    every = (*RULES_BETWEEN_FILES, the_codebook_is_used)
    rules = [rule for rule in every if rule not in whole]
    checks = tuple(_checks(book, rules)) if book else ()
    problems += [problem for check in checks for problem in check.problems]
    if book is None or problems:
        raise DatasetError(sorted(problems))
    ledger = Ledger(book, checks)
    problems = [problem for check in ledger.checks for problem in check.problems]
    if problems:
        raise DatasetError(sorted(problems))
    return ledger


def validate(paths: Sequence[Path] = ()) -> list[Problem]:
    """All problems of the given files and folders, or of the whole ledger.

    Files of the ledger are judged within it; others alone, with the ledger's codebook.
    """
    given = [file.resolve() for path in paths for file in data_files(path)]
    own = data_files(DATASETS)
    named = {_shown(file) for file in (given if paths else own) if file in own}
    inside = [problem for problem in _problems_of_ledger() if problem.path in named] if named else []
    return sorted(inside + _problems_of_others([file for file in given if file not in own]))


def data_files(path: Path) -> list[Path]:
    """The data files below a path; a path that has none stands for itself."""
    return sorted(path.rglob("*.yaml")) or [path]


def _problems_of_ledger() -> Sequence[Problem]:
    try:
        load(DATASETS)
    except DatasetError as error:
        return error.problems
    return ()


def _problems_of_others(files: Sequence[Path]) -> list[Problem]:
    if not files:
        return []
    book, problems = _read_book(files, DATASETS, whole_ledger=False)
    checks = _checks(book, RULES_BETWEEN_FILES) if book else ()
    return problems + [problem for check in checks for problem in check.problems]


def _read_book(
    files: Sequence[Path], folder: Path, *, whole_ledger: bool = True
) -> tuple[Book | None, list[Problem]]:
    vocabularies = {folder / name for name in VOCABULARIES}
    problems: list[Problem] = []
    datasets = [_data_file(path, problems) for path in files if path not in vocabularies]
    codebook_document = _document(folder / "codebook.yaml", problems)
    codebook = _parsed(Codebook, codebook_document, problems)
    corrections_document = _document(folder / "corrections.yaml", problems) if whole_ledger else None
    read_corrections = _parsed(Corrections, corrections_document, problems) or Corrections(corrections=[])
    left_out_document = _document(folder / "left-out.yaml", problems) if whole_ledger else None
    left_out = _parsed(LeftOuts, left_out_document, problems) or LeftOuts(left_out=[])
    gaps_document = _document(folder / "mirror-gaps.yaml", problems) if whole_ledger else None
    gaps = _parsed(MirrorGaps, gaps_document, problems) or MirrorGaps(reasons=[], sources={})
    if codebook is None or codebook_document is None:
        return None, problems
    whole = tuple(each for each in datasets if each is not None)
    records = (read_corrections, corrections_document, left_out, left_out_document, gaps, gaps_document)
    return Book(whole, codebook, codebook_document, *records), problems


def _data_file(path: Path, problems: list[Problem]) -> DataFile | None:
    document = _document(path, problems)
    dataset = _parsed(Dataset, document, problems)
    return DataFile(document, dataset) if document and dataset else None


def _document(path: Path, problems: list[Problem]) -> Document | None:
    try:
        return read(path, shown_as=_shown(path))
    except DatasetError as error:
        problems += error.problems
        return None


def _parsed(model: type[Model], document: Document | None, problems: list[Problem]) -> Model | None:
    if document is None:
        return None
    parsed, found = parse(model, document)
    problems += found
    return parsed


def _checks(book: Book, book_rules: Sequence[Rule]) -> Iterator[Check]:
    for rule in RULES_OF_A_FILE:
        yield Check(_sentence(rule), tuple(problem for file in book.files for problem in rule(book, file)))
    for book_rule in book_rules:
        yield Check(_sentence(book_rule), tuple(book_rule(book)))


def _sentence(rule: Callable[..., object]) -> str:
    return inspect.getdoc(rule) or ""


def _shown(path: Path) -> str:
    resolved = path.resolve()
    return resolved.relative_to(ROOT).as_posix() if resolved.is_relative_to(ROOT) else str(path)
