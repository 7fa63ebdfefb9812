"""Figures of people harmed, in sentences written for the purpose: what is counted, and what is not."""

import datetime as dt

import pytest

from vigie.extraction import extract
from vigie.values import Document, Harm, Interval

DAY = Interval.day(dt.date(2016, 5, 12))


def harms(text: str) -> list[Harm]:
    """The harm claims of a text published on 12 May 2016, in the order of the text."""
    document = Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=DAY)
    return [claim for claim in extract(document) if isinstance(claim, Harm)]


def told(text: str) -> list[tuple[str, int | None]]:
    """Outcome and number of each claim, sorted; a vague word gives its lower bound."""
    return sorted((c.outcome, c.low if c.count is None else c.count) for c in harms(text))


KILLED = [
    ("Trois policiers ont été tués jeudi dans une attaque à Mopti.", 3),
    ("Une attaque a tué trois policiers jeudi à Mopti.", 3),
    ("Un lycéen de 16 ans est mort jeudi dans une frappe sur Gaza.", 1),
    ("Trois policiers ont laissé leur vie dans l'attaque de Mopti.", 3),
    ("Trois policiers n'ont pas survécu à l'attaque de Mopti.", 3),
    ("La frappe sur Mopti a un bilan plus lourd: trois policiers.", 3),
    ("L'attaque de Mopti a ôté la vie à trois policiers.", 3),
    ("L'attaque de Mopti a coûté la vie à trois policiers.", 3),
    ("Trois policiers ont péri dans l'attaque de Mopti.", 3),
    ("Trois policiers ont trouvé la mort dans l'attaque de Mopti.", 3),
    ("Trois policiers ont perdu la vie dans l'attaque de Mopti.", 3),
    ("Trois policiers tués dans une attaque à Mopti", 3),
    ("Des hommes armés ont attaqué le poste, tuant trois policiers.", 3),
    ("L'attaque du poste a fait trois morts parmi les policiers.", 3),
    ("La mort de trois policiers dans une attaque à Mopti a été annoncée.", 3),
    ("Trois policiers ont succombé à leurs blessures après l'attaque de Mopti.", 3),
    ("Trois policiers ont été abattus par des hommes armés à Mopti.", 3),
    ("Des tireurs ont exécuté trois policiers à Mopti.", 3),
    ("Des hommes armés ont égorgé trois policiers à Mopti.", 3),
    ("Le bilan de l'attaque de Mopti s'élève à trois morts.", 3),
    ("L'attaque de Mopti s'est soldée par la mort de trois policiers.", 3),
    ("Bilan de l'attaque de Mopti: trois morts.", 3),
    ("Trois policiers sont tombés jeudi dans les combats de Mopti.", 3),
    ("L'armée a perdu trois soldats dans l'attaque de Mopti.", 3),
    ("Les corps de trois soldats ont été découverts après l'attaque de Mopti.", 3),
    ("Des roquettes fauchaient jeudi trois passants à Taëz.", 3),
    ("L'attaque, qui a tué trois policiers, n'a pas été revendiquée.", 3),
    ("Les trois otages que les ravisseurs ont exécutés étaient ingénieurs.", 3),
    ("Trois soldats ont été passés par les armes par les rebelles.", 3),
    ("Parmi les morts figurent trois policiers, après l'attaque de Mopti.", 3),
    ("Trois policiers figurent parmi les tués, après l'attaque de Mopti.", 3),
    ("Trois policiers comptent au nombre des tués de l'attaque de Mopti.", 3),
]


@pytest.mark.parametrize(("text", "number"), KILLED)
def test_ways_of_dying(text: str, number: int) -> None:
    assert ("killed", number) in told(text)


