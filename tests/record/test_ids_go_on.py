"""Public ids over any history of groupings: what was cited once leads somewhere, and a merge can be undone."""

from collections import defaultdict

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import claims, document, incident

from vigie.record import open_record

_CLAIMS = 5  # documents of two claims each
_groupings = st.lists(st.integers(0, 3), min_size=2 * _CLAIMS, max_size=2 * _CLAIMS)
_few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def grouped(members, grouping):
    groups = defaultdict(list)
    for claim, number in zip(members, grouping, strict=True):
        groups[number].append(claim)
    return [incident(f"{number} {len(group)}", group) for number, group in groups.items()]


def filled(record):
    members = []
    for number in range(_CLAIMS):
        doc = document(number)
        record.add_documents([doc])
        record.add_claims(doc.id, claims(doc, number))
        members += claims(doc, number)
    return members


def standing(record):
    return {found.incident: sorted(found.claims) for found in record.incidents()}


@_few
@given(history=st.lists(_groupings, min_size=1, max_size=6))
def test_every_id_that_was_given_leads_to_a_standing_incident(tmp_path_factory, history):
    with open_record(tmp_path_factory.mktemp("ids") / "vigie.db") as record:
        members = filled(record)
        seen = set()
        for grouping in history:
            record.apply(grouped(members, grouping))
            now = standing(record)
            seen |= set(now)
            assert sorted(claim for held in now.values() for claim in held) == sorted(claim.id for claim in members)
            assert {record.tombstones().get(one, one) for one in seen} == set(now)


@_few
@given(history=st.lists(_groupings, min_size=1, max_size=4), two=st.tuples(st.integers(0, 3), st.integers(0, 3)))
def test_a_merge_undone_at_once_leaves_every_incident_under_its_id(tmp_path_factory, history, two):
    with open_record(tmp_path_factory.mktemp("ids") / "vigie.db") as record:
        members = filled(record)
        for grouping in history:
            record.apply(grouped(members, grouping))
        before = standing(record)
        record.apply(grouped(members, [two[0] if number == two[1] else number for number in history[-1]]))
        record.apply(grouped(members, history[-1]))
        assert standing(record) == before
