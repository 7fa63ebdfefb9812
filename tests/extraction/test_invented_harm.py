"""Words beside people that harm somebody else, or nobody: who dies is never taken from the wrong noun."""

import pytest
from events_told import claims, events

from vigie.values import Event, Harm


def harm(text: str) -> list[tuple[str, float | None, str]]:
    """(outcome, count, victims) of each figure of a text, in its order."""
    return [(c.outcome, c.count, c.victims) for c in claims(text) if isinstance(c, Harm)]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Un homme a poignardé une infirmière lundi à Lyon avant d'être tué par la police.", "men"),
        ("Un rebelle a tiré lundi sur un préfet à Gao avant d'être abattu.", "armed"),
        ("Un jihadiste a tenté lundi d'égorger un gendarme à Gao avant d'être abattu.", "armed"),
        ("Lundi, un jeune homme armé d'un fusil a visé un préfet à Gao avant d'être abattu.", "men"),
        ("Un motard a ouvert le feu sur un barrage lundi à Gao avant d'être abattu.", "civilians"),
    ],
)
def test_before_being_killed_is_told_of_the_attacker(text: str, killed: str) -> None:
    assert [victims for outcome, _, victims in harm(text) if outcome == "killed"] == [killed]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Un soldat a été enlevé lundi à Gao avant d'être exécuté.", 1),
        ("Trois bergers ont été enlevés lundi à Gao avant d'être égorgés par des jihadistes.", 3),
        ("L'armée a annoncé que deux bergers avaient été enlevés lundi à Gao avant d'être égorgés.", 2),
    ],
)
def test_those_who_were_taken_before_being_killed_are_dead(text: str, count: int) -> None:
    assert ("killed", count) in [(outcome, number) for outcome, number, _ in harm(text)]


def test_the_attempt_is_on_whom_it_names() -> None:
    text = "Un Palestinien a tenté lundi de poignarder un policier à Jérusalem avant d'être abattu par des soldats."
    assert [(e.type, e.by, e.target) for e in events(text)] == [("Armed clash", ["PSE"], "ISR")]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Vingt autocars emmenant 800 rebelles et leurs familles ont quitté lundi la ville assiégée de Homs.", 800),
        ("Une dizaine de cars emportant près de 400 civils sont sortis lundi de Douma.", 400),
        ("Des camions emportant 60 familles yézidies ont rejoint lundi Dohouk.", 60),
        ("Les bus ont emmené 150 insurgés lundi de Homs vers Idleb.", 150),
        ("Plus de 900 personnes ont quitté lundi Daraya à bord d'autocars, selon les rebelles.", 900),
        ("Dix autocars transportant 500 civils ont quitté lundi l'enclave assiégée de Harasta.", 500),
        ("Trois cents rebelles sont sortis en autocar de Homs lundi, a annoncé l'armée.", 300),
    ],
)
def test_vehicles_evacuate(text: str, count: int) -> None:
    assert [(outcome, number) for outcome, number, _ in harm(text)] == [("evacuated", count)]
    assert [c.scope for c in claims(text) if isinstance(c, Harm)] == ["incident"]
    assert not events(text)


@pytest.mark.parametrize(
    "text",
    [
        "Des hommes armés ont emmené douze villageois lundi près de Kirkouk.",
        "Des hommes armés à bord de trois camions ont emmené douze villageois lundi près de Kirkouk.",
        "Des hommes armés ont arrêté un bus lundi près de Kirkouk, emmenant douze villageois.",
        "Les douze villageois d'un autocar ont été emmenés par des hommes armés lundi près de Kirkouk.",
        "Des rebelles ont emmené douze villageois lundi à bord d'un camion à Kirkouk.",
    ],
)
def test_armed_men_abduct_whatever_they_ride_in(text: str) -> None:
    assert [(outcome, number) for outcome, number, _ in harm(text)] == [("abducted", 12)]


def test_a_blast_kills_whom_it_carries_off() -> None:
    text = "Une explosion a frappé lundi un marché à Bagdad, emportant dix civils."
    assert harm(text) == [("killed", 10, "civilians")]


@pytest.mark.parametrize(
    "text",
    [
        "L'armée a annoncé la prise d'une voiture piégée conduite par un kamikaze, neutralisée lundi à Mossoul.",
        "La voiture piégée d'un kamikaze a été détruite lundi à Mossoul avant d'atteindre un barrage.",
        "L'armée a détruit lundi une voiture piégée conduite par un kamikaze à Mossoul.",
        "Un camion piégé qui fonçait sur une caserne a été détruit lundi à Mossoul.",
        "Une ceinture d'explosifs portée par une adolescente a été désamorcée lundi à Maiduguri.",
    ],
)
def test_a_bomb_stopped_in_time_harms_nobody(text: str) -> None:
    assert [e.type for e in events(text)] == ["Disrupted weapons use"]
    assert not harm(text)


