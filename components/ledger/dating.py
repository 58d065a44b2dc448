"""Rules on the period of a figure beside what dates its sources: their day, or the words of their id."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from components.ledger.book import Book, DataFile, Entry
from components.ledger.checks import Rule
from components.ledger.problems import Problem
from components.periods import LAST_YEAR, MONTH_NAMES, Period

SOON = 4
"""A figure of some months is news for so many months after the last of them."""
DAYS_SOON = 14

_SHORT = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = re.compile(r"(?<!\d)(?<![a-z]{2})(?:19[89]|20[0-6])\d(?!\d)")
_LAST_MONTHS = re.compile(
    r"(?<![a-z0-9])(?:(?P<months>\d\d?)m|[hs](?P<half>[12])|q(?P<quarter>[1-4])"
    r"|(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?))(?=-?(?:\d\d(?:\d\d)?)?(?![a-z0-9]))"
)
_LENGTHS = MappingProxyType({"months": 1, "half": 6, "quarter": 3})

Told = Mapping[tuple[str, str], Set[Period]]
"""The periods of which a source prints a series."""


def periods_are_as_old_as_a_source(book: Book, file: DataFile) -> Iterator[Problem]:
    """A figure is of the time of a source that prints it, or of one that the note names."""
    told, years = _told(book, file), _years(file)
    for prints in _by_report(book, file):
        first, period = prints[0], prints[0].report.period
        dated = [entry for entry in prints if years.get(entry.source_id)]
        note = f"{first.report.note} {first.series.note}"
        fits = any(
            _fits(entry, years[entry.source_id], told[entry.source_id, entry.series_id]) for entry in dated
        )
        if dated and not fits and str(period.end.year) not in note:
            time = dated[0].source.published or ", ".join(map(str, sorted(years[dated[0].source_id])))
            what = f'{period} is not of the time of its source "{dated[0].source_id}" ({time})'
            hint = f"mend period or source, or say in a note why it is of {period.end.year}"
            yield Problem(file.path, first.line, "C211", what, hint)


def months_are_those_of_a_source(book: Book, file: DataFile) -> Iterator[Problem]:
    """Where the id of a source names months, such as 9m or july, a figure of months ends with them."""
    told = _told(book, file)
    for prints in _by_report(book, file):
        first, period = prints[0], prints[0].report.period
        if period.window is None or period.kind == "year" or first.series.kind == "target":
            continue
        named = {entry.source_id: months for entry in prints if (months := last_months(entry.source_id))}
        months = frozenset().union(*named.values())
        is_in_a_table = any(
            _is_followed(period, told[name, first.series_id])
            or _is_part(period, told[name, first.series_id], months)
            for name in named
        )
        month = MONTH_NAMES[period.end.month - 1]
        is_named = not named or period.end.month in months or month in (first.report.note or "")
        if not is_named and not is_in_a_table:
            ends = " or ".join(MONTH_NAMES[each - 1] for each in sorted(months))
            what = f'{period} ends with {month}, its source "{next(iter(named))}" with {ends}'
            hint = f"mend period or source, or name {month} in a note that says why"
            yield Problem(file.path, first.line, "C212", what, hint)


def months_of_a_source_are_alike(book: Book, file: DataFile) -> Iterator[Problem]:
    """Of a source's figures of months one does not end with another month than all the rest, two at least."""
    by_source: dict[str, list[Entry]] = defaultdict(list)
    for entry in book.entries(file):
        is_of_months = entry.report.period.window is not None and entry.report.period.kind != "year"
        if entry.is_first and is_of_months and not last_months(entry.source_id):
            by_source[entry.source_id].append(entry)
    for source_id, entries in by_source.items():
        (usual, times), *_ = Counter(entry.report.period.end.month for entry in entries).most_common()
        odd = next((entry for entry in entries if entry.report.period.end.month != usual), None)
        if odd is None or times < 2 or times != len(entries) - 1:
            continue
        month, others = (MONTH_NAMES[each - 1] for each in (odd.report.period.end.month, usual))
        if month not in (odd.report.note or ""):
            what = f'{odd.report.period} ends with {month}, all else of "{source_id}" with {others}'
            hint = f"mend period or source, or name {month} in a note that says why"
            yield Problem(file.path, odd.line, "C213", what, hint)


