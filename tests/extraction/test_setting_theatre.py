"""Where weeks, wars and flights of thousands are told of: the theatre of the story, not the town of its last sentence."""

import datetime as dt

import events_told
import pytest

from vigie.values import Event, Harm

DAY = dt.date(2019, 9, 18)  # a Wednesday


def claims(text: str) -> list[Event | Harm]:
    return events_told.claims(text, DAY)


def place_of(text: str, count: int) -> str | None:
    found = next(c for c in claims(text) if isinstance(c, Harm) and count in (c.count, c.low))
    return found.place.name if found.place else None


HEAD = "Soudan: des combats à Nyala\nDes soldats et des rebelles se sont affrontés mardi à Nyala, au Soudan.\n"
TWO_TOWNS = HEAD + "Un raid a visé mercredi Port-Soudan, tuant deux civils.\n"
OF_THE_COUNTRY = [
    ("Depuis le 15 avril, les combats ont fait 900 morts, selon l'ONU.", 900),
    ("Les violences ont coûté la vie à 900 personnes depuis le mois de juin.", 900),
    ("Quelque 30.000 habitants ont pris la fuite, selon le HCR.", 30_000),
    ("Plus de 30.000 personnes ont été déplacées, d'après l'ONU.", 30_000),
    ("L'ONU recense 30.000 déplacés.", 30_000),
    ("Depuis juin, 900 civils ont été tués, a compté une ONG.", 900),
]


@pytest.mark.parametrize(("text", "count"), OF_THE_COUNTRY)
def test_what_was_counted_over_weeks_is_of_the_theatre(text: str, count: int) -> None:
    assert place_of(TWO_TOWNS + text, count) == "Soudan"


EAST = (
    "Des heurts ont éclaté mardi à Goma, dans l'est de la République démocratique du Congo.\n"
    "Mercredi, dix civils ont été tués à Butembo.\n"
)


@pytest.mark.parametrize(("text", "count"), OF_THE_COUNTRY)
def test_the_region_that_holds_all_places_is_the_theatre(text: str, count: int) -> None:
    assert place_of(EAST + text, count) == "République démocratique du Congo (est)"


@pytest.mark.parametrize(("text", "count"), OF_THE_COUNTRY)
def test_a_story_that_plays_in_one_town_stays_there(text: str, count: int) -> None:
    one = "Des rebelles ont attaqué mardi Nyala, au Soudan.\nDes tirs ont encore retenti mercredi à Nyala.\n"
    assert place_of(one + text, count) == "Nyala"


TAKEN_UP = [
    ("Cette bataille a fait 900 morts depuis le mois de juin.", 900),
    ("Dans la ville, 900 personnes ont péri depuis juin.", 900),
    ("Quelque 30.000 personnes ont fui la ville.", 30_000),
    ("Le siège a coûté la vie à 900 civils depuis juin.", 900),
]


@pytest.mark.parametrize(("text", "count"), TAKEN_UP)
def test_words_for_the_town_or_its_battle_stay_there(text: str, count: int) -> None:
    assert place_of(TWO_TOWNS.replace("Un raid", "Les rebelles assiègent Nyala. Un raid") + text, count) != "Soudan"


def test_a_part_of_a_total_is_where_the_total_is() -> None:
    assert place_of(TWO_TOWNS + "Depuis le 15 avril, les combats ont fait 900 morts, dont 80 enfants.", 80) == "Soudan"


AT_A_SITE = [
    "Douze hommes ont été tués dans les combats autour de l'aéroport.",
    "Des accrochages près de l'aéroport ont fait douze morts.",
    "Douze soldats ont péri dans l'attaque de l'aéroport.",
    "Un obus tombé sur l'aéroport a tué douze personnes.",
    "Douze corps ont été retrouvés à l'aéroport.",
]


@pytest.mark.parametrize("text", AT_A_SITE)
def test_a_site_named_before_is_meant_by_its_kind(text: str) -> None:
    head = "Des rebelles ont pris mardi l'aéroport de Nyala, au Soudan.\nLeur chef est parti pour Port-Soudan.\n"
    assert place_of(head + text, 12) == "aéroport de Nyala"


TALKS = [
    "La trêve négociée à Minsk n'a pas tenu: douze soldats ont été tués mardi.",
    "Malgré l'accord conclu à Minsk, douze soldats ont péri mardi.",
    "Douze soldats ont été tués mardi par des tirs imputés aux forces de Kiev.",
    "Malgré une trêve voulue par Ankara et Moscou, douze soldats ont été tués mardi.",
    "Malgré l'initiative d'Ankara et de Moscou, douze soldats ont été tués mardi.",
    "Des tirs imputés à Moscou ont tué douze soldats mardi.",
    "Hostiles à Moscou, douze soldats ont été tués mardi.",
    "Selon l'hôpital de Dnipro, douze soldats ont été tués mardi.",
]


