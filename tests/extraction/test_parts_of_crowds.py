"""«deux d'entre eux»: of those told last, be they a crowd that nobody counted; two of another day are others."""

import datetime as dt

from vigie.extraction import extract
from vigie.values import Document, Harm, Interval


def harms(text: str) -> list[Harm]:
    day = Interval.day(dt.date(2021, 5, 12))
    document = Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=day)
    return [c for c in extract(document) if isinstance(c, Harm)]


def test_some_of_a_crowd_are_no_part_of_the_toll_before_it() -> None:
    text = "Le M23 a tué 1.000 civils en RDC.\nA Goma, la police a dispersé des manifestants. Deux d'entre eux ont été tués."
    toll, dead = harms(text)
    assert dead.part_of != toll.id
    assert dead.by != ["M23"]


def test_some_of_the_dead_are_a_part_of_them() -> None:
    whole, part = harms("Vingt civils ont été tués lundi à Goma, en RDC. Deux d'entre eux étaient des enfants.")[:2]
    assert part.part_of == whole.id


def test_two_dead_of_another_day_are_others() -> None:
    text = (
        "Deux soldats français ont été tués samedi au Mali par l'explosion d'une mine près de Ménaka.\n"
        "A Gao, des hommes ont attaqué un village. Deux de leurs éclaireurs avaient été tués jeudi par les habitants."
    )
    assert [claim.count for claim in harms(text)].count(2) == 2
