"""Killed runs, two runs at once, full disks, foreign files: a clear message, and the record as it was."""

import os
import random
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from made import claims, document, run

from vigie.record import RecordError, open_record

MADE = Path(__file__).with_name("made.py")
DOCUMENTS = 240


def start(path):
    env = {**os.environ, "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen([sys.executable, str(MADE), str(path), str(DOCUMENTS)], stdout=subprocess.PIPE, env=env)


def content(path):
    """All tables but for what differs between any two runs: random public ids, run ids, clock times, order."""
    tables = {
        "source": "select name from record_source",
        "document": "select id, given, language, published, origin, text, value, complete from record_document",
        "claim": "select id, document_id, kind, what, start, first_day, last_day, lat, lon, value, linked "
        "from record_claim",
        "keys": "select key, claim_id from record_blockkey",
        "problem": "select id, file, code, value from record_problem",
        "figure": "select claim_id, outcome, victims, low, high, said_by, origin, superseded_by from record_figure",
        "journal": "select action, subject, payload from record_journal where action like '%.added'",
        "incident": "select key, kind, type, first_day, last_day, contradictions, lat, lon from record_incident "
        "where merged_into_id is null",
        "members": "select i.key, m.claim_id from record_incidentclaim m join record_incident i "
        "on i.public_id = m.incident_id",
    }
    raw = sqlite3.connect(path)
    try:
        return {name: sorted(raw.execute(query).fetchall(), key=repr) for name, query in tables.items()}
    finally:
        raw.close()


def kill_after(path, lines):
    """Start a run, kill -9 it after so many lines of progress; True where it finished first."""
    process = start(path)
    for _ in range(lines):
        if not process.stdout.readline():
            break
    process.kill()
    process.stdout.close()
    return process.wait() == 0


def test_a_run_killed_again_and_again_ends_in_the_same_record(tmp_path):
    whole, broken = tmp_path / "whole.db", tmp_path / "broken.db"
    run(whole, DOCUMENTS)
    chance = random.Random(os.environ.get("VIGIE_SEED", "vigie"))
    killed = 0
    for _ in range(int(os.environ.get("VIGIE_KILLS", "7"))):
        killed += not kill_after(broken, chance.randint(0, 5))
    process = start(broken)
    process.communicate()
    assert process.returncode == 0
    assert killed >= 5
    assert content(broken) == content(whole)
    with open_record(broken, write=False) as record:
        assert record.verify_journal() == []


def test_two_runs_at_once_are_refused_with_a_clear_message(tmp_path):
    path = tmp_path / "vigie.db"
    with open_record(path) as first:
        with pytest.raises(RecordError) as told:
            open_record(path)
        first.add_documents([document(1)])
        with open_record(path, write=False) as reader:
            assert reader.summary()["documents"] == 1
    assert told.value.key == "another_run"
    assert "Une autre exécution" in told.value.text("fr")
    open_record(path).close()


def test_a_record_locked_by_another_program_says_so(tmp_path):
    path = tmp_path / "vigie.db"
    with open_record(path, timeout=0.1) as record:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordError) as told:
            record.add_documents([document(1)])
        other.execute("ROLLBACK")
        other.close()
        assert told.value.key == "locked"
        assert record.add_documents([document(1)]) == 1


def add_many(record):
    with record.batch():
        for number in range(1, 200):
            doc = document(number)
            record.add_documents([doc])
            record.add_claims(doc.id, claims(doc, number))


@pytest.mark.parametrize(
    ("pragma", "undo", "key"),
    [
        ("PRAGMA max_page_count={pages}", "PRAGMA max_page_count=1000000", "disk_full"),
        ("PRAGMA query_only=1", "PRAGMA query_only=0", "read_only"),
    ],
)
def test_a_full_or_read_only_disk_leaves_the_record_as_it_was(tmp_path, pragma, undo, key):
    from django.db import connections

    path = tmp_path / "vigie.db"
    with open_record(path) as record:
        record.add_documents([document(0)])
        cursor = connections[record._alias].cursor()
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        before = content(path)
        cursor.execute(pragma.format(pages=pages + 2))
        with pytest.raises(RecordError) as told:
            add_many(record)
        cursor.execute(undo)
        assert told.value.key == key
        assert content(path) == before
        assert record.add_documents([document(1)]) == 1


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_without_permission_says_so(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(RecordError) as told:
        open_record(tmp_path / "vigie.db")
    tmp_path.chmod(0o700)
    assert told.value.key == "read_only"


def foreign(path):
    raw = sqlite3.connect(path)
    raw.execute("create table photos (id)")
    raw.commit()
    raw.close()


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize(
    "make",
    [lambda p: p.write_text("un texte", encoding="utf-8"), lambda p: p.mkdir(), foreign],
    ids=["text", "folder", "foreign"],
)
def test_what_is_not_a_record_is_left_alone(tmp_path, make, write):
    path = tmp_path / "autre.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(RecordError) as told:
        open_record(path, write=write)
    assert told.value.key == "not_a_record"
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_record_that_is_not_there_is_made_or_missed(tmp_path):
    with pytest.raises(RecordError) as told:
        open_record(tmp_path / "deep" / "vigie.db", write=False)
    assert told.value.key == "missing"
    open_record(tmp_path / "deep" / "vigie.db").close()


def test_a_record_of_a_newer_program_is_refused(tmp_path):
    path = tmp_path / "vigie.db"
    open_record(path).close()
    with sqlite3.connect(path) as raw:
        raw.execute("insert into django_migrations (app, name, applied) values ('record', '9999_next', '2030-01-01')")
    raw.close()
    with pytest.raises(RecordError) as told:
        open_record(path)
    assert told.value.key == "newer"


def test_a_record_only_begun_or_older_is_not_read_but_brought_up_to_date(tmp_path):
    path = tmp_path / "vigie.db"
    with sqlite3.connect(path) as raw:
        raw.execute("create table django_migrations (id integer primary key autoincrement, app, name, applied)")
    raw.close()
    with pytest.raises(RecordError) as told:
        open_record(path, write=False)
    assert told.value.key == "older"
    open_record(path).close()
    with open_record(path, write=False) as record:
        assert record.summary()["documents"] == 0


def test_a_backup_that_cannot_be_written_says_so(tmp_path):
    with open_record(tmp_path / "vigie.db") as record:
        (tmp_path / "file").write_text("")
        with pytest.raises(RecordError) as told:
            record.backup(tmp_path / "file" / "copy.db")
    assert told.value.key == "unwritable_backup"


def test_every_message_is_in_both_languages():
    from vigie.record.errors import _messages

    assert all(set(texts) == {"en", "fr"} and texts["en"] != texts["fr"] for texts in _messages().values())
