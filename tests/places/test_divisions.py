"""Provinces, states, regions: read as such, in their country, and not where a person, a people or a town is meant."""

import pytest

from vigie.places import find_places

ATTACK = "Trois policiers ont été tués {where}."
NAMED = [
    ("dans la province de Mazandaran, en Iran", "div:irn:mazandaran"),
    ("dans le Gilan, en Iran", "div:irn:guilan"),
    ("dans l'Azerbaïdjan occidental, en Iran", "div:irn:azerbaidjan-occidental"),
    ("dans la province du Fars, en Iran", "div:irn:fars"),
    ("dans l'Etat de Guerrero, au Mexique", "div:mex:guerrero"),
    ("dans le Michoacán, au Mexique", "div:mex:michoacan"),
    ("dans l'Etat d'Hidalgo, au Mexique", "div:mex:hidalgo"),
    ("dans le Santander, en Colombie", "div:col:santander"),
    ("dans le département de Córdoba, en Colombie", "div:col:cordoba"),
    ("dans l'Etat de Zulia, au Venezuela", "div:ven:zulia"),
    ("dans la région de Puno, au Pérou", "div:per:puno"),
    ("dans le département du Beni, en Bolivie", "div:bol:beni-bolivie"),
    ("dans l'Etat du Para, au Brésil", "div:bra:etat-du-para"),
    ("dans l'Artibonite, en Haïti", "div:hti:artibonite"),
    ("dans le département du Nord, en Haïti", "div:hti:nord-haiti"),
    ("dans l'Etat du Kerala, en Inde", "div:ind:kerala"),
    ("dans le Pendjab, en Inde", "div:ind:pendjab"),
    ("dans la province du Pendjab, au Pakistan", "div:pak:pendjab-pakistanais"),
    ("dans la province de l'Est, au Sri Lanka", "div:lka:province-de-l-est-sri-lanka"),
    ("dans la province de Pattani, en Thaïlande", "div:tha:pattani"),
    ("à Java-Ouest, en Indonésie", "div:idn:java-occidental"),
    ("dans la province de Kars, en Turquie", "div:tur:kars"),
    ("dans le gouvernorat de Minya, en Egypte", "div:egy:minya"),
    ("dans le gouvernorat de Sidi Bouzid, en Tunisie", "div:tun:sidi-bouzid"),
    ("dans la wilaya de Mila, en Algérie", "div:dza:mila-algerie"),
    ("dans le Rif, au Maroc", "div:mar:rif"),
    ("dans le comté de Turkana, au Kenya", "div:ken:turkana"),
    ("dans la province de Ngozi, au Burundi", "div:bdi:ngozi"),
    ("dans le Matabeleland, au Zimbabwe", "div:zwe:matabeleland"),
    ("dans l'enclave de Cabinda, en Angola", "div:ago:cabinda"),
    ("dans le Pool, au Congo", "div:cog:pool-congo"),
    ("dans la région de l'Est, au Cameroun", "div:cmr:est-cameroun"),
    ("dans la région du Centre-Est, au Burkina Faso", "div:bfa:centre-est"),
    ("dans l'Etat d'Ebonyi, au Nigeria", "div:nga:ebonyi"),
    ("dans la région des Savanes, au Togo", "div:tgo:savanes-togo"),
    ("dans la région ashanti, au Ghana", "div:gha:ashanti-ghana"),
    ("dans le Bas-Sassandra, en Côte d'Ivoire", "div:civ:bas-sassandra"),
    ("dans la région de Voronej, en Russie", "div:rus:voronej-region"),
    ("dans la région de Ternopil, en Ukraine", "div:ukr:ternopil"),
    ("en Catalogne", "div:esp:catalogne"),
    ("dans l'Etat de Washington, aux Etats-Unis", "div:usa:etat-de-washington"),
    ("en Caroline du Sud, aux Etats-Unis", "div:usa:caroline-du-sud"),
    ("dans la province de Mendoza, en Argentine", None),
]


def ids(text: str) -> list[str]:
    return [m.place.id for m in find_places(text) if m.place]


@pytest.mark.parametrize(("where", "expected"), NAMED)
def test_divisions_are_read(where: str, expected: str | None) -> None:
    found = [i for i in ids(ATTACK.format(where=where)) if i.startswith("div:")]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    "text",
    [
        "Le député Guerrero a été hué, puis Guerrero a quitté la salle au Pérou.",
        "Selon l'agence Fars, deux hommes ont été arrêtés en Iran.",
        "Des éleveurs samburu et des guerriers Turkana se sont affrontés au Kenya.",
        "Le juge Santander a été menacé à Madrid, en Espagne.",
        "Un policier a été blessé à Washington, aux Etats-Unis.",
        "Le prix du Sucre flambe en Colombie.",
    ],
)
def test_persons_peoples_and_towns_are_none(text: str) -> None:
    assert not [i for i in ids(text) if i.startswith("div:")]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Des centaines d'Irakiens ont été chassés de la place Tahrir par des tirs.", "bagdad"),
        ("La foule yéménite campe sur la place Tahrir depuis un mois.", "sanaa"),
        ("Des Egyptiens ont défilé sur la place Tahrir, au Caire.", "le-caire"),
    ],
)
def test_a_square_is_that_of_the_story(text: str, town: str) -> None:
    assert any(i.endswith(f"place-tahrir-{town}") for i in ids(text))
