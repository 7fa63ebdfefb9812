"""What holds of every input: order, independence, undo, sums, bounds."""

import datetime as dt
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from linking_made import CLASH, SHELLING, STRIKE, control, document, event, harm

from vigie.linking import Decision, block_keys, link, link_all, lookup_keys, rules, tallies
from vigie.linking.blocking import Blocks
from vigie.linking.facets import facet
from vigie.linking.ranges import ranges

TODAY = dt.date(2020, 1, 1)
WHERE = st.sampled_from(["Alep", "Hanano", "Alep-Est", "Bab al-Nayrab", "Province d'Alep", "Binnich", "Syrie", None])
WHEN = st.sampled_from(
    [
        "2016-10-10",
        "2016-10-11",
        "2016-10-12",
        "2016-10-10/2016-10-11",
        "2016-10-01/2016-10-31",
        "2016-09-22/2016-10-11",
        None,
    ]
)
WHO = st.sampled_from([[], ["RUS"], ["SYR"], ["SYR-REB"], ["IS"], ["RUS", "SYR"]])
SAID = st.sampled_from([[], ["SOHR"], ["SANA"], ["RUS"], ["MEDICAL"], ["SOHR", "SANA"]])
DOC = st.sampled_from([f"d{i}" for i in range(8)])
KIND = st.sampled_from([STRIKE, SHELLING, CLASH, "Arrests"])
DOCUMENTS = [document(f"d{i}", f"2016-10-{12 + i % 3}", f"outlet{i % 4}") for i in range(8)]
MANY = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))


@st.composite
def a_claim(draw, number):
    head = (draw(DOC), draw(WHERE), draw(WHEN))
    kind = draw(st.integers(0, 5))
    if kind == 0:
        return control(
            *head,
            draw(st.sampled_from(["captured", "holds", "besieges"])),
            draw(st.sampled_from(["SYR", "IS", None])),
            n=number,
        )
    if kind in (1, 2):
        return event(*head, draw(KIND), by=draw(WHO), said_by=draw(SAID), n=number)
    return harm(
        *head,
        draw(st.integers(0, 40)),
        by=draw(WHO),
        said_by=draw(SAID),
        n=number,
        qualifier=draw(st.sampled_from(["exactly", "at_least", "about", "at_most", "less_than"])),
        outcome=draw(st.sampled_from(["killed", "killed", "injured", "besieged"])),
        victims=draw(st.sampled_from(["people", "civilians", "children", "armed"])),
        scope=draw(st.sampled_from(["incident", "incident", "incident", "several", "war"])),
        realis=draw(st.sampled_from(["occurred", "occurred", "occurred", "denied", "planned"])),
    )


@st.composite
def some_claims(draw, most=18):
    return [draw(a_claim(i)) for i in range(draw(st.integers(1, most)))]


@MANY
@given(some_claims(), st.integers(0, 10**6))
def test_the_order_of_input_does_not_matter(claims, seed):
    shuffled, documents = list(claims), list(DOCUMENTS)
    random.Random(seed).shuffle(shuffled)
    random.Random(seed).shuffle(documents)
    assert link_all(shuffled, documents) == link_all(claims, DOCUMENTS)


@MANY
@given(some_claims())
def test_every_claim_is_in_exactly_one_incident(claims):
    incidents = link_all(claims, DOCUMENTS)
    assert sorted(c for i in incidents for c in i.claims) == sorted({c.id for c in claims})
    assert len({i.incident for i in incidents}) == len(incidents)


@MANY
@given(some_claims())
def test_a_document_about_elsewhere_changes_no_incident(claims):
    before = {i.incident: i for i in link_all(claims, DOCUMENTS)}
    far = [event("far", "Deraa", "2018-07-01", by=["SYR"]), harm("far", "Deraa", "2018-07-01", 4, by=["SYR"])]
    after = {i.incident: i for i in link_all([*claims, *far], [*DOCUMENTS, document("far", "2018-07-02")])}
    assert {key: after[key] for key in before} == before


@MANY
@given(some_claims(), some_claims(4))
def test_new_claims_with_their_neighbours_give_what_linking_everything_gives(claims, fresh):
    new = [c for c in fresh if c.id not in {o.id for o in claims}]
    whole = {frozenset(i.claims) for i in link_all([*claims, *new], DOCUMENTS)}
    changes = link(new, claims, documents=DOCUMENTS)
    assert {frozenset(i.claims) for i in changes.incidents} == whole


