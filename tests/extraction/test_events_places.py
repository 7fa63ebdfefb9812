"""Places, days, counts and retellings: one entry for each type, place, day and pair."""

import datetime as dt

import pytest
from events_told import events

SPREAD = [
    ("Des avions russes ont mené mardi des raids sur Maarat al-Noomane et Saraqeb, en Syrie.", 2),
    ("Des frappes ont visé lundi Douma, Harasta et Arbine, près de Damas.", 3),
    ("L'aviation a bombardé dimanche des marchés à Ariha ainsi qu'à Binnish, en Syrie.", 2),
    ("Les jihadistes ont attaqué lundi des villages près de Djibo et près d'Arbinda, au Burkina Faso.", 2),
    ("Des tirs d'artillerie ont touché mardi Donetsk puis Horlivka, en Ukraine.", 2),
    ("Une attaque a fait douze morts lundi à Djibo, dans la province du Soum, au Burkina Faso.", 1),
    ("Des frappes ont fait six morts mardi à Saraqeb, dans la province d'Idleb, en Syrie.", 1),
    ("Un convoi a été attaqué lundi entre Gao et Ménaka, au Mali, faisant trois morts.", 1),
]


@pytest.mark.parametrize(("text", "number"), SPREAD)
def test_one_event_for_each_place(text: str, number: int) -> None:
    assert len(events(text)) == number


COUNTS = [
    (
        "Des avions russes ont mené mardi des frappes sur au moins cinq localités de la province de Hama, en Syrie.",
        5,
        "sites",
        "at_least",
    ),
    (
        "L'armée américaine a mené deux raids lundi contre les shebab près de Jamaame, en Somalie.",
        2,
        "strikes",
        "exactly",
    ),
    (
        "La coalition a frappé dimanche 14 cibles du groupe Etat islamique près de Raqqa, en Syrie.",
        14,
        "targets",
        "exactly",
    ),
    ("Trois attaques ont fait neuf morts lundi à Kaboul, en Afghanistan.", 3, "attacks", "exactly"),
    ("Une dizaine de raids ont visé mardi Douma, près de Damas, tuant quatre civils.", 10, "strikes", "about"),
]


@pytest.mark.parametrize(("text", "count", "unit", "qualifier"), COUNTS)
def test_acts_are_counted(text: str, count: int, unit: str, qualifier: str) -> None:
    (event,) = events(text)
    assert (event.count, event.unit, event.qualifier) == (count, unit, qualifier)


ONCE = [
    "Mali: cinq soldats tués dans une attaque\nCinq soldats maliens ont été tués lundi dans une attaque près de Gao. L'attaque a visé un poste de l'armée, selon un officier.",
    "Somalie: attentat à Mogadiscio\nUne voiture piégée a explosé lundi devant un hôtel de Mogadiscio, tuant huit personnes. L'explosion a été entendue dans toute la ville. Cet attentat est le troisième du mois.",
    "Un kamikaze s'est fait exploser mardi dans une mosquée de Kaboul, tuant dix fidèles. L'explosion s'est produite pendant la prière. L'attaque n'a pas été revendiquée.",
    "Des hommes armés ont attaqué dimanche le village de Tanda, au Niger, tuant sept habitants. Les assaillants sont arrivés à moto. Cette attaque intervient après une période de calme.",
    "Des combats entre l'armée et des rebelles ont éclaté lundi à Bambari, en Centrafrique. Les affrontements ont fait six morts. Les combats se poursuivaient mardi.",
]


@pytest.mark.parametrize("text", ONCE)
def test_an_act_told_several_times_is_one(text: str) -> None:
    (event,) = events(text)
    assert event.mentions


APART = [
    "A Gao, l'armée a attaqué vendredi des rebelles, et à Kidal, des jihadistes ont attaqué un camp militaire.",
    "A Louxor, des manifestants ont été dispersés vendredi, et à Assouan, la police a tiré des grenades lacrymogènes.",
    "Une voiture piégée a explosé lundi à Mogadiscio, tuant huit personnes. Mardi, des hommes armés ont tué deux policiers à Kismayo.",
    "Des raids ont tué six civils lundi à Douma, en Syrie. A Deraa, des tirs de roquettes ont fait quatre morts.",
    "Sept civils ont été tués dimanche dans une attaque à Djibo, au Burkina Faso. Une autre attaque a fait trois morts lundi à Arbinda.",
    "Une bombe artisanale a explosé lundi sur un marché de Jolo, aux Philippines, tuant cinq civils. Une kamikaze a ensuite actionné sa ceinture d'explosifs dans la même rue.",
    "Des jihadistes ont tué neuf villageois lundi à Pobé, au Burkina Faso. L'armée a bombardé mardi des positions de jihadistes à Inata.",
    "Libye: des bombes à Tripoli\nUne bombe a tué lundi trois civils dans le quartier de Zarkoubad, à Tripoli. Une bombe "
    "a aussi blessé lundi deux civils dans le quartier de Mirandol.",
]


