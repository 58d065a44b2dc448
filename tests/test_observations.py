"""Which report is preferred and why, which agree, and how far each is validated."""

import itertools
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.ledger.observations import Observation, observations, recomputed_keys, validation
from components.periods import Period
from tests.ledgers import book, file, report, series, source

Described = tuple[dict[str, object], dict[str, object]]


def observe(*described: Described) -> Observation:
    """The observation of some reports, each with its source; the source of the first is a, then b, c…"""
    names = "abcdefgh"[: len(described)]
    reports = [of | {"source": name} for name, (of, _) in zip(names, described, strict=True)]
    sources = {name: by for name, (_, by) in zip(names, described, strict=True)}
    (observation,) = observations(book(file({"x": series(*reports)}, sources))).values()
    return observation


def printed(token: str, **changes: object) -> dict[str, object]:
    """A report of 2024."""
    return report("2024", token, "") | changes


def order(observation: Observation) -> str:
    """The sources of an observation, the preferred one first."""
    return "".join(entry.source_id for entry in observation.entries)


PLAIN = (printed("470"), source())


@pytest.mark.parametrize(
    ("better", "because"),
    [
        ((printed("470", preferred=True, because="It names the months."), source()), "It names the months."),
        ((printed("470"), source(evidence="table")), "better evidence: an official table"),
        ((printed("470"), source(evidence="statement")), "better evidence: an official statement"),
        ((printed("470"), source(evidence="quoted")), "better evidence: an agency quoting an official"),
        ((printed("470.1"), source()), "more printed digits"),
        ((printed("470"), source(published=date(2025, 10, 14))), "printed later"),
    ],
)
def test_each_rule_decides_where_the_ones_before_it_do_not(better: Described, because: str) -> None:
    """The better report comes first wherever it stands in the file, and the reason is that rule."""
    assert (order(observe(PLAIN, better)), observe(PLAIN, better).because) == ("ba", because)
    assert (order(observe(better, PLAIN)), observe(better, PLAIN).because) == ("ab", because)


def test_rules_are_asked_in_their_order() -> None:
    """A mark beats evidence, evidence beats digits, digits beat the date."""
    observation = observe(
        (printed("470"), source(published=date(2026, 1, 1))),
        (printed("470.12"), source(published=date(2025, 1, 1))),
        (printed("500"), source(evidence="quoted")),
        (printed("500"), source(evidence="statement")),
        (printed("500"), source(evidence="table")),
        (printed("400", preferred=True, because="It names the months."), source()),
    )

    assert order(observation) == "fedcba"


def test_of_equals_the_first_in_the_file_is_preferred() -> None:
    """Where no rule decides, the order of the file does, and the reason says so."""
    observation = observe(PLAIN, PLAIN, PLAIN)

    assert (order(observation), observation.because) == ("abc", "first in its file")


def test_a_single_print_needs_no_reason() -> None:
    """It is preferred because there is no other."""
    assert (observe(PLAIN).because, observe(PLAIN).agreement) == ("the only print", "alone")


def test_a_source_without_a_date_is_older_than_any() -> None:
    """What is dated can be placed; what is not comes last among equals."""
    assert order(observe(PLAIN, (printed("470"), source(published=date(1999, 1, 1))))) == "ba"


def test_a_preference_is_of_the_source_that_was_marked() -> None:
    """The sources of `also` print the same figure, but the mark is that of the first."""
    marked = printed("470", preferred=True, because="Its own count.", source="a", also=["b"])
    data = file({"x": series(marked)}, {"a": source(), "b": source(evidence="table")})
    (observation,) = observations(book(data)).values()

    assert (order(observation), observation.because) == ("ab", "Its own count.")


@pytest.mark.parametrize(
    ("tokens", "agreement"),
    [
        (["470"], "alone"),
        (["470", "470.4"], "agrees"),
        (["470", "471"], "agrees"),
        (["470", "472"], "conflict"),
        (["470", "over 400"], "agrees"),
        (["470", "about 500"], "agrees"),
        (["470.1", "470", "470.9"], "conflict"),
        (["470.4", "470", "469.6"], "conflict"),
    ],
)
def test_reports_agree_where_their_intervals_overlap(tokens: Sequence[str], agreement: str) -> None:
    """Touching is enough; one pair that does not overlap is a conflict, whatever a third says."""
    reports = [
        (printed("1") | {"printed": token, "value": Decimal(token.split()[-1])}, source()) for token in tokens
    ]

    for each in itertools.permutations(reports):
        assert observe(*each).agreement == agreement


TOKENS = st.lists(
    st.decimals(1, 999, places=0) | st.decimals(1, 99, places=1) | st.decimals(1, 9, places=2),
    min_size=2,
    max_size=6,
).map(lambda values: [str(value) for value in values])


@given(TOKENS, st.randoms(use_true_random=False))
def test_agreement_is_that_of_every_pair(tokens: list[str], random: Random) -> None:
    """Reports agree when all pairs do, in whatever order they stand."""
    reports = [(printed(token), source()) for token in tokens]
    pairs = [observe(*pair).agreement for pair in itertools.combinations(reports, 2)]
    random.shuffle(reports)

    assert observe(*reports).agreement == ("agrees" if set(pairs) == {"agrees"} else "conflict")


