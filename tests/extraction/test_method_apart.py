"""With what, and in which way, people were harmed where the words only look like another way. Sentences are ours; places
are real, the acts invented.
"""

import pytest
from events_told import claims, events

from vigie.values import Harm

AIR, SHELL, IED, SUICIDE = (
    "Air/drone strike",
    "Shelling/artillery/missile attack",
    "Remote explosive/landmine/IED",
    "Suicide bomb",
)
CLASH, ATTACK, EXCESSIVE, RIOT = (
    "Armed clash",
    "Attack",
    "Excessive force against protesters",
    "Violent demonstration",
)


def ways(text: str) -> dict[int, str | None]:
    """The method of each figure of a text, by its count."""
    return {claim.count: claim.method for claim in claims(text) if isinstance(claim, Harm) and claim.count is not None}


def types(text: str) -> set[str]:
    return {event.type for event in events(text)}


STRIKES = [
    ("Des roquettes russes ont frappé lundi un immeuble de Kharkiv, tuant six personnes.", SHELL, ["rocket"]),
    ("Une frappe russe au lance-roquettes multiple a tué six habitants lundi à Kherson.", SHELL, ["rocket"]),
    ("L'armée russe a mené lundi une frappe de missiles sur Odessa, tuant six dockers.", SHELL, ["missile"]),
    ("Un missile russe a frappé lundi un hôtel de Soumy, tuant six clients.", SHELL, ["missile"]),
    ("Des frappes d'artillerie russes ont tué six civils lundi à Nikopol.", SHELL, ["mortar_artillery"]),
    ("Une frappe russe a tué six civils lundi à Nikopol.", AIR, ["air_dropped"]),
    ("Des frappes russes de missiles et de drones ont tué six civils lundi à Kiev.", AIR, ["drone", "missile"]),
    ("Des missiles israéliens ont frappé lundi un dépôt près de Damas, tuant six combattants.", AIR, ["missile"]),
    ("Une frappe russe sur un lance-roquettes a tué six soldats lundi près d'Izioum.", AIR, ["air_dropped"]),
]


@pytest.mark.parametrize(("text", "kind", "weapons"), STRIKES)
def test_a_strike_is_from_the_air_unless_it_names_its_rockets(text: str, kind: str, weapons: list[str]) -> None:
    harm = next(claim for claim in claims(text) if isinstance(claim, Harm))
    assert (harm.method, sorted(harm.weapon), types(text)) == (kind, weapons, {kind})


SHARED = [
    "Un soldat a été tué et trois autres blessés par une mine lundi près de Kidal.",
    "Un gendarme a été tué lundi à Lamu et trois passants grièvement blessés par un engin explosif.",
    "Un garde a aussi été tué et trois ouvriers ont été blessés par une bombe lundi à Mossoul.",
]
NOT_SHARED: list[tuple[str, dict[int, str | None]]] = [
    ("Un soldat a été tué par balle et trois autres blessés par une mine lundi près de Kidal.", {1: None, 3: IED}),
    (
        "Un homme a été arrêté et trois passants blessés par une grenade lundi à Bujumbura.",
        {1: "Arrests", 3: "Grenade"},
    ),
]


@pytest.mark.parametrize("text", SHARED)
def test_what_hit_the_others_hit_him(text: str) -> None:
    assert ways(text) == {1: IED, 3: IED}


@pytest.mark.parametrize(("text", "told"), NOT_SHARED)
def test_who_was_hit_otherwise_was_not(text: str, told: dict[int, str | None]) -> None:
    assert ways(text) == told


SET_OFF = [
    "Un explosif caché sous le bitume a été activé mardi au passage d'un fourgon de police à Lice. Deux agents sont morts.",
    "Les rebelles ont activé mardi des explosifs enfouis sur une piste, au passage de soldats à Lice. Deux soldats sont morts.",
    "Une charge a été actionnée à distance mardi au passage d'une patrouille à Lice, tuant deux soldats.",
    "Des explosifs ont été mis à feu mardi au passage d'un car à Lice. Deux soldats sont morts.",
]
NOT_SET_OFF = [
    "Des explosifs ont été saisis mardi chez un suspect à Lice. Deux soldats ont été tués par balle à Van.",
    "Le préfet a activé mardi un plan pour les mines de charbon à Lice. Deux soldats ont été tués par balle à Van.",
    "Ceinturée mardi, la fille n'a pas eu le temps d'actionner sa charge à Lice. Deux soldats ont été tués par balle à Van.",
]


@pytest.mark.parametrize("text", SET_OFF)
def test_explosives_that_somebody_sets_off_are_a_bomb(text: str) -> None:
    assert (ways(text), types(text)) == ({2: IED}, {IED})


@pytest.mark.parametrize("text", NOT_SET_OFF)
def test_explosives_that_nobody_set_off_are_none(text: str) -> None:
    assert IED not in types(text) | set(ways(text).values())


AFOOT = [
    (
        "Neuf soldats ont été tués lundi dans un raid contre une caserne à Uri. Les assaillants ont pris la fuite.",
        CLASH,
    ),
    ("Neuf soldats ont été tués lundi par des rebelles dans un raid contre une caserne à Uri.", CLASH),
    ("Neuf villageois ont été égorgés lundi lors d'un raid nocturne dans l'Etat de Benue.", ATTACK),
    ("Neuf villageois ont été tués lundi lors d'un raid à l'aube dans la province d'Idleb.", AIR),
    ("Neuf villageois ont été tués lundi dans un raid. Un avion a survolé Idleb, puis des assaillants ont fui.", AIR),
]


