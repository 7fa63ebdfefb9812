"""A text made ready for who says it: its words, the actors among them, the people it introduces, who spoke last."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from .actor_tokens import Words
from .actors import ActorMention
from .attribution_forms import SpeechTable

_SOURCES = 4  # acts of speech within which «la même source» is looked for
Side = Literal["before", "after"]


@dataclass(slots=True)
class Speaker:
    """Ids with the words that name the speaker (word indexes)."""

    ids: tuple[str, ...]
    first: int
    last: int
    back: bool = False


class Act(NamedTuple):
    """One act of speech. `side` tells where the words said stand; the words `first` to `last - 1` are the act's own;
    from the word `until` on nobody but the outlet speaks.
    """

    rule: str
    side: Side
    speaker: Speaker
    first: int
    last: int
    features: frozenset[str]
    until: int | None = None


@dataclass(slots=True)
class Scene:
    """A text's words, its speakers by first word, and who spoke last; the sentences are read in order.

    `speech`: the words with which a form of speech may begin; `papers`: whose «le rapport» is; `subject`: of the
    sentence before, if nobody spoke in it; `country`: of the story.
    """

    text: str
    text_words: Words
    lows: list[str]
    table: SpeechTable
    starting: dict[int, ActorMention]
    ending: dict[int, ActorMention]
    persons: dict[str, tuple[str, ...]]
    last_of: dict[int, int]
    speech: list[int]
    language: str = "fr"
    spoke: list[tuple[str, ...]] = field(default_factory=list)
    starts: dict[int, int] = field(default_factory=dict)
    papers: dict[str, tuple[str, ...]] = field(default_factory=dict)
    subject: ActorMention | None = None
    country: str | None = None

    def small(self, index: int, cls: str) -> bool:
        """Whether the word at an index belongs to a class of `speech_cues.tsv`."""
        return 0 <= index < len(self.lows) and self.lows[index] in self.table.sets.get(cls, ())

    def low(self, index: int) -> str:
        """The word at an index in small letters, "" outside the text."""
        return self.lows[index] if 0 <= index < len(self.lows) else ""

    def first_of(self, mention: ActorMention) -> int:
        """The index of the first word of a mention."""
        return self.starts[mention.start]

    def hyphen(self, index: int) -> bool:
        """Whether a word hangs on the one before by a hyphen («ajoute-t-il»)."""
        return self.text[self.text_words.starts[index] - 1 : self.text_words.starts[index]] in ("-", "‑", "–")

    def latest(self) -> tuple[str, ...]:
        """The ids of who spoke last."""
        return self.spoke[-1] if self.spoke else ()

    def source(self) -> tuple[str, ...]:
        """The ids of the last one that may be called a source: whoever tells what he saw is not («a raconté un
        habitant»), but where nobody else spoke.
        """
        return next((ids for ids in reversed(self.spoke[-_SOURCES:]) if ids != ("WITNESS",)), self.latest())
