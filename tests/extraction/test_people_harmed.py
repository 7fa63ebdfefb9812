"""Who was harmed, how many, whose they were, and of what total: several ways in which a journalist tells it, and
sentences that look alike and mean something else.
"""

import datetime as dt

import pytest
from events_told import claims

from vigie.values import Harm

DAY = dt.date(2020, 5, 12)  # a Tuesday


def harms(text: str, published: dt.date = DAY) -> list[Harm]:
    return [claim for claim in claims(text, published) if isinstance(claim, Harm)]


def told(text: str) -> list[tuple[str, int | None, str, str | None]]:
    """(outcome, count, victims, side) of each figure, in the order of the text."""
    found = sorted(harms(text), key=lambda claim: claim.start)
    return [(c.outcome, c.count if c.count is not None else c.low, c.victims, c.side) for c in found]


ONCE = [
    "Dix personnes ont été tuées mardi dans l'attaque d'un marché à Diffa. Les dix victimes sont des commerçants.",
    "Dix personnes ont été tuées lundi à Diffa. Les corps des dix victimes ont été transportés à la morgue.",
    "Dix personnes ont été blessées lundi dans une explosion à Diffa. Les dix victimes étaient en vie mardi.",
    "Deux policiers ont été poignardés lundi à Diffa. L'attaque a fait deux blessés, selon le préfet.",
]


@pytest.mark.parametrize("text", ONCE)
def test_people_taken_up_are_counted_once(text: str) -> None:
    (one,) = harms(text)
    assert one.outcome != "killed_or_injured"


APART = [
    # nobody was hurt there, and twelve died elsewhere
    ("Une roquette est tombée lundi sur Diffa sans faire de victime. Douze civils ont été tués à Bosso.", 2),
    # the five of the group that did it are not those whom it killed
    (
        "Le Jnim a attaqué mardi un camp de l'armée à Djibo, au Burkina Faso. L'attaque du Jnim a fait cinq morts."
        " Les cinq combattants du Jnim ont été tués.",
        2,
    ),
]


@pytest.mark.parametrize(("text", "count"), APART)
def test_equal_numbers_of_others_are_two(text: str, count: int) -> None:
    assert len(harms(text)) == count


