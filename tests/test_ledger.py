"""Loading and validating: everything holds, or every problem is told and nothing is half-loaded."""

from pathlib import Path

import pytest

from components.ledger import ledger
from components.ledger.ledger import data_files, load, validate
from components.ledger.problems import DatasetError
from components.periods import Period
from tests.ledgers import CODEBOOK, DATA, ROOT, problems, put

KEY = ("az-kz-trade-turnover", Period.parse("2024"))


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small ledger that stands for the project's own."""
    folder = put(tmp_path)
    monkeypatch.setattr(ledger, "ROOT", tmp_path.parent)
    monkeypatch.setattr(ledger, "DATASETS", tmp_path)
    return folder


def told(*paths: Path) -> list[str]:
    """The places and codes of what validate says."""
    return [f"{Path(each.path).name}:{each.line}: {each.code}" for each in validate(paths)]


def test_a_ledger_has_its_files_its_checks_and_its_observations(tmp_path: Path) -> None:
    """One file with two reports: two observations, in their order; every rule found nothing."""
    small = load(put(tmp_path))

    assert [each.path for each in small.book.files] == [str(tmp_path / "az-kz.yaml")]
    assert [str(period) for _, period in small.observations] == ["2024", "2025-S1"]
    assert small.observations[KEY].preferred.value == 470
    assert len(small.checks) == 26
    assert {each.problems for each in small.checks} == {()}
    assert "The number of a report is the one that its printed token gives." in {
        each.rule for each in small.checks
    }


def test_files_of_subfolders_are_files_of_the_ledger(tmp_path: Path) -> None:
    """Data files are found at any depth, in the order of their paths; other files are left alone."""
    put(tmp_path)
    (tmp_path / "trade").mkdir()
    (tmp_path / "az-kz.yaml").rename(tmp_path / "trade" / "az-kz.yaml")
    (tmp_path / "README.md").write_text("words")

    assert [path.relative_to(tmp_path).as_posix() for path in data_files(tmp_path)] == [
        "codebook.yaml",
        "corrections.yaml",
        "left-out.yaml",
        "trade/az-kz.yaml",
    ]
    assert problems(tmp_path) == []


def test_problems_of_all_files_are_told_at_once_in_order(tmp_path: Path) -> None:
    """A bad number here and a bad key there are two problems of one refusal."""
    second = DATA.replace("az-kz", "kz-az").replace("title: Trade", "titel: Trade")

    assert [
        each.partition("; ")[0]
        for each in problems(put(tmp_path, az_kz=DATA.replace("value: 501", "value: 502"), kz=second))
    ] == [
        'az-kz.yaml:14: C302 value 502 is outside what "501 млн долларов" prints '
        "(500.5 to 501.5 USD million)",
        'kz.yaml:1: S101 unknown key "titel"',
        'kz.yaml:1: S104 the required key "title" is missing',
    ]


def test_a_file_that_cannot_be_read_is_not_blamed_on_the_others(tmp_path: Path) -> None:
    """The codebook's words, mirrors and corrections of a broken file are not told to be of no use."""
    mirrored = DATA.replace("    unit: USD", "    mirror: kz-az-turnover\n    unit: USD")
    codebook = CODEBOOK.replace("[AZE, KAZ]", "[AZE, KAZ, GEO]")

    found = problems(put(tmp_path, az_kz=mirrored, codebook=codebook, kz_az="title: [\n"))

    assert [each.split()[:2] for each in found] == [["kz-az.yaml:1:", "Y001"]]


@pytest.mark.parametrize("missing", ["codebook", "corrections"])
def test_a_ledger_has_a_codebook_and_corrections(tmp_path: Path, missing: str) -> None:
    """A ledger without either is refused; a list of corrections may be empty but has to be there."""
    (put(tmp_path) / f"{missing}.yaml").unlink()

    assert problems(tmp_path) == [
        f"{missing}.yaml:1: Y010 the file cannot be read: No such file or directory; "
        "check its name and who may read it"
    ]


def test_a_folder_without_data_files_is_no_ledger(tmp_path: Path) -> None:
    """Neither an empty folder nor one that is not there loads as a ledger of nothing."""
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(DatasetError) as caught:
            load(folder)
        assert {problem.code for problem in caught.value.problems} == {"Y010"}


def test_without_a_path_the_whole_ledger_is_validated(own: Path) -> None:
    """All its files, and only its own."""
    assert told() == []
    put(own, az_kz=DATA.replace("value: 470", "value: 407"), codebook=CODEBOOK.replace("[AZE", "[GEO, AZE"))
    assert told() == ["az-kz.yaml:13: C302", "codebook.yaml:1: C408"]


def test_a_file_of_the_ledger_is_judged_within_it(own: Path) -> None:
    """Its corrections count, its mirrors are found, and the problems of other files are not told."""
    put(own, codebook=CODEBOOK.replace("[AZE", "[GEO, AZE"))

    assert told(own / "az-kz.yaml") == []
    assert told(own / "codebook.yaml") == ["codebook.yaml:1: C408"]
    assert told(own) == ["codebook.yaml:1: C408"]


def test_a_path_may_be_written_in_any_way(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Relative, with dots, or twice: it is the same file."""
    put(own, az_kz=DATA.replace("value: 470", "value: 407"))
    monkeypatch.chdir(own)

    for paths in (
        [Path("az-kz.yaml")],
        [Path("../") / own.name / "az-kz.yaml"],
        [Path(), Path("az-kz.yaml")],
    ):
        assert told(*paths) == ["az-kz.yaml:13: C302"]


def test_another_file_is_judged_alone_with_the_codebook_of_the_ledger(
    own: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """An id that the ledger has already is no fault of a file that may be meant to replace it."""
    draft = tmp_path_factory.mktemp("drafts") / "draft.yaml"
    draft.write_text(DATA, encoding="utf-8")
    assert told(draft) == []

    draft.write_text(DATA.replace("partner: KAZ", "partner: KZA"), encoding="utf-8")
    assert told(draft) == ["draft.yaml:10: C202"]
    assert told(draft, own) == ["draft.yaml:10: C202"]


@pytest.mark.parametrize("name", ["nowhere.yaml", "nowhere", "README.md"])
def test_a_path_that_is_no_data_file_is_a_problem(own: Path, name: str) -> None:
    """A misspelt path never passes for a file that is right, not even inside the ledger's own folder."""
    (own / "README.md").write_text("Words, and no data.\n", encoding="utf-8")

    assert [each.split(": ")[0] for each in told(own / name)] == [f"{name}:1"]


def test_paths_are_told_from_the_root_of_the_project() -> None:
    """As they can be opened from there, whatever the folder one stands in."""
    problem = validate([ROOT / "tests" / "bad" / "c202-unknown-area.yaml"])[0]

    assert problem.path == "tests/bad/c202-unknown-area.yaml"
