"""What is joined, what is kept apart, what contains what."""

import pytest
from linking_made import CLASH, SHELLING, STRIKE, control, document, event, harm

from vigie.linking import Decision, link, link_all

DAY = "2016-10-11"


def groups(claims, documents=(), decisions=()):
    return {frozenset(i.claims) for i in link_all(claims, documents, decisions)}


def together(*claims, documents=()):
    return groups(claims, documents) == {frozenset(c.id for c in claims)}


def apart(*claims, documents=()):
    return groups(claims, documents) == {frozenset([c.id]) for c in claims}


JOINED = {
    "a strike and its toll": [
        event("a", "Alep", DAY, by=["RUS"]),
        harm("a", "Alep", DAY, 25, by=["RUS"], method=STRIKE),
    ],
    "two outlets, rival figures": [
        harm("a", "Binnich", DAY, 25, method=STRIKE),
        harm("b", "Binnich", DAY, 28, method=STRIKE, said_by=["SOHR"]),
    ],
    "a quarter and its town": [
        event("a", "Hanano", DAY, SHELLING, by=["SYR-REB"], target="civilians"),
        event("b", "Alep", DAY, SHELLING, by=["SYR-REB"], target="civilians"),
    ],
    "one day apart, else alike": [
        event("a", "Binnich", DAY, by=["RUS"], target="civilians"),
        harm("b", "Binnich", "2016-10-12", 12, by=["RUS"], method=STRIKE),
    ],
    "a capture in the fighting": [
        event("a", "Palmyre", DAY, CLASH, by=["IS"], target="SYR"),
        control("a", "Palmyre", DAY, "captured", "IS", loser="SYR"),
    ],
    "a part named by «dont»": [
        harm("a", "Binnich", DAY, 9, victims="people"),
        harm(
            "a", "Binnich", DAY, 3, victims="children", n=2, part_of=harm("a", "Binnich", DAY, 9, victims="people").id
        ),
    ],
    "both sides' losses in one clash": [
        harm("a", "Maarat", DAY, 8, victims="armed", side="SYR", by=["SYR-REB"], method=CLASH),
        harm("a", "Maarat", DAY, 2, victims="armed", side="SYR-REB", by=["SYR"], method=CLASH, n=2),
    ],
    "a car bomb, then gunmen": [
        event("a", "Maarat", DAY, "Suicide bomb", by=["IS"], target="SYR"),
        event("a", "Maarat", DAY, CLASH, by=["IS"], target="SYR", n=1),
    ],
    "a running total that grows": [
        harm("a", "Syrie", "2011-03-15/2015-05-31", 220000, victims="people", scope="war"),
        harm("b", "Syrie", "2011-03-15/2016-10-12", 300000, victims="people", scope="war", qualifier="more_than"),
    ],
    "a standing fact told twice": [
        control("a", "Alep", DAY, "holds", "SYR"),
        control("b", "Alep", "2016-10-30", "holds", "SYR"),
    ],
}

