"""Small words beside an act that tell how it is told: as a fact, a habit, a fear,
one more act. They are data of the pack.
"""

import tomllib
from collections.abc import Iterable
from functools import lru_cache

from .lexicon import pack_folder
from .sought import Sought
from .units import Unit


@lru_cache(maxsize=4)
def cues(language: str) -> dict[str, Sought]:
    """The lists of `cues_events.toml`, each as one pattern: most are for the beginning of a word."""
    data = tomllib.loads((pack_folder(language) / "cues_events.toml").read_text(encoding="utf-8"))
    return {name: Sought("|".join(stems)) for name, stems in data.items()}


def told(name: str, units: Iterable[Unit], language: str = "fr") -> bool:
    """Whether a word of that list stands among the units."""
    begins = cues(language)[name].begins
    return any(begins[unit.low] for unit in units)
