"""One reading of a token: what stands before the number, the number or range, and what follows it."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from components.printed import lexicon, vocabulary
from components.printed.amounts import (
    Amount,
    Habits,
    UnreadableError,
    amount_at,
    begins_figure,
    begins_number,
)
from components.printed.measure import (
    CURRENCIES,
    Figure,
    with_time_before,
    with_unit_before,
    with_words_after,
)


def figure(words: Sequence[str], habits: Habits) -> Figure:
    """Reads the words of a token by the given habits; UnreadableError says what stands in the way."""
    words = _first_wording(words, habits)
    start = next((at for at, word in enumerate(words) if begins_figure(word, habits)), None)
    if start is None:
        raise UnreadableError("no number")
    before = words[:start]
    _check_before(before)
    _check_lone_scale(words, start, habits)
    first, number, end = _numbers_at(words, start, before, habits)
    found = Figure(number, first, hedge=lexicon.hedge_before(before))
    for word in before:
        found = with_unit_before(found, word)
    found = with_words_after(found, words[end:], habits)
    for word in before:
        found = with_time_before(found, word)
    is_negative = any(lexicon.means(word, "minus") for word in (*before, *words[end:]))
    return _negative(found) if is_negative else found


def _first_wording(words: Sequence[str], habits: Habits) -> Sequence[str]:
    """Leaves out a second wording of the same figure: "2000 MW, or 2 GW", "5 tonnes (36 barrels)"."""
    for at in range(1, len(words)):
        says_again = any(begins_figure(word, habits) for word in words[at + 1 :])
        is_second = words[at] == "(" or (lexicon.means(words[at], "or") and not words[at - 1][0].isdecimal())
        if is_second and says_again and any(begins_figure(word, habits) for word in words[:at]):
            return words[:at]
    return [word for word in words if word not in "()"]


def _check_before(before: Sequence[str]) -> None:
    """A date is no figure, and a currency that is not known is no other one."""
    for word in before:
        if lexicon.means(word, "date"):
            raise UnreadableError("a date")
        if any(unicodedata.category(each) == "Sc" for each in word) and lexicon.unit(word) is None:
            raise UnreadableError(f'the currency "{word}" is not known')


def _check_lone_scale(words: Sequence[str], at: int, habits: Habits) -> None:
    """A scale without a number is one of it only if nothing else could be the number: "почти миллиард"."""
    if begins_number(words[at], habits):
        return
    is_alone = lexicon.means(words[at], "lone scale") and all(map(_is_no_number, words[:at]))
    if not is_alone or (at + 1 < len(words) and begins_number(words[at + 1], habits)):
        raise UnreadableError(f'"{words[at]}" without a number')


def _is_no_number(word: str) -> bool:
    """Whether a word is known, and known to be no number: a hedge, an article, a sign, a currency."""
    if lexicon.hedges(word) or lexicon.means(word, "article") or lexicon.means(word, "minus"):
        return True
    unit = lexicon.unit(word)
    return unit is not None and unit[0] in CURRENCIES


def _numbers_at(
    words: Sequence[str], at: int, before: Sequence[str], habits: Habits
) -> tuple[Amount | None, Amount, int]:
    """The number, or both ends of a range, and where they end."""
    number, end = amount_at(words, at, habits)
    second = _second_of_range(words, end, before, habits)
    if second is None:
        return None, number, end
    first, (number, end) = number, amount_at(words, second, habits)
    if not first.scaled:
        first = replace(first, power=number.power, scaled=number.scaled)
    if first.size >= number.size:
        raise UnreadableError("a range whose end is not above its start")
    return first, number, end


def _second_of_range(words: Sequence[str], at: int, before: Sequence[str], habits: Habits) -> int | None:
    """Where the second number of a range begins: "6-6,5", "5%-6%", "от 5 до 6", "5 to 6"."""
    at = _behind_unit(words, at)
    if at + 1 >= len(words) or not _joins_range(words[at], before):
        return None
    at = _behind_unit(words, at + 1)
    return at if begins_number(words[at], habits) else None


def _behind_unit(words: Sequence[str], at: int) -> int:
    return at + 1 if at + 1 < len(words) and lexicon.unit(words[at]) else at


def _joins_range(word: str, before: Sequence[str]) -> bool:
    """Whether a word goes from one end to the other; "from 5 to 6" is a change, no range."""
    if word in vocabulary.RANGE_OPENERS:
        return vocabulary.RANGE_OPENERS[word] in before
    return word == "-" or (word in ("to", "bis") and "from" not in before)


def _negative(found: Figure) -> Figure:
    if found.first:
        raise UnreadableError("a range below zero")
    return replace(found, number=replace(found.number, number=found.number.number.copy_negate()))
