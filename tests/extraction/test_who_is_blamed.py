"""Who is blamed: not the group that another one is tied to, one's own fire, authors who are only supposed, the dead of
other acts than the one whose author is told, claims and charges with something told of the claimant.
"""

import pytest
from events_told import claims, events

from vigie.values import Harm


def blamed(text: str) -> list[tuple[float | None, str, str | None, str]]:
    """(count, by, how sure, who says so) of each figure of a text, in its order."""
    return [
        (c.count if c.count is not None else c.low, ",".join(c.by), c.by_certainty, ",".join(c.by_said_by or []))
        for c in sorted(claims(text), key=lambda one: one.start)
        if isinstance(c, Harm)
    ]


BLAST = "Un attentat a fait cinq morts lundi à Mogadiscio. "


@pytest.mark.parametrize(
    "text",
    [
        "L'attentat a été revendiqué par les shebab affiliés à Al-Qaïda.",
        "L'attentat a été revendiqué par l'organisation islamiste des shebab affiliée à Al-Qaïda.",
        "L'attentat a été revendiqué par le groupe islamiste shebab lié à Al-Qaïda.",
        "L'attentat a été revendiqué par les insurgés shebab, liés à Al-Qaïda.",
        "L'attentat a été revendiqué par les jihadistes du mouvement terroriste Harakat al-Chabab al-Moudjahidin.",
        "L'attentat a été revendiqué par le groupe Al Shebab.",
    ],
)
def test_the_group_itself_did_it_not_the_one_it_is_tied_to(text: str) -> None:
    assert blamed(BLAST + text) == [(5, "AL-SHABAAB", "stated", "AL-SHABAAB")]


def test_men_without_a_name_are_of_the_group_that_they_are_tied_to() -> None:
    text = "L'attentat a été commis par des hommes liés à Al-Qaïda."
    assert blamed(BLAST + text) == [(5, "AL-QAEDA", "stated", "")]


@pytest.mark.parametrize("group", ["le groupe libanais", "le mouvement libanais", "la formation libanaise"])
def test_a_group_of_a_land_is_not_its_state(group: str) -> None:
    text = f"L'artillerie a bombardé le Hezbollah au Liban. Une attaque menée par {group} a blessé deux soldats israéliens."
    assert blamed(text)[-1][1] == "HEZBOLLAH"


def test_a_group_of_another_land_is_not_the_one_named() -> None:
    text = (
        "L'artillerie a bombardé le Hezbollah au Liban. Une attaque du groupe irakien a blessé deux soldats israéliens."
    )
    assert blamed(text)[-1][1] != "HEZBOLLAH"


@pytest.mark.parametrize(
    ("who", "by"),
    [
        ("Le groupe armé rival du Hamas", ""),
        ("Une milice rivale du Hamas", ""),
        ("La branche armée du Hamas", "HAMAS"),
        ("Le groupe armé du Hamas", "HAMAS"),
    ],
)
def test_a_rival_of_a_group_is_not_that_group(who: str, by: str) -> None:
    assert [",".join(e.by) for e in events(f"{who} a tiré lundi dix roquettes vers Ashkelon.")] == [by]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Dix soldats philippins ont été tués lundi dans une frappe de l'armée philippine à Ilang.", "PHL"),
        ("Dix soldats ont été tués et deux blessés par erreur lundi lors de tirs d'obus de l'armée philippine.", "PHL"),
        ("Trois soldats maliens ont été tués par erreur lundi dans une frappe de leur aviation à Gao.", "MLI"),
        ("Deux soldats ukrainiens ont été tués lundi par des tirs amis à Bakhmout.", "UKR"),
        ("Trois soldats turcs ont été tués lundi par un tir fratricide à Al-Bab.", "TUR"),
        (
            "Onze soldats philippins ont péri lundi dans une frappe qui visait des combattants du groupe Etat islamique. "
            '"Ils ont été touchés par nos propres frappes", a déclaré le ministre philippin de la Défense.',
            "PHL",
        ),
        (
            "Nos frappes ont tué cinq de nos soldats lundi à Ilang, a reconnu le ministre philippin de la Défense.",
            "PHL",
        ),
        # by others, or nobody knows by whom
        ("Quatre policiers afghans ont péri lundi par erreur dans un bombardement de l'Otan à Helmand.", "NATO"),
        ("Deux soldats syriens ont été tués lundi dans un raid israélien à Homs.", "ISR"),
        ("Dix soldats maliens ont été tués lundi lors d'une opération de l'armée malienne à Gao.", ""),
        ("Dix soldats philippins ont été tués lundi lors d'une frappe de l'armée philippine à Ilang.", ""),
        ("Deux rebelles ont été tués lundi par leurs camarades à Gao, au Mali.", ""),
    ],
)
def test_own_fire(text: str, by: str) -> None:
    assert blamed(text)[0][1] == by


