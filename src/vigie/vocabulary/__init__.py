"""The words of the house: closed lists, actors, sources, camps; data files with French and English labels.

>>> label("actors", "SYR-REB", "fr")
'rebelles (Syrie)'
>>> stake_of("SANA", {"SYR"}), stake_of("TASS", {"SYR"}), stake_of("SOHR", {"SYR"})
('party', 'ally', 'third')
"""

from .actors import (
    Actor,
    Country,
    Government,
    Pattern,
    actor,
    actors,
    armies_abroad,
    coded_as,
    countries,
    government,
    governments,
    is_actor,
    occupied,
    patterns,
    winged,
)
from .labels import Language, label
from .sources import Camp, Source, Stake, camps, camps_of, is_source, opposed, source, sources, stake_of
from .terms import (
    SubEvent,
    Term,
    act_units,
    acts,
    certainty,
    changes,
    entered_types,
    extents,
    kinds,
    outcomes,
    qualifiers,
    realis,
    relations,
    scopes,
    source_kinds,
    struck,
    sub_events,
    tables,
    terms,
    units,
    victims,
    weapons,
)

__all__ = [
    "Actor", "Camp", "Country", "Government", "Language", "Pattern", "Source", "Stake", "SubEvent", "Term",
    "act_units", "actor", "actors", "acts", "armies_abroad", "camps", "camps_of", "certainty", "changes",
    "coded_as", "countries", "entered_types", "extents", "government", "governments", "is_actor", "is_source",
    "kinds", "label", "occupied", "opposed", "outcomes", "patterns", "qualifiers", "realis", "relations", "scopes",
    "source", "source_kinds", "sources", "stake_of", "struck", "sub_events", "tables", "terms", "units", "victims",
    "weapons", "winged",
]  # fmt: skip
