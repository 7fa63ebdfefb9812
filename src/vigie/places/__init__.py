"""Names → places: a prebuilt gazetteer, French press spellings, homonyms settled by the whole text. Pure."""

from .countries import neighbours, story_countries
from .find import find_places
from .lookup import search
from .mention import PlaceMention
from .precision import precision_codes
from .user import add

__all__ = ["PlaceMention", "add", "find_places", "neighbours", "precision_codes", "search", "story_countries"]
