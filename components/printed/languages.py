"""Which marks part thousands in a token's language, and which reading of an ambiguous mark is likelier."""

import re
from collections.abc import Sequence
from typing import Literal

from components.printed import lexicon
from components.printed.amounts import Habits
from components.printed.measure import Figure

Custom = Literal["point", "comma", "perhaps point", "perhaps comma"]

_POINT = ("en", "fa", "ur", "he", "hi", "ja", "ko", "th", "zh")
_CYRILLIC = ("be", "bg", "kk", "ky", "mk", "ru", "sr", "tg", "uk")
_TURKIC = ("az", "tk", "tr", "uz")
_WITH_CYRILLIC = (*_CYRILLIC, "uz")
_OWN_MILLION = ("de", "fr")  # their word for a million is spelt as in English
# What is counted in wholes: "711.500 тонн" are hardly kilograms.
_WHOLES = ("tonnes", "barrels", "m3", "kWh", "TEU", "containers", "trains", "tankers", "wagons", "trucks")
_LETTERS = re.compile(r"[^\W\d_]+")
_CYRILLIC_LETTER = re.compile("[\u0400-\u04ff]")
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
# The marks that part thousands, likeliest reading first.
_GROUPINGS = {
    "point": (",", ",."),
    "comma": ("", "."),
    "perhaps point": (",", "", "."),
    "perhaps comma": ("", ".", ","),
}


def custom_of(words: Sequence[str], language: str | None) -> Custom:
    """The decimal mark of the token's language; a guess where the token is plainly in another one."""
    letters = {each for word in words for each in word if each.isalpha()}
    is_cyrillic = any("\u0400" <= each <= "\u04ff" for each in letters)
    is_english = _is_english(words, language)
    is_other_script = bool(letters) and is_cyrillic != (language in _CYRILLIC)
    if language is None or is_other_script or (is_english and language not in _POINT):
        is_comma = is_cyrillic or any(map(_is_foreign_scale, words))
        return "perhaps comma" if is_comma else "perhaps point"
    return "point" if language in _POINT else "comma"


def can_stand_in(token: str, language: str) -> bool:
    """Whether a page in a language can print a token: in its script, not plainly English, not Turkic."""
    words = _LETTERS.findall(lexicon.folded(token))
    has_cyrillic = _CYRILLIC_LETTER.search(token) is not None
    is_turkic = any(lexicon.means(word, "turkic") for word in words)
    is_foreign = (
        (has_cyrillic and language not in _WITH_CYRILLIC)
        or (language != "en" and _is_english(words, language))
        or (is_turkic and language not in _TURKIC)
    )
    return not is_foreign


def _is_english(words: Sequence[str], language: str | None) -> bool:
    is_said = any(lexicon.means(word, "english") for word in words)
    return is_said or ("million" in words and language not in _OWN_MILLION)


def _is_foreign_scale(word: str) -> bool:
    return lexicon.power(word, None) is not None and not lexicon.means(word, "english scale")


def all_habits(words: Sequence[str], language: str | None, custom: Custom) -> list[Habits]:
    """The ways of reading a token that its custom allows; one where no mark is ambiguous."""
    groupings = _GROUPINGS[custom]
    if not any(map(_AMBIGUOUS.fullmatch, words)):
        groupings = groupings[:1]
    return [Habits(language, grouping) for grouping in groupings]


def likelihood(figure: Figure, habits: Habits, custom: Custom) -> int | None:
    """A rank, lower is likelier; None for a reading that nobody means."""
    is_whole = not figure.number.scaled and re.split(" per |/", figure.base or "")[0] in _WHOLES
    if custom == "point" and habits.grouping == ",.":
        return 1 if is_whole and not figure.power else None
    is_bare = figure.base is None and not figure.number.scaled
    if habits.grouping == "." and (is_whole or (is_bare and custom == "comma")):
        return -1
    return _GROUPINGS[custom].index(habits.grouping)