@pytest.mark.parametrize(("text", "kind"), AFOOT)
def test_a_raid_is_on_foot_where_those_who_did_it_are_seen(text: str, kind: str) -> None:
    assert (ways(text), types(text)) == ({9: kind}, {kind})


TOTALS = [
    (
        "Des attaques ont fait 32 morts mardi à Bagdad et à Mossoul. Sept voitures piégées ont explosé à Bagdad, faisant "
        "24 morts. Six policiers ont été abattus près de Mossoul.",
        {32: None, 24: IED, 6: CLASH},
    ),
    (
        "Une série d'attentats visant les forces de sécurité a fait mardi 92 morts en Irak. L'explosion d'une voiture "
        "piégée a fait 15 morts à Kirkouk.",
        {92: IED, 15: IED},
    ),
    (
        "Des rebelles ont mené mardi des attaques qui ont coûté la vie à sept de leurs combattants à Silopi. Trois "
        "d'entre eux ont été tués à Van dans un assaut contre une base. Une roquette a tué deux civils à Silopi.",
        {7: CLASH, 3: CLASH, 2: SHELL},
    ),
    ("Neuf soldats ont été tués mardi dans un attentat à Kaboul.", {9: None}),
    ("Un attentat contre un poste de police a fait neuf morts mardi à Kirkouk.", {9: None}),
    (
        "Un attentat contre un poste de police a fait neuf morts mardi à Kirkouk. Des hommes ont ouvert le feu sur les "
        "policiers.",
        {9: CLASH},
    ),
]


@pytest.mark.parametrize(("text", "told"), TOTALS)
def test_a_total_over_several_ways_has_none_and_an_attentat_is_no_fight(text: str, told: dict[int, str | None]) -> None:
    assert ways(text) == told


LIKE_THEM = [
    (
        "Au moins 31 personnes ont été tuées dans une explosion mardi dans une mosquée à Kano. 170 autres ont été blessées, "
        "a dit la police. Un kamikaze avait d'abord tiré sur les gardes avant d'actionner sa ceinture.",
        {31: SUICIDE, 170: SUICIDE},
    ),
    (
        "Six personnes ont été tuées mardi dans un attentat suicide à l'entrée de Mogadiscio. Les shebab ont fait exploser "
        "un véhicule sur un barrage. On compte six morts, quatre soldats et deux civils, a dit la police.",
        {6: SUICIDE, 4: SUICIDE, 2: SUICIDE},
    ),
    (
        "Des soldats ont échangé mardi des tirs avec des hommes armés à Jénine. Des témoins disent que deux personnes ont "
        "été tuées. Des engins explosifs ont été lancés sur les soldats à Jénine.",
        {2: CLASH},
    ),
]


@pytest.mark.parametrize(("text", "told"), LIKE_THEM)
def test_others_and_those_counted_again_were_hit_as_the_first(text: str, told: dict[int, str]) -> None:
    assert ways(text) == told


ON_CIVILIANS = [
    "Une attaque a fait dix morts mardi dans un marché de Gao, dont un policier.",
    "Une attaque au couteau a fait dix morts mardi à Nantes. L'assaillant a été abattu par la police, qui a ouvert le feu.",
    "Un commando a pris d'assaut mardi un hôtel de Kaboul, tuant des clients. Cette opération a fait dix morts.",
    "Dix civils ont été tués mardi dans une attaque des ADF à Oicha. Des opérations militaires visent ce groupe.",
]
ON_OTHERS = [
    "Une fusillade entre policiers et trafiquants a fait dix morts mardi à Morelia.",
    "Une attaque a fait dix morts mardi à Gao, dont huit policiers.",
    "Des affrontements ont opposé mardi des combattants musulmans de la Séléka à des habitants de Bria, faisant dix morts.",
    "Des affrontements ont éclaté mardi à Bria entre des habitants et des miliciens de la Séléka, faisant dix morts.",
]


@pytest.mark.parametrize("text", ON_CIVILIANS)
def test_an_attack_on_civilians_is_no_clash(text: str) -> None:
    assert ways(text)[10] == ATTACK
    assert ATTACK in types(text)


@pytest.mark.parametrize("text", ON_OTHERS)
def test_a_fight_of_two_sides_is_one(text: str) -> None:
    assert (ways(text)[10], types(text)) == (CLASH, {CLASH})


MARCH = "Des milliers de personnes ont manifesté mardi à Homs. Les forces de l'ordre ont tiré sur la foule, tuant neuf manifestants. "
BRAWLS = [
    ("Des affrontements entre des déserteurs et l'armée ont fait huit morts à Hama.", CLASH),
    ("Des affrontements entre des miliciens et l'armée ont fait huit morts à Hama.", CLASH),
]


@pytest.mark.parametrize(("text", "kind"), BRAWLS)
def test_deserters_and_militias_are_no_crowd(text: str, kind: str) -> None:
    assert ways(MARCH + text) == {9: EXCESSIVE, 8: kind}


def test_those_who_stand_behind_a_group_are_one() -> None:
    text = "Des heurts ont éclaté mardi à Diyarbakir entre des sympathisants du PKK et la police, faisant dix blessés."
    assert (ways(text), types(text)) == ({10: RIOT}, {RIOT})


GRENADES = [
    "Des hommes ont attaqué mardi un poste de l'armée à Al-Arich à l'aide de grenades à main et d'armes à feu. Six soldats sont morts.",
    "Des hommes armés de grenades défensives et de fusils ont attaqué mardi un poste de l'armée à Al-Arich, tuant six soldats.",
]


@pytest.mark.parametrize("text", GRENADES)
def test_grenades_of_those_who_shoot_as_well_make_a_clash(text: str) -> None:
    assert (ways(text), types(text)) == ({6: CLASH}, {CLASH})
