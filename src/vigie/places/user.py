"""Gazetteers of the user: a GeoNames country dump or an OCHA table of p-codes becomes a table beside the built one."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

from vigie.values import Level, Problem

from .build import CURATED, Row, write_table
from .gazetteer import gazetteer, user_directory

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
    "0": ("country", 400.0), "1": ("province", 70.0), "2": ("district", 30.0), "3": ("district", 20.0), "4": ("town", 8.0),
    "": ("quarter", 4.0),
}  # fmt: skip
NAME = re.compile(r"(?:ADM(?P<depth>\d)|NAME)_(?P<language>[A-Z]{2})", re.IGNORECASE)
LATITUDE, LONGITUDE = ("LATITUDE", "LAT", "Y", "CENTER_LAT"), ("LONGITUDE", "LON", "LONG", "X", "CENTER_LON")
ISO3 = {"SY": "SYR", "IQ": "IRQ", "YE": "YEM", "LY": "LBY", "ML": "MLI", "NE": "NER", "BF": "BFA", "TD": "TCD",
        "NG": "NGA", "CM": "CMR", "CF": "CAF", "CD": "COD", "SD": "SDN", "SS": "SSD", "SO": "SOM", "ET": "ETH",
        "MZ": "MOZ", "UA": "UKR", "AF": "AFG", "PK": "PAK", "PS": "PSE", "LB": "LBN", "IL": "ISR", "TR": "TUR",
        "RU": "RUS", "AM": "ARM", "AZ": "AZE", "GE": "GEO", "IN": "IND", "PH": "PHL", "MM": "MMR", "CO": "COL",
        "BI": "BDI", "RW": "RWA", "UG": "UGA", "KE": "KEN", "EG": "EGY", "TN": "TUN", "DZ": "DZA", "HT": "HTI"}  # fmt: skip


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
            country=ISO3.get(cells[8], cells[8]) or None, population=int(cells[14] or 0),
        )  # fmt: skip
    except (ValueError, IndexError, KeyError) as error:
        return Problem(file=str(path), place=f"line {number}", reason=f"not a GeoNames line: {error}")


def _ocha(path: Path, lines: list[str]) -> Iterator[Row | Problem]:
    delimiter = "\t" if lines and "\t" in lines[0] else ","
    table = csv.DictReader(lines, delimiter=delimiter)
    columns = {name.upper(): name for name in table.fieldnames or () if name}
    depth, names = _name_columns(columns)
    lat, lon = (next((columns[n] for n in group if n in columns), None) for group in (LATITUDE, LONGITUDE))
    code = columns.get(f"ADM{depth}_PCODE" if depth else "PCODE")
    if not (names and _given(lat) and _given(lon) and _given(code)):
        yield Problem(file=str(path), place="header", reason="no GeoNames dump, no table of p-codes with coordinates")
        return
    level, km = OCHA.get(depth, OCHA["4"])
    for number, cells in enumerate(table, 2):
        try:
            known = [cells[n].strip() for n in names if cells.get(n)]
            pcode = cells[code].strip()
            outer = next(
                (cells[c] for c in table.fieldnames or () if c.upper().endswith("PCODE") and cells[c][:2] in ISO3), ""
            )
            yield Row(
                id=f"pcode:{pcode}", name=known[0], names=known, lat=_degrees(cells[lat], 90),
                lon=_degrees(cells[lon], 180), km=km, level=level, country=ISO3.get(outer[:2]), flags=CURATED,
            )  # fmt: skip
        except (ValueError, IndexError, TypeError, AttributeError) as error:
            yield Problem(file=str(path), place=f"line {number}", reason=f"not a place: {error}")


def _name_columns(columns: dict[str, str]) -> tuple[str, list[str]]:
    """The depth of the finest division named («» for quarters) and its columns, French first."""
    found = [(m["depth"] or "", m["language"].upper(), columns[c]) for c in columns if (m := NAME.fullmatch(c))]
    if not found:
        return "", []
    depth = "" if any(d == "" for d, _, _ in found) else max(d for d, _, _ in found)
    own = sorted((language != "FR", language, column) for d, language, column in found if d == depth)
    return depth, [column for _, _, column in own]


def _given(column: str | None) -> TypeGuard[str]:
    return column is not None


def _degrees(cell: str, limit: int) -> float:
    value = float(cell)
    if not -limit <= value <= limit:
        raise ValueError(f"{value} degrees")
    return value
