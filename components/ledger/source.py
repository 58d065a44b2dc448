"""One file's bytes to text of which every character can be seen; keeps what is wrong with the file so far."""

import os
import re
import unicodedata
from pathlib import Path
from typing import NamedTuple

from components.ledger.problems import DatasetError, Problem

MAX_BYTES = 1 << 20

# Drawn as nothing, or standing where a letter was lost, although Unicode counts them as printable.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\ufffc\ufffd"
    "\U000e0100-\U000e01ef]"
)


class Fault(NamedTuple):
    """A broken rule before it has a place."""

    code: str
    what: str
    hint: str


class Source:
    """The file as messages name it, and its problems in the order in which they were found."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def refuse(self, line: int, fault: Fault) -> None:
        """Note a fault and go on."""
        self.problems.append(Problem(self.path, line, *fault))

    def stopped(self, line: int, fault: Fault) -> DatasetError:
        """Note a fault after which nothing more can be read: the error to raise."""
        self.refuse(line, fault)
        return DatasetError(self.problems)

    def text(self, path: Path) -> str:
        """The text of the file at `path`, lines ended by LF, with a space for each unwelcome character."""
        text = self._decoded(self._bytes(path)).replace("\r\n", "\n")
        if text.startswith("\ufeff"):
            self.refuse(
                1, Fault("Y015", "the file begins with a byte-order mark", "save it as UTF-8 without it")
            )
            text = text[1:]
        unwelcome = strange(text)
        if unwelcome:
            self._refuse_characters(text, unwelcome)
        return text.translate(dict.fromkeys(map(ord, unwelcome), " "))

    def _refuse_characters(self, text: str, unwelcome: set[str]) -> None:
        for number, line in enumerate(text.split("\n"), start=1):
            for character in sorted(unwelcome.intersection(line)):
                self.refuse(number, strange_character(character))

    def _bytes(self, path: Path) -> bytes:
        try:
            with path.open("rb") as file:
                size = os.fstat(file.fileno()).st_size
                data = file.read(MAX_BYTES + 1)
        except OSError as error:
            what = f"the file cannot be read: {error.strerror}"
            raise self.stopped(1, Fault("Y010", what, "check its name and who may read it")) from None
        if len(data) > MAX_BYTES:
            what = f"the file has {max(size, len(data))} bytes, more than {MAX_BYTES}"
            raise self.stopped(1, Fault("Y011", what, "split it by subject"))
        return data

    def _decoded(self, data: bytes) -> str:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise self.stopped(1, Fault("Y014", "the file is UTF-16", "save it as UTF-8"))
        if b"\0" in data:
            what = "a NUL byte: the file is UTF-16, or no text at all"
            raise self.stopped(_line_at(data, data.index(b"\0")), Fault("Y014", what, "save it as UTF-8"))
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as error:
            what = f"byte 0x{data[error.start]:02X} is not UTF-8"
            raise self.stopped(
                _line_at(data, error.start), Fault("Y014", what, "save the file as UTF-8")
            ) from None


def _line_at(data: bytes, index: int) -> int:
    return data.count(b"\n", 0, index) + 1


def shown(text: str) -> str:
    """`text` in quotes as a message shows it: short, on one line, nothing invisible."""
    visible = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text[:40])
    return f'"{visible}{"…" if len(text) > 40 else ""}"'


def strange(text: str) -> set[str]:
    """The characters in `text` that are not seen as what they are: control, zero-width, odd spaces…"""
    if text.isprintable() and not _UNSEEN.search(text):
        return set()
    return {c for c in set(text) if not c.isprintable() or _UNSEEN.match(c)} - {"\n"}


def strange_character(character: str) -> Fault:
    """Why `character` may not stand in a data file."""
    if character == "\t":
        return Fault("Y017", "a tab", "write spaces")
    what = f"character U+{ord(character):04X} ({unicodedata.name(character, 'a control character')})"
    if character == "\r":
        return Fault("Y016", what, "end lines with LF or CR LF")
    if character == "\ufffd":
        return Fault("Y016", what, "a letter was lost here: write it again")
    return Fault("Y016", what, "write a space" if unicodedata.category(character) == "Zs" else "remove it")
