"""Militants of an armed group fight, those of a cause march; whom an army fights need not be those who attacked; what
drones did alone is an air strike; whose some groups and forces are.
"""

import pytest
from events_told import claims, events

from vigie.values import Harm

BOMB = "Une bombe a tué six civils mardi à Maiduguri. "


def harms(text: str) -> list[Harm]:
    return [claim for claim in claims(text) if isinstance(claim, Harm)]


@pytest.mark.parametrize(
    ("text", "kind", "by", "target"),
    [
        ("Des combats entre l'armée et des militants d'Abou Sayyaf ont éclaté jeudi à Jolo.", "Armed clash", ["PHL"], "ABU-SAYYAF"),
        ("Des combats ont opposé jeudi l'armée à des militants du groupe islamiste Abou Sayyaf à Jolo.", "Armed clash", ["PHL"], "ABU-SAYYAF"),
        ("Des affrontements entre l'armée et des militants talibans ont éclaté jeudi à Ghazni.", "Armed clash", ["AFG"], "TALIBAN"),
        ("Des affrontements entre soldats pakistanais et militants armés ont éclaté jeudi à Miranshah.", "Armed clash", ["PAK"], "PAK-UNK"),
        ("Des militants du PKK ont attaqué jeudi un poste de l'armée à Diyarbakir.", "Armed clash", ["PKK"], "TUR"),
        ("Des heurts ont éclaté jeudi à Lomé entre la police et des militants.", "Violent demonstration", ["TGO-PRO"], "TGO"),
        ("Des militants du Hezbollah ont manifesté lundi à Beyrouth.", "Peaceful protest", ["LBN-PRO"], None),
    ],
    ids=lambda v: str(v)[:40],
)  # fmt: skip
def test_militants_of_an_armed_group_are_its_fighters(text: str, kind: str, by: list[str], target: str | None) -> None:
    (event,) = events(text)
    assert (event.type, event.by, event.target) == (kind, by, target)


@pytest.mark.parametrize(
    ("text", "victims", "side"),
    [
        ("Huit militants ont été tués jeudi dans des affrontements avec l'armée à Jolo.", "armed", None),
        ("L'armée a tué douze militants mardi lors de combats au Waziristan.", "armed", None),
        ("Huit militants de l'opposition ont été tués jeudi dans des affrontements avec la police à Lomé.", "civilians", None),
        ("La police a dispersé une manifestation jeudi au Caire, tuant cinq militants.", "civilians", None),
        ("Cinq militants armés ont été tués jeudi par l'armée à Jolo.", "armed", "PHL-UNK"),
    ],
    ids=lambda v: str(v)[:40],
)  # fmt: skip
def test_militants_who_fell_in_a_fight_were_under_arms(text: str, victims: str, side: str | None) -> None:
    (figure,) = harms(text)
    assert (figure.victims, figure.side) == (victims, side)


@pytest.mark.parametrize(
    ("behind", "by"),
    [
        ("L'armée combat Boko Haram dans la région. Les assaillants ont frappé un marché.", []),
        ("L'armée mène une offensive contre Boko Haram dans la région. Les assaillants ont frappé un marché.", []),
        ("La région est confrontée à Boko Haram. Les assaillants ont frappé un marché.", []),
        ("Le marché se trouve dans une zone où l'armée affronte les jihadistes. Le kamikaze a frappé à l'aube.", []),
        ("Boko Haram a revendiqué l'attaque. L'armée combat Boko Haram. Les assaillants ont frappé un marché.", ["BOKO-HARAM"]),
        ("Boko Haram est actif dans la région. Le groupe a frappé un marché.", ["BOKO-HARAM"]),
    ],
    ids=lambda v: str(v)[:50],
)  # fmt: skip
def test_whom_an_army_fights_is_not_taken_up_by_the_assailants(behind: str, by: list[str]) -> None:
    assert harms(BOMB + behind)[0].by == by


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Les forces russes ont attaqué mardi Kharkiv avec des drones.", "Air/drone strike"),
        ("Les forces russes ont mené mardi une attaque à l'aide de drones contre Kharkiv.", "Air/drone strike"),
        ("Les rebelles ont attaqué mardi un poste avec des drones et des véhicules à Kidal.", "Armed clash"),
        ("Les jihadistes ont attaqué mardi un village avec l'appui de drones à Kidal.", "Attack"),
        ("L'armée a attaqué mardi des rebelles qui se filmaient avec des drones à Kidal.", "Armed clash"),
    ],
    ids=lambda v: str(v)[:60],
)
def test_what_drones_did_alone_is_an_air_strike(text: str, kind: str) -> None:
    (event,) = events(text)
    assert event.type == kind


def test_a_shahed_is_a_drone() -> None:
    (event,) = events("Les forces russes ont bombardé mardi Kharkiv avec des Shaheds.")
    assert (event.type, event.weapon) == ("Air/drone strike", ["drone"])


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("L'Inde accuse des extrémistes pakistanais d'avoir tué mardi six soldats au Cachemire.", ["PAK-UNK"]),
        ("Des extrémistes israéliens ont tué mardi un berger près de Naplouse.", ["ISR-UNK"]),
        ("Abou Sayyaf a enlevé deux marins en mars. Six autres sont détenus par le groupe qui a prêté allégeance à l'Etat islamique.", ["ABU-SAYYAF"]),
        ("Quatre soldats arméniens ont été tués mardi par un groupe de reconnaissance azerbaïdjanais au Haut-Karabakh.", ["AZE"]),
    ],
    ids=lambda v: str(v)[:40],
)  # fmt: skip
def test_whose_men_they_are(text: str, by: list[str]) -> None:
    assert harms(text)[-1].by == by


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Trois soldats du Haut-Karabakh ont été tués mardi.", "ARTSAKH"),
        ("Trois soldats de l'Armée de défense du Karabakh ont été tués mardi.", "ARTSAKH"),
        ("Deux membres du groupe armé extrémiste Abu Sayyaf ont été tués mardi à Sulu.", "ABU-SAYYAF"),
    ],
    ids=lambda v: str(v)[:50],
)
def test_of_which_force_the_dead_were(text: str, side: str) -> None:
    assert harms(text)[0].side == side


def test_the_ethnic_army_of_arakan_is_not_that_of_the_state() -> None:
    (figure,) = harms("L'armée ethnique d'Arakan a tué douze soldats mardi à Sittwe.")
    assert figure.by == ["ARAKAN-ARMY"]
