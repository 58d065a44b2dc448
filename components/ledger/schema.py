"""A document into the records that it has to hold; pydantic's refusals turned into Problems with lines."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from components.ledger.fields import kind_of
from components.ledger.problems import Problem
from components.ledger.reader import Document
from components.ledger.records import Record

Location = tuple[str | int, ...]

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
    for part in parent:
        if isinstance(part, str) and part in model.model_fields:
            inner = _records_in(model.model_fields[part].annotation)
            model = inner or model
    return model


def _records_in(annotation: Any) -> type[Record] | None:
    """The record that a field holds, be it in a list, in a mapping or optional."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next(filter(None, map(_records_in, get_args(annotation))), None)
