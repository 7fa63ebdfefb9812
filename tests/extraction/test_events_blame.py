"""Who did it, who says so, how surely; and what is no event at all."""

import pytest
from events_told import events

BLAME = [
    # text, by, certainty, by_said_by
    (
        "Une attaque a fait neuf morts lundi à Mogadiscio. Elle a été revendiquée par les shebab.",
        ["AL-SHABAAB"],
        "stated",
        ["AL-SHABAAB"],
    ),
    (
        "Le groupe Etat islamique a revendiqué l'attentat qui a tué huit fidèles lundi à Kaboul.",
        ["IS"],
        "stated",
        ["IS"],
    ),
    (
        "Une attaque attribuée à des jihadistes a tué six villageois dimanche à Pobé, au Burkina Faso.",
        ["BFA-JIH"],
        "hedged",
        [],
    ),
    ("L'armée camerounaise a repoussé lundi une attaque de Boko Haram contre Kolofata.", ["BOKO-HARAM"], "stated", []),
    ("Des raids probablement russes ont tué cinq civils mardi à Saraqeb, en Syrie.", ["RUS"], "hedged", []),
    ("Des jihadistes présumés ont tué lundi neuf habitants de Tanda, au Niger.", ["NER-JIH"], "hedged", []),
    ("Le régime syrien et son allié russe ont bombardé lundi Ariha, tuant six civils.", ["SYR", "RUS"], "stated", []),
    ("Des raids russes et syriens ont tué huit civils mardi à Ariha, en Syrie.", ["RUS", "SYR"], "stated", []),
    (
        "Selon l'OSDH, l'aviation russe a bombardé lundi Saraqeb, en Syrie, tuant quatre civils.",
        ["RUS"],
        "stated",
        ["SOHR"],
    ),
    (
        "L'offensive de l'armée syrienne, appuyée par l'aviation russe, a fait douze morts lundi à Alep.",
        ["SYR"],
        "stated",
        [],
    ),
    ("Des tirs rebelles ont tué trois civils mardi à Alep, en Syrie.", ["SYR-REB"], "stated", []),
    ("Une attaque jihadiste a fait quatre morts lundi à Boni, au Mali.", ["MLI-JIH"], "stated", []),
    (
        "L'attaque d'une vingtaine de jihadistes contre Boni, au Mali, a fait six morts lundi.",
        ["MLI-JIH"],
        "stated",
        [],
    ),
    ("Le raid de dizaines de rebelles sur Boni, au Mali, a fait six morts lundi.", ["MLI-REB"], "stated", []),
    (
        "Des hommes soupçonnés d'appartenir aux shebab ont attaqué lundi un marché de Kismayo, en Somalie.",
        ["AL-SHABAAB"],
        "hedged",
        [],
    ),
    (
        "Un marché de Kismayo, en Somalie, a été attaqué lundi par des hommes suspectés d'être membres des shebab.",
        ["AL-SHABAAB"],
        "hedged",
        [],
    ),
    (
        "Des raids ont tué six combattants lundi à Mayadine, en Syrie. Selon l'OSDH, Israël serait derrière ces raids.",
        ["ISR"],
        "hedged",
        ["SOHR"],
    ),
    (
        "Un attentat a fait six morts lundi à Jolo, aux Philippines. Il porte la marque d'Abou Sayyaf, dit l'armée.",
        ["ABU-SAYYAF"],
        "hedged",
        ["PHL"],
    ),
    (
        "Une attaque a fait six morts lundi à Kismayo, en Somalie. L'armée l'impute aux shebab.",
        ["AL-SHABAAB"],
        "hedged",
        ["SOM"],
    ),
    ("Une attaque imputée à des tirs russes a tué six civils lundi à Ariha, en Syrie.", ["RUS"], "hedged", []),
    ("Neuf suspects ont été arrêtés lundi à Sfax, en Tunisie, a indiqué la police.", ["TUN"], "stated", ["TUN"]),
]


@pytest.mark.parametrize(("text", "by", "certainty", "sayers"), BLAME)
def test_blame_comes_from_words(text: str, by: list[str], certainty: str, sayers: list[str]) -> None:
    (event,) = events(text)
    assert (event.by, event.by_certainty, event.by_said_by) == (by, certainty, sayers)


TARGETS = [
    # text, by, target
    (
        "L'armée syrienne a repris lundi Maarat, près d'Alep, après de violents combats contre les rebelles.",
        ["SYR"],
        "SYR-REB",
    ),
    (
        "Les rebelles se sont emparés lundi de Maarat, en Syrie, au terme d'une bataille contre l'armée.",
        ["SYR-REB"],
        "SYR",
    ),
    ("Les FDS ont pris lundi Maarat, en Syrie, à l'issue d'accrochages avec l'EI.", ["SDF"], "IS"),
    ("Un missile s'est abattu lundi sur un marché de Maarat, en Syrie.", [], "civilians"),
    ("L'offensive turque contre les Kurdes en Syrie a commencé lundi.", ["TUR"], "SYR-KUR"),
    (
        "Six jihadistes ont été tués lundi à Boni, au Mali, dans une opération conjointe avec l'armée du Niger.",
        [],
        "MLI-JIH",
    ),
    (
        "Des roquettes tirées par les rebelles se sont abattues lundi sur une école d'Alep, en Syrie.",
        ["SYR-REB"],
        "civilians",
    ),
    ("Des barils ont été largués lundi par des hélicoptères au-dessus d'un marché d'Alep, en Syrie.", [], "civilians"),
]


@pytest.mark.parametrize(("text", "by", "target"), TARGETS)
def test_sides_of_captures_and_what_was_hit(text: str, by: list[str], target: str) -> None:
    (event,) = events(text)
    assert (event.by, event.target) == (by, target)


