"""Eighty French place names in the spellings of the press, each in a plain sentence."""

import pytest

from vigie.places import find_places
from vigie.places.geo import distance

COUNTRY = {
    "SYR": "en Syrie",
    "IRQ": "en Irak",
    "YEM": "au Yémen",
    "LBY": "en Libye",
    "LBN": "au Liban",
    "MLI": "au Mali",
    "NER": "au Niger",
    "BFA": "au Burkina Faso",
    "NGA": "au Nigeria",
    "CMR": "au Cameroun",
    "CAF": "en Centrafrique",
    "COD": "en République démocratique du Congo",
    "SDN": "au Soudan",
    "SSD": "au Soudan du Sud",
    "SOM": "en Somalie",
    "ETH": "en Ethiopie",
    "MOZ": "au Mozambique",
    "UKR": "en Ukraine",
    "AFG": "en Afghanistan",
    "PHL": "aux Philippines",
    "PSE": "en Cisjordanie",
    "TUN": "en Tunisie",
    "EGY": "en Egypte",
    "AZE": "en Azerbaïdjan",
    "TCD": "au Tchad",
}
NAMES = [
    ("Alep", "SYR", 36.2, 37.16),
    ("Idleb", "SYR", 35.93, 36.63),
    ("Deir Ezzor", "SYR", 35.33, 40.14),
    ("Deir ez-Zor", "SYR", 35.33, 40.14),
    ("Deir al-Zor", "SYR", 35.33, 40.14),
    ("Raqa", "SYR", 35.95, 39.01),
    ("Raqqa", "SYR", 35.95, 39.01),
    ("Kobané", "SYR", 36.89, 38.35),
    ("Menbej", "SYR", 36.53, 37.95),
    ("Manbij", "SYR", 36.53, 37.95),
    ("Khan Cheikhoun", "SYR", 35.44, 36.65),
    ("Maaret al-Noomane", "SYR", 35.64, 36.67),
    ("Maarat al-Noumane", "SYR", 35.64, 36.67),
    ("Jisr al-Choughour", "SYR", 35.81, 36.32),
    ("Boukamal", "SYR", 34.45, 40.92),
    ("Qousseir", "SYR", 34.51, 36.58),
    ("Daret Ezza", "SYR", 36.28, 36.85),
    ("Douma", "SYR", 33.57, 36.4),
    ("Arbine", "SYR", 33.54, 36.37),
    ("Fouaa", "SYR", 35.98, 36.7),
    ("Kafraya", "SYR", 35.99, 36.68),
    ("Lattaquié", "SYR", 35.53, 35.78),
    ("Tartous", "SYR", 34.89, 35.89),
    ("Afrine", "SYR", 36.51, 36.87),
    ("Aïn Issa", "SYR", 36.39, 38.86),
    ("Tal Abyad", "SYR", 36.7, 38.96),
    ("Ras al-Aïn", "SYR", 36.85, 40.07),
    ("Qamichli", "SYR", 37.05, 41.22),
    ("Al-Bab", "SYR", 36.37, 37.52),
    ("Saraqeb", "SYR", 35.86, 36.8),
    ("Sarmada", "SYR", 36.18, 36.73),
    ("Palmyre", "SYR", 34.56, 38.27),
    ("Hassaké", "SYR", 36.5, 40.75),
    ("Mayadine", "SYR", 35.02, 40.45),
    ("Ariha", "SYR", 35.81, 36.61),
    ("Hraytan", "SYR", 36.29, 37.08),
    ("Mossoul", "IRQ", 36.34, 43.13),
    ("Falloujah", "IRQ", 33.35, 43.78),
    ("Bagdad", "IRQ", 33.33, 44.4),
    ("Tal Afar", "IRQ", 36.38, 42.45),
    ("Baaqouba", "IRQ", 33.75, 44.64),
    ("Kirkouk", "IRQ", 35.47, 44.39),
    ("Sanaa", "YEM", 15.35, 44.2),
    ("Hodeida", "YEM", 14.8, 42.95),
    ("Marib", "YEM", 15.46, 45.33),
    ("Zinjibar", "YEM", 13.13, 45.38),
    ("Taëz", "YEM", 13.58, 44.02),
    ("Syrte", "LBY", 31.2, 16.59),
    ("Benghazi", "LBY", 32.11, 20.07),
    ("Tarhouna", "LBY", 32.43, 13.63),
    ("Misrata", "LBY", 32.37, 15.09),
    ("Beyrouth", "LBN", 33.89, 35.5),
    ("Tombouctou", "MLI", 16.77, -3.0),
    ("Gao", "MLI", 16.27, -0.04),
    ("Kidal", "MLI", 18.44, 1.41),
    ("Ménaka", "MLI", 15.92, 2.4),
    ("Tessalit", "MLI", 20.2, 1.01),
    ("Hombori", "MLI", 15.28, -1.7),
    ("Sévaré", "MLI", 14.53, -4.1),
    ("Inatès", "NER", 15.2, 1.35),
    ("Arlit", "NER", 18.74, 7.39),
    ("Diffa", "NER", 13.32, 12.61),
    ("Ouagadougou", "BFA", 12.37, -1.53),
    ("Solhan", "BFA", 13.35, 0.55),
    ("Maiduguri", "NGA", 11.85, 13.16),
    ("Fotokol", "CMR", 12.37, 14.22),
    ("Batangafo", "CAF", 7.3, 18.28),
    ("Beni", "COD", 0.49, 29.47),
    ("Kisangani", "COD", 0.52, 25.2),
    ("El-Facher", "SDN", 13.63, 25.35),
    ("Djouba", "SSD", 4.85, 31.58),
    ("Mogadiscio", "SOM", 2.04, 45.34),
    ("Aksoum", "ETH", 14.12, 38.72),
    ("Mocimboa da Praia", "MOZ", -11.35, 40.35),
    ("Marioupol", "UKR", 47.1, 37.55),
    ("Boutcha", "UKR", 50.55, 30.22),
    ("Zaporijjia", "UKR", 47.84, 35.14),
    ("Kondoz", "AFG", 36.73, 68.86),
    ("Jolo", "PHL", 6.05, 121.0),
    ("Jénine", "PSE", 32.46, 35.3),
]
ENOUGH = 76


