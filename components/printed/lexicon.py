"""Looks words up in the vocabulary: what one word, or a phrase of words, can mean."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import Generic, TypeVar

from components.printed import vocabulary

V = TypeVar("V")
Phrase = tuple[str, ...]
REMEMBERED = 4096
LONGEST_PHRASE = 3


class Lexicon(Generic[V]):
    """Words and stems with their meanings; of the stems that begin a word the longest counts."""

    def __init__(self, meanings: Iterable[tuple[V, str]]) -> None:
        self._words: dict[str, V] = {}
        self._stems: dict[str, V] = {}
        for meaning, words in meanings:
            for word in words.split():
                known = self._stems if word.endswith("*") else self._words
                known[folded(word.rstrip("*"))] = meaning

    def find(self, word: str) -> V | None:
        if word in self._words:
            return self._words[word]
        stems = (word[:end] for end in range(len(word), 0, -1))
        return next((self._stems[stem] for stem in stems if stem in self._stems), None)


def folded(text: str) -> str:
    """Small letters in one spelling: İ and I become i, the many apostrophes one."""
    text = unicodedata.normalize("NFC", text).replace("İ", "i")
    return text.translate(dict.fromkeys(map(ord, "’‘ʼʹ`´"), "'")).casefold()


@lru_cache(maxsize=REMEMBERED)
def numeral(word: str, language: str | None) -> Decimal | None:
    """A number word below a thousand, "hundred" apart."""
    if word in vocabulary.NUMERAL_ONLY_IN and language not in vocabulary.NUMERAL_ONLY_IN[word]:
        return None
    return _numerals().find(word)


@lru_cache(maxsize=REMEMBERED)
def fraction(word: str) -> Decimal | None:
    """A quarter, a half, one and a half, of the scale that follows."""
    return _fractions().find(word)


@lru_cache(maxsize=REMEMBERED)
def power(word: str, language: str | None) -> int | None:
    """The power of ten of a scale word: 3 for thousand, тыс, min."""
    if word in vocabulary.CLASHES and language in vocabulary.CLASHES[word]:
        return vocabulary.CLASHES[word][language]
    return _scales().find(word)


@lru_cache(maxsize=REMEMBERED)
def unit(word: str) -> tuple[str, int] | None:
    """Base unit and power of ten of a word that is a unit by itself."""
    return _units().find(word)


@lru_cache(maxsize=REMEMBERED)
def watts(word: str) -> int | None:
    """The power of ten of a unit of electrical power."""
    return _watts().find(word)


@lru_cache(maxsize=REMEMBERED)
def means(word: str, kind: str) -> bool:
    """Whether a word can be of a kind of the vocabulary: cubic, hour, per, filler …"""
    return _kinds()[kind].find(word) is not None


def hedge_before(words: Sequence[str]) -> str | None:
    """The hedge that ends nearest to the number which follows these words."""
    return _hedge_before(tuple(words))


@lru_cache(maxsize=REMEMBERED)
def _hedge_before(words: Phrase) -> str | None:
    for end in range(len(words), 0, -1):
        for phrase, hedge in _before():
            if _fits(words[max(0, end - len(phrase)) : end], phrase):
                return hedge
    return None


@lru_cache(maxsize=REMEMBERED)
def hedges(word: str) -> bool:
    """Whether a word is a hedge, or a part of one, before a number."""
    return any(_is(word, each) for phrase, _ in _before() for each in phrase)


def hedge_after(words: Sequence[str]) -> tuple[str, int] | None:
    """The hedge that these words begin with, and of how many words it is."""
    return _hedge_after(tuple(words[:LONGEST_PHRASE]))


@lru_cache(maxsize=REMEMBERED)
def _hedge_after(words: Phrase) -> tuple[str, int] | None:
    for phrase, hedge in _after():
        if _fits(words[: len(phrase)], phrase):
            return hedge, len(phrase)
    return None


def _fits(words: Sequence[str], phrase: Phrase) -> bool:
    return len(words) == len(phrase) and all(map(_is, words, phrase))


def _is(word: str, pattern: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


@cache
def _numerals() -> Lexicon[Decimal]:
    return Lexicon((Decimal(value), words) for value, words in vocabulary.NUMERALS.items())


@cache
def _fractions() -> Lexicon[Decimal]:
    return Lexicon((Decimal(value), words) for value, words in vocabulary.FRACTIONS.items())


@cache
def _scales() -> Lexicon[int]:
    return Lexicon(vocabulary.SCALES.items())


@cache
def _units() -> Lexicon[tuple[str, int]]:
    return Lexicon(vocabulary.UNITS.items())


@cache
def _watts() -> Lexicon[int]:
    return Lexicon(vocabulary.WATTS.items())


@cache
def _kinds() -> Mapping[str, Lexicon[bool]]:
    return {kind: Lexicon([(True, words)]) for kind, words in vocabulary.KINDS.items()}


@cache
def _before() -> Sequence[tuple[Phrase, str]]:
    return sorted(_phrases(vocabulary.BEFORE), key=lambda each: -len(each[0]))


@cache
def _after() -> Sequence[tuple[Phrase, str]]:
    return sorted(_phrases(vocabulary.AFTER), key=lambda each: -len(each[0]))


def _phrases(hedges: Mapping[str, str]) -> Iterator[tuple[Phrase, str]]:
    for hedge, phrases in hedges.items():
        for phrase in phrases.split("|"):
            yield tuple(folded(phrase).split()), hedge
