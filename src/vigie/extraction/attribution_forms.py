"""The words of speech of a pack (`speech.tsv`, `speech_cues.tsv`), compiled for look-up by their first word."""

from functools import lru_cache
from typing import NamedTuple

from .actor_tokens import words
from .lexicon import expand, pack_folder, read_table

_SHORT = 2
VERBS = ("present", "participle", "gerund")
FEATURES = frozenset(
    [
        "object",
        "number",
        "hedge",
        "deny",
        "claim",
        "cite",
        "noinv",
        "eye",
        "quoted",
        "judge",
        "teller",
        "care",
        "given",
        "wish",
    ]
)
CLASSES = frozenset(
    [
        "adds",
        "pronoun",
        "subject",
        "aux",
        "back",
        "demonstrative",
        "that",
        "skip",
        "possessive",
        "title",
        "continue",
        "plural_aux",
        "plural",
        "background",
        "paper",
        "latter",
        "claimed",
        "blamed",
        "blames",
        "behind",
        "stands",
        "deed",
        "mark",
        "bears",
        "accuses",
        "claims",
        "relative",
        "article",
        "clitic",
        "governing",
        "noun_back",
        "not_behind",
        "told",
        "light",
        "opener",
        "inside",
        "closer",
        "where",
        "definite",
        "to",
        "which",
        "noun_before",
        "death",
        "voice",
        "joins",
        "reflexive",
        "being",
        "body",
        "relates",
        "report",
        "assault",
        "aside",
        "among",
        "counted",
        "single",
        "this_one",
        "goes_on",
        "news_noun",
        "tally_noun",
        "tied",
        "portion",
        "his",
        "to_us",
        "rank",
        "adding",
        "may",
        "see_also",
        "with_toll",
        "leads",
        "organ",
        "afterwards",
        "sums_up",
        "outlet",
        "reporter",
        "still",
        "account",
        "one_at",
        "lay_det",
        "lay_mod",
        "lay",
        "lay_state",
        "lay_local",
        "lay_ngo",
        "lay_media",
        "lay_medical",
        "lay_unnamed",
        "lay_never",
        "tally_word",
        "newsroom",
        "neighbour",
        "never",
        "no_part",
    ]
)
_ASIDE = 7  # words that may stand between the first word of a form of speech and the others
CUES = ("cue", "cue_of", "cue_back", "cue_head", "cue_tally", "cue_news", "cue_learnt")


class Speech(NamedTuple):
    """A form of speech: its class (present, participle, gerund, or a class of `speech_cues.tsv`) and its features."""

    cls: str
    sequence: tuple[str, ...]
    features: frozenset[str]


def tolls(form: Speech) -> bool:
    """«porte à», «a revu son bilan»: words of a number, of which none alone is a verb of speech."""
    return "number" in form.features and len(form.sequence) > 1


class SpeechTable:
    """The forms by their first word, and the sets of single small words."""

    def __init__(self, forms: list[Speech]) -> None:
        self.by_first: dict[str, list[Speech]] = {}
        self.sets: dict[str, set[str]] = {}
        for form in forms:
            if form.cls in VERBS or form.cls in CUES:
                self.by_first.setdefault(form.sequence[0], []).append(form)
            else:
                self.sets.setdefault(form.cls, set()).add("-".join(form.sequence))
        for options in self.by_first.values():
            options.sort(key=lambda form: -len(form.sequence))

    def participle(self, low: str) -> Speech | None:
        """The participle that a word is, though it may be a noun too («a communiqué», «a relevé»)."""
        forms = self.by_first.get(low, ())
        return next((form for form in forms if form.cls == "participle" and len(form.sequence) == 1), None)

    def at(self, lows: list[str], index: int) -> Speech | None:
        """The longest form that begins at a word."""
        second = lows[index + 1] if index + 1 < len(lows) else ""
        behind = self._behind_aside(lows, index)
        for form in self.by_first.get(lows[index], ()):
            sequence = form.sequence
            if len(sequence) == 1 or (sequence[1] == second and tuple(lows[index : index + len(sequence)]) == sequence):
                return form
            end = behind + len(sequence) - 1
            if behind > index + 1 and form.cls in VERBS and tuple(lows[behind:end]) == sequence[1:]:
                return form._replace(sequence=tuple(lows[index:end]))
        return None

    def _behind_aside(self, lows: list[str], index: int) -> int:
        """«fait, lui, état», «donne pour sa part un bilan»: the word behind what is put in behind a word."""
        aside, behind, last = self.sets.get("aside", set()), index + 1, min(len(lows), index + _ASIDE)
        while behind < last and lows[behind] in aside:
            behind += 1
        return behind


