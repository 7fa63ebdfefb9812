"""Forty hard pairs: one name, two places, and the sentences that tell which. Undecided is allowed, wrong is not."""

import pytest

from vigie.places import PlaceMention, find_places
from vigie.places.geo import distance

Case = tuple[str, float, float]
PAIRS: list[tuple[str, Case, Case]] = [
    (
        "Tripoli",
        ("Des combats ont opposé deux milices dans le sud de Tripoli, la capitale libyenne.", 32.88, 13.19),
        ("Un échange de tirs a fait deux morts à Tripoli, dans le nord du Liban.", 34.43, 35.84),
    ),
    (
        "Douma",
        ("L'aviation du régime syrien a bombardé Douma, dans la Ghouta orientale.", 33.57, 36.4),
        ("Des colons ont incendié une maison palestinienne à Douma, près de Naplouse, en Cisjordanie.", 32.06, 35.37),
    ),
    (
        "Nawa",
        ("Des rebelles syriens ont pris la ville de Nawa, dans la province de Deraa.", 32.89, 36.04),
        ("Un soldat britannique a été tué dans le district de Nawa, dans le Helmand, en Afghanistan.", 31.4, 64.3),
    ),
    (
        "Kaya",
        ("Des milliers de déplacés sont arrivés à Kaya, dans le centre-nord du Burkina Faso.", 13.09, -1.08),
        ("Un journaliste a été tué à Kaya, à la frontière ougandaise, dans le sud du Soudan du Sud.", 3.55, 30.87),
    ),
    (
        "Gao",
        ("Un véhicule piégé a explosé devant un camp militaire à Gao, dans le nord du Mali.", 16.27, -0.04),
        ("Un conseiller municipal a été enlevé à Gao, dans le Ziro, au Burkina Faso.", 11.65, -2.18),
    ),
    (
        "Beni",
        ("Les rebelles des ADF ont massacré des civils près de Beni, au Nord-Kivu.", 0.49, 29.47),
        ("Des pluies ont détruit un pont à Beni, dans l'ouest du Népal.", 28.35, 83.57),
    ),
    (
        "Saada",
        ("Un raid de la coalition a visé Saada, fief des Houthis dans le nord du Yémen.", 16.94, 43.76),
        ("Une manifestation a été dispersée à Saada, près de Marrakech, au Maroc.", 31.63, -8.1),
    ),
    (
        "Homs",
        ("Des obus sont tombés sur un quartier de Homs, dans le centre de la Syrie.", 34.73, 36.72),
        ("Des miliciens ont bloqué la route côtière à Homs, à l'est de Tripoli, en Libye.", 32.65, 14.26),
    ),
    (
        "Goma",
        ("Le M23 s'est emparé de Goma, la grande ville de l'est de la RDC.", -1.66, 29.22),
        ("Une inondation a touché Goma, dans le sud de l'Ethiopie.", 7.0, 37.5),
    ),
    (
        "Manchester",
        ("Un kamikaze a tué 22 personnes à Manchester, dans le nord de l'Angleterre.", 53.48, -2.24),
        ("Deux policiers ont été blessés à Manchester, dans le New Hampshire, aux Etats-Unis.", 42.99, -71.45),
    ),
    (
        "Mansoura",
        ("Un dépôt d'armes a été touché à Mansoura, à l'ouest d'Alep, en Syrie.", 36.17, 36.99),
        ("Une bombe a visé la police à Mansoura, dans le delta du Nil, en Egypte.", 31.04, 31.38),
    ),
    (
        "Saïda",
        ("Une dispute a dégénéré dans le camp palestinien voisin de Saïda, dans le sud du Liban.", 33.56, 35.37),
        ("Un terroriste a été abattu à Saïda, dans l'ouest de l'Algérie.", 34.83, 0.15),
    ),
    (
        "Salaheddine",
        ("Des combats de rue ont lieu dans le quartier de Salaheddine, à Alep.", 36.19, 37.13),
        ("L'armée irakienne a repris un village de la province de Salaheddine, au nord de Bagdad.", 34.5, 43.6),
    ),
    (
        "Amiriya",
        ("Un obus est tombé dans le quartier d'Amiriya, dans le sud d'Alep.", 36.17, 37.13),
        ("Une voiture piégée a explosé à Amiriya, à l'ouest de Bagdad, en Irak.", 33.3, 44.28),
    ),
    (
        "Bayada",
        ("Des snipers tirent sur le quartier de Bayada, à Homs.", 34.75, 36.73),
        ("Un drone a frappé Bayada, dans le sud du Liban.", 33.17, 35.18),
    ),
    (
        "Sinjar",
        ("Les peshmergas ont repris Sinjar, dans le nord-ouest de l'Irak.", 36.32, 41.87),
        ("L'armée syrienne a pris Sinjar, dans le sud-est de la province d'Idleb.", 35.59, 36.95),
    ),
    (
        "Palma",
        ("Des jihadistes ont attaqué Palma, dans le nord-est du Mozambique.", -10.77, 40.47),
        ("Un Marocain lié à l'EI a été arrêté à Palma, en Espagne.", 39.57, 2.65),
    ),
    (
        "Yarmouk",
        ("Des jihadistes sont entrés dans le camp de Yarmouk, dans le sud de Damas.", 33.47, 36.3),
        ("Des insurgés ont quitté le bassin de Yarmouk, dans la province syrienne de Deraa.", 32.78, 35.85),
    ),
    (
        "Arak",
        ("L'armée syrienne a repris le champ gazier d'Arak, à l'est de Palmyre.", 34.66, 38.58),
        ("L'usine d'eau lourde d'Arak, en Iran, a été inspectée.", 34.09, 49.69),
    ),
    (
        "Qalat",
        ("Une bombe a visé un hôpital à Qalat, dans la province afghane de Zaboul.", 32.1, 66.9),
        ("Des miliciens ont été arrêtés à Qalat Sukkar, dans le sud de l'Irak.", 31.86, 46.08),
    ),
    (
        "Jalalabad",
        ("Trois journalistes ont été tuées à Jalalabad, dans l'est de l'Afghanistan.", 34.43, 70.45),
        ("Des affrontements ethniques ont éclaté à Jalalabad, dans le sud du Kirghizstan.", 40.93, 73.0),
    ),
    (
        "Marja",
        ("Les talibans ont pris Marjah, dans la province du Helmand, en Afghanistan.", 31.52, 64.12),
        ("Des combats ont eu lieu dans le quartier de Marjé, à Alep, en Syrie.", 36.18, 37.17),
    ),
    (
        "Bab al-Hawa",
        ("Un convoi de l'ONU est passé par Bab al-Hawa, à la frontière turque, vers Idleb.", 36.24, 36.69),
        ("Une bombe a explosé à Bab al-Mandeb, au Yémen.", 12.6, 43.35),
    ),
    (
        "Rafah",
        ("Des frappes israéliennes ont tué douze Palestiniens à Rafah, dans le sud de la bande de Gaza.", 31.29, 34.25),
        (
            "Des jihadistes ont tué vingt policiers dans la ville égyptienne de Rafah, dans le nord du Sinaï.",
            31.28,
            34.23,
        ),
    ),
    (
        "Hyderabad",
        ("Deux bombes ont explosé à Hyderabad, dans le sud de l'Inde.", 17.38, 78.47),
        ("Des hommes armés ont tué un avocat à Hyderabad, dans le Sind, au Pakistan.", 25.39, 68.37),
    ),
    (
        "Paris",
        ("Trois commandos ont attaqué Paris, la capitale française, en novembre 2015.", 48.85, 2.35),
        ("Un homme a été arrêté à Paris, au Texas, aux Etats-Unis.", 33.66, -95.56),
    ),
    (
        "Valence",
        ("Le soldat français servait dans un régiment basé à Valence, dans le sud-est de la France.", 44.93, 4.89),
        ("La police espagnole a arrêté un jihadiste à Valence, en Espagne.", 39.47, -0.38),
    ),
    (
        "Birmingham",
        ("La police britannique a mené une perquisition à Birmingham, au Royaume-Uni.", 52.48, -1.9),
        ("Quatre personnes ont été tuées par balles à Birmingham, en Alabama, aux Etats-Unis.", 33.52, -86.8),
    ),
    (
        "Koro",
        ("Des hommes armés ont tué dix villageois à Koro, dans le centre du Mali.", 14.07, -3.08),
        ("Un gendarme a été blessé à Koro, dans l'ouest de la Côte d'Ivoire.", 8.55, -7.46),
    ),
    (
        "Vienne",
        ("Un assaillant a tué quatre passants à Vienne, la capitale autrichienne.", 48.21, 16.37),
        ("Un homme soupçonné de terrorisme a été interpellé à Vienne, en France.", 45.53, 4.87),
    ),
    (
        "Diffa",
        ("Boko Haram a tué neuf soldats près de Diffa, dans le sud-est du Niger.", 13.32, 12.61),
        ("Des hommes armés ont attaqué la région de Diffa, au Niger, près du lac Tchad.", 13.4, 12.6),
    ),
    (
        "Bor",
        ("Des rebelles ont repris Bor, dans l'Etat de Jonglei, au Soudan du Sud.", 6.21, 31.56),
        ("Les ouvriers de la mine de Bor, en Serbie, sont en grève.", 44.07, 22.1),
    ),
    (
        "Guadalajara",
        ("Des tueurs d'un cartel ont abattu six policiers à Guadalajara, au Mexique.", 20.67, -103.35),
        ("Une cellule jihadiste a été démantelée à Guadalajara, en Espagne.", 40.63, -3.17),
    ),
    (
        "Jolo",
        ("Deux explosions devant la cathédrale de Jolo, aux Philippines, ont fait vingt morts.", 6.05, 121.0),
        ("Des militaires ont été pris en embuscade dans l'île de Jolo, aux Philippines.", 5.97, 121.1),
    ),
    (
        "Carthagène",
        ("L'accord avec les Farc a été signé à Carthagène, en Colombie.", 10.4, -75.51),
        ("Des migrants ont été secourus au large de Carthagène, en Espagne.", 37.6, -0.98),
    ),
    (
        "Barda",
        ("Des tirs de missiles ont tué 21 civils à Barda, en Azerbaïdjan.", 40.37, 47.13),
        ("Le chef jihadiste a été tué à Bardera, en Somalie.", 2.34, 42.28),
    ),
    (
        "Soran",
        ("Le groupe EI a perdu Soran, au nord d'Alep.", 36.56, 37.22),
        ("Deux peshmergas ont été tués à Soran, dans le Kurdistan irakien.", 36.65, 44.54),
    ),
    (
        "Khalidiya",
        ("L'armée syrienne a repris le quartier de Khaldiyé à Homs.", 34.74, 36.72),
        ("Une bombe a tué deux policiers à Khalidiya, dans la province irakienne d'Anbar.", 33.42, 43.5),
    ),
    (
        "Saint-Denis",
        ("Les policiers ont donné l'assaut à Saint-Denis, au nord de Paris, en France.", 48.94, 2.36),
        ("Des émeutiers ont brûlé des voitures à Saint-Denis, à La Réunion.", -20.88, 55.45),
    ),
    (
        "Odessa",
        ("Des drones russes ont visé le port d'Odessa, dans le sud de l'Ukraine.", 46.48, 30.73),
        ("Un tireur a tué sept personnes à Odessa, au Texas, aux Etats-Unis.", 31.85, -102.37),
    ),
]
ENOUGH = 34


