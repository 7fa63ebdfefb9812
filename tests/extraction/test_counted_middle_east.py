"""Whom one number of two kinds counts, what «dont un» is one of, and the feast that lies ahead."""

import datetime as dt

import pytest
from events_told import claims

from vigie.values import Harm


def counted(text: str) -> list[tuple[str, str | None]]:
    return [(claim.victims, claim.side) for claim in claims(text) if isinstance(claim, Harm)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Un attentat a tué neuf policiers et civils lundi à Bagdad.", [("people", None)]),
        ("Un kamikaze a tué neuf policiers et civils à Bagdad et en a blessé 30 autres.", [("people", None)] * 2),
        ("Quelque 40 civils et combattants ont péri lundi à Idleb, en Syrie.", [("people", None)]),
        ("Douze soldats et policiers irakiens ont été tués lundi à Mossoul.", [("armed", "IRQ")]),
        ("Douze civils et trois soldats irakiens ont été tués lundi.", [("civilians", None), ("armed", "IRQ")]),
        ("Douze soldats et des civils ont été tués lundi à Mossoul, en Irak.", [("armed", "IRQ")]),
        ("L'attaque a fait plusieurs soldats et civils tués lundi à Mossoul, en Irak.", [("armed", "IRQ")]),
    ],
)
def test_one_number_of_those_under_arms_and_civilians(text: str, people: list[tuple[str, str | None]]) -> None:
    assert counted(text)[: len(people)] == people


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Le raid a tué 44 civils lundi sur deux marchés de la province d'Idleb, dont un à Saraqeb.", [44]),
        ("Douze soldats ont péri lundi dans un raid sur trois bases en Irak, dont une à Mossoul.", [12]),
        ("Douze personnes ont péri lundi dans trois attaques en Irak, dont deux à Mossoul.", [12]),
        ("Douze personnes ont péri lundi dans deux attaques en Irak, dont huit à Mossoul.", [12, 8]),
        ("Le raid a tué 44 civils lundi à Idleb, dont un à Saraqeb.", [44, 1]),
        ("Cinq gardes ont été tués lundi à Khash, dont un chef des Bassidjis, une organisation paramilitaire.", [5, 1]),
        ("Cinq gardes ont été tués lundi à Khash, dont un officier, un milicien et une femme.", [5, 1, 1, 1]),
    ],
)
def test_what_a_part_is_a_part_of(text: str, counts: list[int]) -> None:
    assert [claim.low for claim in claims(text) if isinstance(claim, Harm)] == counts


def test_rites_before_a_feast_are_not_those_of_a_year_ago() -> None:
    text = (
        "Une voiture piégée a explosé samedi à Bagdad près de pèlerins qui assistaient aux cérémonies de l'Achoura, faisant"
        " cinq morts."
    )
    (harm,) = [claim for claim in claims(text, dt.date(2014, 11, 2)) if isinstance(claim, Harm)]
    assert harm.when is not None
    assert harm.when.start == dt.date(2014, 11, 1)


@pytest.mark.parametrize(
    ("who", "side"),
    [
        ("un haut commandant militaire du Hezbollah", "HEZBOLLAH"),
        ("un commandant militaire du Hamas", "HAMAS"),
        ("deux cadres militaires du Hamas", "HAMAS"),
        ("un commandant militaire iranien", "IRN"),
        ("un commandant militaire", "LBN"),
    ],
)
def test_whose_commander_it_was(who: str, side: str) -> None:
    assert counted(f"Une frappe a tué {who} dimanche à Beyrouth, au Liban.") == [("armed", side)]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Quelque 310 Palestiniens sont tombés en martyrs dimanche à Gaza.", [310]),
        ("Trente personnes sont tombées en martyr dimanche à Gaza sous les bombes.", [30]),
        ("Trente personnes sont tombées dans la rue dimanche à Gaza.", []),
    ],
)
def test_who_falls_as_a_martyr_is_dead(text: str, counts: list[int]) -> None:
    assert [claim.low for claim in claims(text) if isinstance(claim, Harm)] == counts
