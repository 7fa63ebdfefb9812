"""What makes an act of one type or another, or none: who flies, whom it hit, whether one act is told or a state of
things. Sentences are ours; places are real, the acts invented.
"""

import pytest
from events_told import claims, events, short

from vigie.values import Harm

AIR, SHELL, IED = "Air/drone strike", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED"
CLASH, ATTACK, SUICIDE = "Armed clash", "Attack", "Suicide bomb"
EXCESSIVE, RIOT = "Excessive force against protesters", "Violent demonstration"

FLOWN = [
    "Dimanche, des avions non identifiés pilonnaient le village de Maaret al-Noomane, en Syrie.",
    "Des drones ont visé dimanche un dépôt de carburant à Misrata, en Libye.",
    "Un drone qui a ciblé une caserne à Syrte a blessé trois soldats libyens lundi.",
    "Des hélicoptères ont pilonné lundi un quartier résidentiel de Daraya, en Syrie.",
    "L'armée a tiré lundi deux missiles depuis un avion sur une école de Saada, au Yémen, tuant six civils.",
    "Des missiles tirés d'un hélicoptère ont tué neuf civils lundi à Kafr Nabl, en Syrie.",
]


@pytest.mark.parametrize("text", FLOWN)
def test_what_aircraft_do_is_an_air_strike(text: str) -> None:
    assert AIR in [kind for kind, _, _ in short(text)]
    assert SHELL not in [kind for kind, _, _ in short(text)]


FIRED_FROM_THE_GROUND = [
    "Des obus pilonnaient lundi le village de Binnish, en Syrie, faisant quatre morts.",
    "Les rebelles ont tiré lundi des roquettes sur un hélicoptère à Idleb, en Syrie, tuant deux soldats.",
]


@pytest.mark.parametrize("text", FIRED_FROM_THE_GROUND)
def test_an_aircraft_that_is_hit_does_nothing(text: str) -> None:
    assert AIR not in [kind for kind, _, _ in short(text)]


BOMBS = [
    ("Un convoi militaire a été visé lundi par une bombe à Ramadi, en Irak.", IED),
    ("Six Casques bleus ont été victimes lundi d'une attaque à l'EEI près de Kidal, au Mali.", IED),
    ("Une voiture piégée puis deux kamikazes ont frappé mardi Bagdad, tuant douze civils.", SUICIDE),
    ("Une voiture suicide a tué trois policiers lundi à Mossoul, en Irak.", SUICIDE),
]


@pytest.mark.parametrize(("text", "kind"), BOMBS)
def test_bombs_by_how_they_went_off(text: str, kind: str) -> None:
    assert kind in [k for k, _, _ in short(text)]


def test_who_drives_a_car_bomb_blows_himself_up_too() -> None:
    (told,) = events("Une voiture suicide a tué trois policiers lundi à Mossoul, en Irak.")
    assert told.weapon == ["vehicle_bomb", "suicide_belt"]


CROWDS = [
    (
        "Des affrontements entre la police et des manifestants ont fait trois morts lundi à Bamako.",
        EXCESSIVE,
        "MLI-PRO",
    ),
    ("L'armée a tiré lundi sur des manifestants à Khartoum, tuant quatre personnes.", EXCESSIVE, "SDN-PRO"),
    ("La police a ouvert le feu sur des manifestants lundi à Conakry, faisant deux morts.", EXCESSIVE, "GIN-PRO"),
    (
        "Des affrontements ont éclaté lundi à Conakry entre manifestants et gendarmes. Deux personnes ont été tuées.",
        EXCESSIVE,
        "GIN-PRO",
    ),
    ("Des affrontements entre des manifestants et l'armée ont tué deux soldats lundi à Bamako.", RIOT, "MLI"),
]


@pytest.mark.parametrize(("text", "kind", "target"), CROWDS)
def test_forces_against_a_crowd(text: str, kind: str, target: str) -> None:
    assert (kind, target) in [(k, t) for k, _, t in short(text)]


def test_an_attack_on_a_village_in_which_attackers_fell_is_one_on_those_who_live_there() -> None:
    ((kind, _, target),) = short(
        "Burkina Faso: neuf terroristes ont été tués lundi dans l'attaque du village de Pissila."
    )
    assert (kind, target) == (ATTACK, "civilians")


@pytest.mark.parametrize(
    "text",
    [
        "Quinze terroristes ont été tués lundi lors d'une opération conjointe avec l'armée du Niger, au Burkina Faso.",
        "Sept jihadistes sont morts lundi dans une opération menée avec l'armée française, au Mali.",
    ],
)
def test_who_an_operation_is_done_with_is_not_whom_it_hits(text: str) -> None:
    ((kind, _, target),) = short(text)
    assert kind == CLASH
    assert target is not None
    assert target.endswith("-JIH")


STATES_OF_THINGS = [
    "Les attaques jihadistes au Mali ont fait des centaines de morts et chassé des milliers de civils.",
    "Des attentats au Burkina Faso ont tué plus de 700 personnes, selon un rapport.",
    "Les bombardements en Syrie ont tué des milliers d'enfants, a déploré l'ONU.",
    "Les attaques de groupes armés au Nigeria font des dizaines de morts parmi les villageois.",
    "Les violences et les attaques au Niger ont fait plusieurs centaines de victimes.",
]


