"""Where it happened: the words beside a place, chains and pairs of places, what a sentence leaves to the story."""

import datetime as dt

import pytest

from vigie.extraction import extract
from vigie.values import Document, Harm, Interval

PUBLISHED = dt.date(2016, 5, 12)  # a Thursday


def figures(text: str) -> list[Harm]:
    """The harm claims of a dispatch of that day."""
    document = Document(
        document="t", id="t", text=text, sha256="", text_sha256="", origin="t", published=Interval.day(PUBLISHED)
    )
    return [claim for claim in extract(document) if isinstance(claim, Harm)]


def place_of(text: str, count: int) -> str | None:
    found = next(f for f in figures(text) if count in (f.count, f.low))
    return found.place.name if found.place else None


NOT_THERE = [
    ("Douze soldats du 3e régiment d'infanterie de Toulon ont été tués lundi à Kidal, au Mali.", 12, "Kidal"),
    ("Deux militaires du 2e bataillon de chasseurs alpins d'Annecy ont été blessés lundi à Gao, au Mali.", 2, "Gao"),
    ("Le caporal, du 5e régiment de dragons de Mailly, et deux soldats ont été tués à Kidal, au Mali.", 2, "Kidal"),
    ("Cinq civils ont été tués lundi à Alep, a annoncé à Genève l'envoyé de l'ONU pour la Syrie.", 5, "Alep"),
    ("Trois rebelles ont péri à Idleb, a déclaré mercredi à Beyrouth un responsable syrien.", 3, "Idleb"),
    ("Neuf civils ont péri à Homs, en Syrie, a indiqué depuis Londres une ONG.", 9, "Homs"),
    ("Originaire de Nantes, l'otage a été tué lundi à Mossoul, en Irak.", 1, "Mossoul"),
    ("Un médecin natif de Beyrouth a été tué mardi à Homs, en Syrie.", 1, "Homs"),
    ("Trois jihadistes venus de Tunis ont été tués lundi à Syrte, en Libye.", 3, "Syrte"),
    ("Six civils ont été tués à Homs, en Syrie, avant des pourparlers à Genève.", 6, "Homs"),
    (
        "Quatre policiers ont été tués à Kandahar, en Afghanistan, pendant la visite à Kaboul d'un ministre.",
        4,
        "Kandahar",
    ),
    ("Cinq soldats ont été tués lundi à Afrine, en Syrie, par Ankara.", 5, "Afrine"),
    (
        "Huit policiers ont été tués mardi à Misrata, en Libye, après le départ de l'ambassadeur de France.",
        8,
        "Misrata",
    ),
    ("Le président du Niger a salué les dix soldats tués lundi à Gao, au Mali.", 10, "Gao"),
    ("Un militaire de la force Barkhane au Sahel a été tué lundi à Kidal, au Mali.", 1, "Kidal"),
    ("Douze soldats ont été tués lundi à Tahoua, au Niger, pays frontalier du Mali.", 12, "Tahoua"),
    ("DAMAS, 12 mai 2016 (Agence Nord) - Vingt civils ont été tués mardi à Alep, selon une ONG.", 20, "Alep"),
    ("BEYROUTH (Liban), 12 mai 2016 - Treize soldats ont été tués mardi à Homs, en Syrie.", 13, "Homs"),
]


@pytest.mark.parametrize(("text", "count", "name"), NOT_THERE)
def test_where_people_come_from_speak_or_go_is_not_where_it_happened(text: str, count: int, name: str) -> None:
    assert place_of(text, count) == name


def test_the_wounded_were_not_hit_where_they_are_treated() -> None:
    text = "Six civils ont été tués mardi à Homs, en Syrie; dix blessés ont été transférés vers un hôpital de Beyrouth."
    assert place_of(text, 10) == "Homs"


