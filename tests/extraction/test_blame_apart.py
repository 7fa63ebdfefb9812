"""Who is held responsible in words that stand apart from the act, by pronouns, and as the other side of a fight."""

import pytest
from events_told import claims

from vigie.values import Event, Harm

BLAST = "Une explosion a fait dix morts mardi à Kaboul. "
ROAD = "Une bombe a tué cinq soldats maliens lundi à Kidal. "
RUINS = "Deux bombes ont aplati un immeuble d'Idleb dimanche. Douze habitants ont trouvé la mort. "
CHARGES = [
    # text, by, certainty, by_said_by of its first figure
    (BLAST + "Les soupçons se portent sur les talibans.", ["TALIBAN"], "hedged", []),
    (BLAST + "Les autorités soupçonnent les talibans.", ["TALIBAN"], "hedged", ["AFG"]),
    (BLAST + "Le gouvernement met en cause les talibans.", ["TALIBAN"], "stated", ["AFG"]),
    (BLAST + "Les talibans ont reconnu en être les auteurs.", ["TALIBAN"], "stated", ["TALIBAN"]),
    (BLAST + "Les talibans se sont attribué la paternité de l'attentat.", ["TALIBAN"], "stated", ["TALIBAN"]),
    (BLAST + "Selon l'ONU, les talibans sont à l'origine de l'attaque.", ["TALIBAN"], "stated", ["UN"]),
    (BLAST + "Les talibans sont tenus pour responsables de l'attaque.", ["TALIBAN"], "stated", []),
    (BLAST + "L'attentat porte la signature du groupe Etat islamique.", ["IS"], "hedged", []),
    (ROAD + "L'attaque serait l'œuvre du GSIM, selon une source militaire.", ["JNIM"], "hedged", ["MLI"]),
    (ROAD + "Le GSIM est l'auteur présumé de l'attaque.", ["JNIM"], "hedged", []),
    (ROAD + "Selon Bamako, le GSIM serait derrière cet attentat.", ["JNIM"], "hedged", ["MLI"]),
    (RUINS + "L'ONU tient l'armée syrienne pour responsable.", ["SYR"], "stated", ["UN"]),
    (ROAD + "Aussitôt montré du doigt, le GSIM n'a pas réagi.", ["JNIM"], "stated", []),
    (ROAD + "Une vidéo signée du GSIM a été diffusée.", ["JNIM"], "stated", ["JNIM"]),
    (ROAD + "Le GSIM a présenté l'attaque comme une riposte.", ["JNIM"], "stated", ["JNIM"]),
    (ROAD + "L'attentat porte, selon l'armée malienne, la signature du GSIM.", ["JNIM"], "hedged", ["MLI"]),
    (ROAD + "Le gouvernement malien désigne le GSIM.", ["JNIM"], "stated", ["MLI"]),
    (ROAD + "Le GSIM revendique rarement ses attaques, mais celle-ci porte sa marque.", ["JNIM"], "hedged", []),
    (ROAD + "Le GSIM n'avait rien revendiqué mardi, mais l'attaque porte sa signature.", ["JNIM"], "hedged", []),
    (ROAD + "Le mode opératoire est caractéristique du GSIM.", ["JNIM"], "hedged", []),
    (ROAD + "Nul n'a revendiqué l'attaque, dont la méthode rappelle celle du GSIM.", ["JNIM"], "hedged", []),
    (ROAD + "Le GSIM, qui frappe souvent la région, a revendiqué l'attaque.", ["JNIM"], "stated", ["JNIM"]),
    (RUINS + "Des habitants pointent du doigt l'armée syrienne.", ["SYR"], "hedged", ["WITNESS"]),
]


def harms(text: str) -> list[Harm]:
    return [claim for claim in claims(text) if isinstance(claim, Harm)]


@pytest.mark.parametrize(("text", "by", "certainty", "sayers"), CHARGES, ids=lambda v: str(v)[-40:])
def test_whoever_is_held_responsible_answers_for_the_figure_told_before(
    text: str, by: list[str], certainty: str, sayers: list[str]
) -> None:
    (figure,) = harms(text)
    assert (figure.by, figure.by_certainty, figure.by_said_by) == (by, certainty, sayers)


