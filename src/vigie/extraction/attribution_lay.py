"""Speakers that are no actors: «un passager», «son frère», «un docteur»; what they are tells as whom they speak."""

from functools import lru_cache

from .actors import ActorMention
from .attribution_forms import speech_table
from .attribution_meant import OF
from .attribution_scene import Scene, Speaker
from .lexicon import entries

_KINDS = {
    "civilians": "WITNESS",
    "children": "WITNESS",
    "women": "WITNESS",
    "men": "WITNESS",
    "medical": "MEDICAL",
    "journalists": "MEDIA",
    "aid_workers": "NGO",
}
_STATE = "STATE"
_PLAIN = frozenset({"WITNESS", "LOCAL", "ANONYMOUS"})
_CLASSES = {
    "lay": "WITNESS",
    "lay_state": _STATE,
    "lay_local": "LOCAL",
    "lay_ngo": "NGO",
    "lay_media": "MEDIA",
    "lay_medical": "MEDICAL",
    "lay_unnamed": "ANONYMOUS",
}
_MODIFIERS = 3  # words between the article and the noun («un autre jeune boutiquier»)
_TRADE = 10  # words between the commas in which it is told what somebody is
_HARMED = ("é", "és", "ée", "ées")


@lru_cache(maxsize=4)
def _folk(language: str) -> dict[str, str]:
    """Nouns of people of one word, and as whom they speak."""
    nouns = (one for one in entries(language) if one.code == "V" and " " not in one.form and one.value in _KINDS)
    found = {one.form: _KINDS[one.value] for one in nouns}
    sets = speech_table(language).sets
    for cls, whose in _CLASSES.items():
        found.update(dict.fromkeys(sets[cls], whose))
    return {form: whose for form, whose in found.items() if form not in sets["lay_never"]}


def lay(scene: Scene, begin: int, last: int, bare: bool = False) -> Speaker | None:
    """The person with whose article a word begins, if no actor is named there; `bare`: without an article («Moussa
    Diallo, boucher à Gao»).
    """
    if not bare and not scene.small(begin, "lay_det"):
        return None
    noun, end = _noun(scene, begin + (not bare), last)
    if noun < begin or noun >= last or _taken(scene, begin, end) or _harmed(scene, end):
        return None
    if (owner := _owner(scene, end)) is not None:
        return Speaker(owner.ids, begin, scene.last_of[scene.first_of(owner)])
    whose = _folk(scene.language)["-".join(scene.lows[noun:end])]
    speaks = scene.country if whose == _STATE else whose
    return Speaker((speaks,), begin, end) if speaks else None


def _noun(scene: Scene, noun: int, last: int) -> tuple[int, int]:
    """Where the noun of a person stands, behind its adjectives; (-1, -1) where there is none."""
    folk, reach = _folk(scene.language), min(last, noun + _MODIFIERS)
    while noun < last and f"{scene.low(noun)}-{scene.low(noun + 1)}" not in folk:
        if noun == reach or not scene.small(noun, "lay_mod"):
            noun -= scene.low(noun) not in folk and scene.small(noun - 1, "lay_mod")
            return (noun, noun + 1) if scene.low(noun) in folk else (-1, -1)
        noun += 1
    return (noun, noun + 2) if noun < last else (-1, -1)


def _owner(scene: Scene, end: int) -> ActorMention | None:
    """«un journaliste de l'AFP», «un volontaire de la Croix-Rouge»: they speak for whom they work."""
    if scene.low(end) not in OF:
        return None
    body = scene.starting.get(end + 1 + scene.small(end + 1, "article"))
    works = body is not None and not body.adjective and body.kind in ("source", "international")
    return body if works and body is not None and not _PLAIN.intersection(body.ids) else None


def _taken(scene: Scene, begin: int, end: int) -> bool:
    """An actor is named among the words, or right behind them («un jeune officier»); a bare «militant» is none."""
    return any(
        k in scene.starting and not scene.starting[k].adjective and (k == end or scene.starting[k].ids)
        for k in range(begin, end + 1)
    ) or any(scene.starting[k].ids and scene.last_of[k] > end for k in range(begin, end) if k in scene.starting)


def _harmed(scene: Scene, index: int) -> bool:
    """«a compté un passager tué»: not somebody who speaks, as is «un passager interrogé par l'AFP»."""
    return scene.low(index).endswith(_HARMED) and not scene.small(index, "relative")


def lay_subject(scene: Scene, verb: int, first: int) -> Speaker | None:
    """«Un passager du bus a raconté que …»: at the head of the sentence or behind the last comma, with no other verb
    between.
    """
    comma = next((k for k in range(verb - 1, first, -1) if scene.low(k) == ","), first)
    if comma == verb - 1 and (one := _apposed(scene, comma, first)) is not None:
        return one
    for begin in dict.fromkeys((first, comma + 1)):
        one = lay(scene, begin, verb)
        between = range(one.last, verb) if one is not None else ()
        if one is not None and not any(scene.small(k, "aux") or scene.small(k, "being") for k in between):
            return one
    return None


def _apposed(scene: Scene, closing: int, first: int) -> Speaker | None:
    """«Moussa Diallo, mécanicien, affirme que …», «Awa, 34 ans, dit que …»."""
    comma = next((k for k in range(closing - 1, max(first, closing - _TRADE), -1) if scene.low(k) == ","), first)
    if comma == first or not scene.text_words.raws[comma - 1][0].isupper():
        return None
    if scene.low(comma + 2) == "ans":
        return Speaker(("WITNESS",), comma - 1, comma)
    return lay(scene, comma + 1, closing) or lay(scene, comma + 1, closing, bare=True)
