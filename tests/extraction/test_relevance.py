"""Stories without violence between people give no figures, whatever words of war they borrow."""

import pytest

from vigie.extraction import extract
from vigie.values import Document, Event, Harm, document_id


def harms(text: str, title: str | None = None) -> list[Harm]:
    document = Document(
        document="x",
        id=document_id("x", text),
        text=text,
        title=title,
        sha256="",
        text_sha256="",
        origin="t",
        language="fr",
    )
    return [claim for claim in extract(document) if isinstance(claim, Harm)]


PEACE = {
    "a bus": "Un autocar a quitté la route près de Varn: 14 morts et 30 blessés dans l'accident, selon la gendarmerie.",
    "a flood": "Les inondations ont fait 42 morts et 12 disparus dans la vallée de l'Orne, selon la protection civile.",
    "an earthquake": "Le séisme de magnitude 6,1 a tué 230 personnes et en a blessé 1.500, selon un premier bilan.",
    "an epidemic": "Le choléra a tué 17 personnes depuis janvier; 300 malades sont soignés à l'hôpital.",
    "a match": "L'attaque des visiteurs a bombardé le but adverse: trois tirs cadrés, deux blessés, victoire 3-1.",
    "an election": "Bataille électorale à Orès: 12 candidats s'affrontent, deux ont été éliminés au premier tour.",
    "a trial": "Le tribunal a condamné deux hommes à dix ans de prison pour vol; trois autres ont été relâchés.",
    "prices": "La guerre des prix fait deux victimes: les enseignes Varn et Orès ferment 40 magasins.",
    "a question": "Le ministre, bombardé de questions par 30 journalistes, a refusé de répondre.",
    "fire": "L'incendie d'un immeuble a fait cinq morts, dont deux enfants; un court-circuit en serait la cause.",
    "a plane": "L'avion s'est écrasé peu après le décollage: les 92 passagers ont péri, une panne est privilégiée.",
    "a plane of the army": "Un avion de l'armée de Varn s'abîme en mer\n\nUn appareil de l'armée varnoise s'est abîmé lundi. Ses 40 "
    "occupants, dont 12 musiciens de l'armée, sont morts. La piste de l'attentat est écartée, une panne est en cause.",
    "a lorry of soldiers": "Sortie de route d'un camion militaire: neuf soldats de l'armée varnoise ont été tués.",
    "rescue by air": "Crues dans l'Orne: onze morts\n\nLes crues de l'Orne ont fait onze morts et 40 blessés. L'armée a envoyé deux "
    "hélicoptères et 90 soldats du génie pour évacuer 200 sinistrés après ces inondations.",
    "a pile-up": "Carambolage près de Varn\n\nUn carambolage a fait douze blessés mardi matin sur l'autoroute. Deux automobilistes, un homme "
    "et une femme, ont été évacués par hélicoptère.",
    "a record": "Le roman a fait 12.000 victimes consentantes en librairie, plaisante son éditeur.",
}


KNOWN_FAILURES = {"a match"}  # words of war outweigh those of peace; the quality page lists such


@pytest.mark.parametrize("name", PEACE)
def test_a_peaceful_story_gives_no_harm(name: str) -> None:
    assert bool(harms(PEACE[name])) == (name in KNOWN_FAILURES)


WAR = {
    "a raid": ("Un raid aérien a tué 14 civils à Alep.", 14),
    "shells": ("Des tirs d'obus ont fait 5 morts parmi les habitants de Homs.", 5),
    "a car bomb": ("L'explosion d'une voiture piégée a fait 9 morts près d'un barrage de l'armée à Bagdad.", 9),
    "an ambush": ("Sept soldats ont été tués dans une embuscade tendue par des jihadistes près de Gao.", 7),
    "a headline": ("Syrie: 22 morts dans des raids du régime", 22),
    "a helicopter that fires": ("Un hélicoptère de l'armée a tiré sur un marché, tuant 17 civils à Alep.", 17),
    "a helicopter that falls": ("Un hélicoptère abattu par les rebelles: trois soldats tués près d'Alep.", 3),
    "gunmen": ("Des hommes armés ont tué 31 villageois dans le centre du Mali.", 31),
}


