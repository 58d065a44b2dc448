"""`caspian`: what it prints and what it tells the shell."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from components import cli
from components.ledger import ledger
from tests.ledgers import DATA, ROOT, put

WRONG = DATA.replace("value: 470", "value: 407")
PROBLEM = (
    'az-kz.yaml:13: C302 value 407 is outside what "470 млн долларов" prints (469.5 to 470.5 USD million); '
    "correct the one that is wrong"
)


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small ledger that stands for the project's own, named from its folder."""
    monkeypatch.setattr(ledger, "ROOT", tmp_path)
    monkeypatch.setattr(ledger, "DATASETS", tmp_path)
    return put(tmp_path)


def test_a_ledger_in_which_all_holds(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is printed, and the shell is told 0."""
    assert cli.main(["validate"]) == 0
    assert capsys.readouterr() == ("", "")


def test_problems_are_printed_one_a_line(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With file and line first, as editors and terminals open them; the shell is told 1."""
    put(own, az_kz=WRONG.replace("partner: KAZ", "partner: AZ"))

    assert cli.main(["validate"]) == 1
    first, *rest = capsys.readouterr().out.splitlines()
    assert first.startswith('az-kz.yaml:10: C202 unknown partner "AZ"; did you mean "')
    assert rest == [PROBLEM, 'codebook.yaml:1: C408 "KAZ" of areas is used nowhere; remove it']


def test_problems_as_json(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same, for programs; an empty list where all holds."""
    assert cli.main(["validate", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []

    put(own, az_kz=WRONG)
    assert cli.main(["validate", "--format", "json"]) == 1
    (problem,) = json.loads(capsys.readouterr().out)
    assert list(problem) == ["path", "line", "code", "what", "hint"]
    assert (problem["path"], problem["line"], problem["code"]) == ("az-kz.yaml", 13, "C302")


def test_paths_limit_what_is_told(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only the problems of the named files decide the answer."""
    put(own, az_kz=WRONG)

    assert cli.main(["validate", str(own / "codebook.yaml")]) == 0
    assert cli.main(["validate", str(own / "codebook.yaml"), str(own / "az-kz.yaml")]) == 1
    assert capsys.readouterr().out.splitlines() == [PROBLEM]


def test_a_path_that_is_not_there(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is a problem like any other, not a traceback and not a success."""
    assert cli.main(["validate", str(own / "nowhere.yaml")]) == 1
    assert capsys.readouterr().out == (
        "nowhere.yaml:1: Y010 the file cannot be read: No such file or directory; "
        "check its name and who may read it\n"
    )


@pytest.mark.parametrize(
    "arguments", [[], ["validat"], ["validate", "--format", "xml"], ["validate", "--form"], ["--nothing"]]
)
def test_a_command_that_is_not_understood(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The shell is told 2, and the usage stands on standard error."""
    with pytest.raises(SystemExit) as caught:
        cli.main(arguments)

    assert caught.value.code == 2
    output = capsys.readouterr()
    assert (output.out, output.err.startswith("usage: caspian")) == ("", True)


def test_help_says_what_a_command_does(capsys: pytest.CaptureFixture[str]) -> None:
    """Asked for, it is no fault."""
    with pytest.raises(SystemExit) as caught:
        cli.main(["--help"])

    assert caught.value.code == 0
    assert "check the datasets and print every problem with its file and line" in " ".join(
        capsys.readouterr().out.split()
    )


def test_it_runs_as_a_program() -> None:
    """The exit code reaches the shell, whatever folder it is called from."""
    bad = ROOT / "tests" / "bad" / "c302-value-outside-token.yaml"
    command = [sys.executable, "-m", "components.cli", "validate", str(bad)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)

    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("tests/bad/c302-value-outside-token.yaml:13: C302 value 407 is outside")


STATED = DATA.replace(
    "sources:\n",
    """statements:
  - {id: az-kz-2025-s1-times, kind: times, series: az-kz-trade-turnover, period: "2025-S1", base: "2024-S1",
     stated: "4,2 раза", source: seed-003}
sources:
""",
)


def test_statements_are_printed_with_their_verdicts(
    own: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """As CSV with a header, or as JSON; the base that nobody prints is implied."""
    put(own, az_kz=STATED)

    assert cli.main(["statements"]) == 0
    header, row, end = capfdbinary.readouterr().out.decode().split("\r\n")
    assert header.startswith("id,kind,series,title,period,base,of,change,stated,verdict,arithmetic,")
    assert row.startswith(
        "az-kz-2025-s1-times,times,az-kz-trade-turnover,Turnover with Kazakhstan,2025-S1,2024-S1,"
    )
    assert end == ""

    assert cli.main(["statements", "--format", "json"]) == 0
    (told,) = json.loads(capfdbinary.readouterr().out)
    assert (told["verdict"], told["implied_period"]) == ("cannot be checked", "2024-S1")
    assert (round(told["implied_low"], 2), round(told["implied_high"], 2)) == (117.76, 120.84)


def test_statements_of_a_wrong_ledger_are_not_printed(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its problems are, with file and line, and the shell is told 1."""
    put(own, az_kz=STATED.replace('base: "2024-S1"', 'base: "2025-S1"'))

    assert cli.main(["statements"]) == 1
    shown = capsys.readouterr()
    assert (shown.out, shown.err.splitlines()) == (
        "",
        ["az-kz.yaml:16: C415 2025-S1 is compared with itself; name the period compared with"],
    )
