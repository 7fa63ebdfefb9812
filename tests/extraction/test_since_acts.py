"""«depuis l'attaque menée vendredi par X»: the attack is told, on its day; it does not tell who harmed those counted."""

import datetime as dt

import pytest

from vigie.extraction import extract
from vigie.values import Document, Event, Harm, Interval

DAY = dt.date(2016, 3, 8)  # a Tuesday


def claims(text):
    document = Document(
        id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=Interval.day(DAY)
    )
    return extract(document)


@pytest.mark.parametrize(
    ("text", "kind", "by", "day"),
    [
        (
            "Plus de 50.000 personnes ont fui Bosso, au Niger, depuis l'attaque menée vendredi par Boko Haram contre la garnison.",
            "Armed clash",
            ["BOKO-HARAM"],
            dt.date(2016, 3, 4),
        ),
        (
            "Mali: 300 familles ont quitté Bankass depuis l'assaut donné samedi par des jihadistes contre le camp de l'armée.",
            "Armed clash",
            ["MLI-JIH"],
            dt.date(2016, 3, 5),
        ),
        (
            "Syrie: les écoles sont fermées à Homs depuis les raids menés dimanche par l'aviation russe.",
            "Air/drone strike",
            ["RUS"],
            dt.date(2016, 3, 6),
        ),
    ],
)
def test_a_fresh_attack_from_which_is_counted_is_told_on_its_day(text, kind, by, day):
    (event,) = [claim for claim in claims(text) if isinstance(claim, Event)]
    assert (event.type, event.by, event.when) == (kind, by, Interval.day(day))


@pytest.mark.parametrize(
    "text",
    [
        "Mali: l'armée patrouille à Gao depuis l'attaque menée en janvier 2013 par le Mujao.",
        "Mali: l'armée patrouille à Gao depuis l'attaque de samedi.",
    ],
)
def test_an_old_attack_or_one_of_which_no_author_is_told_is_only_since_when(text):
    assert [claim for claim in claims(text) if isinstance(claim, Event)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Irak: plus de 200 civils ont été tués depuis l'offensive lancée le 15 février par l'armée sur Mossoul.",
        "Mali: 300 familles ont quitté Bankass depuis l'attaque jihadiste de samedi.",
        "Niger: plus de 50.000 personnes ont fui Bosso depuis l'attaque menée vendredi par Boko Haram.",
        "Soudan: 40 civils sont morts depuis l'assaut donné jeudi par les paramilitaires sur El-Facher.",
    ],
)
def test_what_tells_since_when_people_are_counted_does_not_tell_who_harmed_them(text):
    harms = [claim for claim in claims(text) if isinstance(claim, Harm)]
    assert harms
    assert not any(claim.by for claim in harms)


@pytest.mark.parametrize(
    "words",
    [
        "celle menée en 2015 par Al-Mourabitoune contre un hôtel de Bamako",
        "celle qui avait visé en 2019 le camp d'Inates",
        "celle de Bamako en 2015",
    ],
)
def test_the_attack_that_others_are_measured_by_does_not_say_where_they_were(words):
    told = claims(f"Mali: c'est l'attaque la plus meurtrière depuis {words}. Cinq soldats ont été tués lundi à Gao.")
    assert {claim.place.name for claim in told if isinstance(claim, (Event, Harm))} <= {"Gao", "Mali"}


def test_an_attack_of_these_days_whose_dead_are_told_is_told_though_nobody_is_known_to_have_done_it():
    told = claims(
        "Burkina Faso: la colère a grandi depuis l'attaque du 4 mars contre le camp d'Inata, où 57 soldats sont morts."
    )
    (event,) = [claim for claim in told if isinstance(claim, Event)]
    assert event.when == Interval.day(dt.date(2016, 3, 4))


def test_a_coup_from_which_years_are_counted_is_not_how_people_died():
    text = (
        "Soudan: 200 morts\nLa lutte entre les deux généraux aux commandes du Soudan depuis leur putsch de 2011 a fait 200 "
        "morts en trois jours, a annoncé l'ONU, alors que les combats redoublaient à Khartoum."
    )
    (harm,) = [claim for claim in claims(text) if isinstance(claim, Harm)]
    assert harm.method == "Armed clash"


def test_an_offensive_since_which_people_are_counted_is_not_how_they_died():
    text = "Irak: plus de 200 civils ont été tués depuis l'offensive lancée le 15 février par l'armée sur Mossoul."
    (harm,) = [claim for claim in claims(text) if isinstance(claim, Harm)]
    assert harm.method is None