OTHERS = [
    ("Une grenade a blessé six passants au marché de Bujumbura.", ("injured", 6)),
    ("Six passants ont été blessés par une grenade au marché de Bujumbura.", ("injured", 6)),
    ("L'explosion d'une grenade a fait six blessés à Bujumbura.", ("injured", 6)),
    ("Une grenade explose à Bujumbura, blessant six passants.", ("injured", 6)),
    ("Six passants ont été grièvement atteints par la grenade lancée à Bujumbura.", ("injured", 6)),
    ("Un soldat a été touché à la jambe par un tireur embusqué à Taëz.", ("injured", 1)),
    ("Un berger a été atteint par balle près de la frontière, après des tirs de soldats.", ("injured", 1)),
    ("Huit employés d'une mine ont été enlevés par des hommes armés.", ("abducted", 8)),
    ("Des hommes armés ont enlevé huit employés d'une mine.", ("abducted", 8)),
    ("L'enlèvement de huit employés d'une mine par des hommes armés inquiète la région.", ("abducted", 8)),
    ("Huit employés ont été pris en otages par des rebelles.", ("abducted", 8)),
    ("Les rebelles retiennent en otage huit employés d'une mine.", ("abducted", 8)),
    ("Vingt suspects ont été arrêtés par l'armée après l'attaque.", ("detained", 20)),
    ("L'armée a arrêté vingt suspects après l'attaque du camp.", ("detained", 20)),
    ("L'arrestation de vingt suspects par l'armée a suivi l'attaque.", ("detained", 20)),
    ("Vingt rebelles ont été capturés par l'armée au cours des combats.", ("detained", 20)),
    ("Quelque 900 jihadistes sont détenus par les forces kurdes.", ("detained", 900)),
    ("Les rebelles affirment détenir neuf soldats.", ("detained", 9)),
    ("Les combats ont déplacé 12.000 habitants de la ville.", ("displaced", 12000)),
    ("Douze mille habitants ont fui les combats.", ("displaced", 12000)),
    ("Les combats ont jeté 12.000 habitants sur les routes.", ("displaced", 12000)),
    ("Les combats ont contraint 12.000 habitants à fuir.", ("displaced", 12000)),
    ("L'exode de 12.000 habitants a suivi les bombardements.", ("displaced", 12000)),
    ("Les camps de déplacés accueillent quelque 12.000 habitants chassés par les combats.", ("displaced", 12000)),
    ("Quarante soldats sont encerclés par les rebelles.", ("besieged", 40)),
    ("Les 7.000 habitants que l'armée encercle depuis mars manquent de pain, après les bombardements.", ("besieged", 7000)),
    ("Quarante rebelles se sont rendus après les combats.", ("surrendered", 40)),
    ("Quarante rebelles ont déposé les armes après les combats.", ("surrendered", 40)),
    ("La reddition de quarante rebelles a mis fin aux combats.", ("surrendered", 40)),
    ("Trente civils ont été évacués de la ville assiégée.", ("evacuated", 30)),
    ("La Turquie a évacué 35 blessés après l'attentat.", ("evacuated", 35)),
    ("L'armée a neutralisé vingt terroristes lors de combats.", ("neutralised", 20)),
    ("L'armée dit avoir «neutralisé» vingt terroristes lors de combats.", ("neutralised", 20)),
    ("Quatre-vingts lycéennes sont portées disparues après l'attaque de rebelles.", ("missing", 80)),
    ("Quatre-vingts lycéennes restaient introuvables après l'attaque de rebelles.", ("missing", 80)),
    ("L'attaque a fait neuf morts et un disparu.", ("missing", 1)),
    ("Soixante personnes victimes d'une attaque à Dori.", ("killed_or_injured", 60)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figure"), OTHERS)
def test_other_outcomes(text: str, figure: tuple[str, int]) -> None:
    assert figure in told(text)


PARTS = [
    ("Douze personnes, dont quatre enfants, ont été tuées par un obus à Taëz.", 12, 4),
    ("Un obus a fait douze morts à Taëz, parmi lesquels quatre enfants.", 12, 4),
    ("Un obus a tué douze personnes à Taëz, au nombre desquelles quatre enfants.", 12, 4),
    ("Un obus a fait douze morts, dont quatre enfants, à Taëz.", 12, 4),
    ("Douze habitants, parmi lesquels quatre enfants, ont péri sous les obus à Taëz.", 12, 4),
]


@pytest.mark.parametrize(("text", "whole", "part"), PARTS)
def test_parts_know_their_whole(text: str, whole: int, part: int) -> None:
    found = {c.count: c for c in harms(text)}
    assert found[part].part_of == found[whole].id
    assert found[whole].part_of is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Le bilan est de 30 morts: 20 rebelles, 7 soldats et 3 civils.", [3, 7, 20, 30]),
        ("Les combats ont fait 30 morts (20 rebelles et 10 soldats).", [10, 20, 30]),
        ("Les jihadistes ont tué 30 personnes -20 civils et 10 soldats-, selon une ONG.", [10, 20, 30]),
        ("Vingt soldats ont été tués dans l'attaque, ainsi que dix civils.", [10, 20]),
        ("Vingt soldats et dix civils ont été tués dans l'attaque.", [10, 20]),
        ("L'attaque a tué vingt soldats et dix civils.", [10, 20]),
        ("La mort de vingt soldats et de dix civils dans l'attaque a été confirmée.", [10, 20]),
        ("Vingt soldats ont été tués lundi dans les combats, et dix la veille.", [10, 20]),
        ("Des 20 tués de l'attaque, dix étaient des rebelles.", [20]),
        ("Deux Français, un Togolais et un Malgache ont été tués par des hommes armés.", [1, 1, 2]),
    ],
)
def test_lists_of_dead(text: str, numbers: list[int]) -> None:
    assert sorted(n for outcome, n in told(text) if outcome == "killed" and n is not None) == numbers


