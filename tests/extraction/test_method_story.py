"""How people were harmed where another sentence tells it. Sentences are ours; places are real, the acts invented."""

import pytest
from events_told import claims, short

from vigie.values import Harm

SUICIDE, IED, CLASH, ATTACK = "Suicide bomb", "Remote explosive/landmine/IED", "Armed clash", "Attack"

BORNE = [
    "Un attentat a fait 22 morts lundi à Kaboul. Le kamikaze s'était glissé parmi les fidèles.",
    "Une voiture piégée a explosé mardi devant un ministère à Mogadiscio, tuant neuf personnes. Un kamikaze était au volant.",
    "Une explosion a tué quatre soldats dimanche à Maiduguri. L'auteur portait une ceinture d'explosifs.",
    "L'explosion a fait dix morts lundi à Mora, au Cameroun. La police parle d'un kamikaze venu à pied.",
    "Un attentat a fait 31 morts mercredi à Mora, au Cameroun. Les deux porteuses d'explosifs seraient venues en tricycle.",
    "Une explosion a fait 31 morts mercredi à Mora, au Cameroun. L'homme portait sur lui dix kilos d'explosifs.",
    "Une explosion a fait 31 morts mercredi à Mora, au Cameroun. La jeune fille cachait sous sa robe une charge puissante.",
    "Une explosion a fait 31 morts mercredi à Mora. Le Cameroun est en deuil. Paul Biya a pris la parole. Il a dit sa "
    "colère. Des cierges ont été allumés. Les écoles sont restées closes. L'homme portait sur lui dix kilos de dynamite.",
]
NOT_BORNE = [
    "Une explosion a fait 31 morts mercredi à Mora, au Cameroun. Un camion transportait des explosifs.",
    "Une explosion a fait 31 morts mercredi à Mora. Le Cameroun est en deuil. Paul Biya a pris la parole. Lundi, des "
    "soldats ont tiré sur un bus à Limani. Des cierges ont été allumés. Les écoles sont restées closes. L'homme portait "
    "sur lui dix kilos de dynamite.",
]


@pytest.mark.parametrize("text", BORNE)
def test_the_bearer_told_later_makes_it_a_suicide_bomb(text: str) -> None:
    assert [claim.method for claim in claims(text) if isinstance(claim, Harm)] == [SUICIDE]
    assert [kind for kind, _, _ in short(text)] == [SUICIDE]


@pytest.mark.parametrize("text", NOT_BORNE)
def test_what_a_truck_carries_or_is_told_far_behind_another_act_makes_none(text: str) -> None:
    assert SUICIDE not in {claim.method for claim in claims(text) if isinstance(claim, Harm)}


def test_the_bearer_of_another_year_is_another_bomb() -> None:
    text = "Deux bombes ont explosé lundi à Bagdad, faisant dix morts. En 2016, un kamikaze avait tué 30 personnes dans la ville."
    assert {c.count: c.method for c in claims(text) if isinstance(c, Harm)} == {10: IED, 30: SUICIDE}


METHODS = [
    ("Au moins 531 civils ont été tués par des groupes armés en Ituri depuis mars, selon l'ONU.", ATTACK),
    ("Des hommes armés ont tué 90 villageois en trois mois au Niger, selon l'ONU.", ATTACK),
    ("Au moins onze terroristes ont été tués lundi à Djibo, au Burkina Faso.", CLASH),
    ("Vingt détenus ont été tués lundi dans une mutinerie à la prison de Cuenca, en Equateur.", "Mob violence"),
]


@pytest.mark.parametrize(("text", "method"), METHODS)
def test_who_did_it_to_whom_tells_how(text: str, method: str) -> None:
    assert [claim.method for claim in claims(text) if isinstance(claim, Harm)] == [method]


def test_soldiers_missing_after_a_fight_are_so_by_it() -> None:
    text = "Des combats ont éclaté lundi près de Diffa, au Niger. Six soldats ont été tués et trois militaires sont portés disparus."
    assert {c.outcome: c.method for c in claims(text) if isinstance(c, Harm)} == {"killed": CLASH, "missing": CLASH}


