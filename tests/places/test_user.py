"""Gazetteers of the user."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from vigie.places import add, find_places
from vigie.places.gazetteer import gazetteer

DUMP = (
    "1\tZambrofou\tZambrofou"
    "\tZambrofu,Zambro Fou\t14.5\t-1.25\tP\tPPL\tBF\t\t\t\t\t\t740\t\t300\tAfrica/Ouagadougou\t2020-01-01\n"
    "not a line\n"
    "2\tNowhere\tNowhere\t\t123\t-1.25\tP\tPPL\tBF\t\t\t\t\t\t740\t\t300\tAfrica/Ouagadougou\t2020-01-01\n"
)
OCHA = (
    "ADM4_EN,ADM4_AR,ADM4_PCODE,ADM1_PCODE,LATITUDE,LONGITUDE\n"
    "Tell Zarqawiya,تل زرقاوية,C9001,SY09,36.41,37.9\n"
    ",,C9002,SY09,x,37.9\n"
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("VIGIE_HOME", str(tmp_path / "home"))
    gazetteer.cache_clear()
    yield tmp_path
    monkeypatch.undo()
    gazetteer.cache_clear()


def test_geonames_dump(home: Path) -> None:
    (home / "BF.txt").write_text(DUMP, encoding="utf-8")
    count, problems = add(home / "BF.txt")
    assert count == 1
    assert [p.place for p in problems] == ["line 2", "line 3"]
    place = find_places("Des tirs à Zambrofou, au Burkina Faso.")[0].place
    assert place is not None
    assert (place.id, place.country, place.lat) == ("gn:1", "BFA", 14.5)


def test_ocha_table(home: Path) -> None:
    (home / "syr.csv").write_text(OCHA, encoding="utf-8")
    count, problems = add(home / "syr.csv")
    assert (count, len(problems)) == (1, 1)
    place = find_places("Un raid a visé Tell Zarqawiya, en Syrie.")[0].place
    assert place is not None
    assert (place.id, place.country, place.level) == ("pcode:C9001", "SYR", "town")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"a,b\n1,2\n", b"\t\t\n"])
def test_what_is_no_gazetteer_becomes_a_problem(home: Path, content: bytes) -> None:
    (home / "bad.csv").write_bytes(content)
    count, problems = add(home / "bad.csv")
    assert count == 0
    assert len(problems) == 1
    assert not list((home / "home").rglob("*.places"))


def test_a_missing_file_becomes_a_problem(home: Path) -> None:
    assert add(home / "none.csv")[0] == 0
