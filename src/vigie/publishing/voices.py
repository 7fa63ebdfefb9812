"""Who says it and who prints it, with what each said."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import quote

from .. import values as v
from . import words
from .material import Material
from .words import gettext


@dataclass(slots=True)
class Voice:
    """An outlet or a claimant, with what it said."""

    name: str
    kind: str
    documents: set[str] = field(default_factory=set)
    claims: int = 0
    incidents: set[str] = field(default_factory=set)
    contradicted: set[str] = field(default_factory=set)
    filter: str = ""


def outlets(material: Material) -> list[Voice]:
    """Who printed: outlets by number of documents."""
    voices: dict[str, Voice] = {}
    for document in material.documents.values():
        name = document.outlet or gettext("outlet not told")
        voice = voices.setdefault(name, Voice(name, ""))
        voice.documents.add(document.id)
        for claim in material.claims_of.get(document.id, []):
            _hear(voice, claim, material)
    return sorted(voices.values(), key=lambda voice: (-len(voice.documents), voice.name))


def claimants(material: Material, kind_of: Callable[[str], str]) -> list[Voice]:
    """Who says: sources by number of claims; `kind_of` names the kind of a source."""
    voices: dict[str, Voice] = {}
    for claim in material.claims.values():
        for one in claim.said_by:
            name = words.named("sources", one)
            voice = voices.setdefault(
                one, Voice(name, kind_of(one), filter=f"topic=all&claimant={quote(one, safe='')}")
            )
            voice.documents.add(claim.document)
            _hear(voice, claim, material)
    return sorted(voices.values(), key=lambda voice: (-voice.claims, voice.name))


def _hear(voice: Voice, claim: v.Claim, material: Material) -> None:
    voice.claims += 1
    incident = material.incident_of.get(claim.id)
    if incident in material.incidents:
        voice.incidents.add(incident)
        if any(claim.id in c.claims for c in material.incidents[incident].contradictions):
            voice.contradicted.add(incident)
