"""Acts of speech in a sentence: who speaks, with which words, before or behind what is said."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from .actor_tokens import Words
from .actors import ActorMention
from .attribution_forms import Speech, SpeechTable

FAR = 9  # words between a speaker and the verb, or a cue and the speaker, beyond which they do not belong together
Side = Literal["before", "after", "around"]


@dataclass(slots=True)
class Speaker:
    """Ids with the words that name the speaker (word indexes)."""

    ids: tuple[str, ...]
    first: int
    last: int
    back: bool = False


class Act(NamedTuple):
    """One act of speech. `side` tells where the words said stand; the words `first` to `last - 1` are the act's own."""

    rule: str
    side: Side
    speaker: Speaker
    first: int
    last: int
    features: frozenset[str]


@dataclass(slots=True)
class Scene:
    """A text's words, its speakers by first word, and who spoke last; the sentences are read in order."""

    text: str
    text_words: Words
    lows: list[str]
    table: SpeechTable
    starting: dict[int, ActorMention]
    ending: dict[int, ActorMention]
    persons: dict[str, tuple[str, ...]]
    last_of: dict[int, int]
    spoke: list[tuple[str, ...]] = field(default_factory=list)
    starts: dict[int, int] = field(default_factory=dict)

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


def find_acts(scene: Scene, first: int, last: int) -> list[Act]:
    """The acts of speech among the words `first` to `last - 1`, in order; `scene.spoke` grows with them."""
    acts: list[Act] = []
    i = first
    while i < last:
        form = scene.table.at(scene.lows, i) if scene.lows[i] in scene.table.by_first else None
        act = form and _act(scene, form, i, first, last, acts)
        if act:
            acts.append(act)
            if act.speaker.ids:
                scene.spoke.append(act.speaker.ids)
        i = max(act.last if act and act.last > i else 0, i + (len(form.sequence) if form else 1))
    return acts


def _act(scene: Scene, form: Speech, at: int, first: int, last: int, acts: list[Act]) -> Act | None:
    after = at + len(form.sequence)
    if form.cls == "cue_back":
        side: Side = "after" if _opens(scene, at, first) else "before"
        return Act("same source", side, Speaker(scene.latest(), at, after, back=True), at, after, form.features)
    if form.cls == "cue_head":
        return _head_cue(scene, form, at, after, first, last)
    if form.cls in ("cue", "cue_of"):
        return _cue(scene, form, at, after, first, last, acts)
    if form.cls == "gerund":
        return _gerund(scene, form, at, after, first, last, acts)
    if form.cls == "participle":
        return _participle(scene, form, at, after, first, last)
    return _present(scene, form, at, after, first, last)


def _cue(scene: Scene, form: Speech, at: int, after: int, first: int, last: int, acts: list[Act]) -> Act | None:
    """«selon X», «d'après X», «de source médicale»; «citant X» hands the words of the last act to X."""
    begin = after - 1 if form.cls == "cue_of" else after
    speaker = _speaker_after(scene, begin, last)
    if speaker is None or (form.cls == "cue_of" and not _own_clause(scene, at, first, speaker)):
        return None
    side: Side = "after" if _opens(scene, at, first) else "before"
    if "citant" in form.sequence and acts:
        acts[-1] = acts[-1]._replace(speaker=speaker)
        scene.spoke.append(speaker.ids)
        return None
    return Act(form.sequence[0].strip("'"), side, speaker, at, speaker.last, form.features)


def _own_clause(scene: Scene, at: int, first: int, speaker: Speaker) -> bool:
    """«…, de source médicale» but not «un réseau de sources»."""
    described = speaker.last - speaker.first > 1
    return at == first or scene.low(at - 1) in (",", "(", "-", "appris", "on") or (described and at - first > 3)


def _head_cue(scene: Scene, form: Speech, at: int, after: int, first: int, last: int) -> Act | None:
    """«Pour l'OSDH, …» at the head of a sentence."""
    speaker = _speaker_after(scene, after, min(last, after + 3)) if at == first else None
    if speaker is None or scene.low(speaker.last) != ",":
        return None
    return Act("pour", "after", speaker, at, speaker.last, form.features)


def _opens(scene: Scene, at: int, first: int) -> bool:
    """Nothing of weight stands before: the cue opens its sentence or clause («Mais selon X», «il ajoute que selon X»)."""
    before = [
        w for w in scene.lows[first:at] if w not in (",", '"', "«", "-", "(", "mais", "et", "toujours", "car", "or")
    ]
    return len(before) <= 1 or scene.low(at - 1) in ("que", "car", "mais", "où", ";", ":")


