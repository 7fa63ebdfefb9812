"""A bed of sentences in which actor and act stand apart: appositions, relative clauses, openers, stand-ins, passives."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from vigie.extraction import extract
from vigie.extraction.lexicon import entries
from vigie.values import Control, Diplomacy, Document, Interval, document_id

DAY = Interval.day(dt.date(2020, 5, 12))
RAID = "Des raids ont fait dix morts.\n"  # what makes the text one about a conflict
with (Path(__file__).parent / "clause_told.tsv").open(encoding="utf-8", newline="") as told:
    ROWS = list(csv.DictReader(told, delimiter="\t", quoting=csv.QUOTE_NONE))


def claims(text: str) -> set[tuple[str, str, str]]:
    """The kind, act and actor of what a sentence tells, read on 12 May 2020."""
    text = RAID + text
    found = extract(
        Document(
            document="d", id=document_id("d", text), text=text, published=DAY, sha256="", text_sha256="", origin=""
        )
    )
    acts = {("diplomacy", c.act, c.actor) for c in found if isinstance(c, Diplomacy)}
    return acts | {("control", c.change, c.actor or "") for c in found if isinstance(c, Control)}


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:60] for row in ROWS])
def test_who_acts_is_found_however_far_he_stands(row: dict[str, str]) -> None:
    """The act or the change is read with its actor."""
    assert (row["kind"], row["act"], row["actor"]) in claims(row["text"])


@pytest.mark.parametrize(
    "text",
    [
        "Une résolution condamnant la Russie a été mise au vote.",
        "Les équipements français, déployés au Yémen et entretenus par la France, sont vétustes.",
        "Téhéran a démenti avoir tiré des missiles.",
        "Les autorités afghanes ont renâclé à relâcher les 400 derniers insurgés, accusés ou condamnés pour des attentats.",
        "Un cessez-le-feu est entré en vigueur mardi à Gaza grâce à la médiation de l'Egypte.",
        "Le porte-parole de l'armée burundaise a soutenu que l'installation attaquée était un camp de l'armée somalienne.",
        "Emmanuel Macron a salué le courage des soldats.",
        "La milice, qui combat le maréchal Haftar, a menacé d'autres villages.",
    ],
)
def test_words_without_an_agent_tell_of_no_act(text: str) -> None:
    """A noun that condemns, another participle's agent, what is denied, homage to one's own."""
    assert not claims(text)


def test_a_regular_verb_is_known_in_all_its_tenses() -> None:
    """An infinitive in -er brings the forms that have no row of their own, with its value and features."""
    known = {e.form: e for e in entries("fr") if e.code == "G"}
    assert all(known[form].value == "ACCUSE" for form in ("condamnerait", "dénoncèrent", "dénonçait", "critiquera"))
    assert known["exigea"].feature("as") == "V"
    assert known["menaçant"].feature("as") == "G"
