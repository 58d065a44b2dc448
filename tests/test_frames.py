"""The frames and the CSV: their columns, their types, and the same rows back out of every file."""

import csv
import io
from datetime import date
from functools import cache

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.ledger import frames
from components.ledger.frames import (
    COLUMNS,
    FORMULA_STARTS,
    csv_bytes,
    reports_frame,
    series_frame,
    sources_frame,
)
from components.ledger.ledger import Ledger
from tests.ledgers import book, file, real, report, series, source

TYPES = {
    **dict.fromkeys(frames.NUMBERS, "float64"),
    **dict.fromkeys(frames.DAYS, "datetime64[s]"),
    "preferred": "bool",
    "line": "int64",
}


def small(*reports: dict[str, object], **changes: object) -> Ledger:
    """A ledger of one series, whose sources are a (undated) and b."""
    dated = source(publisher="Report", published=date(2025, 10, 14), title="Trade", originator="Customs")
    data = file({"x": series(*reports, **changes)}, {"a": source(), "b": dated})
    return Ledger(book(data), ())


@cache
def everything() -> pd.DataFrame:
    return reports_frame(real())


def parsed(content: bytes) -> list[list[str]]:
    """The rows of a CSV file as Python's own reader has them."""
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))


def test_the_columns_are_those_of_the_contract() -> None:
    """In this order, since a CSV file has them by place."""
    assert ", ".join(COLUMNS) == (
        "series, title, indicator, reporter, partner, period, period_kind, period_start, period_end, value, "
        "unit, value_low, value_high, value_kind, obs_status, preferred, agreement, validation, printed, "
        "source, publisher, originator, source_title, source_url, source_published, note, file, line"
    )
    assert everything().columns.tolist() == COLUMNS


def test_each_column_has_one_type() -> None:
    """Numbers are floats, days are days, and all others are texts, also where nothing is known."""
    texts = dict.fromkeys(set(COLUMNS) - set(TYPES), "str")

    assert everything().dtypes.astype(str).to_dict() == texts | TYPES


def test_a_row_says_all_that_is_known_about_a_report() -> None:
    """Value and interval in the unit of the series, period, standing, source and place."""
    frame = reports_frame(
        small(report("2025-S1", "0.5", "b", unit="USD billion", status="P", note="A note."), maker="bp")
    )

    row = frame.iloc[0].to_dict()
    assert {name: row[name] for name in COLUMNS[:5]} == {
        "series": "x",
        "title": "Turnover",
        "indicator": "trade_turnover",
        "reporter": "AZE",
        "partner": "KAZ",
    }
    assert (row["period"], row["period_kind"]) == ("2025-S1", "half")
    assert (str(row["period_start"].date()), str(row["period_end"].date())) == ("2025-01-01", "2025-06-30")
    assert (row["value"], row["unit"], row["value_low"], row["value_high"]) == (
        500.0,
        "USD million",
        450.0,
        550.0,
    )
    assert (row["value_kind"], row["obs_status"], row["preferred"]) == ("printed", "P", True)
    assert (row["agreement"], row["validation"], row["printed"]) == ("alone", "read", "0.5")
    assert (row["source"], row["publisher"], row["originator"]) == ("b", "Report", "Customs")
    assert (row["source_title"], str(row["source_published"].date())) == ("Trade", "2025-10-14")
    assert (row["note"], row["file"], row["line"]) == ("A note.", "datasets/a.yaml", 1)


def test_what_is_not_known_is_missing() -> None:
    """No empty text, no word such as None, no day of the year 1970."""
    row = reports_frame(small(report("2024", "470", "a"), reporter=None, partner=None)).iloc[0]

    missing = ["reporter", "partner", "originator", "source_title", "source_url", "source_published", "note"]
    assert row.index[row.isna()].tolist() == missing


def test_the_sources_of_also_have_rows_of_their_own() -> None:
    """With their own publisher and day, and a note that the token is in another's words."""
    frame = reports_frame(small(report("2024", "470", "a", also=["b"], note="A note.")))

    assert frame["source"].tolist() == ["b", "a"]
    assert frame["preferred"].tolist() == [True, False]
    assert frame["publisher"].tolist() == ["Report", "Trend"]
    assert frame["note"].tolist() == ["A note. Token in the wording of a.", "A note."]
    assert frame["value"].tolist() == [470.0, 470.0]


