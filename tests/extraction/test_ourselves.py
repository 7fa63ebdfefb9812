"""«Nous», «nos forces», «sous notre contrôle»: who speaks did it, holds it, lost them, unless a mere source speaks."""

import datetime as dt

import pytest

from vigie.extraction import extract
from vigie.values import Claim, Control, Document, Event, Harm, Interval

DAY = Interval.day(dt.date(2016, 5, 12))


def claims(text: str) -> list[Claim]:
    return extract(Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=DAY))


DID = [
    ("«Nos forces ont tué 20 jihadistes à Ménaka», a déclaré le porte-parole de l'armée malienne.", "MLI"),
    ("«Nous avons tué 20 soldats à Kidal», a affirmé à l'AFP un porte-parole du MNLA.", "MNLA"),
    ("Le porte-parole des talibans a affirmé : «nos moudjahidine ont tué 20 soldats afghans à Kunduz».", "TALIBAN"),
    ("«Nous avons mené des frappes sur Ménaka, tuant 20 jihadistes», a dit le ministre malien de la Défense.", "MLI"),
    ("D'après un officier malien, «nos hommes ont abattu 20 assaillants à Gao».", "MLI"),
]
LOST = [
    ("Le MNLA a assuré que Kidal tenait. «Nous avons perdu deux hommes», a ajouté son porte-parole.", "MNLA"),
    ("«Deux de nos combattants ont été tués à Kidal», a dit un porte-parole du MNLA.", "MNLA"),
    ("«Deux de nos soldats sont morts à Gao», a indiqué un officier malien.", "MLI"),
]
HOLD = [
    ("«Falloujah est entièrement sous notre contrôle», a affirmé un général irakien.", "holds", "IRQ"),
    ("«Nous contrôlons la ville de Kidal», a affirmé un porte-parole du MNLA.", "holds", "MNLA"),
    ("«Nous avons repris la ville de Ménaka», a dit un officier malien.", "captured", "MLI"),
    ("«Nos troupes sont entrées dans Ménaka», a dit un officier malien.", "captured", "MLI"),
]
SOURCES = [
    "«Nous avons compté 20 morts à Djibo», a dit un habitant.",
    "«Nous avons soigné 20 blessés à Djibo», a dit un médecin.",
    "«Nos équipes ont relevé 20 corps à Djibo», a déclaré la Croix-Rouge.",
    "«Nous avons recensé 20 civils tués à Idleb», a affirmé l'OSDH.",
]


SUFFERED = [
    "«Ils nous ont bombardés ce matin à Kidal», a dit un porte-parole du MNLA.",
    "«On nous a attaqués à Kidal», a affirmé un chef du MNLA.",
    "«Les hélicoptères nous ont mitraillés à Kidal», a raconté un commandant du MNLA.",
    "«Ils nous bombardent depuis ce matin à Kidal», a dit un porte-parole du MNLA.",
]


@pytest.mark.parametrize("text", SUFFERED)
def test_who_says_they_did_it_to_us_did_nothing(text: str) -> None:
    assert [c.by for c in claims(text) if isinstance(c, Event) and "MNLA" in c.by] == []


@pytest.mark.parametrize(("text", "actor"), DID)
def test_who_says_we_did_it(text: str, actor: str) -> None:
    assert [(c.by, c.said_by) for c in claims(text) if isinstance(c, Harm) and c.count == 20] == [([actor], [actor])]


@pytest.mark.parametrize(("text", "actor"), LOST)
def test_who_says_we_lost_them(text: str, actor: str) -> None:
    assert [(c.side, c.victims) for c in claims(text) if isinstance(c, Harm)] == [(actor, "armed")]


@pytest.mark.parametrize(("text", "change", "actor"), HOLD)
def test_who_says_we_hold_it(text: str, change: str, actor: str) -> None:
    assert [(c.change, c.actor) for c in claims(text) if isinstance(c, Control)] == [(change, actor)]


@pytest.mark.parametrize("text", SOURCES)
def test_sources_that_say_we_did_nothing(text: str) -> None:
    assert [c.by for c in claims(text) if isinstance(c, Harm)] == [[]]
