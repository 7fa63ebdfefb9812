"""Accidents of the hunt, and lands hard hit by an illness or a storm: nobody there attacks anybody."""

import pytest
from events_told import claims


@pytest.mark.parametrize(
    "text",
    [
        "Un randonneur de 25 ans a été tué dimanche par un chasseur, dans le Lot.",
        "Un promeneur tué par balle par un chasseur en Savoie.",
        "Une cavalière blessée à la jambe par un chasseur samedi.",
        "Un cycliste mortellement touché par une balle perdue lors d'une battue aux sangliers.",
        "Un automobiliste tué samedi pendant une battue au chevreuil.",
        "Le virus a causé 346.000 décès. Le pays le plus frappé est l'Italie (97.000 morts). L'armée est mobilisée.",
        "La pandémie a fait 312.000 morts. La France, durement frappée, compte 27.000 morts. L'armée aide les hôpitaux.",
        "Le cyclone a fait 90 morts. L'île la plus frappée est Orane, avec 40 morts. Des soldats déblaient les routes.",
        "La rougeole tue au Tarmal. Sévèrement frappé, le nord compte 120 morts. L'armée convoie des vaccins.",
        "Un train chargé de pétrole explose au Tarmal: un mort et 60 disparus.",
        "Un camion-citerne chargé d'essence a explosé près de Marsol, tuant 14 villageois.",
        "Bombardé capitaine en mars, le défenseur a tué le match; la défense adverse a explosé.",
        "La canicule a durement frappé la côte: 300 morts à Marsol. L'Orane, moins frappé, compte 12 morts.",
    ],
)
def test_nobody_did_it(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Un berger a été tué mardi par un chasseur dozo à Kasala.", 1),
        ("Un civil a été tué par des chasseurs traditionnels à Marsol.", 1),
        ("Trois bergers ont été tués par des chasseurs à Marsol, où deux milices s'affrontent.", 3),
        ("Trois soldats ont été tués lors d'une battue contre les rebelles à Marsol.", 3),
        ("Un raid a détruit 40 camions chargés de pétrole du groupe Etat islamique, tuant 12 chauffeurs.", 12),
        ("Un camion chargé d'explosifs a explosé à Marsol, tuant 40 personnes.", 40),
        ("Alep, durement frappée par l'aviation, a perdu 40 civils dimanche.", 40),
        ("Le séisme a fait 90 morts. Le village le plus frappé par les obus de l'armée compte 12 morts.", 12),
        ("Le quartier le plus frappé, Belsane, compte 15 morts après les raids de l'armée sur Alep.", 15),
    ],
)
def test_who_is_hunted_or_shelled_is_counted(text: str, count: int) -> None:
    assert count in [harm.count for harm in claims(text) if hasattr(harm, "outcome")]
