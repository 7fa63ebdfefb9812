"""Where and when: what a sentence only recalls, what witnesses call «ce matin», what lies far from a town that is named."""

import datetime as dt

import pytest
from events_told import claims, figure

from vigie.extraction import understand
from vigie.values import Control, Document, Event, Harm, Interval, document_id

DAY = dt.date(2020, 5, 13)  # a Wednesday
NEWS = "Huit civils ont été tués lundi à Gossi. "
RECALLED = [  # text, dead, place, first and last day
    ("C'est l'attaque la plus meurtrière depuis celle d'Inates en décembre 2019, qui avait fait 60 morts.", 60, "Inatès", "2019-12-01", "2019-12-31"),
    ("C'est le premier attentat depuis celui de Bamako en 2015 (22 morts).", 22, "Bamako", "2015-01-01", "2015-12-31"),
    ("Il s'agit de la pire tuerie depuis le massacre d'Ogossagou, en mars 2019, où 160 personnes avaient péri.", 160, "Ogossagou", "2019-03-01", "2019-03-31"),
    ("L'embuscade survient six mois après l'attaque d'Indelimane (53 morts).", 53, "Indelimane", "2019-10-28", "2019-11-28"),
    ("Le drame intervient une semaine jour pour jour après un raid qui avait fait neuf morts à Douentza.", 9, "Douentza", "2020-05-03", "2020-05-09"),
    ("Ce massacre survient au lendemain d'une embuscade à Ansongo (sept morts).", 7, "Ansongo", "2020-05-12", "2020-05-12"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dead", "place", "first", "last"), RECALLED)
def test_recalled(text: str, dead: int, place: str, first: str, last: str) -> None:
    """An attack of old keeps its own place and days, and is one incident."""
    told = figure(NEWS + text, dead, DAY)
    assert told.place is not None
    assert told.when is not None
    assert (told.place.name, told.scope) == (place, "incident")
    assert dt.date.fromisoformat(first) <= told.when.start <= told.when.end <= dt.date.fromisoformat(last)


@pytest.mark.parametrize(("text", "dead", "place", "first", "last"), RECALLED)
def test_news_beside_the_recalled(text: str, dead: int, place: str, first: str, last: str) -> None:
    """The news keeps its own."""
    told = figure(NEWS + text, 8, DAY)
    assert told.place is not None
    assert told.when is not None
    assert (told.place.name, told.when.start) == ("Gossi", dt.date(2020, 5, 11))
    assert first <= last
    assert (dead, place) != (8, "Gossi")


@pytest.mark.parametrize(
    ("text", "dead", "start"),
    [
        ("L'armée a perdu 40 soldats depuis l'attaque de Gossi du 3 mars.", 40, "2020-03-03"),
        ("Plus de 200 civils ont été tués à Gossi depuis l'attaque du 3 mars.", 200, "2020-03-03"),
        ("Plus de 200 civils ont été tués depuis janvier 2020 au Mali.", 200, "2020-01-01"),
        ("L'offensive lancée par l'armée a tué plus de 90 civils depuis la mi-mars à Gossi.", 90, "2020-03-15"),
        ("La campagne déclenchée par les rebelles a fait 120 morts depuis le 4 janvier au Mali.", 120, "2020-01-04"),
    ],
)
def test_still_counted_since(text: str, dead: int, start: str) -> None:
    """What is counted from an attack on is a total up to now."""
    told = figure(text, dead, DAY)
    assert told.when is not None
    assert (told.when.start.isoformat(), told.when.end, told.scope) == (start, DAY, "period")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Dès le lendemain de l'attaque du 4 mai à Gossi, l'armée a bombardé Douentza.", 5),
        ("Au lendemain de l'attentat du 4 mai à Gossi, l'aviation a bombardé Douentza.", 5),
        ("L'aviation a bombardé Douentza trois jours après l'attaque du 4 mai à Gossi.", 7),
        ("L'armée a bombardé Douentza mardi, deux jours après l'attaque de Gossi.", 12),
    ],
)
def test_days_after(text: str, day: int) -> None:
    """What answers an attack has a day and a place of its own."""
    told = next(c for c in claims(text, DAY) if isinstance(c, Event) and "bombardé" in c.quote)
    assert told.place is not None
    assert told.when is not None
    assert (told.place.name, told.when.start, told.when.end) == (
        "Douentza",
        dt.date(2020, 5, day),
        dt.date(2020, 5, day),
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ('Six paysans sont morts mardi à Gossi. "Ce sont des bandits qui nous ont attaqués ce matin", dit un habitant.', 12),
        ('Six soldats sont morts lundi à Gossi. "Hier soir, notre poste a été attaqué", a dit mardi un officier.', 11),
        ('"Hier soir, notre poste a été attaqué à Gossi", a dit mardi un officier.', 11),
        ('Le poste de Gossi a été attaqué dimanche. "Nous avons été attaqués aujourd\'hui", a écrit l\'armée.', 10),
        ('"Notre poste a été attaqué ce matin à Gossi", a dit un officier.', 13),
        ('Six paysans sont morts mardi à Gossi. "Une autre attaque a fait deux morts ce matin à Douentza", a dit un élu.', 13),
        ("Six paysans sont morts mardi à Gossi. L'armée a bombardé ce matin des jihadistes.", 13),
    ],
)  # fmt: skip
def test_in_a_witness_words(text: str, day: int) -> None:
    """«ce matin» is counted from the speech; of another act, or out of quotation marks, from publication."""
    told = [c for c in claims(text, DAY) if isinstance(c, Event)]
    assert {c.when.end.day for c in told[-1:] if c.when} == {day}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Un policier a été tué à Gao. Deux soldats ont été blessés dimanche à Mopti.", (12, 13)),
        ("Un policier a été tué à Gao, a annoncé mardi la police. A Mopti, deux soldats ont péri samedi.", (11, 12)),
        ("Un policier a été tué à Gao. L'attaque s'est produite dimanche près de Gossi.", (10, 10)),
        ("Un policier a été tué à Gao. Les assaillants ont attaqué dimanche un barrage.", (10, 10)),
    ],
)
def test_first_sentence_without_a_day(text: str, days: tuple[int, int]) -> None:
    """A later sentence's day is that of what it tells of its own place."""
    told = figure(text, 1, DAY)
    assert told.when is not None
    assert (told.when.start.day, told.when.end.day) == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Huit soldats ont été tués dans la nuit de mardi à mercredi 11 mai 2022 à Dapaong.", "2022-05-10"),
        ("Dans la nuit du samedi au dimanche 30 mai 2021, huit soldats sont morts à Dapaong.", "2021-05-29"),
    ],
)
def test_night_of_an_undated_text(text: str, day: str) -> None:
    """Two weekdays, of which the second has a date."""
    told = figure(text, 8, None)  # type: ignore[arg-type]
    assert told.when is not None
    assert told.when.start.isoformat() == day