WHO = [
    # behind dashes
    (
        "Au moins 61 combattants --43 rebelles et 18 soldats-- ont été tués lundi à Hodeida, au Yémen.",
        [
            ("killed", 61, "armed", None),
            ("killed", 43, "armed", "HOUTHIS"),
            ("killed", 18, "armed", "YEM"),
        ],
    ),
    # one number of two sides
    (
        "Trente combattants rebelles et loyalistes ont été tués lundi à Mokha, au Yémen.",
        [("killed", 30, "armed", None)],
    ),
    ("Trente soldats et miliciens ont été tués lundi à Homs, en Syrie.", [("killed", 30, "armed", "SYR")]),
    ("Dix soldats et mercenaires russes ont été tués lundi à Kidal, au Mali.", [("killed", 10, "armed", "MLI")]),
    # whose the soldiers are is told behind them
    (
        "Un soldat tué côté turc et sept combattants tués côté kurde lundi dans les combats d'Afrine, en Syrie.",
        [("killed", 1, "armed", "TUR"), ("killed", 7, "armed", "SYR-KUR")],
    ),
    (
        "Trois soldats ont été tués et douze combattants blessés dans les rangs des rebelles lundi à Homs, en Syrie.",
        [("killed", 3, "armed", "SYR"), ("injured", 12, "armed", "SYR-REB")],
    ),
    (
        "Le bilan des combats de lundi à Homs, en Syrie, est de trois morts et quatre blessés parmi les soldats syriens.",
        [("killed", 3, "armed", "SYR"), ("injured", 4, "armed", "SYR")],
    ),
    ("Les combats de lundi à Homs ont fait sept morts côté ennemi, selon l'armée.", [("killed", 7, "armed", None)]),
    (
        "Les combats de lundi à Hodeida, au Yémen, ont fait douze morts dans les rangs des forces fidèles au président.",
        [("killed", 12, "armed", "YEM")],
    ),
    ("Les raids de lundi ont tué douze fidèles à Tanta, en Egypte.", [("killed", 12, "civilians", None)]),
    (
        "Douze cadavres ont été retrouvés lundi dans le camp de déplacés de Plaine Savo, attaqué dimanche, en Ituri.",
        [("killed", 12, "people", None)],
    ),
    # who tells a toll, or what kind of toll it is, does not say who died
    (
        "Un premier bilan fourni par le maire faisait état d'un mort et onze blessés lundi dans l'attentat de Bagdad.",
        [("killed", 1, "people", None), ("injured", 11, "people", None)],
    ),
    (
        "Le bilan, selon un policier, est de douze morts dans l'attentat de lundi à Bagdad.",
        [("killed", 12, "people", None)],
    ),
    (
        "Selon le dernier bilan humanitaire, qui fait état de douze morts, l'attaque de lundi visait Bangui.",
        [("killed", 12, "people", None)],
    ),
    # an army's own, and those of a land whose staff speaks
    (
        "\"Cinq de nos compagnons d'armes sont tombés en martyrs\" lundi à Afrine, en Syrie, a déclaré l'armée turque.",
        [("killed", 5, "armed", "TUR")],
    ),
    (
        "Le ministère turc a annoncé la mort d'un soldat et la blessure de trois autres lundi à Afrine, en Syrie.",
        [("killed", 1, "armed", "TUR"), ("injured", 3, "armed", "TUR")],
    ),
    (
        "Deux soldats ont été tués lundi dans une attaque à Djibo, au Burkina Faso, a indiqué l'état-major des armées.",
        [("killed", 2, "armed", "BFA")],
    ),
    (
        "Deux soldats français ont été tués lundi à Gao, au Mali, a indiqué l'état-major des armées.",
        [("killed", 2, "armed", "FRA")],
    ),
    # attackers
    (
        "Des shebab ont attaqué lundi un hôtel de Mogadiscio, tuant six civils. Trois assaillants ont été abattus.",
        [("killed", 6, "civilians", None), ("killed", 3, "armed", "AL-SHABAAB")],
    ),
    (
        "Des inconnus ont attaqué lundi un hôtel de Mogadiscio, tuant six civils. Trois assaillants ont été abattus.",
        [("killed", 6, "civilians", None), ("killed", 3, "armed", "SOM-UNK")],
    ),
    (
        "Deux conducteurs de véhicules piégés et dix soldats ont été tués lundi à Mondoro, au Mali.",
        [("killed", 2, "armed", "MLI-JIH"), ("killed", 10, "armed", "MLI")],
    ),
    ("Deux conducteurs ont été tués lundi par une mine près de Mondoro, au Mali.", [("killed", 2, "civilians", None)]),
]


@pytest.mark.parametrize(("text", "expected"), WHO)
def test_who_they_were(text: str, expected: list[tuple[str, int | None, str, str | None]]) -> None:
    assert told(text) == expected


