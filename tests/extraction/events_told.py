"""What the event tests share: a text, read on 12 May 2020, as its event claims in short."""

import datetime as dt

from vigie.extraction import extract
from vigie.values import Document, Event, Harm, Interval, document_id

DAY = dt.date(2020, 5, 12)


def claims(text: str, published: dt.date | None = DAY) -> list[Event | Harm]:
    """The claims of events and harm of a text."""
    day = Interval.day(published) if published else None
    document = Document(
        document="d", id=document_id("d", text), text=text, published=day, sha256="", text_sha256="", origin=""
    )
    return [claim for claim in extract(document) if isinstance(claim, (Event, Harm))]


def events(text: str, published: dt.date | None = DAY) -> list[Event]:
    """The event claims of a text."""
    return [claim for claim in claims(text, published) if isinstance(claim, Event)]


def short(text: str) -> list[tuple[str, str, str | None]]:
    """(type, authors joined by commas, target) of each event of a text, sorted."""
    return sorted((e.type, ",".join(e.by), e.target or "") for e in events(text))


def figure(text: str, count: int, published: dt.date) -> Harm:
    """The claim of people harmed of that count (or lower bound) of a text."""
    return next(c for c in claims(text, published) if isinstance(c, Harm) and count in (c.count, c.low))
