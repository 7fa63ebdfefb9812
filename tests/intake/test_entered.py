"""Rows of a list that are incidents: which lists are such, what stands in which column, what is kept of a row."""

from pathlib import Path

import makers
import pytest
from makers import FRENCH, put

from vigie.intake import figure, follows, origins, read
from vigie.intake.entered import columns
from vigie.record import open_record
from vigie.values import Document, Problem

LIST = (
    "Date;Lieu;Gouvernorat;Type d'incident;Auteur présumé;Tués;Civils tués;Blessés;Source;Notes;Téléphone\n"
    "11/10/2016;Alep;Alep;Raid aérien;aviation russe;au moins 12;9;30-35;OSDH;Marché touché à midi.;0612345678\n"
    "12/10/2016;Saraqeb;Idleb;Tirs d'artillerie;;0;;4;;;\n"
)
KOBO = (
    "start,end,_uuid,faits/date_des_faits,faits/lieu,_faits/point_latitude,_faits/point_longitude,faits/tues,"
    "faits/recit,_submission_time,username\n"
    f'2016-10-12,2016-10-12,u-1,2016-10-11,Tell Ramla,36.2,37.1,5,"{FRENCH}",2016-10-12T10:00:00,claire\n'
)
ODK = (
    "SubmissionDate,date_incident,lieu,point-Latitude,point-Longitude,point-Accuracy,nature,morts,meta-instanceID,KEY\n"
    "2016-10-12T10:00:00Z,2016-10-11,Bir Salem,36.2,37.1,4.9,bombardement,3,uuid:1,uuid:1\n"
)


def rows(path: Path) -> list[Document]:
    return [row for row in read([path]) if isinstance(row, Document)]


def cells(document: Document) -> dict[str, str]:
    return {field: document.text[start:end] for field, (start, end) in document.fields.items()}


def test_a_row_of_a_list_of_incidents_is_its_cells_letter_for_letter(tmp_path: Path) -> None:
    first, second = rows(put(tmp_path, "liste.csv", LIST))
    assert first.text == (
        "Date : 11/10/2016\nLieu : Alep\nGouvernorat : Alep\nType d'incident : Raid aérien\n"
        "Auteur présumé : aviation russe\nSource : OSDH\nTués : au moins 12\nCivils tués : 9\nBlessés : 30-35\n"
        "Notes : Marché touché à midi."
    )
    assert cells(first)["by"] == "aviation russe"
    assert "0612345678" not in first.text, "what nobody needs stays in the archive"
    assert (first.published, first.outlet, first.format) == (None, None, "csv")
    assert cells(second)["injured"] == "4"


def test_a_workbook_of_incidents_is_read_like_a_csv(tmp_path: Path) -> None:
    table = [line.split(";") for line in LIST.splitlines()]
    table[1][5] = 12  # type: ignore[call-overload] a number is a number there
    found = rows(put(tmp_path, "liste.xlsx", makers.workbook({"Faits": table, "Notes": [["rien"]]})))
    assert [cells(one).get("killed") for one in found] == ["12", "0"]
    assert found[0].document.endswith("liste.xlsx:Faits:2")


@pytest.mark.parametrize(("name", "table"), [("kobo.csv", KOBO), ("odk.csv", ODK)])
def test_a_survey_with_figures_gives_incidents_with_their_points(tmp_path: Path, name: str, table: str) -> None:
    (found,) = rows(put(tmp_path, name, table))
    said = cells(found)
    assert (said["day"], said["lat"], said["lon"]) == ("2016-10-11", "36.2", "37.1")
    assert "claire" not in found.text
    assert found.document in ("u-1", "uuid:1")


@pytest.mark.parametrize(
    "header",
    [
        "id;date;texte;lieu;type",
        "date;titre;texte;média",
        "Date de publication;Lieu;Article",
        "tués;blessés;texte",
        "date;tués;texte",
    ],
)
def test_a_list_of_texts_is_none_of_incidents(header: str) -> None:
    assert columns(header.split(";"), {}) == {}


