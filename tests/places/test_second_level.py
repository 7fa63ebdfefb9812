"""Divisions below the province, and villages whose point a source gives (our own sentences)."""

import pytest

from vigie.places import find_places
from vigie.places.geo import distance
from vigie.places.tables import HAND, read_table

FARTHEST_KM = 12


@pytest.mark.parametrize(
    ("text", "name", "country", "lat", "lon"),
    [
        ("Au Cameroun, un convoi a sauté sur une mine dans le Noun.", "Noun", "CMR", 5.6, 10.9),
        ("Au Cameroun, trois gendarmes ont été tués dans le département du Momo.", "Momo", "CMR", 6.05, 9.85),
        ("Au Tchad, des heurts ont fait douze morts dans le département du Dar Tama.", "Dar Tama", "TCD", 14.5, 22.3),
        ("Au Tchad, des éleveurs ont été tués dans le Kouh Est.", "Kouh Est", "TCD", 8.4, 16.9),
        ("En Ethiopie, des habitants ont fui la zone de Kellem Wellega.", "Kellem Wellega", "ETH", 8.6, 34.8),
        ("En Ethiopie, des combats ont éclaté dans le North Wollo.", "Wollo-Nord", "ETH", 11.9, 39.2),
        ("Au Soudan du Sud, des civils ont fui le comté d'Aweil Est.", "Aweil-Est", "SSD", 9.1, 27.8),
        ("Au Soudan du Sud, dix personnes ont été tuées dans le comté de Tonj North.", "Tonj-Nord", "SSD", 8.0, 28.7),
        ("En RDC, les rebelles ont pris deux villages de la chefferie des Bafuliru.", "Bafuliru", "COD", -3.0, 29.0),
        ("En RDC, des miliciens ont attaqué le territoire de Sakania.", "Sakania", "COD", -12.7, 28.5),
        ("Au Nigeria, des hommes armés ont enlevé huit personnes à Jos-Sud.", "Jos-Sud", "NGA", 9.77, 8.83),
        ("Au Nigeria, des éleveurs ont été tués dans le district de Konshisha.", "Konshisha", "NGA", 7.0, 8.7),
        ("En Afghanistan, les talibans ont pris le district de Shaykh Ali.", "Shaykh Ali", "AFG", 34.9, 68.6),
        (
            "En Inde, quatre policiers ont été tués dans le district de Karbi Anglong.",
            "Karbi Anglong",
            "IND",
            26.0,
            93.4,
        ),
        ("Aux Philippines, l'armée a tué trois rebelles dans la province d'Aklan.", "Aklan", "PHL", 11.7, 122.3),
        ("En Côte d'Ivoire, des heurts ont éclaté dans la région du Folon.", "Folon", "CIV", 10.1, -7.5),
    ],
)
def test_divisions_below_the_province(text: str, name: str, country: str, lat: float, lon: float) -> None:
    place = next(m.place for m in find_places(text) if m.place and m.place.name == name)
    assert (place.country, place.level in ("district", "province")) == (country, True)
    assert distance((place.lat, place.lon), (lat, lon)) <= place.km


@pytest.mark.parametrize(
    ("text", "name", "lat", "lon"),
    [
        ("Au Burkina Faso, onze gendarmes sont tombés près de Titabé.", "Titabé", 13.773, 0.432),
        ("Au Burkina Faso, le marché de Tankougounadié a brûlé.", "Tankougounadié", 13.562, 0.736),
        ("Au Burkina Faso, des hommes armés ont attaqué Tansarga.", "Tansarga", 11.875, 1.867),
        ("Au Burkina Faso, des jihadistes ont pris Nassoumbou.", "Nassoumbou", 14.409, -1.551),
        ("Au Burkina Faso, un convoi est tombé dans une embuscade à Namsiguia.", "Namsiguia", 13.832, -1.608),
        ("Au Burkina Faso, soixante villageois ont été tués à Zaongo.", "Zaongo", 12.917, -0.583),
        ("Au Burkina Faso, les assaillants ont brûlé l'école de Dinguila.", "Dinguila", 13.871, -2.27),
        ("Au Burkina Faso, le bus roulait vers Namoungou.", "Namoungou", 12.015, 0.609),
        ("Au Cachemire indien, cinq soldats sont morts à Bhata Dhurian.", "Bhata Dhurian", 33.588, 74.267),
        ("Au Cachemire indien, une bombe a tué deux enfants à Dhangri.", "Dangri", 33.319, 74.338),
        ("Au Mali, le marché de Djiguibombo a été attaqué.", "Djiguibombo", 14.21, -3.61),
        ("Au Niger, des villageois ont été tués à Tchoma Bangou.", "Tchombangou", 14.6, 2.2),
        ("En Syrie, deux obus sont tombés sur Kafr Amim.", "Kafr Amim", 35.86, 36.88),
    ],
)
def test_villages_lie_where_their_source_has_them(text: str, name: str, lat: float, lon: float) -> None:
    place = next(m.place for m in find_places(text) if m.place and m.place.name == name)
    assert distance((place.lat, place.lon), (lat, lon)) <= FARTHEST_KM


@pytest.mark.parametrize(
    ("text", "km"),
    [
        ("Au Soudan du Sud, l'armée a bombardé le comté de Leer.", 25.0),
        ("Au Soudan du Sud, l'armée a bombardé la ville de Leer.", 8.0),
        ("Au Soudan du Sud, l'armée a bombardé Leer.", 8.0),
    ],
)
def test_a_county_is_wider_than_its_town(text: str, km: float) -> None:
    assert [m.place.km for m in find_places(text) if m.place and m.place.name == "Leer"] == [km]


@pytest.mark.parametrize(
    "text",
    [
        "Au Cameroun, Momo a été arrêté jeudi.",
        "Au Cameroun, l'avocat Bui défend les détenus.",
        "Au Mali, M. Baye a condamné l'attaque.",
        "Au Nigeria, Faro et Logo ont signé l'accord.",
        "Au Soudan du Sud, l'ambassadeur Budi a quitté Juba.",
        "En France, un homme a été tué à Noun.",
    ],
)
def test_persons_and_other_countries_are_not_meant(text: str) -> None:
    ours = {row["name"] for name in ("points_districts", "points_villages") for row in read_table(name)}
    assert not [m.place.name for m in find_places(text) if m.place and m.place.name in ours]


def test_a_point_of_geonames_tells_its_number() -> None:
    """`geonames:ID` is the number of a place, or `geonames postal`: nothing else of GeoNames is copied by hand."""
    sources = {r["source"] for p in HAND.glob("points_*.tsv") for r in read_table(p.stem) if "geonames" in r["source"]}
    assert all(s == "geonames postal" or s.removeprefix("geonames:").isdigit() for s in sources)
