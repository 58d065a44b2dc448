"""What became of each promise, and the pace that it needs against the pace so far.

Promises and reports in, one row a promise out. An amount of another unit is converted into that of the
promise; forecasts are no facts. Nothing is filled in: what cannot be said is missing.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

import pandas as pd

from components import measures
from components.units import Unit, convert

STANDINGS = ("current", "superseded", "met", "missed", "open")
"""What became of a promise; see `judged`."""
SINCE_PROMISE, LAST_PRINTED = "since the promise", "last printed years"
NO_YEAR = "no year is named"
NO_PATH = "no yearly figures of its scope and time are printed"
NO_FACT = "nothing is printed for its time"
NO_FACTS = "no full year is printed"
NO_FULL_YEAR = "it is not for a full year"
SAME_YEAR = "the newest figure is of its own year"
MOST_YEARS = 5
"""Over so many printed years the pace is reckoned where fewer than two are printed since the promise."""
_FEWER_IS_AIMED_AT = frozenset({"days"})
_PERCENT = "percent"

_AMOUNT = ["period", "period_kind", "period_end", "value", "value_low", "value_high", "unit"]
_FACT = ["series", *_AMOUNT, "period_start", "obs_status", "preferred"]
_PROMISE = ["series", "target_of", "promiser", "promised_on", *_AMOUNT]

Row = Mapping[Hashable, Any]


class Pace(NamedTuple):
    """From the newest year to the aim and up to the newest year; amounts in the unit of the promise.

    `newest_year` and `newest` are the newest fact of a full year, or level of a year; `is_reached` whether
    that is the number aimed at or more (of days, less). `needed` is the change that each year has to bring,
    None where the aim is reached. `so_far` is the mean change of a year from `since` on, None where only one
    year is printed; `basis` says which years these are. Both have what the printed digits and words allow.
    Only a current promise for a year has a pace.
    """

    newest_year: int | None = None
    newest: float | None = None
    is_reached: bool = False
    needed: float | None = None
    needed_low: float | None = None
    needed_high: float | None = None
    so_far: float | None = None
    so_far_low: float | None = None
    so_far_high: float | None = None
    since: int | None = None
    basis: str | None = None


class _Path(NamedTuple):
    """The facts of one series in the order of time, and those of its years, with `year`."""

    facts: tuple[Row, ...]
    years: tuple[Row, ...]

    def fact_of(self, promise: Row) -> Row | None:
        """The fact of the period that was aimed at; a day names none."""
        if promise["period_kind"] == "day":
            return None
        if promise["period_kind"] == "year":
            aimed_at = promise["period_end"].year
            return next((row for row in self.years if row["year"] == aimed_at), None)
        return next((row for row in self.facts if row["period"] == promise["period"]), None)


ADDED = ("standing", "fact_period", "fact", *Pace._fields, "pace_unit", "no_pace")
_AMOUNTS = (
    "fact",
    "newest",
    *(f"{pace}{end}" for pace in ("needed", "so_far") for end in ("", "_low", "_high")),
)


def judged(promises: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """The promises with ADDED: what became of each, the fact that tells it or the newest one, and its pace.

    - superseded: the same maker promised another amount for the same period, or the same amount for a
      later one, on a later day, and before the first one's period was over. Both days have to be known.
    - met, missed: the period is over and its fact is printed; met if the fact's interval reaches the
      promise's.
    - current: the period is not over.
    - open: the period is over and no fact of it is printed, or no year was named: a promise for a day
      stands under the day on which it was made.

    `no_pace` says why a promise that is current or open has none. A period is over when it ends no later
    than the newest source of `reports` was published.
    """
    today = reports["source_published"].max()
    about = reports[reports["series"].isin(promises["target_of"])]
    facts = dict(iter(_facts(about)[_FACT].astype(object).groupby("series")))
    asked = promises[promises["target_of"].isin(list(facts))][["target_of", "unit"]].drop_duplicates()
    paths = {(aim, unit): _path(measures.in_unit(facts[aim], unit)) for aim, unit in asked.to_numpy()}
    rows = [
        _judged(row, paths.get((row["target_of"], row["unit"]), _Path((), ())), today, is_gone=is_gone)
        for row, is_gone in zip(_records(promises), superseded(promises), strict=True)
    ]
    added = pd.DataFrame(rows, columns=list(ADDED), index=promises.index)
    whole = dict.fromkeys(("newest_year", "since"), "Int64")
    return promises.join(added.astype(dict.fromkeys(_AMOUNTS, "float64") | whole | {"is_reached": "bool"}))


def yearly(facts: pd.DataFrame) -> pd.DataFrame:
    """One row a year of one series, with `year`: full years; where there is none, each year's last level."""
    known = _facts(facts)
    return _yearly(known)


def superseded(promises: pd.DataFrame) -> list[bool]:
    """Whether a later promise of the same maker stands in the place of each; see `judged`."""
    rows = _records(promises)
    groups: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["target_of"] or row["series"], row["promiser"]].append(row)
    return [
        row["promiser"] is not None
        and any(_replaces(later, row) for later in groups[row["target_of"] or row["series"], row["promiser"]])
        for row in rows
    ]


