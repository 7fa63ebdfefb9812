"""Short articles of one kind each: every act that they tell, once, with its type and its place."""

import datetime as dt

import pytest

from vigie.extraction import extract
from vigie.values import Document, Event, Interval

DAY = Interval.day(dt.date(2021, 5, 12))
ARTICLES = (
    (
        """Niger: douze soldats tués dans l'attaque d'un camp près de Diffa
Douze soldats nigériens ont été tués mardi dans l'attaque de leur camp par des combattants de Boko Haram près de Diffa, dans le sud-est du pays, a annoncé mercredi le ministère de la Défense.
Arrivés à bord d'une dizaine de véhicules, les assaillants ont d'abord tiré au mortier sur le poste de garde, puis ont pénétré dans l'enceinte.
Les combats ont duré deux heures.
Un véhicule de l'armée a en outre sauté sur une mine mercredi matin sur la route de Bosso, blessant quatre militaires.
A Toumour, des hommes armés ont enlevé dimanche trois fonctionnaires, a indiqué le maire.""",
        {
            ("Armed clash", "Diffa"),
            ("Remote explosive/landmine/IED", "Bosso"),
            ("Abduction/forced disappearance", "Toumour"),
        },
    ),
    (
        """Tunisie: un manifestant tué à Sfax, la contestation s'étend
Un manifestant de 24 ans a été tué par balle mardi à Sfax lorsque la police a ouvert le feu sur la foule, ont rapporté des témoins et une source hospitalière.
Des centaines de jeunes avaient incendié peu avant le siège du gouvernorat et lancé des pierres contre les forces de l'ordre.
A Tunis, plusieurs milliers de personnes ont défilé dans le calme sur l'avenue Bourguiba.
La police a en revanche dispersé à l'aide de gaz lacrymogène un rassemblement devant le ministère de l'Intérieur.
Des heurts ont également éclaté dans la nuit à Kasserine.""",
        {
            ("Excessive force against protesters", "Sfax"),
            ("Violent demonstration", "Sfax"),
            ("Peaceful protest", "Tunis"),
            ("Protest with intervention", "Tunis"),
            ("Violent demonstration", "Kasserine"),
        },
    ),
    (
        """Afghanistan: un attentat suicide devant une mosquée fait quinze morts à Kaboul
Un kamikaze s'est fait exploser mercredi devant une mosquée chiite de l'ouest de Kaboul, tuant au moins quinze fidèles, a annoncé le ministère de l'Intérieur.
La déflagration s'est produite à la sortie de la prière.
L'Etat islamique a revendiqué l'attaque dans un communiqué.
Quelques heures plus tôt, une bombe placée au bord d'une route avait tué deux policiers à Jalalabad, dans l'est.
Un juge a par ailleurs été abattu mardi à Ghazni par deux hommes à moto.
Plus de 1.700 civils ont été tués depuis janvier, selon l'ONU.""",
        {("Suicide bomb", "Kaboul (ouest)"), ("Remote explosive/landmine/IED", "Jalalabad"), ("Attack", "Ghazni")},
    ),
    (
        """Syrie: neuf civils tués dans des bombardements à Idleb
Neuf civils, dont quatre enfants, ont péri mardi dans des bombardements du régime sur la province d'Idleb, selon l'Observatoire syrien des droits de l'homme (OSDH).
Quatre autres sont morts dans un raid aérien russe sur Jisr al-Choughour.
En représailles, les rebelles ont tiré des roquettes sur Lattaquié, sans faire de victime.
Dans l'est, un convoi de l'armée est tombé lundi dans une embuscade tendue par l'EI près de Palmyre: six soldats sont morts.
L'aviation israélienne a de son côté frappé dans la nuit de mardi à mercredi des entrepôts près de Damas, a indiqué l'agence Sana.""",
        {
            ("Air/drone strike", "Jisr al-Choughour"),
            ("Shelling/artillery/missile attack", "Lattaquié"),
            ("Armed clash", "Palmyre"),
            ("Air/drone strike", "Damas"),
        },
    ),
    (
        """Haïti: onze morts dans des affrontements entre gangs à Port-au-Prince
Au moins onze personnes ont été tuées mardi dans des affrontements entre bandes rivales à Martissant, un quartier de Port-au-Prince, a annoncé l'ONU.
Trois religieuses ont été enlevées lundi à Croix-des-Bouquets par le gang des 400 Mawozo.
La police a de son côté abattu quatre bandits présumés à Cité Soleil, selon son porte-parole.
Deux hommes accusés d'espionner pour un gang ont été lynchés par des riverains à Pétionville.""",
        {
            ("Armed clash", "Martissant"),
            ("Abduction/forced disappearance", "Croix-des-Bouquets"),
            ("Armed clash", "Cité Soleil"),
            ("Mob violence", "Pétionville"),
        },
    ),
)


@pytest.mark.parametrize(("text", "told"), ARTICLES, ids=[text.split(":")[0] for text, _ in ARTICLES])
def test_an_article_tells_each_act_once(text: str, told: set[tuple[str, str]]) -> None:
    document = Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=DAY)
    found = [(c.type, c.place.name if c.place else "") for c in extract(document) if isinstance(c, Event)]
    assert told <= set(found)
    assert len(found) == len(set(found)) <= len(told) + 1
