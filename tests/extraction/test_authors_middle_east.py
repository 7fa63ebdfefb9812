"""Who did it in dispatches on the Middle East: two governments joined, claims to several attacks, those who only know
nothing, who were hit, or report; and who tells of his own dead.
"""

import pytest
from events_told import claims

from vigie.values import Event, Harm


def harms(text: str) -> list[Harm]:
    return [claim for claim in claims(text) if isinstance(claim, Harm)]


def blamed(text: str) -> list[list[str]]:
    """Who is blamed for each figure of people harmed."""
    return [list(claim.by) for claim in harms(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Dix civils ont été tués dimanche dans des raids aériens de Damas et Moscou près d'Idleb.",
        "Des raids de Damas et de Moscou ont tué dix civils dimanche près d'Idleb.",
        "Dix civils ont péri dimanche à Idleb dans des bombardements menés par Damas et Moscou.",
        "Les bombardements de Damas et Moscou sur un camp d'Idleb ont fait dix morts.",
    ],
)
def test_the_strikes_of_two_capitals_are_both_theirs(text: str) -> None:
    assert blamed(text) == [["SYR", "RUS"]]


@pytest.mark.parametrize(
    "text",
    [
        "Les attentats de Paris et Bruxelles ont fait 162 morts.",
        "Les bombardements de Mossoul et Bagdad ont fait dix morts lundi.",
        "Les combats de Tripoli et Bagdad ont fait dix morts.",
    ],
)
def test_towns_that_were_hit_are_no_authors(text: str) -> None:
    assert blamed(text) == [[]]


def test_a_capital_behind_one_attack_still_accuses() -> None:
    text = "Ukraine: trente morts après l'attaque de Kramatorsk et Kiev accuse les séparatistes."
    assert blamed(text) == [["UKR-SEP"]]


@pytest.mark.parametrize(
    "text",
    [
        "Trois policiers ont été tués lundi dans un attentat à Bagdad et deux soldats dans une embuscade à Kirkouk. {}",
        "Un attentat a tué trois policiers lundi à Bagdad. Une embuscade a tué deux soldats lundi à Kirkouk. {}",
    ],
)
@pytest.mark.parametrize(
    ("claim", "by"),
    [
        ("Les deux attaques ont été revendiquées par l'EI.", [["IS"], ["IS"]]),
        ("Ces deux attaques distinctes ont aussitôt été revendiquées par l'EI.", [["IS"], ["IS"]]),
        ("Les attaques ont toutes été revendiquées par l'EI.", [["IS"], ["IS"]]),
        ("Les deux attaques n'ont pas été revendiquées.", [[], []]),
    ],
)
def test_a_claim_to_both_attacks(text: str, claim: str, by: list[list[str]]) -> None:
    assert blamed(text.format(claim)) == by


def test_attackers_did_it_to_those_whom_they_fight() -> None:
    text = "Des affrontements ont eu lieu lundi entre soldats égyptiens et assaillants à El-Arich."
    (event,) = [claim for claim in claims(text) if isinstance(claim, Event)]
    assert ("EGY" in event.by, event.target) == (False, "EGY")


@pytest.mark.parametrize(
    "words",
    [
        "n'était pas en mesure de confirmer si ces raids ont été menés par des avions russes ou du régime syrien",
        "n'a pas pu affirmer si ces raids avaient été menés par l'aviation russe",
    ],
)
def test_who_cannot_confirm_who_it_was_blames_nobody(words: str) -> None:
    text = f"Douze civils ont été tués dimanche dans des raids sur un marché de Saraqeb, selon l'OSDH. L'ONG {words}."
    assert blamed(text) == [[]]