def _gerund(scene: Scene, form: Speech, at: int, after: int, first: int, last: int, acts: list[Act]) -> Act | None:
    """«…, précisant que…»: the speaker of the sentence goes on."""
    if "cite" in form.features:
        speaker = _speaker_after(scene, after, last)
        if speaker and acts:
            acts[-1] = acts[-1]._replace(speaker=speaker)
            scene.spoke.append(speaker.ids)
        return None
    if not _opens_speech(scene, form, after, last):
        return None
    speaker = acts[-1].speaker if acts else find_subject(scene, at, first, far=40)
    return Act("gerund", "after", speaker, at, after, form.features) if speaker and speaker.ids else None


def _participle(scene: Scene, form: Speech, at: int, after: int, first: int, last: int) -> Act | None:
    """«X a annoncé que», «, a annoncé X», «, a-t-il ajouté»."""
    aux = _auxiliary(scene, at, first)
    if aux is None:
        return None
    inverted = any(scene.small(k, "subject") for k in range(aux + 1, at))
    if inverted:
        return Act("pronoun", "before", Speaker(scene.latest(), aux, after, back=True), aux, after, form.features)
    return _around(scene, form, aux, after, first, last)


def _auxiliary(scene: Scene, at: int, first: int) -> int | None:
    """The index of the avoir before a participle, adverbs and an inverted pronoun between them allowed."""
    for index in range(at - 1, max(first, at - 7) - 1, -1):
        if scene.small(index, "aux"):
            return index
        word = scene.low(index)
        if not (
            word in ("t", ",", "l'", "en", "lui", "outre")
            or scene.small(index, "subject")
            or scene.small(index, "skip")
            or word.endswith("ment")
        ):
            return None
    return None


def _present(scene: Scene, form: Speech, at: int, after: int, first: int, last: int) -> Act | None:
    """«X affirme que», «, affirme X», «ajoute-t-il»."""
    k = after + (scene.low(after) == "t")
    if scene.small(k, "subject") and scene.hyphen(k):
        return Act("pronoun", "before", Speaker(scene.latest(), at, k + 1, back=True), at, k + 1, form.features)
    return _around(scene, form, at, after, first, last)


def _around(scene: Scene, form: Speech, verb: int, after: int, first: int, last: int) -> Act | None:
    """A finite verb: behind a comma or a quotation the speaker follows it; else he stands before it."""
    before = scene.low(verb - 1) if verb > first else ""
    closed = before in (",", '"', "»", "”", ")", "!", "?", "-", "--") or verb == first
    if "noinv" not in form.features and (closed or find_subject(scene, verb, first) is None):
        speaker = _speaker_behind(scene, after, last)
        if speaker and (closed or speaker.first - after <= 5):
            return Act("inversion", "before", speaker, verb, speaker.last, form.features)
    speaker = find_subject(scene, verb, first)
    if speaker is None or not speaker.ids or not _opens_speech(scene, form, after, last):
        return None
    if "eye" in form.features and not _EYES.intersection(speaker.ids):
        return None
    return Act("subject", "after", speaker, speaker.first, after, form.features)


_EYES = frozenset(["AFP", "REUTERS", "AP", "WITNESS"])


def _opens_speech(scene: Scene, form: Speech, after: int, last: int) -> bool:
    """The verb brings in what is said: «que», a quotation, a colon, «avoir …», or an object where the verb takes one."""
    if "object" in form.features:
        return len(form.sequence) > 2 or (after < last and scene.low(after) not in (".", ";"))
    return any(scene.small(k, "that") for k in range(after, min(last, after + 14)))


def find_subject(scene: Scene, verb: int, first: int, far: int = FAR) -> Speaker | None:
    """The speaker before a verb: the nearest mention that no preposition governs, or a pronoun for who spoke last."""
    index = verb - 1
    while index >= first and index not in scene.ending and _clitic(scene.low(index)):
        index -= 1
    index = _before_relative(scene, index, first)
    if index >= first and scene.small(index, "subject"):
        return Speaker(scene.latest(), index, index + 1, back=True) if scene.low(index) != "on" else None
    for k in range(index, max(first, index - far) - 1, -1):
        mention = scene.ending.get(k)
        if mention is not None and not _governed(scene, mention):
            return _before_apposition(scene, mention, k)
        if scene.small(k, "paper") or (scene.small(k, "latter") and k == index):
            return Speaker(scene.latest(), k, k + 1, back=True) if scene.spoke else None
        name = scene.persons.get(scene.low(k))
        if name and scene.text_words.raws[k][0].isupper():
            return Speaker(name, k, k + 1)
        if _stops(scene, k) or scene.low(k) in (":", '"', "”"):
            return None
    return None


