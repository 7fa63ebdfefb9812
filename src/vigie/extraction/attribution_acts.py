"""Acts of speech in a sentence: cues («selon X»), verbs («X a dit que», «, a dit X»), gerunds («ajoutant que»)."""

from bisect import bisect_left

from .attribution_forms import Speech
from .attribution_meant import OF, learn_name, number, remember_papers
from .attribution_opens import opens_speech, says_so
from .attribution_scene import Act, Scene, Side, Speaker
from .attribution_signed import one_before, one_behind, signed
from .attribution_speakers import (
    find_subject,
    first_subject,
    narrator,
    of_the_doer,
    passes,
    right_before,
    speaker_after,
    speaker_behind,
    who,
)
from .attribution_tally import rivals, tally

_EYES = frozenset(["AFP", "REUTERS", "AP", "WITNESS"])  # an agency's reporter, a witness: «a vu», «a entendu»
_AGENCIES = frozenset(["AFP", "REUTERS", "AP", "SANA"])
_CARERS = frozenset(["MEDICAL", "RED-CROSS", "NGO", "WHITE-HELMETS"])  # «l'hôpital a reçu 14 corps»
_BREAKS = frozenset({",", '"', "»", "”", ")"})  # before a verb whose subject stands behind it
_CLOSED, _OPENED = frozenset('"»”'), frozenset('"«“')
_QUOTES = _CLOSED | _OPENED
CUED = frozenset({"selon", "d", "toujours", "de"})  # rules of cues before a name
_ASIDE = 12  # words between «annoncés» and «par X»: «présenté à Bunia, mercredi 14 septembre, par X»
_OWNED = 4  # words of a speaker's complement («le maire de la ville de Gao»)
_TOLL = 6  # words before «livré par X» among which the toll stands
_TITLE = 8  # words of a name and a rank behind who spoke
_ONE = frozenset({"un", "une"})  # articles rather than numbers
_PAPER = 7  # words before «, selon lequel» among which its paper stands


def find_acts(scene: Scene, first: int, last: int) -> list[Act]:
    """The acts of speech among the words `first` to `last - 1`, in order; `scene.spoke` grows with them."""
    acts: list[Act] = []
    done, begins = first, scene.speech
    for i in begins[bisect_left(begins, first) : bisect_left(begins, last)]:
        form = scene.table.at(scene.lows, i) if i >= done else None
        if form is None:
            continue
        act = _act(scene, form, i, first, last, acts)
        if act and act.rule == "subject" and acts and acts[-1].rule == "citant" and _outlet(act):
            act = act._replace(speaker=acts[-1].speaker)
        if act:
            acts.append(act)
            if act.speaker.ids:
                scene.spoke.append(act.speaker.ids)
                remember_papers(scene, act)
                learn_name(scene, act.speaker, first)
        done = max(act.last if act else 0, i + len(form.sequence))
    if all(act.rule == "tally" for act in acts) and (signs := signed(scene, first, last)) is not None:
        scene.spoke.append(signs.speaker.ids)
        return [signs]
    seconds = rivals(scene, acts[-1], last) if acts and acts[-1].rule == "subject" else []
    return [*acts, *seconds]


def _outlet(act: Act) -> bool:
    """«Citant une source militaire, RFI rapporte que …»: an outlet that hands on what somebody else said."""
    return all(i in _AGENCIES or i.endswith("MEDIA") for i in act.speaker.ids)


def _act(scene: Scene, form: Speech, at: int, first: int, last: int, acts: list[Act]) -> Act | None:
    after = at + len(form.sequence)
    if form.cls == "cue_back":
        return _same_source(scene, form, at, after, first)
    if scene.small(after, "which") and form.cls in ("cue", "cue_head"):
        return _which(scene, form, at, after, first, acts)
    if form.cls == "cue_head":
        return _head_cue(scene, form, at, after, first, last)
    if form.cls == "cue_tally":
        verb = scene.table.participle(scene.low(at)) if auxiliary(scene, at, first) is not None else None
        if verb is None:
            return tally(scene, form, at, first, last)
        form = verb
    if form.cls == "cue_news" and not scene.small(at - 1, "news_noun"):
        return None
    if form.cls == "cue_learnt":
        return _learnt(scene, form, at, after, last)
    if form.cls in ("cue", "cue_of", "cue_news"):
        return _cue(scene, form, at, after, first, last, acts)
    if form.cls == "gerund":
        return _gerund(scene, form, at, after, first, last, acts)
    if form.cls == "participle" or _asked_back(scene, at, first):
        return _participle(scene, form, at, after, first, last, acts)
    return _present(scene, form, at, after, first, last, acts)


