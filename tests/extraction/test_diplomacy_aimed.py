"""Acts of diplomacy whose words do not name whom they are aimed at: pronouns, answers, what only a government does."""

import datetime as dt

import pytest

from vigie.extraction import extract
from vigie.values import Diplomacy, Document, Interval

DAY = Interval.day(dt.date(2020, 5, 12))
RAID = "Des raids ont fait dix morts.\n"  # what makes the text one about a conflict
CROWD = "L'armée soudanaise a tué dix manifestants à Khartoum.\n"
ACROSS = "Des frappes de l'armée turque ont tué dix civils à Dohouk, en Irak.\n"
ROCKETS = "Le Hamas a tiré des roquettes sur Sdérot, faisant deux morts.\n"


def told(text: str) -> set[str]:
    """The acts of a text as act:actor:target."""
    document = Document(document="d", id="d", text=text, published=DAY, sha256="", text_sha256="", origin="")
    found = (claim for claim in extract(document) if isinstance(claim, Diplomacy))
    return {f"{c.act}:{c.actor}:{c.target or ''}" for c in found}


ALL = [
    # both sides, everybody: no one party is called upon, whoever is named behind
    (RAID + "Washington a pressé les deux camps d'accepter un dialogue parrainé par l'ONU.", "REQUEST:USA:"),
    (RAID + "Berlin a appelé lundi toutes les parties à soutenir l'ONU.", "REQUEST:DEU:"),
    (RAID + "La France a exhorté tous les pays à soutenir la Turquie.", "REQUEST:FRA:"),
    (RAID + "Londres demande à la communauté internationale d'aider l'Ukraine.", "REQUEST:GBR:"),
    (RAID + "Le Caire a appelé les deux généraux à négocier avec le Soudan.", "REQUEST:EGY:"),
    (RAID + "L'ONU exhorte les parties libyennes à la retenue.", "REQUEST:UN:"),
    (RAID + "L'ONU a appelé les pays de l'Otan à intervenir.", "REQUEST:UN:NATO"),
    (RAID + "L'ONU a exhorté les gouvernements irakien et syrien à agir.", "REQUEST:UN:IRQ"),
    (RAID + "Paris a appelé les dirigeants israéliens à la retenue.", "REQUEST:FRA:ISR"),
]
PRONOUNS = [
    ("Le Pakistan a rejeté l'appel. L'Inde l'a accusé d'avoir menti.", "REJECT:PAK: | ACCUSE:IND:PAK"),
    ("L'Inde a pressé lundi le Pakistan d'agir et l'a accusé d'avoir menti.", "REQUEST:IND:PAK | ACCUSE:IND:PAK"),
    ("Le Pakistan a menti. L'Inde l'a condamnée.", "ACCUSE:IND:"),
    ("Le Pakistan a menti. Washington lui a apporté son soutien.", "SUPPORT:USA:PAK"),
    ("Les rebelles syriens ont menti. L'ONU leur a demandé de se retirer.", "REQUEST:UN:SYR-REB"),
    ("Le Pakistan a menti. L'ONU leur a demandé de se retirer.", "REQUEST:UN:"),
    ("L'Inde a menti. L'Inde l'a accusé d'avoir triché.", "ACCUSE:IND:"),
    ("Le président pakistanais a menti. Le ministre russe s'est entretenu avec lui.", "CONSULT:RUS:PAK"),
    ("Le président pakistanais a menti. Le ministre russe s'est entretenu avec brio.", ""),
    ("Les talibans ont menti. Washington, qui arme les deux camps, les exhorte à la retenue.", "REQUEST:USA:"),
    ("Les talibans ont menti. Washington les exhorte à la retenue.", "REQUEST:USA:TALIBAN"),
    ("Les talibans ont menti. La région presse les paysans de partir.", ""),
    # to phone somebody asks nothing of him
    ("Le président malien a menti. Le président nigérien l'a appelé dimanche.", ""),
    ("Le président malien a menti. Le président nigérien l'a appelé dimanche à démissionner.", "REQUEST:NER:MLI"),
    ("Le président malien a menti. Le président nigérien a appelé dimanche la population au calme.", ""),
]
FORCE = [
    (CROWD + "L'ONU a condamné l'usage excessif de la force.", "ACCUSE:UN:SDN"),
    (CROWD + "L'ONU a dénoncé «le recours continu aux balles réelles».", "ACCUSE:UN:SDN"),
    (CROWD + "Paris a dénoncé la répression.", "ACCUSE:FRA:SDN"),
    (CROWD + "Paris a dénoncé l'usage de faux passeports pour la rencontre.", "ACCUSE:FRA:"),
    (CROWD + "Paris a condamné ces violences.", "ACCUSE:FRA:"),
    (CROWD + "Khartoum a dénoncé la répression.", "ACCUSE:SDN:"),
    (
        "Un manifestant a été tué à Santiago, au Chili.\nL'ONU a dénoncé l'usage disproportionné de la force.",
        "ACCUSE:UN:CHL",
    ),
    (ACROSS + "Bagdad a protesté contre une violation de sa souveraineté.", "ACCUSE:IRQ:TUR"),
    (ACROSS + "Bagdad a dénoncé une violation flagrante de son espace aérien.", "ACCUSE:IRQ:TUR"),
    (ACROSS + "Bagdad a protesté contre une violation du droit.", "ACCUSE:IRQ:"),
    (
        ACROSS
        + "Des frappes de l'armée iranienne ont tué deux civils à Erbil.\nBagdad a protesté contre une violation de sa souveraineté.",
        "ACCUSE:IRQ:",
    ),
    # what is sworn in return, to whoever has struck
    (ROCKETS + "Israël a promis une riposte foudroyante.", "THREATEN:ISR:HAMAS"),
    (ROCKETS + "Israël a promis de venger ses morts.", "THREATEN:ISR:HAMAS"),
    (ROCKETS + "Le Jihad islamique a tiré des obus sur Ashkelon.\nIsraël a promis une riposte.", "THREATEN:ISR:"),
    ("Des hommes armés ont tué deux soldats à Diffa, au Niger.\nLe Niger a promis une riposte.", "THREATEN:NER:"),
    # bloodshed is of those who alone shot at a crowd
    (CROWD + "Paris a dénoncé un bain de sang.", "ACCUSE:FRA:SDN"),
    (
        CROWD + "Des frappes de l'armée éthiopienne ont tué deux civils à Gallabat.\nParis a dénoncé un bain de sang.",
        "ACCUSE:FRA:",
    ),
    ("Un attentat a tué dix civils à Khartoum.\nParis a dénoncé un bain de sang.", "ACCUSE:FRA:"),
    # what a land is called back to
    (RAID + "La Cédéao a exigé un retour à l'ordre constitutionnel au Niger.", "REQUEST:ECOWAS:NER"),
    (RAID + "Paris a appelé «à la mise en place d'une transition politique au Mali».", "REQUEST:FRA:MLI"),
    (RAID + "Paris a appelé à une trêve au Mali.", "REQUEST:FRA:"),
    (RAID + "Paris a appelé à une transition politique.", "REQUEST:FRA:"),
    # help that is offered goes there too
    ("Des raids ont fait dix morts à Niamey, au Niger.\nParis a proposé son aide aux enquêteurs.", "COOPERATE:FRA:NER"),
    # solidarity goes to the land where people fell
    ("Des raids ont fait dix morts à Niamey, au Niger.\nL'Algérie a exprimé sa solidarité.", "SUPPORT:DZA:NER"),
    ("Des raids ont fait dix morts à Niamey, au Niger.\nL'Union européenne s'est dite solidaire.", "SUPPORT:EU:NER"),
    ("Des raids ont fait dix morts à Niamey, au Niger.\nL'Algérie a salué l'accord.", "SUPPORT:DZA:"),
]
ANSWERS = [
    ("L'ONU demande à envoyer ses enquêteurs à Moura, ce que Bamako refuse.", "REQUEST:UN: | REJECT:MLI:UN"),
    ("L'Australie a proposé d'envoyer deux avions, que Manille a acceptés.", "REQUEST:AUS: | AGREE:PHL:AUS"),
    ("L'Union africaine a dévoilé un plan de paix, que l'Egypte a aussitôt appuyé.", "REQUEST:AU: | SUPPORT:EGY:AU"),
    ("Le Caire a proposé sa médiation, offre que Khartoum a déclinée.", "REQUEST:EGY: | REJECT:SDN:EGY"),
    ("Rabat accuse Alger d'armer des rebelles, reproche qu'Alger rejette.", "ACCUSE:MAR:DZA | REJECT:DZA:MAR"),
    ("L'ONU a appelé l'Iran à la retenue, ce que l'Egypte a refusé.", "REQUEST:UN:IRN | REJECT:EGY:"),
    ("Paris a proposé une trêve. Moscou a refusé.", "REQUEST:FRA: | REJECT:RUS:"),
    ("Paris a proposé une trêve. Le délai est un plan que Moscou rejette.", "REQUEST:FRA: | REJECT:RUS:"),
    ("Kiev a dénoncé un massacre, que la France a jugé injustifié.", "ACCUSE:UKR: | ACCUSE:FRA:"),
]
CASES = [*ALL, *((RAID + text, acts) for text, acts in [*PRONOUNS, *ANSWERS]), *FORCE]


