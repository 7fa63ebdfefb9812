"""Tolls that go on from a toll, tolls since an attack that nothing else dates, several acts of two days, reports."""

import datetime as dt

import events_told
import pytest

from vigie.values import Harm, Interval

DAY = dt.date(2018, 5, 17)  # a Thursday


def figure(text: str, count: int) -> Harm:
    return events_told.figure(text, count, DAY)


def since(month: int, day: int) -> Interval:
    return Interval(start=dt.date(2018, month, day), end=DAY)


GOES_ON = [
    "Depuis le 7 avril, dix-sept civils ont été tués à Derna, en Libye.\nL'armée avoue 57 morts.",
    "Depuis le 7 avril, dix-sept civils ont été tués à Derna, en Libye. L'armée avoue 57 morts dans ses rangs.",
    "Le ministère compte 100 tués depuis le 7 avril. Quelque 57 personnes ont été blessées.",
    "Les médecins ont recensé 300 morts depuis le 7 avril. En face, on reconnaît 57 morts.",
    "Depuis le début de l'offensive, le 7 avril, 300 rebelles sont morts. L'armée a perdu 57 soldats.",
    "L'offensive lancée le 7 avril a fait 300 morts. Selon l'ONU, 57 personnes ont été blessées.",
]


@pytest.mark.parametrize("text", GOES_ON)
def test_a_toll_goes_on_from_the_toll_before(text: str) -> None:
    found = figure(text, 57)
    assert (found.when, found.scope) == (since(4, 7), "period")


STOPS = [
    "Depuis le 7 avril, dix-sept civils ont été tués à Derna, en Libye. Mardi, 57 rebelles ont péri.",
    "Depuis le 7 avril, dix-sept civils ont été tués à Derna, en Libye. Un raid a fait 57 morts.",
    "Depuis le 7 avril, dix-sept civils ont été tués en Libye. A Sebha, 57 personnes ont été blessées.",
    "Lundi, dix-sept civils ont été tués à Derna, en Libye. L'armée avoue 57 morts.",
]


@pytest.mark.parametrize("text", STOPS)
def test_an_act_a_day_or_a_place_of_its_own_ends_the_toll(text: str) -> None:
    assert figure(text, 57).when != since(4, 7)


FROM_NEWS = [
    "Des jihadistes ont attaqué lundi le camp de Yarmouk, en Syrie.\nDepuis le début de l'attaque, 26 civils ont été tués.",
    "L'armée a bombardé lundi Alep, en Syrie.\nVingt-six morts ont été comptés depuis le début des raids.",
    "Des heurts ont éclaté lundi à Tripoli, au Liban.\nLe bilan est de 26 tués depuis le début des affrontements.",
    "Des mutins ont attaqué lundi la prison de Hassaké, en Syrie.\nUne ONG compte 26 morts depuis le début de la mutinerie.",
    "Lundi, des rebelles ont attaqué Goma, en RDC.\nDepuis le début des combats, 26 personnes ont péri.",
]


@pytest.mark.parametrize("text", FROM_NEWS)
def test_what_nothing_else_dates_counts_from_the_day_of_the_story(text: str) -> None:
    assert figure(text, 26).when == since(5, 14)


SEVERAL = [
    "Une cinquantaine de villageois ont été tués en trois jours autour de Palma, au Mozambique.",
    "L'armée afghane dit avoir tué 50 talibans en vingt-quatre heures.",
    "Au moins 50 personnes ont péri en deux jours à Kasese, en Ouganda.",
    "En 48 heures, 50 civils ont été tués dans la Ghouta, en Syrie.",
    "Un responsable parle de 50 morts au Baloutchistan, tous camps confondus.",
]


@pytest.mark.parametrize("text", SEVERAL)
def test_two_or_three_days_are_several_acts(text: str) -> None:
    assert figure(text, 50).scope == "several"


REPORTS = [
    "Point de situation n° 4 - Gouvernorat de Taëz (1er-14 mai)",
    "Période couverte : 1er au 14 mai 2018",
    "Bulletin de protection, du 1er au 14 mai",
    "Note sur le Yémen : tendances du 1er au 14 mai",
    "Yémen, suivi hebdomadaire (1er au 14 mai 2018)",
]


@pytest.mark.parametrize("heading", REPORTS)
def test_a_report_is_about_the_days_of_its_heading(heading: str) -> None:
    text = f"{heading}\nProtection. Au Yémen, 33 civils tués. Le 11 mai, un raid a fait 4 morts à Taëz."
    found = figure(text, 33)
    assert (found.when, found.scope) == (Interval(start=dt.date(2018, 5, 1), end=dt.date(2018, 5, 14)), "period")
    assert figure(text, 4).when == Interval.day(dt.date(2018, 5, 11))


def test_a_dispatch_with_days_in_its_title_is_no_report() -> None:
    found = figure(
        "Taëz: 40 morts du 1er au 14 mai\nLundi, un raid a fait 4 morts à Taëz, au Yémen. Neuf civils sont blessés.", 9
    )
    assert found.when == Interval.day(dt.date(2018, 5, 14))


OPENING = [
    "Le 3 mai, à Kagara, au Nigeria, 42 élèves ont été enlevés, tous relâchés mardi.",
    "Le 3 mai, 42 élèves ont été enlevés à Kagara, au Nigeria, où l'armée est arrivée mardi.",
    "Le 3 mai, des hommes armés ont enlevé 42 élèves à Kagara, au Nigeria, avant de les libérer mardi.",
    "Le 3 mai, 42 villageois ont été tués au Nigeria, un crime que l'ONU condamnait encore mardi.",
    "Jeudi 3 mai, 42 civils ont péri à Gao, au Mali, et le marché a rouvert mardi, selon un élu.",
]


@pytest.mark.parametrize("text", OPENING)
def test_a_day_that_opens_the_sentence_outdoes_one_behind_a_comma(text: str) -> None:
    assert figure(text, 42).when == Interval.day(dt.date(2018, 5, 3))


def test_a_day_number_is_of_the_month_that_goes_on() -> None:
    text = "Le 30 avril, une embuscade a fait deux morts à Gao, au Mali. Le 3, neuf civils ont été tués."
    assert figure(text, 9).when == Interval.day(dt.date(2018, 5, 3))


REVISED = [
    "Des bombes ont explosé samedi à Gao, au Mali. Le ministère a révisé mardi à 53 le nombre des morts.",
    "Des bombes ont explosé samedi à Gao, au Mali. Le bilan, revu mardi à la hausse, est de 53 morts.",
    "Samedi, un raid a visé Gao, au Mali. Le gouverneur a ramené mardi le bilan à 53 morts.",
    "Samedi, un raid a visé Gao, au Mali. Le bilan a été corrigé mardi: 53 morts.",
    "Un raid a visé Gao, au Mali, samedi. Le bilan s'est alourdi mardi à 53 morts.",
]


@pytest.mark.parametrize("text", REVISED)
def test_the_day_on_which_a_toll_was_revised_is_of_the_telling(text: str) -> None:
    found = figure(text, 53)
    assert (found.when, found.stated_on) == (Interval.day(dt.date(2018, 5, 12)), dt.date(2018, 5, 15))