def judge(name: str, text: str, lat: float, lon: float) -> str:
    """«right», «undecided» or «wrong» for the mention of the name."""
    found = [m for m in find_places(text) if m.place is None or m.place.level != "country"]
    said = [m for m in found if m.text[-4:].lower() in text.lower() and _names(m, name)]
    if not said:
        return "undecided"
    placed = [m.place for m in said if m.place]
    if not placed:
        return "undecided"
    near = any(distance((p.lat, p.lon), (lat, lon)) <= max(p.km, 12.0) + 8 for p in placed)
    return "right" if near else "wrong"


def _names(mention: PlaceMention, name: str) -> bool:
    return mention.text.lower().find(name.lower()[:3]) >= 0


def test_pairs() -> None:
    verdicts = {name: [judge(name, *case) for case in cases] for name, *cases in PAIRS}
    right = [name for name, pair in verdicts.items() if pair == ["right", "right"]]
    wrong = [name for name, pair in verdicts.items() if "wrong" in pair]
    assert len(PAIRS) == 40
    assert len(right) >= ENOUGH, verdicts
    assert not wrong, verdicts


@pytest.mark.parametrize(
    "text",
    [
        "Des miliciens tiennent encore le quartier de Koweït.",
        "Un obus est tombé sur le quartier France, au sud de la ville.",
        "Une patrouille a sauté sur une mine dans le quartier Liberia.",
    ],
)
def test_a_quarter_called_after_a_country_stops_no_reading(text: str) -> None:
    assert isinstance(find_places(text), list)


