"""Names → places: a prebuilt gazetteer, French press spellings, homonyms settled by the whole text. Pure."""

from .find import find_places, story_countries
from .mention import PlaceMention

__all__ = ["PlaceMention", "find_places", "story_countries"]
