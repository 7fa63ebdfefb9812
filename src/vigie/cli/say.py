"""The terminal's words, in French or English, and the console that they go to."""

import locale
import os
import sys
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from rich.console import Console

Language = Literal["fr", "en"]
out = Console(highlight=False)
err = Console(stderr=True, highlight=False)
_CONTROLS = (*(set(range(32)) - {9, 10}), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_UNSHOWN = dict.fromkeys(_CONTROLS, "�")


@lru_cache(maxsize=1)
def _messages() -> dict[str, dict[str, str]]:
    return tomllib.loads((files(__package__) / "messages.toml").read_text(encoding="utf-8"))


def language() -> Language:
    """VIGIE_LANG, else the language of the session; English where that is neither French nor English."""
    told = (
        os.environ.get("VIGIE_LANG")
        or os.environ.get("LC_ALL")
        or os.environ.get("LC_MESSAGES")
        or os.environ.get("LANG")
    )
    return "fr" if (told or locale.getlocale()[0] or "").lower().startswith("fr") else "en"


def say(key: str, **values: object) -> str:
    """A sentence of the command line in the language of the session."""
    return _messages()[language()][key].format_map(values)


def plain(words: str) -> str:
    """Words from outside as a terminal may show them: no escape sequences, nothing that turns the line round.

    One character stands for one, so that offsets hold.
    """
    return words.translate(_UNSHOWN)


def complain(message: str) -> None:
    """An error for a person: one line on standard error."""
    err.print(
        f"[bold red]{say('error')}[/] {message}", soft_wrap=True, markup=True
    ) if sys.stderr.isatty() else err.print(f"{say('error')}: {message}", markup=False, soft_wrap=True)
