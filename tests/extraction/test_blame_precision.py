"""Who is not to be blamed: by a reply, by a claim of something else, by what happens in general."""

import pytest
from events_told import claims, events

from vigie.values import Harm

ATTACK = "Une attaque a fait dix morts lundi à Gao, au Mali. "
GUNMEN = "Des hommes armés ont tué dix personnes lundi à Gao, au Mali. "


def blamed(text: str) -> list[list[str]]:
    return [claim.by for claim in claims(text) if isinstance(claim, Harm)]


@pytest.mark.parametrize(
    "text",
    [
        "Le Hamas a tiré des roquettes lundi sur Sdérot. La riposte israélienne a fait cinq morts à Gaza.",
        "Des rebelles ont attaqué mardi un poste à Tillabéri, au Niger. L'opération lancée en représailles a fait six morts.",
        "Le Jnim a attaqué lundi un camp à Gao, au Mali. Les raids de représailles ont fait six morts.",
    ],
)
def test_the_dead_of_a_reply_are_not_those_of_the_attack_that_it_answers(text: str) -> None:
    assert blamed(text)[-1] == []


@pytest.mark.parametrize(
    "behind",
    [
        "Le Jnim revendique le contrôle de la ville.",
        "Le Jnim revendique l'indépendance du Nord.",
        "Le Jnim revendique 2.000 combattants dans la région.",
        "Le Jnim en revendique quatre.",
        "La ville est souvent visée par des attaques attribuées au Jnim.",
        "Des villages ont par le passé été la cible d'attaques attribuées au Jnim.",
        "Le Jnim est régulièrement accusé de tels massacres.",
        "Bamako a accusé Paris de soutenir les terroristes.",
        "Bamako accuse Paris d'ingérence.",
        "Bamako a fait porter la responsabilité du drame à Paris.",
    ],
)
def test_claims_of_other_things_and_habits_blame_nobody(behind: str) -> None:
    assert blamed(ATTACK + behind) == [[]]
    assert ["FRA"] not in [event.by for event in events(GUNMEN + behind)]


@pytest.mark.parametrize(
    "behind",
    [
        "Le Jnim l'a revendiquée.",
        "Le Jnim l'a revendiquée mardi, une réponse aux frappes aériennes sur Kidal.",
        "Le Jnim a revendiqué l'opération.",
        "Le Jnim a revendiqué, sur Telegram, la responsabilité de l'attaque.",
    ],
)
def test_a_claim_of_the_act_itself_is_one(behind: str) -> None:
    assert blamed(ATTACK + behind) == [["JNIM"]]


@pytest.mark.parametrize(
    ("behind", "by"),
    [
        ("L'armée accuse le Jnim.", "JNIM"),
        ("Bamako a accusé le Jnim d'être derrière l'attaque.", "JNIM"),
        ("L'armée en a rendu le Jnim responsable.", "JNIM"),
        ("Bamako accuse les séparatistes, qui démentent.", "MLI-SEP"),
    ],
)
def test_gunmen_are_those_whom_somebody_accuses(behind: str, by: str) -> None:
    assert [event.by for event in events(GUNMEN + behind) if event.realis == "occurred"] == [[by]]
    assert blamed(GUNMEN + behind) == [[by]]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("L'armée turque a montré des raids menés samedi par son aviation à Al-Bab, en Syrie.", "TUR"),
        (
            "Un convoi français a été visé à Bangui, en Centrafrique. Jeudi, ces militaires ont tué quatre rebelles.",
            "FRA",
        ),
        ("Le Kenya est intervenu. Lundi, ses soldats ont tué dix shebab près de Jilib, en Somalie.", "KEN"),
        ("Le Tchad est intervenu. Ses troupes ont tué lundi trente rebelles près de Gamboru, au Nigeria.", "TCD"),
    ],
)
def test_forces_that_words_point_back_to_are_those_of_the_one_told_before(text: str, by: str) -> None:
    assert [event.by for event in events(text) if event.by][-1] == [by]


def test_an_extremist_of_another_creed_is_no_jihadist() -> None:
    for creed in ("juif", "hindou", "de droite", "d'extrême droite"):
        assert blamed(f"Un extrémiste {creed} a tué trois fidèles lundi à Lyon.") == [[]]


