"""Towns, villages, quarters and camps of the wars since 2011, as French dispatches name them (our own sentences)."""

import pytest

from vigie.places import find_places
from vigie.places.geo import distance

FARTHEST_KM = 25


@pytest.mark.parametrize(
    ("text", "name", "country", "lat", "lon"),
    [
        ("Au Mali, l'armée a perdu six hommes dans une embuscade à Tabankort.", "Tabankort", "MLI", 17.8, 0.25),
        ("Au Mali, des villageois ont été tués près de Diallassagou.", "Diallassagou", "MLI", 13.74, -3.63),
        ("Au Mali, un convoi est tombé dans une embuscade à Ouatagouna.", "Ouatagouna", "MLI", 15.18, 0.72),
        ("Au Burkina Faso, des jihadistes ont attaqué Gorgadji.", "Gorgadji", "BFA", 14.03, -0.52),
        ("Au Burkina Faso, le car a sauté sur une mine à Matiacoali.", "Matiacoali", "BFA", 12.37, 1.05),
        ("Au Niger, le camp militaire de Chétimari a été attaqué.", "Chétimari", "NER", 13.18, 12.42),
        ("Au Nigeria, Boko Haram a incendié le village de Kautikari.", "Kautikari", "NGA", 10.83, 12.95),
        ("Au Nigeria, des hommes armés ont enlevé des élèves à Kuriga.", "Kuriga", "NGA", 10.58, 7.0),
        ("Au Cameroun, des séparatistes ont tué deux gendarmes à Widikum.", "Widikum", "CMR", 5.87, 9.77),
        ("En Centrafrique, deux Casques bleus ont été tués à Mboki.", "Mboki", "CAF", 5.32, 25.95),
        ("En RDC, le M23 s'est emparé de Rubaya dimanche.", "Rubaya", "COD", -1.55, 28.87),
        ("En RDC, des affrontements ont éclaté à Kalembe.", "Kalembe", "COD", -1.28, 28.9),
        ("En RDC, les miliciens ont tué quinze civils à Fataki, en Ituri.", "Fataki", "COD", 1.95, 30.42),
        ("Au Soudan, les FSR ont bombardé le camp d'Otash.", "Otash", "SDN", 12.1, 24.93),
        ("Au Soudan du Sud, des combats ont opposé l'armée aux rebelles à Akobo.", "Akobo", "SSD", 7.78, 33.0),
        ("En Somalie, les shebab ont repris Adan Yabaal.", "Adan Yabaal", "SOM", 3.8, 46.3),
        ("En Somalie, l'armée kényane a frappé Afmadow.", "Afmadow", "SOM", 0.51, 42.07),
        ("En Ethiopie, des habitants ont été tués à Zalambessa.", "Zalambessa", "ETH", 14.52, 39.38),
        ("Au Mozambique, les insurgés ont attaqué Mucojo.", "Mucojo", "MOZ", -12.07, 40.47),
        ("Au Bénin, huit soldats ont été tués à Kérémou.", "Kérémou", "BEN", 11.4, 2.2),
        ("En Libye, les frappes ont visé Tawergha.", "Tawergha", "LBY", 32.0, 15.07),
        ("Au Yémen, les Houthis ont pris Sirwah, à Marib.", "Sirwah", "YEM", 15.45, 45.0),
        (
            "En Irak, les forces irakiennes ont repris le quartier de Gogjali, à Mossoul.",
            "Gogjali",
            "IRQ",
            36.36,
            43.24,
        ),
        ("Au Liban, une frappe israélienne a tué trois personnes à Houla.", "Houla", "LBN", 33.21, 35.52),
        ("Au Liban, des obus sont tombés sur Yaroun.", "Yaroun", "LBN", 33.08, 35.42),
        ("A Gaza, une frappe a tué sept personnes à Touffah.", "Touffah", "PSE", 31.51, 34.48),
        ("En Afghanistan, les talibans ont pris Panjwai.", "Panjwai", "AFG", 31.53, 65.46),
        ("En Afghanistan, l'armée a perdu le district de Garmsir.", "Garmsir", "AFG", 31.12, 64.2),
        ("Au Pakistan, une bombe a explosé à Ghalanai.", "Ghalanai", "PAK", 34.34, 71.4),
        ("En Birmanie, l'armée a bombardé Demoso et Depayin.", "Depayin", "MMR", 22.58, 95.63),
        ("En Birmanie, l'Armée d'Arakan a pris Minbya.", "Minbya", "MMR", 20.36, 93.26),
        ("En Colombie, des paysans ont été tués à Llorente.", "Llorente", "COL", 1.57, -78.55),
        ("En Haïti, les gangs ont attaqué Solino, à Port-au-Prince.", "Solino", "HTI", 18.55, -72.32),
        ("L'Azerbaïdjan a repris Talich et Madaghis.", "Madaghis", "AZE", 40.33, 46.78),
        ("En Ukraine, les Russes avancent vers Klichtchiïvka.", "Klichtchiïvka", "UKR", 48.53, 37.96),
        ("Des combats ont éclaté au Tigré jeudi.", "Tigré", "ETH", 13.8, 39.0),
        ("Au Mali, l'armée a repris Diabali.", "Diabali", "MLI", 14.68, -6.02),
        ("En Somalie, une bombe a explosé à Bulo Burde.", "Bulo Burde", "SOM", 3.85, 45.57),
        ("En Ukraine, un missile est tombé sur Houliaïpole.", "Houliaïpole", "UKR", 47.66, 36.26),
        ("En Ukraine, l'armée tient Otcheretyné.", "Otcheretyné", "UKR", 48.24, 37.61),
        ("En Syrie, les Kurdes ont perdu Serekaniye.", "Serekaniye", "SYR", 36.85, 40.07),
        ("En Birmanie, l'Etat karenni a été bombardé.", "Etat karenni", "MMR", 19.2, 97.3),
        ("Au Tchad, des éleveurs ont été tués dans le Moyen-Chari.", "Moyen-Chari", "TCD", 8.9, 18.4),
    ],
)
def test_where_the_wars_are(text: str, name: str, country: str, lat: float, lon: float) -> None:
    places = [m.place for m in find_places(text) if name in m.text and m.place]
    assert places, [(m.text, m.place) for m in find_places(text)]
    assert {p.country for p in places} == {country}
    assert all(distance((p.lat, p.lon), (lat, lon)) <= FARTHEST_KM for p in places)