@pytest.mark.parametrize("text", TALKS)
def test_a_capital_that_acts_or_hosts_talks_is_not_where_it_happened(text: str) -> None:
    assert place_of("Ukraine: combats à Lougansk\nDes tirs ont visé mardi Lougansk.\n" + text, 12) == "Lougansk"


WARS = [
    "Cette rébellion a fait 9.000 morts.",
    "Le conflit a coûté la vie à 9.000 personnes depuis 2013.",
    "La guerre a fait 9.000 morts en quatre ans.",
    "L'insurrection a fait plus de 9.000 morts depuis 2013.",
]


@pytest.mark.parametrize("text", WARS)
def test_a_war_in_a_good_part_of_a_country_is_told_of_that_part(text: str) -> None:
    assert place_of(EAST + text, 9_000) == "République démocratique du Congo (est)"
    assert place_of(TWO_TOWNS + text, 9_000) == "Soudan"


LIES = [
    "Douze civils ont péri dans la ville, située à 100 km de Port-Soudan.",
    "Un raid a tué douze civils dans cette localité située à 100 km de Port-Soudan.",
    "Douze civils ont été tués dans la ville distante de 100 km de Port-Soudan.",
]


@pytest.mark.parametrize("text", LIES)
def test_how_far_the_town_lies_from_another_one_is_no_place(text: str) -> None:
    assert place_of("Des rebelles ont attaqué mardi Nyala, au Soudan.\n" + text, 12) == "Nyala"


SITES = ["l'hôtel Serena", "une mosquée", "l'université", "un marché", "la prison centrale"]


@pytest.mark.parametrize("site", SITES)
def test_a_site_of_a_large_town_is_told_with_the_radius_of_a_town(site: str) -> None:
    text = f"Un attentat a visé mardi {site} à Kaboul, en Afghanistan, tuant douze personnes."
    found = next(c for c in claims(text) if isinstance(c, Harm))
    assert found.place is not None
    assert (round(found.place.lat), found.place.km) == (35, 8)


def test_dans_l_enclave_is_not_the_quarter_told_before() -> None:
    text = "Gaza: raids sur Chajaya\nDes raids ont visé mardi le quartier de Chajaya, à Gaza.\n"
    assert (
        place_of(text + "L'armée israélienne a perdu douze soldats tués mardi dans l'enclave.", 12) == "Bande de Gaza"
    )
    heurts = "En Cisjordanie, des heurts ont éclaté à Ramallah et à Hébron. Depuis le 30 mars, "
    assert place_of(text + heurts + "106 Palestiniens ont été tués dans l'enclave.", 106) == "Bande de Gaza"


PARTS = [
    "La police a arrêté 620 personnes, dont 40 à Port-Soudan.",
    "Selon le ministère, 620 personnes ont été tuées mardi, dont 40 près de Port-Soudan.",
    "Les médecins comptent 620 morts, la grande majorité à Port-Soudan.",
    "Quelque 620 personnes ont péri mardi, principalement près de Port-Soudan.",
    "Les médecins comptent 620 morts, parmi lesquels 40 enfants dans la ville de Port-Soudan.",
]


@pytest.mark.parametrize("text", PARTS)
def test_where_a_part_of_them_was_is_not_where_all_were(text: str) -> None:
    assert place_of(TWO_TOWNS + text, 620) == "Soudan"


def test_a_total_since_a_day_that_no_words_date_is_of_the_theatre() -> None:
    assert place_of(TWO_TOWNS + "Au total, 620 civils ont été tués depuis le putsch.", 620) == "Soudan"


def test_violence_that_made_dead_since_a_year_is_a_war_not_the_act_told_before() -> None:
    text = TWO_TOWNS + "Les violences ont fait depuis 2015 plus de 2.000 morts."
    found = next(c for c in claims(text) if isinstance(c, Harm) and c.count == 2000)
    assert found.place is not None
    assert (found.scope, found.place.name) == ("war", "Soudan")


GATHERED = [
    "Un kamikaze a frappé une réunion électorale à Nyala, tuant douze civils.",
    "Un kamikaze a visé le cortège d'une cérémonie à Nyala, faisant douze morts.",
    "Douze personnes ont péri dans un attentat contre des obsèques à Nyala.",
    "Une bombe a visé une conférence à Nyala, tuant douze personnes.",
]


