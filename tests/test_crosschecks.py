"""The rules between files, and between figures that belong together."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.ledger import crosschecks
from components.ledger.book import Book, DataFile
from components.ledger.problems import Problem
from components.ledger.records import Codebook
from tests.ledgers import DATA, WORDS, book, file, problems, put, report, series, source, statement

Rule = Callable[[Book], Iterator[Problem]]
SOURCES = {"s": source(), "t": source()}


def said(rule: Rule, *files: DataFile, codebook: Codebook = WORDS) -> list[str]:
    """What one rule says about a book, as `path:line: C401 what; hint`."""
    return [str(problem) for problem in rule(book(*files, codebook=codebook))]


def trade(exports: str, imports: str, turnover: str, **changes: object) -> DataFile:
    """One source's exports, imports and turnover of 2024; `changes` are of the imports."""
    records = {
        "a-exports": series(report("2024", exports, "s"), indicator="goods_exports"),
        "a-imports": series(report("2024", imports, "s"), **({"indicator": "goods_imports"} | changes)),
        "a-turnover": series(report("2024", turnover, "s")),
    }
    return file(records, SOURCES)


def test_an_id_is_given_once_in_all_files() -> None:
    """The second file that gives it is told where the first one stands."""
    one = file({"a-x": series(report("2024", "470", "s"))}, SOURCES, path="datasets/a.yaml")
    two = file({"a-x": series(report("2024", "470", "s"))}, SOURCES, path="datasets/b.yaml")

    assert said(crosschecks.ids_are_given_once, one, two) == [
        'datasets/b.yaml:1: C401 the id "a-x" is given already, in datasets/a.yaml:1; '
        "choose another id, or join the two"
    ]


def test_two_statements_on_one_line_may_not_share_an_id() -> None:
    """What counts is the id, not the line."""
    told = statement("s")
    data = file({"a-x": series(report("2024", "470", "s"))}, SOURCES, statements=[told, told])

    assert len(said(crosschecks.ids_are_given_once, data)) == 1


def test_a_source_of_two_files_is_described_alike() -> None:
    """What differs is told key by key; what is not known is told as null."""
    records = {"a-x": series(report("2024", "470", "s"))}
    one, two = (
        file(records, {"s": source(**each)}, path=path)
        for path, each in [("a", {}), ("b", {"wire": "Trend"})]
    )
    same = file(records, {"s": source()}, path="b")

    assert said(crosschecks.sources_are_described_alike, one, same) == []
    assert said(crosschecks.sources_are_described_alike, one, two) == [
        'b:1: C402 the source "s" is described otherwise in a; make both alike: '
        "wire is null there and Trend here"
    ]


def mirrored(one: str | None, other: str | None, unit: str = "USD million") -> DataFile:
    """Two series, `a-x` and `a-y`, and what each names as its mirror."""
    records = {
        "a-x": series(report("2024", "470", "s"), mirror=one),
        "a-y": series(report("2024", "470", "s"), mirror=other, unit=unit),
    }
    return file(records, SOURCES)


@pytest.mark.parametrize(
    ("one", "other", "problem"),
    [
        (None, None, None),
        ("a-y", "a-x", None),
        ("a-z", None, 'C403 unknown mirror "a-z"; did you mean "a-'),
        ("france", None, 'C403 unknown mirror "france"; name a series of the ledger, or leave it out'),
        ("a-y", None, 'C404 "a-y" does not name "a-x" as its mirror; add `mirror: a-x` there'),
        ("a-x", None, None),
    ],
)
def test_mirrors_face_each_other(one: str | None, other: str | None, problem: str | None) -> None:
    """Each names the other, or neither does."""
    found = said(crosschecks.mirrors_face_each_other, mirrored(one, other))

    assert len(found) == (problem is not None)
    assert problem is None or found[0].startswith(f"datasets/a.yaml:1: {problem}")


def test_mirrors_measure_the_same_thing() -> None:
    """Another scale is a mirror still; tonnes are none of dollars, told on both sides."""
    assert said(crosschecks.mirrors_face_each_other, mirrored("a-y", "a-x", unit="USD billion")) == []
    assert said(crosschecks.mirrors_face_each_other, mirrored("a-y", "a-x", unit="million tonnes")) == [
        'datasets/a.yaml:1: C410 in USD million, but its mirror "a-y" in million tonnes; '
        "name a mirror that measures the same thing",
        'datasets/a.yaml:1: C410 in million tonnes, but its mirror "a-x" in USD million; '
        "name a mirror that measures the same thing",
    ]


@pytest.mark.parametrize(
    ("exports", "imports", "turnover", "is_right"),
    [
        ("100", "370", "470", True),
        ("100", "371", "470", True),
        ("100", "372", "470", False),
        ("100.5", "370.1", "470", True),
        ("99.4", "370.0", "470", True),
        ("99.4", "369.9", "470", False),
        ("100.4", "371.2", "470", False),
        ("100", "307", "470", False),
    ],
)
def test_parts_add_up_within_their_intervals(
    exports: str, imports: str, turnover: str, is_right: bool
) -> None:
    """371 ± 0.5 and 100 ± 0.5 may be 470 ± 0.5, and touching is enough; 372 and 100 are not."""
    found = said(crosschecks.turnover_is_exports_and_imports, trade(exports, imports, turnover))

    assert found == (
        []
        if is_right
        else [
            f'datasets/a.yaml:1: C406 exports "{exports}" and imports "{imports}" do not add up to turnover '
            f'"{turnover}"; mend the misread digit or the scope; a misprint goes into corrections.yaml, '
            "a doubt is `status: U`"
        ]
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"partner": "AZE"},
        {"reporter": "KAZ"},
        {"maker": "bp"},
        {"kind": "target"},
        {"unit": "USD billion"},
        {"reports": [report("2023", "1", "s")]},
        {"reports": [report("2024", "1", "t")]},
    ],
)
def test_only_figures_of_one_pair_maker_period_and_source_are_added(changes: dict[str, object]) -> None:
    """Where any of them differs there is no identity to hold."""
    assert list(crosschecks.identities(book(trade("100", "370", "470")))) != []
    assert list(crosschecks.identities(book(trade("100", "1", "470", **changes)))) == []


