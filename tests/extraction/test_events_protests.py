"""Protests, their dispersal, riots and mobs. Sentences are ours; places are real, the acts invented."""

import pytest
from events_told import claims, short

from vigie.values import Harm

PEACEFUL, DISPERSED = "Peaceful protest", "Protest with intervention"
RIOT, EXCESSIVE, MOB = "Violent demonstration", "Excessive force against protesters", "Mob violence"

TOLD = [
    (
        "Des milliers de personnes ont défilé dimanche à Alger pour réclamer le départ du président.",
        PEACEFUL,
        "DZA-PRO",
    ),
    ("Des milliers d'opposants ont battu le pavé dimanche à Lomé contre le régime.", PEACEFUL, "TGO-PRO"),
    ("La police a dispersé lundi à coups de gaz lacrymogène une manifestation à Conakry.", DISPERSED, "GIN"),
    ("Une marche interdite a été dispersée lundi à Conakry par les forces de l'ordre.", DISPERSED, "GIN"),
    ("Les gendarmes ont chargé des manifestants lundi à Libreville.", DISPERSED, "GAB"),
    ("La police a dispersé à balles réelles des manifestants lundi à Goma.", EXCESSIVE, "COD"),
    ("L'armée a dispersé dans le sang un sit-in lundi à Khartoum.", EXCESSIVE, "SDN"),
    ("Des soldats ont tiré vendredi sur un rassemblement à Homs, en Syrie.", EXCESSIVE, "SYR"),
    ("La police kurde a tiré sur la foule mardi à Souleimaniyeh, en Irak, tuant un lycéen.", EXCESSIVE, "IRQ-KUR"),
    ("Des militaires birmans ont ouvert le feu samedi à Mandalay contre des opposants.", EXCESSIVE, "MMR"),
    ("Trois personnes ont été tuées par balles samedi lors d'une manifestation à Bamako.", EXCESSIVE, ""),
    ("Quatre manifestants ont été tués lundi à Lomé.", EXCESSIVE, ""),
    ("La répression des manifestations à Conakry a fait neuf morts lundi.", EXCESSIVE, ""),
    ("Des manifestants en colère ont incendié lundi le siège du gouvernorat à Kerbala, en Irak.", RIOT, "IRQ-PRO"),
    ("Des manifestants ont envahi lundi l'ambassade des Etats-Unis à Bagdad.", RIOT, "IRQ-PRO"),
    ("Des jeunes ont érigé des barricades et brûlé des pneus lundi à Lomé.", RIOT, "TGO-PRO"),
    ("Le bureau de l'ONU à Goma a été mis à sac mardi par la foule.", RIOT, "COD-PRO"),
    ("Des heurts ont éclaté mardi à Dakar entre la police et des partisans de l'opposant.", RIOT, "SEN-PRO"),
    ("Un policier a été tué et sept manifestants blessés samedi à Bamako, lors de heurts.", RIOT, "MLI-PRO"),
    ("De violents heurts ont opposé mardi des jeunes et la police à Labé, en Guinée.", RIOT, "GIN-PRO"),
    ("Des violences ont éclaté lundi sur le trajet du cortège à Tunis.", RIOT, ""),
    ("Depuis dimanche, le Pérou est en proie à des émeutes.", RIOT, "PER-PRO"),
    ("Thiès, au Sénégal, a été lundi le théâtre d'affrontements entre policiers et étudiants.", RIOT, "SEN-PRO"),
    ("Des réfugiés en colère ont attaqué mardi la base de la Monusco à Bunia, en RDC.", RIOT, "COD-PRO"),
    ("Des affrontements entre supporters ont fait trois morts dimanche à Port-Saïd.", MOB, ""),
    ("Quatorze personnes ont été tuées mardi à Abidjan dans des heurts entre partisans et opposants.", MOB, ""),
    ("Un homme soupçonné de vol a été battu à mort par des habitants en colère lundi à Bangui.", MOB, "CAF-PRO"),
    ("Deux voleurs présumés ont été brûlés vifs par la foule dimanche à Goma.", MOB, "COD-PRO"),
    ("Des hommes armés ont tiré lundi sur un cortège à Bassora, en Irak.", "Attack", "IRQ-UNK"),
    (
        "Le bilan des manifestations contre le président à Kaya s'alourdit à sept morts, dont deux gendarmes.",
        RIOT,
        "BFA-PRO",
    ),
    ("Des centaines d'étudiants avaient incendié dimanche le consulat de France à Ispahan, en Iran.", RIOT, "IRN-PRO"),
]


@pytest.mark.parametrize(("text", "kind", "by"), TOLD)
def test_one_act_of_a_crowd(text: str, kind: str, by: str) -> None:
    assert [(found, authors) for found, authors, _ in short(text)] == [(kind, by)]


STORIES = [
    "Des milliers de manifestants sont descendus dans la rue vendredi à Bagdad. Les forces de sécurité ont tiré à balles "
    "réelles. Dix-huit personnes ont été tuées et plus de 200 blessées, selon des sources médicales.",
    "L'armée a dispersé dans le sang un sit-in devant son quartier général lundi à Khartoum. Le bilan est de 35 morts, "
    "selon un comité de médecins proche de la contestation.",
    "Des étudiants qui protestaient ont été chargés par la police lundi à Kinshasa. Deux d'entre eux sont morts.",
    "Dix personnes ont été tuées vendredi à Nassiriya, en Irak, ont dit des médecins. Les forces de sécurité ont ouvert "
    "le feu sur des protestataires qui bloquaient un pont.",
    "Des milliers d'opposants ont manifesté lundi à Lomé. Dimanche, deux hommes avaient été tués par balles à Sokodé. "
    "Depuis le 2 mars, la répression a fait 31 morts, selon l'opposition.",
    "Une marche de protestation a été réprimée dimanche à Kinshasa: six personnes sont mortes, selon l'ONU.",
]