def test_the_act_of_own_fire_is_theirs_too() -> None:
    text = "Trois soldats maliens ont été tués par erreur lundi dans une frappe de leur aviation à Gao."
    assert [(e.by, e.target) for e in events(text)] == [(["MLI"], "MLI")]


@pytest.mark.parametrize(
    "text",
    [
        "Il est possible que l'attentat ait été commis par les shebab.",
        "L'attentat pourrait avoir été commis par les shebab.",
        "L'attentat semble avoir été commis par les shebab.",
        "Tout porte à croire que l'attentat a été commis par les shebab.",
        "L'attentat n'a pas été revendiqué, mais les regards se tournent vers les shebab.",
        "L'attentat a été attribué aux shebab. Les shebab avaient posé la bombe dans un café.",
        "Les assaillants sont soupçonnés d'appartenir aux shebab.",
    ],
)
def test_who_only_may_have_done_it(text: str) -> None:
    assert blamed(BLAST + text)[0][1:3] == ("AL-SHABAAB", "hedged")


@pytest.mark.parametrize(
    "text",
    [
        "L'attentat a été commis par les shebab.",
        "L'attentat a été attribué aux shebab. Les shebab ont revendiqué l'attentat.",
        "Le gouvernement accuse les shebab d'avoir commis l'attentat.",
    ],
)
def test_who_did_it(text: str) -> None:
    assert blamed(BLAST + text)[0][1:3] == ("AL-SHABAAB", "stated")


@pytest.mark.parametrize("who", ["Les assaillants", "Les jihadistes"])
def test_they_are_no_surer_the_second_time(who: str) -> None:
    text = f"Onze civils ont été tués lundi à Bama par des jihadistes présumés. {who} ont enlevé six femmes."
    assert [one[2] for one in blamed(text)] == ["hedged", "hedged"]


def test_of_his_own_dead_enemies_a_group_is_sure() -> None:
    text = (
        "Une attaque attribuée au PKK a fait des blessés lundi à Hakkari, en Turquie. "
        "Le PKK a affirmé avoir tué 15 soldats turcs."
    )
    assert blamed(text)[-1] == (15, "PKK", "stated", "PKK")


KILLED = "Trois gendarmes sont tombés lundi à Kumbo, au Cameroun, dans une attaque attribuée aux séparatistes. "


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Cette attaque intervient au lendemain de la mort de deux soldats dans la région voisine.", ""),
        ("C'est la deuxième attaque en une semaine après celle qui a tué deux soldats dans la région voisine.", ""),
        ("L'attaque fait suite à l'embuscade qui a tué deux soldats dans la région voisine.", ""),
        ("Par ailleurs, deux soldats ont été tués dans la région voisine.", ""),
        ("Cette attaque intervient après une embuscade des rebelles qui a tué deux soldats à Mamfe.", "CMR-REB"),
        ("L'attaque a aussi tué deux soldats.", "CMR-SEP"),
    ],
)
def test_the_dead_of_another_act(text: str, by: str) -> None:
    assert [one[1] for one in blamed(KILLED + text) if one[0] == 2] == [by]


def test_the_dead_of_another_day_told_behind_the_charge() -> None:
    text = (
        "Une bombe a tué neuf personnes lundi à Mogadiscio. Les autorités attribuent l'attentat aux shebab. "
        "Le samedi précédent, cinq détenus ont été tués lors d'une évasion à Mogadiscio. "
        "Trois gardiens ont également perdu la vie."
    )
    assert [(count, by) for count, by, *_ in blamed(text)] == [(9, "AL-SHABAAB"), (5, ""), (3, "")]


@pytest.mark.parametrize(
    "told",
    [
        "connus pour leurs attaques fréquentes",
        "qui visent souvent la capitale",
        "coutumiers d'attentats dans la ville",
        "auteurs de nombreuses attaques",
    ],
)
def test_a_charge_with_what_is_told_of_the_one_blamed(told: str) -> None:
    assert blamed(BLAST + f"Les autorités attribuent l'attentat aux shebab, {told}.")[0][1] == "AL-SHABAAB"


