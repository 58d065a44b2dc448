"""Sentences that say what a chart shows, computed from its rows. Only preferred rows count."""

import math
from collections.abc import Collection

import pandas as pd

from components import measures, units, wording
from components.periods import Period

MULTIPLE_FROM = 3
"""A figure this many times another and more is said as a multiple, a smaller one in percent."""

LISTED = 3
"""So many are named where there are many."""

CLOSE = 0.05
"""Bounds that lie no further apart than this part of them are said as one number."""


def latest(rows: pd.DataFrame, what: str) -> str:
    """The newest figure of one series, and how it compares with the same months a year before.

    Rows of one series and one window. Empty rows give a sentence that says so.
    """
    chosen = _preferred(rows)
    if chosen.empty:
        return f"No figure for {_lower(what)} is printed"
    last = chosen.iloc[-1]
    return f"{what} came to {_amount(last)} in {_label(last)}{_joined(change(chosen, last))}"


def newest(rows: pd.DataFrame, what: str) -> str:
    """The newest figure of one series, without a comparison: for what is a comparison itself."""
    chosen = _preferred(rows)
    if chosen.empty:
        return f"{what}: only forecasts are printed"
    last = chosen.iloc[-1]
    return f"{what}: {_amount(last)} in {_label(last)}"


def latest_of(rows: pd.DataFrame, what: str, own: Collection[str]) -> str:
    """The same for rows of several makers: of one's own series, else of the first, with its maker."""
    chosen = rows[rows["series"].isin(own)]
    if rows.empty:
        return latest(rows, what)
    if not chosen.empty:
        return latest(chosen[chosen["series"] == chosen["series"].iloc[0]], what)
    first = rows[rows["series"] == rows["series"].iloc[0]]
    return latest(first, f"{what} by the count of {first['whose'].iloc[0]}")


def year_to_date(rows: pd.DataFrame, what: str) -> str:
    """The newest figure of a part of a year from January on, beside the same months a year before."""
    return latest(rows[rows["period_kind"] != "year"], what)


def change(rows: pd.DataFrame, last: pd.Series) -> str:
    """How a figure compares with the same months a year before, as far as the printed digits allow to say.

    Rows of one series hold the figure of the year before, if it is printed.
    """
    growth = measures.growth(rows)
    found = growth[growth["period"] == last["period"]].iloc[0]
    before = Period.parse(found["base_period"]).label()
    if pd.isna(found["base"]):
        return f"no figure for {before} is printed"
    if pd.isna(found["ratio_high"]) or found["ratio_low"] < 0:
        return f"after {wording.amount(found['base'], found['unit'])} in {before}"
    return f"{_compared(found['ratio'], found['ratio_low'], found['ratio_high'])} {before}"


def part_of(last: pd.Series, target: pd.Series) -> str:
    """A figure as a part of a target."""
    scale = units.ratio(units.Unit.parse(last["unit"]), units.Unit.parse(target["unit"]))
    part = _percent(round(100 * last["value"] * float(scale) / target["value"]))
    return f"{part} of the target of {_amount(target)} by {target['period_end'].year}"


def parts(part: pd.DataFrame, rest: pd.DataFrame, what: str, rest_of: str) -> str:
    """How large one part is beside the other in the newest period for which one maker prints both."""
    both = measures.gap(_preferred(part), _preferred(rest)).dropna(subset="difference")
    if both.empty:
        return f"{what} and {_lower(rest_of)} are not printed for the same period"
    last = both.iloc[-1]
    one, other = (wording.amount(last[side], last["unit"]) for side in ("own", "mirror"))
    return f"{what} came to {one} in {_label(last)}, beside {other} of {rest_of}"


def two_sides(own: pd.DataFrame, mirror: pd.DataFrame, own_name: str, mirror_name: str) -> str:
    """How the two sides' figures compare in the newest period that both print."""
    both = measures.gap(_preferred(own), _preferred(mirror)).dropna(subset="difference")
    if both.empty:
        return f"{own_name} and {mirror_name} print no figure for the same period"
    last = both.iloc[-1]
    sides = sorted([(last["own"], own_name), (last["mirror"], mirror_name)], key=lambda side: -side[0])
    (larger, first), (smaller, second) = sides
    one, other = (wording.amount(value, last["unit"]) for value in (larger, smaller))
    start = f"For {_label(last)}, {first} counts {one} and {second} {other}"
    return start if larger == smaller or smaller <= 0 else f"{start}: {_excess(larger / smaller)}"


def balance(exports: pd.DataFrame, imports: pd.DataFrame, seller: str, buyer: str) -> str:
    """Which side sold more in the newest period for which one maker prints both flows."""
    both = measures.balance(_preferred(exports), _preferred(imports)).dropna(subset="value")
    if both.empty:
        return "Exports and imports are not printed for the same period"
    last = both.iloc[-1]
    start, period = f"{wording.sentence(seller)} sold {buyer}", _label(last)
    if last["value_low"] <= 0 <= last["value_high"]:
        return f"{start} about as much as it bought in {period}"
    more = "more" if last["value"] > 0 else "less"
    return f"{start} {_size(last)} {more} than it bought in {period}"


def filled(facts: pd.DataFrame, levels: pd.DataFrame, what: str) -> str:
    """The newest yearly figure as a part of the newest capacity; both in amounts of a year."""
    flows = _preferred(facts)
    room = _preferred(levels[levels["value_kind"] == "capacity"])
    if flows.empty or room.empty:
        return latest(facts, what)
    last, limit = flows.iloc[-1], room.iloc[-1]
    scale = units.ratio(units.Unit.parse(last["unit"]), units.Unit.parse(limit["unit"]))
    part = _percent(round(100 * last["value"] * float(scale) / limit["value"]))
    start = f"{what} came to {_amount(last)} in {_label(last)}"
    return f"{start}: {part} of a capacity of {_amount(limit)} a year"


