"""Towns and divisions of texts that name no country, streets and buildings of a town."""

import pytest

from vigie.places import find_places


def placed(text: str) -> set[str]:
    return {m.place.name for m in find_places(text) if m.place}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Deux gendarmes ont été tués mercredi dans le Puy-de-Dôme.", "Puy-de-Dôme"),
        ("Perquisitions dans l'Hérault après l'attaque de la gendarmerie.", "Hérault"),
        ("Cinq personnes ont été arrêtées en Seine-et-Marne.", "Seine-et-Marne"),
        ("Un policier a été poignardé à Montélimar (Drôme).", "Drôme"),
        ("Un mort dans le département de la Somme.", "Somme"),
        ("Deux blessés dans le département du Rhône.", "Rhône"),
        ("La police française a arrêté trois suspects dans le Var.", "Var"),
    ],
)
def test_a_french_department_is_a_place(text: str, name: str) -> None:
    assert name in placed(text)


@pytest.mark.parametrize(
    "text",
    [
        "Il est né dans le Nord.",
        "La Loire a débordé.",
        "Aude a été blessée.",
        "Le Var a refusé le but.",
        "Un cantal de deux kilos a été volé.",
    ],
)
def test_a_river_a_first_name_a_cheese_is_none(text: str) -> None:
    assert placed(text) == set()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Cinq personnes ont été tuées mardi à Nanterre.", {"Nanterre"}),
        ("Une bombe a explosé à Calais.", {"Calais"}),
        ("Un professeur a été tué à Conflans-Sainte-Honorine.", {"Conflans-Sainte-Honorine"}),
        ("Quatre morts à Lézignan-Corbières (Aude).", {"Lézignan-Corbières", "Aude"}),
        ("Des tirs à Lézignan-Corbières, dans l'Aude.", {"Lézignan-Corbières", "Aude"}),
        ("Deux blessés à Halle.", set()),  # there are three, in two countries
        ("Deux blessés à Southport.", set()),
        ("Deux blessés à Lézignan-Corbières.", set()),  # too small to be told by itself
        ("L'armée malienne a repris Calais.", set()),  # the story is elsewhere
    ],
)
def test_a_text_without_a_country_plays_where_its_towns_are(text: str, names: set[str]) -> None:
    assert placed(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Cinq personnes ont été tuées dans une rue de Bamako.", "Bamako"),
        ("Une bombe a explosé dans une rue commerçante de Mossoul.", "Mossoul"),
        ("Un convoi a été visé sur un grand boulevard de Kaboul.", "Kaboul"),
        ("Un homme a ouvert le feu dans un bar de Nice.", "Nice"),
        ("Le tireur s'est retranché dans une école de Nancy.", "Nancy"),
        ("Trois blessés dans une clinique de Tours.", "Tours"),
    ],
)
def test_a_street_or_a_building_of_a_town_is_in_that_town(text: str, name: str) -> None:
    assert name in placed(text)


@pytest.mark.parametrize("text", ["La rue de Damas est fermée.", "Rue de Bamako, un homme a été blessé."])
def test_a_street_that_has_the_name_of_a_town_is_not_that_town(text: str) -> None:
    assert placed(text) == set()
