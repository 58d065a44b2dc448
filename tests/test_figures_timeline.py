"""Events in lanes, and as marks on a chart of years."""

import json

import pandas as pd
import pytest

from components.figures.timeline import timeline, with_events
from tests.drawing import LIGHT, build

EVENTS = pd.DataFrame(
    [
        ("Charter", "2025-08-08", "happened", "8 August 2025, Washington\nMemorandum <signed>"),
        ("Oil", "2025-10-14", "happened", "14 October 2025\nCommission"),
        ("Charter", "2027-01-01", "planned", "2027\nNext"),
    ],
    columns=["lane", "start", "status", "words"],
).assign(start=lambda rows: pd.to_datetime(rows["start"]))


def test_lanes_are_named_in_order() -> None:
    """The first lane on top, each with its name."""
    figure = timeline(EVENTS, theme=LIGHT)

    assert [note.text for note in figure.layout.annotations] == ["Charter", "Oil"]
    assert list(figure.data[-1].y) == [0, -1, 0]


def test_what_is_planned_is_hollow() -> None:
    """Filled in the paper's colour, outlined in the chart's."""
    marker = timeline(EVENTS, theme=LIGHT).data[-1].marker

    assert list(marker.color) == [LIGHT.accent, LIGHT.accent, LIGHT.paper]
    assert marker.line.color == LIGHT.accent


def test_words_are_escaped_and_keep_their_lines() -> None:
    """What looks like markup is shown as it stands."""
    words = timeline(EVENTS, theme=LIGHT).data[-1].hovertext[0]

    assert words == "8 August 2025, Washington<br>Memorandum &#60;signed&#62;"


def test_no_events_give_the_empty_chart() -> None:
    """In words."""
    assert len(timeline(EVENTS.iloc[:0], theme=LIGHT).data) == 0


def test_events_stand_within_the_year_of_their_figure() -> None:
    """The figure of 2025 stands on 2025, so that the year reaches from 2024.5 to 2025.5."""
    figure, inside = with_events(build("by_year"), EVENTS, theme=LIGHT)

    marks = figure.data[-1]
    assert list(marks.x) == pytest.approx([2025.1, 2025.28], abs=0.01)
    assert len(figure.layout.shapes) == len(inside) == 2


def test_events_out_of_the_years_are_not_drawn() -> None:
    """2027 lies beyond the newest figure."""
    _, inside = with_events(build("by_year"), EVENTS, theme=LIGHT)

    assert "2027\nNext" not in inside["words"].tolist()


@pytest.mark.parametrize("name", ["year_to_date", "ranked"])
def test_charts_without_years_have_no_events(name: str) -> None:
    """Months, and ranks, are no years."""
    before = build(name)
    figure, inside = with_events(before, EVENTS, theme=LIGHT)

    assert inside.empty
    assert json.loads(figure.to_json()) == json.loads(before.to_json())
