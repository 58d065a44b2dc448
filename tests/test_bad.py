"""Every rule of the ledger has a bad file, whose first lines are exactly what is said about it."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from components.ledger.ledger import load, validate
from components.ledger.problems import DatasetError, Problem
from tests.ledgers import ROOT

BAD = ROOT / "tests" / "bad"
FILES = sorted(BAD.glob("*.yaml"))
FOLDERS = sorted(path for path in BAD.iterdir() if path.is_dir())
EXPECTED = re.compile(r"# (\d+: [YSC]\d{3} .*)")
CODE = re.compile(r"(?<=[\"'])[YSC]\d{3}(?=[\"'])")
WITHOUT_A_FILE = {"Y010": "the file is not there, or cannot be opened"}


def expected(path: Path) -> list[str]:
    """What the comment lines at the top of a file say about it, whatever its bytes are."""
    lines = path.read_bytes()[:10_000].decode("utf-8-sig", errors="replace").splitlines()
    return list(_matches(lines))


def _matches(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        match = EXPECTED.fullmatch(line)
        if match is None:
            return
        yield match[1]


def without_path(problem: Problem) -> str:
    return str(problem).removeprefix(f"{problem.path}:")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_bad_file_has_exactly_the_problems_that_it_names(path: Path) -> None:
    """No problem more and none less, in order, with line, code, finding and remedy; all under its name."""
    found = validate([path])

    assert [without_path(problem) for problem in found] == expected(path)
    assert {problem.path for problem in found} == {path.relative_to(ROOT).as_posix()}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_a_bad_ledger_has_exactly_the_problems_that_its_files_name(folder: Path) -> None:
    """Each file of the folder names its own problems; most of them have none."""
    with pytest.raises(DatasetError) as caught:
        load(folder)

    named = {
        path.relative_to(ROOT).as_posix(): lines for path in folder.iterdir() if (lines := expected(path))
    }
    found: dict[str, list[str]] = {}
    for problem in caught.value.problems:
        found.setdefault(problem.path, []).append(without_path(problem))
    assert found == named


@pytest.mark.parametrize("path", [*FILES, *FOLDERS], ids=lambda path: path.stem)
def test_a_bad_file_is_named_after_its_rule(path: Path) -> None:
    """c302-….yaml has a problem C302."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    codes = {line.split()[1] for file in files for line in expected(file)}

    assert path.name[:4].upper() in codes


@pytest.mark.parametrize("path", [*FILES, *sorted(BAD.glob("*/*.yaml"))], ids=lambda path: path.stem)
def test_every_problem_has_a_remedy(path: Path) -> None:
    """What is wrong, a semicolon, what would be right: both say something, on one line and in plain words."""
    for line in expected(path):
        what, _, remedy = line.partition("; ")
        assert len(what.split()) > 3
        assert remedy.strip()
        assert not re.search(r"None|Input should|Decimal|\bdict\b", line)


def test_every_rule_has_a_bad_file() -> None:
    """Every code in the sources of the ledger is shown by a file, but for those that no file can show."""
    modules = (ROOT / "components" / "ledger").glob("*.py")
    in_code = {code for module in modules for code in CODE.findall(module.read_text("utf-8"))}
    shown = {line.split()[1] for path in BAD.rglob("*.yaml") for line in expected(path)}

    assert in_code - shown == set(WITHOUT_A_FILE)
    assert shown <= in_code


def test_what_no_file_can_show_is_said_nevertheless() -> None:
    """Y010 is said about a file that is not there."""
    problem = validate([BAD / "not-there.yaml"])

    assert [str(each) for each in problem] == [
        "tests/bad/not-there.yaml:1: Y010 the file cannot be read: No such file or directory; "
        "check its name and who may read it"
    ]
