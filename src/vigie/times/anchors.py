"""Dated anchors of the conflicts covered: battles, agreements, attacks, offices, and when each war began."""

import datetime as dt
from functools import cache

from vigie.values import Interval

from .data import rows


@cache
def wars() -> dict[str, tuple[tuple[dt.date, dt.date | None], ...]]:
    """country (ISO 3166 alpha-3) → the wars' first and last days, earliest first; an open war has no last day."""
    out: dict[str, list[tuple[dt.date, dt.date | None]]] = {}
    for row in rows("wars.tsv"):
        end = dt.date.fromisoformat(row["end"]) if row["end"] else None
        out.setdefault(row["country"], []).append((dt.date.fromisoformat(row["start"]), end))
    return {country: tuple(sorted(spans, key=lambda s: s[0])) for country, spans in out.items()}


def war_period(country: str, published: Interval | None) -> Interval | None:
    """What «depuis le début de la guerre» means in a text about a country: from the war's start to publication.

    `country` is ISO 3166 alpha-3. None where no war of that country had begun, or nothing tells when the text was
    published. Of several wars the last that had begun counts; starts and sources are in `vocabulary/data/wars.tsv`.
    """
    if published is None:
        return None
    begun = [span for span in wars().get(country, ()) if span[0] <= published.end]
    if not begun:
        return None
    first, last = begun[-1]
    return Interval(start=first, end=max(first, min(published.end, last or published.end)))
