"""Who says it without a subject that speaks: «…: dix morts (police)», «… - OSDH», «…, indique-t-on au ministère»."""

from .attribution_meant import skipped_agency
from .attribution_scene import Act, Scene, Speaker
from .attribution_tally import speaks

_DASHES = frozenset({"-", "–", "—"})
_SIGNATURE = 6  # words of a signature at most
_GLOSSED = 9  # words before «(OSDH)» in which its full name stands
_REACH = 8  # words behind «indique-t-on» in which the source stands
_TOLD_AT = frozenset({"à", "au", "aux", "chez", "auprès", "dans", "de", "du", "côté"})


def signed(scene: Scene, first: int, last: int) -> Act | None:
    """«Dix morts dans une attaque à Gao (police)», «… - OSDH», «…: armée»: the source at the end of a headline."""
    end = last - (scene.low(last - 1) == ".")
    closed = scene.low(end - 1) == ")"
    stop = end - closed
    begin = next((k + 1 for k in range(stop - 1, max(first, stop - _SIGNATURE), -1) if _mark(scene, k, closed)), 0)
    if begin <= first + 2:
        return None
    ids = _signature(scene, begin, stop)
    glossed = any(scene.ending[k].ids == ids for k in range(begin - _GLOSSED, begin) if k in scene.ending)
    if not ids or (glossed and scene.text_words.raws[begin][0].isupper()):
        return None
    return Act("signed", "before", Speaker(ids, begin, stop), begin, stop, frozenset())


def _mark(scene: Scene, index: int, closed: bool) -> bool:
    """What parts a signature from what it signs."""
    return scene.low(index) == "(" if closed else scene.low(index) in _DASHES or scene.low(index) == ":"


def _signature(scene: Scene, begin: int, stop: int) -> tuple[str, ...]:
    """Whose the words are: «police», «nouveau bilan de source médicale», «officiel»; a country is a place."""
    mention = scene.ending.get(stop - 1)
    if mention is None or mention.adjective:
        official = stop - begin <= 2 and scene.small(stop - 1, "tally_word") and scene.country
        return (scene.country,) if official and scene.country else ()
    start = scene.first_of(mention)
    bare = all(scene.small(k, "tally_word") for k in range(begin, start))
    named = mention.kind in ("source", "international") or mention.text[0].islower()
    return mention.ids if bare and named and speaks(mention.kind, mention.role) else ()


def one_behind(scene: Scene, at: int, after: int, last: int) -> Act | None:
    """«…, indique-t-on au ministère de la Défense», «…, a-t-on souligné de source policière»."""
    if scene.low(after) not in _TOLD_AT and not scene.small(after, "skip"):
        return None
    for k in range(after, min(last, after + _REACH)):
        mention = scene.starting.get(k)
        same = scene.table.at(scene.lows, k)
        if same is not None and same.cls == "cue_back":  # «ajoute-t-on de même source»
            behind = k + len(same.sequence)
            return Act("same source", "before", Speaker(scene.source(), k, behind, back=True), at, behind, frozenset())
        if mention is not None and not mention.adjective:
            if mention.kind == "source" and mention.role == "source" and skipped_agency(scene, k):
                return None  # «a-t-on dit à l'AFP»
            return Act(
                "pronoun", "before", Speaker(mention.ids, k, scene.last_of[k]), at, scene.last_of[k], frozenset()
            )
        if scene.low(k) in (",", ".", ";", ":", "que", "qu'"):
            return None
    return None


def one_before(scene: Scene, verb: int, first: int) -> Speaker | None:
    """«Du côté de l'armée, on parle de …», «Au ministère de la Défense, on indique que …»."""
    one = next((k for k in range(verb - 1, max(first, verb - 3), -1) if scene.low(k) == "on"), first)
    if one == first or not scene.small(first, "one_at"):
        return None
    mentions = (k for k in range(first + 1, min(one, first + _REACH)) if k in scene.starting)
    named = next((k for k in mentions if not scene.starting[k].adjective), None)
    return Speaker(scene.starting[named].ids, named, scene.last_of[named]) if named is not None else None