@pytest.mark.parametrize("text", STATES_OF_THINGS)
def test_several_acts_in_all_of_a_country_on_no_day_are_no_event(text: str) -> None:
    assert short(text) == []


def test_several_acts_of_a_day_are_told() -> None:
    assert short("Des attaques jihadistes ont fait douze morts lundi au Mali.") != []


MEASURES = [
    "Bamako fait son deuil. La journée est la plus meurtrière depuis l'attaque meurtrière de Boulkessy.",
    "L'armée malienne n'avait pas perdu tant de soldats depuis les attaques de Mondoro et de Boulkessy.",
]


@pytest.mark.parametrize("text", MEASURES)
def test_what_a_day_is_measured_by_is_no_news(text: str) -> None:
    assert short(text) == []


def test_shots_in_reprisal_are_shots_and_a_mine_is_its_explosion() -> None:
    ((kind, by, _),) = short(
        "Des bombardements de représailles menés lundi par l'armée turque ont tué six civils à Afrin."
    )
    assert (kind, by) == (SHELL, "TUR")
    ((kind, _, _),) = short("Un soldat français a été blessé lundi à Ménaka dans l'explosion d'une mine artisanale.")
    assert kind == IED


def test_sites_that_many_people_visit_are_no_habit() -> None:
    text = (
        "Plusieurs attaques à la grenade, visant des bars fréquentés de Bujumbura, ont fait deux morts et six blessés."
    )
    assert [kind for kind, _, _ in short(text)] == ["Grenade"]


MINES = [
    ("Un bus a sauté lundi sur une mine près de Mopti, au Mali, tuant six personnes.", True),
    ("Le camion avait roulé mardi matin sur une mine à Boni, au Mali: quatre soldats sont morts.", True),
    ("Trois gendarmes ont péri, leur véhicule ayant sauté dimanche sur une mine à Hombori, au Mali.", True),
    ("Deux ouvriers ont été tués lundi dans une mine d'or près de Kayes, au Mali.", False),
]


@pytest.mark.parametrize(("text", "sprung"), MINES)
def test_a_mine_that_something_runs_over_is_no_mine_of_gold(text: str, sprung: bool) -> None:
    assert (IED in [kind for kind, _, _ in short(text)]) == sprung


def test_what_soldiers_died_in_was_theirs() -> None:
    text = "Un missile a touché mardi une mosquée à Marib, au Yémen, tuant 70 soldats yéménites."
    assert short(text) == [("Shelling/artillery/missile attack", "", "YEM")]


def test_bandits_who_burn_houses_are_no_mob() -> None:
    text = "Mardi, des bandits ont attaqué Batsari, au Nigeria, ouvrant le feu sur les habitants et incendiant des maisons."
    assert "Mob violence" not in {kind for kind, _, _ in short(text)}


def test_bombs_in_two_quarters_are_two_though_no_map_knows_them() -> None:
    text = (
        "Plusieurs attentats ont fait 36 morts lundi à Bagdad. "
        "Dans le quartier de Chabibya, une voiture piégée a explosé, tuant dix personnes. "
        "Dans le quartier d'Iskanya, deux personnes sont mortes dans l'explosion d'un véhicule piégé."
    )
    assert [kind for kind, _, _ in short(text)] == ["Remote explosive/landmine/IED"] * 2


def test_who_is_hurt_where_a_drone_fell_was_hit_by_it() -> None:
    text = "Huit personnes ont été blessées mardi à Odessa, en Ukraine, où un drone s'est écrasé sur un immeuble."
    (harm,) = (c for c in claims(text) if isinstance(c, Harm))
    assert (harm.method, harm.weapon) == ("Air/drone strike", ["drone"])


def test_a_raid_in_the_west_bank_is_on_the_ground() -> None:
    text = "Un homme a été tué lundi lors d'un raid de l'armée israélienne à Jénine, en Cisjordanie."
    assert "Air/drone strike" not in {kind for kind, _, _ in short(text)}


def test_missiles_on_gaza_come_from_the_air() -> None:
    text = "Trois missiles ont touché mardi une maison à Rafah, dans la bande de Gaza."
    assert [kind for kind, _, _ in short(text)] == [AIR]


def test_strikes_on_two_towns_are_two_however_near_they_lie() -> None:
    text = (
        "Quinze membres d'une même famille, dont neuf enfants, ont été tués mardi dans une frappe israélienne "
        "à Deir el-Balah, dans la bande de Gaza. A Khan Younès, cinq gardes ont été tués par une frappe."
    )
    assert [kind for kind, _, _ in short(text)] == [AIR, AIR]
    assert sorted(c.count or 0 for c in claims(text) if isinstance(c, Harm)) == [5, 9, 15]


def test_a_family_bears_no_arms() -> None:
    text = "Dix membres de la famille Abou Rayya ont péri mardi dans une frappe à Rafah, dans la bande de Gaza."
    assert [c.victims for c in claims(text) if isinstance(c, Harm)] == ["people"]
