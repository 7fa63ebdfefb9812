"""Series, ranges under each rule, marks, contradictions, origins, facts, totals."""

import datetime as dt

import pytest
from linking_made import STRIKE, document, event, harm

from vigie.linking import enemy_losses, link_all, origins_of, ranges, rules, tallies, tolls
from vigie.linking.series import marks

DAY = "2016-10-11"
TODAY = dt.date(2020, 1, 1)


def one(claims, documents=()):
    incidents = link_all(claims, documents)
    assert len(incidents) == 1, [i.claims for i in incidents]
    return incidents[0]


def span(incident, victims="people", outcome="killed", side=None):
    return next(
        ((r.low, r.high) for r in incident.ranges if (r.outcome, r.victims, r.side) == (outcome, victims, side)), None
    )


def test_low_and_high_over_claimants():
    claims = [
        harm("a", "Binnich", DAY, 25, victims="people", said_by=["SOHR"], method=STRIKE),
        harm("b", "Binnich", DAY, 28, victims="people", said_by=["WHITE-HELMETS"], method=STRIKE),
    ]
    found = one(claims)
    assert span(found) == (25, 28)
    assert "25–28" in found.ranges[0].explanation
    assert "25–28" in found.ranges[0].explanation_fr
    assert [c.about for c in found.contradictions] == ["figure"]
    assert found.contradictions[0].between == "claimants"


def test_a_part_is_never_added_to_its_whole():
    whole = harm("a", "Binnich", DAY, 25, victims="people")
    claims = [
        whole,
        harm("a", "Binnich", DAY, 4, victims="children", part_of=whole.id, n=2),
        harm("a", "Binnich", DAY, 6, victims="women", part_of=whole.id, n=3),
    ]
    found = one(claims)
    assert span(found) == (25, 25)
    assert span(found, "children") == (4, 4)
    assert span(found, "civilians") == (10, 10)


def test_disjoint_groups_are_added_where_no_total_is_told():
    claims = [
        harm("a", "Binnich", DAY, 7, victims="civilians", said_by=["SOHR"]),
        harm("a", "Binnich", DAY, 3, victims="armed", side="SYR-REB", n=2, said_by=["SOHR"]),
        harm("a", "Binnich", DAY, 2, victims="children", n=3, said_by=["SOHR"], part_of="?"),
    ]
    found = one(claims)
    assert span(found) == (10, 10)
    assert span(found, "armed", side="SYR-REB") == (3, 3)


def test_a_revision_replaces_and_stays_visible():
    claims = [
        harm("a", "Binnich", DAY, 25, victims="people", said_by=["SOHR"], method=STRIKE),
        harm("b", "Binnich", DAY, 31, victims="people", said_by=["SOHR"], method=STRIKE),
    ]
    found = one(claims, [document("a", "2016-10-11"), document("b", "2016-10-12")])
    assert span(found) == (31, 31)
    assert [f.superseded_by for f in found.figures] == [claims[1].id, None]
    assert found.contradictions == []


def test_two_outlets_quote_one_claimant_differently():
    claims = [
        harm("a", "Binnich", DAY, 25, victims="people", said_by=["SOHR"], method=STRIKE),
        harm("b", "Binnich", DAY, 31, victims="people", said_by=["SOHR"], method=STRIKE),
    ]
    found = one(claims, [document("a"), document("b")])
    assert span(found) == (25, 31)
    assert found.contradictions[0].between == "outlets"


def test_vague_and_open_figures_stay_ranges():
    found = one([harm("a", "Binnich", DAY, None, low=20, words="des dizaines", victims="people", qualifier="vague")])
    assert (found.figures[0].low, found.figures[0].high) == (20, None)
    assert found.ranges[0].open
    assert "20+" in found.ranges[0].explanation


@pytest.mark.parametrize(
    ("more", "low", "high"),
    [
        ({"count": 25}, 25, 25),
        ({"count": 25, "qualifier": "at_least"}, 25, None),
        ({"count": 25, "qualifier": "more_than"}, 26, None),
        ({"count": 25, "qualifier": "less_than"}, 0, 24),
        ({"count": 25, "qualifier": "at_most"}, 0, 25),
        ({"count": 20, "qualifier": "about"}, 18, 22),
        ({"count": 20, "high": 30}, 20, 30),
        ({"count": 0}, 0, 0),
        ({"count": None, "low": 2000}, 2000, None),
    ],
)
def test_bounds_of_a_figure(more, low, high):
    figure = one([harm("a", "Binnich", DAY, **more)]).figures[0]
    assert (figure.low, figure.high) == (low, high)


