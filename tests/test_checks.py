"""The rules between the records of one file: what each lets pass and what it catches."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.ledger import checks
from components.ledger.book import DataFile
from tests.ledgers import (
    CORRECTIONS,
    DATA,
    WORDS,
    book,
    file,
    problems,
    put,
    report,
    series,
    source,
    statement,
)


def said(rule: checks.Rule, data: DataFile) -> list[str]:
    """What one rule says about one file, as `C205 what; hint`."""
    return [str(problem).partition(": ")[2] for problem in rule(book(data), data)]


def of(*reports: dict[str, Any], **changes: object) -> DataFile:
    """A file with one series of these reports, and an undated source for each that they name."""
    names = {name for each in reports for name in (each["source"], *each.get("also", []))}
    sources = {str(name): source() for name in sorted(map(str, names))}
    return file({"a-x": series(*reports, **changes)}, sources)


@pytest.fixture
def after(tmp_path: Path) -> Iterator[object]:
    """What the whole ledger says after one change of its data file."""

    def changed(old: str, new: str) -> list[str]:
        assert DATA.count(old) == 1
        return problems(put(tmp_path, az_kz=DATA.replace(old, new)))

    return changed


def test_a_right_ledger_has_no_problem(tmp_path: Path) -> None:
    """The small ledger that all changes start from."""
    assert problems(put(tmp_path)) == []


def test_without_a_subject_ids_begin_with_the_name_of_the_file(tmp_path: Path) -> None:
    """az-kz.yaml is the subject of az-kz-trade-turnover; of trade.yaml it is not."""
    text = DATA.replace("subject: [az-kz]\n", "")

    assert problems(put(tmp_path, az_kz=text)) == []
    (tmp_path / "az-kz.yaml").rename(tmp_path / "trade.yaml")
    assert problems(tmp_path) == [
        'trade.yaml:4: C201 the id "az-kz-trade-turnover" does not begin with the subject of its file; '
        'begin it with "trade"'
    ]


@pytest.mark.parametrize(("name", "is_right"), [("a", True), ("a-x", True), ("b-x", True), ("ab-x", False)])
def test_a_subject_is_a_whole_word_of_an_id(name: str, is_right: bool) -> None:
    """An id is the subject, or the subject, a hyphen and more; any subject of the file will do."""
    data = file({name: series(report("2024", "470", "s"))}, {"s": source()}, subject=["a", "b"])
    expected = f'C201 the id "{name}" does not begin with the subject of its file; begin it with "a" or "b"'

    assert said(checks.ids_begin_with_the_subject, data) == ([] if is_right else [expected])


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"indicator": "oils"}, 'C202 unknown indicator "oils"; did you mean "oil"?'),
        ({"maker": "SOKAR"}, 'C202 unknown maker "SOKAR"; did you mean "SOCAR"?'),
        ({"reporter": "KZA"}, 'C202 unknown reporter "KZA"; did you mean "KAZ"?'),
        (
            {"partner": "NOR"},
            'C202 unknown partner "NOR"; add it to datasets/codebook.yaml, or use a word from there',
        ),
        ({"unit": "USD billions"}, 'C202 unknown unit "USD billions"; did you mean "USD billion"?'),
    ],
)
def test_words_come_from_the_codebook(changes: dict[str, str], problem: str) -> None:
    """Indicator, maker, reporter, partner and unit each have their own list."""
    assert said(checks.words_are_in_the_codebook, of(report("2024", "470", "s"), **changes)) == [problem]


def test_the_unit_of_a_report_comes_from_the_codebook() -> None:
    """A report has to name a unit that is listed, as its series has."""
    data = of(report("2024", "0.47", "s", unit="USD bn"))

    assert said(checks.words_are_in_the_codebook, data) == [
        'C202 unknown unit "USD bn"; did you mean "USD billion"?'
    ]


def test_also_names_described_sources() -> None:
    """A source that prints the same figure is described like any other."""
    data = file({"a-x": series(report("2024", "470", "s", also=["t"]))}, {"s": source()})

    assert said(checks.sources_are_described, data) == [
        'C203 unknown source "t"; describe it under `sources`'
    ]


def test_a_source_of_also_or_of_a_statement_is_used() -> None:
    """Every way to name a source counts as use."""
    told = statement("u")
    sources = {name: source() for name in ("s", "t", "u", "v")}
    data = file({"a-x": series(report("2024", "470", "s", also=["t"]))}, sources, statements=[told])

    assert said(checks.sources_are_used, data) == [
        'C204 the source "v" is never used; remove it, or name it in the report that it prints'
    ]


@pytest.mark.parametrize(
    "reports",
    [
        [report("2024", "470", "s"), report("2024", "471", "s")],
        [report("2024", "470", "s", also=["t"]), report("2024", "470", "t")],
        [report("2024", "470", "s", also=["s"])],
        [report("2024", "470", "s", also=["t", "t"])],
    ],
)
def test_a_source_prints_a_figure_once(reports: list[dict[str, object]]) -> None:
    """Twice in reports, twice in `also`, or once in each: also where all stands on one line."""
    (problem,) = said(checks.a_report_stands_once, of(*reports))

    assert problem.endswith("is reported twice; it stands on line 1 already: keep one")


def test_the_same_source_prints_several_periods() -> None:
    """A series, a period and a source together name a report."""
    data = of(report("2023", "470", "s"), report("2024", "470", "s"), report("2024", "470", "t"))

    assert said(checks.a_report_stands_once, data) == []


def test_reports_that_begin_together_stand_by_their_ends() -> None:
    """The half year stands before the year, since it ends first; a second print of a period may follow it."""
    right = of(report("2025-S1", "501", "s"), report("2025", "999", "s"), report("2025", "998", "t"))
    wrong = of(report("2025", "999", "s"), report("2025-S1", "501", "s"))

    assert said(checks.reports_are_in_order, right) == []
    assert said(checks.reports_are_in_order, wrong) == [
        "C206 2025-S1 stands after 2025; put the reports in the order of their periods"
    ]


@pytest.mark.parametrize(
    ("published", "changes", "status", "is_right"),
    [
        (date(2024, 12, 31), {}, "A", True),
        (date(2024, 12, 30), {}, "A", False),
        (date(2024, 12, 30), {}, "P", False),
        (date(2024, 12, 30), {}, "F", True),
        (date(2024, 12, 30), {"kind": "target"}, "A", True),
        (date(2024, 12, 30), {"kind": "capacity"}, "A", True),
        (None, {}, "A", True),
    ],
)
def test_a_fact_is_printed_when_its_period_is_over(
    published: date | None, changes: dict[str, str], status: str, is_right: bool
) -> None:
    """On its last day at the earliest; forecasts, targets and capacities look ahead; no date is no proof."""
    records = {"a-x": series(report("2024", "470", "s", status=status), **changes)}
    data = file(records, {"s": source(published=published)})

    assert (said(checks.facts_are_not_of_the_future, data) == []) is is_right


def test_the_date_of_an_also_source_counts_too() -> None:
    """A figure cannot have been printed before its period was over by any of its sources."""
    records = {"a-x": series(report("2024", "470", "s", also=["t"]))}
    data = file(records, {"s": source(), "t": source(published=date(2024, 6, 1))})

    (problem,) = said(checks.facts_are_not_of_the_future, data)
    assert problem.startswith(
        "C207 2024 ends after its source was published (2024-06-01); mend period or date"
    )


def test_a_report_in_another_scale_is_no_other_dimension() -> None:
    """Billions stand in a series of millions; tonnes do not."""
    assert said(checks.units_are_of_one_dimension, of(report("2024", "0.47", "s", unit="USD billion"))) == []
    assert said(checks.units_are_of_one_dimension, of(report("2024", "7", "s", unit="million tonnes"))) == [
        'C208 "million tonnes" and the series\' "USD million" measure different things; '
        "give the figure a series of its own"
    ]


def test_a_preference_has_a_reason_and_a_reason_a_preference() -> None:
    """Each is refused without the other."""
    without_reason = of(report("2024", "470", "s", preferred=True))
    without_preference = of(report("2024", "470", "s", because="It names the months."))

    assert said(checks.a_preference_has_a_reason, without_reason) == [
        "C209 `preferred` and `because` stand together or not at all; add `because`, or leave both out"
    ]
    assert said(checks.a_preference_has_a_reason, without_preference) == [
        "C209 `preferred` and `because` stand together or not at all; add `preferred`, or leave both out"
    ]


def test_one_report_of_an_observation_is_preferred() -> None:
    """Two of one period are one too many, also on one line; two of two periods are not."""
    chosen = {"preferred": True, "because": "It names the months."}
    two = of(report("2024", "470", "s", **chosen), report("2024", "471", "t", **chosen))
    apart = of(report("2023", "470", "s", **chosen), report("2024", "471", "t", **chosen))

    assert said(checks.a_preference_has_a_reason, two) == [
        "C210 a-x 2024 has two preferred reports; prefer one of them"
    ]
    assert said(checks.a_preference_has_a_reason, apart) == []


@pytest.mark.parametrize(
    ("value", "printed", "unit", "problem"),
    [
        ("470", "$470 million", None, None),
        ("0.47", "$470 million", "USD billion", None),
        ("470", "470", None, None),
        ("470", "over $470 million", None, None),
        ("1557", "1,557", None, None),
        (
            "407",
            "$470 million",
            None,
            'C302 value 407 is outside what "$470 million" prints (469.5 to 470.5 USD million); '
            "correct the one that is wrong",
        ),
        (
            "470",
            "$470 billion",
            None,
            'C302 value 470 is outside what "$470 billion" prints (469500 to 470500 USD million); '
            "correct the one that is wrong",
        ),
        (
            "470.4",
            "$470 million",
            None,
            'C303 value 470.4 is not the number that "$470 million" prints (470 USD million); '
            "write the printed number, neither rounded nor refined",
        ),
        (
            "470",
            "470 million tons",
            None,
            'C301 "470 million tons" cannot be read as a figure in USD million: it says another unit; '
            "copy the figure as it is printed, number, scale and unit, and no more",
        ),
        (
            "470",
            "a lot",
            None,
            'C301 "a lot" cannot be read as a figure in USD million: no number; '
            "copy the figure as it is printed, number, scale and unit, and no more",
        ),
    ],
)
def test_the_value_is_the_number_that_the_token_prints(
    value: str, printed: str, unit: str | None, problem: str | None
) -> None:
    """In the report's own unit; a value that is not the number is told what is."""
    data = of(report("2024", "1", "s") | {"value": Decimal(value), "printed": printed, "unit": unit})

    assert said(checks.values_are_what_tokens_print, data) == ([problem] if problem else [])


