"""Rules between the records of one file, one small function a rule."""

from collections.abc import Callable, Collection, Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from components.ledger.book import Book, DataFile, Entry
from components.ledger.problems import Problem
from components.ledger.records import Dataset
from components.ledger.schema import Location, nearest
from components.printed import why_unreadable
from components.units import Unit, UnitError, convert

Rule = Callable[[Book, DataFile], Iterator[Problem]]


def ids_begin_with_the_subject(book: Book, file: DataFile) -> Iterator[Problem]:
    """Every id of a series or statement begins with its file's subject."""
    stem = file.path.rpartition("/")[2].removesuffix(".yaml")
    subjects = file.dataset.subject or [stem]
    for name, location in figure_ids(file.dataset):
        if not any(name == subject or name.startswith(f"{subject}-") for subject in subjects):
            what = f'the id "{name}" does not begin with the subject of its file'
            yield Problem(file.path, file.line(*location), "C201", what, f"begin it with {_or(subjects)}")


def words_are_in_the_codebook(book: Book, file: DataFile) -> Iterator[Problem]:
    """Indicators, areas and units come from the codebook."""
    codebook = book.codebook
    for location, area in areas(file.dataset):
        if area not in codebook.areas:
            yield _not_in_the_codebook(file, location, area, codebook.areas)
    for name, series in file.dataset.series.items():
        used: list[tuple[str, str | None, Collection[str]]] = [
            ("indicator", series.indicator, codebook.indicators),
            ("maker", series.maker, codebook.makers),
            ("unit", series.unit, codebook.units),
        ]
        for key, word, known in used:
            if word is not None and word not in known:
                yield _not_in_the_codebook(file, ("series", name, key), word, known)
        for index, report in enumerate(series.reports):
            if report.unit is not None and report.unit not in codebook.units:
                location = ("series", name, "reports", index, "unit")
                yield _not_in_the_codebook(file, location, report.unit, codebook.units)


def sources_are_described(book: Book, file: DataFile) -> Iterator[Problem]:
    """Whatever cites a source names one of its own file."""
    known = file.dataset.sources
    for location, sources in _citations(file):
        for source in sources:
            if source not in known:
                hint = nearest(source, known, otherwise="describe it under `sources`")
                yield Problem(file.path, file.line(*location), "C203", f'unknown source "{source}"', hint)


def sources_are_used(book: Book, file: DataFile) -> Iterator[Problem]:
    """A described source is cited at least once."""
    cited = {source for _, sources in _citations(file) for source in sources}
    for source in file.dataset.sources:
        if source not in cited:
            what = f'the source "{source}" is never used'
            hint = "remove it, or name it in the report that it prints"
            yield Problem(file.path, file.line("sources", source), "C204", what, hint)


def a_report_stands_once(book: Book, file: DataFile) -> Iterator[Problem]:
    """A source prints one figure for a series and period."""
    first: dict[object, Entry] = {}
    for entry in book.entries(file):
        other = first.setdefault(entry.key, entry)
        if other is not entry:
            what = f'{entry.series_id} {entry.report.period} from "{entry.source_id}" is reported twice'
            hint = f"it stands on line {other.line} already: keep one"
            yield Problem(file.path, entry.line, "C205", what, hint)


def reports_are_in_order(book: Book, file: DataFile) -> Iterator[Problem]:
    """Reports of a series stand in the order of their periods."""
    for name, series in file.dataset.series.items():
        for index, (before, after) in enumerate(zip(series.reports, series.reports[1:], strict=False)):
            if after.period < before.period:
                what = f"{after.period} stands after {before.period}"
                line = file.line("series", name, "reports", index + 1)
                yield Problem(file.path, line, "C206", what, "put the reports in the order of their periods")


def facts_are_not_of_the_future(book: Book, file: DataFile) -> Iterator[Problem]:
    """A fact's period has ended when its source is published; targets and forecasts may look ahead."""
    for entry in book.entries(file):
        published = entry.source.published
        looks_ahead = entry.series.kind != "printed" or entry.report.status == "F"
        if published and entry.report.period.end > published and not looks_ahead:
            what = f"{entry.report.period} ends after its source was published ({published.isoformat()})"
            hint = "mend period or date, mark it `status: F`, or move it to a series of `kind: target`"
            yield Problem(file.path, entry.line, "C207", what, hint)


def units_are_of_one_dimension(book: Book, file: DataFile) -> Iterator[Problem]:
    """A report may be written in another scale than its series, never in another dimension."""
    for name, series in file.dataset.series.items():
        for index, report in enumerate(series.reports):
            known = series.unit in book.codebook.units and report.unit in book.codebook.units
            if known and not converts(str(report.unit), series.unit):
                is_alike = same_dimension(str(report.unit), series.unit)
                why = "do not convert to each other exactly" if is_alike else "measure different things"
                what = f'"{report.unit}" and the series\' "{series.unit}" {why}'
                line = file.line("series", name, "reports", index)
                yield Problem(file.path, line, "C208", what, "give the figure a series of its own")


def a_preference_has_a_reason(book: Book, file: DataFile) -> Iterator[Problem]:
    """A preference comes with its reason, and once for an observation."""
    chosen: dict[tuple[str, object], int] = {}  # the place of the first preferred report
    for name, series in file.dataset.series.items():
        for index, report in enumerate(series.reports):
            line = file.line("series", name, "reports", index)
            if bool(report.preferred) != bool(report.because):
                missing = "because" if report.preferred else "preferred"
                what = "`preferred` and `because` stand together or not at all"
                yield Problem(file.path, line, "C209", what, f"add `{missing}`, or leave both out")
            if report.preferred and chosen.setdefault((name, report.period), index) != index:
                what = f"{name} {report.period} has two preferred reports"
                yield Problem(file.path, line, "C210", what, "prefer one of them")