@pytest.mark.parametrize("text", GATHERED)
def test_a_gathering_that_is_hit_is_where_it_happened(text: str) -> None:
    assert place_of("Soudan: un attentat dans le Darfour\n" + text, 12) == "Nyala"


def test_a_place_that_is_only_remembered_is_not_where_the_next_sentence_plays() -> None:
    text = "Des hommes ont attaqué mardi Gwoza, au Nigeria.\nL'attaque ravive le souvenir de Chibok. "
    text += "Deux civils ont été tués."
    assert place_of(text, 2) == "Gwoza"


MORE_EXACT = [
    (
        "Trois soldats ont été tués mardi dans la province de Mardin, au passage de leur convoi près de Nusaybin.",
        "Nusaybin",
    ),
    ("Trois soldats ont péri dans la province de Mardin, dans une attaque à Nusaybin, en Turquie.", "Nusaybin"),
    ("Trois soldats ont été tués dans la province de Mardin lorsqu'un obus est tombé sur Nusaybin.", "Nusaybin"),
]


@pytest.mark.parametrize(("text", "name"), MORE_EXACT)
def test_a_town_told_later_in_the_sentence_outdoes_its_province(text: str, name: str) -> None:
    assert place_of("Turquie: trois soldats tués\n" + text, 3) == name


WEEKS = [
    "Afghanistan: 900 civils tués au premier semestre\nL'ONU a publié mardi à Kaboul son rapport.\n",
    "Afghanistan: 900 civils tués entre janvier et juin\nLes deux camps sont mis en cause.\n",
    "Afghanistan: 900 civils tués depuis janvier, selon l'ONU\nLa mission dénonce les deux camps.\n",
]


@pytest.mark.parametrize("head", WEEKS)
def test_the_figures_of_a_report_are_not_of_the_attack_told_at_its_end(head: str) -> None:
    text = head + "Les bombes artisanales en ont tué 385.\nUn kamikaze a tué mardi trois policiers à Pul-e-Alam."
    assert place_of(text, 385) in ("Afghanistan", None)


def test_what_months_have_cost_is_told_in_the_capital_not_done_there() -> None:
    text = "Soudan: sept manifestants tués à Khartoum\nSept manifestants ont été tués mardi à Khartoum, au Soudan.\n"
    assert place_of(text + "Depuis le putsch du 25 mars, la répression a fait 71 morts.", 71) == "Soudan"
    assert place_of(text + "Depuis lundi, la répression a fait 71 morts.", 71) == "Khartoum"


NEWS_AND_TOTAL = [
    "Deux gendarmes tués à Nyala, plus de 620 morts depuis 2017, selon une ONG.",
    "Un raid a fait deux morts à Nyala, portant à 620 le nombre de tués depuis janvier.",
]


@pytest.mark.parametrize("text", NEWS_AND_TOTAL)
def test_a_total_told_behind_the_news_is_not_of_its_town(text: str) -> None:
    assert place_of("Soudan: deux morts\n" + text, 620) == "Soudan"


def test_a_toll_that_goes_on_from_a_toll_is_where_that_one_is() -> None:
    text = HEAD + "Un raid a tué mardi deux civils à Port-Soudan.\nLa guerre a fait 60.000 morts depuis 2017.\n"
    assert place_of(text + "Les raids ont fait à eux seuls 4.800 morts.", 4_800) == "Soudan"


IN_PASSING = [
    "Le Hamas, qui contrôle Gaza, a tiré des roquettes, tuant douze soldats à Sdérot.",
    "Douze soldats ont été tués mardi à Sdérot, malgré les accords d'Oslo.",
    "L'attaque ravive le souvenir de Netivot et d'Ofakim. Douze soldats ont été tués mardi à Sdérot.",
]


@pytest.mark.parametrize("text", IN_PASSING)
def test_who_holds_a_place_and_what_was_signed_there_tell_no_place(text: str) -> None:
    assert place_of("Israël: attaque à Sdérot\n" + text, 12) == "Sdérot"


MOURNS = ["pleurait mardi ses morts", "s'apprêtait à une nouvelle nuit d'émeutes", "est plongé dans la violence"]


@pytest.mark.parametrize("words", MOURNS)
def test_a_country_that_mourns_is_where_it_happened(words: str) -> None:
    text = (
        f"Le Soudan {words} après trois jours d'émeutes qui ont fait onze morts.\nA Khartoum, des magasins ont brûlé."
    )
    assert place_of(text, 11) == "Soudan"


