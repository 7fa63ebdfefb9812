"""Level 5: whether the text doubts what it tells: hearsay before it, «n'a pas pu être vérifié» behind it."""

from .analysis import Analysis
from .cues import cues
from .frames import Clause

_REACH = 160  # characters of the next sentence


def doubtful(analysis: Analysis, clause: Clause, start: int) -> bool:
    """«on parle de 26 morts», «il semble que …»; or the sentence behind says that nobody could confirm it."""
    text, sentence = analysis.document.text, clause.sentence
    if cues("fr")["hearsay"].search(text[sentence.start : start].lower()):
        return True
    behind = text[start : sentence.end].lower()
    after = text[sentence.end : sentence.end + _REACH].lower().lstrip(' \n»”"').split(". ")[0]
    unverified = cues("fr")["unverified"]
    return unverified.search(behind) is not None or unverified.match(after) is not None
