"""Who acts towards whom: denials, vetoes, deals named after towns, whom a quotation blames, what is done or to come."""

import datetime as dt

import pytest

from vigie.extraction import extract
from vigie.values import Diplomacy, Document, Interval

DAY = Interval.day(dt.date(2021, 8, 15))  # a Sunday


def _acts(text: str) -> list[Diplomacy]:
    text = f"Les combats entre soldats et rebelles continuent. {text}"
    document = Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=DAY)
    return [claim for claim in extract(document) if isinstance(claim, Diplomacy)]


def _told(text: str) -> list[tuple[str, str, str | None]]:
    return [(a.act, a.actor or "", a.target) for a in _acts(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Kigali dément tout soutien au M23.",
        "Le Rwanda nie avoir armé les rebelles du M23.",
        "Le Rwanda a, une nouvelle fois, nié tout lien avec le M23.",
        "Kigali a démenti la présence de ses soldats au Congo.",
    ],
)
def test_who_denies_that_he_helps_one_side_answers(text: str) -> None:
    assert [(act, actor) for act, actor, _ in _told(text)] == [("REJECT", "RWA")]


@pytest.mark.parametrize(
    "text",
    [
        "Le Rwanda a démenti la mort d'un de ses généraux.",
        "Le Rwanda nie avoir bombardé un hôpital.",
        "Le Rwanda dément toute responsabilité dans ce massacre.",
    ],
)
def test_a_denied_deed_is_no_act(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kinshasa affirme que Kigali soutient le M23.",
        "Kinshasa a réaffirmé lundi que Kigali soutenait la rébellion du M23.",
        "Selon Kinshasa, Kigali soutient les rebelles du M23.",
    ],
)
def test_to_say_that_another_backs_rebels_is_to_accuse(text: str) -> None:
    assert _told(text) == [("ACCUSE", "COD", "RWA")]


@pytest.mark.parametrize(
    "text", ["Kinshasa affirme que Kigali soutient Bangui.", "Kinshasa affirme que Kigali ne soutient pas le M23."]
)
def test_to_say_that_another_backs_a_government_is_none(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Bamako a dénoncé l'accord d'Alger.", ("REJECT", "MLI", None)),
        ("Washington a dit soutenir l'accord de Luanda.", ("SUPPORT", "USA", None)),
        ("Paris demande que les processus de Luanda et de Nairobi aboutissent.", ("REQUEST", "FRA", None)),
    ],
)
def test_a_deal_named_after_a_town_is_not_its_government(text: str, told: tuple[str, str, str | None]) -> None:
    assert told in _told(text)


@pytest.mark.parametrize(
    "text",
    ["Moscou a demandé l'accord de Damas.", "Moscou a demandé mardi l'accord de Damas pour une trêve."],
)
def test_whose_consent_is_asked_is_a_government(text: str) -> None:
    assert _told(text) == [("REQUEST", "RUS", "SYR")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Le texte appelant à une trêve a été bloqué par la Russie.", ("REJECT", "RUS", None)),
        ("Ce texte, soutenu par la France, a été bloqué par la Russie.", ("REJECT", "RUS", None)),
        ("La Russie a mis son veto à une résolution sur le Soudan.", ("REJECT", "RUS", None)),
        ("Cette trêve proposée par la France, l'Egypte et le Qatar échoue.", ("REQUEST", "FRA", None)),
        ("Ce plan proposé par la France, le Rwanda l'a lu.", ("REQUEST", "FRA", None)),
    ],
)
def test_what_a_text_is_about_and_who_joins_in_are_no_targets(text: str, told: tuple[str, str, str | None]) -> None:
    assert told in _told(text)
    assert all(target is None for _, _, target in _told(text))


def test_who_is_accused_may_still_follow() -> None:
    assert _told("Accusé par Paris et Londres d'armer les rebelles, Kigali se tait.") == [
        ("ACCUSE", "FRA", "RWA"),
        ("ACCUSE", "GBR", "RWA"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '"Israël commet des crimes à Gaza", a accusé le président turc.',
        '"Israël a choisi la guerre", a dénoncé la Turquie.',
    ],
)
def test_whom_a_quotation_speaks_of_is_blamed(text: str) -> None:
    assert _told(text) == [("ACCUSE", "TUR", "ISR")]


def test_of_two_whom_a_quotation_names_neither_is() -> None:
    assert ("ACCUSE", "TUR", None) in _told('"Israël et la France ont choisi la guerre", a dénoncé la Turquie.')


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Paris a condamné le soutien que le Rwanda apporte au M23.", "RWA"),
        ("Paris a condamné les violences que l'Ukraine a subies.", None),
    ],
)
def test_who_does_what_is_condemned_is_blamed_and_who_suffers_it_is_not(text: str, target: str | None) -> None:
    assert [(a, t) for a, _, t in _told(text)] == [("ACCUSE", target)]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("L'ONU continue d'appeler les deux camps à la retenue.", "REQUEST"),
        ("L'ONU ne cesse d'appeler les deux camps à la retenue.", "REQUEST"),
        ("L'Otan a annoncé soutenir le gouvernement afghan.", "SUPPORT"),
        ("Les Houthis ont annoncé l'arrêt des tirs de missiles sur l'Arabie saoudite.", "RETREAT"),
    ],
)
def test_what_goes_on_is_not_to_come(text: str, act: str) -> None:
    (found,) = _acts(text)
    assert (found.act, found.realis, found.place) == (act, "occurred", None)


@pytest.mark.parametrize("verb", ["pourraient adopter", "envisagent d'adopter"])
def test_sanctions_that_may_come_threaten(verb: str) -> None:
    assert ("THREATEN", "USA", "RUS") in _told(f"Les Etats-Unis {verb} des sanctions contre la Russie.")


@pytest.mark.parametrize(
    "text",
    [
        "Le président russe a dit vendredi, lors d'un entretien téléphonique avec son homologue turc, vouloir la paix.",
        "Le président russe a affirmé s'être entretenu avec son homologue turc.",
        "Le président russe a parlé vendredi à Recep Tayyip Erdogan.",
    ],
)
def test_who_speaks_with_his_counterpart_consults(text: str) -> None:
    assert ("CONSULT", "RUS", "TUR") in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Les Etats-Unis et le Qatar tentent de parvenir à un cessez-le-feu entre Israël et le Hamas.",
        "Ces efforts pour une trêve entre Israël et le Hamas ont échoué.",
    ],
)
def test_a_truce_that_is_sought_is_not_agreed(text: str) -> None:
    assert "AGREE" not in [act for act, _, _ in _told(text)]


def test_a_truce_that_is_reached_is() -> None:
    assert ("AGREE", "ISR", "HAMAS") in _told("Israël et le Hamas sont parvenus à un cessez-le-feu.")


def test_soldiers_who_enter_a_town_are_not_sent_there() -> None:
    assert "MOBILIZE" not in [act for act, _, _ in _told("Des soldats russes sont entrés samedi à Pokrovsk.")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("C'est le douzième veto russe sur une résolution de l'ONU depuis le début de la guerre en 2011.", 15),
        ("Un soldat est mort depuis le début de l'année mardi à la veille de la visite à Bakou du ministre russe.", 10),
    ],
)
def test_when_a_war_began_is_not_when_an_act_was_done(text: str, day: int) -> None:
    (found,) = _acts(text)
    assert found.when is not None
    assert found.when.end == dt.date(2021, 8, day)