def test_a_supposed_strike_is_not_told_again() -> None:
    text = (
        "Moscou a dit mardi qu'une frappe serait inacceptable. L'attaque de lundi à Homs, en Syrie, a tué sept civils."
    )
    assert [claim.method for claim in claims(text) if isinstance(claim, Harm)] == [ATTACK]


PASSING = [
    "Trois soldats turcs ont été tués samedi au passage de leur convoi près de Çukurca, en Turquie.",
    "Deux policiers ont péri lundi au passage de leur patrouille à Rafah, en Egypte.",
]


@pytest.mark.parametrize("text", PASSING)
def test_what_lay_on_the_road_killed_who_passed(text: str) -> None:
    assert [claim.method for claim in claims(text) if isinstance(claim, Harm)] == [IED]
    assert [kind for kind, _, _ in short(text)] == [IED]


@pytest.mark.parametrize("plane", ["F-16", "F-15", "F-18", "F-35"])
def test_planes_by_their_names_strike_from_the_air(plane: str) -> None:
    text = f"Des {plane} égyptiens ont bombardé mercredi des positions jihadistes à Cheikh Zouweid, en Egypte."
    assert [(kind, by) for kind, by, _ in short(text)] == [("Air/drone strike", "EGY")]


PRISON = "Des détenus se sont battus au couteau mardi dans une prison de Guayaquil, en Equateur, faisant 20 morts. "
WITH = [
    (PRISON + "Deux policiers ont été blessés par balle.", 2, "small_arms"),
    ("Un homme de 25 ans a par ailleurs été tué par balle mardi à Santiago, au Chili.", 1, "small_arms"),
    ("Un manifestant a été tué d'une balle dans la tête mardi à Santiago, au Chili.", 1, "small_arms"),
    ("Dix civils ont été tués par des armes à feu mardi à Gao, au Mali.", 10, "small_arms"),
    ("Dix personnes ont succombé aux balles d'un commando mardi à Gao, au Mali.", 10, "small_arms"),
    ("Dix civils ont péri à la machette mardi à Gao, au Mali.", 10, "blade"),
    ("Six passants ont été blessés à coups de couteau mardi à Graz, en Autriche.", 6, "blade"),
    ("Deux soldats ont été tués dans l'explosion d'une mine mardi à Gao, au Mali.", 2, "mine"),
    ("Un raid a tué dix civils mardi à Gao, au Mali. Un enfant a été blessé par une grenade.", 1, "grenade"),
]


@pytest.mark.parametrize(("text", "count", "weapon"), WITH)
def test_the_words_behind_the_verb_name_the_weapon(text: str, count: int, weapon: str) -> None:
    assert next(c.weapon for c in claims(text) if isinstance(c, Harm) and c.count == count) == [weapon]


def test_who_was_shot_is_told_to_have_been_attacked() -> None:
    shot = "Un chauffeur a été tué par balle lundi à Bouar, en Centrafrique."
    assert [c.method for c in claims(shot) if isinstance(c, Harm)] == [ATTACK]


def test_the_weapon_of_the_next_people_is_not_theirs() -> None:
    text = "Un raid aérien a tué dix civils mardi à Gao, au Mali, et un garde a été tué par balle à Kidal."
    assert {c.count: c.weapon for c in claims(text) if isinstance(c, Harm)}[1] == ["small_arms"]


