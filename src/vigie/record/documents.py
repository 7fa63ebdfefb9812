"""Adding and reading documents, claims and problems: everything is added once, by id, and never altered."""

from collections.abc import Iterable, Iterator, Mapping

from .. import values as v
from ..linking import block_keys, lookup_keys
from .batches import portions
from .copies import settle
from .journal import Entry
from .models import BlockKey, Claim, Document, IncidentClaim, Problem, Source
from .rows import claim_of, claim_row, document_of, document_row, problem_row
from .versions import tie


def add_documents(alias: str, documents: Iterable[v.Document], run: str | None) -> list[Entry]:
    """Add those that the record does not have; what cannot be stored becomes a problem. Returns journal entries."""
    rows, stored, problems = [], [], []
    new = _unknown(alias, documents)
    sources = _sources(alias, new)
    for document in new:
        try:
            rows.append(document_row(document, sources.get(_outlet(document)), run))
            stored.append(document)
        except UnicodeEncodeError:
            reason = "the text holds half a character (a lone surrogate) and cannot be stored"
            problems.append(v.Problem(file=document.document, place="", reason=reason))
    origins, copied = settle(alias, stored)
    tie(alias, zip(rows, stored, strict=True))
    for row in rows:
        row.origin = origins[row.id]
    Document.objects.using(alias).bulk_create(rows, batch_size=80)
    return [*map(_added, rows), *copied, *add_problems(alias, problems, run)]


def _added(row: Document) -> Entry:
    return Entry("document.added", row.id, {"version_of": row.version_of_id} if row.version_of_id else {})


def _unknown(alias: str, documents: Iterable[v.Document]) -> list[v.Document]:
    given = {document.id: document for document in documents}
    for portion in portions(list(given)):
        for known in Document.objects.using(alias).filter(id__in=portion).values_list("id", flat=True):
            del given[known]
    return list(given.values())


def _outlet(document: v.Document) -> str:
    return (document.outlet or "").encode("utf-8", "backslashreplace").decode("utf-8")[:300]


def _sources(alias: str, documents: Iterable[v.Document]) -> dict[str, int]:
    """The numbers of the outlets of `documents`, new ones added."""
    names = sorted({_outlet(document) for document in documents} - {""})
    rows = Source.objects.using(alias)
    rows.bulk_create([Source(name=name) for name in names], ignore_conflicts=True, batch_size=400)
    return dict(
        found for portion in portions(names) for found in rows.filter(name__in=portion).values_list("name", "id")
    )


def add_claims(alias: str, given: Mapping[str, Iterable[v.Claim]], run: str | None) -> list[Entry]:
    """Add the claims of documents (by id) and mark these complete; a claim already there is left as it is."""
    claims = {claim.id: claim for of_document in given.values() for claim in of_document}
    for portion in portions(list(claims)):
        for known in Claim.objects.using(alias).filter(id__in=portion).values_list("id", flat=True):
            del claims[known]
    new = list(claims.values())
    Claim.objects.using(alias).bulk_create([claim_row(claim, run) for claim in new], batch_size=70)
    _index(alias, new)
    first = _complete(alias, list(given))
    added: dict[str, list[str]] = {document: [] for document in given if document in first}
    for claim in new:
        added.setdefault(claim.document, []).append(claim.id)
    return [Entry("claims.added", document, {"claims": sorted(ids)}) for document, ids in added.items()]


def _index(alias: str, new: list[v.Claim]) -> None:
    texts = _documents(alias, {claim.document for claim in new})
    rows = [
        BlockKey(claim_id=claim.id, key=key)
        for claim in new
        for key in sorted({_hashed(key) for key in block_keys(claim, texts.get(claim.document))})
    ]
    BlockKey.objects.using(alias).bulk_create(rows, batch_size=400)


def _complete(alias: str, documents: list[str]) -> set[str]:
    """Mark documents as read to the end; return those that were not."""
    first: set[str] = set()
    for portion in portions(documents):
        rows = Document.objects.using(alias).filter(id__in=portion, complete=False)
        first.update(rows.values_list("id", flat=True))
        rows.update(complete=True)
    return first


def stored(alias: str, ids: Iterable[str]) -> set[str]:
    """Those of `ids` that are documents of the record."""
    rows = Document.objects.using(alias)
    return {key for portion in portions(ids) for key in rows.filter(id__in=portion).values_list("id", flat=True)}


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
    keys = {_hashed(key) for claim in new for key in lookup_keys(claim, texts.get(claim.document))}
    found = {
        claim
        for portion in portions(sorted(keys))
        for claim in BlockKey.objects.using(alias).filter(key__in=portion).values_list("claim_id", flat=True)
    }
    own = {claim.id for claim in new}
    found |= _companions(alias, found | own)
    return _by_id(alias, found - own)


def _hashed(key: str) -> int:
    """A block's number, 63 bits: a third of the room of its name. Two blocks of one number cost a needless look."""
    return int(v.digest((key,)), 16) >> 1


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


def loosen(alias: str, claims: set[str]) -> None:
    """Let the linker place these claims again, and all that stand in their incidents."""
    for portion in portions(sorted(claims | _companions(alias, claims))):
        Claim.objects.using(alias).filter(id__in=portion).update(linked=False)


def claims_named(alias: str, name: str) -> list[str]:
    """The claim of that id, or the claims of the incident of that public id; KeyError for neither."""
    members = IncidentClaim.objects.using(alias).filter(incident_id=name).order_by("claim_id")
    found = list(members.values_list("claim_id", flat=True))
    if not found and Claim.objects.using(alias).filter(id=name).exists():
        found = [name]
    if not found:
        raise KeyError(name)
    return found
