"""A rush of people, a siege by fans, a march that goes home, beasts and fires are images; the same words meant are acts."""

from datetime import date

import pytest

from vigie.extraction import extract
from vigie.values import Claim, Document, Event, Harm, Interval

WAR = "\n\nLundi, six soldats ont été tués par des jihadistes à Kidal. Des rebelles avaient attaqué un camp dimanche."


def claims(text: str) -> list[Claim]:
    day = date(2018, 1, 10)
    return extract(
        Document(
            document="x", id="x", text=text, sha256="", text_sha256="", origin="t", language="fr",
            published=Interval(start=day, end=day),
        )
    )  # fmt: skip


RUSHES = [
    "Les sites de vente ont été pris d'assaut mardi à Lille.",
    "Le guichet de la préfecture, pris d'assaut mardi à Lille, a fermé à midi.",
    "Une pharmacie prise d'assaut mardi à Lille a dû baisser son rideau.",
    "Les terrasses sont prises d'assaut depuis mardi à Lille.",
    "Un pylône a été pris d'assaut mardi à Lille par une vingtaine d'adolescents.",
    "Les Lillois prennent d'assaut les gares ce mardi à Lille.",
    "Les habitants ont pris d'assaut les stations-service mardi à Bamako.",
    "Dès mardi, des collectionneurs se sont lancés à l'assaut des rayons à Lille.",
    "Le stade a été pris d'assaut mardi à Dakar par une foule de supporteurs.",
    "La mairie a été prise d'assaut mardi à Lille par des parents venus inscrire leurs enfants.",
    "Les cabinets ont été assaillis de patients mardi à Lille.",
    "Le numéro vert, assailli d'appels mardi à Lille, ne répond plus.",
]


