"""An illness, a disaster or an accident told beside a killing takes nothing from it; what they kill is no claim."""

import pytest
from events_told import claims

from vigie.values import Harm

KILLED = [
    "Dix habitants ont été tués lundi à Beni, a dit l'ONU. Ebola sévit dans la région.",
    "Douze civils ont été tués samedi à Kaboul dans une fusillade, a dit la police. Le tireur, atteint d'une maladie"
    " mentale, vivait seul.",
    "Trois journalistes ont été assassinés lundi à Jalalabad. Le pays est durement touché par la pandémie.",
    "Six hommes ont été exécutés dimanche près de Zamora. Le maire est malade du Covid.",
    "Quatre hommes ont été abattus dimanche à Tijuana. Leur quartier avait été frappé par des inondations en février.",
    "Une fusillade a fait cinq morts dimanche à Tijuana. La ville avait été touchée par un séisme en février.",
    "Dix civils ont été tués lundi à Mogadiscio. Un accident de la route avait coupé l'axe la veille.",
    "Vingt civils ont été tués vendredi à Kasenyi, a dit un élu. Les habitants avaient déjà fui le séisme.",
    "Une épidémie de choléra frappe Goma. Cinq habitants ont été égorgés mercredi à Rutshuru.",
    "Un attentat a visé mardi à Kaboul un hôpital traitant le Covid. Seize personnes ont été tuées.",
    "Un attentat a fait douze morts mardi devant un centre de traitement du choléra à Kaboul.",
    "Neuf villageois ont été tués mardi à Djugu. La rougeole sévit dans le territoire. Soixante enfants sont morts"
    " depuis mai.",
    "Cinq personnes ont été égorgées mercredi à Beni. La ville est frappée par Ebola, qui a fait 1.600 morts.",
    "Un conseiller municipal a été assassiné lundi à Cali. Son frère était mort d'un cancer l'an dernier.",
]
NOT_KILLED = [
    "Dix personnes ont été tuées lundi à Lima. Leur bus avait quitté la route. L'accident a eu lieu à l'aube.",
    "Quinze personnes ont été tuées lundi à Dakar. Une collision entre deux cars a fait aussi vingt blessés.",
    "Quinze personnes ont été tuées lundi à Dakar. Un accident avait déjà fait dix morts sur cet axe en février.",
    "Six personnes ont été tuées samedi à Manille. Le typhon avait touché terre la veille.",
    "Un séisme a frappé Haïti samedi. Près de 1.300 personnes ont été tuées, selon la protection civile.",
    "Vingt enfants tués en un mois à Kinshasa. La rougeole a fait 20 morts et 300 malades, selon l'OMS.",
    "Le choléra a tué 30 personnes à Goma. Quarante autres sont mortes à Bukavu.",
    "Cinquante migrants ont été tués au large de la Libye. Leur bateau a fait naufrage mardi.",
    "Trois ouvriers ont été tués jeudi à Lens. L'explosion d'une chaudière serait accidentelle.",
    "Trois randonneurs ont été tués dimanche à Chamonix. L'avalanche les a emportés.",
]


@pytest.mark.parametrize("text", KILLED)
def test_what_stands_beside_a_killing_takes_nothing_from_it(text: str) -> None:
    assert len([c for c in claims(text) if isinstance(c, Harm) and c.outcome == "killed"]) == 1


@pytest.mark.parametrize("text", NOT_KILLED)
def test_accidents_and_illness_kill_nobody_of_ours(text: str) -> None:
    assert claims(text) == []