def right(name: str, country: str, lat: float, lon: float) -> bool:
    """The one mention of the name lies within its radius (and 3 km) of where the name lies."""
    found = find_places(f"De violents combats ont éclaté mardi à {name}, {COUNTRY[country]}, selon des habitants.")
    places = [m.place for m in found if name in m.text and m.place]
    return len(places) == 1 and distance((places[0].lat, places[0].lon), (lat, lon)) <= max(8.0, places[0].km) + 3


def test_press_spellings() -> None:
    wrong = [name for name, *rest in NAMES if not right(name, *rest)]  # type: ignore[arg-type]
    assert len(NAMES) == 80
    assert len(NAMES) - len(wrong) >= ENOUGH, wrong


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("Aïn Issa", "Ain Issa", "SYR"),
        ("Deir Ezzor", "DEIR EZZOR", "SYR"),
        ("Al-Bab", "Al Bab", "SYR"),
        ("N'Djamena", "N’Djamena", "TCD"),
        ("Ras al-Aïn", "Ras el-Aïn", "SYR"),
        ("Tal Abyad", "Tall Abyad", "SYR"),
        ("Khan Cheikhoun", "Khan Sheikhun", "SYR"),
        ("Manbij", "Minbij", "SYR"),
        ("Falloujah", "Fallouja", "IRQ"),
        ("Baaqouba", "Baqoubah", "IRQ"),
        ("Lattaquié", "Lattaquie", "SYR"),
        ("Tarhouna", "Tarhuna", "LBY"),
        ("Salqine", "Salqin", "SYR"),
        ("Maaret al-Noomane", "Maarrat an-Nu'man", "SYR"),
        ("Qousseir", "Al-Qusayr", "SYR"),
        ("Tombouctou", "Tombouktou", "MLI"),
        ("Boukamal", "Al-Bukamal", "SYR"),
        ("Kirkouk", "Kirkuk", "IRQ"),
    ],
)
def test_two_spellings_are_one_place(one: str, other: str, country: str) -> None:
    def where(name: str) -> tuple[float, float]:
        text = f"Des obus sont tombés à {name}, {COUNTRY[country]}."
        return next((m.place.lat, m.place.lon) for m in find_places(text) if m.place and name in m.text)

    assert distance(where(one), where(other)) < 12


@pytest.mark.parametrize(
    ("text", "country", "lat", "lon"),
    [
        ("قصف على مدينة حلب", "SYR", 36.2, 37.16),
        ("اشتباكات في إدلب", "SYR", 35.93, 36.63),
        ("غارات على الحديدة في اليمن", "YEM", 14.8, 42.95),
        ("انفجار في بغداد", "IRQ", 33.33, 44.4),
    ],
)
def test_names_in_arabic_script(text: str, country: str, lat: float, lon: float) -> None:
    places = [m.place for m in find_places(text) if m.place and m.place.level != "country"]
    assert any(p.country == country and distance((p.lat, p.lon), (lat, lon)) < 20 for p in places)


FRONTS = [
    ("Tessit", "MLI"), ("Solhan", "BFA"), ("Chinagodrar", "NER"), ("Zabarmari", "NGA"), ("Kolofata", "CMR"),
    ("Kaga-Bandoro", "CAF"), ("Eringeti", "COD"), ("Ed Damazin", "SDN"), ("El Adde", "SOM"), ("Maï Kadra", "ETH"),
    ("Mocimboa da Praia", "MOZ"), ("Roubijné", "UKR"), ("Avdiïvka", "UKR"), ("Sirwah", "YEM"), ("Tarhouna", "LBY"),
    ("Qaraqosh", "IRQ"), ("Badouch", "IRQ"), ("Khan Younès", "PSE"), ("Beita", "PSE"), ("Koundouz", "AFG"),
    ("Fizouli", "AZE"), ("Banki", "NGA"),
]  # fmt: skip
SITES = [
    ("barrage de Tichrine", "SYR"), ("poste-frontière de Bab al-Hawa", "SYR"), ("camp de Roukbane", "SYR"),
    ("base d'al-Watiya", "LBY"), ("croissant pétrolier", "LBY"), ("pays dogon", "MLI"), ("forêt de Sambisa", "NGA"),
    ("camp de Zamzam", "SDN"), ("parc des Virunga", "COD"), ("péninsule d'Afungi", "MOZ"), ("usine Azovstal", "UKR"),
    ("col de Salang", "AFG"), ("couloir de Philadelphie", "PSE"), ("base d'Aïn al-Assad", "IRQ"), ("Tihama", "YEM"),
    ("corridor de Latchine", "AZE"), ("autoroute M5", "SYR"), ("base de Baledogle", "SOM"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "country"), [*FRONTS, *SITES])
def test_towns_and_sites_of_the_fronts_are_known(name: str, country: str) -> None:
    intro = COUNTRY.get(country, "à Gaza et en Cisjordanie" if country == "PSE" else "")
    text = f"Six civils ont été tués lundi à proximité de {name}, {intro}."
    found = [m.place for m in find_places(text) if m.place and name.split()[-1] in m.text]
    assert found, [(m.text, m.candidates) for m in find_places(text)]
    assert found[0].country == country
    assert found[0].level != "country"
