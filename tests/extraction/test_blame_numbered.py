"""Of several acts, which one a charge is of: the first, the second, one told hours apart; who did a part did no more."""

import pytest
from events_told import claims

from vigie.values import Event, Harm

TWO = "Un premier attentat a fait quatorze morts samedi à Kaboul. "
ALONE = TWO + "Un second, quelques heures après, a fait neuf morts. "
NAMED = TWO + "Un second attentat a fait neuf morts à Kandahar. "
POSTS = (
    "Trois soldats ont été tués par l'explosion d'une bombe samedi à Kidal, au Mali. Deux autres ont été tués à Gao. "
)


def blamed(text: str) -> dict[int | None, list[str]]:
    return {claim.count: claim.by for claim in claims(text) if isinstance(claim, Harm)}


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (ALONE + "Le premier a été revendiqué par les talibans.", {14: ["TALIBAN"], 9: []}),
        (ALONE + "Le second a été revendiqué par les talibans.", {14: [], 9: ["TALIBAN"]}),
        (ALONE + "Les talibans ont revendiqué le premier attentat.", {14: ["TALIBAN"], 9: []}),
        (ALONE + "Les talibans ont revendiqué ces deux attaques.", {14: ["TALIBAN"], 9: ["TALIBAN"]}),
        (NAMED + "Les talibans ont revendiqué la première attaque.", {14: ["TALIBAN"], 9: []}),
        (NAMED + "La seconde attaque a été attribuée aux talibans.", {14: [], 9: ["TALIBAN"]}),
        (POSTS + "Le ministre a attribué cette seconde attaque au GSIM.", {3: [], 2: ["JNIM"]}),
        (POSTS + "L'armée a imputé le premier attentat au GSIM.", {3: ["JNIM"], 2: []}),
    ],
)
def test_a_charge_of_the_first_or_the_second_is_of_that_one(text: str, by: dict[int, list[str]]) -> None:
    assert blamed(text) == by


@pytest.mark.parametrize(
    "behind",
    [
        "Le premier ministre a attribué l'attaque aux talibans.",
        "Les talibans ont revendiqué l'attaque pour la première fois.",
        "Les talibans ont revendiqué cette première attaque.",
    ],
)
def test_a_number_that_tells_no_act_apart_changes_nothing(behind: str) -> None:
    assert blamed("Un attentat a fait dix morts samedi à Kaboul. " + behind) == {10: ["TALIBAN"]}


@pytest.mark.parametrize(
    "before",
    [
        "Quelques heures plus tôt, deux autres kamikazes avaient attaqué des bureaux, tuant sept personnes.",
        "Une heure plus tard, deux autres kamikazes s'étaient attaqués à des bureaux, tuant sept personnes.",
    ],
)
def test_what_others_did_hours_apart_is_not_claimed_with_it(before: str) -> None:
    text = "Un kamikaze a tué un chauffeur samedi à Kaboul. Les talibans ont revendiqué l'attentat. " + before
    assert blamed(text) == {1: ["TALIBAN"], 7: []}


@pytest.mark.parametrize("verb", ["se sont attaqués", "s'étaient attaqués", "s'attaquent"])
def test_those_who_set_upon_something_are_not_what_was_set_upon(verb: str) -> None:
    (event,) = claims(f"Des jihadistes {verb} samedi à un poste de l'armée à Gao, au Mali.")
    assert isinstance(event, Event)
    assert (event.by, event.target) == (["MLI-JIH"], "MLI")


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Quarante personnes ont été blessées samedi à Labé, dont 12 par des tirs de la police.", ["GIN"]),
        ("Quarante personnes ont été tuées samedi à Alep, dont 12 dans des bombardements du régime.", ["SYR"]),
        ("Quarante personnes ont été tuées samedi à Alep, dont 12 par des bombardements du régime.", ["SYR"]),
        (
            "Un élève a été tué samedi à Labé. Quarante personnes ont été blessées, "
            "dont 12 par des balles tirées par les gendarmes.",
            ["GIN"],
        ),
    ],
)
def test_who_harmed_a_part_did_not_harm_the_whole(text: str, by: list[str]) -> None:
    assert {count: who for count, who in blamed(text).items() if count != 1} == {40: [], 12: by}


