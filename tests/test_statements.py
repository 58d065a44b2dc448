"""Printed statements, recomputed: every verdict, its arithmetic, and no false alarm."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from functools import cache
from random import Random
from typing import Any, get_args

import pytest

from components.ledger.observations import observations
from components.ledger.operands import Figures
from components.ledger.records import StatementKind
from components.ledger.statements import judged
from components.ledger.verdicts import UNREAD, Judged
from tests.ledgers import book, file, real, report, series, source

READ = date(2026, 11, 26)
SOURCES = {"s": source(), "t": source()}


@cache
def known() -> Mapping[str, Judged]:
    """The statements of the real ledger by their ids."""
    return {each.told.statement.id: each for each in real().statements}


def told(kind: str, stated: str, **changes: Any) -> dict[str, Any]:
    """A statement of source s about 2024, read by somebody."""
    record = {"id": "a-s", "kind": kind, "series": "x", "period": "2024", "stated": stated}
    compared = {"base": "2023"} if kind in ("percent", "times", "difference") else {}
    return record | compared | {"source": "s", "checked": READ} | changes


def judge(reports: Mapping[str, Sequence[Mapping[str, Any]]], *statements: Mapping[str, Any]) -> list[Judged]:
    """The verdicts on statements over series of reports."""
    records = {name: series(*rows) for name, rows in reports.items()}
    small = book(file(records, SOURCES, statements=list(statements)))
    return judged(Figures(small, observations(small)))


def verdict(new: str, old: str, statement: Mapping[str, Any]) -> str:
    """The verdict on a statement over two figures of its own source."""
    (found,) = judge({"x": [report("2023", old, "s"), report("2024", new, "s")]}, statement)
    return found.verdict


@pytest.mark.parametrize(
    ("name", "expected", "says"),
    [
        (
            "kz-az-rail-cargo-imports-2020-01-to-2020-02-difference",
            "misprint",
            "With 14,560 for “11,560 tons”",
        ),
        ("kz-az-rail-cargo-2020-01-to-2020-02-sum", "misprint", "With 14,560 for “11,560 tons”"),
        ("kz-az-rail-cargo-2018-sum", "misprint", "With 286,580 for “286,500 tons”"),
        ("az-trade-turnover-2022-01-to-2022-02-percent", "wrong base", "= 80.455 % ["),
        ("az-trade-turnover-2020-01-to-2020-07-sum", "does not hold", "= $15,000 million [$14,900 to 15,100"),
        ("az-kz-trade-turnover-2025-01-to-2025-07-times", "cannot be checked", "= $134.3 to 137.91 million."),
        ("az-ots-trade-turnover-2025-01-to-2025-07-percent", "holds", "= 8.307"),
        (
            "az-ots-trade-turnover-2025-01-to-2025-07-difference",
            "holds",
            "implied by 8.3 percent of the same source",
        ),
        ("baku-novorossiysk-socar-2015-s1-percent", "holds if truncated", "= 33.415 % ["),
        ("az-il-trade-turnover-2021-01-to-2021-07-percent", "wrong base", "divided by the new value"),
        ("az-kz-2024-growth-percent", "cannot be checked", "= $311.96 to 314.72 million."),
        (
            "az-main-gas-pipelines-transported-2024-percent",
            "misprint",
            "With “over 40.3 billion cubic meters”, as it is corrected here",
        ),
        ("acg-oil-production-bp-barrels-2014-01-to-2014-09-pace", "holds", "÷ 273 days = 0.65568 million"),
        ("az-us-balance-2024", "holds", "= $1,482 million ["),
        ("main-pipelines-oil-statcom-2021-01-percent", "cannot be checked", "= 3.2504 to 3.2548 million"),
    ],
)
def test_known_statements_get_their_verdicts(name: str, expected: str, says: str) -> None:
    """Those that people have worked out by hand."""
    assert known()[name].verdict == expected
    assert says in known()[name].arithmetic


def test_the_ledger_has_statements_of_every_kind() -> None:
    """All that can be written, pace and balance included."""
    assert {each.told.statement.kind for each in known().values()} == set(get_args(StatementKind))


def test_no_statement_of_the_ledger_waits_for_a_reader() -> None:
    """Whatever does not fit has been read, and most of what can be checked holds."""
    counts = dict.fromkeys(("holds", "does not hold"), 0)
    for each in known().values():
        assert each.because != UNREAD, each.told.statement.id
        if each.verdict in counts:
            counts[each.verdict] += 1
    assert len(known()) > 950
    assert counts["holds"] > 385
    assert counts["does not hold"] < 10


@pytest.mark.parametrize(
    ("new", "old", "statement", "expected"),
    [
        ("501", "119", told("times", "4,2 раза"), "holds"),
        ("501", "119", told("times", "4.3 times"), "does not hold"),
        ("501", "119", told("times", "more than four times"), "holds"),
        ("501", "119", told("times", "3.2 times"), "holds"),
        ("470", "1034", told("times", "2.2 times", change="fall"), "holds"),
        ("470", "1034", told("times", "2.2 times"), "wrong base"),
        ("900", "440", told("times", "more than doubled"), "holds"),
        ("470", "313", told("percent", "50%"), "holds"),
        ("470", "313", told("percent", "almost 51%"), "holds"),
        ("470", "313", told("percent", "less than 49%"), "does not hold"),
        ("313", "470", told("percent", "33.4 percent", change="fall"), "holds"),
        ("470", "313", told("percent", "33.4%"), "wrong base"),
        ("470", "313", told("difference", "$157 million"), "holds"),
        ("470", "313", told("difference", "$0.157 billion"), "holds"),
        ("470", "313", told("difference", "$151 million"), "does not hold"),
        ("313", "470", told("difference", "$157 million", change="fall"), "holds"),
        ("6780.46", "5082.22", told("percent", "33.41%"), "holds if truncated"),
        ("14560", "31690", told("difference", "$17130 million", change="fall"), "holds"),
        ("11560", "31690", told("difference", "$17130 million", change="fall"), "misprint"),
        ("12345", "31690", told("difference", "$17130 million", change="fall"), "does not hold"),
    ],
)
def test_each_verdict(new: str, old: str, statement: Mapping[str, Any], expected: str) -> None:
    """On figures in USD million that the statement's own source prints."""
    assert verdict(f"${new} million", f"${old} million", statement) == expected


