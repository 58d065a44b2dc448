"""Figures that nobody prints: implied by statements, derived from other periods; never facts."""

from functools import cache

import pandas as pd

from components.figures import marks, notes, series, theme
from components.ledger.frames import COLUMNS
from components.ledger.ledger import Ledger
from components.ledger.reckoned import reckoned_frame
from components.selection import Selection
from components.ui import store
from tests.ledgers import book, file, real, report, source
from tests.ledgers import series as series_of

SOURCES = {"s": source()}


@cache
def whole() -> pd.DataFrame:
    """What is reckoned of the real ledger."""
    return reckoned_frame(real())


def small(*reports: dict[str, object], **changes: object) -> pd.DataFrame:
    """What is reckoned of one series."""
    return reckoned_frame(Ledger(book(file({"x": series_of(*reports)}, SOURCES, **changes)), ()))


def test_a_statement_implies_its_base() -> None:
    """4.2 times to 501 puts the half a year before at 117.76 to 120.84; it is hollow and no fact."""
    rows = whole()[whole()["series"] == "az-kz-trade-turnover"].set_index("period")
    row = rows.loc["2024-S1"]
    assert (round(row["value_low"], 2), round(row["value_high"], 2)) == (117.76, 120.84)
    assert (row["value_kind"], row["obs_status"], row["preferred"]) == ("implied", "I", False)
    assert row["note"].startswith("Implied by “4,2 раза”: $501 million [$500.5 to 501.5 million]")
    assert pd.isna(row["printed"])


def test_months_quarters_and_halves_follow_from_spans() -> None:
    """January–March less January–February; the year less its first half; two quarters make a half."""
    frame = small(
        report("2023-01/2023-02", "70", "s"),
        report("2023-Q1", "100", "s"),
        report("2023-Q2", "90", "s"),
        report("2023", "400", "s"),
    )
    found = {row["period"]: (row["value_low"], row["value_high"]) for _, row in frame.iterrows()}
    assert found == {"2023-03": (29.0, 31.0), "2023-S1": (189.0, 191.0)}
    assert set(frame["value_kind"]) == {"derived"}
    assert "$100 million [$99.5 to 100.5 million] (January–March 2023, Trend) less" in frame["note"].iloc[0]


def test_what_anybody_prints_is_not_reckoned() -> None:
    """Nor is a stock, nor what could be nothing."""
    printed = {(row.series, row.period) for row in store.current().reports.itertuples()}
    assert not printed.intersection(zip(whole()["series"], whole()["period"], strict=True))
    assert small(report("2023-01", "100", "s"), report("2023-01/2023-02", "100", "s")).empty
    assert list(whole().columns) == COLUMNS
    assert len(whole()) > 900


def test_charts_and_downloads_have_them_only_when_asked() -> None:
    """As hollow diamonds with a bar for the interval, beside an unchanged line."""
    name = "az-kz-trade-turnover"
    data = store.current()
    without, with_them = (data.rows(Selection((name,), "01-06", reckoned=on)) for on in (False, True))
    assert len(with_them) == len(without) + 1
    assert marks.kinds(with_them).count(marks.RECKONED) == 1
    assert marks.RECKONED not in marks.kinds(without)
    assert any(sentence.startswith("Hollow diamond") for sentence in notes.marks(with_them))

    drawn = series.by_year(with_them, theme=theme.THEMES["light"])
    (diamond,) = [trace for trace in drawn.data if trace.meta == marks.RECKONED]
    assert diamond.marker.symbol == ("diamond",)
    assert round(diamond.error_y.array[0] + diamond.error_y.arrayminus[0], 2) == 3.08
