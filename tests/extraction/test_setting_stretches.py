"""Totals of what lasts: of a movement or an offensive whose start is told elsewhere, of the stretch of the sentence
before, of those who fled; a war's, where nothing else began that day.
"""

import datetime as dt

import events_told
import pytest

from vigie.values import Harm, Interval

DAY = dt.date(2018, 5, 17)  # a Thursday
NEWS = "Deux manifestants ont été tués mercredi à Gafsa, en Tunisie. "
RAID = "Un raid a tué dix civils mercredi à Hajjah, au Yémen. "


def figure(text: str, count: int, published: dt.date = DAY) -> Harm:
    return events_told.figure(text, count, published)


def since(month: int, day: int) -> Interval:
    return Interval(start=dt.date(2018, month, day), end=DAY)


BEGUN = [
    (NEWS + "Le mouvement, déclenché le 2 avril, gagne le pays. Au total, 81 personnes ont été tuées.", (4, 2)),
    (NEWS + "La contestation a éclaté le 2 avril. La répression a fait 81 morts, selon des médecins.", (4, 2)),
    (
        NEWS + "La Tunisie est secouée depuis le 2 avril par des manifestations. Plus de 81 personnes y ont péri.",
        (4, 2),
    ),
    (NEWS + "La répression a fait 81 morts depuis le début du mouvement, le 2 avril.", (4, 2)),
    (NEWS + "Ce mouvement, entré dans sa sixième semaine, a fait 81 morts.", (4, 5)),
    (
        RAID + "L'armée a lancé le 2 avril une offensive sur le port. Plus de 81 civils ont péri dans les combats.",
        (4, 2),
    ),
    (RAID + "La coalition mène une opération depuis le 2 avril. Le bilan de l'opération dépasse les 81 morts.", (4, 2)),
    (RAID + "Les rebelles ont entamé le siège du port le 2 avril. Le siège a coûté la vie à 81 habitants.", (4, 2)),
    (RAID + "Depuis le 2 avril, l'armée pilonne la région. Au moins 81 civils ont été tués, selon l'ONU.", (4, 2)),
    (RAID + "Depuis que la trêve a été rompue le 2 avril, 81 civils ont été tués.", (4, 2)),
    ("Le coup d'Etat du 2 avril a été condamné.\nAu moins 81 civils ont été tués depuis le coup d'Etat.", (4, 2)),
    (RAID + "Ces morts portent à 81 le nombre de civils tués depuis le 2 avril.", (4, 2)),
    ("Selon un décompte établi depuis le 2 avril, 81 soldats ont péri au Yémen.", (4, 2)),
]


@pytest.mark.parametrize(("text", "first"), BEGUN)
def test_the_total_of_what_lasts_runs_from_its_start(text: str, first: tuple[int, int]) -> None:
    found = figure(text, 81)
    assert (found.scope, found.when) == ("period", since(*first))


NEWS_OF_THE_DAY = [
    "L'offensive lancée le 2 avril se poursuit. Mercredi, 81 soldats sont morts au Yémen.",
    "Depuis le 2 avril, l'armée pilonne la région. Un attentat a tué 81 civils à Hajjah, au Yémen.",
    "Depuis le 2 avril, l'armée pilonne la région. A Hajjah, 81 civils ont été tués au Yémen.",
    "Un attentat a tué 81 civils mercredi à Sanaa, le plus meurtrier depuis que les rebelles ont pris la ville en mars.",
]


@pytest.mark.parametrize("text", NEWS_OF_THE_DAY)
def test_the_news_of_the_day_are_no_total(text: str) -> None:
    found = figure(text, 81)
    assert found.scope == "incident"
    assert found.when is not None
    assert found.when.days <= 2


PERIODS = [
    "En avril seulement, 81 civils ont été tués au Mali.",
    "Rien qu'en avril, 81 civils ont été tués au Mali.",
    "Pour la seule année 2017, 81 civils ont été tués au Mali.",
    "En six mois, le conflit a fait 81 morts au Mali.",
    "Entre janvier et avril, 81 civils ont été tués au Mali.",
    "Au cours des trois dernières semaines, 81 civils ont péri au Mali.",
    "Au premier trimestre, 81 civils ont été tués au Mali.",
    "A ce jour, les violences ont fait 81 morts au Mali.",
    "Jusqu'à présent, les violences ont fait 81 morts au Mali.",
    "Cette attaque porte à 81 le nombre de soldats tués cette année au Mali.",
    "Sept semaines de manifestations ont fait 81 morts au Mali.",
    "Depuis l'été 2017, 81 villageois ont été tués au Mali.",
]