def test_who_shot_the_attackers_did_not_attack() -> None:
    text = "Une base de l'ONU a été attaquée lundi à Bor. Trois assaillants ont été abattus par les Casques bleus."
    assert [(event.type, event.by) for event in events(text)] == [("Attack", []), ("Armed clash", ["UN"])]


def test_attackers_who_attack_are_nobody_known() -> None:
    assert blamed("Les attaques de lundi à Paris ont été menées par dix assaillants, elles ont fait 90 morts.") == [[]]


def test_a_rebel_group_is_not_turned_into_the_army_that_it_accuses() -> None:
    text = "Les rebelles ont massacré cent civils lundi à Bentiu, au Soudan du Sud. Selon leur chef, les tueries sont l'œuvre des soldats."
    assert ["SSD-REB"] in [event.by for event in events(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Quelque 400 civils ont été tués depuis le début de l'offensive des rebelles à Goma, en RDC, selon l'ONU.",
        "Dix soldats ont péri lundi à Djibo, la perte la plus lourde depuis le début des violences jihadistes au Burkina.",
        "Une fusillade a fait dix morts lundi à Guayaquil, selon un bilan communiqué par les autorités.",
        "Les violences de lundi ont fait dix morts, selon un décompte établi par la police.",
        "Trois jours d'émeutes ont fait onze morts à Santiago, au Chili.",
        "La police a dispersé lundi à coups de gaz lacrymogènes une marche à Sokodé, au Togo. Un garçon de 9 ans est mort.",
    ],
)
def test_measures_of_time_counters_and_crowds_are_no_authors(text: str) -> None:
    assert blamed(text) == [[]]


def test_an_attribution_by_somebody_does_not_make_him_the_author() -> None:
    text = "Vingt civils ont été tués lundi à Drodro, en RDC, une attaque attribuée aux Codeco par l'ONU."
    assert ["UN"] not in blamed(text)


def test_the_unnamed_are_of_the_country_where_they_killed() -> None:
    text = "Le Burkina Faso est endeuillé. Lundi, des hommes armés ont abattu 37 villageois à Tillabéri, au Niger."
    assert blamed(text) == [["NER-UNK"]]


def test_the_name_of_one_group_is_another_s_elsewhere() -> None:
    text = "Les Forces de défense du peuple ont tué lundi dix soldats turcs à Amadiya, en Irak."
    assert blamed(text) == [["PKK"]]


def test_soldiers_are_not_of_a_group_that_only_the_register_names() -> None:
    text = "La milice Zaïre est active à Bunia, en RDC. Lundi, un militaire a tué un orpailleur."
    assert blamed(text) == [["COD"]]


def test_violence_from_whose_beginning_something_is_counted_has_no_author_here() -> None:
    text = "L'armée a essuyé lundi sa perte la plus lourde depuis le début des violences jihadistes, avec la mort de 24 militaires à Djibo."
    assert blamed(text) == [[]]


@pytest.mark.parametrize(
    "text",
    [
        "L'ONU recense 120 civils tués en mai au Mali.",
        "L'armée malienne a recensé dix morts à Gao.",
        "Les autorités maliennes dénombrent dix morts à Gao.",
        "La police compte dix morts à Gao, au Mali.",
        "Les Nations unies comptent dix enfants parmi les tués.",
    ],
)
def test_who_counts_the_dead_did_not_kill_them(text: str) -> None:
    assert blamed(ATTACK + text)[-1] == []


def test_who_makes_the_dead_did() -> None:
    assert blamed("Le Jnim a fait dix morts lundi à Gao, au Mali.") == [["JNIM"]]


@pytest.mark.parametrize(
    "since",
    [
        "Boko Haram a perdu du terrain ces dernières années mais continue de mener des attentats.",
        "Boko Haram commet encore des attentats.",
        "Boko Haram a perpétré des attentats au Cameroun et au Tchad.",
    ],
)
def test_who_commits_attacks_is_not_said_to_have_made_the_one_of_the_day(since: str) -> None:
    (told,) = events(f"Un attentat à la bombe a fait dix morts lundi à Damasak, au Nigeria. {since}")
    assert told.by == []


def test_who_made_attacks_that_the_title_tells_as_one_is_known() -> None:
    (told,) = events("Nigeria: attentat de Boko Haram\nDes attentats de Boko Haram ont fait dix morts lundi à Damasak.")
    assert told.by == ["BOKO-HARAM"]


