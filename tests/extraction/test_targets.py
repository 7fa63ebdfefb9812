"""Who an act hit, where its own words leave it open."""

import pytest
from events_told import DAY, events, figure


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
        # soldiers of a mission
        ("Un convoi de la Minusma est tombé mardi dans une embuscade près de Gao, au Mali.", "UN"),
        ("Des shebab ont attaqué jeudi une base de l'Amisom à Kolbiyow, dans le sud de la Somalie.", "AU"),
        ("Une attaque contre la Monusco a fait deux blessés mardi à Rutshuru, en RDC.", "UN"),
        # who fell into an ambush
        ("Une patrouille de soldats français est tombée samedi dans un guet-apens près de Gao, au Mali.", "FRA"),
        (
            "Des militaires sont tombés jeudi dans une embuscade tendue par des jihadistes près de Djibo, au Burkina Faso.",
            "BFA",
        ),
        ("Un convoi militaire a été pris mardi dans une embuscade près de Gao, au Mali.", "MLI"),
        # who holds the ground is not hit, but on his own position
        (
            "Une clinique de Deraa, installée dans un quartier contrôlé par les rebelles, a été bombardée mardi.",
            "civilians",
        ),
        ("Une école d'un village tenu par l'armée a été bombardée mardi près de Homs, en Syrie.", "civilians"),
        ("Une position tenue par les rebelles a été bombardée mardi à Deraa, en Syrie.", "SYR-REB"),
        ("Les rebelles ont été bombardés mardi à Deraa, en Syrie.", "SYR-REB"),
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
        # those who marched
        (
            "Des centaines de jeunes ont manifesté lundi à Beni, en RDC. La police a arrêté quinze personnes.",
            "COD-PRO",
        ),
        (
            "La police algérienne a dispersé vendredi une marche à Alger et interpellé une trentaine de personnes.",
            "DZA-PRO",
        ),
        (
            "Des manifestants ont incendié lundi un poste de police à San Felix, au Venezuela. La police a procédé à 43 arrestations.",
            "VEN-PRO",
        ),
        # the other of two peoples
        ("L'armée israélienne a mené mardi une série d'arrestations à Jénine, en Cisjordanie.", "PSE"),
        (
            "Un raid de l'armée israélienne a fait dix morts mercredi à Naplouse, en Cisjordanie. Des affrontements ont éclaté.",
            "PSE",
        ),
        # whose help somebody had is not whom he hit
        (
            "Une voiture piégée a explosé mercredi à Ankara, tuant dix soldats. La Turquie a accusé les YPG d'avoir commis l'attentat avec l'aide du PKK.",
            "TUR",
        ),
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
    "text",
    [
        "Quatre suspects ont été arrêtés lundi à Huwara, en Cisjordanie, par l'armée israélienne.",
        "Des jeunes ont défilé lundi à Dakar. Le président a parlé à la télévision. Il a promis des emplois. Le calme régnait. La police sénégalaise a arrêté mardi quinze personnes à Ziguinchor.",
        "La police togolaise a fait état lundi de cinquante blessés dans ses rangs et de 77 arrestations à Lomé.",
    ],
)
def test_people_arrested_of_whom_nothing_is_told(text: str) -> None:
    assert [e.target for e in events(text) if e.type == "Arrests"] == [None]


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


def test_a_march_at_a_town_is_apart_from_shots_all_over_the_country() -> None:
    text = (
        "Seize civils ont été tués vendredi par les forces de sécurité, qui ont ouvert le feu sur des manifestations dans "
        "toute la Syrie, selon des militants. A Deir Ezzor, des milliers de personnes ont manifesté."
    )
    told = {e.place.name: e.type for e in events(text) if e.place is not None}
    assert told == {"Syrie": "Excessive force against protesters", "Deir Ezzor": "Peaceful protest"}


def test_militiamen_who_fell_are_no_protesters() -> None:
    text = """Iran: plus de cent manifestants tués
Au moins 106 manifestants ont été tués en Iran, selon une ONG. Des tireurs embusqués ont visé la foule depuis les toits.
A Mahchahr, des gardiens de la Révolution ont tiré lundi sur des protestataires, selon des témoins.
Trois membres des forces de l'ordre et deux miliciens ont été poignardés près de Téhéran, selon l'agence Isna."""
    assert figure(text, 2, DAY).by == []
    assert ("Armed clash", [], "IRN") in [(e.type, e.by, e.target) for e in events(text)]
