"""Level 6: «côté israélien», «du côté palestinien»: on which side's land people fell."""

from vigie.places.fold import fold
from vigie.places.gazetteer import gazetteer
from vigie.places.lexicon import lexicon
from vigie.vocabulary import occupied

from .analysis import Analysis
from .frames import Clause
from .setting_cues import LANGUAGE, before, cues
from .setting_where import Where

_BEHIND = 45  # characters between a figure and the side told behind it
_GAZA = "bande de gaza"


def side_told(analysis: Analysis, clause: Clause, start: int, end: int) -> Where | None:
    """The land of the side that the words right behind a figure name, else that of the last one named before it."""
    table, first = cues(LANGUAGE), clause.sentence.start
    told = table.side.finditer(analysis.low, first, clause.sentence.end)
    found = [m for m in told if table.from_side.search(before(analysis.low, first, m.start())) is None]
    behind = next(
        (m for m in found if 0 <= m.start() - end <= _BEHIND and not _counts(analysis.low[end : m.start()])), None
    )
    match = behind or next((m for m in reversed(found) if m.end() <= start), None)
    code = lexicon().demonyms.get(fold(match["people"])) if match else None
    if match is None or code is None:
        return None
    strip = code in occupied() and "gaza" in analysis.low
    entry = gazetteer().get(_GAZA)[0] if strip else gazetteer().country(code)
    return Where(entry.place(), match.start(), match.end(), "place.side") if entry else None


def _counts(text: str) -> bool:
    """Another figure or a mark stands between."""
    return any(c.isdigit() or c in ";." for c in text)
