"""Rules on statements: operands that exist and compare, a stated number that can be read, a reader."""

from collections.abc import Iterable, Iterator

from components.ledger.book import Book, DataFile
from components.ledger.checks import same_dimension
from components.ledger.crosschecks import Rule
from components.ledger.problems import Problem
from components.ledger.records import Series, Statement
from components.ledger.relations import CHANGING, COMPARED, needs
from components.ledger.schema import nearest
from components.ledger.stated import read
from components.ledger.verdicts import UNREAD, Judged

PARTS = {"sum": "its parts, at least two", "balance": "exports and imports"}


def statements_name_known_series(book: Book) -> Iterator[Problem]:
    """A statement and its operands are series of the ledger."""
    known = book.series
    for file, index, statement in _statements(book):
        for key, names in _named(statement):
            for name in names:
                if name not in known:
                    hint = nearest(name, known, otherwise="name a series of the ledger")
                    line = file.line("statements", index, key)
                    yield Problem(file.path, line, "C405", f'unknown series "{name}"', hint)


def statements_name_their_operands(book: Book) -> Iterator[Problem]:
    """A statement names what its kind relates, and nothing else, in units that compare."""
    known = book.series
    for file, index, statement in _statements(book):
        found = _wrong_operand(statement) or _wrong_unit(statement, known)
        if found:
            key, what, hint = found
            yield Problem(file.path, file.line("statements", index, key), "C415", what, hint)


def statements_can_be_read(book: Book) -> Iterator[Problem]:
    """What a statement states can be read as a number of its kind."""
    known = book.series
    for file, index, statement in _statements(book):
        is_known = statement.series in known and statement.source in file.dataset.sources
        if is_known and read(statement, file, known[statement.series].unit) is None:
            what = f'"{statement.stated}" cannot be read as {_expected(statement)}'
            hint = "copy the number as it is printed, with its unit and no more"
            yield Problem(file.path, file.line("statements", index, "stated"), "C416", what, hint)


def unread(statements: Iterable[Judged]) -> Iterator[Problem]:
    """A statement that its figures contradict has been read by a person."""
    for each in statements:
        if each.because == UNREAD:
            what = f"{each.told.statement.id} does not fit: {each.arithmetic}"
            hint = "mend the slip; or read its page: `checked` where it is about these figures, else `scope`"
            yield Problem(each.told.file.path, each.told.line, "C417", what, hint)


def _statements(book: Book) -> Iterator[tuple[DataFile, int, Statement]]:
    for file in book.files:
        for index, statement in enumerate(file.dataset.statements or ()):
            yield file, index, statement


def _named(statement: Statement) -> Iterator[tuple[str, list[str]]]:
    yield "series", [statement.series]
    yield "base_series", [statement.base_series] if statement.base_series else []
    yield "of", list(statement.of)


def _wrong_operand(statement: Statement) -> tuple[str, str, str] | None:
    kind = statement.kind
    if statement.base and kind not in COMPARED:
        return "base", f"a {kind} has no base", "leave `base` out"
    if statement.base == statement.period and not statement.base_series:
        return "base", f"{statement.period} is compared with itself", "name the period compared with"
    if statement.base_series and not statement.base:
        return "base_series", "`base_series` without `base`", "name the period compared with"
    if statement.change == "fall" and kind not in CHANGING:
        return "change", f"a {kind} does not fall", "leave `change` out"
    if statement.of and kind not in (*PARTS, "share"):
        return "of", f"a {kind} is of nothing", "leave `of` out"
    if kind in PARTS and (len(statement.of) < 2 or (kind == "balance" and len(statement.of) > 2)):
        return "of", f"a {kind} names {PARTS[kind]}, not {len(statement.of)} series", "list them under `of`"
    if kind == "share" and len(statement.of) > 1:
        return "of", "a share is of one whole", "name one series"
    if (kind == "pace") != bool(statement.per):
        return "per", "`per` and the kind `pace` belong together", "write `per: day`, `month` or `year`"
    return None


def _wrong_unit(statement: Statement, known: dict[str, Series]) -> tuple[str, str, str] | None:
    names = [name for name, _ in needs(statement)]
    if not {statement.series, *names} <= set(known):
        return None
    unit = known[statement.series].unit
    for name in names:
        if not same_dimension(unit, known[name].unit):
            what = f'"{name}" is in {known[name].unit}, "{statement.series}" in {unit}'
            return "series", what, "relate figures that measure the same thing"
    return None


def _expected(statement: Statement) -> str:
    return {
        "times": "a number of times",
        "rank": "a rank",
        "percent": "a percentage",
        "share": "a percentage",
    }.get(statement.kind, "an amount in the unit of the series")


STATEMENT_RULES: tuple[Rule, ...] = (
    statements_name_known_series,
    statements_name_their_operands,
    statements_can_be_read,
)
