"""Quarters that no table has lie in their town; a side of a land may have an adjective before its name."""

import pytest

from vigie.places import find_places
from vigie.values import Place

KABUL, GAO = (34.5, 69.2), (16.3, 0.0)


def _place(text: str, said: str) -> Place | None:
    mentions = find_places(text)
    found = [m for m in mentions if m.text == said]
    assert found, [m.text for m in mentions]
    return found[0].place


@pytest.mark.parametrize(
    ("text", "said", "town"),
    [
        ("Afghanistan: une bombe à Kaboul. Elle a sauté dans le quartier de Zarkoubad.", "quartier de Zarkoubad", KABUL),
        ("A Kaboul, une bombe a sauté dans le quartier chiite de Mirandol.", "quartier chiite de Mirandol", KABUL),
        ("Une bombe a sauté dans le quartier Mirandol, à Kaboul.", "quartier Mirandol", KABUL),
        # The town of the sentence before the one told more often.
        ("Kaboul attend. Kaboul a peur. A Gao, au Mali, on tire dans le quartier de Zaroubel.", "quartier de Zaroubel", GAO),
        # Not the one told in passing, beside which something was.
        ("On tire à Kaboul. A 40 km de Herat, une mine. Le quartier de Mirandol brûle.", "quartier de Mirandol", KABUL),
        # Called after a country or a far town.
        ("A Kaboul, en Afghanistan, on parle du quartier de Koweït.", "quartier de Koweït", KABUL),
        ("A Kaboul, en Afghanistan, ils tiennent le quartier de Koweït.", "quartier de Koweït", KABUL),
        ("A Kaboul, en Afghanistan, ils tiennent le quartier de Mampong.", "quartier de Mampong", KABUL),
    ],
)  # fmt: skip
def test_a_quarter_that_no_table_has_is_somewhere_in_its_town(text: str, said: str, town: tuple[float, float]) -> None:
    place = _place(text, said)
    assert place is not None
    assert (round(place.lat, 1), round(place.lon, 1)) == town
    assert (place.level, place.name) == ("quarter", said.split()[-1])


def test_of_two_towns_none_is_guessed() -> None:
    place = _place(
        "On tire à Kaboul. A Gao, au Mali, on a peur. Le quartier de Mirandol brûle.", "quartier de Mirandol"
    )
    assert place is None or place.level != "quarter"


def test_a_quarter_that_a_table_has_stays_where_it_is() -> None:
    place = _place("Yémen: des tirs à Sanaa, dans le quartier de Hadda.", "le quartier de Hadda")
    assert place is not None
    assert ">" not in place.id


def test_a_quarter_of_a_town_is_that_town() -> None:
    place = _place("Les jihadistes ne tiennent plus qu'un quartier de Mossoul.", "quartier de Mossoul")
    assert place is not None
    assert place.name == "Mossoul"


def test_a_quarter_without_any_town_is_nowhere() -> None:
    assert _place("Deux personnes ont été tuées dans le quartier de Mampong.", "quartier de Mampong") is None


@pytest.mark.parametrize(
    ("text", "said", "name"),
    [
        ("Ils ont fui l'ouest anglophone du Cameroun.", "l'ouest anglophone du Cameroun", "Cameroun (ouest)"),
        ("Un raid a visé le nord-est kurde de la Syrie.", "le nord-est kurde de la Syrie", "Syrie (nord-est)"),
        ("On se bat dans l'est rebelle de l'Ukraine.", "l'est rebelle de l'Ukraine", "Ukraine (est)"),
        ("Une bombe dans le sud pétrolier de l'Irak.", "le sud pétrolier de l'Irak", "Irak (sud)"),
        ("Le centre hospitalier de Gao a été visé, au Mali.", "Gao", "Gao"),
        ("On se bat dans l'est près de Gao, au Mali.", "près de Gao", "Gao"),
        ("Ce raid est typique de la Syrie.", "Syrie", "Syrie"),
    ],
)
def test_a_side_of_a_land_may_have_an_adjective(text: str, said: str, name: str) -> None:
    place = _place(text, said)
    assert place is not None
    assert place.name == name