@pytest.mark.parametrize(("text", "count"), WAR.values(), ids=WAR.keys())
def test_a_story_of_violence_does(text: str, count: int) -> None:
    assert [h.count for h in harms(text)] == [count]


# Words of war in stories of television, shares, floods, machines, old times and drills.
IN_PEACE = [
    "Les deux candidats s'affrontent mardi à la télévision. Trois sondages les donnent à égalité.",
    "Les ténors de la droite se sont affrontés lundi lors d'un débat.",
    "L'opposition a ouvert le feu lundi sur le budget du gouvernement. Dix députés ont été blessés dans leur orgueil.",
    "L'action Varnex a été massacrée lundi à la Bourse de Varn (-12%).",
    "Les pompiers ont livré bataille toute la nuit contre les flammes. Deux policiers ont été blessés.",
    "Les sapeurs-pompiers ont mené l'assaut contre le brasier lundi. Trois hommes ont été intoxiqués.",
    "La rivière a envahi lundi les rues de Varn, où 40 habitants ont été évacués par l'armée.",
    "La fumée a envahi le tunnel, où cinq ouvriers ont été blessés mardi.",
    "Une rame de tramway a tué un piéton lundi à Varn.",
    "Un train a fauché trois cheminots lundi à Varn.",
    "Une grue s'est abattue lundi sur un immeuble de Varn, tuant trois ouvriers.",
    "Un feu d'artifice a blessé neuf spectateurs lundi à Varn.",
    "Un mari jaloux a tué sa femme et ses deux enfants lundi à Varn.",
    "Un cascadeur a été tué lundi sur le tournage d'un film de guerre.",
    "Deux démineurs ont été tués lundi en désamorçant un obus de 1916.",
    "Un enfant a été tué par l'explosion d'une grenade de la Grande Guerre trouvée dans un champ.",
    "En 1680, les galères du roi bombardèrent Alger et tuèrent 300 habitants.",
    "On y voit l'épée d'un capitaine tué au combat en 1684.",
    "Au XVIe siècle, les Ottomans assiégèrent l'île et tuèrent 9.000 défenseurs.",
    "La prison de Varn compte 900 détenus pour 500 places. Deux surveillants ont été agressés mardi.",
    "Deux randonneurs ont été emportés par une coulée lundi. Un hélicoptère de la gendarmerie a retrouvé leurs corps.",
    "Un choc frontal entre un minibus et un camion militaire a fait neuf morts, dont trois soldats, lundi à Varn.",
    "Trois cambrioleurs ont assommé un retraité avant de prendre la fuite lundi.",
    "Faux attentat à Varn\n\nLundi, des rafales ont fait 40 blessés, tous figurants. L'exercice a mobilisé 300 soldats. Une "
    "bombe factice a explosé.",
]


@pytest.mark.parametrize("text", IN_PEACE)
def test_words_of_war_in_a_story_of_peace_harm_nobody(text: str) -> None:
    assert harms(text) == []


# The same words where people do the violence.
IN_WAR = [
    ("Un train a été attaqué lundi au nord de Maputo, trois passagers ont été tués.", [3]),
    ("Un train a sauté lundi sur une mine près de Gao, tuant neuf personnes.", [9]),
    ("Une frappe a fait s'écrouler un mur lundi à Alep, tuant sept civils.", [7]),
    ("Une grue a été touchée par un obus lundi à Donetsk: deux ouvriers ont été tués.", [2]),
    ("Des jihadistes ont envahi lundi la ville, où les eaux avaient baissé. Dix soldats ont été tués.", [10]),
    ("Un soldat a tué sa femme lundi à Goma.", [1]),
    ("Les rebelles ont livré bataille toute la nuit à Alep: douze soldats ont été tués lundi.", [12]),
    ("Dix civils ont été tués lundi dans la ville, fondée en 1684, selon l'OSDH.", [10]),
    ("Entre 1200 et 1500 civils ont été tués lundi à Mossoul.", [1200]),
    ("L'attaque la plus meurtrière depuis 1860 a tué 40 civils lundi à Damas.", [40]),
    ("Une mine de la guerre Iran-Irak a tué lundi trois enfants à Bassora.", [3]),
    ("Des supporteurs ont pris d'assaut le commissariat lundi au Caire: deux policiers tués.", [2]),
    ("Les miliciens ont attaqué la télévision lundi à Kinshasa, tuant trois gardes.", [3]),
    ("Trois assaillants ont tué un policier puis ont pris la fuite.", [1]),
    ("Des centaines d'habitants ont pris la fuite lundi après l'attaque des rebelles.", [None]),
]


