"""Strict YAML to plain data that remembers its lines; the one place where YAML is parsed.

Walks libyaml's events, which take no stack, so that depth and aliases are refused before they can hurt.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import yaml

from components.ledger.problems import DatasetError
from components.ledger.scalars import Scalar, lookalike, plain, quoted
from components.ledger.source import Fault, Source, shown

MAX_DEPTH = 20

Node = Scalar | list["Node"] | dict[str, "Node"]
KeyPath = tuple[str | int, ...]

_REST_OF_CUT = re.compile(r"(?:,[0-9][^,\]}\n]*)+")


@dataclass(frozen=True)
class Document:
    """One file as plain data, the line of each key path in it, and the paths of texts that were quoted.

    Numbers are Decimal with the digits as written. The line is that of the key, in a list that of the item.
    """

    path: str
    data: Any
    lines: Mapping[KeyPath, int]
    quoted: frozenset[KeyPath] = frozenset()


def read(path: Path, *, shown_as: str | None = None) -> Document:
    """The file as a Document; raises DatasetError with all problems that can be found in it."""
    source = Source(shown_as or path.as_posix())
    return _Walk(source, source.text(path)).document()


class _Mark(Protocol):
    """Where an event begins in the text, both counted from 0."""

    line: int
    index: int


class _Walk:
    """Builds the data of one text from its events, and goes on behind a fault where that can be done."""

    def __init__(self, source: Source, text: str) -> None:
        self.source = source
        self.text = text
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.CSafeLoader)
        self.lines: dict[KeyPath, int] = {}
        self.quoted: set[KeyPath] = set()
        self.settled_lines = {problem.line for problem in source.problems if problem.code != "Y015"}
        self.settled_until = -1
        self.last_line = text.rstrip().count("\n") + 1

    def document(self) -> Document:
        """The whole, or the error with all that is wrong."""
        try:
            data = self._root()
        except yaml.MarkedYAMLError as error:
            raise self._not_yaml(error) from None
        if self.source.problems:
            raise DatasetError(self.source.problems)
        return Document(self.source.path, data, self.lines, frozenset(self.quoted))

    def _root(self) -> Node:
        next(self.events)
        start = next(self.events)
        first = next(self.events, start)
        if not isinstance(start, yaml.DocumentStartEvent) or _is_empty(first):
            raise self.source.stopped(1, Fault("Y009", "the file is empty", "fill it or remove it"))
        if start.version or start.tags:
            self._refuse(start, Fault("Y005", "a directive before the data", "leave it out"))
        self.lines[()] = self._line(first.start_mark)
        data = self._node(first, ())
        next(self.events)
        after = next(self.events)
        if isinstance(after, yaml.DocumentStartEvent):
            self._refuse(after, Fault("Y006", "a second document begins here", "put it in a file of its own"))
        return data

    def _node(self, event: yaml.Event, path: KeyPath) -> Node:
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, Fault("Y003", f"alias {shown(f'*{event.anchor}')}", "write the value out"))
            return None
        self._refuse_properties(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        if len(path) >= MAX_DEPTH:
            what = f"nested more than {MAX_DEPTH} levels deep"
            raise self._stopped(event, Fault("Y012", what, "close a bracket, or indent less"))
        return self._mapping(path) if isinstance(event, yaml.MappingStartEvent) else self._list(path)

    def _list(self, path: KeyPath) -> list[Node]:
        items: list[Node] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            inner = (*path, len(items))
            self.lines[inner] = self._line(event.start_mark)
            items.append(self._node(event, inner))
        return items

    def _mapping(self, path: KeyPath) -> dict[str, Node]:
        mapping: dict[str, Node] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._key(event, path)
            inner = (*path, key or "?")
            if key in mapping:
                hint = f"keep one, first is on line {self.lines[inner]}"
                self._refuse(event, Fault("Y002", f"key {shown(key)} is written twice", hint))
            self.lines.setdefault(inner, self._line(event.start_mark))
            value = self._node(next(self.events), inner)
            if key is not None:
                mapping[key] = value
        return mapping

    def _key(self, event: yaml.Event, path: KeyPath) -> str | None:
        """The key, or None for one that is refused."""
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(event, Fault("Y007", "a key that is not text", "write a word"))
            self._node(event, (*path, "?"))
            return None
        self._refuse_properties(event)
        key = _key_text(event)
        if isinstance(key, str):
            return key
        self._refuse(event, key, until=_at(event.end_mark).index)
        return None

    def _scalar(self, event: yaml.ScalarEvent, path: KeyPath) -> Scalar:
        if self._is_cut_at_comma(event):
            return None
        value = _no_value(path) if _is_empty(event) else _value(event)
        if isinstance(value, Fault):
            self._refuse(event, value)
            return None
        if event.style:
            self.quoted.add(path)
        return value

    def _is_cut_at_comma(self, event: yaml.ScalarEvent) -> bool:
        """In {value: 1,557} YAML sees a number 1 and a key 557: refuse the whole of it, once."""
        start, end = _at(event.start_mark).index, _at(event.end_mark).index
        if event.style or start <= self.settled_until or not event.value[-1:].isdigit():
            return False
        rest = _REST_OF_CUT.match(self.text, end)
        if rest is None:
            return False
        whole = self.text[start : rest.end()].rstrip()
        hint = "quote it, or write a space after the comma"
        fault = lookalike(whole) or Fault("Y019", f"{shown(whole)} is cut at its comma", hint)
        self._refuse(event, fault, until=rest.end())
        return True

    def _refuse_properties(self, event: yaml.Event) -> None:
        if anchor := getattr(event, "anchor", None):
            self._refuse(event, Fault("Y003", f"anchor {shown(f'&{anchor}')}", "leave it out"))
        if tag := getattr(event, "tag", None):
            written = shown(tag.replace("tag:yaml.org,2002:", "!!"))
            self._refuse(event, Fault("Y005", f"tag {written}", "leave it out, and quote what is text"))

    def _refuse(self, event: yaml.Event, fault: Fault, *, until: int = -1) -> None:
        """Note the fault, unless it only follows from one noted before, which may reach `until` there."""
        line = self._line(event.start_mark)
        if _at(event.start_mark).index > self.settled_until and line not in self.settled_lines:
            self.source.refuse(line, fault)
        self.settled_until = max(self.settled_until, until)

    def _stopped(self, event: yaml.Event, fault: Fault) -> DatasetError:
        self._refuse(event, fault)
        return DatasetError(self.source.problems)

    def _not_yaml(self, error: yaml.MarkedYAMLError) -> DatasetError:
        """The syntax error where it shows; for what is still open at the end, where that was opened."""
        mark = error.problem_mark
        if error.context_mark and _at(mark).index >= len(self.text.rstrip()):
            mark = error.context_mark
        line = self._line(mark)
        if line not in self.settled_lines:
            self.source.refuse(line, _syntax_fault(str(error.problem)))
        return DatasetError(self.source.problems)

    def _line(self, mark: _Mark | None) -> int:
        """Counted from 1, and never behind the last: libyaml ends every text with a line more."""
        return min(_at(mark).line + 1, self.last_line)


def _at(mark: _Mark | None) -> _Mark:
    if mark is None:
        raise TypeError("libyaml gives every event its place")
    return mark


def _value(event: yaml.ScalarEvent) -> Scalar | Fault:
    return quoted(event.value) if event.style else plain(event.value)


def _key_text(event: yaml.ScalarEvent) -> str | Fault:
    if not event.value:
        return Fault("Y007", "a key that is empty", 'write a word before ":"')
    key = _value(event)
    if isinstance(key, str | Fault):
        return key
    return Fault("Y007", f"key {shown(event.value)} is not text", f"quote it: {shown(event.value)}")


def _is_empty(event: yaml.Event) -> bool:
    """Nothing is written there, not even a pair of quotes."""
    return isinstance(event, yaml.ScalarEvent) and not event.value and event.style not in ('"', "'")


def _no_value(path: KeyPath) -> Fault:
    what = f"key {shown(path[-1])} has no value" if isinstance(path[-1], str) else "a list item is empty"
    return Fault("Y008", what, 'write null for nothing, a space after ":", quotes around a text with a comma')


def _syntax_fault(problem: str) -> Fault:
    hint = "look for a quote or bracket left open, or lines not indented alike"
    if "mapping values" in problem:
        hint = 'quote a text that has ": "; indent the lines of one mapping alike'
    elif "cannot start any token" in problem:
        hint = "quote a text that begins with a sign"
    return Fault("Y001", f"not YAML: {problem}", hint)
