"""When it happened and what a figure totals: the event's day, not the telling's; stretches, wars, standing numbers."""

import datetime as dt

import pytest

from vigie.extraction import extract
from vigie.values import Document, Harm, Interval

PUBLISHED = dt.date(2016, 5, 12)  # a Thursday


def figures(text: str, published: Interval | None = None) -> list[Harm]:
    """The harm claims of a dispatch of that Thursday, or of other days."""
    day = published or Interval.day(PUBLISHED)
    document = Document(document="t", id="t", text=text, sha256="", text_sha256="", origin="t", published=day)
    return [claim for claim in extract(document) if isinstance(claim, Harm)]


def figure(text: str, count: int) -> Harm:
    return next(f for f in figures(text) if count in (f.count, f.low))


def may(first: int, last: int | None = None) -> Interval:
    return Interval(start=dt.date(2016, 5, first), end=dt.date(2016, 5, last or first))


TOLD = [
    ("Treize civils ont été tués samedi à Alep, a indiqué dimanche une ONG.", 13, may(7), 8),
    ("Selon un bilan publié mardi, quinze personnes ont été tuées dimanche à Hama, en Syrie.", 15, may(8), 10),
    ("L'armée a annoncé mercredi que dix soldats avaient été tués lundi à Homs, en Syrie.", 10, may(9), 11),
    ("Neuf civils ont péri lundi à Homs, a affirmé mardi dans un communiqué l'armée syrienne.", 9, may(9), 10),
    ("Six policiers ont été tués mardi à Bagdad, ont indiqué mercredi des sources médicales.", 6, may(10), 11),
    ("Cinq soldats ont été tués à Gao, au Mali, mardi, a déclaré jeudi un responsable.", 5, may(10), 12),
]


@pytest.mark.parametrize(("text", "count", "when", "stated"), TOLD)
def test_the_day_of_the_telling_is_not_the_day_of_the_event(text: str, count: int, when: Interval, stated: int) -> None:
    found = figure(text, count)
    assert (found.when, found.stated_on) == (when, dt.date(2016, 5, stated))


def test_only_the_day_of_the_telling_leaves_the_two_days_up_to_it() -> None:
    found = figure("Treize civils ont été tués à Alep, a indiqué mardi une ONG.", 13)
    assert (found.when, found.when_basis, found.stated_on) == (may(9, 10), "assumed", dt.date(2016, 5, 10))


OWN = [
    ("Un premier soldat turc a été tué depuis le début de l'année mardi à Cizre, en Turquie.", 1, may(10)),
    ("Vingt civils ont péri lundi à Alep, le bilan le plus lourd depuis 2014.", 20, may(9)),
    ("Sept civils ont été tués lundi dans les quartiers d'Alep, assiégés depuis plusieurs mois.", 7, may(9)),
    (
        "Quatre soldats ont péri mardi à Alep, combats les plus violents depuis que la trêve a pris fin le 22 avril.",
        4,
        may(10),
    ),
    ("Des combats ont éclaté lundi à Gao, au Mali. Trois civils ont été blessés.", 3, may(9)),
    ("Mardi, dix civils ont été tués à Alep. La veille, quatre autres avaient péri.", 4, may(9)),
    ("DAMAS, 11 mai 2016 (Agence Nord) - Vingt civils ont été tués lundi à Alep, selon une ONG.", 20, may(9)),
    ("Deux soldats ont été tués dans la nuit de lundi à mardi à Diffa, au Niger.", 2, may(9, 10)),
    ("Israël a répliqué lundi en bombardant Gaza, tuant dix personnes.", 10, may(9)),
    ("L'armée turque a répondu lundi par des tirs qui ont tué dix rebelles à Idleb, en Syrie.", 10, may(9)),
    ("Dix civils ont péri à Idleb, en Syrie, a répliqué lundi Moscou.", 10, may(8, 9)),
    ("Lundi, avant l'attaque, l'armée avait lancé un assaut à Idleb, en Syrie, tuant dix rebelles.", 10, may(9)),
]


@pytest.mark.parametrize(("text", "count", "when"), OWN)
def test_the_event_has_its_own_day(text: str, count: int, when: Interval) -> None:
    assert figure(text, count).when == when


def test_a_sentence_of_the_past_dates_only_its_own_dead() -> None:
    text = (
        "Des combats ont fait dix morts lundi à Gao, au Mali. En février 2014, un raid à Kidal avait tué cinq soldats. "
        "«Il y a trois blessés», a indiqué jeudi un responsable."
    )
    assert figure(text, 5).when == Interval(start=dt.date(2014, 2, 1), end=dt.date(2014, 2, 28))
    assert figure(text, 3).when == may(9)


def test_the_dead_of_the_sentence_before_have_its_day() -> None:
    text = "Une bombe avait frappé le 26 janvier un marché de Homs, en Syrie. Vingt personnes y avaient péri."
    assert figure(text, 20).when == Interval.day(dt.date(2016, 1, 26))


FRESH = [
    (Interval.day(PUBLISHED), may(11, 12)),
    (may(10, 12), may(9, 12)),
    (Interval(start=dt.date(2016, 4, 1), end=PUBLISHED), None),
]