@pytest.mark.parametrize("text", PERIODS)
def test_months_and_weeks_are_periods(text: str) -> None:
    assert figure(text, 81).scope == "period"


SEVERAL = [
    (
        "Quatre-vingt-un soldats et neuf civils ont été tués mercredi dans le nord du Mali, selon l'armée malienne, lors d'une "
        "vague d'attaques."
    ),
    "Plusieurs attaques à la grenade, visant des bars de Bujumbura, au Burundi, ont fait 81 morts, selon la police.",
    "Trois explosions ont fait 81 morts mercredi à Bagdad, en Irak.",
    "Quatre attaques ont fait 81 morts mercredi au Nigeria.",
    "Au moins 81 personnes ont été tuées mercredi à travers l'Irak.",
    "Depuis mardi, les affrontements ont fait 81 morts à Tripoli, en Libye.",
    "Les violences du week-end ont fait 81 morts dans l'Etat du Plateau, au Nigeria.",
]


@pytest.mark.parametrize("text", SEVERAL)
def test_several_acts_of_a_day_or_two(text: str) -> None:
    assert figure(text, 81).scope == "several"


FLED = [
    ("Quelque 25.000 habitants ont fui les derniers combats au Mali.", "period"),
    ("Plus de 25.000 personnes se sont réfugiées au Tchad voisin.", "period"),
    ("Les combats ont provoqué l'exode de 25.000 personnes au Mali.", "period"),
    ("Au moins 25.000 personnes ont été déplacées au Mali, selon l'ONU.", "period"),
    ("L'assaut a fait des dizaines de morts et 25.000 déplacés au Mali.", "period"),
    ("Le Mali compte 25.000 déplacés.", "state"),
    ("Quelque 25.000 personnes déplacées vivent dans le camp de Kidal, au Mali.", "state"),
    ("Plus de 25.000 personnes ont trouvé refuge dans des écoles au Mali.", "state"),
    ("Quelque 25.000 personnes s'entassent dans la base de l'ONU à Bor, contre 4.500 au début du mois.", "state"),
]


@pytest.mark.parametrize(("text", "scope"), FLED)
def test_taking_flight_and_being_away_from_home(text: str, scope: str) -> None:
    assert figure(text, 25000).scope == scope


def test_the_fights_of_a_war_are_its_toll_from_its_first_day_on() -> None:
    told = "Depuis le 15 avril, les combats ont fait 800 morts au Soudan."
    assert figure(told, 800, dt.date(2023, 6, 2)).scope == "war"
    assert figure(told, 800, dt.date(2018, 6, 2)).scope == "period"
    ended = "Depuis le 15 avril, la répression a fait 800 morts au Soudan."
    assert figure(ended, 800, dt.date(2023, 6, 2)).scope == "period"


@pytest.mark.parametrize("joint", [", soit 532", ", portant à 532 le bilan", ", ce qui porte à 532 le nombre des tués"])
def test_the_days_of_a_sum_are_not_those_of_what_it_adds(joint: str) -> None:
    text = f"Seize soldats ont été tués mercredi près de Marib, au Yémen{joint} depuis le 2 avril."
    assert figure(text, 16).when == Interval.day(dt.date(2018, 5, 16))


KIN = [
    ("Deux soldats ont été tués et 21 autres blessés en vingt-quatre heures à Donetsk, en Ukraine.", 2, "several"),
    ("Quatre explosions ont fait au moins 54 morts et 90 blessés mercredi à Bagdad, en Irak.", 90, "several"),
    (
        "Trois attentats ont fait 54 morts mercredi à Bagdad, en Irak. D'autres sources parlent de 80 morts.",
        80,
        "several",
    ),
    ("L'assaut a fait 54 morts mercredi à Palma, au Mozambique, et 11.000 déplacés.", 54, "incident"),
]


@pytest.mark.parametrize(("text", "count", "scope"), KIN)
def test_figures_told_together_total_the_same(text: str, count: int, scope: str) -> None:
    assert figure(text, count).scope == scope


GOES_ON = [
    ("Depuis le 2 avril, 300 Palestiniens ont été tués à Gaza. Côté israélien, 64 soldats ont péri.", 64, "period"),
    ("L'ONU a recensé 900 morts au Yémen entre janvier et avril. Les raids en ont fait à eux seuls 500.", 900, "period"),
    ("Des rebelles ont tué 131 civils les 12 et 13 mai dans deux villages du Kivu, en RDC. Les victimes, 102 hommes et "
     "29 femmes, ont été exécutées.", 102, "several"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "count", "scope"), GOES_ON)
