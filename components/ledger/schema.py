"""The shape of one data file: pydantic models, and their refusals turned into Problems with lines."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeVar, cast

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from components.ledger.problems import Problem
from components.ledger.reader import Document
from components.periods import Period

Location = tuple[str | int, ...]

ValueKind = Literal["printed", "target", "capacity"]
Status = Literal["A", "P", "E", "F", "D", "U"]
Evidence = Literal["table", "statement", "quoted", "agency"]
StatementKind = Literal["percent", "times", "difference", "share", "sum", "balance", "rank", "pace"]


def _refusal(code: str, what: str, hint: str) -> PydanticCustomError:
    return PydanticCustomError(cast(Any, code), "{what}", {"what": what, "hint": hint})


def _number(given: object) -> object:
    if isinstance(given, Decimal):
        return given
    if isinstance(given, str):
        hint = "write it without quotes, with a decimal point and no thousands mark"
        raise _refusal("S102", f'expected a number, got the text "{given}"', hint)
    raise _refusal("S102", f"expected a number, got {_kind(given)}", "write the number itself")


def _text(given: object) -> object:
    if isinstance(given, str) and given.strip():
        return given
    if isinstance(given, Decimal | date):
        raise _refusal("S103", f"expected text, got {_kind(given)} {given}", f'quote it: "{given}"')
    raise _refusal("S103", f"expected text, got {_kind(given)}", "write a text")


def _period(given: object) -> object:
    if not isinstance(given, str):
        raise _refusal("S106", f"the period {given} is not quoted", f'quote it: "{given}"')
    try:
        return Period.parse(given)
    except ValueError as error:
        raise _refusal("S107", *_split(str(error))) from error


def _day(given: object) -> object:
    if isinstance(given, date):
        return given
    raise _refusal("S108", f'expected a day, got "{given}"', "write it as 2026-11-22, without quotes")


def _url(given: object) -> object:
    if isinstance(given, str) and re.fullmatch(r"https?://[^\s/]+\.[^\s]+", given):
        return given
    raise _refusal("S109", f'"{given}" is not a web address', "write it whole, from https:// on, or null")


def _language(given: object) -> object:
    if isinstance(given, str) and re.fullmatch(r"[a-z]{2}", given):
        return given
    raise _refusal("S110", f'"{given}" is not a language', "use its two-letter ISO 639-1 code, such as en, ru, az")


def _kind(given: object) -> str:
    names = {dict: "a mapping", list: "a list", bool: "true or false", Decimal: "the number", date: "the day"}
    return "nothing" if given is None else names.get(type(given), "text")


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


class Record(BaseModel):
    """Unknown keys are refused, so that a misspelt key cannot pass as an absent one."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, arbitrary_types_allowed=True)


class Report(Record):
    """One figure as one source printed it; `also` lists sources that print the same digits."""

    period: PeriodText
    value: Number
    printed: Text
    source: Text
    unit: Text | None = None
    status: Status = "A"
    also: Texts = Field(default_factory=list)
    preferred: Literal[True] | None = None
    because: Text | None = None
    checked: Day | None = None
    note: Text | None = None


class Series(Record):
    """One concept by one maker in one unit."""

    title: Text
    indicator: Text
    unit: Text
    reports: Annotated[list[Report], Field(min_length=1)]
    maker: Text | None = None
    reporter: Text | None = None
    partner: Text | None = None
    kind: ValueKind = "printed"
    mirror: Text | None = None
    note: Text | None = None


class Statement(Record):
    """A relation between figures that a source prints, such as "grew 4.2 times"."""

    id: Text
    kind: StatementKind
    series: Text
    period: PeriodText
    stated: Text
    source: Text
    base: PeriodText | None = None
    also: Texts = Field(default_factory=list)
    note: Text | None = None


class Source(Record):
    """One publication. `wire` names the agency whose story it reprints."""

    publisher: Text
    title: Text | None
    url: Url | None
    published: Day | None
    language: Language
    originator: Text | None
    evidence: Evidence
    wire: Text | None = None