def _records(promises: pd.DataFrame) -> list[Row]:
    """The promises as they are judged; what is not known is None."""
    known = promises[_PROMISE].astype(object)
    return list(known.where(known.notna(), None).to_dict("records"))


def _replaces(later: Row, row: Row) -> bool:
    if not (later["promised_on"] and row["promised_on"]):
        return False
    if not row["promised_on"] < later["promised_on"] <= row["period_end"]:
        return False
    again = _amount(later, row["unit"]) == _amount(row, row["unit"])
    if later["period"] == row["period"]:
        return not again
    return again and bool(later["period_end"] > row["period_end"])


def _amount(row: Row, unit: str) -> Decimal:
    return convert(Decimal(str(row["value"])), Unit.parse(row["unit"]), Unit.parse(unit))


def _path(facts: pd.DataFrame) -> "_Path":
    return _Path(tuple(facts.to_dict("records")), tuple(_yearly(facts).to_dict("records")))


def _facts(facts: pd.DataFrame) -> pd.DataFrame:
    """The preferred figures in the order of time; a forecast is no fact."""
    known = measures.preferred(facts[facts["obs_status"] != "F"])
    return known.sort_values(["period_end", "period_start"], ascending=[True, False], kind="stable")


def _yearly(known: pd.DataFrame) -> pd.DataFrame:
    years = known[known["period_kind"] == "year"]
    if years.empty and (known["period_kind"] == "day").any():
        years = known[known["period_kind"].isin(["day", "month"])]
    return years.assign(year=[end.year for end in years["period_end"]]).drop_duplicates("year", keep="last")


def _judged(promise: Row, path: _Path, today: pd.Timestamp, *, is_gone: bool) -> tuple[object, ...]:
    fact = path.fact_of(promise)
    standing = _standing(promise, fact, today, is_gone=is_gone)
    told = fact if standing in ("met", "missed") else next(reversed(path.facts), None)
    shown = (told["period"], told["value"]) if told else (None, None)
    pace = _pace(promise, path.years, is_current=standing == "current")
    unit = "percentage points" if promise["unit"] == _PERCENT else promise["unit"]
    has_pace = pace.needed is not None or pace.so_far is not None
    reason = None if has_pace or pace.is_reached else _no_pace(promise, path, standing)
    return (standing, *shown, *pace, f"{unit} a year" if has_pace else None, reason)


def _no_pace(promise: Row, path: _Path, standing: str) -> str | None:
    """Why a promise that is current or open has no pace."""
    if standing not in ("current", "open"):
        return None
    if promise["period_kind"] == "day":
        return NO_YEAR
    if promise["target_of"] is None:
        return NO_PATH
    if standing == "open":
        return NO_FACT
    if promise["period_kind"] != "year":
        return NO_FULL_YEAR
    return SAME_YEAR if path.years else NO_FACTS


def _standing(promise: Row, fact: Row | None, today: pd.Timestamp, *, is_gone: bool) -> str:
    if is_gone:
        return "superseded"
    if promise["period_end"] > today:
        return "current"
    if fact is None:
        return "open"
    return "met" if _reaches(fact, promise) else "missed"


def _reaches(fact: Row, promise: Row) -> bool:
    """Whether a fact can be what was promised or more; of days, less."""
    if _aims_lower(promise):
        return bool(fact["value_low"] <= promise["value_high"])
    return bool(fact["value_high"] >= promise["value_low"])


def _aims_lower(promise: Row) -> bool:
    return Unit.parse(promise["unit"]).dimension in _FEWER_IS_AIMED_AT


def _pace(promise: Row, years: Sequence[Row], *, is_current: bool) -> Pace:
    if not years:
        return Pace()
    last = years[-1]
    left = promise["period_end"].year - last["year"]
    if not is_current or promise["period_kind"] != "year" or left <= 0:
        return Pace(last["year"], last["value"])
    missing = promise["value"] - last["value"]
    is_reached = missing >= 0 if _aims_lower(promise) else missing <= 0
    pace = Pace(last["year"], last["value"], is_reached)
    if not is_reached:
        value, low, high = _a_year(last, promise, left)
        pace = pace._replace(needed=value, needed_low=low, needed_high=high)
    return _with_pace_so_far(pace, promise["promised_on"], years)


def _a_year(first: Row, last: Row, years: int) -> tuple[float, float, float]:
    """The mean change of a year between two amounts, and the least and most that their print allows."""
    ends = (("value", "value"), ("value_low", "value_high"), ("value_high", "value_low"))
    value, low, high = ((last[to] - first[start]) / years for to, start in ends)
    return value, low, high


def _with_pace_so_far(pace: Pace, promised_on: pd.Timestamp | None, years: Sequence[Row]) -> Pace:
    """The pace with the mean change of a year since the promise, or over the last printed years."""
    since = [row for row in years if promised_on and row["year"] >= promised_on.year]
    path, basis = (since, SINCE_PROMISE) if len(since) > 1 else (years[-MOST_YEARS:], LAST_PRINTED)
    if len(path) < 2:
        return pace
    first, last = path[0], path[-1]
    value, low, high = _a_year(first, last, last["year"] - first["year"])
    return pace._replace(so_far=value, so_far_low=low, so_far_high=high, since=first["year"], basis=basis)
