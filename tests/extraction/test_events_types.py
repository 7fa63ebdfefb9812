"""Which act a sentence tells: type, author, target. Sentences are ours; places are real, the acts invented or long past."""

import pytest
from events_told import events, short

AIR, SHELL, IED = "Air/drone strike", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED"
CLASH, ATTACK, SUICIDE = "Armed clash", "Attack", "Suicide bomb"

STRIKES = [
    ("Des avions russes ont bombardé lundi un marché à Ariha, en Syrie, tuant onze civils.", AIR, "RUS", "civilians"),
    (
        "L'aviation syrienne a frappé dimanche une école de Kafranbel, en Syrie, faisant six morts.",
        AIR,
        "SYR",
        "civilians",
    ),
    ("Des raids du régime syrien ont tué neuf habitants mardi à Douma.", AIR, "SYR", "civilians"),
    ("Huit civils ont péri dans des frappes russes lundi à Saraqeb, en Syrie.", AIR, "RUS", "civilians"),
    (
        "Un hôpital de Sanaa, au Yémen, a été touché dimanche par des frappes aériennes saoudiennes.",
        AIR,
        "SAU",
        "civilians",
    ),
    ("Des hélicoptères de l'armée syrienne ont largué mardi des barils d'explosifs sur Daraya.", AIR, "SYR", ""),
    ("Une frappe de drone américaine a tué lundi trois jihadistes près de Marib, au Yémen.", AIR, "USA", "YEM-JIH"),
    ("Israël a mené lundi des raids aériens sur la bande de Gaza.", AIR, "ISR", ""),
    (
        "Un camp de déplacés a été bombardé dimanche par l'aviation birmane près de Laiza, en Birmanie.",
        AIR,
        "MMR",
        "civilians",
    ),
    (
        "La coalition internationale a bombardé mardi des positions du groupe Etat islamique à Raqqa.",
        AIR,
        "COALITION",
        "IS",
    ),
]
SHELLINGS = [
    ("Des tirs de roquettes des rebelles ont tué quatre civils lundi à Alep.", SHELL, "SYR-REB", "civilians"),
    (
        "L'artillerie turque a pilonné mardi des positions des forces kurdes près de Tal Rifaat, en Syrie.",
        SHELL,
        "TUR",
        "SYR-KUR",
    ),
    (
        "Des obus de mortier sont tombés lundi sur un quartier résidentiel de Damas, blessant sept personnes.",
        SHELL,
        "",
        "civilians",
    ),
    (
        "Les Houthis ont tiré dimanche un missile balistique sur l'aéroport d'Abha, en Arabie saoudite.",
        SHELL,
        "HOUTHIS",
        "civilians",
    ),
    ("Deux enfants ont été tués mardi par un obus à Taëz, au Yémen.", SHELL, "", "civilians"),
    ("L'armée ukrainienne a bombardé lundi Donetsk, selon les séparatistes.", SHELL, "UKR", ""),
    ("Une pluie d'obus s'est abattue dimanche sur Kharkiv, en Ukraine, faisant cinq morts.", SHELL, "", "civilians"),
]
BOMBS = [
    (
        "Une mine a explosé lundi au passage d'un minibus près de Djibo, au Burkina Faso, tuant quatorze passagers.",
        IED,
        "",
        "civilians",
    ),
    ("Trois soldats maliens ont été tués mardi par un engin explosif improvisé près de Hombori.", IED, "", "MLI"),
    (
        "Le véhicule de la patrouille a sauté sur une mine dimanche près de Bosso, au Niger, tuant deux militaires.",
        IED,
        "",
        "NER",
    ),
    (
        "Une voiture piégée a explosé lundi devant un restaurant de Mogadiscio, faisant huit morts.",
        IED,
        "",
        "civilians",
    ),
    (
        "Un kamikaze s'est fait exploser mardi dans une mosquée de Maiduguri, au Nigeria, tuant dix fidèles.",
        SUICIDE,
        "",
        "civilians",
    ),
    ("Un attentat-suicide a fait douze morts lundi à Kaboul, en Afghanistan.", SUICIDE, "", "civilians"),
    (
        "Deux femmes kamikazes ont actionné leur ceinture d'explosifs dimanche sur un marché de Mora, au Cameroun.",
        SUICIDE,
        "",
        "civilians",
    ),
    ("Une grenade lancée lundi dans un bar de Bujumbura a tué deux clients.", "Grenade", "", "civilians"),
    ("Une bombe artisanale a blessé trois policiers mardi à Bannu, au Pakistan.", IED, "", "PAK"),
]
FIGHTS = [
    (
        "Des combats entre l'armée et les rebelles ont éclaté lundi près de Goma, en République démocratique du Congo.",
        CLASH,
        "COD",
        "COD-REB",
    ),
    (
        "Des affrontements ont opposé mardi les forces kurdes aux supplétifs syriens près de Tal Abyad, en Syrie.",
        CLASH,
        "SYR-KUR",
        "SYR-MIL",
    ),
    ("Des accrochages ont eu lieu dimanche avec des jihadistes près de Ménaka, au Mali.", CLASH, "", "MLI-JIH"),
    (
        "Onze soldats nigériens ont été tués lundi dans une attaque de Boko Haram contre leur poste à Blabrine, au Niger.",
        CLASH,
        "BOKO-HARAM",
        "NER",
    ),
    ("Un convoi de l'armée malienne est tombé dans une embuscade mardi près de Diabaly.", CLASH, "", "MLI"),
    ("Les talibans ont attaqué dimanche une base des forces afghanes à Kunduz.", CLASH, "TALIBAN", "AFG"),
    ("L'armée camerounaise a tué lundi quatre combattants séparatistes à Kumbo.", CLASH, "CMR", "CMR-SEP"),
    (
        "Les forces turques ont lancé lundi une offensive contre les forces kurdes dans le nord de la Syrie.",
        CLASH,
        "TUR",
        "SYR-KUR",
    ),
    (
        "Des échanges de tirs entre soldats et rebelles ont fait trois morts mardi à Béni, en République démocratique du Congo.",
        CLASH,
        "COD",
        "COD-REB",
    ),
    ("Les rebelles et l'armée se sont affrontés lundi à Bambari, en Centrafrique.", CLASH, "CAF-REB", "CAF"),
]
ATTACKS = [
    (
        "Des hommes armés ont attaqué dimanche le village de Tanda, au Niger, tuant sept habitants.",
        ATTACK,
        "NER-UNK",
        "civilians",
    ),
    (
        "Neuf villageois ont été tués lundi par des jihadistes présumés à Pobé, au Burkina Faso.",
        ATTACK,
        "BFA-JIH",
        "civilians",
    ),
    (
        "Une attaque menée par des individus armés a fait cinq morts mardi à Dablo, au Burkina Faso.",
        ATTACK,
        "BFA-UNK",
        "civilians",
    ),
    (
        "Des assaillants ont ouvert le feu dimanche sur des fidèles dans une église de Sirgadji, au Burkina Faso, faisant six morts.",
        ATTACK,
        "BFA-UNK",
        "civilians",
    ),
    (
        "Les ADF ont massacré lundi douze civils à Oicha, en République démocratique du Congo.",
        ATTACK,
        "ADF",
        "civilians",
    ),
    (
        "L'attaque d'un hôtel par les shebab a fait neuf morts mardi à Kismayo, en Somalie.",
        ATTACK,
        "AL-SHABAAB",
        "civilians",
    ),
    ("Un journaliste a été assassiné dimanche à Mogadiscio.", ATTACK, "", "civilians"),
    ("Un homme a poignardé lundi trois passants à Londres.", ATTACK, "GBR-UNK", "civilians"),
]
OTHERS = [
    (
        "Plusieurs centaines de personnes ont manifesté vendredi à Bamako pour réclamer le départ du président.",
        "Peaceful protest",
        "MLI-PRO",
        "",
    ),
    (
        "Des milliers d'habitants se sont rassemblés samedi à Khartoum pour dénoncer la hausse du prix du pain.",
        "Peaceful protest",
        "SDN-PRO",
        "",
    ),
    ("La police a arrêté samedi quarante opposants à Kampala, en Ouganda.", "Arrests", "UGA", ""),
    (
        "Cinq humanitaires ont été enlevés lundi par des hommes armés près de Damasak, au Nigeria.",
        "Abduction/forced disappearance",
        "NGA-UNK",
        "civilians",
    ),
    (
        "Des hommes armés ont incendié mardi trois écoles à Foubé, au Burkina Faso.",
        "Looting/property destruction",
        "BFA-UNK",
        "civilians",
    ),
    ("Des manifestants ont jeté des pierres sur la police lundi à Conakry.", "Violent demonstration", "GIN-PRO", "GIN"),
]


