"""Whom words stand for that speak: «l'ONG», «cette source», «leur porte-parole», «M. Diallo»; who does not speak."""

from .actors import ActorMention
from .attribution_scene import Act, Scene, Speaker
from .quantities import spelled_number

MEMORY = 40  # acts of speech within which «l'ONG» is looked for
_BODIES = frozenset(["UN", "AU", "EU", "NATO", "ECOWAS", "ICC", "NGO"])
_ANEW = frozenset(["source"])  # «la source»: the one that spoke before
_NGOS = frozenset(["NGO", "SOHR", "RED-CROSS", "WHITE-HELMETS"])
_UNITED = _BODIES | _NGOS
_OFFICERS = frozenset(["officier", "officiers", "sous-officier", "sous-officiers"])  # of the army of the story
_VOICES = frozenset(["porte-parole"])  # of who spoke last («un porte-parole»), but no doctor or resident has one
_SIMPLE = frozenset(["WITNESS", "MEDICAL", "LOCAL", "ANONYMOUS"])
_FOLK = (("WITNESS",), ("LOCAL",))
_UNIONS = frozenset(["organisation", "association", "ong"])
_CAUSES = frozenset(
    ["défense", "droits", "humanitaire", "gouvernementale", "caritative", "médicale", "surveillance", "civile"]
)
_PRESS = ("MEDIA",)
_CAUSE = 3  # words behind such a noun in which its cause stands
OF = frozenset(["d'", "de", "des", "du"])
_RANK = 4  # words behind a speaker and a comma in which his name begins
_WHOSE = 8  # words behind «la Mission» in which it is told whose it is
_SOURCES = 4  # acts of speech within which «les mêmes sources» spoke
_OTHER = frozenset({"autre", "autres"})
_OFFICE = 4  # words of an office before whose it is («des opérations humanitaires»)
_NEAR = 40  # words before «leur» in which its owner stands


def number(word: str) -> bool:
    """A number in digits or letters."""
    return word[:1].isdigit() or (word.isalpha() and spelled_number(word) is not None)


def governed(scene: Scene, mention: ActorMention) -> bool:
    """«à l'AFP», «par la police», «contre les rebelles», «le village voisin» do not speak."""
    first = scene.first_of(mention)
    k = first - 1
    if scene.small(first, "neighbour") and not scene.small(k, "lay_det"):
        return True
    if number(scene.low(k)) and scene.low(k - 1) in ("de", "d'"):
        return True  # «parle de trois habitants tués»
    while scene.small(k, "article"):
        k -= 1
    return scene.small(k, "governing") or scene.small(k, "tied")


def skipped_agency(scene: Scene, index: int) -> bool:
    """«à l'AFP», «au New York Times»: those who were told."""
    k = index - 1
    while scene.small(k, "told") and k not in scene.ending:
        k -= 1
    return scene.small(k, "to")


def _of_whom(scene: Scene, mention: ActorMention) -> ActorMention | None:
    """«un membre d'une milice», «le chef d'un groupe armé»: the one named right behind a noun that names nobody."""
    after = scene.last_of[scene.first_of(mention)]
    named = scene.starting.get(after)
    if named is not None and named.ids and not named.adjective:
        return named  # «l'organisation Human Rights Watch»
    if scene.low(after) not in OF:
        return None
    the = _determined(scene, after + 1)
    owner = scene.starting.get(the)
    if owner is None:
        return _body_behind(scene, the)
    return owner if owner.ids and not owner.adjective else None


def _determined(scene: Scene, index: int) -> int:
    """The index behind an article or a demonstrative and «autre», the same where none stands there."""
    noun = index + (scene.small(index, "article") or scene.small(index, "demonstrative"))
    return noun + (scene.low(noun) in _OTHER)


def _body_behind(scene: Scene, index: int) -> ActorMention | None:
    """«le chef des opérations humanitaires de l'ONU»: the body whose office it is."""
    of = next((k for k in range(index + 1, index + _OFFICE) if scene.low(k) in OF), index)
    plain = all(scene.low(k).isalpha() and k not in scene.starting for k in range(index, of))
    body = scene.starting.get(_determined(scene, of + 1)) if of > index and plain else None
    works = body is not None and body.kind in ("source", "international") and body.ids and not body.adjective
    return body if works else None