def test_an_increase_by_n_times_is_said_to_be_one() -> None:
    """382 over 119 is ×3.2 and so is 501, as an increase."""
    (found,) = judge(
        {"x": [report("2023", "119", "s"), report("2024", "501", "s")]}, told("times", "3.2 times")
    )
    assert found.arithmetic.endswith("only as an increase by so many times the base")


def test_shares_sums_balances_and_paces() -> None:
    """Relations of several series in one period."""
    figures = {
        "x": [report("2024", "470", "s")],
        "out": [report("2024", "300", "s")],
        "back": [report("2024", "170", "s")],
    }
    statements = [
        told("sum", "$470 million", of=["out", "back"]),
        told("sum", "$480 million", of=["out", "back"], id="a-b"),
        told("balance", "$130 million", of=["out", "back"], id="a-c"),
        told("balance", "$130 million", of=["back", "out"], change="fall", id="a-d"),
        told("share", "63.8 percent", series="out", of=["x"], id="a-e"),
        told("share", "36 percent", series="out", of=["x"], id="a-f"),
        told("pace", "$39 million", per="month", id="a-g"),
    ]
    found = [each.verdict for each in judge(figures, *statements)]
    assert found == ["holds", "does not hold", "holds", "holds", "holds", "does not hold", "holds"]


def test_other_sources_can_confirm_a_statement_and_never_refute_it() -> None:
    """Where the statement's own source prints no base, another's may be of an older state."""
    figures = {"x": [report("2023", "313", "t"), report("2024", "470", "s")]}
    (fits,) = judge(figures, told("percent", "50%"))
    (misses,) = judge(figures, told("percent", "60%"))
    assert (fits.verdict, misses.verdict) == ("holds", "cannot be checked")
    assert misses.because == "Turnover, 2023: not printed by this source, and other prints do not fit."
    assert misses.implied is not None
    assert round(float(misses.implied.range.low), 2) == 292.52