@pytest.mark.parametrize(("text", "acts"), CASES, ids=[text.split("\n", 1)[1][:60] for text, _ in CASES])
def test_an_act_is_aimed_at_whoever_the_text_means(text: str, acts: str) -> None:
    """Exactly these acts, each with the other side that is meant, or with none where it is open."""
    assert told(text) == ({act.strip() for act in acts.split("|")} if acts else set())


CLASH = "Des combats entre l'armée colombienne et l'ELN ont fait dix morts à Arauca, en Colombie.\n"
ELSEWHERE = "Des raids ont fait dix morts à Lalibela, en Ethiopie.\n"
WAR = [
    # a truce, talks whose sides the sentence does not name: the land's government and its one foe
    (CLASH + "Un cessez-le-feu a été signé en janvier à La Havane.", "AGREE:COL:ELN"),
    (CLASH + "L'accord de paix, conclu en janvier, est oublié.", "AGREE:COL:ELN"),
    (CLASH + "Les négociations, ouvertes en 2017 à Quito, s'éternisent.", "CONSULT:COL:ELN"),
    (CLASH + "Des pourparlers de paix se tiennent à Quito.", "CONSULT:COL:ELN"),
    (CLASH + "Le cessez-le-feu n'a pas été signé.", ""),
    (CLASH + "Un accord de paix a été conclu en 2016 entre l'Etat et les Farc.", ""),
    (CLASH + "L'accord sur le gaz a été signé lundi.", ""),
    (CLASH + "La fin de la trêve conclue en mars est proche.", ""),
    (ELSEWHERE + "Un cessez-le-feu a été signé en janvier à Djibouti.", ""),
    (
        CLASH + "Les Farc ont attaqué l'armée colombienne à Cali.\nUn cessez-le-feu a été signé en janvier.",
        "",
    ),
    # the same again
    (RAID + "La Russie a condamné ces frappes. La Chine en a fait autant.", "ACCUSE:RUS: | ACCUSE:CHN:"),
    (
        RAID + "Washington a appelé Khartoum à la retenue. L'Ouganda a fait de même. Le Kenya aussi fait de même.",
        "REQUEST:USA:SDN | REQUEST:UGA:SDN | REQUEST:KEN:SDN",
    ),
    (RAID + "L'UE a imposé des sanctions au Mali. Londres lui a emboîté le pas.", "SANCTION:EU:MLI | SANCTION:GBR:MLI"),
    (RAID + "L'armée malienne a fui. Le Kenya en a fait autant.", ""),
    (
        RAID + "La Russie a condamné ces frappes. Il pleut sur Moscou depuis mardi. La Chine en a fait autant.",
        "ACCUSE:RUS:",
    ),
    (RAID + "La Russie a condamné ces frappes. La Russie a fait de même.", "ACCUSE:RUS:"),
]
DONE = [
    # who is hit is not who is blamed; whose crime it is, is
    ("Téhéran a dénoncé les sanctions contre le Liban.", "ACCUSE:IRN:"),
    ("Téhéran a dénoncé une agression d'Israël contre le Liban.", "ACCUSE:IRN:ISR"),
    ("Téhéran a dénoncé un «crime» d'Israël.", "ACCUSE:IRN:ISR"),
    ("Téhéran a protesté contre l'Irak.", "ACCUSE:IRN:IRQ"),
    ("Téhéran a promis une réponse «sévère» à Israël.", "THREATEN:IRN:ISR"),
    # lists, expulsions, arms, missions
    ("Washington a placé le M23 sur sa liste noire.", "SANCTION:USA:M23"),
    ("Le M23 a été placé sur la liste des organisations terroristes par Washington.", "SANCTION:USA:M23"),
    ("Des sanctions ont été imposées au Mali par la Cédéao.", "SANCTION:ECOWAS:MLI"),
    ("Bamako a ordonné le départ de l'ambassadeur français.", "SANCTION:MLI:FRA"),
    ("Bamako a ordonné le départ des soldats français.", "RETREAT:MLI:FRA"),
    ("L'Allemagne va livrer des chars à l'Ukraine.", "AID:DEU:UKR"),
    ("La Cédéao a annoncé l'envoi d'une mission de médiation à Bamako.", "CONSULT:ECOWAS:MLI"),
    ("La Cédéao a annoncé l'envoi d'une mission de maintien de la paix à Bamako.", ""),
    ("Une mission de la Cédéao est attendue jeudi à Ouagadougou.", "CONSULT:ECOWAS:BFA"),
    ("Un cessez-le-feu est entré en vigueur entre Israël et le Hezbollah.", "AGREE:ISR:HEZBOLLAH"),
    ("Washington a suspendu lundi son accord commercial avec la Birmanie.", "SANCTION:USA:MMR"),
    ("Les Etats-Unis ont rétabli en 2018 de lourdes sanctions contre Téhéran.", "SANCTION:USA:IRN"),
    ("Le Qatar s'est félicité de l'accord, tout comme l'Union européenne.", "SUPPORT:QAT: | SUPPORT:EU:"),
    # who it was, is told in a relative clause, a sentence before, by the capital that opens it
    ("Des gens ont fui, selon l'ONU, qui a évacué son personnel et appelé Damas à la retenue.", "REQUEST:UN:SYR"),
    ("Des gens ont lu le texte de l'ONU qui a circulé partout et appelé Damas à la retenue.", ""),
    ("La France a perdu des alliés. Elle est partie. Elle menace de revenir au Mali.", "THREATEN:FRA:MLI"),
    ("La France a perdu des alliés. Elle est partie. Londres a réagi. Elle menace de revenir.", ""),
    ("«Plus un seul jihadiste n'est là», a lancé le président tchadien. Il a menacé le Nigeria.", "THREATEN:TCD:NGA"),
    ("A Alger, le gouvernement a condamné ces raids.", "ACCUSE:DZA:"),
    ("A Alger, le ministre iranien a condamné ces raids.", "ACCUSE:IRN:"),
    # «dont le président»: of which land
    ("Le président gabonais est parti. La Turquie, dont le président a menacé Damas, doute.", "THREATEN:TUR:SYR"),
    ("Le Kenya, dont le Premier ministre a accusé Kigali, doute.", "ACCUSE:KEN:RWA"),
    ("Le Kenya, dont le président ougandais a accusé l'armée, doute.", "ACCUSE:UGA:"),
    # who is only wished to do a thing; where one decides is not whom one punishes; threats behind a demand
    ("Washington exige de la Russie qu'elle retire ses soldats d'Ukraine.", "REQUEST:USA:RUS"),
    ("Washington souhaite que la Russie retire ses troupes d'Ukraine.", "REQUEST:USA:RUS"),
    ("La Cédéao a gelé jeudi à Accra les avoirs de la junte guinéenne.", "SANCTION:ECOWAS:GIN"),
    ("L'armée soudanaise en a rendu les FSR responsables.", "ACCUSE:SDN:RSF"),
    ("La Cédéao a donné un mois aux putschistes pour rendre le pouvoir.", "REQUEST:ECOWAS:"),
    ("Riyad a sommé Doha d'agir, sous peine de recourir à la force.", "REQUEST:SAU:QAT | THREATEN:SAU:QAT"),
    ("L'Union africaine exige des élections sous peine de sanctions.", "REQUEST:AU: | THREATEN:AU:"),
    ("L'Union africaine exige des élections sous peine d'échec.", "REQUEST:AU:"),
    ("L'Iran a promis que ce crime ne resterait pas sans réponse.", "THREATEN:IRN:"),
    ("La Cédéao n'exclura aucune option.", "THREATEN:ECOWAS:"),
    # whom envoys of a body meet
    ("L'émissaire onusien a rencontré lundi des chefs de tribus.", "CONSULT:UN:"),
    ("L'émissaire de l'ONU a rencontré lundi des habitants.", ""),
    ("Le président tchadien a rencontré lundi des chefs de tribus.", ""),
    # a body of states by its kind, a pronoun of the other gender
    ("La Cédéao a dénoncé le putsch. L'organisation exige une enquête.", "ACCUSE:ECOWAS: | REQUEST:ECOWAS:"),
    ("L'Union africaine s'est réunie à Accra. Le bloc a suspendu le Mali.", "CONSULT:AU: | SANCTION:AU:MLI"),
    ("La Minusca a compté dix morts. La mission demande aux autorités centrafricaines d'enquêter.", "REQUEST:UN:CAF"),
    ("Une mission de ministres est partie. La mission demande aux autorités du Mali d'agir.", ""),
    ("Human Rights Watch a compté dix morts. La Cédéao s'est tue. L'organisation réclame une enquête.", ""),
    ("Le président tchadien est parti. Elle menace le Nigeria.", ""),
    ("L'armée tchadienne est partie. Il menace le Nigeria.", ""),
    # who is to do what is asked for; what they only speak of
    ("L'ONU exige que Kigali retire ses troupes.", "REQUEST:UN:RWA"),
    ("Berlin a demandé que la Turquie cesse ses frappes.", "REQUEST:DEU:TUR"),
    ("Berlin a demandé que les deux parties cessent le feu.", "REQUEST:DEU:"),
    ("Berlin a demandé mardi si la Turquie avait frappé.", "REQUEST:DEU:"),
    ("Paris a jugé ce veto injustifiable.", ""),
    ("Paris veut que Bamako renonce à Wagner.", "REQUEST:FRA:MLI"),
    ("Le Conseil de sécurité tiendra mardi une réunion d'urgence sur le Soudan.", "CONSULT:UN:"),
    ("Une réunion du Conseil de sécurité est prévue vendredi.", "CONSULT:UN:"),
    ("Une réunion du Conseil de sécurité est ratée.", ""),
    ("Le ministre turc des Affaires étrangères a fait escale à Bagdad.", "CONSULT:TUR:IRQ"),
    ("Kiev a rejeté la responsabilité de l'attaque sur Moscou.", "ACCUSE:UKR:RUS"),
    ("Kiev accuse Moscou. Le Kremlin a qualifié ces accusations d'absurdes.", "ACCUSE:UKR:RUS | REJECT:RUS:UKR"),
    ("Le Kremlin a qualifié cette attaque d'absurde.", ""),
    ("L'Union africaine a exclu le Niger de ses instances.", "SANCTION:AU:NER"),
    ("L'Union africaine a exclu une intervention.", "REJECT:AU:"),
    ("Paris a réclamé des sanctions contre la Syrie.", "REQUEST:FRA:"),
    ("Paris a réclamé une protection pour les civils arméniens.", "REQUEST:FRA:"),
    ("Paris a demandé pour la première fois à Damas d'agir.", "REQUEST:FRA:SYR"),
    ("Pretoria a fait pression pour envoyer des troupes au Mozambique.", "REQUEST:ZAF:MOZ"),
    # cries of blame
    ("Asmara crie à l'injustice.", "ACCUSE:ERI:"),
    ("L'Union européenne a parlé d'un «jour de honte».", "ACCUSE:EU:"),
    ("Kigali parle de mensonges.", "ACCUSE:RWA:"),
    ("L'Union européenne a parlé d'un accord.", ""),
    ("La diplomatie américaine s'est dite «profondément troublée».", "ACCUSE:USA:"),
]


