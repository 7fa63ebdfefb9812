"""Reading the times room's tables out of the vocabulary's data folder."""

import csv
from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a tab-separated table under `vocabulary/data`; lines that start with # are comments."""
    text = files("vigie.vocabulary").joinpath("data", *name.split("/")).read_text(encoding="utf-8")
    return parse(text)


def parse(text: str) -> tuple[dict[str, str], ...]:
    """The rows of the text of a table, by its header."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