def _sequences(cell: str) -> list[tuple[str, ...]]:
    forms = [spelled for form in cell.split("|") for spelled in (expand(form) if "(" in form else [form])]
    return [tuple(words(form).lows) for form in forms if form]


def _contracted(sequence: tuple[str, ...]) -> list[tuple[str, ...]]:
    """«aux dires de» is «aux dires du», «des», «d'» as well."""
    ends = ("de", "du", "des", "d'") if len(sequence) > 1 and sequence[-1] == "de" else sequence[-1:]
    return [(*sequence[:-1], end) for end in ends]


def _imperfect(gerund: str) -> str:
    """«indiquant» gives «indiquait|indiquaient»; the verb is the first word."""
    verb, space, rest = gerund.partition(" ")
    return "|".join(f"{verb.removesuffix('ant')}{ending}{space}{rest}" for ending in ("ait", "aient")) if verb else ""


def _tenses(participle: str) -> str:
    """«indiqué(e)(s)» gives «indiqua|indiquèrent|indiquera|…|indiqueraient», and «indiquer» of «a fini par indiquer»;
    for verbs in -er.
    """
    verb, space, rest = participle.split("|")[0].replace("(e)", "").replace("(s)", "").partition(" ")
    if not verb.endswith("é"):
        return ""
    endings = ("a", "èrent", "era", "eront", "erait", "eraient", "er")
    return "|".join(f"{verb.removesuffix('é')}{ending}{space}{rest}" for ending in endings)


def _verbs(language: str) -> list[Speech]:
    found = []
    for row in read_table(pack_folder(language) / "speech.tsv"):
        present, participle, gerund, features = [*row, "", "", "", ""][:4]
        finite = "|".join((present, _imperfect(gerund), _tenses(participle)))
        cells = {"present": finite, "participle": participle, "gerund": gerund}
        flags = frozenset(filter(None, features.split(",")))
        found += [Speech(cls, sequence, flags) for cls, cell in cells.items() for sequence in _sequences(cell)]
    return found


@lru_cache(maxsize=4)
def speech_table(language: str) -> SpeechTable:
    """The compiled table of a pack, built once a process."""
    cues = [
        Speech(cls, contracted, frozenset())
        for forms, cls in read_table(pack_folder(language) / "speech_cues.tsv")
        for sequence in _sequences(forms)
        for contracted in (_contracted(sequence) if cls in CUES else [sequence])
    ]
    return SpeechTable([*cues, *_verbs(language)])


@lru_cache(maxsize=4)
def speaking(language: str) -> frozenset[str]:
    """The last words of verbs behind which a name is that of who says so («a indiqué X», «a fait savoir X»)."""
    forms = [form for row in speech_table(language).by_first.values() for form in row if form.cls in VERBS]
    silent = {"noinv", "quoted", "cite", "eye"}
    told = (form.sequence[-1] for form in forms if not form.features & silent and not tolls(form))
    return frozenset(word for word in told if len(word) > _SHORT)


def lint_speech(language: str) -> list[str]:
    """What is wrong in the pack's tables of speech, one sentence each."""
    problems = []
    for form in _verbs(language):
        unknown = sorted(form.features - FEATURES)
        if unknown:
            problems.append(f"«{' '.join(form.sequence)}»: unknown features {', '.join(unknown)}")
    known = {*CUES, *CLASSES}
    rows = read_table(pack_folder(language) / "speech_cues.tsv")
    return problems + [f"speech_cues.tsv: unknown class {cls}" for _, cls in rows if cls not in known]
