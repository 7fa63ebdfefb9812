"""The linter finds what it is there to find, and finds nothing in the tables as they are."""

from collections.abc import Callable
from pathlib import Path

import pytest

from vigie.vocabulary import _files, lint

Spoil = Callable[[str, str, str], None]
SHARED = Path(__file__).parents[2].parent / "shared" / "gold" / "actors.tsv"


def test_the_tables_are_clean() -> None:
    assert lint.problems() == []


@pytest.fixture
def spoil(monkeypatch: pytest.MonkeyPatch) -> Spoil:
    """Serve one table with a line replaced or added; every other table as it is on disk."""
    real_rows, real_text = _files.rows, _files.text

    def spoiling(table: str, old: str, new: str) -> None:
        changed = real_text(table).replace(old, new, 1)
        assert changed != real_text(table)
        head, *lines = (line.split("\t") for line in changed.splitlines())
        rows = tuple(dict(zip(head, line, strict=True)) for line in lines)
        monkeypatch.setattr(lint, "text", lambda name: changed if name == table else real_text(name))
        monkeypatch.setattr(lint, "rows", lambda name: rows if name == table else real_rows(name))

    return spoiling


@pytest.mark.parametrize(
    ("table", "old", "new", "found"),
    [
        ("actors", "\nADF\t", "\nTALIBAN\t", "actors.tsv, TALIBAN: there twice"),
        ("actors", "\nADF\t", "\nZZ-LAST\t", "actors.tsv: not sorted by id"),
        ("actors", "\nADF\t", "\nadf\t", "actors.tsv, adf: an id is capitals and digits with hyphens"),
        ("actors", "\nADF\t", "\nSYR-REB\t", "actors.tsv, SYR-REB: a pattern needs no row"),
        ("actors", "\nADF\t", "\nFRA\t", "actors.tsv, FRA: that is the code of another country"),
        ("actors", "Forces démocratiques alliées", "", "actors.tsv, ADF: name_fr is empty"),
        ("actors", "Forces démocratiques alliées", "Forces ", "a cell begins or ends with a blank"),
        ("actors", "\tCOD\t1995\t", "\tXXX\t1995\t", "actors.tsv, ADF: no country XXX"),
        ("actors", "\tCOD\t1995\t", "\tCOD\t1995\t1990", "actors.tsv, ADF: the period 1995-1990 cannot be"),
        ("actors", "\tAFG\t1995\t\tTALIBAN", "\tAFG\t1995\t\tTALIBANS", "actors.tsv, HAQQANI: no parent TALIBANS"),
        ("actors", "\t1988\t\t\t", "\t1988\t\tIS\t", "actors.tsv, IS: its parents run in a circle"),
        ("sources", "\tSYR-REGIME\t", "\tSYR-NOBODY\t", "leans to SYR-NOBODY, which is no camp"),
        ("sources", "\tagency\tFRA", "\tnewspaper\tFRA", "sources.tsv, AFP: no kind newspaper"),
        ("sources", "\nAFP\t", "\nADF\t", "sources.tsv, ADF: an actor has that id and speaks for itself"),
        ("terms", "abducted\tabducted\tenlevés", "abducted\tabducted\t", "label_fr is empty"),
        ("kind_rules", "rebels\t", "revels\t", "kind_rules.tsv: rebels stands in one of it and actor_kinds only"),
        ("governments", "2014-10-31", "2014-11-02", "governments.tsv, BFA 1987-10-15: it overlaps the next"),
        ("sub_events", "Battles\t", "Quarrels\t", "sub_events.tsv, Armed clash: no type Quarrels"),
    ],
)
def test_a_mistake_is_found(spoil: Spoil, table: str, old: str, new: str, found: str) -> None:
    spoil(table, old, new)
    assert any(found in problem for problem in lint.problems()), lint.problems()


def test_ids_that_are_missing_are_named(tmp_path: Path) -> None:
    register = tmp_path / "actors.tsv"
    register.write_text(
        "id\tname_en\nSYR\tSyria\nGHOST-ARMY\tGhosts\n<ISO>-REB\trebels\n<ISO>-XYZ\t?\n", encoding="utf-8"
    )
    assert lint.missing_from(register) == ["GHOST-ARMY", "<ISO>-XYZ"]


@pytest.mark.skipif(not SHARED.exists(), reason="the shared gold is not here")
def test_every_id_of_the_shared_gold_is_known() -> None:
    assert lint.missing_from(SHARED) == []


def test_a_line_with_too_few_fields_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_files, "text", lambda _: "id\tname\nA\n")
    with pytest.raises(ValueError, match=r"broken\.tsv, line 2: 1 fields, 2 expected"):
        _files.rows("broken")
