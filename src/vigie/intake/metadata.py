"""What a page says about itself: JSON-LD, Open Graph and the like. No date is guessed from its words."""

import json
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urljoin

from lxml.html import HtmlElement

from . import dates
from .records import address, line
from .source import Draft

_DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "dc.date.issued",
    "dcterms.created", "dcterms.issued", "dc.date", "dcterms.date", "date", "pubdate", "publish-date", "publish_date",
    "published_at", "parsely-pub-date", "sailthru.date", "article.published", "cxenseparse:recs:publishtime",
)  # fmt: skip
_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher")
_ARTICLES = ("Article", "Posting", "Report", "LiveBlog")
_LONGEST_JSON = 1_000_000
_MOST_NODES = 5_000


def read(tree: HtmlElement) -> Draft:
    """A draft with title, outlet, address and date of publication as far as the page states them; no text yet."""
    meta, linked = _meta(tree), _linked(tree)
    url = _url(tree, meta, linked)
    made = Draft(text="", url=url, title=_title(tree, meta, linked), outlet=_outlet(meta, linked))
    candidates = [linked.get("datePublished"), *(meta.get(name) for name in _DATES), *_times(tree)]
    made.published = next((found for words in candidates if (found := dates.interval(words))), None)
    made.basis = "metadata" if made.published else None
    return made


def _meta(tree: HtmlElement) -> dict[str, str]:
    """The first content of each `meta` by its name, property or itemprop, in lower case."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        for key in ("property", "name", "itemprop"):
            if name := element.get(key):
                found.setdefault(name.lower().strip(), element.get("content") or "")
    return found


def _linked(tree: HtmlElement) -> dict[str, object]:
    """The JSON-LD object of the article; empty where there is none."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and len(script.text or "") < _LONGEST_JSON:
            for node in islice(_nodes(script.text or ""), _MOST_NODES):
                if any(name in str(node.get("@type")) for name in _ARTICLES):
                    return node
    return {}


def _nodes(words: str) -> Iterator[dict[str, object]]:
    """All objects of a piece of JSON-LD, outermost first; nothing where it is broken."""
    try:
        queue = [json.loads(words.strip().removesuffix(";"), strict=False)]
    except (ValueError, RecursionError):
        return
    while queue:
        node = queue.pop(0)
        if isinstance(node, dict):
            yield node
            queue.extend(node.values())
        elif isinstance(node, list):
            queue.extend(node)


def _times(tree: HtmlElement) -> list[str]:
    """The `time` elements that are marked as the publication, or the only one of the page."""
    times = [element for element in tree.iter("time") if element.get("datetime")]
    marked = [t for t in times if "datepublished" in (t.get("itemprop") or "").lower() or t.get("pubdate") is not None]
    chosen = marked or (times if len(times) == 1 else [])
    return [str(element.get("datetime")) for element in chosen]


def _url(tree: HtmlElement, meta: dict[str, str], linked: dict[str, object]) -> str | None:
    canonical = (e.get("href") for e in tree.iter("link") if "canonical" in (e.get("rel") or "").lower().split())
    base = address(meta.get("og:url")) or address(linked.get("url"))
    for href in canonical:
        try:
            found = address(urljoin(base or "", href or ""))
        except ValueError:
            continue
        if found:
            return found
    return base


def _title(tree: HtmlElement, meta: dict[str, str], linked: dict[str, object]) -> str | None:
    stated = (line(meta.get(name)) for name in _TITLES)
    headings = (line(element.text_content()) for element in tree.iter("h1"))
    titles = (line(element.text_content()) for element in tree.iter("title"))
    return line(linked.get("headline")) or next((t for t in [*stated, *headings, *titles] if t), None)


def _outlet(meta: dict[str, str], linked: dict[str, object]) -> str | None:
    publisher = linked.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    stated = [meta.get(key) for key in _OUTLETS]
    return next((found for value in [meta.get("og:site_name"), name, *stated] if (found := line(value))), None)
