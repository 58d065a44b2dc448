"""The land of the map of routes, as the app itself serves it: no tile, no outline from a third party.

outlines.json was made once from Natural Earth (public domain), as the npm package world-atlas 2.0.2 has it in
countries-50m.json: its arcs simplified one by one with a tolerance of 0.04 degrees (so that neighbours keep
one border; shapely's `simplify`), joined to the outer rings of each country, cut to 8–100° E and 25–58° N,
pieces under 0.04 square degrees left out, rounded to two decimals. The Caspian is no country's, so its shore
is drawn; the Aral Sea and all other lakes are not cut out.
"""

import json
from functools import lru_cache
from pathlib import Path

Ring = list[tuple[float, float]]
"""The corners (lat, lon) of a piece of land; the last is joined to the first."""


@lru_cache(maxsize=1)
def land() -> tuple[Ring, ...]:
    """Each piece of land of each country."""
    file = Path(__file__).with_name("outlines.json")
    rings = json.loads(file.read_text(encoding="utf-8"))["land"]
    return tuple(list(zip(ring[1::2], ring[::2], strict=True)) for ring in rings)
