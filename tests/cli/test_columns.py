"""A list whose columns have other names: asked for once, kept beside it, and read into the record as incidents."""

from pathlib import Path

import makers
import pytest
from said import vigie

from vigie.record import open_record
from vigie.values import Event, Harm

ROWS = [
    ["Quand", "Où", "Ce qui s'est passé", "Perdus", "Soignés", "D'après"],
    ["11/10/2016", "Alep", "raid aérien", "12", "30", "OSDH"],
    ["11/10/2016", "Alep", "raid aérien", "19", "", "Sana"],
]
ANSWERS = ["2", "-", "", "", "1", "2", "", "", "", "3", "", "6", "99", "x", "4", *[""] * 3, "5", *[""] * 5]
SAID = {
    "rows": "incidents", "day": "Quand", "place": "Où", "type": "Ce qui s'est passé", "said_by": "D'après",
    "killed": "Perdus", "injured": "Soignés",
}  # fmt: skip


def listed(folder: Path, name: str) -> Path:
    if name.endswith(".xlsx"):
        return makers.put(folder, f"in/{name}", makers.workbook({"Vide": [], "Faits": [list(row) for row in ROWS]}))
    return makers.put(folder, f"in/{name}", "".join(";".join(row) + "\n" for row in ROWS))


@pytest.mark.parametrize("name", ["liste.csv", "liste.xlsx"])
def test_columns_are_asked_for_and_the_rows_become_one_incident_with_rival_figures(tmp_path: Path, name: str) -> None:
    path = listed(tmp_path, name)
    assert vigie("run", path, "--output", tmp_path / "before")[0] == 3, "nothing tells what these columns are"
    status, told = vigie("columns", path, given="\n".join(ANSWERS) + "\n")
    assert status == 0, told
    assert "Each row is: 1 a text, 2 an incident" in told
    import tomllib

    said = tomllib.loads(path.with_name(f"{name}.columns.toml").read_text(encoding="utf-8"))
    assert {field: column for field, column in said.items() if column} == SAID
    status, told = vigie("run", tmp_path / "in", "--output", tmp_path / "out")
    assert status == 0, told
    with open_record(tmp_path / "out" / "vigie.db", write=False) as record:
        claims = list(record.claims())
        (incident,) = record.incidents()
    assert sorted(one.count or 0 for one in claims if isinstance(one, Harm)) == [12, 19, 30]
    assert sum(isinstance(one, Event) for one in claims) == 2
    assert {origin for figure in incident.figures for origin in figure.said_by} == {"SOHR", "SANA"}
    assert len(incident.contradictions) == 1
    assert (tmp_path / "out" / "site" / "index.html").exists()


def test_a_list_of_texts_is_asked_for_too(tmp_path: Path) -> None:
    path = makers.put(tmp_path, "in/l.csv", f'Vu le;Propos "tenus"\n2016-10-11;{makers.FRENCH}\n')
    assert vigie("columns", path, given="1\n2\n\n1\n\n\n\n")[0] == 0
    assert vigie("run", path, "--output", tmp_path / "out")[0] == 0
    with open_record(tmp_path / "out" / "vigie.db", write=False) as record:
        (document,) = record.documents()
    assert document.text == makers.FRENCH
    assert document.published is not None


@pytest.mark.parametrize(
    ("data", "given", "message"),
    [("a;b\n1;2\n", "2\n", "nothing is written"), (makers.FRENCH, "", "Not a list"), (makers.html(), "", "Not a list")],
)
def test_what_cannot_be_asked_is_told_and_nothing_written(tmp_path: Path, data: str, given: str, message: str) -> None:
    path = makers.put(tmp_path, "a", data) if "<" in data else makers.put(tmp_path, "a.txt", data)
    if ";" in data and "<" not in data:
        path = path.rename(tmp_path / "a.csv")
    status, told = vigie("columns", path, given=given)
    assert (status, message in told) == (2, True), told
    assert list(tmp_path.glob("*.toml")) == []


def test_a_survey_and_a_list_are_incidents_of_the_record_and_explained(tmp_path: Path) -> None:
    folder = Path(__file__).parents[2] / "examples" / "bureau"
    lists = (folder / "enquete-kobo.csv", folder / "incidents.xlsx")
    status, told = vigie("run", *lists, "--output", tmp_path / "out")
    assert status == 0, told
    assert "documents (csv 1, xlsx 4)" in told
    assert "0  kept, language not read" in told
    with open_record(tmp_path / "out" / "vigie.db", write=False) as record:
        days = {incident.when.start.isoformat() for incident in record.incidents() if incident.when}
        assert len(list(record.origins())) == 5
    assert days == {"2015-12-20", "2016-01-09", "2016-04-19", "2016-05-05", "2016-06-12"}
    status, told = vigie("explain", lists[0])
    assert status == 0
    assert "list.cell" in told
