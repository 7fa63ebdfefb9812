"""Gazetteers of the user: a GeoNames country dump or an OCHA table of p-codes becomes a table beside the built one."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from vigie.values import Level, Problem, Value

from .build import CURATED, Row, write_table
from .gazetteer import gazetteer, user_directory
from .tables import read_table

GEONAMES_COLUMNS = 19
FEATURES: dict[str, tuple[Level, float]] = {
    "P": ("town", 8.0), "T": ("district", 15.0), "S": ("site", 4.0), "L": ("district", 25.0), "H": ("district", 25.0),
    "R": ("site", 4.0), "V": ("district", 25.0),
}  # fmt: skip
DIVISIONS: dict[str, tuple[Level, float]] = {
    "ADM1": ("province", 70.0),
    "PPLX": ("quarter", 4.0),
    "PCLI": ("country", 400.0),
}
OCHA: dict[str, tuple[Level, float]] = {
    "0": ("country", 400.0),
    "1": ("province", 70.0),
    "2": ("district", 30.0),
    "3": ("district", 20.0),
    "4": ("town", 8.0),
    "": ("quarter", 4.0),
}
NAME = re.compile(r"(?:ADM(?P<depth>\d)|NAME)_(?P<language>[A-Z]{2})", re.IGNORECASE)
LATITUDE, LONGITUDE = ("LATITUDE", "LAT", "Y", "CENTER_LAT"), ("LONGITUDE", "LON", "LONG", "X", "CENTER_LON")


@cache
def _iso3() -> dict[str, str]:
    return {row["alpha2"]: row["alpha3"] for row in read_table("iso3166")}


def add(path: Path, directory: Path | None = None) -> tuple[int, list[Problem]]:
    """Build a table from `path` under `directory` (default: the user's); (places added, rows that could not be read).

    GeoNames: the tab-separated dump of a country (19 columns, no header). OCHA: comma- or tab-separated, a header with
    `NAME_xx` or `ADMn_xx`, `PCODE` or `ADMn_PCODE`, latitude and longitude. Nothing readable leaves no table.
    """
    rows, problems = [], []
    for result in _read(path):
        if isinstance(result, Row):
            rows.append(result)
        else:
            problems.append(result)
    if rows:
        target = (directory or user_directory()) / path.stem
        target.parent.mkdir(parents=True, exist_ok=True)
        countries = frozenset(row.country for row in rows if row.country)
        write_table(rows, target, countries, countries)
        gazetteer.cache_clear()
    return len(rows), problems


def _read(path: Path) -> Iterator[Row | Problem]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        yield Problem(file=str(path), place="", reason=f"cannot be read as UTF-8 text: {error}")
        return
    lines = text.splitlines()
    if lines and lines[0].count("\t") == GEONAMES_COLUMNS - 1:
        yield from (_geonames(path, number, line.split("\t")) for number, line in enumerate(lines, 1))
    else:
        yield from _ocha(path, lines)


def _geonames(path: Path, number: int, cells: list[str]) -> Row | Problem:
    """One line of a dump: id, name, ascii, alternates, lat, lon, class, code, country, …, inhabitants (15th)."""
    try:
        level, km = (
            DIVISIONS.get(cells[7]) or FEATURES[cells[6]] if cells[6] != "A" else DIVISIONS.get(cells[7], OCHA["2"])
        )
        return Row(
            id=f"gn:{int(cells[0])}", name=cells[1], names=[cells[1], *filter(None, cells[3].split(","))],
            lat=_degrees(cells[4], 90), lon=_degrees(cells[5], 180), km=km, level=level,
            country=_iso3().get(cells[8]), population=max(0, int(cells[14] or 0)),
        )  # fmt: skip
    except (ValueError, IndexError, KeyError) as error:
        return Problem(file=str(path), place=f"line {number}", reason=f"not a GeoNames line: {error}")


class Columns(Value, frozen=True, kw_only=True):
    """Where an OCHA table keeps what a place needs; `codes` are all columns of p-codes, the outer ones included."""

    names: list[str]
    code: str
    lat: str
    lon: str
    codes: list[str]
    level: Level
    km: float


def _ocha(path: Path, lines: list[str]) -> Iterator[Row | Problem]:
    table = csv.DictReader(lines, delimiter="\t" if lines and "\t" in lines[0] else ",")
    try:
        columns = _columns(list(table.fieldnames or ()))
        if columns is None:
            yield Problem(file=str(path), place="header", reason="no GeoNames dump, no p-codes with coordinates")
            return
        yield from (_ocha_row(path, number, cells, columns) for number, cells in enumerate(table, 2))
    except csv.Error as error:
        yield Problem(file=str(path), place=f"line {table.line_num}", reason=f"not a table: {error}")


def _columns(header: list[str]) -> Columns | None:
    known = {name.upper(): name for name in header if name}
    depth, names = _name_columns(known)
    lat, lon = (next((known[n] for n in group if n in known), None) for group in (LATITUDE, LONGITUDE))
    code = known.get(f"ADM{depth}_PCODE" if depth else "PCODE")
    if not names or lat is None or lon is None or code is None:
        return None
    level, km = OCHA.get(depth, OCHA["4"])
    codes = [name for name in header if name.upper().endswith("PCODE")]
    return Columns(names=names, code=code, lat=lat, lon=lon, codes=codes, level=level, km=km)


def _ocha_row(path: Path, number: int, cells: dict[str, str], columns: Columns) -> Row | Problem:
    try:
        names = [cells[n].strip() for n in columns.names if cells.get(n)]
        country = next((found for c in columns.codes if (found := _iso3().get(cells[c][:2]))), None)
        return Row(
            id=f"pcode:{cells[columns.code].strip()}", name=names[0], names=names, lat=_degrees(cells[columns.lat], 90),
            lon=_degrees(cells[columns.lon], 180), km=columns.km, level=columns.level, country=country, flags=CURATED,
        )  # fmt: skip
    except (ValueError, IndexError, TypeError, AttributeError) as error:
        return Problem(file=str(path), place=f"line {number}", reason=f"not a place: {error}")


def _name_columns(columns: dict[str, str]) -> tuple[str, list[str]]:
    """The depth of the finest division named («» for quarters) and its columns, French first."""
    found = [(m["depth"] or "", m["language"].upper(), columns[c]) for c in columns if (m := NAME.fullmatch(c))]
    if not found:
        return "", []
    depth = "" if any(d == "" for d, _, _ in found) else max(d for d, _, _ in found)
    own = sorted((language != "FR", language, column) for d, language, column in found if d == depth)
    return depth, [column for _, _, column in own]


def _degrees(cell: str, limit: int) -> float:
    value = float(cell)
    if not -limit <= value <= limit:
        raise ValueError(f"{value} degrees")
    return value