EXACT = [
    (
        "Neuf civils ont été tués lundi dans le village de Hass, près de Maaret al-Noomane, dans la province d'Idleb.",
        9,
        "Hass",
    ),
    ("Dix soldats sont morts mardi dans le nord du Mali, à Tessalit.", 10, "Tessalit"),
    ("En Syrie, sept civils ont été tués lundi à Alep.", 7, "Alep"),
    ("Attaque au Mali: quatre policiers tués à Gao.", 4, "Gao"),
    ("Onze combattants ont péri lundi à Zinjibar, chef-lieu de la province d'Abyane, au Yémen.", 11, "Zinjibar"),
    ("Une bombe a tué sept personnes mardi à Marib, au Yémen.", 7, "Marib"),
    ("Vingt civils ont été tués à Manbij, en Syrie, tandis que dix autres ont péri à Idleb.", 20, "Manbij"),
    ("Vingt civils ont été tués à Manbij, en Syrie, tandis que dix autres ont péri à Idleb.", 10, "Idleb"),
]


@pytest.mark.parametrize(("text", "count", "name"), EXACT)
def test_the_most_exact_place_of_a_sentence_is_meant(text: str, count: int, name: str) -> None:
    assert place_of(text, count) == name


@pytest.mark.parametrize(("where", "level"), [("à Marib", "town"), ("dans la province de Marib", "province")])
def test_a_province_is_not_its_town(where: str, level: str) -> None:
    found = figures(f"Une bombe a tué sept personnes mardi {where}, au Yémen.")[0]
    assert found.place is not None
    assert found.place.level == level


JOINT = [
    ("Depuis janvier, 1.200 civils ont été tués au Mali et au Burkina Faso.", 1200, {"Mali", "Burkina Faso"}, 500),
    ("Plus de 900 civils ont été tués en avril en Syrie et en Irak.", 900, {"Syrie", "Irak"}, 400),
    ("Les jihadistes ont tué vingt civils lundi à Gao et à Tombouctou, au Mali.", 20, {"Gao", "Tombouctou"}, 100),
    ("Les raids ont tué trente civils mardi à Rastan et Talbissé, en Syrie.", 30, {"Rastane", "Talbissé"}, 8),
]


@pytest.mark.parametrize(("text", "count", "names", "km"), JOINT)
def test_places_told_of_one_figure_are_joined(text: str, count: int, names: set[str], km: float) -> None:
    found = next(f for f in figures(text) if f.count == count).place
    assert found is not None
    assert set(found.name.split(" et ")) == names
    assert found.km >= km


@pytest.mark.parametrize(("count", "name"), [(4, "Gao"), (6, "Tombouctou")])
def test_figures_of_their_own_keep_their_places(count: int, name: str) -> None:
    assert (
        place_of("Quatre soldats ont été tués lundi à Gao et six civils ont péri à Tombouctou, au Mali.", count) == name
    )


TAKEN_UP = [
    (
        "Une bombe a explosé lundi sur un marché de Falloujah, en Irak. Douze personnes y ont perdu la vie.",
        12,
        "Falloujah",
    ),
    ("Des raids ont visé lundi Douma, en Syrie. Dans cette localité, dix civils ont été tués.", 10, "Douma"),
    ("Une attaque a visé mardi un poste à Kandahar, en Afghanistan. Quatre policiers ont été tués.", 4, "Kandahar"),
    (
        "Des combats ont éclaté lundi à Gao, au Mali. Ils ont fait dix morts. Trois civils ont aussi été blessés.",
        3,
        "Gao",
    ),
    (
        "Des combats ont eu lieu lundi à Khan Touman, en Syrie. Ce bourg situé à 10 km d'Alep compte 73 tués.",
        73,
        "Khan Toumane",
    ),
    (
        "Le village de Yabad, près de Jénine, a été attaqué lundi. Quatre personnes ont été tuées dans le village.",
        4,
        "Yabad",
    ),
    ("Des raids ont visé lundi Damas, en Syrie. Des obus sur la capitale ont tué sept civils.", 7, "Damas"),
    (
        "Une bombe a explosé à un carrefour de Mogadiscio. Elle a tué 30 civils somaliens.",
        30,
        "Mogadiscio",
    ),
    (
        "Une bombe à un carrefour de Mogadiscio a tué 30 civils somaliens.",
        30,
        "Mogadiscio",
    ),
    ("Le 26 janvier, une bombe avait frappé Homs, en Syrie. Vingt personnes y avaient péri.", 20, "Homs"),
]