NUMBERS = [
    ("Au moins 20 civils ont été tués dans un raid.", 20, None, "at_least"),
    ("Pas moins de 20 civils ont été tués dans un raid.", 20, None, "at_least"),
    ("Vingt civils au moins ont été tués dans un raid.", 20, None, "at_least"),
    ("Plus de 20 civils ont été tués dans un raid.", 20, None, "more_than"),
    ("Quelque 20 civils ont été tués dans un raid.", 20, 20, "about"),
    ("Une vingtaine de civils ont été tués dans un raid.", 20, 20, "about"),
    ("Près de 20 civils ont été tués dans un raid.", 20, 20, "about"),
    ("Jusqu'à 20 civils ont été tués dans un raid.", None, 20, "at_most"),
    ("Entre 20 et 30 civils ont été tués dans un raid.", 20, 30, "exactly"),
    ("Des dizaines de civils ont été tués dans un raid.", 20, None, "vague"),
    ("Plusieurs civils ont été tués dans un raid.", 2, None, "vague"),
    ("Des centaines de civils ont été tués dans un raid.", 200, None, "vague"),
    ("Une douzaine de civils ont été tués dans un raid.", 12, 12, "about"),
    ("Deux cent quarante-trois civils ont été tués dans un raid.", 243, 243, "exactly"),
    ("1.300 civils ont été tués dans un raid.", 1300, 1300, "exactly"),
    ("Le raid n'a fait aucun mort.", 0, 0, "exactly"),
]


@pytest.mark.parametrize(("text", "low", "high", "qualifier"), NUMBERS)
def test_how_many(text: str, low: int | None, high: int | None, qualifier: str) -> None:
    (claim,) = [c for c in harms(text) if c.outcome == "killed"]
    assert claim.qualifier == qualifier
    assert claim.high == high
    assert low is None or claim.low == low


