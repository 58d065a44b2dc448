"""The map of routes: where its lines run, how they look, what they say, and whose land it draws."""

import json
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from components.figures import lanes, map, outlines, places, seats, tracks
from components.figures.lanes import Stop
from components.figures.theme import THEMES
from components.figures.tracks import KIND_HUES
from tests.drawing import EMPTY, LIGHT, drawn

SANGACHAL, YEVLAKH, TBILISI = (
    ("Sangachal", "AZE", 40.17, 49.47),
    ("Yevlakh", "AZE", 40.62, 47.15),
    ("Tbilisi", "GEO", 41.72, 44.79),
)
CEYHAN, SUPSA, ALMATY = (
    ("Ceyhan", "TUR", 37.03, 35.81),
    ("Supsa", "GEO", 42.02, 41.81),
    ("Almaty", "KAZ", 43.24, 76.89),
)


def route(name: str, *stations: tuple[str, str, float, float], **other: Any) -> pd.DataFrame:
    """A row a waypoint."""
    about = {"route": name, "name": name, "kind": "oil pipeline", "status": "operating", "words": "1,768 km"}
    rows = pd.DataFrame(stations, columns=["place", "country", "lat", "lon"]).assign(**about | other)
    return rows.assign(order=range(len(rows)))


BTC = route("BTC", SANGACHAL, YEVLAKH, TBILISI, CEYHAN)
WESTERN = route("Western", SANGACHAL, YEVLAKH, TBILISI, SUPSA, status="suspended")
BOTH = pd.concat([BTC, WESTERN])
STATUSES = ["operating", "building", "planned", "suspended"]


@pytest.mark.parametrize(
    ("lat", "lon", "east", "north"), [(0, 0, 0, 0), (42, 10, 7.431, 42), (40.41, 49.87, 37.061, 40.41)]
)
def test_projection(lat: float, lon: float, east: float, north: float) -> None:
    """A degree of longitude is as long as it is at 42° N, a degree of latitude one."""
    assert lanes.projected(lat, lon) == (east, north)


def stops(*given: tuple[str, float, float]) -> list[Stop]:
    return [Stop(place, (x, y)) for place, x, y in given]


EAST_WEST = {
    "one": stops(("a", 0, 0), ("b", 10, 0), ("c", 20, 0)),
    "two": stops(("c", 20, 0), ("a", 0, 0)),
    "far": stops(("c", 20, 0), ("d", 30, 5)),
}


def test_routes_that_share_two_places_are_a_lane_apart() -> None:
    """One shared place makes no company; a third route that runs with both takes the other side."""
    third = EAST_WEST | {"three": stops(("a", 0, 0), ("c", 20, 0), ("e", 25, 5))}

    assert lanes.lanes(EAST_WEST) == {"one": 0, "two": 1, "far": 0}
    assert lanes.lanes(third)["three"] == -1


def test_a_route_goes_by_the_places_of_its_company() -> None:
    """Two passes b, which is the first one's, in its own order and without calling it its own."""
    assert lanes.bundled("two", EAST_WEST) == [
        Stop("c", (20, 0)),
        Stop("b", (10, 0), is_own=False),
        Stop("a", (0, 0)),
    ]


@pytest.mark.parametrize(("x", "y", "passes"), [(10, 0.1, 3), (10, 0.2, 2), (19, 0, 2), (1, 0, 2)])
def test_a_place_off_the_way_is_not_passed(x: float, y: float, passes: int) -> None:
    """No detour of more than 0.165 degrees is made for company, and none close to a route's own place."""
    routes = EAST_WEST | {"one": stops(("a", 0, 0), ("b", x, y), ("c", 20, 0))}

    assert len(lanes.bundled("two", routes)) == passes


def test_stretch() -> None:
    """Only from the first to the last shared place is a route moved."""
    routes = EAST_WEST | {"on": stops(("z", -9, 0), ("a", 0, 0), ("c", 20, 0), ("f", 25, 5))}

    assert lanes.stretch("on", routes) == range(1, 3)
    assert lanes.stretch("far", routes) == range(0)


@pytest.mark.parametrize("line", [[(0, 0), (5, 0), (10, 0)], [(10, 0), (5, 0), (0, 0)]])
def test_moved_to_the_same_side_whichever_way_it_runs(line: list[lanes.Point]) -> None:
    """A line along a parallel is moved north, the points outside of the stretch stay."""
    first, middle, last = lanes.moved(line, range(2), 0.5)

    assert (first[1], middle[1], last) == (0.5, 0.5, line[2])
    assert [first[0], middle[0]] == [line[0][0], line[1][0]]


