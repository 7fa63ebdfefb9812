"""In a text of war as well: what is said in images, befell soldiers by accident, or was done at home is no claim."""

import datetime as dt

import pytest

from vigie.extraction import extract
from vigie.values import Claim, Diplomacy, Document, Event, Harm, Interval

WAR = "\n\nLundi, six soldats ont été tués par des jihadistes à Kidal. Des rebelles avaient attaqué un camp dimanche."


def claims(text: str) -> list[Claim]:
    day = dt.date(2016, 3, 8)
    return extract(
        Document(
            document="x", id="x", text=text, sha256="", text_sha256="", origin="t", language="fr",
            published=Interval(start=day, end=day),
        )
    )  # fmt: skip


def quotes(text: str) -> list[str]:
    return [claim.quote for claim in claims(text + WAR) if claim.start < len(text)]


SILENT = [
    "L'épidémie qui frappe Mopti depuis mars a tué 18 personnes, dont deux enfants.",
    "La sécheresse frappe Gao: 30 morts depuis janvier.",
    "Le virus qui attaque Gao a fait douze morts.",
    "Les usagers, pris en otages par la grève depuis lundi à Bamako, réclament un service minimum.",
    "Les automobilistes se disent pris en otage à Bamako depuis lundi.",
    "Quelque 200.000 élèves ont été pris en otage par les syndicats lundi à Bamako.",
    "Nous refusons d'être pris en otages à Bamako, a dit lundi un commerçant.",
    "Un soldat est mort mercredi à Gao, victime d'un malaise.",
    "Deux recrues ont été blessées mardi à Gao dans la chute d'un mur.",
    "Trois soldats ont été blessés mardi à Gao par des chutes de pierres.",
    "Un gendarme est mort d'un arrêt cardiaque dimanche à Gao.",
    "Un parachutiste est mort à l'entraînement mardi à Gao.",
    "Un soldat s'est tué à moto mardi à Gao.",
    "La dette est une bombe à retardement pour Bamako.",
    "La police a interpellé trois voleurs mercredi à Bamako.",
    "La gendarmerie a arrêté mardi à Bamako seize personnes en état d'ivresse.",
    "Cinq personnes ont été arrêtées lundi à Bamako pour trafic d'antiquités.",
    "Le ministre de la Culture a félicité les agents.",
    "La ministre malienne de la Santé a appelé au calme.",
    "Le ministre de l'Economie appelle les deux camps à une trêve des prix.",
]


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_told_of_the_conflict(text: str) -> None:
    assert quotes(text) == []


TOLD = {
    "Un drone qui frappe un convoi près de Gao a tué douze soldats.": Event,
    "Quatre touristes ont été pris en otage mardi par des rebelles à Tombouctou.": Harm,
    "Des passagers ont été pris en otage mardi à Tombouctou.": Event,
    "La police a interpellé mercredi trois opposants à Bamako, accusés de trafic.": Harm,
    "Le ministre de la Défense appelle les deux camps à une trêve.": Diplomacy,
    "Le ministre français de l'Agriculture a condamné l'attaque.": Diplomacy,
    "La ministre française de la Culture a condamné la Russie.": Diplomacy,
}


@pytest.mark.parametrize("text", TOLD)
def test_the_same_words_of_a_conflict_are(text: str) -> None:
    assert any(isinstance(claim, TOLD[text]) for claim in claims(text + WAR) if claim.start < len(text))


def test_months_of_an_old_battle_are_no_news_in_a_story_of_memory() -> None:
    told = (
        "Un centenaire sous la pluie\n\nDix mois de combats, 300.000 morts, des millions d'obus tirés par l'artillerie: "
        "la bataille reste dans les mémoires. L'armistice a été célébré dimanche à l'ossuaire, où des gerbes ont été déposées."
    )
    assert claims(told) == []


def test_a_body_for_safe_roads_bears_no_arms() -> None:
    text = (
        "Selon la Yasa, une organisation de sécurité routière, 38 personnes ont été tuées et 512 blessées en février au Liban. "
        "Un plan de circulation sera testé le 20 mars à Beyrouth. La municipalité veut aussi le retour du train. "
        "Les automobilistes perdent chaque matin deux heures entre Jounieh et la capitale, où "
        "les bus sont rares et les trottoirs étroits. Les Forces de sécurité dressent plus de mille contraventions par semaine."
    )
    assert claims(text) == []


OLD_BOMB = (
    "Une bombe neutralisée à Ixelles\n\nUne bombe de 250 kg {war} sera neutralisée mercredi par les démineurs de l'armée. "
    "Environ 1.900 personnes seront évacuées dans un périmètre de 300 mètres, et les drones interdits."
)


def test_bombs_of_old_wars_that_are_made_safe_are_no_news() -> None:
    assert claims(OLD_BOMB.format(war="de la Seconde Guerre mondiale")) == []
    assert claims(OLD_BOMB.format(war="posée par des jihadistes"))


MISHAPS = [
    "Une pluie de critiques\n\nLe projet a été bombardé de 41 amendements, puis attaqué en justice. La bataille a duré six heures mardi à Lausanne. "
    "Le tunnel avait forcé l'évacuation de 60 personnes en 2005.",
    "Drame à Niamey\n\nL'explosion d'un camion-citerne, couché dans un virage, a fait onze morts à Niamey, et la gendarmerie recherche le chauffeur.",
    "Drame à Niamey\n\nUn camion s'est renversé mardi à Niamey: onze morts, selon la gendarmerie.",
    "Une soirée de lutte\n\nLe vainqueur a pris la garde de son adversaire d'assaut dimanche dans l'arène. Des échauffourées entre supporters ont fait une "
    "trentaine de blessés, devant des milliers de spectateurs.",
    "Le sable recule\n\nLe front s'est battu mardi à Niamey contre les ravins. La bataille est dure, des obus rouillés y dorment. "
    "Un effondrement avait forcé l'évacuation de 60 personnes.",
]


@pytest.mark.parametrize("text", MISHAPS)
def test_mishaps_matches_and_debates_are_silent(text: str) -> None:
    assert claims(text) == []


def test_whoever_is_spoken_to_at_home_is_no_partner() -> None:
    assert quotes("Le président malien a appelé les commerçants de Bamako à déposer les armes.") == []
    assert quotes("Le président malien a appelé les rebelles à déposer les armes.")
