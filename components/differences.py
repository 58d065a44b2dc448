"""Sentences on how far apart the two sides of a mirror count."""

import math

import pandas as pd

from components import wording
from components.findings import CLOSE
from components.periods import Period


def gap(gaps: pd.DataFrame, own_name: str, mirror_name: str) -> str:
    """How far apart the two sides are in the newest period, and in how many of the periods they agree.

    Takes the rows of `measures.mirror_gap`.
    """
    if gaps.empty:
        return f"{own_name} and {mirror_name} print no figure for the same period"
    last = gaps.sort_values("period_end", kind="stable").iloc[-1]
    label = Period.parse(last["period"]).label()
    if last["agrees"]:
        start = f"For {label}, {own_name} and {mirror_name} agree within their printed digits"
    else:
        side = "above" if last["value"] > 0 else "below"
        start = f"For {label}, the figure of {own_name} is {_size(last)} {side} that of {mirror_name}"
    return f"{start}{_tally(gaps)}"


def percent(gap: pd.Series) -> str:
    """The gap in percent of the larger figure, to three digits; a dash where it is none."""
    known = gap["percent"] == gap["percent"]
    return f"{wording.number(gap['percent'])} %" if known else wording.MISSING


def percent_interval(gap: pd.Series) -> str:
    """Both bounds of that percentage, rounded outwards to tenths so that they still hold."""
    low, high = gap["percent_low"], gap["percent_high"]
    if low != low or high != high:
        return wording.MISSING
    return wording.interval(math.floor(low * 10) / 10, math.ceil(high * 10) / 10, "percent")


def _size(gap: pd.Series) -> str:
    """The amount and its percentage, or the bounds of both where the printed digits leave much open."""
    low, high = sorted(abs(gap[bound]) for bound in ("value_low", "value_high"))
    is_sure = high - low <= CLOSE * high
    amounts = [abs(gap["value"])] if is_sure else [low, high]
    amount = " to ".join(wording.amount(each, gap["unit"]) for each in amounts)
    if gap["percent"] != gap["percent"]:
        return amount
    parts = sorted(abs(gap[f"percent{bound}"]) for bound in ([""] if is_sure else ["_low", "_high"]))
    return f"{amount} ({' to '.join(map(wording.number, parts))} % of the larger)"


def _tally(gaps: pd.DataFrame) -> str:
    """In how many of several periods the sides agree."""
    agreeing, periods = int(gaps["agrees"].sum()), len(gaps)
    if periods == 1:
        return ""
    many = {0: "none", periods: "all"}.get(agreeing, str(agreeing))
    return f"; of the {periods} periods that both print they agree in {many}"
