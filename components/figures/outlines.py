"""Outlines of countries from the Atlantic to the Yellow Sea, served by the app itself.

Natural Earth 1:50m, in the public domain, from the npm package world-atlas 2.0.2 (countries-50m.json): cut
to 2° W–122° E and 24–60° N, simplified to 0.06°, rings under 0.15 square degrees dropped, two decimals kept.
"""

import json
from functools import lru_cache
from importlib.resources import files

Ring = list[tuple[float, float]]


@lru_cache(maxsize=1)
def rings() -> list[Ring]:
    """Closed rings of (longitude, latitude) in degrees."""
    text = files("components.figures").joinpath("outlines.json").read_text(encoding="utf-8")
    return [[(lon, lat) for lon, lat in ring] for ring in json.loads(text)]
