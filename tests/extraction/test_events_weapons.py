"""With what acts are told to have been done. Sentences are ours; places are real, the acts invented."""

import pytest
from events_told import claims

from vigie.values import Event

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


STRUCK = [
    ("Trois soldats ont été tués par l'explosion d'une bombe au passage de leur blindé mardi près de Gao.", "vehicle"),
    ("Un policier a été tué mardi par l'explosion d'une mine au passage de leur patrouille à Gori.", "vehicle"),
    ("Une charge a explosé mardi au passage d'un transport de troupes près de Rafah.", "vehicle"),
    ("Un obus de mortier a touché mardi un trolleybus à Donetsk.", "vehicle"),
    ("Un engin explosif a détruit mardi un blindé près de Rafah.", "vehicle"),
    ("Une roquette s'est abattue mardi sur une usine de Sdérot.", "other"),
    ("Une frappe a visé mardi le domicile d'un responsable à Damas.", "homes"),
    ("Des hommes armés ont attaqué mardi une position militaire à Djibo.", "military_site"),
]


@pytest.mark.parametrize(("text", "struck"), STRUCK)
def test_what_was_struck_is_what_passed_or_was_hit(text: str, struck: str) -> None:
    assert [claim.struck for claim in claims(text) if isinstance(claim, Event)] == [struck]
