"""The extraction room: document → claims, by a cascade of data-driven rules that explain themselves."""

from .bulk import understand_many
from .extract import LANGUAGES, PACK, Explained, Reading, dated, explain, extract, understand

__all__ = ["LANGUAGES", "PACK", "Explained", "Reading", "dated", "explain", "extract", "understand", "understand_many"]
