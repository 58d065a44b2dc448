"""Ranks: how many partners are certainly, and how many possibly, larger by the printed figures."""

from collections.abc import Mapping
from typing import NamedTuple

from components.ledger.checks import same_dimension
from components.ledger.operands import Figures, Operand
from components.ledger.records import Series
from components.ledger.verdicts import Verdict
from components.periods import Period

TOO_FEW = "Not all larger partners are printed for this period."


class Count(NamedTuple):
    """The partners that are printed for a period beside one of them, and where that one stands."""

    own: Operand
    above: tuple[Operand, ...]
    """Larger whatever their digits allow."""
    beside: tuple[Operand, ...]
    """Perhaps larger."""
    printed: int
    """All partners that are printed, this one included."""

    def verdict(self, rank: int) -> Verdict:
        """Whether a rank fits; where too few are printed nobody can tell."""
        certain, most = len(self.above) + 1, len(self.above) + len(self.beside) + 1
        if certain > rank:
            return "does not hold"
        return "cannot be checked" if most < rank or self.printed == 1 else "holds"


def count(figures: Figures, own: Operand) -> Count:
    """Compares a figure with those of the same indicator and reporter with other partners."""
    rivals = _rivals(figures, own.series, own.period)
    others = [rival.within(own.unit) for rival in rivals.values()]
    above = tuple(each for each in others if each.range.low > own.range.high)
    beside = tuple(each for each in others if each not in above and each.range.high >= own.range.low)
    return Count(own, above, beside, len(others) + 1)


def _rivals(figures: Figures, name: str, period: Period) -> Mapping[str, Operand]:
    """The preferred figure of each other partner country, of the same maker where it prints one."""
    own = figures.series[name]
    found: dict[str, Operand] = {}
    for other in figures.of_indicator[own.indicator]:
        series = figures.series[other]
        if not _is_rival(own, series):
            continue
        for operand in figures.printed(other, period)[:1]:
            if series.partner not in found or series.maker == own.maker:
                found[str(series.partner)] = operand
    return found


def _is_rival(own: Series, other: Series) -> bool:
    is_country = other.partner is not None and len(other.partner) == len("AZE")
    is_alike = (other.reporter, other.kind) == (own.reporter, own.kind)
    compares = other.partner != own.partner and same_dimension(own.unit, other.unit)
    return is_country and is_alike and compares


def words(found: Count) -> str:
    """The count as a reader can redo it."""
    larger = "; ".join(each.words for each in found.above) or "none"
    perhaps = "; ".join(each.words for each in found.beside)
    close = f" Within their digits perhaps larger: {perhaps}." if perhaps else ""
    return f"{found.own.words}. Larger among the {found.printed} partners printed: {larger}.{close}"
