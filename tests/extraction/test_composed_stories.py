"""Stories put together by chance out of sentences that are read right alone: a lead, what it was like, who else was hurt,
an older act, one elsewhere, the toll of the war, in any order. What a figure is and who did it does not depend on what
stands around it (`composed_stories.toml`).
"""

import datetime as dt
import random
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from events_told import claims

from vigie.values import Harm

DAY = dt.date(2020, 6, 16)
STORIES = 12  # of each of the seven
MIDDLE, TAIL = ("detail", "extra", "detail"), ("old", "other", "war", "react")
Sentence = dict[str, Any]
SENTENCES: list[Sentence] = tomllib.loads(
    (Path(__file__).parent / "composed_stories.toml").read_text(encoding="utf-8")
)["sentence"]


def _story(name: str, chance: random.Random) -> list[Sentence]:
    """A lead, some sentences of the news, some of the background; every part may be left out but the lead."""
    of = [one for one in SENTENCES if one["story"] == name]
    parts = {part: [one for one in of if one["part"] == part] for part in ("lead", *MIDDLE, *TAIL)}
    middle = [chance.choice(parts[part]) for part in MIDDLE if chance.random() < 0.85]
    tail = [chance.choice(parts[part]) for part in TAIL if parts[part] and chance.random() < 0.75]
    chance.shuffle(middle)
    chance.shuffle(tail)
    return [chance.choice(parts["lead"]), *middle, *tail]


def _stories() -> Iterator[list[Sentence]]:
    chance = random.Random(2016)
    for name in sorted({one["story"] for one in SENTENCES}):
        yield from (_story(name, chance) for _ in range(STORIES))


def _told(harm: Harm) -> dict[str, object]:
    return {
        "by": harm.by,
        "said": harm.said_by,
        "method": harm.method,
        "scope": harm.scope,
        "place": harm.place.name if harm.place else None,
        "when": [harm.when.start.isoformat(), harm.when.end.isoformat()] if harm.when else None,
    }


@pytest.mark.parametrize("story", list(_stories()), ids=lambda story: story[0]["story"])
def test_a_figure_keeps_what_is_its_own(story: list[Sentence]) -> None:
    text = " ".join(one["text"] for one in story)
    harms = [claim for claim in claims(text, DAY) if isinstance(claim, Harm)]
    for sentence in story:
        for figure in sentence.get("figures", ()):
            wanted = {name: value for name, value in figure.items() if name not in ("count", "outcome")}
            found = [_told(h) for h in harms if (h.low, h.outcome) == (figure["count"], figure["outcome"])]
            assert [{name: told[name] for name in wanted} for told in found] == [wanted], (sentence["text"], text)
