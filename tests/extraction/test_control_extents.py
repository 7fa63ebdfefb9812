"""How much is held, of what, and since when: parts, exceptions, lists of names, the country, what came before."""

import datetime as dt

import pytest

from vigie.extraction import extract
from vigie.values import Control, Document, Interval

DAY = Interval.day(dt.date(2021, 8, 15))  # a Sunday


def _claims(text: str) -> list[Control]:
    document = Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=DAY)
    return [claim for claim in extract(document) if isinstance(claim, Control)]


def _held(text: str) -> list[tuple[str, str, str]]:
    """(change, place, extent) of each claim, sorted."""
    return sorted((c.change, c.place.name if c.place else "", c.extent) for c in _claims(text))


@pytest.mark.parametrize(
    "text",
    [
        "Kunduz, à 300 km au nord de Kaboul, est tombée mardi aux mains des talibans.",
        "Kunduz, au nord de Kaboul, est tombée dans la nuit aux mains des talibans.",
        "Les talibans se sont emparés sans résistance samedi de la ville de Kunduz.",
        "Les talibans se sont emparés, sans combattre, de Kunduz.",
        "Les talibans se sont emparés sans coup férir de Kunduz.",
    ],
)
def test_the_town_that_fell_is_taken_and_no_other(text: str) -> None:
    assert _held(text) == [("captured", "Kunduz", "whole")]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Les talibans ont pris le contrôle de la majeure partie du pays. L'armée afghane recule.", "Afghanistan"),
        ("La moitié des provinces du pays est aux mains des talibans, à 50 km de la capitale afghane.", "Afghanistan"),
        ("Les talibans contrôlent près de la moitié des capitales provinciales afghanes.", "Afghanistan"),
    ],
)
def test_the_country_is_no_capital_and_much_of_it_is_a_part(text: str, held: str) -> None:
    found = _claims(text)
    assert [(c.place.name if c.place else "", c.extent) for c in found] == [(held, "part")]


def test_the_largest_town_of_the_country_is_a_town() -> None:
    text = "L'armée irakienne veut reprendre Mossoul, deuxième plus grande ville du pays contrôlée par l'EI."
    assert [place for _, place, _ in _held(text)] == ["Mossoul"]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("L'armée irakienne a annoncé la reprise d'un tiers de Tikrit.", 33.0),
        ("L'armée irakienne a annoncé la reprise de la moitié de Tikrit.", 50.0),
        ("Après des combats à Tikrit, 20 % de la ville restent aux mains de l'EI.", 20.0),
    ],
)
def test_a_share_is_of_the_place_behind_it(text: str, share: float) -> None:
    (claim,) = _claims(text)
    assert (claim.share, claim.extent, claim.place.name if claim.place else "") == (share, "part", "Tikrit")


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Le M23 s'est emparé de deux villes, Kiwanja et Rutshuru.", ["Kiwanja", "Rutshuru (ville)"]),
        ("Les talibans encerclent plusieurs villes, dont Kandahar (sud) et Hérat (ouest).", ["Hérat", "Kandahar"]),
        ("Les talibans ont pris Kandahar (sud) et Hérat (ouest).", ["Hérat", "Kandahar"]),
        ("L'armée afghane a repris Kandahar et Hérat contrôlées par les talibans.", ["Hérat", "Kandahar"]),
    ],
)
def test_each_town_of_a_list_is_told_wholly(text: str, held: list[str]) -> None:
    found = _held(text)
    assert [place for _, place, _ in found] == held
    assert {extent for _, _, extent in found} == {"whole"}


def test_much_of_two_sides_is_a_part_of_each() -> None:
    text = "L'EI a pris le contrôle de pans entiers du nord et de l'ouest de l'Irak."
    assert [(place, extent) for _, place, extent in _held(text)] == [("Irak (nord)", "part"), ("Irak (ouest)", "part")]


def test_a_part_of_one_leaves_the_other_whole() -> None:
    found = _held("L'EI contrôle une partie de Ramadi et Falloujah.")
    assert found == [("holds", "Falloujah", "whole"), ("holds", "Ramadi", "part")]


@pytest.mark.parametrize(
    "text",
    [
        "Les grandes villes, à l'exception de Raqa, sont aux mains du régime syrien.",
        "Les grandes villes, à l'exception de Raqa (nord-est), sont aux mains du régime syrien.",
        "Les grandes villes, sauf Raqa, sont aux mains du régime syrien.",
        "Toutes les villes de la province, à l'exception de Raqa, sont aux mains du régime syrien.",
        "Les rebelles syriens tiennent toute la région sauf Raqa et Homs.",
        "Les jihadistes syriens contrôlent toute la province, à l'exception de Raqa.",
    ],
)
def test_an_exception_is_not_held(text: str) -> None:
    assert "Raqqa" not in [place for _, place, _ in _held(text)]
    assert "Syrie (nord-est)" not in [place for _, place, _ in _held(text)]


@pytest.mark.parametrize("where", ["Raqa", "Raqa (nord-est)"])
def test_an_exception_that_others_hold_is_theirs(where: str) -> None:
    text = f"Les rebelles syriens contrôlent le nord, à l'exception de {where}, aux mains de l'EI."
    assert ("holds", "Raqqa", "whole") in _held(text)


def test_what_is_left_of_a_town_told_before_is_retaken() -> None:
    text = "Tikrit, tenue par l'EI, est en ruines. L'armée irakienne est parvenue à en reconquérir une partie."
    assert ("captured", "Tikrit", "part") in _held(text)


@pytest.mark.parametrize("verb", ["a entrepris de reconquérir", "entreprend de reconquérir", "tente de reconquérir"])
def test_what_is_only_begun_is_not_taken(verb: str) -> None:
    assert _held(f"L'armée irakienne {verb} Tikrit, tombée aux mains de l'EI.") in (
        [],
        [("captured", "Tikrit", "whole")],
    )
    assert all(c.actor != "IRQ" for c in _claims(f"L'armée irakienne {verb} Tikrit, tombée aux mains de l'EI."))


def test_who_withdraws_into_somewhere_leaves_one_place() -> None:
    text = "Les soldats afghans ont quitté Kunduz et se sont retirés (dans des districts proches)."
    assert [(c, p) for c, p, _ in _held(text)] == [("withdrew", "Kunduz")]


def test_what_came_before_has_no_day_of_its_own() -> None:
    (claim,) = _claims("L'EI s'était emparé de Mossoul à la faveur d'une offensive éclair.")
    assert claim.when is None


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("L'armée irakienne avait annoncé vendredi avoir pris le contrôle de Tikrit.", dt.date(2021, 8, 13)),
        ("L'armée irakienne a pris le contrôle de Tikrit.", dt.date(2021, 8, 15)),
        ("Le gouvernement irakien a dit que l'armée avait repris Tikrit.", dt.date(2021, 8, 15)),
        ("L'OSDH avait confirmé l'entrée de l'armée syrienne dans Rankous.", dt.date(2021, 8, 15)),
    ],
)
def test_what_is_announced_was_done_by_then(text: str, last: dt.date) -> None:
    (claim,) = _claims(text)
    assert claim.when is not None
    assert claim.when.end == last
