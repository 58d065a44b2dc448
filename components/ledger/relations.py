"""How each kind of statement is reckoned from its operands, and what the one missing has to be."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import cache, reduce
from operator import add
from typing import NamedTuple

from components.ledger.ranges import Range
from components.ledger.records import Statement
from components.periods import Period

Reckon = Callable[[Sequence[Range]], Range]
PERCENT = 100
COMPARED = ("percent", "times", "difference")
"""Kinds that compare a figure with a base."""
CHANGING = (*COMPARED, "balance")
"""Kinds that can be a fall: less than the base, or a deficit."""


class Way(NamedTuple):
    """One way to reckon a statement: in words with a place for each operand, and in numbers."""

    formula: str
    reckon: Reckon
    remark: str = ""

    def gives(self, operands: Sequence[Range], allowed: Range) -> bool:
        """Whether the operands can give an allowed number; they give none where a divisor could be zero."""
        try:
            return self.reckon(operands).meets(allowed)
        except ArithmeticError:
            return False


def _percent(top: int, bottom: int, *, sign: int) -> Reckon:
    return lambda given: (given[top] / given[bottom]).plus(-1).times(PERCENT * sign)


def _ratio(top: int, bottom: int, *, factor: int = 1, plus: int = 0) -> Reckon:
    return lambda given: (given[top] / given[bottom]).plus(plus).times(factor)


def _difference(one: int, other: int) -> Reckon:
    return lambda given: given[one] - given[other]


Ways = Mapping[tuple[str, str], Way]
"""By kind of statement and direction of change."""
_NEW, _EXCHANGED = "the difference is divided by the new value", "the two periods are exchanged"
_RISE, _FALL = ("{0} ÷ {1} − 1", "1 − {0} ÷ {1}")


@cache
def ways() -> Ways:
    """How each kind is reckoned; sums and paces depend on the statement."""
    return {
        ("percent", "rise"): Way(_RISE, _percent(0, 1, sign=1)),
        ("percent", "fall"): Way(_FALL, _percent(0, 1, sign=-1)),
        ("times", "rise"): Way("{0} ÷ {1}", _ratio(0, 1)),
        ("times", "fall"): Way("{1} ÷ {0}", _ratio(1, 0)),
        ("difference", "rise"): Way("{0} − {1}", _difference(0, 1)),
        ("difference", "fall"): Way("{1} − {0}", _difference(1, 0)),
        ("share", "rise"): Way("{0} ÷ {1}", _ratio(0, 1, factor=PERCENT)),
        ("balance", "rise"): Way("{0} − {1}", _difference(0, 1)),
        ("balance", "fall"): Way("{1} − {0}", _difference(1, 0)),
    }


@cache
def added() -> Ways:
    """The second reading of "N times", as an increase of N × 100 %."""
    return {
        ("times", "rise"): Way(
            "{0} ÷ {1} − 1", _ratio(0, 1, plus=-1), "only as an increase by so many times the base"
        )
    }


@cache
def _wrong_bases() -> Mapping[tuple[str, str], tuple[Way, ...]]:
    return {
        ("percent", "rise"): (
            Way("1 − {1} ÷ {0}", _percent(1, 0, sign=-1), _NEW),
            Way("{1} ÷ {0} − 1", _percent(1, 0, sign=1), _EXCHANGED),
        ),
        ("percent", "fall"): (
            Way("{1} ÷ {0} − 1", _percent(1, 0, sign=1), _NEW),
            Way("{0} ÷ {1} − 1", _percent(0, 1, sign=1), _EXCHANGED),
        ),
        ("times", "rise"): (Way("{1} ÷ {0}", _ratio(1, 0), _EXCHANGED),),
        ("times", "fall"): (Way("{0} ÷ {1}", _ratio(0, 1), _EXCHANGED),),
        ("difference", "rise"): (Way("{1} − {0}", _difference(1, 0), _EXCHANGED),),
        ("difference", "fall"): (Way("{0} − {1}", _difference(0, 1), _EXCHANGED),),
    }


def way(statement: Statement, by: Ways) -> Way | None:
    """How a statement is reckoned by some ways; None where none of them is for its kind."""
    if statement.kind in ("sum", "pace"):
        return (_sum if statement.kind == "sum" else _pace)(statement) if by is not added() else None
    return by.get((statement.kind, statement.change))


def wrong_bases(statement: Statement) -> tuple[Way, ...]:
    """How a statement comes out where its base is mistaken."""
    return _wrong_bases().get((statement.kind, statement.change), ())


def _sum(statement: Statement) -> Way:
    places = " + ".join(f"{{{place}}}" for place in range(len(statement.of)))
    return Way(places, lambda given: reduce(add, given))


def _pace(statement: Statement) -> Way:
    count = parts_of(statement.period, statement.per or "year")
    return Way(f"{{0}} ÷ {float(count):g} {statement.per}s", lambda given: given[0].times(1 / count))


def parts_of(period: Period, per: str) -> Fraction:
    """How many days, months or years a period has."""
    days = Fraction((period.end - period.start).days + 1)
    months = Fraction(period.months or 0)
    return {"day": days, "month": months, "year": months / 12}[per]


def needs(statement: Statement) -> tuple[tuple[str, Period], ...]:
    """The series and periods of the operands, in the order of the formula."""
    name, period = statement.series, statement.period
    if statement.kind in COMPARED and statement.base:
        return (name, period), (statement.base_series or name, statement.base)
    if statement.kind == "share":
        return (name, period), *((whole, period) for whole in statement.of)
    if statement.kind in ("sum", "balance"):
        return tuple((part, period) for part in statement.of)
    return ((name, period),)


def lacks(statement: Statement) -> str | None:
    """What a statement does not name, so that nothing can be reckoned; None where it names all."""
    if statement.kind in COMPARED and statement.base is None:
        return "The source does not say what it is compared with."
    if statement.kind == "share" and not statement.of:
        return "The whole of which it is a share is not in the ledger."
    return None


def implied(statement: Statement, place: int, given: Mapping[int, Range], stated: Range) -> tuple[Range, str]:
    """What the one missing operand has to be, and the formula; ArithmeticError where nothing follows."""
    kind, falls = statement.kind, statement.change == "fall"
    if kind == "sum":
        rest = reduce(add, given.values())
        return stated - rest, "stated − " + " − ".join(f"{{{known}}}" for known in given)
    (known,) = given.values()
    other = f"{{{next(iter(given))}}}"
    if kind in ("difference", "balance"):
        is_less = (place == 1) != falls
        amount = known - stated if is_less else known + stated
        return amount, f"{other} {'−' if is_less else '+'} stated"
    if kind == "percent":
        factor = stated.times(Fraction(-1 if falls else 1, PERCENT)).plus(1)
        words = f"(1 {'−' if falls else '+'} stated)"
    else:
        factor, words = (stated.times(Fraction(1, PERCENT)) if kind == "share" else stated), "stated"
    multiplies = (place == 0) != (kind == "times" and falls)
    return (known * factor if multiplies else known / factor), f"{other} {'×' if multiplies else '÷'} {words}"
