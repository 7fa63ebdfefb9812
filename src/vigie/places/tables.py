"""Reading the hand-written tables: tab-separated, one header line, UTF-8; a line that starts with # is a remark."""

from functools import cache
from pathlib import Path

from vigie.values import digest

BUILT_FROM = ("countries", "coverage", "divisions", "exonyms", "iso3166", "not_places", "points_")
HAND = Path(__file__).parents[1] / "vocabulary" / "data" / "places"


@cache
def read_table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `vocabulary/data/places/NAME.tsv` by column; missing cells are empty."""
    lines = (HAND / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    lines = [line for line in lines if line.strip() and not line.startswith("#")]
    header = lines[0].split("\t")
    return tuple(_row(header, line) for line in lines[1:])


def _row(header: list[str], line: str) -> dict[str, str]:
    cells = line.split("\t")
    return dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=False))


def fingerprint() -> str:
    """A digest of the tables that the built gazetteer is made from: it must be built again when this changes."""
    paths = sorted(path for path in HAND.glob("*.tsv") if path.stem.startswith(BUILT_FROM))
    return digest(line for path in paths for line in path.read_text(encoding="utf-8").splitlines())
