"""What the documents say is true: their example, their columns, their commands."""

import re
from pathlib import Path

import pytest

from components.ledger.frames import COLUMNS
from components.ledger.ledger import validate
from components.ledger.records import (
    Event,
    Figure,
    Milestone,
    Otherwise,
    Project,
    Record,
    Report,
    Route,
    Series,
    Source,
    Statement,
    Waypoint,
)
from tests.ledgers import ROOT

DICTIONARY = (ROOT / "datasets" / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```$", DICTIONARY, re.DOTALL | re.MULTILINE)
RECORDS = (Series, Report, Statement, Source, Event, Figure, Otherwise, Route, Waypoint, Project, Milestone)


@pytest.mark.parametrize("example", EXAMPLES, ids=["series", "stories"])
def test_the_examples_of_whole_files_are_right(tmp_path: Path, example: str) -> None:
    """They can be copied as they stand."""
    path = tmp_path / "az-kz.yaml"
    path.write_text(example, encoding="utf-8")

    assert [str(problem) for problem in validate([path])] == []


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_the_examples_show_every_key(record: type[Record]) -> None:
    """Each with a comment or a value from which its use can be seen."""
    text = "".join(EXAMPLES)
    missing = [key for key in record.model_fields if not re.search(rf"(^|[\s{{`]){key}:", text, re.MULTILINE)]

    assert missing == []


def test_the_columns_of_the_dictionary_are_those_of_the_tables() -> None:
    """All of them, in order."""
    section = DICTIONARY.partition("## The tables")[2]
    (listed,) = re.findall(r"^`(series, .*?)`$", section, re.DOTALL | re.MULTILINE)

    assert re.split(r",\s+", listed) == COLUMNS


@pytest.mark.parametrize("document", ["README.md", "datasets/README.md"])
def test_every_command_of_a_document_is_there(document: str) -> None:
    """`make validate` and the like are targets of the Makefile."""
    text = (ROOT / document).read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", text, re.MULTILINE))

    assert named
    assert named <= set(targets)
