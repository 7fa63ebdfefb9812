"""Claims to incidents, figures that keep their rivals, origins, control through time: pure functions."""

from .blocking import block_keys, lookup_keys
from .contain import with_contents
from .control import Chronicle, Share, Spell, control_through_time
from .decisions import Decision
from .explain import explain
from .link import Changes, link, link_all
from .origins import origins_of
from .parties import stake
from .ranges import ranges, rules
from .reading import read_claims, read_documents
from .tallies import By, Only, Tally, Toll, enemy_losses, tallies, tallies_by, tolls

__all__ = [
    "By", "Changes", "Chronicle", "Decision", "Only", "Share", "Spell", "Tally", "Toll", "block_keys",
    "control_through_time", "enemy_losses", "explain", "link", "link_all", "lookup_keys", "origins_of", "ranges",
    "read_claims", "read_documents", "rules", "stake", "tallies", "tallies_by", "tolls", "with_contents",
]  # fmt: skip
