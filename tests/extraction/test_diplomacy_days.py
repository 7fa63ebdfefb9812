"""The day of an act of diplomacy is that of the word, not of what somebody is accused of; the accused accuses nobody."""

import datetime as dt

import pytest

from vigie.extraction import extract
from vigie.values import Diplomacy, Document, Harm, Interval

DAY = Interval.day(dt.date(2021, 11, 26))  # a Friday


def _claims(text: str) -> list[object]:
    document = Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=DAY)
    return list(extract(document))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Kiev a accusé mercredi la Russie d'avoir bombardé lundi un hôpital à Marioupol, en Ukraine.", 24),
        ("Le Mali a accusé lundi la France d'avoir armé des groupes jihadistes en 2015.", 22),
        ("Kinshasa accuse le M23 d'avoir tué 50 civils mardi à Kishishe, en RDC.", 26),
        ("Washington a condamné jeudi l'attaque de mardi contre un convoi humanitaire en Somalie.", 25),
        ("Lundi, Kiev a accusé la Russie d'avoir bombardé dimanche un hôpital à Marioupol, en Ukraine.", 22),
    ],
)
def test_an_accusation_is_of_the_day_on_which_it_was_made(text: str, day: int) -> None:
    act = next(claim for claim in _claims(text) if isinstance(claim, Diplomacy))
    assert act.when is not None
    assert act.when.end == dt.date(2021, 11, day)


def test_the_deed_keeps_its_own_day() -> None:
    text = "L'ONU a accusé mardi les rebelles du M23 d'avoir tué 30 civils samedi à Rutshuru, en RDC."
    harm = next(claim for claim in _claims(text) if isinstance(claim, Harm))
    assert harm.when is not None
    assert harm.when.start == dt.date(2021, 11, 20)


@pytest.mark.parametrize(
    "text",
    [
        "La société civile de Djugu, en RDC, a accusé lundi les miliciens de la Codeco d'avoir tué 60 déplacés.",
        "Une association locale, citée par l'AFP, a accusé mardi les rebelles du M23 d'avoir tué 12 civils.",
    ],
)
def test_who_is_accused_of_killing_accuses_nobody(text: str) -> None:
    assert not any(isinstance(claim, Diplomacy) for claim in _claims(text))