def test_a_part_of_other_kind_has_the_author_of_the_whole() -> None:
    text = "Quarante personnes ont été tuées samedi à Alep, dont 12 enfants, par des bombardements du régime."
    assert blamed(text) == {40: ["SYR"], 12: ["SYR"]}


def test_whoever_claims_an_attack_says_nothing_of_his_own_dead() -> None:
    text = (
        "Une attaque revendiquée par l'EI a tué six policiers samedi au Caire, en Egypte. "
        "Sept « terroristes » ont été tués, a ajouté le ministère de l'Intérieur."
    )
    told = {c.count: (c.by, c.by_said_by) for c in claims(text) if isinstance(c, Harm)}
    assert told == {6: (["IS"], ["IS"]), 7: (["EGY"], ["EGY"])}


@pytest.mark.parametrize(
    "text",
    [
        "Neuf policiers ont péri samedi dans deux attaques à Arauca, en Colombie, dont la plus meurtrière a été "
        "attribuée à l'ELN.",
        "Neuf policiers ont péri samedi dans deux attentats à Arauca, en Colombie, dont l'un a été revendiqué par l'ELN.",
        "Neuf exécutions ont été recensées samedi à Arauca, en Colombie, dont 10% imputées à l'ELN.",
    ],
)
def test_who_did_some_of_them_is_not_told_to_have_done_them_all(text: str) -> None:
    assert blamed(text)[9] == []


def test_a_part_of_the_dead_leaves_the_charge_as_it_is() -> None:
    text = "L'attaque qui a tué neuf personnes à Arauca, en Colombie, dont plusieurs enfants, est attribuée à l'ELN."
    assert blamed(text)[9] == ["ELN"]


def test_an_accusation_of_one_bombing_is_not_of_what_hit_another_town() -> None:
    text = (
        "Quatre personnes ont péri samedi dans des bombardements sur Barda, en Azerbaïdjan, selon Bakou, qui met en "
        "cause les forces arméniennes. Stepanakert a été la cible de frappes, ont constaté des journalistes."
    )
    told = {c.place.name: c.by for c in claims(text) if isinstance(c, Event) and c.place is not None}
    assert told == {"Barda": ["ARM"], "Stepanakert": []}


@pytest.mark.parametrize("there", ["Neuf personnes y ont péri.", "Neuf villageois y ont été tués."])
def test_who_died_there_died_in_the_attack_told_with_that_place(there: str) -> None:
    text = (
        "Des hommes armés ont tué quatre villageois dimanche à Tansila, au Burkina Faso. "
        "Samedi, une autre attaque avait endeuillé Thiou, dans le nord. " + there
    )
    assert blamed(text) == {4: ["BFA-UNK"], 9: []}


@pytest.mark.parametrize(
    ("text", "by", "target"),
    [
        ("Des combats entre le PKK et l'armée ont fait 42 morts à Batman, en Turquie. L'armée a lancé une offensive.", "TUR", "PKK"),
        ("Des combats opposent des rebelles à l'armée à Gao, au Mali. L'armée mène une offensive.", "MLI", "MLI-REB"),
        ("Des combats opposent des rebelles à l'armée à Gao, au Mali. Les rebelles ont attaqué l'armée.", "MLI-REB", "MLI"),
    ],
)  # fmt: skip
def test_of_two_who_fight_whoever_is_told_to_attack_does(text: str, by: str, target: str) -> None:
    assert (by, target) in [(c.by[0], c.target) for c in claims(text) if isinstance(c, Event) and c.by]


def test_militiamen_whom_rebels_hit_are_not_theirs() -> None:
    text = "Deux soldats sont morts à Batman, en Turquie, dans une attaque attribuée au PKK. Quatre miliciens ont été tués."
    told = {c.count: (c.side, c.by) for c in claims(text) if isinstance(c, Harm)}
    assert told[4][0] != "PKK"
    assert told[4][1] in (["PKK"], [])