def test_a_bomb_that_went_off_was_not_stopped() -> None:
    text = "Une voiture piégée a explosé lundi à Mossoul, détruisant un pont."
    assert [e.type for e in events(text)] == ["Remote explosive/landmine/IED"]


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Les affrontements de lundi à Taëz ont fait une vingtaine de morts dans les deux camps.", "armed"),
        ("Les combats ont fait vingt morts de part et d'autre lundi à Taëz.", "armed"),
        ("Les combats ont fait vingt morts des deux côtés lundi à Taëz.", "armed"),
        ("Les combats ont fait vingt morts de part et d'autre de la frontière lundi à Taëz.", "people"),
        ("Vingt civils ont été tués de part et d'autre lundi à Taëz.", "civilians"),
    ],
)
def test_the_dead_of_both_camps_fought(text: str, victims: str) -> None:
    assert harm(text) == [("killed", 20, victims)]


@pytest.mark.parametrize(
    "text",
    [
        "Omar Diallo, 28 ans, a été touché lundi par balles à Gao avant de mourir à l'hôpital.",
        "Omar Diallo a été grièvement blessé par balles lundi à Gao avant de décéder.",
        "Un journaliste, Omar Diallo, a été touché par une balle lundi à Gao avant de succomber.",
        "Omar Diallo, touché par un éclat d'obus lundi à Gao, est décédé à l'hôpital.",
    ],
)
def test_who_was_hurt_and_died_is_dead(text: str) -> None:
    assert [(outcome, number) for outcome, number, _ in harm(text)] == [("killed", 1)]
    assert all(e.struck is None for e in events(text))  # not the hospital


def test_who_hurt_others_and_died_killed_nobody() -> None:
    text = "Un homme a blessé deux passants lundi à Gao avant de mourir."
    assert harm(text) == [("injured", 2, "civilians")]


@pytest.mark.parametrize("bullet", ["d'une balle", "lundi de deux balles", "lundi par balles"])
def test_hit_by_a_bullet_is_hurt(bullet: str) -> None:
    assert harm(f"Omar Diallo, 22 ans, a été atteint {bullet} à Gao.") == [("injured", 1, "people")]


def test_no_other_victim_may_be_anybody() -> None:
    text = "Un soldat a été tué lundi à Sanaa. Aucune autre victime n'a été signalée."
    assert harm(text)[-1] == ("killed_or_injured", 0, "people")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Douze personnes ont été tuées lundi à Bagdad dans une attaque, dont deux soldats.", "Attack"),
        ("Seize personnes ont péri lundi à Bagdad dans un attentat, parmi lesquelles un policier.", "Attack"),
        ("Cinq personnes, dont trois soldats, ont été tuées lundi à Bagdad dans une attaque.", "Armed clash"),
        ("Un policier a été tué lundi à Bagdad dans une attaque.", "Armed clash"),
    ],
)
def test_a_policeman_among_many_dead_makes_no_clash(text: str, kind: str) -> None:
    assert [e.type for e in events(text)] == [kind]


def test_grenades_and_guns_are_a_fight_with_both() -> None:
    (act,) = events("Des jihadistes ont attaqué une caserne lundi à Gao avec des grenades et des armes à feu.")
    assert (act.type, act.weapon) == ("Armed clash", ["grenade", "small_arms"])


@pytest.mark.parametrize("way", ["sans relâche", "sans répit"])
def test_without_respite_is_no_retreat(way: str) -> None:
    told = claims(f"L'aviation du régime syrien bombarde {way} Douma.")
    assert [c.type for c in told if isinstance(c, Event)] == ["Air/drone strike"]


def test_part_of_a_village_is_nobody() -> None:
    assert not harm("Une grande partie du village de Djibo a été brûlée lundi par les assaillants.")


@pytest.mark.parametrize(
    "text",
    [
        "Neuf villageois sont morts lundi dans un raid imputé à des bandits à Gusau.",
        "Un raid a tué neuf villageois lundi à Gao. Il a été revendiqué par Aqmi.",
    ],
)
def test_those_without_aircraft_raid_on_the_ground(text: str) -> None:
    told = claims(text)
    assert {c.type if isinstance(c, Event) else c.method for c in told} == {"Attack"}
    assert all("air_dropped" not in c.weapon for c in told)


def test_an_army_may_raid_from_the_air() -> None:
    (act,) = events("Un raid imputé à l'armée nigériane a fait neuf morts lundi à Gusau.")
    assert act.type == "Air/drone strike"


@pytest.mark.parametrize("way", ["traversé les lignes de front", "franchi la ligne de front"])
def test_civilians_who_cross_the_front_have_fled(way: str) -> None:
    text = "Les combats ont repris lundi à Mossoul. Un millier de civils ont {} mardi."
    assert ("displaced", 1000, "civilians") in harm(text.format(way))
    assert not [h for h in harm(text.format(way).replace("civils", "soldats")) if h[0] == "displaced"]


@pytest.mark.parametrize(
    ("told", "by"),
    [
        ("est tombée dans une embuscade", []),
        ("a été attaquée", []),
        ("a été prise pour cible", []),
        ("a essuyé des tirs", []),
        ("a été visée par un attentat", []),
        ("a bombardé un marché", ["MLI"]),
        ("a ouvert le feu sur des manifestants", ["MLI"]),
    ],
)
def test_who_was_hit_is_not_the_one_who_made_the_dead(told: str, by: list[str]) -> None:
    text = f"L'armée malienne {told} mardi à Gao, au Mali, faisant dix morts."
    assert [c.by for c in claims(text) if isinstance(c, Harm)] == [by]
