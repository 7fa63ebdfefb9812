"""The day on which a toll is told is not the day on which people died."""

import datetime as dt

import pytest

from vigie.extraction.extract import explain
from vigie.values import Document, Event, Harm, Interval

HEAD = "Iran: la contestation continue\nLes manifestations ont débuté le 15 novembre en Iran.\n"
MONDAY = Interval.day(dt.date(2019, 12, 2))


@pytest.mark.parametrize(
    "text",
    [
        "Lundi, Amnesty International a fait état de 208 morts.",
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


PAST = """Iran: 23 enfants tués lors des manifestations de novembre
Au moins 23 enfants ont été tués lors de la répression des manifestations de novembre, a affirmé mercredi une ONG.
Le mouvement avait éclaté le 15 novembre après une hausse du prix de l'essence et a été réprimé en quatre jours.
Selon l'ONG, 220 personnes ont été tuées en quatre jours dans la capitale.
Plus de 7.000 personnes ont été arrêtées.
En décembre, l'organisation avait fait état de 304 morts."""


def test_a_length_of_time_is_of_the_days_that_are_told_not_of_now() -> None:
    day = Interval.day(dt.date(2020, 3, 4))
    document = Document(id="t", document="t", text=PAST, sha256="", text_sha256="", origin="", published=day)
    told = {e.claim.count or e.claim.low: e.claim.when for e in explain(document) if isinstance(e.claim, Harm)}
    four_days = Interval(start=dt.date(2019, 11, 15), end=dt.date(2019, 11, 18))
    assert told[220] == told[7000] == told[304] == four_days


def test_days_told_beside_a_length_of_time_are_its_days() -> None:
    day = Interval.day(dt.date(2017, 6, 21))
    text = "Mi-mai, 150 personnes avaient été tuées en quatre jours à Bangassou, en Centrafrique."
    document = Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=day)
    when = next(e.claim.when for e in explain(document) if isinstance(e.claim, Harm))
    assert when is not None
    assert when.end.month == 5


def test_an_old_story_dates_its_lengths_of_time() -> None:
    text = (
        "Iran: plus de 300 morts dans la contestation de novembre\n"
        "Au moins 304 personnes ont été tuées en Iran lors des manifestations de novembre, a affirmé mercredi une ONG.\n"
        "Plus de 220 personnes ont été tuées en quatre jours dans la capitale, affirme l'ONG."
    )
    day = Interval.day(dt.date(2020, 5, 20))
    document = Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="t", published=day)
    told = {e.claim.count or e.claim.low: e.claim.when for e in explain(document) if isinstance(e.claim, Harm)}
    assert told[220] == Interval(start=dt.date(2019, 11, 1), end=dt.date(2019, 11, 30))


def test_a_fresh_story_counts_up_to_now() -> None:
    text = (
        "Centrafrique: 75 morts en trois jours à Bria\nAu moins 75 personnes sont mortes en trois jours à Bria, a "
        "indiqué mardi la Croix-Rouge.\nMi-mai, 150 personnes avaient été tuées à Bangassou."
    )
    day = Interval.day(dt.date(2017, 6, 21))
    document = Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="t", published=day)
    when = next(e.claim.when for e in explain(document) if isinstance(e.claim, Harm))
    assert when is not None
    assert when.end == day.end


@pytest.mark.parametrize(
    "text",
    [
        "Au moins 30 personnes ont été tuées mardi à Bagdad dans deux attentats. Le premier a fait 208 morts.",
        "Deux attentats ont visé Bagdad mardi. Le premier avait tué 208 passants, le second trois.",
        "Deux attaques ont secoué Bagdad mardi. Le premier était un attentat-suicide qui a fait 208 morts.",
    ],
)
def test_the_first_of_two_is_no_day_of_the_month(text: str) -> None:
    day = Interval.day(dt.date(2019, 2, 27))
    document = Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=day)
    told = [e.claim for e in explain(document) if isinstance(e.claim, Harm) and e.claim.count == 208]
    assert [claim.when for claim in told] == [Interval.day(dt.date(2019, 2, 26))]


@pytest.mark.parametrize(
    "text",
    [
        "Des combats ont été signalés lundi à Gao, au Mali, selon des habitants.",
        "Des tirs d'artillerie ont été rapportés lundi près de Donetsk, dans l'est de l'Ukraine.",
        "Des affrontements avaient été signalés lundi à Bria, en Centrafrique.",
    ],
)
def test_what_was_heard_of_on_a_day_took_place_on_it(text: str) -> None:
    day = Interval.day(dt.date(2019, 12, 6))
    document = Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=day)
    acts = [e.claim for e in explain(document) if isinstance(e.claim, Event)]
    assert [(act.when, act.place is not None and act.place.level != "country") for act in acts] == [(MONDAY, True)]
