"""What goes into the record comes out of it, once, under ids that go on."""

import sqlite3
from itertools import permutations

import pytest
from made import claims, document, group, incident, run

from vigie import values as v
from vigie.linking import Decision
from vigie.record import RecordError, open_record, restore_record


@pytest.fixture
def record(tmp_path):
    with open_record(tmp_path / "vigie.db") as opened:
        yield opened


def fill(record, numbers):
    for number in numbers:
        doc = document(number)
        record.add_documents([doc])
        record.add_claims(doc.id, claims(doc, number))


def test_documents_and_claims_come_back_as_they_went_in(record):
    fill(record, range(5))
    assert sorted(record.documents(), key=lambda d: d.document) == [document(n) for n in range(5)]
    expected = [claim for n in range(5) for claim in claims(document(n), n)]
    assert sorted(record.claims(), key=lambda c: c.id) == sorted(expected, key=lambda c: c.id)


def test_running_twice_adds_nothing_and_other_files_add(tmp_path):
    path = tmp_path / "vigie.db"
    counts = []
    for total in (12, 12, 15):
        run(path, total)
        with open_record(path, write=False) as record:
            counts.append({k: n for k, n in record.summary().items() if k != "journal"})
    assert counts[0] == counts[1]
    assert (counts[1]["documents"], counts[2]["documents"], counts[2]["harm"]) == (12, 15, 15)


def test_a_document_is_known_only_once_its_claims_are_there(record):
    doc = document(1)
    record.add_documents([doc])
    assert record.known_document_ids() == set()
    record.add_claims(doc.id, [])
    assert record.known_document_ids() == {doc.id}


def fill_and_fail(record):
    with record.batch():
        fill(record, [1])
        raise ZeroDivisionError


def test_readings_of_many_documents_come_to_the_same(record, tmp_path):
    fill(record, range(6))
    bad = v.Document(document="demi", id="bad", text="un \ud83d seul", sha256="0", text_sha256="0", origin="o")
    lost = v.Harm(id="lost", document="bad", quote="", start=0, end=0, outcome="killed")
    with open_record(tmp_path / "other.db") as other:
        readings = [(document(n), claims(document(n), n)) for n in range(6)]
        assert other.add_readings([*readings, (bad, [lost])]) == 6
        assert other.add_readings(readings) == 0
        assert list(other.claims()) == list(record.claims())
        assert list(other.documents()) == list(record.documents())
        assert other.known_document_ids() == record.known_document_ids()
        assert len(list(other.problems())) == 1


def test_a_broken_batch_leaves_nothing(record):
    with pytest.raises(ZeroDivisionError):
        fill_and_fail(record)
    assert record.summary()["documents"] == record.summary()["journal"] == 0


def test_text_that_cannot_be_stored_becomes_a_problem_and_the_rest_is_kept(record):
    bad = v.Document(
        document="demi\ud800.txt", id="bad", text="un \ud83d seul", sha256="0", text_sha256="0", origin="o"
    )  # fmt: skip
    assert record.add_documents([bad, document(2)]) == 1
    assert [problem.reason[:19] for problem in record.problems()] == ["the text holds half"]


def test_problems_are_kept_once(record):
    problem = v.Problem(file="a.pdf", place="page 3", reason="illisible")
    assert record.add_problems([problem, problem]) == 1
    assert record.add_problems([problem]) == 0
    assert list(record.problems()) == [problem]


def numbered(record, *wanted):
    fill(record, wanted)
    return [claim for n in wanted for claim in claims(document(n), n)]


def test_incidents_get_public_ids_that_say_nothing(record):
    record.apply([incident("key", numbered(record, 1))])
    (found,) = record.incidents()
    assert found.incident != "key"
    assert len(found.incident) == 10
    assert not found.reviewed


def test_the_same_incidents_again_change_nothing(record):
    new = group(numbered(record, 1, 2, 3))
    record.apply(new)
    before, journal = list(record.incidents()), record.summary()["journal"]
    assert record.apply(reversed(new)).unchanged == len(new)
    assert (list(record.incidents()), record.summary()["journal"]) == (before, journal)


def test_a_merge_leaves_a_tombstone_that_points_on(record):
    a, b, c = (numbered(record, n) for n in (1, 2, 3))
    record.apply([incident("a", a), incident("b", b), incident("c", c)])
    ids = {tuple(i.claims): i.incident for i in record.incidents()}
    record.apply([incident("ab", a + b)])
    (ab,) = [i for i in record.incidents() if len(i.claims) == 4]
    record.apply([incident("abc", a + b + c)])
    (abc,) = record.incidents()
    assert ab.incident in ids.values()
    assert set(record.tombstones()) == set(ids.values()) - {abc.incident}
    assert set(record.tombstones().values()) == {abc.incident}


def test_a_split_leaves_the_old_id_with_the_larger_part(record):
    a, b = numbered(record, 1), numbered(record, 2)
    record.apply([incident("ab", a + b)])
    (old,) = record.incidents()
    record.apply([incident("large", [*a, b[0]]), incident("small", b[1:])])
    now = {len(i.claims): i.incident for i in record.incidents()}
    assert now[3] == old.incident
    assert now[1] != old.incident