FOUND = [
    # the verb stands far behind them
    ("Quatre kamikazes portant des ceintures d'explosifs ont été tués lundi à Falloujah.", [("killed", 4)]),
    (
        "Deux visiteurs qui s'étaient rendus dans le camp, au nord de Bangui, ont été tués lundi par des miliciens.",
        [("killed", 2)],
    ),
    # in quotation marks behind their article
    (
        'La riposte de l\'armée lundi à Djibo a permis de neutraliser des "dizaines de terroristes".',
        [("neutralised", 20)],
    ),
    ('L\'armée a tué lundi à Djibo des "centaines" de jihadistes.', [("killed", 200)]),
    # a list goes on behind the verb, and another one begins
    (
        "Au moins 22 civils ont été tués lundi à Bagdad, de même que dix policiers, trois miliciens et deux soldats,"
        " et plus de 150 personnes ont été blessées.",
        [("killed", 22), ("killed", 10), ("killed", 3), ("killed", 2), ("injured", 150)],
    ),
    (
        "Deux soldats ont été tués lundi à Bagdad ainsi que trois policiers, et quatre civils ainsi que six enfants"
        " ont été blessés.",
        [("killed", 2), ("killed", 3), ("injured", 4), ("injured", 6)],
    ),
    # from one number to the other
    (
        "Le nombre de blessés de l'attentat de lundi à Bagdad est également passé de 64 à 94.",
        [("injured", 94), ("injured", 64)],
    ),
    ("Entre 64 et 94 personnes ont été blessées lundi dans l'attentat de Bagdad.", [("injured", 64)]),
    ("Le bilan de l'attentat de lundi à Bagdad s'est alourdi à 45 personnes.", [("killed", 45)]),
    # an act that has many dead is not one more of them
    ("Huit civils ont été tués lundi dans un nouveau massacre à Beni.", [("killed", 8)]),
    (
        "Huit civils ont été tués lundi à Beni. Un nouveau décès a été enregistré mardi à l'hôpital.",
        [("killed", 8), ("killed", 1)],
    ),
    # stabbed, and hurt by it
    ("Un homme a poignardé et blessé deux femmes lundi à Jérusalem.", [("injured", 2)]),
    ("Deux femmes ont été mortellement poignardées lundi à Jérusalem.", [("killed", 2)]),
    # a group in apposition counts nobody
    (
        "Cinq insurgés ont été tués lundi à Shopian. Parmi les cinq insurgés tués figure un chef du Hizbul Mujahideen,"
        " un groupe important de rebelles.",
        [("killed", 5), ("killed", 1)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_which_figures(text: str, expected: list[tuple[str, int]]) -> None:
    assert sorted((outcome, count) for outcome, count, _, _ in told(text)) == sorted(expected)


SCOPES = [
    ("Treize attentats ont eu lieu lundi dans la province de Bagdad, tuant 35 personnes.", 35, "several"),
    ("Un attentat a eu lieu lundi dans la province de Bagdad, tuant 35 personnes.", 35, "incident"),
    ("Sept voitures piégées ont explosé lundi à Bagdad, faisant 24 morts.", 24, "several"),
    ("Une voiture piégée a explosé lundi à Bagdad, faisant 24 morts.", 24, "incident"),
    ("Trente civils ont été tués lundi à Bagdad dans une explosion et dans d'autres attaques.", 30, "several"),
    ("Depuis le 15 mars, 517 civils, dont 151 enfants, ont péri dans les raids de l'armée à Alep.", 151, "period"),
    ("Les bombardements israéliens ont tué 24.762 personnes à Gaza.", 24_762, "war"),
    ("Un bombardement israélien a tué 24 personnes à Gaza.", 24, "incident"),
]


@pytest.mark.parametrize(("text", "count", "scope"), SCOPES)
def test_what_a_figure_totals(text: str, count: int, scope: str) -> None:
    assert next(c.scope for c in harms(text) if c.count == count) == scope


PARTS = [
    (
        "Une frappe a fait deux morts lundi à Soumy. Un homme est mort sur place et une femme est décédée à l'hôpital.",
        True,
    ),
    # others, who died elsewhere or were none of those
    (
        "Une frappe a fait deux morts lundi à Soumy. Un homme est mort à Kharkiv et une femme est décédée à Odessa.",
        False,
    ),
    ("Deux soldats ont été tués lundi à Soumy. Un enfant est mort sur place et une femme est décédée.", False),
]


@pytest.mark.parametrize(("text", "parts"), PARTS)
def test_people_told_one_by_one_are_parts(text: str, parts: bool) -> None:
    whole, *others = sorted(harms(text), key=lambda claim: claim.start)
    assert [claim.part_of == whole.id for claim in others] == [parts, parts]


WHEN = [
    # who tells it did so on that day
    (
        "Une attaque a fait 21 blessés samedi soir à Kharkiv. Parmi eux, trois mineurs, a annoncé, dimanche, le préfet.",
        3,
        ("2020-05-09", "2020-05-09"),
    ),
    ("Trois mineurs ont été tués, dimanche, à Kharkiv.", 3, ("2020-05-10", "2020-05-10")),
    (
        "Le groupe a revendiqué la destruction, le 31 janvier 2020, d'un avion à Kharkiv. Les 24 occupants avaient été tués.",
        24,
        ("2020-01-31", "2020-01-31"),
    ),
    # since something began
    (
        "Trente soldats turcs ont été tués depuis qu'Ankara a lancé une opération à Afrine en mars, a annoncé lundi l'armée.",
        30,
        ("2020-03-01", "2020-05-12"),
    ),
    # the worst day since another one, whose dead are of that one
    (
        "Irak: la journée de lundi est la plus meurtrière depuis le 20 mars, lorsque des attentats avaient fait 50 morts."
        " Quatre voitures piégées ont explosé lundi à Bagdad.\nNeuf personnes ont été tuées dans un quartier de la ville.",
        9,
        ("2020-05-11", "2020-05-11"),
    ),
]


@pytest.mark.parametrize(("text", "count", "days"), WHEN)
def test_when(text: str, count: int, days: tuple[str, str]) -> None:
    when = next(c.when for c in harms(text) if c.count == count)
    assert when is not None
    assert (str(when.start), str(when.end)) == days
