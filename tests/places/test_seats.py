"""«la capitale régionale», «l'aéroport de la ville»: told by what they are to a place named before."""

import pytest

from vigie.places import find_places


def _names(text: str) -> dict[str, str]:
    return {m.text: m.place.name for m in find_places(text) if m.place}


@pytest.mark.parametrize(
    ("text", "said", "name"),
    [
        ("La Catalogne compte 182 blessés, dont 152 dans la seule capitale régionale.", "capitale régionale", "Barcelone"),
        ("Dans le Tigré, en Ethiopie, ils ont pris la capitale régionale.", "la capitale régionale", "Mekele"),
        # The division of the town told last; a government is none.
        ("A Aksoum, au Tigré, on fuit vers la capitale provinciale.", "la capitale provinciale", "Mekele"),
        ("Kiev veut Kherson, en Ukraine. Les Russes ont pris cette capitale régionale en mars.", "capitale régionale", "Kherson"),
        ("On se bat au Tigré, en Ethiopie. Washington a réagi. Ils tiennent la capitale régionale.", "la capitale régionale", "Mekele"),
    ],
)  # fmt: skip
def test_the_capital_of_a_division_is_its_chief_town(text: str, said: str, name: str) -> None:
    assert _names(text)[said] == name


@pytest.mark.parametrize(
    "text",
    [
        "Le Mali attend. Ils ont investi la capitale régionale.",
        "Au Tigré, ils ont investi la capitale économique.",
    ],
)
def test_no_chief_town_is_guessed(text: str) -> None:
    assert not [said for said in _names(text) if "capitale" in said]


@pytest.mark.parametrize(
    ("text", "said", "name"),
    [
        ("Les talibans ont pris Kunduz. Seul l'aéroport tient.", "l'aéroport", "aéroport de Kunduz"),
        ("On se bat à Donetsk, en Ukraine. L'armée a abandonné l'aéroport de la ville.", "l'aéroport de la ville", "aéroport de Donetsk"),
        ("On tire sur Goma. L'aéroport international de la ville est fermé.", "L'aéroport international de la ville", "aéroport de Goma"),
        ("La Libye brûle. On tire sur l'aéroport de la capitale.", "l'aéroport de la capitale", "aéroport de Tripoli"),
        ("On tire à Hérat, en Afghanistan. L'aéroport est fermé.", "L'aéroport", "aéroport d'Hérat"),
        # The airport told by its name before that of the town told last.
        ("L'aéroport de Goma est pris. On tire à Kunduz. L'aéroport est fermé.", "L'aéroport", "aéroport de Goma"),
        # The town that the story is at: Kiev only speaks.
        (
            "Marioupol. Marioupol. Marioupol. On tire à Donetsk, en Ukraine. Kiev a annoncé une trêve. L'aéroport de la ville brûle.",
            "L'aéroport de la ville",
            "aéroport de Donetsk",
        ),
    ],
)  # fmt: skip
def test_the_airport_is_that_of_its_town(text: str, said: str, name: str) -> None:
    assert _names(text)[said] == name


@pytest.mark.parametrize(
    "text",
    [
        "A Gao, au Mali, l'aéroport de Zaroubel a été pris.",  # another one
        "On tire à Ménaka, au Mali. L'aéroport est fermé.",  # no table has it
        "On tire à Goma. Des aéroports sont fermés.",
        "On tire sur l'aéroport.",
        "On tire à Goma. L'aéroport de la région est fermé.",
    ],
)
def test_no_airport_is_guessed(text: str) -> None:
    assert not [name for name in _names(text).values() if "aéroport" in name]