@pytest.mark.parametrize(("text", "acts"), WAR, ids=[text.rsplit("\n", 1)[1][:60] for text, _ in WAR])
def test_who_acts_may_be_told_elsewhere(text: str, acts: str) -> None:
    """The two sides of a truce, and who does as another one has done."""
    assert told(text) == ({act.strip() for act in acts.split("|")} if acts else set())


@pytest.mark.parametrize(("sentence", "acts"), DONE, ids=[sentence[:60] for sentence, _ in DONE])
def test_acts_in_other_words(sentence: str, acts: str) -> None:
    assert told(RAID + sentence) == ({act.strip() for act in acts.split("|")} if acts else set())


COMFORTED = [
    "Le président somalien a présenté ses condoléances aux familles des 12 soldats tués par les shebab à Afgoye.",
    "Le roi de Jordanie a adressé ses condoléances aux proches des victimes de l'attentat commis par l'EI à Amman.",
    "Paris a exprimé son soutien aux familles des soldats maliens tués par les jihadistes à Gao.",
    "Moscou a exprimé sa solidarité avec les proches des civils massacrés par l'EI à Palmyre.",
    "Le ministre irakien a exprimé son soutien aux victimes de l'EI à Sinjar.",
]


@pytest.mark.parametrize("text", COMFORTED)
def test_those_who_killed_are_not_whom_the_bereaved_are_comforted_for(text: str) -> None:
    assert not any(act.endswith((":AL-SHABAAB", ":IS", ":JIHADISTS")) for act in told(RAID + text))


def test_the_bereaved_land_is_comforted() -> None:
    text = "Paris a présenté ses condoléances au Mali après la mort de 24 soldats tués par les jihadistes."
    assert "SUPPORT:FRA:MLI" in told(text)
