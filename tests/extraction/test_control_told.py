"""A bed of sentences written from how newswires tell of control, before any rule was looked at: each in its own words."""

import csv
import unicodedata
from pathlib import Path

import pytest

from vigie.extraction import extract
from vigie.values import Control, Document

BED = Path(__file__).with_name("control_told.tsv")
# What the rules do not read yet, by the first words of the sentence.
KNOWN_FAILURES = (
    "Le Premier ministre irakien Haider al-Abadi a proclamé",
    "L'armée soudanaise a délogé les FSR du palais",
    "Les soldats somaliens, épaulés par des miliciens",
    "Les soldats français et maliens ont repris Diabali aux",
    "Diabali a été reprise par les soldats français et",
    "L'armée burkinabè a reconquis",
    "L'armée tchadienne a chassé Boko Haram de Malam",
    "Les Shebab mozambicains ont pris Palma, dans la",
    "L'offensive des jihadistes de Hayat Tahrir al-Sham",
    "Les jihadistes ont hissé le drapeau noir de l'EI sur",
    "La forêt de Sambisa, sanctuaire de Boko Haram, a été",
    "Benghazi est gouvernée par les autorités de l'Est",
    "Les Kurdes des YPG ont la haute main sur",
    "Le Hamas, au pouvoir à Gaza, a dénoncé un",
    "Les rebelles du 3R sévissent dans Koui, localité",
    "Les zones rebelles d'Alep ont été",
    "L'EI, dont Mossoul est la capitale en Irak, a exécuté",
    "Les rebelles tigréens contrôlent l'essentiel du",
    "Le corridor de Latchine est contrôlé par les soldats",
    "L'armée irakienne a coupé Falloujah du monde en",
    "Azerbaïdjan et Russie s'opposent sur le corridor:",
    "Les combattants de l'EI sont aux portes de",
    "Les rebelles du M23 sont aux portes de",
    "Les forces du maréchal Haftar sont arrivées aux abords",
    "Les FSR ont pris position à la périphérie",
    "Les forces de Haftar ont levé le camp de",
)


def rows() -> list[dict[str, str]]:
    with BED.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def claims(text: str) -> list[Control]:
    document = Document(document="t", id="t", text=text, sha256="", text_sha256="", origin="t", published=None)
    return [claim for claim in extract(document) if isinstance(claim, Control)]


def folded(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))


def right(claim: Control, row: dict[str, str]) -> bool:
    """The change, the actor, the extent and the place; the loser and the share where the row tells them."""
    told = (claim.change, claim.actor or "", claim.extent) == (row["change"], row["actor"], row["extent"])
    place = folded(row["place"]) in folded(claim.place.name if claim.place else "")
    loser = not row["loser"] or claim.loser == row["loser"]
    return told and place and loser and (not row["share"] or claim.share == float(row["share"]))


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["text"][:60])
def test_a_sentence_tells_its_change(row: dict[str, str], request: pytest.FixtureRequest) -> None:
    if row["text"].startswith(KNOWN_FAILURES):
        request.applymarker(pytest.mark.xfail(strict=True, reason="not read yet"))
    found = claims(row["text"])
    assert any(right(claim, row) for claim in found) if row["change"] else not found
