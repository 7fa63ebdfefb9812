"""Acts that only their means tell: a weapon that hits, bursts, falls. Sentences are ours; places are real, the acts invented."""

import pytest
from events_told import events

SHELL, IED, SUICIDE = "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Suicide bomb"

TOLD = [
    ("Une charge dissimulée sous un étal a soufflé lundi la devanture d'une boulangerie de Mossoul.", IED, "market"),
    ("Une mine a déchiqueté lundi un minibus près de Kandahar.", IED, "vehicle"),
    ("La bombe qui a éventré lundi le restaurant d'Erbil était cachée dans une valise.", IED, "hotel"),
    (
        "Une voiture piégée, garée devant la mairie, sautait lundi au passage d'un convoi à Azaz.",
        IED,
        "public_building",
    ),
    ("Un obus éventre un immeuble de Benghazi lundi: quatre morts.", SHELL, "homes"),
    ("Une roquette, tirée depuis la plaine, a traversé lundi le toit d'une école de Sderot.", SHELL, "school"),
    ("Des obus pleuvaient lundi sur un marché de Damas.", SHELL, "market"),
    ("Un projectile est tombé dimanche sur une maison de Marioupol.", SHELL, "homes"),
    ("Un drone a pulvérisé dimanche un pick-up rebelle près de Kidal.", "Air/drone strike", "vehicle"),
    ("Un camion rempli d'explosifs a percuté lundi l'entrée d'une caserne de Mogadiscio.", SUICIDE, "military_site"),
    (
        "Une fourgonnette bourrée d'explosifs a foncé dimanche sur un barrage de l'armée à Gao.",
        SUICIDE,
        "military_site",
    ),
]


@pytest.mark.parametrize(("text", "kind", "struck"), TOLD)
def test_a_weapon_that_hits_is_the_act(text: str, kind: str, struck: str) -> None:
    assert [(e.type, e.struck) for e in events(text)] == [(kind, struck)]


@pytest.mark.parametrize(
    "text",
    [
        "Les missiles ont été livrés lundi à Riyad.",
        "Une bombe a été désamorcée lundi à Bagdad.",
        "Le drone a survolé lundi une base militaire de Kidal.",
        "Les avions de combat ont quitté lundi la base d'Incirlik.",
        "La prise en charge des blessés à Gao a été lente.",
        "Sous la charge de travail, les médecins de Gao ont craqué lundi.",
        "Le projectile a été exposé lundi dans un musée de Kiev.",
    ],
)
def test_a_weapon_that_hits_nothing_is_none(text: str) -> None:
    assert events(text) == []


AFTER = [
    "Une charge a soufflé lundi la terrasse d'un café de Baqouba. Dix minutes plus tard, une voiture piégée sautait devant une école de Baqouba.",
    "Un obus a éventré lundi une maison de Kharkiv. Une roquette a traversé lundi le toit d'une école de Kharkiv.",
    "Une mine a soufflé lundi un minibus à Gao. Une heure après, une bombe a ravagé un marché de Gao.",
]


@pytest.mark.parametrize("text", AFTER)
def test_two_weapons_that_hit_one_after_the_other_are_two_acts(text: str) -> None:
    assert len(events(text)) == 2


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Un camion bourré d'explosifs s'est écrasé lundi contre un barrage de l'armée à Al-Arich.", SUICIDE),
        ("Un duel d'artillerie a éclaté lundi au sud de Tripoli.", SHELL),
        ("Une salve de roquettes a visé lundi la base de Balad, en Irak.", SHELL),
        ("L'armée syrienne a employé lundi du chlore contre Saraqeb.", "Chemical weapon"),
        ("La riposte aérienne a détruit lundi quatre véhicules à Bamba, au Mali.", "Air/drone strike"),
        ("Les rebelles donnent l'assaut depuis lundi à la ville de Bossangoa, en Centrafrique.", "Armed clash"),
    ],
)
def test_acts_told_by_their_means_have_its_type(text: str, kind: str) -> None:
    assert [e.type for e in events(text)] == [kind]
