"""A printed token, such as "1,557 млрд долл.": number, scale, unit, hedge, and what its digits allow."""

from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from functools import lru_cache

from components.printed.amounts import UnreadableError, words_of
from components.printed.interval import EXACT_DIGITS, interval
from components.printed.languages import all_habits, can_stand_in, custom_of, likelihood
from components.printed.measure import Figure
from components.printed.parser import figure

__all__ = ["Printed", "can_stand_in", "readings", "why_unreadable"]


@dataclass(frozen=True, slots=True)
class Printed:
    """One reading of a printed token; `low` and `high` are in base units, as is `value`."""

    token: str
    number: Decimal
    """As printed, before the scale: of a range the second, of several parts all in the scale of the last."""
    scale: Decimal
    scale_said: bool
    base: str | None
    """The base unit as in `components.units`; None where the token does not say."""
    hedge: str | None
    """about, over, at least, almost, less than, up to, range; None where the digits stand alone."""
    digits: int
    low: Decimal
    high: Decimal

    @property
    def value(self) -> Decimal:
        return _times(self.number, self.scale)


@lru_cache(maxsize=16384)
def readings(token: str, language: str | None = None) -> tuple[Printed, ...]:
    """What a token says, likeliest first: several only where a mark is ambiguous, none where unreadable."""
    try:
        return tuple(_readings(token, language))
    except UnreadableError:
        return ()


def why_unreadable(token: str, language: str | None = None) -> str | None:
    """What stands in the way of reading a token; None where it can be read."""
    try:
        _readings(token, language)
    except UnreadableError as refusal:
        return str(refusal)
    return None


def _readings(token: str, language: str | None) -> list[Printed]:
    words = words_of(token)
    language = language.partition("-")[0].lower() if language else None
    custom = custom_of(words, language)
    ranked: dict[Printed, int] = {}
    refusals: list[UnreadableError] = []
    for habits in all_habits(words, language, custom):
        try:
            found = figure(words, habits)
        except UnreadableError as refusal:
            refusals.append(refusal)
            continue
        rank = likelihood(found, habits, custom)
        if rank is not None:
            ranked.setdefault(_printed(token, found), rank)
    if not ranked:
        raise refusals[0]
    return sorted(ranked, key=ranked.__getitem__)


def _printed(token: str, found: Figure) -> Printed:
    number = found.number.number
    power = found.number.power + found.power
    scale = _ten_to(power)
    low, high = (_times(end, scale) for end in interval(number, found.hedge))
    if found.first:
        low = _times(interval(found.first.number, found.hedge)[0], _ten_to(found.first.power + found.power))
    return Printed(
        token=token,
        number=number,
        scale=scale,
        scale_said=found.number.scaled or power != 0,
        base=found.base,
        hedge="range" if found.first else found.hedge,
        digits=len(number.as_tuple().digits),
        low=low,
        high=high,
    )


def _ten_to(power: int) -> Decimal:
    return Decimal(10**power) if power >= 0 else Decimal(1).scaleb(power)


def _times(number: Decimal, scale: Decimal) -> Decimal:
    with localcontext(Context(prec=EXACT_DIGITS)):
        return number * scale