def test_over_the_weekend() -> None:
    """«dans la journée» behind a weekend is on it."""
    text = (
        "Au cours du week-end, un soldat a été tué à Gao. Plus tard dans la journée, trois policiers ont été blessés."
    )
    told = figure(text, 3, DAY)
    assert told.when is not None
    assert (told.when.start.day, told.when.end.day) == (9, 10)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Six soldats ont été tués à Konduga, à 35 km de la capitale régionale, Maiduguri.", "Konduga"),
        ("Six soldats ont été tués à Konduga, non loin de la capitale de l'Etat, Maiduguri.", "Konduga"),
        ("Six soldats ont été tués à Mozogo, à une vingtaine de km du chef-lieu, Mora.", "Mozogo"),
        ("Six soldats ont été tués à Konduga (à 35 km de la capitale régionale, Maiduguri).", "Konduga"),
        ("A 35 km de la capitale régionale, Konduga a été attaquée : six soldats ont été tués.", "Konduga"),
        ("Six soldats ont été tués dans la capitale régionale, Maiduguri.", "Maiduguri"),
        ("Six soldats ont été tués près de la capitale régionale, Maiduguri.", "Maiduguri"),
        ("Six soldats ont été tués à Mahuta, dans l'Etat de Katsina, au Nigeria.", "Mahuta"),
        ("Six soldats ont été tués à Yelwa, dans l'Etat de Plateau, au Nigeria.", "Yelwa"),
        ("Six soldats ont été tués près de Ménaka, dans la région de Gao, au Mali.", "Ménaka"),
        ("Six soldats ont été tués dans le quartier de Tayaran à Mossoul.", "Tayaran"),
    ],
)
def test_place(text: str, place: str) -> None:
    """The place told, not the town that it is measured from, nor its namesake elsewhere."""
    told = figure(text, 6, DAY)
    assert told.place is not None
    assert told.place.name == place


