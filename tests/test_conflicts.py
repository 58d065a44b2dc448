"""Prints in conflict, by size, with who agrees and who does not."""

from decimal import Decimal

from components.ledger.conflicts import CONFLICT_COLUMNS, conflicts_frame
from components.ledger.ledger import Ledger
from tests.ledgers import book, file, real, report, series, source

SOURCES = {"a": source(evidence="table"), "b": source(), "c": source(), "d": source()}


def test_conflicts_stand_by_size_with_those_who_agree() -> None:
    """Of four prints of 2024 three agree within their digits; 2023 is wider apart, 2022 is none."""
    figures = series(
        report("2022", "400", "a"),
        report("2022", "400.2", "b"),
        report("2023", "300", "a"),
        report("2023", "450", "b"),
        report("2024", "470", "a"),
        report("2024", "470.3", "b"),
        report("2024", "470.4", "c"),
        report("2024", "517", "d"),
    )
    frame = conflicts_frame(Ledger(book(file({"x": figures}, SOURCES)), ()))

    assert list(frame.columns) == CONFLICT_COLUMNS
    assert frame[["period", "agreeing", "disagreeing", "other_value"]].values.tolist() == [
        ["2023", 1, 1, 450.0],
        ["2024", 3, 1, 517.0],
    ]
    assert frame["gap_percent"].tolist() == [50.0, 10.0]
    assert set(frame["because"]) == {"better evidence: an official table"}


def test_every_conflict_of_the_ledger_is_listed() -> None:
    """As many as there are observations in conflict, none with its sides the same."""
    frame = conflicts_frame(real())
    disputed = [each for each in real().observations.values() if each.agreement == "conflict"]
    assert len(frame) == len(disputed) > 70
    assert (frame["gap_percent"] > 0).all()
    assert frame["gap_percent"].is_monotonic_decreasing
    assert Decimal(str(frame["gap_percent"].iloc[0])) > 50
