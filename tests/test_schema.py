"""The shape of a data file: what is taken, what is refused, in which words and at which line."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.ledger.problems import Problem
from components.ledger.reader import read
from components.ledger.records import Codebook, Corrections, Dataset
from components.ledger.schema import Model, line_of, nearest, parse
from components.periods import Period
from tests.ledgers import CODEBOOK, DATA

PERIOD = '{period: "2024"'
TITLE = "title: Turnover with Kazakhstan"
EVIDENCE = "evidence: quoted"


def shape(folder: Path, model: type[Model], text: str) -> tuple[Model | None, list[Problem]]:
    """A file with this text as a model, or its problems."""
    path = folder / "x.yaml"
    path.write_text(text, encoding="utf-8")
    return parse(model, read(path, shown_as="x"))


def refusals(folder: Path, old: str, new: str, model: type[Model] = Dataset, text: str = DATA) -> list[str]:
    """What is said about a right file after one change."""
    assert text.count(old) == 1
    parsed, problems = shape(folder, model, text.replace(old, new))
    assert (parsed is None) == bool(problems)
    return [str(problem).removeprefix("x:") for problem in problems]


def test_a_right_file_is_taken_as_it_is_written(tmp_path: Path) -> None:
    """Numbers are exact, periods are periods, days are days, and what is left out has its default."""
    dataset, problems = shape(tmp_path, Dataset, DATA)

    assert problems == []
    assert dataset is not None
    series = dataset.series["az-kz-trade-turnover"]
    first, second = series.reports
    assert (first.value, second.period) == (Decimal(470), Period.parse("2025-S1"))
    assert dataset.sources["seed-003"].published == date(2025, 10, 14)
    assert (series.kind, first.status, first.also, first.unit) == ("printed", "A", [], None)
    assert (dataset.statements, first.preferred, dataset.sources["seed-003"].wire) == (None, None, None)


@pytest.mark.parametrize(
    ("written", "refusal"),
    [
        ('value: "470"', 'S102 expected a number, got the text "470"; write it without quotes'),
        ("value: null", "S102 expected a number, got null"),
        ("value: true", "S102 expected a number, got true"),
        ("value: [470]", "S102 expected a number, got a list"),
        ("value: 2024-01-01", "S102 expected a number, got the day 2024-01-01"),
    ],
)
def test_a_value_is_a_number(tmp_path: Path, written: str, refusal: str) -> None:
    """Nothing else is taken for one, and the refusal says what stands there."""
    (found,) = refusals(tmp_path, "value: 470", written)

    assert found.startswith(f"13: {refusal}")


@pytest.mark.parametrize(
    ("written", "refusal"),
    [
        ("title: 2025", '6: S103 expected text, got the number 2025; quote it: "2025"'),
        ("title: 2025-10-14", '6: S103 expected text, got the day 2025-10-14; quote it: "2025-10-14"'),
        ('title: ""', '6: S103 expected text, got the text ""; write the words, or leave it out'),
        ('title: " "', '6: S103 expected text, got the text " "; write the words, or leave it out'),
        ("title: {}", "6: S103 expected text, got a mapping; write the words, or leave it out"),
    ],
)
def test_a_text_is_text_and_says_something(tmp_path: Path, written: str, refusal: str) -> None:
    """A number, a day and nothing but spaces are no text."""
    assert refusals(tmp_path, TITLE, written) == [refusal]


@pytest.mark.parametrize(
    ("written", "refusal"),
    [
        ("period: 2024", 'S106 the period 2024 is not quoted; quote it: "2024"'),
        ("period: 2024-S1", 'S106 the period 2024-S1 is not quoted; quote it: "2024-S1"'),
        ("period: 2024-12-31", 'S106 the period 2024-12-31 is not quoted; quote it: "2024-12-31"'),
        ('period: "2024-01/2024-12"', 'S107 "2024-01/2024-12" is a year; write 2024'),
        ('period: "2024-13"', 'S107 "2024-13" names no month; write one from 2024-01 to 2024-12'),
        ("period: null", "S107 expected a period, got null; write it as 2025, 2025-S1, 2025-Q3, 2025-04, "),
    ],
)
def test_a_period_is_quoted_and_has_one_spelling(tmp_path: Path, written: str, refusal: str) -> None:
    """A number, a date and a bare word are told to be quoted; a misspelling is told the right one."""
    (found,) = refusals(tmp_path, 'period: "2024"', written)

    assert found.startswith(f"13: {refusal}")


def test_the_base_of_a_statement_is_quoted_too(tmp_path: Path) -> None:
    """Every key that holds a period is held to the same rule."""
    statement = "statements:\n  - {id: az-kz-x, kind: times, series: s, base: 2023-S1,\n"
    statement += '     period: "2024-S1", stated: "4,2 раза", source: seed-003}\nsources:'

    assert refusals(tmp_path, "sources:", statement) == [
        '16: S106 the period 2023-S1 is not quoted; quote it: "2023-S1"'
    ]


@pytest.mark.parametrize(
    ("written", "refusal"),
    [
        (
            'published: "2025-10-14"',
            'S108 expected a day, got the text "2025-10-14"; write it as 2026-11-22, ',
        ),
        ("published: 2025", "S108 expected a day, got the number 2025; write it as 2026-11-22, without"),
    ],
)
def test_a_day_is_not_quoted(tmp_path: Path, written: str, refusal: str) -> None:
    """A text and a year are no day."""
    (found,) = refusals(tmp_path, "published: 2025-10-14", written)

    assert found.startswith(f"20: {refusal}")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "trend.az", "https://", "ftp://trend.az/x", "https://a b.az"]
)
def test_an_address_is_one_of_the_web(tmp_path: Path, address: str) -> None:
    """A link on a page leads to http or https, to a host, and nowhere else."""
    (found,) = refusals(tmp_path, "url: null", f'url: "{address}"')

    assert found == (
        f'19: S109 expected a web address, got the text "{address}"; '
        "write it whole, from https:// on, or null where it is not known"
    )


@pytest.mark.parametrize("address", ["https://trend.az/business/4135112.html", "http://a.gov.az/?p=1#b"])
def test_a_whole_address_is_taken(tmp_path: Path, address: str) -> None:
    """Path, query and fragment stay as they are."""
    dataset, problems = shape(tmp_path, Dataset, DATA.replace("url: null", f'url: "{address}"'))

    assert problems == []
    assert dataset is not None
    assert dataset.sources["seed-003"].url == address


@pytest.mark.parametrize(
    ("old", "new", "refusal"),
    [
        (EVIDENCE, "evidence: hearsay", '23: S105 "evidence" cannot be the text "hearsay"; write "table", '),
        (EVIDENCE, "evidence: null", '23: S105 "evidence" cannot be null; write "table", "statement", '),
        (PERIOD, '{preferred: false, period: "2024"', '13: S105 "preferred" cannot be false; write true'),
        (TITLE, TITLE + "\n    kind: goal", '7: S105 "kind" cannot be the text "goal"; write "printed", '),
    ],
)
def test_a_word_out_of_a_closed_list(tmp_path: Path, old: str, new: str, refusal: str) -> None:
    """Another word is refused with the words that are allowed, spelt as YAML spells them."""
    (found,) = refusals(tmp_path, old, new)

    assert found.startswith(refusal)


@pytest.mark.parametrize(
    ("old", "new", "refusal"),
    [
        (TITLE, TITLE + "\n    makers: bp", '7: S101 unknown key "makers"; did you mean "maker"?'),
        (PERIOD, '{state: P, period: "2024"', '13: S101 unknown key "state"; did you mean "status"?'),
        ("subject:", "subjekt:", '3: S101 unknown key "subjekt"; did you mean "subject"?'),
        (
            "language: ru",
            "language: ru\n    xyz: 1",
            '22: S101 unknown key "xyz"; known are publisher, title, url, published, language, originator, '
            "evidence, wire",
        ),
    ],
)
def test_an_unknown_key_is_told_the_nearest(tmp_path: Path, old: str, new: str, refusal: str) -> None:
    """Each record knows its own keys; where none is near, all of them are told."""
    assert refusals(tmp_path, old, new) == [refusal]


def test_a_missing_key_is_told_at_its_record(tmp_path: Path) -> None:
    """The line is that of the record which lacks it."""
    assert refusals(tmp_path, "    unit: USD million\n", "") == [
        '5: S104 the required key "unit" is missing; add "unit" to this record'
    ]


def test_what_is_not_known_is_written_as_null(tmp_path: Path) -> None:
    """A source that has no title has to say so: it cannot be forgotten."""
    assert refusals(tmp_path, "    title: null\n", "") == [
        '16: S104 the required key "title" is missing; add "title" to this record'
    ]


@pytest.mark.parametrize(
    ("old", "new", "refusal"),
    [
        ("subject: [az-kz]", "subject: []", '3: S111 "subject" is empty; fill it, or leave the key out'),
        (
            "subject: [az-kz]",
            "statements: []",
            '3: S111 "statements" is empty; fill it, or leave the key out',
        ),
        ("areas: [AZE, KAZ]", "areas: []", '1: S111 "areas" is empty; fill it'),
    ],
)
def test_an_empty_list_says_nothing(tmp_path: Path, old: str, new: str, refusal: str) -> None:
    """It is left out where it may be, and filled where it may not."""
    model, text = (Codebook, CODEBOOK) if old in CODEBOOK else (Dataset, DATA)

    assert refusals(tmp_path, old, new, model, text) == [refusal]


@pytest.mark.parametrize(
    ("old", "new", "refusal"),
    [
        (
            "subject: [az-kz]",
            "subject: az-kz",
            '3: S112 expected a list, got the text "az-kz"; write it in brackets: [one, another]',
        ),
        (
            '- {period: "2024", value: 470, printed: "470 млн долларов", source: seed-003}',
            "- 470",
            '13: S112 expected a mapping, got the number 470; write each of its parts as "key: value"',
        ),
        (
            "{trade_turnover: {title: Trade turnover}}",
            "{trade_turnover: {title: Trade turnover, stock: 1}}",
            "1: S112 expected true or false, got the number 1; write true, or leave the key out",
        ),
    ],
)
def test_another_shape_is_told_in_plain_words(tmp_path: Path, old: str, new: str, refusal: str) -> None:
    """The refusal says which shape was expected and how it is written."""
    codebook = (
        "indicators: {trade_turnover: {title: Trade turnover}}\nareas: [AZE]\nmakers: {}\nunits: [USD]\n"
    )
    model, text = (Codebook, codebook) if old in codebook else (Dataset, DATA)

    assert refusals(tmp_path, old, new, model, text) == [refusal]


def test_a_file_that_is_a_list_has_one_problem(tmp_path: Path) -> None:
    """It is told at the first line, once."""
    parsed, problems = shape(tmp_path, Corrections, "- one\n- another\n")

    assert parsed is None
    assert list(map(str, problems)) == [
        'x:1: S112 expected a mapping, got a list; write each of its parts as "key: value"'
    ]


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """Three faults in one file are three problems, each at its line."""
    text = DATA.replace("value: 470", 'value: "470"').replace("language: ru", "language: russian")
    _, problems = shape(tmp_path, Dataset, text.replace(TITLE, "title: 5"))

    assert sorted((each.line, each.code) for each in problems) == [(6, "S103"), (13, "S102"), (21, "S110")]


WRITTEN = st.recursive(
    st.sampled_from(["null", "true", "5", "-0.5", "2025-10-14", "AZE", '"2024"', '""', "2025-S1"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(st.sampled_from(["title", "reports", "x", "value"]), inner, max_size=3).map(
            lambda items: "{" + ", ".join(f"{key}: {value}" for key, value in items.items()) + "}"
        )
    ),
    max_leaves=5,
)
KEYS = st.sampled_from(
    [
        "title: Trade with Kazakhstan",
        "subject: [az-kz]",
        'period: "2024"',
        "value: 470",
        "published: 2025-10-14",
        "unit: USD million",
        "language: ru",
        EVIDENCE,
    ]
)


@given(written=WRITTEN, key=KEYS)
def test_whatever_stands_in_a_place_is_taken_or_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory, written: str, key: str
) -> None:
    """No spelling of any value makes the schema fail otherwise, and no refusal speaks Python."""
    folder = tmp_path_factory.getbasetemp()
    parsed, problems = shape(folder, Dataset, DATA.replace(key, f"{key.partition(':')[0]}: {written}"))

    assert (parsed is None) == bool(problems)
    assert [each for each in problems if not each.hint or "None" in each.what] == []


def test_the_line_of_a_place_that_has_none_is_that_of_what_is_around_it() -> None:
    """A missing key is shown at its record, and what has no place at all at the first line."""
    lines = {(): 1, ("series",): 4, ("series", "a"): 5}

    assert line_of(lines, ("series", "a", "unit")) == 5
    assert line_of(lines, ("sources", "b")) == 1
    assert line_of({}, ("sources",)) == 1


def test_the_nearest_word_is_told_only_where_it_is_near() -> None:
    """A slip of the hand is met by the word that was meant, another word by what to do."""
    assert nearest("KZA", ["AZE", "KAZ"], otherwise="add it") == 'did you mean "KAZ"?'
    assert nearest("France", ["AZE", "KAZ"], otherwise="add it") == "add it"
