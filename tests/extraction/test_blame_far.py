"""Which attack a charge is of; what houses that burnt are no number of; tolls that count soldiers again."""

import datetime as dt

from vigie.extraction import extract
from vigie.values import Document, Event, Harm, Interval

DAY = Interval.day(dt.date(2021, 11, 28))


def _read(text: str) -> tuple[list[Harm], list[Event]]:
    document = Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=DAY)
    claims = extract(document)
    return [c for c in claims if isinstance(c, Harm)], [c for c in claims if isinstance(c, Event)]


RAID = (
    "Au moins trente personnes ont été tuées dans l'attaque d'un village de l'Etat de Borno, dans le nord-est du "
    "Nigeria, ont indiqué dimanche des habitants.\n"
    "Des dizaines d'hommes armés ont fait irruption samedi soir dans le village et ont ouvert le feu sur les habitants, "
    "a raconté un rescapé. La nuit tombait. Il pleuvait.\n"
    "Un élu a confirmé l'attaque et précisé que les assaillants avaient incendié une centaine de maisons.\n"
    "Elle n'a pas été revendiquée, mais l'attaque porte la marque de Boko Haram, très présent dans la région."
)


def test_the_houses_that_burnt_are_no_count_of_the_attack() -> None:
    counts = {e.type: e.count for e in _read(RAID)[1]}
    assert (counts["Attack"], counts["Looting/property destruction"]) == (None, 100)


def test_a_charge_is_of_the_attack_that_it_names_and_not_of_what_the_army_did() -> None:
    text = (
        "Soixante-dix personnes ont été tuées samedi dans l'attaque de Seytenga, au Burkina Faso. "
        "Jeudi, la gendarmerie de Seytenga avait été prise d'assaut: onze gendarmes y ont laissé la vie. "
        "L'armée affirme avoir abattu vendredi une quarantaine de jihadistes dans le secteur. "
        "Les autorités ont attribué l'attaque au groupe Etat islamique."
    )
    harms, _ = _read(text)
    assert {h.count: h.by for h in harms} == {70: ["IS"], 11: [], 40: ["BFA"]}


def test_a_toll_that_counts_soldiers_again_counts_soldiers() -> None:
    text = (
        "Onze soldats maliens ont péri mercredi dans une embuscade à Mopti, au Mali. "
        "Le bilan provisoire est de onze morts et quatorze blessés."
    )
    harms, _ = _read(text)
    assert {(h.count, h.victims, h.side) for h in harms} == {(11, "armed", "MLI"), (14, "armed", "MLI")}


def test_a_toll_of_another_number_says_nothing_of_who_they_were() -> None:
    text = "Onze soldats maliens ont péri mercredi à Mopti, au Mali. Le bilan est de vingt morts et quatorze blessés."
    assert {h.victims for h in _read(text)[0] if h.count != 11} == {"people"}
