"""A document makes a claim once; ids stay the same from run to run; parts know their whole."""

import datetime as dt

import pytest

from vigie.extraction import extract
from vigie.extraction.extract import explain
from vigie.values import Claim, Document, Harm, Interval, document_id

TOLD_TWICE = (
    "Douze civils tués dans un raid à Alep\n"
    "Douze civils ont été tués samedi dans un raid aérien sur la ville syrienne d'Alep, selon l'OSDH. "
    "Parmi les morts figurent trois enfants. Des secouristes fouillent les décombres."
)
PARTS = "Un raid a fait samedi 30 morts, dont 12 enfants et 4 femmes, dans la ville syrienne d'Alep, selon l'OSDH."


def claims(text: str, name: str = "a.txt") -> list[Claim]:
    day = Interval.day(dt.date(2016, 3, 6))
    ident = document_id(name, text)
    return extract(
        Document(
            document=name, id=ident, text=text, sha256="", text_sha256="", origin="t", language="fr", published=day
        )
    )


def harms(text: str) -> list[Harm]:
    return [claim for claim in claims(text) if isinstance(claim, Harm)]


@pytest.mark.parametrize("text", [TOLD_TWICE, PARTS])
def test_the_same_text_gives_the_same_claims_with_the_same_ids(text: str) -> None:
    assert claims(text) == claims(text) != []


def test_ids_are_of_the_document_and_given_once() -> None:
    first, second = claims(PARTS), claims(PARTS, "b.txt")
    ids = [claim.id for claim in [*first, *second]]
    assert len(ids) == len(set(ids))


def test_what_stands_before_a_claim_does_not_change_its_id() -> None:
    later = claims("Le ciel était clair samedi.\n" + PARTS)
    assert {c.id for c in later if isinstance(c, Harm)} != set()
    known = document_id("a.txt", PARTS)
    assert all(c.document != known for c in later)


def test_a_figure_told_again_is_one_claim_with_a_mention() -> None:
    twelve = [h for h in harms(TOLD_TWICE) if h.count == 12]
    assert len(twelve) == 1
    assert twelve[0].start > TOLD_TWICE.index("\n"), "the sentence that tells most is the claim's"
    assert [TOLD_TWICE[a:b].lower().startswith("douze civils") for a, b in twelve[0].mentions] == [True]


def test_parts_name_the_claim_of_their_whole() -> None:
    found = harms(PARTS)
    whole = next(h for h in found if h.count == 30)
    parts = [h for h in found if h.part_of == whole.id]
    assert sorted((h.count, h.relation) for h in parts) == [(4, "subset"), (12, "subset")]
    assert whole.part_of is None


def test_figures_that_the_words_tell_apart_stay_apart() -> None:
    text = (
        "Un raid a tué 8 civils lundi à Alep, selon l'OSDH. Mardi, 8 soldats ont été tués en embuscade à Palmyre. "
        "Un autre raid a fait 8 morts mercredi à Idleb."
    )
    assert len([h for h in harms(text) if h.count == 8]) == 3


def test_claims_stand_in_the_order_of_the_text_and_quote_it() -> None:
    found = claims(TOLD_TWICE)
    assert [c.start for c in found] == sorted(c.start for c in found)
    assert all(TOLD_TWICE[c.start : c.end] == c.quote for c in found)


def test_what_another_mention_lent_is_explained_by_its_words() -> None:
    text = "Cinq morts dans une attaque des shebab à Mogadiscio\nCinq personnes ont été tuées lundi à Mogadiscio, selon la police."
    document = Document(document="d", id="d", text=text, sha256="", text_sha256="", origin="")
    found = [one for one in explain(document) if isinstance(one.claim, Harm)]
    assert found
    for one in found:
        assert ("by" in one.why) >= bool(one.claim.by)
        assert ("said_by" in one.why) >= bool(one.claim.said_by)


@pytest.mark.parametrize(
    "text",
    [
        "Quatre passants ont été tués samedi à Paris. Quatre assaillants sont morts.",
        "Trois clients ont péri samedi dans un attentat à Kaboul. Trois kamikazes sont morts, selon la police.",
        "Six personnes ont été tuées samedi à Nice. La police a abattu six terroristes.",
    ],
)
def test_those_who_were_hit_are_not_those_who_hit_them_though_they_are_as_many(text: str) -> None:
    assert [claim.victims == "armed" for claim in harms(text)] == [False, True]


def test_whom_an_army_killed_it_may_call_terrorists() -> None:
    (claim,) = harms(
        "Sept personnes ont été tuées samedi par l'armée à Rafah, en Egypte. Sept terroristes ont été tués."
    )
    assert claim.by == ["EGY"]


def test_the_chief_of_the_title_is_the_one_whom_the_text_names() -> None:
    text = (
        "Sahel: mort du chef de l'Etat islamique au Grand Sahara\nAbou Walid, chef du groupe Etat islamique au Grand Sahara, a été tué "
        "lundi par les forces françaises au Mali."
    )
    assert [claim.by for claim in claims(text) if isinstance(claim, Harm)] == [["FRA"]]


@pytest.mark.parametrize(
    "text",
    [
        "Six civils, parmi lesquels un enfant, ont été tués lundi à Alep, 22 autres à Idleb, dont 12 secouristes.",
        "Six civils ont été tués lundi à Alep et 22 à Idleb, dont 12 enfants.",
    ],
)
def test_a_part_is_of_the_figure_right_before_it(text: str) -> None:
    told = {claim.count: claim for claim in harms(text)}
    assert told[12].part_of == told[22].id
