"""Claims to incidents, figures that keep their rivals, origins, control through time: pure functions."""

from .blocking import block_keys, lookup_keys
from .decisions import Decision
from .link import Changes, link, link_all
from .origins import origins_of
from .ranges import ranges, rules
from .reading import read_claims, read_documents

__all__ = [
    "Changes", "Decision", "block_keys", "link", "link_all", "lookup_keys", "origins_of", "ranges", "read_claims",
    "read_documents", "rules",
]  # fmt: skip
