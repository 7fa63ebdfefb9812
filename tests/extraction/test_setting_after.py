"""«Deux jours après l'attentat»: what stands behind «après» happened so long before the day told."""

import datetime as dt

import pytest

from vigie.extraction import extract
from vigie.times import event_before, find_times
from vigie.values import Control, Document, Event, Harm, Interval

DAY = Interval.day(dt.date(2018, 5, 17))  # a Thursday


def claims(text: str) -> list[object]:
    document = Document(document="t", id="t", text=text, sha256="", text_sha256="", origin="t", published=DAY)
    return list(extract(document))


def may(first: int, last: int | None = None) -> Interval:
    return Interval(start=dt.date(2018, 5, first), end=dt.date(2018, 5, last or first))


TOLD = [
    (
        "Deux jours après l'attentat qui a tué vingt élèves à Bogota, le président a rompu mercredi les pourparlers.",
        may(14),
    ),
    ("Le ministre est arrivé mardi à Gao, quatre jours après l'attaque qui a fait 20 morts.", may(11)),
    ("Trois jours après le massacre de 20 villageois à Béni, l'armée promet une enquête.", may(14)),
    (
        "Une semaine après l'explosion qui a coûté la vie à 20 personnes à Mogadiscio, la ville est en deuil.",
        may(7, 13),
    ),
    ("Vingt-quatre heures après l'embuscade qui a tué 20 soldats près de Gao, l'armée se taisait.", may(16)),
    ("Quelques jours après le raid qui a tué 20 civils à Hodeida, le port a rouvert.", may(7, 15)),
]


@pytest.mark.parametrize(("text", "when"), TOLD)
def test_what_happened_before(text: str, when: Interval) -> None:
    found = claims(text)
    assert [c.when for c in found if isinstance(c, Harm) and c.count == 20] == [when]
    assert {c.when for c in found if isinstance(c, Event)} <= {when}


def test_a_gain_and_what_came_after_it() -> None:
    text = "Deux jours après la prise de Gao par les rebelles, un raid a tué mercredi dix civils."
    found = claims(text)
    assert [c.when for c in found if isinstance(c, Control)] == [may(14)]
    assert [c.when for c in found if isinstance(c, Harm)] == [may(16)]


def test_a_day_told_with_it_wins() -> None:
    found = claims("Deux jours après l'attaque de lundi à Gao, qui a fait dix morts, le calme régnait.")
    assert {c.when for c in found if isinstance(c, Harm)} == {may(14)}


def test_only_what_came_after_something_is_worked_out() -> None:
    words = {
        m.text: m for m in find_times("Deux mois avant le vote, une heure plus tard, trois ans après le raid.", DAY)
    }
    told = [event_before(mention, DAY) for mention in words.values()]
    assert told == [None, None, Interval(start=dt.date(2015, 4, 2), end=dt.date(2015, 7, 1))]
