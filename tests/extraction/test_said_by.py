"""Who tells a toll: short names, «la mission», «le même comité», pronouns; who judges an act does not tell its toll."""

import pytest

from vigie.extraction import extract
from vigie.values import Control, Document, Harm

TOLD = [
    ("L'ONU a dénoncé la mort de 12 civils à Goma.", "UN"),
    ("Washington accuse la Syrie d'avoir tué 12 civils à Douma.", "USA"),
    ('L\'ONU a dénoncé "une attaque qui a tué 12 civils" à Goma.', "UN"),
    ("Douze manifestants ont été tués à Khartoum, a indiqué un syndicat de médecins.", "MEDICAL"),
    (
        "Douze manifestants ont été tués à Khartoum, a indiqué le comité central des médecins. "
        "Au total, la répression a fait 71 morts, d'après le même comité.",
        "MEDICAL MEDICAL",
    ),
    (
        "Douze civils ont été tués à Bunia, a indiqué la mission de l'ONU. "
        "Une trentaine d'autres auraient été blessés, selon la mission.",
        "UN UN",
    ),
    (
        "L'Association d'aide aux détenus politiques (AADP) a recensé 13 civils tués en Birmanie. "
        "Au total, 459 civils ont été tués depuis le putsch, poursuit l'AADP.",
        "NGO NGO",
    ),
    (
        "Douze civils ont été tués à Gaza, selon l'Agence des Nations unies pour les réfugiés (Unrwa). "
        "Une trentaine de civils ont été blessés, a ajouté l'agence.",
        "UN UN",
    ),
    ("L'armée congolaise donne un chiffre inférieur, 53 morts à Djugu.", "COD"),
    (
        "Douze civils ont été tués à Douma, selon l'OSDH. Plus de 120 civils ont été blessés et des habitants "
        "restent coincés sous les gravats, a ajouté son directeur.",
        "SOHR SOHR",
    ),
    ("Douze policiers ont été tués à Kaboul, selon la sécurité nationale.", "AFG"),
    ("Le M23 a pris samedi un camp militaire à Rutshuru. Il dit avoir tué dix soldats congolais.", "M23"),
    ("L'agence Sana fait état de 83 tués et 178 blessés à Homs; l'OSDH, de 96 morts.", "SANA SANA SOHR"),
    (
        "Douze civils ont été tués à Idleb, rapporte l'OSDH. En une semaine, 200 civils y ont perdu la vie, "
        "selon le même décompte.",
        "SOHR SOHR",
    ),
]
JUDGED = [
    "L'ONU a condamné l'attaque qui a fait 12 morts à Goma.",
    "Les talibans ont revendiqué l'attentat qui a tué 12 civils à Kaboul.",
    "Le gouvernement colombien a accusé l'ELN d'avoir commis l'attentat qui a fait 12 morts à Bogota.",
    "La France a dénoncé l'attaque dans laquelle 12 civils ont péri à Goma.",
    "L'Union africaine a fustigé le raid, lequel a coûté la vie à 12 civils à Goma.",
]


def tellers(text: str) -> list[str]:
    document = Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=None)
    return [",".join(claim.said_by) for claim in extract(document) if isinstance(claim, Harm)]


@pytest.mark.parametrize(("text", "said_by"), TOLD)
def test_who_tells_a_toll(text: str, said_by: str) -> None:
    assert tellers(text) == said_by.split()


@pytest.mark.parametrize("text", JUDGED)
def test_who_judges_an_act_does_not_tell_its_toll(text: str) -> None:
    assert tellers(text) == [""]


def test_who_holds_a_place_is_known_without_the_one_who_speaks_before_and_behind() -> None:
    text = (
        "Quatre civils ont été tués à Hama, en Syrie, a indiqué l'OSDH. La province d'Idleb est contrôlée par des "
        "rebelles. Plus de 120 civils ont été blessés, a ajouté l'OSDH."
    )
    document = Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=None)
    assert [c.said_by for c in extract(document) if isinstance(c, Control)] == [[]]