@pytest.mark.parametrize("text", RUSHES)
def test_a_rush_of_people_storms_nothing(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize("text", [text for text in RUSHES if "pharmacie" not in text])
def test_nor_in_a_story_of_war_where_it_is_plain_who_or_what_is_meant(text: str) -> None:
    assert [claim.quote for claim in claims(text + WAR) if claim.start < len(text)] == []


STORMED = [
    "Le Parlement a été pris d'assaut mardi à Tripoli.",
    "Le Parlement a été pris d'assaut mardi à Tbilissi par une foule en colère.",
    "Des supporteurs du président ont pris d'assaut mardi le palais à Lima.",
    "Des manifestants ont pris d'assaut la télévision nationale mardi à Ouagadougou.",
    "Un hôtel a été pris d'assaut mardi à Bamako.",
    "Un supermarché a été pris d'assaut mardi à Nairobi: douze clients ont été tués.",
    "Des inconnus ont pris d'assaut un magasin mardi à Bamako.",
    "Les rebelles ont pris d'assaut les magasins mardi à Goma.",
    "Un commando a pris d'assaut les guichets d'une banque mardi à Mossoul.",
    "La prison a été prise d'assaut mardi à Goma par des familles de détenus.",
    "Le poste de Diabaly a été pris d'assaut mardi.",
    "Les talibans prennent d'assaut un restaurant mardi à Kaboul.",
    "Des pirates ont pris d'assaut un pétrolier mardi au large de Lagos.",
    "Des jihadistes ont assailli un marché mardi à Djibo.",
]


@pytest.mark.parametrize("text", STORMED)
def test_whoever_storms_in_earnest_is_told(text: str) -> None:
    assert any(isinstance(claim, Event) for claim in claims(text))


def test_in_a_story_of_war_a_shop_needs_no_gunmen_beside_it() -> None:
    text = "Le supermarché du centre a été pris d'assaut mardi à Gao."
    assert any(isinstance(claim, Event) and claim.start < len(text) for claim in claims(text + WAR))


HOME = [
    "Le cortège s'est dispersé dans le calme mardi à Lyon.",
    "Les manifestants se sont dispersés vers midi mardi à Lyon, selon la police.",
    "La foule s'était dispersée avant minuit mardi à Lyon sous l'œil des policiers.",
    "Les marcheurs se dispersent sans incident mardi à Tunis.",
    "L'attroupement s'est dispersé de lui-même mardi à Conakry.",
    "Après une minute de silence, la marche s'est dispersée mardi à Alger.",
]


@pytest.mark.parametrize("text", HOME)
def test_a_march_that_goes_home_was_put_down_by_nobody(text: str) -> None:
    assert {claim.type for claim in claims(text) if isinstance(claim, Event)} <= {"Peaceful protest"}


DRIVEN = [
    "La police a dispersé mardi à Alger les marcheurs avec des canons à eau.",
    "Les manifestants ont été dispersés mardi à Conakry à coups de matraque.",
    "Les manifestants se sont dispersés mardi à Conakry après des tirs de gaz lacrymogène.",
    "Les manifestants se sont dispersés mardi à Alger quand la police a chargé.",
    "Le rassemblement a été dispersé mardi à Conakry.",
    "La marche, dispersée mardi à Conakry, réclamait le départ du président.",
]


@pytest.mark.parametrize("text", DRIVEN)
def test_a_march_that_forces_drive_off_was(text: str) -> None:
    assert "Protest with intervention" in {claim.type for claim in claims(text) if isinstance(claim, Event)}


SIEGES = [
    "Quarante mille personnes pour la chanteuse, assiégée par ses fans mardi à Dakar.",
    "Le maire est assiégé par les journalistes mardi à Cannes.",
    "Le joueur, encerclé par une nuée de supporters mardi à Naples, a signé cent maillots.",
    "Deux cents campeurs, assiégés par les moustiques, ont quitté Arles mardi.",
    "Le ministre, assiégé de questions mardi à Paris, s'est tu.",
    "Les acheteurs assiègent 400 vendeurs mardi à Lille.",
    "Quarante personnes encerclées par les eaux mardi à Arles ont attendu les secours.",
]


@pytest.mark.parametrize("text", SIEGES)
def test_fans_and_waters_besiege_nobody(text: str) -> None:
    assert [claim for claim in claims(text + WAR) if isinstance(claim, Harm) and claim.outcome == "besieged"] == []


BESIEGED = [
    "Trente mille civils sont assiégés par l'armée à Alep.",
    "Quarante soldats ont été encerclés mardi par les rebelles à Tessit.",
    "Deux cents familles assiégées par les miliciens à Bambari attendent de l'aide.",
    "L'armée assiège 40.000 habitants à Daraya.",
    "Douze journalistes assiégés par des miliciens à Homs ont appelé à l'aide.",
]


@pytest.mark.parametrize("text", BESIEGED)
def test_an_army_does(text: str) -> None:
    assert any(isinstance(claim, Harm) and claim.outcome == "besieged" for claim in claims(text))


BEASTS = [
    "Deux personnes ont été tuées mardi par des frelons à Brest.",
    "Des fourmis ont attaqué une ruche mardi à Gao.",
    "Un homme a été attaqué par un requin mardi à Saint-Leu.",
    "Un crocodile tue deux pêcheurs mardi à Mopti.",
    "Des éléphants ont saccagé un village mardi à Bouna, faisant deux morts.",
    "Des hippopotames ont tué cinq paysans mardi à Gaya.",
    "Deux Canadair ont largué leur cargaison mardi à Arles.",
    "Un hélicoptère bombardier d'eau a bombardé le foyer mardi à Arles.",
    "Quatre cents soldats du feu sont engagés dans la bataille depuis mardi à Arles.",
    "Près de 6.000 victimes ont porté plainte mardi à Dakar.",
    "Les victimes de l'arnaque, au moins 300, se sont regroupées mardi à Dakar.",
]


@pytest.mark.parametrize("text", BEASTS)
def test_beasts_firemen_and_swindlers_wage_no_war(text: str) -> None:
    assert claims(text) == []


MEANT = [
    "Un apiculteur a été tué mardi par des hommes armés à Beni.",
    "Des jihadistes ont tué mardi trois bergers et leurs chiens à Djibo.",
    "Douze éleveurs ont été tués mardi par des miliciens près de Mopti, leurs bêtes volées.",
    "Trois comédiens ont été tués mardi dans l'attaque d'un théâtre par des hommes armés à Kaboul.",
    "Un romancier a été assassiné mardi à Mossoul par des jihadistes.",
    "Des obus ont mis le feu à la forêt mardi à Afrine, tuant quatre habitants.",
    "Des miliciens ont incendié un camp mardi à Bambari, tuant neuf déplacés.",
]


@pytest.mark.parametrize("text", MEANT)
def test_those_killed_beside_beasts_stages_and_flames_are(text: str) -> None:
    assert any(isinstance(claim, Harm) and claim.outcome == "killed" for claim in claims(text))


DROVE_OUT = [
    "Des miliciens ont incendié un camp mardi à Bambari: 1.000 personnes ont été déplacées.",
    "Des obus ont mis le feu à la forêt mardi à Afrine, 400 habitants ont été évacués.",
    "Deux cents soldats et 400 habitants ont été évacués mardi de Gao sous les tirs des rebelles.",
]


@pytest.mark.parametrize("text", DROVE_OUT)
def test_people_whom_violence_drives_out_of_a_fire_are_told(text: str) -> None:
    assert any(isinstance(claim, Harm) and claim.outcome in ("displaced", "evacuated") for claim in claims(text))
