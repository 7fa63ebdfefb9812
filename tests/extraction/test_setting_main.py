"""The place of a story: what its title and lead tell together."""

import datetime as dt

import pytest

from vigie.extraction.analysis import analyse
from vigie.extraction.setting import main_place
from vigie.values import Document, Interval

DAY = Interval.day(dt.date(2021, 10, 6))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # The title's name is that of the province, in which the lead tells another town.
        (
            "Syrie: un marché d'Idleb bombardé\nDes avions ont frappé mardi Maaret al-Noomane.\nLa province d'Idleb est rebelle.",
            "Maaret al-Noomane",
        ),
        # No word of the province; no other town in it; another town elsewhere.
        ("Syrie: un marché d'Idleb bombardé\nDes avions ont frappé mardi Maaret al-Noomane.\nOn fuit.", "Idleb"),
        ("Syrie: un marché d'Idleb bombardé\nDes avions ont frappé mardi la ville.\nLa province d'Idleb est rebelle.", "Idleb"),
        (
            "Syrie: un marché d'Idleb bombardé\nDes avions ont frappé mardi, et à Palmyre.\nLa province d'Idleb est rebelle.",
            "Idleb",
        ),
        # The town of a dateline, unless a town is told; no capital, no other land.
        ("KASESE - Après l'assaut du palais\nLa police ougandaise a donné un bilan.", "Kasese"),
        ("KASESE - Après l'assaut dans le Rwenzori\nLa police ougandaise a donné un bilan.", "Kasese"),
        ("KASESE - Une bombe a tué deux civils mardi à Arua.\nLa police ougandaise a donné un bilan.", "Arua"),
        ("KASESE (AFP) - Après l'assaut du palais\nLa police ougandaise a donné un bilan en Ouganda.", "Ouganda"),
        ("KAMPALA - Après l'assaut du palais\nLa police ougandaise a donné un bilan en Ouganda.", "Ouganda"),
        ("MOMBASA - On tire en Ouganda\nUne bombe a tué mardi dix Ougandais en Ouganda.", "Ouganda"),
        # A part of a land is told more exactly by a town, else by a province in it; a land only by a town.
        ("Deux soldats ont été tués mardi dans le nord-est du Mali.\nUne mine a sauté dans la région de Ménaka.", "Ménaka"),
        (
            "Deux soldats ont été tués mardi dans le nord-est du Mali.\nUne mine a sauté dans la région de Ménaka.\nIls sont morts à Inékar.",
            "Inékar",
        ),
        ("Deux soldats ont été tués mardi au Mali.\nOn fuit.\nOn pleure.\nUne mine a sauté dans la région de Ménaka.", "Mali"),
        # Where the dead of it are mourned.
        (
            "Iran: deuil\nDevant les cercueils alignés mercredi à Ispahan, on a pleuré.\nUne bombe avait tué mardi 27 gardes à Zahedan.",
            "Zahedan",
        ),
        # Towns that are told in one breath are one place, in the title and where a lead's land is told more exactly.
        ("Turquie: émeutes à Diyarbakir et Siirt\nOn fuit.", "Diyarbakır et Siirt"),
        ("La Turquie a peur.\nDes émeutiers ont tiré mardi à Diyarbakir et Siirt.\nOn fuit.", "Diyarbakır et Siirt"),
    ],
)  # fmt: skip
def test_the_place_of_the_story(text: str, name: str) -> None:
    document = Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=DAY)
    analysis = analyse(document, None)
    assert analysis is not None
    where = main_place(analysis)
    assert where is not None
    assert where.place.name == name
