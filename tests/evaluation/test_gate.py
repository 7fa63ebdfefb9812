"""The gate refuses what it must, and a floor never goes down by itself."""

import json
from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest
from coded import claim, gold

from vigie.evaluation import (
    GateError,
    Measurement,
    coded_sets,
    figures,
    fingerprint,
    gate,
    measure,
    pin,
    read_floors,
    score_gold,
    score_groups,
    shortfalls,
)
from vigie.values import Incident


def measured(fingerprint: str = "f1", **figures: float) -> dict[str, Measurement]:
    named = {name.replace("_", "."): value for name, value in figures.items()}
    return {"own": Measurement(fingerprint=fingerprint, counts={"documents": 20}, figures=named)}


def pin_at(path: Path, now: Mapping[str, Measurement], allow_regression: bool = False) -> None:
    pin({path: now}, allow_regression)


def gate_at(path: Path, now: Mapping[str, Measurement]) -> None:
    gate({path: now})


def floors(path: Path) -> Mapping[str, float]:
    return read_floors(path)["own"].floors


@pytest.fixture
def pinned(tmp_path: Path) -> Path:
    path = tmp_path / "floors.json"
    pin_at(path, measured(harm_detected=0.857, events_detected=0.5))
    return path


def test_a_floor_is_the_figure_cut_to_the_hundredth(pinned: Path) -> None:
    assert floors(pinned) == {"harm.detected": 0.85, "events.detected": 0.5}


@pytest.mark.parametrize("value", [0.32, 2 * 0.32 * 0.32 / (0.32 + 0.32) - 1e-16, 0.1 + 0.2, 0.29])
def test_what_was_pinned_passes_its_own_gate_whatever_binary_fractions_make_of_it(tmp_path: Path, value: float) -> None:
    pin_at(tmp_path / "floors.json", measured(harm_detected=value))
    gate_at(tmp_path / "floors.json", measured(harm_detected=value))


@pytest.mark.parametrize("value", [0.85, 0.857, 1.0])
def test_at_or_over_the_floor_passes(pinned: Path, value: float) -> None:
    gate_at(pinned, measured(harm_detected=value, events_detected=0.5))


@pytest.mark.parametrize(
    ("now", "reason"),
    [
        (measured(harm_detected=0.849, events_detected=0.5), "own: harm.detected is 0.849, under its floor 0.85"),
        (measured(events_detected=0.5), "own: harm.detected was not measured"),
        (measured("f2", harm_detected=0.9, events_detected=0.9), "own: what is measured has changed"),
        ({}, "own: was not measured"),
        ({**measured(harm_detected=0.9, events_detected=0.9), "new": measured()["own"]}, "new: has no floors; pin it"),
    ],
)
def test_the_gate_refuses(pinned: Path, now: dict[str, Measurement], reason: str) -> None:
    with pytest.raises(GateError) as refused:
        gate_at(pinned, now)
    assert reason in str(refused.value)
    assert len(shortfalls(read_floors(pinned), now)) == 1


def test_pinning_again_raises_and_never_lowers(pinned: Path) -> None:
    pin_at(pinned, measured(harm_detected=0.853, events_detected=0.62))
    assert floors(pinned) == {"harm.detected": 0.85, "events.detected": 0.62}


@pytest.mark.parametrize("worse", [{"harm_detected": 0.8, "events_detected": 0.9}, {"events_detected": 0.9}])
def test_a_regression_is_not_pinned_unless_it_is_allowed(pinned: Path, worse: dict[str, float]) -> None:
    before = pinned.read_bytes()
    with pytest.raises(GateError, match="--allow-regression"):
        pin_at(pinned, measured("f2", **worse))
    assert pinned.read_bytes() == before
    pin_at(pinned, measured("f2", **worse), allow_regression=True)
    assert floors(pinned) == {name.replace("_", "."): value for name, value in worse.items()}
    gate_at(pinned, measured("f2", **worse))


def test_a_changed_set_can_be_pinned_again_when_nothing_is_lost(pinned: Path) -> None:
    pin_at(pinned, measured("f2", harm_detected=0.9, events_detected=0.5))
    gate_at(pinned, measured("f2", harm_detected=0.9, events_detected=0.5))


def test_a_set_that_was_not_measured_keeps_its_floors(pinned: Path) -> None:
    other = {"other": Measurement(fingerprint="x", counts={}, figures={"harm.detected": 0.3})}
    pin_at(pinned, other)
    assert list(read_floors(pinned)) == ["other", "own"]
    assert floors(pinned) == {"harm.detected": 0.85, "events.detected": 0.5}


