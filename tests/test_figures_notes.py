"""What the charts say in words: labels, hover texts, and how to read the marks."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.figures import labels, notes
from components.figures.theme import escape
from tests.drawing import EMPTY, MAKER, TURNOVER, frame, row


@given(
    st.lists(st.tuples(st.floats(-50, 350), st.sampled_from([19.6, 35.2, 50.8])), min_size=1, max_size=8),
    st.sampled_from([120.0, 276.0]),
)
def test_labels_never_overlap_nor_leave_the_chart(wanted: list[tuple[float, float]], room: float) -> None:
    """Labels that fit stand clear of each other within the room; those that do not share it evenly."""
    heights, sizes = [height for height, _ in wanted], [size for _, size in wanted]
    squeeze = min(1.0, room / sum(sizes))
    placed = sorted(zip(labels.spread(heights, sizes, room), sizes, strict=True))
    edges = [(centre - size * squeeze / 2, centre + size * squeeze / 2) for centre, size in placed]

    assert edges[0][0] >= -1e-6
    assert edges[-1][1] <= room + 1e-6
    assert all(below[1] <= above[0] + 1e-6 for below, above in itertools.pairwise(edges))


def test_labels_with_room_stay_where_their_lines_end() -> None:
    """Only neighbours that collide are moved, and both by the same."""
    assert labels.spread([50, 200], [20, 20], 276) == [50, 200]
    assert labels.spread([100, 104], [20, 20], 276) == [92, 112]
    assert labels.spread([104, 100], [20, 20], 276) == [112, 92]


def test_the_margin_is_as_wide_as_the_widest_line() -> None:
    """Long names are wrapped before they are measured."""
    assert labels.margin(["bp", "Census"]) < labels.margin([MAKER]) == labels.margin(["State Customs"])
    assert labels.margin([]) == 8


def test_hover_says_where_a_figure_comes_from() -> None:
    """Period, label, value, interval, printed token, publisher and date, standing."""
    rows = frame([row("2025-S1", 501, printed="501 млн долларов", agreement="agrees", obs_status="P")])

    assert notes.hover(rows) == [
        "<b>January–June 2025</b><br>State Customs Committee of<br>Azerbaijan<br><b>&#36;501 million</b>"
        "<br>&#36;500.5 to 501.5 million<br>“501 млн долларов”<br>Trend, 22 January 2026"
        "<br>Provisional<br>Other prints agree"
    ]


def test_hover_without_date_and_interval() -> None:
    """What is not known is not made up."""
    unknown = {"source_published": None, "printed": None, "value_low": 7.0, "value_high": 7.0}

    (text,) = notes.hover(frame([row("2027", 7, value_kind="target", **unknown)]))

    assert text.endswith("<b>&#36;7 million</b><br>Trend, date not known<br>A target, not a fact")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("$1.5 bn$", "&#36;1.5 bn&#36;"),
        ("<b>x</b>", "&#60;b&#62;x&#60;/b&#62;"),
        ("R&D &lt;", "R&#38;D &#38;lt;"),
        ("%{x}", "%&#123;x}"),
        ("плавный рост", "плавный рост"),
    ],
)
def test_escape(text: str, shown: str) -> None:
    """Tags, entities, formulas and templates reach the reader as they were typed."""
    assert escape(text) == shown
    assert notes.escape is escape


def test_marks_are_explained_only_where_they_are() -> None:
    """Plain points need no words; prints of the very same figure are not seen and not explained."""
    plain = [row("2023", 1), row("2024", 2), row("2024", 2, preferred=False)]
    special = [
        row("2026", 3, preferred=False),
        row("2026", 4, obs_status="F"),
        row("2030", 9, value_kind="target"),
    ]

    assert notes.marks(frame(plain)) == []
    assert notes.marks(frame([*plain, *special])) == [
        "Hollow: the same figure as another source prints it.",
        "Lighter: an estimate, a forecast, or a print that is in doubt.",
        "Open triangle and dotted path: a target, not a fact.",
        "Gap: nothing printed for that year.",
    ]


def test_a_gap_is_one_label_s_gap_in_like_periods() -> None:
    """A year that one maker skips is a gap though another prints it; unlike periods have none."""
    assert notes.marks(TURNOVER[TURNOVER["series"] == "us-az"]) == []
    assert notes.marks(TURNOVER) == ["Gap: nothing printed for that year."]
    assert notes.marks(frame([row("2020-S1", 1), row("2025", 2)])) == []
    assert "Gap" not in "".join(notes.marks(frame([row("2024", 1), row("2027", 7, value_kind="target")])))
    assert notes.marks(EMPTY) == []
