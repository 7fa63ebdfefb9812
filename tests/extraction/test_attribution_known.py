"""Who says it: what is known without the speaker, whom words point back to, in which part of a sentence a cue holds."""

import pytest
from events_told import claims

from vigie.values import Event, Harm


def tellers(text: str) -> list[list[str]]:
    return [claim.said_by for claim in claims(text) if isinstance(claim, Harm)]


def of_events(text: str) -> list[list[str]]:
    return [claim.said_by for claim in claims(text) if isinstance(claim, Event)]


@pytest.mark.parametrize(
    "text",
    [
        "Les talibans ont revendiqué l'attaque qui a fait douze morts lundi à Kaboul.",
        "Le GSIM a revendiqué un attentat à la bombe qui a tué cinq soldats lundi à Gao.",
        "Paris a condamné les bombardements qui ont fait douze morts lundi à Alep.",
        "L'Union africaine a dénoncé l'attaque dans laquelle huit soldats ont péri lundi à Boma.",
        "La Colombie accuse l'ELN d'avoir commis l'attentat qui a fait 21 morts lundi à Bogota.",
        "Un attentat qu'a revendiqué le GSIM a tué cinq soldats lundi à Gao.",
    ],
)
def test_what_somebody_reacts_to_is_known_without_him(text: str) -> None:
    assert tellers(text) == [[]]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("La France a revendiqué la mort de vingt jihadistes lundi à Gao.", "FRA"),
        ("L'ONU a dénoncé la mort de dix civils lundi à Alep.", "UN"),
        ("Le Tchad a accusé la Séléka d'avoir tué six bergers lundi à Mbang.", "TCD"),
    ],
)
def test_deaths_that_somebody_tells_by_reacting_are_his(text: str, by: str) -> None:
    assert tellers(text) == [[by]]


def test_who_accuses_says_who_it_was_though_not_how_many() -> None:
    (harm,) = [
        c
        for c in claims("La Colombie accuse l'ELN d'avoir commis l'attentat qui a fait 21 morts.")
        if isinstance(c, Harm)
    ]
    assert (harm.by, harm.by_said_by, harm.said_by) == (["ELN"], ["COL"], [])


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("La mission de l'ONU est inquiète. Dix civils ont péri lundi à Juba, selon la mission.", ["UN"]),
        (
            "L'ONU a dit sa colère, a déclaré la mission de l'ONU. Dix civils ont péri lundi à Juba, selon la mission.",
            ["UN"],
        ),
        (
            "Huit civils ont péri à Alep, selon l'OSDH. Dix autres ont été tués lundi à Homs, selon le même décompte.",
            ["SOHR"],
        ),
        ("Dix civils ont péri lundi à Alep, selon le renseignement américain.", ["USA"]),
        ("Dix civils ont péri lundi à Axoum, selon la Commission éthiopienne des droits de l'homme.", ["ETH"]),
        ("Dix jihadistes ont péri lundi à Gao, selon l'état-major à Paris.", ["FRA"]),
        ("Dix civils ont péri lundi à Gori, déplore Tbilissi.", ["GEO"]),
        ("Dix civils ont péri lundi à Lago Agrio, a fait savoir Quito.", ["ECU"]),
        ("Dix civils ont péri lundi à Khartoum, a indiqué un comité de médecins.", ["MEDICAL"]),
        ("L'OSDH donne pour sa part un bilan de dix morts lundi à Alep.", ["SOHR"]),
        ("La police, elle, s'en tient à dix morts lundi à Maiduguri, au Nigeria.", ["NGA"]),
        ("L'Union africaine a salué l'accord et assuré que dix civils ont péri lundi à Baidoa.", ["AU"]),
        ("Dix civils ont péri, dit-on, lundi à Baidoa.", []),
    ],
)
def test_speakers_of_other_builds(text: str, by: list[str]) -> None:
    assert tellers(text)[-1] == by


def test_a_rival_figure_behind_a_semicolon_has_its_own_teller() -> None:
    text = "Sana fait état de dix tués lundi à Homs; l'OSDH, de douze morts."
    assert tellers(text) == [["SANA"], ["SOHR"]]


@pytest.mark.parametrize(
    "text",
    [
        "Un camion piégé a explosé lundi à Homs: dix morts, selon l'OSDH.",
        "Des avions ont bombardé lundi Idleb; dix civils ont péri, d'après l'OSDH.",
    ],
)
def test_a_cue_holds_in_its_part_of_the_sentence(text: str) -> None:
    assert (tellers(text)[-1], of_events(text)[0]) == (["SOHR"], [])


@pytest.mark.parametrize(
    "text",
    [
        "L'armée dément. La veille, un obus a aussi tué deux enfants à Goma.",
        "Dix civils ont péri à Goma, selon l'ONU.\nLundi, un obus a aussi tué deux enfants à Sake.",
        "Le gouverneur a réagi en renforçant la garde: dix civils ont péri lundi à Goma.",
    ],
)
def test_a_denial_and_a_paragraph_end_what_somebody_says(text: str) -> None:
    assert tellers(text)[-1] == []


REPORT = (
    "Afghanistan: 1.600 civils tués en six mois, selon l'ONU\n"
    "Le conflit a fait 1.592 morts parmi les civils, d'après un rapport de l'ONU publié mercredi à Kaboul.\n"
    "Les combats ont tué 474 civils. {}"
    "Le système de santé est menacé, relève le rapport.\n"
    "Mardi, un attentat a fait six morts à Kaboul.\n"
)


def test_a_story_of_a_report_is_the_report_s_up_to_its_last_mention() -> None:
    assert tellers(REPORT.format("Les bombes des insurgés ont tué 385 civils. ")) == [["UN"]] * 4 + [[]]


def test_a_text_without_a_report_is_the_outlet_s_own_between_two_tellers() -> None:
    text = REPORT.format("").replace("un rapport de l'ONU publié", "l'ONU").replace(", relève le rapport", "")
    assert tellers(text)[-2:] == [[], []]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Dix civils ont péri lundi à Gaza, selon les services de secours palestiniens.", ["PSE"]),
        ("Dix civils ont péri lundi à Dnipro, en Ukraine, selon les services de secours.", ["UKR"]),
        (
            "Dix civils ont péri lundi à Goma, selon un comité de médecins. L'ONU a condamné l'attaque. Trente civils ont été blessés, d'après le même comité.",
            ["MEDICAL"],
        ),
        ("L'armée, qui combat les rebelles, a fait état de dix civils tués lundi à Bunia, en RDC.", ["COD"]),
    ],
)
def test_rescuers_and_those_told_by_the_same_noun(text: str, by: list[str]) -> None:
    assert tellers(text)[-1] == by


def test_an_official_toll_is_that_of_the_authorities() -> None:
    assert (
        tellers("L'attaque de samedi à Solhan, au Burkina Faso, a fait officiellement 132 morts, dont sept enfants.")
        == [["BFA"]] * 2
    )
    assert tellers("L'armée est officiellement entrée samedi à Gao, au Mali, où dix civils ont été tués.") == [[]]
