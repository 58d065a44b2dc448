"""Rules between files, and between figures that belong together."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from components.ledger.book import Book, DataFile, Entry
from components.ledger.checks import areas, ids, is_readable, same_dimension
from components.ledger.problems import Problem
from components.ledger.ranges import Range
from components.ledger.schema import nearest
from components.units import Unit, UnitError

Rule = Callable[[Book], Iterator[Problem]]


class Identity(NamedTuple):
    """Exports, imports and turnover of one reporter and partner as one source prints them for one period."""

    exports: Entry
    imports: Entry
    turnover: Entry

    @property
    def holds(self) -> bool:
        """True where the sum of the parts can lie in the interval of the whole."""
        exports, imports, turnover = (Range.of(*entry.interval) for entry in self)
        return (exports + imports).meets(turnover)


def ids_are_given_once(book: Book) -> Iterator[Problem]:
    """An id names one thing of the whole ledger: a series, statement, event, route or project."""
    seen: dict[str, str] = {}
    for file in book.files:
        for name, location in ids(file.dataset):
            line = file.line(*location)
            if name in seen:
                what = f'the id "{name}" is given already, in {seen[name]}'
                yield Problem(file.path, line, "C401", what, "choose another id, or join the two")
            seen.setdefault(name, f"{file.path}:{line}")


def sources_are_described_alike(book: Book) -> Iterator[Problem]:
    """A source that feeds several files is described in the same words in each."""
    seen: dict[str, DataFile] = {}
    for file in book.files:
        for name, source in file.dataset.sources.items():
            first = seen.setdefault(name, file)
            if first.dataset.sources[name] != source:
                what = f'the source "{name}" is described otherwise in {first.path}'
                hint = f"make both alike: {_differences(first, file, name)}"
                yield Problem(file.path, file.line("sources", name), "C402", what, hint)


def mirrors_face_each_other(book: Book) -> Iterator[Problem]:
    """A mirror exists, measures in the same dimension, and names its own mirror in turn."""
    known = book.series
    for file in book.files:
        for name, series in file.dataset.series.items():
            other = known.get(series.mirror or "")
            if series.mirror and other is None:
                hint = nearest(series.mirror, known, otherwise="name a series of the ledger, or leave it out")
                yield _at(file, name, "C403", f'unknown mirror "{series.mirror}"', hint)
            elif other is not None and other.mirror != name:
                what = f'"{series.mirror}" does not name "{name}" as its mirror'
                yield _at(file, name, "C404", what, f"add `mirror: {name}` there")
            elif other is not None and not same_dimension(series.unit, other.unit):
                what = f'in {series.unit}, but its mirror "{series.mirror}" in {other.unit}'
                yield _at(file, name, "C410", what, "name a mirror that measures the same thing")


def turnover_is_exports_and_imports(book: Book) -> Iterator[Problem]:
    """Exports and imports add up to the turnover that the same source prints, within their intervals."""
    for identity in identities(book):
        if not identity.holds:
            exports, imports, turnover = (entry.report.printed for entry in identity)
            what = f'exports "{exports}" and imports "{imports}" do not add up to turnover "{turnover}"'
            hint = "mend the misread digit or the scope; a misprint goes into corrections.yaml, "
            hint += "a doubt is `status: U`"
            entry = identity.turnover
            yield Problem(entry.file.path, entry.line, "C406", what, hint)


def identities(book: Book) -> Iterator[Identity]:
    """Every period for which one source prints exports, imports and turnover of the same pair and maker.

    A figure that is marked as doubtful (U) proves nothing and is not held against the others.
    """
    groups: dict[tuple[object, ...], dict[str, Entry]] = defaultdict(dict)
    parts = {"goods_exports", "goods_imports", "trade_turnover"}
    for file in book.files:
        for entry in book.entries(file):
            series = entry.series
            is_fact = series.kind == "printed" and entry.report.status != "U"
            if series.indicator in parts and is_fact and is_readable(book, entry):
                pair = (series.reporter, series.partner, series.maker, series.unit)
                groups[(*pair, entry.report.period, entry.source_id)][series.indicator] = entry
    for group in groups.values():
        if len(group) == len(parts):
            yield Identity(group["goods_exports"], group["goods_imports"], group["trade_turnover"])


def corrections_match(book: Book) -> Iterator[Problem]:
    """A correction fits a report of the ledger, print and all."""
    document = book.corrections_document
    entries = [entry for file in book.files for entry in book.entries(file)]
    printed = {entry.key: entry.report.printed for entry in entries if entry.is_first}
    for index, each in enumerate(book.corrections.corrections):
        if document and printed.get((each.series, each.period, each.source)) != each.printed:
            line = document.lines.get(("corrections", index), 1)
            what = (
                f'the correction of {each.series} {each.period} finds no report that prints "{each.printed}"'
            )
            yield Problem(
                document.path, line, "C407", what, "mend it, or remove it where the report has gone"
            )


def the_codebook_is_used(book: Book) -> Iterator[Problem]:
    """Every word of the codebook is used and its units can be read."""
    used: dict[str, set[str | None]] = {"areas": set(), "makers": set(), "units": set(), "indicators": set()}
    for file in book.files:
        used["areas"] |= {area for _, area in areas(file.dataset)}
        for series in file.dataset.series.values():
            used["makers"] |= {series.maker}
            used["units"] |= {series.unit, *(report.unit for report in series.reports)}
            used["indicators"] |= {series.indicator}
    document = book.codebook_document
    for section in used:
        words = getattr(book.codebook, section)
        for index, word in enumerate(words):
            if word not in used[section]:
                line = document.lines.get((section, index if isinstance(words, list) else word), 1)
                yield Problem(
                    document.path, line, "C408", f'"{word}" of {section} is used nowhere', "remove it"
                )


def units_can_be_read(book: Book) -> Iterator[Problem]:
    """Every unit of the codebook can be read and converted."""
    for index, name in enumerate(book.codebook.units):
        try:
            Unit.parse(name)
        except UnitError as error:
            what, _, remedy = str(error).partition("; ")
            line = book.codebook_document.lines.get(("units", index), 1)
            hint = f"{remedy}, or teach it to components/units.py"
            yield Problem(book.codebook_document.path, line, "C409", what, hint)


def _at(file: DataFile, series: str, code: str, what: str, hint: str) -> Problem:
    return Problem(file.path, file.line("series", series, "mirror"), code, what, hint)


def _differences(first: DataFile, second: DataFile, name: str) -> str:
    one, other = first.dataset.sources[name].model_dump(), second.dataset.sources[name].model_dump()
    return ", ".join(
        f"{key} is {_shown(one[key])} there and {_shown(other[key])} here"
        for key in one
        if one[key] != other[key]
    )


def _shown(value: object) -> str:
    return "null" if value is None else str(value)


BOOK_RULES: tuple[Rule, ...] = (
    ids_are_given_once,
    sources_are_described_alike,
    mirrors_face_each_other,
    turnover_is_exports_and_imports,
    corrections_match,
    units_can_be_read,
)

WHOLE_RULES: frozenset[Rule] = frozenset({mirrors_face_each_other, corrections_match, the_codebook_is_used})
"""Rules that would find fault with the rest of the ledger where one of its files cannot be read."""
