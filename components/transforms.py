"""Rows as a reader asks for them: as printed, or as growth, index or share reckoned from what is printed.

What is reckoned is a value of its own kind, `derived`, with the interval that the printed digits allow and
its arithmetic in the note. Only preferred rows count; what lacks a base is missing.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

import pandas as pd

from components import measures, wording
from components.periods import Period
from components.selection import Selection

BOUNDS = ("value", "value_low", "value_high")
PERCENT = 100.0


def rows(frame: pd.DataFrame, shown: Selection) -> pd.DataFrame:
    """The rows of a selection of a ledger frame, in the measure that it asks for."""
    if shown.measure == "level":
        return shown.rows(frame)
    printed = replace(shown, since=None, until=None, reports="preferred").rows(frame)
    return shown.in_years(MAKERS[shown.measure](printed.reset_index(drop=True), shown.series))


def with_reckoned(frame: pd.DataFrame, reckoned: pd.DataFrame, shown: Selection) -> pd.DataFrame:
    """The rows of a ledger frame, and what is reckoned of the series of the selection."""
    chosen = reckoned[reckoned["series"].isin(shown.series)] if shown.series else reckoned
    return pd.concat([frame, chosen], ignore_index=True)


def growth(printed: pd.DataFrame, _: tuple[str, ...]) -> pd.DataFrame:
    """Percent more than in the same months a year before."""
    before = [str(Period.parse(period).year_before()) for period in printed["period"]]
    base = _figures(printed, printed["series"], pd.Series(before, index=printed.index, dtype=object))
    made = _over(printed, base, "over")
    return made.assign(**{bound: made[bound] - PERCENT for bound in BOUNDS})


def index(printed: pd.DataFrame, _: tuple[str, ...]) -> pd.DataFrame:
    """The first year that all series print is 100."""
    years = [set(group["period_end"].dt.year) for _, group in printed.groupby("series")]
    shared = set.intersection(*years) if years else set()
    if not shared:
        return printed.iloc[:0]
    first = printed[printed["period_end"].dt.year == min(shared)].drop_duplicates("series")
    periods = printed["series"].map(first.set_index("series")["period"])
    return _over(printed, _figures(printed, printed["series"], periods), "over")


def share(printed: pd.DataFrame, series: tuple[str, ...]) -> pd.DataFrame:
    """Percent of the first series in the same period; that series itself is left out."""
    if not series:
        return printed.iloc[:0]
    parts = printed[printed["series"] != series[0]].reset_index(drop=True)
    unit = measures.common_unit(printed)
    whole = measures.in_unit(printed[printed["series"] == series[0]], unit)
    names = pd.Series(series[0], index=parts.index, dtype=object)
    return _over(measures.in_unit(parts, unit), _figures(whole, names, parts["period"]), "of")


def _figures(printed: pd.DataFrame, series: pd.Series, periods: pd.Series) -> pd.DataFrame:
    """The figure of each series and period, with its unit; NaN where it is not printed."""
    known = printed.drop_duplicates(["series", "period"]).set_index(["series", "period"])
    keys = pd.MultiIndex.from_arrays([series, periods])
    return known[[*BOUNDS, "unit"]].reindex(keys).assign(period=list(periods)).set_axis(series.index)


def _over(rows: pd.DataFrame, base: pd.DataFrame, word: str) -> pd.DataFrame:
    """Each row in percent of its base, which has to be above zero."""
    usable = (base["value"] > 0) & (base["value_low"] > 0)
    rows, base = rows[usable], base[usable]
    notes = [
        f"Reckoned here: {wording.exact(value, unit)} {word} {wording.exact(whole, whole_unit)} ({period})."
        for value, unit, whole, whole_unit, period in zip(
            rows["value"], rows["unit"], base["value"], base["unit"], base["period"], strict=True
        )
    ]
    return rows.assign(
        value=PERCENT * rows["value"] / base["value"],
        value_low=PERCENT * rows["value_low"] / base["value_high"],
        value_high=PERCENT * rows["value_high"] / base["value_low"],
        unit="percent",
        value_kind="derived",
        printed=None,
        note=notes,
    )


MAKERS: Mapping[str, Callable[[pd.DataFrame, tuple[str, ...]], pd.DataFrame]] = MappingProxyType(
    {"growth": growth, "index": index, "share": share}
)
