"""A record that an older program kept: its documents are compared as copies and versions at the next run."""

import sqlite3

import msgspec
import pytest
from test_record_copies import OTHER, WIRES, claim, made

from vigie.record import open_record

PAGE = "https://www.example.org/fil/7"


def aged(path):
    """Take from a record what migrations 0003 and 0004 brought, as if it had been kept before them."""
    with sqlite3.connect(path) as raw:
        raw.execute("delete from record_wordingkey")
        raw.execute("delete from record_wording")
        raw.execute("update record_document set address = null, version_of_id = null")
        raw.execute("update record_document set origin = json_extract(value, '$.origin')")
    raw.close()


def version(number, words):
    return msgspec.structs.replace(made(f"fil {number}", words), url=PAGE)


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "vigie.db"
    with open_record(path) as record:
        for documents in (WIRES, [version(1, OTHER)], [version(2, [*OTHER, "Le convoi est reparti à vide jeudi."])]):
            with record.run("test"):
                record.add_readings((document, [claim(document)]) for document in documents)
        record.link_new()
    aged(path)
    return path


def test_old_documents_are_compared_at_the_next_run(old):
    with open_record(old) as record:
        assert len(list(record.origins())) == 6
        shown = []
        record.catch_up(lambda done, of: shown.append((done, of)))
        assert shown == [(7, 7)]
        assert sorted(len(origin.documents) for origin in record.origins()) == [2, 5]
        assert [found.document for found in record.versions(PAGE)] == ["fil 1", "fil 2"]
        record.link_new()
        facts = [incident.facts for incident in record.incidents()]
        assert sum(fact.origins for fact in facts) == 2
        assert record.verify_journal() == []
        shown.clear()
        record.catch_up(lambda done, of: shown.append((done, of)))
        assert shown == [], "once"


def test_old_documents_come_before_what_came_since(old):
    later = version(3, [*OTHER, "Le convoi est revenu samedi."])
    with open_record(old) as record:
        record.add_readings([(later, []), (made("copie tardive", WIRES[0].text.split("\n\n")), [])])
        record.catch_up()
        assert [found.document for found in record.versions(PAGE)] == ["fil 1", "fil 2", "fil 3"]
        assert sorted(len(origin.documents) for origin in record.origins()) == [3, 6]


def test_a_run_killed_while_it_catches_up_goes_on(old, monkeypatch):
    from vigie.record import catching_up

    monkeypatch.setattr(catching_up, "PORTION", 2)

    def stop(done, _):
        if done >= 4:
            raise KeyboardInterrupt

    with open_record(old) as record, pytest.raises(KeyboardInterrupt):
        record.catch_up(stop)
    with open_record(old) as record:
        record.catch_up()
        assert sorted(len(origin.documents) for origin in record.origins()) == [2, 5]
        assert [found.document for found in record.versions(PAGE)] == ["fil 1", "fil 2"]
