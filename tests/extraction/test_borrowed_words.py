"""In a text of war as well: what is said in images, befell soldiers by accident, or was done at home is no claim."""

import datetime as dt

import pytest

from vigie.extraction import extract
from vigie.values import Claim, Diplomacy, Document, Event, Harm, Interval

WAR = "\n\nLundi, six soldats ont été tués par des jihadistes à Kidal. Des rebelles avaient attaqué un camp dimanche."


def claims(text: str) -> list[Claim]:
    day = dt.date(2016, 3, 8)
    return extract(
        Document(
            document="x", id="x", text=text, sha256="", text_sha256="", origin="t", language="fr",
            published=Interval(start=day, end=day),
        )
    )  # fmt: skip


def quotes(text: str) -> list[str]:
    return [claim.quote for claim in claims(text + WAR) if claim.start < len(text)]


SILENT = [
    "L'épidémie qui frappe Mopti depuis mars a tué 18 personnes, dont deux enfants.",
    "La sécheresse frappe Gao: 30 morts depuis janvier.",
    "Le virus qui attaque Gao a fait douze morts.",
    "Les usagers, pris en otages par la grève depuis lundi à Bamako, réclament un service minimum.",
    "Les automobilistes se disent pris en otage à Bamako depuis lundi.",
    "Quelque 200.000 élèves ont été pris en otage par les syndicats lundi à Bamako.",
    "Nous refusons d'être pris en otages à Bamako, a dit lundi un commerçant.",
    "Un soldat est mort mercredi à Gao, victime d'un malaise.",
    "Deux recrues ont été blessées mardi à Gao dans la chute d'un mur.",
    "Trois soldats ont été blessés mardi à Gao par des chutes de pierres.",
    "Un gendarme est mort d'un arrêt cardiaque dimanche à Gao.",
    "Un parachutiste est mort à l'entraînement mardi à Gao.",
    "Un soldat s'est tué à moto mardi à Gao.",
    "La dette est une bombe à retardement pour Bamako.",
    "La police a interpellé trois voleurs mercredi à Bamako.",
    "La gendarmerie a arrêté mardi à Bamako seize personnes en état d'ivresse.",
    "Cinq personnes ont été arrêtées lundi à Bamako pour trafic d'antiquités.",
    "Le ministre de la Culture a félicité les agents.",
    "La ministre malienne de la Santé a appelé au calme.",
    "Le ministre de l'Economie appelle les deux camps à une trêve des prix.",
    "Les sujets ont été bombardés lundi sur les réseaux sociaux à Bamako.",
    "Une fillette a été enlevée lundi à Bamako par son père.",
    "Une femme a été tuée mardi à Bamako par son mari.",
    "Le ministère a mobilisé lundi 170.000 correcteurs.",
    "Les prix ont explosé lundi à Bamako, selon des commerçants.",
    "Le carburant a explosé de 40% lundi à Bamako.",
    "Les jeux de hasard ont fait sauter la banque lundi à Bamako.",
    "Plusieurs vendeurs ont été dévalisés lundi à Bamako.",
    "La Russie gèle l'Europe, disent les journaux de Bamako.",
    "Les gardes-côtes français exigent deux radeaux par équipage.",
    "La France verse chaque année 500 millions d'euros au Mali.",
    "Dix personnes sont mortes d'hypothermie lundi à Gao.",
]


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_told_of_the_conflict(text: str) -> None:
    assert quotes(text) == []


TOLD = {
    "Un drone qui frappe un convoi près de Gao a tué douze soldats.": Event,
    "Quatre touristes ont été pris en otage mardi par des rebelles à Tombouctou.": Harm,
    "Des passagers ont été pris en otage mardi à Tombouctou.": Event,
    "La police a interpellé mercredi trois opposants à Bamako, accusés de trafic.": Harm,
    "La Russie gèle les avoirs de la France.": Diplomacy,
    "La France a versé lundi 500 millions d'euros au Mali.": Diplomacy,
    "Une bombe a explosé lundi à Bamako.": Event,
    "Une fillette a été enlevée lundi à Bamako par un commando.": Event,
    "Un chef rebelle a été tué mardi à Bamako par ses hommes.": Harm,
    "Le ministre de la Défense appelle les deux camps à une trêve.": Diplomacy,
    "Le ministre français de l'Agriculture a condamné l'attaque.": Diplomacy,
    "La ministre française de la Culture a condamné la Russie.": Diplomacy,
}


