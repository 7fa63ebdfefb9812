"""Web pages: the article by trafilatura (never the comments), the date and names by the page's own metadata."""

import re
from collections.abc import Iterator

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from . import limits, metadata
from .decode import decode
from .problems import ReadError
from .records import warn
from .source import Draft, Request

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_PICTURE = re.compile(rb"data:[\w/+.;=-]{1,60},[A-Za-z0-9+/=%]{200,}")
_XML_ENCODING = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_DROPPED = (
    "script",
    "style",
    "noscript",
    "template",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "button",
    "svg",
    "iframe",
)
_BLOCKS = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "blockquote",
        "pre",
        "td",
        "th",
        "dd",
        "dt",
        "figcaption",
        "div",
        "br",
        "tr",
    ]
)
_PARAGRAPHS = ("p", "h2", "h3", "blockquote", "li")
_AROUND = re.compile(
    r"\b(?:comments?|commentaires?|disqus|related|share|sharing|partage|cookies?|newsletter)\b", re.IGNORECASE
)
_SPACES = re.compile(r"[ \t\r\n\f]+")
# Trafilatura returns a page's menu when there is no article: a text shorter than this is looked at again by paragraphs.
_SHORT = 250
# Elements from which trafilatura's second opinion (jusText, quadratic in paragraphs) is not asked; articles have 2,000.
_LARGE = 6_000


def page(request: Request) -> Iterator[Draft]:
    """The article of a page; ReadError when there is none."""
    html, replaced = _html(request)
    tree = parse(html)
    made = metadata.read(tree)
    made.text = _article(tree)
    if not made.text.strip():
        raise ReadError("script_only" if tree.find(".//script") is not None else "no_article")
    yield warn(made, replaced)


def _html(request: Request) -> tuple[str, int]:
    """The page as text, without the pictures saved within it: what it says of its encoding counts before its server."""
    head = _CHARSET.search(request.data[:4096])
    data = _PICTURE.sub(b"", request.data)
    if len(data) > limits.TEXT_FILE:
        raise ReadError("too_big", size=len(data) // limits.MEGA, limit=limits.TEXT_FILE // limits.MEGA)
    return decode(data, head[1].decode("ascii") if head else request.declared)


def parse(html: str) -> HtmlElement:
    """The tree of a page or a piece of one; ReadError: `too_deep` as no person writes, `no_article` for none."""
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    data = _XML_ENCODING.sub("", html).encode("utf-8", "replace")
    try:
        tree = lxml.html.document_fromstring(data, parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError) as error:
        raise ReadError("no_article") from error
    if _deep(tree):
        raise ReadError("too_deep", limit=limits.MARKUP_DEPTH)
    return tree


def _deep(tree: HtmlElement) -> bool:
    """Whether elements nest too deeply; iterative, since recursion is what it guards."""
    depth = 0
    for event, _ in lxml.etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limits.MARKUP_DEPTH:
            return True
    return False


def _article(tree: HtmlElement) -> str:
    """The article's text; the paragraphs outside menus where trafilatura finds nothing, as on very short pages."""
    from trafilatura import extract  # half a second to import: only the helper process pays it

    plain = lxml.html.fromstring(lxml.html.tostring(tree))
    large = sum(1 for _ in tree.iter("*")) > _LARGE
    found = extract(tree, include_comments=False, include_tables=False, output_format="txt", fast=large) or ""
    if len(found) >= _SHORT:
        return str(found)
    return _paragraphs(plain) or str(found)


def _paragraphs(tree: HtmlElement) -> str:
    """The paragraphs of the article element, or of the body, without menus, scripts, forms and comments."""
    roots = (tree.find(f".//{name}") for name in ("article", "main", "body"))
    root = next((found for found in roots if found is not None), tree)
    for dropped in [*root.iter(*_DROPPED), *(element for element in root.iter("*") if _is_around(element))]:
        if dropped is not root and dropped.getparent() is not None:
            dropped.drop_tree()
    blocks = (_SPACES.sub(" ", block.text_content()).strip() for block in root.iter(*_PARAGRAPHS))
    return "\n".join(block for block in blocks if block)


def _is_around(element: HtmlElement) -> bool:
    """Whether an element calls itself comments, related articles, sharing or the like."""
    return bool(_AROUND.search(f"{element.get('class') or ''} {element.get('id') or ''}"))


def fragment_text(html: str) -> str:
    """The words of a piece of HTML (an entry of a feed, the body of a mail), a line for each block."""
    if not html.strip():
        return ""
    tree = parse(html)
    for dropped in list(tree.iter("script", "style", "template", "head")):
        dropped.drop_tree()
    for element in tree.iter():
        if element.tag in _BLOCKS:
            element.tail = "\n" + (element.tail or "")
    lines = (_SPACES.sub(" ", line).strip() for line in tree.text_content().split("\n"))
    return "\n".join(line for line in lines if line)
