"""Names that look like days or places, what goes on as a rule, who comes and kills, what one town alone still is."""

import datetime as dt

import pytest
from events_told import claims, events, short

from vigie.extraction import extract
from vigie.values import Control, Document, Harm, Interval, document_id

DAY = dt.date(2022, 7, 1)  # a Friday


def harms(text: str) -> list[Harm]:
    return [c for c in claims(text, DAY) if isinstance(c, Harm)]


def control(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    """(change, actor, loser, place) of each claim of control."""
    document = Document(
        document="d", id=document_id("d", text), text=text, published=Interval.day(DAY),
        sha256="", text_sha256="", origin="",
    )  # fmt: skip
    found = [c for c in extract(document) if isinstance(c, Control)]
    return [(c.change, c.actor, c.loser, c.place.name if c.place else None) for c in found]


@pytest.mark.parametrize(
    "text",
    [
        "Le Mouvement du 23 mars (M23) a pris mercredi Rutshuru, en RDC.",
        "Les rebelles du mouvement du 23 mars se sont emparés mercredi de Rutshuru, en RDC.",
        "Rutshuru est tombée mercredi aux mains du Mouvement du 23 Mars, en RDC.",
    ],
)
def test_a_name_with_a_day_in_it_is_no_day(text: str) -> None:
    assert control(text) == [("captured", "M23", None, "Rutshuru (ville)")]


def test_the_day_itself_stays_a_day() -> None:
    found = harms("Trois gendarmes ont été tués le 23 mars à Rutshuru, en RDC, par le M23.")
    assert [h.when.start for h in found if h.when is not None] == [dt.date(2022, 3, 23)]


@pytest.mark.parametrize(
    ("told", "by"),
    [
        ("a appris Reuters auprès de l'état-major malien", "MLI"),
        ("a appris l'AFP vendredi auprès d'un élu local", "LOCAL"),
        ("ont appris nos confrères auprès de la Minusma", "UN"),
        ("a appris notre rédaction auprès du gouvernement malien", "MLI"),
        ("a-t-on appris auprès de l'armée malienne", "MLI"),
    ],
)
def test_who_told_the_outlet(told: str, by: str) -> None:
    assert harms(f"Quatre civils ont été tués jeudi à Gao, au Mali, {told}.")[0].said_by == [by]


def test_the_outlet_that_learnt_it_and_what_it_says_next() -> None:
    found = harms("L'AFP a appris jeudi auprès de la police que deux civils ont été tués mercredi à Gao, au Mali.")
    assert found[0].said_by == ["MLI"]


@pytest.mark.parametrize(
    "who",
    [
        "jihadistes ayant prêté allégeance à l'Etat islamique",
        "combattants se réclamant de l'Etat islamique",
        "insurgés qui ont fait allégeance à l'EI",
        "insurgés liés à l'EI",
    ],
)
def test_a_patron_loses_nothing(who: str) -> None:
    found = control(f"Quissanga est tombée mercredi aux mains de {who}, au Mozambique.")
    assert [(change, loser) for change, _, loser, _ in found] == [("captured", None)]
    assert found[0][1] == "IS"


def test_who_swore_loyalty_may_lose_a_town() -> None:
    text = "L'armée mozambicaine a repris mercredi Quissanga aux jihadistes ayant fait allégeance à l'EI."
    assert [(actor, loser) for _, actor, loser, _ in control(text)] == [("MOZ", "IS")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kutum est la dernière ville du Darfour encore tenue par l'armée soudanaise.", "Kutum"),
        ("Kutum reste la seule localité du Darfour aux mains de l'armée soudanaise.", "Kutum"),
        ("Les FSR avancent vers Kutum, dernière ville du Darfour encore contrôlée par l'armée soudanaise.", "Kutum"),
        ("La ville de Kutum est tenue par l'armée soudanaise.", "Kutum"),
    ],
)
def test_the_last_town_of_a_region_is_held_not_the_region(text: str, place: str) -> None:
    assert [(change, where) for change, _, _, where in control(text)] == [("holds", place)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "L'armée malienne contrôle le sud, l'ouest et le centre du pays.",
            ["Mali (sud)", "Mali (ouest)", "Mali (centre)"],
        ),
        (
            "Les rebelles tiennent le nord, l'est et le sud de la Centrafrique.",
            [f"République centrafricaine ({side})" for side in ("nord", "est", "sud")],
        ),
        ("Les houthis contrôlent Hodeida, le nord et une partie de l'ouest du Yémen.", 3),
    ],
)
def test_three_quarters_of_a_country(text: str, places: list[str] | int) -> None:
    told = [where for _, _, _, where in control(text)]
    assert len(told) == places if isinstance(places, int) else told == places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Trois soldats ont été tués mercredi en Gambie par des rebelles de Casamance.", "Gambie"),
        ("Trois soldats ont été tués mercredi par des rebelles de Casamance.", "Casamance"),
        ("Une centaine d'habitants de l'ethnie Amhara ont été massacrés mercredi en Oromia.", "Oromia"),
        ("Au moins 30 Amhara ont été massacrés mercredi en Oromia.", "Oromia"),
        ("Au moins 30 civils ont été massacrés mercredi en Amhara, en Ethiopie.", "Amhara"),
    ],
)
def test_the_name_of_a_people_or_of_a_group_is_no_place(text: str, place: str) -> None:
    assert [h.place.name for h in harms(text) if h.place is not None] == [place]