APART = [
    (
        "Des rebelles ADF ont tué vendredi huit civils à Mangina, en RDC, a indiqué la police. Un militaire est tombé "
        "lors de l'intervention de l'armée.",
        {8: ATTACK, 1: CLASH},
    ),
    (
        "Des hommes armés ont attaqué lundi un village près de Mopti, au Mali, tuant neuf habitants. Deux gendarmes ont péri "
        "le lendemain à Bankass.",
        {9: ATTACK, 2: CLASH},
    ),
    (
        "Des bandits ont attaqué lundi deux villages du Zamfara, au Nigeria, tuant 30 habitants. L'hôpital de Gusau a reçu une "
        "cinquantaine de blessés.",
        {30: ATTACK, 50: ATTACK},
    ),
    (
        "Une bombe a explosé lundi à Maiduguri, tuant six personnes. Des hommes armés ont attaqué mardi un village près de "
        "Dikwa, tuant neuf habitants. En mai, 54 habitants avaient été tués à Gwoza.",
        {6: IED, 9: ATTACK, 54: None},
    ),
    (
        "L'armée a ouvert le feu samedi sur des villageois à Moura, au Mali, tuant neuf habitants. En mai, 54 habitants avaient "
        "été tués à Djenné.",
        {9: ATTACK, 54: None},
    ),
    (
        "Le poste de Labbézanga a tenu trois heures lundi, au Mali: douze assaillants et neuf gendarmes sont morts.",
        {12: CLASH, 9: CLASH},
    ),
    (
        "L'embuscade tendue lundi à un convoi près d'Arbinda, au Burkina Faso, a tué 15 gendarmes. Le bilan de cette attaque est "
        "de 80 morts, dont 65 civils.",
        {15: CLASH, 80: ATTACK, 65: ATTACK},
    ),
]


@pytest.mark.parametrize(("text", "methods"), APART)
def test_people_told_in_one_story_are_each_harmed_in_their_way(text: str, methods: dict[int, str | None]) -> None:
    assert {c.count: c.method for c in claims(text) if isinstance(c, Harm)} == methods


def test_a_few_soldiers_among_the_dead_do_not_tell_how_all_died() -> None:
    text = (
        "Des combats ont opposé lundi l'armée à un cartel à Culiacan, au Mexique. Le ministre a présenté mardi un bilan. "
        "Vingt-neuf personnes sont mortes, dont dix soldats."
    )
    assert {c.count: c.method for c in claims(text) if isinstance(c, Harm)} == {29: None, 10: CLASH}


CARED_FOR = (
    "Des hommes armés ont attaqué samedi la localité de Tole, en Ethiopie, où ils ont tué 230 villageois. Le gouvernement a "
    "dénoncé un massacre. Des renforts ont été promis. Les routes restent coupées. Le préfet s'est rendu sur place dimanche. "
    "Une cinquantaine de blessés sont soignés à l'hôpital de Gimbi, selon un infirmier."
)


def test_wounded_told_far_from_the_only_raid_are_of_it() -> None:
    assert {c.count: c.method for c in claims(CARED_FOR) if isinstance(c, Harm)} == {230: ATTACK, 50: ATTACK}


def test_wounded_of_a_story_with_a_bomb_are_of_nobody_knows_which() -> None:
    bombed = CARED_FOR.replace(
        "Des renforts", "Une bombe a explosé dimanche à Nekemte, tuant six personnes. Des renforts"
    )
    assert {c.count: c.method for c in claims(bombed) if isinstance(c, Harm)} == {230: ATTACK, 6: IED, 50: None}


UNARMED = [
    "Au moins huit civils ont été tués vendredi à l'arme blanche à Mangina, en RDC. Un militaire est tombé lors de l'intervention "
    "de l'armée et deux autres ont été blessés.",
    "Douze villageois ont été tués lundi à Yelwata, au Nigeria. Deux policiers sont morts en leur portant secours.",
    "Neuf villageois ont été tués mardi à Solhan, au Burkina Faso. Un soldat a également péri.",
]


@pytest.mark.parametrize("text", UNARMED)
def test_a_soldier_who_fell_beside_many_villagers_makes_it_no_clash(text: str) -> None:
    assert [kind for kind, _, _ in short(text)] == [ATTACK]


SHOT_AT = [
    "Des combats ont repris lundi à Alep. Une ambulance a essuyé des tirs: un mort et quatre blessés, d'après un secouriste.",
    "Des combats ont repris lundi à Tripoli. Une ambulance y a essuyé des tirs: deux morts et six blessés, selon la Croix-Rouge.",
    "Des combats ont repris lundi à Sumy. Un convoi humanitaire a essuyé des tirs: un mort et trois blessés, selon une ONG.",
]


@pytest.mark.parametrize("text", SHOT_AT)
def test_who_rode_in_what_was_fired_at_was_attacked(text: str) -> None:
    assert {claim.method for claim in claims(text) if isinstance(claim, Harm)} == {ATTACK}