NOBODY = [
    "Une attaque terroriste a fait cinq morts lundi à Bougouni, au Mali.",
    "Une attaque a tué six soldats mardi près de Gao, au Mali, a annoncé l'armée.",
    "Des raids ont tué neuf civils lundi à Ariha, en Syrie, selon l'OSDH.",
    "L'attaque d'une patrouille de l'armée a fait trois morts mardi à Diffa, au Niger.",
    "Une bombe a tué quatre personnes lundi à Bagdad. Le président irakien a condamné l'attaque.",
    "Une explosion a fait cinq morts lundi à Beyrouth. L'armée a bouclé le quartier.",
    "Un attentat a fait huit morts mardi à Kaboul, à la veille d'une visite du ministre américain de la Défense.",
    "Une opération militaire a fait six morts lundi à Kidal, au Mali, a indiqué la France.",
    "Sept villageois ont été tués lundi à Pobé, une région où les jihadistes sont actifs, au Burkina Faso.",
    "Des soldats français ont été visés mardi par un engin explosif près de Gossi, au Mali.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_blamed_by_nearness(text: str) -> None:
    assert [e.by for e in events(text)] in ([[]], [])


SILENT = [
    "Les attaques se multiplient depuis des années dans le Sahel.",
    "Le pays est régulièrement la cible d'attentats.",
    "La France craint de nouvelles attaques jihadistes au Mali.",
    "Il a été condamné mardi à vingt ans de prison pour l'attentat de Tunis.",
    "L'opposition a lancé une offensive contre le budget du gouvernement.",
    "Le joueur a ouvert la marque à Marseille d'une frappe des vingt mètres.",
    "La guerre des prix fait rage entre les supermarchés à Paris.",
    "Un militaire français mort au combat a été décoré mardi à Pau.",
    "Un hélicoptère de l'armée s'est écrasé lundi près de Gao, au Mali, dans un accident.",
    "Une explosion de gaz a fait trois morts lundi dans un immeuble de Lyon, selon les pompiers.",
    "Le ministre a été bombardé de questions mardi à Berlin.",
    "L'explosion des prix du blé inquiète l'Egypte.",
    "Le film raconte l'attaque d'un village par des bandits.",
    "Le procès des attentats de janvier s'ouvre mercredi à Paris.",
    "La ministre a promis de lutter contre les violences faites aux femmes.",
    "La population redoute des bombardements.",
]


@pytest.mark.parametrize("text", SILENT)
def test_habits_fears_metaphors_and_trials_are_no_events(text: str) -> None:
    assert events(text) == []


HEDGED = [
    "Des avions russes auraient bombardé lundi un marché à Ariha, en Syrie, tuant six civils.",
    "Des jihadistes auraient attaqué mardi le village de Boulkessy, au Mali.",
    "Une attaque aurait fait neuf morts lundi à Tanda, au Niger.",
]


@pytest.mark.parametrize("text", HEDGED)
def test_the_conditional_hedges(text: str) -> None:
    assert [e.certainty for e in events(text)] == ["hedged"]


COUNTRY = [
    (
        "Au Burkina Faso, l'armée poursuit ses opérations. A Tillabéri, au Niger voisin, des hommes armés ont tué lundi quatre villageois.",
        "NER-UNK",
    ),
    ("Des hommes armés ont tué lundi six bergers à Boulkessy, au Mali.", "MLI-UNK"),
]


@pytest.mark.parametrize(("text", "by"), COUNTRY)
def test_the_unnamed_are_of_the_country_of_the_act(text: str, by: str) -> None:
    assert [e.by for e in events(text)] == [[by]]


DENIED = [
    "L'armée n'a pas bombardé l'hôpital de Douma lundi, selon Damas. Le raid a tué six malades lundi à Douma.",
    "Une frappe a tué neuf civils lundi à Sanaa. Les rebelles accusent l'Arabie saoudite. L'Arabie saoudite a démenti avoir mené ce raid.",
    "L'aviation russe n'a mené aucune frappe mardi à Ariha, en Syrie, a assuré Moscou.",
]


@pytest.mark.parametrize("text", DENIED)
def test_what_somebody_denies_is_denied(text: str) -> None:
    assert "denied" in [e.realis for e in events(text)]


def test_an_accusation_is_a_rival_account() -> None:
    text = "Une frappe a tué neuf civils lundi à Alep, en Syrie. Les rebelles accusent le régime."
    told = {(tuple(e.by), tuple(e.said_by)) for e in events(text)}
    assert told == {((), ()), (("SYR",), ("SYR-REB",))}


@pytest.mark.parametrize(
    ("bomber", "by"),
    [
        ("Un kamikaze de Boko Haram s'est fait exploser", ["BOKO-HARAM"]),
        ("Deux combattants de Boko Haram se sont fait sauter", ["BOKO-HARAM"]),
        ("Un jihadiste s'est fait exploser", ["NGA-JIH"]),
        ("Un assaillant s'est fait exploser", []),
        ("Une femme s'est fait exploser", []),
    ],
)
def test_a_bomber_is_of_the_group_that_the_words_name(bomber: str, by: list[str]) -> None:
    (told,) = events(f"{bomber} lundi à Maiduguri, au Nigeria.")
    assert (told.type, told.by) == ("Suicide bomb", by)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Des raids russes et du régime ont fait douze morts à Saraqeb, en Syrie.", ["RUS", "SYR"]),
        ("Une frappe turque et les rebelles ont fait douze morts à Afrine, en Syrie.", ["TUR"]),
        ("Des raids russes et l'armée syrienne ont tué douze civils à Saraqeb.", ["RUS"]),
    ],
)
def test_only_et_du_joins_an_author_to_an_adjective(text: str, by: list[str]) -> None:
    assert sorted(events(text)[0].by) == by
