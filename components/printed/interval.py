"""What printed digits allow: the interval of a number, as wide as its last digit and its hedge say."""

from decimal import Context, Decimal, localcontext
from typing import Literal

Hedge = Literal["about", "over", "at least", "almost", "less than", "up to", "range"]

EXACT_DIGITS = 100


def interval(number: Decimal, hedge: str | None) -> tuple[Decimal, Decimal]:
    """Half a unit of the last printed digit on either side; a hedge widens or moves it to its own side.

    Of a number below zero a hedge speaks of the size: a deficit of over 5 is -6 to -5.
    """
    if number < 0:
        low, high = interval(number.copy_negate(), hedge)
        return high.copy_negate(), low.copy_negate()
    with localcontext(Context(prec=EXACT_DIGITS)):
        unit, step = last_digit(number), _step(number)
        half = unit / 2
        if hedge == "about":
            margin = max(unit, step / 2)
            return number - margin, number + margin
        if hedge in ("over", "at least"):
            return number, number + step
        if hedge in ("almost", "less than"):
            return number - step, number
        if hedge == "up to":
            return number - step, number + half
        return number - half, number + half


def last_digit(number: Decimal) -> Decimal:
    """One unit of the last printed digit."""
    return Decimal(1).scaleb(min(int(number.as_tuple().exponent), 0))


def _step(number: Decimal) -> Decimal:
    """One unit of the last digit that is not 0; of a bare 1, 10, 100 … a tenth of it."""
    if number == 0:
        return last_digit(number)
    bare = number.normalize(Context(prec=EXACT_DIGITS)).as_tuple()
    exponent = int(bare.exponent)
    is_bare_one = bare.digits == (1,) and exponent >= 0
    return Decimal(1).scaleb(exponent - 1 if is_bare_one else exponent)
