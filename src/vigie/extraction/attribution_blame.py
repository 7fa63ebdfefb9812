"""Who answers for an act, by whose word: claims of responsibility, attributions and accusations."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from operator import attrgetter
from typing import Literal

from vigie.values import Value
from vigie.vocabulary import actor, countries, is_actor

from .actor_tokens import words
from .actors import ActorMention
from .attribution import Attribution, Span, said_by_at, scene_of
from .attribution_acts import auxiliary
from .attribution_charges import find_charges, former, habitual, of_many, of_some, of_something_else, seldom
from .attribution_forms import speech_table
from .attribution_scene import Scene
from .attribution_speakers import find_subject, first_subject

_start = attrgetter("start")
Told = tuple[tuple[str, ...], tuple[str, ...] | None, Literal["claimed", "blamed", "accused", "imputed"]]
_NOT = frozenset({"pas", "ni", "jamais"})
_NONE = frozenset({"aucun", "aucune", "nul", "nulle", "ni"})
_BEEN = frozenset({"été", "ont", "tous", "toutes", "également", "aussi", "depuis", "aussitôt", "ensuite"})
_IT = frozenset({"l'", "les", "la", "le"})
_WHICH = frozenset({"que", "qu'"})
_LATER = 16  # words from «revendiqué» to the group: «plus tard dans la journée sur Telegram par le groupe X»
_REPLY = 300  # characters behind an accusation in which the accused answers it
_ASIDE = 14  # words of «, dans un communiqué de son agence,»
_MARKED = 5  # words from «porte» to «marque»
_BACK = 40  # words back to the group of «sa marque»
NEAR = 6  # words between «revendiqué par» and the group, «attribué à» and the one blamed


class Responsibility(Value, frozen=True, kw_only=True):
    """In the span `start`-`end` (a sentence) `ids` are held responsible by `said_by` (empty: by the outlet).

    `rule`: claimed («revendiqué par X»: X says so), blamed («attribué à X», hedged), accused («Y accuse X»), imputed
    («Y impute à X», hedged). `back`: a pronoun stands for the act («l'a revendiquée»), which was told before. `behind`:
    where the words for the act begin; those before it tell of the claimant («X, qui attaque souvent, a revendiqué …»).
    """

    start: int
    end: int
    ids: tuple[str, ...]
    said_by: tuple[str, ...]
    rule: Literal["claimed", "blamed", "accused", "imputed"]
    certainty: Literal["stated", "hedged"]
    every: bool = False
    back: bool = False
    answer: bool = False
    behind: int = 0


def responsibility(
    text: str,
    sentences: Sequence[Span],
    actors: Sequence[ActorMention],
    attributions: Sequence[Attribution],
    language: str = "fr",
) -> list[Responsibility]:
    """Claims of responsibility, attributions and accusations in the order of the text; denied ones are left out."""
    sets = speech_table(language).sets
    verbs = frozenset(word for cls in ("claimed", "blamed", "accuses", "behind", "mark") for word in sets.get(cls, ()))
    heard = sorted(attributions, key=_start)
    found = _by_his_own_word(_charged(text, sentences, actors, attributions, heard, language))
    if verbs.isdisjoint(words(text).lows):
        return [one for one in found if not _general(text, one, language)]
    scene = scene_of(text, actors, language)
    telling = [k for k, low in enumerate(scene.lows) if low in verbs]
    known: defaultdict[int, set[str]] = defaultdict(set)  # by the beginning of a sentence, whom its charges name
    for one in found:
        known[one.start].update(one.ids)
    for rank, (start, end) in enumerate(sentences):
        first, last = (bisect_left(scene.text_words.starts, offset) for offset in (start, end))
        here = telling[bisect_left(telling, first) : bisect_left(telling, last)]
        if here and rank:
            _hearing(scene, heard, sentences[rank - 1])
        for k in here:
            told = _at(scene, k, first, last)
            if told is None or not all(map(is_actor, told[0])) or not known[start].isdisjoint(told[0]):
                continue
            charge = _by_verb(scene, k, (start, end), told, attributions)
            if not _general(text, charge, language):
                known[start].update(told[0])
                found.append(charge)
    return sorted((one for one in found if not _general(text, one, language)), key=lambda one: one.start)


def _by_verb(scene: Scene, k: int, sentence: Span, told: Told, attributions: Sequence[Attribution]) -> Responsibility:
    """What a verb at word `k` tells: whom it names, who says so, by which rule."""
    ids, said_by, rule = told
    starts = scene.text_words.starts
    takes = rule == "claimed" and (scene.small(k, "claims") or _verb(scene, k) < k)
    return Responsibility(
        start=sentence[0], end=sentence[1], ids=ids, rule=rule,
        said_by=said_by if said_by is not None else _others(_speaker(attributions, starts[k]), rule, ids),
        certainty="hedged" if rule in ("blamed", "imputed") else "stated",
        every=rule == "claimed" and (_several(scene, k + 1) or _several_were(scene, k)),
        back=rule == "claimed" and _it_before(scene, k),
        behind=starts[k] if takes and _deed_behind(scene, k, bisect_left(starts, sentence[1])) else 0,
    )  # fmt: skip


def _others(speaker: tuple[str, ...], rule: str, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Nobody lays the blame on himself: «X revendique rarement, mais l'attaque porte sa marque»."""
    return tuple(one for one in speaker if one not in ids) if rule == "blamed" else speaker


def _several(scene: Scene, k: int) -> bool:
    """«a revendiqué ces attaques», «les deux attentats»."""
    pointed = scene.small(k, "definite") or scene.small(k, "demonstrative")
    deeds = scene.small(k + 1, "assault") or scene.small(k + 2, "assault")  # not «ces derniers mois des attentats»
    return pointed and deeds and scene.low(k).endswith("es")


def _several_were(scene: Scene, k: int) -> bool:
    """«Les deux attaques ont été revendiquées», «Ces attentats ont tous été revendiqués»."""
    at = next((j for j in range(k - 1, max(0, k - NEAR), -1) if scene.low(j) not in _BEEN), 0)
    last = at if scene.small(at, "assault") else at - 1  # «ces deux attaques distinctes»
    pointed = (scene.small(j, "definite") or scene.small(j, "demonstrative") for j in (last - 1, last - 2))
    return scene.low(k - 1) in _BEEN and scene.small(last, "assault") and scene.low(last)[-1:] == "s" and any(pointed)


def _hearing(scene: Scene, heard: Sequence[Attribution], before: Span) -> Scene:
    """Who «elle» is in «L'armée a démenti. Elle attribue le tir aux rebelles»: as `attribute` has it, from the sentence
    before.
    """
    first, last = (bisect_left(scene.text_words.starts, offset) for offset in before)
    spoke = heard[bisect_left(heard, before[0], key=_start) : bisect_left(heard, before[1], key=_start)]
    scene.spoke = [one.said_by for one in spoke]
    scene.subject = None if scene.spoke else first_subject(scene, first, last)
    return scene


def _general(text: str, one: Responsibility, language: str) -> bool:
    if of_some(text, one.start, one.end, language):
        return True
    if one.rule == "claimed":
        return seldom(text, one.start, one.end, language) or (
            not one.every and of_many(text, one.start, one.end, language)
        )
    return habitual(text, one.start, one.end, language)


def _charged(
    text: str,
    sentences: Sequence[Span],
    actors: Sequence[ActorMention],
    attributions: Sequence[Attribution],
    heard: Sequence[Attribution],
    language: str,
) -> list[Responsibility]:
    """What the words of `cues_blame.toml` tell."""
    found = []
    for rank, (start, end) in enumerate(sentences):
        first, last = (bisect_left(actors, offset, key=lambda a: a.start) for offset in (start, end))
        for charge in find_charges(text, start, end, actors[first:last], language):
            ids, claimed = charge.who.ids, charge.rule == "claimed"
            certainty: Literal["stated", "hedged"] = "hedged" if charge.hedged else "stated"
            speaker = ids if claimed else charge.accuser or _speaker(attributions, charge.start)
            if charge.verb and not claimed and set(speaker) <= set(ids):  # nobody, or the one who is blamed
                scene = _hearing(scene_of(text, actors, language), heard, sentences[max(0, rank - 1)])
                speaker = _subject(scene, charge.start, start)
            told = tuple(one for one in speaker if claimed or one not in ids)
            rule: Literal["claimed", "blamed", "accused"] = "claimed" if claimed else "blamed"
            if told and not claimed and _denies(attributions, ids, start, end + _REPLY):
                rule = "accused"
            found.append(
                Responsibility(
                    start=start, end=end, ids=ids, said_by=told, rule=rule, certainty=certainty, every=charge.every
                )
            )
    return found


def _by_his_own_word(found: list[Responsibility]) -> list[Responsibility]:
    """«X affirme que ses hommes sont derrière l'attaque»: who claims it is not blamed for it besides."""
    claimed = {(one.start, one.ids) for one in found if one.rule == "claimed"}
    return [one for one in found if one.rule == "claimed" or (one.start, one.ids) not in claimed]


def _subject(scene: Scene, at: int, start: int) -> tuple[str, ...]:
    """Of the words at `at` that blame, in the sentence that begins at `start`."""
    told = find_subject(scene, *(bisect_left(scene.text_words.starts, offset) for offset in (at, start)))
    return told.ids if told is not None else ()


def _denies(attributions: Sequence[Attribution], ids: tuple[str, ...], start: int, end: int) -> bool:
    """The accused says, near the accusation, that it was not he."""
    return any(one.denied and set(one.said_by) & set(ids) and start <= one.start <= end for one in attributions)


def _at(scene: Scene, k: int, first: int, last: int) -> Told | None:
    if scene.small(k, "claimed"):
        return _claimed(scene, k, first, last)
    if scene.small(k, "blamed"):
        return _blamed(scene, k, first, last)
    if scene.small(k, "behind"):
        return _stands_behind(scene, k)
    if scene.small(k, "mark"):
        ids = _marked(scene, k, first, last)
        return (ids, None, "blamed") if ids else None
    if scene.small(k, "accuses"):
        subject = find_subject(scene, _verb(scene, k), first)
        ids = _accused(scene, k, last)
        return (ids, subject.ids, "accused") if ids and subject and subject.ids else None
    return None


def _marked(scene: Scene, k: int, first: int, last: int) -> tuple[str, ...]:
    """«porte la marque de X»; «X ne s'est pas exprimé, mais l'attaque porte sa marque»: of the group named last."""
    if not scene.small(k - 1, "his"):
        return _behind(scene, k, min(last, k + 4), ("de", "du", "des", "d'")) if scene.small(k - 2, "bears") else ()
    if not any(scene.small(j, "bears") for j in range(max(first, k - _MARKED), k)):
        return ()
    before = (scene.ending[j] for j in range(k - 1, max(-1, k - _BACK), -1) if j in scene.ending)
    groups = (one.ids for one in before if one.ids and not one.adjective and one.kind != "source")
    return next((ids for ids in groups if all(map(_by_name, ids))), ())


def _by_name(one: str) -> bool:
    """A group's name, no state and none of the patterns for those who are not named («MLI-JIH»)."""
    return is_actor(one) and one.split("-")[0] not in countries()


def _accused(scene: Scene, k: int, last: int) -> tuple[str, ...]:
    """Whom somebody accuses of violence, or of what the words leave open."""
    ids = _behind(scene, k, last, ())
    who = next((scene.starting[j] for j in range(k + 1, last) if j in scene.starting), None)
    end = scene.text_words.ends[last - 1]
    return () if who is None or of_something_else(scene.text, who.end, end, scene.language) else ids


def _blamed(scene: Scene, k: int, first: int, last: int) -> Told | None:
    """«attribué par Y à X», «Y impute les raids à X»; «à des tirs russes» tells X by an adjective."""
    ids = () if _of_some(scene, k, last) else _behind(scene, k, last, ("à", "au", "aux"), adjective=True)
    if scene.low(k + 1) == "par":
        return (ids, _agent(scene, k + 2, last), "blamed") if ids else None
    if ids and (behind := _accuser_behind(scene, k, last)):
        return ids, behind, "blamed"
    finite = scene.small(k, "blames") or _verb(scene, k) < k
    accuser = find_subject(scene, _verb(scene, k), first) if finite else None
    named = accuser.ids if accuser else ()
    return (ids, named or None, "imputed" if finite else "blamed") if ids else None


def _agent(scene: Scene, k: int, last: int) -> tuple[str, ...]:
    """«imputée par le maire à X»: the first whom words name behind «par», be he a source."""
    for j in range(k, min(last, k + NEAR)):
        if scene.low(j) in ("à", "au", "aux"):
            return ()
        if j in scene.starting:
            return scene.starting[j].ids
    return ()


def _of_some(scene: Scene, k: int, last: int) -> bool:
    """«en attribue la moitié à X», «impute 340 de ces morts à X»: said of some of the dead, and of no act."""
    for j in range(k + 1, min(last, k + NEAR)):
        if scene.low(j) in ("à", "au", "aux"):
            return False
        if scene.small(j, "portion") or scene.low(j)[:1].isdigit():
            return True
    return False


def _accuser_behind(scene: Scene, k: int, last: int) -> tuple[str, ...]:
    """«attribuée à X par Y»: Y, right behind X."""
    who = next((j for j in range(k + 1, min(last, k + NEAR)) if j in scene.starting), None)
    if who is None or scene.low(scene.last_of[who]) != "par":
        return ()
    behind = scene.last_of[who] + 1 + scene.small(scene.last_of[who] + 1, "article")
    return scene.starting[behind].ids if behind in scene.starting else ()


def _stands_behind(scene: Scene, k: int) -> Told | None:
    """«X serait derrière l'attaque»: with a word for the act behind it, not «derrière les barreaux»."""
    verb = k - 1
    while verb > 0 and (scene.low(verb).endswith("ment") or scene.low(verb) in ('"', "«", "»", "“", "”")):
        verb -= 1
    if not scene.small(verb, "stands") or not any(scene.small(j, "deed") for j in range(k + 1, k + 5)):
        return None
    subject = scene.ending.get(verb - 1)
    named = subject is not None and not subject.adjective and all(is_actor(i) for i in subject.ids)
    return (subject.ids, None, "blamed") if subject is not None and named and subject.ids else None


def _claimed(scene: Scene, k: int, first: int, last: int) -> Told | None:
    """«revendiqué par X», «X a revendiqué»; «n'a pas été revendiqué» is nobody's."""
    if any(scene.low(j) in _NOT for j in range(max(first, k - 4), k)):
        return None
    ids = () if _of_its_object(scene, k, last) else _behind(scene, k, last, ("par",))
    if ids:
        return ids, ids, "claimed"
    verb = _verb(scene, k)
    if scene.low(verb - 1) in _WHICH and (ids := _behind(scene, k, last, ())):
        return ids, ids, "claimed"
    finite = scene.small(k, "claims") or verb < k
    claimant = find_subject(scene, verb, first) if finite and _deed_claimed(scene, k, last) else None
    if claimant is None or (claimant.back and any(map(_no_claimant, claimant.ids))):
        return None  # «La France le tenait pour un chef. Il a aussi revendiqué …»: no state claims by a pronoun
    named = scene.starting.get(claimant.first)
    if named is not None and not named.ids:
        return None  # «…, selon la police. Le mouvement X a revendiqué l'attentat»: the police is no «mouvement»
    if scene.low(claimant.first - 1 - scene.small(claimant.first - 1, "article")) in _NONE:
        return None  # «aucun groupe jihadiste n'a revendiqué l'attaque»
    return (claimant.ids, claimant.ids, "claimed") if claimant.ids else None


def _no_claimant(one: str) -> bool:
    """A state, or an agency, observers and doctors, who do nothing that they could answer for."""
    return one in countries() or not is_actor(one) or actor(one).kind == "state_media"


def _of_its_object(scene: Scene, k: int, last: int) -> bool:
    """«X a revendiqué une opération menée par un Marocain»: «par» tells who did what is claimed."""
    by = next((j for j in range(k + 1, min(last, k + NEAR + 4)) if scene.low(j) == "par"), k)
    return any(scene.small(j, "deed") for j in range(k + 1, by))


def _verb(scene: Scene, k: int) -> int:
    """Where the verb begins that ends at word `k`: «a aussitôt revendiqué»."""
    at = auxiliary(scene, k, 0)
    return k if at is None else at


def _it_before(scene: Scene, k: int) -> bool:
    return scene.low(_verb(scene, k) - 1) in _IT


def _deed_claimed(scene: Scene, k: int, last: int) -> bool:
    """«l'a revendiquée», «revendique l'attaque», «X revendique.»; not a town, independence, a number of enemies."""
    if _it_before(scene, k) or scene.low(k - 1) in _WHICH or k + 1 >= last or scene.low(k + 1) in (".", ",", ";"):
        return True
    return _deed_behind(scene, k, last)


def _deed_behind(scene: Scene, k: int, last: int) -> bool:
    return any(scene.small(j, "deed") for j in range(k + 1, last))


def _behind(scene: Scene, k: int, last: int, markers: tuple[str, ...], *, adjective: bool = False) -> tuple[str, ...]:
    """The ids of the first actor behind a word, once one of the markers has passed, and of those joined to it."""
    open_now, k = not markers, _past_aside(scene, k, last, markers)
    for j in range(k + 1, min(last, k + (_LATER if markers == ("par",) else NEAR + 4))):
        open_now = open_now or scene.low(j) in markers
        mention = scene.starting.get(j)
        if open_now and mention is not None and (adjective or not mention.adjective) and mention.kind != "source":
            return () if former(scene.text, mention.start) else (*mention.ids, *_joined(scene, j, last, markers))
        if scene.low(j) in (".", ";", ",") or (open_now and scene.low(j) == "par" and {"à"} & set(markers)):
            return ()
    return ()


def _past_aside(scene: Scene, k: int, last: int, markers: tuple[str, ...]) -> int:
    """«revendiqués, dans un communiqué, par X»: the word before the marker."""
    if scene.low(k + 1) != ",":
        return k
    closed = next((j for j in range(k + 2, min(last, k + _ASIDE)) if scene.low(j) == ","), None)
    return closed if closed is not None and scene.low(closed + 1) in markers else k


def _joined(scene: Scene, j: int, last: int, markers: tuple[str, ...]) -> tuple[str, ...]:
    """«attribuée à X et à Y», «tant par X que par Y»: the second one, where the marker stands before him too."""
    behind = scene.last_of[j]
    if scene.low(behind) not in ("et", "que") or scene.low(behind + 1) not in markers:
        return ()
    at = behind + 2 + scene.small(behind + 2, "article")
    mention = scene.starting.get(at) if at < last else None
    return mention.ids if mention is not None and not mention.adjective and mention.kind != "source" else ()


def _speaker(attributions: Sequence[Attribution], offset: int) -> tuple[str, ...]:
    told = said_by_at(attributions, offset, offset + 1)
    return told.said_by if told else ()