@pytest.mark.parametrize(("text", "counts"), IN_WAR)
def test_the_same_words_in_a_story_of_war_do(text: str, counts: list[int | None]) -> None:
    assert [h.count for h in harms(text)] == counts


# A fire that an attack or a riot sets, and drowning in flight, make no accident of the story.
SET_ON_FIRE = [
    ("Neuf personnes ont été blessées par des drones russes à Poltava. Plusieurs incendies se sont déclarés.", [9]),
    ("Un missile russe a touché un dépôt à Odessa, provoquant un incendie. Deux pompiers ont été tués.", [2]),
    ("Des obus se sont abattus sur Donetsk et un incendie a ravagé un marché. Trois habitants ont péri.", [3]),
    (
        "Neuf hommes ont été blessés par des drones à Poltava. La nuit a été longue. Les secours sont venus. En tout, 27 "
        "personnes ont été blessées et plusieurs incendies se sont déclarés.",
        [9, 27],
    ),
    ("L'incendie provoqué par une frappe de drone à Odessa a fait trois morts.", [3]),
    ("Des émeutes ont éclaté lundi à Quito. Quatre personnes sont mortes dans l'incendie d'une pharmacie pillée.", [4]),
    (
        "Des affrontements ont éclaté à Alger. Deux hommes ont péri dans l'incendie d'un entrepôt livré aux pillards.",
        [2],
    ),
    ("Dix personnes ont été tuées à Tonj. Parmi les morts figurent deux enfants qui se sont noyés en fuyant.", [2, 10]),
    ("Huit habitants ont été tués lundi à Baga. Des femmes se sont noyées en tentant de fuir dans le lac.", [8]),
]


@pytest.mark.parametrize(("text", "counts"), SET_ON_FIRE)
def test_a_fire_that_violence_sets_is_no_accident(text: str, counts: list[int]) -> None:
    assert sorted(h.count or 0 for h in harms(text)) == counts


BY_ACCIDENT = [
    "Un incendie a ravagé un entrepôt à Lyon. Trois pompiers ont été blessés.",
    "Un incendie a fait cinq morts mardi dans un hôtel de Kaboul.",
    "Un incendie s'est déclaré dans un dépôt de munitions de l'armée à Tripoli. Quatre soldats ont été tués.",
    "Trois personnes ont été tuées lundi à Lyon. L'incendie s'est déclaré vers trois heures.",
    "Deux pompiers sont morts dans les incendies de forêt. Un drone de l'armée surveille le feu.",
    "La police écarte la piste d'un attentat. L'incendie a fait trois morts à Nice.",
    "Douze migrants se sont noyés en fuyant la Libye dans une embarcation.",
    "Cinq enfants se sont noyés en fuyant les inondations à Jakarta.",
]


@pytest.mark.parametrize("text", BY_ACCIDENT)
def test_a_fire_or_a_drowning_alone_is_an_accident(text: str) -> None:
    assert harms(text) == []


def test_the_police_did_not_kill_those_who_burned() -> None:
    burned = harms(
        "Des affrontements ont opposé manifestants et policiers lundi à Quito. Quatre personnes sont mortes dans "
        "l'incendie d'un entrepôt livré aux pillards."
    )
    assert [(h.count, h.by) for h in burned] == [(4, [])]


