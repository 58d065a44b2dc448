"""What follows from printed figures: growth, balance, the gap of two makers, the pace to a target.

Frames in have the ledger's columns; only preferred rows count. What is missing stays missing; scales of
one dimension are converted, two dimensions refused.
"""

import re
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

import pandas as pd

from components.periods import Period
from components.units import Unit, convert

_FIGURE = ["period", "period_start", "value", "value_low", "value_high"]

NOT_PRINTED = frozenset({"implied", "derived"})
"""Kinds of value that follow from what is printed."""


class Pace(NamedTuple):
    """Where the newest yearly figure stands and what is still missing to the target; all values in `unit`."""

    year: int
    value: float
    target_year: int
    target: float
    unit: str
    missing: float
    years_left: int
    per_year: float
    """How much more than the year before each year has to bring; NaN when no year is left."""


def preferred(frame: pd.DataFrame) -> pd.DataFrame:
    """The preferred row of each series and period, numbered from zero."""
    return frame[frame["preferred"]].reset_index(drop=True)


def printed(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows that somebody prints, without what is implied or derived here."""
    return frame[~frame["value_kind"].isin(NOT_PRINTED)]


def common_unit(*frames: pd.DataFrame) -> str:
    """The unit that most rows have; empty text where there are none. Raises ValueError on two dimensions."""
    counts = Counter(unit for frame in frames for unit in frame["unit"])
    dimensions = {Unit.parse(unit).dimension for unit in counts}
    if len(dimensions) > 1:
        raise ValueError(f"figures in {' and '.join(sorted(counts))} do not compare; keep them apart")
    return counts.most_common(1)[0][0] if counts else ""


def in_unit(frame: pd.DataFrame, unit: str) -> pd.DataFrame:
    """The same figures in another unit of their dimension: value, value_low, value_high and unit change."""
    scales = {name: Unit.parse(name) for name in frame["unit"].unique() if name != unit}
    if not scales:
        return frame
    converted = {
        column: [
            _converted(value, scales[name], unit) if name in scales else value
            for value, name in zip(frame[column], frame["unit"], strict=True)
        ]
        for column in ("value", "value_low", "value_high")
    }
    return frame.assign(**converted, unit=unit)


def of_a_year(frame: pd.DataFrame) -> pd.DataFrame:
    """Amounts per year ("bcm/year") as amounts of one year ("bcm"), to stand beside flows of full years."""
    units = {name: re.sub(r"(?: per |/)year$", "", name) for name in frame["unit"].unique()}
    return frame.assign(unit=frame["unit"].map(units))


def growth(frame: pd.DataFrame) -> pd.DataFrame:
    """Each figure over that of the same months a year before.

    series, period, period_start, value, unit → the same and base_period, base, ratio, ratio_low, ratio_high.
    The base of a period not printed is NaN; so is growth from zero or from a negative base.
    """
    rows = preferred(frame)[["series", *_FIGURE, "unit"]]
    rows = rows.assign(base_period=[str(Period.parse(text).year_before()) for text in rows["period"]])
    base = rows[["series", "period", "value", "value_low", "value_high"]]
    base.columns = pd.Index(["series", "base_period", "base", "base_low", "base_high"])
    both = rows.merge(base, on=["series", "base_period"], how="left", validate="many_to_one")
    return both.assign(
        ratio=both["value"] / _positive(both["base"]),
        ratio_low=both["value_low"] / _positive(both["base_high"]),
        ratio_high=both["value_high"] / _positive(both["base_low"]),
    ).drop(columns=["value_low", "value_high", "base_low", "base_high"])


def balance(exports: pd.DataFrame, imports: pd.DataFrame) -> pd.DataFrame:
    """Exports less imports of each period that either is printed for.

    One series each → period, period_start, exports, imports, value, value_low, value_high, unit.
    Where one of the two is not printed the value is NaN.
    """
    both, unit = _side_by_side(exports, imports, "exports", "imports")
    return pd.DataFrame(
        {
            "period": both["period"],
            "period_start": both["period_start"],
            "exports": both["exports"],
            "imports": both["imports"],
            "value": both["exports"] - both["imports"],
            "value_low": both["exports_low"] - both["imports_high"],
            "value_high": both["exports_high"] - both["imports_low"],
            "unit": unit,
        }
    )


def gap(own: pd.DataFrame, mirror: pd.DataFrame) -> pd.DataFrame:
    """How far one maker's figures are above those of another on the same thing.

    One series each → period, period_start, own, mirror, difference, ratio, unit.
    NaN where one of the two is not printed.
    """
    both, unit = _side_by_side(own, mirror, "own", "mirror")
    return both[["period", "period_start", "own", "mirror"]].assign(
        difference=both["own"] - both["mirror"], ratio=both["own"] / _positive(both["mirror"]), unit=unit
    )


def mirror_gap(own: pd.DataFrame, mirror: pd.DataFrame) -> pd.DataFrame:
    """The gap of two sides in the periods that both print, reckoned exactly from what was printed.

    One series each → period, period_start, period_end, own and mirror with their _low and _high; value, the
    own figure less the other, and percent, the same in percent of the larger figure, each with _low and
    _high; agrees, whether the printed digits leave room for one number on both sides; unit. Percent is NaN
    where a bound is negative. Raises ValueError on two dimensions.
    """
    both, unit = _side_by_side(own, mirror, "own", "mirror")
    rows = both.dropna(subset=["own", "mirror"]).reset_index(drop=True)
    ends = {"period_end": [pd.Timestamp(Period.parse(text).end) for text in rows["period"]]}
    pairs = {"": ("own", "mirror"), "_low": ("own_low", "mirror_high"), "_high": ("own_high", "mirror_low")}
    sides = {part: [*zip(rows[one], rows[other], strict=True)] for part, (one, other) in pairs.items()}
    values = {f"value{part}": [float(_exact(a) - _exact(b)) for a, b in each] for part, each in sides.items()}
    parts = {f"percent{part}": [_percent_of_larger(*pair) for pair in each] for part, each in sides.items()}
    gaps = rows.assign(**ends, **values, **parts, unit=unit)
    return gaps.assign(agrees=(gaps["value_low"] <= 0) & (gaps["value_high"] >= 0))


def pace(facts: pd.DataFrame, target: pd.DataFrame) -> Pace | None:
    """The newest full year against the last target; None where either is not printed."""
    unit = common_unit(facts, target)
    years = preferred(in_unit(facts[(facts["period_kind"] == "year") & facts["value"].notna()], unit))
    aims = preferred(in_unit(target[target["value"].notna()], unit))
    if years.empty or aims.empty:
        return None
    last = years.sort_values("period_start", kind="stable").iloc[-1]
    aim = aims.sort_values("period_end", kind="stable").iloc[-1]
    year, target_year = last["period_start"].year, aim["period_end"].year
    missing, left = float(aim["value"] - last["value"]), max(target_year - year, 0)
    per_year = missing / left if left else float("nan")
    return Pace(year, float(last["value"]), target_year, float(aim["value"]), unit, missing, left, per_year)


def _side_by_side(
    left: pd.DataFrame, right: pd.DataFrame, left_name: str, right_name: str
) -> tuple[pd.DataFrame, str]:
    """One row a period with both figures and their intervals, and the unit of both."""
    unit = common_unit(left, right)
    sides = [_named(in_unit(frame, unit), name) for frame, name in ((left, left_name), (right, right_name))]
    both = sides[0].merge(sides[1], on=["period", "period_start"], how="outer", validate="one_to_one")
    both = both.sort_values(["period_start", "period"], kind="stable", ignore_index=True)
    return both, unit


def _named(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    if frame["series"].nunique() > 1:
        raise ValueError(f"{name} has {frame['series'].nunique()} series; give the rows of one")
    columns = {"value": name, "value_low": f"{name}_low", "value_high": f"{name}_high"}
    return preferred(frame)[_FIGURE].rename(columns=columns)


def _converted(value: float, unit: Unit, to: str) -> float:
    return float(convert(Decimal(str(value)), unit, Unit.parse(to))) if value == value else value


def _exact(value: float) -> Fraction:
    """The decimal number that a float stands for."""
    return Fraction(str(value))


def _percent_of_larger(own: float, other: float) -> float:
    """Grows with the first and falls with the second, so that bounds give bounds."""
    one, two = _exact(own), _exact(other)
    if min(one, two) < 0 or one == two == 0:
        return float("nan")
    return float(100 * (one - two) / max(one, two))


def _positive(numbers: pd.Series) -> pd.Series:
    """NaN in place of zero and less: no growth and no share can be reckoned from those."""
    return numbers.where(numbers > 0)
