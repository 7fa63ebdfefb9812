"""Attackers who fall are fought; what is negated, summed up over years or only spoken of is no act of its own."""

import datetime as dt

import pytest
from events_told import claims, events, short

from vigie.values import Harm

FALLEN = [
    "Trois assaillants ont été abattus lundi par les forces spéciales à Bamako.",
    "Deux agresseurs ont été tués mardi dans la riposte de l'armée à Djibo, au Burkina Faso.",
    "Les quatre tireurs ont été tués lundi à Nairobi, au Kenya.",
    "L'armée a tué lundi cinq assaillants près de Diffa, au Niger.",
    "Les soldats ont abattu samedi deux attaquants à Cabinda, en Angola.",
]


@pytest.mark.parametrize("text", FALLEN)
def test_attackers_fall_in_a_clash(text: str) -> None:
    assert [claim.method for claim in claims(text) if isinstance(claim, Harm)] == ["Armed clash"]
    assert [kind for kind, _, _ in short(text)] == ["Armed clash"]


def test_the_attack_stays_an_attack() -> None:
    text = (
        "Des hommes armés ont attaqué lundi un hôtel de Bamako, tuant douze clients. Trois assaillants ont été abattus."
    )
    methods = {claim.count: claim.method for claim in claims(text) if isinstance(claim, Harm)}
    assert methods == {12: "Attack", 3: "Armed clash"}


def test_who_blew_himself_up_was_not_fought() -> None:
    text = "Deux kamikazes sont morts dans l'explosion lundi à Maroua, au Cameroun."
    assert {claim.method for claim in claims(text) if isinstance(claim, Harm)} == {"Suicide bomb"}


FELLED_LATER = [
    "Un colon israélien a été poignardé mardi près de Naplouse. L'assaillant, un Palestinien, a été abattu par des soldats.",
    "Deux Israéliens ont été tués mardi à Jérusalem. Les assaillants, deux Palestiniens, ont été abattus par la police.",
    "Trois passants ont été poignardés mardi à Londres. Le suspect a été abattu par la police.",
    "Un policier a été poignardé mardi à Tunis. L'assaillant, un homme de 24 ans, a été abattu par la police.",
]


@pytest.mark.parametrize("text", FELLED_LATER)
def test_forces_that_shoot_the_attacker_did_not_do_his_attack(text: str) -> None:
    first, second = events(text)
    assert (first.by, second.type) == ([], "Armed clash")
    assert second.by


NO_ACT = [
    "Aucune arrestation n'a été signalée mardi à Morelia, au Mexique.",
    "Plus de 250.000 personnes ont été assassinées au Mexique depuis 2006.",
    "Toutes les trêves ont été violées lundi à Khartoum, selon l'ONU.",
    "La France soutient au Mali les armées qui combattent les jihadistes.",
    "Depuis le début de l'offensive, le 2 mai, les prix ont doublé à Tripoli.",
    "Lire aussi : douze soldats tués dans une attaque lundi à Djibo.",
    "Le chef de la patrouille n'a eu aucun mort lundi à Caracas.",
    "Déclenchée en 2011 par la répression de manifestations, la guerre en Syrie a fait plus de 340.000 morts.",
]


@pytest.mark.parametrize("text", NO_ACT)
def test_no_act_of_its_own(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize("verb", ["condamné", "dénoncé", "déploré"])
def test_the_day_of_the_speech_is_not_that_of_the_act(verb: str) -> None:
    text = f"Des hommes armés ont tué huit civils samedi à Inata, au Burkina Faso. L'ONU a {verb} mardi cette attaque."
    assert [event.when.start for event in events(text) if event.when] == [dt.date(2020, 5, 9)]


def test_a_boy_who_died_in_a_raid_was_attacked() -> None:
    text = (
        "Des hommes armés ont attaqué lundi une école à Kagara, au Nigeria, et enlevé 27 élèves. "
        "Un garçon a été tué lundi à Kagara."
    )
    assert {claim.method for claim in claims(text) if isinstance(claim, Harm) and claim.outcome == "killed"} == {
        "Attack"
    }


def test_the_closer_days_of_two_tellings_hold() -> None:
    text = (
        "Le M23 a tué au moins 131 civils début mai à Kishishe, en République démocratique du Congo. "
        "Les victimes ont été exécutées les 4 et 5 mai à Kishishe, selon l'ONU."
    )
    assert [(e.when.start.day, e.when.end.day) for e in events(text) if e.when] == [(4, 5)]


def test_who_helps_or_shrugs_off_tells_no_rival_act() -> None:
    text = (
        "Des hommes armés ont attaqué lundi Tripoli, en Libye. Ankara a accusé Le Caire de soutenir l'attaque. "
        "L'Egypte a rejeté ces accusations."
    )
    assert "event.rival" not in [event.rule for event in events(text)]


def test_defenders_of_a_camp_are_not_its_attackers() -> None:
    text = (
        "Un camp de déplacés a été attaqué dimanche à Bule, en République démocratique du Congo: vingt civils sont morts. "
        "Deux assaillants ont été abattus par les soldats."
    )
    assert [kind for kind, _, _ in short(text)] == ["Armed clash", "Attack"]


SHOT_AT = [
    "Un terroriste a poignardé lundi deux voyageurs à Jérusalem. Un passant a ouvert le feu sur le terroriste.",
    "Des assaillants ont attaqué lundi un marché de Ménaka, tuant deux villageois. Des habitants ont tiré sur les assaillants.",
]


@pytest.mark.parametrize("text", SHOT_AT)
def test_who_shoots_at_an_attacker_takes_nothing_from_the_attack(text: str) -> None:
    attack = next(event for event in events(text) if event.type == "Attack")
    assert attack.target == "civilians"
    assert "small_arms" not in attack.weapon


def test_what_the_man_whom_they_shot_held_is_not_theirs() -> None:
    text = "La police a riposté lundi à Bujumbura en tuant un assaillant qui allait lancer une deuxième grenade."
    assert "Grenade" not in [event.type for event in events(text)]