SEPARATE = {
    "two towns": [event("a", "Binnich", DAY, by=["RUS"]), event("a", "Maarat", DAY, by=["RUS"], n=1)],
    "two quarters": [event("a", "Hanano", DAY), event("b", "Bab al-Nayrab", DAY)],
    "two days": [event("a", "Binnich", DAY, by=["RUS"]), event("b", "Binnich", "2016-10-13", by=["RUS"])],
    "an arrest and a raid": [event("a", "Binnich", DAY, "Arrests"), event("b", "Binnich", DAY, STRIKE)],
    "a total and one of its incidents": [
        harm("a", "Syrie", DAY, 141, scope="several", by=["SYR"]),
        harm("a", "Binnich", DAY, 84, by=["SYR"], n=2),
    ],
    "since other days": [
        harm("a", "Syrie", "2011-03-15/2016-10-11", 300000, victims="people", scope="war"),
        harm("b", "Syrie", "2016-09-22/2016-10-11", 500, victims="people", scope="period"),
    ],
    "the dead and the displaced of one campaign": [
        harm("a", "Province d'Alep", "2016-09-22/2016-10-11", 500, victims="people", scope="period"),
        harm(
            "b", "Province d'Alep", "2016-09-22/2016-10-11", 9000, victims="people", scope="period", outcome="displaced"
        ),
    ],
    "a town's total and its province's": [
        harm("a", "Alep", DAY, 84, scope="several"),
        harm("a", "Province d'Alep", DAY, 141, scope="several", n=2),
    ],
    "threatened and done": [event("a", "Alep", DAY), event("b", "Alep", DAY, realis="planned")],
    "captures of two places": [
        control("a", "Hanano", DAY, "captured", "SYR"),
        control("a", "Alep-Est", DAY, "captured", "SYR", extent="part", n=3),
    ],
    "rival holders": [control("a", "Alep", DAY, "holds", "SYR"), control("b", "Alep", DAY, "holds", "SYR-REB")],
    "two strikes told by one text": [
        harm("a", "Binnich", DAY, 40, said_by=["SOHR"], method=STRIKE),
        harm("a", "Binnich", DAY, 4, said_by=["SOHR"], method=SHELLING, n=30),
    ],
}


@pytest.mark.parametrize("name", JOINED)
def test_joined(name):
    assert together(*JOINED[name])


@pytest.mark.parametrize("name", SEPARATE)
def test_separate(name):
    assert apart(*SEPARATE[name])


def test_nothing_chains_across_days():
    days = ["2016-10-11", "2016-10-12", "2016-10-13", "2016-10-14", "2016-10-15"]
    claims = [event(f"d{i}", "Binnich", d, by=["RUS"], target="civilians") for i, d in enumerate(days)]
    for incident in link_all(claims, []):
        spans = sorted(c.when.start for c in claims if c.id in incident.claims)
        assert (spans[-1] - spans[0]).days <= 1


def test_nothing_chains_across_towns_through_a_province():
    claims = [
        event("a", "Binnich", DAY, by=["RUS"]),
        event("b", "Province d'Alep", DAY, by=["RUS"]),
        event("c", "Alep", DAY, by=["RUS"]),
        event("d", "Syrie", DAY, by=["RUS"]),
    ]
    for incident in link_all(claims, []):
        towns = {c.place.name for c in claims if c.id in incident.claims} & {"Binnich", "Alep"}
        assert len(towns) < 2


def test_a_total_contains_the_incidents_of_its_day_and_extent():
    total = harm("a", "Syrie", DAY, 141, scope="several", by=["SYR"])
    in_it = harm("b", "Binnich", DAY, 20, by=["SYR"], method=STRIKE)
    other_day = harm("c", "Binnich", "2016-10-14", 7, by=["SYR"], method=STRIKE)
    rebels = harm("d", "Deraa", DAY, 5, by=["SYR-REB"], method=SHELLING)
    found = {i.claims[0]: i for i in link_all([total, in_it, other_day, rebels], [])}
    assert found[total.id].kind == "summary"
    assert found[total.id].contains == [found[in_it.id].incident]
    assert found[in_it.id].contains == []


def test_a_part_in_another_place_is_contained_in_its_whole():
    whole = harm("a", "Syrie", DAY, 141, scope="several")
    part = harm("a", "Alep", DAY, 84, scope="several", part_of=whole.id, n=2)
    found = {i.claims[0]: i for i in link_all([whole, part], [])}
    assert found[whole.id].contains == [found[part.id].incident]


def test_a_whole_whose_parts_lie_elsewhere_is_a_total_though_no_word_says_so():
    whole = harm("a", "Province d'Alep", DAY, 60)
    part = harm("a", "Binnich", DAY, 41, part_of=whole.id, n=2)
    found = {i.claims[0]: i for i in link_all([whole, part], [])}
    assert [found[c.id].kind for c in (whole, part)] == ["summary", "event"]
    assert found[whole.id].contains == [found[part.id].incident]