BACKGROUND = [
    "Deux kamikazes se sont fait exploser à Mogadiscio, tuant dix personnes. Le 4 mai, un attentat au camion piégé avait fait "
    "358 morts dans la capitale.",
    "Un kamikaze s'est fait exploser dans un marché de Mogadiscio, tuant dix personnes. Le 4 mai, une attaque au véhicule "
    "piégé avait coûté la vie à 358 habitants de la ville.",
    "Un kamikaze a tué dix personnes devant un hôtel de Mogadiscio. Le 4 mai, une explosion avait soufflé un carrefour de la "
    "capitale, faisant 358 morts.",
]


@pytest.mark.parametrize("text", BACKGROUND)
def test_an_act_that_had_been_done_on_a_day_of_its_own_is_another_one(text: str) -> None:
    found = {c.count: (c.method, c.when.start.day if c.when else None) for c in claims(text) if isinstance(c, Harm)}
    assert found[358] == (IED, 4)
    assert found[10][0] == SUICIDE
    assert found[10][1] != 4


PROVINCES = [
    "Onze policiers ont été tués lundi à Lashkar Gah, en Afghanistan. Dans la province de Kandahar, une voiture piégée a "
    "explosé, tuant une femme.",
    "Onze policiers ont été tués lundi à Lashkar Gah, en Afghanistan. Dans la province voisine de Kandahar, une femme a été tuée "
    "par l'explosion d'une bombe.",
    "Onze policiers ont été tués lundi à Lashkar Gah, en Afghanistan. Dans la province de Kandahar, une bombe a tué une femme.",
]


@pytest.mark.parametrize("text", PROVINCES)
def test_a_sentence_that_opens_with_another_province_tells_another_act(text: str) -> None:
    assert [kind for kind, _, _ in short(text)] == [CLASH, IED]
    assert {c.count: c.method for c in claims(text) if isinstance(c, Harm)} == {11: None, 1: IED}


def test_a_sentence_that_opens_with_the_towns_own_province_goes_on() -> None:
    text = (
        "Onze policiers ont été tués lundi à Lashkar Gah, en Afghanistan. Dans la province de Helmand, les talibans ont attaqué "
        "un poste."
    )
    assert [kind for kind, _, _ in short(text)] == [CLASH]


COUNTRYWIDE = [
    "Trois personnes ont été tuées lundi par des tirs d'obus à Alep, en Syrie. Au moins 120 personnes ont péri lundi à travers le "
    "pays, dont 72 civils.",
    "Trois personnes ont été tuées lundi par des tirs d'obus à Alep, en Syrie. Au moins 120 personnes ont péri lundi dans toute la "
    "Syrie, dont 72 enfants.",
    "Trois personnes ont été tuées lundi par un obus tombé sur une boulangerie d'Alep, en Syrie. Au moins 120 personnes ont péri "
    "lundi dans tout le pays, dont 72 femmes.",
]


@pytest.mark.parametrize("text", COUNTRYWIDE)
def test_the_dead_of_a_whole_country_did_not_die_by_the_shells_on_one_town(text: str) -> None:
    shelled = "Shelling/artillery/missile attack"
    assert {c.count: c.method for c in claims(text) if isinstance(c, Harm)} == {3: shelled, 120: None, 72: None}


def test_fighters_among_many_civilians_tell_how_they_fell_and_not_how_all_did() -> None:
    text = (
        "Trois personnes ont été tuées lundi par des tirs d'obus à Alep, en Syrie. Au moins 120 personnes ont péri lundi à travers "
        "le pays, dont 31 soldats et 17 rebelles."
    )
    told = {c.count: c.method for c in claims(text) if isinstance(c, Harm)}
    assert (told[120], told[31], told[17]) == (None, CLASH, CLASH)


def test_raids_all_over_a_country_killed_the_dead_of_all_of_it() -> None:
    text = "Des raids aériens ont visé lundi plusieurs villes à travers la Syrie. Au moins 60 personnes ont péri dans tout le pays."
    assert [c.method for c in claims(text) if isinstance(c, Harm)] == ["Air/drone strike"]


