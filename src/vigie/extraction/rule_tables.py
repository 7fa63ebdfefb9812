"""What a rule file of control or diplomacy says beside its rules: borrowed words, objects, lists, pairs."""

import re
import tomllib
from functools import lru_cache
from typing import Any, NamedTuple

from .lexicon import expand, pack_folder


class Borrowed(NamedTuple):
    """The letter and value that a word has for one kind of rules."""

    letter: str
    value: str


@lru_cache(maxsize=8)
def rule_file(language: str, name: str) -> dict[str, Any]:
    """The whole of `rules_<name>.toml`, read once."""
    return tomllib.loads((pack_folder(language) / f"rules_{name}.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=8)
def borrowed(language: str, name: str) -> dict[str, Borrowed]:
    """The `[[borrow]]` rows of `rules_<name>.toml`, by form."""
    data = rule_file(language, name)
    rows = [(form, row) for row in data.get("borrow", []) for form in row["forms"]]
    found: dict[str, Borrowed] = {}
    for form, row in rows:
        for spelling in expand(form):
            found.setdefault(spelling, Borrowed(row["letter"], row.get("value", "")))
    return found


@lru_cache(maxsize=8)
def objects(language: str, name: str) -> dict[str, re.Pattern[str]]:
    """The `[objects]` patterns of `rules_<name>.toml`: what may stand between a word and what it acts on."""
    data = rule_file(language, name)
    macros = data["macros"]
    patterns: dict[str, str] = data["objects"]
    return {key: re.compile(re.sub(r"\{([A-Z]+)\}", lambda m: macros[m.group(1)], p)) for key, p in patterns.items()}


@lru_cache(maxsize=8)
def spokesmen(language: str, name: str) -> frozenset[str]:
    """The `spokesmen` of `rules_<name>.toml`: words for those who belong to a party."""
    data = rule_file(language, name)
    return frozenset(data["spokesmen"])


@lru_cache(maxsize=8)
def word_lists(language: str, name: str) -> dict[str, tuple[str, ...]]:
    """The `[lists]` of `rules_<name>.toml`: words, or how they begin, that a condition in code asks for."""
    data = rule_file(language, name)
    return {key: tuple(words) for key, words in data.get("lists", {}).items()}


@lru_cache(maxsize=8)
def pairs(language: str, name: str) -> dict[str, dict[str, list[str]]]:
    """The `[pairs]` of `rules_<name>.toml`: what a word must act on to be an act, by the act that it then is."""
    data = rule_file(language, name)
    return dict(data.get("pairs", {}))