def test_a_columns_file_names_columns_and_settles_what_rows_are(tmp_path: Path) -> None:
    table = f"Quand;Endroit;Perdus;Texte\n2016-10-11;Alep;7;{FRENCH}\n"
    said = 'day = "Quand"\nplace = "Endroit"\nkilled = "Perdus"\n'
    put(tmp_path, "a.csv.columns.toml", said)
    (found,) = rows(put(tmp_path, "a.csv", table))
    assert cells(found) == {"day": "2016-10-11", "place": "Alep", "killed": "7", "notes": FRENCH}
    put(tmp_path, "a.csv.columns.toml", said + 'rows = "documents"\n')
    (found,) = rows(tmp_path / "a.csv")
    assert (found.text, found.fields) == (FRENCH, {})
    put(tmp_path, "b.csv.columns.toml", 'rows = "incidents"\nday = "Quand"\n')
    (found,) = rows(put(tmp_path, "b.csv", "Quand;Endroit\n2016-10-11;Alep\n"))
    assert cells(found) == {"day": "2016-10-11"}


def test_what_stands_in_a_cell_and_cannot_be_taken_is_told_by_its_row(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", "Date;Lieu;Tués;Blessés\nhier;Alep;une dizaine;3\n;;;\n;Homs;;\n")
    found = [(row.code, row.place) for row in read([path]) if isinstance(row, Problem)]
    assert found == [("bad_date", "2"), ("bad_figure", "2")]
    assert len(rows(path)) == 2


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("12", (12, 12, "exactly")),
        (" 12.0 ", (12, 12, "exactly")),
        ("1 200", (1200, 1200, "exactly")),
        ("12-15", (12, 15, "exactly")),
        ("12 à 15", (12, 15, "exactly")),
        ("Au moins 12", (12, 12, "at_least")),
        ("≥12", (12, 12, "at_least")),
        ("12+", (12, 12, "at_least")),
        ("plus de 12", (12, 12, "more_than")),
        ("jusqu'à 5", (5, 5, "at_most")),
        ("moins de 5", (5, 5, "less_than")),
        ("env. 30", (30, 30, "about")),
        ("~30", (30, 30, "about")),
    ],
)
def test_a_figure_is_read_as_a_list_writes_it(words: str, expected: tuple[int, int, str]) -> None:
    assert figure(words) == expected


@pytest.mark.parametrize(
    "words", ["", "douze", "12 morts", "5?", "-3", "1/2", "12-", "15-12", "²", "11/10/2016", "9" * 40, "0612345678 12"]
)
def test_what_is_no_figure_is_none(words: str) -> None:
    assert figure(words) is None


def test_a_corrected_row_is_a_version_and_a_row_that_moved_is_none(tmp_path: Path) -> None:
    header, alep, homs = "Date;Lieu;Tués\n", "11/10/2016;Alep;12\n", "12/10/2016;Alep;12\n"
    old = rows(put(tmp_path, "a.csv", header + alep))[0]
    corrected = rows(put(tmp_path, "a.csv", header + alep.replace("12\n", "15\n")))[0]
    moved = rows(put(tmp_path, "a.csv", header + homs + alep))[0]
    assert old.document == corrected.document == moved.document
    assert follows(old, corrected)
    assert not follows(old, moved)


def test_rows_of_one_list_are_no_copies_of_each_other_unless_all_their_cells_are_the_same(tmp_path: Path) -> None:
    notes = (
        "Le marché couvert du vieux quartier a été touché au moment où les habitants faisaient leurs achats du matin."
    )
    header = "Date;Lieu;Province;Type d'incident;Auteur présumé;Tués;Blessés;Source;Notes\n"
    lines = [f"{day}/10/2016;Alep;Alep;Raid aérien;aviation russe;12;30;OSDH;{notes}\n" for day in (11, 12, 13, 13)]
    found = rows(put(tmp_path, "a.csv", header + "".join(lines)))
    assert sorted(len(one.documents) for one in origins(found)) == [1, 1, 2]
    with open_record(tmp_path / "vigie.db") as record:
        record.add_readings((document, []) for document in found)
        assert sorted(len(one.documents) for one in record.origins()) == [1, 1, 2]
