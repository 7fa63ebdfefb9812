"""Which pages there are, and what each template is given."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from .. import values as v
from ..intake import reason, was_read
from ..vocabulary import is_source, source
from . import downloads, totals, voices, words
from .cards import BLANK, TOPICS, Card, Topic, card
from .charts import timeline
from .claims_view import claim_view, document_title
from .control_view import PLACES, control_pages, page_path
from .diplomacy_view import acts
from .document_view import Kinship
from .incident_view import incident_view
from .maps import Map
from .marking import carrying, pieces
from .material import Material, file_name
from .words import gettext
from .worked import Worked

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


def list_pages(
    material: Material,
    cards: Sequence[Card],
    outcomes: Sequence[tuple[str, str]],
    maps: Sequence[Map],
    leaflet: bool,
) -> Iterator[Page]:
    """The list of violent incidents: the first page with map, time line, and filters that reach everything else; the
    others for readers without scripts. `leaflet`: the map is that of Leaflet where scripts run."""
    own = [c for c in cards if c.topic == "violence"]
    parts = _slices(own, ROWS)
    context = {
        "filters": _filters(cards, outcomes),
        "timeline": timeline(list(material.incidents.values()), {c.id for c in own}),
        "maps": maps, "leaflet": leaflet, "blank": BLANK, "everything": len(cards),
        "topics": _topics(cards), **_counts(material, cards),
    }  # fmt: skip
    for number, part in enumerate(parts, 1):
        first = number == 1
        shared = context if first else {}
        yield Page(
            "index.html" if first else f"list-{number}.html", "index.html" if first else "list.html",
            gettext("Incidents"), "incidents",
            {**shared, "cards": part, "page": number, "pages": len(parts), "total": len(own)}, 0,
        )  # fmt: skip


def _topics(cards: Sequence[Card]) -> list[tuple[str, str, int]]:
    """(value, label, number) of the tabs of the list; the first stands in no address."""
    counts = Counter(c.topic for c in cards)
    tabs = [("" if topic == "violence" else topic, label, counts[topic]) for topic, label in _labels().items()]
    return [*tabs, ("all", gettext("Everything"), len(cards))]


def _labels() -> dict[Topic, str]:
    return {"violence": gettext("Violence"), "control": gettext("Control"), "diplomacy": gettext("Diplomacy")}


def _filters(cards: Sequence[Card], outcomes: Sequence[tuple[str, str]]) -> dict[str, Any]:
    types = {(c.topic, c.type, words.capital(words.matter(c.type))) for c in cards if c.type}
    return {
        "types": [
            (label, sorted({(value, name) for topic, value, name in types if topic == one}, key=lambda pair: pair[1]))
            for one, label in _labels().items()
        ],
        "places": sorted({(c.place, c.place) for c in cards if c.place}),
        "claimants": sorted({pair for c in cards for pair in c.claimants}, key=lambda pair: pair[1]),
        "actors": sorted({pair for c in cards for pair in c.actors}, key=lambda pair: pair[1]),
        "outcomes": outcomes,
    }


def _counts(material: Material, cards: Sequence[Card]) -> dict[str, Any]:
    counts = Counter(c.topic for c in cards)
    return {
        "topics_counted": [(topic, words.counted(counts[topic], topic)) for topic in TOPICS],
        "claims_counted": words.counted(len(material.claims), "claims"),
        "documents_counted": words.counted(len(material.documents), "documents"),
        "disputed": words.number(sum(c.contradictions > 0 for c in cards)),
        "problems_counted": words.counted(len(material.problems), "problems"),
    }


def common_pages(material: Material, cards: Sequence[Card], worked: Worked) -> Iterator[Page]:
    """All other pages."""
    yield from _incident_pages(material, cards, worked)
    yield from _tombstone_pages(material)
    yield from _document_pages(material)
    yield from _document_lists(material)
    yield from _control_pages(material, worked)
    yield from _diplomacy_pages(material, cards)
    yield from _totals_pages(material, worked)
    yield Page("problems.html", "problems.html", gettext("Problems"), "problems", _problems(material))
    yield Page("sources.html", "sources.html", gettext("Sources"), "sources", _sources(material))
    yield Page("about.html", "about.html", gettext("Method"), "about", {
        "files": list(downloads.FILES), "policy": material.policy, "coarse": len(material.coarse),
        "struck": words.names("struck", sorted(material.policy.struck)), **_counts(material, cards),
    })  # fmt: skip


def _control_pages(material: Material, worked: Worked) -> Iterator[Page]:
    found = control_pages(material, worked)
    shared = {"counted": words.counted(len(worked.chronicles), "places"), "pages": len(found)}
    for number, one in enumerate(found, 1):
        path = page_path((number - 1) * PLACES)
        yield Page(path, "control.html", gettext("Control"), "control", {**shared, "shown": one, "page": number})


def _diplomacy_pages(material: Material, cards: Sequence[Card]) -> Iterator[Page]:
    own = [c for c in cards if c.topic == "diplomacy"]
    parts = _slices(own, ROWS)
    counted = words.counted(len(own), "diplomacy")
    for number, part in enumerate(parts, 1):
        context = {
            "cards": part, "page": number, "pages": len(parts), "counted": counted,
            "acts": acts(material, own) if number == 1 else (),
        }  # fmt: skip
        path = "diplomacy.html" if number == 1 else f"diplomacy-{number}.html"
        yield Page(path, "diplomacy.html", gettext("Diplomacy"), "diplomacy", context)


def _totals_pages(material: Material, worked: Worked) -> Iterator[Page]:
    for only, path in totals.PAGES.items():
        context = totals.page_context(only, material, worked)
        yield Page(path, "tallies.html", gettext("Totals"), "tallies", context)


def _incident_pages(material: Material, cards: Sequence[Card], worked: Worked) -> Iterator[Page]:
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for incident in material.incidents.values():
        for part in incident.contains:
            holders[part].append(incident.incident)
    around = _neighbours(cards)
    for one, incident in zip(cards, material.incidents.values(), strict=True):
        newer, older = around[one.id]
        view = incident_view(incident, material, holders, worked)
        context = {"incident": view, "newer": newer, "older": older}
        yield Page(one.page, "incident.html", one.title, _SECTIONS[one.topic], context, 1)


_SECTIONS = {"violence": "incidents", "control": "control", "diplomacy": "diplomacy"}


def _neighbours(cards: Sequence[Card]) -> dict[str, tuple[str, str]]:
    """The pages before and after each incident, among those about the same."""
    found: dict[str, tuple[str, str]] = {}
    for topic in TOPICS:
        own = [c for c in cards if c.topic == topic]
        pages = ["", *(c.page for c in own), ""]
        found |= {c.id: (pages[n], pages[n + 2]) for n, c in enumerate(own)}
    return found


def _tombstone_pages(material: Material) -> Iterator[Page]:
    for dead, living in material.tombstones.items():
        if living in material.incidents:
            context = {"dead": dead, "target": f"incidents/{file_name(living)}.html"}
            yield Page(f"incidents/{file_name(dead)}.html", "merged.html", gettext("Merged"), "incidents", context)


def _document_pages(material: Material) -> Iterator[Page]:
    kinship = Kinship(material)
    for document in material.documents.values():
        claims = material.claims_of.get(document.id, [])
        whole = material.policy.text == "full"
        copies, more_copies = kinship.copies(document)
        context = {
            "document": document,
            "published": words.days(document.published) if document.published else "",
            "pieces": pieces(document, claims) if whole else carrying(document, claims),
            "whole": whole,
            "claims": [claim_view(claim, material, number) for number, claim in enumerate(claims, 1)],
            "link": safe_link(document.url),
            "copies": copies,
            "more_copies": words.counted(more_copies, "documents") if more_copies else "",
            "versions": kinship.versions(document),
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
    by_file: defaultdict[str, list[tuple[str, str, bool]]] = defaultdict(list)
    for p in sorted(material.problems, key=lambda p: (p.file, len(p.place), p.place)):
        by_file[p.file].append((p.place, _reason(p), was_read(p)))
    return {
        "problems": list(by_file.items()), "counted": words.counted(len(material.problems), "problems"),
        "files_counted": words.counted(len(by_file), "files"), "unread": rows,
    }  # fmt: skip


def _reason(problem: v.Problem) -> str:
    """Why, in the language of the page; as it was told where its code is not one of this version's."""
    try:
        return reason(problem, words.language())
    except (KeyError, ValueError, IndexError):
        return problem.reason


def _sources(material: Material) -> dict[str, Any]:
    return {"outlets": voices.outlets(material), "claimants": voices.claimants(material, _kind_of)}


def _kind_of(one: str) -> str:
    return words.named("source_kinds", source(one).kind) if is_source(one) else ""


def _slices(items: Sequence[T], size: int) -> list[Sequence[T]]:
    return [items[at : at + size] for at in range(0, len(items), size)] or [items]