NOBODY = [
    "Trois personnes ont été tuées dans un accident de la route près de Lyon.",
    "La grippe a tué douze patients cet hiver.",
    "Le séisme a fait quarante morts et deux cents blessés.",
    "Deux skieurs ont péri dans une avalanche.",
    "Le naufrage d'une pirogue a fait trente morts.",
    "Quatre ouvriers sont morts dans l'effondrement d'une mine.",
    "L'explosion d'une bouteille de gaz a tué un cuisinier.",
    "La guerre tue chaque jour des dizaines de personnes.",
    "Il meurt en moyenne trois soldats par jour dans cette guerre.",
    "Cinq accusés ont été condamnés à dix ans de prison.",
    "Le club a perdu trois joueurs sur blessure.",
    "Deux mille soldats participent à l'offensive.",
    "La fuite de cinq jihadistes de leur prison inquiète la police.",
    "Un drone turc a été abattu par les rebelles.",
    "Trois avions ont été abattus par les rebelles.",
    "Douze moutons ont été tués par des obus.",
    "Un mort sur trois est un enfant dans cette guerre.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_no_figure(text: str) -> None:
    assert told(text) == []


ESTIMATED = [
    ("Les autorités estiment à 60 le nombre de morts dans les combats à Tripoli.", "killed", 60),
    ("Une ONG évalue à 60 le nombre total de morts après le raid sur Idleb.", "killed", 60),
    ("Les secours ont porté à 60 le nombre des blessés dans l'attentat.", "injured", 60),
    ("Le maire chiffre à 6.000 le nombre de déplacés après l'attaque des rebelles.", "displaced", 6000),
    ("Les combats ont fait fuir 6.000 habitants.", "displaced", 6000),
    ("Les combats font fuir des milliers de familles.", "displaced", 2000),
    ("Des rebelles ont pris le village, faisant fuir 6.000 habitants.", "displaced", 6000),
]


@pytest.mark.parametrize(("text", "outcome", "number"), ESTIMATED)
def test_estimates_and_people_made_to_flee(text: str, outcome: str, number: int) -> None:
    assert told(text) == [(outcome, number)]


TWO_OUTCOMES = [
    ("Les combats ont tué 30 civils et 4.000 autres ont fui.", [("displaced", 4000), ("killed", 30)]),
    ("Dix soldats ont été tués et trois sont portés disparus.", [("killed", 10), ("missing", 3)]),
    ("L'attaque a fait neuf morts et douze blessés.", [("injured", 12), ("killed", 9)]),
    ("Neuf soldats ont été tués et douze autres blessés dans l'attaque.", [("injured", 12), ("killed", 9)]),
    ("Deux otages, enlevés la veille par des rebelles, ont été tués.", [("abducted", 2), ("killed", 2)]),
    ("Deux otages ont été enlevés puis exécutés par des rebelles.", [("abducted", 2), ("killed", 2)]),
    ("Paul Bel et Jean Roy ont été enlevés par des rebelles.", [("abducted", 2)]),
    ("L'assaillant blessé a été arrêté après l'attaque.", [("detained", 1), ("injured", 1)]),
    ("Un soldat a été tué et un autre enlevé par des rebelles.", [("abducted", 1), ("killed", 1)]),
    ("L'attaque n'a fait ni mort ni blessé.", [("injured", 0), ("killed", 0)]),
]


@pytest.mark.parametrize(("text", "figures"), TWO_OUTCOMES)
def test_two_things_told_at_once(text: str, figures: list[tuple[str, int]]) -> None:
    assert told(text) == figures


NAMED = [
    ("Le sergent Alain Kone a été tué jeudi par des rebelles à Mopti.", "killed"),
    ("Le chef rebelle Alain Kone est mort jeudi dans un raid aérien.", "killed"),
    ("L'assassinat de l'opposant Alain Kone par des hommes armés a choqué Bujumbura.", "killed"),
    ("Alain Kone, un journaliste de 40 ans, a été enlevé par des hommes armés.", "abducted"),
    ("Alain Kone, 40 ans, a été tué par un obus des rebelles.", "killed"),
    ("Le maire, Alain Kone, figure parmi les morts de l'attentat.", "killed"),
    ("Le préfet Alain Kone a trouvé la mort dans l'attaque.", "killed"),
]


@pytest.mark.parametrize(("text", "outcome"), NAMED)
def test_one_named_person(text: str, outcome: str) -> None:
    assert told(text) == [(outcome, 1)]


def test_the_people_of_the_sentence_before_are_taken_up() -> None:
    """A part told in a sentence of its own has the outcome of the figure before it; without one it tells nothing."""
    assert told("Le raid sur Gaza a fait cent morts. Vingt-quatre étaient des enfants.") == [
        ("killed", 24),
        ("killed", 100),
    ]
    assert told("Dix personnes ont été tuées à Gao. Parmi elles, quatre enfants.") == [("killed", 4), ("killed", 10)]
    assert told("Dix personnes ont été enlevées à Gao. Quatre d'entre elles étaient des enfants.")[0] == ("abducted", 4)
    assert told("L'école de Gao compte cent élèves. Vingt-quatre étaient des enfants de soldats.") == []


def test_rival_tolls_without_their_noun() -> None:
    text = "La police de Bagdad parle de dix morts dans l'attentat, les médecins de quinze."
    assert told(text) == [("killed", 10), ("killed", 15)]
    text = "Dix morts dans l'attentat de Bagdad, d'après la police; quinze, selon les médecins."
    assert told(text) == [("killed", 10), ("killed", 15)]


def test_where_somebody_was_hit_tells_that_he_was_hurt() -> None:
    (hurt,) = told("Deux soldats ont été atteints à la jambe dans une embuscade près de Gao.")
    assert hurt == ("injured", 2)


def test_what_a_total_is_made_of_may_stand_behind_a_word() -> None:
    text = "L'attaque de la prison de Gao a fait 154 morts, soit 102 assaillants, 45 soldats et sept civils."
    assert told(text) == [("killed", 7), ("killed", 45), ("killed", 102), ("killed", 154)]


def test_a_few_people_hit_were_hurt() -> None:
    assert told("Dans la fusillade de Gao, un policier est mort et deux autres ont été touchés.")[0] == ("injured", 2)
    assert told("Deux millions de personnes ont été touchées par les combats de Gao.") == []


def test_those_who_stayed_there_and_the_price_paid() -> None:
    assert told("Huit gardes y sont restés, dans l'attaque de Gao.") == [("killed", 8)]
    assert told("L'armée a repris Gao au prix de dix des siens.") == [("killed", 10)]
    assert told("Deux voleurs présumés ont été lynchés par la foule à Gao.") == [("killed", 2)]
    assert told("Huit gardes sont restés à Gao après l'attaque.") == []