def test_what_takes_up_a_toll_has_its_reach(text: str, count: int, scope: str) -> None:
    assert figure(text, count).scope == scope


OWN = [
    ("L'ONU a recensé 6.000 morts au Yémen depuis janvier 2016, dont 2.800 pour la seule année 2017.", 2800, "period"),
    ("Depuis 2015, les violences ont fait 1.500 morts au Mali, dont 275 depuis le début de l'année.", 275, "period"),
    ("Le conflit a fait 1.592 morts en Afghanistan au cours des quatre premiers mois de l'année.", 1592, "period"),
    ("L'ONG a recensé 171 militants assassinés en 2017 en Colombie.", 171, "period"),
    ("Trois jours d'émeutes ont fait onze morts à Santiago, au Chili.", 11, "period"),
    ("Une série d'assauts a fait 30 morts mercredi à Markoye, au Burkina Faso.", 30, "several"),
    ("Gaza: dix morts devant une école à Rafah, plus de 1.700 tués depuis le 2 avril.", 10, "incident"),
    ("La ville est tombée mercredi après 82 jours de siège, 51 soldats ont été blessés à Kounduz.", 51, "incident"),
    ("Jeudi, 118 manifestants ont péri à travers l'Irak, dont 29 dans la ville de Nassiriya.", 29, "incident"),
    ("Jusqu'à présent, 118 suspects ont été arrêtés à Lahore, au Pakistan.", 118, "incident"),
]


@pytest.mark.parametrize(("text", "count", "scope"), OWN)
def test_a_reach_of_its_own(text: str, count: int, scope: str) -> None:
    assert figure(text, count).scope == scope


def test_an_article_on_a_report_counts_over_its_time() -> None:
    text = (
        "Afghanistan: près de 1.600 civils tués au premier trimestre, selon l'ONU\nLe conflit a fait 1.592 morts au cours des "
        "trois premiers mois de l'année, d'après un rapport publié mercredi à Kaboul.\nLes affrontements au sol restent la "
        "première cause, avec 474 civils tués. Les bombes des talibans en ont tué 385.\nMardi, un attentat a tué six civils "
        "à Kaboul. Quinze autres ont été blessés."
    )
    for count in (1592, 474, 385):
        found = figure(text, count)
        assert (found.scope, found.when) == ("period", Interval(start=dt.date(2018, 1, 1), end=dt.date(2018, 3, 31)))
    for count in (6, 15):
        assert figure(text, count).when == Interval.day(dt.date(2018, 5, 15))


def test_what_a_place_has_seen_dates_no_other_figure() -> None:
    text = "A Kounduz, en Afghanistan, où les talibans ont lancé une offensive fin avril, douze civils ont été tués mercredi."
    assert figure(text, 12).when == Interval.day(dt.date(2018, 5, 16))


def test_what_stands_since_a_day_is_told_since_then() -> None:
    found = figure("Quelque 40.000 habitants sont assiégés à Madaya, en Syrie, depuis juillet 2017.", 40000)
    assert (found.scope, found.when) == ("state", Interval(start=dt.date(2017, 7, 1), end=DAY))


def test_soldiers_had_died_on_the_day_told_before() -> None:
    told = "En mai 2015, un hélicoptère militaire avait été touché à Jalisco, au Mexique. Six soldats étaient morts."
    found = figure(f"Treize policiers ont été tués lundi au Michoacan, au Mexique. {told}", 6)
    assert found.when == Interval(start=dt.date(2015, 5, 1), end=dt.date(2015, 5, 31))


def test_two_days_in_a_row_may_be_the_news() -> None:
    told = "Des rebelles ont tué 131 civils les 12 et 13 mai au Kivu, en RDC.\nL'ONU a condamné un massacre.\n"
    found = figure(told + "Cinq fillettes ont été violées.", 5)
    assert found.when == Interval(start=dt.date(2018, 5, 12), end=dt.date(2018, 5, 13))


# No sentence of these texts dates the start: the total is one of more than the day's news all the same.
UNDATED = [
    "Au moins 81 personnes ont été tuées en Tunisie depuis le début du mouvement, a indiqué une ONG.",
    "La Tunisie compte 81 morts depuis le début des troubles, selon le parquet.",
    "L'opposition tunisienne a recensé 81 morts depuis le déclenchement de la crise.",
    "Depuis le début de la contestation, 81 manifestants ont péri à travers le pays, selon une ONG.",
    "Le ministère fait état de 81 tués depuis le lancement de l'offensive.",
    "81 civils sont morts depuis la reprise des hostilités, selon l'ONU.",
]