def test_points_along_a_line() -> None:
    """As many as keep the step, evenly spaced; the corners belong to the waypoints."""
    line = [(0.0, 0.0), (3.0, 0.0), (3.0, 1.0)]

    assert lanes.between(line, 1) == [(1, 0), (2, 0)]
    assert lanes.dotted(line, 1) == [(0, 0), (1, 0), (2, 0), (3, 0), (3, 1)]


def test_lines() -> None:
    """The second route runs a lane beside the first as far as Tbilisi and ends in its own place."""
    first, second = tracks.lines(BOTH, lane=0.1)

    assert first.line == first.own == [(36.763, 40.17), (35.039, 40.62), (33.285, 41.72), (26.612, 37.03)]
    assert second.line[3] == (31.071, 42.02)
    apart = [pytest.approx(0.1, abs=0.002)] * 3
    pairs = zip(first.line, second.line[:3], strict=False)
    assert [((x - to_x) ** 2 + (y - to_y) ** 2) ** 0.5 for (x, y), (to_x, to_y) in pairs] == apart


@pytest.mark.parametrize(
    ("status", "dash", "width"),
    [
        ("operating", "solid", 2.4),
        ("building", "9px,4px", 2.4),
        ("planned", "2px,4px", 2.4),
        ("suspended", "5px,4px", 1.3),
    ],
)
def test_the_stroke_says_the_status(status: str, dash: str, width: float) -> None:
    """Solid, long dashes, dots, and thin short dashes."""
    line = drawn(map.routes(BTC.assign(status=status), theme=LIGHT), "route")[0].line

    assert (line.dash, line.width) == (dash, width)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_the_colour_says_the_kind(theme) -> None:
    """Gas has the colour that it has in every chart; each kind has its own."""
    gas = drawn(map.routes(BTC.assign(kind="gas pipeline"), theme=theme), "route")[0]

    assert gas.line.color == theme.hues["teal"]
    assert len(set(KIND_HUES.values())) == len(KIND_HUES) == 5


def test_the_key_names_what_is_there() -> None:
    """Kinds with their colour, statuses with a sample of their stroke, no others."""
    title = map.routes(BOTH, theme=LIGHT).layout.title.text

    assert title.replace(LIGHT.ink(LIGHT.grey), "grey").split("<br>") == [
        f'<span style="color:{LIGHT.hues["red"]}">● oil pipeline</span>',
        '<span style="color:grey">━━ operating</span>   <span style="color:grey">╌╌ suspended</span>',
    ]


def test_hover() -> None:
    """A waypoint names its place, and all of a line its route."""
    figure = map.routes(BTC, theme=LIGHT)
    words = "<b>BTC</b><br>Oil pipeline, operating<br>1,768 km"

    assert drawn(figure, "along")[0].hovertext == words
    assert drawn(figure, "place")[0].hovertext[3] == f"<b>Ceyhan, Türkiye</b><br>{words}"


def text(figure: go.Figure) -> str:
    """All that a figure says; Plotly's own JSON writes its signs as escapes."""
    return json.dumps(json.loads(figure.to_json()), ensure_ascii=False)


@pytest.mark.parametrize("column", ["name", "label", "place", "words"])
def test_text_is_escaped(column: str) -> None:
    """What looks like markup is nowhere in the figure as markup; a line break in the words is one."""
    rendered = text(map.routes(BTC.assign(**{column: "<i>$&amp;%{z}"}), theme=LIGHT))

    assert not any(sign in rendered for sign in ("<i>", "%{z", "$", "&amp;"))
    assert "<br>one<br>two" in text(map.routes(BTC.assign(words="one\ntwo"), theme=LIGHT))


@pytest.mark.parametrize("column", ["kind", "status"])
def test_other_kinds_and_statuses_are_refused(column: str) -> None:
    """The message names the value and the choices."""
    with pytest.raises(ValueError, match=f'unknown {column} of route "canal"; the map draws o'):
        map.routes(BTC.assign(**{column: "canal"}), theme=LIGHT)


def test_empty_frame() -> None:
    """Nothing to draw is said in words, in a chart without axes or land."""
    figure = map.routes(EMPTY, theme=LIGHT)

    assert len(figure.data) == 0
    assert figure.layout.annotations[0].text == "Nothing printed for this choice"


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_no_third_party_draws_the_land(theme) -> None:
    """Plain SVG traces on plain axes: no geo, no tiles, no address; land in the colour of the panel."""
    rendered = json.loads(map.routes(BOTH, theme=theme).to_json())

    assert {trace["type"] for trace in rendered["data"]} == {"scatter"}
    assert not {"geo", "map", "mapbox", "images"} & set(rendered["layout"])
    assert "http" not in json.dumps(rendered)
    assert (rendered["data"][0]["meta"], rendered["data"][0]["fillcolor"]) == ("land", theme.panel)