def _of_note(second: str, first: str = "Le commissariat est resté fermé.") -> str:
    return f"1. Lundi, des bandits ont ouvert le feu sur les habitants de Diffa, au Niger. {first}\n2. {second}"


NOTES = [
    (_of_note("Au moins 40 personnes ont péri."), "Diffa", ATTACK),
    (_of_note("Au moins 40 personnes ont péri à Maradi."), "Maradi", None),  # its own place
    (_of_note("Au moins 40 personnes ont péri dimanche."), "Niger", None),  # its own day
    (_of_note("Au moins 40 personnes ont péri.", ""), "Niger", None),  # items of a list
    (_of_note("Au moins 40 personnes ont péri.").replace("1. ", "• ").replace("2. ", "• "), "Niger", None),
]


@pytest.mark.parametrize(("text", "place", "method"), NOTES)
def test_a_numbered_paragraph_without_place_and_day_goes_on_from_the_one_before(
    text: str, place: str, method: str | None
) -> None:
    claim = next(claim for claim in claims(text) if isinstance(claim, Harm))
    assert (claim.place.name if claim.place else None, claim.method) == (place, method)


@pytest.mark.parametrize(
    "words", ["Bilan ennemi : 28 tués.", "Pertes ennemies : 28 tués.", "L'ennemi a perdu 28 hommes."]
)
def test_the_enemys_dead_are_not_his_who_attacked(words: str) -> None:
    text = f"Al-Shabaab a attaqué dimanche une base kényane à Afmadow, en Somalie. {words}"
    assert [claim.by for claim in claims(text) if isinstance(claim, Harm)] == [[]]


def test_whom_the_enemy_killed_are_his() -> None:
    text = "Al-Shabaab a attaqué dimanche une base kényane à Afmadow, en Somalie. L'ennemi a tué deux soldats."
    assert [claim.by for claim in claims(text) if isinstance(claim, Harm)] == [["AL-SHABAAB"]]


SEVERAL_WAYS = [
    "Une voiture piégée a explosé lundi devant un hôtel de Kismayo, puis des hommes armés ont ouvert le feu: dix morts.",
    "Un véhicule bourré d'explosifs a sauté lundi à Kismayo avant que trois hommes n'entrent dans l'hôtel en tirant: dix morts.",
    "Dix civils ont péri lundi à Kismayo, où un kamikaze a fait exploser sa voiture avant que des hommes armés ne prennent d'assaut un hôtel.",
]


@pytest.mark.parametrize("text", SEVERAL_WAYS)
def test_a_bomb_and_gunmen_of_one_sentence_leave_open_which_killed(text: str) -> None:
    assert [claim.method for claim in claims(text) if isinstance(claim, Harm)] == [None]


def test_whom_the_bomb_of_the_sentence_killed_it_killed() -> None:
    text = (
        "Un kamikaze s'est fait exploser lundi devant un hôtel de Kismayo, tuant deux passants, avant que des hommes "
        "armés n'entrent dans le bâtiment."
    )
    assert [claim.method for claim in claims(text) if isinstance(claim, Harm)] == [SUICIDE]


STABBED = [
    ("Deux policiers ont été poignardés lundi à Kaboul.", CLASH),
    ("Un soldat a été mortellement poignardé lundi à Kaboul.", CLASH),
    ("Deux passants ont été poignardés lundi à Kaboul.", ATTACK),
    ("Deux policiers ont été égorgés lundi à Kaboul.", ATTACK),
    (
        "Le pays a compté 815 homicides au premier trimestre, selon l'ONU. Des gangs se sont affrontés lundi à Port-au-Prince.",
        None,
    ),
]


@pytest.mark.parametrize(("text", "method"), STABBED)
def test_the_verb_of_a_killing_tells_how(text: str, method: str | None) -> None:
    assert [claim.method for claim in claims(text) if isinstance(claim, Harm)] == [method]