def test_a_region_told_in_another_paragraph_is_not_where_half_a_year_was_counted() -> None:
    text = "Afghanistan: attentat à Kaboul\nUn attentat a tué mardi dix personnes à Kaboul, en Afghanistan.\n"
    text += "Dans le Helmand, cinq policiers ont été tués lundi.\n"
    assert (
        place_of(text + "Selon l'ONU, 1.601 civils ont été tués au cours des six premiers mois de l'année.", 1_601)
        == "Afghanistan"
    )


def test_a_month_that_dates_one_attack_does_not_make_it_a_total_of_the_region() -> None:
    text = "Somalie: 230 morts à Mogadiscio\nUn camion piégé a tué 230 personnes samedi à Mogadiscio, en Somalie.\n"
    text += "Des blessés ont été transférés en Turquie. L'armée a perdu 27 soldats à Barire, dans le Bas-Shabelle.\n"
    assert (
        place_of(text + "En juin, 31 personnes avaient été tuées dans une pizzeria de la capitale.", 31) == "Mogadiscio"
    )


def test_where_a_group_is_at_home_is_not_where_its_attack_was() -> None:
    text = "Afghanistan: attentat à Kaboul\nUn attentat a tué mardi dix personnes à Kaboul, en Afghanistan.\n"
    text += "L'attaque a été revendiquée par le groupe Etat islamique, implanté dans la province du Nangarhar."
    assert all(c.place is None or c.place.name != "Nangarhar" for c in claims(text))


def test_a_number_behind_a_verb_has_the_place_behind_it() -> None:
    text = "Irak: manifestations\nDes manifestations ont eu lieu vendredi en Irak.\n"
    text += "Douze personnes ont été tuées à Nassiriya et neuf autres à Amara."
    assert place_of(text, 9) not in ("Nassiriya", None)
    assert place_of(text, 12) == "Nassiriya"


def test_many_dead_of_acts_all_over_a_country_are_the_country_s() -> None:
    text = "Irak: 42 morts dans des manifestations\n"
    text += "Quarante-deux personnes ont été tuées vendredi en Irak lors de manifestations contre le pouvoir.\n"
    assert place_of(text + "A Bagdad, huit manifestants ont été tués près de la Zone verte.", 42) == "Irak"


def test_a_war_of_a_neighbour_is_told_of_the_part_that_its_sentence_names() -> None:
    text = "Tchad: 92 soldats tués\nQuatre-vingt-douze soldats tchadiens ont été tués lundi à Bol, au Tchad.\n"
    assert (
        place_of(text + "Le conflit a fait 36.000 morts dans le nord-est du Nigeria.", 36_000) == "Nigeria (nord-est)"
    )


def test_y_is_what_the_sentence_before_began_with() -> None:
    text = "RDC: quatre enlèvements\nQuatre personnes ont été enlevées mercredi à Oicha, en RDC.\n"
    text += "L'Ituri est sous état de siège depuis mai. Près de 1.200 civils y ont été tués en six mois."
    assert place_of(text, 1_200) == "Ituri"


AT_HOME = [
    ("Une bombe a tué dix civils mardi à Isfahan, en Iran. Le pouvoir iranien, allié de la Syrie, a accusé Israël.", 10, "IRN"),
    ("A Chiraz, en Iran, dix manifestants ont été tués mardi. L'Iran, présent en Syrie, a promis une enquête.", 10, "IRN"),
    ("Une voiture piégée a tué dix passants mardi à Graz, en Autriche. Vienne a exclu tout lien avec la Syrie.", 10, "AUT"),
    ("Dix civils ont été tués mardi à Idleb. L'Iran et la Syrie, à Téhéran, ont dénoncé l'attaque. L'Iran enquête.", 10, "SYR"),
    ("La France a bombardé mardi Gao, au Mali, où dix jihadistes ont été tués, a dit Paris. La France s'en félicite.", 10, "MLI"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "count", "country"), AT_HOME)
def test_a_power_that_fights_abroad_is_the_theatre_where_the_acts_are_its_own(
    text: str, count: int, country: str
) -> None:
    found = next(c for c in claims(text) if isinstance(c, Harm) and c.count == count)
    assert found.place is not None
    assert found.place.country == country


def test_who_is_killed_in_a_power_s_own_streets_without_a_town_is_killed_there() -> None:
    told = "Des heurts ont éclaté mardi à Chiraz, à Ispahan et à Machhad, en Iran, allié de Damas et de la Syrie.\nAu moins 60 personnes ont été tuées depuis vendredi, selon une ONG.\n"
    found = next(c for c in claims(told) if isinstance(c, Harm) and c.count == 60)
    assert found.place is not None
    assert found.place.country == "IRN"
