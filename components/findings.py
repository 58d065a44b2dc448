"""Sentences that say what a chart shows, computed from its rows. Only preferred rows count."""

import math
from collections.abc import Collection

import pandas as pd

from components import measures, units, wording
from components.periods import Period

MULTIPLE_FROM = 3
"""A figure this many times another and more is said as a multiple, a smaller one in percent."""


def latest(rows: pd.DataFrame, what: str) -> str:
    """The newest figure of one series, and how it compares with the same months a year before.

    Rows of one series and one window. Empty rows give a sentence that says so.
    """
    chosen = _preferred(rows)
    if chosen.empty:
        return f"No figure for {_lower(what)} is printed"
    last = chosen.iloc[-1]
    period = Period.parse(last["period"])
    return f"{what} came to {_amount(last)} in {period.label()}{_joined(change(chosen, last))}"


def latest_of(rows: pd.DataFrame, what: str, own: Collection[str]) -> str:
    """The same for rows of several makers: of one's own series, else of the first, with its maker."""
    chosen = rows[rows["series"].isin(own)]
    if rows.empty:
        return latest(rows, what)
    if not chosen.empty:
        return latest(chosen[chosen["series"] == chosen["series"].iloc[0]], what)
    first = rows[rows["series"] == rows["series"].iloc[0]]
    return latest(first, f"{what} by the count of {first['whose'].iloc[0]}")


def change(rows: pd.DataFrame, last: pd.Series) -> str:
    """How a figure compares with the same months a year before, as far as the printed digits allow to say.

    Rows of one series hold the figure of the year before, if it is printed.
    """
    before_period = Period.parse(last["period"]).year_before()
    before = rows[rows["preferred"] & (rows["period"] == str(before_period))]
    if before.empty:
        return f"no figure for {before_period.label()} is printed"
    return f"{_compared(last, before.iloc[0])} {before_period.label()}"


def part_of(last: pd.Series, target: pd.Series) -> str:
    """A figure as a part of a target."""
    scale = units.ratio(units.Unit.parse(last["unit"]), units.Unit.parse(target["unit"]))
    part = wording.amount(100 * last["value"] * float(scale) / target["value"], "percent")
    aim = f"{wording.amount(target['value'], target['unit'])} by {target['period_end'].year}"
    return f"{part} of the target of {aim}"


def parts(part: pd.DataFrame, rest: pd.DataFrame, what: str, rest_of: str) -> str:
    """How large one part is beside the other in the newest period for which one maker prints both."""
    one, other = _preferred(part), _preferred(rest)
    common = one[one["period"].isin(other["period"])]
    if common.empty:
        return f"{what} and {_lower(rest_of)} are not printed for the same period"
    last = common.iloc[-1]
    beside = other[other["period"] == last["period"]].iloc[-1]
    label = Period.parse(last["period"]).label()
    return f"{what} came to {_amount(last)} in {label}, beside {_amount(beside)} of {rest_of}"


def year_to_date(rows: pd.DataFrame, what: str) -> str:
    """The newest figure of a part of a year from January on, beside the same months a year before."""
    chosen = _preferred(rows)
    parts = chosen[chosen["period_kind"] != "year"]
    if parts.empty:
        return latest(parts, what)
    months = parts["period"].map(lambda period: Period.parse(period).window)
    return latest(parts[months == months.iloc[-1]], what)


def two_sides(own: pd.DataFrame, mirror: pd.DataFrame, own_name: str, mirror_name: str) -> str:
    """How the two sides' figures compare in the newest period that both print."""
    one, other = _in_one_unit(own, mirror)
    common = one[one["period"].isin(other["period"])]
    if common.empty:
        return f"{own_name} and {mirror_name} print no figure for the same period"
    mine = common.iloc[-1]
    theirs = other[other["period"] == mine["period"]].iloc[-1]
    label = Period.parse(mine["period"]).label()
    pair = sorted([(mine, own_name), (theirs, mirror_name)], key=lambda each: -each[0]["value"])
    (larger, first), (smaller, second) = pair
    start = f"For {label}, {first} counts {_amount(larger)} and {second} {_amount(smaller)}"
    if larger["value"] == smaller["value"] or smaller["value"] <= 0:
        return start
    return f"{start}: {_excess(larger['value'] / smaller['value'])}"