@pytest.mark.parametrize(
    "text",
    [
        "Au Mali, une Balle perdue a tué un enfant.",
        "Le député Karan et le professeur Koch ont signé l'appel.",
        "Katia Hassana et Tina Adila manifestent au Soudan.",
    ],
)
def test_words_and_people_are_no_villages(text: str) -> None:
    named = {m.place.name for m in find_places(text) if m.place}
    assert named <= {"Nigeria", "Mali", "Soudan"}, named


def test_a_name_cut_out_of_a_longer_one_is_no_place_of_a_land_that_only_it_brings_in() -> None:
    names = {m.place.name for m in find_places("Gwoza est tombée. On se bat encore à Liman Kara.") if m.place}
    assert names == {"Gwoza"}


@pytest.mark.parametrize(
    ("text", "name", "division"),
    [
        ("En Ukraine, un raid a touché Desna, dans la région de Tcherniguiv.", "Desna", "Tchernihiv"),
        ("En Ukraine, un raid a touché Desna, dans la région de Kiev.", "Desna", "Kiev"),
    ],
)
def test_of_two_places_of_a_name_the_one_of_the_division_told_with_it_is_meant(
    text: str, name: str, division: str
) -> None:
    (place,) = [m.place for m in find_places(text) if m.text == name]
    assert place is not None
    assert place.admin1 == division


@pytest.mark.parametrize(
    ("text", "said", "level"),
    [
        ("En Irak, deux manifestants ont été tués à Diwaniya.", "Diwaniya", "town"),
        ("En Irak, on manifeste dans la province de Diwaniya.", "la province de Diwaniya", "province"),
        ("En Côte d'Ivoire, on se bat au Plateau.", "Plateau", "quarter"),
        ("Au Nigeria, on se bat dans le Plateau.", "Plateau", "province"),
        ("En Ukraine, ils quittent la rive droite du Dniepr.", "Dniepr", "region"),
    ],
)
def test_a_town_a_quarter_or_a_river_is_no_division_of_its_name(text: str, said: str, level: str) -> None:
    (place,) = [m.place for m in find_places(text) if m.text == said]
    assert place is not None
    assert place.level == level


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("La France se souvient de l'attentat de Nice.", {"France", "Nice"}),
        ("C'était quatre jours après celle de Nice, en France.", {"France", "Nice"}),
        ("L'attaque de Vienne a ému l'Autriche.", {"Autriche", "Vienne"}),
        ("Le discours de Nice a duré, en France.", {"France"}),  # no deed
        ("La tuerie Nice est un roman, en France.", {"France"}),  # no «de»
        ("En RDC, le massacre de Hema a fait dix morts.", {"République démocratique du Congo"}),  # no town so spelt
        ("La tuerie de Diré, en France.", {"France"}),  # no large town
    ],
)
def test_a_town_whose_name_is_a_word_is_told_by_the_deed_done_there(text: str, names: set[str]) -> None:
    assert {m.place.name for m in find_places(text) if m.place} == names
