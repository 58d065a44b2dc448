"""Which rows a chart, a table and a download show: one choice, one query, the same rows everywhere."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Literal
from urllib.parse import urlencode

import pandas as pd

from components.periods import Period

YEAR = "01-12"
YEAR_TO_DATE = "year-to-date"
DAYS = "days"
WINDOWS = tuple(f"01-{month:02d}" for month in range(1, 13))
REPORTS = ("all", "preferred")
Measure = Literal["level", "growth", "index", "share"]
"""As printed, growth on the same months a year before, an index, or parts of the first series."""
MEASURES = ("level", "growth", "index", "share")
_MONTHS = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|1[0-2])")


@dataclass(frozen=True)
class Selection:
    """Series, the months that a period has to cover, the years, and whether other prints are in."""

    series: tuple[str, ...] = ()
    """Ids of series; none means all."""
    window: str | None = None
    """`01-12` for full years, `04-06` for second quarters, `year-to-date` for what begins in January,
    `days` for levels on a day."""
    since: int | None = None
    until: int | None = None
    reports: Literal["all", "preferred"] = "all"
    measure: Measure = "level"
    reckoned: bool = False
    """Whether figures that nobody prints, implied or derived, stand beside those that are printed."""

    @classmethod
    def from_query(cls, query: Mapping[str, Sequence[str]]) -> "Selection":
        """The selection that a query string spells; ValueError says what is not understood."""
        known = [field.name for field in fields(cls)]
        unknown = sorted(set(query) - set(known))
        if unknown:
            raise ValueError(f"Unknown parameter. Known are: {', '.join(known)}, as-of, excel.")
        return cls(
            series=tuple(name for value in query.get("series", ()) for name in value.split(",") if name),
            window=_window(query),
            since=_year(query, "since"),
            until=_year(query, "until"),
            reports=_choice(query, "reports", REPORTS) or "all",  # type: ignore[arg-type]  # _choice checked it
            measure=_choice(query, "measure", MEASURES) or "level",  # type: ignore[arg-type]  # the same
            reckoned=_choice(query, "reckoned", ("1",)) == "1",
        )

    def query(self) -> str:
        """The query string of this selection; what is not chosen is not in it."""
        chosen = {
            "series": ",".join(self.series),
            "window": self.window,
            "since": self.since,
            "until": self.until,
        }
        chosen["reports"] = self.reports if self.reports != "all" else None
        chosen["measure"] = self.measure if self.measure != "level" else None
        chosen["reckoned"] = "1" if self.reckoned else None
        return urlencode({key: value for key, value in chosen.items() if value}, safe=",")

    def file_name(self) -> str:
        """A name for the download, in ASCII and without extension."""
        subject = "-".join(self.series[:3]) or "caspian-ledger"
        more = f"-and-{len(self.series) - 3}-more" if len(self.series) > 3 else ""
        measure = self.measure if self.measure != "level" else None
        reckoned = "with-reckoned" if self.reckoned else None
        return "-".join(filter(None, (subject + more, measure, self.window, self._years(), reckoned)))

    def rows(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The chosen rows of a ledger frame, in its order; a series without any is left to the caller."""
        chosen = frame[frame["series"].isin(self.series)] if self.series else frame
        if self.reports == "preferred":
            chosen = chosen[chosen["preferred"]]
        if self.window:
            covering = [period for period in chosen["period"].unique() if _covers(period, self.window)]
            chosen = chosen[chosen["period"].isin(covering)]
        return self.in_years(chosen)

    def in_years(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Those of the rows whose period ends in the chosen years."""
        years = rows["period_end"].dt.year
        in_range: pd.Series[bool] = years.between(self.since or years.min(), self.until or years.max())
        return rows[in_range]

    def _years(self) -> str | None:
        return f"{self.since or ''}-{self.until or ''}" if self.since or self.until else None


def _covers(period: str, window: str) -> bool:
    parsed = Period.parse(period)
    if window == DAYS:
        return parsed.kind == "day"
    covered = parsed.window
    if window == YEAR_TO_DATE:
        return covered is not None and covered.startswith("01-")
    return covered == window


def _window(query: Mapping[str, Sequence[str]]) -> str | None:
    values = query.get("window", ())
    if not values:
        return None
    if len(values) == 1 and (values[0] in (YEAR_TO_DATE, DAYS) or _is_months(values[0])):
        return values[0]
    raise ValueError(f"window is months such as 01-06, or {YEAR_TO_DATE}, or {DAYS}.")


def _is_months(text: str) -> bool:
    return _MONTHS.fullmatch(text) is not None and text[:2] <= text[3:]


def _choice(query: Mapping[str, Sequence[str]], name: str, allowed: Sequence[str]) -> str | None:
    values = query.get(name, ())
    if not values:
        return None
    if len(values) > 1 or values[0] not in allowed:
        raise ValueError(f"Unknown {name}. Known are: {', '.join(allowed)}.")
    return values[0]


def _year(query: Mapping[str, Sequence[str]], name: str) -> int | None:
    values = query.get(name, ())
    if not values:
        return None
    if len(values) > 1 or not (values[0].isascii() and values[0].isdigit() and len(values[0]) == 4):
        raise ValueError(f"{name} is a year, such as 2025.")
    return int(values[0])
