"""The data files that linking reads: match weights, families of acts, actors that stand for one another, words."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML file `name` of the vocabulary's folder `linking`; it is package data and never changes in a run."""
    path = resources.files("vigie.vocabulary") / "data" / "linking" / f"{name}.toml"
    return tomllib.loads(path.read_text("utf-8"))
