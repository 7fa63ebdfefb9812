"""What keeps a rule from saying too much: each guard with a story that is read wrongly without it."""

import pytest
from events_told import claims

from vigie.values import Event, Harm


def harm(text: str) -> list[tuple[str, float | None, str, str | None, tuple[str, ...]]]:
    """(outcome, count, victims, side, by) of each figure of a text, in its order."""
    return [(c.outcome, c.count, c.victims, c.side, tuple(c.by)) for c in claims(text) if isinstance(c, Harm)]


def types(text: str) -> list[str]:
    return [c.type for c in claims(text) if isinstance(c, Event)]


def test_the_soldiers_of_those_who_were_attacked() -> None:
    text = (
        "Des rebelles ont attaqué lundi l'armée malienne à Gao. "
        "L'attaque des rebelles contre l'armée malienne a coûté la vie à six de ses soldats."
    )
    assert harm(text) == [("killed", 6, "armed", "MLI", ("MLI-REB",))]


def test_the_others_of_them() -> None:
    text = (
        "Des rebelles ont attaqué lundi un poste à Gao, au Mali. Deux d'entre eux ont été tués et trois autres blessés."
    )
    assert [figure[:4] for figure in harm(text)] == [
        ("killed", 2, "armed", "MLI-REB"),
        ("injured", 3, "armed", "MLI-REB"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Des manifestants opposés au putsch ont défilé lundi à Bamako, au Mali. Trois d'entre eux ont été tués.",
        "Le gouvernement a pris le pouvoir lundi à Bamako, au Mali, a annoncé la commission électorale.",
    ],
)
def test_a_putsch_recalled_and_a_government_that_takes_office(text: str) -> None:
    assert "Change to group/activity" not in types(text)


@pytest.mark.parametrize(
    "troops",
    [
        "dans une unité qui compte 500 hommes auxquels s'ajoutent 300 miliciens",
        "où sont déployés 500 hommes auxquels s'ajoutent 30 miliciens",
    ],
)
def test_who_is_added_to_others_than_the_dead(troops: str) -> None:
    assert [figure[1] for figure in harm(f"Vingt soldats ont été tués lundi à Gao, au Mali, {troops}.")] == [20]


@pytest.mark.parametrize(
    "text",
    [
        "Un préfet a été tué lundi à Gao, au Mali. Il a été tué à Ansongo, selon un élu.",
        "Le chef jihadiste Abou Hamza a été tué lundi à Gao, au Mali. Il a été tué mardi à Kidal, selon un élu.",
    ],
)
def test_two_tellings_of_one_death(text: str) -> None:
    assert [figure[:2] for figure in harm(text)] == [("killed", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Des hommes armés ont attaqué un poste lundi à Gao, au Mali, a indiqué un gendarme. Il a été tué mardi.",
        "Le préfet de Gao, au Mali, a dit lundi que des hommes armés avaient attaqué un poste. Il a été blessé mardi.",
    ],
)
def test_who_tells_is_not_who_was_hurt(text: str) -> None:
    assert harm(text) == []


def test_people_shot_beside_an_accident() -> None:
    text = "Trois passants ont été abattus lundi à Gao, au Mali. Un accident de car a fait dix morts mardi à Kayes."
    assert harm(text) == [("killed", 3, "civilians", None, ())]


@pytest.mark.parametrize(
    "text",
    [
        "Bria : un berger tué, des granges brûlées par des miliciens de l'UPC\nUn berger a été tué lundi à Bria, en Centrafrique.",
        "Un berger tué lundi à Bria, en Centrafrique, trente granges brûlées par des miliciens de l'UPC.",
    ],
)
def test_who_burnt_barns_is_not_said_to_have_killed(text: str) -> None:
    assert [figure[-1] for figure in harm(text)] == [()]
