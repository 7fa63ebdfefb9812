"""Why the claims of an incident are held to be about one thing: each with the claim before it that fits it best."""

from collections.abc import Sequence

from .. import values as v
from ..linking import explain
from ..linking.facets import facet
from ..linking.scorer import score
from . import words
from .material import Material

_NEAR = 8  # claims before it that a claim is held against
_MOST = 40  # claims of an incident that are explained


def reasons(claims: Sequence[v.Claim], material: Material) -> list[tuple[int, int, str]]:
    """(number of a claim, number of one before it, the linker's sentence on the two), numbers from 1."""
    documents = [material.documents[claim.document] for claim in claims[:_MOST]]
    facets = [facet(claim, document) for claim, document in zip(claims, documents, strict=False)]
    told = []
    for later in range(1, len(facets)):
        near = [n for n in range(min(later, _NEAR)) if facets[n].cls == facets[later].cls]
        best = max(near, key=lambda n: (score(facets[n], facets[later]).score, -n), default=None)
        if best is not None and (said := _said((claims[best], claims[later]), (documents[best], documents[later]))):
            told.append((later + 1, best + 1, said))
    return told


def _said(pair: tuple[v.Claim, v.Claim], documents: tuple[v.Document, v.Document]) -> str:
    """The linker's sentence; none where a claim has a value that this version has no word for."""
    try:
        return explain(*pair, words.language(), documents)
    except KeyError:
        return ""