@pytest.mark.parametrize(
    "text",
    [
        "La ville est souvent visée par des tirs imputés aux shebab.",
        "La ville, qui est souvent visée par des attentats attribués aux shebab, est sous tension.",
    ],
)
def test_what_happens_again_and_again_blames_nobody(text: str) -> None:
    assert blamed(BLAST + text)[0][1] == ""


def test_a_claim_of_other_attacks_is_no_claim_of_the_one_that_nobody_claimed() -> None:
    text = (
        "L'attentat n'a pas été revendiqué, mais les regards se tournent vers les shebab. "
        "Ce mois-ci, les shebab ont revendiqué deux attentats : l'explosion d'une voiture qui a tué dix personnes "
        "le 3 mai et l'attaque d'un hôtel qui a tué sept personnes à Marka."
    )
    assert blamed(BLAST + text)[0] == (5, "AL-SHABAAB", "hedged", "")


def test_who_claims_an_attack_needs_no_accuser() -> None:
    text = "L'attentat a été revendiqué par les shebab. La police a imputé l'attentat aux shebab."
    assert blamed(BLAST + text) == [(5, "AL-SHABAAB", "stated", "AL-SHABAAB")]


def test_both_who_claim_it() -> None:
    text = "Vingt personnes ont été tuées lundi dans un attentat à Gao, revendiqué tant par l'EI que par le Jnim."
    assert blamed(text) == [(20, "IS,JNIM", "stated", "IS,JNIM")]


@pytest.mark.parametrize("told", ["Ils ont", "Le 5 mai, ils ont", "Plus récemment, ils ont"])
def test_they_claim_it(told: str) -> None:
    text = f"Les shebab menacent toujours la capitale. {told} revendiqué l'attaque d'un hôtel qui a fait trois morts."
    assert blamed(text)[0][1] == "AL-SHABAAB"


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "L'armée et les rebelles s'accusent mutuellement d'avoir bombardé un marché à Nyala, où dix civils ont péri.",
            "",
        ),
        ("L'armée et les rebelles se sont accusés lundi d'avoir bombardé Nyala, tuant dix civils.", ""),
        ("Les rebelles sont accusés d'avoir bombardé un marché à Nyala, tuant dix civils.", "SDN-REB"),
        ("L'armée accuse les rebelles d'avoir bombardé un marché à Nyala, tuant dix civils.", "SDN-REB"),
    ],
)
def test_two_who_accuse_each_other(text: str, by: str) -> None:
    assert blamed(text)[0][1] == by


def test_the_latter_alone() -> None:
    text = "Selon l'armée israélienne et le Hezbollah, ce dernier a fait exploser un engin lundi contre une patrouille."
    assert [e.by for e in events(text)] == [["HEZBOLLAH"]]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Un combattant du Hezbollah a été tué lundi lors d'un accrochage avec l'armée israélienne.",
            ("HEZBOLLAH", "ISR"),
        ),
        (
            "Trois policiers ont été tués lundi à Rutshuru, en RDC, dans un accrochage avec des éléments des FDLR.",
            ("COD", "FDLR"),
        ),
        (
            "Trois civils ont été tués lundi à Rutshuru, en RDC, dans un accrochage avec des éléments des FDLR.",
            ("", "FDLR"),
        ),
        ("Un chef de Boko Haram a été tué lundi dans un affrontement avec les jihadistes de l'EI.", ("", "IS")),
    ],
)
def test_whose_dead_are_told_in_a_clash(text: str, sides: tuple[str, str]) -> None:
    assert [(",".join(e.by), e.target) for e in events(text)] == [sides]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Des talibans se sont introduits dans un camp des forces afghanes et ont tué dix policiers.", "TALIBAN"),
        ("Les rebelles ont pris Ansongo, au Mali, et ont tué dix soldats.", "MLI-REB"),
        ("Neuf soldats ont été tués lundi dans une attaque d'éléments terroristes à Gao, au Mali.", "MLI-JIH"),
        ("Les rebelles ont quitté Gao, au Mali, et des inconnus ont tué dix soldats.", "MLI-UNK"),
        ("Les rebelles, chassés de Gao, au Mali, ont fui et dix soldats ont été tués.", ""),
    ],
)
def test_who_enters_and_kills(text: str, by: str) -> None:
    assert blamed(text)[0][1] == by
