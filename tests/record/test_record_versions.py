"""A changed text under a known address or name is a new document, tied to the one before it."""

import random

import pytest

from vigie import values as v
from vigie.intake import fingerprint
from vigie.record import open_record

URL = "https://fil.example.org/raid"
FIRST = "Au moins neuf civils ont été tués jeudi dans un raid sur Tell Ramla, selon des secouristes joints sur place."
REVISED = FIRST.replace("neuf", "onze")
GONE = "Cet article n'est plus disponible."
OTHER = "Le convoi d'aide attendu depuis mars est entré mercredi dans la vallée de Wadi Sakr avec quatorze camions."


def made(text, name="a.txt", url=None):
    return v.Document(
        document=name, id=v.document_id(url or name, text), text=text, url=url, sha256="0", text_sha256="0",
        origin=fingerprint(text),
    )  # fmt: skip


@pytest.fixture
def record(tmp_path):
    with open_record(tmp_path / "vigie.db") as opened:
        yield opened


def add(record, *documents):
    record.add_readings((document, []) for document in documents)


def texts(found):
    return [document.text for document in found]


@pytest.mark.parametrize("size", [1, 2, 3])
def test_versions_of_a_page_form_a_chain_whatever_stands_there(record, size):
    told = [made(text, url=URL) for text in (FIRST, REVISED, GONE)]
    for at in range(0, 3, size):
        add(record, *told[at : at + size])
    add(record, *told)  # known already
    assert record.versions(URL) == record.versions(told[2].id) == record.versions("http://www.fil.example.org/raid#top")
    assert texts(record.versions(URL)) == [FIRST, REVISED, GONE]
    assert record.version_ties() == {told[1].id: told[0].id, told[2].id: told[1].id}
    assert record.verify_journal() == []


def test_a_name_given_to_another_text_is_no_version(record):
    add(record, made(FIRST), made(OTHER), made(REVISED), made(FIRST, "b.txt"))
    assert texts(record.versions("a.txt")) in ([FIRST, REVISED], [OTHER])
    assert texts(record.versions(made(REVISED).id)) == [FIRST, REVISED]
    assert texts(record.versions(made(OTHER).id)) == [OTHER]
    assert len(record.version_ties()) == 1


def test_a_document_with_an_address_is_found_by_the_file_it_came_in_too(record):
    add(record, made(FIRST, "page.html", URL))
    assert texts(record.versions("page.html")) == [FIRST]


def test_what_the_record_does_not_know_has_no_versions(record):
    assert record.versions("https://nowhere.example.org/") == []


def test_portions_do_not_change_what_follows_what(tmp_path):
    chance, told = random.Random(3), [made(text, name) for name in "ab" for text in (FIRST, OTHER, REVISED, GONE)]
    found = []
    for name in range(6):
        with open_record(tmp_path / f"{name}.db") as record:
            rest = list(told)
            while rest:
                size = chance.randint(1, 4)
                add(record, *rest[:size])
                rest = rest[size:]
            found.append(record.version_ties())
    assert all(ties == found[0] for ties in found)
    assert len(found[0]) == 2


def test_the_document_itself_does_not_change(record):
    add(record, made(FIRST, url=URL), made(REVISED, url=URL))
    assert sorted(record.documents(), key=lambda d: d.text) == [made(FIRST, url=URL), made(REVISED, url=URL)]