def test_a_month_follows_from_two_spans() -> None:
    """January–March less January–February is March; what is reckoned is named."""
    rows = [report("2024-01/2024-02", "70", "s"), report("2024-Q1", "100", "s"), report("2024-03", "30", "t")]
    base = [report("2023-01/2023-02", "55", "s"), report("2023-Q1", "80", "s")]
    march = told("percent", "20%", period="2024-03", base="2023-03")
    (found,) = judge({"x": [*base, *rows[:2], rows[2]]}, march)
    assert found.verdict == "holds"
    assert (
        "[$24 to 26 million] (March 2023, $80 million [$79.5 to 80.5 million] (January–March 2023"
        in found.arithmetic
    )


def test_what_nobody_has_read_is_not_called_wrong() -> None:
    """Nor is what a reader found to be about something else."""
    unread, scope = told("percent", "80%"), told("percent", "80%", scope="Tengiz only.")
    del unread["checked"]
    rows = {"x": [report("2023", "313", "s"), report("2024", "470", "s")]}
    found = [judge(rows, each)[0] for each in (unread, scope)]
    assert [each.verdict for each in found] == ["cannot be checked"] * 2
    assert [each.because for each in found] == [UNREAD, "Tengiz only."]


def test_ranks_count_the_partners_that_are_printed() -> None:
    """A rank holds among those printed, fails where more are larger, is open where too few are."""
    rows = {
        name: series(report("2024", value, "s"), partner=partner)
        for name, partner, value in (("x", "KAZ", "50"), ("y", "AZE", "70"), ("z", "USA", "90"))
    }
    ranks = [told("rank", rank, id=f"a-{rank}") for rank in ("3", "2", "5th")]
    small = book(file(rows, SOURCES, statements=ranks))
    found = [each.verdict for each in judged(Figures(small, observations(small)))]
    assert found == ["holds", "does not hold", "cannot be checked"]


def rounded(number: Decimal, places: int, how: str = ROUND_HALF_UP) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), how)


def random_case(random: Random, how: str = ROUND_HALF_UP) -> tuple[str, str, Mapping[str, Any]]:
    """New value, base and a statement of true values, each rounded as it would be printed."""
    places = random.randint(0, 3)
    old = Decimal(random.randint(10_000, 9_000_000)) / 1000
    new = old * Decimal(random.randint(200, 5000)) / 1000
    kind = random.choice(("percent", "times", "difference"))
    falls = new < old
    larger, smaller = max(new, old), min(new, old)
    true = {
        "percent": 100 * (larger - smaller) / old,
        "times": larger / smaller,
        "difference": larger - smaller,
    }[kind]
    number = rounded(true, random.randint(0, 2), how)
    tokens = {"percent": f"{number} percent", "times": f"{number} times", "difference": f"${number} million"}
    change = "fall" if falls else "rise"
    return (
        f"${rounded(new, places)} million",
        f"${rounded(old, places)} million",
        told(kind, tokens[kind], change=change),
    )


def judge_many(cases: Sequence[tuple[str, str, Mapping[str, Any]]]) -> list[str]:
    """The verdicts on many cases at once, each over two series of its own."""
    records: dict[str, Any] = {}
    statements = []
    for place, (new, old, statement) in enumerate(cases):
        name = f"x{place}"
        records[name] = series(report("2023", old, "s"), report("2024", new, "s"))
        statements.append({**statement, "id": f"a-{place}", "series": name})
    small = book(file(records, SOURCES, statements=statements))
    return [each.verdict for each in judged(Figures(small, observations(small)))]


def test_no_false_alarm_on_what_is_rounded_truly() -> None:
    """True values, rounded as printed, always hold."""
    random = Random(20261126)
    cases = [random_case(random) for _ in range(5_000)]
    wrong = [case for case, found in zip(cases, judge_many(cases), strict=True) if found != "holds"]
    assert wrong == []


def test_truncation_is_found() -> None:
    """Stated digits that were cut off hold, or hold if truncated; never anything else."""
    random = Random(4)
    found = judge_many([random_case(random, ROUND_DOWN) for _ in range(2_000)])
    assert set(found) == {"holds", "holds if truncated"}