TOLD = [
    ("Des combats ont fait dix morts à Tripoli, deuxième ville du Liban.", "Tripoli", "LBN"),
    ("Des combats ont fait dix morts à Tripoli, la deuxième plus grande ville du Liban.", "Tripoli", "LBN"),
    ("Des combats ont fait dix morts à Tripoli, deuxième ville libanaise.", "Tripoli", "LBN"),
    ("Des combats ont fait dix morts à Tripoli, capitale du Liban nord.", "Tripoli", "LBN"),
    ("Des combats ont fait dix morts à Tripoli (Liban).", "Tripoli", "LBN"),
    ("Des combats entre l'armée libanaise et des islamistes ont fait dix morts à Tripoli.", "Tripoli", "LBN"),
    ("Des combats ont fait dix morts à Tripoli, port libyen.", "Tripoli", "LBY"),
    ("Des combats ont fait dix morts à Tripoli.", "Tripoli", "LBY"),
    ("Des combats ont fait dix morts à Tripoli, a dit le gouvernement libyen.", "Tripoli", "LBY"),
    ("Des avions russes ont tué deux soldats à Pokrovsk.", "Pokrovsk", "UKR"),
    ("Deux soldats afghans ont été tués à Qalat, dans le sud de l'Afghanistan.", "Qalat", "AFG"),
]


@pytest.mark.parametrize(("text", "name", "country"), TOLD)
def test_what_stands_behind_a_name_and_who_is_spoken_of_outdo_size(text: str, name: str, country: str) -> None:
    told = [m.place.country for m in find_places(text) if _names(m, name) and m.place]
    assert told[:1] == [country]


def test_a_city_is_meant_and_no_hamlet_of_its_land_that_has_its_name() -> None:
    text = "Six personnes sont mortes à Kramatorsk, en Ukraine. Un homme a été tué par un drone à Nikopol."
    found = next(mention.place for mention in find_places(text) if mention.text == "Nikopol")
    assert found is not None
    assert distance((found.lat, found.lon), (47.57, 34.39)) < 10
