"""Whoever claims the attack of one town did not do, by that, what is told of another one."""

import datetime as dt

import pytest

from vigie.extraction import extract
from vigie.values import Document, Harm, Interval

DAY = Interval.day(dt.date(2016, 3, 8))


def harms(text):
    document = Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=DAY)
    return [claim for claim in extract(document) if isinstance(claim, Harm)]


def blamed(told_after):
    (harm,) = harms(f"Syrie: deux policiers ont été tués à Alep. {told_after}")
    return harm.by


@pytest.mark.parametrize(
    "claim",
    [
        "L'EI a revendiqué l'attentat de Homs.",
        "L'EI a revendiqué les attentats de Homs et de Tartous.",
        "L'EI a revendiqué mardi l'attaque terroriste de Homs.",
        "L'EI a revendiqué l'attentat contre un marché de Homs.",
        "L'attentat de Homs a été revendiqué par l'EI.",
    ],
)
def test_a_claim_of_another_town_blames_nobody_here(claim):
    assert blamed(claim) == []


@pytest.mark.parametrize(
    "claim",
    [
        "L'EI a revendiqué l'attaque d'Alep.",
        "L'EI a revendiqué les attaques.",
        "L'EI a revendiqué l'attaque.",
        "L'EI a revendiqué les attentats de Homs et d'Alep.",
    ],
)
def test_a_claim_of_this_town_or_of_no_town_is_of_what_was_told(claim):
    assert blamed(claim) == ["IS"]


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("« Ce sont encore les ADF », a affirmé le maire.", ["ADF"]),
        ("\"C'est l'ADF\", a accusé un élu.", ["ADF"]),
        ("« C'est l'armée qui nous protège », a dit un habitant.", []),
    ],
)
def test_a_quotation_that_only_names_somebody_blames_him(words, by):
    (harm,) = harms(f"RDC: vingt personnes ont été massacrées lundi à Mamove. {words}")
    assert harm.by == by


def test_who_is_accused_of_the_dead_of_one_town_is_not_accused_of_all():
    whole, part = harms(
        "Ukraine: des morts\nAu moins douze civils ont été tués depuis samedi dans des bombardements dans l'est de "
        "l'Ukraine. Huit d'entre eux ont péri à Svitlodarsk, selon le chef de la police, qui a mis en cause des tirs de "
        "roquettes des séparatistes prorusses."
    )
    assert (whole.by, part.by) == ([], ["UKR-SEP"])


def test_an_assault_given_by_somebody_is_not_said_by_him():
    (harm,) = harms("Mali: l'assaut donné par des jihadistes contre le camp de Bankass a fait dix morts lundi.")
    assert (harm.by, harm.said_by) == (["MLI-JIH"], [])