def balance(exports: pd.DataFrame, imports: pd.DataFrame, seller: str, buyer: str) -> str:
    """Which side sold more in the newest period for which one maker prints both flows."""
    sold, bought = _in_one_unit(exports, imports)
    common = sold[sold["period"].isin(bought["period"])]
    if common.empty:
        return "Exports and imports are not printed for the same period"
    last = common.iloc[-1]
    other = bought[bought["period"] == last["period"]].iloc[-1]
    label = Period.parse(last["period"]).label()
    if last["value"] == other["value"]:
        return f"{_upper(seller)} sold {buyer} as much as it bought in {label}"
    difference = wording.amount(abs(last["value"] - other["value"]), last["unit"])
    more = "more" if last["value"] > other["value"] else "less"
    return f"{_upper(seller)} sold {buyer} {difference} {more} than it bought in {label}"


def towards(fact_rows: pd.DataFrame, target_rows: pd.DataFrame, what: str) -> str:
    """The newest yearly fact, and whose it is, against the target, and the growth still needed.

    Forecasts are no facts. Of several makers' figures for a year the first in the frame counts.
    """
    facts, targets = _preferred(fact_rows[fact_rows["obs_status"] != "F"]), _preferred(target_rows)
    if facts.empty or targets.empty:
        return f"No figure for {_lower(what)} is printed beside its target"
    last = facts[facts["period_end"] == facts["period_end"].max()].iloc[0]
    target = measures.in_unit(targets, last["unit"]).iloc[-1]
    years = target["period_end"].year - last["period_end"].year
    aim = f"{_amount(target)} by {target['period_end'].year}"
    period = Period.parse(last["period"]).label()
    start = f"{what} came to {_amount(last)} in {period} by the count of {last['whose']}"
    if years <= 0 or last["value"] >= target["value"]:
        return f"{start}; the target was {aim}"
    needed = wording.amount((target["value"] - last["value"]) / years, target["unit"])
    return f"{start}; the target of {aim} needs {needed} more each year"


def _preferred(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["preferred"]].sort_values("period_end", kind="stable")


def _in_one_unit(one: pd.DataFrame, other: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    unit = measures.common_unit(one, other)
    return _preferred(measures.in_unit(one, unit)), _preferred(measures.in_unit(other, unit))


def _amount(row: pd.Series) -> str:
    return wording.amount(row["value"], row["unit"])


def _joined(clause: str) -> str:
    return f"; {clause}" if clause.startswith("no figure") else f", {clause}"


def _compared(last: pd.Series, before: pd.Series) -> str:
    if before["value_low"] <= 0 or last["value_low"] < 0:
        return f"after {_amount(before)} in"
    least, most = last["value_low"] / before["value_high"], last["value_high"] / before["value_low"]
    if least >= MULTIPLE_FROM:
        return f"{wording.number(round(last['value'] / before['value'], 1))} times as much as in"
    percents = sorted(abs(100 * (ratio - 1)) for ratio in (least, most))
    if least <= 1 <= most:
        return f"within {_at_most(percents[1])} of"
    return f"{_range(*percents)} {'more' if least > 1 else 'less'} than in"


def _range(low: float, high: float) -> str:
    """One number where the bounds round to it, in tenths or in whole percents; else both bounds.

    Below one percent the bounds are told in tenths: a change is never said to be none.
    """
    for digits in (1, 0):
        if round(low, digits) == round(high, digits) != 0:
            return _percent(round(high, digits))
    if round(high, 1) == 0:
        return f"up to {_at_most(high)}"
    digits = 0 if round(low) else 1
    return f"{wording.number(round(low, digits))} to {_percent(round(high, digits))}"


def _at_most(percent: float) -> str:
    """Rounded up, so that the bound still holds: to tenths, from ten percent on to whole ones."""
    parts = 10 if percent < 10 else 1
    return _percent(math.ceil(round(percent * parts, 6)) / parts)


def _percent(number: float) -> str:
    return wording.exact(number, "percent")


def _excess(ratio: float) -> str:
    if ratio >= MULTIPLE_FROM:
        return f"{wording.number(round(ratio, 1))} times as much"
    percent = 100 * (ratio - 1)
    return f"{_percent(round(percent)) if percent >= 1 else f'up to {_at_most(percent)}'} more"


def _lower(what: str) -> str:
    return what[:1].lower() + what[1:]


def _upper(name: str) -> str:
    return name[:1].upper() + name[1:]