_CLITICS = frozenset(["n'", "ne", "l'", "s'", "se", "y", "en", "lui", "leur", "aussi", "toutefois", "ensuite"])


def _clitic(word: str) -> bool:
    return word in _CLITICS or word.endswith("ment")


def _before_relative(scene: Scene, index: int, first: int) -> int:
    """«L'ONG, qui dispose d'un réseau de sources, a recensé»: the index before the inserted clause, else the same."""
    if scene.low(index) != ",":
        return index
    for k in range(index - 1, max(first, index - 30), -1):
        if scene.low(k) == "," and scene.small(k + 1, "relative"):
            return k - 1
        if _stops(scene, k):
            break
    return index


def _before_apposition(scene: Scene, mention: ActorMention, end: int) -> Speaker:
    """«Les Casques blancs, secouristes en zone rebelle, ont…»: the name before the comma speaks."""
    comma = scene.first_of(mention) - 1
    comma -= scene.low(comma) in _ARTICLES
    named = scene.ending.get(comma - 1) if scene.low(comma) == "," else None
    if named is not None and named.ids and not _governed(scene, named):
        return _speaker(scene, named, comma - 1)
    return _speaker(scene, mention, end)


def _governed(scene: Scene, mention: ActorMention) -> bool:
    """«à l'AFP», «par la police», «contre les rebelles» do not speak."""
    first = scene.first_of(mention)
    k = first - 1
    while scene.low(k) in ("le", "la", "les", "l'", "un", "une"):
        k -= 1
    return scene.low(k) in (
        "à",
        "au",
        "aux",
        "par",
        "contre",
        "dans",
        "sur",
        "avec",
        "en",
        "sous",
        "chez",
        "vers",
        "pour",
        "entre",
    )


def _speaker(scene: Scene, mention: ActorMention, end: int) -> Speaker:
    first = scene.first_of(mention)
    ids = _meant(scene, mention, first)
    if any(i.endswith(("-UNK", "-PRO")) for i in ids):
        return Speaker((), first, end + 1)
    before = scene.low(first - 1)
    joined = scene.ending.get(first - 2 - (before in _ARTICLES)) if _joins(scene, first) else None
    if joined is not None and not joined.adjective:
        ids = tuple(dict.fromkeys([*_meant(scene, joined, scene.first_of(joined)), *ids]))
    return Speaker(ids, first, end + 1)


_ARTICLES = frozenset(["le", "la", "les", "l'", "des", "un", "une", "du", "d'", "de"])


def _joins(scene: Scene, first: int) -> bool:
    k = first - 1 - (scene.low(first - 1) in _ARTICLES)
    return scene.low(k) == "et"


_BACK = frozenset(
    [
        "source",
        "sources",
        "ong",
        "organisation",
        "organisme",
        "ministère",
        "ministre",
        "responsable",
        "porte-parole",
        "groupe",
        "association",
        "directeur",
        "agence",
        "institution",
        "mouvement",
        "militaire",
        "officier",
        "colonel",
        "général",
        "dirigeant",
        "chef",
        "expert",
        "experte",
        "patron",
        "président",
        "témoin",
        "médecin",
    ]
)


def _meant(scene: Scene, mention: ActorMention, first: int) -> tuple[str, ...]:
    """Whom a mention means: «l'ONG», «cette source», «le même responsable» are who spoke last and fits."""
    back = mention.head in _BACK or mention.head.split(" ")[0] in _BACK
    before = scene.low(first - 1)
    pointing = scene.small(first - 1, "demonstrative") or scene.small(first - 1, "back")
    definite = before in ("l'", "le", "la", "les")
    if pointing and scene.spoke:
        return _fitting(scene, mention) or mention.ids
    if back and definite and (not mention.ids or mention.text.lower() in ("ong", "organisation")):
        return _fitting(scene, mention) or mention.ids
    return mention.ids


_NGOS = frozenset(["NGO", "SOHR", "RED-CROSS", "WHITE-HELMETS"])


def _fitting(scene: Scene, mention: ActorMention) -> tuple[str, ...]:
    """The last speaker of the kind of the mention; of any kind where the mention has none."""
    if mention.ids == ("NGO",):
        return next((ids for ids in reversed(scene.spoke) if _NGOS.intersection(ids)), ())
    return scene.latest()