@pytest.mark.parametrize(("text", "kind", "by", "target"), [*STRIKES, *SHELLINGS, *BOMBS, *FIGHTS, *ATTACKS, *OTHERS])
def test_one_act(text: str, kind: str, by: str, target: str) -> None:
    assert short(text) == [(kind, by, target)]


RAIDS = [
    ("Dix bandits ont été abattus lundi dans un raid de l'armée nigériane à Zurmi, au Nigeria.", CLASH, "NGA"),
    ("Burkina Faso: plusieurs assaillants tués dans un raid de l'armée près de Djibo.", CLASH, "BFA"),
    ("Un raid des rebelles contre un poste de l'armée tchadienne a fait six morts mardi à Bardaï.", CLASH, "TCD-REB"),
    ("Quatre gendarmes ont péri lundi dans un raid jihadiste à Inata, au Burkina Faso.", CLASH, "BFA-JIH"),
    ("Un raid de l'aviation syrienne a tué six civils mardi à Ariha.", AIR, "SYR"),
    ("Un raid israélien a tué trois combattants lundi près de Damas.", AIR, "ISR"),
    (
        "Les avions du régime syrien ont survolé Idleb. Un raid du régime syrien a tué six civils mardi à Ariha.",
        AIR,
        "SYR",
    ),
]


