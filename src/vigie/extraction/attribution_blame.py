"""Who answers for an act, by whose word: claims of responsibility, attributions and accusations."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from vigie.values import Value

from .actor_tokens import words
from .actors import ActorMention
from .attribution import Attribution, Span, said_by_at, scene_of
from .attribution_forms import speech_table
from .attribution_scene import Scene
from .attribution_speakers import find_subject

NEAR = 6  # words between «revendiqué par» and the group, «attribué à» and the one blamed


class Responsibility(Value, frozen=True, kw_only=True):
    """In the span `start`-`end` (a sentence) `ids` are held responsible by `said_by` (empty: by the outlet).

    `rule`: claimed («revendiqué par X»: X says so), blamed («attribué à X», hedged), accused («Y accuse X»).
    """

    start: int
    end: int
    ids: tuple[str, ...]
    said_by: tuple[str, ...]
    rule: Literal["claimed", "blamed", "accused"]
    certainty: Literal["stated", "hedged"]


def responsibility(
    text: str,
    sentences: Sequence[Span],
    actors: Sequence[ActorMention],
    attributions: Sequence[Attribution],
    language: str = "fr",
) -> list[Responsibility]:
    """Claims of responsibility, attributions and accusations in the order of the text; denied ones are left out."""
    sets = speech_table(language).sets
    verbs = frozenset(word for cls in ("claimed", "blamed", "accuses") for word in sets.get(cls, ()))
    if verbs.isdisjoint(words(text).lows):
        return []
    scene = scene_of(text, actors, language)
    found = []
    for start, end in sentences:
        first, last = (bisect_left(scene.text_words.starts, offset) for offset in (start, end))
        for k in [k for k in range(first, last) if scene.lows[k] in verbs]:
            told = _at(scene, k, first, last)
            if told is not None:
                ids, said_by, rule = told
                speaker = said_by if said_by is not None else _speaker(attributions, scene.text_words.starts[k])
                certainty: Literal["stated", "hedged"] = "hedged" if rule == "blamed" else "stated"
                found.append(
                    Responsibility(start=start, end=end, ids=ids, said_by=speaker, rule=rule, certainty=certainty)
                )
    return found


Told = tuple[tuple[str, ...], tuple[str, ...] | None, Literal["claimed", "blamed", "accused"]]


def _at(scene: Scene, k: int, first: int, last: int) -> Told | None:
    if scene.small(k, "claimed"):
        return _claimed(scene, k, first, last)
    if scene.small(k, "blamed"):
        ids = _behind(scene, k, last, ("à", "au", "aux"))
        accuser = _behind(scene, k, last, ("par",)) if scene.low(k + 1) == "par" else None
        return (ids, accuser, "blamed") if ids else None
    if scene.small(k, "accuses"):
        subject = find_subject(scene, k - scene.small(k - 1, "aux"), first)
        ids = _behind(scene, k, last, ())
        return (ids, subject.ids, "accused") if ids and subject and subject.ids else None
    return None


def _claimed(scene: Scene, k: int, first: int, last: int) -> Told | None:
    """«revendiqué par X», «X a revendiqué»; «n'a pas été revendiqué» is nobody's."""
    ids = _behind(scene, k, last, ("par",))
    if ids:
        return ids, ids, "claimed"
    finite = scene.small(k, "claims") or scene.small(k - 1, "aux")
    claimant = find_subject(scene, k - scene.small(k - 1, "aux"), first) if finite else None
    return (claimant.ids, claimant.ids, "claimed") if claimant and claimant.ids else None


def _behind(scene: Scene, k: int, last: int, markers: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of the first actor behind a word, once one of the markers has passed."""
    open_now = not markers
    for j in range(k + 1, min(last, k + NEAR + 4)):
        open_now = open_now or scene.low(j) in markers
        mention = scene.starting.get(j)
        if open_now and mention is not None and not mention.adjective and mention.kind != "source":
            return mention.ids
        if scene.low(j) in (".", ";", ","):
            return ()
    return ()


def _speaker(attributions: Sequence[Attribution], offset: int) -> tuple[str, ...]:
    told = said_by_at(attributions, offset, offset + 1)
    return told.said_by if told else ()