def test_impossible_sums_are_flagged():
    whole = harm("a", "Binnich", DAY, 5, victims="people")
    found = one([whole, harm("a", "Binnich", DAY, 9, victims="children", part_of=whole.id, n=2)])
    assert "sum" in {c.about for c in found.contradictions}


def test_rival_authors_and_denials_are_listed():
    claims = [
        event("a", "Binnich", DAY, by=["RUS"], target="civilians", said_by=["SOHR"], quote="le marché de Binnich"),
        event("b", "Binnich", DAY, target="civilians"),
        event("c", "Binnich", DAY, by=["RUS"], target="civilians", said_by=["RUS"], realis="denied"),
    ]
    found = one(claims)
    assert {c.about for c in found.contradictions} == {"denial"}
    assert found.facts.denied


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"victims": "armed", "side": "IS", "said_by": ["SYR"]}, ["enemy_loss_claim"]),
        ({"victims": "armed", "side": "SYR", "said_by": ["SYR"]}, ["against_interest"]),
        ({"victims": "armed", "side": "IS", "said_by": ["SOHR"]}, []),
        ({"victims": "civilians", "by": ["RUS"], "said_by": ["RUS"]}, ["against_interest", "self_claim"]),
        ({"victims": "armed", "side": "SYR", "by": ["IS"], "said_by": ["IS"]}, ["enemy_loss_claim", "self_claim"]),
        ({"victims": "civilians", "said_by": ["SANA"]}, []),
        ({"realis": "denied"}, ["denied"]),
        ({"victims": "armed", "side": "IS", "said_by": []}, []),
    ],
)
def test_marks(more, expected):
    assert marks(harm("a", "Alep", DAY, 12, **more)) == expected


def test_enemy_losses_stay_out_of_totals_and_have_their_panel():
    claims = [harm("a", "Palmyre", DAY, 120, victims="armed", side="IS", by=["RUS"], said_by=["RUS"], method=STRIKE)]
    incidents = link_all(claims, [])
    assert tallies(incidents, "all", TODAY) == []
    assert [f.claim for f in enemy_losses(incidents)] == [claims[0].id]


def test_five_outlets_one_origin():
    names = ["a", "b", "c", "d", "e"]
    claims = [harm(n, "Binnich", DAY, 25, victims="people", said_by=["SOHR"], method=STRIKE) for n in names]
    found = one(claims, [document(n) for n in names])
    assert (found.facts.outlets, found.facts.origins) == (5, 1)
    assert found.origins[0].claimants == ["SOHR"]


def test_copies_of_one_text_are_one_origin():
    claims = [harm(n, "Binnich", DAY, 25, victims="people", method=STRIKE) for n in ("a", "b")]
    import msgspec

    texts = {n: msgspec.structs.replace(document(n), origin="same", outlet=None) for n in ("a", "b")}
    assert len(origins_of(claims, texts)) == 1


def test_a_wire_that_other_outlets_copy_is_the_agencys_whose_it_is():
    import msgspec

    claims = [harm(n, "Binnich", DAY, 25, victims="people", method=STRIKE) for n in ("a", "b", "c", "d")]
    wire = {n: msgspec.structs.replace(document(n, f"2016-10-1{i}"), origin="wire") for i, n in enumerate("abc", 2)}
    found = origins_of(claims, {**wire, "d": document("d")})
    assert sorted((len(o.claims), o.outlets) for o in found) == [(1, ["d"]), (3, ["a", "b", "c"])]
    own = msgspec.structs.replace(document("d"), outlet="a")
    assert len(origins_of(claims, {**wire, "d": own})) == 1, "the agency's next dispatch is no second origin"