def test_one_row_of_each_observation_is_preferred() -> None:
    """In the real ledger: exactly one for each series and period, and it stands first."""
    chosen = everything().groupby(["series", "period"], sort=False)["preferred"]

    assert chosen.sum().unique().tolist() == [1]
    assert chosen.first().all()


def test_rows_stand_in_the_order_of_series_and_periods() -> None:
    """The series as in the files, in each the periods by start and end."""
    frame = everything()
    places = {name: place for place, name in enumerate(series_frame(real())["series"])}
    keys = list(zip(frame["series"].map(places), frame["period_start"], frame["period_end"], strict=True))

    assert keys == sorted(keys)


def test_a_value_lies_in_its_interval() -> None:
    """Of every report in the real ledger."""
    frame = everything()

    assert (frame["value_low"] <= frame["value"]).all()
    assert (frame["value"] <= frame["value_high"]).all()
    assert (frame["value_low"] < frame["value_high"]).all()


def test_the_series_frame_says_whose_figures_they_are() -> None:
    """The short name of the maker; where no source names one, that is said."""
    records = {
        "x": series(report("2024", "470", "a"), maker="bp"),
        "y": series(report("2024", "470", "a"), mirror="x"),
        "z": series(report("2024", "470", "a"), reporter=None),
    }
    frame = series_frame(Ledger(book(file(records, {"a": source()})), ()))

    assert frame["whose"].tolist() == ["bp", "Azerbaijan, maker not named", "Maker not named"]
    assert frame["mirror"].isna().tolist() == [True, False, True]
    assert ", ".join(frame.columns) == (
        "series, title, indicator, unit, maker, reporter, partner, kind, target_of, mirror, note, whose, file"
    )


def test_the_sources_frame_has_a_row_for_each_source_and_report() -> None:
    """What a source feeds can be counted."""
    ledger = small(report("2023", "460", "a"), report("2024", "470", "a", also=["b"]))
    frame = sources_frame(ledger)

    assert frame.groupby("source")["feeds"].count().to_dict() == {"a": 2, "b": 1}
    assert frame.set_index("source").loc["b", ["publisher", "evidence"]].tolist() == ["Report", "agency"]


def test_the_csv_is_rfc_4180() -> None:
    """A header, CR LF after every row and nothing else, quotes only where they are needed."""
    frame = pd.DataFrame({"a": ['say "hi"', "x, y", "two\nlines", "plain"], "b": [1.0, 2.5, -3.0, None]})

    assert csv_bytes(frame) == b'a,b\r\n"say ""hi""",1\r\n"x, y",2.5\r\n"two\nlines",-3\r\nplain,\r\n'


def test_the_csv_has_iso_days_and_plain_numbers() -> None:
    """1557 and not 1557.0, 2025-10-14 and not a time of day, empty where nothing is known."""
    frame = reports_frame(small(report("2023", "1556.25", "a"), report("2024", "1557", "b")))
    header, first, second = parsed(csv_bytes(frame))

    one, other = dict(zip(header, first, strict=True)), dict(zip(header, second, strict=True))
    assert header == COLUMNS
    assert (one["value"], one["value_low"], one["value_high"]) == ("1556.25", "1556.245", "1556.255")
    assert (other["value"], other["value_low"], other["value_high"]) == ("1557", "1556.5", "1557.5")
    assert (other["period_start"], other["source_published"]) == ("2024-01-01", "2025-10-14")
    assert (one["source_published"], one["originator"], one["note"]) == ("", "", "")
    assert (other["preferred"], other["line"]) == ("True", "1")


def test_excel_gets_a_byte_order_mark_and_nothing_else_changes() -> None:
    """Without it Excel takes UTF-8 for something else; with it others see a strange first column."""
    frame = reports_frame(small(report("2024", "470 млн долларов", "a")))

    assert csv_bytes(frame, bom=True) == b"\xef\xbb\xbf" + csv_bytes(frame)
    assert not csv_bytes(frame).startswith(b"\xef\xbb\xbf")
    assert "470 млн долларов" in csv_bytes(frame).decode("utf-8")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\0"])
