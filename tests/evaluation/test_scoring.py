"""What counts as found, as right, as invented."""

from typing import Any

import msgspec
import pytest
from coded import claim, document, gold

from vigie.evaluation import Report, score, score_gold
from vigie.evaluation.judge import days, kilometres, right, same_place, same_time


def scored(entries: list[tuple[str, dict[str, Any]]], claims: list[Any]) -> Report:
    return score_gold([gold(*entries)], [], claims)


@pytest.mark.parametrize("kind", ["harm", "events", "control", "diplomacy"])
def test_a_claim_right_in_everything_is_found_and_complete(kind: str) -> None:
    one = scored([(kind, {})], [claim(kind)]).kinds[kind]
    assert (one.detected.f1, one.complete.f1, one.detected.low, one.detected.high) == (1, 1, 1, 1)
    assert all(attribute.rate == 1 for attribute in one.attributes.values())


@pytest.mark.parametrize(
    ("kind", "changes", "found"),
    [
        ("harm", {"count": 13}, False),
        ("harm", {"outcome": "injured"}, False),
        ("harm", {"count": None, "low": 12}, True),
        ("harm", {"count": None, "low": None}, False),
        ("harm", {"victims": "people"}, True),
        ("harm", {"start": 136, "end": 150}, True),
        ("harm", {"start": 137, "end": 150}, False),
        ("harm", {"start": 500, "end": 510, "mentions": [[90, 99]]}, True),
        ("harm", {"start": 0, "end": 400}, False),
        ("events", {"type": "Attack"}, False),
        ("control", {"actor": "RUS"}, False),
        ("control", {"change": "besieges"}, False),
        ("diplomacy", {"act": "REQUEST"}, False),
        ("diplomacy", {"target": "RUS"}, True),
    ],
)
def test_found_is_the_key_and_the_words(kind: str, changes: dict[str, Any], found: bool) -> None:
    one = scored([(kind, {})], [claim(kind, **changes)]).kinds[kind].detected
    assert (one.f1 == 1) is found
    assert (one.gold, one.found) == (1, 1)


@pytest.mark.parametrize(
    ("kind", "changes", "wrong"),
    [
        ("harm", {"qualifier": "at_least"}, "qualifier"),
        ("harm", {"by": []}, "by"),
        ("harm", {"said_by": ["SOHR", "AFP"]}, "said_by"),
        ("harm", {"part_of": "another"}, "part"),
        ("harm", {"when": None}, "when"),
        ("harm", {"place": None}, "place"),
        ("harm", {"certainty": "hedged"}, "certainty"),
        ("events", {"target": None}, "target"),
        ("control", {"share": 40.0}, "share"),
        ("diplomacy", {"place": {"name": "X", "id": "x", "lat": 1, "lon": 1, "km": 8, "level": "town"}}, "place"),
    ],
)
def test_one_wrong_core_field_makes_it_incomplete(kind: str, changes: dict[str, Any], wrong: str) -> None:
    one = scored([(kind, {})], [claim(kind, **changes)]).kinds[kind]
    assert (one.detected.f1, one.complete.f1) == (1, 0)
    assert [name for name, attribute in one.attributes.items() if attribute.right == 0] == [wrong]


@pytest.mark.parametrize("changes", [{"weapon": []}, {"unit": "bodies"}, {"provisional": True}, {"by_said_by": []}])
def test_the_other_fields_are_reported_only(changes: dict[str, Any]) -> None:
    one = scored([("harm", {})], [claim("harm", **changes)]).kinds["harm"]
    assert one.complete.f1 == 1
    assert one.attributes[next(iter(changes))].right == 0


def test_who_said_that_it_was_they_is_judged_only_where_gold_blames_somebody() -> None:
    one = scored([("harm", {"by": [], "by_said_by": None, "by_certainty": None})], [claim("harm", by=[])]).kinds["harm"]
    assert not {"by_said_by", "by_certainty"} & one.attributes.keys()


@pytest.mark.parametrize(
    ("gold_by", "by", "invented"), [([], ["RUS"], 1), (["SYR"], ["SYR", "RUS"], 1), (["SYR"], [], 0)]
)
def test_an_invented_perpetrator_is_counted(gold_by: list[str], by: list[str], invented: int) -> None:
    rate = scored([("harm", {"by": gold_by})], [claim("harm", by=by)]).kinds["harm"].invented_by
    assert (rate.count, rate.of) == (invented, 1)


def test_optional_gold_is_neutral() -> None:
    without = scored([("events", {"optional": True})], []).kinds["events"].detected
    answered = scored([("events", {"optional": True})], [claim("events")]).kinds["events"].detected
    assert (without.gold, without.found, answered.gold, answered.found) == (0, 0, 0, 0)


def test_pairs_are_one_to_one_and_as_many_as_can_be() -> None:
    entries: list[tuple[str, dict[str, Any]]] = [("harm", {"span": [100, 110]}), ("harm", {"span": [140, 150]})]
    only_near_the_first = claim("harm", start=85, end=95)
    near_both = claim("harm", start=120, end=130, victims="people")
    assert scored(entries, [near_both, only_near_the_first]).kinds["harm"].detected.f1 == 1
    assert scored(entries, [near_both]).kinds["harm"].detected.recall == 0.5


