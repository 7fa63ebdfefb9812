"""The list as data for the script: short rows, with labels that repeat kept once."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .cards import Card
from .material import Material

_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


class _Table:
    """Labels numbered as they come."""

    def __init__(self) -> None:
        self.numbers: dict[tuple[str, str], int] = {}

    def add(self, pairs: Iterable[tuple[str, str]]) -> list[int]:
        return [self.numbers.setdefault(pair, len(self.numbers)) for pair in pairs]

    def listed(self) -> list[tuple[str, str]]:
        return list(self.numbers)


def script(
    cards: Sequence[Card], material: Material, outcomes: Sequence[tuple[str, str]], spots: Mapping[str, int]
) -> str:
    """A file that gives `window.vigieIndex`: a script, because a page opened from a disk may not fetch.

    `rows`: page, kind, title, type number, place, day, start, end, figures [[outcome number, range]…], claimant
    numbers, actor numbers, contradictions, claims, origins, coarse, quote, killed, outcome numbers, party numbers,
    topic, number of the spot on a map (-1: none), whether it happened.
    """
    claimants, actors, types, told = _Table(), _Table(), _Table(), _Table()
    told.add(outcomes)
    rows = [
        [
            c.page, c.kind, c.title, types.add([(c.type, c.type)])[0], c.place, c.day, c.start, c.end,
            [[told.add([(o, label)])[0], text] for o, label, text in c.figures], claimants.add(c.claimants),
            actors.add(c.actors), c.contradictions, c.claims, c.origins, int(c.coarse), c.quote, c.killed,
            [told.numbers[pair] for pair in outcomes if pair[0] in c.outcomes], actors.add(c.parties),
            c.topic, spots.get(c.id, -1), c.realis,
        ]
        for c in cards
    ]  # fmt: skip
    data = {
        "status": material.policy.status, "claimants": claimants.listed(), "actors": actors.listed(),
        "types": [one for one, _ in types.listed()], "outcomes": told.listed(), "rows": rows,
    }  # fmt: skip
    return statement("vigieIndex", data)


def statement(name: str, data: Mapping[str, Any]) -> str:
    """A script of one statement that sets `window.NAME`: the data are one string, with no sign that ends a script."""
    packed = json.dumps(json.dumps(data, ensure_ascii=False, separators=(",", ":")), ensure_ascii=False)
    return f"window.{name}=JSON.parse({packed.translate(_ESCAPES)});\n"