@pytest.mark.parametrize("text", TOLD)
def test_the_same_words_of_a_conflict_are(text: str) -> None:
    assert any(isinstance(claim, TOLD[text]) for claim in claims(text + WAR) if claim.start < len(text))


def test_months_of_an_old_battle_are_no_news_in_a_story_of_memory() -> None:
    told = (
        "Un centenaire sous la pluie\n\nDix mois de combats, 300.000 morts, des millions d'obus tirés par l'artillerie: "
        "la bataille reste dans les mémoires. L'armistice a été célébré dimanche à l'ossuaire, où des gerbes ont été déposées."
    )
    assert claims(told) == []


def test_a_body_for_safe_roads_bears_no_arms() -> None:
    text = (
        "Selon la Yasa, une organisation de sécurité routière, 38 personnes ont été tuées et 512 blessées en février au Liban. "
        "Un plan de circulation sera testé le 20 mars à Beyrouth. La municipalité veut aussi le retour du train. "
        "Les automobilistes perdent chaque matin deux heures entre Jounieh et la capitale, où "
        "les bus sont rares et les trottoirs étroits. Les Forces de sécurité dressent plus de mille contraventions par semaine."
    )
    assert claims(text) == []


OLD_BOMB = (
    "Une bombe neutralisée à Ixelles\n\nUne bombe de 250 kg {war} sera neutralisée mercredi par les démineurs de l'armée. "
    "Environ 1.900 personnes seront évacuées dans un périmètre de 300 mètres, et les drones interdits."
)


def test_bombs_of_old_wars_that_are_made_safe_are_no_news() -> None:
    assert claims(OLD_BOMB.format(war="de la Seconde Guerre mondiale")) == []
    assert claims(OLD_BOMB.format(war="posée par des jihadistes"))


MISHAPS = [
    "Une pluie de critiques\n\nLe projet a été bombardé de 41 amendements, puis attaqué en justice. La bataille a duré six heures mardi à Lausanne. "
    "Le tunnel avait forcé l'évacuation de 60 personnes en 2005.",
    "Drame à Niamey\n\nL'explosion d'un camion-citerne, couché dans un virage, a fait onze morts à Niamey, et la gendarmerie recherche le chauffeur.",
    "Drame à Niamey\n\nUn camion s'est renversé mardi à Niamey: onze morts, selon la gendarmerie.",
    "Une soirée de lutte\n\nLe vainqueur a pris la garde de son adversaire d'assaut dimanche dans l'arène. Des échauffourées entre supporters ont fait une "
    "trentaine de blessés, devant des milliers de spectateurs.",
    "La barge explose\n\nDeux plongeurs ont été tués lundi à Port-Gentil dans l'explosion d'une barge, où une poche de gaz a pris feu. Un hélicoptère de la marine "
    "a évacué les brûlés. L'enquête devra dire pourquoi le chantier n'était pas fermé, et qui avait autorisé ces travaux sous douze mètres d'eau. "
    "Le gouvernement gabonais a adressé ses condoléances aux familles et à l'ambassade de France, et les ouvriers cessent le travail jusqu'à jeudi.",
    "Économie: la guerre du carburant\n\nVingt-trois distributeurs ont disparu en deux ans à Garoua, où la contrebande a capturé 30% du marché. Les prix montent. "
    "L'Etat doit des milliards aux banques. Ola et Total tiennent le reste; trois victimes potentielles sont citées.",
    "Un soir de hockey\n\nUne bataille de tranchées a opposé jeudi les deux clubs à Québec, et le gardien a été mitraillé. Un tir dans la lucarne l'a abattu; "
    "ses pénalités ont coûté cher. Les couteaux sont tirés avant le prochain affrontement.",
    "Un oléoduc explose\n\nLe bilan de l'explosion d'un oléoduc à Puebla est monté à 91 morts. Des centaines d'habitants remplissaient des bidons d'essence.",
    "Un essaim de guêpes tue\n\nDes guêpes ont attaqué samedi un cortège à Dschang, tuant deux personnes. En 2014, une attaque semblable avait fait un mort. "
    "Les coups de fusil tirés en l'honneur du défunt sont interdits.",
    "Attaque d'ours à Varn\n\nLa bête a fui samedi. En 2014, une attaque semblable avait fait un mort à Orès. Les fusils sont sortis.",
    "Douze malades à Grays\n\nDouze personnes sont mortes mardi à Grays, a annoncé la police de l'Essex, qui ne sait pas encore de quoi. Elles vivaient dans la même rue "
    "et buvaient la même eau. Les dépouilles ont été conduites à l'hôpital, où des médecins cherchent, et des fleurs ont été déposées par les habitants. "
    "Les écoles restent fermées jusqu'à vendredi, et le maire a fait distribuer des bouteilles. L'eau vient d'un puits que personne ne contrôle depuis des années.",
    "Le Tour au repos\n\nDimanche, le grimpeur a pilonné le groupe des favoris. Les descendeurs sortent l'artillerie, le maillot jaune est une grenade.",
    "Le bac\n\nUne alerte à la bombe à Nantes et un canular à la bombe à Lyon ont retardé l'épreuve. Quelque 480 détenus sont inscrits en prison. "
    "Les correcteurs toucheront cinq euros par copie.",
    "Un scanner à Bangui\n\nLe premier scanner de Centrafrique a été mis en service mardi. Les blessés partaient à Douala. L'hôpital a souffert de la guerre. "
    "Le Premier ministre centrafricain a salué un pas vers la paix. Un obus rouillé orne la cour.",
    "Sanctions contre une société d'ordures\n\nLa bataille s'enlise à Yaoundé. Le gouvernement camerounais rejette l'ultimatum.",
    "La guerre de tranchées continue\n\nDes riverains ont mis le feu à une benne d'ordures. Le gouvernement camerounais rejette l'ultimatum.",
    "Le sable recule\n\nLe front s'est battu mardi à Niamey contre les ravins. La bataille est dure, des obus rouillés y dorment. "
    "Un effondrement avait forcé l'évacuation de 60 personnes.",
]


