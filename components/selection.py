"""Which rows a chart, a table and a download show: one choice, one query, the same rows everywhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Literal
from urllib.parse import urlencode

import pandas as pd

from components.periods import Period

YEAR = "01-12"
YEAR_TO_DATE = "year-to-date"
WINDOWS = tuple(f"01-{month:02d}" for month in range(1, 13))
REPORTS = ("all", "preferred")


@dataclass(frozen=True)
class Selection:
    """Series, the months that a period has to cover, the years, and whether other prints are in."""

    series: tuple[str, ...] = ()
    """Ids of series; none means all."""
    window: str | None = None
    """`01-12` for full years, `01-06` for first halves, `year-to-date` for what begins in January."""
    since: int | None = None
    until: int | None = None
    reports: Literal["all", "preferred"] = "all"

    @classmethod
    def from_query(cls, query: Mapping[str, Sequence[str]]) -> "Selection":
        """The selection that a query string spells; ValueError says what is not understood."""
        known = [field.name for field in fields(cls)]
        unknown = sorted(set(query) - set(known))
        if unknown:
            raise ValueError(f"Unknown parameter. Known are: {', '.join(known)}, excel.")
        return cls(
            series=tuple(name for value in query.get("series", ()) for name in value.split(",") if name),
            window=_choice(query, "window", (*WINDOWS, YEAR_TO_DATE)),
            since=_year(query, "since"),
            until=_year(query, "until"),
            reports=_choice(query, "reports", REPORTS) or "all",  # type: ignore[arg-type]  # _choice checked it
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
        return urlencode({key: value for key, value in chosen.items() if value}, safe=",")

    def file_name(self) -> str:
        """A name for the download, in ASCII and without extension."""
        subject = "-".join(self.series[:3]) or "caspian-ledger"
        more = f"-and-{len(self.series) - 3}-more" if len(self.series) > 3 else ""
        return "-".join(filter(None, (subject + more, self.window, self._years())))

    def rows(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The chosen rows of a ledger frame, in its order; KeyError names series that are not in it."""
        unknown = set(self.series) - set(frame["series"])
        if unknown:
            raise KeyError(f"unknown series {', '.join(sorted(unknown))}")
        chosen = frame[frame["series"].isin(self.series)] if self.series else frame
        if self.reports == "preferred":
            chosen = chosen[chosen["preferred"]]
        if self.window:
            covering = [period for period in chosen["period"].unique() if _covers(period, self.window)]
            chosen = chosen[chosen["period"].isin(covering)]
        years = chosen["period_end"].dt.year
        in_range: pd.Series[bool] = years.between(self.since or years.min(), self.until or years.max())
        return chosen[in_range]

    def _years(self) -> str | None:
        return f"{self.since or ''}-{self.until or ''}" if self.since or self.until else None


def _covers(period: str, window: str) -> bool:
    covered = Period.parse(period).window
    if window == YEAR_TO_DATE:
        return covered is not None and covered.startswith("01-")
    return covered == window


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