def test_a_part_that_cannot_be_read_makes_no_identity() -> None:
    """Its own rule speaks about it; the sum is not judged."""
    unreadable = report("2024", "370", "s") | {"printed": "a lot"}

    assert list(crosschecks.identities(book(trade("100", "1", "470", reports=[unreadable])))) == []


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(-3, 3))
def test_an_identity_holds_within_the_rounding_of_three_figures(exports: int, imports: int, off: int) -> None:
    """Three whole figures may be one and a half off together: one is within it, two are not."""
    turnover = max(exports + imports + off, 0)
    identity = next(crosschecks.identities(book(trade(str(exports), str(imports), str(turnover)))))

    assert identity.holds is (abs(exports + imports - turnover) <= 1)


def test_a_correction_of_an_also_source_is_refused(tmp_path: Path) -> None:
    """The token is in the wording of the first source: a correction that names another would do nothing."""
    second = DATA[DATA.index("  seed-003:") :].replace("seed-003", "seed-004")
    text = DATA.replace(
        'source: seed-003}\n      - {period: "2025',
        'source: seed-003, also: [seed-004]}\n      - {period: "2025',
    )
    correction = (
        'corrections:\n  - {series: az-kz-trade-turnover, period: "2024", source: SOURCE,\n'
        '     printed: "470 млн долларов", reads: "470 млн долларов", because: A slip., since: 2026-11-22}\n'
    )

    found = {
        name: problems(put(tmp_path, az_kz=text + second, corrections=correction.replace("SOURCE", name)))
        for name in ("seed-003", "seed-004")
    }
    assert found == {
        "seed-003": [],
        "seed-004": [
            "corrections.yaml:2: C407 the correction of az-kz-trade-turnover 2024 finds no report that "
            'prints "470 млн долларов"; mend it, or remove it where the report has gone'
        ],
    }


def test_a_unit_of_one_report_is_used() -> None:
    """The codebook's words are used by series and reports; targets and capacities count as well."""
    data = file(
        {"a-x": series(report("2024", "0.47", "s", unit="USD billion"), kind="target", maker="bp")}, SOURCES
    )
    words = Codebook(
        areas=["AZE", "KAZ"],
        makers={"bp": "bp"},
        units=["USD million", "USD billion"],
        indicators={"trade_turnover": {"title": "Trade turnover"}},
    )

    assert said(crosschecks.the_codebook_is_used, data, codebook=words) == []
    assert said(crosschecks.the_codebook_is_used, data, codebook=WORDS) == [
        'datasets/codebook.yaml:1: C408 "SOCAR" of makers is used nowhere; remove it',
        'datasets/codebook.yaml:1: C408 "million tonnes" of units is used nowhere; remove it',
        'datasets/codebook.yaml:1: C408 "thousand tonnes" of units is used nowhere; remove it',
        'datasets/codebook.yaml:1: C408 "goods_exports" of indicators is used nowhere; remove it',
        'datasets/codebook.yaml:1: C408 "goods_imports" of indicators is used nowhere; remove it',
        'datasets/codebook.yaml:1: C408 "oil" of indicators is used nowhere; remove it',
    ]


def test_the_interval_of_an_identity_is_that_of_its_tokens() -> None:
    """Hedges and scales count as they do everywhere: over 300 million and 0.2 billion may be 500."""
    data = trade("300", "0.2", "500")
    exports = data.dataset.series["a-exports"].reports[0]
    imports = data.dataset.series["a-imports"].reports[0]
    wide = exports.model_copy(update={"printed": "over 300 million"})
    billions = imports.model_copy(
        update={"unit": "USD billion", "printed": "0.2 billion", "value": Decimal("0.2")}
    )
    data.dataset.series["a-exports"].reports[:] = [wide]
    data.dataset.series["a-imports"].reports[:] = [billions]

    (identity,) = crosschecks.identities(book(data))
    assert identity.exports.interval[0] == 300
    assert identity.imports.interval == (150, 250)
    assert identity.holds


def test_every_book_rule_is_a_sentence() -> None:
    """The page on sources shows each rule by its docstring."""
    for rule in (*crosschecks.BOOK_RULES, crosschecks.the_codebook_is_used):
        assert (rule.__doc__ or "").endswith(".")
    assert {*crosschecks.BOOK_RULES, crosschecks.the_codebook_is_used} > crosschecks.WHOLE_RULES


def test_what_is_marked_as_doubtful_is_not_held_against_the_others() -> None:
    """A source that contradicts itself is kept, with its doubt."""
    records = {
        "a-exports": series(report("2024", "9", "s"), indicator="goods_exports"),
        "a-imports": series(report("2024", "5", "s"), indicator="goods_imports"),
        "a-turnover": series(report("2024", "15", "s", status="U")),
    }

    assert said(crosschecks.turnover_is_exports_and_imports, file(records, SOURCES)) == []