@pytest.mark.parametrize(("text", "count", "name"), TAKEN_UP)
def test_later_sentences_keep_the_place_of_the_incident(text: str, count: int, name: str) -> None:
    assert place_of(text, count) == name


CLOSER = [
    "Deux soldats ont été tués mercredi au Mali. Leur véhicule a sauté sur une mine dans la région de Tessalit.",
    "Mali: deux soldats tués\nDeux soldats ont été tués mercredi au Mali. L'attaque a eu lieu à Tessalit.",
    "Deux soldats ont été tués dans le nord du Mali. L'explosion s'est produite mercredi près de Tessalit.",
]


@pytest.mark.parametrize("text", CLOSER)
def test_the_country_of_the_lead_gives_way_to_the_place_told_later(text: str) -> None:
    assert place_of(text, 2) == "Tessalit"


WHOLE = [
    ("La guerre en Syrie a fait plus de 300.000 morts. Dix civils ont été tués lundi à Alep.", 300000, "Syrie"),
    ("Au total, 17 soldats français sont morts dans les opérations Serval et Barkhane depuis 2013.", 17, "Sahel"),
    ("Le Mali a été visé plusieurs fois par des attaques qui ont fait plusieurs dizaines de morts.", 20, "Mali"),
    (
        "Dix civils ont été tués lundi à Alep, en Syrie. On compte 480.000 personnes assiégées à travers le pays.",
        480000,
        "Syrie",
    ),
    ("Quatre soldats maliens ont été tués dans une embuscade.", 4, "Mali"),
]


@pytest.mark.parametrize(("text", "count", "name"), WHOLE)
def test_tolls_of_wars_and_missions_take_their_country_or_region(text: str, count: int, name: str) -> None:
    assert place_of(text, count) == name


def test_an_embassy_stands_in_the_capital_of_the_story() -> None:
    assert place_of("Un policier tunisien a été tué lundi devant l'ambassade de France, en Tunisie.", 1) == "Tunis"


def test_news_that_follow_a_memory_return_to_their_place() -> None:
    text = (
        "Quinze soldats ont été tués dimanche dans un assaut à Boulikessi, au centre du Mali. En mars, 23 soldats "
        "avaient péri à Dioura. «Nous avons aussi 12 blessés», a précisé lundi un officier."
    )
    assert (place_of(text, 23), place_of(text, 12)) == ("Dioura", place_of(text, 15))


NOT_THE_NEAREST = [
    (
        "Le régime bombarde la Ghouta orientale, où 40 civils ont été tués lundi, comme à Afrine.",
        40,
        "Ghouta orientale",
    ),
    (
        "Des combats ont lieu dans la province d'Abyane, au Yémen.\nL'armée veut prendre le contrôle de Zinjibar.\n"
        "Quatorze combattants ont été tués lundi.",
        14,
        "Abyane",
    ),
    (
        "L'armée a bombardé Syrte lundi, en Libye, tuant deux soldats. Ce conflit a fait des centaines de morts.",
        200,
        "Libye",
    ),
    (
        "L'armée a bombardé Syrte lundi. Le conflit en Libye oppose deux camps. Il a fait des milliers de morts.",
        2000,
        "Libye",
    ),
]


@pytest.mark.parametrize(("text", "count", "name"), NOT_THE_NEAREST)
def test_a_place_that_is_only_near_in_the_text_is_not_meant(text: str, count: int, name: str) -> None:
    assert place_of(text, count) == name