def test_quarter_of_the_town_told() -> None:
    """A quarter known in Bagdad, told of Mossoul, lies in Mossoul."""
    for text in ("dans le quartier de Tayaran à Mossoul", "à Mossoul, dans le quartier de Tayaran"):
        told = figure(f"Six soldats ont été tués {text}.", 6, DAY)
        assert told.place is not None
        assert abs(told.place.lat - 36.34) < 0.2


def test_where_they_come_from() -> None:
    """A bus of pilgrims from a town was not hit there."""
    told = figure("Un attentat contre un bus de pèlerins de Kerbala a fait dix morts mardi.", 10, DAY)
    assert told.place is None


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("La ville de Taëz est partagée entre des quartiers nord tenus par les Houthis et des quartiers sud aux mains de l'armée.", ["Taëz (nord)", "Taëz (sud)"]),
        ("Des combats ont éclaté à Alep. Les quartiers ouest sont sous contrôle du régime.", ["Alep (ouest)"]),
        ("L'armée syrienne contrôle l'ouest, les rebelles tiennent le nord.", ["Syrie (nord)", "Syrie (ouest)"]),
    ],
)  # fmt: skip
def test_sides_of_a_town(text: str, places: list[str]) -> None:
    """«les quartiers nord» are the town's, «le nord» is the country's."""
    ident = document_id("d", text)
    document = Document(
        document="d", id=ident, text=text, published=Interval.day(DAY), sha256="", text_sha256="", origin=""
    )
    told = [c for c in understand(document).claims if isinstance(c, Control) and c.place]
    assert sorted(c.place.name for c in told if c.place) == places


def test_harm_and_event_of_a_recalled_attack() -> None:
    """Where the attack recalled is an event of its own, it has its victims' place."""
    told = claims(NEWS + "Trois semaines plus tôt, une embuscade à Ansongo avait fait sept morts.", DAY)
    assert {c.place.name for c in told if isinstance(c, Harm) and c.place} == {"Gossi", "Ansongo"}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Un attentat a visé lundi un marché de Karrada, à Bagdad. L'autre attentat a frappé la place Tahrir.", 2),
        ("Un attentat a visé lundi un marché à Bagdad. L'attentat a fait dix morts.", 1),
        ("D'un côté comme de l'autre, l'attaque de lundi à Bagdad est condamnée. Dix personnes ont été tuées.", 1),
    ],
)
def test_the_other_one(text: str, places: int) -> None:
    """«l'autre attentat» is the second of two."""
    assert len({c.place.name for c in claims(text, DAY) if isinstance(c, Event) and c.place}) == places


def test_as_many_far_away_are_others() -> None:
    """Of a first figure without a place of its own, the same number told of a far town is another count."""
    text = (
        "Des soldats sont entrés mardi à Ménaka, au Mali. Une trentaine d'hommes y ont été tués, selon un élu. "
        "En mars, une vidéo avait montré les corps d'une trentaine de personnes à Nioro."
    )
    told = [(c.count, c.place and c.place.name) for c in claims(text) if isinstance(c, Harm)]
    assert told == [(30, "Ménaka"), (30, "Nioro")]