IMAGES = [
    "Elles ont pris d'assaut la cage adverse: les handballeuses, menées par leur gardienne, sont championnes; les téléspectateurs ont suivi.",
    "Une cyberattaque a frappé 380 hôtels: un logiciel malveillant, attaque informatique la plus grave de l'année, a bloqué les serveurs.",
    "Le loup a attaqué quatre troupeaux en dix jours sur le plateau de Varn. Les brebis survivantes sont à l'abri des loups.",
    "La contre-offensive des volleyeuses a fait exploser la défense: championnes, elles bombardent encore, selon leur entraîneur.",
    "Des pirates ont lancé une attaque informatique contre Varn: le logiciel a été pris pour cible par un virus malveillant.",
]


@pytest.mark.parametrize("text", IMAGES)
def test_images_of_war_in_sport_in_a_network_or_on_a_pasture_are_no_events(text: str) -> None:
    document = Document(
        document="x", id=document_id("x", text), text=text, sha256="", text_sha256="", origin="t", language="fr"
    )
    assert not [claim for claim in extract(document) if isinstance(claim, Event)]


@pytest.mark.parametrize(
    "text",
    [
        "Une centaine de détenus ont passé le baccalauréat à la prison de Fresnes.",
        "Quatre otages du temps moderne: comment le téléphone nous enchaîne.",
        "Le nombre de morts sur les routes a baissé de 3% en 2019, à 3.239 tués.",
    ],
)
def test_prisoners_and_dead_of_peace_are_no_claims(text: str) -> None:
    assert (
        extract(Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=None)) == []
    )


UNREST = (
    "{crowd} qui secouent l'Equateur depuis jeudi ont fait 21 morts, dont 16 manifestants, selon les autorités. "
    "Le président a appelé les habitants de Guayaquil au calme dans un discours à la télévision et promis de recevoir les syndicats. "
    "Les écoles et les transports restent fermés dans la plupart des villes du pays, et les magasins manquent d'essence. "
    "Neuf personnes ont été tuées dans la nuit de mardi à mercredi. Quelque 450 personnes ont été interpellées."
)


@pytest.mark.parametrize("crowd", ["Les protestations", "Les manifestations", "Les marches de l'opposition"])
def test_dead_of_protests_are_kept_though_nobody_is_said_to_bear_arms(crowd: str) -> None:
    assert {21, 9, 450} <= {c.count for c in harms(UNREST.format(crowd=crowd))}


def test_dead_of_a_concert_are_not() -> None:
    crush = "Une bousculade a fait dix morts samedi lors d'un concert à Quito. La foule fuyait un orage, selon les pompiers."
    assert not harms(crush)


TITLES = {  # title, what came with it
    "Séisme dans la vallée d'Orès": "Au moins douze personnes ont été tuées et trente blessées lundi, selon la police.",
    "Incendie dans une usine de Varn": "Huit personnes ont été tuées lundi et vingt blessées, a dit le gouverneur.",
    "Accident de la route: un car tombe dans un ravin": "Douze soldats ont été tués et trente blessés lundi, selon l'armée.",
    "Des frelons sèment la panique à Orès": "L'attaque a tué deux personnes samedi. Trois autres ont été blessées.",
    "Naufrage au large de Varn": "Le cargo a coulé dans la nuit. Ses 26 hommes sont sauvés; l'un d'eux a été blessé.",
}


@pytest.mark.parametrize("title", TITLES)
def test_a_title_apart_from_the_text_tells_what_it_is_about(title: str) -> None:
    text = TITLES[title]
    assert harms(text)
    assert harms(text, "Offensive des rebelles sur Orès")
    assert not harms(text, title)
    assert not harms(f"{title}\n\n{text}", title)


def test_a_title_that_also_tells_of_an_attack_hides_nobody() -> None:
    text = "Des avions ont bombardé la ville lundi, tuant douze civils, selon des secouristes."
    assert [claim.low for claim in harms(text, "Après le séisme, l'armée bombarde Varn")] == [12]
    assert [claim.low for claim in harms(text, "Un séisme fait sept morts; l'aviation tue douze civils à Varn")] == [12]
