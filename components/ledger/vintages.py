"""Vintages: a ledger as it was known on a day, from the sources that were published up to it.

A source without a publication date belongs to no vintage. Kinds and statuses of routes and projects, and all
titles and summaries, are in today's words.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from components import wording
from components.ledger.book import Book, DataFile, Entry
from components.ledger.records import (
    Corrections,
    Dataset,
    Event,
    LeftOuts,
    Milestone,
    Project,
    Route,
    Source,
    Statement,
)
from components.ledger.schema import Location
from components.periods import Period

AS_OF = "as-of"
"""The parameter of addresses that asks for a vintage."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NO_DAY = f"{AS_OF} is a day of the calendar such as 2025-03-01; left out, it stands for everything."
Story = Event | Route | Project
Observed = frozenset[tuple[str, Period]]
Told = TypeVar("Told", Event, Milestone)


@dataclass(frozen=True)
class KnownBook(Book):
    """A book of which some reports are known; its files name all series, also those without any."""

    known: dict[str, tuple[Entry, ...]] = field(default_factory=dict)

    def entries(self, file: DataFile) -> tuple[Entry, ...]:
        return self.known[file.path]


def publication_days(book: Book) -> tuple[date, ...]:
    """The days on which sources of the book were published, the oldest first."""
    sources = (source for file in book.files for source in file.dataset.sources.values())
    return tuple(sorted({source.published for source in sources if source.published}))


def day_asked(text: str, days: Sequence[date], today: date) -> date:
    """The day that a text spells, between the first of the publication days and today.

    ValueError says in a sentence what is wrong with it.
    """
    if not _DAY.fullmatch(text):
        raise ValueError(NO_DAY)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ValueError(NO_DAY) from None
    if day > today:
        raise ValueError(f"{wording.day(day)} is in the future; {AS_OF} is a day up to today.")
    if day < days[0]:
        first = wording.day(days[0])
        raise ValueError(f"Nothing was known on {wording.day(day)}: the first source is of {first}.")
    return day


def vintage_of(day: date, days: Sequence[date]) -> date:
    """The last publication day up to a day that is not before the first: both have the same vintage."""
    return days[bisect_right(days, day) - 1]


def as_known(book: Book, day: date) -> Book:
    """The book without the reports, statements, events, routes and projects that came out after a day."""
    known = {
        file.path: tuple(entry for entry in book.entries(file) if _is_out(entry.source, day))
        for file in book.files
    }
    keys = {entry.key for entries in known.values() for entry in entries}
    observed = frozenset((series, period) for series, period, _ in keys)
    files = tuple(_file(file, day, observed) for file in book.files)
    out = {name for file in files for name, source in file.dataset.sources.items() if _is_out(source, day)}
    corrections = [
        each for each in book.corrections.corrections if (each.series, each.period, each.source) in keys
    ]
    left_out = [each for each in book.left_out.left_out if out.intersection(each.sources)]
    return KnownBook(
        files,
        book.codebook,
        book.codebook_document,
        Corrections(corrections=corrections),
        book.corrections_document,
        LeftOuts(left_out=left_out),
        book.left_out_document,
        book.mirror_gaps,
        book.mirror_gaps_document,
        known,
    )


def undated_stories(book: Book) -> int:
    """How many events, routes and projects have no source with a date, and so belong to no vintage."""
    return sum(
        not any(file.dataset.sources[name].published for name in story.sources)
        for file in book.files
        for story in file.dataset.stories
    )


def _is_out(source: Source, day: date) -> bool:
    return source.published is not None and source.published <= day


def _file(file: DataFile, day: date, observed: Observed) -> DataFile:
    """A file with what was known of its stories and statements, on their lines; its series are all there."""
    dataset, lines = file.dataset, dict[Location, int]()
    out = {name for name, source in dataset.sources.items() if _is_out(source, day)}
    changes: dict[str, object] = {}
    for section, stories in _sections(dataset).items():
        kept = [place for place, story in enumerate(stories) if out.intersection(story.sources)]
        lines |= {(section, new): file.line(section, old) for new, old in enumerate(kept)}
        changes[section] = [_story(stories[place], out, day, observed) for place in kept]
    return DataFile(replace(file.document, lines=lines), dataset.model_copy(update=changes))


def _sections(dataset: Dataset) -> dict[str, Sequence[Story | Statement]]:
    return {
        "statements": dataset.statements or [],
        "events": dataset.events,
        "routes": dataset.routes,
        "projects": dataset.projects,
    }


def _story(story: Story | Statement, out: set[str], day: date, observed: Observed) -> Story | Statement:
    """A story by the sources that were out; what it says of figures and steps that were not is dropped."""
    known = _among(story.sources, out)
    if isinstance(story, Statement):
        return story.model_copy(update={"source": known[0], "also": known[1:]})
    changes: dict[str, object] = {"sources": known}
    if isinstance(story, Event):
        changes |= _event(story, out, day, observed)
    if isinstance(story, Project):
        changes["milestones"] = [_as_told(step, day) for step in story.milestones if step.source in out]
    return story.model_copy(update=changes)


def _event(event: Event, out: set[str], day: date, observed: Observed) -> dict[str, object]:
    otherwise = [
        each.model_copy(update={"sources": _among(each.sources, out)})
        for each in event.otherwise or ()
        if out.intersection(each.sources)
    ]
    figures = [each for each in event.figures or () if (each.series, each.period) in observed]
    return {"otherwise": otherwise, "figures": figures, "status": _as_told(event, day).status}


def _as_told(told: Told, day: date) -> Told:
    """What is dated later than the day was a plan on it."""
    return told.model_copy(update={"status": "planned"}) if told.date.start > day else told


def _among(names: Sequence[str], out: set[str]) -> list[str]:
    return [name for name in names if name in out]