@pytest.mark.parametrize("value", ["1557", "1.557"])
def test_a_separator_that_can_be_read_in_two_ways_is_read_as_the_value(value: str) -> None:
    """1.557 in an Azerbaijani text is a thousand and more, or one and a half: the value says which."""
    records = {"a-x": series(report("2024", "1", "s") | {"value": Decimal(value), "printed": "1.557"})}
    data = file(records, {"s": source(language="az")})

    assert said(checks.values_are_what_tokens_print, data) == []
    (entry,) = book(data).entries(data)
    assert entry.interval[0] < Decimal(value) < entry.interval[1]


def test_a_token_is_told_once_for_all_its_sources() -> None:
    """The sources of `also` print the same figure: its slip is one problem, not three."""
    data = of(report("2024", "$470 million", "s", also=["t", "u"]) | {"value": Decimal(407)})

    assert len(said(checks.values_are_what_tokens_print, data)) == 1


def test_a_unit_that_cannot_be_read_is_told_by_its_own_rule_alone() -> None:
    """Where the codebook does not know the unit, nothing is said about the token."""
    assert (
        said(checks.values_are_what_tokens_print, of(report("2024", "470", "s"), unit="USD millions")) == []
    )
    data = of(report("2024", "470", "s", unit="million tonnes"))
    assert said(checks.values_are_what_tokens_print, data) == []