def largest(rows: pd.DataFrame, what: str) -> str:
    """The largest labels of one period.

    Preferred rows of one unit and period, one a label.
    """
    chosen = _preferred(rows).sort_values("value", ascending=False, kind="stable")
    if chosen.empty:
        return f"No figure for {_lower(what)} is printed"
    first = chosen.iloc[0]
    rest = [f"{row['label']} {_amount(row)}" for _, row in chosen.iloc[1:LISTED].iterrows()]
    others = f", then {', '.join(rest)}" if rest else ""
    return f"{what} in {_label(first)}: {first['label']} {_amount(first)}{others}"


def promised(rows: pd.DataFrame, what: str) -> str:
    """The largest of several plans."""
    first = rows.sort_values("value", ascending=False, kind="stable").iloc[0]
    return f"{what}: up to {_amount(first)} ({first['label']})"


def composition(rows: pd.DataFrame, what: str) -> str:
    """The largest part of the newest year, and how much of the printed parts it is."""
    chosen = _preferred(rows)
    if chosen.empty:
        return f"No figure for {_lower(what)} is printed"
    parts = measures.in_unit(chosen, measures.common_unit(chosen))
    last = parts[parts["period_end"] == parts["period_end"].max()]
    first, whole = last.loc[last["value"].idxmax()], last["value"].sum()
    part = _percent(round(100 * first["value"] / whole)) if whole > 0 else ""
    return (
        f"{what}: {first['label']} made {part} of {wording.amount(whole, first['unit'])} in {_label(first)}"
    )


def level(rows: pd.DataFrame, what: str) -> str:
    """The newest levels of each label, and when they were so."""
    newest = _preferred(rows).drop_duplicates("label", keep="last")
    if newest.empty:
        return f"No figure for {_lower(what)} is printed"
    if len(newest) == 1:
        return f"{what} was {_amount(newest.iloc[0])} on {_label(newest.iloc[0])}"
    levels = newest.sort_values("value", ascending=False, kind="stable").head(LISTED)
    told = [f"{row['label']} {_amount(row)} ({row['period_end'].year})" for _, row in levels.iterrows()]
    return f"{what}: {', '.join(told)}"


def towards(facts: pd.DataFrame, targets: pd.DataFrame, what: str) -> str:
    """The newest yearly fact, and whose it is, against the target, and the growth still needed.

    Forecasts are no facts. Of several makers' figures for a year the first in the frame counts.
    """
    printed = _preferred(facts)
    newest = printed[printed["period_end"] == printed["period_end"].max()].head(1)
    pace = measures.pace(newest, targets)
    if pace is None:
        return f"No figure for {_lower(what)} is printed beside its target"
    value, target = (wording.amount(number, pace.unit) for number in (pace.value, pace.target))
    start = f"{what} came to {value} in {pace.year} by the count of {newest['whose'].iloc[0]}"
    if not pace.years_left or pace.missing <= 0:
        return f"{start}; the target was {target} by {pace.target_year}"
    needed = wording.amount(pace.per_year, pace.unit)
    return f"{start}; the target of {target} by {pace.target_year} needs {needed} more each year"


def _preferred(rows: pd.DataFrame) -> pd.DataFrame:
    """The preferred rows in the order of time; a forecast is no fact and is told by none of the sentences."""
    rows = rows[rows["obs_status"] != "F"]
    return measures.preferred(rows).sort_values("period_end", kind="stable")


def _amount(row: pd.Series) -> str:
    return wording.amount(row["value"], row["unit"])


def _label(row: pd.Series) -> str:
    return Period.parse(row["period"]).label()


def _joined(clause: str) -> str:
    return f"; {clause}" if clause.startswith("no figure") else f", {clause}"


def _compared(ratio: float, least: float, most: float) -> str:
    if least >= MULTIPLE_FROM:
        return f"{wording.number(round(ratio, 1))} times as much as in"
    percents = sorted(abs(100 * (bound - 1)) for bound in (least, most))
    if least <= 1 <= most:
        return f"within {_at_most(percents[1])} of"
    return f"{_range(*percents)} {'more' if least > 1 else 'less'} than in"


def _range(low: float, high: float) -> str:
    """One number where the bounds round to it, in tenths or in whole percents; else both bounds.

    A change is never rounded to none: below one percent the bounds are told in tenths.
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


def _size(row: pd.Series) -> str:
    """How large a difference is: one amount, or both bounds where the printed digits leave much open."""
    low, high = sorted(abs(row[bound]) for bound in ("value_low", "value_high"))
    if high - low <= CLOSE * high:
        return wording.amount(abs(row["value"]), row["unit"])
    return f"{wording.amount(low, row['unit'])} to {wording.amount(high, row['unit'])}"


def _percent(number: float) -> str:
    return wording.exact(number, "percent")


def _excess(ratio: float) -> str:
    if ratio >= MULTIPLE_FROM:
        return f"{wording.number(round(ratio, 1))} times as much"
    percent = 100 * (ratio - 1)
    return f"{_percent(round(percent)) if percent >= 1 else f'up to {_at_most(percent)}'} more"


def _lower(what: str) -> str:
    return what[:1].lower() + what[1:]