def _asked_back(scene: Scene, at: int, first: int) -> bool:
    """«a-t-elle dit», «a-t-il écrit»: a form that could be of the present has its auxiliary and pronoun before it."""
    return scene.small(at - 1, "subject") and scene.hyphen(at - 1) and auxiliary(scene, at, first) is not None


def _cue(scene: Scene, form: Speech, at: int, after: int, first: int, last: int, acts: list[Act]) -> Act | None:
    """«selon X», «d'après X», «de source médicale»; «citant X» hands the words of the last act to X."""
    begin = after - 1 if form.cls == "cue_of" else after
    speaker = speaker_after(scene, begin, last)
    if speaker is None or (form.cls == "cue_of" and not _own_clause(scene, at, first, speaker)):
        return None
    side: Side = "after" if _opens(scene, at, first) else "before"
    if "citant" in form.sequence and acts:
        acts[-1] = acts[-1]._replace(speaker=speaker)
        scene.spoke.append(speaker.ids)
        return None
    return Act(form.sequence[0].strip("'"), side, speaker, at, speaker.last, form.features)


def _learnt(scene: Scene, form: Speech, at: int, after: int, last: int) -> Act | None:
    """«…, a appris l'AFP mercredi auprès de l'armée»: who told it stands behind «auprès de», not the one who learnt;
    «L'AFP a appris mardi auprès de X que …» tells of what follows.
    """
    aside = range(after, min(last, after + _ASIDE))
    beside = next((k for k in aside if scene.low(k) == "auprès" or not _may_learn(scene, k)), after)
    speaker = speaker_after(scene, beside + 1, last) if scene.low(beside) == "auprès" else None
    if speaker is None or not speaker.ids:
        return None
    opens = scene.low(speaker.last) in ("que", "qu'")
    told = opens or scene.low(at - 2) in _BREAKS
    return Act("by", "after" if opens else "before", speaker, at, speaker.last, form.features) if told else None


def _may_learn(scene: Scene, index: int) -> bool:
    """A word between «a appris» and «auprès de»: the outlet, when and where it was told."""
    outlet = scene.low(index) in OF or scene.small(index, "newsroom")
    return (outlet or passes(scene, index)) and scene.low(index) != ","


def _same_source(scene: Scene, form: Speech, at: int, after: int, first: int) -> Act:
    """«de même source»: who spoke last; «d'après la même source médicale»: the last one that is called so."""
    side: Side = "after" if _opens(scene, at, first) else "before"
    named = scene.starting.get(after - 1)
    end = scene.last_of[after - 1] if named is not None and named.ids else after
    ids = named.ids if named is not None and end > after else scene.source()
    return Act("same source", side, Speaker(ids, at, end, back=True), at, after, form.features)


def _which(scene: Scene, form: Speech, at: int, after: int, first: int, acts: list[Act]) -> Act | None:
    """«un élu, pour qui …», «l'ONG, selon laquelle …»: the one told just before says what follows, with his name and
    rank between («a précisé leur porte-parole, le colonel X, selon lequel …»).
    """
    comma = scene.low(at - 1) == ","
    if form.cls == "cue_head" and scene.low(after) != "qui":
        return None
    spoke = acts[-1] if acts and acts[-1].side == "before" and at - acts[-1].last <= _TITLE else None
    speaker = spoke.speaker if spoke is not None else find_subject(scene, at - comma, first, far=6)
    if speaker is None:
        speaker = _author(scene, at - comma, first)
    return Act("which", "after", speaker, at, after + 1, form.features) if speaker and speaker.ids else None


def _author(scene: Scene, end: int, first: int) -> Speaker | None:
    """«un rapport mis en ligne par l'ONG, selon lequel …»: whose the paper before the comma is."""
    paper = next((k for k in range(end - 1, max(first, end - _PAPER) - 1, -1) if scene.small(k, "paper")), None)
    return speaker_after(scene, paper + 1, end) if paper is not None else None


