"""Who, by whom, how, whose, told how often: attributes of harm claims, in texts written for the purpose."""

import datetime as dt

import pytest

from vigie.extraction import extract
from vigie.values import Document, Harm, Interval

DAY = Interval.day(dt.date(2016, 5, 12))


def harms(text: str, title: str | None = None) -> list[Harm]:
    """The harm claims of a text published on 12 May 2016, in the order of the text."""
    document = Document(
        id="t", document="t", text=text, title=title, sha256="", text_sha256="", origin="", published=DAY
    )
    return [claim for claim in extract(document) if isinstance(claim, Harm)]


BLAMED = [
    ("Trois civils ont été tués par des soldats maliens à Mopti.", ["MLI"]),
    ("Des soldats maliens ont tué trois civils à Mopti.", ["MLI"]),
    ("Une attaque de Boko Haram a tué trois civils à Diffa.", ["BOKO-HARAM"]),
    ("Une frappe russe a tué trois civils à Idleb.", ["RUS"]),
    ("Des avions russes ont bombardé Idleb, tuant trois civils.", ["RUS"]),
    ("Trois civils ont péri dans des raids de l'aviation russe sur Idleb.", ["RUS"]),
    ("Les talibans ont attaqué un poste de police à Kunduz, tuant trois policiers.", ["TALIBAN"]),
    ("Un attentat revendiqué par les talibans a tué trois civils à Kaboul.", ["TALIBAN"]),
    ("Trois civils ont été tués dans un attentat à Kaboul. Les talibans ont revendiqué l'attentat.", ["TALIBAN"]),
    ("Les shebab ont fait trois morts dans une attaque à Mogadiscio.", ["AL-SHABAAB"]),
    ('L\'armée malienne dit avoir "tué" six jihadistes à Ménaka.', ["MLI"]),
    ("Kiev accuse la Russie d'avoir bombardé lundi une école de Marioupol, tuant trois civils.", ["RUS"]),
    ("Des rebelles ont tenté lundi de prendre un poste à Kidal, au Mali, faisant trois morts.", ["MLI-REB"]),
    ("Les shebab ont ouvert le feu sur des civils à Mogadiscio, faisant trois morts.", ["AL-SHABAAB"]),
    (
        "Des raids ont touché Ariha, en Syrie. L'OSDH fait état de trois tués, et impute les raids à des avions russes.",
        ["RUS"],
    ),
    ("Trois soldats maliens ont été tués dans des combats avec le groupe Etat islamique près de Ménaka.", ["IS"]),
]


@pytest.mark.parametrize(("text", "by"), BLAMED)
def test_authors_come_from_words(text: str, by: list[str]) -> None:
    claim = next(c for c in harms(text) if c.outcome == "killed")
    assert claim.by == by
    assert claim.by_certainty is not None


