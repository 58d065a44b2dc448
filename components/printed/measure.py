"""The unit of a figure, its time and its hedge, from the words around the number."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.printed import lexicon, vocabulary
from components.printed.amounts import Amount, Habits, UnreadableError, begins_figure

CURRENCIES = ("USD", "EUR", "GBP", "AZN", "KZT", "RUB", "TRY", "GEL")
_SYMBOLS = ("m3", "kWh", "J", "TEU", *CURRENCIES)
# what is not counted over days or years
_STANDING = ("W", "VA", "V", "percent", "km", "hectares", "days", "months")
_COUNTS = ("trains", "tankers", "wagons", "trucks", "containers")
_Step = tuple["Figure", int]


@dataclass(frozen=True, slots=True)
class Figure:
    """What a token says: the number (of a range the second), its unit, its hedge."""

    number: Amount
    first: Amount | None = None
    base: str | None = None
    power: int = 0
    hedge: str | None = None


def with_unit_before(found: Figure, word: str) -> Figure:
    """Adds a currency or a percentage that stands before the number."""
    unit = lexicon.unit(word)
    return _with_unit(found, *unit) if unit and unit[0] in (*CURRENCIES, "percent") else found


def with_time_before(found: Figure, word: str) -> Figure:
    """Adds "daily" or "yearly" where it stands before the number; the unit has to be known."""
    return _with_time(found, _time_adverb(word))


def with_words_after(found: Figure, words: Sequence[str], habits: Habits) -> Figure:
    """Adds the unit, its time and a hedge behind it; a word that could belong to the number is refused."""
    at = 0
    while at < len(words):
        step = _hedge_at(found, words, at) or _unit_at(found, words, at) or _time_at(found, words, at)
        if step:
            found, at = step
        elif lexicon.means(words[at], "filler"):
            at += 1
        else:
            break
    _check_rest(found, words, at, habits)
    return found


def _with_unit(found: Figure, base: str, power: int) -> Figure:
    """Adds a unit; said twice it has to be the same, but of two counted nouns the first is an adjective."""
    if found.base in (None, base) or (found.base in _COUNTS and base in (*_COUNTS, "TEU")):
        return replace(found, base=base, power=power)
    if found.base == "TEU" and base in _COUNTS:
        return found
    raise UnreadableError(f"both {found.base} and {base}")


def _with_time(found: Figure, time: str | None) -> Figure:
    if time is None or found.base is None or found.base.endswith(time):
        return found
    if found.base in _STANDING or found.base.endswith(("day", "year")):
        raise UnreadableError(f"{found.base} per {time}: a rate that is not known")
    joint = "/" if found.base in _SYMBOLS else " per "
    return replace(found, base=f"{found.base}{joint}{time}")


def _time_adverb(word: str) -> str | None:
    if lexicon.means(word, "daily"):
        return "day"
    return "year" if lexicon.means(word, "yearly") else None


def _hedge_at(found: Figure, words: Sequence[str], at: int) -> _Step | None:
    hedge = lexicon.hedge_after(words[at:])
    if hedge:
        return replace(found, hedge=hedge[0]), at + hedge[1]
    if words[at] in vocabulary.APPROACH:
        is_dative = at > 0 and words[at - 1].endswith(vocabulary.DATIVES)
        return replace(found, hedge="up to" if is_dative else "about"), at + 1
    return None


def _unit_at(found: Figure, words: Sequence[str], at: int) -> _Step | None:
    unit = _volume_at(words, at) or _power_at(words, at) or _plain_unit_at(found, words, at)
    if unit is None:
        return None
    base, power, end = unit
    found = _with_unit(found, base, power)
    if words[end - 1].endswith(vocabulary.UP_TO_ENDINGS):
        found = replace(found, hedge="up to")
    return found, end


def _volume_at(words: Sequence[str], at: int) -> tuple[str, int, int] | None:
    """Cubic metres or feet in two words, in either order, "standard" between them or not."""
    pair = [
        (end, word)
        for end, word in enumerate(words[at : at + 3], at + 1)
        if not lexicon.means(word, "filler")
    ]
    if len(pair) < 2:
        return None
    (_, one), (end, other) = pair[:2]
    for length, base in (("metre", "m3"), ("foot", "cubic feet")):
        for cubic, measure in ((one, other), (other, one)):
            if lexicon.means(cubic, "cubic") and lexicon.means(measure, length):
                return base, 0, end
    return None


def _power_at(words: Sequence[str], at: int) -> tuple[str, int, int] | None:
    """Watts, or with hours kilowatt-hours, also in the common "kW/h"."""
    power = lexicon.watts(words[at])
    if power is None:
        return None
    end = at + 1
    hour = end + 1 if words[end : end + 1] == ["/"] else end
    if hour < len(words) and lexicon.means(words[hour], "hour"):
        return "kWh", power - 3, hour + 1
    return "W", power, end


def _plain_unit_at(found: Figure, words: Sequence[str], at: int) -> tuple[str, int, int] | None:
    unit = lexicon.unit(words[at])
    if unit is None:
        return None
    base, power = unit
    if words[at] == "megatonne" and found.number.scaled:  # "70 million Mt" means metric tons
        power = 0
    return base, power, at + 1


def _time_at(found: Figure, words: Sequence[str], at: int) -> _Step | None:
    """Per day, per year."""
    adverb = _time_adverb(words[at])
    if adverb:
        return _with_time(found, adverb), at + 1
    if not lexicon.means(words[at], "per"):
        return None
    following = words[at + 1] if at + 1 < len(words) else ""
    for time, adverb in (("day", "daily"), ("year", "yearly")):
        if lexicon.means(following, time) or lexicon.means(following, adverb):
            return _with_time(found, time), at + 2
    if words[at] in ("/", "per"):
        raise UnreadableError(f'"{words[at]} {following}": a rate that is not known')
    return None


def _check_rest(found: Figure, words: Sequence[str], at: int, habits: Habits) -> None:
    """What was not understood may be no number, scale or unit, nor stand where one should."""
    rest = words[at:]
    if rest and begins_figure(rest[0], habits):
        raise UnreadableError(f'"{rest[0]}" is left over')
    if rest and not (found.base and (at > 0 or found.number.scaled)):
        raise UnreadableError(f'"{rest[0]}" is not known')
    for word in rest:
        if begins_figure(word, habits) or lexicon.unit(word):
            raise UnreadableError(f'"{word}" is left over')
        if lexicon.means(word, "equivalent"):
            raise UnreadableError(f'"{word}": another measure')
