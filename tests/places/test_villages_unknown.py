"""Villages that no table has: their own name, and the point of what the text says contains them."""

import pytest

from vigie.places import PlaceMention, find_places


def _named(text: str) -> dict[str, PlaceMention]:
    return {m.place.name: m for m in find_places(text) if m.place is not None}


@pytest.mark.parametrize(
    ("text", "name", "around"),
    [
        ("Au Mali, des hommes ont attaqué le village Zoumbadougou, dans le cercle de Bankass.", "Zoumbadougou", "Bankass"),
        ("Trois morts au village Zoumba Pwendi, dans le Nord-Kivu, en RDC.", "Zoumba Pwendi", "Nord-Kivu"),
        ("Attaque dans le Nord-Kivu, en RDC. Le village de Zoumbamove a été brûlé.", "Zoumbamove", "Nord-Kivu"),
        ("Attaque dans le nord-est du Nigeria. Ils ont brûlé la localité de Zoumbayamla.", "Zoumbayamla", "Nigeria (nord-est)"),
        ("Raid dans le cercle de Bankass, dans la région de Mopti, au Mali. Le hameau de Zoumbako a brûlé.", "Zoumbako", "Bankass"),
        ("Au Mali, les villages de Zoumbami et Zoumbasagou, dans le cercle de Bankass, ont brûlé.", "Zoumbami", "Bankass"),
        ("Au Mali, les villages de Zoumbami et Zoumbasagou, dans le cercle de Bankass, ont brûlé.", "Zoumbasagou", "Bankass"),
        ("Les localités de Zoumbami, de Zoumbari et de Zoumbasa, dans le Cabo Delgado, au Mozambique.", "Zoumbari", "Cabo Delgado"),
    ],
)  # fmt: skip
def test_a_village_lies_in_what_is_told_of_it_or_was_told_last(text: str, name: str, around: str) -> None:
    told = _named(text)
    place, outer = told[name].place, told[around].place
    assert place is not None
    assert outer is not None
    assert (place.lat, place.lon, place.km) == (outer.lat, outer.lon, outer.km)


@pytest.mark.parametrize(
    "text",
    [
        "Attaque dans le Nord-Kivu, en RDC. A Goma, le village de Zoumbamove a été évoqué.",  # the town beside is nearer
        "Attaque dans le Nord-Kivu, en RDC. Le quartier de Zoumbamove a été brûlé.",  # of some town
        "Le président du Mali a promis la paix. Le village de Zoumbako a été brûlé.",  # a government contains nothing
        "Combats dans le nord du Mali. Les villages nigériens de Zoumbako ont brûlé.",  # of another country
        "Le camp Zoumba a gagné les élections dans le Nord-Kivu, en RDC.",  # a side
    ],
)
def test_no_village_is_put_where_nothing_says_that_it_lies(text: str) -> None:
    assert not any("Zoumba" in name for name in _named(text))


def test_a_name_told_with_its_kind_is_a_place_all_through() -> None:
    text = "Attaque du village de Zoumbako, dans le Nord-Kivu, en RDC. Six personnes sont mortes à Zoumbako."
    assert [m.place.name for m in find_places(text) if m.place and "Zoumbako" in m.text] == ["Zoumbako", "Zoumbako"]


def test_a_list_ends_behind_its_last_name() -> None:
    text = "Attaque dans le Cabo Delgado, au Mozambique: les villages de Zoumba et Zoumbari, Boko Zoumbam a fui."
    assert not any("Boko" in m.text for m in find_places(text))


@pytest.mark.parametrize(
    ("text", "name", "far"),
    [
        ("Au Burkina Faso, le village de Komsilga, dans la commune de Zimtanga, a été attaqué.", "Komsilga", "Zimtanga"),
        ("Le village de Mairari, à dix kilomètres de la ville de Monguno, au Nigeria, a été attaqué.", "Mairari", "Monguno"),
    ],
)  # fmt: skip
def test_a_village_lies_where_the_text_says_and_not_where_its_namesake_does(text: str, name: str, far: str) -> None:
    told = _named(text)
    place, outer = told[name].place, told[far].place
    assert place is not None
    assert outer is not None
    assert (place.lat, place.lon) == (outer.lat, outer.lon)


def test_who_counts_the_kilometres_goes_by_the_road() -> None:
    told = _named("La ville de Kouango, à 300 km à l'est de la capitale Bangui, en Centrafrique, a été attaquée.")
    assert told["Kouango"].place is not None
    assert ">" not in told["Kouango"].place.id


@pytest.mark.parametrize(
    ("text", "name", "km"),
    [
        ("Un poste a sauté au nord de la capitale irakienne Bagdad.", "Bagdad (nord)", 25),
        ("Un raid en Centrafrique à 380 km à l'est de la capitale Bangui.", "Bangui", 54),
        ("Une attaque à vingt km de Maiduguri, au Nigeria.", "Maiduguri", 22),
        ("Un convoi a sauté à plus ou moins quarante kilomètres au nord de Gao, au Mali.", "Gao", 20),
        ("Il a été tué dans le district de Rumonge, à Bujumbura, capitale du Burundi.", "Bujumbura", 12),
    ],
)
def test_distances_from_a_capital_and_in_words(text: str, name: str, km: float) -> None:
    assert round(_named(text)[name].place.km) == pytest.approx(km, abs=4)  # type: ignore[union-attr]


def test_a_city_is_meant_rather_than_a_hamlet_nearer_to_the_story() -> None:
    text = "Ukraine: trois morts dans les régions de Donetsk et de Kharkiv. Deux personnes ont été tuées à Nikopol."
    assert _named(text)["Nikopol"].place.admin1 == "Dnipropetrovsk"  # type: ignore[union-attr]
