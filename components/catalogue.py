"""The series of a ledger as a reader looks for them: by words of any language, subject, maker, unit."""

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd

from components import wording

FILTERS = ("subject", "reporter", "partner", "unit", "kind")
# letters that stand apart from the Latin ones and that nobody types on another keyboard
_LETTERS: Mapping[str, str] = MappingProxyType({"ə": "e", "ı": "i", "ß": "ss", "ø": "o"})


def catalogue(series: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """One row a series: series, title, whose, FILTERS, first, last (years), figures, words.

    `series` and `reports` are the frames of a ledger. `words` is what is searched: the ids, titles,
    makers, areas in the languages of the sources, and the titles of the publications, folded.
    """
    grouped = reports.groupby("series", sort=False)
    about = pd.DataFrame(
        {
            "first": grouped["period_end"].min().dt.year,
            "last": grouped["period_end"].max().dt.year,
            "figures": grouped["period"].nunique(),
            "published": grouped["source_title"].agg(_joined),
        }
    )
    rows = series.merge(about, left_on="series", right_index=True)
    subject = rows["file"].str.split("/").str[-2]
    searched = ("series", "title", "indicator", "whose", "maker", "subject", "published")
    places = (
        rows[side].map(wording.area_in_languages, na_action="ignore").astype("str").fillna("")
        for side in ("reporter", "partner")
    )
    rows = rows.assign(subject=subject)
    words = [
        " ".join(cells) for cells in zip(*(rows[each].fillna("") for each in searched), *places, strict=True)
    ]
    kept = ["series", "title", "whose", *FILTERS, "first", "last", "figures"]
    return rows[kept].assign(words=[*map(folded, words)]).reset_index(drop=True)


def search(found: pd.DataFrame, words: str, chosen: Mapping[str, str]) -> pd.DataFrame:
    """The rows with all the words and the chosen value of each filter, those with the most figures first."""
    for name, value in chosen.items():
        found = found[found[name] == value]
    for word in folded(words).split():
        found = found[found["words"].str.contains(word, regex=False)]
    return found.sort_values(["figures", "series"], ascending=[False, True], kind="stable")


def folded(text: str) -> str:
    """Small letters without accents, so that "Türkiyə" is found as "turkiye"."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(_LETTERS.get(letter, letter) for letter in plain if not unicodedata.combining(letter))


def _joined(titles: "pd.Series[str]") -> str:
    return " ".join(titles.dropna().unique())