@given(TOKENS, st.randoms(use_true_random=False))
def test_the_preferred_figure_does_not_depend_on_the_order_of_the_file(
    tokens: list[str], random: Random
) -> None:
    """As long as a rule decides: here the digits and then the day of the month."""
    reports = [(printed(token), source(published=date(2025, 1, 1 + day))) for day, token in enumerate(tokens)]
    preferred = observe(*reports).preferred.report.value
    random.shuffle(reports)

    assert observe(*reports).preferred.report.value == preferred


def test_observations_are_of_one_series_and_period() -> None:
    """Two series never mix, nor do two periods; the order is that of the file."""
    records = {
        "x": series(report("2024", "470", "a"), report("2024", "471", "b"), report("2025", "500", "a")),
        "y": series(report("2024", "9", "a")),
    }
    found = observations(book(file(records, {"a": source(), "b": source()})))

    assert [(name, str(period), len(each.entries)) for (name, period), each in found.items()] == [
        ("x", "2024", 2),
        ("x", "2025", 1),
        ("y", "2024", 1),
    ]


def levels(observation: Observation) -> dict[str, str]:
    """How far each source's figure is validated."""
    return {entry.source_id: validation(entry, observation, set()) for entry in observation.entries}


@pytest.mark.parametrize(
    ("sources", "level"),
    [
        ([source()], "read"),
        ([source(), source()], "read"),
        ([source(), source(publisher="Report")], "corroborated"),
        ([source(), source(publisher="Report", wire="Trend")], "read"),
        ([source(publisher="AzerNews", wire="Trend"), source(publisher="Report", wire="Trend")], "read"),
        (
            [source(publisher="AzerNews", wire="Trend"), source(publisher="Report", wire="Turan")],
            "corroborated",
        ),
    ],
)
def test_copies_of_one_wire_story_count_once(sources: list[dict[str, object]], level: str) -> None:
    """Corroboration takes another origin: another publisher, and not the same agency's text."""
    assert set(levels(observe(*((printed("470"), each) for each in sources))).values()) == {level}


def test_a_figure_that_disagrees_corroborates_nothing() -> None:
    """Of three, the two that overlap corroborate each other; the third stays as it was read."""
    observation = observe(
        (printed("470"), source(publisher="Trend")),
        (printed("470.3"), source(publisher="Report")),
        (printed("480", checked=date(2026, 11, 22)), source(publisher="Turan")),
    )

    assert levels(observation) == {"a": "corroborated", "b": "corroborated", "c": "read twice"}
    assert observation.agreement == "conflict"


def test_a_second_reading_is_of_the_source_that_was_read() -> None:
    """The sources of `also` were not read a second time with it."""
    data = file(
        {"x": series(report("2024", "470", "a", also=["b"], checked=date(2026, 11, 22)))},
        {"a": source(), "b": source()},
    )
    (observation,) = observations(book(data)).values()

    assert levels(observation) == {"a": "read twice", "b": "read"}


def flows(imports: str) -> dict[str, dict[str, object]]:
    """Exports, imports and turnover of 2024 out of source a, and the turnover out of source b."""
    return {
        "e": series(report("2024", "100", "a"), indicator="goods_exports"),
        "i": series(report("2024", imports, "a"), indicator="goods_imports"),
        "t": series(report("2024", "470", "a"), report("2024", "470", "b"), report("2023", "9", "a")),
    }


@pytest.mark.parametrize(("imports", "recomputed"), [("370", ["e", "i", "t"]), ("300", [])])
def test_what_takes_part_in_an_identity_that_holds_is_recomputed(imports: str, recomputed: list[str]) -> None:
    """All three figures of that source and year, and no others; none where the sum does not hold."""
    whole = book(file(flows(imports), {"a": source(), "b": source(publisher="Report")}))
    keys = recomputed_keys(whole)

    assert sorted(keys) == [(name, Period.parse("2024"), "a") for name in recomputed]
    turnover = observations(whole)["t", Period.parse("2024")]
    found = {entry.source_id: validation(entry, turnover, keys) for entry in turnover.entries}
    assert found == {"a": "recomputed" if recomputed else "corroborated", "b": "corroborated"}


def test_the_interval_is_in_the_unit_of_the_series() -> None:
    """Half a unit of the last printed digit on either side, whatever the report's own scale is."""
    data = file({"x": series(report("2024", "1.56", "a", unit="USD billion"))}, {"a": source()})
    (entry,) = book(data).entries(data)

    assert (entry.value, entry.interval) == (1560, (1555, 1565))


def test_an_unreadable_token_has_no_interval() -> None:
    """Asking for one names the token."""
    data = file({"x": series(printed("470", source="a") | {"printed": "a lot"})}, {"a": source()})
    (entry,) = book(data).entries(data)

    with pytest.raises(ValueError, match='"a lot" gives no interval'):
        entry.interval  # noqa: B018  # asking is what raises
