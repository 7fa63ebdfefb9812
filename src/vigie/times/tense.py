"""Does a day without a date lie ahead or behind? The verb that stands nearest before it in its clause tells."""

import re
from functools import cache
from typing import Literal, cast

from .data import rows

Tense = Literal["past", "future", "due"]
BREAK = re.compile(r"[.;!?\n»«\"]")
BEFORE, AFTER = 110, 70
TOLD, DEADLINE = "told", "before"  # classes of the table that are no tense
VERB = 60  # characters before a day among which the verb of its telling stands


@cache
def _signals() -> "re.Pattern[str]":
    forms: dict[str, list[str]] = {}
    for row in rows("packs/fr/times_tense.tsv"):
        if row["class"] != TOLD:
            forms.setdefault(row["class"], []).append(row["form"])
    groups = (rf"(?P<{kind}>(?<![\w'-])(?:{'|'.join(some)})(?![\w-]))" for kind, some in forms.items())
    return re.compile("|".join(groups))


def tense(text: str, start: int, end: int) -> Tense | None:
    """`past`, `future`, `due` («devait»), or None where no verb tells: of the words at [start, end) of the text."""
    left = text[max(0, start - BEFORE) : start]
    cut = [m.end() for m in BREAK.finditer(left)]
    found = [m.lastgroup for m in _signals().finditer(left, cut[-1] if cut else 0)]
    if found:
        return _tense(found[-1])
    right = text[end : end + AFTER]
    stop = BREAK.search(right)
    after = [m.lastgroup for m in _signals().finditer(right, 0, stop.start() if stop else len(right))]
    return _tense(next((kind for kind in after if kind != DEADLINE), after[0])) if after else None


def _tense(kind: str | None) -> Tense:
    return "future" if kind == DEADLINE else cast("Tense", kind)


@cache
def _telling() -> "re.Pattern[str]":
    forms = "|".join(row["form"] for row in rows("packs/fr/times_tense.tsv") if row["class"] == TOLD)
    return re.compile(rf"(?<![\w'-])(?:{forms})(?: dès| tôt| tard| plus tard)? ?$")


def of_telling(text: str, start: int) -> bool:
    """«…, a annoncé mardi la police»: the day at an offset is that of the telling."""
    return _telling().search(text, max(0, start - VERB), start) is not None