def test_the_better_of_two_answers_is_paired_and_the_other_is_extra() -> None:
    one = scored([("harm", {})], [claim("harm", qualifier="about"), claim("harm"), claim("harm", by=[])]).kinds["harm"]
    assert (one.complete.recall, one.detected.precision) == (1, 1 / 3)


def test_rare_values_count_missed_entries_too() -> None:
    entries: list[tuple[str, dict[str, Any]]] = [
        ("harm", {"certainty": "hedged"}),
        ("harm", {"count": 7, "certainty": "hedged"}),
        ("harm", {"count": 8, "qualifier": "vague"}),
    ]
    one = scored(entries, [claim("harm", certainty="hedged"), claim("harm", count=8)]).kinds["harm"]
    assert [(rare.field, rare.value, rare.right, rare.of) for rare in one.rare] == [
        ("certainty", "hedged", 1, 2),
        ("qualifier", "vague", 0, 1),
    ]


def test_a_claim_of_another_document_does_not_count() -> None:
    one = scored([("harm", {})], [claim("harm", doc="elsewhere.txt")]).kinds["harm"].detected
    assert (one.found, one.gold) == (0, 1)


def test_a_claim_may_name_its_document_by_id() -> None:
    told = document("somewhere/marsol.txt")
    named = msgspec.structs.replace(claim("harm"), document=told.id)
    assert score_gold([gold(("harm", {}))], [told], [named]).kinds["harm"].detected.f1 == 1
    assert score_gold([gold(("harm", {}))], [], [named]).kinds["harm"].detected.f1 == 0


def test_nothing_measured_is_zero_not_an_error() -> None:
    one = score_gold([], [], []).kinds["harm"].detected
    assert (one.precision, one.recall, one.f1, one.low, one.high) == (0, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("asked", "start", "end", "same"),
    [
        (["2016-03-02", "2016-03-02"], "2016-03-02", "2016-03-02", True),
        (["2016-03-02", "2016-03-02"], "2016-03-01", "2016-03-03", True),
        (["2016-03-02", "2016-03-02"], "2016-03-04", "2016-03-04", False),
        (["2016-03-02", "2016-03-05"], "2016-03-01", "2016-03-06", True),
        (["2016-03-01", "2016-03-31"], "2016-03-10", "2016-03-31", True),
        (["2016-03-01", "2016-03-31"], "2016-03-20", "2016-03-31", False),
        (["2011-03-15", "2016-03-01"], "2011-01-01", "2016-03-02", True),
    ],
)
def test_times(asked: list[str], start: str, end: str, same: bool) -> None:
    assert same_time(asked, {"when": {"start": start, "end": end}}) is same


def test_an_assumed_time_answers_an_empty_one() -> None:
    when = {"start": "2016-03-02", "end": "2016-03-02"}
    assert same_time(None, {"when": None})
    assert same_time(None, {"when": when, "when_basis": "assumed"})
    assert not same_time(None, {"when": when, "when_basis": "relative"})
    assert not same_time(["2016-03-02", "2016-03-02"], {"when": None})


@pytest.mark.parametrize("nothing", [None, [], "2016", ["2016-03-02"], {"start": None, "end": None}, ["soon", "later"]])
def test_what_is_no_interval_has_no_days(nothing: object) -> None:
    assert days(nothing) is None


def test_an_open_interval_is_its_first_day() -> None:
    assert days(["2016-03-02", None]) == days({"start": "2016-03-02", "end": "2016-03-02"})


@pytest.mark.parametrize(
    ("lat", "km", "same"),
    [
        (36.0, 8, True), (36.09, 8, True), (36.11, 8, False), (36.0, 2, True), (36.0, 1, False), (36.0, 33, False),
    ],
)  # fmt: skip
def test_places_are_near_and_as_precise(lat: float, km: float, same: bool) -> None:
    asked = {"lat": 36.0, "lon": 37.0, "km": 8}
    assert same_place(asked, {"lat": lat, "lon": 37.0, "km": km}) is same


def test_kilometres() -> None:
    paris, london = {"lat": 48.8566, "lon": 2.3522}, {"lat": 51.5074, "lon": -0.1278}
    assert kilometres(paris, london) == pytest.approx(343.6, abs=0.5)


def test_a_field_that_gold_lacks_is_not_judged() -> None:
    assert right("extent", {}, {"extent": "part"}) is None
    assert right("part", {}, {"part_of": "x"}) is None


@pytest.mark.parametrize(
    ("first", "last", "verdict"),
    [
        ("2016-03-02", None, "right"),
        ("2016-03-01", None, "right"),
        ("2016-03-01", "2016-03-04", "right"),
        ("2016-02-28", "2016-03-05", "near"),
        ("2016-03-20", None, "near"),
        ("2015-03-02", None, "wrong"),
        (None, None, "empty"),
    ],
)
def test_dating(first: str | None, last: str | None, verdict: str) -> None:
    coded = gold(published="2016-03-02")
    dated = score_gold([coded], [document("marsol.txt", first, last)], []).dating
    assert (dated.of, getattr(dated, verdict)) == (1, 1)


def test_undated_gold_says_nothing_about_dating() -> None:
    assert score_gold([gold()], [document("marsol.txt", "2016-03-02")], []).dating.of == 0


def test_a_line_that_is_not_gold_is_named(tmp_path: Any) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"doc": "a", "harm": []}\n\n{"doc": "b", "harm": [{"quote": "x"}]}\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"gold\.jsonl, line 3"):
        score(path, [], [])