def test_a_text_that_a_spreadsheet_would_run_is_defused(start: str) -> None:
    """An apostrophe stands before it; where the sign stands later in the text, nothing is changed."""
    content = csv_bytes(pd.DataFrame({"a": [f"{start}HYPERLINK(1)", f"x{start}1"]}))

    assert parsed(content) == [["a"], [f"'{start}HYPERLINK(1)"], [f"x{start}1"]]


def test_negative_numbers_are_numbers() -> None:
    """A deficit is not defused, and neither is a missing number."""
    content = csv_bytes(pd.DataFrame({"value": [-97.298018, float("nan")], "text": ["-97", None]}))

    assert parsed(content) == [["value", "text"], ["-97.298018", "'-97"], ["", ""]]


HOSTILE = st.text(
    st.sampled_from("=+-@\t\r\n\0\"',; aAə₼é\ufeff0.5") | st.characters(codec="utf-8"),
    min_size=1,
    max_size=12,
)
ROWS = st.lists(st.tuples(HOSTILE, st.floats(-(10**12), 10**12), HOSTILE), min_size=1, max_size=6)


def defused(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


@given(ROWS, st.booleans())
def test_the_same_rows_come_back(rows: list[tuple[str, float, str]], bom: bool) -> None:
    """Whatever the texts hold, Python's reader gives them back, but for the apostrophe before a formula."""
    frame = pd.DataFrame(rows, columns=["text", "value", "other"]).astype({"text": "str", "other": "str"})
    content = csv_bytes(frame, bom=bom)
    header, *found = list(
        csv.reader(io.StringIO(content.decode("utf-8-sig" if bom else "utf-8"), newline=""))
    )

    assert header == ["text", "value", "other"]
    assert [(text, other) for text, _, other in found] == [
        (defused(text), defused(other)) for text, _, other in rows
    ]
    assert [float(value) for _, value, _ in found] == pytest.approx(
        [value for _, value, _ in rows], rel=1e-14
    )


@given(ROWS.filter(lambda rows: "\0" not in "".join(text + other for text, _, other in rows)))
def test_pandas_reads_the_same_rows(rows: list[tuple[str, float, str]]) -> None:
    """Another reader agrees; NUL, which ends a text in C, is none of a ledger's characters."""
    frame = pd.DataFrame(rows, columns=["text", "value", "other"]).astype({"text": "str", "other": "str"})
    found = pd.read_csv(
        io.BytesIO(csv_bytes(frame)),
        keep_default_na=False,
        na_values={"value": [""]},
        dtype={"text": "str", "other": "str"},
    )

    assert found["text"].tolist() == [defused(text) for text, _, _ in rows]
    assert found["other"].tolist() == [defused(other) for _, _, other in rows]
    assert found["value"].tolist() == pytest.approx([value for _, value, _ in rows], rel=1e-14)


@given(st.text(min_size=1))
def test_no_cell_begins_as_a_formula(text: str) -> None:
    """What is defused stays defused, and nothing else gets an apostrophe."""
    (cell,) = csv_bytes(pd.DataFrame({"a": [text, "x"]}).iloc[:1]).decode("utf-8").split("\r\n", 1)[1:]

    assert not cell.lstrip('"').startswith(FORMULA_STARTS) or text.startswith('"')


def test_the_whole_ledger_comes_back_from_its_csv() -> None:
    """Every row and every number of the real ledger, with no exponent in it."""
    frame = everything()
    header, *rows = parsed(csv_bytes(frame))

    assert header == COLUMNS
    assert len(rows) == len(frame)
    for name in frames.NUMBERS:
        cells = [row[COLUMNS.index(name)] for row in rows]
        assert [float(cell) for cell in cells] == frame[name].tolist()
        assert [cell for cell in cells if "e" in cell.lower()] == []
    for name in ("series", "printed", "publisher", "source_url"):
        cells = [row[COLUMNS.index(name)] for row in rows]
        assert [cell.removeprefix("'") for cell in cells] == frame[name].fillna("").tolist()