@pytest.mark.parametrize("text", APART)
def test_two_acts_stay_two(text: str) -> None:
    assert len(events(text)) == 2


STRUCK = [
    ("Deux rebelles ont été tués mardi dans une fusillade avec une patrouille de l'armée à Sorsogon.", None),
    ("Une mine a explosé mardi au passage de leur patrouille près de Gao, tuant deux soldats.", "vehicle"),
    ("Des hommes armés ont attaqué lundi un barrage de police à El-Arich, tuant deux policiers.", "military_site"),
    ("Des hommes armés ont attaqué lundi un point de contrôle de l'armée à Gao, tuant un soldat.", "military_site"),
    ("L'aviation syrienne a frappé dimanche une école de Kafranbel, en Syrie, faisant six morts.", "school"),
    ("Des raids ont touché lundi un hôpital à Alep, tuant trois malades.", "hospital"),
    ("Une bombe a explosé mardi sur un marché de Bagdad, tuant neuf personnes.", "market"),
    (
        "Des hommes armés ont attaqué dimanche une mosquée à Salmossi, au Burkina Faso, faisant seize morts.",
        "place_of_worship",
    ),
    ("Un camp de déplacés a été bombardé lundi par l'armée près de Laiza, en Birmanie, tuant quatre civils.", "camp"),
    ("Les talibans ont attaqué mardi une base militaire à Kunduz, en Afghanistan, tuant dix soldats.", "military_site"),
]


@pytest.mark.parametrize(("text", "struck"), STRUCK)
def test_what_was_struck(text: str, struck: str | None) -> None:
    assert [e.struck for e in events(text)] == [struck]


WEAPONS = [
    (
        "Des hélicoptères ont largué lundi des barils d'explosifs sur Daraya, en Syrie, tuant six civils.",
        ["barrel_bomb"],
    ),
    ("Une attaque au couteau a fait deux blessés mardi à Jérusalem.", ["blade"]),
    ("Quatre soldats ont été tués lundi par une mine antipersonnel près de Kidal, au Mali.", ["mine"]),
    ("Des roquettes sont tombées dimanche sur Misrata, en Libye, blessant cinq civils.", ["rocket"]),
    ("Un drone a frappé mardi un marché à Alamata, en Ethiopie, tuant neuf civils.", ["drone"]),
]


@pytest.mark.parametrize(("text", "weapons"), WEAPONS)
def test_weapons(text: str, weapons: list[str]) -> None:
    assert [e.weapon for e in events(text)] == [weapons]


def test_the_day_of_the_telling_is_a_field_of_its_own() -> None:
    (event,) = events("Un raid a tué neuf civils lundi à Idleb, en Syrie, a indiqué mardi l'OSDH.")
    assert event.when is not None
    assert event.stated_on == event.when.start + dt.timedelta(days=1)


FIRED = [
    ("Le Hamas a tiré mardi une centaine de roquettes sur Israël depuis la bande de Gaza.", "Israël"),
    ("Environ 360 roquettes ont été tirées mardi vers Israël, selon l'armée israélienne.", "Israël"),
    ("Le Hezbollah a tiré mardi des roquettes vers le nord d'Israël.", "Israël (nord)"),
    ("Les Houthis ont lancé mardi six missiles en direction de l'Arabie saoudite depuis le Yémen.", "Arabie saoudite"),
    ("Les Houthis ont lancé mardi des drones contre l'Arabie saoudite.", "Arabie saoudite"),
    ("Une roquette tirée mardi de Gaza a explosé à Sdérot sans faire de victime.", "Sdérot"),
]


@pytest.mark.parametrize(("text", "place"), FIRED)
def test_what_is_fired_comes_down_where_it_is_fired_at(text: str, place: str) -> None:
    (event,) = events(text)
    assert event.place is not None
    assert event.place.name == place


FROM = [
    ("Des obus tirés depuis des positions tenues par les Kurdes sont tombés sur Azaz, tuant quatre habitants.", None),
    ("Des roquettes tirées depuis un camp militaire ont touché Azaz, en Syrie, tuant quatre habitants.", None),
    ("Des missiles lancés d'une base aérienne russe ont touché Azaz, en Syrie, tuant quatre habitants.", None),
    ("Des tirs provenant d'une école ont tué quatre soldats à Azaz, en Syrie.", None),
    ("Des obus partis d'une caserne ont blessé deux enfants à Azaz, en Syrie.", None),
    ("Des obus tirés lundi depuis la montagne sur un marché ont tué deux vendeurs à Azaz, en Syrie.", "market"),
    ("Deux avions venus d'une base russe ont bombardé un hôpital à Azaz, en Syrie.", "hospital"),
    ("Des obus tirés sur une école ont tué deux élèves à Azaz, en Syrie.", "school"),
]


@pytest.mark.parametrize(("text", "struck"), FROM)
def test_where_shots_come_from_is_not_what_they_hit(text: str, struck: str | None) -> None:
    assert events(text)[0].struck == struck
