"""The ledger of the process: the last good one, renewed when the files change and are right."""

import threading
from pathlib import Path

import pandas as pd
import pytest

from components.ledger.problems import DatasetError
from components.selection import YEAR, YEAR_TO_DATE, Selection
from components.ui import store
from tests.ledgers import DATA, put, real

WRONG = DATA.replace("value: 470", "value: 407")
NEWER = DATA.replace("value: 501", "value: 502.5").replace('"501 млн долларов"', '"502,5 млн долларов"')
TURNOVER = "az-kz-trade-turnover"


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> store._Shelf:
    """An empty shelf for each test: what one has loaded is no other's."""
    empty = store._Shelf()
    monkeypatch.setattr(store, "_SHELF", empty)
    return empty


@pytest.fixture(scope="module")
def whole() -> store.Store:
    """The store of the real ledger."""
    frames = store.reports_frame(real()), store.series_frame(real()), store.sources_frame(real())
    return store.Store(real(), *frames, fingerprint="real", tried="real")


def values(of: store.Store) -> list[float]:
    return of.reports["value"].tolist()


def test_a_ledger_is_loaded_once(tmp_path: Path) -> None:
    """As long as no file changes everyone gets the same store."""
    put(tmp_path)
    first = store.current(tmp_path)

    assert store.current(tmp_path) is first
    assert values(first) == [470.0, 501.0]
    assert (first.problems, first.tried) == ((), first.fingerprint)
    assert [len(first.series), len(first.sources)] == [1, 2]


def test_a_changed_file_that_is_right_is_taken_over(tmp_path: Path) -> None:
    """The next page has the new figure."""
    first = store.current(put(tmp_path))
    second = store.current(put(tmp_path, az_kz=NEWER))

    assert values(second) == [470.0, 502.5]
    assert second.fingerprint != first.fingerprint
    assert values(first) == [470.0, 501.0]


def test_a_changed_file_that_is_wrong_is_not(tmp_path: Path) -> None:
    """The last good ledger stays, whole, and says what is wrong with the newer files."""
    first = store.current(put(tmp_path))
    kept = store.current(put(tmp_path, az_kz=WRONG))

    assert kept.reports is first.reports
    assert (kept.ledger, kept.fingerprint) == (first.ledger, first.fingerprint)
    assert kept.tried != kept.fingerprint
    assert [(problem.line, problem.code) for problem in kept.problems] == [(13, "C302")]


def test_files_that_were_refused_are_not_read_again_until_they_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One attempt for each state of the files, not one for each visitor."""
    store.current(put(tmp_path))
    tried: list[Path] = []

    def refuse(folder: Path) -> None:
        tried.append(folder)
        raise DatasetError([])

    monkeypatch.setattr(store, "load", refuse)
    put(tmp_path, az_kz=WRONG)

    assert store.current(tmp_path) is store.current(tmp_path)
    assert tried == [tmp_path]


def test_a_mended_file_is_taken_over(tmp_path: Path) -> None:
    """Right, wrong, right again: the problems go, and so does the old figure."""
    store.current(put(tmp_path))
    store.current(put(tmp_path, az_kz=WRONG))
    mended = store.current(put(tmp_path, az_kz=NEWER))

    assert mended.problems == ()
    assert values(mended) == [470.0, 502.5]


def test_problems_change_with_the_files(tmp_path: Path) -> None:
    """What is told is wrong with the files as they are, not as they were."""
    store.current(put(tmp_path))
    store.current(put(tmp_path, az_kz=WRONG))
    other = store.current(put(tmp_path, az_kz=DATA + "more: 1\n"))

    assert [(problem.line, problem.code) for problem in other.problems] == [(24, "S101")]


def test_without_a_good_ledger_there_is_none(tmp_path: Path, shelf: store._Shelf) -> None:
    """A wrong one at the start is refused with its problems; once it is right it is loaded."""
    with pytest.raises(DatasetError, match="C302"):
        store.current(put(tmp_path, az_kz=WRONG))
    assert shelf.store is None

    assert values(store.current(put(tmp_path))) == [470.0, 501.0]


def test_visitors_that_come_together_load_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They wait for the first and get its store."""
    loaded: list[Path] = []
    load, together = store.load, threading.Barrier(4)
    monkeypatch.setattr(store, "load", lambda folder: (loaded.append(folder), load(folder))[1])
    put(tmp_path)
    found: list[store.Store] = []

    def visit() -> None:
        together.wait()
        found.append(store.current(tmp_path))

    visitors = [threading.Thread(target=visit) for _ in range(4)]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    assert loaded == [tmp_path]
    assert len({id(each) for each in found}) == 1


def test_the_fingerprint_is_that_of_the_files(tmp_path: Path) -> None:
    """It changes with a data file written, added or removed, and with no other file."""
    states = [store.fingerprint(put(tmp_path))]
    assert store.fingerprint(tmp_path) == states[0]
    (tmp_path / "README.md").write_text("words")
    assert store.fingerprint(tmp_path) == states[0]

    (tmp_path / "az-kz.yaml").write_text(NEWER, encoding="utf-8")
    states.append(store.fingerprint(tmp_path))
    (tmp_path / "more.yaml").write_text("title: More\n")
    states.append(store.fingerprint(tmp_path))
    (tmp_path / "az-kz.yaml").unlink()
    states.append(store.fingerprint(tmp_path))
    assert len(set(states)) == 4