@pytest.mark.parametrize(("published", "when"), FRESH)
def test_fresh_news_without_a_day_is_assumed_only_where_publication_is_known(
    published: Interval, when: Interval | None
) -> None:
    assert figures("Quatre policiers ont été tués à Bagdad, en Irak.", published)[0].when == when


SCOPES = [
    ("Des raids aériens ont tué trente civils mardi sur un marché de Douma, en Syrie.", 30, "incident"),
    ("Une série de raids a tué trente civils mardi à Douma, en Syrie.", 30, "incident"),
    ("Douze personnes ont été tuées lundi par une bombe à Bagdad, en Irak.", 12, "incident"),
    ("Un officier a été tué début avril à Kidal, au Mali.", 1, "incident"),
    ("Mi-avril, quarante soldats ont été tués à Gao, au Mali.", 40, "incident"),
    ("Des raids aériens ont tué trente civils mardi à Alep.", 30, "several"),
    ("Quarante civils ont été tués mardi dans différents bombardements dans la province d'Alep.", 40, "several"),
    ("Une série d'attentats a fait 150 morts dimanche en Syrie.", 150, "several"),
    ("Les rebelles ont tué dix civils mardi dans des villages de la province d'Alep.", 10, "several"),
    ("Douze civils ont été tués mardi dans plusieurs localités de la province d'Alep.", 12, "several"),
    ("Des rebelles ont brûlé plusieurs villages et tué douze civils lundi près de Béni, en RDC.", 12, "incident"),
    ("Quelque 400 civils ont été tués depuis le 1er avril à Alep.", 400, "period"),
    ("Des centaines de civils ont été tués ces derniers mois au Nigeria.", 200, "period"),
    ("Des attaques récurrentes ont fait plusieurs dizaines de morts au Mali.", 20, "period"),
    ("La guerre en Syrie a fait plus de 300.000 morts.", 300000, "war"),
    ("Cette mort porte à 18 le nombre de soldats français tués au Mali depuis 2013.", 18, "war"),
    ("Au total, 17 soldats français sont morts dans l'opération Barkhane depuis 2013.", 17, "war"),
    ("Plus de 40.000 personnes sont assiégées à Madaya, en Syrie.", 40000, "state"),
    ("Le camp abrite 12.000 déplacés près d'Alep, en Syrie.", 12000, "state"),
    ("L'offensive lancée lundi a chassé 6.000 habitants de Hama, en Syrie.", 6000, "incident"),
]


@pytest.mark.parametrize(("text", "count", "scope"), SCOPES)
def test_what_a_figure_totals(text: str, count: int, scope: str) -> None:
    assert figure(text, count).scope == scope


def test_a_toll_since_a_mission_began_counts_from_its_first_day() -> None:
    found = figure("Au total, 17 soldats sont morts dans les opérations Serval (2013) et Barkhane (depuis 2014).", 17)
    assert found.when == Interval(start=dt.date(2013, 1, 1), end=PUBLISHED)


def test_a_standing_number_holds_now() -> None:
    found = figure("Plus de 40.000 personnes sont assiégées à Madaya, en Syrie.", 40000)
    assert (found.scope, found.when, found.when_basis) == ("state", may(11, 12), "assumed")


def test_a_subject_taken_up_keeps_its_stretch_of_time() -> None:
    text = (
        "Depuis plusieurs semaines, les groupes armés multiplient les attaques en Centrafrique. "
        "Selon l'ONU, ils ont tué au moins 60 villageois. Lundi, huit gendarmes sont morts à Bambari."
    )
    assert figure(text, 60).when == Interval(start=dt.date(2016, 4, 28), end=PUBLISHED)
    assert figure(text, 60).scope == "period"


def test_the_toll_of_a_conflict_counts_from_its_start() -> None:
    text = "L'armée a bombardé Alep lundi, tuant deux civils. Le conflit syrien a fait des centaines de morts."
    found = figure(text, 200)
    assert found.when == Interval(start=dt.date(2011, 3, 15), end=PUBLISHED)
    assert found.scope == "war"


def test_a_day_ahead_is_not_that_of_the_dead() -> None:
    text = "Le président se rendra samedi à Niamey pour rendre hommage aux 71 soldats ayant récemment péri à Inates."
    found = figure(text, 71)
    assert found.when is None or found.when.end <= PUBLISHED


def test_the_same_period_is_the_one_told_before() -> None:
    text = (
        "Entre janvier et mars, 531 civils ont été tués en Ituri. L'armée a tué 17 civils au cours de la même période."
    )
    assert (
        figure(text, 17).when == figure(text, 531).when == Interval(start=dt.date(2016, 1, 1), end=dt.date(2016, 3, 31))
    )


@pytest.mark.parametrize(
    ("text", "count", "when"),
    [
        ("L'attentat de lundi à Kerbala, en Irak, a fait douze morts, selon un bilan fourni mercredi.", 12, may(9)),
        (
            "Des éleveurs ont tué 24 villageois dans l'Etat du Plateau, où des violences avaient fait 200 morts en mars.",
            24,
            may(11, 12),
        ),
    ],
)
def test_the_day_of_something_else_in_the_sentence_is_not_meant(text: str, count: int, when: Interval) -> None:
    assert figure(text, count).when == when
