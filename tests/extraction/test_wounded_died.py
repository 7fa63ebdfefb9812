"""One of the wounded who died, raids of those who killed in them, and a brief that tells nothing but an attack."""

import pytest
from events_told import claims

from vigie.values import Event, Harm


@pytest.mark.parametrize(
    "text",
    [
        "Un blessé est mort mardi à Gao, au Mali, des suites de l'attaque de lundi.",
        "Une blessée a succombé mardi à Gao, au Mali, après l'attaque de lundi.",
        "L'un des blessés est décédé mardi à Gao, au Mali, après l'attaque de lundi.",
        "Un troisième blessé est mort mardi à Gao, au Mali, après l'attaque de lundi.",
        "Un autre blessé est mort mardi à Gao, au Mali, après l'attaque de lundi.",
    ],
)
def test_one_of_the_wounded_died(text: str) -> None:
    assert [(c.outcome, c.low) for c in claims(text) if isinstance(c, Harm)] == [("killed", 1)]


def test_one_who_lives_is_hurt() -> None:
    text = "Un blessé a été évacué mardi de Gao, au Mali, après l'attaque de lundi."
    assert [c.outcome for c in claims(text) if isinstance(c, Harm)] == ["injured"]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("L'armée israélienne a tué lundi un Palestinien lors d'un raid à Jénine.", ["ISR"]),
        ("Les shebab ont tué dix personnes lundi au cours d'un raid sur un village du Kenya.", ["AL-SHABAAB"]),
        ("Un soldat a tué un voleur lundi à Alep, en Syrie, après un raid sur la ville.", []),
    ],
)
def test_who_killed_in_a_raid_led_it(text: str, by: list[str]) -> None:
    assert next(c.by for c in claims(text) if isinstance(c, Event)) == by


def test_an_attack_is_not_that_of_who_killed_the_attackers() -> None:
    text = "L'armée a tué trois assaillants lundi lors d'une attaque contre sa base à Djibo, au Burkina Faso."
    assert [c.target for c in claims(text) if isinstance(c, Event) and c.by == ["BFA"]] != ["BFA"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Une attaque terroriste s'est produite lundi à Bani, au Burkina Faso.", "Attack"),
        ("Une attaque armée a eu lieu lundi à Gao, au Mali.", "Attack"),
        ("Une tuerie a eu lieu lundi à Gao, au Mali.", "Attack"),
        ("Des individus armés non identifiés ont mené une attaque lundi à Gao, au Mali.", "Attack"),
        ("Une nouvelle attaque terroriste a frappé lundi le nord du Burkina Faso.", "Attack"),
        ("Une double explosion a secoué lundi le centre de Kaboul.", "Remote explosive/landmine/IED"),
    ],
)
def test_a_brief_may_tell_nothing_but_an_attack(text: str, kind: str) -> None:
    assert [c.type for c in claims(text) if isinstance(c, Event)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Une attaque de requin a eu lieu lundi à Sydney.",
        "Une attaque informatique d'ampleur s'est produite lundi à Paris.",
        "Une violente explosion a secoué lundi une usine chimique à Rouen.",
        "Une attaque à main armée a eu lieu lundi dans une bijouterie de Lille.",
    ],
)
def test_where_no_war_is_fought_it_tells_none(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("une attaque au drone", "Air/drone strike"),
        ("une attaque aux drones", "Air/drone strike"),
        ("une frappe par drone", "Air/drone strike"),
        ("un raid à l'aide de drones", "Air/drone strike"),
        ("un bombardement au chlore", "Chemical weapon"),
        ("un bombardement chimique", "Chemical weapon"),
        ("une explosion suicide", "Suicide bomb"),
        ("une razzia", "Attack"),
        ("une expédition punitive", "Attack"),
        ("des escarmouches", "Armed clash"),
    ],
)
def test_how_they_were_killed(noun: str, kind: str) -> None:
    found = claims(f"Trois civils ont été tués lundi à Douma, en Syrie, dans {noun}.")
    assert [c.method for c in found if isinstance(c, Harm)] == [kind]
    assert [c.type for c in found if isinstance(c, Event)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Une famille de cinq personnes a été décimée lundi à Ariha, en Syrie, dans un raid aérien.",
        "Un raid aérien a frappé lundi une maison à Ariha, en Syrie. Une famille de cinq personnes a été décimée.",
    ],
)
def test_a_family_is_wiped_out(text: str) -> None:
    assert [(c.outcome, c.low, c.method) for c in claims(text) if isinstance(c, Harm)] == [
        ("killed", 5, "Air/drone strike")
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Trois soldats sont tombés au combat lundi près de Beni, en RDC.", "Armed clash"),
        (
            "Trois civils ont été tués lundi par une bombe larguée d'un hélicoptère à Ariha, en Syrie.",
            "Air/drone strike",
        ),
        ("Trois civils ont été tués lundi par un attaquant suicide à Bagdad.", "Suicide bomb"),
    ],
)
def test_the_words_of_the_death_tell_how(text: str, kind: str) -> None:
    assert [c.method for c in claims(text) if isinstance(c, Harm)] == [kind]


def test_a_military_vehicle_is_nobody_hurt() -> None:
    text = "Un véhicule militaire a été touché lundi par un engin explosif près de Gao, au Mali."
    assert [c for c in claims(text) if isinstance(c, Harm)] == []