EXCESSIVE = "Excessive force against protesters"
STONES = [
    ("La police a répliqué à balles réelles lundi à Dakar à des jets de pierres: deux morts.", EXCESSIVE),
    ("La police a tiré à balles réelles lundi à Dakar après des jets de pierres: deux morts.", EXCESSIVE),
    ("La police a tiré lundi à Dakar sur des jeunes qui lançaient des pierres: deux morts.", EXCESSIVE),
    ("Des inconnus ont ouvert le feu lundi à Dakar après des jets de pierres: deux morts.", ATTACK),
    ("L'armée israélienne a tué lundi un Palestinien qui avait jeté des pierres près de Jénine.", ATTACK),
    ("Un passant a été tué lundi à Dakar par un jet de pierre.", "Mob violence"),
]


@pytest.mark.parametrize(("text", "method"), STONES)
def test_whoever_fires_at_those_who_throw_stones_killed_them(text: str, method: str) -> None:
    assert [claim.method for claim in claims(text) if isinstance(claim, Harm)] == [method]


def test_stones_hurt_where_nobody_died() -> None:
    text = "La police a tiré lundi à Dakar après des jets de pierres, qui ont blessé trois passants."
    assert [claim.method for claim in claims(text) if isinstance(claim, Harm)] == ["Violent demonstration"]


MIXED = [
    (
        "Un train a été pris pour cible lundi à Conakry: quatre personnes, un militaire et trois civils, ont été tuées.",
        ATTACK,
    ),
    ("Sept personnes, six villageois et un policier, ont été tuées lundi dans une attaque à Gao.", ATTACK),
    ("Sept personnes, six policiers et un villageois, ont été tuées lundi dans une attaque à Gao.", CLASH),
    ("Quatre passants ont été abattus lundi à Vienne et vingt-deux blessés, dont un policier.", ATTACK),
]


@pytest.mark.parametrize(("text", "method"), MIXED)
def test_most_of_those_hit_tell_what_the_attack_was(text: str, method: str) -> None:
    told = [claim.method for claim in claims(text) if isinstance(claim, Harm) and claim.victims != "civilians"]
    assert set(told) == {method}


SHOT_AT_EACH_OTHER = [
    "Les deux camps se sont tiré dessus lundi à Tripoli. Six personnes sont mortes.",
    "Soldats et miliciens ont échangé des tirs lundi à Tripoli. Six personnes sont mortes.",
    "Les deux bandes ont échangé des coups de feu lundi à Tripoli: six morts.",
]


@pytest.mark.parametrize("text", SHOT_AT_EACH_OTHER)
def test_whoever_shoots_at_one_another_fights(text: str) -> None:
    assert [claim.method for claim in claims(text) if isinstance(claim, Harm)] == [CLASH]


FELL = [
    (
        "Des missiles attribués à Israël se sont abattus mardi sur un dépôt près de Damas: 15 morts.",
        "Shelling/artillery/missile attack",
    ),
    ("Des barils d'explosifs se sont abattus lundi sur Daraya, tuant dix civils.", "Air/drone strike"),
]


@pytest.mark.parametrize(("text", "method"), FELL)
def test_what_comes_down_on_a_place_hit_it(text: str, method: str) -> None:
    assert [claim.method for claim in claims(text) if isinstance(claim, Harm)] == [method]


AIR = "Air/drone strike"
OVER_WEEKS = [
    ("Depuis le début de la campagne aérienne, le 26 mars, 640 civils ont péri au Yémen, selon l'ONU.", {640: AIR}),
    (
        "Les mines des rebelles ont tué 20 civils en trois mois à Hodeida, au Yémen, et leurs attentats suicides 12.",
        {20: IED, 12: SUICIDE},
    ),
    (
        "L'offensive, lancée le 31 mars au Tchad, s'est achevée le 8 avril. Cent soldats tchadiens ont été blessés en "
        "neuf jours.",
        {100: CLASH},
    ),
    (  # of the whole
        "L'offensive, lancée le 31 mars au Tchad, s'est achevée le 8 avril. Cent personnes, dont deux soldats, ont été "
        "blessées en neuf jours.",
        {100: None, 2: None},
    ),
    (  # people without arms
        "L'offensive, lancée le 31 mars au Tchad, s'est achevée le 8 avril. Cent villageois ont été blessés en neuf jours.",
        {100: None},
    ),
    (  # told by the attack of a day
        "Des inconnus ont attaqué le 31 mars un bus au Tchad. Cent soldats tchadiens ont été tués en neuf jours.",
        {100: None},
    ),
]


