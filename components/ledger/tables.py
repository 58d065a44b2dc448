"""Events, routes, projects, promises as frames: one row an event, waypoint, project, milestone, promise."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import pandas as pd

from components.ledger.book import DataFile, Entry
from components.ledger.frames import note
from components.ledger.ledger import Ledger
from components.ledger.records import Event, Milestone, Project, Route, Waypoint

BETWEEN = "; "
"""Stands between the parts of a cell that holds several."""
TABLES = (
    *("ledger", "history", "events", "routes", "projects", "milestones", "targets"),
    *("statements", "conflicts", "reckoned"),
)
"""The tables that are given out whole, by name."""
EVENT_COLUMNS = [
    *("event", "title", "date", "date_precision", "start", "end", "place", "countries", "topics"),
    *("kind", "status", "summary", "figures", "otherwise", "sources", "publishers", "urls", "published"),
    *("note", "file", "line"),
]
ROUTE_COLUMNS = [
    *("route", "name", "kind", "status", "opened", "operator", "length", "capacity"),
    *("order", "place", "country", "lat", "lon", "sources", "publishers", "urls", "note", "file", "line"),
]
PROJECT_COLUMNS = [
    *("project", "name", "technology", "status", "place", "country", "developer"),
    *("capacity", "cost", "output", "sources", "publishers", "urls", "note", "file", "line"),
]
MILESTONE_COLUMNS = [
    "project",
    "name",
    "technology",
    "date",
    "start",
    "what",
    "status",
    "source",
    "publisher",
]
PROMISE_COLUMNS = [
    *("series", "title", "target_of", "promiser", "originator", "promised_on"),
    *("period", "period_kind", "period_end", "hedge", "value", "value_low", "value_high", "unit"),
    *("printed", "language", "source", "publisher", "source_url", "sources", "note", "file", "line"),
]


def events_frame(ledger: Ledger) -> pd.DataFrame:
    """One row an event, oldest first: EVENT_COLUMNS; cells of several parts are joined by BETWEEN."""
    rows = [
        _event(file, index, event)
        for file in ledger.book.files
        for index, event in enumerate(file.dataset.events)
    ]
    frame = pd.DataFrame(rows, columns=EVENT_COLUMNS)
    days = {day: pd.to_datetime(frame[day]) for day in ("start", "end")}
    return frame.assign(**days).sort_values(["start", "event"], kind="stable", ignore_index=True)


def routes_frame(ledger: Ledger) -> pd.DataFrame:
    """One row a waypoint of a route, in its order: ROUTE_COLUMNS; lat and lon in degrees."""
    rows = [
        _waypoint(file, index, route, order, point)
        for file in ledger.book.files
        for index, route in enumerate(file.dataset.routes)
        for order, point in enumerate(route.waypoints)
    ]
    return pd.DataFrame(rows, columns=ROUTE_COLUMNS)


def projects_frame(ledger: Ledger) -> pd.DataFrame:
    """One row a project: PROJECT_COLUMNS; capacity, cost and output are ids of series."""
    rows = [
        _project(file, index, project)
        for file in ledger.book.files
        for index, project in enumerate(file.dataset.projects)
    ]
    return pd.DataFrame(rows, columns=PROJECT_COLUMNS)


def milestones_frame(ledger: Ledger) -> pd.DataFrame:
    """One row a milestone of a project, oldest first: MILESTONE_COLUMNS."""
    rows = [
        _milestone(file, project, step)
        for file in ledger.book.files
        for project in file.dataset.projects
        for step in project.milestones
    ]
    frame = pd.DataFrame(rows, columns=MILESTONE_COLUMNS).assign(
        start=lambda rows: pd.to_datetime(rows["start"])
    )
    return frame.sort_values(["start", "project"], kind="stable", ignore_index=True)


def parts(cell: object) -> list[str]:
    """The parts of a cell that holds several; none of a cell that is missing."""
    return cell.split(BETWEEN) if isinstance(cell, str) and cell else []


def promises_frame(ledger: Ledger) -> pd.DataFrame:
    """One row a report of a target, in the words of its first known source: PROMISE_COLUMNS.

    `promised_on` is the day on which that source was published, or another one before it with the same
    digits; `sources` how many there are; `promiser` the maker of the series; `hedge` about, over, at least,
    almost, less than, up to or range, where the words have one. What is missing is not known.
    """
    rows = [
        _promise(prints)
        for file in ledger.book.files
        for prints in _prints_of_targets(ledger.book.entries(file))
    ]
    frame = pd.DataFrame(rows, columns=PROMISE_COLUMNS)
    frame = frame.astype(dict.fromkeys(("value", "value_low", "value_high"), "float64"))
    return frame.assign(**{day: pd.to_datetime(frame[day]) for day in ("promised_on", "period_end")})


def _prints_of_targets(entries: Iterable[Entry]) -> Iterator[Sequence[Entry]]:
    """The entries of each report of a target."""
    targets = (entry for entry in entries if entry.series.kind == "target")
    for _, prints in groupby(targets, key=lambda entry: entry.location):
        yield tuple(prints)


def _promise(prints: Sequence[Entry]) -> tuple[object, ...]:
    """A promise from its prints with the same digits; they stand in the order of the file."""
    entry = prints[0]
    series, report, source = entry.series, entry.report, entry.source
    days = [each.source.published for each in prints]
    promised_on = source.published and min(day for day in days if day)
    about = (entry.series_id, series.title, series.target_of, series.maker)
    period = (str(report.period), report.period.kind, report.period.end)
    value = (entry.token and entry.token.printed.hedge, entry.value, *entry.interval, series.unit)
    origin = (entry.language, entry.source_id, source.publisher, source.url, len(prints))
    told = " ".join(filter(None, (note(entry), series.note))) or None
    return (
        *(*about, source.originator, promised_on, *period, *value, report.printed, *origin),
        *(told, entry.file.path, entry.line),
    )


def _event(file: DataFile, index: int, event: Event) -> tuple[object, ...]:
    end = event.end or event.date.end
    otherwise = (
        f"{each.about}: {each.says} ({_names(file, each.sources)})" for each in event.otherwise or []
    )
    figures = (f"{each.series} {each.period}" for each in event.figures or [])
    when = (str(event.date), event.date.kind, event.date.start, end)
    about = (event.place, _joined(event.countries), _joined(event.topics), event.kind, event.status)
    story = (event.summary, _joined(figures), _joined(otherwise))
    origin = (*_origin(file, event.sources), _published(file, event.sources))
    return (event.id, event.title, *when, *about, *story, *origin, event.note, *_place(file, "events", index))


def _waypoint(file: DataFile, index: int, route: Route, order: int, point: Waypoint) -> tuple[object, ...]:
    opened = str(route.opened) if route.opened else None
    about = (route.id, route.name, route.kind, route.status, opened, route.operator)
    figures = (_joined(route.length), _joined(route.capacity))
    place = (order, point.name, point.country, float(point.lat), float(point.lon))
    return (
        *about,
        *figures,
        *place,
        *_origin(file, route.sources),
        route.note,
        *_place(file, "routes", index),
    )


def _project(file: DataFile, index: int, project: Project) -> tuple[object, ...]:
    about = (project.id, project.name, project.technology, project.status)
    where = (project.place, project.country, project.developer)
    figures = (project.capacity, project.cost, project.output)
    origin = _origin(file, project.sources)
    return (*about, *where, *figures, *origin, project.note, *_place(file, "projects", index))


def _milestone(file: DataFile, project: Project, step: Milestone) -> tuple[object, ...]:
    about = (project.id, project.name, project.technology, str(step.date), step.date.start, step.what)
    return (*about, step.status, step.source, file.dataset.sources[step.source].publisher)


def _origin(file: DataFile, sources: Iterable[str]) -> tuple[str | None, ...]:
    """Ids, publishers and addresses of sources; a source without an address leaves its part empty."""
    described = [file.dataset.sources[source] for source in sources]
    publishers, urls = [each.publisher for each in described], [each.url or "" for each in described]
    return _joined(sources), _joined(publishers), BETWEEN.join(urls)


def _published(file: DataFile, sources: Iterable[str]) -> str:
    days = [file.dataset.sources[source].published for source in sources]
    return BETWEEN.join(day.isoformat() if day else "" for day in days)


def _names(file: DataFile, sources: Iterable[str]) -> str:
    return ", ".join(file.dataset.sources[source].publisher for source in sources)


def _joined(parts: Iterable[str]) -> str | None:
    return BETWEEN.join(parts) or None


def _place(file: DataFile, section: str, index: int) -> tuple[str, int]:
    return file.path, file.line(section, index)
