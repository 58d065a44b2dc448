"""The single values of a data file: each is taken as it has to be written, or refused in words of our own."""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, cast

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from components.ledger.source import shown
from components.periods import EXAMPLES, Period


def _refusal(code: str, what: str, hint: str) -> PydanticCustomError:
    return PydanticCustomError(cast(Any, code), "{what}", {"what": what, "hint": hint})


def _number(given: object) -> object:
    if isinstance(given, Decimal):
        return given
    hint = "write it without quotes, with a decimal point and no thousands mark"
    raise _refusal("S102", f"expected a number, got {kind_of(given)}", hint)


def _text(given: object) -> object:
    if isinstance(given, str) and given.strip():
        return given
    hint = f'quote it: "{given}"' if isinstance(given, Decimal | date) else "write the words, or leave it out"
    raise _refusal("S103", f"expected text, got {kind_of(given)}", hint)


def _period(given: object) -> object:
    if isinstance(given, Decimal | date):
        raise _refusal("S106", f"the period {given} is not quoted", f'quote it: "{given}"')
    if not isinstance(given, str):
        raise _refusal("S107", f"expected a period, got {kind_of(given)}", f"write it as {EXAMPLES}, quoted")
    try:
        return Period.parse(given)
    except ValueError as error:
        raise _refusal("S107", *_split(str(error))) from error


def _day(given: object) -> object:
    if isinstance(given, date):
        return given
    raise _refusal("S108", f"expected a day, got {kind_of(given)}", "write it as 2026-11-22, without quotes")


def _url(given: object) -> object:
    if isinstance(given, str) and re.fullmatch(r"https?://[^\s/]+\.[^\s]+", given):
        return given
    hint = "write it whole, from https:// on, or null where it is not known"
    raise _refusal("S109", f"expected a web address, got {kind_of(given)}", hint)


def _language(given: object) -> object:
    if isinstance(given, str) and re.fullmatch(r"[a-z]{2}", given):
        return given
    hint = "write its two-letter ISO 639-1 code, such as en, ru or az"
    raise _refusal("S110", f"expected a language, got {kind_of(given)}", hint)


def kind_of(given: object) -> str:
    """What stands in the file, in words."""
    if isinstance(given, dict | list):
        return "a mapping" if isinstance(given, dict) else "a list"
    if isinstance(given, bool) or given is None:
        return {None: "null", True: "true", False: "false"}[given]
    if isinstance(given, str):
        return f"the text {shown(given)}"
    return f"the number {given}" if isinstance(given, Decimal) else f"the day {given}"


def _split(message: str) -> tuple[str, str]:
    what, _, hint = message.partition("; ")
    return what, hint


Number = Annotated[Decimal, BeforeValidator(_number)]
Text = Annotated[str, BeforeValidator(_text)]
PeriodText = Annotated[Period, BeforeValidator(_period)]
Day = Annotated[date, BeforeValidator(_day)]
Url = Annotated[str, BeforeValidator(_url)]
Language = Annotated[str, BeforeValidator(_language)]
Texts = Annotated[list[Text], Field(min_length=1)]
