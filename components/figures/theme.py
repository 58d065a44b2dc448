"""The colours of the charts and what they mean, on the light and the dark page, and the layout all share."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

FONT = "Source Sans, sans-serif"
TEXT_SIZE = 13
SMALL_SIZE = 12
HEIGHT = 340
MARGIN_TOP, MARGIN_BOTTOM, KEY_LINE = 34, 30, 17
_SPECIAL = re.compile("[&<>${]")
MOST_COLOURS = 6
PLOT_HEIGHT = HEIGHT - MARGIN_TOP - MARGIN_BOTTOM
MARK_CONTRAST, TEXT_CONTRAST = 3.0, 4.5

AREA_HUES: Mapping[str, str] = MappingProxyType(
    {"AZE": "teal", "KAZ": "gold", "USA": "blue", "TUR": "red", "EU": "plum", "ITA": "olive"}
)
LABEL_HUES: Mapping[str, str] = MappingProxyType(
    {"Azerbaijan": "teal", "Kazakhstan": "gold", "United States": "blue", "Türkiye": "red", "Italy": "olive"}
    | {"European Union": "plum", "Europe": "plum", "Gas": "teal", "Hydro": "blue", "Solar": "gold"}
    | {"Wind": "sky", "Oil": "red", "Bioenergy": "grey", "Waste": "grey", "Thermal": "teal"}
)
SPARE_HUES = ("sky", "olive", "red", "blue", "plum", "gold")
# pairs that a reader who lacks one of the three cone types can take for each other
ALIKE = (frozenset({"gold", "olive"}), frozenset({"sky", "plum"}))


Settings = dict[str, Any]
"""Settings of Plotly's, by their names."""


class Theme(NamedTuple):
    """The colours of one theme. `paper` is the page's own background; charts are transparent on it."""

    name: str
    paper: str
    panel: str
    text: str
    grid: str
    hues: Mapping[str, str]

    @property
    def grey(self) -> str:
        """The colour of all that has none of its own."""
        return self.hues["grey"]

    @property
    def accent(self) -> str:
        """The one colour of a chart that needs only one."""
        return self.hues["teal"]

    def area(self, code: object) -> str:
        """The colour of a country; grey for those without their own."""
        return self.hues[AREA_HUES.get(code, "grey")] if isinstance(code, str) else self.grey

    def lighter(self, colour: str) -> str:
        """The colour of an estimate of what `colour` shows."""
        return mixed(colour, self.paper, 0.6)

    def ink(self, colour: str) -> str:
        """A colour that can be read as text: darker on light paper, brighter on dark, where it has to be."""
        return _readable(colour, self.text, self.paper)


_LIGHT = Theme(
    name="light",
    paper="#FCFBF8",
    panel="#F1EFE8",
    text="#1F2A30",
    grid="#DDD9CE",
    hues=MappingProxyType(
        {"teal": "#0B6E69", "gold": "#B07A12", "blue": "#3B5BA5", "red": "#B5403A"}
        # the grey of the first sketch, #9A9DA1, has 2.6:1 against this paper
        | {"sky": "#3C8FBF", "plum": "#6E3B7A", "olive": "#7A8B2E", "grey": "#86919A"}
    ),
)
_DARK = Theme(
    name="dark",
    paper="#11181C",
    panel="#1A2329",
    text="#E6E9EA",
    grid="#2C383F",
    hues=MappingProxyType(
        {"teal": "#3FB8AE", "gold": "#E0A93F", "blue": "#7F9CF0", "red": "#EF7B6E"}
        | {"sky": "#8CCBEF", "plum": "#C794D6", "olive": "#B3C45C", "grey": "#7F888E"}
    ),
)
THEMES: Mapping[str, Theme] = MappingProxyType({"light": _LIGHT, "dark": _DARK})


def colours(frame: pd.DataFrame, theme: Theme) -> dict[str, str]:
    """A colour for each label, in the order of the frame (reporter, label).

    A label that names a country or a source of energy has its colour, then the first label of a reporter
    that one's; others get one that no label has, up to six; the rest is grey.
    """
    makers = frame.drop_duplicates("label")
    hues = {label: hue for label in makers["label"] if (hue := fixed_hue(label))}
    if hues:
        makers = makers.assign(reporter=None)
    for label, code in zip(makers["label"], makers["reporter"], strict=True):
        hue = AREA_HUES.get(code)
        if hue and hue not in hues.values():
            hues[label] = hue
    for label in makers["label"]:
        hues.setdefault(label, _spare(hues.values()))
    return {label: theme.hues[hues[label]] for label in makers["label"]}