def test_the_file_is_replaced_whole(pinned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = pinned.read_bytes()

    def full_disk(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("os.replace", full_disk)
    with pytest.raises(OSError, match="no space left"):
        pin_at(pinned, measured(harm_detected=0.99, events_detected=0.99))
    assert pinned.read_bytes() == before


def test_no_file_has_no_floors_and_a_broken_one_is_refused(tmp_path: Path) -> None:
    assert read_floors(tmp_path / "none.json") == {}
    (tmp_path / "broken.json").write_text('{"own": {"floors": 1}}', encoding="utf-8")
    with pytest.raises(GateError, match=r"broken\.json"):
        read_floors(tmp_path / "broken.json")


def test_figures_are_those_that_there_was_something_to_measure_for() -> None:
    coded = gold(("harm", {"certainty": "hedged"}), published="2016-03-02")
    assert figures(score_gold([coded], [], [claim("harm", by=["SYR", "RUS"])])) == {
        "dating.right": 0.0,
        "harm.detected": 1.0,
        "harm.complete": 0.0,
        "harm.no_invented_perpetrator": 0.0,
        "harm.rare_values": 0.0,
    }


def test_incidents_have_figures_too() -> None:
    coded, claims = [gold(("harm", {}), ("control", {}))], [claim("harm"), claim("control")]
    together = Incident(incident="i", kind="event", claims=[one.id for one in claims])
    report = score_gold(coded, [], claims)
    found = figures(report, score_groups(coded, [], claims, [together]))
    assert found["groups.b_cubed"] == pytest.approx(2 / 3)
    assert found["groups.pairs_right"] == 0
    assert "groups.pairs_right" not in figures(report, score_groups(coded, [], claims, []))


def test_the_fingerprint_changes_with_gold_texts_and_names_but_not_with_line_ends(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_bytes("tué\nsamedi".encode())
    coded = tmp_path / "gold.jsonl"
    coded.write_bytes(b"{}\n")
    first = fingerprint((coded, texts))
    (texts / "a.txt").write_bytes("tué\r\nsamedi".encode())
    assert fingerprint((coded, texts)) == first
    (texts / "a.txt").write_bytes("tué\ndimanche".encode())
    second = fingerprint((coded, texts))
    (texts / "a.txt").rename(texts / "b.txt")
    third = fingerprint((coded, texts))
    coded.write_bytes(b"{ }\n")
    assert len({first, second, third, fingerprint((coded, texts))}) == 4


SETS = """
[[set]]
name = "own"
gold = "gold.jsonl"
texts = ["texts.jsonl"]
floors = "floors.json"
about_en = "ours"
about_fr = "le nôtre"

[[set]]
name = "lent"
base = "gold"
gold = "lent.jsonl"
texts = ["lent_docs.jsonl"]
floors = "floors-shared.json"
sealed = true
about_en = "lent"
about_fr = "prêté"

[[set]]
name = "coded"
base = "corpus"
gold = "coded.jsonl"
coded_here = true
texts = ["texts.jsonl"]
floors = "floors-shared.json"
about_en = "coded here"
about_fr = "codé ici"
"""


def test_sets_that_are_lent_are_left_out_where_they_are_not(tmp_path: Path) -> None:
    quality, shared = tmp_path / "quality", tmp_path / "shared"
    quality.mkdir()
    (shared / "gold").mkdir(parents=True)
    (quality / "sets.toml").write_text(SETS, encoding="utf-8")
    with pytest.raises(ValueError, match=r"own: not there: .*gold\.jsonl"):
        coded_sets(quality, shared)
    for path in (quality / "gold.jsonl", quality / "texts.jsonl"):
        path.write_text('{"doc": "a", "harm": []}\n', encoding="utf-8")
    assert [one.name for one in coded_sets(quality, shared)] == ["own"]
    assert [one.name for one in coded_sets(quality)] == ["own"]
    (shared / "gold" / "lent.jsonl").write_text("", encoding="utf-8")
    own, lent = coded_sets(quality, shared)
    assert (lent.sealed, lent.texts) == (True, (shared / "gold" / "lent_docs.jsonl",))
    (shared / "corpus").mkdir()
    (shared / "corpus" / "texts.jsonl").write_text("", encoding="utf-8")
    coded = coded_sets(quality, shared)[-1]
    assert (coded.name, coded.gold) == ("coded", quality / "coded.jsonl")
    assert measure(own, [], []).measurement.counts == {
        "documents": 1,
        "harm": 0,
        "events": 0,
        "control": 0,
        "diplomacy": 0,
    }


def test_a_floors_file_is_plain_json(pinned: Path) -> None:
    assert json.loads(pinned.read_text(encoding="utf-8")) == msgspec.to_builtins(read_floors(pinned))
