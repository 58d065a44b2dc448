"""Interval arithmetic on exact numbers: what a sum, a difference or a ratio of printed figures can be."""

from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction

from components import wording

_DIGITS = 5
_WITHOUT_UNIT = ("times", "rank")


@dataclass(frozen=True, slots=True)
class Range:
    """All numbers from `low` to `high`, both included."""

    low: Fraction
    high: Fraction

    @staticmethod
    def of(low: Decimal | Fraction | int, high: Decimal | Fraction | int) -> "Range":
        """From two exact numbers."""
        return Range(Fraction(low), Fraction(high))

    def __add__(self, other: "Range") -> "Range":
        return Range(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Range") -> "Range":
        return Range(self.low - other.high, self.high - other.low)

    def __truediv__(self, other: "Range") -> "Range":
        """The ratio; ArithmeticError where the divisor is not wholly above zero."""
        if other.low <= 0:
            raise ArithmeticError("a divisor that is not above zero")
        least = self.low / (other.high if self.low >= 0 else other.low)
        return Range(least, self.high / (other.low if self.high >= 0 else other.high))

    def __mul__(self, other: "Range") -> "Range":
        ends = [one * two for one in (self.low, self.high) for two in (other.low, other.high)]
        return Range(min(ends), max(ends))

    def times(self, factor: Fraction | int) -> "Range":
        """Every number times a factor."""
        ends = (self.low * factor, self.high * factor)
        return Range(min(ends), max(ends))

    def plus(self, number: Fraction | int) -> "Range":
        """Every number plus another."""
        return Range(self.low + number, self.high + number)

    def meets(self, other: "Range") -> bool:
        """Whether any number is in both."""
        return self.low <= other.high and other.low <= self.high

    @property
    def middle(self) -> Fraction:
        return (self.low + self.high) / 2


def shown(result: Range, unit: str) -> str:
    """Both ends to five digits; one number where they are the same."""
    low, high = rounded(result.low), rounded(result.high)
    if unit in _WITHOUT_UNIT:
        ends = [f"{end:.12g}" for end in dict.fromkeys((low, high))]
        return f"{' to '.join(ends)} {unit}"
    return wording.interval(low, high, unit)


def rounded(number: Fraction) -> float:
    """To five digits."""
    with localcontext(prec=_DIGITS):
        return float(Decimal(number.numerator) / Decimal(number.denominator))
