"""Of which group people are: «sept de ses combattants», «d'entre eux», «appartenant à X», «la secte». Acts are invented."""

import pytest
from events_told import claims

from vigie.values import Event, Harm

SIDES = [
    # of who attacked, or of whom he attacked
    ("Le PKK a lancé lundi une attaque contre l'armée turque à Silopi, qui a coûté la vie à sept de ses combattants.", "PKK"),
    ("Le M23 a attaqué lundi une position de l'armée à Goma et six de ses hommes ont été tués.", "M23"),
    ("L'armée a attaqué le M23 lundi à Goma, tuant six de ses combattants.", "M23"),
    ("L'armée a attaqué le M23 lundi à Goma et tué six de ses hommes.", "M23"),
    ("Six de ses hommes ont été tués lundi à Goma, a reconnu le M23.", "M23"),
    # those who are told before
    ("Des hommes du PKK ont attaqué lundi une base à Silopi et quatre d'entre eux ont été tués.", "PKK"),
    ("Des rebelles ont attaqué mardi un barrage à Deraa. Cinq d'entre eux ont péri.", "SYR-REB"),
    ("Des soldats ont été attaqués mardi à Gao. Quatre ont été tués.", "MLI"),
    ("Les assaillants ont attaqué mardi une caserne à Gao. Ils ont pris la fuite et plusieurs ont été tués.", "MLI-UNK"),
    # words that say of whom they are
    ("Trois hommes du PKK ont été tués lundi à Silopi.", "PKK"),
    ("Trois hommes appartenant à Boko Haram ont été tués lundi à Diffa.", "BOKO-HARAM"),
    ("Un homme soupçonné d'appartenir à l'EI a été tué lundi à Mossoul par l'armée.", "IS"),
    ("Deux kamikazes appartenant au réseau Al-Qaïda sont morts lundi à Aden.", "AL-QAEDA"),
    ("Deux hommes, membres de l'EI selon la police, ont été tués lundi à Mossoul.", "IS"),
    ("Dix membres de la secte Boko Haram ont été tués jeudi à Diffa.", "BOKO-HARAM"),
    ("Un Gardien de la révolution a été tué mardi à Chiraz.", "IRN"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "side"), SIDES)
def test_the_dead_are_of_the_group_that_the_words_tell(text: str, side: str) -> None:
    dead = [c for c in claims(text) if isinstance(c, Harm)]
    assert [(c.victims, c.side) for c in dead] == [("armed", side)]
    assert side not in dead[0].by


OPEN = [
    ("Des hommes armés ont attaqué un convoi de villageois mardi à Djibo. Douze d'entre eux ont été tués.", "people"),
    ("Trois hommes de la région ont été tués mardi à Silopi par le PKK.", "men"),
    ("Des assaillants ont tiré mardi sur un marché de Gao. Quatre sont morts.", "people"),
]


@pytest.mark.parametrize(("text", "victims"), OPEN)
def test_who_may_be_others_is_not_taken_for_the_attackers(text: str, victims: str) -> None:
    assert [(c.victims, c.side) for c in claims(text) if isinstance(c, Harm)] == [(victims, None)]


BLAMED = [
    ("Des hommes du groupe ont tué dix civils mardi à Kukawa.", []),
    ("Les hommes du mouvement ont tué dix civils mardi à Kukawa.", []),
    ("Boko Haram a attaqué Bama lundi. Des hommes de la secte ont tué dix civils mardi à Kukawa.", ["BOKO-HARAM"]),
    ("Des hommes de l'armée ont tué dix civils mardi à Gao.", ["MLI"]),
    ("Les extrémistes du groupe Etat islamique ont tué dix civils mardi à Tikrit.", ["IS"]),
]


@pytest.mark.parametrize(("text", "by"), BLAMED)
def test_the_men_of_a_group_without_a_name_are_not_the_state_s(text: str, by: list[str]) -> None:
    told = claims(text)
    assert [c.by for c in told if isinstance(c, Harm)] == [by]
    assert [c.by for c in told if isinstance(c, Event)][-1] == by