@pytest.mark.parametrize(
    "behind",
    [
        "Les talibans revendiquent rarement leurs attaques.",
        "Les talibans ne revendiquent d'ordinaire pas ce genre d'attentats.",
        "De telles attaques sont souvent revendiquées par les talibans.",
        "Des jihadistes sont actifs, et l'attaque porte leur marque.",
        "Les talibans ont démenti être derrière cette attaque.",
        "L'attaque n'a pas été revendiquée par les talibans.",
        "Les talibans ne sont pas responsables de l'attentat, selon l'ONU.",
        "Les talibans sont responsables de la politique du pays.",
        "La police soupçonne les talibans de trafic de drogue.",
        "On accuse le gouvernement ; celui-ci met en cause les talibans.",
    ],
)
def test_a_denial_and_a_charge_of_something_else_blame_nobody(behind: str) -> None:
    assert all(figure.by == [] for figure in harms(BLAST + behind))


def test_a_charge_for_both_attacks_of_a_day_reaches_the_dead_of_both() -> None:
    figures = harms(
        "Neuf clients d'un café de Bagdad ont péri jeudi dans un double attentat. Trois secouristes sont morts peu après. "
        "Une explosion a aussi tué une marchande jeudi. Le quartier a été bouclé. "
        "Ces attaques portent toutes la marque du groupe Etat islamique."
    )
    assert [figure.by for figure in figures] == [["IS"]] * 3


def test_a_charge_behind_the_news_of_several_days_is_not_carried_back_to_each() -> None:
    figures = harms(
        "Neuf clients d'un café de Bagdad ont péri jeudi. Mercredi, trois soldats sont morts à Mossoul. "
        "Des obus ont tué une marchande vendredi à Kirkouk. Le gouvernement a promis une enquête. "
        "Les soupçons se portent sur le groupe Etat islamique."
    )
    assert [figure.by for figure in figures] == [[], [], ["IS"]]  # of the last one told


def test_the_group_of_the_sentence_is_meant_and_not_the_one_it_belongs_to() -> None:
    (figure,) = harms(
        "Un double attentat a fait dix morts lundi à Jolo, bastion du groupe Abou Sayyaf, qui a prêté allégeance au "
        "groupe Etat islamique. Ce groupe est probablement responsable de la double attaque, a déclaré un colonel."
    )
    assert (figure.by, figure.by_certainty) == (["ABU-SAYYAF"], "hedged")


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("L'armée nigérienne a lancé une opération à Diffa. Elle a tué 12 combattants de Boko Haram.", ["NER"]),
        ("Les shebab ont pris d'assaut l'hôtel Elite à Mogadiscio, où ils ont tué dix personnes.", ["AL-SHABAAB"]),
        ("Deux frappes de l'aviation turque ont visé Al-Bab, en Syrie. Elles ont coûté la vie à 14 civils.", ["TUR"]),
        ("Des bandes armées sévissent en Centrafrique. Elles ont fait trente morts à Bria.", ["CAF-UNK"]),
        ("Les rebelles syriens ont attaqué lundi Maarat. Ils ont tué trois civils.", ["SYR-REB"]),
        ("Les habitants de Gao fuient les jihadistes. Ils ont tué deux voleurs lundi à Gao.", []),
        ("Les parents ont fui les jihadistes au Mali. Ils ont tué deux voleurs lundi à Gao.", []),
    ],
)
def test_a_pronoun_stands_for_the_subject_told_before(text: str, by: list[str]) -> None:
    assert harms(text)[-1].by == by


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "Des combats ont opposé lundi à Hajja l'armée yéménite aux Houthis. Douze soldats yéménites ont été tués "
            "dans les combats. Neuf Houthis ont également péri dans ces affrontements.",
            [["HOUTHIS"], ["YEM"]],
        ),
        (
            "L'armée syrienne combat les rebelles syriens à Alep. Selon l'OSDH, vingt-cinq soldats syriens et quarante "
            "rebelles sont morts mardi.",
            [["SYR-REB"], ["SYR"]],
        ),
        ("Dix soldats maliens ont été tués lundi à Gao dans des combats. Le GSIM contrôle la zone.", [[]]),
        ("Dix soldats maliens ont été tués lundi à Gao. Le GSIM contrôle la zone.", [[]]),
        ("Ce décès porte à 41 le nombre de soldats français tués au Mali. Le GSIM combat l'armée française.", [[]]),
    ],
)
def test_the_dead_of_one_side_of_a_fight_are_those_of_the_other(text: str, by: list[list[str]]) -> None:
    assert [figure.by for figure in harms(text)] == by