OF_THE_STORY = [
    (
        "Le président a annoncé depuis Abidjan que 33 jihadistes avaient été tués dans la région de Mopti, au Mali. "
        "Il l'a dit dans un discours devant la communauté française d'Abidjan. Les soldats ont fait un prisonnier.",
        1,
        "Mopti",
    ),
    ("Dans un discours prononcé à Bagdad, un général a dit que quatre soldats étaient morts en Syrie.", 4, "Syrie"),
    ("L'attaque contre la gare de Kramatorsk, dans l'est de l'Ukraine, a tué 57 civils.", 57, "gare de Kramatorsk"),
    (
        "L'armée a lancé en février une opération dans le Sinaï, en Egypte, jusqu'à la frontière avec la Libye. "
        "Depuis son lancement, plus de 300 jihadistes ont été tués.",
        300,
        "Sinaï",
    ),
    (
        "Une attaque a été déjouée au point de passage de Qalandiya, entre Israël et le centre de la Cisjordanie.\n"
        "Un homme a tenté de poignarder un garde, selon la police.\nL'assaillant, blessé, a été arrêté.",
        1,
        "Qalandiya",
    ),
    (
        "Ces dernières semaines, les groupes armés multiplient les attaques en Centrafrique. Selon l'ONU, ils ont tué "
        "au moins 60 villageois. Lundi, huit gendarmes sont morts à Bambari.",
        60,
        "République centrafricaine",
    ),
]


@pytest.mark.parametrize(("text", "count", "name"), OF_THE_STORY)
def test_what_a_sentence_leaves_out_comes_from_the_right_one(text: str, count: int, name: str) -> None:
    assert place_of(text, count) == name


def test_an_aim_in_the_lead_is_where_it_happened_one_further_down_is_not() -> None:
    lead = "L'armée a lancé lundi une opération pour reprendre Zinjibar, au Yémen, faisant dix morts."
    below = (
        "Des combats se poursuivent dans la province d'Abyane, au Yémen.\nLes rebelles résistent.\n"
        "Une offensive a été lancée pour prendre le contrôle de Zinjibar.\nQuatorze combattants ont été tués lundi."
    )
    assert place_of(lead, 10) == "Zinjibar"
    assert place_of(below, 14) == "Abyane"


APART = [
    ("Depuis janvier, plus de 400 civils ont été tués au Mali, dont 160 à Ogossagou.", 400, "Mali"),
    (
        "Trois hommes ont été tués à Gaza dans des frappes menées en représailles à des tirs sur Ashkelon.",
        3,
        "Gaza",
    ),
    ("Quarante élèves ont été enlevés dans une école de Kankara, dans l'Etat de Katsina, au Nigeria.", 40, "Kankara"),
    ("Vingt soldats ont été tués à Boulkessi et Mondoro, dans le sud du Mali.", 20, "Boulkessi et Mondoro"),
    (
        "Vingt civils ont été tués dans les provinces du Soum et du Bam, dans le nord du Burkina Faso.",
        20,
        "Soum et Bam",
    ),
    ("Onze civils ont été tués mardi sur la route reliant Kandahar à Hérat, en Afghanistan.", 11, "Kandahar – Hérat"),
]


@pytest.mark.parametrize(("text", "count", "name"), APART)
def test_the_place_of_something_else_in_the_sentence_is_not_meant(text: str, count: int, name: str) -> None:
    assert place_of(text, count) == name


def test_between_a_known_and_an_unknown_place_is_wider_than_the_town() -> None:
    found = figures("Sept soldats ont été tués lundi entre Ouallam et Bozzarba, au Niger.")[0].place
    assert found is not None
    assert 20 <= found.km <= 60


def test_thousands_flee_a_province_rather_than_its_town() -> None:
    text = "Des combats se poursuivent dans la province de Marib, au Yémen.\nIls ont déplacé 8.000 personnes à Marib."
    found = next(f for f in figures(text) if f.count == 8000).place
    assert found is not None
    assert found.level == "province"