def fixed_hue(label: str) -> str | None:
    """The hue that means what a label names; None where it has no meaning of its own."""
    return LABEL_HUES.get(label)


def _spare(taken: Iterable[str]) -> str:
    used = set(taken) - {"grey"}
    if len(used) >= MOST_COLOURS:
        return "grey"
    free = (hue for hue in SPARE_HUES if hue not in used)
    return next((hue for hue in free if not any(frozenset({hue, other}) in ALIKE for other in used)), "grey")


def layout(
    theme: Theme,
    *,
    unit: str = "",
    key: Mapping[str, str] | None = None,
    right: int = 8,
    x: Settings | None = None,
    y: Settings | None = None,
    annotations: Sequence[Settings] = (),
) -> Settings:
    """The layout of every chart: the unit above the axis, no legend, faint grid, nothing to drag or zoom.

    `key` (label to colour) is written below the unit, for charts that have no lines to label at their ends.
    """
    lines = [unit, *(_key_line(label, colour, theme) for label, colour in (key or {}).items())]
    top = MARGIN_TOP + KEY_LINE * (len(lines) - 1)
    return {
        "template": go.layout.Template(),
        "height": HEIGHT + top - MARGIN_TOP,
        "margin": {"l": 8, "r": right, "t": top, "b": MARGIN_BOTTOM, "pad": 4},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": TEXT_SIZE, "color": theme.text},
        "title": _title("<br>".join(lines), theme),
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": _hover_label(theme),
        "barmode": "overlay",
        "separators": ".,",
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": theme.grey, "activecolor": theme.text},
        "xaxis": {**_axis(theme), "showgrid": False, **(x or {})},
        "yaxis": {**_axis(theme), "showgrid": True, "automargin": True, "nticks": 6, **(y or {})},
        "annotations": list(annotations),
    }


def _axis(theme: Theme) -> Settings:
    lines = {"zeroline": False, "zerolinecolor": theme.text, "showline": False, "gridcolor": theme.grid}
    numbers = {"exponentformat": "none", "separatethousands": True, "tickfont": {"size": SMALL_SIZE}}
    return {"fixedrange": True, "tickangle": 0, **lines, **numbers}


def empty(theme: Theme) -> go.Figure:
    """The chart of an empty frame: a sentence in place of axes."""
    place = {"x": 0.5, "y": 0.5, "xref": "paper", "yref": "paper", "showarrow": False}
    words = {"text": "Nothing printed for this choice", "name": "empty", "font": {"size": TEXT_SIZE}, **place}
    hidden = {"visible": False}
    return go.Figure(layout=layout(theme, x=hidden, y=hidden, annotations=[words]))


def escape(text: str) -> str:
    """Text as Plotly shows it unchanged: no tags, entities, templates, or formulas between dollars."""
    return _SPECIAL.sub(lambda sign: f"&#{ord(sign[0])};", text)


def mixed(colour: str, other: str, part: float) -> str:
    """`colour` with a part of another in it."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * part):02X}" for one, two in pairs)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours as WCAG 2 defines it, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=256)
def _readable(colour: str, text: str, paper: str) -> str:
    shades = (mixed(colour, text, step / 10) for step in range(11))
    return next(shade for shade in shades if contrast(shade, paper) >= TEXT_CONTRAST)


def _luminance(colour: str) -> float:
    linear = [_linear(channel / 255) for channel in _channels(colour)]
    return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _title(text: str, theme: Theme) -> dict[str, Any]:
    # Plotly sets the first of several lines 0.7 em higher than a single one
    top = 6 if "<br>" not in text else 6 + round(0.7 * SMALL_SIZE)
    place = {"x": 0, "xref": "container", "xanchor": "left", "y": 1, "yref": "container", "yanchor": "top"}
    font = {"size": SMALL_SIZE, "color": mixed(theme.text, theme.paper, 0.3)}
    return {"text": text, "font": font, "pad": {"t": top, "l": 4}, **place}


def _key_line(label: str, colour: str, theme: Theme) -> str:
    return f'<span style="color:{theme.ink(colour)}">● {escape(label)}</span>'


def _hover_label(theme: Theme) -> dict[str, Any]:
    font = {"family": FONT, "size": SMALL_SIZE, "color": theme.text}
    return {"bgcolor": theme.panel, "bordercolor": theme.grid, "font": font, "align": "left", "namelength": 0}
