"""Control through time."""

import datetime as dt

import pytest
from linking_made import control, document

from vigie.linking import control_through_time


def chronicle(claims, name, until=None):
    found = control_through_time(claims, {c.document: document(c.document, "2016-12-10") for c in claims}, until)
    return next(c for c in found if c.place.name == name)


def states(claims, name, until=None):
    return [(s.start.isoformat(), s.state, s.actors) for s in chronicle(claims, name, until).spells]


def test_a_town_changes_hands_and_each_move_names_its_claim():
    claims = [
        control("a", "Palmyre", "2015-05-21", "captured", "IS", said_by=["SOHR"]),
        control("b", "Palmyre", "2016-03-27", "captured", "SYR", said_by=["SANA", "SOHR"]),
        control("c", "Palmyre", "2016-12-11", "captured", "IS", said_by=["SOHR"]),
    ]
    found = chronicle(claims, "Palmyre")
    held = [(s.start.isoformat(), s.actors, s.moved_by) for s in found.spells if s.state == "held"]
    assert held == [
        ("2015-05-21", ["IS"], claims[0].id),
        ("2016-03-27", ["SYR"], claims[1].id),
        ("2016-12-11", ["IS"], claims[2].id),
    ]


@pytest.mark.parametrize(
    ("said_by", "state"),
    [
        (["SYR"], "claimed"),
        (["SANA"], "claimed"),
        (["SOHR"], "held"),
        ([], "held"),
        (["SYR", "SOHR"], "held"),
        (["RUS"], "claimed"),
    ],
)
def test_who_says_it_makes_it_held_or_only_claimed(said_by, state):
    assert states([control("a", "Maarat", "2016-03-01", "captured", "SYR", said_by=said_by)], "Maarat") == [
        ("2016-03-01", state, ["SYR"])
    ]


def test_rival_holders_make_it_contested():
    claims = [
        control("a", "Maarat", "2016-03-01", "captured", "SYR", said_by=["SANA"]),
        control("b", "Maarat", "2016-03-01", "holds", "SYR-REB", said_by=["SYR-REB"]),
    ]
    assert states(claims, "Maarat") == [("2016-03-01", "contested", ["SYR", "SYR-REB"])]


@pytest.mark.parametrize("extent", ["part", "facility", "outskirts"])
def test_a_part_that_falls_contests_the_whole(extent):
    claims = [
        control("a", "Palmyre", "2016-03-27", "captured", "SYR", said_by=["SOHR"]),
        control("b", "Palmyre", "2016-04-10", "captured", "IS", extent=extent, said_by=["SOHR"]),
    ]
    assert states(claims, "Palmyre")[-1] == ("2016-04-10", "contested", ["IS", "SYR"])


def test_the_north_of_a_town_is_not_the_town_and_is_within_it():
    claims = [
        control("a", "Palmyre", "2016-12-01", "holds", "SYR", said_by=["SOHR"]),
        control("b", "nord de Palmyre", "2016-12-10", "captured", "IS", said_by=["SOHR"]),
    ]
    assert states(claims, "nord de Palmyre") == [("2016-12-10", "held", ["IS"])]
    assert states(claims, "Palmyre")[-1] == ("2016-12-10", "contested", ["IS", "SYR"])
    assert chronicle(claims, "Palmyre").within == ["nord de palmyre"]


def test_a_quarter_says_nothing_of_the_province():
    claims = [
        control("a", "Province d'Alep", "2016-12-01", "holds", "SYR-REB"),
        control("b", "Hanano", "2016-12-05", "captured", "SYR"),
    ]
    assert len(chronicle(claims, "Province d'Alep").spells) == 1


def test_siege_keeps_who_is_inside():
    claims = [
        control("a", "Maarat", "2016-03-01", "holds", "SYR-REB", said_by=["SOHR"]),
        control("b", "Maarat", "2016-04-01", "besieges", "SYR", said_by=["SOHR"]),
    ]
    last = chronicle(claims, "Maarat").spells[-1]
    assert (last.state, last.actors, last.besieged_by) == ("besieged", ["SYR-REB"], ["SYR"])


def test_unknown_since():
    claims = [control("a", "Maarat", "2016-03-01", "captured", "SYR", said_by=["SOHR"])]
    assert states(claims, "Maarat", dt.date(2017, 6, 1))[-1] == ("2016-08-28", "unknown", ["SYR"])
    assert len(states(claims, "Maarat", dt.date(2016, 4, 1))) == 1


def test_who_withdrew_leaves_it_unknown():
    claims = [
        control("a", "Maarat", "2016-03-01", "captured", "IS", said_by=["SOHR"]),
        control("b", "Maarat", "2016-03-20", "withdrew", "IS", said_by=["SOHR"]),
    ]
    assert states(claims, "Maarat")[-1] == ("2016-03-20", "unknown", [])


def test_shares_are_a_series_with_ranges():
    claims = [
        control("a", "Alep-Est", "2016-12-06", "holds", "SYR", extent="part", share=70.0, said_by=["SOHR"]),
        control("b", "Alep-Est", "2016-12-07", "holds", "SYR", extent="part", share=75.0),
        control("c", "Alep-Est", "2016-12-10", "holds", "SYR", extent="part", share=90.0, said_by=["RUS"]),
        control("d", "Alep-Est", "2017-02-10", "holds", "SYR", extent="part", share=100.0, said_by=["RUS"]),
    ]
    shares = chronicle(claims, "Alep-Est").shares
    assert [(s.low, s.high, len(s.claims)) for s in shares] == [(70.0, 90.0, 3), (100.0, 100.0, 1)]
    assert not any(s.state == "held" for s in chronicle(claims[:3], "Alep-Est").spells)


def test_a_background_holding_without_a_day_holds_for_the_day_it_was_told():
    assert states([control("a", "Maarat", None, "holds", "SYR")], "Maarat") == [("2016-12-10", "held", ["SYR"])]
    found = chronicle([control("a", "Maarat", None, "captured", "SYR")], "Maarat")
    assert (found.spells, len(found.undated)) == ([], 1)


def test_order_does_not_matter():
    claims = [
        control("a", "Palmyre", "2015-05-21", "captured", "IS"),
        control("b", "Palmyre", "2016-03-27", "captured", "SYR"),
        control("c", "nord de Palmyre", "2016-12-10", "captured", "IS"),
    ]
    documents = {c.document: document(c.document) for c in claims}
    assert control_through_time(claims, documents) == control_through_time(claims[::-1], documents)
