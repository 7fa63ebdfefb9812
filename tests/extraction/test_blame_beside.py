"""Somebody is told near an act and did not do it: no claim blames him, whatever the claim's kind."""

import pytest
from events_told import claims, events

from vigie.extraction import extract
from vigie.values import Claim, Control, Diplomacy, Document, Event, Harm


def every(text: str) -> list[Claim]:
    """The claims of all kinds."""
    return extract(Document(id="d", document="d", text=text, sha256="", text_sha256="", origin=""))


BESIDE = {
    "they only go there": "Des kamikazes se sont fait exploser lundi dans deux mosquées de Taëz fréquentées par des Houthis, tuant 40 personnes.",
    "they only live there": "Un obus a tué lundi six habitants d'un quartier de Taëz peuplé par des Houthis.",
    "a village held by them": "Trente civils ont été tués lundi dans un village du nord du Mali tenu par le JNIM.",
    "worse than theirs": "Un camion piégé a fait 90 morts lundi à Mogadiscio, un attentat plus meurtrier que celui mené par les shebab en mai.",
    "rumours": "Un attentat a fait 30 morts lundi à Ankara. Des rumeurs attribuent l'attaque au PKK.",
    "nothing confirms": "Un attentat a fait 30 morts lundi à Ankara. Un journal attribue l'attaque au PKK, ce que rien ne confirme.",
    "each blames another": "Un avion a été abattu lundi près de Donetsk, faisant 90 morts. Kiev accuse les séparatistes, qui démentent. Moscou met en cause l'armée "
    "ukrainienne.",
    "condemned, allied, avenged": "Une bombe a tué neuf élèves lundi à Kirkouk. Le Hezbollah a condamné l'attaque. L'Iran a promis de venger les morts.",
    "an operation there before": "Sept paysans ont été tués lundi par un engin explosif près de Bandiagara, où l'armée malienne avait mené une opération.",
    "soldiers who had left": "Cent personnes ont été massacrées lundi à Gamboru. Les soldats du Nigeria qui gardaient la ville étaient partis.",
}


@pytest.mark.parametrize("text", BESIDE.values(), ids=BESIDE.keys())
def test_who_only_stands_beside_an_act_is_not_blamed(text: str) -> None:
    told = [c for c in claims(text) if isinstance(c, Harm)]
    assert told
    assert [c.by for c in told] == [[]] * len(told)


def test_an_act_is_not_by_those_who_answered_it_far_behind_its_verb() -> None:
    text = "Une salle a été bombardée samedi à Sanaa, tuant 90 personnes. Les Houthis ont tiré deux missiles vers l'Arabie saoudite en représailles."
    assert [e.by for e in events(text)] == [[], ["HOUTHIS"]]


def test_the_answer_of_the_accused_does_not_settle_who_did_it() -> None:
    text = (
        "Un théâtre de Marioupol a été bombardé mercredi. Kiev accuse l'aviation russe. Moscou affirme que le bataillon Azov a fait sauter le "
        "bâtiment."
    )
    assert [(e.by, e.by_said_by) for e in claims(text) if isinstance(e, Event)] == [
        (["RUS"], ["UKR"]),
        (["UKR"], ["RUS"]),
    ]


def test_threats_harm_nobody_yet() -> None:
    text = "Un otage a été tué mardi à Mossoul. L'EI menace de tuer un deuxième otage et promet d'exécuter dix soldats."
    assert [c.count for c in claims(text) if isinstance(c, Harm)] == [1]


@pytest.mark.parametrize(
    "text",
    [
        "Six ouvriers enlevés près de Kidal ont été libérés mardi par l'armée française.",
        "Des hommes armés à moto ont encerclé la localité de Solhan mardi, tuant dix personnes.",
    ],
)
def test_to_free_people_or_to_surround_in_an_attack_takes_no_place(text: str) -> None:
    assert not [c for c in every(text) if isinstance(c, Control)]


def test_whoever_is_accused_of_having_done_something_does_not_accuse() -> None:
    text = "Une attaque a tué dix civils lundi à Alep. La Russie accuse les rebelles d'avoir mené une provocation."
    assert [c.actor for c in every(text) if isinstance(c, Diplomacy)] == ["RUS"]


def test_soldiers_are_of_the_land_in_which_the_only_places_lie() -> None:
    text = "Deux drones ont explosé samedi à Caracas, blessant sept soldats. Le président a accusé son homologue colombien. Bogota dément."
    assert [c.side for c in claims(text) if isinstance(c, Harm)] == ["VEN"]