def _own_clause(scene: Scene, at: int, first: int, speaker: Speaker) -> bool:
    """«…, de source médicale» but not «un réseau de sources»."""
    if scene.table.participle(scene.low(at - 1)) is not None:
        return True  # «un bilan confirmé de source militaire»
    described = speaker.last - speaker.first > 1
    return at == first or scene.low(at - 1) in (",", "(", "-", "appris", "on") or (described and at - first > 3)


def _head_cue(scene: Scene, form: Speech, at: int, after: int, first: int, last: int) -> Act | None:
    """«Pour l'OSDH, …» at the head of a sentence."""
    speaker = speaker_after(scene, after, min(last, after + 3)) if at == first else None
    if speaker is None or not speaker.ids:
        return None
    owned = scene.low(speaker.last) in OF  # «Pour le maire de Gao, …»
    comma = next((k for k in range(speaker.last, speaker.last + 1 + _OWNED * owned) if scene.low(k) == ","), None)
    return Act("pour", "after", speaker, at, comma, form.features) if comma is not None else None


def _opens(scene: Scene, at: int, first: int) -> bool:
    """Nothing of weight stands before: the cue opens its sentence or clause («Mais selon X», «que selon X»)."""
    before = [k for k in range(first, at) if not scene.small(k, "light")]
    return len(before) <= 1 or scene.small(at - 1, "opener")


def _gerund(scene: Scene, form: Speech, at: int, after: int, first: int, last: int, acts: list[Act]) -> Act | None:
    """«…, précisant que…»: the speaker of the sentence goes on; «…, le mouvement X précisant que»: X speaks."""
    if "cite" in form.features:
        _cited(scene, after, last, acts)
        return None
    if not opens_speech(scene, form, after, last):
        return None
    own = acts and "deny" not in form.features
    speaker = right_before(scene, at, first) if own else None if acts else find_subject(scene, at, first, far=40)
    speaker = speaker or (acts[-1].speaker if acts else None)
    return Act("gerund", "after", speaker, at, after, form.features) if speaker and speaker.ids else None


def _cited(scene: Scene, after: int, last: int, acts: list[Act]) -> None:
    """«…, ont indiqué des médias citant l'armée», «des médias qui citent l'armée»: the words are those of the army."""
    speaker = speaker_after(scene, after, last)
    if speaker and acts:
        acts[-1] = acts[-1]._replace(speaker=speaker)
        scene.spoke.append(speaker.ids)


def _participle(scene: Scene, form: Speech, at: int, after: int, first: int, last: int, acts: list[Act]) -> Act | None:
    """«X a annoncé que», «, a annoncé X», «, a-t-il ajouté»."""
    aux = auxiliary(scene, at, first)
    if aux is None:
        return _by(scene, form, at, after, last) or _second(scene, form, at, after, first, acts)
    if "judge" in form.features and scene.small(aux - 1, "that"):
        return None  # «l'attentat qu'a revendiqué X» is known without him
    inverted = next((k for k in range(aux + 1, at) if scene.small(k, "subject")), None)
    if inverted is not None and scene.low(inverted) == "on":
        return one_behind(scene, aux, after, last)
    if inverted is not None:
        mine = None if scene.small(at, "adds") else of_the_doer(scene, inverted, first, aux)
        speaker = Speaker(scene.latest(), aux, after, back=True) if mine is None else mine
        return Act("pronoun", "before", speaker, aux, after, form.features)
    return _around(scene, form, aux, after, first, last, acts)


def _by(scene: Scene, form: Speech, at: int, after: int, last: int) -> Act | None:
    """«trois morts ont été annoncés mardi par la police»: who tells stands behind «par»; he may «livrer» a toll."""
    if not form.features & {"object", "number", "given"} or form.features & {"judge", "deny", "hedge"}:
        return None
    if "given" in form.features and not any(
        scene.small(k, "tally_noun") or scene.small(k, "news_noun") for k in range(at - _TOLL, at)
    ):
        return None  # «l'assaut donné mardi par l'armée»
    aside = range(after, min(last, after + _ASIDE))
    by = next((k for k in aside if scene.low(k) == "par" or not passes(scene, k)), after)
    speaker = speaker_after(scene, by + 1, last) if scene.low(by) == "par" else None
    if speaker and "eye" in form.features and not _EYES.intersection(speaker.ids):
        return None
    return Act("by", "before", speaker, at, speaker.last, form.features) if speaker and speaker.ids else None