class Dataset(Record):
    """One file of one subject, complete in itself."""

    title: Text
    description: Text
    series: Annotated[dict[str, Series], Field(min_length=1)]
    sources: dict[str, Source]
    subject: Texts | None = None
    statements: Annotated[list[Statement], Field(min_length=1)] | None = None


class Indicator(Record):
    """What is measured; `stock` marks a level on a day."""

    title: Text
    stock: bool = False


class Codebook(Record):
    """The closed vocabularies that every data file draws from."""

    areas: Texts
    makers: dict[str, Text]
    """The bodies that measure, with the short name that a chart has room for."""
    units: Texts
    indicators: dict[str, Indicator]


class Correction(Record):
    """A departure from what a source printed: `reads` is the token as it must have been meant."""

    series: Text
    period: PeriodText
    source: Text
    printed: Text
    reads: Text
    because: Text
    since: Day


class Corrections(Record):
    """All departures from print, in one public file."""

    corrections: list[Correction]


Model = TypeVar("Model", bound=Record)


def parse(model: type[Model], document: Document) -> tuple[Model | None, list[Problem]]:
    """The document as a model, or every way in which its shape is wrong."""
    problems = list(_unquoted_periods(document))
    try:
        parsed = model.model_validate(document.data)
    except ValidationError as error:
        return None, problems + [_problem(model, document, details) for details in error.errors()]
    return (None, problems) if problems else (parsed, [])


def _unquoted_periods(document: Document) -> Iterator[Problem]:
    """Periods that YAML took for text although they are not quoted; one that it took for a number is no text at all."""
    for location, line in document.lines.items():
        given = _at(document.data, location) if location[-1:] in (("period",), ("base",)) else None
        if isinstance(given, str) and location not in document.quoted:
            yield Problem(document.path, line, "S106", f"the period {given} is not quoted", f'quote it: "{given}"')


def _at(data: Any, location: Location) -> Any:
    for part in location:
        data = data[part]
    return data


def _problem(model: type[Record], document: Document, details: ErrorDetails) -> Problem:
    location = tuple(part for part in details["loc"] if part != "[key]")
    code, what, hint = _explain(model, location, details)
    return Problem(document.path, line_of(document.lines, location), code, what, hint)


def line_of(lines: Mapping[Location, int], location: Location) -> int:
    """The line of a place in a file, or of the nearest thing around it."""
    while location and location not in lines:
        location = location[:-1]
    return lines.get(location, 1)


def _explain(model: type[Record], location: Location, details: ErrorDetails) -> tuple[str, str, str]:
    key, kind = str(location[-1]) if location else "", details["type"]
    if "hint" in details.get("ctx", {}):
        return kind, details["ctx"]["what"], details["ctx"]["hint"]
    if kind == "extra_forbidden":
        return "S101", f'unknown key "{key}"', nearest(key, _known_keys(model, location[:-1]))
    if kind == "missing":
        return "S104", f'the required key "{key}" is missing', f'add "{key}" to this record'
    if kind == "literal_error":
        given, allowed = details["input"], details["ctx"]["expected"].replace("'", '"')
        return "S105", f'"{given}" is not a {key}', f"write one of {allowed}"
    if kind == "too_short":
        return "S111", f'"{key}" is empty', "leave the key out or fill it"
    return "S112", f'"{key}" has the wrong shape: {details["msg"]}', "see datasets/README.md"


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint: the known word that is nearest to the given one, or all when they are few."""
    words = list(known)
    close = difflib.get_close_matches(word, words, n=1, cutoff=0.6)
    if close:
        return f'did you mean "{close[0]}"?'
    return f"known are {', '.join(sorted(words))}" if len(words) < 12 else "see datasets/README.md"


def _known_keys(model: type[Record], parent: Location) -> list[str]:
    nested: dict[tuple[type[Record], str], type[Record]] = {
        (Dataset, "series"): Series,
        (Dataset, "sources"): Source,
        (Dataset, "statements"): Statement,
        (Codebook, "indicators"): Indicator,
        (Corrections, "corrections"): Correction,
    }
    if not parent:
        return list(model.model_fields)
    if "reports" in parent:
        return list(Report.model_fields)
    return list(nested.get((model, str(parent[0])), model).model_fields)
