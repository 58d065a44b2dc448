"""What one scalar of a YAML file means; spellings that YAML readers take differently are faults."""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from functools import lru_cache

from components.ledger.source import Fault, shown, strange, strange_character

Scalar = str | Decimal | bool | date | None

MAX_LENGTH = 10_000
MAX_DIGITS = 15  # a frame's float64 keeps fifteen digits and no more

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_DISPUTED_WORDS = {
    **dict.fromkeys(("true", "yes", "on", "y"), "true"),
    **dict.fromkeys(("false", "no", "off", "n"), "false"),
    **dict.fromkeys(("null", "~"), "null"),
}

# What is meant as a number, a date or a time of day, or taken for one by some reader; in lower case.
_LIKE_NUMBER = re.compile(r"[-+]?(?:0[xob][\da-f_]+|\.?\d[\d.,_' ]*(?:e[-+]?\d+)?|\.inf|\.nan)")
_LIKE_DATE = re.compile(r"\d{1,4}([-./])\d{1,2}\1\d{1,4}(?:(?:t|\s+)\d{1,2}:.*)?")
_LIKE_TIME = re.compile(r"[-+]?\d[\d_]*(?::\d+)+(?:\.[\d_]*)?")
_DASHES = dict.fromkeys(map(ord, "\u2010\u2012\u2013\u2014\u2212"), "-")
_GROUPED_BY_COMMA = re.compile(r"-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_GROUPED_BY_POINT = re.compile(r"-?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")


def quoted(text: str) -> str | Fault:
    """The value of a quoted or block scalar, which is always text."""
    if len(text) > MAX_LENGTH:
        return _too_long(text)
    if escaped := strange(text):
        return strange_character(min(escaped))
    return text


@lru_cache(maxsize=32768)
def plain(text: str) -> Scalar | Fault:
    """The value of an unquoted scalar; the same few words stand in most lines."""
    if len(text) > MAX_LENGTH:
        return _too_long(text)
    if _NUMBER.fullmatch(text):
        return _number(text)
    if _ISO_DATE.fullmatch(text):
        return _date(text)
    if text in _WORDS:
        return _WORDS[text]
    return _disputed_word(text) or lookalike(text) or text


def lookalike(text: str) -> Fault | None:
    """Why `text` is nearly a number, a date or a time of day; None for words."""
    like = unicodedata.normalize("NFKC", text).translate(_DASHES).lower()
    if _LIKE_TIME.fullmatch(like):
        what = f"{shown(text)} is a base-60 number to some YAML readers"
        return Fault("Y021", what, f"quote it: {shown(text)}")
    if _LIKE_DATE.fullmatch(like):
        what = f"{shown(text)} is not how a date is written here"
        return Fault("Y020", what, "write it as YYYY-MM-DD, or quote it if it is text")
    if _LIKE_NUMBER.fullmatch(like):
        what = f"{shown(text)} is not how a number is written here"
        return Fault("Y019", what, f"write {_number_meant(like)}, or quote it if it is text")
    return None


def _too_long(text: str) -> Fault:
    return Fault("Y013", f"a text of {len(text)} characters, more than {MAX_LENGTH}", "shorten it")


def _number(text: str) -> Decimal | Fault:
    digits = sum(c.isdigit() for c in text)
    if digits > MAX_DIGITS:
        what = f"number {shown(text)} has {digits} digits, more than {MAX_DIGITS}"
        return Fault("Y022", what, "write it in a larger unit, or quote it if it is text")
    return Decimal(text)


def _date(text: str) -> date | Fault:
    try:
        return date.fromisoformat(text)
    except ValueError:
        what = f"the calendar has no day {shown(text)}"
        return Fault("Y020", what, "write a day that it has, or quote it if it is text")


def _disputed_word(text: str) -> Fault | None:
    if text in {"<<", "="}:
        what = f"{shown(text)} is a merge or default key to some YAML readers"
        return Fault("Y004", what, "write out what it stands for, or quote it if it is text")
    if meant := _DISPUTED_WORDS.get(text.lower()):
        what = f"{shown(text)} is text to some YAML readers and not to others"
        return Fault("Y018", what, f"write {meant}, or quote it if it is text")
    return None


def _number_meant(like: str) -> str:
    """The one or two numbers that may have been meant by a spelling that is not taken."""
    bare = re.sub(r"[_' ]", "", like).removeprefix("+").removesuffix(".")
    meant = [("0" if bare.startswith(".") else "") + bare.replace(",", ".")]
    if _GROUPED_BY_COMMA.fullmatch(bare):
        meant.append(bare.replace(",", ""))
    if _GROUPED_BY_POINT.fullmatch(bare):
        meant.append(bare.replace(".", "").replace(",", "."))
    return " or ".join(filter(_NUMBER.fullmatch, meant)) or "plain digits, with a point before decimals"
