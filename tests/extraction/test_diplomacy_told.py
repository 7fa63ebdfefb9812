"""A bed of sentences as French newswire tells the acts of states, parties and international bodies.

The sentences were written before their rules were looked at, some twenty ways of telling each act, and sixty
sentences that tell none: what stays unread is named in KNOWN, and kept small.
"""

import csv
import datetime as dt
from pathlib import Path

import pytest

from vigie.extraction import extract
from vigie.values import Diplomacy, Document, Interval, document_id

DAY = Interval.day(dt.date(2020, 5, 12))
RAID = "Des raids ont fait dix morts.\n"  # what makes the text one about a conflict
with (Path(__file__).parent / "diplomacy_told.tsv").open(encoding="utf-8", newline="") as told:
    ROWS = list(csv.DictReader(told, delimiter="\t", quoting=csv.QUOTE_NONE))

# Told in a way that no rule reads yet.
KNOWN: frozenset[str] = frozenset(
    {
        "Le président sénégalais, Macky Sall, a plaidé en faveur de l'intervention française au Mali.",
        "L'Union africaine, dans un communiqué, a rendu hommage aux soldats tchadiens.",
        "Pékin soutient Islamabad dans ce dossier.",
        "Washington a retiré le Soudan de la liste des Etats soutenant le terrorisme.",
        "Le Nigeria a rouvert sa frontière avec le Bénin.",
        "L'Union africaine a mis fin à la suspension du Soudan.",
        "La Guinée a extradé vers le Mali deux suspects.",
        "L'Allemagne a rejoint la force européenne au Sahel.",
        "Un convoi de l'ONU est entré dans la ville assiégée avec des vivres.",
        "L'Ouganda a accueilli plus de 50.000 réfugiés congolais.",
        "Les instructeurs américains ont formé des soldats nigériens.",
        "Le Danemark a offert deux hélicoptères à la mission de l'ONU.",
        "Les séparatistes casamançais ont décrété une trêve unilatérale.",
        "Les soldats burundais ont quitté la Somalie.",
        "Dans un message à son homologue russe, le président turc a demandé l'arrêt des frappes.",
        "Le Pakistan, qui a vivement protesté, a remis une note à l'ambassadeur indien.",
        "Les talibans ont décliné l'offre de trêve de Kaboul.",
        "Kampala nie toute implication dans l'attaque.",
        "La Cédéao se dit prête à intervenir militairement en Gambie.",
        "«Ils paieront le prix fort», a lancé le ministre iranien de la Défense.",
        "La Turquie a acheminé des blindés vers Idleb.",
        "La force conjointe du G5 Sahel a lancé sa première opération.",
        "Le Tchad a arrêté deux chefs de Boko Haram.",
        "L'armée israélienne a démoli la maison d'un Palestinien.",
        "L'Egypte a interpellé des dizaines de membres présumés de l'EI.",
        "Israël a bouclé la Cisjordanie.",
        "L'Ethiopie a coupé les télécommunications au Tigré.",
        "Le Pakistan a fermé sa frontière avec l'Afghanistan.",
        "Washington a fait savoir qu'il attendait de Moscou un retrait immédiat.",
        "Ankara n'a pas caché sa colère après ces frappes.",
        "Il n'est pas question pour Israël de négocier avec le Hamas.",
        "Les Vingt-Sept ont adopté de nouvelles sanctions.",
        "La République tchèque a donné son accord à l'envoi de 60 soldats.",
        "La flotte russe a entamé des exercices en mer Noire.",
        "Paris et les pays du G5 Sahel ont décidé de renforcer leur coopération militaire.",
        "L'UE a suspendu sa mission de formation au Mali.",
        "Madrid a porté à 300 le nombre de ses soldats au Mali.",
    }
)


def claims(text: str) -> list[Diplomacy]:
    """The acts of a sentence, read on 12 May 2020 in a text about a conflict."""
    text = RAID + text
    document = Document(
        document="d", id=document_id("d", text), text=text, published=DAY, sha256="", text_sha256="", origin=""
    )
    return [claim for claim in extract(document) if isinstance(claim, Diplomacy)]


def right(row: dict[str, str]) -> bool:
    """Whether the act of the row is among the claims with its actor, and its target if it names one."""
    found = claims(row["text"])
    if not row["act"]:
        return not found
    return any((c.act, c.actor) == (row["act"], row["actor"]) and row["target"] in ("", c.target or "") for c in found)


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:60] for row in ROWS])
def test_an_act_is_read_as_newswire_tells_it(row: dict[str, str]) -> None:
    """Each act is found with who did it, and nothing is found where none is told; what is known to fail, fails."""
    assert right(row) is (row["text"] not in KNOWN)