NOBODY = [
    "Des attaques ont visé les soldats américains, et aussi l'ambassade de France, tuant trois civils à Bagdad.",
    "Trois civils ont été tués dans un attentat à Kaboul. Les talibans sont actifs dans la région.",
    "Trois civils ont été tués jeudi à Mopti, où des jihadistes sont présents.",
    "L'attaque, perpétrée par des assaillants, a fait trois morts à Mopti.",
    "Un attentat a tué trois civils à Kaboul, selon la police.",
    "Trois civils ont été tués, a annoncé l'ONU, dans une attaque à Bunia.",
    "Une attaque terroriste a fait trois morts à Ouagadougou.",
    "Les rebelles ont dénoncé la mort de trois civils dans un attentat à Alep.",
    "Une attaque contre les forces américaines a tué trois Américains à Bagdad.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_blamed_by_nearness(text: str) -> None:
    assert [c.by for c in harms(text) if c.by] == []


def test_sides_of_a_fight_are_each_the_others_victims() -> None:
    text = "Dix soldats et vingt rebelles ont été tués dans des combats entre l'armée syrienne et des rebelles à Alep."
    by = {c.count: c.by for c in harms(text)}
    assert by == {10: ["SYR-REB"], 20: ["SYR"]}


METHODS = [
    ("Un raid aérien a tué trois civils à Idleb.", "Air/drone strike"),
    ("Des obus ont tué trois civils à Taëz.", "Shelling/artillery/missile attack"),
    ("Un kamikaze s'est fait exploser à Kaboul, tuant trois civils.", "Suicide bomb"),
    ("L'explosion d'une mine a tué trois civils près de Gao.", "Remote explosive/landmine/IED"),
    ("Trois soldats ont été tués dans des combats avec des rebelles à Goma.", "Armed clash"),
    ("Des hommes armés ont exécuté trois civils à Goma.", "Attack"),
    ("Trois civils ont été enlevés par des hommes armés à Goma.", "Abduction/forced disappearance"),
    ("La police a arrêté trois suspects après l'attentat de Tunis.", "Arrests"),
    ("Trois femmes ont été violées par des miliciens à Goma.", "Sexual violence"),
    (
        "Une charge cachée sous un banc a explosé mardi à Kaboul. Trois passants ont péri.",
        "Remote explosive/landmine/IED",
    ),
    (
        "Un engin a explosé au passage de leur camion près de Gao. Trois soldats ont péri.",
        "Remote explosive/landmine/IED",
    ),
    ("Un obus a éventré une maison de Taëz: trois morts.", "Shelling/artillery/missile attack"),
    ("Deux bombes guidées ont réduit en poussière un immeuble de Raqqa. Trois civils ont péri.", "Air/drone strike"),
    ("Des barils largués sur le marché d'Alep ont fait trois morts.", "Air/drone strike"),
    ("Un pick-up bourré d'explosifs a foncé mardi sur un poste de Damasak. Trois soldats ont péri.", "Suicide bomb"),
    ("Les combats ont repris à Taëz. Trois soldats sont morts mardi, dit l'hôpital.", "Armed clash"),
    ("Une grenade lancée dans un bar de Bujumbura a tué trois clients.", "Grenade"),
]


@pytest.mark.parametrize(("text", "method"), METHODS)
def test_methods(text: str, method: str) -> None:
    assert [c.method for c in harms(text)] == [method]


IN_ANY_WAY = [
    "L'offensive turque contre Afrine, lancée le 20 janvier, a tué 289 civils, selon l'OSDH.",
    "L'opération contre Tripoli, entamée il y a un mois, a fait 289 morts, selon l'ONU.",
    "Depuis janvier, l'assaut de l'armée syrienne contre Idleb a coûté la vie à 289 personnes, selon l'OSDH.",
    "Les combats ont repris mardi. L'offensive rebelle, qui dure depuis deux mois, avait tué 289 personnes.",
    "Ces dernières semaines, des attaques de groupes armés ont fait 289 morts dans le nord du Burkina Faso.",
    "Depuis mars, des attaques jihadistes ont tué 289 villageois au Mali, selon l'ONU.",
]
IN_ONE_WAY = [
    ("Depuis le 4 avril, les combats ont fait 289 morts autour de Tripoli.", "Armed clash"),
    ("Depuis janvier, 289 soldats maliens ont été tués dans des attaques jihadistes.", "Armed clash"),
    ("Depuis janvier, les raids russes ont tué 289 civils à Idleb, selon l'OSDH.", "Air/drone strike"),
]


@pytest.mark.parametrize("text", IN_ANY_WAY)
def test_totals_of_offensives_and_attacks_name_no_method(text: str) -> None:
    assert [c.method for c in harms(text) if c.count == 289] == [None]


@pytest.mark.parametrize(("text", "method"), IN_ONE_WAY)
def test_totals_of_fights_and_strikes_do(text: str, method: str) -> None:
    assert [c.method for c in harms(text) if c.count == 289] == [method]


PEOPLE = [
    ("Trois écoliers ont été tués par un obus à Taëz.", "children", None),
    ("Trois infirmières ont été tuées par un obus à Taëz.", "medical", None),
    ("Trois casques blancs ont été tués par un obus à Idleb.", "aid_workers", None),
    ("Trois membres de la défense civile ont été tués par un obus à Idleb.", "aid_workers", None),
    ("Trois journalistes ont été tués par un obus à Idleb.", "journalists", None),
    ("Trois gendarmes maliens ont été tués par une mine près de Gao.", "police", "MLI"),
    ("Trois soldats français ont été tués par une mine près de Gao.", "armed", "FRA"),
    ("Trois casques bleus tchadiens ont été tués par une mine près de Gao.", "armed", "UN"),
    ("Trois combattants du Hezbollah ont été tués par un raid à Homs.", "armed", "HEZBOLLAH"),
    ("Le raid a fait trois morts dans les rangs des rebelles à Homs.", "armed", "SYR-REB"),
    ("Le raid a fait trois morts côté rebelle à Homs.", "armed", "SYR-REB"),
    ("Le raid a fait trois victimes civiles à Homs.", "civilians", None),
    ("L'armée malienne a perdu trois hommes dans des combats près de Gao.", "armed", "MLI"),
]


@pytest.mark.parametrize(("text", "victims", "side"), PEOPLE)
def test_who_they_were(text: str, victims: str, side: str | None) -> None:
    (claim,) = [c for c in harms(text) if c.count == 3]
    assert (claim.victims, claim.side) == (victims, side)


def test_an_officer_is_of_the_army_told_before() -> None:
    text = "Un soldat français a été blessé jeudi au Mali par une mine. L'officier, âgé de 30 ans, a été tué vendredi."
    assert {c.side for c in harms(text)} == {"FRA"}


ONCE = [
    "Deux soldats tués au Mali\nDeux soldats ont été tués jeudi par une mine au Mali, a annoncé l'armée.",
    "Un soldat a été tué jeudi par une mine au Mali. Le sergent Jean Roy est mort près de Gao, a dit l'armée.",
    "Douze civils ont été tués jeudi par un raid à Idleb. La mort des douze civils a été confirmée par l'ONU.",
    "Un raid a fait douze morts à Idleb. Les douze personnes tuées étaient des civils.",
    "Treize soldats ont péri dans l'attaque d'un camp à Gao. Un hommage a été rendu aux treize soldats tués.",
    "Le maire Ali Diallo a été assassiné jeudi à Mopti par des jihadistes. Ali Diallo a été abattu chez lui.",
]


@pytest.mark.parametrize("text", ONCE)
def test_a_figure_told_twice_is_one_claim(text: str) -> None:
    (claim,) = [c for c in harms(text) if c.outcome == "killed"]
    assert len(claim.mentions) == 1


APART = [
    "Un soldat a été tué lundi à Gao par une mine. Un soldat a été tué mercredi à Kidal par une mine.",
    "Trois civils ont été tués à Alep par un raid. Trois civils ont été tués à Homs par un raid.",
    "Le maire Ali Diallo a été assassiné à Mopti par des jihadistes. Le préfet Jean Roy a été assassiné à Gao.",
    "Quatre rebelles et quatre soldats ont été tués dans les combats à Goma.",
    "Quatre civils ont été tués par un raid à Alep. Quatre personnes ont en outre été tuées par des roquettes à Alep.",
    "Deux soldats ont été blessés par une mine à Gao. Deux autres soldats ont été blessés par des tirs à Gao.",
]


@pytest.mark.parametrize("text", APART)
def test_different_people_stay_apart(text: str) -> None:
    assert len(harms(text)) == 2


SURE = [
    ("Trois civils auraient été tués dans un raid à Idleb.", "hedged"),
    ("Un raid aurait tué trois civils à Idleb.", "hedged"),
    ("Un raid a probablement tué trois civils à Idleb.", "hedged"),
    ("Trois civils ont été tués dans un raid à Idleb.", "stated"),
]


@pytest.mark.parametrize(("text", "certainty"), SURE)
def test_certainty(text: str, certainty: str) -> None:
    assert [c.certainty for c in harms(text)] == [certainty]


PROVISIONAL = [
    ("Trois civils ont été tués dans un raid à Idleb, selon un bilan provisoire.", True),
    ("Un premier bilan de l'attentat de Kaboul fait état de trois morts.", True),
    ("Trois civils ont été tués dans un raid à Idleb. Ce bilan pourrait s'alourdir.", True),
    ("Trois civils ont été tués dans un raid à Idleb.", False),
]


@pytest.mark.parametrize(("text", "provisional"), PROVISIONAL)
def test_provisional_tolls(text: str, provisional: bool) -> None:
    assert [c.provisional for c in harms(text)] == [provisional]


def test_weapons_that_are_told_by_what_they_did() -> None:
    (driven,) = harms("Un camion chargé d'explosifs a foncé mardi sur un barrage de Gao. Huit soldats ont péri.")
    assert driven.weapon == ["vehicle_bomb", "suicide_belt"]
    (charge,) = harms("Une charge a explosé mardi dans un bus de Kaboul. Huit civils ont péri.")
    assert charge.weapon == ["ied"]
    (dead,) = harms("Une pluie d'obus s'est abattue mardi sur le marché de Taëz. Le bilan est de neuf morts.")
    assert (dead.count, dead.weapon) == (9, ["mortar_artillery"])


def test_a_force_owns_up_to_its_own_dead() -> None:
    (dead,) = harms("Les combats ont repris à Gao. L'armée malienne admet six morts.")
    assert (dead.victims, dead.side) == ("armed", "MLI")
    (people,) = harms("Un raid a visé Gao. Le ministère malien de la Santé déplore six morts.")
    assert people.victims == "people"


def test_a_toll_of_days_counts_a_period() -> None:
    assert harms("Les heurts de Gao ont fait dix morts en quatre jours, dont deux enfants.")[0].scope == "period"
    assert harms("Le raid sur Gao a fait dix morts mardi.")[0].scope == "incident"


MIXED = [
    "Une voiture piégée a explosé lundi devant un hôtel de Mogadiscio, puis des hommes armés ont ouvert le feu. L'attaque a fait 14 morts.",
    "Un kamikaze s'est fait exploser lundi à Kaboul et des assaillants ont ouvert le feu. Le bilan de l'attaque est de 14 morts.",
]


@pytest.mark.parametrize("text", MIXED)
def test_the_dead_of_an_attack_by_several_means_do_not_say_which_killed_them(text: str) -> None:
    assert [figure.method for figure in harms(text) if figure.count == 14] == [None]


def test_a_verb_says_how_people_of_a_mixed_attack_were_killed() -> None:
    text = (
        "Une voiture piégée a explosé lundi à Kobané, puis des jihadistes ont attaqué la ville. "
        "Vingt civils ont été exécutés lundi à Kobané."
    )
    assert harms(text)[0].method is not None


def test_a_sentence_that_names_its_bomb_says_what_killed() -> None:
    text = "Des hommes armés ont attaqué un hôtel de Mogadiscio lundi. La voiture piégée a tué 14 civils lundi à Mogadiscio."
    assert harms(text)[0].method == "Remote explosive/landmine/IED"


FILLER = "Le bétail a disparu. Les routes sont coupées. Les écoles ont fermé. Le marché est désert. "
RECOUNTS = [
    ("Un premier décompte de la mairie faisait état de 104 morts.", 104, "Attack"),
    ("L'armée parle, elle, de 104 morts.", 104, "Attack"),
    ("Une association avance le chiffre de 104 tués.", 104, "Attack"),
    ("Une association avance le chiffre de 900 tués.", 900, None),
]


@pytest.mark.parametrize(("behind", "count", "method"), RECOUNTS)
def test_another_count_is_of_the_same_attack(behind: str, count: int, method: str | None) -> None:
    told = harms("Une attaque a tué 132 villageois samedi près de Bankass, au Mali. " + FILLER + behind)
    assert [c.method for c in told if c.count == count] == [method]
