"""The day of publication: order of sources, datelines, inference with its reasons, silence where nothing tells."""

import datetime as dt

import pytest

from vigie.times import date_document
from vigie.times.anchors import anchors, offices
from vigie.values import Interval

DAY = Interval.day(dt.date(2014, 5, 6))
OTHER = Interval.day(dt.date(2014, 5, 7))


def test_what_is_given_comes_before_metadata_and_both_before_the_text() -> None:
    text = "Publié le 3 mars 2013\nDeux morts."
    assert date_document(text, DAY, OTHER).published == DAY
    assert (date_document(text, None, OTHER).published, date_document(text, None, OTHER).basis) == (OTHER, "metadata")
    assert date_document(text, None, None).basis == "dateline"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("GAO (Mali), 12 février 2013 (AFP) - Un convoi a sauté.", "2013-02-12"),
        ("Publié le 05/10/2016 à 12h00\nUne frappe a visé le port.", "2016-10-05"),
        ("Mis à jour le : 1er août 2014 - 10:00\nLa trêve tient.", "2014-08-01"),
        ("Par Le Courrier, publié le 3 mars 2013 à 10h\nDeux morts.", "2013-03-03"),
        ("BANGUI, 3 mars 2014 (Xinhua) -- Deux morts.", "2014-03-03"),
        ("DOUMA (Syrie), 16 août 2015 (Agence Levant) - Deux morts.", "2015-08-16"),
        ("LOMÉ, 3 mars 2020 (Togo-Presse) — Deux morts.", "2020-03-03"),
        ("Mercredi 3 février 2016. Deux convois ont atteint la ville.", "2016-02-03"),
        ("7 juin 2012. – Une colonne de blindés a été vue.", "2012-06-07"),
    ],
)
def test_datelines_are_read(text: str, day: str) -> None:
    dating = date_document(text, None, None)
    assert (dating.published, dating.basis) == (Interval.day(dt.date.fromisoformat(day)), "dateline")


@pytest.mark.parametrize(
    "text",
    [
        "L'ONU alerte, dans un rapport publié le 12 mars 2013, sur les civils tués à Gao.",
        "Des soldats maliens à Gao, le 4 août 2013 (photo d'illustration).\nUn convoi a sauté.",
        "4 août 2013: un convoi saute à Gao.\n6 septembre 2013: deux soldats sont tués à Kidal.",
        "Le maire l'a dit à l'AFP, le 4 août 2013, avant de fuir la ville de Gao.",
        "Le texte, mis à jour le 3 mai 2014, prévoit une trêve à Bangui.",
        "Un raid avait visé la ville, le 4 août 2013 - le plus meurtrier de la guerre.",
    ],
)
def test_a_date_that_the_text_tells_is_no_dateline(text: str) -> None:
    assert date_document(text, None, None).basis != "dateline"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Mardi 9 avril, la ministre des Armées Florence Parly a reçu les familles. Deux soldats de la force "
            "Barkhane avaient été blessés dimanche.",
            "2019-04-09",
        ),
        (
            "Les Casques blancs ont retrouvé lundi huit corps à Kafr Zita. Khan Cheikhoun, visée par une attaque "
            "chimique il y a treize jours, n'a plus d'hôpital, a déclaré le secrétaire d'Etat Rex Tillerson.",
            "2017-04-17",
        ),
        (
            "La ministre des Armées Florence Parly a visité la base vendredi. Le brigadier Pointeau avait été tué "
            "il y a six jours dans l'explosion d'une bombe, rappelle le groupe Etat islamique.",
            "2019-11-08",
        ),
    ],
)
def test_an_undated_text_dates_itself(text: str, day: str) -> None:
    dating = date_document(text, None, None)
    assert dating.basis == "inferred", dating
    assert dating.published is not None
    assert abs((dating.published.start - dt.date.fromisoformat(day)).days) <= 1
    assert dating.published.days <= 4
    assert dating.reasons


@pytest.mark.parametrize(
    "text",
    [
        " date 2021-10 Des obus sont tombés mardi sur un marché, tuant six civils.",
        "Une bombe a explosé jeudi, faisant trois morts.",
        "Dimanche 21 janvier, une femme a été condamnée.",
        "L'ancien président Barack Obama est revenu sur la guerre. Six civils ont été tués lundi.",
    ],
)
def test_nothing_is_guessed(text: str) -> None:
    assert date_document(text, None, None).published is None


def test_the_anchors_are_many_well_formed_and_sourced() -> None:
    assert len(anchors()) >= 250
    for anchor in anchors():
        assert anchor.start <= anchor.end
        assert len(anchor.groups) >= 2 or anchor.label
        assert all(word == word.lower().strip() and word for group in anchor.groups for word in group), anchor.label
    assert all(office.end is None or office.start <= office.end for office in offices())
