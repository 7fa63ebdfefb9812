"""Mentions: what is a place and what is not, the whole expression, its level and radius."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vigie.places import PlaceMention, find_places, precision_codes, search, story_countries
from vigie.places.geo import distance
from vigie.values import Place


def one(text: str, said: str) -> PlaceMention:
    """The mention whose text is `said`."""
    found = [m for m in find_places(text) if m.text == said]
    assert found, [m.text for m in find_places(text)]
    return found[0]


def where(text: str, said: str) -> Place:
    place = one(text, said).place
    assert place is not None
    return place


@pytest.mark.parametrize(
    ("text", "said", "relation", "level", "lat", "lon", "km"),
    [
        ("Un raid a visé la province d'Idleb, en Syrie.", "la province d'Idleb", None, "province", 35.8, 36.7, 50),
        (
            "Des tirs dans le gouvernorat de Marib, au Yémen.",
            "le gouvernorat de Marib",
            "in",
            "province",
            15.5,
            45.4,
            80,
        ),
        (
            "Une mine a explosé dans la région de Tessalit, au Mali.",
            "la région de Tessalit",
            "in",
            "province",
            20.2,
            1.0,
            45,
        ),
        ("Une attaque près de Jénine, en Cisjordanie.", "près de Jénine", "near", "town", 32.46, 35.3, 20),
        ("Aux abords de Syrte, en Libye, on se bat.", "Aux abords de Syrte", "near", "town", 31.2, 16.6, 20),
        (
            "À 15 km au nord-est de Tombouctou, au Mali, une mine a sauté.",
            "À 15 km au nord-est de Tombouctou",
            "km_from",
            "town",
            16.87,
            -2.91,
            8,
        ),
        (
            "Un convoi a été attaqué à une vingtaine de kilomètres de Gao, au Mali.",
            "à une vingtaine de kilomètres de Gao",
            "km_from",
            "town",
            16.27,
            -0.04,
            22,
        ),
        (
            "Les combats entre Ménaka et Ansongo, au Mali, continuent.",
            "Ménaka et Ansongo",
            "between",
            "district",
            15.8,
            1.45,
            100,
        ),
        ("La route Hama-Alep est coupée en Syrie.", "route Hama-Alep", "road", "district", 35.67, 36.96, 60),
        ("Des raids dans le nord de la Syrie.", "le nord de la Syrie", "part_of", "region", 36.5, 38.4, 170),
        ("Des raids dans le nord-est syrien.", "le nord-est syrien", "part_of", "region", 36.5, 40.3, 150),
        (
            "Au Mali, l'armée recule. Des jihadistes sont actifs dans le nord du pays.",
            "le nord du pays",
            "part_of",
            "region",
            18.6,
            -1.2,
            400,
        ),
        (
            "L'armée entre dans Alep, en Syrie. L'est de la métropole reste aux rebelles.",
            "L'est de la métropole",
            "part_of",
            "town",
            36.2,
            37.2,
            11,
        ),
        ("Des chars à la frontière syro-turque.", "la frontière syro-turque", "border", "region", 36.85, 39.0, 200),
        (
            "En Syrie, des chars près de la frontière turque.",
            "la frontière turque",
            "border",
            "region",
            36.85,
            39.0,
            200,
        ),
        (
            "Une attaque à la frontière entre le Mali et le Niger.",
            "la frontière entre le Mali et le Niger",
            "border",
            "region",
            15.4,
            3.3,
            180,
        ),
        (
            "Des heurts à la frontière entre Israël et la bande de Gaza.",
            "la frontière entre Israël et la bande de Gaza",
            "border",
            "region",
            31.4,
            34.45,
            30,
        ),
        ("Un attentat a secoué la capitale malienne.", "la capitale malienne", "in", "town", 12.64, -8.0, 18),
        (
            "Un obus sur le quartier de Salaheddine, à Alep.",
            "le quartier de Salaheddine",
            "in",
            "quarter",
            36.19,
            37.13,
            4,
        ),
        ("Des drones ont visé la base de Hmeimim, en Syrie.", "base de Hmeimim", None, "site", 35.4, 35.95, 5),
        ("Les otages ont été tués au Sahel.", "Sahel", "in", "region", 15.5, 1.0, 1200),
        ("Un cargo a été attaqué en mer d'Oman.", "mer d'Oman", "in", "region", 24.8, 58.8, 350),
        (
            "Des soldats sont tombés dans la zone des trois frontières.",
            "zone des trois frontières",
            "in",
            "region",
            15.0,
            0.8,
            180,
        ),
    ],
)
def test_expressions(text: str, said: str, relation: str | None, level: str, lat: float, lon: float, km: float) -> None:
    mention = one(text, said)
    place = mention.place
    assert place is not None
    assert text[mention.start : mention.end] == said
    assert mention.relation == relation
    assert place.level == level
    assert distance((place.lat, place.lon), (lat, lon)) <= max(8.0, km * 0.4)
    assert 0.5 <= place.km / km <= 2


@pytest.mark.parametrize(
    "text",
    [
        "Le général Douma a été tué en Syrie.",
        "Mohammed Hassan al-Homsi a démenti en Syrie.",
        "Le capitaine Bamako commande une brigade en Syrie.",
        "Selon Le Monde, la guerre en Syrie continue.",
        "L'agence Sana rapporte des combats en Syrie.",
        "Deux soldats sont morts en Syrie.",
        "Tirs et bombardements se poursuivent en Syrie.",
        "Mais les rebelles tiennent bon en Syrie.",
        "Al-Qaïda au Maghreb islamique a été visé en Syrie.",
        "L'Etat islamique en Irak et au Levant avance en Syrie.",
        "Oussama Ben Laden voulait frapper en Syrie.",
        "Le journaliste de France 24 a été blessé en Syrie.",
        "Omar et Ali ont fui en Syrie.",
        "M. Marseille s'est rendu en Syrie.",
        "Le sénateur Hervé Marseille s'est rendu en Syrie.",
        "Le chanteur Salif Keïta a chanté en Syrie.",
        "L'opération Bouclier de l'Euphrate continue en Syrie.",
        "La Croix-Rouge a évacué des blessés en Syrie.",
        "Des manifestants ont jeté des pavés et des cocktails Molotov sur la police en Syrie.",
        "Un cocktail Molotov a été lancé contre un consulat en Syrie.",
        "Les jeunes, armés de frondes et de bouteilles Molotov, ont reculé en Syrie.",
    ],
)
def test_people_groups_papers_and_common_words_are_no_places(text: str) -> None:
    assert [m.text for m in find_places(text) if not m.metonym] == ["Syrie"]


@pytest.mark.parametrize(
    ("text", "name", "metonym"),
    [
        ("Washington a annoncé des frappes en Syrie.", "Washington", True),
        ("Selon Moscou, l'aviation syrienne a frappé.", "Moscou", True),
        ("Les alliés de Damas ont repris la ville.", "Damas", True),
        ("La Russie a bombardé la Syrie.", "Russie", True),
        ("Une bombe a explosé à Damas.", "Damas", False),
        ("Kiev a été visée par des drones.", "Kiev", False),
        ("Kaboul accuse les talibans.", "Kaboul", True),
        ("Des combats ont lieu dans le nord de Bagdad.", "le nord de Bagdad", False),
        ("Yémen : douze morts dans un raid.", "Yémen", False),
        ("Des centaines de Syriens ont fui en Turquie.", "Turquie", False),
        ("L'offensive lancée contre Tripoli a fait cent morts en Libye.", "Tripoli", False),
        ("Des raids nocturnes contre Sanaa ont tué dix civils.", "Sanaa", False),
        ("Les sanctions contre Damas ont été levées.", "Damas", True),
        ("Les forces de Kiev ont tiré sur Lougansk.", "Kiev", True),
        ("Une trêve a été conclue à l'initiative d'Ankara et de Moscou.", "Moscou", True),
        ("Une trêve a été conclue sous l'influence de Téhéran, de Doha.", "Doha", True),
        ("Des bombes ont explosé à Bagdad et à Damas.", "Damas", False),
        ("Six frappes imputées à Israël ont visé Homs, en Syrie.", "Israël", True),
        ("Des tirs attribués à l'Iran ont fait deux morts à Erbil, en Irak.", "Iran", True),
        ("Douze civils ont été tués en Israël.", "Israël", False),
        ("L'aide a été remise samedi à Kiev.", "Kiev", False),
        ("Un attentat suicide a frappé lundi soir Kaboul.", "Kaboul", False),
        ("Une explosion a secoué Beyrouth.", "Beyrouth", False),
        ("Des attentats ont endeuillé mardi Bagdad.", "Bagdad", False),
        ("L'aviation pilonne de nouveau Tripoli.", "Tripoli", False),
        ("Plusieurs attaques ont visé Mogadiscio.", "Mogadiscio", False),
        ("Les sanctions européennes visent Damas.", "Damas", True),
        ("Une délégation a quitté mardi Damas pour Moscou.", "Moscou", True),
    ],
)
def test_governments_are_told_from_places(text: str, name: str, metonym: bool) -> None:
    assert one(text, name).metonym is metonym


def test_adjectives_name_the_country_of_the_story_but_no_place() -> None:
    text = "L'armée malienne a perdu dix soldats. Les autorités maliennes ont ouvert une enquête."
    assert find_places(text) == []
    assert story_countries([], text) == ["MLI"]


def test_countries_are_ranked() -> None:
    text = "L'armée syrienne a repris Alep et Hama. La Turquie proteste. En Syrie, la trêve est rompue."
    assert story_countries(find_places(text), text)[:2] == ["SYR", "TUR"]


@pytest.mark.parametrize(
    ("text", "said", "name", "km"),
    [
        (
            "Le village de Tounkabala, dans la région de Mopti, au Mali, a été attaqué.",
            "village de Tounkabala",
            "Tounkabala",
            140,
        ),
        (
            "Dix civils sont morts dans la localité de Zambrofou, dans le nord du Burkina Faso.",
            "localité de Zambrofou",
            "Zambrofou",
            130,
        ),
        (
            "Un raid a visé le village de Deir al-Zahbi, dans la province d'Idleb, en Syrie.",
            "village de Deir al-Zahbi",
            "Deir al-Zahbi",
            50,
        ),
        (
            "Deux maisons du village de Kafr El Cheikhan, dans la province d'Idleb, ont été touchées.",
            "village de Kafr El Cheikhan",
            "Kafr El Cheikhan",
            50,
        ),
    ],
)
def test_unknown_names_are_as_exact_as_what_contains_them(text: str, said: str, name: str, km: float) -> None:
    place = where(text, said)
    assert (place.name, place.km) == (name, km)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Des corps ont été trouvés dans la ville de Bārh, près de Kobané, en Syrie.", "ville de Bārh"),
        ("L'armée malienne dit avoir repris le village de Chandpur, près de Gao, au Mali.", "village de Chandpur"),
        (
            "Au Soudan, des miliciens ont brûlé la ville de Mampong, selon des habitants d'El-Fasher.",
            "ville de Mampong",
        ),
    ],
)
def test_a_village_that_only_another_part_of_the_world_has_is_not_put_there(text: str, said: str) -> None:
    start = text.index(said)
    told = [m for m in find_places(text) if m.start <= start < m.end and m.place]
    assert all(m.place is None or m.place.country in ("SYR", "MLI", "SDN") for m in told)


def test_a_village_is_found_by_its_name_where_the_text_names_no_country() -> None:
    assert where("Deux personnes ont été tuées dans le village de Mampong.", "le village de Mampong").country == "GHA"


def test_unknown_names_without_a_container_stay_empty() -> None:
    mention = one("Le village de Zambrofou a été attaqué.", "village de Zambrofou")
    assert mention.place is None
    assert mention.candidates == ()


def test_offsets_count_in_the_raw_text() -> None:
    text = "\u00a0«\u202fÀ Alep\u00a0», l’armée… puis à Deir\u00a0Ezzor, en\u00a0Syrie."
    assert [text[m.name_start : m.name_end] for m in find_places(text)] == ["Alep", "Deir\u00a0Ezzor", "Syrie"]


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(text: str) -> None:
    check(text)


WORDS = [
    "à",
    "Alep",
    "la province d'",
    "et",
    "Syrie",
    "le nord du pays",
    ",",
    "frontière",
    "syro-turque",
    "entre",
    "km",
    "15",
    "du village de",
    "Xyz",
    "al-",
    "«",
    "\n",
    "Gao",
    "de",
    "l'est de la",
    "métropole",
    "capitale",
    "malienne",
    "-",
]


@given(st.lists(st.sampled_from(WORDS), max_size=25))
@settings(max_examples=150, deadline=None)
def test_any_order_of_words_is_read(words: list[str]) -> None:
    check(" ".join(words))


def check(text: str) -> None:
    """In order, not overlapping, spans as told, degrees and radii possible."""
    end = 0
    for m in find_places(text):
        assert end <= m.start <= m.name_start < m.name_end <= m.end <= len(text)
        assert m.text == text[m.start : m.end]
        end = m.end
        if m.place:
            assert -90 <= m.place.lat <= 90
            assert -180 <= m.place.lon <= 180
            assert 0 < m.place.km < math.inf


@pytest.mark.parametrize(
    ("said", "text", "codes"),
    [
        ("Gao", "Un attentat à Gao, au Mali.", (1, 1)),
        ("près de Gao", "Un attentat près de Gao, au Mali.", (2, 2)),
        ("le cercle de Bandiagara", "Un attentat dans le cercle de Bandiagara, au Mali.", (2, 3)),
        ("la province d'Idleb", "Un attentat dans la province d'Idleb, en Syrie.", (3, 4)),
        ("le nord du Mali", "Un attentat dans le nord du Mali.", (3, 5)),
        ("Mali", "Un attentat au Mali.", (3, 6)),
        ("mer Rouge", "Un attentat en mer Rouge.", (3, 7)),
    ],
)
def test_precision_codes(said: str, text: str, codes: tuple[int, int]) -> None:
    assert precision_codes(where(text, said)) == codes


def test_search_tells_why() -> None:
    place, reason = search("Menbidj")[0]
    assert (place.name, place.country) == ("Manbij", "SYR")
    assert "menbidj" in reason
    assert search("") == []
    assert {p.country for p, _ in search("Tripoli")} >= {"LBY", "LBN"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Une embuscade dans l'ouest du Niger, près de la frontière avec le Burkina Faso, a fait quatre morts.", "NER"),
        ("À la frontière malienne, dans le nord du Burkina Faso, un poste a été attaqué.", "BFA"),
        ("Neuf villageois ont péri à Chinégodar, non loin de la frontière avec le Mali.", "NER"),
    ],
)
def test_a_neighbour_named_for_its_border_is_not_the_country_of_the_story(text: str, country: str) -> None:
    assert story_countries(find_places(text), text)[0] == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Treize soldats nigériens ont péri près d'Abala. L'ennemi s'est replié vers le Mali.", "NER"),
        ("Onze gendarmes tués à Banibangou; les assaillants ont fui en direction du Mali.", "NER"),
        ("Des hommes venus du Tchad ont attaqué un poste à Birao, à la frontière tchadienne.", "CAF"),
        ("Des policiers ont été tués à Djibo. Les assaillants sont repartis vers le Niger, vers le Mali selon d'autres.", "BFA"),
        ("L'armée a mené un raid vers le Mali. Le Mali, dont l'armée a protesté, est en guerre.", "MLI"),
    ],
)  # fmt: skip
def test_where_the_attackers_come_from_or_flee_is_not_the_country_of_the_story(text: str, country: str) -> None:
    assert story_countries(find_places(text), text)[0] == country


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("En Irak, des tirs d'artillerie ont été échangés à Taza Khormatou, au sud de Kirkouk.", "Taza"),
        ("Au Yémen, l'hôpital Al-Thawra de Hodeida a reçu sept corps.", "hôpital Al-Thawra"),
        ("Au Yémen, les blessés ont été portés à la mosquée Al-Thawra, à Hodeida.", "mosquée Al-Thawra"),
        ("Au Soudan du Sud, 200 civils ont été abattus dans la mosquée de Kali-Ballee, à Bentiu.", "Kali"),
        ("Le Soudan du Sud compte 290.000 réfugiés dans les pays voisins.", "les pays voisins"),
    ],
)
def test_part_of_a_longer_name_or_a_building_is_no_town_of_another_country(text: str, said: str) -> None:
    start = text.index(said)
    assert not [
        m
        for m in find_places(text)
        if m.start <= start + 2 < m.end
        and m.place
        and m.place.level == "town"
        and m.place.country in ("MAR", "SYR", "COL")
    ]
    assert all(m.text != said for m in find_places(text) if m.place and m.place.level == "country")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A Syrte, en Libye, les combattants de Misrata ont encerclé la place. Trois raids sur la ville.", "Syrte"),
        ("A Homs, en Syrie, le gouverneur de Hama a parlé. Des obus sont tombés sur la ville.", "Homs"),
        ("Des réfugiés de Mossoul sont à Erbil, en Irak. Une bombe a explosé dans la ville.", "Erbil"),
        ("A Gao, au Mali, des élus de Kidal se sont réunis. Un mort dans la ville.", "Gao"),
        ("A Idleb, en Syrie, un médecin de l'hôpital de Salqine a témoigné. Des frappes sur la ville.", "Idleb"),
        (
            "A Afrine, en Syrie, 900 blessés ont été évacués à Tal Rifaat, Noubol et Azaz. Un raid sur la ville.",
            "Afrine",
        ),
        ("A Syrte, en Libye, l'hôpital central de Misrata compte les morts. Un raid contre la ville.", "Syrte"),
    ],
)
def test_the_town_is_where_the_story_is_not_where_somebody_is_from(text: str, name: str) -> None:
    assert where(text, "la ville").name == name


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Colombie-ELN : la table de La Havane renversée", "COL"),
        ("Turquie-PKK: un soldat tué", "TUR"),
        ("Soudan-FSR : combats dans la capitale", "SDN"),
        ("Colombo a rejeté la résolution sur le Sri Lanka.", "LKA"),
        ("La trêve colombo-vénézuélienne tient en Colombie.", "COL"),
    ],
)
def test_the_country_of_a_hyphened_title_and_of_a_capital_that_looks_like_a_people(text: str, country: str) -> None:
    assert story_countries(find_places(text), text)[0] == country


def test_beside_a_town_in_a_direction_is_some_fifteen_kilometres_off() -> None:
    place = where("Une charge a explosé au sud de Tripoli, en Libye.", "sud de Tripoli")
    assert 32.7 < place.lat < 32.8
    assert 20 <= place.km <= 30


def test_an_unknown_village_may_be_the_last_place_of_a_text() -> None:
    assert [m.text for m in find_places("DAMAS - Deux civils ont été tués vendredi à Kafr Nimporte.")] == ["DAMAS"]


@pytest.mark.parametrize(
    ("text", "said", "name"),
    [
        ("En Syrie, les Kurdes tiennent le nord et le nord-est.", "le nord-est", "Syrie (nord-est)"),
        ("En Libye, le camp rival contrôle la quasi-totalité de l'ouest.", "l'ouest", "Libye (ouest)"),
        ("Au Mali, les jihadistes restent actifs dans le nord et le centre.", "le centre", "Mali (centre)"),
        ("Au Burkina Faso, des familles ont fui dans le Nord et l'Est.", "l'Est", "Burkina Faso (est)"),
        ("Au Yémen, les rebelles tiennent tout le nord.", "le nord", "Yémen (nord)"),
        ("Dans la province d'Alep, en Syrie, le régime tient l'ouest.", "l'ouest", "Alep (ouest)"),
        ("Le maréchal tient Benghazi, en Libye, et une partie du sud.", "sud", "Libye (sud)"),
        ("Deux raids ont visé la province d'Alep et trois celle d'Idleb, en Syrie.", "Idleb", "Idleb"),
        ('La zone dite des "trois frontières" est ratissée.', 'zone dite des "trois frontières', None),
        ("Dix bandits ont été tués dans l'Etat du Niger.", "l'Etat du Niger", "Etat du Niger (Nigeria)"),
    ],
)
def test_parts_without_a_name_of_their_own(text: str, said: str, name: str | None) -> None:
    found = [m for m in find_places(text) if m.text.endswith(said) and m.place]
    assert found, [m.text for m in find_places(text)]
    assert name is None or (found[0].place and found[0].place.name == name)


KHAN = "Un raid a visé mardi Khan Cheikhoun, en Syrie. Une trêve est négociée à Moscou. "


@pytest.mark.parametrize(
    ("text", "said", "name"),
    [
        ("Dans cette ville de la province d'Idleb, dix civils sont morts.", "cette ville", "Khan Cheikhoun"),
        ("Dans cette localité syrienne, dix civils sont morts.", "cette localité", "Khan Cheikhoun"),
        ("Les tirs ont repris autour de la ville.", "la ville", "Khan Cheikhoun"),
        ("Des familles ont quitté la ville.", "la ville", "Khan Cheikhoun"),
        ("L'armée a bombardé la ville.", "la ville", "Khan Cheikhoun"),
        ("L'émissaire est à Moscou. Des tirs ont secoué Alep. On se bat dans la ville.", "la ville", "Alep"),
        (
            "La base aérienne de Chaayrate a été touchée. Deux avions ont brûlé sur la base.",
            "la base",
            "base de Chaayrate",
        ),
    ],
)
def test_a_kind_of_place_stands_for_the_one_told_before(text: str, said: str, name: str) -> None:
    assert where(KHAN + text, said).name == name


@pytest.mark.parametrize(
    ("text", "said", "level"),
    [
        ("Les régions de Tillabéri et de Tahoua, au Niger, sont touchées.", "Tahoua", "province"),
        ("La région de Tillabéri est touchée. La pire attaque reste celle de Tahoua, au Niger.", "Tahoua", "town"),
        ("Deux raids ont visé la province d'Alep et trois celle d'Idleb, en Syrie.", "Idleb", "province"),
        ("La province voisine d'Idleb, en Syrie, est visée.", "La province voisine d'Idleb", "province"),
        ("Le Baloutchistan, province frontalière de l'Iran, est visé.", "Iran", "country"),
    ],
)
def test_a_kind_of_place_reaches_the_names_joined_to_it(text: str, said: str, level: str) -> None:
    assert where(text, said).level == level


@pytest.mark.parametrize(
    ("text", "said", "lat", "lon"),
    [
        ("Des tirs ont éclaté à l'aéroport de Gao, au Mali.", "aéroport de Gao", 16.25, 0.0),
        (
            "Un drone a visé l'aéroport international d'Erbil, en Irak.",
            "aéroport international d'Erbil",
            36.24,
            43.96,
        ),
        ("Les séparatistes tiennent l'aéroport de Donetsk, en Ukraine.", "aéroport de Donetsk", 48.07, 37.74),
    ],
)
def test_an_airport_is_where_it_is_not_in_the_middle_of_its_town(text: str, said: str, lat: float, lon: float) -> None:
    found = where(text, said)
    assert distance((found.lat, found.lon), (lat, lon)) < 5
    assert found.level == "site"


@pytest.mark.parametrize(
    "text",
    [
        "A Paris, cinq personnes ont été tuées rue de la Fontaine-au-Roi.",
        "A Tripoli, au Liban, on a tiré dans la rue de Syrie.",
        "A Beyrouth, une bombe a explosé avenue de Bagdad.",
        "A Paris, ils ont défilé de la Bastille à la place d'Italie.",
        "Au Havre, le pont de Syrie reste fermé.",
    ],
)
def test_a_street_is_not_the_place_it_is_called_after(text: str) -> None:
    names = [m.place.name for m in find_places(text) if m.place]
    assert not {"Fontaine", "Syrie", "Bagdad", "Italie"} & set(names)


def test_a_noun_with_an_adjective_and_a_name_is_not_the_town_told_before() -> None:
    found = find_places("Des combats ont eu lieu à Marawi, aux Philippines, et sur l'île touristique de Talinora.")
    assert [m.place.name for m in found if m.place] == ["Marawi", "Philippines"]


def test_a_quarter_is_no_large_town_of_another_country() -> None:
    text = "Somalie: une bombe à Mogadiscio. Une explosion dans le quartier de Medina a fait deux morts."
    assert all(m.place is None or m.place.country == "SOM" for m in find_places(text))


def test_a_village_of_a_district_told_with_it_is_not_a_far_town_of_its_name() -> None:
    found = where(
        "En Azerbaïdjan, un civil est mort dans le village d'Agdam, district de Tovouz.", "le village d'Agdam"
    )
    assert distance((found.lat, found.lon), (40.99, 45.63)) < 40


def test_the_capital_of_a_region_is_not_the_country_s() -> None:
    assert not [m for m in find_places("Ils ont investi la capitale régionale, au Mali.") if m.text == "la capitale"]


def test_a_site_of_a_large_town_is_no_wider_than_a_town() -> None:
    assert where("Un kamikaze a visé l'hôpital de Kaboul.", "l'hôpital de Kaboul").km == 8


@pytest.mark.parametrize(
    "text",
    [
        "Les rebelles ont progressé vers l'ouest et le sud, en Syrie.",
        "En Libye, l'homme fort de l'Est a parlé.",
        "L'armée est entrée dans Alep. Elle a pris l'est.",
        "La route du sud est coupée en Irak.",
        "Il est question de trois frontières à tracer.",
    ],
)
def test_a_direction_alone_is_no_place(text: str) -> None:
    assert not [m for m in find_places(text) if m.rule == "side" or m.text == "trois frontières"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Au Nigeria, des jihadistes ont attaqué les villages de Bale et Kayamla, près de Maiduguri.",
            {"Nigeria", "Bale", "Kayamla", "Maiduguri"},
        ),
        ("Deux hommes ont été blessés à Bâle.", {"Bâle"}),
        ("BALE - Deux hommes ont été blessés en Suisse.", {"Bâle", "Suisse"}),
        ("Deux hommes ont été blessés à Bale, en Suisse, d'après la police.", {"Bâle", "Suisse"}),
    ],
)
def test_a_name_without_its_accent_is_a_place_of_the_story_only(text: str, names: set[str]) -> None:
    assert {m.place.name for m in find_places(text) if m.place is not None} == names
