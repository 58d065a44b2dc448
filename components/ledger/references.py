"""Rules on what targets, events, routes, projects and the left-out say about the figures of the ledger."""

from collections.abc import Iterable, Iterator, Mapping

from components.ledger.book import Book, DataFile
from components.ledger.checks import same_dimension
from components.ledger.crosschecks import Rule
from components.ledger.problems import Problem
from components.ledger.records import Series
from components.ledger.schema import Location, nearest
from components.periods import Period


def named_series_are_known(book: Book) -> Iterator[Problem]:
    """Events, routes and projects name series of the ledger."""
    known = book.series
    for file in book.files:
        for location, name in _named(file):
            if name not in known:
                hint = nearest(name, known, otherwise="name a series of the ledger")
                yield Problem(file.path, file.line(*location), "C411", f'unknown series "{name}"', hint)


def figures_of_events_are_printed(book: Book) -> Iterator[Problem]:
    """An event talks about observations that the ledger has."""
    printed: dict[str, set[Period]] = {}
    for file in book.files:
        for name, series in file.dataset.series.items():
            printed[name] = {report.period for report in series.reports}
    for file in book.files:
        for index, event in enumerate(file.dataset.events):
            for figure in event.figures or []:
                periods = printed.get(figure.series)
                if periods and figure.period not in periods:
                    line = file.line("events", index, "figures")
                    what = f"{figure.series} has no figure for {figure.period}"
                    hint = f"name one of its periods, such as {max(periods)}"
                    yield Problem(file.path, line, "C412", what, hint)


def events_have_happened(book: Book) -> Iterator[Problem]:
    """An event that happened began no later than its newest source was published."""
    for file in book.files:
        for index, event in enumerate(file.dataset.events):
            sources = [file.dataset.sources[name] for name in event.sources if name in file.dataset.sources]
            days = [source.published for source in sources]
            known = [day for day in days if day is not None]
            is_late = event.status == "happened" and len(known) == len(days) > 0
            if is_late and event.date.start > max(known):
                what = f"{event.date} lies after the newest source of the event ({max(known)})"
                hint = "mend the date, or mark it `status: planned`"
                yield Problem(file.path, file.line("events", index, "date"), "C413", what, hint)


def targets_name_a_printed_series(book: Book) -> Iterator[Problem]:
    """`target_of` stands at a target and names a printed series that measures in the same dimension."""
    known = book.series
    for file in book.files:
        for name, series in file.dataset.series.items():
            if series.target_of is not None:
                line = file.line("series", name, "target_of")
                for code, what, hint in _doubts(series, series.target_of, known):
                    yield Problem(file.path, line, code, what, hint)


def _doubts(series: Series, aim: str, known: Mapping[str, Series]) -> Iterator[tuple[str, str, str]]:
    """What is wrong with a `target_of`: code, finding, remedy."""
    other = known.get(aim)
    if series.kind != "target":
        yield "C431", f"`target_of` stands at a series of `kind: {series.kind}`", "leave it to targets"
    if other is None:
        hint = nearest(aim, known, otherwise="name a printed series of the ledger, or leave it out")
        yield "C432", f'`target_of` names an unknown series "{aim}"', hint
    elif other.kind != "printed":
        what = f'`target_of` names "{aim}", a series of `kind: {other.kind}`'
        yield "C433", what, "name the printed series of the same thing, or leave it out"
    elif not same_dimension(series.unit, other.unit):
        what = f'a target in {series.unit}, but "{aim}" is in {other.unit}'
        yield "C434", what, "name a series that measures the same thing"


def what_is_left_out_is_not_in(book: Book) -> Iterator[Problem]:
    """What the list of the left-out names is not in the ledger under the same series, period and token."""
    document = book.left_out_document
    present = {
        (entry.series_id, str(entry.report.period), entry.report.printed, entry.source_id)
        for file in book.files
        for entry in book.entries(file)
    }
    for index, each in enumerate(book.left_out.left_out if document else ()):
        found = [s for s in each.sources if (each.series, each.period, each.printed, s) in present]
        if document and found:
            line = document.lines.get(("left_out", index), 1)
            what = f'{each.series} {each.period} "{each.printed}" of {found[0]} is in the ledger'
            yield Problem(document.path, line, "C414", what, "remove it here, or take the report out")


def _named(file: DataFile) -> Iterator[tuple[Location, str]]:
    """Every series that an event, a route or a project names, with its place."""
    for index, event in enumerate(file.dataset.events):
        yield from _each(("events", index), [figure.series for figure in event.figures or []])
    for index, route in enumerate(file.dataset.routes):
        yield from _each(("routes", index), [*route.length, *route.capacity])
    for index, project in enumerate(file.dataset.projects):
        names = (project.capacity, project.cost, project.output)
        yield from _each(("projects", index), [name for name in names if name])


def _each(location: Location, names: Iterable[str]) -> Iterator[tuple[Location, str]]:
    return ((location, name) for name in names)


REFERENCE_RULES: tuple[Rule, ...] = (
    named_series_are_known,
    figures_of_events_are_printed,
    events_have_happened,
    targets_name_a_printed_series,
    what_is_left_out_is_not_in,
)

WHOLE_REFERENCE_RULES: frozenset[Rule] = frozenset(
    {named_series_are_known, figures_of_events_are_printed, targets_name_a_printed_series}
)
"""Rules that would find fault with the rest of the ledger where one of its files cannot be read."""
