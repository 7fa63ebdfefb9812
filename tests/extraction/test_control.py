"""Who takes, holds, besieges and leaves places: the French ways of saying it."""

import datetime as dt

import pytest

from vigie.extraction import extract
from vigie.values import Control, Document, Interval

PUBLISHED = dt.date(2016, 10, 12)


def claims(text: str, published: dt.date = PUBLISHED) -> list[Control]:
    document = Document(
        document="t", id="t", text=text, sha256="", text_sha256="", origin="t", published=Interval.day(published)
    )
    return [claim for claim in extract(document) if isinstance(claim, Control)]


def told(text: str) -> set[str]:
    """The claims as change:actor:loser:place:extent."""
    return {
        f"{c.change}:{c.actor or ''}:{c.loser or ''}:{c.place.name if c.place else ''}:{c.extent}" for c in claims(text)
    }


SENTENCES = [
    (
        "Les soldats français et maliens ont pris Gao, fief des islamistes.",
        "captured:FRA:MLI-JIH:Gao:whole | captured:MLI:MLI-JIH:Gao:whole",
    ),
    (
        "L'armée syrienne et le Hezbollah encerclent Zabadani depuis juillet.",
        "besieges:HEZBOLLAH::Zabadani:whole | besieges:SYR::Zabadani:whole",
    ),
    (
        "Bria a été reprise par l'armée centrafricaine et les Forces de défense du Rwanda.",
        "captured:CAF::Bria:whole | captured:RWA::Bria:whole",
    ),
    (
        "L'EI tenait Syrte. Syrte, dernier bastion de l'EI en Libye, est tombée mercredi face aux forces du GNA.",
        "captured:GNA:IS:Syrte:whole | holds:IS::Syrte:whole",
    ),
    ("Des raids ont visé Idleb, dernier grand bastion rebelle de Syrie.", "holds:SYR-REB::Idleb:whole"),
    ("L'Otan redoute un bastion rebelle de Syrie.", ""),
    (
        "Les talibans ont pris Kunduz. Seul l'aéroport est encore tenu par l'armée. Vendredi, Zaranj était tombée.",
        "captured:TALIBAN:AFG:Kunduz:whole | captured:TALIBAN:AFG:Zaranj:whole | holds:AFG::aéroport de Kunduz:facility",
    ),
    (
        "Le M23 a pris Kiwanja. L'armée congolaise s'est repliée sans combattre à une vingtaine de kilomètres au sud.",
        "captured:M23:COD:Kiwanja:whole | withdrew:COD::Kiwanja:whole",
    ),
    (
        "L'armée syrienne a pris Saqba. Les rebelles se sont retirés vers l'est.",
        "captured:SYR:SYR-REB:Saqba:whole | withdrew:SYR-REB::Saqba:whole",
    ),
    ("Les pro-Haftar étaient entrés jeudi à Gharyan, en Libye.", "captured:LNA::Gharyan:whole"),
    ("Les rebelles de la CPC sont entrés à Bambari, en Centrafrique.", "captured:CPC::Bambari:whole"),
    ("Les forces tigréennes sont entrées à Mekele, en Ethiopie.", "captured:TPLF::Mekele:whole"),
    ("Le ministre iranien est entré à Bagdad.", ""),
    (
        "L'armée soudanaise a repris aux FSR le palais présidentiel de Khartoum.",
        "captured:SDN:RSF:Khartoum:facility",
    ),
    ("Les FSR se sont emparées du ministère de la Défense à Khartoum.", "captured:RSF:SDN:Khartoum:facility"),
    ("Les FSR tiennent le palais présidentiel à Khartoum.", "holds:RSF::Khartoum:facility"),
    ("L'armée irakienne tient la partie est de la ville de Mossoul.", "holds:IRQ::Mossoul (est):part"),
    (
        "Des tirs ont visé l'aéroport de Mossoul. L'armée irakienne contrôle toute la partie est de la ville.",
        "holds:IRQ::aéroport de Mossoul:part",
    ),
    ("L'EI ne contrôle plus qu'un quartier de Mossoul.", "holds:IS::Mossoul:part"),
    ("L'EI tient la vieille ville de Mossoul.", "holds:IS::Mossoul:part"),
    ("L'EI a pris le secteur d'Alep.", "captured:IS::Alep:part"),
    ("Les FDS ont achevé vendredi d'encercler Manbij, en Syrie.", "besieges:SDF::Manbij:whole"),
    ("L'armée malienne a repris pied à Kidal.", "captured:MLI::Kidal:part"),
    ("Boko Haram a hissé son drapeau à Gwoza, au Nigeria.", "captured:BOKO-HARAM::Gwoza:whole"),
    ("Les shebab ont planté leur drapeau au port de Merka, en Somalie.", "captured:AL-SHABAAB::Merka:facility"),
    (
        "L'EI a attaqué Tabqa, en Syrie. La province de Raqa est aux mains des jihadistes.",
        "holds:IS::Raqqa:whole",
    ),
    ("En Haïti, des gangs ont pris la moitié de la capitale.", "holds:HTI-MIL::Port-au-Prince:part"),
    ("La France tient à Gao. L'armée malienne s'en tient à la trêve à Gao.", ""),
    ("L'armée malienne a sécurisé Gao.", "captured:MLI::Gao:whole"),
    (
        "Les Etats-Unis ont envoyé 5.000 soldats pour aider le gouvernement afghan. Les talibans ont pris Herat.",
        "captured:TALIBAN:AFG:Hérat:whole",
    ),
    (
        "Paris a appelé la Centrafrique au calme. Les rebelles de la CPC ont pris Bangassou, selon l'armée centrafricaine.",
        "captured:CPC:CAF:Bangassou:whole",
    ),
    (
        "Le Liban et l'armée syrienne combattent l'EI. L'EI a pris Palmyre et les rebelles du FSA ont fui, dit Ankara.",
        "captured:IS::Palmyre:whole",
    ),
    ("L'armée malienne tient Gao.", "holds:MLI::Gao:whole"),
    ("L'Ukraine a affirmé samedi être entrée à Koupiansk, dans l'est du pays.", "captured:UKR::Koupiansk:whole"),
    ("Les forces kényanes disent être entrées dans Kismayo, en Somalie.", "captured:KEN::Kismayo:part"),
    ("Le M23 affirme être entré à Sake, en RDC.", "captured:M23::Saké:whole"),
    ("Les forces russes ont annoncé leur retrait de la ville de Kherson.", "withdrew:RUS::Kherson:whole"),
    ("Le M23 a annoncé son retrait de Kibumba, en RDC.", "withdrew:M23::Kibumba:whole"),
    ("L'armée a confirmé son repli de la base de Tabqa, en Syrie.", "withdrew:SYR::base de Tabqa:facility"),
    ("La France a annoncé le retrait de ses troupes du Mali.", ""),
    (
        "Les Houthis ont pris Aden avant de s'en retirer dans la nuit.",
        "captured:HOUTHIS::Aden:whole | withdrew:HOUTHIS::Aden:whole",
    ),
    (
        "L'EI a attaqué Inates, au Niger, et pris le camp avant de s'en retirer.",
        "captured:IS::Inatès:whole | withdrew:IS::Inatès:whole",
    ),
    (
        "L'armée syrienne a repris le plus vaste des quartiers rebelles d'Alep-Est, Massaken Hanano.",
        "captured:SYR::Massaken Hanano:whole",
    ),
    (
        "Les soldats turcs sont entrés en Syrie et ont chassé l'EI de Jarablous.",
        "captured:TUR:IS:Jarablous:whole",
    ),
    (
        "Les rebelles de la CPC ont attaqué à l'aube et ont délogé l'armée centrafricaine de Bambari.",
        "captured:CPC:CAF:Bambari:whole",
    ),
    ("L'EI tient l'est de la ville de Kobané.", "holds:IS::Kobané (est):whole"),
    ("Les Russes tiennent un cinquième du territoire ukrainien.", "holds:RUS::Ukraine:part"),
    ("L'EI occupe les neuf dixièmes du camp de Yarmouk, en Syrie.", "holds:IS::camp de Yarmouk:part"),
    (
        "Le palais présidentiel a été pris par les rebelles de la Séléka, à Bangui.",
        "captured:SELEKA:CAF:Bangui:facility",
    ),
    ("Le ministère de l'Intérieur est aux mains des FSR, à Khartoum.", "holds:RSF::Khartoum:facility"),
    ("Le palais présidentiel est tombé aux mains des FSR, à Khartoum.", "captured:RSF:SDN:Khartoum:facility"),
    ("Dix civils sont morts, selon le ministère de la Santé, contrôlé par le Hamas, à Gaza.", ""),
    ("Une centaine de soldats français et maliens ont sécurisé la zone.", ""),
    (
        "L'armée syrienne a pris Manbij après le retrait des forces turques.",
        "captured:SYR::Manbij:whole",
    ),
    ("Les talibans ont pris Kunduz après le retrait des forces américaines.", "captured:TALIBAN::Kunduz:whole"),
    (
        "L'armée nigériane avait perdu Bama en août. L'armée nigériane a repris Bama lundi.",
        "captured::NGA:Bama:whole | captured:NGA::Bama:whole",
    ),
    (
        "Les rebelles de la CPC ont attaqué Bambari, en Centrafrique. Les rebelles y sont entrés à l'aube.",
        "captured:CPC::Bambari:whole",
    ),
    (
        "Le M23 a repris les armes en RDC. Les insurgés ont pris Bunagana, a reconnu l'armée congolaise.",
        "captured:M23:COD:Bunagana:whole",
    ),
    (
        "L'EI recule en Syrie. Les rebelles ont pris Al-Bab aux jihadistes.",
        "captured:SYR-REB:IS:Al-Bab:whole",
    ),
    ("Les soldats français se sont retirés du village.", ""),
    (
        "Des raids ont visé Sarmada, dans la province d'Idleb, l'ultime bastion des rebelles syriens.",
        "holds:SYR-REB::Idleb:whole",
    ),
    (
        "L'armée irakienne a repris deux villes tenues par l'EI, Ramadi et Tikrit.",
        "captured:IRQ:IS:Ramadi:whole | captured:IRQ:IS:Tikrit:whole",
    ),
    (
        "L'armée syrienne s'est emparée d'une base tenue par les rebelles près de Saraqeb.",
        "captured:SYR:SYR-REB:Saraqeb:facility",
    ),
    (
        "Le M23 a pris mardi des collines occupées par l'armée congolaise près de Goma.",
        "captured:M23:COD:Goma:facility",
    ),
    ("Kunduz est tombée. Les soldats afghans se sont repliés à Taloqan.", "withdrew:AFG::Kunduz:whole"),
    (
        "Le M23 a pris Bunagana. Les soldats congolais se sont retirés en Ouganda.",
        "captured:M23:COD:Bunagana:whole | withdrew:COD::Bunagana:whole",
    ),
    ("Les talibans ont quitté Kunduz et se sont repliés dans des districts voisins.", "withdrew:TALIBAN::Kunduz:whole"),
    (
        "Les talibans ont pris lundi Ghazni après une semaine de combats avec l'armée afghane.",
        "captured:TALIBAN:AFG:Ghazni:whole",
    ),
    (
        "Ghazni est tombée lundi aux mains des talibans, et les soldats afghans ont perdu vingt hommes.",
        "captured:TALIBAN:AFG:Ghazni:whole",
    ),
    (
        "Les forces du régime syrien ont repris Khan Cheikhoun à l'issue de combats contre le groupe jihadiste HTS.",
        "captured:SYR:HTS:Khan Cheikhoun:whole",
    ),
    (
        "Les combattants du M23 se sont emparés de Bunagana, a reconnu l'armée congolaise.",
        "captured:M23:COD:Bunagana:whole",
    ),
    ("Des militants islamistes ont pris Kidal.", "captured:MLI-JIH::Kidal:whole"),
    ("L'armée syrienne a repris Hanano des mains des rebelles.", "captured:SYR:SYR-REB:Massaken Hanano:whole"),
    ("L'armée irakienne dit avoir perdu Ramadi après des combats.", "captured::IRQ:Ramadi:whole"),
    ("L'armée irakienne a annoncé la libération de 22 soldats.", ""),
    ("Les FDS ont annoncé la prise de Manbij.", "captured:SDF::Manbij:whole"),
    ("L'armée irakienne revendique la reconquête de Ramadi.", "captured:IRQ::Ramadi:whole"),
    ("Les rebelles syriens ont dû quitter Daraya.", "withdrew:SYR-REB::Daraya:whole"),
    ("Les peshmergas ont été contraints d'abandonner Sinjar.", "withdrew:IRQ-KUR::Sinjar:whole"),
    ("Le Hezbollah a étendu son contrôle sur Zabadani.", "captured:HEZBOLLAH::Zabadani:whole"),
    ("Le retrait américain de la zone inquiète.", ""),
    ("Manbij, dernier bastion de l'EI dans l'ouest, a été reprise par les FDS.", "captured:SDF:IS:Manbij:whole"),
    (
        "La partie orientale d'Alep, tenue par les rebelles durant quatre ans, est reprise par l'armée syrienne.",
        "captured:SYR:SYR-REB:Alep (est):whole",
    ),
    ("L'armée syrienne a reconquis de nombreux territoires.", ""),
    ("Les forces loyales au maréchal Haftar tiennent Syrte, en Libye.", "holds:LNA::Syrte:whole"),
    ("Le camp Haftar contrôle Syrte, en Libye.", "holds:LNA::Syrte:whole"),
    ("L'aéroport de Tripoli était occupé par des forces pro-Haftar.", "holds:LNA::aéroport de Tripoli:facility"),
    ("Syrte est tombée en janvier entre les mains du maréchal Haftar.", "captured:LNA::Syrte:whole"),
    ("La bataille de Mossoul, tombée en juin 2014 aux mains de l'EI, dure.", "captured:IS::Mossoul:whole"),
    ("Les forces du régime syrien maîtrisent Hama.", "holds:SYR::Hama:whole"),
    ("Le groupe Etat islamique occupe de son côté Raqa.", "holds:IS::Raqqa:whole"),
    ("L'EI occupe désormais plusieurs quartiers de Palmyre.", "captured:IS::Palmyre:part"),
    ("Le retrait des forces turques de Bachiqa a commencé.", "withdrew:TUR::Bachiqa:whole"),
    ("Le retrait des Houthis de Hodeida est suivi par l'ONU.", "withdrew:HOUTHIS::Hodeida:whole"),
    ("Les shebab, chassés de Kismayo en 2012, ont attaqué.", "withdrew:AL-SHABAAB::Kismayo:whole"),
    ("Des raids ont visé Raqa, capitale autoproclamée de l'EI.", "holds:IS::Raqqa:whole"),
    ("Un raid a visé l'enclave kurde d'Afrine.", "holds:SYR-KUR::Afrine:whole"),
    ("Un soldat a été tué en Cisjordanie occupée.", "holds:ISR::Cisjordanie:whole"),
    ("«Notre armée a pris le contrôle de Gao», a affirmé le ministre malien.", "captured:MLI::Gao:whole"),
    ("Les Houthis, soutenus par l'Iran, contrôlent Sanaa.", "holds:HOUTHIS::Sanaa:whole"),
    ("La perte de Ramadi par l'armée irakienne inquiète.", "captured::IRQ:Ramadi:whole"),
    ("L'armée syrienne a repris Palmyre.", "captured:SYR::Palmyre:whole"),
    ("L'EI s'est emparé de Ramadi.", "captured:IS::Ramadi:whole"),
    ("Les rebelles syriens ont pris la ville d'Idleb au régime.", "captured:SYR-REB:SYR:Idleb:whole"),
    ("Palmyre est tombée aux mains de l'EI.", "captured:IS::Palmyre:whole"),
    ("Mossoul a été reprise par les forces irakiennes.", "captured:IRQ::Mossoul:whole"),
    (
        "Les forces irakiennes ont repris le contrôle de l'aéroport de Mossoul.",
        "captured:IRQ::aéroport de Mossoul:facility",
    ),
    ("La prise de Palmyre par l'EI a choqué.", "captured:IS::Palmyre:whole"),
    ("La reconquête par l'armée syrienne de Palmyre a duré un mois.", "captured:SYR::Palmyre:whole"),
    ("L'armée malienne, appuyée par des alliés, a pris le contrôle de Kidal.", "captured:MLI::Kidal:whole"),
    ("Les Houthis ont conquis Sanaa en 2014.", "captured:HOUTHIS::Sanaa:whole"),
    ("Le M23 est entré dans Goma.", "captured:M23::Goma:part"),
    ("L'armée syrienne a chassé l'EI de Palmyre.", "captured:SYR:IS:Palmyre:whole"),
    ("L'EI a été chassé de Palmyre par l'armée syrienne.", "captured:SYR:IS:Palmyre:whole"),
    ("L'EI a perdu Falloujah au profit de l'armée irakienne.", "captured:IRQ:IS:Falloujah:whole"),
    ("En prenant Ramadi, l'EI menace Bagdad.", ""),
    ("L'EI a annoncé avoir pris Ramadi.", "captured:IS::Ramadi:whole"),
    ("Après avoir repris Palmyre, l'armée syrienne avance vers l'est.", "captured:SYR::Palmyre:whole"),
    ("L'armée syrienne vient de reprendre Palmyre.", "captured:SYR::Palmyre:whole"),
    ("Les frappes ont permis à l'armée irakienne de reprendre Ramadi.", "captured:IRQ::Ramadi:whole"),
    ("Les Forces démocratiques syriennes ont réussi à prendre Manbij.", "captured:SDF::Manbij:whole"),
    ("L'armée syrienne aurait repris Palmyre.", "captured:SYR::Palmyre:whole"),
    ("L'armée syrienne reprend Palmyre à l'EI.", "captured:SYR:IS:Palmyre:whole"),
    ("Les rebelles syriens s'emparent d'une base aérienne près d'Idleb.", "captured:SYR-REB::Idleb:facility"),
    ("L'armée syrienne a repris plusieurs quartiers de Homs.", "captured:SYR::Homs:part"),
    ("L'armée syrienne est entrée dans Palmyre.", "captured:SYR::Palmyre:part"),
    ("Les forces irakiennes ont libéré Ramadi.", "captured:IRQ::Ramadi:whole"),
    ("L'EI avait pris Palmyre et Ramadi.", "captured:IS::Palmyre:whole | captured:IS::Ramadi:whole"),
    ("Palmyre, prise à l'EI par l'armée syrienne, est en ruines.", "captured:SYR:IS:Palmyre:whole"),
    ("L'EI contrôle Raqa.", "holds:IS::Raqqa:whole"),
    ("Raqa est contrôlée par l'EI.", "holds:IS::Raqqa:whole"),
    ("Raqa, ville sous contrôle de l'EI, a été frappée.", "holds:IS::Raqqa:whole"),
    ("Des avions ont visé Raqa, fief de l'EI.", "holds:IS::Raqqa:whole"),
    ("Idleb est aux mains des rebelles syriens.", "holds:SYR-REB::Idleb:whole"),
    ("Les rebelles syriens tiennent la majeure partie de la province d'Idleb.", "holds:SYR-REB::Idleb:part"),
    ("L'armée syrienne contrôle 80 % d'Alep.", "holds:SYR::Alep:part"),
    ("Les Kurdes syriens tiennent toujours Kobané.", "holds:SYR-KUR::Kobané:whole"),
    ("La ville de Sanaa, occupée par les Houthis depuis 2014, est bombardée.", "holds:HOUTHIS::Sanaa:whole"),
    ("Les Houthis, qui contrôlent Sanaa, ont tiré un missile.", "holds:HOUTHIS::Sanaa:whole"),
    ("Les Houthis, maîtres de Sanaa, ont tiré un missile.", "holds:HOUTHIS::Sanaa:whole"),
    ("L'armée syrienne garde le contrôle de l'aéroport de Deir Ezzor.", "holds:SYR::aéroport de Deir Ezzor:facility"),
    ("Les talibans afghans contrôlent la moitié du pays.", "holds:TALIBAN::Afghanistan:part"),
    ("Les quartiers de Homs tenus par les rebelles syriens ont été visés.", "holds:SYR-REB::Homs:part"),
    ("Al-Bab, bastion de l'EI, a été bombardée.", "holds:IS::Al-Bab:whole"),
    ("L'armée syrienne assiège Homs.", "besieges:SYR::Homs:whole"),
    ("Homs, assiégée par l'armée syrienne, manque de tout.", "besieges:SYR::Homs:whole"),
    ("Les rebelles syriens encerclent Foua.", "besieges:SYR-REB::Fouaa:whole"),
    ("Les forces irakiennes encerclent Falloujah depuis un mois.", "besieges:IRQ::Falloujah:whole"),
    ("Falloujah est encerclée par l'armée irakienne.", "besieges:IRQ::Falloujah:whole"),
    ("L'armée syrienne fait le siège de Homs.", "besieges:SYR::Homs:whole"),
    ("Les troupes russes se sont retirées de Kherson.", "withdrew:RUS::Kherson:whole"),
    ("L'armée ukrainienne a évacué Bakhmout.", "withdrew:UKR::Bakhmout:whole"),
    ("L'armée syrienne s'est repliée de la base de Tabqa.", "withdrew:SYR::base de Tabqa:facility"),
    ("L'EI a été chassé de Manbij.", "withdrew:IS::Manbij:whole"),
    (
        "Chassés de Mogadiscio en 2011, les shebab tiennent les campagnes.",
        "withdrew:AL-SHABAAB::Mogadiscio:whole | holds:AL-SHABAAB::Somalie:part",
    ),
    ("L'armée malienne a quitté la base de Kidal.", "withdrew:MLI::Kidal:facility"),
    ("L'EI a été délogé de Syrte.", "withdrew:IS::Syrte:whole"),
    ("Les rebelles syriens abandonnent Daraya.", "withdrew:SYR-REB::Daraya:whole"),
    ("L'armée syrienne tente de reprendre Palmyre.", ""),
    ("L'armée syrienne veut reprendre Palmyre.", ""),
    ("L'armée syrienne n'a pas repris Palmyre.", ""),
    ("L'EI cherche à s'emparer de Deir Ezzor.", ""),
    ("L'offensive vise à chasser l'EI de Mossoul.", ""),
    ("L'armée syrienne a lancé une offensive pour reprendre Palmyre.", ""),
    ("L'objectif est de prendre Raqa.", ""),
    ("L'EI menace de prendre Deir Ezzor.", ""),
    ("L'armée syrienne a pris la parole à Damas.", ""),
    ("Le président français a quitté Paris.", ""),
    ("Le ministre russe a tenu une réunion à Moscou.", ""),
    ("L'EI a pris des otages à Raqa.", ""),
    ("Le gouvernement syrien contrôle les prix à Damas.", ""),
    ("Les rebelles syriens ont pris les armes en 2011.", ""),
    ("L'armée syrienne a pris pour cible Douma.", ""),
    ("Les rebelles syriens ont pris la fuite vers Idleb.", ""),
    ("Le ministre a repris ses fonctions à Bamako.", ""),
    ("L'armée syrienne occupe une place importante.", ""),
    ("Les forces irakiennes tiennent bon.", ""),
    ("Les rebelles syriens ont perdu vingt hommes à Homs.", ""),
    ("Les policiers ont libéré trois otages à Jolo.", ""),
    ("L'attaque a été prise au sérieux par l'armée syrienne.", ""),
    ("Le prix du pain est sous contrôle.", ""),
    ("La France a perdu un soldat à Tombouctou.", ""),
    ("Les rebelles syriens n'ont pas pu prendre Alep.", ""),
    ("Sans avoir repris Palmyre, l'armée syrienne s'est arrêtée.", ""),
    ("Le siège de l'ONU à Genève a été évacué.", ""),
    ("L'équipe a repris la tête du classement à Bamako.", ""),
    ("Les insurgés syriens se sont rendus maîtres de Jisr al-Choughour.", "captured:SYR-REB::Jisr al-Choughour:whole"),
    ("Les talibans afghans ont mis la main sur Kunduz.", "captured:TALIBAN::Kunduz:whole"),
    ("Le drapeau du régime flotte sur Homs.", ""),
    ("Les combattants kurdes syriens ont arraché Tal Abyad à l'EI.", "captured:SYR-KUR:IS:Tal Abyad:whole"),
    ("Falloujah, reprise en juin par l'armée irakienne, panse ses plaies.", "captured:IRQ::Falloujah:whole"),
    ("La chute de Ramadi aux mains de l'EI a été un choc.", "captured:IS::Ramadi:whole"),
    ("Les forces loyalistes syriennes, qui avaient perdu Palmyre, l'ont reprise lundi.", "captured:SYR::Palmyre:whole"),
    ("L'armée syrienne et ses alliés ont encerclé Alep.", "besieges:SYR::Alep:whole"),
    ("Les quartiers est d'Alep, encerclés par l'armée syrienne, manquent de vivres.", "besieges:SYR::Alep (est):part"),
    ("Les rebelles syriens ne tiennent plus que deux quartiers de Homs.", "holds:SYR-REB::Homs:part"),
    ("Les deux tiers de la ville d'Alep sont aux mains de l'armée syrienne.", "holds:SYR::Alep:part"),
    ("Environ 60 % de Manbij est contrôlé par les Forces démocratiques syriennes.", "holds:SDF::Manbij:part"),
    ("L'EI ne contrôle plus que 5 % de Mossoul.", "holds:IS::Mossoul:part"),
    ("Les séparatistes prorusses contrôlent Donetsk.", "holds:UKR-SEP::Donetsk:whole"),
    ("Les troupes turques occupent le nord de la Syrie.", "holds:TUR::Syrie (nord):whole"),
    ("Boko Haram a pris plusieurs villages près de Maiduguri.", "captured:BOKO-HARAM::Maiduguri:part"),
    ("L'armée nigériane affirme avoir repris Gwoza à Boko Haram.", "captured:NGA:BOKO-HARAM:Gwoza:whole"),
    ("Les forces maliennes ont reconquis Konna.", "captured:MLI::Konna:whole"),
    ("Les jihadistes se sont retirés de Gao.", "withdrew:MLI-JIH::Gao:whole"),
    ("Le M23 s'est retiré de Goma après un accord.", "withdrew:M23::Goma:whole"),
    ("Les forces éthiopiennes ont quitté Mekele.", "withdrew:ETH::Mekele:whole"),
    ("Les rebelles tigréens ont repris Mekele.", "captured:TPLF::Mekele:whole"),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_sentences(sentence: str, expected: str) -> None:
    assert told(sentence) == {claim for claim in expected.split(" | ") if claim}


def test_shares_of_several_claimants_are_kept_apart() -> None:
    found = claims(
        "L'armée syrienne contrôle désormais 75 % d'Alep, selon l'OSDH. "
        "Selon Moscou, l'armée syrienne contrôle 90 % d'Alep."
    )
    assert [(c.change, c.share) for c in found] == [("holds", 75.0), ("holds", 90.0)]
    assert [c.said_by for c in found] == [["SOHR"], ["RUS"]]


def test_a_share_taken_is_a_state() -> None:
    (claim,) = claims("L'armée syrienne a repris plus de 80 % de Homs.")
    assert (claim.change, claim.share, claim.extent) == ("holds", 80.0, "part")


@pytest.mark.parametrize(
    ("sentence", "certainty"),
    [
        ("L'armée syrienne aurait repris Palmyre.", "hedged"),
        ("Les rebelles syriens se seraient emparés de Homs.", "hedged"),
        ("L'armée syrienne a repris Palmyre.", "stated"),
    ],
)
def test_conditional_is_hedged(sentence: str, certainty: str) -> None:
    (claim,) = claims(sentence)
    assert claim.certainty == certainty


def test_pronouns_take_up_the_subject() -> None:
    found = claims("Les Houthis ont tiré des missiles sur Marib. Ils contrôlent Sanaa depuis 2014.")
    assert [(c.change, c.actor, c.place and c.place.name) for c in found] == [("holds", "HOUTHIS", "Sanaa")]


def test_clitics_take_up_the_place() -> None:
    found = claims("Des avions ont bombardé Khan Cheikhoun. L'armée syrienne l'avait repris aux rebelles en 2014.")
    assert [(c.actor, c.loser, c.place and c.place.name) for c in found] == [("SYR", "SYR-REB", "Khan Cheikhoun")]
    assert found[0].when is not None
    assert found[0].when.start.year == 2014


def test_days_come_from_the_sentence() -> None:
    (claim,) = claims("L'armée syrienne a repris mardi la ville de Palmyre.")
    assert claim.when == Interval.day(dt.date(2016, 10, 11))
    assert claim.when_basis == "relative"


def test_a_state_takes_no_day_from_afar() -> None:
    found = claims("Mardi, dix civils ont été tués à Raqa, ville sous contrôle de l'EI.")
    assert [c.when_basis for c in found] == ["assumed"]


def test_a_change_is_told_once() -> None:
    found = claims(
        "Syrie: l'armée reprend Palmyre\n\n"
        "L'armée syrienne a repris Palmyre. Palmyre a été reprise par l'armée syrienne."
    )
    assert len(found) == 1
    assert found[0].mentions


def test_who_held_it_lost_it() -> None:
    found = claims("Manbij est tenue par l'EI. Les Forces démocratiques syriennes ont pris Manbij mercredi.")
    assert [(c.change, c.actor, c.loser) for c in found] == [("holds", "IS", None), ("captured", "SDF", "IS")]


def test_said_in_passing_is_nobodys_claim() -> None:
    found = claims("Dix civils ont été tués à Raqa, ville sous contrôle de l'EI, selon l'OSDH.")
    assert [c.said_by for c in found] == [[]]


def test_nameless_fighters_belong_to_the_place() -> None:
    found = claims("Au Burkina Faso, l'inquiétude grandit depuis que des jihadistes ont pris Kidal, au Mali.")
    assert [c.actor for c in found] == ["MLI-JIH"]


def test_what_came_before_a_dated_act_does_not_get_its_day() -> None:
    text = "Un accord a été signé le 5 novembre 2015, après la prise d'Aden par les séparatistes yéménites."
    (claim,) = claims(text)
    assert claim.when is None


def test_a_state_lasts_since_the_day_that_is_told() -> None:
    (siege,) = claims("Madaya est assiégée par l'armée syrienne depuis 2015.")
    assert siege.when == Interval(start=dt.date(2015, 1, 1), end=PUBLISHED)


def test_who_lost_a_place_is_who_had_it_then() -> None:
    told_ = claims(
        "Syrte, bastion de l'EI, avait été reprise en 2015 par les forces kurdes. Elle est aux mains des rebelles syriens."
    )
    assert [c.loser for c in told_ if c.change == "captured"] == ["IS"]


@pytest.mark.parametrize(
    "told_",
    [
        "La chute de Baghouz est confirmée. L'EI avait conquis Mossoul en juin 2014.",
        "La ville de Baghouz a été reprise. L'EI avait pris Mossoul en 2014.",
        "Baghouz est tombée mardi. En 2014, l'EI s'était emparé de Mossoul.",
    ],
)
def test_who_took_another_place_years_ago_has_not_taken_this_one(told_: str) -> None:
    assert [(c.actor, c.place and c.place.name) for c in claims(told_)] == [("IS", "Mossoul")]


def test_a_title_without_a_full_stop_does_not_run_into_its_lead() -> None:
    title = "Mozambique: Palma aux mains des jihadistes\n"
    lead = "Des groupes jihadistes ont pris le contrôle de Palma lundi, au Mozambique."
    assert [(c.change, c.actor) for c in claims(title + lead)] == [("holds", "MOZ-JIH"), ("captured", "MOZ-JIH")]


CAPTIVES = [
    "Les lycéennes sont toujours aux mains de Boko Haram, trois ans après leur enlèvement à Chibok.",
    "Douze otages sont aux mains des rebelles à Syrte, en Libye.",
    "Trois journalistes restent aux mains du Front al-Nosra à Idleb, en Syrie.",
    "L'équipage du pétrolier est aux mains des Houthis à Hodeida.",
]


@pytest.mark.parametrize("text", CAPTIVES)
def test_people_in_the_hands_of_somebody_are_no_place(text: str) -> None:
    assert not claims(text)


def test_a_place_in_the_hands_of_somebody_is() -> None:
    assert [(c.change, c.actor) for c in claims("La ville de Syrte est aux mains des rebelles, en Libye.")] == [
        ("holds", "LBY-REB")
    ]


def test_the_last_quarter_of_a_town_that_was_taken_wholly_is_held_no_more() -> None:
    text = (
        "Les forces kurdes ont repris jeudi toute la ville de Hajine, en Syrie. Des combats avaient eu lieu la veille dans le dernier "
        "quartier contrôlé par l'EI à Hajine."
    )
    assert [(claim.change, claim.actor) for claim in claims(text)] == [("captured", "SYR-KUR")]
