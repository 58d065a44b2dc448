"""Made-up ledger frames for the tests of the charts, and ways to look into a figure."""

from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures.compare import flows, mirror
from components.figures.days import by_day
from components.figures.goals import against, towards_target
from components.figures.ranked import ranked
from components.figures.series import bars_by_year, by_year, year_to_date
from components.figures.sparkline import sparkline
from components.figures.stack import stacked
from components.figures.theme import THEMES, Theme
from components.periods import Period

LIGHT = THEMES["light"]
MAKER = "State Customs Committee of Azerbaijan"
CENSUS = {"series": "us-az", "label": "US Census Bureau", "reporter": "USA", "partner": "AZE"}
TEXTS = ("series", "label", "reporter", "partner", "period", "period_kind", "printed", "publisher")
CODES = ("unit", "value_kind", "obs_status", "preferred", "agreement")
NUMBERS = ("value", "value_low", "value_high")
DAYS = ("period_start", "period_end", "source_published")


def row(period: str, value: float, **other: Any) -> dict[str, Any]:
    """One row of a ledger frame, with its label."""
    covered = Period.parse(period)
    place = {"period_kind": covered.kind, "period_start": covered.start, "period_end": covered.end}
    about = {"series": "az-us", "reporter": "AZE", "partner": "USA", "unit": "USD million", "label": MAKER}
    figure = {"value": value, "value_low": value - 0.5, "value_high": value + 0.5, "value_kind": "printed"}
    standing = {"obs_status": "A", "preferred": True, "agreement": "alone"}
    origin = {"printed": f"{value} млн", "publisher": "Trend", "source_published": "2026-01-22"}
    return {"period": period, **place, **about, **figure, **standing, **origin, **other}


def frame(rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
    """Rows with the types of the ledger's frame."""
    typed = pd.DataFrame(rows, columns=[*TEXTS, *CODES, *NUMBERS, *DAYS])
    typed = typed.astype(dict.fromkeys(NUMBERS, "float64") | {"preferred": "bool"})
    return typed.assign(**{day: pd.to_datetime(typed[day]) for day in DAYS})


def years(figures: dict[int, float], **other: Any) -> list[dict[str, Any]]:
    """A row for each year."""
    return [row(str(year), value, **other) for year, value in figures.items()]


def drawn(figure: go.Figure, kind: str) -> list[Any]:
    """The traces of a kind, which stands in their `meta`."""
    return [trace for trace in figure.data if kind in (trace.meta or "").split()]


def words(figure: go.Figure) -> list[str]:
    """What is written at the ends of lines."""
    return [note.text for note in figure.layout.annotations if note.name == "end label"]


EMPTY = frame([])
TARGET = frame([row("2027", 7, unit="million tonnes", value_kind="target", obs_status="F", label="Plan")])
FACTS = frame(years({2023: 1391, 2024: 1400, 2025: 1300}, unit="thousand tonnes", label="KazTransOil"))
TURNOVER = frame(
    [*years({2018: 860, 2022: 570, 2023: 904, 2024: 1700, 2025: 1557}), *years({2024: 1650}, **CENSUS)]
)
OF_ONE = TURNOVER[TURNOVER["label"] == MAKER]
TO_DATE = frame([row("2024-Q1", 90), row("2024-S1", 200), row("2025-01/2025-10", 600), row("2024", 470)])
EXPORTS = frame(years({2023: 80, 2024: 135}, series="out"))
IMPORTS = frame(years({2024: 1617, 2025: 1497}, series="in"))

SOURCES_OF_POWER = frame(
    [
        *years({2023: 24, 2024: 25}, series="gas", label="Gas", unit="TWh"),
        *years({2023: 2, 2024: 3}, series="hydro", label="Hydro", unit="TWh"),
        *years({2024: 1}, series="wind", label="Wind", unit="TWh"),
    ]
)
PARTNERS = frame(
    [
        row("2024", 470, series="kz", label="Kazakhstan"),
        row("2024", 1700, series="us", label="United States"),
        row("2024", 3.7, series="cn", label="China", unit="USD billion"),
    ]
)
LEVELS = frame(
    [
        row("2024-06-30", 20, series="r", label="Renewables", unit="percent"),
        row("2025-10-20", 21, series="r", label="Renewables", unit="percent"),
    ]
)
FLOWS = frame(years({2023: 20, 2024: 22, 2025: 23}, unit="bcm", label="Statistics Committee"))
CAPACITY = frame(
    [
        row("2020", 16, series="c", unit="bcm", value_kind="capacity", label="Capacity"),
        row("2024", 25, series="c", unit="bcm", value_kind="capacity", label="Capacity"),
        row("2028", 31, series="t", unit="bcm", value_kind="target", label="Expansion target"),
    ]
)

BUILDERS: dict[str, tuple[Callable[..., go.Figure], tuple[pd.DataFrame, ...]]] = {
    "by_year": (by_year, (TURNOVER,)),
    "bars_by_year": (bars_by_year, (OF_ONE,)),
    "year_to_date": (year_to_date, (TO_DATE,)),
    "towards_target": (towards_target, (FACTS, TARGET)),
    "flows": (flows, (EXPORTS, IMPORTS)),
    "mirror": (mirror, (TURNOVER,)),
    "sparkline": (sparkline, (OF_ONE,)),
    "stacked": (stacked, (SOURCES_OF_POWER,)),
    "ranked": (ranked, (PARTNERS,)),
    "by_day": (by_day, (LEVELS,)),
    "against": (against, (FLOWS, CAPACITY)),
}


def build(name: str, theme: Theme = LIGHT) -> go.Figure:
    """The figure of a builder from its own frames."""
    builder, frames = BUILDERS[name]
    return builder(*frames, theme=theme)
