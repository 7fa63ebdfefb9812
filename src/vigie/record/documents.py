"""Adding and reading documents, claims and problems: everything is added once, by id, and never altered."""

from collections.abc import Iterable, Iterator

from .. import values as v
from ..linking import block_keys, lookup_keys
from .batches import portions
from .journal import Entry
from .models import BlockKey, Claim, Document, IncidentClaim, Problem, Source
from .rows import claim_of, claim_row, document_of, document_row, problem_row


def add_documents(alias: str, documents: Iterable[v.Document], run: str | None) -> list[Entry]:
    """Add those that the record does not have; what cannot be stored becomes a problem. Returns journal entries."""
    rows, problems = [], []
    for document in _unknown(alias, documents):
        try:
            rows.append(document_row(document, _source(alias, document.outlet), run))
        except UnicodeEncodeError:
            reason = "the text holds half a character (a lone surrogate) and cannot be stored"
            problems.append(v.Problem(file=document.document, place="", reason=reason))
    Document.objects.using(alias).bulk_create(rows, batch_size=80)
    return [Entry("document.added", row.id) for row in rows] + add_problems(alias, problems, run)


def _unknown(alias: str, documents: Iterable[v.Document]) -> list[v.Document]:
    given = {document.id: document for document in documents}
    for portion in portions(list(given)):
        for known in Document.objects.using(alias).filter(id__in=portion).values_list("id", flat=True):
            del given[known]
    return list(given.values())


def _source(alias: str, outlet: str | None) -> int | None:
    if not outlet:
        return None
    name = outlet.encode("utf-8", "backslashreplace").decode("utf-8")[:300]
    return Source.objects.using(alias).get_or_create(name=name)[0].pk


def add_claims(alias: str, document: str, claims: Iterable[v.Claim], run: str | None) -> list[Entry]:
    """Add a document's claims and mark it complete; a claim already there is left as it is."""
    given = {claim.id: claim for claim in claims}
    known = {
        claim
        for portion in portions(list(given))
        for claim in Claim.objects.using(alias).filter(id__in=portion).values_list("id", flat=True)
    }
    new = [claim for claim in given.values() if claim.id not in known]
    Claim.objects.using(alias).bulk_create([claim_row(claim, run) for claim in new], batch_size=70)
    told = _documents(alias, {document}).get(document)
    keys = [BlockKey(claim_id=claim.id, key=_short(key)) for claim in new for key in block_keys(claim, told)]
    BlockKey.objects.using(alias).bulk_create(keys, batch_size=400)
    first = Document.objects.using(alias).filter(id=document, complete=False).update(complete=True)
    return [Entry("claims.added", document, {"claims": sorted(c.id for c in new)})] if new or first else []


def add_problems(alias: str, problems: Iterable[v.Problem], run: str | None) -> list[Entry]:
    """Add problems not met before."""
    rows = {row.id: row for row in (problem_row(problem, run) for problem in problems)}
    known = {
        row
        for portion in portions(list(rows))
        for row in Problem.objects.using(alias).filter(id__in=portion).values_list("id", flat=True)
    }
    new = [row for row in rows.values() if row.id not in known]
    Problem.objects.using(alias).bulk_create(new, batch_size=150)
    return [Entry("problem.added", row.id) for row in new]


def all_documents(alias: str) -> Iterator[v.Document]:
    """Every document, by day of publication and id."""
    for row in Document.objects.using(alias).order_by("published", "id").iterator(200):
        yield document_of(row)


def all_claims(alias: str, document: str | None = None) -> Iterator[v.Claim]:
    """Every claim (of one document), in the order of the texts."""
    rows = Claim.objects.using(alias).order_by("document_id", "start", "id")
    if document is not None:
        rows = rows.filter(document_id=document)
    for value in rows.values_list("value", flat=True).iterator(1000):
        yield claim_of(value)


def unlinked(alias: str) -> list[v.Claim]:
    """The claims that the linker has not placed yet, in the order of their ids."""
    rows = Claim.objects.using(alias).filter(linked=False, document__complete=True).order_by("id")
    return [claim_of(value) for value in rows.values_list("value", flat=True).iterator(1000)]


def neighbours(alias: str, claims: Iterable[v.Claim], reach: int) -> list[v.Claim]:
    """The stored claims that the linker has to compare `claims` with, with all members of the incidents they are in.

    `claims` themselves are left out. Whole incidents come along, so that `apply` can be given every claim it touches.
    `reach`: 1 for those that `claims` are compared with, 2 for those that these are compared with too, and so on.
    """
    new = {claim.id: claim for claim in claims}
    seen, edge = dict(new), list(new.values())
    for _ in range(reach):
        edge = [claim for claim in _nearest(alias, edge) if claim.id not in seen]
        seen.update((claim.id, claim) for claim in edge)
    return [seen[key] for key in sorted(seen.keys() - new.keys())]


def _nearest(alias: str, new: list[v.Claim]) -> list[v.Claim]:
    texts = _documents(alias, {claim.document for claim in new})
    keys = {_short(key) for claim in new for key in lookup_keys(claim, texts.get(claim.document))}
    found = {
        claim
        for portion in portions(sorted(keys))
        for claim in BlockKey.objects.using(alias).filter(key__in=portion).values_list("claim_id", flat=True)
    }
    own = {claim.id for claim in new}
    found |= _companions(alias, found | own)
    return _by_id(alias, found - own)


def _short(key: str) -> str:
    # Keys longer than the column are told apart by their hash.
    return key if len(key) <= 120 else v.digest((key,), 64)


def _documents(alias: str, ids: set[str]) -> dict[str, v.Document]:
    return {
        row.id: document_of(row)
        for portion in portions(sorted(ids))
        for row in Document.objects.using(alias).filter(id__in=portion)
    }


def documents_of(alias: str, claims: Iterable[v.Claim]) -> list[v.Document]:
    """The documents that claims are from, in the order of their ids."""
    found = _documents(alias, {claim.document for claim in claims})
    return [found[key] for key in sorted(found)]


def _companions(alias: str, claims: set[str]) -> set[str]:
    memberships = IncidentClaim.objects.using(alias)
    incidents = {
        incident
        for portion in portions(sorted(claims))
        for incident in memberships.filter(claim_id__in=portion).values_list("incident_id", flat=True)
    }
    return {
        claim
        for portion in portions(sorted(incidents))
        for claim in memberships.filter(incident_id__in=portion).values_list("claim_id", flat=True)
    }


def _by_id(alias: str, ids: set[str]) -> list[v.Claim]:
    return [
        claim_of(value)
        for portion in portions(sorted(ids))
        for value in Claim.objects.using(alias).filter(id__in=portion).order_by("id").values_list("value", flat=True)
    ]