def test_opponents_who_agree_are_two_origins_and_the_strongest_support():
    claims = [
        harm("a", "Deraa", DAY, 5, victims="children", by=["SYR-REB"], said_by=["SANA"]),
        harm("b", "Deraa", DAY, 5, victims="children", by=["SYR-REB"], said_by=["SOHR"]),
        harm("c", "Deraa", DAY, 6, victims="children", by=["SYR-REB"], said_by=["MEDICAL"]),
    ]
    found = one(claims, [document(n) for n in "abc"])
    assert found.facts.origins == 3
    assert found.facts.agreed_by_opponents
    assert {o.claimants[0] for o in found.origins if o.opposes} == {"SANA", "SOHR"}
    assert found.origins[0].opposes


def test_opponents_who_differ_do_not_agree():
    claims = [
        harm("a", "Deraa", DAY, 5, victims="children", said_by=["SANA"]),
        harm("b", "Deraa", DAY, 9, victims="children", said_by=["SOHR"]),
    ]
    assert not one(claims).facts.agreed_by_opponents


def figures():
    claims = [
        harm("a", "Binnich", DAY, 20, victims="people", said_by=["SOHR"], method=STRIKE),
        harm("b", "Binnich", DAY, 30, victims="people", said_by=["MEDICAL"], method=STRIKE),
        harm("c", "Binnich", DAY, 24, victims="people", said_by=["SANA"], method=STRIKE),
    ]
    return one(claims, [document("a"), document("b", "2016-10-13"), document("c")]).figures


@pytest.mark.parametrize(
    ("rule", "letters", "best"),
    [
        ("claimants", {}, None),
        ("latest_reliable", {}, 30),
        ("latest_reliable", {"SOHR": "B"}, 20),
        ("latest_reliable", {"SANA": "A", "SOHR": "B"}, 24),
        ("ucdp_best", {}, 20),
        ("ucdp_best", {"MEDICAL": "B"}, 30),
        ("ucdp_best", {"MEDICAL": "B", "SANA": "B"}, 20),
        ("acled_conservative", {"MEDICAL": "A"}, 20),
    ],
)
def test_rules(rule, letters, best):
    (found,) = ranges(figures(), rule, letters, "SYR")
    assert (found.low, found.high, found.best) == (20, 30, best)
    assert found.rule == rule


def test_an_unknown_rule_is_refused_and_the_known_ones_are_named():
    with pytest.raises(KeyError):
        ranges(figures(), "guess")
    assert rules() == ["acled_conservative", "claimants", "latest_reliable", "ucdp_best"]


def incidents():
    claims = [
        harm("a", "Binnich", "2016-10-11", 20, victims="people", by=["RUS"], said_by=["SOHR"]),
        harm("b", "Alep", "2016-10-12", 3, victims="people", said_by=["SANA"]),
        harm("c", "Palmyre", "2016-11-02", 4, victims="people", by=["RUS", "SYR"], said_by=["SOHR"]),
        harm("d", "Syrie", "2011-03-15/2016-11-02", 300000, victims="people", scope="war"),
    ]
    return link_all(claims, [])


def test_tallies_say_what_they_are_made_of():
    (found,) = tallies(incidents(), "all", TODAY)
    assert (found.low, found.high, found.incidents, found.claims, found.origins) == (27, 27, 3, 3, 3)
    assert (found.rule, found.computed) == ("claimants", TODAY)


@pytest.mark.parametrize(
    ("by", "bins"),
    [
        ("month", {"2016-10": 23, "2016-11": 4}),
        ("week", {"2016-W41": 23, "2016-W44": 4}),
        ("day", {"2016-10-11": 20, "2016-10-12": 3, "2016-11-02": 4}),
        ("place", {"alep": 3, "binnich": 20, "palmyre": 4}),
        ("country", {"SYR": 27}),
        ("actor", {"": 3, "RUS": 24, "SYR": 4}),
        ("claimant", {"SANA": 3, "SOHR": 24}),
        ("victims", {"people": 27}),
    ],
)
def test_tallies_by(by, bins):
    assert {t.bin: t.low for t in tallies(incidents(), by, TODAY)} == bins


def test_only_third_parties_or_only_parties():
    assert [t.low for t in tallies(incidents(), "all", TODAY, only="third_parties")] == [24]
    assert [t.low for t in tallies(incidents(), "all", TODAY, only="parties")] == [3]


def test_cumulative_tolls_are_a_series_of_their_own():
    (toll,) = tolls(incidents())
    assert toll.low == 300000
