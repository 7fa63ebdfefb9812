"""Acts between governments, parties and international bodies: the French ways of saying it."""

import datetime as dt

import pytest

from vigie.extraction import extract
from vigie.values import Diplomacy, Document, Interval

PUBLISHED = dt.date(2016, 10, 12)


def claims(text: str, published: dt.date = PUBLISHED) -> list[Diplomacy]:
    document = Document(
        document="t", id="t", text=text, sha256="", text_sha256="", origin="t", published=Interval.day(published)
    )
    return [claim for claim in extract(document) if isinstance(claim, Diplomacy)]


RAID = "Des raids ont fait dix morts.\n"  # what makes the text one about a conflict


def told(sentence: str) -> set[str]:
    """The claims as act:actor:target."""
    return {f"{c.act}:{c.actor}:{c.target or ''}" for c in claims(RAID + sentence)}


SENTENCES = [
    # a day between the words of a verb
    ("La Russie a mis mercredi son veto à une résolution du Conseil de sécurité de l'ONU.", "REJECT:RUS:UN"),
    ("L'ONU a mis lundi en garde Damas contre un bain de sang.", "THREATEN:UN:SYR"),
    ("Washington a pris mardi fait et cause pour les rebelles syriens.", "SUPPORT:USA:SYR-REB"),
    ("La Cédéao a suspendu dimanche le Mali.", "SANCTION:ECOWAS:MLI"),
    ("Des combats ont opposé lundi à Hajja l'armée yéménite aux Houthis.", ""),
    # all who act, all whom an act is aimed at
    (
        "L'Egypte, Bahreïn, le Koweït et la Jordanie ont condamné ces frappes.",
        "ACCUSE:EGY: | ACCUSE:BHR: | ACCUSE:KWT: | ACCUSE:JOR:",
    ),
    (
        "L'ambassadrice américaine a accusé Damas, Moscou et Téhéran.",
        "ACCUSE:USA:SYR | ACCUSE:USA:RUS | ACCUSE:USA:IRN",
    ),
    ("Kiev accuse Minsk et Moscou d'avoir frappé.", "ACCUSE:UKR:BLR | ACCUSE:UKR:RUS"),
    ("Washington a sanctionné le Mali et la Guinée.", "SANCTION:USA:MLI | SANCTION:USA:GIN"),
    ("Le président turc, Recep Tayyip Erdogan, et russe, Vladimir Poutine, ont convenu d'une trêve.", "AGREE:TUR:RUS"),
    # who wrote a text or asked for a meeting
    (
        "Le texte, présenté par l'Egypte, la Jordanie et le Qatar, est discuté.",
        "REQUEST:EGY: | REQUEST:JOR: | REQUEST:QAT:",
    ),
    ("Le Hamas a accepté une proposition de trêve soumise par l'Egypte.", "AGREE:HAMAS:EGY | REQUEST:EGY:"),
    ("Un projet de résolution rédigé par la France circule à New York.", "REQUEST:FRA:"),
    ("Le Hamas étudie la proposition égyptienne de cessez-le-feu.", "REQUEST:EGY:"),
    ("Le port reste ouvert, comme le demandait la Suède.", "REQUEST:SWE:"),
    ("Des convois sont entrés, comme l'a réclamé l'ONU.", "REQUEST:UN:"),
    ("Les soldats sont partis, comme l'exige Bamako.", "REQUEST:MLI:"),
    ("Le texte est lu par la Russie.", ""),
    # what a state denies is an answer to the one who has charged it
    ("Kinshasa accuse le Rwanda d'aider les rebelles, ce que Kigali dément.", "ACCUSE:COD:RWA | REJECT:RWA:COD"),
    ("Erevan a accusé Ankara d'avoir envoyé des hommes. La Turquie a démenti.", "ACCUSE:ARM:TUR | REJECT:TUR:ARM"),
    ("Washington a accusé l'Iran de ce tir. Téhéran nie toute implication.", "ACCUSE:USA:IRN | REJECT:IRN:USA"),
    ("Kinshasa et l'ONU accusent le Rwanda, ce que Kigali dément.", "ACCUSE:COD:RWA | ACCUSE:UN:RWA | REJECT:RWA:COD"),
    ("Téhéran nie toute implication.", ""),
    # blame by a judgment, vows
    ("Téhéran a jugé l'intervention saoudienne illégitime.", "ACCUSE:IRN:"),
    ("Bamako a qualifié cette décision d'illégale.", "ACCUSE:MLI:"),
    ("Moscou juge ces frappes disproportionnées.", "ACCUSE:RUS:"),
    ("Deux officiers ougandais ont ordonné un repli injustifié.", ""),
    ("L'armée israélienne a ordonné une riposte disproportionnée.", ""),
    ("Les YPG ont juré de reprendre la ville.", "THREATEN:YPG:"),
    ("Le Premier ministre irakien a promis de chasser les jihadistes.", "THREATEN:IRQ:IRQ-JIH"),
    ("Le président nigérian promet d'éliminer les insurgés.", "THREATEN:NGA:NGA-REB"),
    ("Kinshasa accuse le M23 de ce tir. Kigali dément.", "ACCUSE:COD:M23"),
    ("Kinshasa accuse le M23 de ce tir. Le M23 dément.", "ACCUSE:COD:M23"),
    ("Kiev accuse Moscou; la Russie, qui dément, se tait.", "ACCUSE:UKR:RUS"),
    # ties broken, powers allowed to act
    ("L'Arabie saoudite a annoncé la rupture de ses relations avec l'Iran.", "SANCTION:SAU:IRN"),
    ("Le Caire a annoncé la rupture de ses liens avec Téhéran.", "SANCTION:EGY:IRN"),
    ("Bamako a annoncé la rupture de la trêve.", "REJECT:MLI:"),
    ("Le Conseil de sécurité de l'ONU a autorisé les forces françaises à intervenir.", "SUPPORT:UN:FRA"),
    ("L'ONU a autorisé jeudi la France à agir.", "SUPPORT:UN:FRA"),
    ("Paris a annoncé une intervention militaire.", "MOBILIZE:FRA:"),
    ("Paris a exclu une intervention militaire.", "REJECT:FRA:"),
    # talks on the phone, bodies that meet
    (
        "Angela Merkel a demandé à Vladimir Poutine d'agir lors d'un entretien téléphonique.",
        "REQUEST:DEU:RUS | CONSULT:DEU:RUS",
    ),
    (
        "Le roi de Jordanie a exhorté Barack Obama à agir lors d'une conversation téléphonique.",
        "REQUEST:JOR:USA | CONSULT:JOR:USA",
    ),
    (
        "Les dirigeants de la Communauté économique des Etats d'Afrique de l'Ouest (Cédéao), réunis vendredi à Accra, "
        "ont condamné ce coup d'Etat.",
        "CONSULT:ECOWAS: | ACCUSE:ECOWAS:",
    ),
    # hostages who are freed are freed by whoever had taken them
    (
        "Deux ingénieurs français avaient été enlevés à Hombori par Al-Qaïda au Maghreb islamique (Aqmi). "
        "L'autre otage, Serge Dupont, est libéré en décembre.",
        "RETREAT:AQIM:",
    ),
    (
        "Deux ingénieurs français avaient été enlevés à Hombori par Al-Qaïda au Maghreb islamique (Aqmi). "
        "Les deux otages ont été libérés en octobre.",
        "RETREAT:AQIM:",
    ),
    (
        "Deux ingénieurs français avaient été enlevés à Hombori par Al-Qaïda au Maghreb islamique (Aqmi). "
        "Les otages ont été libérés par l'armée française.",
        "",
    ),
    ("Deux ingénieurs français avaient été enlevés à Hombori. Les deux otages ont été relâchés.", ""),
    ("Les Etats-Unis ont accusé la Russie. Moscou a rejeté ces accusations.", "ACCUSE:USA:RUS | REJECT:RUS:USA"),
    ("Paris a demandé à Bamako de réagir. Bamako a refusé cette demande.", "REQUEST:FRA:MLI | REJECT:MLI:FRA"),
    ("Ankara a menacé Damas. Damas a rejeté ces menaces.", "THREATEN:TUR:SYR | REJECT:SYR:TUR"),
    ("Ankara a menacé Damas. Moscou a rejeté ces accusations.", "THREATEN:TUR:SYR | REJECT:RUS:"),
    ("Washington a suspendu lundi son accord avec la Birmanie.", "REJECT:USA:MMR"),
    ("Paris a rompu mardi ses pourparlers avec la junte malienne.", "REJECT:FRA:MLI"),
    ("Kiev a dénoncé jeudi la trêve avec les séparatistes prorusses.", "ACCUSE:UKR:UKR-SEP"),
    ("Islamabad, qui nie toute implication, a appelé l'Inde au dialogue.", "REQUEST:PAK:IND"),
    ("Téhéran, qui soutient les Houthis, a menacé Ryad.", "THREATEN:IRN:SAU"),
    ("Alger, qui plaide pour le dialogue, a accusé le Maroc.", "REQUEST:DZA: | ACCUSE:DZA:MAR"),
    ("Le boulanger, qui vivait près de la base, a accusé l'armée malienne.", ""),
    ("Un voisin, qui a vu les avions, a menacé Israël.", ""),
    ("Le curé de la paroisse, qui a tout vu, a exhorté Damas à agir.", ""),
    ("La France, l'Allemagne et l'Italie ont condamné ces frappes.", "ACCUSE:FRA: | ACCUSE:DEU: | ACCUSE:ITA:"),
    ("La France «condamne avec fermeté» cette attaque.", "ACCUSE:FRA:"),
    ("Berlin a jugé «inacceptable» la poursuite des frappes.", "ACCUSE:DEU:"),
    ("Kiev et Moscou ont procédé à un échange de prisonniers.", "RETREAT:UKR:RUS"),
    ("Les ministres russe et turc des Affaires étrangères se sont rencontrés.", "CONSULT:RUS:TUR"),
    ("L'Arménie et l'Azerbaïdjan s'accusent mutuellement.", "ACCUSE:ARM:AZE | ACCUSE:AZE:ARM"),
    ("Ankara a convoqué l'ambassadeur américain.", "ACCUSE:TUR:USA"),
    ("La France a suspendu ses opérations conjointes avec l'armée malienne.", "REJECT:FRA:MLI"),
    ("La France a livré des armes aux rebelles syriens.", "AID:FRA:SYR-REB"),
    ("Israël ne laissera pas l'Iran s'installer en Syrie.", "THREATEN:ISR:IRN"),
    ("La France n'interviendra pas au sol.", "REJECT:FRA:"),
    ("Le Hamas a appelé à une nouvelle intifada contre Israël.", "THREATEN:HAMAS:ISR"),
    ("Reçu par le président malien, François Hollande a parlé.", "CONSULT:FRA:MLI"),
    ("En déplacement jeudi à Ankara, le président iranien a dénoncé les raids.", "CONSULT:IRN:TUR | ACCUSE:IRN:"),
    ("La Turquie a plusieurs fois menacé l'Europe.", "THREATEN:TUR:"),
    ("Ankara a rejoint la coalition internationale antijihadiste.", "COOPERATE:TUR:COALITION"),
    ("Les députés français ont appelé à un retrait.", ""),
    ("Le Hezbollah a mis en garde ses combattants.", ""),
    ("La Turquie s'est rendue à l'évidence.", ""),
    (
        "«La Turquie doit cesser ces frappes», a déclaré le chef de la diplomatie européenne, Josep Borrell.",
        "REQUEST:EU:TUR",
    ),
    ("«Ce n'est qu'un début», a dit François Hollande, appelant Moscou à la retenue.", "REQUEST:FRA:RUS"),
    ("Ces frappes sont des crimes de guerre, a estimé l'ONU.", "ACCUSE:UN:"),
    ("Le Tchad a juré que ce raid ne restera «pas impuni».", "THREATEN:TCD:"),
    ("Des soldats sud-africains sont arrivés à Pemba.", "MOBILIZE:ZAF:"),
    ("Les Etats-Unis ont réduit leurs effectifs en Irak.", "RETREAT:USA:"),
    ("Washington a annoncé une réduction des troupes.", "RETREAT:USA:"),
    ("La Russie a renforcé sa présence en Syrie.", "MOBILIZE:RUS:"),
    ("Les talibans ont annoncé la libération de 22 soldats afghans.", "RETREAT:TALIBAN:AFG"),
    ("François Hollande recevra lundi le président malien.", "CONSULT:FRA:MLI"),
    ("Lors de discussions avec le président irakien, Barack Obama a parlé de raids.", "CONSULT:USA:IRQ"),
    (
        "Le gouvernement afghan et les talibans ont mené samedi au Qatar une première séance de négociations.",
        "CONSULT:AFG:TALIBAN",
    ),
    ("Washington a approuvé ce déploiement.", "SUPPORT:USA:"),
    ("Le président iranien s'est moqué des Etats-Unis.", "ACCUSE:IRN:USA"),
    ("Les rebelles ont pris contact avec le Hezbollah.", ""),
    ("François Hollande a exhorté la population à la prudence.", ""),
    ("Le général a demandé à comparaître.", ""),
    ("L'ex-ministre français Jean Dupont a dénoncé les raids russes.", ""),
    ("Il est possible que les talibans acceptent une trêve.", ""),
    ("Le gouvernement malien a conclu un accord sur le partage du pouvoir.", ""),
    ("L'armée malienne a libéré vingt otages.", ""),
    ("Tous ceux qui s'opposent à la France ont fui.", ""),
    ("Jean-Yves Le Drian, le ministre des Affaires étrangères, doit rencontrer les talibans.", "CONSULT:FRA:TALIBAN"),
    ("La France a condamné le bombardement de l'hôpital.", "ACCUSE:FRA:"),
    ("Paris condamne fermement ces attaques.", "ACCUSE:FRA:"),
    ("Le raid a été condamné par Berlin.", "ACCUSE:DEU:"),
    ('"C\'est un crime", a dénoncé la chancelière Angela Merkel.', "ACCUSE:DEU:"),
    ("Londres accuse Moscou d'avoir visé le convoi.", "ACCUSE:GBR:RUS"),
    ("L'Union européenne s'est dite consternée par les frappes russes.", "ACCUSE:EU:RUS"),
    ("L'armée turque a accusé le PKK d'avoir posé la bombe.", "ACCUSE:TUR:PKK"),
    ("L'ONU s'inquiète du sort des civils.", "ACCUSE:UN:"),
    ("Washington a mis en cause le régime syrien.", "ACCUSE:USA:SYR"),
    ("Ankara a protesté contre les tirs de l'armée syrienne.", "ACCUSE:TUR:SYR"),
    ("Téhéran a fustigé l'intervention saoudienne.", "ACCUSE:IRN:SAU"),
    ("Le Hamas, qui dénonce un massacre, a promis une riposte.", "ACCUSE:HAMAS: | THREATEN:HAMAS:"),
    ("Le ministre français des Affaires étrangères a exprimé sa vive préoccupation.", "ACCUSE:FRA:"),
    ("Le secrétaire général de l'ONU a qualifié ces raids de crimes de guerre.", "ACCUSE:UN:"),
    ("Kiev a appelé Moscou à retirer ses troupes.", "REQUEST:UKR:RUS"),
    ("L'Union africaine a exhorté les deux camps à la retenue.", "REQUEST:AU:"),
    ("Le Conseil de sécurité demande l'arrêt immédiat des combats.", "REQUEST:UN:"),
    ("La Chine a réclamé une enquête indépendante.", "REQUEST:CHN:"),
    ('"Les armes doivent se taire", a demandé le pape. Riyad exige le départ de Bachar al-Assad.', "REQUEST:SAU:SYR"),
    ("L'Otan a lancé un appel au calme.", "REQUEST:NATO:"),
    ("Damas a rejeté le plan de l'ONU.", "REJECT:SYR:UN"),
    ("La Russie a opposé son veto au texte.", "REJECT:RUS:"),
    ("Le Kremlin refuse toute trêve.", "REJECT:RUS:"),
    ("Les talibans ont exclu toute discussion avec Kaboul.", "REJECT:TALIBAN:AFG"),
    ("L'ONU a suspendu ses livraisons d'aide humanitaire.", "REJECT:UN:"),
    ("Le veto russe a été critiqué.", "REJECT:RUS:"),
    ("François Hollande a annulé son déplacement à Bamako.", "REJECT:FRA:MLI"),
    ("Le refus de Damas a bloqué l'accord.", "REJECT:SYR:"),
    ("La Turquie a menacé la Grèce de représailles.", "THREATEN:TUR:GRC"),
    ("Israël a mis en garde le Hezbollah.", "THREATEN:ISR:HEZBOLLAH"),
    ("Barack Obama a promis de faire payer Téhéran.", "THREATEN:USA:IRN"),
    ("Le Hezbollah a juré de venger son chef.", "THREATEN:HEZBOLLAH:"),
    ("L'Union européenne a adopté de nouvelles sanctions contre la Russie.", "SANCTION:EU:RUS"),
    ("Les États-Unis ont sanctionné trois généraux birmans.", "SANCTION:USA:MMR"),
    ("Washington impose des sanctions à Téhéran.", "SANCTION:USA:IRN"),
    ("La Suisse a gelé les avoirs du régime soudanais.", "SANCTION:CHE:SDN"),
    ("Paris a réaffirmé son soutien à Kiev.", "SUPPORT:FRA:UKR"),
    ("Le Caire a salué l'accord de cessez-le-feu.", "SUPPORT:EGY:"),
    ("L'Otan se félicite de la trêve.", "SUPPORT:NATO:"),
    ("Israël et le Hamas ont conclu une trêve.", "AGREE:ISR:HAMAS"),
    ("Le gouvernement colombien a signé un accord de paix avec l'ELN.", "AGREE:COL:ELN"),
    ("Un accord a été conclu entre Moscou et Ankara.", "AGREE:RUS:TUR"),
    ("Les Houthis ont accepté le cessez-le-feu.", "AGREE:HOUTHIS:"),
    ("La trêve négociée par Washington et Moscou tient.", "AGREE:USA:RUS"),
    ("John Kerry a rencontré Sergueï Lavrov à Genève.", "CONSULT:USA:RUS"),
    ("Le président turc s'est entretenu avec Vladimir Poutine.", "CONSULT:TUR:RUS"),
    ("Le Conseil de sécurité se réunit en urgence lundi.", "CONSULT:UN:"),
    ("Le ministre russe de la Défense est arrivé à Damas.", "CONSULT:RUS:SYR"),
    ("François Hollande doit se rendre à Beyrouth jeudi.", "CONSULT:FRA:LBN"),
    ("Les pourparlers entre Kiev et Moscou reprennent mardi à Istanbul.", "CONSULT:UKR:RUS"),
    ("Vladimir Poutine a reçu Bachar al-Assad à Sotchi.", "CONSULT:RUS:SYR"),
    ("Le chef de la diplomatie iranienne, en visite à Bagdad, a promis son aide.", "CONSULT:IRN:IRQ"),
    ("La visite de John Kerry à Moscou a été reportée.", "CONSULT:USA:RUS"),
    ("Le Pentagone a présenté ses excuses après la frappe.", "CONCEDE:USA:"),
    ("Washington a levé les sanctions contre Khartoum.", "CONCEDE:USA:SDN"),
    ("La Russie s'est dite prête à coopérer avec la coalition internationale.", "COOPERATE:RUS:COALITION"),
    ("Le Qatar a débloqué une aide d'urgence pour Gaza.", "AID:QAT:"),
    ("L'ONU a envoyé un convoi d'aide humanitaire à Madaya.", "AID:UN:"),
    ("L'Allemagne a livré une aide militaire à Kiev.", "AID:DEU:UKR"),
    ("Moscou a suspendu ses raids.", "RETREAT:RUS:"),
    ("Le Hamas a libéré deux otages américains.", "RETREAT:HAMAS:USA"),
    ("La France a retiré ses troupes du Mali.", "RETREAT:FRA:"),
    ("Boko Haram a relâché vingt lycéennes.", "RETREAT:BOKO-HARAM:"),
    ("Ankara a déployé des chars à la frontière syrienne.", "MOBILIZE:TUR:"),
    ("Londres a envoyé deux navires en mer Rouge.", "MOBILIZE:GBR:"),
    ("Le Pentagone a annoncé l'envoi de 250 soldats en Syrie.", "MOBILIZE:USA:"),
    ("Moscou masse des troupes à la frontière ukrainienne.", "MOBILIZE:RUS:"),
    ("La Corée du Nord a testé un missile balistique.", "MOBILIZE:PRK:"),
    ("La Jordanie a rappelé son ambassadeur à Tel-Aviv.", "SANCTION:JOR:ISR"),
    ("Alger a rompu ses relations avec Rabat.", "SANCTION:DZA:MAR"),
    ("Ni Paris ni Londres n'ont condamné l'attaque.", ""),
    ("Les combats se poursuivent près de la ville.", ""),
    ("Les habitants réclament de l'eau.", ""),
    ("Le médecin a appelé les familles.", ""),
    ("Un avion russe a été abattu.", ""),
    ("L'armée syrienne a bombardé Alep.", ""),
    ("La Russie soutient le régime.", ""),
    ("L'ONG a dénoncé un massacre.", ""),
    ("Le maire a rencontré les déplacés.", ""),
    ("Le procureur a demandé dix ans de prison.", ""),
    ("La ville a été reprise par l'armée.", ""),
    ("Le porte-parole n'a pas souhaité commenter.", ""),
    ("Des manifestants ont réclamé le départ du maire.", ""),
    ("Si Paris condamne l'attaque, tout changera.", ""),
    ("L'Union africaine a suspendu le Mali de ses instances.", "SANCTION:AU:MLI"),
    ("La Cedeao a décrété un embargo contre le Niger.", "SANCTION:ECOWAS:NER"),
    ("Le Rwanda a envoyé mille soldats au Mozambique.", "MOBILIZE:RWA:"),
    ("Le gouvernement éthiopien et les rebelles tigréens ont signé un accord à Pretoria.", "AGREE:ETH:TPLF"),
    ("Le Conseil de sécurité a adopté une résolution appelant à un cessez-le-feu.", "REQUEST:UN:"),
    ("Le président soudanais Omar el-Béchir s'est rendu à Juba.", "CONSULT:SDN:SSD"),
    ("Paris a dépêché son ministre des Affaires étrangères à Alger.", "CONSULT:FRA:DZA"),
    (
        "Des négociations de paix entre le gouvernement yéménite et les Houthis se sont ouvertes au Koweït.",
        "CONSULT:YEM:HOUTHIS",
    ),
    ("Le chef de la diplomatie turque a eu un entretien avec son homologue russe.", "CONSULT:TUR:RUS"),
    ("Le Tchad accuse le Soudan de soutenir les rebelles.", "ACCUSE:TCD:SDN"),
    ("Kinshasa reproche à Kigali d'armer le M23.", "ACCUSE:COD:RWA"),
    ("Kigali dément et accuse Kinshasa de collaborer avec les rebelles.", "ACCUSE:RWA:COD"),
    ("L'ambassadrice américaine à l'ONU a dénoncé l'attitude de Moscou.", "ACCUSE:USA:RUS"),
    ("Le Haut-commissaire de l'ONU aux droits de l'homme a fait part de son inquiétude.", "ACCUSE:UN:"),
    ('"Nous ne céderons pas", a averti le Premier ministre israélien.', "THREATEN:ISR:"),
    ("Téhéran a promis une réponse sévère à Israël.", "THREATEN:IRN:ISR"),
    ("Le président américain a donné 48 heures à Damas.", ""),
    ("Washington a annoncé le gel des avoirs de la banque centrale syrienne.", "SANCTION:USA:SYR"),
    ("Bruxelles prolonge ses sanctions contre Moscou.", "SANCTION:EU:RUS"),
    ("L'Arabie saoudite a rappelé son ambassadeur à Téhéran.", "SANCTION:SAU:IRN"),
    ("Le Maroc a expulsé l'ambassadeur iranien.", "SANCTION:MAR:IRN"),
    ("Le Premier ministre irakien a demandé le départ des troupes turques.", "REQUEST:IRQ:TUR"),
    ("Le gouvernement malien a demandé à la France de retirer ses soldats.", "REQUEST:MLI:FRA"),
    ("L'ONU presse Israël de lever le blocus.", "REQUEST:UN:ISR"),
    ("La Ligue arabe a appelé, depuis Le Caire, à une trêve.", "REQUEST:ARAB-LEAGUE:"),
    ("Moscou propose une trêve de trois jours.", "REQUEST:RUS:"),
    ("Le Hezbollah a refusé de se retirer.", "REJECT:HEZBOLLAH:"),
    ("Les rebelles syriens ont quitté la table des négociations.", "REJECT:SYR-REB:"),
    ("Les rebelles syriens ont boycotté les pourparlers de Genève.", "REJECT:SYR-REB:"),
    ("Damas a refusé l'accès aux enquêteurs de l'ONU.", "REJECT:SYR:UN"),
    ("Le président ukrainien a remercié Washington pour son aide.", "SUPPORT:UKR:USA"),
    ("L'Iran a réitéré son appui au régime syrien.", "SUPPORT:IRN:SYR"),
    ("La Turquie a apporté son soutien à Bakou.", "SUPPORT:TUR:AZE"),
    ("Le Kremlin a confirmé le retrait de ses troupes de Kherson.", "RETREAT:RUS:"),
    ("L'armée israélienne s'est engagée à cesser ses frappes.", "AGREE:ISR:"),
    ("Les FARC ont relâché trois soldats colombiens.", "RETREAT:FARC:COL"),
    ("L'Australie va accueillir 12.000 réfugiés.", ""),
    ("L'Union européenne a débloqué 30 millions d'euros d'aide humanitaire.", "AID:EU:"),
    ("Berlin fournira des chars à Kiev.", ""),
    ("Moscou a reconnu une erreur.", "CONCEDE:RUS:"),
    ("La Russie et la Turquie ont mené des patrouilles conjointes.", "COOPERATE:RUS:TUR"),
    ("Le Liban a mobilisé l'armée à sa frontière.", "MOBILIZE:LBN:"),
    ("L'Égypte a dépêché des renforts dans le Sinaï.", "MOBILIZE:EGY:"),
    ("Londres a prévenu Moscou qu'une attaque aurait un prix.", "THREATEN:GBR:RUS"),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_sentences(sentence: str, expected: str) -> None:
    assert told(sentence) == {claim for claim in expected.split(" | ") if claim}


@pytest.mark.parametrize(
    "text",
    [
        "La France a rencontré l'Italie en demi-finale à Rome.",
        "Le président français a reçu les maires à Paris.",
        "Bruxelles a condamné Apple à une amende.",
        "Washington et Pékin ont signé un accord commercial.",
        "Le ministère de l'Agriculture a débloqué une aide d'urgence pour les éleveurs.",
        "L'Allemagne a refusé le transfert de l'attaquant.",
    ],
)
def test_no_conflict_no_act(text: str) -> None:
    assert claims(text) == []


def test_meetings_have_a_place_and_a_day() -> None:
    (claim,) = claims(RAID + "John Kerry doit rencontrer Sergueï Lavrov samedi à Lausanne.")
    assert (claim.act, claim.actor, claim.target, claim.realis) == ("CONSULT", "USA", "RUS", "planned")
    assert claim.place is not None
    assert claim.place.name == "Lausanne"
    assert claim.when is not None
    assert claim.when.start == dt.date(2016, 10, 15)


def test_two_who_condemn_make_two_claims() -> None:
    found = claims(RAID + "Washington et Paris ont condamné les frappes russes.")
    assert [(c.actor, c.target) for c in found] == [("USA", "RUS"), ("FRA", "RUS")]


def test_an_act_is_told_once() -> None:
    found = claims(
        "Syrie: Paris condamne un raid\n\n"
        + RAID
        + "Paris a condamné ce raid mardi. La France avait condamné l'attaque."
    )
    assert [(c.act, c.actor) for c in found] == [("ACCUSE", "FRA")]
    assert found[0].mentions


def test_every_value_has_its_words() -> None:
    text = RAID + "Londres accuse Moscou d'avoir visé le convoi."
    (claim,) = claims(text)
    assert text[claim.start : claim.end] == claim.quote == "Londres accuse Moscou"
    assert claim.rule == "diplomacy.present"


ALONE = [
    ("Moscou et Pékin ont opposé leur veto à une résolution sur la Syrie.", {"REJECT:RUS", "REJECT:CHN"}),
    ("L'Union européenne a prolongé lundi de six mois ses sanctions contre la Russie.", {"SANCTION:EU"}),
    ("Paris a promis à Kiev une aide militaire de 300 millions d'euros.", {"AID:FRA"}),
    ("Berlin a suspendu ses livraisons d'armes à la Turquie.", {"SANCTION:DEU"}),
    ("La Maison Blanche a annoncé le retrait des troupes américaines de Syrie.", {"RETREAT:USA"}),
    ("L'Allemagne a suspendu ses livraisons de gaz à la Pologne.", set()),
    ("Le Canada a imposé des droits de douane aux Etats-Unis.", set()),
    ("Le président français a rencontré son homologue turc à Ankara pour parler de tourisme.", set()),
]


@pytest.mark.parametrize(("text", "acts"), ALONE)
def test_an_act_about_a_war_needs_no_violence_beside_it(text: str, acts: set[str]) -> None:
    assert {f"{c.act}:{c.actor}" for c in claims(text)} == acts