@pytest.mark.parametrize("text", UNDATED)
def test_a_total_since_a_start_that_no_sentence_dates_is_a_period_s(text: str) -> None:
    assert figure(text, 81).scope == "period"


@pytest.mark.parametrize("text", UNDATED)
def test_it_counts_over_the_only_stretch_that_the_story_tells(text: str) -> None:
    found = figure(text + " Internet est coupé dans le pays depuis le 10 mai.", 81)
    assert found.when == since(5, 10)


OF_ONE_ACT = [
    "Au moins 81 personnes ont été tuées à Gafsa depuis le début de l'attaque, selon un médecin.",
    "Depuis le début de la fusillade, 81 personnes ont été tuées à Gafsa, selon la police.",
    "La police fait état de 81 tués à Gafsa depuis le début de la prise d'otages.",
]


@pytest.mark.parametrize("text", OF_ONE_ACT)
def test_a_single_act_lasts_no_period(text: str) -> None:
    assert figure(text, 81).scope == "incident"


FOLLOWING = [
    ("Plus d'un millier de personnes ont été arrêtées.", 1000),
    ("Quelque 400 personnes ont été blessées, selon un médecin.", 400),
    ("Le bilan pourrait atteindre 200 morts, d'après l'opposition.", 200),
    ("Les autorités ont annoncé 1.000 arrestations.", 1000),
]


@pytest.mark.parametrize(("text", "count"), FOLLOWING)
def test_more_people_behind_such_a_total_at_the_head_total_the_same(text: str, count: int) -> None:
    assert figure(f"{UNDATED[0]} {text}", count).scope == "period"


ON_A_SPOT = [
    ("Mercredi, 120 personnes ont été blessées.", 120),
    ("A Gafsa, 120 personnes ont été blessées.", 120),
    ("Un raid a tué 120 personnes.", 120),
]


@pytest.mark.parametrize(("text", "count"), ON_A_SPOT)
def test_who_has_a_day_a_place_or_an_act_of_their_own_is_none_of_them(text: str, count: int) -> None:
    assert figure(f"{UNDATED[0]} {text}", count).scope == "incident"


RIVALS = [
    "Au moins 81 civils ont été tués depuis le début des troubles, selon une ONG, un chiffre rejeté par le pouvoir, qui ne reconnaît que cinq morts.",
    "Une ONG a compté 81 morts depuis le début des troubles, contre cinq morts selon le gouvernement.",
]


@pytest.mark.parametrize("text", RIVALS)
def test_the_rival_in_the_same_sentence_totals_the_same(text: str) -> None:
    assert figure(text, 5).scope == "period"


OTHER_COUNTS = [
    "Les autorités n'ont confirmé que 14 morts.",
    "Le gouvernement n'a admis pour sa part que 14 morts.",
    "Le pouvoir ne reconnaît que 14 morts.",
    "Le bilan officiel est de 14 morts.",
    "Un précédent bilan faisait état de 14 morts.",
    "Une autre ONG avait auparavant recensé 14 morts.",
]


@pytest.mark.parametrize("text", OTHER_COUNTS)
def test_another_count_told_further_on_totals_what_the_first_one_does(text: str) -> None:
    assert figure(f"{UNDATED[0]} Internet est coupé. {text}", 14).scope == "period"


@pytest.mark.parametrize(
    "text", ["L'armée a tué 14 rebelles près de Gafsa.", "Mercredi, 14 civils sont morts à Gafsa."]
)
def test_another_act_is_no_other_count(text: str) -> None:
    assert figure(f"{UNDATED[0]} Internet est coupé. {text}", 14).scope == "incident"


STARTED = [
    "Des heurts ont eu lieu mercredi à Gafsa, en Tunisie, au sixième jour de la contestation. Les manifestations ont fait 81 blessés.",
    "Des heurts ont eu lieu mercredi à Gafsa, en Tunisie. Le mouvement, parti samedi de la capitale, gagne le pays. Les manifestations ont fait 81 blessés.",
]


@pytest.mark.parametrize("text", STARTED)
def test_the_nth_day_of_a_movement_tells_when_it_began(text: str) -> None:
    found = figure(text, 81)
    assert found.scope == "period"
    assert found.when in (since(5, 11), since(5, 12))
