"""Copies share an origin: the same words, nearly the same, and wires cut to fit; other articles do not."""

import datetime as dt
import random
import tracemalloc

import pytest
from makers import FRENCH, SECOND

from vigie.intake import Copies, agencies, fingerprint, origins
from vigie.intake.reading import document
from vigie.intake.source import Draft
from vigie.values import Document, Interval

BACKGROUND = (
    "Le conflit, déclenché en mars 2011 par la répression de manifestations, a fait plus de 300.000 morts et poussé des "
    "millions d'habitants à quitter leur pays."
)
WIRE = [
    FRENCH,
    "Les secouristes ont fouillé toute la nuit les décombres d'un immeuble de quatre étages qui s'est effondré.",
    SECOND,
    "Le porte-parole du gouvernement a déclaré que seules des positions des insurgés avaient été visées dans la région.",
    "L'hôpital principal de la ville, déjà touché en septembre, n'est plus en mesure d'accueillir de nouveaux blessés.",
    BACKGROUND,
]
OTHER = [
    "Une bombe placée au bord de la route a tué deux policiers mercredi près de Dar Nour, ont annoncé les autorités.",
    "L'attaque n'a pas été revendiquée mais les jihadistes sont actifs dans cette région frontalière depuis deux ans.",
    "Le gouverneur a promis que les auteurs seraient poursuivis et a appelé les habitants à signaler tout suspect.",
    BACKGROUND,
]


def made(name: str, *paragraphs: str, outlet: str | None = None, day: int | None = None) -> Document:
    published = Interval.day(dt.date(2016, 10, day)) if day else None
    draft = Draft(text="\n\n".join(paragraphs), outlet=outlet, published=published, basis="given")
    return document(draft, name, "0" * 64)


COPIES = {
    "letter for letter": WIRE,
    "in one line": [" ".join(WIRE)],
    "other quotes and spaces": ["\n".join(WIRE).replace("« ", '"').replace(" »", '"').replace(" ", "\xa0")],
    "the first half": WIRE[:3],
    "the lead and the end": [WIRE[0], WIRE[4]],
    "another headline and signature": ["Tell Ramla : l'horreur au marché", *WIRE, "Avec AFP"],
    "a revised toll": [WIRE[0].replace("douze civils, dont trois", "quinze civils, dont cinq"), *WIRE[1:]],
    "a word changed in every sentence": [part.replace(" des ", " les ").replace(" la ", " cette ") for part in WIRE],
}


@pytest.mark.parametrize("paragraphs", COPIES.values(), ids=COPIES)
def test_copies_share_an_origin(paragraphs: list[str]) -> None:
    (found,) = origins([made("a", *WIRE, outlet="AFP", day=11), made("b", *paragraphs, outlet="Le Guetteur", day=12)])
    assert len(found.documents) == 2
    assert found.outlets == ["AFP", "Le Guetteur"]
    assert found.origin == fingerprint("\n\n".join(WIRE))


@pytest.mark.parametrize(
    "paragraphs",
    [
        OTHER,
        [OTHER[0], BACKGROUND],
        [BACKGROUND, "Il a démenti."],
        [WIRE[0].split(".")[0] + " : bilan"],
        ["Rien de neuf."],
    ],
)
def test_other_articles_with_the_same_background_are_other_originals(paragraphs: list[str]) -> None:
    assert len(origins([made("a", *WIRE), made("b", *paragraphs)])) == 2


def test_the_groups_do_not_depend_on_the_order() -> None:
    rows = [made(name, *paragraphs, outlet=name) for name, paragraphs in COPIES.items()]
    rows += [made("other", *OTHER), made("cut", *OTHER[:2]), made("short", "Rien de neuf.")]
    expected = origins(rows)
    assert len(expected) == 3
    for seed in range(5):
        assert origins(random.Random(seed).sample(rows, len(rows))) == expected


def test_a_wire_in_forty_outlets_is_one_original() -> None:
    rows = [made(str(i), f"Titre numéro {i}", *WIRE[: 3 + i % 4], outlet=f"Journal {i}") for i in range(40)]
    (found,) = origins([*rows, made("wire", *WIRE, outlet="AFP")])
    assert len(found.outlets) == 41


def test_no_document_is_no_original() -> None:
    assert origins([]) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BEYROUTH (AFP) - Un raid a tué douze civils.", ["AFP"]),
        ("Un raid a tué douze civils. (Avec Reuters et l'AFP)", ["REUTERS", "AFP"]),
        ("Un raid a tué douze civils, a indiqué l'Agence France-Presse.", ["AFP"]),
        ("Un raid a tué douze civils, selon l'agence officielle Sana.", ["SANA"]),
        ("Le Monde.fr avec AP", ["AP"]),
        ("Le Guetteur (avec AFP)", ["AFP"]),
        ("Il a pris des photos avec APN", []),
        ("DAMAS (AP) — Douze morts", ["AP"]),
        ("Les habitants de Sanaa ont fui les raids.", []),
        ("Un raid a tué douze civils.", []),
    ],
)
def test_agencies_are_told_by_their_names(text: str, expected: list[str]) -> None:
    assert agencies(text) == expected


def test_each_document_is_told_its_origin_in_the_order_in_which_it_came() -> None:
    rows = [made("cut", *WIRE[:3], day=12), made("other", *OTHER), made("wire", *WIRE, day=11), made("again", *OTHER)]
    copies = Copies()
    for row in rows:
        copies.add(row)
    wire, other = fingerprint(rows[2].text), fingerprint(rows[1].text)
    assert list(copies.origin_of_each()) == [wire, other, wire, other]
    copies.add(made("later", *WIRE[:4]))
    assert list(copies.origin_of_each()) == [wire, other, wire, other, wire], "more may come after"


def test_a_thousand_documents_leave_hardly_a_trace_in_memory() -> None:
    rows = (made(str(n), *(f"{part[:-1]} numéro {n} sur {n * 7}." for part in WIRE)) for n in range(2_400))
    copies, at = Copies(), {}
    tracemalloc.start()
    for number, row in enumerate(rows):
        copies.add(row)
        at[number] = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert (at[2_303] - at[1_279]) / 1_024 < 400, "bytes a document: its place among the others, not its words"