def test_missing_values_are_survived():
    claims = [
        harm("a", None, None, None, low=20, words="des dizaines"),
        event("a", None, DAY, by=["IS"], n=1),
        event("b", None, DAY, by=["IS"]),
        event("c", "Alep", None),
        control("d", None, None, "captured", None),
    ]
    incidents = link_all(claims, [])
    assert sorted(c for i in incidents for c in i.claims) == sorted(c.id for c in claims)


def test_an_author_is_never_taken_from_elsewhere():
    claims = [event("a", "Alep", DAY), harm("b", "Alep", DAY, 3, by=["RUS"], realis="denied")]
    assert [i.actors for i in link_all(claims, []) if claims[0].id in i.claims] == [[]]


def test_decisions_are_obeyed_and_undone():
    a, b = JOINED["two outlets, rival figures"]
    far = event("c", "Palmyre", DAY)
    before = link_all([a, b, far], [])
    split = [Decision(act="different", claims=[a.id, b.id])]
    merge = [Decision(act="same", claims=[a.id, far.id])]
    assert groups([a, b, far], decisions=split) == {frozenset([c.id]) for c in (a, b, far)}
    assert frozenset([a.id, b.id, far.id]) in groups([a, b, far], decisions=merge) or frozenset(
        [a.id, far.id]
    ) in groups([a, b, far], decisions=merge)
    assert link_all([a, b, far], []) == before


def test_split_and_move():
    a, b = JOINED["two outlets, rival figures"]
    c = harm("c", "Binnich", DAY, 26, method=STRIKE)
    far = event("d", "Palmyre", DAY)
    cut = [Decision(act="split", claims=[a.id], others=[b.id, c.id])]
    assert groups([a, b, c], decisions=cut) == {frozenset([a.id]), frozenset([b.id, c.id])}
    moved = [Decision(act="move", claims=[a.id], others=[far.id], leaving=[b.id, c.id])]
    assert groups([a, b, c, far], decisions=moved) == {frozenset([a.id, far.id]), frozenset([b.id, c.id])}


def test_a_later_decision_wins():
    a, b = JOINED["two outlets, rival figures"]
    both = [Decision(act="different", claims=[a.id, b.id]), Decision(act="same", claims=[a.id, b.id])]
    assert groups([a, b], decisions=both) == {frozenset([a.id, b.id])}
    assert groups([a, b], decisions=both[::-1]) == {frozenset([a.id]), frozenset([b.id])}


def test_link_says_what_changed():
    a, b = JOINED["two outlets, rival figures"]
    documents = [document("a", "2016-10-11"), document("b", "2016-10-12")]
    changes = link([b], [a], documents=documents)
    assert changes.changed == {changes.incidents[0].incident: [b.id]}
    assert changes.created == []
    far = event("c", "Palmyre", DAY)
    changes = link([far], [a], documents=documents)
    assert len(changes.created) == 1
    assert changes.changed == {}


def test_the_incident_keeps_its_id_when_later_claims_join():
    a, b = JOINED["two outlets, rival figures"]
    documents = [document("a", "2016-10-11"), document("b", "2016-10-12")]
    assert link_all([a], documents)[0].incident == link_all([a, b], documents)[0].incident


@pytest.mark.parametrize(
    ("lat", "lon", "km"), [(1e300, 5.0, 8.0), (35.0, -1e300, 8.0), (35.0, 37.0, 1e300), (35.0, 37.0, -4.0)]
)
def test_a_place_off_the_globe_stops_nothing(lat, lon, km):
    import msgspec
    from linking_made import place

    odd = msgspec.structs.replace(place("Alep"), lat=lat, lon=lon, km=km)
    claims = [msgspec.structs.replace(event("a", "Alep", DAY), place=odd), event("b", "Alep", DAY)]
    assert sorted(c for i in link_all(claims, []) for c in i.claims) == sorted(c.id for c in claims)
