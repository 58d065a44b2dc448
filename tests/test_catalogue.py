"""Series are found by words of any language, with or without accents, and by filters."""

import pandas as pd
import pytest

from components.catalogue import catalogue, folded, search

SERIES = pd.DataFrame(
    [
        ("az-tr-exports", "Exports to Türkiye", "goods_exports", "Customs Committee (AZ)", "AZE", "TUR"),
        ("az-gas", "Gas exports", "gas_exports", "Energy Ministry (AZ)", "AZE", None),
    ],
    columns=["series", "title", "indicator", "whose", "reporter", "partner"],
).assign(
    maker=None,
    unit=["USD million", "bcm"],
    kind="printed",
    file=["datasets/trade/partners.yaml", "datasets/gas/exports.yaml"],
)
REPORTS = pd.DataFrame(
    [
        ("az-tr-exports", "2024", "2024-12-31", "Azərbaycan ixracı artıb"),
        ("az-gas", "2023", "2023-12-31", "Экспорт газа вырос"),
        ("az-gas", "2024", "2024-12-31", None),
    ],
    columns=["series", "period", "period_end", "source_title"],
).assign(period_end=lambda rows: pd.to_datetime(rows["period_end"]))
FOUND = catalogue(SERIES, REPORTS)


@pytest.mark.parametrize(
    ("words", "series"),
    [
        ("turkiye", ["az-tr-exports"]),
        ("TÜRKİYE exports", ["az-tr-exports"]),
        ("газа", ["az-gas"]),
        ("azerbaycan ixraci", ["az-tr-exports"]),
        ("energy ministry", ["az-gas"]),
        ("exports", ["az-gas", "az-tr-exports"]),
        ("Турция", ["az-tr-exports"]),
        ("wine", []),
        ("", ["az-gas", "az-tr-exports"]),
    ],
)
def test_words_find_series(words: str, series: list[str]) -> None:
    """All words have to be there: in titles, makers, areas, or the titles under which it was published."""
    assert search(FOUND, words, {})["series"].tolist() == series


def test_filters_narrow() -> None:
    """The subject is the folder of the file."""
    assert search(FOUND, "", {"subject": "trade"})["series"].tolist() == ["az-tr-exports"]
    assert search(FOUND, "gas", {"subject": "trade"}).empty


def test_a_row_counts_its_figures_and_years() -> None:
    """From the first to the last year, and how many periods."""
    row = FOUND.set_index("series").loc["az-gas"]

    assert (row["first"], row["last"], row["figures"]) == (2023, 2024, 2)


def test_folding_keeps_cyrillic_and_drops_accents() -> None:
    """Each script in its own small letters."""
    assert folded("Ərdəm ıŞIK Газ É") == "erdem isik газ e"
