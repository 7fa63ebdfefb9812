"""Whose a leader was who was killed: a group's, unless words say that he was a politician."""

import datetime as dt

import pytest

from vigie.extraction import extract
from vigie.values import Document, Event, Harm, Interval

DAY = Interval.day(dt.date(2021, 5, 12))


@pytest.mark.parametrize(
    ("text", "victims", "side", "target"),
    [
        ("Un responsable du Hamas a été tué mardi à Gaza.", "armed", "HAMAS", "HAMAS"),
        ("Deux dirigeants du Hezbollah ont été tués mardi à Tyr.", "armed", "HEZBOLLAH", "HEZBOLLAH"),
        ("Un responsable politique du Hezbollah a été tué mardi à Tyr.", "officials", None, "civilians"),
        ("Un responsable local a été tué mardi à Tyr.", "officials", None, "civilians"),
    ],
)
def test_a_leader_of_a_group_is_one_of_its_fighters(text: str, victims: str, side: str | None, target: str) -> None:
    document = Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=DAY)
    claims = extract(document)
    harm = next(claim for claim in claims if isinstance(claim, Harm))
    assert (harm.victims, harm.side) == (victims, side)
    assert next(claim for claim in claims if isinstance(claim, Event)).target == target