def meant(scene: Scene, mention: ActorMention, first: int) -> tuple[str, ...]:
    """Whom a mention means: «l'ONG», «cette source», «le même responsable» are who spoke last and fits."""
    if not mention.ids and _of_that_body(scene, scene.last_of[first]) and not _SIMPLE.intersection(scene.latest()):
        return scene.latest()
    told = scene.small(scene.last_of[first] - 1, "account")  # «le témoignage du maire»
    if (told or not mention.ids) and (whose := _of_whom(scene, mention)) is not None:
        return whose.ids
    if mention.ids == _PRESS and (outlet := _outlet(scene, mention)) is not None:
        return outlet.ids
    if mention.head in _UNIONS and (union := _union(scene, mention, first)):
        return union
    back = mention.head.split(" ")[0] in scene.table.sets["noun_back"]
    pointing = scene.small(first - 1, "demonstrative") or scene.small(first - 1, "back")
    definite = scene.small(first - 1, "definite")
    if (not mention.ids or mention.head in _UNIONS) and scene.small(first - 1, "possessive"):
        owner = possessor(scene, first - 1)
        return owner.ids if owner else ()
    if not mention.ids and not definite and not pointing and mention.head in _OFFICERS and scene.country:
        return (scene.country,)
    if not mention.ids and mention.head in _VOICES and _of_nobody(scene, first):
        return () if _SIMPLE.intersection(scene.latest()) else scene.latest()
    if scene.small(first - 1, "back") and scene.spoke and (named := of_that_noun(scene, first - 2)):
        return named
    if pointing and scene.spoke:
        return _fitting(scene, mention) or mention.ids
    if back and definite and (not mention.ids or mention.text.lower() in _ANEW):
        owned = not mention.ids and scene.low(scene.last_of[first]) in OF
        return mention.ids if owned else _fitting(scene, mention) or mention.ids
    return mention.ids


def _of_that_body(scene: Scene, after: int) -> bool:
    """«un responsable de cette organisation», «le directeur de cette ONG»: of whoever spoke last."""
    pointed = scene.low(after) in OF and scene.small(after + 1, "demonstrative")
    return pointed and scene.low(after + 2) in _UNIONS


def _outlet(scene: Scene, mention: ActorMention) -> ActorMention | None:
    """«l'agence de presse progouvernementale turque Anadolu»: the one whose name stands behind its kind."""
    at = scene.last_of[scene.first_of(mention)]
    while scene.small(at, "outlet") or (at in scene.starting and scene.starting[at].adjective):
        at = at + 1 if scene.small(at, "outlet") else scene.last_of[at]
    named = scene.starting.get(at)
    return named if named is not None and named.kind == "source" and named.ids and named.text[0].isupper() else None


def _of_nobody(scene: Scene, first: int) -> bool:
    """«un porte-parole», of whom no word tells for whom he speaks; not «un autre porte-parole»."""
    return scene.low(scene.last_of[first]) not in OF and scene.low(first - 1) != "autre"


def _union(scene: Scene, mention: ActorMention, first: int) -> tuple[str, ...]:
    """«une organisation guinéenne de défense des droits» is no state; «l'organisation» is the last one that spoke, else
    that was told of.
    """
    if not _CAUSES.isdisjoint(scene.lows[first : scene.last_of[first] + _CAUSE]):
        return ("NGO",)
    if mention.ids == ("NGO",) and _called(scene, scene.last_of[first]):
        return mention.ids  # «l'ONG Acled»
    known = any(scene.small(first - 1, cls) for cls in ("definite", "demonstrative", "back"))
    united = _NGOS if scene.low(first) == "ong" else _UNITED
    spoke = next((ids for ids in reversed(scene.spoke[-MEMORY:]) if united.intersection(ids)), ())
    if not known or not mention.ids:
        return ()
    if mention.ids != ("NGO",) and not mention.ids[0].endswith("-UNK"):
        return () if mention.ids in scene.spoke[-MEMORY:] else spoke  # those of whom the one that spoke has told
    before = (scene.ending[k] for k in range(first - 1, -1, -1) if k in scene.ending)
    return spoke or next((one.ids for one in before if united.intersection(one.ids)), mention.ids)


def _called(scene: Scene, index: int) -> bool:
    """A word with a capital."""
    return index < len(scene.lows) and scene.text_words.raws[index][0].isupper()


def _fitting(scene: Scene, mention: ActorMention) -> tuple[str, ...]:
    """The last speaker of the kind of the mention; of any kind where the mention has none: «cet habitant» is none of
    the officials who spoke before him, «ce médecin» may be of an organisation.
    """
    if mention.ids in _FOLK or (mention.ids == ("MEDICAL",) and not _UNITED.intersection(scene.latest())):
        return mention.ids
    if mention.ids == ("NGO",):
        return next((ids for ids in reversed(scene.spoke[-MEMORY:]) if _NGOS.intersection(ids)), ())
    if mention.head == "sources":
        return _several(scene, mention) or scene.source()
    return scene.source() if mention.head in _ANEW else scene.latest()


