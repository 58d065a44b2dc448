"""Colours mean something, stand out from the paper and can be told apart."""

import itertools
from collections.abc import Iterator

import pytest

from components.figures.theme import (
    ALIKE,
    AREA_HUES,
    MARK_CONTRAST,
    TEXT_CONTRAST,
    THEMES,
    Theme,
    colours,
    contrast,
)
from tests.drawing import LIGHT, frame, row


def test_a_country_has_its_colour_everywhere() -> None:
    """The first maker of a country takes it, on light paper and on dark."""
    makers = frame([row("2024", 1, label=code, reporter=code) for code in AREA_HUES])

    for theme in THEMES.values():
        assert colours(makers, theme) == {code: theme.hues[hue] for code, hue in AREA_HUES.items()}


def test_makers_get_colours_in_order_and_the_rest_is_grey() -> None:
    """No colour twice, never more than six, and none that is easily taken for another."""
    makers = frame([row("2024", 1, label=name) for name in "abcdefgh"])
    given_out = list(colours(makers, LIGHT).values())
    hues = {colour: hue for hue, colour in LIGHT.hues.items()}

    assert [hues[colour] for colour in given_out] == ["teal", "sky", "olive", "red", "blue", *["grey"] * 3]


def test_a_colour_waits_for_its_country() -> None:
    """A maker of no country that comes first leaves gold to Kazakhstan."""
    rows = [
        row("2024", 1, label="Reuters", reporter=None),
        row("2024", 1, label="KazTransOil", reporter="KAZ"),
    ]

    assert colours(frame(rows), LIGHT) == {"Reuters": LIGHT.hues["sky"], "KazTransOil": LIGHT.hues["gold"]}


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_marks_and_words_stand_out(theme: Theme) -> None:
    """Marks have 3:1 and the words of labels 4.5:1 against the paper."""
    assert {
        hue for hue, colour in theme.hues.items() if contrast(colour, theme.paper) < MARK_CONTRAST
    } == set()
    assert all(contrast(theme.ink(colour), theme.paper) >= TEXT_CONTRAST for colour in theme.hues.values())


def test_contrast_is_that_of_the_standard() -> None:
    """Black on white has 21:1, a colour on itself 1:1."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#0B6E69", "#0B6E69") == 1


# full loss of one kind of cone: Machado, Oliveira and Fernandes 2009, on linear RGB
BLIND = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.3039),
    ),
}
XYZ = (
    (0.4338908, 0.3762349, 0.1898430),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0177566, 0.1094680, 0.8728893),
)


def seen(colour: str, matrix: tuple[tuple[float, ...], ...]) -> tuple[float, float, float]:
    """A colour in CIE L*a*b* as someone sees it who lacks one kind of cone."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    lacking = [min(max(sum(a * b for a, b in zip(line, linear, strict=True)), 0), 1) for line in matrix]
    white = [sum(a * b for a, b in zip(line, lacking, strict=True)) for line in XYZ]
    x, y, z = (each ** (1 / 3) if each > 0.008856 else 7.787 * each + 16 / 116 for each in white)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def alike(theme: Theme) -> Iterator[frozenset[str]]:
    """Pairs of hues less than ΔE 10 apart for some reader."""
    for one, other in itertools.combinations(theme.hues, 2):
        for matrix in BLIND.values():
            pair = seen(theme.hues[one], matrix), seen(theme.hues[other], matrix)
            if sum((a - b) ** 2 for a, b in zip(*pair, strict=True)) < 100:
                yield frozenset({one, other})


def test_colours_that_someone_cannot_tell_apart_are_known() -> None:
    """Every pair that fails in a simulation is one that free colours never make in a chart."""
    assert {pair for theme in THEMES.values() for pair in alike(theme)} == set(ALIKE)
