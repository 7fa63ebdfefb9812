"""`vigie decide`, `vigie total`, `vigie sources`: what people decide is obeyed, can be undone, and moves the totals."""

import csv
import io
from pathlib import Path

import pytest
from said import dispatches, vigie

from vigie.record import open_record


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    status, _ = vigie("run", dispatches(tmp_path / "in.jsonl", 24), "--output", tmp_path / "out")
    assert status == 0
    return tmp_path / "out"


def incidents(folder: Path) -> dict[str, set[str]]:
    with open_record(folder / "vigie.db", write=False) as record:
        assert record.verify_journal() == []
        return {incident.incident: set(incident.claims) for incident in record.incidents()}


def two_far_apart(folder: Path) -> tuple[str, str]:
    """The two incidents with most claims, of different towns."""
    with open_record(folder / "vigie.db", write=False) as record:
        found = sorted((i for i in record.incidents() if i.place), key=lambda i: (-len(i.claims), i.incident))
    other = next(i for i in found if i.place and found[0].place and i.place.name != found[0].place.name)
    return found[0].incident, other.incident


def test_a_merge_is_kept_by_later_runs_and_its_undoing_restores_every_id(folder: Path, tmp_path: Path) -> None:
    before = incidents(folder)
    one, other = two_far_apart(folder)
    status, said = vigie("decide", "same", one, other, "--by", "a.k", "--reason", "a test", "--record", folder)
    assert status == 0
    merged = incidents(folder)
    assert before[one] | before[other] in merged.values()
    assert len(merged) == len(before) - 1
    vigie("run", dispatches(tmp_path / "more.jsonl", 31), "--output", folder)
    assert any(before[one] | before[other] <= claims for claims in incidents(folder).values())
    decision = said.split("Decision ")[1].split()[0]
    assert vigie("decide", "undo", decision, "--record", folder)[0] == 0
    after = incidents(folder)
    assert before[one] <= after[one]
    assert before[other] <= after[other]
    assert after[one].isdisjoint(after[other])


def test_an_undone_merge_leaves_the_incidents_exactly_as_they_were(folder: Path) -> None:
    before = incidents(folder)
    _, said = vigie("decide", "same", *two_far_apart(folder), "--by", "a.k", "--record", folder)
    vigie("decide", "undo", said.split("Decision ")[1].split()[0], "--record", folder)
    assert incidents(folder) == before


def test_split_move_and_different(folder: Path) -> None:
    one, other = two_far_apart(folder)
    before = incidents(folder)
    claim, rest = sorted(before[one])[0], sorted(before[one])[1:]
    assert vigie("decide", "split", one, claim, "--by", "a.k", "--record", folder)[0] == 0
    assert {claim} in incidents(folder).values()
    assert vigie("decide", "move", claim, "--to", other, "--by", "a.k", "--record", folder)[0] == 0
    (home,) = [claims for claims in incidents(folder).values() if claim in claims]
    assert before[other] <= home
    assert home.isdisjoint(rest)
    assert vigie("decide", "different", *rest[:2], "--by", "a.k", "--record", folder)[0] == 0
    homes = [name for name, claims in incidents(folder).items() if set(rest[:2]) & claims]
    assert len(homes) == 2
    _, listed = vigie("decide", "list", "--record", folder)
    assert [kind for kind in ("split", "move", "different") if kind in listed] == ["split", "move", "different"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("same", "nothing", "nobody"), "nothing: no claim, incident"),
        (("undo", "0123"), "0123: no claim, incident"),
        (("same",), "Missing argument"),
    ],
)
def test_what_is_not_there_is_told_in_a_line(folder: Path, words: tuple[str, ...], told: str) -> None:
    before = incidents(folder)
    more = ("--by", "a.k") if words[0] == "same" else ()
    status, said = vigie("decide", *words, *more, "--record", folder)
    assert (status, told in said) == (2, True)
    assert incidents(folder) == before


def test_an_incident_is_not_split_from_itself(folder: Path) -> None:
    one, _ = two_far_apart(folder)
    status, said = vigie("decide", "split", one, *incidents(folder)[one], "--by", "a.k", "--record", folder)
    assert (status, "not all of it" in said) == (2, True)


def rows(folder: Path, *more: str) -> list[dict[str, str]]:
    status, said = vigie("total", "--record", folder, "--format", "csv", *more)
    assert status == 0, said
    return list(csv.DictReader(io.StringIO(said)))


def test_totals_say_their_rule_and_add_up(folder: Path) -> None:
    (whole,) = rows(folder, "--by", "all", "--victims", "civilians")
    months = rows(folder, "--by", "day", "--victims", "civilians")
    assert len(months) > 3
    assert sum(int(m["low"]) for m in months) == int(whole["low"]) > 0
    assert {(m["rule"], m["only"], m["reviewed"]) for m in months} == {("claimants", "anybody", "False")}
    assert rows(folder, "--only", "parties") == []


def test_a_rule_that_is_not_there_is_refused_with_those_that_are(folder: Path) -> None:
    status, said = vigie("total", "--record", folder, "--rule", "best")
    assert (status, "ucdp_best" in said) == (2, True)


def test_people_give_sources_their_letters_and_take_them_back(folder: Path) -> None:
    assert vigie("sources", "grade", "SOHR", "g", "--by", "a.k", "--record", folder)[0] == 2
    assert vigie("sources", "grade", "NOBODY-KNOWN", "A", "--by", "a.k", "--record", folder)[0] == 2
    status, said = vigie("sources", "grade", "SOHR", "b", "--by", "a.k", "--record", folder)
    assert status == 0
    with open_record(folder / "vigie.db", write=False) as record:
        assert record.letters() == {"SOHR": "B"}
        assert record.decisions() == []
    _, listed = vigie("sources", "list", "--record", folder)
    assert next(line for line in listed.splitlines() if line.startswith("SOHR")).rstrip().endswith("B")
    vigie("decide", "undo", said.split("decision ")[1].split(")")[0], "--record", folder)
    with open_record(folder / "vigie.db", write=False) as record:
        assert record.letters() == {}


@pytest.mark.parametrize("act", ["same", "different"])
def test_one_claim_is_nothing_to_decide_about(folder: Path, act: str) -> None:
    one, _ = two_far_apart(folder)
    claim = sorted(incidents(folder)[one])[0]
    status, said = vigie("decide", act, claim, "--by", "a.k", "--record", folder)
    assert (status, "at least two" in said) == (2, True)
