"""Whose forces «ses soldats», «son aviation», «ces militaires» are: of whoever is told right before them."""

from collections.abc import Sequence
from typing import Protocol

from .actor_phrases import Phrase, Reading

_NEAR = 260  # characters back to the one who is meant
_KINDS = frozenset({"state", "armed", "international"})


class Told(Protocol):
    """An actor that the text has named."""

    @property
    def end(self) -> int:
        """Where its words end."""

    @property
    def ids(self) -> tuple[str, ...]:
        """Its ids."""

    @property
    def kind(self) -> str:
        """What sort of actor it is."""

    @property
    def text(self) -> str:
        """Its words."""

    @property
    def role(self) -> str:
        """What it is there for."""

    @property
    def adjective(self) -> bool:
        """Whether it is one by an adjective («patrouille française»)."""


def pointed(reading: Reading, phrase: Phrase) -> bool:
    """Whether a word before forces that nothing else describes points back: «ses», «ces»."""
    head, before = phrase.head, phrase.first - 1
    if head.role != "force" or phrase.explicit:
        return False
    if head.kind != "state":
        return reading.is_a(phrase.first, "men") and reading.is_a(before, "possessive")
    return reading.is_a(before, "possessive") or reading.is_a(before, "this")


def owner(reading: Reading, phrase: Phrase, earlier: Sequence[Told], start: int) -> tuple[str, ...] | None:
    """The ids of the last state or group told shortly before; «ces militaires» may be those of an adjective."""
    near = [one for one in reversed(earlier) if start - one.end <= _NEAR and one.ids and one.kind in _KINDS]
    # «des troupes» own nobody
    bare = [one for one in near if one.role == "force" and one.kind == "state" and " " not in one.text]
    acting = [one for one in near if one.role != "source" and not one.adjective and one not in bare]
    if reading.is_a(phrase.first - 1, "possessive"):
        return acting[0].ids if acting else None
    states = [one for one in near if one.kind == "state" and one.role != "source"]
    return states[0].ids if states else None


def of_a_body(reading: Reading, phrase: Phrase) -> bool:
    """«le président du club», «la présidente de la chambre de commerce», «le président des tireurs»: of no state."""
    if not reading.is_a(phrase.first, "presides") or phrase.ids or phrase.isos or phrase.person is not None:
        return False
    if phrase.inner is not None:
        return phrase.inner.kind == "generic"
    at = phrase.last
    contracted = reading.key(at) in ("du", "des")
    if phrase.last != phrase.first + 1 or not (
        contracted or (reading.is_a(at, "of") and reading.is_a(at + 1, "article"))
    ):
        return False
    at += 1 if contracted else 2
    if at >= len(reading.text_words.raws) or at in reading.at or reading.is_a(at, "land"):
        return False
    raw = reading.text_words.raws[at]
    return raw[0].islower() or (raw.isupper() and len(raw) > 1) or reading.is_a(at, "body")


def in_hands_of(reading: Reading, phrase: Phrase) -> bool:
    """«aux mains des jihadistes»: here «des» is «de les», those whom the text spoke of."""
    behind = phrase.head.value == "JIH" and reading.key(phrase.first - 1) == "des"
    return behind and reading.is_a(phrase.first - 2, "hands")