def values_are_what_tokens_print(book: Book, file: DataFile) -> Iterator[Problem]:
    """The number of a report is the one that its printed token gives."""
    for entry in book.entries(file):
        if entry.is_first and units_are_known(book, entry):
            problem = _token_problem(entry)
            if problem:
                yield problem


def ids(dataset: Dataset) -> Iterator[tuple[str, Location]]:
    """All ids that a file gives, with their places."""
    yield from figure_ids(dataset)
    for section in ("events", "routes", "projects"):
        yield from ((each.id, (section, index)) for index, each in enumerate(getattr(dataset, section)))


def figure_ids(dataset: Dataset) -> Iterator[tuple[str, Location]]:
    """The ids of series and statements, with their places."""
    yield from ((series, ("series", series)) for series in dataset.series)
    yield from ((each.id, ("statements", index)) for index, each in enumerate(dataset.statements or []))


def areas(dataset: Dataset) -> Iterator[tuple[Location, str]]:
    """Every area that a file names, with its place."""
    for name, series in dataset.series.items():
        yield from _said(("series", name, "reporter"), series.reporter)
        yield from _said(("series", name, "partner"), series.partner)
    for index, event in enumerate(dataset.events):
        for country in event.countries:
            yield ("events", index, "countries"), country
    for index, route in enumerate(dataset.routes):
        for place, point in enumerate(route.waypoints):
            yield ("routes", index, "waypoints", place, "country"), point.country
    for index, project in enumerate(dataset.projects):
        yield from _said(("projects", index, "country"), project.country)


def _said(location: Location, area: str | None) -> Iterator[tuple[Location, str]]:
    if area is not None:
        yield location, area


def _token_problem(entry: Entry) -> Problem | None:
    token, value, unit = entry.reads or entry.report.printed, entry.report.value, entry.print_unit.name
    reading, place = entry.token, (entry.file.path, entry.line)
    if reading is None:
        obstacle = why_unreadable(token, entry.language) or "it says another unit"
        what = f'"{token}" cannot be read as a figure in {unit}: {obstacle}'
        hint = "copy the figure as it is printed, number, scale and unit, and no more"
        return Problem(*place, "C301", what, hint)
    if not reading.low <= value <= reading.high:
        prints = f"{plain(reading.low)} to {plain(reading.high)} {unit}"
        what = f'value {value} is outside what "{token}" prints ({prints})'
        return Problem(*place, "C302", what, "correct the one that is wrong")
    if value != reading.value:
        what = f'value {value} is not the number that "{token}" prints ({plain(reading.value)} {unit})'
        return Problem(*place, "C303", what, "write the printed number, neither rounded nor refined")
    return None


def plain(number: Decimal) -> str:
    """A number without exponent and without trailing zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def units_are_known(book: Book, entry: Entry) -> bool:
    """True where the units of a report can be read and compared."""
    written = entry.report.unit or entry.series.unit
    units = book.codebook.units
    return written in units and entry.series.unit in units and converts(written, entry.series.unit)


def is_readable(book: Book, entry: Entry) -> bool:
    """True where a report's token gives an interval."""
    return units_are_known(book, entry) and entry.token is not None


def same_dimension(one: str, other: str) -> bool:
    """True where figures in two units compare; a unit that cannot be read compares with none."""
    try:
        return Unit.parse(one).dimension == Unit.parse(other).dimension
    except UnitError:
        return False


@lru_cache(maxsize=4096)
def converts(one: str, other: str) -> bool:
    """True where each figure in one unit is a finite number of the other: not terajoules in kWh."""
    try:
        return convert(Decimal(1), Unit.parse(one), Unit.parse(other)) > 0
    except UnitError:
        return False


def _citations(file: DataFile) -> Iterator[tuple[Location, list[str]]]:
    for name, series in file.dataset.series.items():
        for index, report in enumerate(series.reports):
            yield ("series", name, "reports", index), [report.source, *report.also]
    for index, statement in enumerate(file.dataset.statements or []):
        yield ("statements", index), statement.sources
    for index, event in enumerate(file.dataset.events):
        others = [source for each in event.otherwise or [] for source in each.sources]
        yield ("events", index), [*event.sources, *others]
    for index, route in enumerate(file.dataset.routes):
        yield ("routes", index), route.sources
    for index, project in enumerate(file.dataset.projects):
        yield ("projects", index), [*project.sources, *(step.source for step in project.milestones)]


def _not_in_the_codebook(file: DataFile, location: Location, word: str, known: Iterable[str]) -> Problem:
    hint = nearest(word, known, otherwise="add it to datasets/codebook.yaml, or use a word from there")
    return Problem(file.path, file.line(*location), "C202", f'unknown {location[-1]} "{word}"', hint)


def _or(words: Iterable[str]) -> str:
    return " or ".join(f'"{word}"' for word in words)


FILE_RULES: tuple[Rule, ...] = (
    ids_begin_with_the_subject,
    words_are_in_the_codebook,
    sources_are_described,
    sources_are_used,
    a_report_stands_once,
    reports_are_in_order,
    facts_are_not_of_the_future,
    units_are_of_one_dimension,
    a_preference_has_a_reason,
    values_are_what_tokens_print,
)