def _second(scene: Scene, form: Speech, at: int, after: int, first: int, acts: list[Act]) -> Act | None:
    """«X a salué l'accord et assuré que …»: a second participle of one auxiliary."""
    told = after + 3 * (scene.small(after + 1, "death") and scene.low(after + 2) == "de")  # «et reconnu la mort de six»
    counts = bool(form.features & {"number", "object"}) and number(scene.low(told))  # «a chargé et déploré 27 blessés»
    opens = counts or (scene.small(after, "that") and scene.low(after) != ":")
    if scene.low(at - 1) not in ("et", ",", "puis", "mais") or not opens:
        return None
    speaker = acts[-1].speaker if acts else None
    for k in range(at - 1, first, -1) if speaker is None else ():
        if scene.small(k, "aux") and scene.low(k + 1).endswith(("é", "i", "u", "is", "it")):
            speaker = find_subject(scene, k, first)
            break
    return Act("second", "after", speaker, at, after, form.features) if speaker and speaker.ids else None


def auxiliary(scene: Scene, at: int, first: int) -> int | None:
    """The index of the avoir before a participle, adverbs and an inverted pronoun between them allowed."""
    for index in range(at - 1, max(first, at - 7) - 1, -1):
        if scene.small(index, "aux"):
            return index
        if scene.small(index, "being") and scene.small(index - 1, "reflexive"):
            return index - 1
        word = scene.low(index)
        if not (
            scene.small(index, "inside")
            or scene.small(index, "subject")
            or scene.small(index, "skip")
            or word.endswith("ment")
        ):
            return None
    return None


def _present(scene: Scene, form: Speech, at: int, after: int, first: int, last: int, acts: list[Act]) -> Act | None:
    """«X affirme que», «, affirme X», «ajoute-t-il», «Avant d'ajouter: …», «Et de préciser que …»."""
    if scene.low(at - 1) in ("de", "d'") and scene.small(at - 2, "goes_on"):
        ids = acts[-1].speaker.ids if acts else scene.latest()
        return Act("gerund", "after", Speaker(ids, at, after, back=True), at, after, form.features) if ids else None
    if scene.small(at - 1, "noun_before") and not form.sequence[0].endswith(("er", "re")):
        return None
    behind = at - 1 - (scene.low(at - 2) == ",")  # «RFI, qui cite X»
    if "cite" in form.features and scene.low(at - 1) == "qui" and acts and acts[-1].speaker.last == behind:
        _cited(scene, after, last, acts)
        return None
    aux = at - 1 - scene.low(at - 1).endswith("ment")  # «a précédemment fait état»
    if scene.small(aux, "aux"):
        return _around(scene, form, aux, after, first, last, acts)  # «X, qui …, a fait état»
    k = after + (scene.low(after) == "t")
    if scene.small(k, "subject") and scene.hyphen(k):
        if scene.low(k) == "on":
            return one_behind(scene, at, k + 1, last)
        if scene.low(at).endswith("aient") and scene.low(k + 1) == ",":
            return None  # «des hommes, venus, disaient-ils, pour …»: who these are says nothing else
        return Act("pronoun", "before", Speaker(scene.latest(), at, k + 1, back=True), at, k + 1, form.features)
    return _around(scene, form, at, after, first, last, acts)


def _around(scene: Scene, form: Speech, verb: int, after: int, first: int, last: int, acts: list[Act]) -> Act | None:
    """A finite verb: behind a comma or a quotation the speaker follows it; else he stands before it."""
    before = verb - 1 - scene.small(verb - 1, "to_us")  # «, nous dit un officier»
    closed = verb == first or scene.small(before, "closer")
    said = (
        _beside_quotation(scene, verb, after)
        or _ends_with_him(scene, before, after, last)
        or says_so(scene, form, after, last)
    )
    if "quoted" in form.features and not said:
        return None
    if closed or ("noinv" not in form.features and find_subject(scene, verb, first) is None):
        speaker = speaker_behind(scene, after, last) or narrator(scene, after, last, "teller" in form.features)
        object_ = "noinv" in form.features and not (closed and _beside_quotation(scene, verb, after))
        ends = not object_ or scene.low(speaker.last if speaker else last) in (".", "")
        if speaker and ends and (closed or speaker.first - after <= 5):
            return Act("inversion", "before", speaker, verb, speaker.last, form.features)
    speaker = _subject(scene, verb, first, last, acts)
    if speaker is None or not speaker.ids or not opens_speech(scene, form, after, last):
        return None
    if "eye" in form.features and not _EYES.intersection(speaker.ids):
        return None
    if "care" in form.features and not _CARERS.intersection(speaker.ids):
        return None
    aside = "," in scene.lows[speaker.last : verb]
    begin = verb if aside else speaker.first
    known = _known(scene, form, after, last) or _backdrop(scene, after, last)
    return Act("subject", "after", speaker, begin, after, form.features, known)