def test_a_toll_of_months_is_not_of_the_spot_of_the_news() -> None:
    text = (
        "Deux soldats ont été tués lundi à Tessalit, au Mali.\nCes derniers mois, les armées ont multiplié les offensives. "
        "Elles ont revendiqué la mort de 90 jihadistes, dont un chef, en mars."
    )
    assert place_of(text, 90) == "Mali"


OF_THE_TELLER = [
    ("Douze civils ont été tués à Beni, en RDC. Au moins 77 ont péri en un mois, d'après une ONG de New York.", 77),
    ("Douze civils ont été tués à Beni, en RDC. Neuf soldats ont péri, a indiqué un responsable de l'ONU de Goma.", 9),
    ("Douze civils ont été tués à Beni, en RDC. Neuf soldats ont péri, selon une source diplomatique de Nairobi.", 9),
    ("Douze civils ont été tués à Beni, en RDC. Selon le ministre de la Défense de Kigali, neuf soldats ont péri.", 9),
    ("Douze civils ont été tués à Beni, en RDC. «Neuf soldats ont péri», a dit un médecin de l'hôpital de Goma.", 9),
]


@pytest.mark.parametrize(("text", "count"), OF_THE_TELLER)
def test_where_the_one_who_tells_sits_is_not_where_it_happened(text: str, count: int) -> None:
    assert place_of(text, count) == "Béni"


def test_where_the_displaced_were_taken_in_is_not_where_the_next_bomb_exploded() -> None:
    text = (
        "Les soldats sont entrés lundi à Afrine, en Syrie. 9.000 déplacés ont été enregistrés à Noubol.\n"
        "Une bombe a explosé dimanche dans la ville, tuant sept civils."
    )
    assert place_of(text, 7) == "Afrine"


IN_NO_TABLE = [
    ("Des rebelles tiennent Bouar, en Centrafrique. Un chauffeur a été tué hier à Zobangui, deux autres blessés.", 2),
    ("Des rebelles tiennent Bouar, en Centrafrique. Trois morts à Zobangui.", 3),
    ("Des rebelles tiennent Bouar, en Centrafrique. Quatre soldats ont péri dans une embuscade à Zobangui.", 4),
    ("Des rebelles tiennent Bouar, en Centrafrique. Lundi à Zobangui, cinq civils ont été tués.", 5),
    ("Des rebelles tiennent Bouar, en Centrafrique. L'attaque de mardi à Zobangui a fait six morts.", 6),
]


@pytest.mark.parametrize(("text", "count"), IN_NO_TABLE)
def test_a_village_that_no_table_has_is_somewhere_in_the_country_not_in_the_town_told_before(
    text: str, count: int
) -> None:
    place = next(f for f in figures(text) if f.count == count).place
    assert place is not None
    assert (place.name, place.level, place.country) == ("Zobangui", "country", "CAF")


LISTS = [
    "Yémen: point de situation\n• Combats: ils ont repris à Hayfan.\n• Protection: 33 civils tués sur la période.",
    "Yémen: point de situation\n- Les combats ont repris lundi à Hayfan.\n- 33 civils ont été tués.",
    "Yémen: point de situation\n1. Les combats ont repris lundi à Hayfan.\n2. 33 civils ont été tués.",
    "Yémen: point de situation\n* Des raids ont visé Hayfan lundi.\n* Au total, 33 civils ont été tués.",
    "Yémen: point de situation • Des raids ont visé Hayfan lundi. • Au total, 33 civils ont été tués.",
]


@pytest.mark.parametrize("text", LISTS)
def test_an_item_of_a_list_does_not_go_on_about_the_place_of_the_item_before(text: str) -> None:
    assert place_of(text, 33) == "Yémen"


def test_an_item_goes_on_about_what_introduces_its_list() -> None:
    text = "Des raids ont eu lieu lundi à Hayfan, au Yémen, selon des médecins:\n- 33 civils ont été tués;\n- 4 sont blessés."
    assert place_of(text, 33) == "Ḩayfān"
    assert place_of(text, 4) == "Ḩayfān"