def _speaker_behind(scene: Scene, after: int, last: int) -> Speaker | None:
    """The speaker behind an inverted verb, past «à l'AFP», «mardi», «dans un communiqué», a name."""
    for k in range(after, min(last, after + 16)):
        mention = scene.starting.get(k)
        if mention is not None and not (_governed(scene, mention) or _skipped_agency(scene, k)):
            return _chain(scene, k, last)
        if (
            scene.small(k, "paper")
            and scene.low(k - 1) in ("le", "l'", "ce", "cette", "la")
            and scene.spoke
            and not _dans(scene, k)
        ):
            return Speaker(scene.latest(), k, k + 1, back=True)
        if _stops(scene, k) or scene.low(k) == '"' or (scene.small(k, "that") and scene.low(k) != ":"):
            return None
        person = scene.persons.get(scene.low(k))
        if person and scene.text_words.raws[k][0].isupper():
            return Speaker(person, k, k + 1)
        if not _passes(scene, k):
            return None
        loose = scene.text_words.raws[k - 1][0].isupper() or scene.small(k + 1, "skip") or scene.small(k - 1, "skip")
        if scene.low(k) == "," and not (k >= after and loose):
            return None
    return None


def _passes(scene: Scene, index: int) -> bool:
    """A word that may stand between a verb and the speaker behind it."""
    word = scene.low(index)
    name = not scene.text_words.raws[index][0].islower()
    return name or scene.small(index, "skip") or word.endswith("ment")


def _dans(scene: Scene, index: int) -> bool:
    """«dans le communiqué» says where, not who."""
    return scene.low(index - 2) in ("dans", "de", "par", "à", "sur", "selon")


def _stops(scene: Scene, index: int) -> bool:
    """A full stop that is not that of «M.», a semicolon, a closing mark."""
    return scene.low(index) in (";", "»", "!", "?") or (scene.low(index) == "." and not scene.small(index - 1, "title"))


def _skipped_agency(scene: Scene, index: int) -> bool:
    """«à l'AFP», «au New York Times»: those who were told."""
    k = index - 1
    while scene.low(k) in ("l'", "le", "la", "les", "agence", "chaîne", "de", "quotidien", "presse", "télévision"):
        k -= 1
    return scene.low(k) in ("à", "au", "aux")


def _speaker_after(scene: Scene, begin: int, last: int) -> Speaker | None:
    """The speaker behind «selon»: a mention, a name of the text, a pronoun, «cette source», «leurs statistiques»."""
    if scene.small(begin, "pronoun"):
        return Speaker(scene.latest(), begin, begin + 1, back=True) if scene.spoke else None
    for k in range(begin, min(last, begin + FAR)):
        if k in scene.starting and not scene.starting[k].adjective:
            return _chain(scene, k, last)
        person = scene.persons.get(scene.low(k))
        if person and scene.text_words.raws[k][0].isupper():
            return Speaker(person, k, k + 1)
        named = k > begin and scene.text_words.raws[k - 1][0].isupper()
        if _stops(scene, k) or scene.low(k) in _NOT_BEHIND or (scene.low(k) == "," and not named):
            break
    if any(scene.small(k, "possessive") for k in range(begin, begin + 2)):
        return _possessor(scene, begin)
    if scene.spoke and (
        scene.small(begin, "demonstrative") or any(scene.small(k, "paper") for k in range(begin, begin + 3))
    ):
        return Speaker(scene.latest(), begin, begin + 2, back=True)
    return None


_NOT_BEHIND = frozenset([":", '"', "que", "qu'", "lesquels", "lequel", "laquelle"])


def _possessor(scene: Scene, begin: int) -> Speaker | None:
    """«selon leurs statistiques»: the nearest one named before."""
    for k in range(begin - 1, max(0, begin - 40) - 1, -1):
        mention = scene.ending.get(k)
        if mention is not None and mention.ids:
            return Speaker(mention.ids, begin, begin + 1, back=True)
    return None


def _chain(scene: Scene, index: int, last: int) -> Speaker:
    """A mention with those joined to it: «l'Elysée et l'armée», «les médias officiels et l'OSDH»."""
    ids, stop = list(_meant(scene, scene.starting[index], index)), scene.last_of[index]
    while stop < last and scene.low(stop) == "et":
        k = stop + 1
        while scene.low(k) in _ARTICLES:
            k += 1
        joined = scene.starting.get(k)
        if joined is None or joined.adjective:
            break
        ids += [i for i in _meant(scene, joined, k) if i not in ids]
        stop = scene.last_of[k]
    return Speaker(tuple(i for i in ids if not i.endswith(("-UNK", "-PRO"))), index, stop)
