"""The interpreter of phrase and clause rules: regular expressions over class strings, kept as data in the pack.

A rule file is TOML: `[macros]` are named pieces of expression, `[[rule]]` has `name`, `pattern` (with `{MACRO}`) and
whatever settings its reader knows. Groups of the pattern are roles; the reader maps them back to units.
"""

import re
import tomllib
from functools import lru_cache
from typing import Any, NamedTuple

from .lexicon import pack_folder

LONGEST = 260  # units; class strings are cut there so that the cost of a rule stays bounded


class Rule(NamedTuple):
    """A compiled rule with its settings."""

    name: str
    pattern: re.Pattern[str]
    settings: dict[str, Any]


def _expand(pattern: str, macros: dict[str, str]) -> str:
    for _ in range(6):
        grown = re.sub(r"\{([A-Z_]+)\}", lambda m: macros[m.group(1)], pattern)
        if grown == pattern:
            return pattern
        pattern = grown
    raise ValueError(f"macros nest too deep in {pattern!r}")


@lru_cache(maxsize=32)
def load(language: str, name: str) -> tuple[Rule, ...]:
    """The rules of `rules_<name>.toml` of a pack, compiled, in order of preference."""
    data = tomllib.loads((pack_folder(language) / f"rules_{name}.toml").read_text(encoding="utf-8"))
    macros = data.get("macros", {})
    return tuple(
        Rule(
            row["name"],
            re.compile(_expand(row["pattern"], macros)),
            {k: v for k, v in row.items() if k not in ("name", "pattern")},
        )
        for row in data["rule"]
    )
