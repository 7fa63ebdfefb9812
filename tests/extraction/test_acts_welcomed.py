"""Acts of diplomacy that words beside them make or unmake; sieges told with the place behind; tolls still open."""

import datetime as dt

import pytest

from vigie.extraction import extract
from vigie.values import Control, Diplomacy, Document, Harm, Interval, document_id

DAY = dt.date(2020, 5, 12)
DEAD = "Dix soldats ont été tués à {}. "


def _read(text: str) -> list[object]:
    document = Document(
        document="d",
        id=document_id("d", text),
        text=text,
        published=Interval.day(DAY),
        sha256="",
        text_sha256="",
        origin="",
    )
    return list(extract(document))


def _acts(text: str) -> list[tuple[str, str, str | None]]:
    return [(c.act, c.actor, c.target) for c in _read(text) if isinstance(c, Diplomacy)]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Six civils ont été tués mardi à Cali. Bogota a attribué l'attaque à l'ELN.", ("ACCUSE", "COL", "ELN")),
        ("L'armée malienne attribue l'embuscade au Jnim. Six soldats ont péri.", ("ACCUSE", "MLI", "JNIM")),
        (DEAD.format("Gao") + "Tout en dénonçant l'attaque, l'ONU a quitté la ville.", ("ACCUSE", "UN", None)),
        (DEAD.format("Gao") + "Tout en saluant la trêve, Paris attend des preuves.", ("SUPPORT", "FRA", None)),
        (
            DEAD.format("Diffa") + "La France a salué la victoire de l'armée nigérienne contre Boko Haram.",
            ("SUPPORT", "FRA", "NER"),
        ),
        ("Dix civils ont péri à Gaza. L'Iran a salué l'attaque du Hamas contre Israël.", ("SUPPORT", "IRN", "HAMAS")),
        (DEAD.format("Gao") + "600 militaires français ont été déployés au Mali.", ("MOBILIZE", "FRA", None)),
    ],
)
def test_an_act_is_read(text: str, act: tuple[str, str, str | None]) -> None:
    assert act in _acts(text)


@pytest.mark.parametrize(
    "text",
    [
        DEAD.format("Gao") + "La France a attribué une aide de trois millions d'euros au Mali.",
        DEAD.format("Gao") + "Le Mali s'est attribué la victoire.",
        "Dix jihadistes ont été tués. L'armée nigérienne s'est félicitée d'un succès majeur contre Boko Haram.",
        "Dix jihadistes ont été tués à Tillabéri. Niamey a salué la mort du chef jihadiste.",
        DEAD.format("Gao") + "Quelque 2.400 militaires français sont déployés au Mali.",
        "L'armée pilonne sans relâche Douma.",
        "L'aviation du régime bombarde sans relâche Douma.",
        "Dix civils ont été tués à Gao, selon les rebelles, un bilan rejeté par l'armée.",
        "Dix soldats ont été tués à Inates par des jihadistes. L'organisation régionale a décidé de fermer les"
        " frontières avec le Mali.",
    ],
)
def test_what_is_no_act_between_powers(text: str) -> None:
    assert _acts(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("L'armée est assiégée par les FSR à Kadougli.", [("besieges", "RSF", "whole")]),
        ("L'armée soudanaise est presque encerclée par les FSR à Kadougli.", [("besieges", "RSF", "whole")]),
        ("L'armée n'est pas encerclée par les FSR à Kadougli.", []),
        ("Une patrouille a été encerclée par les FSR à Kadougli.", []),
        (
            "Les rebelles ont pris plusieurs villages situés dans les provinces de Hama et d'Idleb.",
            [("captured", "SYR-REB", "part")] * 2,
        ),
        (
            "Les rebelles contrôlent les provinces de Hama et d'Idleb.",
            [("holds", "SYR-REB", "whole")] * 2,
        ),
        (
            "Les rebelles ont pris la ville de Saraqeb, située dans la province d'Idleb.",
            [("captured", "SYR-REB", "whole")],
        ),
    ],
)
def test_who_holds_how_much(text: str, told: list[tuple[str, str, str]]) -> None:
    found = [c for c in _read("Six civils ont été tués. " + text) if isinstance(c, Control)]
    assert [(c.change, c.actor, c.extent) for c in found] == told


@pytest.mark.parametrize(
    ("text", "still_open"),
    [
        ("Un bilan préliminaire fait état de six morts lundi à Gao dans l'attaque.", True),
        ("L'attaque a fait six morts lundi à Gao. Le bilan est encore incertain.", True),
        ("L'attaque a fait six morts lundi à Gao. Le bilan reste incomplet.", True),
        ("L'attaque a fait six morts lundi à Gao. L'avenir est incertain.", False),
    ],
)
def test_a_toll_that_may_change(text: str, still_open: bool) -> None:
    assert [c.provisional for c in _read(text) if isinstance(c, Harm)] == [still_open]