@pytest.mark.parametrize(
    "forces",
    [
        "L'armée a tué lundi un commandant de Boko Haram.",
        "Un chef de Boko Haram a été tué lundi par l'armée.",
        "Trois combattants de Boko Haram ont été abattus lundi par les soldats nigérians.",
    ],
)
@pytest.mark.parametrize("attack", ["Un attentat suicide", "L'explosion d'une bombe", "Une attaque contre un marché"])
def test_forces_that_kill_fighters_did_not_lay_the_bomb_told_before(attack: str, forces: str) -> None:
    told = events(f"{attack} a fait 34 morts lundi à Maiduguri, au Nigeria. {forces}")
    assert [one.by for one in told] == [[], ["NGA"]]


def test_forces_that_kill_in_their_own_raid_did_it() -> None:
    text = (
        "Un raid aérien a fait six morts lundi à Maiduguri. Trois combattants de Boko Haram ont été tués par l'armée."
    )
    assert all(one.by == ["NGA"] for one in events(text))


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Le raid de Sanaa a fait 40 morts lundi.", []),
        ("La frappe de Kaboul a tué dix civils lundi.", []),
        ("Les raids de Damas ont fait 40 morts lundi à Idleb.", ["SYR"]),
        ("L'offensive d'Ankara a fait dix morts lundi à Afrine, en Syrie.", ["TUR"]),
    ],
)
def test_one_raid_of_a_capital_took_place_there(text: str, by: list[str]) -> None:
    (told,) = events(text)
    assert told.by == by


def test_who_counts_the_dead_of_a_strike_like_those_of_another_state_did_not_do_it() -> None:
    text = (
        "Treize insurgés ont péri samedi dans deux tirs de drones américains au Pakistan, selon des officiers. "
        "Puis un drone a lancé deux missiles sur un pick-up à Wana, tuant quatre insurgés, selon l'armée pakistanaise."
    )
    assert {claim.count: claim.by for claim in claims(text) if isinstance(claim, Harm)} == {13: ["USA"], 4: []}


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Deux kamikazes sont morts samedi à Nantes, a indiqué la police.", []),
        ("Les autorités maliennes ont déclaré que 80 jihadistes sont morts samedi à Gao.", []),
        ("L'armée malienne fait état de 80 jihadistes tués samedi à Gao.", ["MLI"]),
        ("L'armée malienne affirme que 80 jihadistes ont été tués samedi à Gao.", ["MLI"]),
    ],
)
def test_of_whom_it_is_only_told_that_they_died_nobody_is_told_to_have_killed_them(text: str, by: list[str]) -> None:
    (figure,) = (claim for claim in claims(text) if isinstance(claim, Harm))
    assert figure.by == by


@pytest.mark.parametrize(
    "between",
    [
        "Six mois après les attentats jihadistes de Toulouse, qui avaient fait neuf morts, la ville est sous le choc.",
        "Un an après l'attaque du Hezbollah à Haïfa, la ville est sous le choc.",
        "L'attaque survient deux semaines après un attentat de l'Etat islamique à Lyon.",
    ],
)
def test_an_act_that_only_tells_how_long_ago_it_was_harmed_nobody_of_the_news(between: str) -> None:
    text = f"Une explosion a fait 12 morts samedi à Nantes. {between} Trente personnes ont été blessées."
    assert {c.count: c.by for c in claims(text) if isinstance(c, Harm) and c.count != 9} == {12: [], 30: []}


@pytest.mark.parametrize(
    "head",
    ["Quelques heures après l'attaque des talibans contre un hôtel", "Au lendemain de l'attaque des talibans"],
)
def test_an_attack_that_was_just_before_is_the_news(head: str) -> None:
    assert blamed(f"{head} à Kaboul, les secours s'activent. Trente personnes ont été tuées.") == [["TALIBAN"]]


@pytest.mark.parametrize(
    "behind",
    ["Des habitants ont raconté que les assaillants tiraient sur tout.", "Les attaquants ont ouvert le feu."],
)
def test_attackers_of_whom_nothing_is_told_are_no_author(behind: str) -> None:
    assert blamed("Cinq personnes ont été tuées samedi dans une embuscade à Macomia, au Mozambique. " + behind) == [[]]


def test_gunmen_are_those_who_did_it() -> None:
    text = "Cinq personnes ont été tuées samedi à Macomia, au Mozambique. Des hommes armés ont tiré sur la foule."
    assert blamed(text) == [["MOZ-UNK"]]