def test_a_patron_is_no_place() -> None:
    text = "L'armée malienne a mené mercredi une opération contre le GSIM, lié à Al-Qaïda, dans le nord du pays."
    assert [e.place.name for e in events(text, DAY) if e.place] == ["Mali (nord)"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Un civil a été tué jeudi à Buea. Le conflit anglophone a fait plus de 5.000 morts depuis 2016.", "Cameroun"),
        ("Kananga a été au cœur de la guerre, qui a fait 5.000 morts, en RDC.", "République démocratique du Congo"),
        ("A Homs, où la guerre a fait 5.000 morts, un civil a été tué jeudi.", "Homs"),
    ],
)
def test_what_a_war_has_cost_is_told_of_no_town(text: str, place: str) -> None:
    assert [h.place.name for h in harms(text) if h.count == 5000 and h.place is not None] == [place]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("L'attaque a provoqué des incendies et fait 11 morts jeudi à Mahagi, en Ituri.", 11),
        ("Après les violences et les incendies de jeudi à Dakar, le gouvernement a fait état de 11 morts.", 11),
        ("Un incendie a fait 11 morts jeudi à Bamako.", None),
        ("Une panne a provoqué un incendie, faisant 11 morts jeudi à Bagdad.", None),
    ],
)
def test_fires_of_an_attack_are_no_accident(text: str, count: int | None) -> None:
    assert next((h.count for h in harms(text)), None) == count


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Les ADF se sont distingués jeudi à Eringeti, en RDC, en tuant quatre paysans.", ["ADF"]),
        ("Les shebab ont semé la terreur jeudi à Lamu, au Kenya, en égorgeant quatre villageois.", ["AL-SHABAAB"]),
        ("Un camion de l'armée a dérapé jeudi à Goma, tuant quatre passants.", None),
        ("L'armée a perdu le contrôle d'un drone jeudi à Gao, tuant quatre civils.", []),
    ],
)
def test_who_kills_by_what_he_does(text: str, by: list[str] | None) -> None:
    assert next((h.by for h in harms(text)), None) == by


def test_who_comes_and_burns() -> None:
    told = events("Des rebelles de l'UPC sont entrés jeudi dans Bria, incendiant des maisons.", DAY)
    assert [(e.type, e.by) for e in told] == [("Looting/property destruction", ["UPC"])]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Deux infirmiers ont été tués lundi à Arbinda, où les jihadistes attaquent souvent des civils.", []),
        ("Deux infirmiers ont été tués lundi à Arbinda, où les jihadistes mènent régulièrement des attaques.", []),
        ("Deux infirmiers ont été tués lundi à Arbinda, où les jihadistes ont attaqué un marché.", ["BFA-JIH"]),
    ],
)
def test_what_goes_on_as_a_rule_is_no_act_of_the_day(text: str, by: list[str]) -> None:
    assert harms(text)[0].by == by
    assert all(e.by == by for e in events(text, DAY))


@pytest.mark.parametrize(
    ("text", "protest"),
    [
        ("Un soldat a été tué lundi à Kumbo, épicentre de la contestation au Cameroun.", False),
        ("Un opposant a été tué lundi à Conakry, figure de la contestation.", False),
        ("Des milliers de personnes ont manifesté lundi à Kumbo. Un manifestant a été tué par la police.", True),
    ],
)
def test_what_a_place_is_known_for_is_no_protest(text: str, protest: bool) -> None:
    assert any("rotest" in kind or "demonstration" in kind for kind, _, _ in short(text)) == protest