def _several(scene: Scene, mention: ActorMention) -> tuple[str, ...]:
    """«selon les mêmes sources», behind what a single officer said: the several ones who spoke before him."""
    told = [scene.ending[k] for k in range(scene.first_of(mention) - 1, -1, -1) if k in scene.ending]
    last = next((one for one in told if one.ids == scene.latest()), None)
    if last is None or last.text[0].isupper():  # a name tells not how many they are
        return ()
    recent = [one for one in told if one.plural and one.text[0].islower()]
    return next((one.ids for one in recent if one.ids in scene.spoke[-_SOURCES:]), ())


def remember_papers(scene: Scene, act: Act) -> None:
    """«selon un rapport de l'ONU»: «le rapport» further on is the UN's, whoever spoke in between."""
    for k in range(act.first, max(act.last, act.speaker.last)):
        if scene.small(k, "paper"):
            scene.papers[scene.low(k)] = act.speaker.ids


def paper_of(scene: Scene, index: int) -> tuple[str, ...]:
    """Whose «le rapport» is: of the one whose report was told of, else of who spoke last."""
    return scene.papers.get(scene.low(index)) or scene.latest()


def whose_body(scene: Scene, index: int, last: int) -> int | None:
    """«la Mission d'assistance des Nations unies», «le Bureau de l'Union africaine»: the first word of whose it is."""
    if not scene.small(index, "organ") or not scene.small(index - 1, "definite"):
        return None
    for k in range(index + 1, min(last, index + _WHOSE)):
        mention = scene.starting.get(k)
        if mention is not None and not mention.adjective:
            owns = scene.low(k - 1) in OF or scene.low(k - 2) in OF
            return k if owns and _BODIES.intersection(mention.ids) else None
        if not scene.low(k).replace("'", "").isalpha():
            return None
    return None


def last_body(scene: Scene, begin: int) -> tuple[str, ...]:
    """«la mission»: the body that spoke last, else the last one that was told of («un soldat de la Minusca»)."""
    spoke = next((ids for ids in reversed(scene.spoke[-MEMORY:]) if _BODIES.intersection(ids)), ())
    before = (scene.ending[k] for k in range(begin - 1, -1, -1) if k in scene.ending)
    return spoke or next((one.ids for one in before if _BODIES.intersection(one.ids)), ())


def of_that_noun(scene: Scene, begin: int) -> tuple[str, ...]:
    """«selon le même comité»: the last one that was called so, but for who was only pointed at («cette source»)."""
    noun = scene.low(begin + 2)
    before = (scene.ending[k] for k in range(begin - 1, -1, -1) if k in scene.ending)
    called = (one for one in before if one.ids and noun in one.text.lower().split())
    return next((one.ids for one in called if not scene.small(scene.first_of(one) - 1, "demonstrative")), ())


def possessor(scene: Scene, begin: int) -> Speaker | None:
    """«selon leurs statistiques», «a dit leur porte-parole»: of whoever spoke last, where he is named near before, else
    of the nearest one; residents have no director.
    """
    near = [scene.ending[k] for k in range(begin - 1, max(0, begin - _NEAR) - 1, -1) if k in scene.ending]
    named = [
        one for one in near
        if one.ids and "WITNESS" not in one.ids and not skipped_agency(scene, scene.first_of(one))
    ]  # fmt: skip
    owner = next((one for one in named if one.ids == scene.latest()), named[0] if named else None)
    return Speaker(meant(scene, owner, scene.first_of(owner)), begin, begin + 1, back=True) if owner else None


def learn_name(scene: Scene, speaker: Speaker, first: int) -> None:
    """«a dit Omar Diallo, un habitant»: «M. Diallo» further on is he; a name is of two words with capitals at least."""
    raws, k = scene.text_words.raws, speaker.first - 1
    comma = next((i for i in range(speaker.last, speaker.last + _RANK) if scene.low(i) == ","), None)
    if comma is not None:  # «le porte-parole de la région, le commandant Omar Diallo»
        near = range(comma + 1, min(len(raws), comma + 1 + _RANK))
        _learn(scene, speaker, next((i for i in near if raws[i][0].isupper()), comma + 1))
    while k > first and scene.small(k, "article"):
        k -= 1
    if scene.low(k) == ",":
        k -= 1
    elif speaker.ids == ("WITNESS",) and raws[speaker.first][0].isupper():
        k = speaker.last - 1
    else:
        return
    if k > first and not scene.small(k - 2, "governing"):
        _learn(scene, speaker, k - 1)


def _learn(scene: Scene, speaker: Speaker, first: int) -> None:
    """The name of two words or three with capitals that begins at `first`."""
    raws, last = scene.text_words.raws, first
    while last < min(len(raws), first + 3) and raws[last][0].isupper() and last not in scene.starting:
        last += 1
    if last - first > 1:
        scene.persons.setdefault(scene.low(last - 1), speaker.ids)