def _subject(scene: Scene, verb: int, first: int, last: int, acts: list[Act]) -> Speaker | None:
    """The subject of a verb of speech; «et a précisé» has that of the verb before, and «selon X» names none."""
    if scene.low(verb - 1) in ("et", "puis"):
        if acts and acts[-1].side == "after":
            return acts[-1].speaker
        if (antecedent := who(scene, verb, first)) is not None:
            return antecedent
        named = first_subject(scene, first, last)
        return Speaker(named.ids, scene.first_of(named), scene.first_of(named) + 1) if named else None
    speaker = find_subject(scene, verb, first) or one_before(scene, verb, first)
    told = speaker is not None and any(a.first <= speaker.first < a.last for a in acts if a.rule in CUED)
    return None if told else speaker


def _known(scene: Scene, form: Speech, after: int, last: int) -> int | None:
    """«a condamné l'attaque», «a revendiqué un attentat qui a fait dix morts»: the word from which what is told is
    known without the speaker, but for what stands in his quotation.
    """
    judged = "judge" in form.features or _no_part(scene, after, last)
    deed = next((k for k in range(after, last) if scene.small(k, "assault")), None) if judged else None
    if deed is None:
        return None
    marks = [k for k in range(after, last) if scene.low(k) in _QUOTES]
    definite = scene.small(deed - 1, "definite") or scene.small(deed - 1, "demonstrative")
    if definite and not _inside(marks, deed):
        return deed - 1
    return next((k for k in range(deed, last) if scene.small(k, "relates") and not _inside(marks, k)), None)


def _no_part(scene: Scene, after: int, last: int) -> bool:
    """«qu'ils n'avaient rien à voir avec l'attaque, qui a fait dix morts», «n'être pas responsable du raid»."""
    near = range(after, min(last, after + _TITLE))
    if "que" in scene.lows[after + 1 : last]:
        return False  # «… avec l'attaque mais que dix soldats avaient été tués»
    return any(scene.small(k, "never") and any(scene.small(j, "no_part") for j in range(k + 1, k + 4)) for k in near)


def _backdrop(scene: Scene, after: int, last: int) -> int | None:
    """«X a annoncé sa démission, au lendemain d'une répression qui a fait 46 morts»: the words from which what is told
    is known without the speaker, as nobody was harmed by what he spoke of.
    """
    for k in range(after, last):
        if scene.small(k, "that") or scene.small(k, "death") or (number(scene.low(k)) and scene.low(k) not in _ONE):
            return None
        if scene.small(k, "afterwards") and (
            scene.low(k) == "après" or scene.small(k - 1, "to") or scene.small(k - 2, "to")
        ):
            spoken = any(scene.low(j).isalpha() and not scene.small(j, "skip") for j in range(after, k - 1))
            return k if spoken and scene.low(k + 1) != "midi" else None
    return None


def _inside(marks: list[int], at: int) -> bool:
    """Whether an odd number of quotation marks stands before a word."""
    return sum(mark < at for mark in marks) % 2 == 1


def _beside_quotation(scene: Scene, verb: int, after: int) -> bool:
    """«"…", a lancé X», «X a lancé: "…"»: verbs that tell of speech only beside the words said."""
    behind = scene.low(verb - 1 - (scene.low(verb - 1) == ","))
    return behind in _CLOSED or (scene.low(after) == ":" and scene.low(after + 1) in _OPENED)


def _ends_with_him(scene: Scene, before: int, after: int, last: int) -> bool:
    """«…, s'alarme l'ONU.», «…, a tempéré à l'AFP un médecin.»: an inverted verb behind a comma is one of speech."""
    speaker = speaker_behind(scene, after, last) if scene.low(before) in _ENDS else None
    named = scene.starting.get(speaker.first) if speaker is not None else None
    thing = named is not None and named.kind == "generic" and named.role == "force"  # «, a réitéré son soutien à X»
    return speaker is not None and bool(speaker.ids) and not (thing and scene.small(after, "possessive"))


_ENDS = frozenset({",", "»", "”", '"'})
