"""What is prepared, feared, supposed or threatened is no claim of something done."""

import pytest

from vigie.extraction import extract
from vigie.values import Claim, Control, Diplomacy, Document, Event, Harm

NEWS = "Quatre soldats de l'armée ont été tués par des jihadistes lundi à Ghazni. "


def beyond(text: str) -> list[Claim]:
    """The claims of a text that stands behind news, without those of the news."""
    document = Document(id="d", document="d", text=NEWS + text, sha256="", text_sha256="", origin="")
    return [claim for claim in extract(document) if claim.start >= len(NEWS)]


HARMLESS = [
    "L'ONU redoute que 800.000 personnes ne fuient le pays.",
    "Les ONG craignent que des milliers de civils ne soient tués.",
    "Selon un expert, une offensive ferait des milliers de morts.",
    "L'EI menace de tuer un deuxième otage.",
    "Deux hommes sont tombés malades.",
    "Mardi, un éléphant a tué deux soldats.",
    "Mardi, le chien avait blessé trois soldats de l'armée.",
    "Les avalanches qui ont frappé mardi la vallée ont fait 18 morts.",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_nobody_was_harmed(text: str) -> None:
    assert not [claim for claim in beyond(text) if isinstance(claim, Harm)]


@pytest.mark.parametrize(
    "text",
    [
        "L'armée turque se prépare à lancer une offensive contre Tal Abyad mardi.",
        "Ankara envisage de mener des frappes à Tal Abyad.",
        "L'armée turque est prête à lancer un assaut sur Tal Abyad mardi.",
    ],
)
def test_nothing_was_launched(text: str) -> None:
    assert not [claim for claim in beyond(text) if isinstance(claim, Event)]


def test_gunmen_who_storm_a_station_attack_it() -> None:
    text = "La gare de Gao a été prise d'assaut mardi par des hommes armés qui visaient des voyageurs."
    assert [claim for claim in beyond(text) if isinstance(claim, Event)]


def test_an_offensive_that_was_launched_is_told() -> None:
    text = "L'armée turque a lancé mardi une offensive contre Tal Abyad, tuant dix combattants kurdes."
    assert [claim.by for claim in beyond(text) if isinstance(claim, Event)] == [["TUR"]]


SUPPOSED = "Si les Etats-Unis se retiraient de Syrie, la Turquie attaquerait les Kurdes et l'EI reprendrait Raqa, avertit un responsable des FDS."


def test_what_would_be_if_is_neither_control_nor_diplomacy() -> None:
    assert not [claim for claim in beyond(SUPPOSED) if isinstance(claim, (Control, Diplomacy))]


def test_the_force_sentinelle_is_french_wherever_its_sentence_stands() -> None:
    text = "La police allemande a fouillé un immeuble à Kehl, en Allemagne. Le tireur a été blessé par des soldats de la force Sentinelle."
    assert [claim.by for claim in beyond(text) if isinstance(claim, Harm)] == [["FRA"]]


@pytest.mark.parametrize(
    "text",
    [
        "La piste d'un attentat a été écartée mardi par le gouvernement malien à Gao.",
        "Le procureur a exclu mardi l'hypothèse d'une attaque à Gao.",
        "Les enquêteurs maliens ont abandonné mardi la thèse de l'attentat à Gao.",
    ],
)
def test_what_an_inquiry_rules_out_is_no_act(text: str) -> None:
    assert not beyond(text)


@pytest.mark.parametrize(
    "text",
    [
        "L'armée de l'air a évacué mardi six malades de Gao.",
        "Un avion de combat a secouru mardi douze marins près de Gao.",
        "Des avions militaires ont libéré mardi le passage près de Gao.",
        "L'armée de l'air a largué mardi des vivres sur Gao.",
        "Mardi, un hélicoptère a largué de l'eau et des tracts à Gao.",
        "La gare de Gao a été prise d'assaut mardi par les voyageurs.",
        "Mardi, les routes de Gao étaient prises d'assaut par des automobilistes.",
    ],
)
def test_aircraft_that_help_strike_nobody(text: str) -> None:
    assert not [claim for claim in beyond(text) if isinstance(claim, Event)]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Personne n'a été blessé mardi dans l'attaque de la base de Gao.", "injured"),
        ("Une bombe a explosé mardi devant la mairie de Kidal, mais personne n'a péri.", "killed"),
        ("Selon l'armée, personne n'est mort mardi dans les tirs de roquettes sur Gao.", "killed"),
    ],
)
def test_nobody_hurt_is_a_figure_of_none(text: str, outcome: str) -> None:
    assert [(claim.outcome, claim.count) for claim in beyond(text) if isinstance(claim, Harm)] == [(outcome, 0)]


@pytest.mark.parametrize(
    "text",
    [
        "Deux cents migrants refusaient mardi de descendre d'un train arrêté par la police à Gao.",
        "Dix passagers sont montés mardi dans un bus enlevé par des hommes armés à Gao.",
        "Quarante ouvriers dormaient mardi devant un camion arrêté par l'armée à Gao.",
    ],
)
def test_what_is_stopped_is_not_the_people_before_it(text: str) -> None:
    assert not [claim for claim in beyond(text) if isinstance(claim, Harm)]