def test_outlines() -> None:
    """The file is small, stays in its bounds, and has the Caspian as water and its shores as land."""
    corners = [corner for ring in outlines.land() for corner in ring]

    assert Path(outlines.__file__).with_name("outlines.json").stat().st_size < 120_000
    assert all(25 <= lat <= 58 and 8 <= lon <= 100 for lat, lon in corners)
    assert [on_land(*place) for place in ((42, 50.5), (43.5, 34), (40.4, 49), (43.7, 52), (41.7, 44.8))] == [
        False,
        False,
        True,
        True,
        True,
    ]


def on_land(lat: float, lon: float) -> bool:
    """Whether a place lies in a ring: a ray to the east crosses its border an odd number of times."""
    return any(crossings(ring, lat, lon) % 2 for ring in outlines.land())


def crossings(ring: outlines.Ring, lat: float, lon: float) -> int:
    legs = zip(ring, [*ring[1:], ring[0]], strict=True)
    crossed = [(one, two) for one, two in legs if (one[0] > lat) != (two[0] > lat)]
    return sum(lon < x + (lat - y) / (to_y - y) * (to_x - x) for (y, x), (to_y, to_x) in crossed)


def test_extent() -> None:
    """All waypoints with a margin; the far east is cut off and seen as far as there is room."""
    near, far = map.extent(BTC), map.extent(pd.concat([BTC, route("East", TBILISI, ALMATY)]))

    assert (near.south, near.north) == pytest.approx((36.75, 42.0), abs=0.01)
    assert (near.west, near.east, near.toward) == (
        pytest.approx(34.99, abs=0.01),
        pytest.approx(50.29, abs=0.01),
        "center",
    )
    assert (far.east, far.toward) == (map.WHOLE.east, "left")


def test_a_single_place_has_land_around_it() -> None:
    """A route of 40 km is seen with some degrees around it."""
    view = map.extent(route("short", TBILISI, TBILISI))

    assert (view.north - view.south, view.east - view.west) == (pytest.approx(4), pytest.approx(4))


def test_one_scale_on_both_axes_and_no_zoom() -> None:
    """Where there is more room than the view needs, more of the land is seen, never a stretched one."""
    layout = map.routes(BOTH, theme=LIGHT, view=map.CAUCASUS).layout

    assert (layout.yaxis.scaleanchor, layout.yaxis.scaleratio) == ("x", 1)
    assert (layout.xaxis.constrain, layout.yaxis.constrain) == ("range", "range")
    assert layout.yaxis.range is None
    assert (layout.yaxis.autorangeoptions.clipmin, layout.yaxis.autorangeoptions.clipmax) == (38.2, 43.2)
    assert (layout.dragmode, layout.xaxis.fixedrange, layout.yaxis.fixedrange) == (False, True, True)


def test_names_never_cover_each_other() -> None:
    """No two names meet on a phone, and a route's name has the route's colour."""
    figure = map.routes(BOTH, theme=LIGHT)
    box = map.extent(BOTH).box
    pixel = (box.right - box.left) / places.PHONE_WIDTH
    sides = {"left": 1, "right": -1, "center": 0, "bottom": 1, "top": -1, "middle": 0}
    boxes = [
        seats.Seat(
            note.text.replace("<br>", " "), (note.x, note.y), sides[note.xanchor], sides[note.yanchor]
        ).box(pixel)
        for note in figure.layout.annotations
    ]

    assert not [(one, two) for at, one in enumerate(boxes) for two in boxes[:at] if one.meets(two)]
    named = {note.text: note.font.color for note in figure.layout.annotations if note.name == "route"}
    assert named == dict.fromkeys(("BTC", "Western"), LIGHT.ink(LIGHT.hues["red"]))


def test_a_name_without_room_is_left_out() -> None:
    """The second of two names at one place has no seat."""
    seating = seats.Seating([], 0.1)
    at = seats.Seat("Baku", (0, 0))

    assert seating.take([at]) == at
    assert seating.take([at]) is None


def test_a_name_stands_where_its_line_is_alone() -> None:
    """Near the middle of a line unless another runs there."""
    line = [(0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (3.0, 0.0), (4.0, 0.0)]

    assert next(seats.beside("BTC", line, others=[], enough=1)).at == (2, 0)
    assert next(seats.beside("BTC", line, others=[(1.5, 0), (0, 0)], enough=2)).at == (4, 0)
