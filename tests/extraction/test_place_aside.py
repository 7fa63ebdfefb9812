"""Which of the places of a sentence only tells where another one lies."""

import pytest
from events_told import claims

from vigie.values import Event, Harm


def _where(text: str) -> set[str]:
    found = [c for c in claims(text) if isinstance(c, Harm)]
    return {c.place.name if c.place else "" for c in found}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Quatre soldats ont été tués mardi dans la région du Bas-Shabelle, au sud-ouest de Mogadiscio, en Somalie.", "Bas-Chabelle"),
        ("Au Soudan, dix civils ont péri lundi dans un raid au Kordofan-Nord, au sud-ouest de la capitale Khartoum.", "Kordofan-Nord"),
        ("Dans la province de Kapisa (au nord-est de la capitale afghane Kaboul), deux policiers ont été tués jeudi.", "Kapisa"),
        ("Neuf morts dans la province de Diyala, au nord-est de Bagdad, en Irak.", "Diyala"),
        ("Trois civils ont été tués mardi dans trois villages du Kordofan-Nord, au Soudan.", "Kordofan-Nord"),
        ("Une ONG basée à Beni (250 km au nord de Goma) parle de neuf morts dans le territoire de Beni, en RDC.", "territoire de Beni"),
    ],
)  # fmt: skip
def test_a_town_tells_which_way_a_division_lies(text: str, place: str) -> None:
    assert _where(text) == {place}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Quatre soldats ont été tués mardi au sud-ouest de Mogadiscio, en Somalie.", "Mogadiscio (sud-ouest)"),
        ("Deux policiers ont été tués jeudi dans la province d'Alep, au nord d'Alep, en Syrie.", "Alep (nord)"),
        ("Deux policiers ont été tués jeudi à Zoumbako (10 km au nord de Gao), au Mali.", "Zoumbako"),
    ],
)
def test_it_is_the_place_where_no_other_is_told(text: str, place: str) -> None:
    assert _where(text) == {place}


def test_what_a_town_is_said_to_be_is_no_scene() -> None:
    text = (
        "Les talibans ont pris mardi un district de la province de Ghazni, en Afghanistan, et tué quinze personnes. "
        "Ghazni est une ville de 150.000 habitants à 150 km au sud-ouest de Kaboul."
    )
    assert _where(text) == {"Ghazni"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Frappes dans la province d'Idleb, en Syrie. Des tirs ont visé Saraqeb. Cinq civils ont été tués dans le village de Zoumbaja.", "Zoumbaja"),
        ("Au Mali, neuf civils ont péri mardi dans le village de Zoumbako, dans le cercle de Bankass.", "Zoumbako"),
    ],
)  # fmt: skip
def test_a_village_of_no_table_keeps_its_name(text: str, place: str) -> None:
    assert _where(text) == {place}


def test_two_villages_of_no_table_are_two_places() -> None:
    text = (
        "Au Mali, des hommes ont attaqué mardi le village de Zoumbako, dans le cercle de Bankass. "
        "Dans la soirée, des hommes ont attaqué le village de Zoumbari, dans le même cercle de Bankass."
    )
    found = [c for c in claims(text) if isinstance(c, Event)]
    assert {c.place.name for c in found if c.place} == {"Zoumbako", "Zoumbari"}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Dans plusieurs régions d'Ukraine, huit personnes ont été tuées mardi dans des frappes, dont trois à Kharkiv.",
            {(8, "Ukraine"), (3, "Kharkiv")},
        ),
        (
            "Jeudi, 46 manifestants ont péri à travers l'Irak, dont 29 dans la seule ville de Nassiriya.",
            {(46, "Irak"), (29, "Nassiriya")},
        ),
    ],
)
def test_several_regions_of_a_land_are_all_over_it(text: str, places: set[tuple[int, str]]) -> None:
    found = [c for c in claims(text) if isinstance(c, Harm)]
    assert {(c.count, c.place.name) for c in found if c.place} == places
