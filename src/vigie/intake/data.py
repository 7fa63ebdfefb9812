"""The data files of the intake, read once."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The data file `name` (without its suffix) of `vocabulary/data/intake`."""
    text = files("vigie.vocabulary").joinpath("data", "intake", f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text)