def holding(record, claims):
    return next(i.incident for i in record.incidents() if claims[0].id in i.claims)


def merged_then(record, more):
    """Two incidents of two claims, by number; merged; `more` came in as an incident of its own: its id."""
    a, b = numbered(record, 1), numbered(record, 2)
    record.apply([incident("a", a), incident("b", b)])
    of_a, of_b = (holding(record, one) for one in (a, b))
    record.apply([incident("ab", a + b)])
    record.apply([incident("more", more)])
    return a, b, of_a, of_b, holding(record, more)


@pytest.fixture(params=permutations("abc"), ids="".join)
def any_order(request, monkeypatch):
    """Ids are random, and ties go by them: three that sort in every way."""
    given = iter([letter * 10 for letter in request.param])
    monkeypatch.setattr("vigie.record.incidents.new_public_id", lambda: next(given))


@pytest.mark.usefixtures("any_order")
def test_an_undone_merge_takes_up_its_id_before_a_later_one(record):
    more = numbered(record, 3)
    a, b, of_a, of_b, later = merged_then(record, more)
    record.apply([incident("a", a), incident("b and more", b + more)])
    assert {i.incident: len(i.claims) for i in record.incidents()} == {of_a: 2, of_b: 4}
    assert record.tombstones() == {later: of_b}


def undone_in_part(record):
    """A merge, and a larger incident that came in later: its claims, the id that the merge kept, that which it buried,
    the later id, and the claims of the kept and of the buried one.
    """
    more = numbered(record, 3, 4)
    a, b, of_a, of_b, later = merged_then(record, more)
    living = holding(record, a)
    return (more, living, of_b, later, a, b) if living == of_a else (more, living, of_a, later, b, a)


@pytest.mark.usefixtures("any_order")
def test_what_a_merge_took_in_stands_apart_under_its_own_id_when_the_rest_goes_to_a_later_one(record):
    more, living, buried, later, kept, gone = undone_in_part(record)
    record.apply([incident("apart", gone), incident("rest", kept + more)])
    assert {i.incident: len(i.claims) for i in record.incidents()} == {buried: 2, later: 6}
    assert record.tombstones() == {living: later}


@pytest.mark.usefixtures("any_order")
def test_the_id_of_an_undone_merge_leads_to_where_its_claims_are(record):
    more, living, buried, later, kept, gone = undone_in_part(record)
    record.apply([incident("kept", kept), incident("more", gone + more)])
    assert {i.incident: len(i.claims) for i in record.incidents()} == {living: 2, later: 6}
    assert record.tombstones() == {buried: later}


@pytest.mark.usefixtures("any_order")
def test_an_undone_merge_gives_back_the_whole_and_not_the_part_that_it_had_taken_in_before(record):
    small, large, other = numbered(record, 1), numbered(record, 2, 3), numbered(record, 4, 5, 6, 7)
    record.apply([incident("small", small), incident("large", large), incident("other", other)])
    part, whole = holding(record, small), holding(record, large)
    record.apply([incident("whole", small + large)])
    before = {i.incident: len(i.claims) for i in record.incidents()}
    record.apply([incident("all", small + large + other)])
    record.apply([incident("whole", small + large), incident("other", other)])
    assert {i.incident: len(i.claims) for i in record.incidents()} == before
    assert record.tombstones() == {part: whole}


def test_an_undone_merge_leaves_each_id_with_its_own_claims_whichever_grew(record):
    a, b, new = numbered(record, 1), numbered(record, 2), numbered(record, 3)
    record.apply([incident("a", a), incident("b", b)])
    ids = {i.incident: set(i.claims) for i in record.incidents()}
    record.apply([incident("ab", a + b)])
    (living,) = [i.incident for i in record.incidents()]
    record.apply([incident("ab", [*a, *b, new[0]]), incident("alone", new[1:])])
    kept, gone = (a, b) if ids[living] == {c.id for c in a} else (b, a)
    record.apply([incident("kept", kept), incident("grown", [*gone, new[0]])])
    now = {i.incident: set(i.claims) for i in record.incidents()}
    assert all(ids[one] <= now[one] for one in ids)


def test_a_claim_cannot_fall_out_of_the_incidents_unseen(record):
    a = numbered(record, 1)
    record.apply([incident("a", a)])
    with pytest.raises(ValueError, match="1 claims of the incidents touched"):
        record.apply([incident("less", a[:1])])
    assert [sorted(i.claims) for i in record.incidents()] == [sorted(c.id for c in a)]


def test_what_contains_is_named_by_public_ids_through_merges(record):
    a, b, whole = numbered(record, 1), numbered(record, 2), numbered(record, 3)
    summary = v.Incident(incident="s", kind="summary", claims=[c.id for c in whole], contains=["a", "b"])
    record.apply([incident("a", a), incident("b", b), summary])
    record.apply([incident("ab", a + b)])
    parts = {i.incident for i in record.incidents() if i.kind == "event"}
    (total,) = [i for i in record.incidents() if i.kind == "summary"]
    assert set(total.contains) == parts