@pytest.mark.parametrize(("text", "kind", "by"), RAIDS)
def test_a_raid_is_flown_or_on_foot_by_whose_it_is(text: str, kind: str, by: str) -> None:
    assert (kind, by) in [(k, b) for k, b, _ in short(text)]


def test_attackers_who_fell_are_whom_the_army_hit_and_no_civilians() -> None:
    ((_, by, target),) = short("Niger: trois assaillants tués lundi dans un raid de l'armée à Ayorou.")
    assert (by, target) == ("NER", "NER-UNK")


def test_the_words_of_an_event_take_in_who_did_it() -> None:
    (told,) = events("Neuf villageois ont été tués dimanche à Fambita, au Niger, par des hommes armés venus à moto.")
    assert told.quote.endswith("par des hommes armés")


@pytest.mark.parametrize(
    "text",
    [
        "Une base a été attaquée lundi à Gao, au Mali. L'aviation malienne a riposté en bombardant un camp.",
        "Un poste a été attaqué lundi à Gao, au Mali. L'armée malienne a répliqué par des frappes aériennes.",
    ],
)
def test_a_reply_is_an_act_of_its_own(text: str) -> None:
    assert {(kind, by) for kind, by, _ in short(text)} >= {("Air/drone strike", "MLI")}
    assert len(short(text)) == 2


def test_who_nobody_says_to_have_attacked_did_nothing() -> None:
    text = (
        "L'armée malienne a tué deux rebelles lundi à Gao. La Minusma, qui n'a pas dit qui les avait attaqués, a fui."
    )
    assert [kind for kind, _, _ in short(text)] == ["Armed clash"]


def test_what_happened_besides_is_another_act() -> None:
    text = (
        "Le M23 a tué 20 civils lundi près de Goma, en RDC.\nLe même jour, deux Casques bleus ont été blessés dans une "
        "embuscade près de Sake."
    )
    assert {(kind, by) for kind, by, _ in short(text)} == {("Attack", "M23"), ("Armed clash", "")}
