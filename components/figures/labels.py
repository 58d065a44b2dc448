"""Words at the ends of lines, in their colours: wrapped for a phone, and moved apart where they collide."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Any, NamedTuple

from components.figures.axes import per_pixel
from components.figures.notes import escape
from components.figures.theme import PLOT_HEIGHT, SMALL_SIZE, Theme

WRAP_AT = 17
LINE_HEIGHT = 15.6
APART = 4
CHARACTER_WIDTH = 6.1
BESIDE_LINE = 8


class EndLabel(NamedTuple):
    """A label at the value where its line ends, and for labels within the plot the x where it does."""

    words: str
    value: float
    colour: str
    x: float = 0


def margin(words: Sequence[str]) -> int:
    """Pixels that the widest of these labels takes beside the plot."""
    widest = max((len(line) for text in words for line in _lines(text)), default=0)
    return round(widest * CHARACTER_WIDTH) + 2 * BESIDE_LINE if widest else BESIDE_LINE


def at_ends(labels: Sequence[EndLabel], span: tuple[float, float], theme: Theme) -> list[dict[str, Any]]:
    """Plotly's annotations for labels in the right margin, each as near to its value as the others allow."""
    place = {"x": 1, "xref": "paper"}
    return [{**_annotation(label, theme), **place} for label in _moved_apart(labels, span)]


def within(labels: Sequence[EndLabel], span: tuple[float, float], theme: Theme) -> list[dict[str, Any]]:
    """Plotly's annotations for labels right of the points where their lines end, neighbours moved apart."""
    moved = [label for group in _neighbours(labels) for label in _moved_apart(group, span)]
    ground = {"bgcolor": theme.paper, "borderpad": 1}
    return [{**_annotation(label, theme), "x": label.x, **ground} for label in moved]


def _neighbours(labels: Sequence[EndLabel]) -> list[list[EndLabel]]:
    """Labels that end at the same x or one beside it, newest first."""
    groups: list[list[EndLabel]] = []
    for label in sorted(labels, key=lambda label: label.x):
        if groups and label.x - groups[-1][-1].x <= 1:
            groups[-1].append(label)
        else:
            groups.append([label])
    return groups


def _moved_apart(labels: Sequence[EndLabel], span: tuple[float, float]) -> list[EndLabel]:
    low, scale = span[0], per_pixel(span)
    sizes = [len(_lines(label.words)) * LINE_HEIGHT + APART for label in labels]
    pixels = spread([(label.value - low) / scale for label in labels], sizes, PLOT_HEIGHT)
    return [label._replace(value=low + pixel * scale) for label, pixel in zip(labels, pixels, strict=True)]


def spread(wanted: Sequence[float], sizes: Sequence[float], room: float) -> list[float]:
    """Centres as near as possible to those wanted, so that no two labels overlap and none leaves the room.

    Where all do not fit they share the room evenly.
    """
    squeeze = min(1.0, room / (sum(sizes) or 1.0))
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    blocks: list[_Block] = []
    for index in order:
        blocks.append(_Block.of(index, wanted[index], sizes[index] * squeeze, room))
        while len(blocks) > 1 and blocks[-2].top > blocks[-1].bottom:
            upper, lower = blocks.pop(), blocks.pop()
            blocks.append(lower.joined(upper, room))
    placed = {index: centre for block in blocks for index, centre in block.centres()}
    return [placed[index] for index in range(len(wanted))]


class _Block(NamedTuple):
    """Labels that touch: `bottom` is where the lowest begins, `offset` what each would have liked of it."""

    members: tuple[tuple[int, float], ...]
    offsets: tuple[float, ...]
    bottom: float

    @classmethod
    def of(cls, index: int, wanted: float, size: float, room: float) -> "_Block":
        return cls(((index, size),), (wanted - size / 2,), min(max(wanted - size / 2, 0.0), room - size))

    @property
    def size(self) -> float:
        return sum(size for _, size in self.members)

    @property
    def top(self) -> float:
        return self.bottom + self.size

    def joined(self, upper: "_Block", room: float) -> "_Block":
        members = self.members + upper.members
        offsets = self.offsets + tuple(offset - self.size for offset in upper.offsets)
        size = self.size + upper.size
        return _Block(members, offsets, min(max(sum(offsets) / len(offsets), 0.0), room - size))

    def centres(self) -> list[tuple[int, float]]:
        starts = [self.bottom + sum(size for _, size in self.members[:n]) for n in range(len(self.members))]
        return [(index, start + size / 2) for start, (index, size) in zip(starts, self.members, strict=True)]


def _annotation(label: EndLabel, theme: Theme) -> dict[str, Any]:
    place = {
        "y": label.value,
        "xanchor": "left",
        "yanchor": "middle",
        "xshift": BESIDE_LINE,
        "showarrow": False,
    }
    font = {"size": SMALL_SIZE, "color": theme.ink(label.colour)}
    words = "<br>".join(escape(line) for line in _lines(label.words))
    return {"text": words, "name": "end label", "align": "left", "font": font, **place}


def _lines(words: str) -> list[str]:
    return wrap(words, WRAP_AT, break_on_hyphens=False)