@pytest.mark.parametrize(
    "words", ["trois morts dans ses rangs", "trois morts dans ses propres rangs", "la mort de trois de ses hommes"]
)
def test_whoever_tells_of_his_own_dead_lost_them(words: str) -> None:
    (figure,) = harms(f"Le GSIM a attaqué un camp lundi à Gao. Le GSIM a reconnu {words}.")
    assert (figure.victims, figure.side) == ("armed", "JNIM")


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("L'offensive du maréchal Haftar, lancée en avril, a tué 280 civils à Tripoli, d'après l'ONU.", ["LNA"]),
        ("L'armée turque a lancé mercredi une offensive en Syrie. Cette offensive a fait 150 morts.", ["TUR"]),
        (
            "Le régime syrien poursuit une offensive à Idleb. L'offensive qui a entraîné la mort de 90 civils continue.",
            ["SYR"],
        ),
    ],
)
def test_whoever_leads_an_offensive_answers_for_its_dead(text: str, by: list[str]) -> None:
    assert harms(text)[0].by == by


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("La police kényane a tiré en l'air lundi à Nairobi, et soixante manifestants ont été interpellés.", ["KEN"]),
        ("L'armée israélienne est entrée lundi à Jénine. Douze Palestiniens ont été arrêtés.", ["ISR"]),
        ("L'opération de l'armée israélienne, qui a arrêté douze Palestiniens lundi à Jénine, est finie.", ["ISR"]),
        ("Quatre suspects ont été arrêtés lundi à Kaboul.", []),
        ("Les autorités ont salué la mémoire des morts. La foule a grondé. Dix suspects ont été arrêtés à Kaboul.", []),
    ],
)
def test_people_are_arrested_by_the_forces_told_there_or_right_before(text: str, by: list[str]) -> None:
    assert harms(text)[-1].by == by


def test_an_army_that_vaunts_its_neutralised_neutralised_them() -> None:
    (figure,) = harms(
        "L'armée française et celles du Sahel agissent. Elles ont revendiqué la neutralisation de 30 jihadistes."
    )
    assert figure.by == ["FRA"]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "Des soldats maliens ont été attaqués lundi à Gao par des hommes armés. Le bilan est de six morts.",
            ["MLI-UNK"],
        ),
        ("Les shebab ont attaqué une base somalienne lundi. On compte neuf morts.", ["AL-SHABAAB"]),
        ("L'offensive des shebab à Beledweyne a jeté 6.000 habitants sur les routes.", ["AL-SHABAAB"]),
    ],
)
def test_the_toll_behind_an_attack_is_the_attackers(text: str, by: list[str]) -> None:
    assert harms(text)[0].by == by


def test_a_toll_of_months_in_a_text_without_a_date_is_not_the_authors_of_one_attack() -> None:
    text = (
        "Des jihadistes ont perpétré un attentat contre des civils au Mali. Depuis janvier, plus de 1.200 civils ont été "
        "tués au Mali."
    )
    assert [c.by for c in claims(text, None) if isinstance(c, Harm)] == [[]]


SUICIDE = "Un attentat suicide a tué neuf personnes samedi à Baïdoa, en Somalie, selon la police. "


@pytest.mark.parametrize(
    ("behind", "by"),
    [
        ("L'attentat a été revendiqué par le mouvement Shabab.", ["AL-SHABAAB"]),
        ("Le mouvement Shabab a revendiqué l'attentat.", ["AL-SHABAAB"]),
        ("Ces attentats ont été revendiqués, dans un communiqué diffusé samedi, par les shebab.", ["AL-SHABAAB"]),
        ("Le groupe Jaich al-Adl (« Armée de la justice ») a revendiqué l'attentat.", ["JAYSH-AL-ADL"]),
        (
            "Le groupe Abou Sayyaf (« Porteur du sabre »), connu pour ses rapts, a revendiqué l'attentat.",
            ["ABU-SAYYAF"],
        ),
        ("L'attentat a été revendiqué par le GSIM et par Boko Haram.", ["BOKO-HARAM", "JNIM"]),
        ("Le ministre a attribué l'attentat aux shebab et au GSIM.", ["AL-SHABAAB", "JNIM"]),
        ("Les autorités ont attribué l'attaque aux shebab et le GSIM n'a pas réagi.", ["AL-SHABAAB"]),
        ("Le mouvement Tarik a revendiqué l'attentat.", []),
        ("Le mouvement a revendiqué l'attentat.", []),
        ("L'organisation a revendiqué l'attentat.", []),
    ],
)
def test_who_claims_it_is_read_by_his_name_and_is_never_the_police(behind: str, by: list[str]) -> None:
    (figure,) = harms(SUICIDE + behind)
    assert sorted(figure.by) == by


