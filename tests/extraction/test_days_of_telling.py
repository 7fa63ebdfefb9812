"""The day on which a toll is told is not the day on which people died."""

import datetime as dt

import pytest

from vigie.extraction.extract import explain
from vigie.values import Document, Harm, Interval

HEAD = "Iran: la contestation continue\nLes manifestations ont débuté le 15 novembre en Iran.\n"
MONDAY = Interval.day(dt.date(2019, 12, 2))


@pytest.mark.parametrize(
    "text",
    [
        "Lundi, Amnesty International a fait état de 208 morts.",
        "Lundi, Washington a accusé Téhéran d'avoir tué plus de 208 personnes.",
        "Amnesty International a porté lundi son bilan à 208 morts.",
        'La justice iranienne a qualifié lundi de "mensonges" le bilan de 208 morts.',
        "L'ONU s'est dite lundi \"alarmée\" par la mort de 208 personnes.",
        "L'ONU s'est alarmée lundi de la mort de 208 personnes.",
    ],
)
def test_a_day_of_telling_dates_no_dead(text: str) -> None:
    day = Interval.day(dt.date(2019, 12, 6))
    document = Document(id="t", document="t", text=HEAD + text, sha256="", text_sha256="", origin="", published=day)
    told = [e for e in explain(document) if isinstance(e.claim, Harm) and 208 in (e.claim.count, e.claim.low)]
    assert told
    assert all(e.claim.when != MONDAY for e in told)