@pytest.mark.parametrize("text", MISHAPS)
def test_mishaps_matches_and_debates_are_silent(text: str) -> None:
    assert claims(text) == []


def test_whoever_is_spoken_to_at_home_is_no_partner() -> None:
    assert quotes("Le président malien a appelé les commerçants de Bamako à déposer les armes.") == []
    assert quotes("Le président malien a appelé les rebelles à déposer les armes.")


BODIES = [
    "La présidente du club", "Le président de la chambre de commerce", "Le président de la CAF", "Le président de la Fédération", "Le président des tireurs",
    "Le président du tribunal",
]  # fmt: skip


@pytest.mark.parametrize("who", BODIES)
def test_whoever_presides_over_a_body_is_no_state(who: str) -> None:
    assert quotes(f"{who} a condamné lundi à Bamako l'attaque de la France.") == []


@pytest.mark.parametrize(
    "who",
    [
        "Le président du pays",
        "La présidente de la transition",
        "Le président",
        "Le président malien",
        "Le président de la Cédéao",
    ],
)
def test_whoever_presides_over_a_state_is_one(who: str) -> None:
    assert quotes(f"{who} a condamné lundi à Bamako l'attaque de la France.") != []


def test_customs_and_smugglers_are_no_conflict() -> None:
    assert quotes("Les douanes ont intercepté 400 litres lundi à Bamako et arrêté dix-huit passeurs.") == []


@pytest.mark.parametrize("name", ["La MLS", "CMA"])
def test_a_league_and_a_carrier_are_no_rebels(name: str) -> None:
    text = f"Deux joueurs tués à Dallas\n\n{name} a attaqué lundi le camp de Dallas aux Etats-Unis, tuant deux soldats."
    assert not any(isinstance(claim, Event) and claim.by for claim in claims(text))


def test_bodies_that_police_found_are_told() -> None:
    text = (
        "Neuf cadavres à Bujumbura\n\nNeuf cadavres ont été retrouvés mardi dans une rue de Bujumbura, a annoncé la police burundaise. Des habitants ont vu une "
        "voiture blanche passer dans la nuit, sans plaque. Le maire a demandé aux familles de venir à la morgue, où personne n'avait encore été reconnu mercredi. "
        "Les écoles du quartier sont restées fermées, et les marchands n'ont pas ouvert."
    )
    assert any(isinstance(claim, Harm) and claim.count == 9 for claim in claims(text))