def test_a_corrected_token_is_judged_by_what_it_was_meant_to_be(tmp_path: Path) -> None:
    """The print stays in the report; its value is that of the correction, and of nothing else."""
    misprinted = DATA.replace('"470 млн долларов"', '"470 млрд долларов"')
    correction = (
        'corrections:\n  - {series: az-kz-trade-turnover, period: "2024", source: seed-003,\n'
        '     printed: "470 млрд долларов", reads: "470 млн долларов", because: A slip., since: 2026-11-22}\n'
    )

    assert problems(put(tmp_path, az_kz=misprinted, corrections=correction)) == []
    (problem,) = problems(put(tmp_path, az_kz=misprinted, corrections=CORRECTIONS))
    assert problem.startswith("az-kz.yaml:13: C302 value 470 is outside what")


def test_places_are_lines_of_the_file(after) -> None:
    """A problem of a key is at the line of the key, one of a report at that of the report."""
    assert [each.split(": ")[0] for each in after("partner: KAZ", "partner: KZA")] == [
        "az-kz.yaml:10",
        "codebook.yaml:1",
    ]
    assert [each.split(": ")[0] for each in after("value: 501", "value: 502")] == ["az-kz.yaml:14"]


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3), st.integers(0, 6))
def test_a_number_is_told_without_exponent_and_idle_zeros(number: Decimal, zeros: int) -> None:
    """The text is the same number, in digits alone."""
    text = checks.plain(number * Decimal(10) ** zeros)

    assert Decimal(text) == number * Decimal(10) ** zeros
    assert "E" not in text
    assert not ("." in text and text.endswith(("0", ".")))


def test_a_unit_that_cannot_be_read_compares_with_none() -> None:
    """Not even with itself."""
    assert checks.same_dimension("USD million", "USD billion")
    assert not checks.same_dimension("USD million", "million tonnes")
    assert not checks.same_dimension("USD millions", "USD millions")


def test_a_report_is_readable_when_its_unit_and_its_token_are() -> None:
    """Only then does it have an interval that other rules may use."""
    for token, unit, is_readable in [
        ("470", "USD million", True),
        ("a lot", "USD million", False),
        ("470", "t", False),
    ]:
        data = of(report("2024", "470", "s") | {"printed": token}, unit=unit)
        (entry,) = book(data).entries(data)
        assert checks.is_readable(book(data), entry) is is_readable


def test_every_file_rule_is_a_sentence() -> None:
    """The page on sources shows each rule by its docstring."""
    for rule in checks.FILE_RULES:
        assert (rule.__doc__ or "").endswith(".")
    assert WORDS.units[0] == "USD million"