@pytest.mark.parametrize(("text", "methods"), OVER_WEEKS)
def test_what_sums_up_weeks_tells_a_way_where_its_words_or_the_fights_do(
    text: str, methods: dict[int, str | None]
) -> None:
    assert {claim.count: claim.method for claim in claims(text) if isinstance(claim, Harm)} == methods


def test_an_operation_is_no_way_to_die_where_a_mine_is_told() -> None:
    text = (
        "Un soldat français a été tué lundi au Mali lors d'une opération, après l'explosion d'un engin artisanal au "
        "passage de son blindé."
    )
    assert [claim.method for claim in claims(text) if isinstance(claim, Harm)] == [IED]


def test_an_air_campaign_is_no_strike_of_the_day() -> None:
    text = "La campagne aérienne de la coalition a fait 640 morts depuis mars au Yémen, selon l'ONU."
    assert [(type(claim).__name__, claim.method) for claim in claims(text) if isinstance(claim, Harm)] == [
        ("Harm", AIR)
    ]
    assert len(claims(text)) == 1


SHELLING = "Shelling/artillery/missile attack"
BEFORE = [
    # another count, with houses burnt
    ("Des inconnus ont attaqué lundi le village de Mavete, tuant dix personnes. Ils ont emmené du bétail. Ils parlaient fort. Il "
     "pleuvait. La société civile avance 19 morts et 30 maisons incendiées.", 19, ATTACK),
    # fire on the other side, right before, in a story of fights
    ("Les combats ont repris lundi à Jarablous, en Syrie. L'artillerie turque a pilonné mardi des positions des YPG près de "
     "Manbij. Six combattants kurdes ont été tués.", 6, SHELLING),
    ("Les combats ont repris lundi à Jarablous, en Syrie. L'artillerie turque a pilonné mardi des positions des YPG près de "
     "Manbij. Il pleuvait. Six combattants kurdes ont été tués.", 6, CLASH),  # further on
    ("Les combats ont repris lundi à Jarablous, en Syrie. Un village a été pilonné mardi par l'artillerie turque. Six soldats "
     "syriens ont été tués.", 6, CLASH),  # fire on people without arms
    ("Les combats ont repris lundi à Inates, au Niger. Des jihadistes ont attaqué mardi au mortier la base de l'armée. Douze "
     "soldats ont été blessés.", 12, CLASH),  # an attack, not only fire
    # of two acts of a sentence, the one that has dead
    ("Un missile tombé sur des maisons de Gandja a tué treize civils dans la nuit, au vingt et unième jour des combats. Trois "
     "enfants sont au nombre des morts.", 3, SHELLING),
]  # fmt: skip


@pytest.mark.parametrize(("text", "count", "method"), BEFORE)
def test_how_the_sentence_before_tells_it(text: str, count: int, method: str) -> None:
    assert {claim.method for claim in claims(text) if isinstance(claim, Harm) and claim.count == count} == {method}


def test_attackers_with_belts_whom_the_army_killed_blew_nothing_up() -> None:
    text = "Six assaillants, munis de ceintures d'explosifs, ont été tués lundi par l'armée à Peshawar, au Pakistan."
    assert short(text) == [(CLASH, "PAK", "PAK-UNK")]
    assert [claim.method for claim in claims(text) if isinstance(claim, Harm)] == [CLASH]


def test_an_attack_whose_authors_had_belts_is_no_bomb() -> None:
    text = (
        "Une attaque a fait 141 morts lundi dans une école de Peshawar, au Pakistan. Les six assaillants, munis de "
        "ceintures d'explosifs, ont été tués par l'armée."
    )
    assert {c.count: c.method for c in claims(text) if isinstance(c, Harm)} == {141: ATTACK, 6: CLASH}