@lru_cache(maxsize=4096)
def last_months(source_id: str) -> frozenset[int]:
    """The last months of what an id names: 9 of 9m-2021, 6 of h1 and of q2, 7 of july."""
    found: set[int] = set()
    for match in _LAST_MONTHS.finditer(source_id):
        part, word = str(match.lastgroup), match[str(match.lastgroup)]
        found.add(_SHORT.index(word[:3]) + 1 if part == "month" else int(word) * _LENGTHS[part])
    return frozenset(found & set(range(1, 13)))


@lru_cache(maxsize=4096)
def years_in(text: str) -> frozenset[int]:
    """The years from 1980 to 2069 that a text names."""
    return frozenset(map(int, _YEAR.findall(text)))


def _years(file: DataFile) -> dict[str, frozenset[int]]:
    """The year of each source's publication; where that is not known, those of its id, address and title.

    A year that has not come in any source of the file is one that the page looks ahead to.
    """
    sources = file.dataset.sources
    newest = max((each.published.year for each in sources.values() if each.published), default=LAST_YEAR)
    return {
        name: frozenset({each.published.year})
        if each.published
        else frozenset(year for year in years_in(f"{name} {each.url} {each.title}") if year <= newest)
        for name, each in sources.items()
    }


def _fits(entry: Entry, years: Set[int], told: Set[Period]) -> bool:
    """Whether a source that is dated can print a period as news, or in a row of periods."""
    period, published = entry.report.period, entry.source.published
    if period.kind == "day":
        return _day_fits(period.start, years, published)
    if entry.series.kind == "target" or entry.report.status == "F":
        return period.end.year >= min(years)
    if period.kind == "year" or period.window is None:
        return _is_in_a_row(period, told) or period.end.year in years or period.end.year + 1 in years
    if _is_followed(period, told) or any(other.months and other.year_before() == period for other in told):
        return True
    if f"{period.end:%Y-%m}" in entry.source_id:
        return True
    if published:
        return 0 <= _months_between(period.end, published) <= SOON
    return period.end.year in years or (period.end.month > 12 - SOON and period.end.year + 1 in years)


def _day_fits(day: date, years: Set[int], published: date | None) -> bool:
    """Of a day shortly before publication; the edge of a month, or of a year, may lie longer back."""
    before, after = day - timedelta(1), day + timedelta(1)
    if published:
        soon = 31 * SOON if 1 in (day.day, after.day) else DAYS_SOON
        soon = 366 if before.year != after.year else soon
        return day <= published <= day + timedelta(soon)
    return not years.isdisjoint({before.year, day.year, after.year})


def _is_in_a_row(period: Period, told: Set[Period]) -> bool:
    """Whether a source has a later stretch of the same kind, or anything of the next year."""
    return any(
        other.start > period.start and (other.kind == period.kind or other.start.year == period.end.year + 1)
        for other in told
    )


def _is_followed(period: Period, told: Set[Period]) -> bool:
    """Whether a source has the next month of a row of months."""
    return period.kind == "month" and any(
        other.kind == "month" and _months_between(period.end, other.end) == 1 for other in told
    )


def _is_part(period: Period, told: Set[Period], months: Set[int]) -> bool:
    """Whether a source has it beside a longer stretch around it, which ends with one of its own months."""
    return any(
        other.start <= period.start and period.end < other.end and other.end.month in months for other in told
    )


def _months_between(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def _told(book: Book, file: DataFile) -> Told:
    told: dict[tuple[str, str], set[Period]] = defaultdict(set)
    for entry in book.entries(file):
        told[entry.source_id, entry.series_id].add(entry.report.period)
    return told


def _by_report(book: Book, file: DataFile) -> Iterator[Sequence[Entry]]:
    """The entries of each report: that of its source first, then those of `also`."""
    reports: dict[tuple[str, int], list[Entry]] = defaultdict(list)
    for entry in book.entries(file):
        reports[entry.series_id, entry.index].append(entry)
    yield from reports.values()


DATING_RULES: tuple[Rule, ...] = (
    periods_are_as_old_as_a_source,
    months_are_those_of_a_source,
    months_of_a_source_are_alike,
)