TOLLS = [
    ("Au moins quinze soldats ont été tués lundi à Tin-Akoff. Une autre source avance un bilan de 19 morts.", "armed"),
    ("Douze soldats ont été tués lundi à Gao. Une source parle de 9 morts.", "armed"),
    ("Une attaque a fait une dizaine de morts parmi les militaires lundi à Gao. Un premier bilan était de 8 morts.", "armed"),
    ("Douze soldats ont été tués lundi à Gao. Le bilan est de 40 morts, dont 28 civils.", "people"),
    ("Douze soldats et trois civils ont été tués lundi à Gao. Un premier bilan faisait état de dix morts.", "people"),
    ("Douze civils ont été tués lundi à Gao. Un premier bilan faisait état de dix morts.", "people"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "victims"), TOLLS)
def test_another_toll_of_soldiers_counts_soldiers(text: str, victims: str) -> None:
    tolls = [c for c in claims(text) if isinstance(c, Harm) and c.quote.endswith("morts")]
    assert tolls[-1].victims == victims


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Des hommes armés habillés comme des soldats ont tué dix civils jeudi à Beni.", []),
        ("Dix civils ont été tués jeudi à Beni par des hommes habillés comme des soldats.", ["COD-UNK"]),
        ("Des hommes armés identifiés comme des membres du JNIM ont tué dix civils jeudi à Gao.", ["JNIM"]),
        ("Dix civils ont été tués jeudi à Gao par des hommes armés identifiés comme éléments du JNIM.", ["JNIM"]),
    ],
)
def test_who_wears_their_clothes_is_no_soldier(text: str, by: list[str]) -> None:
    assert [c.by for c in claims(text) if isinstance(c, Harm)] == [by]


TOLD_BY = [
    ("Deux soldats ont été tués mardi à Idleb, a annoncé le ministère turc de la Défense.", "TUR"),
    ("Deux soldats ont été tués mardi à Idleb par les forces syriennes, a annoncé le ministère turc de la Défense.", "TUR"),
    ("Un soldat a été tué mardi à Gao, a annoncé l'Elysée.", "FRA"),
    ("Selon le ministère de la Défense du Haut-Karabakh, 15 soldats ont été tués lundi.", "ARTSAKH"),
    ("Dix soldats syriens ont été tués mardi à Idleb, a annoncé l'armée turque.", "SYR"),
    ("Dix soldats ont été tués mardi à Gao, selon l'ONU.", "MLI"),
    ("L'armée turque a tué dix soldats mardi à Idleb.", "SYR"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "side"), TOLD_BY)
def test_soldiers_are_of_the_army_that_tells_of_their_death_not_of_the_one_that_killed_them(
    text: str, side: str
) -> None:
    dead = [c for c in claims(text) if isinstance(c, Harm)]
    assert [c.side for c in dead] == [side]
    assert side not in dead[0].by


BETWEEN = [
    ("Des affrontements ont opposé mardi les armées arménienne et azerbaïdjanaise à Agdam.", ["ARM"], "AZE"),
    ("Des accrochages ont eu lieu mardi entre forces indiennes et pakistanaises au Cachemire.", ["IND"], "PAK"),
    ("Des combats ont éclaté mardi entre soldats thaïlandais et cambodgiens à Preah Vihear.", ["THA"], "KHM"),
    ("L'aviation et l'artillerie russes ont bombardé mardi des positions ukrainiennes à Kharkiv.", ["RUS"], "UKR"),
]


@pytest.mark.parametrize(("text", "by", "target"), BETWEEN)
def test_two_peoples_of_one_noun_fight_each_other(text: str, by: list[str], target: str) -> None:
    assert [(c.by, c.target) for c in claims(text) if isinstance(c, Event)] == [(by, target)]


def test_who_is_named_last_between_two_is_not_blamed_alone() -> None:
    text = (
        "Les affrontements entre cartels et forces de sécurité ont fait plus de 100.000 morts au Mexique depuis 2007."
    )
    assert [c.by for c in claims(text) if isinstance(c, Harm)] == [[]]
