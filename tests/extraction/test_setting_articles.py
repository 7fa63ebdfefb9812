"""Days and reach of figures in short articles written for the purpose, as an agency tells them: news, total, background."""

import datetime as dt

import pytest

from vigie.extraction import extract
from vigie.values import Document, Harm, Interval

MARCH = """Gaza: 60 Palestiniens tués, condamnations internationales
Soixante Palestiniens ont été tués lundi par des tirs israéliens à travers la bande de Gaza.
Plus de 2.700 personnes ont été blessées, selon le ministère de la Santé.
Depuis le début, le 30 mars, de la "marche du retour", au moins 114 Palestiniens ont été tués.
Mardi, deux manifestants sont morts dans de nouveaux heurts à l'est de Bureij."""
CAIRO = """Egypte: 72 morts au Caire
Soixante-douze personnes ont été tuées samedi au Caire dans des heurts entre la police et des partisans du président
Mohamed Morsi, renversé le 3 juillet par l'armée.
Plus de 200 personnes ont été tuées depuis la destitution de M. Morsi.
Près de 300 personnes ont péri en un mois de violences."""
IRAN = """Iran: 41 morts dans les manifestations
Quarante et une personnes sont mortes en Iran dans les manifestations provoquées par la mort, le 16 septembre, d'une femme.
Une ONG fait état d'un bilan plus lourd, avec au moins 57 manifestants tués."""
TRIPOLI = """Libye: 264 morts depuis le début de l'offensive sur Tripoli
Au moins 264 personnes ont été tuées et 1.266 blessées depuis le début des combats aux portes de Tripoli, a indiqué l'OMS.
Plus de 35.000 personnes ont été déplacées.
Le maréchal Haftar a lancé le 4 avril une offensive pour s'emparer de la capitale."""
MALI = """Mali: plus de 130 morts dans l'attaque d'un village peul
Au moins 134 Peuls ont été tués samedi à Ogossagou, dans le centre du Mali, par des hommes habillés en chasseurs.
L'ONU a recensé plus de 500 civils tués dans cette région en 2018.
Le 1er janvier, 37 Peuls avaient été tués par des hommes armés dans un autre village, Koulogon.
Ces violences font suite à l'attaque du camp militaire de Dioura, qui avait coûté la vie à 23 soldats le 17 mars."""
MINSK = """Bélarus: un deuxième manifestant mort
Un manifestant blessé par la police lors des rassemblements de l'opposition est mort mercredi à Brest.
Deux autres personnes sont décédées depuis la présidentielle du 9 août."""
SYRIA = """Syrie: plus de 30.000 morts en 18 mois
Plus de 30.000 personnes ont péri en Syrie en 18 mois de révolte, a indiqué dimanche l'OSDH.
Samedi, 162 personnes ont été tuées à travers le pays.
Le mois de septembre aura été le plus sanglant, avec près de 4.700 tués."""

KARABAKH = """Karabakh: nouveaux bombardements sur Stepanakert
Stepanakert, la capitale de la région séparatiste du Nagorny Karabakh, a été de nouveau bombardée dimanche.
Le bilan des combats, qui ont repris le 27 septembre, s'élève à 242 morts."""
RAKHINE = """Birmanie: 125.000 réfugiés au Bangladesh
Plus de 123.000 personnes, en majorité des Rohingyas, ont fui les violences en Birmanie depuis le 25 août, a annoncé l'ONU.
L'armée a lancé une vaste opération après des attaques de rebelles contre une trentaine de postes de police.
Les combats ont fait au moins 400 morts, dont 370 rebelles, selon l'armée.
En octobre 2016, 87.000 Rohingyas avaient déjà fui une opération similaire."""
PILLAR = """Gaza: onze membres d'une famille tués
Onze membres d'une même famille ont été tués dimanche dans une frappe israélienne sur leur maison à Gaza.
Ce raid porte à 29 le nombre de Palestiniens tués dans la journée.
Au total, 77 Palestiniens sont morts en cinq jours."""

KYIV = """Ukraine: deux morts dans un bombardement à Kiev
Deux personnes ont été tuées lundi dans un bombardement qui a touché un immeuble à Kiev.
Dimanche, 35 personnes avaient péri dans une frappe contre la base de Yavoriv, près de la Pologne.
Plus de 2,8 millions de personnes ont fui l'Ukraine depuis le début de l'invasion russe, le 24 février, selon l'ONU.
L'ONU a recensé 636 civils tués, dont 46 enfants."""
TAHOUA = """Niger: 137 morts dans des attaques de villages
Cent trente-sept personnes ont été tuées dimanche dans des attaques jihadistes contre plusieurs villages de Tahoua, au Niger.
Une semaine auparavant, 66 personnes avaient péri dans l'attaque de véhicules transportant des passagers."""
PESHAWAR = """Pakistan: 141 morts dans une école de Peshawar
Le Pakistan était en deuil mercredi au lendemain de l'attaque qui a fait 141 morts, dont 132 élèves, dans une école.
Les sept assaillants ont été tués à Peshawar après huit heures de combats.
L'offensive de l'armée contre les talibans a fait plus de 1.600 morts dans leurs rangs depuis juin, selon l'armée."""
DERAA = """Syrie: près de 90 morts vendredi
Des militants accusent les forces de sécurité d'avoir tiré vendredi sur des manifestants à Deraa, tuant 88 personnes.
Plus de 300 personnes ont été tuées en cinq semaines de manifestations, d'après une ONG."""