def test_rows_say_whose_they_are(tmp_path: Path) -> None:
    """The rows of the selection, with the maker, and at a line's end the maker or what is measured."""
    data = store.current(put(tmp_path))
    shown = Selection((TURNOVER,), window=YEAR)

    assert data.rows(shown)[["period", "whose", "label"]].to_numpy().tolist() == [
        ["2024", "Customs Committee", "Customs Committee"]
    ]
    assert data.rows(shown, label="title")["label"].tolist() == ["Turnover with Kazakhstan"]
    assert "whose" not in data.reports.columns


def test_unknown_series_are_refused(tmp_path: Path) -> None:
    """A page that asks for series that are not there fails loudly, and names all of them."""
    with pytest.raises(KeyError, match="unknown series nowhere, x"):
        store.current(put(tmp_path)).rows(Selection(("x", "az-kz-trade-turnover", "nowhere")))


def test_to_date_shows_the_newest_years() -> None:
    """Six at most, as many as can be told apart, whatever the year is."""
    years = pd.to_datetime(["2010-12-31", "2024-12-31", "2025-06-30"])
    reports = pd.DataFrame({"series": ["x", "y", "x"], "period_end": years})
    data = store.Store(real(), reports, pd.DataFrame({"series": ["x", "y"]}), pd.DataFrame(), "x", "x")

    assert data.to_date("x") == Selection(("x",), window=YEAR_TO_DATE, since=2020, reports="preferred")
    assert data.to_date("y").since == 2019


def test_series_are_found_by_what_they_measure(whole: store.Store) -> None:
    """By indicator and the two sides; targets, capacities and figures of unknown hand are not among them."""
    assert whole.find("trade_turnover", "AZE", "USA") == ("az-us-trade-turnover",)
    assert whole.find("trade_turnover", "AZE", "KAZ") == ("az-kz-trade-turnover",)
    assert whole.find("trade_turnover", "KAZ", "AZE") == ("kz-az-trade-turnover",)
    assert whole.find("goods_exports", "USA", "AZE") == ("us-az-goods-exports",)
    assert whole.find("goods_exports", "USA", "KAZ") == ()


def test_series_that_no_source_signs_stand_apart(whole: store.Store) -> None:
    """Those of which no source says whose statistics they are."""
    assert whole.find("trade_turnover", None, "KAZ") == ("az-kz-trade-turnover-unattributed",)
    assert whole.find("trade_turnover", None, "USA") == ()


def test_mirrors_of_the_real_ledger_face_each_other(whole: store.Store) -> None:
    """What Azerbaijan exports the other side imports."""
    names = ("az-us-exports", "az-us-imports", "az-us-gold-imports")

    assert whole.mirrored(names) == {
        "az-us-exports": "us-az-goods-imports",
        "az-us-imports": "us-az-goods-exports",
    }
    assert whole.mirrored(("az-us-trade-turnover",)) == {}


def test_windows_are_what_is_printed(whole: store.Store) -> None:
    """From January on, the longest first; months in spring and days are none."""
    windows = whole.windows(("az-kz-trade-turnover",))

    assert windows[0] == YEAR
    assert {"01-06", "01-10"} <= set(windows)
    assert list(windows) == sorted(windows, reverse=True)
    assert whole.windows(("btc-kazakh-oil-cumulative-aze-minenergy",)) == ()
    assert whole.windows(()) == ()


def test_series_in_parts_of_years(whole: store.Store) -> None:
    """Those of which more than full years is printed."""
    names = ("az-kz-trade-turnover", "btc-kazakh-oil-target-7mt")

    assert whole.in_parts_of_years(names) == ["az-kz-trade-turnover"]


def test_partners_are_those_with_a_printed_flow(whole: store.Store) -> None:
    """Each once; the world is none."""
    partners = whole.partners_of(("trade_turnover",), "AZE")

    assert {"USA", "KAZ"} <= set(partners)
    assert len(partners) == len(set(partners))


def test_one_series_stands_for_a_partner(whole: store.Store) -> None:
    """Azerbaijan's own, the one with the most figures."""
    names = whole.of_partners("trade_turnover", "AZE")

    assert {"az-us-trade-turnover", "az-kz-trade-turnover"} <= set(names)
    assert len(set(whole.series.set_index("series").loc[list(names), "partner"])) == len(names)


def test_rows_of_some_series_stand_in_the_order_of_the_ledger(whole: store.Store) -> None:
    """As a walk over all of it would find them."""
    names = ("btc-transit-oil-statcom", "az-us-trade-turnover")

    assert whole.of(names).index.tolist() == [
        place for place, name in enumerate(whole.reports["series"]) if name in names
    ]
    assert whole.of(()) is whole.reports


def test_every_window_of_a_series_is_offered(whole: store.Store) -> None:
    """Years first, then parts of years, year to date, and days."""
    windows = whole.every_window(("btc-throughput-statcom",))

    assert windows[0] == "01-12"
    assert "year-to-date" in windows
    assert whole.every_window(("btc-kazakh-oil-cumulative-aze-minenergy",))[-1] == "days"


def test_series_are_grouped_by_what_compares(whole: store.Store) -> None:
    """Dollars and tonnes apart, million and thousand tonnes together."""
    names = ("az-us-trade-turnover", "btc-throughput-statcom", "baku-novorossiysk-socar")

    assert whole.comparable(names) == (names[:1], names[1:])


def test_two_series_never_share_a_label(whole: store.Store) -> None:
    """Of one maker's two series each label has its title too."""
    shown = Selection(("btc-throughput-statcom", "btc-transit-oil-statcom"), window="01-12")

    assert whole.rows(shown).groupby("label")["series"].nunique().tolist() == [1, 1]
