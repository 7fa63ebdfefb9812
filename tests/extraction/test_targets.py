"""Who an act hit, where its own words leave it open."""

import pytest
from events_told import events


@pytest.mark.parametrize(
    ("text", "target"),
    [
        # the other side of a fight
        (
            "L'armée turque affronte les forces kurdes. Une offensive de l'armée turque a débuté mardi à Tal Abyad, en Syrie.",
            "SYR-KUR",
        ),
        (
            "Le groupe Etat islamique a lancé mardi une offensive à Hassaké, contre des quartiers tenus par l'armée syrienne.",
            "SYR",
        ),
        ("L'armée nigérienne affronte Boko Haram. L'armée a mené mardi une offensive à Diffa, au Niger.", "BOKO-HARAM"),
        # what passed when the charge went off
        ("Une charge a explosé jeudi au passage d'un convoi de l'armée malienne à Gao.", "MLI"),
        ("Une bombe a explosé mercredi à Ankara au passage de cars de l'armée turque.", "TUR"),
        ("Une mine a explosé lundi au passage de leur véhicule à Kidal. Deux soldats français ont été tués.", "FRA"),
        # the dead of another sentence
        ("Deux kamikazes se sont fait exploser mardi à Homs, en Syrie. Vingt passants ont péri.", "civilians"),
        # acts that are violence against civilians by their kind
        (
            "Boko Haram a attaqué lundi Dapchi, au Nigeria. Les jihadistes ont pillé mardi la pharmacie de Dapchi.",
            "civilians",
        ),
        ("Quatre journalistes ont été arrêtés lundi à Nairobi par la police kényane.", "civilians"),
    ],
)
def test_the_target_of_an_act(text: str, target: str) -> None:
    assert events(text)[-1].target == target


def test_a_fight_never_hits_civilians() -> None:
    assert [e.target for e in events("Des heurts ont éclaté dimanche à Nyala, au Soudan, faisant quinze morts.")] == [
        None
    ]


def test_suspects_who_were_arrested_are_nobodys_people() -> None:
    assert [e.target for e in events("Quatre suspects ont été arrêtés lundi à Kaboul par la police afghane.")] == [None]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "Les avions de la coalition ont soutenu l'avance à Mossoul, en Irak. Cent raids ont visé lundi la vieille ville.",
            ["COALITION"],
        ),
        ("L'aviation syrienne est revenue lundi à Douma. Quatre raids ont touché mardi un marché de Douma.", ["SYR"]),
        ("Les drones turcs survolent Afrine, en Syrie. Une frappe a touché lundi un convoi à Afrine.", ["TUR"]),
        # nobody's: unknown ones, two who fly, rebels, those who are only said to support
        ("L'aviation syrienne survole Douma. Des avions non identifiés ont bombardé lundi Douma.", []),
        ("Les avions russes et l'aviation syrienne survolent Idleb. Un raid a touché lundi un marché d'Idleb.", []),
        ("Les rebelles tiennent Douma, en Syrie. Un raid a touché lundi un marché de Douma.", []),
    ],
)
def test_strikes_are_of_the_only_one_who_flies_there(text: str, by: list[str]) -> None:
    assert events(text)[-1].by == by