@pytest.mark.parametrize("text", STORIES)
def test_the_story_tells_what_killed(text: str) -> None:
    harm = [claim for claim in claims(text) if isinstance(claim, Harm)]
    assert harm
    assert {claim.method for claim in harm} == {EXCESSIVE}
    assert {kind for kind, _, _ in short(text)} - {PEACEFUL} == {EXCESSIVE}


def test_the_arrests_of_a_march_are_an_intervention() -> None:
    text = "Plus de 200 manifestants ont été arrêtés dimanche à Minsk lors d'une marche contre le président."
    assert ("Protest with intervention", "") in [(kind, by) for kind, by, _ in short(text)]
    by_police = "La police a arrêté 200 manifestants dimanche à Minsk lors d'une marche contre le président."
    assert ("Protest with intervention", "BLR") in [(kind, by) for kind, by, _ in short(by_police)]


@pytest.mark.parametrize("place", ["Gaza", "Sanaa, au Yémen", "Idleb, en Syrie", "Kaboul, en Afghanistan"])
def test_a_repression_of_which_nobody_is_told_is_no_state_s(place: str) -> None:
    text = f"La répression des manifestations à {place} a fait neuf morts lundi."
    assert [claim.by for claim in claims(text)] == [[]] * len(claims(text))


QUIET = [
    "Le défilé du 14 juillet a rassemblé des milliers de personnes dimanche à Paris.",
    "Les champions ont défilé lundi à Dakar devant leurs supporters.",
    "Le conducteur chargé du convoi a rejoint Lyon mardi.",
    "Les nuages se sont dispersés lundi à Nice.",
    "La ministre chargée des marchés a dénoncé mardi les prix à Dakar.",
    "La répression des fraudes a visité lundi trois magasins à Lille.",
    "Le candidat a réuni ses partisans samedi à Niamey.",
]


@pytest.mark.parametrize("text", QUIET)
def test_peace_has_no_crowd_act(text: str) -> None:
    assert short(text) == []


def test_gunmen_near_a_march_stay_gunmen() -> None:
    text = (
        "Des hommes armés ont tué six villageois lundi à Mavivi, près de Beni, dans l'est de la RDC. "
        "Mardi, la police a dispersé une manifestation à Goma."
    )
    assert [kind for kind, _, _ in short(text)] == ["Attack", DISPERSED]


def test_whose_people_and_house_are_the_target() -> None:
    arrested = short("Plus de 200 manifestants ont été arrêtés dimanche à Minsk.")
    assert arrested == [("Arrests", "BLR", "BLR-PRO")] or arrested == [("Arrests", "", "BLR-PRO")]
    wrecked = short("Des manifestants ont envahi lundi le siège du gouvernement à Erevan, en Arménie.")
    assert wrecked == [(RIOT, "ARM-PRO", "ARM")]


@pytest.mark.parametrize("side", ["jihadistes", "rebelles"])
def test_the_word_behind_a_position_tells_whose_it_is(side: str) -> None:
    text = f"Des avions égyptiens ont bombardé mercredi des positions {side} à Cheikh Zouweid, en Egypte."
    assert [(by, target[:3] + target[3:4]) for _, by, target in short(text)] == [("EGY", "EGY-")]


IN_A_FIRE = [
    "Des affrontements ont opposé lundi des manifestants à la police à Quito. Cinq personnes ont trouvé la mort dans "
    "l'incendie d'un entrepôt livré aux pillards.",
    "Des émeutes ont éclaté lundi à Lima, où la police a tiré sur la foule. Cinq personnes ont péri dans l'incendie d'un "
    "magasin livré au pillage.",
]


@pytest.mark.parametrize("text", IN_A_FIRE)
def test_who_died_in_the_fire_of_a_looted_shop_was_killed_by_no_march(text: str) -> None:
    dead = [claim for claim in claims(text) if isinstance(claim, Harm) and claim.count == 5]
    assert [(claim.by, claim.method) for claim in dead] == [([], "Looting/property destruction")]


def test_who_was_fired_at_is_no_victim_of_a_fire() -> None:
    text = (
        "La police a tiré lundi sur des manifestants à Lima. Cinq personnes ont péri, et un incendie a ravagé un bus."
    )
    dead = [claim for claim in claims(text) if isinstance(claim, Harm) and claim.count == 5]
    assert [claim.method for claim in dead] in ([EXCESSIVE], [])


UN_BASE = [
    ("Des manifestants ont lancé des pierres mardi sur la base de la Monusco à Bunia, en RDC.", "UN"),
    ("Des manifestants ont lancé des pierres mardi sur le commissariat de Bunia, en RDC.", "COD"),
]


@pytest.mark.parametrize(("text", "target"), UN_BASE)
def test_a_riot_is_against_those_whose_house_it_is(text: str, target: str) -> None:
    assert [hit for _, _, hit in short(text)] == [target]