@pytest.mark.parametrize(
    "text",
    [
        "L'agence Irna a précisé que l'attaque s'était produite près de Zahedan. En mai, il avait revendiqué le rapt de"
        " cinq soldats iraniens.",
        "Quatre gendarmes ont été tués dimanche près d'Iranshahr, rapporte l'agence iranienne Fars. En mars, elle avait"
        " revendiqué l'enlèvement de six gardes.",
    ],
)
def test_a_state_agency_claims_no_attack(text: str) -> None:
    assert [by for claim in claims(text) if isinstance(claim, Harm | Event) for by in claim.by] == []


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "C'est la pire attaque depuis l'attentat du 3 juin contre deux ministères irakiens qui avait tué 95 hommes.",
            [],
        ),
        ("Un assaut contre la police somalienne, qui a tué 12 personnes lundi à Mogadiscio, a pris fin.", []),
        ("L'attaque du Hamas contre Israël, qui a tué 1.200 personnes le 7 octobre, a ouvert la guerre.", ["HAMAS"]),
        (
            "Des rebelles ont attaqué. Une attaque contre l'armée somalienne, qui a tué 12 assaillants, a échoué.",
            ["SOM"],
        ),
        ("L'ONU enquête sur l'armée somalienne, qui a tué 12 civils lundi à Mogadiscio.", ["SOM"]),
    ],
)
def test_who_was_attacked_did_not_kill_his_own(text: str, by: list[str]) -> None:
    assert blamed(text) == [by]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Des combattants du PKK ont attaqué un convoi de véhicules militaires, puis ont ouvert le feu.", {"PKK"}),
        ("Des hommes du PKK ont visé deux véhicules militaires turcs à Daglica, puis ont ouvert le feu.", {"PKK"}),
        ("Un véhicule militaire a ouvert le feu lundi sur des manifestants à Bassora, en Irak.", {"IRQ"}),
    ],
)
def test_whose_a_vehicle_was_did_not_shoot_unless_it_did(text: str, by: set[str]) -> None:
    assert {one for claim in claims(text) if isinstance(claim, Event) for one in claim.by} == by


@pytest.mark.parametrize(
    ("text", "side", "by", "said_by"),
    [
        (
            "Une frappe israélienne a visé Naqoura, selon l'ANI, le Hezbollah faisant état de la mort d'un de ses hommes.",
            "HEZBOLLAH",
            ["ISR"],
            ["HEZBOLLAH"],
        ),
        (
            "Selon l'OSDH, un raid turc a visé Afrine, les Unités de protection du peuple (YPG) déplorant la perte de"
            " deux de leurs combattants.",
            "YPG",
            ["TUR"],
            ["YPG"],
        ),
        (
            "Le Hezbollah a lancé lundi une attaque contre Metoulla, précisant avoir perdu deux de ses hommes.",
            "HEZBOLLAH",
            ["ISR"],
            ["HEZBOLLAH"],
        ),
    ],
)
def test_who_stands_before_the_gerund_tells_of_his_own(text: str, side: str, by: list[str], said_by: list[str]) -> None:
    (harm,) = harms(text)
    assert (harm.side, list(harm.said_by)) == (side, said_by)
    assert list(harm.by) in (by, [])


def test_another_agency_tells_the_rival_toll() -> None:
    text = "Les rebelles ont bombardé Damas, tuant trois civils, selon l'OSDH, l'agence Sana évoquant cinq morts."
    assert [list(harm.said_by) for harm in harms(text)] == [["SOHR"], ["SANA"]]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Dix Houthis ont été tués lundi dans des raids de la coalition anti-Houthis à Haïs.", "SAU-COALITION"),
        ("Des raids de la coalition anti-Houthis menée par l'Arabie saoudite ont tué dix civils.", "SAU-COALITION"),
        ("Dix civils ont été tués lundi à Taëz, au Yémen, par des éléments d'Ansarullah.", "HOUTHIS"),
    ],
)
def test_the_parties_in_yemen(text: str, who: str) -> None:
    assert blamed(text) == [[who]]


@pytest.mark.parametrize(
    ("alliance", "by"),
    [
        ("Saraqeb est aux mains de l'Armée de la conquête, une coalition composée de groupes islamistes.", []),
        ("La coalition a bombardé lundi la ville.", ["COALITION"]),
    ],
)
def test_any_alliance_is_not_the_one_that_flies(alliance: str, by: list[str]) -> None:
    text = f"Syrie: {alliance} Dix civils ont été tués lundi dans des raids sur un marché de Saraqeb."
    assert blamed(text) == [by]


def test_a_claim_far_behind_its_verb() -> None:
    text = (
        "Quatre gardes ont été tués lundi dans une attaque à Bent, en Iran. Deux policiers ont été tués lundi par des tirs"
        " à Khash. Les deux attaques ont été revendiquées plus tard dans la journée sur Telegram par le groupe Jaish al-Adl."
    )
    assert blamed(text) == [["JAYSH-AL-ADL"], ["JAYSH-AL-ADL"]]


@pytest.mark.parametrize(
    ("weapons", "by"),
    [
        ("à la suite d'une salve de roquettes sur la Haute Galilée", []),
        ("dans cette attaque de drones", ["HEZBOLLAH"]),
    ],
)
def test_rockets_are_not_of_the_attack_by_drones(weapons: str, by: list[str]) -> None:
    text = (
        "Le Hezbollah a visé lundi une caserne près d'Acre avec des drones. Selon le Magen David Adom, deux personnes ont"
        f" été blessées {weapons}."
    )
    assert blamed(text) == [by]
