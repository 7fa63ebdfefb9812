"""Speech without a verb of it: «le bilan de la police», «l'ONG a arrêté son décompte: …», «Communiqué de l'armée –»."""

from .attribution_forms import Speech
from .attribution_meant import OF, number
from .attribution_scene import Act, Scene, Side, Speaker
from .attribution_speakers import find_subject, speaker_after

PAPER = "paper"  # the rule of «Communiqué de l'armée – …», whose words go on to the end of the paragraph
_NEAR = 6  # words between a tally and whose it is, or the colon that opens it
_LINE = 18  # words of a line that tells whose a text is
_BY = OF | {"par", "une", "un"}
_OWNED = OF | frozenset(["établi", "fourni", "dressé", "publié", "communiqué", "diffusé", "donné"])


def tally(scene: Scene, form: Speech, at: int, first: int, last: int) -> Act | None:
    """The figures of a sentence are those of whose tally it gives: its owner behind it, else its subject before it."""
    owner = _owner(scene, at, last)
    if owner is not None and owner.ids:
        heads = at == first and form.sequence == ("communiqué",)
        side: Side = "before" if _apposed(scene, at, owner.last, last) else "after"
        return Act(PAPER if heads else "tally", side, owner, at, owner.last, form.features)
    kept = scene.starting.get(at)
    if kept is not None and kept.ids and speaks(kept.kind, kept.role):  # «Le bilan officiel est de …»
        return Act("tally", "after", Speaker(kept.ids, at, scene.last_of[at]), at, scene.last_of[at], form.features)
    giver = _giver(scene, at, first, last)
    if giver is not None and giver.ids:
        return Act("tally", "after", giver, at, at + 1, form.features)
    return None


def _apposed(scene: Scene, at: int, behind: int, last: int) -> bool:
    """«…, tuant sept personnes, un bilan confirmé de source militaire»: the figures stand before it."""
    told = any(number(scene.low(k)) for k in range(behind, last))
    return scene.low(at - 1) == "un" and scene.low(at - 2) == "," and not told


def _owner(scene: Scene, at: int, last: int) -> Speaker | None:
    """«le bilan du ministère», «un décompte établi par l'ONG», «bilan de source militaire»; not that of an attack."""
    for k in range(at + 1, min(last, at + 1 + _NEAR)):
        if scene.low(k) in _OWNED and number(scene.low(k + 1)):
            return None  # «parle dans un communiqué de trois habitants tués»
        if scene.low(k) in _OWNED:
            far = k + 4 + 3 * (scene.low(k) not in OF)  # «communiqué mardi à l'AFP par l'armée»
            by = next((i for i in range(k + 1, far) if scene.low(i) == "par"), k) if far > k + 4 else k
            mention = next((scene.starting[i] for i in range(by + 1, min(last, by + 4)) if i in scene.starting), None)
            told = mention is not None and not mention.adjective and speaks(mention.kind, mention.role)
            return speaker_after(scene, by + 1, min(last, by + _NEAR)) if told else None
        if not scene.low(k).isalpha():
            return None
    return None


def rivals(scene: Scene, act: Act, last: int) -> list[Act]:
    """«La police parle de dix morts, les médecins de quinze»: what the second ones say has no verb of its own."""
    found = []
    for k in [k for k in range(act.last, last) if scene.low(k) in (",", ";")]:
        begin = k + 1 + scene.small(k + 1, "article")
        mention = scene.starting.get(begin)
        behind = scene.last_of[begin] if mention is not None else last
        behind += scene.low(behind) == ","
        if mention is not None and mention.ids and scene.low(behind) in ("de", "d'") and number(scene.low(behind + 1)):
            found.append(Act("rival", "after", Speaker(mention.ids, begin, behind), begin, behind, act.features))
    return found


def voice(scene: Scene, first: int, last: int) -> Speaker | None:
    """«Communiqué de l'armée.», «Note rédigée par une ONG, 6 avril.»: a line that tells whose the text is."""
    if not scene.small(first, "voice") or last - first > _LINE:
        return None
    for k in range(first + 1, last):
        mention = scene.starting.get(k)
        begin = k - 1 - (scene.small(k - 1, "article") and scene.low(k - 1) not in OF)
        if mention is not None and mention.ids and not mention.adjective and scene.low(begin) in _BY:
            return Speaker(mention.ids, k, scene.last_of[k])
    return None


def speaks(kind: str, role: str) -> bool:
    """Sources, governments and the forces of a state keep tallies; of others a tally is what they suffered."""
    return role in ("source", "government") or (kind in ("state", "international") and role == "force")


def _giver(scene: Scene, at: int, first: int, last: int) -> Speaker | None:
    """«L'hôpital a arrêté son décompte dimanche: …»: behind the colon come the figures of the subject."""
    colon = any(scene.low(k) == ":" for k in range(at + 1, min(last, at + 1 + _NEAR)))
    return find_subject(scene, at - 1, first) if colon and at - first > 1 else None
