"""Our figures are those of the shared scorers, on claims that are right, wrong, missing and made up in every field."""

import importlib.util
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest

from vigie.evaluation import GoldDocument, as_claims, read_gold, score_gold, score_groups
from vigie.evaluation.gold import KINDS
from vigie.evaluation.sentences import lone_document
from vigie.values import Claim, Document, Incident, Interval

SHARED = Path(__file__).parents[2].parent / "shared"
pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the shared scorers are not here")


@pytest.fixture(scope="module")
def shared_scorers() -> Iterator[tuple[ModuleType, ModuleType]]:
    """The shared `score` and `link_score`, loaded from where they lie (the second imports the first by name)."""
    loaded = []
    for name in ("score", "link_score"):
        spec = importlib.util.spec_from_file_location(name, SHARED / "bench" / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
        loaded.append(module)
    yield loaded[0], loaded[1]
    del sys.modules["score"], sys.modules["link_score"]


CHANGES: dict[str, list[Any]] = {
    "when": [None, {"start": "2019-10-09", "end": "2019-10-12"}],
    "when_basis": ["assumed"],
    "place": [None, {"name": "X", "id": "x", "lat": 36.2, "lon": 37.2, "km": 20, "level": "town"}],
    "said_by": [[], ["AFP"], ["SOHR", "AFP"]],
    "by": [[], ["RUS"], ["SYR", "RUS"]],
    "certainty": ["hedged"],
    "qualifier": ["about", "vague"],
    "victims": ["people"],
    "count": [None, 3],
    "part_of": [None, "whole"],
    "type": ["Attack"],
    "actor": ["FRA"],
    "target": [None, "USA"],
    "extent": [None],
    "provisional": [True],
    "weapon": [[], ["drone"]],
}


def spoilt(claims: list[Claim], chance: random.Random) -> Iterator[Claim]:
    """Most claims as they are; some gone, some twice, many with a field or the span changed."""
    for number, claim in enumerate(claims):
        row = msgspec.to_builtins(claim)
        for copy in range(chance.choice([0, 1, 1, 1, 1, 2])):
            changed = {**row, "id": f"{number}-{copy}"}
            for name in chance.sample(sorted(CHANGES), 3):
                if name in row:
                    changed[name] = chance.choice(CHANGES[name])
            shift = chance.choice([0, 0, 0, 15, -18, 60, 400])
            changed["start"], changed["end"] = max(0, row["start"] + shift), max(1, row["end"] + shift)
            changed["mentions"] = [[row["start"] + 9, row["end"] + 9]] if chance.random() < 0.2 else []
            yield msgspec.convert(changed, Claim)


def coded(name: str) -> tuple[list[GoldDocument], list[dict[str, Any]]]:
    path = SHARED / "gold" / f"{name}.jsonl"
    return read_gold(path), [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def all_as_claims(gold: list[GoldDocument]) -> list[Claim]:
    required = [
        replace(one, entries={k: tuple(replace(e, optional=False) for e in one.of(k)) for k in KINDS}) for one in gold
    ]
    return as_claims(required, KINDS)


def dated(gold: list[GoldDocument], chance: random.Random) -> list[Document]:
    found = []
    for one in gold:
        published = Interval.day(one.published) if one.published and chance.random() < 0.7 else None
        found.append(msgspec.structs.replace(lone_document("x", one.doc), published=published))
    return found


@pytest.mark.parametrize(("name", "seed"), [("seeds", 1), ("seeds", 2), ("dev", 1), ("dev", 2), ("dev", 3)])
def test_the_same_figures(shared_scorers: tuple[ModuleType, ModuleType], name: str, seed: int) -> None:
    gold, rows = coded(name)
    chance = random.Random(seed)
    claims, documents = list(spoilt(all_as_claims(gold), chance)), dated(gold, chance)
    theirs = shared_scorers[0].score(rows, msgspec.to_builtins(documents), msgspec.to_builtins(claims))
    ours = score_gold(gold, documents, claims)
    assert msgspec.to_builtins(ours.dating) == theirs["dating"]
    for kind in KINDS:
        mine, other = ours.kinds[kind], theirs[kind]
        for one, measured in ((mine.detected, other["detected"]), (mine.complete, other["complete"])):
            assert [round(one.precision, 3), round(one.recall, 3), round(one.f1, 3)] == [
                measured["precision"], measured["recall"], measured["f1"],
            ]  # fmt: skip
            assert (round(one.low, 2), round(one.high, 2)) == measured["interval"]
            assert (one.gold, one.found) == (measured["gold"], measured["found"])
        assert {"claims": mine.invented_by.count, "of": mine.invented_by.of} == other["invented_by"]
        assert {
            field: {"right": a.right, "of": a.of, "rate": round(a.rate, 3), "constant": round(a.constant, 3)}
            for field, a in mine.attributes.items()
        } == other["attributes"]


@pytest.mark.parametrize("seed", [1, 2])
def test_the_same_grouping(
    shared_scorers: tuple[ModuleType, ModuleType], seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold, _ = coded("links")
    chance = random.Random(seed)
    claims = list(spoilt(as_claims(gold), chance))
    incidents = [
        Incident(incident=f"i{n}", kind=chance.choice(["event", "summary", "state"]), claims=[c.id for c in group])
        for n, group in enumerate(claims[i : i + 3] for i in range(0, len(claims), 3))
    ]
    for name, values in (("claims", claims), ("incidents", incidents)):
        (tmp_path / f"{name}.jsonl").write_bytes(b"\n".join(msgspec.json.encode(one) for one in values))
    files = [str(SHARED / "gold" / "links.jsonl"), str(tmp_path / "claims.jsonl"), str(tmp_path / "incidents.jsonl")]
    arguments, sys.argv = sys.argv, ["link_score", *files]
    try:
        shared_scorers[1].main()
    finally:
        sys.argv = arguments
    one = score_groups(gold, [], claims, incidents)
    share = 100 * one.wrongly_joined / max(1, one.joined)
    known, taken = one.summaries_known, one.events_taken_for_summaries
    assert capsys.readouterr().out.strip() == (
        f"claims {one.claims} events {one.events} found {one.groups} | B-cubed P {one.precision:.3f} "
        f"R {one.recall:.3f} F1 {one.f1:.3f} | wrong pairs {one.wrongly_joined}/{one.joined} ({share:.1f} %), "
        f"missed pairs {one.missed} | summaries known as such {known.count}/{known.of}, events taken for summaries "
        f"{taken.count}/{taken.of}, unknown claims in judged incidents {one.strangers}"
    )
