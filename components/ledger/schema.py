"""The shape of one data file: pydantic models, and their refusals turned into Problems with lines."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from components.ledger.fields import Day, Language, Number, PeriodText, Text, Texts, Url, kind_of
from components.ledger.problems import Problem
from components.ledger.reader import Document

Location = tuple[str | int, ...]

ValueKind = Literal["printed", "target", "capacity"]
Status = Literal["A", "P", "E", "F", "D", "U"]
Evidence = Literal["table", "statement", "quoted", "agency"]
StatementKind = Literal["percent", "times", "difference", "share", "sum", "balance", "rank", "pace"]


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

_SHAPES = {
    "list_type": ("a list", "write it in brackets: [one, another]"),
    "bool_type": ("true or false", "write true, or leave the key out"),
}


def parse(model: type[Model], document: Document) -> tuple[Model | None, list[Problem]]:
    """The document as a model, or every way in which its shape is wrong."""
    problems = list(_unquoted_periods(document))
    try:
        parsed = model.model_validate(document.data)
    except ValidationError as error:
        return None, problems + [_problem(model, document, details) for details in error.errors()]
    return (None, problems) if problems else (parsed, [])


def _unquoted_periods(document: Document) -> Iterator[Problem]:
    """Periods that are text without quotes; those that YAML took for a number are no text at all."""
    for location, line in document.lines.items():
        given = _at(document.data, location) if location[-1:] in (("period",), ("base",)) else None
        if isinstance(given, str) and location not in document.quoted:
            yield Problem(
                document.path, line, "S106", f"the period {given} is not quoted", f'quote it: "{given}"'
            )


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
    fields = _record(model, location[:-1]).model_fields
    if "hint" in details.get("ctx", {}):
        return kind, details["ctx"]["what"], details["ctx"]["hint"]
    if kind == "extra_forbidden":
        known = f"known are {', '.join(fields)}"
        return "S101", f'unknown key "{key}"', nearest(key, fields, otherwise=known)
    if kind == "missing":
        return "S104", f'the required key "{key}" is missing', f'add "{key}" to this record'
    if kind == "literal_error":
        allowed = details["ctx"]["expected"].replace("'", '"').replace("True", "true")
        return "S105", f'"{key}" cannot be {kind_of(details["input"])}', f"write {allowed}"
    if kind == "too_short":
        is_required = key in fields and fields[key].is_required()
        return "S111", f'"{key}" is empty', "fill it" if is_required else "fill it, or leave the key out"
    expected, hint = _SHAPES.get(kind, ("a mapping", 'write each of its parts as "key: value"'))
    return "S112", f"expected {expected}, got {kind_of(details['input'])}", hint


def nearest(word: str, known: Iterable[str], *, otherwise: str) -> str:
    """A hint: the known word that is nearest to the given one, or what to do where none is near."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f'did you mean "{close[0]}"?' if close else otherwise


def _record(model: type[Record], parent: Location) -> type[Record]:
    """The record that stands at a place of a file."""
    nested: dict[tuple[type[Record], str], type[Record]] = {
        (Dataset, "series"): Series,
        (Dataset, "sources"): Source,
        (Dataset, "statements"): Statement,
        (Codebook, "indicators"): Indicator,
        (Corrections, "corrections"): Correction,
    }
    if len(parent) < 2:
        return model
    return Report if "reports" in parent[2:] else nested.get((model, str(parent[0])), model)
