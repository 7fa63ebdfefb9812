"""Days that open the entries of a chronology, and days that a paragraph hands on to its next sentences."""

import datetime as dt

import pytest

from vigie.extraction import extract
from vigie.values import Control, Document, Harm, Interval

DAY = dt.date(2018, 5, 17)  # a Thursday


def claims(text: str) -> list[object]:
    document = Document(
        document="t", id="t", text=text, sha256="", text_sha256="", origin="t", published=Interval.day(DAY)
    )
    return list(extract(document))


def day_of(text: str, count: int) -> Interval | None:
    return next(c.when for c in claims(text) if isinstance(c, Harm) and count in (c.count, c.low))


def april(day: int) -> Interval:
    return Interval.day(dt.date(2018, 4, day))


ENTRIES = [
    "Retour sur un mois.\n- Jeudi 12 avril. Les combats reprennent à Gao, au Mali. L'armée parle de 51 rebelles tués.\n",
    "Retour sur un mois.\n12 avril: les combats reprennent à Gao, au Mali. L'armée parle de 51 rebelles tués.\n",
    "Retour sur un mois.\n• 12 avril 2018 : un camp est attaqué à Gao, au Mali. Selon l'armée, 51 rebelles ont été tués.\n",
    "Retour sur un mois.\n12 avril – Un camp est attaqué à Gao, au Mali. Selon l'armée, 51 rebelles ont été tués.\n",
    "Retour sur un mois.\n12 avril 2018\nUn camp est attaqué à Gao, au Mali.\nSelon l'armée, 51 rebelles ont été tués.\n"
    "14 avril 2018\nLe calme revient.\n",
]


@pytest.mark.parametrize("text", ENTRIES)
def test_a_dated_entry_dates_its_sentences(text: str) -> None:
    assert day_of(f"{text}- Samedi 14. Trois civils sont tués à Kidal.", 51) == april(12)


def test_the_next_entry_has_its_own_day() -> None:
    text = "Retour.\n- Jeudi 12 avril. Les combats reprennent à Gao, au Mali.\n- Samedi 14. Une mine explose. Trois civils sont tués."
    assert day_of(text, 3) == april(14)


PARAGRAPHS = [
    "La ville de Gao, au Mali, a été prise samedi par les rebelles. D'après l'ONU, 200 civils ont été abattus.",
    "Samedi, des hommes armés ont attaqué Gao, au Mali. Un médecin compte 200 morts.",
    "Des obus sont tombés samedi sur Gao, au Mali. Le marché a brûlé. Quelque 200 habitants ont été blessés.",
    "Samedi, Gao, au Mali, a été bombardée. L'armée nie. Selon les secours, 200 personnes ont péri.",
    "Un raid a visé samedi un village près de Gao, au Mali. Les habitants ont enterré 200 civils tués.",
]


@pytest.mark.parametrize("text", PARAGRAPHS)
def test_a_paragraph_hands_its_day_on(text: str) -> None:
    lead = "Mali: mardi, un soldat a été tué par une mine à Kidal.\n"
    assert day_of(lead + text, 200) == Interval.day(dt.date(2018, 5, 12))


def test_what_is_told_of_years_ago_hands_nothing_on() -> None:
    text = "Mardi, un soldat a été tué par une mine à Kidal, au Mali.\nUn accord a été signé en mai 2015. L'ONU parle de 20 morts."
    assert day_of(text, 20) == Interval.day(dt.date(2018, 5, 15))


def test_a_gain_has_the_day_of_its_paragraph() -> None:
    text = "Samedi, les rebelles ont attaqué Gao, au Mali. Ils ont pris le contrôle de la ville."
    gains = [c for c in claims(text) if isinstance(c, Control)]
    assert [c.when for c in gains] == [Interval.day(dt.date(2018, 5, 12))]


LEAD = "Le maire n'en dort plus.\nLa ville est calme.\nLes rues sont vides.\nLes habitants attendent.\n"
FAR = [
    LEAD
    + "Des hommes armés ont attaqué Gao, au Mali, samedi.\nDes maisons ont brûlé.\nAu moins 115 personnes ont perdu la vie.",
    LEAD + "Samedi, une bombe a explosé à Gao, au Mali.\nLa mairie compte 115 blessés.",
    LEAD + "Un raid a visé samedi un marché de Gao, au Mali.\nL'armée nie.\nSelon les secours, 115 civils sont morts.",
    LEAD + "Les rebelles sont entrés samedi à Gao, au Mali, en tirant.\nUn médecin a compté 115 corps.",
    LEAD + "Une mine a tué samedi deux enfants à Gao, au Mali.\nDans un village voisin, 115 habitants ont été blessés.",
]


@pytest.mark.parametrize("text", FAR)
def test_a_story_whose_head_tells_no_day_has_the_last_one_told(text: str) -> None:
    assert day_of(text, 115) == Interval.day(dt.date(2018, 5, 12))


def test_thousands_are_not_of_the_last_day_told() -> None:
    text = (
        LEAD
        + "Des hommes armés ont attaqué Gao, au Mali, samedi.\nLa région est pauvre.\nLe fleuve est bas.\nLe marché a fermé.\nLes écoles aussi.\nLe pays compte 3.000 blessés."
    )
    assert day_of(text, 3000) != Interval.day(dt.date(2018, 5, 12))