def test_neighbours_bring_whole_incidents_and_never_the_claims_themselves(record):
    near, far, new = numbered(record, 1), numbered(record, 2), numbered(record, 85)
    record.apply([incident("mixed", near + far)])
    assert {c.id for c in record.neighbours(new)} == {c.id for c in near + far}


def test_decisions_are_kept_and_undone(record):
    same = record.decide(Decision(act="same", claims=["c1", "c2"]), by="p1", reason="même raid")
    record.decide(Decision(act="different", claims=["c1", "c3"]), by="p1")
    record.undo(same)
    assert record.decisions() == [Decision(act="different", claims=["c1", "c3"])]
    with pytest.raises(KeyError):
        record.undo(same)


def test_the_journal_holds_no_words(record, tmp_path):
    numbered(record, 4)
    record.decide(Decision(act="same", claims=["c1", "c2"]), by="Amina", reason="un secret")
    with sqlite3.connect(tmp_path / "vigie.db") as raw:
        dump = repr(raw.execute("select action, subject, payload from record_journal").fetchall())
    assert not any(word in dump for word in ("secret", "Amina", "Observatoire", "depeche", "Agence"))


def test_the_journal_is_whole_and_refuses_alteration(record, tmp_path):
    run_journal(record)
    assert record.verify_journal() == []
    raw = sqlite3.connect(tmp_path / "vigie.db")
    for statement in ("update record_journal set subject='x'", "delete from record_journal where seq=2"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw.execute(statement)
    raw.close()


def run_journal(record):
    with record.run("test"):
        fill(record, range(3))


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("update record_journal set subject='x' where seq=2", [(2, "the entry was altered")]),
        ("delete from record_journal where seq=3", [(4, "an entry before this one is missing or was altered")]),
        ("delete from record_journal where seq >= 7", [(0, "are missing")]),
    ],
)
def test_tampering_shows(record, tmp_path, damage, said):
    run_journal(record)
    with sqlite3.connect(tmp_path / "vigie.db") as raw:
        raw.execute("drop trigger journal_no_update")
        raw.execute("drop trigger journal_no_delete")
        raw.execute(damage)
    raw.close()
    breaks = record.verify_journal()
    assert [b.seq for b in breaks] == [seq for seq, _ in said]
    assert all(words in b.reason for b, (_, words) in zip(breaks, said, strict=True))


def test_a_backup_of_a_live_record_is_a_record(record, tmp_path):
    fill(record, range(3))
    record.backup(tmp_path / "copies" / "one.db")
    fill(record, range(3, 6))
    with open_record(tmp_path / "copies" / "one.db", write=False) as copy:
        assert copy.summary()["documents"] == 3
        assert copy.verify_journal() == []


def test_a_record_opened_to_read_refuses_to_write(tmp_path):
    open_record(tmp_path / "vigie.db").close()
    with open_record(tmp_path / "vigie.db", write=False) as reader, pytest.raises(RecordError) as told:
        reader.add_problems([v.Problem(file="a", place="", reason="b")])
    assert told.value.key == "opened_to_read"


def test_linking_by_and_by_comes_to_what_linking_at_once_does(tmp_path):
    found = []
    for name, portions in (("one.db", [range(40)]), ("many.db", [range(n, 40, 7) for n in range(7)])):
        with open_record(tmp_path / name) as record:
            for numbers in portions:
                fill(record, numbers)
                record.link_new()
            found.append({frozenset(i.claims) for i in record.incidents()})
            assert record.unlinked_claims() == []
    assert found[0] == found[1]
    assert len(found[0]) < 80


def count(place):
    with open_record(place, write=False) as record:
        return record.summary()["documents"]


def test_a_backup_put_back_is_the_record_and_what_stood_there_is_kept(tmp_path):
    place, copy = tmp_path / "vigie.db", tmp_path / "copies" / "one.db"
    with open_record(place) as record:
        fill(record, [1])
        record.backup(copy)
        fill(record, [2])
    kept = restore_record(copy, place)
    assert kept == tmp_path / "vigie-before-1.db"
    assert (count(place), count(kept), count(copy)) == (1, 2, 1)
    with open_record(place) as record:
        assert record.verify_journal() == []
        fill(record, [3, 4])
    assert restore_record(kept, place) == tmp_path / "vigie-before-2.db"
    assert count(place) == 2
    assert restore_record(copy, tmp_path / "new" / "vigie.db") is None
    assert count(tmp_path / "new" / "vigie.db") == 1


def test_what_is_no_record_or_in_use_is_not_put_back(tmp_path):
    place, copy, other = tmp_path / "vigie.db", tmp_path / "copy.db", tmp_path / "other.txt"
    other.write_text("pas une base", encoding="utf-8")
    with open_record(place) as record:
        record.backup(copy)
        for source, key in ((copy, "another_run"), (other, "not_a_record"), (tmp_path / "none.db", "missing")):
            with pytest.raises(RecordError) as told:
                restore_record(source, place)
            assert told.value.key == key
    assert list(tmp_path.glob("*.part")) == []
