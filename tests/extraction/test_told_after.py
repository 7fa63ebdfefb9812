"""What is told after a count: «C'est le bilan d'un attentat», «un troisième», what an officer is, another bomber."""

import pytest
from events_told import claims

from vigie.values import Harm


def harms(text: str) -> list[Harm]:
    return [claim for claim in claims(text) if isinstance(claim, Harm)]


@pytest.mark.parametrize(
    ("text", "method", "by"),
    [
        ("Dix morts et vingt blessés. C'est le bilan d'un attentat suicide commis lundi à Quetta par les talibans.", "Suicide bomb", ["TTP"]),
        ("Dix morts. Tel est le lourd bilan, encore provisoire, d'une attaque menée lundi par Boko Haram à Bosso.", "Attack", ["BOKO-HARAM"]),
        ("Dix civils tués. Voilà le dernier bilan des bombardements russes de mardi sur Kherson.", "Air/drone strike", ["RUS"]),
        ("Dix morts. Les talibans ont attaqué lundi une mosquée de Kunduz.", None, []),
    ],
    ids=lambda v: str(v)[:40],
)  # fmt: skip
def test_a_bare_count_is_of_the_act_whose_toll_the_next_sentence_calls_it(
    text: str, method: str, by: list[str]
) -> None:
    figure = harms(text)[0]
    assert (figure.method, figure.by) == (method, by)


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        ("Une mine a tué deux policiers et blessé un troisième lundi dans la province de Yala.", [("police", 1)]),
        ("Une bombe a explosé lundi à Yala, tuant deux soldats et blessant un troisième.", [("armed", 1)]),
        ("Une bombe a tué deux soldats et blessé un troisième militaire lundi à Yala.", [("armed", 1)]),
        ("Deux soldats ont été tués lundi à Kaboul et un troisième a été blessé.", [("armed", 1)]),
    ],
    ids=lambda v: str(v)[:40],
)
def test_a_third_one_who_was_hurt_is_counted(text: str, hurt: list[tuple[str, int]]) -> None:
    assert [(one.victims, one.low) for one in harms(text) if one.outcome == "injured"] == hurt


@pytest.mark.parametrize(
    "text",
    [
        "Selon le colonel Ahmed Khan, porte-parole de l'armée pakistanaise, les tirs indiens ont tué six civils mercredi.",
        "Selon le général Ahmed Khan, commandant des forces pakistanaises, les tirs indiens ont tué six civils mercredi.",
        "Les tirs indiens ont tué six civils, a dit mercredi le général Ahmed Khan, porte-parole militaire pakistanais.",
    ],
    ids=lambda v: str(v)[:40],
)
def test_an_officer_is_of_the_army_whose_spokesman_he_is(text: str) -> None:
    (figure,) = harms(text)
    assert (figure.said_by, figure.by, figure.by_said_by) == (["PAK"], ["IND"], ["PAK"])


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        (
            "L'un des kamikazes s'est fait exploser samedi à Kaboul, un deuxième a été abattu par la police.",
            [(1, "armed", ["AFG"])],
        ),
        (
            "Deux assaillants se sont fait exploser samedi à Kaboul, trois autres ont été abattus par la police.",
            [(3, "armed", ["AFG"])],
        ),
        ("Trois soldats attaqués lundi à Kaboul ont été tués.", [(3, "armed", [])]),
        ("Trois soldats qui gardaient la base où un kamikaze s'est fait exploser ont été tués samedi à Kaboul.", [(3, "armed", [])]),
    ],
    ids=lambda v: str(v)[:40],
)  # fmt: skip
def test_who_blew_himself_up_was_not_shot_with_the_other(text: str, dead: list[tuple[int, str, list[str]]]) -> None:
    assert [(one.low, one.victims, one.by) for one in harms(text)] == dead


def test_those_whom_a_bomber_hurt_are_no_bombers() -> None:
    (figure,) = [one for one in harms("Un kamikaze s'est fait exploser mardi à Kaboul, tuant deux soldats et blessant trois autres.") if one.outcome == "injured"]  # fmt: skip
    assert figure.side == "AFG"


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Un obus est tombé lundi sur Donetsk, blessant une femme médecin.", "medical"),
        ("Une femme policier a été tuée mardi à Kaboul.", "police"),
        ("Une femme soldat a été tuée mardi à Kaboul.", "armed"),
        ("Une femme a été tuée mardi à Kaboul.", "women"),
    ],
)
def test_a_woman_is_told_by_her_trade(text: str, victims: str) -> None:
    assert harms(text)[0].victims == victims


@pytest.mark.parametrize(
    ("text", "low", "side"),
    [
        ("Les talibans n'ont perdu que 82 combattants lundi dans les combats de Kunduz.", 82, "TALIBAN"),
        ("L'armée afghane n'a perdu que deux soldats lundi dans les combats de Kunduz.", 2, "AFG"),
    ],
)
def test_those_whom_a_side_only_lost_are_its_own(text: str, low: int, side: str) -> None:
    (figure,) = harms(text)
    assert (figure.outcome, figure.low, figure.side) == ("killed", low, side)


@pytest.mark.parametrize(
    ("behind", "said_by"),
    [
        ("Les talibans ont revendiqué l'attaque. Dix civils ont été blessés.", []),
        ("Les talibans ont revendiqué l'attaque. Plus tôt, une bombe avait également tué 13 civils à Kounar.", []),
        ("Les talibans ont revendiqué l'attaque, affirmant avoir tué 15 soldats. Dix autres ont été blessés.", ["TALIBAN"]),
        ("Les talibans ont revendiqué l'attaque. « Nous avons tué 15 soldats mardi à Kaboul », ont-ils dit.", ["TALIBAN"]),
    ],
    ids=lambda v: str(v)[38:90],
)  # fmt: skip
def test_who_claims_an_attack_does_not_tell_what_the_next_sentence_counts(behind: str, said_by: list[str]) -> None:
    assert harms("Un attentat a tué neuf soldats mardi à Kaboul. " + behind)[-1].said_by == said_by