def test_those_who_watch_the_claims_of_groups_are_no_scene() -> None:
    text = (
        "Un attentat a tué six gardes mercredi à Saravan, en Iran. Le groupe Jaich al-Adl a revendiqué l'attentat, "
        "selon le Centre américain de surveillance des sites djihadistes (SITE)."
    )
    (figure,) = harms(text)
    assert figure.by == ["JAYSH-AL-ADL"]


NANTES = "Une camionnette a foncé samedi sur la foule à Nantes, faisant sept morts. "
STABBED = "Un homme a tué trois passants samedi à Nantes. "


@pytest.mark.parametrize(
    ("text", "by", "victims"),
    [
        (NANTES + "Le chauffeur a été tué par la police.", [[], ["FRA"]], ["people", "armed"]),
        (NANTES + "La police a abattu le conducteur.", [[], ["FRA"]], ["people", "armed"]),
        (NANTES + "L'homme a été abattu par les gendarmes.", [[], ["FRA"]], ["people", "armed"]),
        (STABBED + "L'individu a été abattu par la police.", [["FRA-UNK"], ["FRA"]], ["civilians", "armed"]),
    ],
)
def test_police_who_shot_the_man_did_not_harm_those_whom_he_hit(
    text: str, by: list[list[str]], victims: list[str]
) -> None:
    told = harms(text)
    assert ([figure.by for figure in told], [figure.victims for figure in told]) == (by, victims)


@pytest.mark.parametrize(
    "text",
    [
        "Une voiture a été prise pour cible samedi à Mopti par des hommes armés. Le chauffeur a été tué.",
        "Deux manifestants ont été tués samedi à Labé. Le jeune homme a été abattu par la police.",
        "Le chauffeur d'un taxi a été tué samedi à Labé par la police.",
    ],
)
def test_a_driver_who_ran_nobody_down_is_a_victim(text: str) -> None:
    assert harms(text)[-1].victims != "armed"


def test_each_share_of_a_report_is_laid_to_whom_the_words_lay_it_to() -> None:
    text = (
        "La mission de l'ONU attribue aux seuls talibans 512 civils tués et 790 blessés à Kunduz, en Afghanistan, et au groupe Etat "
        "islamique (EI) douze attaques qui ont causé la mort de 140 personnes. Les forces afghanes ont tué 280 civils."
    )
    told = {claim.count: (claim.by, claim.by_certainty) for claim in harms(text)}
    assert told[512] == told[790] == (["TALIBAN"], "hedged")
    assert told[140] == (["IS"], "hedged")
    assert told[280] == (["AFG"], "stated")


@pytest.mark.parametrize(
    "text",
    [
        "Les forces afghanes ont tué 280 civils à Kunduz. Les enfants paient un lourd tribut: 310 d'entre eux ont été tués.",
        "Un ambulancier a été blessé lundi par un tireur embusqué à Gaza. Le ministère de la Santé fait état de 310 morts.",
    ],
)
def test_more_dead_than_a_killing_is_told_with_are_not_of_it(text: str) -> None:
    assert [claim.by for claim in harms(text) if claim.count == 310] == [[]]


def test_an_accusation_over_one_town_does_not_reach_another() -> None:
    text = (
        "Quatre personnes ont péri dans des bombardements sur la ville de Barda, selon Bakou, qui met en cause les forces arméniennes.\n"
        '"Nouvelle frappe de missiles des forces arméniennes sur Barda, quatre morts", a écrit le ministère azerbaïdjanais. Stepanakert, la '
        "capitale des séparatistes, a bien été la cible de frappes dans la nuit, ont constaté des journalistes de l'AFP."
    )
    struck = {c.place.name: c.by for c in claims(text) if isinstance(c, Event) and c.place is not None}
    assert struck["Barda"] == ["ARM"]
    assert struck["Stepanakert"] == []


def test_who_counts_the_dead_of_another_states_strikes_did_not_strike() -> None:
    text = (
        "Un drone américain a tué lundi deux insurgés à Miranshah, au Pakistan. L'armée pakistanaise a fait état de neuf insurgés "
        "tués mardi dans un autre tir de missiles à Datta Khel."
    )
    assert {claim.count: claim.by for claim in harms(text)} == {2: ["USA"], 9: []}
