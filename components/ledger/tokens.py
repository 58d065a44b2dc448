"""Rules on the wording of printed tokens: their language, and the end of a range that is no value."""

import re
from collections.abc import Iterator

from components.ledger.book import Book, DataFile, Entry
from components.ledger.checks import Rule, is_readable
from components.ledger.problems import Problem
from components.printed import can_stand_in

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def tokens_are_in_the_language_of_their_source(book: Book, file: DataFile) -> Iterator[Problem]:
    """A token is in the words of its report's first source, not of one of `also`."""
    for entry in book.entries(file):
        is_said = "wording" in (entry.report.note or "")
        is_first = entry.is_first and not is_said and is_readable(book, entry)
        if is_first and not can_stand_in(entry.report.printed, entry.language):
            what = (
                f'"{entry.report.printed}" is not in the language of "{entry.source_id}" ({entry.language})'
            )
            hint = "name first the source that prints it so, or say in a note whose wording it is"
            yield Problem(file.path, entry.line, "C305", what, hint)


def both_ends_of_a_range_are_told(book: Book, file: DataFile) -> Iterator[Problem]:
    """The value of a range is its upper end: the lower one is a report of its own, or stands in a note."""
    lower = {(entry.source_id, entry.report.period, entry.report.printed) for entry in book.entries(file)}
    for entry in book.entries(file):
        if not (entry.is_first and is_readable(book, entry) and _is_range(entry)):
            continue
        first = _NUMBER.findall(entry.report.printed)[0]
        is_told = first in _NUMBER.findall(f"{entry.report.note} {entry.series.note}")
        if not is_told and (entry.source_id, entry.report.period, first) not in lower:
            what = f'the {first} of "{entry.report.printed}" stands nowhere else'
            hint = "report the lower end of the range in a series of its own, or name it in a note"
            yield Problem(file.path, entry.line, "C304", what, hint)


def bare_figures_of_a_source_are_in_one_unit(book: Book, file: DataFile) -> Iterator[Problem]:
    """Cells of a table, which name no unit themselves, are in the same one where they measure the same."""
    first: dict[tuple[str, str], Entry] = {}
    for entry in book.entries(file):
        if not (entry.is_first and is_readable(book, entry) and _is_bare(entry)):
            continue
        other = first.setdefault((entry.source_id, entry.print_unit.dimension), entry)
        if other.print_unit != entry.print_unit:
            units = f"{entry.print_unit} here and in {other.print_unit} on line {other.line}"
            what = f'"{entry.report.printed}" of "{entry.source_id}" names no unit: it is in {units}'
            hint = "mend the unit of the report or of its series, or copy the unit into the token"
            yield Problem(file.path, entry.line, "C309", what, hint)


def _is_bare(entry: Entry) -> bool:
    token = entry.token
    return token is not None and token.printed.base is None and not token.printed.scale_said


def _is_range(entry: Entry) -> bool:
    return entry.token is not None and entry.token.printed.hedge == "range"


TOKEN_RULES: tuple[Rule, ...] = (
    tokens_are_in_the_language_of_their_source,
    both_ends_of_a_range_are_told,
    bare_figures_of_a_source_are_in_one_unit,
)
