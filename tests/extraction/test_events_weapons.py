"""With what acts are told to have been done. Sentences are ours; places are real, the acts invented."""

import pytest
from events_told import claims

from vigie.values import Event, Harm

WEAPONS = [
    ("La police a dispersé la marche à coups de gaz lacrymogènes mardi à Dakar.", ["other"]),
    ("La police a tiré des balles en caoutchouc sur les manifestants mardi à Beyrouth.", ["other"]),
    ("Un policier a tiré à bout portant sur un manifestant mardi à Hong Kong.", ["small_arms"]),
    ("Des hommes armés ont tiré sur des villageois mardi à Kaya.", ["small_arms"]),
    ("Une patrouille de l'armée a essuyé des tirs mardi à Kaya.", ["small_arms"]),
    ("Un homme a été tué par balle mardi à Tunis par des inconnus.", ["small_arms"]),
    ("Douze éleveurs ont été tués à la machette mardi à Boali par des miliciens.", ["blade"]),
    ("Des hélicoptères ont pilonné mardi un camp près de Mopti.", ["air_dropped"]),
    ("Des avions ont frappé mardi deux dépôts près de Jilib.", ["air_dropped"]),
    ("Un kamikaze a fait exploser mardi son camion devant une caserne à Kaboul.", ["vehicle_bomb", "suicide_belt"]),
    ("Deux kamikazes ont fait exploser une voiture mardi devant une prison à Hassaké.", ["vehicle_bomb", "suicide_belt"]),
    ("L'explosion d'une mine a tué cinq civils mardi près de Gao.", ["mine"]),
    ("De violents combats ont opposé mardi l'armée aux rebelles à Gao.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "weapons"), WEAPONS)
def test_the_weapon_is_one_that_does_such_acts(text: str, weapons: list[str]) -> None:
    assert [claim.weapon for claim in claims(text) if isinstance(claim, Event)] == [weapons]


BORNE = [
    ("Un homme armé d'un fusil d'assaut a tué trois personnes mardi à Lyon.", ["FRA-UNK"], ["small_arms"]),
    ("L'assaillant, armé d'un couteau, a tué deux passants mardi à Lyon.", ["FRA-UNK"], ["blade"]),
    ("Deux hommes, armés de fusils d'assaut, ont tué trois gendarmes mardi à Gao.", ["MLI-UNK"], ["small_arms"]),
    ("Un homme muni d'une machette a blessé deux policiers mardi à Bruxelles.", ["BEL-UNK"], ["blade"]),
    ("Un assaillant, brandissant une hache, a blessé un soldat mardi à Paris.", ["FRA-UNK"], ["blade"]),
]


@pytest.mark.parametrize(("text", "by", "weapons"), BORNE)
def test_who_bears_a_weapon_did_it_with_that(text: str, by: list[str], weapons: list[str]) -> None:
    told = claims(text)
    assert {type(claim) for claim in told} == {Event, Harm}
    assert [(claim.by, claim.weapon) for claim in told] == [(by, weapons)] * 2


@pytest.mark.parametrize("text", ["Les douaniers ont saisi un fusil d'assaut mardi à Gao."])
def test_a_rifle_is_no_assault(text: str) -> None:
    assert claims(text) == []


STRUCK = [
    ("Trois soldats ont été tués par l'explosion d'une bombe au passage de leur blindé mardi près de Gao.", "vehicle"),
    ("Un policier a été tué mardi par l'explosion d'une mine au passage de leur patrouille à Gori.", "vehicle"),
    ("Une charge a explosé mardi au passage d'un transport de troupes près de Rafah.", "vehicle"),
    ("Un obus de mortier a touché mardi un trolleybus à Donetsk.", "vehicle"),
    ("Un engin explosif a détruit mardi un blindé près de Rafah.", "vehicle"),
    ("Une roquette s'est abattue mardi sur une usine de Sdérot.", "other"),
    ("Une frappe a visé mardi le domicile d'un responsable à Damas.", "homes"),
    ("Des hommes armés ont attaqué mardi une position militaire à Djibo.", "military_site"),
    ("Cinq soldats ont été tués mardi près de Gao, leur véhicule ayant sauté sur une mine.", "vehicle"),
    ("Trois gendarmes ont été tués mardi dans l'attaque de leur poste à Boulkessi.", "military_site"),
    ("Vingt soldats ont été tués mardi dans l'attaque de leur camp à Boulkessi.", "military_site"),
    ("Le camp de Boulkessi a été attaqué mardi par des jihadistes, qui ont tué vingt soldats.", "military_site"),
    ("Le poste de Boulkessi a été attaqué mardi par des hommes armés.", "military_site"),
    ("Le convoi du gouverneur a été mitraillé mardi près de Jalalabad.", "vehicle"),
    ("La voiture d'un juge a été visée mardi par des tirs à Benghazi.", "vehicle"),
]


@pytest.mark.parametrize(("text", "struck"), STRUCK)
def test_what_was_struck_is_what_passed_or_was_hit(text: str, struck: str) -> None:
    assert [claim.struck for claim in claims(text) if isinstance(claim, Event)] == [struck]


COUNTED = [
    ("Les rebelles ont attaqué mardi quatre postes de police près de Sittwe.", 4),
    ("Des miliciens ont mis le feu mardi à une soixantaine de maisons à Djugu.", 60),
    ("Des obus ont touché mardi trois hôpitaux à Khartoum.", 3),
    ("Le groupe a tiré mardi une centaine de roquettes vers Sdérot.", 100),
    ("Deux obus de mortier sont tombés mardi sur une école à Kaboul.", None),
    ("Des rebelles ont incendié mardi trois camions à Beni.", None),
]


@pytest.mark.parametrize(("text", "count"), COUNTED)
def test_places_hit_and_salvos_are_counted(text: str, count: int | None) -> None:
    assert [claim.count for claim in claims(text) if isinstance(claim, Event)] == [count]


HANDS = [
    ("Un homme armé d'un couteau a attaqué mardi des passants à Graz. Une femme est morte.", "blade"),
    ("Des hommes armés ont tiré mardi sur les clients d'un bar à Kano. Six personnes ont été blessées.", "small_arms"),
    ("Une marche a été dispersée mardi à Conakry. Sept personnes ont été blessées, dont sept par balle.", "small_arms"),
]


@pytest.mark.parametrize(("text", "weapon"), HANDS)
def test_those_hit_by_an_attack_were_so_with_its_weapon(text: str, weapon: str) -> None:
    assert [c.weapon for c in claims(text) if isinstance(c, Harm)][-1] == [weapon]


JOINED = [
    "Six civils ont été tués mardi à coups de machette et par balles à Beni, en RDC.",
    "Quinze civils ont été tués mardi dans une attaque à Beni, en RDC. Les victimes ont été tuées à coups de hache et par armes à feu.",
]


@pytest.mark.parametrize("text", JOINED)
def test_all_the_weapons_that_killed_are_told(text: str) -> None:
    told = [(type(c), set(c.weapon)) for c in claims(text)]
    assert told == [(Harm, {"blade", "small_arms"}), (Event, {"blade", "small_arms"})]


def test_the_knife_of_one_who_was_shot_did_not_kill_him() -> None:
    text = "Un homme armé d'un couteau qui avait attaqué des passants a été abattu mardi par la police à Graz."
    assert [c.weapon for c in claims(text) if isinstance(c, Harm)] == [[]]


def test_the_car_of_a_suicide_bombing_may_be_told_later() -> None:
    text = (
        "Huit personnes ont été tuées mardi à Kismayo dans une attaque-suicide contre un hôtel. "
        "Un kamikaze a précipité sa voiture piégée contre le portail de l'hôtel."
    )
    assert {frozenset(c.weapon) for c in claims(text)} == {frozenset({"suicide_belt", "vehicle_bomb"})}


def test_what_an_elliptic_figure_tells_behind_it_harmed_them() -> None:
    text = (
        "Selon l'OSDH, 700 civils ont été tués mardi en Syrie dans les raids aériens du régime "
        "et 60 autres par les tirs de roquettes des rebelles."
    )
    assert {c.count: c.method for c in claims(text) if isinstance(c, Harm)} == {
        700: "Air/drone strike",
        60: "Shelling/artillery/missile attack",
    }