TOLD = [
    (KYIV, "2022-03-14", 35, "incident", "2022-03-13", "2022-03-13"),
    (KYIV, "2022-03-14", 2_800_000, "period", "2022-02-24", "2022-03-14"),
    (KYIV, "2022-03-14", 636, "war", "2022-02-24", "2022-03-14"),
    (KYIV, "2022-03-14", 46, "war", "2022-02-24", "2022-03-14"),
    (TAHOUA, "2021-03-22", 137, "several", "2021-03-21", "2021-03-21"),
    (PESHAWAR, "2014-12-17", 141, "incident", "2014-12-16", "2014-12-16"),
    (PESHAWAR, "2014-12-17", 132, "incident", "2014-12-16", "2014-12-16"),
    (PESHAWAR, "2014-12-17", 7, "incident", "2014-12-16", "2014-12-16"),
    (PESHAWAR, "2014-12-17", 1600, "period", "2014-06-01", "2014-12-17"),
    (DERAA, "2011-04-23", 300, "period", "2011-03-19", "2011-04-23"),
    (KARABAKH, "2020-10-04", 242, "war", "2020-09-27", "2020-10-04"),
    (RAKHINE, "2017-09-05", 123000, "period", "2017-08-25", "2017-09-05"),
    (RAKHINE, "2017-09-05", 400, "period", "2017-08-25", "2017-09-05"),
    (RAKHINE, "2017-09-05", 370, "period", "2017-08-25", "2017-09-05"),
    (PILLAR, "2012-11-18", 11, "incident", "2012-11-18", "2012-11-18"),
    (PILLAR, "2012-11-18", 29, "several", "2012-11-18", "2012-11-18"),
    (PILLAR, "2012-11-18", 77, "period", "2012-11-13", "2012-11-18"),
    (MARCH, "2018-05-15", 60, "several", "2018-05-14", "2018-05-14"),
    (MARCH, "2018-05-15", 2700, "several", "2018-05-14", "2018-05-14"),
    (MARCH, "2018-05-15", 114, "period", "2018-03-30", "2018-05-15"),
    (MARCH, "2018-05-15", 2, "incident", "2018-05-15", "2018-05-15"),
    (CAIRO, "2013-07-28", 72, "incident", "2013-07-27", "2013-07-27"),
    (CAIRO, "2013-07-28", 200, "period", "2013-07-03", "2013-07-28"),
    (CAIRO, "2013-07-28", 300, "period", "2013-06-28", "2013-07-28"),
    (IRAN, "2022-09-26", 57, "period", "2022-09-16", "2022-09-26"),
    (TRIPOLI, "2019-04-24", 264, "period", "2019-04-04", "2019-04-24"),
    (TRIPOLI, "2019-04-24", 35000, "period", "2019-04-04", "2019-04-24"),
    (MALI, "2019-03-25", 134, "incident", "2019-03-23", "2019-03-23"),
    (MALI, "2019-03-25", 500, "period", "2018-01-01", "2018-12-31"),
    (MALI, "2019-03-25", 37, "incident", "2019-01-01", "2019-01-01"),
    (MALI, "2019-03-25", 23, "incident", "2019-03-17", "2019-03-17"),
    (MINSK, "2020-08-19", 2, "period", "2020-08-09", "2020-08-19"),
    (SYRIA, "2012-09-30", 30000, "war", "2011-03-30", "2012-09-30"),
    (SYRIA, "2012-09-30", 162, "several", "2012-09-29", "2012-09-29"),
    (SYRIA, "2012-09-30", 4700, "period", "2012-09-01", "2012-09-30"),
]


@pytest.mark.parametrize(("text", "published", "count", "scope", "first", "last"), TOLD)
def test_each_figure_has_its_days(text: str, published: str, count: int, scope: str, first: str, last: str) -> None:
    day = Interval.day(dt.date.fromisoformat(published))
    document = Document(document="t", id="t", text=text, sha256="", text_sha256="", origin="t", published=day)
    found = next(c for c in extract(document) if isinstance(c, Harm) and count in (c.count, c.low))
    span = Interval(start=dt.date.fromisoformat(first), end=dt.date.fromisoformat(last))
    assert (found.scope, found.when) == (scope, span)


PROVISIONAL = [
    "Douze civils ont été tués mardi à Mopti, au Mali, un bilan encore provisoire.",
    "Douze civils ont été tués mardi à Mopti, au Mali; ce décompte n'est pas définitif.",
    "Douze corps ont été retrouvés mardi à Mopti, au Mali, par des secouristes qui redoutent d'en découvrir d'autres.",
    "Douze civils ont été tués mardi à Mopti, au Mali. Ces chiffres vont malheureusement encore évoluer, a dit le maire.",
    "Douze civils ont été tués mardi à Mopti, au Mali. Le bilan reste provisoire, selon l'armée.",
]


@pytest.mark.parametrize("text", PROVISIONAL)
def test_a_toll_that_may_change(text: str) -> None:
    document = Document(document="t", id="t", text=text, sha256="", text_sha256="", origin="t", published=None)
    assert next(c for c in extract(document) if isinstance(c, Harm)).provisional
