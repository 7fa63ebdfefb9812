"""«depuis la fermeture du poste, le 3 mai»: the day behind something that happened is the one from which it counts."""

import re
from functools import cache

from .data import rows

BACK = 110  # characters between «depuis» and the day
NEAR = 60  # characters before «depuis» in which a word tells that something is rare
_BEHIND = re.compile(
    r"depuis (?:la |les? |l['’]|cette |cet |ce |son |sa |ses |leurs? )(?P<noun>[\wà-ÿ-]+)"
    r"(?P<rest>[^.;:!?\n«»\"()]{0,90}?)(?:,? |,? ?\()(?:à l['’]|en |au |dès |le |la )?$",
    re.IGNORECASE,
)
# Not behind whoever tells it: «depuis que X a lancé son opération, a annoncé lundi l'armée».
_THAT = re.compile(
    r"depuis qu(?:e |['’])(?:[^.;:!?\n«»\"(),]|,(?! (?:a|ont|avait|avaient|selon|d['’]après)\b)){4,90}? "
    r"(?:en |au |dès |le |la )?$",
    re.IGNORECASE,
)
_RARE = re.compile(
    r"\b(?:plus (?!de |d['’]|que )|premi(?:er|ère)s?|pires?|jamais|record|inédite?s?|seule?|[a-z]+ième\b)[^.;:!?\n]*$",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\)?,? (?:qui|où|dans (?:le|la)quelle?|lors (?:du|de la)quelle?)\b")
_VERB = re.compile(
    r"\b(?:a|ont|avait|avaient|est|sont|était|étaient|été|fait|qui|que|dont)\b|qu['’]|,.*,"
    r"|\b(?:année|mois|semaine|journée|siècle)s?\b"
)


@cache
def _nouns() -> tuple["re.Pattern[str]", "re.Pattern[str]"]:
    table = rows("packs/fr/times_since.tsv")
    event, other = ("|".join(r["form"] for r in table if r["class"] == kind) for kind in ("event", "not"))
    return re.compile(rf"(?:{event})$"), re.compile(rf"(?:{other})$")


def is_rare(text: str, start: int) -> bool:
    """«le mois le plus meurtrier depuis deux ans»: how rare a thing is, told before a «depuis» at `start`."""
    return _RARE.search(text, max(0, start - NEAR), start) is not None


def counted_from(text: str, start: int, end: int) -> int | None:
    """Where the «depuis» stands that the day at `start:end` belongs to; None where it belongs to none. What is told
    behind «depuis que» has its day in the same breath, so that no comma but one of its own parts them.

    Nor where it only tells how rare a thing is («la plus lourde depuis …»), or that day's own dead follow («…, qui
    avait fait dix morts»).
    """
    left = text[max(0, start - BACK) : start]
    at = left.lower().rfind("depuis ")
    if at < 0 or _TOLD.match(text, end) or _RARE.search(text, max(0, start - 2 * BACK), start - len(left) + at):
        return None
    if _THAT.match(left, at):
        return start - len(left) + at
    match = _BEHIND.match(left, at)
    if match is None or _VERB.search(match["rest"]):
        return None
    event, other = _nouns()
    noun = match["noun"].lower()
    return start - len(left) + at if event.match(noun) and not other.match(noun) else None
