"""Which pages there are, and what each template is given."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.utils.translation import gettext

from .. import values as v
from ..intake import reason, was_read
from ..vocabulary import is_source, source
from . import downloads, tallies, words
from .cards import BLANK, Card, card
from .charts import timeline
from .claims_view import claim_view, document_title
from .incident_view import incident_view
from .maps import maps_of
from .marking import carrying, pieces
from .material import Material, file_name

T = TypeVar("T")
ROWS = 100  # incidents on a page of the list, and documents on one of theirs


@dataclass(frozen=True, slots=True)
class Page:
    """A page to write: where, from which template, under which part of the menu; `counts` towards progress."""

    path: str
    template: str
    title: str
    section: str
    context: dict[str, Any] = field(default_factory=dict)
    counts: int = 0


def index_rows(material: Material) -> tuple[list[Card], list[tuple[str, str]]]:
    """The rows of the list, newest first, and the outcomes that occur in them."""
    cards = [card(incident, material) for incident in material.incidents.values()]
    found = sorted({outcome for one in cards for outcome in one.outcomes})
    return cards, [(outcome, words.named("outcomes", outcome)) for outcome in found]


def list_pages(material: Material, cards: Sequence[Card], outcomes: Sequence[tuple[str, str]]) -> Iterator[Page]:
    """The list of incidents: the first page with map, time line and filters; the others for readers without scripts."""
    incidents = list(material.incidents.values())
    parts = _slices(cards, ROWS)
    context = {
        "filters": _filters(cards, outcomes),
        "timeline": timeline(incidents),
        "maps": maps_of(incidents),
        "blank": BLANK,
        **_counts(material),
    }
    for number, part in enumerate(parts, 1):
        first = number == 1
        shared = context if first else {}
        yield Page(
            "index.html" if first else f"list-{number}.html", "index.html" if first else "list.html",
            gettext("Incidents"), "incidents",
            {**shared, "cards": part, "page": number, "pages": len(parts), "total": len(cards)}, 0,
        )  # fmt: skip


def _filters(cards: Sequence[Card], outcomes: Sequence[tuple[str, str]]) -> dict[str, Sequence[tuple[str, str]]]:
    types = {c.type: words.capital(words.matter(c.type)) for c in cards if c.type}
    return {
        "types": sorted(types.items(), key=lambda pair: pair[1]),
        "places": sorted({(c.place, c.place) for c in cards if c.place}),
        "claimants": sorted({pair for c in cards for pair in c.claimants}, key=lambda pair: pair[1]),
        "actors": sorted({pair for c in cards for pair in c.actors}, key=lambda pair: pair[1]),
        "outcomes": outcomes,
    }


def _counts(material: Material) -> dict[str, str]:
    disputed = sum(bool(i.contradictions) for i in material.incidents.values())
    return {
        "incidents_counted": words.counted(len(material.incidents), "incidents"),
        "claims_counted": words.counted(len(material.claims), "claims"),
        "documents_counted": words.counted(len(material.documents), "documents"),
        "disputed": words.number(disputed),
        "problems_counted": words.counted(len(material.problems), "problems"),
    }


def common_pages(material: Material, cards: Sequence[Card]) -> Iterator[Page]:
    """All other pages."""
    yield from _incident_pages(material, cards)
    yield from _tombstone_pages(material)
    yield from _document_pages(material)
    yield from _document_lists(material)
    yield Page("problems.html", "problems.html", gettext("Problems"), "problems", _problems(material))
    yield Page("sources.html", "sources.html", gettext("Sources"), "sources", _sources(material))
    yield Page("tallies.html", "tallies.html", gettext("Totals"), "tallies", {
        "tables": tallies.tables(material), "total": tallies.total(material),
        "outcomes": [words.capital(words.named("outcomes", outcome)) for outcome in tallies.OUTCOMES],
    })  # fmt: skip
    yield Page("about.html", "about.html", gettext("Method"), "about", {
        "files": list(downloads.FILES), "policy": material.policy, "coarse": len(material.coarse),
        "struck": words.names("struck", sorted(material.policy.struck)), **_counts(material),
    })  # fmt: skip


def _incident_pages(material: Material, cards: Sequence[Card]) -> Iterator[Page]:
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for incident in material.incidents.values():
        for part in incident.contains:
            holders[part].append(incident.incident)
    for number, (one, incident) in enumerate(zip(cards, material.incidents.values(), strict=True)):
        context = {
            "incident": incident_view(incident, material, holders),
            "newer": cards[number - 1].page if number else "",
            "older": cards[number + 1].page if number + 1 < len(cards) else "",
        }
        yield Page(one.page, "incident.html", one.title, "incidents", context, 1)


def _tombstone_pages(material: Material) -> Iterator[Page]:
    for dead, living in material.tombstones.items():
        if living in material.incidents:
            context = {"dead": dead, "target": f"incidents/{file_name(living)}.html"}
            yield Page(f"incidents/{file_name(dead)}.html", "merged.html", gettext("Merged"), "incidents", context)


def _document_pages(material: Material) -> Iterator[Page]:
    for document in material.documents.values():
        claims = material.claims_of.get(document.id, [])
        whole = material.policy.text == "full"
        context = {
            "document": document,
            "published": words.days(document.published) if document.published else "",
            "pieces": pieces(document, claims) if whole else carrying(document, claims),
            "whole": whole,
            "claims": [claim_view(claim, material, number) for number, claim in enumerate(claims, 1)],
            "link": safe_link(document.url),
        }
        title = document_title(document)
        yield Page(f"documents/{file_name(document.id)}.html", "document.html", title, "documents", context, 1)


def safe_link(url: str | None) -> str:
    """The address, if it is one of the web; nothing where following it could run something."""
    return url if url and url.lower().startswith(("https://", "http://")) else ""


def _document_lists(material: Material) -> Iterator[Page]:
    ordered = sorted(material.documents.values(), key=_published, reverse=True)
    parts = _slices(ordered, ROWS)
    for number, part in enumerate(parts, 1):
        rows = [_document_row(document, material) for document in part]
        path = "documents.html" if number == 1 else f"documents-{number}.html"
        context = {"rows": rows, "page": number, "pages": len(parts), "total": words.counted(len(ordered), "documents")}
        yield Page(path, "documents.html", gettext("Documents"), "documents", context)


def _document_row(document: v.Document, material: Material) -> tuple[str, str, str, str, str, int]:
    day = words.days(document.published) if document.published else ""
    page, count = f"documents/{file_name(document.id)}.html", len(material.claims_of.get(document.id, []))
    return page, document_title(document), document.outlet or "", day, document.language, count


def _published(document: v.Document) -> tuple[str, str]:
    return (document.published.start.isoformat() if document.published else "", document.id)


def _problems(material: Material) -> dict[str, Any]:
    unread = [d for d in material.documents.values() if d.language not in ("fr",) and not material.claims_of.get(d.id)]
    rows = [(f"documents/{file_name(d.id)}.html", d.document, d.language) for d in unread]
    problems = [(p.file, p.place, _reason(p), was_read(p)) for p in material.problems]
    return {"problems": problems, "counted": words.counted(len(problems), "problems"), "unread": rows}


def _reason(problem: v.Problem) -> str:
    """Why, in the language of the page; as it was told where its code is not one of this version's."""
    try:
        return reason(problem, words.language())
    except (KeyError, ValueError, IndexError):
        return problem.reason


def _sources(material: Material) -> dict[str, Any]:
    return {"outlets": tallies.outlets(material), "claimants": tallies.claimants(material, _kind_of)}


def _kind_of(one: str) -> str:
    return words.named("source_kinds", source(one).kind) if is_source(one) else ""


def _slices(items: Sequence[T], size: int) -> list[Sequence[T]]:
    return [items[at : at + size] for at in range(0, len(items), size)] or [items]
