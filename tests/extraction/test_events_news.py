"""What counts as told: headlines, places that no table has, texts without a date; ambushes; images of war.
Sentences are ours.
"""

import pytest
from events_told import events, short

CLASH, ATTACK = "Armed clash", "Attack"

HEADED = [
    "Kaya: embuscade ce matin sur la route de Barsalogho, cinq soldats tués.",
    "ALERTE - Assaut contre le camp de Ménaka à l'aube.",
    "Nouvelle frappe de drone sur Agadez, dans la nuit.",
    "8 mai: frappe sur la tour de la télévision, à Tripoli.",
    "Après deux jours de siège et un assaut à l'aube, les rebelles ont hissé leur drapeau sur le camp de Kidal.",
]


@pytest.mark.parametrize("text", HEADED)
def test_an_act_told_in_a_headline_or_without_a_date_is_told(text: str) -> None:
    assert len(events(text, None)) == 1


PLACES = [
    "Des tirs d'artillerie ont été échangés à Tell Marouf, a dit l'armée syrienne.",
    "Des accrochages ont opposé deux milices libyennes à Wadi Zoubir.",
    "Des tirs d'obus ont visé des positions de l'armée malienne à Tin Zagaren.",
]


@pytest.mark.parametrize("text", PLACES)
def test_a_place_that_no_table_has_is_a_place_all_the_same(text: str) -> None:
    assert len(events(text)) == 1


AMBUSHES = [
    ("Une embuscade a eu lieu lundi près de Djibo, au Burkina Faso.", CLASH),
    ("Une embuscade a coûté la vie à six soldats lundi près de Djibo, au Burkina Faso.", CLASH),
    ("L'assaut a été lancé lundi contre la ville de Djibo, au Burkina Faso.", CLASH),
    ("Une embuscade a coûté la vie à six commerçants lundi près de Djibo, au Burkina Faso.", ATTACK),
    ("Six villageois ont été tués lundi dans une embuscade près de Djibo, au Burkina Faso.", ATTACK),
]


@pytest.mark.parametrize(("text", "kind"), AMBUSHES)
def test_an_ambush_hits_people_under_arms_unless_civilians_fell(text: str, kind: str) -> None:
    assert [told[0] for told in short(text)] == [kind]


IMAGES = [
    "Les Lions ont pilonné dimanche la cage de Dakar; l'attaquant a fusillé le gardien, l'entraîneur réclame un penalty.",
    "Une armée de criquets a attaqué lundi les champs de Maradi; les agents bombardent les larves d'insecticide.",
    "Bataille des prix à Tripoli: les marchands bombardent le chaland de rabais, le supermarché contre-attaque.",
    "La critique a mitraillé lundi à Cannes un film dont les acteurs défendent la scène; des spectateurs ont ri.",
    "Le boxeur a attaqué lundi à Kinshasa, l'arbitre a compté au troisième round; son entraîneur a jeté l'éponge.",
]


@pytest.mark.parametrize("text", IMAGES)
def test_words_of_war_are_images_among_words_of_play_trade_and_fields(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Un kamikaze s'est fait exploser lundi dans les tribunes d'un stade de Bagdad pendant un match: douze joueurs tués.",
        "Des hommes armés ont attaqué lundi les marchands d'un souk de Marib et tué trois clients.",
    ],
)
def test_violence_at_a_match_or_a_market_stays_violence(text: str) -> None:
    assert len(events(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "En représailles, l'armée turque a bombardé lundi des positions du PKK près d'Amadiya, en Irak.",
        "En riposte, l'armée turque a bombardé lundi des positions du PKK près d'Amadiya, en Irak.",
        "Par représailles, l'armée turque a bombardé lundi des positions du PKK près d'Amadiya, en Irak.",
    ],
)
def test_a_reprisal_is_the_act_that_it_consists_of(text: str) -> None:
    assert [(by, target) for _, by, target in short(text)] == [("TUR", "PKK")]


HABITS = [
    "A Deir Ezzor, en Syrie, l'aviation russe bombarde souvent les marchés.",
    "L'armée syrienne bombarde régulièrement Idleb, en Syrie.",
    "Les rebelles tirent parfois des roquettes sur Hama, en Syrie.",
    "Idleb, souvent bombardée par l'armée syrienne, est calme.",
    "Les rebelles attaquent le plus souvent les convois de l'armée à Hama, en Syrie.",
]


@pytest.mark.parametrize("text", HABITS)
def test_what_is_done_often_is_no_act(text: str) -> None:
    assert not events(text)


@pytest.mark.parametrize("word", ["encore", "de nouveau", "lourdement"])
def test_what_was_done_again_is_one(word: str) -> None:
    assert len(events(f"L'armée syrienne a {word} bombardé lundi Idleb, en Syrie.")) == 1
    assert len(events(f"L'armée syrienne bombarde {word} Idleb, en Syrie.")) == 1


