"""The closed lists of values that claims use (shared gold/GUIDE.md), with labels; ACLED's 25 sub-event types."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from types import MappingProxyType

from ._files import rows, words


@dataclass(frozen=True, slots=True)
class Term:
    """One value of a closed list."""

    id: str
    label_en: str
    label_fr: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class SubEvent:
    """One ACLED sub-event type with what it rolls up to (codebook 2023, acledR's acled_event_categories)."""

    id: str
    event_type: str
    disorder_types: tuple[str, ...]
    political_violence: bool
    organized_political_violence: bool
    demonstration: bool
    label_en: str
    label_fr: str


@lru_cache(maxsize=1)
def tables() -> Mapping[str, Mapping[str, Term]]:
    """Every closed list by name; the terms stand in the guide's order."""
    grouped: dict[str, dict[str, Term]] = {}
    for row in rows("terms"):
        term = Term(row["id"], row["label_en"], row["label_fr"], row["note"])
        grouped.setdefault(row["table"], {})[term.id] = term
    return MappingProxyType({name: MappingProxyType(terms) for name, terms in grouped.items()})


def terms(table: str) -> Mapping[str, Term]:
    """One closed list; KeyError for a table that is none."""
    return tables()[table]


@lru_cache(maxsize=1)
def entered_types() -> Mapping[str, str]:
    """Words that a list's own cells have for an act (without accents) -> the sub-event type."""
    return MappingProxyType({row["form"]: row["type"] for row in rows("entered_types")})


@lru_cache(maxsize=1)
def sub_events() -> Mapping[str, SubEvent]:
    """ACLED's sub-event types by their exact name."""
    return MappingProxyType(
        {
            row["id"]: SubEvent(
                id=row["id"],
                event_type=row["event_type"],
                disorder_types=words(row["disorder_types"], ";"),
                political_violence=row["political_violence"] == "1",
                organized_political_violence=row["organized_political_violence"] == "1",
                demonstration=row["demonstration"] == "1",
                label_en=row["label_en"],
                label_fr=row["label_fr"],
            )
            for row in rows("sub_events")
        }
    )


Listing = Callable[[], Mapping[str, Term]]
acts: Listing = partial(terms, "acts")
act_units: Listing = partial(terms, "act_units")
certainty: Listing = partial(terms, "certainty")
changes: Listing = partial(terms, "changes")
extents: Listing = partial(terms, "extents")
kinds: Listing = partial(terms, "kinds")
outcomes: Listing = partial(terms, "outcomes")
qualifiers: Listing = partial(terms, "qualifiers")
realis: Listing = partial(terms, "realis")
relations: Listing = partial(terms, "relations")
scopes: Listing = partial(terms, "scopes")
source_kinds: Listing = partial(terms, "source_kinds")
struck: Listing = partial(terms, "struck")
units: Listing = partial(terms, "units")
victims: Listing = partial(terms, "victims")
weapons: Listing = partial(terms, "weapons")
