"""Bodies that a text only describes: «le groupe», «la secte», and those that are no group under arms."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vigie.vocabulary import actor, is_actor

from .actor_phrases import Phrase, Reading

if TYPE_CHECKING:
    from .actors import ActorMention


def of_the_group(phrase: Phrase) -> bool:
    """«des hommes du groupe», «de la secte»: of the one told before, of no state's army."""
    inner = phrase.inner
    return inner is not None and inner.value == "OF" and "anaphor" in inner.features and not phrase.explicit


def only_described(phrase: Phrase) -> bool:
    """«l'organisation jihadiste», «le groupe rebelle»: the one that was named before."""
    return "anaphor" in phrase.head.features and not phrase.isos and not phrase.ids and phrase.inner is None


def of_that_land(phrase: Phrase, earlier: Sequence["ActorMention"]) -> tuple[str, ...] | None:
    """«le groupe libanais», «le mouvement palestinien»: the last group of there that was named, and not its state."""
    plain = phrase.head.value == "OF" and not (phrase.ids or phrase.patterns or phrase.inner)
    if not (plain and phrase.isos and "anaphor" in phrase.head.features):
        return None
    named = (one.ids for one in reversed(earlier) if one.kind == "armed" and not one.adjective)
    return next((ids for ids in named if _at_home_in(ids, phrase.isos)), None)


def _at_home_in(ids: Sequence[str], lands: Sequence[str]) -> bool:
    return bool(ids) and all(is_actor(one) and actor(one).country in lands for one in ids)


def _of_states(reading: Reading, phrase: Phrase) -> bool:
    """«l'organisation régionale», «l'alliance atlantique»: no group under arms."""
    body = phrase.head.value == "OF" and phrase.head.kind == "generic"
    return body and any(reading.is_a(i, "of_states") for i in range(phrase.head_last, phrase.last + 1))


def another_body(reading: Reading, phrase: Phrase) -> bool:
    """«le groupe de contact», «le mouvement de grève»: not the group that was named before."""
    body = phrase.head.value == "OF" and phrase.head.kind == "generic" and phrase.last <= phrase.head_last
    of_it = body and reading.is_a(phrase.last, "of") and reading.lower(phrase.last + 1)
    return of_it or _of_states(reading, phrase)
