"""Copies in the record: what a document copies is told when it comes, whatever came before and in whatever portions."""

import datetime as dt
import itertools
import random

import msgspec
import pytest

from vigie import values as v
from vigie.intake import fingerprint
from vigie.intake import origins as compared_at_once
from vigie.record import open_record

LEAD = "Au moins neuf civils ont été tués jeudi dans un bombardement à l'artillerie lourde contre Tell Ramla."
REST = [
    "Une école et deux maisons voisines de la place du marché ont été détruites par les obus, selon des habitants.",
    "Les secouristes ont évacué une vingtaine de blessés vers un dispensaire de campagne installé dans une cave.",
    "Le porte-parole de l'armée a assuré que seules des positions de tir avaient été visées dans ce secteur du front.",
    "Les habitants avaient commencé à revenir au bourg après la trêve conclue trois semaines plus tôt entre les camps.",
]
WIRE = [LEAD, *REST]
OTHER = [
    "Un convoi d'aide de quatorze camions est entré mercredi dans la vallée de Wadi Sakr, a annoncé une organisation.",
    "Les chargements contiennent de la farine, des couvertures et des médicaments pour quelque trois mille familles.",
]


def made(name, paragraphs, outlet=None, day=14):
    text = "\n\n".join(paragraphs)
    return v.Document(
        document=name, id=v.document_id(name, text), text=text, outlet=outlet or name, sha256="0", text_sha256="0",
        origin=fingerprint(text), published=v.Interval.day(dt.date(2016, 4, day)),
    )  # fmt: skip


WIRES = [
    made("fil", ["TELL RAMLA (Reuters) -", *WIRE]),
    made("mot pour mot", ["TELL RAMLA (Reuters) -", *WIRE]),
    made("titre", ["L'horreur au marché", *WIRE]),
    made("coupé", WIRE[:3]),
    made("retouché", [LEAD.replace("neuf", "onze"), *REST]),
]


def claim(document):
    return v.Harm(
        id=v.claim_id(document.id, "harm", ("killed", 9)), document=document.id, quote="neuf civils", start=9, end=20,
        when=v.Interval.day(dt.date(2016, 4, 14)), outcome="killed", victims="civilians", count=9, low=9, method="s",
        place=v.Place(name="Tell Ramla", id="tr", lat=36.0, lon=37.0, km=8, level="town"),
    )  # fmt: skip


@pytest.fixture
def record(tmp_path):
    with open_record(tmp_path / "vigie.db") as opened:
        yield opened


def add_by(record, documents, size):
    for at in range(0, len(documents), size):
        record.add_readings((document, []) for document in documents[at : at + size])


def groups(record):
    return {tuple(origin.documents) for origin in record.origins()}


def test_five_outlets_that_print_one_wire_are_one_origin(record):
    record.add_readings((document, [claim(document)]) for document in WIRES)
    record.link_new()
    (incident,) = record.incidents()
    assert (incident.facts.outlets, incident.facts.origins) == (5, 1)
    assert len({figure.origin for figure in incident.figures}) == 1
    (origin,) = record.origins()
    assert (len(origin.documents), origin.outlets, origin.agencies) == (5, sorted(d.outlet for d in WIRES), ["REUTERS"])


def test_a_copy_that_comes_in_a_later_run_joins_the_origin(record):
    for document in WIRES:
        record.add_readings([(document, [claim(document)])])
        record.link_new()
    (incident,) = record.incidents()
    assert (incident.facts.outlets, incident.facts.origins) == (5, 1)


def test_what_a_document_came_in_with_is_kept_beside_its_origin(record):
    add_by(record, WIRES, 1)
    by_name = {document.document: document for document in record.documents()}
    assert {document.origin for document in by_name.values()} == {WIRES[0].origin}
    for document in WIRES:
        assert msgspec.structs.replace(by_name[document.document], origin=document.origin) == document
    actions = [row.action for row in _journal(record)]
    assert actions.count("document.copied") == 3


def _journal(record):
    from vigie.record.models import Journal

    return list(Journal.objects.using(record._alias).order_by("seq"))


@pytest.mark.parametrize("size", [1, 2, 3, 100])
@pytest.mark.parametrize("seed", range(3))
def test_order_and_portions_do_not_change_the_groups(record, size, seed):
    documents = [*WIRES, made("autre", OTHER), made("autre bis", OTHER), made("bref", ["Rien de neuf."])]
    add_by(record, random.Random(seed).sample(documents, len(documents)), size)
    assert groups(record) == {tuple(origin.documents) for origin in compared_at_once(documents)}
    assert len(groups(record)) == 3


def test_two_originals_that_a_later_text_shows_to_be_one_are_linked_again(record):
    halves = [made("début", WIRE[:2]), made("fin", WIRE[3:])]
    for document in halves:
        record.add_readings([(document, [claim(document)])])
    record.link_new()
    (before,) = record.incidents()
    whole = made("tout", WIRE)
    record.add_readings([(whole, [])])
    assert [d.origin for d in record.documents()] == [halves[0].origin] * 3
    record.link_new()
    (after,) = record.incidents()
    assert (before.facts.origins, after.facts.origins, after.incident) == (2, 1, before.incident)
    assert record.verify_journal() == []


def test_a_sentence_under_all_dispatches_does_not_make_them_copies_nor_the_search_long(record):
    words = [f"mot{letter}{other}" for letter, other in itertools.product("abcdefghij", repeat=2)]
    chance = random.Random(7)
    news = [
        made(str(n), [" ".join(chance.sample(words, 12)) + ".", " ".join(chance.sample(words, 14)) + ".", REST[3]])
        for n in range(60)
    ]
    add_by(record, news, 7)
    assert len(groups(record)) == 60
    from vigie.record.models import WordingKey

    held = WordingKey.objects.using(record._alias).values_list("key", flat=True)
    assert max(list(held).count(key) for key in set(held)) == 12
