"""Periods: the stretches of time that figures are about, each with one spelling.

A text is read generously and then has to be the spelling of what it means; a refusal says that one.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, NoReturn

Kind = Literal["year", "half", "quarter", "month", "span", "day"]

FIRST_YEAR, LAST_YEAR = 1900, 2199
EXAMPLES = "2025, 2025-S1, 2025-Q3, 2025-04, 2025-01/2025-10, 2018/2020 or 2025-12-31"

_LONGEST = 40  # characters in which a wrong spelling is still looked for
_DASH = "\N{EN DASH}"
MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_POINTS = (
    re.compile(
        r"(?P<year>[0-9]{4}|[0-9]{2})"
        r"(?:(?P<mark>[-/. ])M?(?P<month>[0-9]{1,2})(?:(?P=mark)(?P<day>[0-9]{1,2}))?"
        r"|[-/. ]?(?P<part>[SHQ])-?(?P<number>[0-9]))?"
    ),
    re.compile(r"(?P<part>[SHQ])(?P<number>[0-9])[-/. ]?(?P<year>[0-9]{4})"),
    re.compile(r"(?P<number>[0-9])(?P<part>[SHQ])[-/. ]?(?P<year>[0-9]{4})"),
    re.compile(r"(?P<month>0?[1-9]|1[0-2])[-/. ](?P<year>[0-9]{4})"),
    re.compile(r"(?P<day>[0-9]{1,2})(?P<mark>[-.])(?P<month>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4})"),
)
_SPAN = re.compile(r"(.*[0-9]{4}.*?)(?:/|--|\.\.| TO |-(?=[0-9]{4}(?:-|$)))(.*[0-9]{4}.*)")
_SHORT_SPAN = re.compile(r"([0-9]{4}|[0-9]{2})/([0-9]{2})")
_MONTHS_OF_A_YEAR = re.compile(r"([0-9]{4})-([0-9]{2})/([0-9]{2})")
_LONG = re.compile(r"[0-9]{4}/[0-9]{4}|[0-9]{4}-[0-9]{2}/[0-9]{4}-[0-9]{2}")


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """A day, or whole months from `start` to `end`, both included; ordered by start and end."""

    start: date
    end: date

    def __post_init__(self) -> None:
        is_whole = self.start.day == 1 and self.end == _month_end(self.end.year, self.end.month)
        if self.start != self.end and not (is_whole and self.start < self.end):
            raise ValueError(
                f"{self.start} to {self.end} is no day and not whole months; use Period.of_months"
            )

    @staticmethod
    def parse(text: str) -> "Period":
        """Reads the one spelling of a period; the refusal of any other says the right one."""
        return _parse(text)

    @staticmethod
    def of_months(first: date, last: date) -> "Period":
        """The months from the one that `first` lies in to the one that `last` lies in."""
        return Period(date(first.year, first.month, 1), _month_end(last.year, last.month))

    @property
    def kind(self) -> Kind:
        """What sort of period it is; follows from start and end alone."""
        months, first = self.months, self.start.month
        if months is None:
            return "day"
        if months == 12 and first == 1:
            return "year"
        if months == 6 and first in (1, 7):
            return "half"
        if months == 3 and first in (1, 4, 7, 10):
            return "quarter"
        return "month" if months == 1 else "span"

    @property
    def months(self) -> int | None:
        """How many months it has; None for a day."""
        if self.start == self.end:
            return None
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1

    @property
    def window(self) -> str | None:
        """Its months within a year, "01-10"; None for a day and for a span that crosses years."""
        if self.start == self.end or self.start.year != self.end.year:
            return None
        return f"{self.start.month:02}-{self.end.month:02}"

    def year_before(self) -> "Period":
        """The same months, or the same day, a year earlier; 28 February for the 29th."""
        if self.months is None:
            day = _in_year_before(self.start)
            return Period(day, day)
        return Period.of_months(_in_year_before(self.start), _in_year_before(self.end))

    def same_months(self, other: "Period") -> bool:
        """Whether the two compare: the same kind and the same months, or day, of any year."""
        return self._calendar_place() == other._calendar_place()

    def label(self) -> str:
        """The period in English words."""
        first, last, kind = self.start, self.end, self.kind
        if kind == "year":
            return str(first.year)
        if kind == "day":
            return f"{first.day} {_month_and_year(first)}"
        if kind == "month":
            return _month_and_year(first)
        if first.year == last.year:
            return f"{MONTH_NAMES[first.month - 1]}{_DASH}{_month_and_year(last)}"
        if self._is_whole_years():
            return f"{first.year}{_DASH}{last.year}"
        return f"{_month_and_year(first)} {_DASH} {_month_and_year(last)}"

    def __str__(self) -> str:
        year, kind = f"{self.start.year:04}", self.kind
        if kind == "day":
            return self.start.isoformat()
        if kind == "half":
            return f"{year}-S{self.end.month // 6}"
        if kind == "quarter":
            return f"{year}-Q{self.end.month // 3}"
        if self._is_whole_years():
            return year if kind == "year" else f"{year}/{self.end.year:04}"
        first, last = f"{year}-{self.start.month:02}", f"{self.end.year:04}-{self.end.month:02}"
        return first if kind == "month" else f"{first}/{last}"

    def _is_whole_years(self) -> bool:
        return self.start.month == 1 and self.end.month == 12 and self.months is not None

    def _calendar_place(self) -> tuple[int, int | None, int]:
        """First month, number of months and, of a day, the day; the 29th of February counts as the 28th."""
        day = min(self.start.day, 28) if self.start.month == 2 else self.start.day
        return self.start.month, self.months, day


@lru_cache(maxsize=4096)
def _parse(text: str) -> Period:
    if len(text) > _LONGEST:
        _refuse(text[:_LONGEST] + "...", "is no period", f"write it as {EXAMPLES}")
    plain = _plain(text)
    period = _short_span(text, plain) or _point(text, plain) or _span(text, plain)
    if period is None:
        _refuse(text, "is no period", f"write it as {EXAMPLES}")
    if str(period) == text:
        return period
    what = f"is a {period.kind}" if _LONG.fullmatch(text) else "is not spelt as a period"
    return _refuse(text, what, f"write {period}")


def _plain(text: str) -> str:
    """The text in capitals, with plain dashes and no needless spaces."""
    spaced = " ".join(text.upper().replace(_DASH, "-").split())
    tight = re.sub(r" ?(--|\.\.|[-/]) ?", r"\1", spaced)
    return _MONTHS_OF_A_YEAR.sub(r"\1-\2/\1-\3", tight) if _MONTHS_OF_A_YEAR.fullmatch(tight) else tight


def _point(text: str, plain: str) -> Period | None:
    """A day, month, quarter, half or year."""
    found = next(filter(None, (each.fullmatch(plain) for each in _POINTS)), None)
    if found is None:
        return None
    said = found.groupdict()
    year = _year(text, found["year"])
    if said.get("part"):
        return _part(text, year, found["part"], int(found["number"]))
    if not said.get("month"):
        return Period(date(year, 1, 1), date(year, 12, 31))
    month = int(found["month"])
    if not 1 <= month <= 12:
        _refuse(text, "names no month", f"write one from {year}-01 to {year}-12")
    first, last = date(year, month, 1), _month_end(year, month)
    if not said.get("day"):
        return Period(first, last)
    if not 1 <= int(found["day"]) <= last.day:
        _refuse(text, "names no day", f"write one from {first} to {last}")
    day = first.replace(day=int(found["day"]))
    return Period(day, day)


def _part(text: str, year: int, letter: str, number: int) -> Period:
    kind, sign, months = ("quarter", "Q", 3) if letter == "Q" else ("half", "S", 6)
    if not 1 <= number <= 12 // months:
        _refuse(text, f"names no {kind}", f"write one from {year}-{sign}1 to {year}-{sign}{12 // months}")
    last = number * months
    return Period.of_months(date(year, last - months + 1, 1), date(year, last, 1))


def _span(text: str, plain: str) -> Period | None:
    """From one point to another."""
    found = _SPAN.fullmatch(plain)
    first, last = (_point(text, found[1]), _point(text, found[2])) if found else (None, None)
    if first is None or last is None:
        return None
    if first == last:
        return first
    is_backward = last.end < first.start
    start, end = (last.start, first.end) if is_backward else (first.start, last.end)
    months = Period.of_months(start, end)
    if (months.start, months.end) != (start, end):
        _refuse(
            text, "is a span of days", f"write {months} if the figure is about all of it, or leave it out"
        )
    if is_backward:
        _refuse(text, "ends before it starts", f"write {months}")
    return months


def _short_span(text: str, plain: str) -> Period | None:
    """Two digits after a year and a stroke, where they can be a later year of the same century."""
    found = _SHORT_SPAN.fullmatch(plain)
    if found is None:
        return None
    year, number = _year(text, found[1]), int(found[2])
    until = year - year % 100 + number
    if until <= year:
        return None
    if number <= 12:
        remedy = f"write {year}-{number:02} for the month, or {year}/{until} for the years"
        _refuse(text, "can be read in two ways", remedy)
    return Period(date(year, 1, 1), date(until, 12, 31))


def _year(text: str, digits: str) -> int:
    year = int(digits)
    if len(digits) == 2:
        return year + (2000 if year < 70 else 1900)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        _refuse(text, "is of a year that cannot be meant", f"write one from {FIRST_YEAR} to {LAST_YEAR}")
    return year


def _refuse(text: str, what: str, remedy: str) -> NoReturn:
    raise ValueError(f'"{text}" {what}; {remedy}')


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _in_year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, monthrange(day.year - 1, day.month)[1]))


def _month_and_year(day: date) -> str:
    return f"{MONTH_NAMES[day.month - 1]} {day.year}"
