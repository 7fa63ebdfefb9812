"""Level 5: one act for each place where a sentence tells several: «des frappes sur X, Y et Z»,
«quatre à X et trois à Y».
"""

import re
from dataclasses import replace

from vigie.places import PlaceMention

from .acts import Act, near
from .analysis import Analysis
from .event_counts import Counted
from .setting import Where

# What may stand between two places of one act; a comma alone joins only where an «et» follows further on.
_BETWEEN = re.compile(
    r"\s*(?:\([^()]{1,24}\)\s*)?(?P<join>,?\s*(?:et|ainsi qu(?:e\b|['’])|puis|comme|mais aussi)|,)"
    r"(?:(?:\s*(?:à|au|aux|en|dans|sur|sous|de|du|des|d['’]|l['’]|la|le|les|près|également|aussi|autour|celle|celui|ceux|"
    r"toute|tout|quartiers?|villes?|villages?|localités?|[\w-]{2,12}(?=\s+(?:dans|à|sur|en)\b)))*)\s*"
)
_LEADS = re.compile(r"\s*(?:et|comme|puis) (?:à|au|aux|en|dans|près de) ?")
_WIDER = 1.6  # «à Djibo, dans la province du Soum»: the second place holds the first
_LONGEST = 230  # characters of a quote


def _join(text: str, left: PlaceMention, right: PlaceMention) -> re.Match[str] | None:
    return _BETWEEN.fullmatch(text[left.end : right.start])


def _chain(analysis: Analysis, act: Act) -> list[PlaceMention]:
    """The places told in one breath behind the act's own one: empty without an «et»."""
    sentence, text = act.clause.sentence, analysis.document.text
    mentions = analysis.places_in(sentence.start, sentence.end)
    at = next((i for i, m in enumerate(mentions) if act.where and m.start == act.where.start), None)
    if at is None:
        return []
    first = _group(text, mentions, at)
    if first < at:
        return [mention for mention in mentions[first:at] if mention.place is not None]
    found, joined = [], 0
    for left, right in zip(mentions[at:], mentions[at + 1 :], strict=False):
        match = _join(text, left, right)
        if match is None or right.place is None or left.place is None or right.place.level == "country":
            break
        comma = match["join"] == ","
        if comma and right.place.km > _WIDER * left.place.km and near(left.place, right.place):
            break
        found.append(right)
        joined = len(found) if not comma else joined
    return found[:joined]


def _group(text: str, mentions: list[PlaceMention], at: int) -> int:
    """The first of the places that open a sentence together: «A X et à Y, la police a tiré …»."""
    first = at
    while first and _LEADS.fullmatch(text[mentions[first - 1].end : mentions[first].start]):
        first -= 1
    return first


def _several(act: Act) -> bool:
    """The words can tell more than one act: a verb, a plural noun, places that open the sentence; «une attaque à X et
    Y» is one.
    """
    ahead = act.where is not None and act.where.start < act.seen.start
    return act.own_place and (act.seen.rule == "event.verb" or act.seen.plural or ahead)


def _counted(act: Act, mention: PlaceMention) -> Counted | None:
    """«et trois dans celle d'Idleb»: the number of that place."""
    if act.seen.count is None or act.where is None:
        return None
    between = [u for u in act.clause.units if act.where.end <= u.start < mention.start and u.code == "Q"]
    return Counted(between[-1], act.seen.count.of) if between else None


def _at(act: Act, mention: PlaceMention) -> Act:
    """The act at another place of its sentence."""
    assert mention.place is not None
    where = Where(mention.place, mention.start, mention.end, "place.sentence")
    start, end = (
        min(act.seen.start, mention.start),
        max(act.seen.end if mention.start < act.seen.start else 0, mention.end),
    )
    start, end = (start, end) if end - start < _LONGEST else (mention.start, mention.end)
    seen = replace(act.seen, start=start, end=end, count=_counted(act, mention), weapons=list(act.seen.weapons))
    return replace(act, seen=seen, where=where, raw=set(act.raw), figures=[], mentions=[], by=list(act.by))


def spread(analysis: Analysis, act: Act) -> list[Act]:
    """The act itself, and one more for each further place that is told with its own."""
    if not _several(act):
        return [act]
    return [act, *(_at(act, mention) for mention in _chain(analysis, act))]