MINE = "Une mine a tué deux soldats lundi à Kaya, au Burkina Faso.\n"
MONTHS = [
    "Depuis décembre, des jihadistes ont perpétré des attaques contre des civils dans la région de Djibo.",
    "Depuis janvier, des rebelles ont mené des attaques contre des commerçants dans la région de Djibo.",
    "La France y combat depuis août aux côtés des armées nationales qui combattent des jihadistes affiliés à Al-Qaïda.",
]


@pytest.mark.parametrize("text", MONTHS)
def test_what_goes_on_for_months_is_no_act(text: str) -> None:
    assert [act.type for act in events(MINE + text)] == ["Remote explosive/landmine/IED"]


def test_a_week_of_violence_is_a_state_of_things() -> None:
    text = (
        "Des jeunes ont affronté la police lundi à Belfast, au terme d'une semaine de violences qui a fait 50 blessés."
    )
    assert [event.quote for event in events(text)] == ["affronté la police"]


OVER_MONTHS = [
    "Un rapport de l'ONU recense 350 personnes enlevées en Haïti entre janvier et mars.",
    "Des jeunes ont tué six villageois dimanche à Kuajok, au Soudan du Sud. Plus de 400 femmes ont été violées dans la "
    "région entre janvier et avril.",
    "Le groupe, qui frappe aussi au Cameroun, a fait plus de 20.000 morts au Nigeria depuis 2009.",
]


@pytest.mark.parametrize("text", OVER_MONTHS)
def test_what_befell_many_over_months_is_no_act_of_the_day(text: str) -> None:
    kinds = {event.type for event in events(text)}
    assert not kinds & {"Abduction/forced disappearance", "Sexual violence"}
    assert "Cameroun" not in [event.place.name for event in events(text) if event.place]


def test_what_a_report_lays_to_kinds_of_violence_is_no_act() -> None:
    text = (
        "Plus de 1.200 civils ont été tués en Afghanistan au cours des six premiers mois de l'année, indique l'ONU dans "
        "un rapport publié lundi.\nLes troupes ont tué 290 civils, surtout dans des combats et des bombardements. "
        "Les engins explosifs ont fait 600 victimes.\nDes hommes armés ont tué douze villageois à Nawzad."
    )
    assert [event.place.name for event in events(text) if event.place] == ["Nawzad"]


def test_many_taken_on_a_day_are_an_act() -> None:
    text = "Vingt lycéennes ont été enlevées vendredi à Kagara, au Nigeria, par des hommes armés."
    assert [event.type for event in events(text)] == ["Abduction/forced disappearance"]


TWO_PEOPLES = [
    (
        "Des violences ont éclaté lundi à Krim-Krim, au Tchad, entre cultivateurs et éleveurs, faisant dix morts.",
        "Armed clash",
    ),
    ("Les hostilités ont repris vendredi dans la région de Marib, tuant deux soldats.", "Armed clash"),
    (
        "Lors de raids menés lundi par une milice près de Pibor, au Soudan du Sud, dix villageois ont été tués.",
        "Attack",
    ),
]


@pytest.mark.parametrize(("text", "kind"), TWO_PEOPLES)
def test_who_fights_on_the_ground(text: str, kind: str) -> None:
    assert {event.type for event in events(text)} == {kind}


def test_the_police_of_that_name_is_no_raid() -> None:
    text = "Trois hommes sont morts lundi à Saint-Denis, en France, dans l'intervention du Raid."
    assert "Air/drone strike" not in [event.type for event in events(text)]


RECALLED = [
    "Six personnes ont été tuées lundi au Soudan, où l'armée a tiré sur des manifestants opposés au putsch.",
    "Trois manifestants opposés au coup d'Etat ont été tués mardi à Rangoun par la police.",
]


@pytest.mark.parametrize("text", RECALLED)
def test_a_change_of_power_that_is_only_recalled_is_no_event(text: str) -> None:
    assert "Change to group/activity" not in {kind for kind, _, _ in short(text)}
    assert short(text) != []


def test_a_change_of_power_is_one_where_it_took_place() -> None:
    text = "Un putsch a eu lieu mardi à Niamey, où des soldats ont séquestré le président."
    assert "Change to group/activity" in {kind for kind, _, _ in short(text)}


COUPS = [
    ("Des militaires ont pris le pouvoir vendredi à Ouagadougou.", 1),
    ("L'armée a pris le pouvoir lundi en Birmanie.", 1),
    ("Un putsch a eu lieu mardi à Niamey.", 1),
    ("Le nouveau gouvernement a pris le pouvoir lundi en Espagne.", 0),
    ("Le parti a pris le pouvoir lundi au Danemark.", 0),
    ("Il avait pris le pouvoir en 1990 après un coup d'Etat.", 0),
]


@pytest.mark.parametrize(("text", "count"), COUPS)
def test_soldiers_who_take_power_are_told_without_a_death(text: str, count: int) -> None:
    assert [kind for kind, _, _ in short(text)] == ["Change to group/activity"] * count
