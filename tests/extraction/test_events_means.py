"""Acts that only their means tell: a weapon that hits, bursts, falls. Sentences are ours; places are real, the acts invented."""

import pytest
from events_told import events

SHELL, IED, SUICIDE = "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Suicide bomb"
AIR, DEFUSED = "Air/drone strike", "Disrupted weapons use"

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
    ("Un drone a fait lundi deux morts dans une école de Soumy.", AIR, "school"),
    ("Les obus ont mis le feu lundi à des étals d'un souk de Benghazi.", SHELL, "market"),
    ("Trois obus sont tombés lundi sur un souk de Taëz, mettant le feu à des étals.", SHELL, "market"),
    ("Une école a été touchée lundi par des tirs d'artillerie à Marib.", SHELL, "school"),
    ("Trois maisons ont été touchées par des tirs de roquettes lundi à Marib.", SHELL, "homes"),
    ("Un drone a tiré lundi deux missiles sur un minibus à Marib, tuant six passagers.", AIR, "vehicle"),
    ("Un drone a lancé lundi une roquette contre un pick-up près de Marib, tuant deux combattants.", AIR, "vehicle"),
    ("Une bombe a été trouvée et désamorcée lundi dans une gare de Bagdad.", DEFUSED, "infrastructure"),
    ("La police a désamorcé lundi une bombe devant une mosquée de Kano.", DEFUSED, "place_of_worship"),
    ("Une voiture piégée a été neutralisée lundi près d'un marché de Mossoul.", DEFUSED, "market"),
]


@pytest.mark.parametrize(("text", "kind", "struck"), TOLD)
def test_a_weapon_that_hits_is_the_act(text: str, kind: str, struck: str) -> None:
    assert [(e.type, e.struck) for e in events(text)] == [(kind, struck)]


@pytest.mark.parametrize(
    "text",
    [
        "Les missiles ont été livrés lundi à Riyad.",
        "Le drone a survolé lundi une base militaire de Kidal.",
        "Un avion a violé lundi l'espace aérien turc.",
        "Deux hélicoptères ont violé lundi la zone d'exclusion aérienne au-dessus de Benghazi.",
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


IDLE = [
    ("Deux soldats ont été tués lundi à Pokrovsk, où des avions russes ont été aperçus.", "Armed clash"),
    ("Deux soldats sont tombés lundi sous des tirs à Pokrovsk, que survolait un drone russe.", "Armed clash"),
    ("Trois hommes ont été tués lundi à Kidal, où un hélicoptère français avait été vu dans la nuit.", "Attack"),
    (
        "Des insurgés ont attaqué lundi un village de Bol: dix morts. Un hélicoptère, visé par des tirs, a fait demi-tour.",
        "Attack",
    ),
    ("Une attaque a fait six morts lundi à Bol. Un hélicoptère de secours a été touché et endommagé.", "Attack"),
]


@pytest.mark.parametrize(("text", "kind"), IDLE)
def test_an_aircraft_that_was_only_about_did_nothing(text: str, kind: str) -> None:
    told = events(text)
    assert [(e.type, "RUS" in e.by or "FRA" in e.by, "air_dropped" in e.weapon) for e in told] == [(kind, False, False)]


FLYING = [
    "Des avions russes ont tué lundi deux soldats à Kharkiv.",
    "Deux soldats ont été tués lundi à Kharkiv par des avions russes.",
    "Des avions russes ont visé lundi un marché de Kharkiv, tuant deux soldats.",
]


@pytest.mark.parametrize("text", FLYING)
def test_an_aircraft_that_strikes_did_it(text: str) -> None:
    assert [(e.type, e.by) for e in events(text)] == [(AIR, ["RUS"])]


def test_who_is_backed_by_aircraft_does_not_fly() -> None:
    text = "Les assaillants se sont heurtés lundi aux soldats, appuyés par des hélicoptères, à Mossoul: six morts."
    assert "Air/drone strike" not in [e.type for e in events(text)]