@MANY
@given(some_claims(), st.integers(0, 10**6))
def test_a_decision_taken_back_leaves_no_trace(claims, seed):
    ids = sorted({c.id for c in claims})
    before = link_all(claims, DOCUMENTS)
    pick = random.Random(seed).sample(ids, min(3, len(ids)))
    for act in ("same", "different", "split"):
        decision = Decision(act=act, claims=pick[:2], others=pick[2:])
        link_all(claims, DOCUMENTS, [decision])
    assert link_all(claims, DOCUMENTS, []) == before


@MANY
@given(some_claims(), st.integers(0, 10**6))
def test_decisions_are_obeyed(claims, seed):
    ids = sorted({c.id for c in claims})
    if len(ids) < 2:
        return
    a, b = random.Random(seed).sample(ids, 2)
    home = {c: i.incident for i in link_all(claims, DOCUMENTS, [Decision(act="same", claims=[a, b])]) for c in i.claims}
    assert home[a] == home[b]
    home = {
        c: i.incident for i in link_all(claims, DOCUMENTS, [Decision(act="different", claims=[a, b])]) for c in i.claims
    }
    assert home[a] != home[b]


@MANY
@given(some_claims())
def test_within_an_incident_days_and_places_hold_together(claims):
    known = {c.id: facet(c) for c in claims}
    for incident in link_all(claims, DOCUMENTS):
        if incident.kind != "event":
            continue
        spans = [known[c] for c in incident.claims if known[c].start is not None]
        if spans:
            assert max(f.start for f in spans) - min(f.end for f in spans) <= 1


@pytest.mark.parametrize("rule", rules())
@MANY
@given(some_claims())
def test_low_best_high(rule, claims):
    for incident in link_all(claims, DOCUMENTS, rule=rule):
        for found in incident.ranges:
            assert 0 <= found.low <= found.high
            assert found.best is None or found.low <= found.best <= found.high


@pytest.mark.parametrize("rule", rules())
@pytest.mark.parametrize("by", ["day", "week", "month", "country", "admin1", "place", "type"])
@MANY
@given(some_claims())
def test_totals_are_the_sums_of_their_parts(rule, by, claims):
    incidents = link_all(claims, DOCUMENTS)
    parts, whole = (tallies(incidents, name, TODAY, rule=rule) for name in (by, "all"))
    for field in ("low", "high", "incidents", "claims", "origins"):
        assert sum(getattr(t, field) for t in parts) == sum(getattr(t, field) for t in whole)
    if rule != "claimants":
        assert sum(t.best for t in parts) == sum(t.best for t in whole)


@MANY
@given(some_claims())
def test_a_part_is_within_its_whole_of_one_claimant(claims):
    for incident in link_all(claims, DOCUMENTS):
        for found in ranges(incident.figures):
            told = {f.claim for f in incident.figures}
            assert set(found.claims) <= told


@MANY
@given(some_claims(24))
def test_an_index_of_block_keys_finds_every_pair_that_bulk_linking_compares(claims):
    unique = {c.id: c for c in claims}
    ids = sorted(unique)
    facets = [facet(unique[i]) for i in ids]
    blocks = Blocks(facets)
    stored = {i: set(block_keys(unique[i])) for i in ids}
    asked = {i: set(lookup_keys(unique[i])) for i in ids}
    for one, two in blocks.pairs():
        for a in (ids[i] for i in one):
            for b in (ids[i] for i in two):
                assert asked[a] & stored[b], (a, b)
                assert asked[b] & stored[a], (a, b)


@MANY
@given(some_claims(), st.integers(0, 10**6))
def test_claims_read_beside_change_nothing_but_the_reading(claims, seed):
    unique = {c.id: c for c in claims}
    whole = link_all(claims, DOCUMENTS)
    picked = random.Random(seed).choice(whole)
    alone = link_all([unique[c] for c in picked.claims], DOCUMENTS, beside=claims)
    assert [set(i.claims) for i in alone] == [set(picked.claims)]
    assert alone[0].kind == picked.kind
