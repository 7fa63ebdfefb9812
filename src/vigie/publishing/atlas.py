"""The map that a reader moves: Leaflet, where Node put it into the package, and the data that assets/atlas.js draws.

The base map goes along as lines of a hundredth of a degree: whole near places of the record, thinned elsewhere, so that
no tile is asked of anybody. Without Leaflet nothing of this is written, and the server's SVG is the map (maps.py).
"""

import gzip
import json
from collections.abc import Iterator, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import accumulate
from typing import Any

from .. import values as v
from .index_data import statement
from .maps import Drawn

_NEAR = 6  # degrees around a place within which the base map is kept whole
_THIN = 5  # elsewhere, one point in so many
Cell = tuple[int, int]


def leaflet() -> dict[str, bytes]:
    """Leaflet's files by their names in the site; none where the package was built without Node."""
    folder = files("vigie.publishing").joinpath("assets/leaflet")
    return dict(_below(folder, "assets/leaflet")) if folder.is_dir() else {}


def _below(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for one in folder.iterdir():
        path = f"{name}/{one.name}"
        if one.is_dir():
            yield from _below(one, path)
        else:
            yield path, one.read_bytes()


def script(drawn: Drawn, status: str) -> str:
    """A file that gives `window.vigieAtlas`: `spots` [lat, lon, km, name] by number, and the base map:
    `arcs` (first point, then steps), `countries` [polygon [ring [arc number]]], `lines`."""
    near = _around(drawn.places)
    base, lines = _packed("basemap"), _packed("divisions")
    data = {
        "status": status,
        "spots": [[round(p.lat, 3), round(p.lon, 3), round(p.km, 1), p.name] for p in drawn.places],
        "grid": base["grid"],
        "arcs": [arc if _touches(arc, base["grid"], near) else _thinned(arc) for arc in base["arcs"]],
        "countries": [polygons for _, _, polygons in base["countries"]],
        "lines": [arc for arc in lines["arcs"] if _touches(arc, lines["grid"], near)],
    }
    return statement("vigieAtlas", data)


def _packed(name: str) -> dict[str, Any]:
    packed = files("vigie.publishing").joinpath(f"data/{name}.json.gz").read_bytes()
    found: dict[str, Any] = json.loads(gzip.decompress(packed))
    return found


def _around(places: Sequence[v.Place]) -> set[Cell]:
    """The cells of a few degrees in and beside which there are places."""
    own = {_cell(place.lon, place.lat) for place in places}
    return {(x + i, y + j) for x, y in own for i in (-1, 0, 1) for j in (-1, 0, 1)}


def _cell(lon: float, lat: float) -> Cell:
    return int(lon // _NEAR), int(lat // _NEAR)


def _points(arc: list[int]) -> list[tuple[int, int]]:
    return list(zip(accumulate(arc[::2]), accumulate(arc[1::2]), strict=True))


def _touches(arc: list[int], grid: int, near: set[Cell]) -> bool:
    return any(_cell(x / grid, y / grid) in near for x, y in _points(arc))


def _thinned(arc: list[int]) -> list[int]:
    """One point in `_THIN`, and both ends, where other arcs begin."""
    points = _points(arc)
    kept = points[:-1:_THIN] + points[-1:]
    steps = [(x - px, y - py) for (px, py), (x, y) in zip([(0, 0), *kept], kept, strict=False)]
    return [part for step in steps for part in step]
