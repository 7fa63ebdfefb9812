"""What figures total (an incident, several, a period, a war, a standing state), in texts written for the purpose."""

import datetime as dt

import pytest

from vigie.extraction import extract
from vigie.values import Document, Harm, Interval

DAY = Interval.day(dt.date(2020, 5, 12))


def first(text: str, published: Interval | None = DAY) -> Harm:
    """The first harm claim of a text."""
    document = Document(
        id="t", document="t", text=text, title=None, sha256="", text_sha256="", origin="", published=published
    )
    return next(claim for claim in extract(document) if isinstance(claim, Harm))


DATED = [
    ("Douze personnes ont été tuées dans une attaque mardi à Mopti.", "incident"),
    ("Des rebelles ont tué douze civils dans une attaque en 2019 à Béni.", "incident"),
    ("Quelque 900 civils ont été tués au Mali en 2019.", "period"),
    ("D'octobre à fin avril, 320 civils ont été tués par des miliciens en Ituri.", "period"),
    ("L'offensive, qui a débuté au printemps, a fait 300 morts à Tripoli.", "period"),
    ("La bataille de la ville a fait 400 morts, selon les médecins.", "period"),
    ("En trois mois, 150 civils ont été tués dans la province de Tillabéri.", "period"),
    ("Plus de 30.000 Yéménites ont été déplacés par les combats à Marib.", "period"),
    ("Plus de 30.000 habitants ont été déplacés à la suite des affrontements à Marib.", "period"),
    ("Plus de 30.000 habitants sont déplacés dans la région de Marib.", "state"),
    ("Les forces kurdes affirment détenir 2.000 jihadistes dans le nord-est de la Syrie.", "state"),
    ("L'armée a arrêté 25 jihadistes à Gao.", "incident"),
    ("A Gao, 25 suspects ont été interpellés par l'armée.", "incident"),
    ("Au moins 20 civils ont été tués dans trois nouvelles attaques à Béni.", "several"),
    ("Plusieurs attaques à l'arme blanche ont fait six morts à Goma.", "several"),
    ("Six soldats ont été tués dans le nord et le centre du Mali.", "several"),
    ("L'armée dit avoir tué 60 rebelles en 36 heures de combats près du lac Tchad.", "several"),
]


@pytest.mark.parametrize(("text", "scope"), DATED)
def test_scopes(text: str, scope: str) -> None:
    assert first(text).scope == scope


YEARS = [
    "Plus de 9.000 civils ont été tués depuis 2014 dans le Donbass.",
    "La région compte 9.000 morts ces huit dernières années.",
    "En six ans, 9.000 personnes ont été tuées au Yémen.",
    "Quelque 9.000 personnes ont été tuées au Nigeria depuis dix ans.",
    "Depuis 2009, 9.000 personnes ont été tuées par les insurgés au Nigeria.",
]


@pytest.mark.parametrize("text", YEARS)
def test_tolls_of_years_in_texts_without_a_date(text: str) -> None:
    assert first(text, None).scope == "war"


FIGHTS = [
    "Depuis mars, 1.200 personnes sont mortes dans les combats à Tripoli.",
    "Depuis mars, des affrontements ont fait 1.200 morts à Tripoli.",
    "Depuis mars, la bataille de Tripoli a fait 1.200 morts.",
    "Depuis le début du mois, 40 soldats ont péri au cours de combats à Marib.",
    "En deux mois, 400 combattants ont été tués lors d'affrontements à Marib.",
]


@pytest.mark.parametrize("text", FIGHTS)
def test_fights_of_weeks_kill_by_clashes(text: str) -> None:
    assert first(text).method == "Armed clash"
