"""Every number and date of the five documents that the project started from is in the ledger."""

from functools import cache

import pytest
import yaml

from components.periods import Period
from tests.ledgers import ROOT, real

TABLE = yaml.safe_load((ROOT / "tests" / "seeds.yaml").read_text(encoding="utf-8"))
LEAST = {"000": 7, "001": 22, "002": 16, "003": 16, "004": 4}
"""How many numbers and dates each document prints, at least."""


@cache
def places() -> dict[str, set[object]]:
    """What the table may point to: figures, statements, events, sources."""
    files = [file.dataset for file in real().book.files]
    return {
        "figure": {
            (name, each.period)
            for file in files
            for name in file.series
            for each in file.series[name].reports
        },
        "statement": {each.id for file in files for each in file.statements or ()},
        "event": {each.id for file in files for each in file.events},
        "source": {name for file in files for name in file.sources},
    }


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row['seed']}-{row['printed']}")
def test_what_a_seed_prints_is_in_the_ledger(row: dict[str, str]) -> None:
    """As a figure, a statement, an event, or the day of the document itself."""
    key = (row["series"], Period.parse(row["period"])) if row["in"] == "figure" else row["id"]

    assert key in places()[row["in"]]


@pytest.mark.parametrize(("seed", "least"), LEAST.items())
def test_no_seed_is_told_short(seed: str, least: int) -> None:
    """Nobody takes a line out of the table unseen."""
    assert sum(row["seed"] == seed for row in TABLE) >= least
