"""Authors by grammar: whoever came in and killed, under whose fire, at whose hands, who holds, whose attack is taken up."""

import pytest
from events_told import claims

from vigie.values import Harm


def blamed(text: str) -> list[list[str]]:
    return [claim.by for claim in claims(text) if isinstance(claim, Harm)]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Des jihadistes ont débarqué lundi à Gao, au Mali, tuant dix personnes.", ["MLI-JIH"]),
        ("Des rebelles s'en sont pris lundi à un village près de Beni, tuant six personnes.", ["COD-REB"]),
        ("Un commando taliban a pris d'assaut lundi un hôtel de Kaboul, tuant 22 personnes.", ["TALIBAN"]),
        ("Onze civils ont péri lundi à Gaza sous les bombes israéliennes.", ["ISR"]),
        ("Onze soldats ont été tués lundi à Gao, au Mali, sous les balles du GSIM.", ["JNIM"]),
        ("Onze otages sont détenus par le GSIM à Gao, au Mali.", ["JNIM"]),
        (
            "Quelque 42.000 habitants sont assiégés par l'armée et le Hezbollah à Madaya, en Syrie.",
            ["SYR", "HEZBOLLAH"],
        ),
        ("Des soldats ont sauté lundi sur une mine à Gao, au Mali, tuant deux d'entre eux.", []),
        ("Un camion de l'armée a quitté la route lundi à Gao, au Mali, tuant dix soldats.", []),
        ("Onze civils ont été tués lundi à Gao, au Mali, sous les yeux de la police.", []),
    ],
)
def test_who_did_it_by_grammar(text: str, by: list[str]) -> None:
    assert blamed(text) == [by]


@pytest.mark.parametrize(
    "again",
    ["Cette attaque a fait dix morts.", "L'attaque a fait dix morts.", "Dix personnes sont mortes dans l'attaque."],
)
def test_an_attack_that_is_taken_up_is_its_authors(again: str) -> None:
    text = "Le GSIM a attaqué lundi un marché à Gao, au Mali. Des maisons ont brûlé. La ville est calme. "
    assert blamed(text + again) == [["JNIM"]]


def test_an_agent_is_no_part_of_the_dead() -> None:
    assert len(blamed("Dix morts, dont deux écoliers, dans l'assaut d'une école de Gao par un soldat.")) == 2


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Plus de 700 manifestants ont été arrêtés dimanche à Minsk, au Bélarus.", []),
        ("Sept personnes ont été interpellées lundi à Sousse, en Tunisie.", ["TUN"]),
        ("Sept personnes ont été placées en garde à vue lundi à Sousse, en Tunisie.", ["TUN"]),
        ("Sept personnes ont été appréhendées lundi à Sousse, en Tunisie.", []),
        ("La police a dispersé lundi une marche à Sousse, en Tunisie. Sept personnes ont été interpellées.", ["TUN"]),
        ("Quarante civils ont été arrêtés mardi à Sanaa, au Yémen, que tiennent les Houthis.", []),
        ("Trente habitants ont été arrêtés mardi à Goma, en RDC, ville aux mains du M23.", []),
        ("Plus de 50 personnes ont été arrêtées mardi à Idleb, en Syrie.", []),
        ("La police kurde a chargé lundi à Erbil, en Irak. Quatre journalistes ont été interpellés.", ["IRQ-KUR"]),
        ("La police kurde a chargé lundi à Erbil, en Irak. La foule a fui. Quatre hommes ont été interpellés.", []),
        ("Quatre hommes ont été interpellés lundi à Sanaa, au Yémen, que tiennent les Houthis.", []),
        ("Quatre suspects ont été arrêtés lundi à Kaboul, en Afghanistan.", []),
        ("Un homme a été arrêté lundi à Kaboul, en Afghanistan.", []),
        ("Dix Palestiniens ont été arrêtés lundi à Hébron.", []),
    ],
)
def test_arrests_are_of_forces_that_are_told_or_of_the_state_where_only_its_police_does_that(
    text: str, by: list[str]
) -> None:
    assert blamed(text)[-1] == by


def test_whose_offensive_theirs_is() -> None:
    text = "Les talibans gagnent du terrain. Leur offensive a fait 280 morts en mai, selon l'ONU."
    assert blamed(text) == [["TALIBAN"]]


def test_two_states_at_war_kill_each_other_s_soldiers() -> None:
    text = "La guerre entre la Russie et l'Ukraine fait rage. Dix soldats ukrainiens ont péri lundi dans des combats."
    assert blamed(text) == [["RUS"]]


def test_who_attributes_an_attack_stands_behind_the_one_accused() -> None:
    text = "Vingt civils ont péri lundi à Drodro, en RDC, une attaque attribuée à la Codeco par l'ONU."
    (harm,) = [claim for claim in claims(text) if isinstance(claim, Harm)]
    assert (harm.by, harm.by_certainty, harm.by_said_by) == (["CODECO"], "hedged", ["UN"])


@pytest.mark.parametrize(("tail", "certainty"), [(", qui démentent.", "hedged"), (".", "stated")])
def test_an_accusation_that_the_accused_deny_is_hedged(tail: str, certainty: str) -> None:
    text = "Des hommes armés ont tué dix personnes lundi à Gao, au Mali. Bamako accuse les séparatistes" + tail
    told = [claim for claim in claims(text) if claim.realis == "occurred"]
    assert {claim.by_certainty for claim in told} == {certainty}


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("L'armée a tué lundi dix civils et en a blessé vingt à Gao, au Mali.", [["MLI"], ["MLI"]]),
        (
            "Les talibans disent avoir tué lundi dix soldats et en avoir capturé huit à Kaboul.",
            [["TALIBAN"], ["TALIBAN"]],
        ),
        ("L'armée a pris lundi un village et les rebelles ont tué dix civils à Gao, au Mali.", [["MLI-REB"]]),
    ],
)
def test_a_second_verb_has_the_subject_of_the_first(text: str, by: list[list[str]]) -> None:
    assert blamed(text) == by
