"""Who speaks: the speaker before a verb, behind it, behind «selon», and whom «l'ONG» or «ce responsable» stands for."""

from .actors import ActorMention
from .attribution_far import behind_participle, far_subject
from .attribution_joined import FAR, OWN, chain, row_before, stops
from .attribution_lay import lay, lay_subject
from .attribution_meant import (
    governed,
    last_body,
    meant,
    number,
    of_that_noun,
    paper_of,
    possessor,
    skipped_agency,
    whose_body,
)
from .attribution_scene import Scene, Speaker
from .rule_tables import word_lists

_ONE = frozenset(["a", "avait", "aurait"])  # verbs of one speaker alone
_CLAUSE = 16  # words of a relative clause before a second verb of it

_QUOTES = frozenset({'"', "“", "”", "«", "»"})
_SEVERAL = frozenset({"les", "des", "ces", "aux"})  # articles of «shebab», «talibans»


def find_subject(scene: Scene, verb: int, first: int, far: int = FAR) -> Speaker | None:
    """The speaker before a verb: an actor or a pronoun, else somebody who is none («un passager»), or who is far."""
    first = behind_participle(scene, verb, first)
    acting = _acting_subject(scene, verb, first, far)
    if acting is not None and (acting.ids or acting.back):
        return acting
    return lay_subject(scene, verb, first) or far_subject(scene, verb, first) or acting


def _acting_subject(scene: Scene, verb: int, first: int, far: int) -> Speaker | None:
    """The nearest mention before a verb that no preposition governs, or a pronoun for who spoke last."""
    index = verb - 1
    while index >= first and index not in scene.ending and _clitic(scene, index):
        index -= 1
    if scene.low(index) == "qui" and (antecedent := who(scene, verb, first)) is not None:
        return antecedent
    index = _before_relative(scene, index, first)
    if index >= first and scene.small(index, "subject"):
        return Speaker(_pronoun(scene, index), index, index + 1, back=True) if scene.low(index) != "on" else None
    glossed = _glossed(scene, index, first)
    for k in range(index if glossed is None else glossed, max(first, index - far) - 1, -1):
        mention = scene.ending.get(k)
        if mention is not None and not governed(scene, mention):
            return _before_apposition(scene, mention, k, first, verb)
        if scene.small(k, "paper") and scene.small(k - 1, "possessive"):
            owner = possessor(scene, k - 1)  # «Son rapport impute …»: of who spoke last, if he is named near
            return owner if owner is not None and owner.ids == scene.latest() else None
        if scene.small(k, "paper") or (scene.small(k, "latter") and k == index):
            return Speaker(paper_of(scene, k), k, k + 1, back=True) if scene.spoke else None
        if scene.small(k, "body") and k == index and scene.small(k - 1, "definite"):
            return _told_of(scene, k - 1)
        name = scene.persons.get(scene.low(k))
        if name and scene.text_words.raws[k][0].isupper():
            return Speaker(name, k, k + 1)
        if stops(scene, k) or scene.low(k) in (":", '"', "”"):
            return None
    return None


def _glossed(scene: Scene, index: int, first: int) -> int | None:
    """«Le groupe X (« Armée de la justice ») a dit»: the index of the name before the brackets, None without one."""
    if scene.low(index) != ")":
        return None
    opened = next((k for k in range(index - 1, max(first, index - FAR), -1) if scene.low(k) == "("), first)
    named = scene.ending.get(opened - 1)
    return opened - 1 if named is not None and named.ids and not governed(scene, named) else None


def right_before(scene: Scene, verb: int, first: int) -> Speaker | None:
    """«…, selon l'agence, le Hezbollah annonçant»: who stands right before a gerund, behind a comma, speaks himself."""
    glossed = _glossed(scene, verb - 1, first)
    end = verb - 1 if glossed is None else glossed
    named = scene.ending.get(end)
    if named is None or not named.ids or named.adjective:
        return None
    comma = scene.first_of(named) - 1
    comma -= scene.low(comma).isalpha() and scene.small(comma - 1, "article")  # «l'agence Sana»
    comma -= scene.small(comma, "article")
    return _speaker(scene, named, end) if scene.low(comma) == "," else None


def _pronoun(scene: Scene, index: int) -> tuple[str, ...]:
    """Who «elle» is that speaks: the subject of a sentence before in which nobody spoke, else who spoke last."""
    subject = scene.subject
    several = subject is not None and (subject.plural or scene.low(scene.first_of(subject) - 1) in _SEVERAL)
    return subject.ids if subject and several == scene.low(index).endswith("s") else scene.latest()


def of_the_doer(scene: Scene, pronoun: int, first: int, last: int) -> Speaker | None:
    """«L'armée a tué six jihadistes, a-t-elle annoncé»: who did it tells it, but in a quotation."""
    if not _QUOTES.isdisjoint(scene.lows[first:last]):
        return None
    mention = next((scene.starting[k] for k in range(first, last) if k in scene.starting), None)
    if mention is None or not mention.ids or mention.adjective or governed(scene, mention):
        return None
    word = scene.low(pronoun)
    agrees = mention.plural == word.endswith("s") and _of_gender(scene, mention, word.removesuffix("s"))
    return Speaker(mention.ids, scene.first_of(mention), last) if agrees else None


def _of_gender(scene: Scene, mention: ActorMention, pronoun: str) -> bool:
    """The first word of a mention, behind its article, is of the pronoun's gender."""
    known = word_lists(scene.language, "diplomacy")["feminine" if pronoun == "elle" else "masculine"]
    begin = scene.first_of(mention)
    return any(scene.low(k) in known for k in (begin, begin + 1))


def first_subject(scene: Scene, first: int, last: int) -> ActorMention | None:
    """The actor with which a sentence begins, behind no preposition: «L'Union nationale karen (KNU) a pris …»."""
    mention = next((scene.starting[k] for k in range(first, min(last, first + FAR)) if k in scene.starting), None)
    speaks = mention is not None and mention.ids and not mention.adjective and not governed(scene, mention)
    return mention if speaks else None


def _clitic(scene: Scene, index: int) -> bool:
    """A word between a subject and its verb: «n'a», «a également»."""
    return scene.small(index, "clitic") or scene.low(index).endswith("ment")


def _before_relative(scene: Scene, index: int, first: int) -> int:
    """«L'ONG, qui dispose d'un réseau de sources, a recensé»: the index before the inserted clause, else the same."""
    if scene.low(index) != ",":
        return index
    apposed = index
    for k in range(index - 1, max(first, index - 30), -1):
        if scene.low(k) == "qui" and _named_before(scene, k):
            return k - 1
        if scene.low(k) == "," and _named_before(scene, k) and (apposed == index or scene.low(k + 1) == "qui"):
            apposed = k - 1  # of «l'ONG, qui a un réseau de militants, de médecins …, dit» it is the ONG that speaks
        if scene.low(k) == "," and scene.small(k + 1, "relative") and (apposed == index or scene.low(k + 1) == "qui"):
            return k - 1
        if stops(scene, k):
            break
    return apposed


def _named_before(scene: Scene, comma: int) -> bool:
    """«Les Houthis, maîtres du port depuis 2014, parlent», «Ali, un milicien qui combat avec l'armée, a dit»: an actor
    that no preposition governs stands before the comma or the pronoun.
    """
    glossed = _glossed(scene, comma - 1, 0)  # «Les Faucons (TAK), un groupe …, ont dit»
    mention = scene.ending.get(comma - 1 - (scene.low(comma - 1) == ")") if glossed is None else glossed)
    return mention is not None and bool(mention.ids) and not governed(scene, mention)


def _before_apposition(scene: Scene, mention: ActorMention, end: int, first: int, verb: int) -> Speaker:
    """«Les Casques blancs, secouristes en zone rebelle, ont…»: the name before the comma speaks; not in «Dans un
    message reçu par l'agence, le GSIM affirme».
    """
    comma = scene.first_of(mention) - 1
    comma -= scene.small(comma, "article")
    named = scene.ending.get(comma - 1) if scene.low(comma) == "," else None
    closed = "," in scene.lows[end + 1 : verb] and not scene.small(first, "where")
    if named is not None and named.ids and closed and not governed(scene, named):
        return _speaker(scene, named, comma - 1)
    return _speaker(scene, mention, end, verb)


def who(scene: Scene, verb: int, first: int) -> Speaker | None:
    """«un officier, qui promet des renforts et fait état de dix morts»: the one whom the clause is about."""
    for k in range(verb - 1, max(first, verb - _CLAUSE), -1):
        if scene.low(k) == "qui":
            end = k - 1 - (scene.low(k - 1) == ",")
            mention = scene.ending.get(end)
            return _speaker(scene, mention, end, verb) if mention is not None else None
        if stops(scene, k) or scene.low(k) in (":", '"'):
            return None
    return None


def _speaker(scene: Scene, mention: ActorMention, end: int, verb: int = -1) -> Speaker:
    """A speaker with the one joined to it, but for «A et B, qui a dit»."""
    mention = _in_full(scene, mention)
    first = scene.first_of(mention)
    ids = meant(scene, mention, first)
    if any(i.endswith(("-UNK", "-PRO")) for i in ids):
        return Speaker((), first, end + 1)
    joined = (
        scene.ending.get(first - 2 - scene.small(first - 1, "article"))
        if _joins(scene, first) and scene.low(verb) not in _ONE
        else None
    )
    if joined is not None and not joined.adjective:
        every = [*row_before(scene, joined), joined]
        before = [i for one in every for i in meant(scene, one, scene.first_of(one))]
        ids = tuple(dict.fromkeys([*before, *ids]))
    return Speaker(ids, first, end + 1)


def _in_full(scene: Scene, mention: ActorMention) -> ActorMention:
    """«L'ONU et le Comité de la Croix-Rouge (CICR)»: the name before the brackets, to which others may be joined."""
    first = scene.first_of(mention)
    full = scene.ending.get(first - 2) if scene.low(first - 1) == "(" else None
    return full if full is not None and full.ids == mention.ids else mention


def _joins(scene: Scene, first: int) -> bool:
    k = first - 1 - (scene.small(first - 1, "article"))
    return scene.low(k) == "et"


def speaker_behind(scene: Scene, after: int, last: int) -> Speaker | None:
    """The speaker behind an inverted verb, past «à l'AFP», «mardi», «dans un communiqué», a name; «, parlent de 40
    soldats tués» names what is spoken of.
    """
    if scene.low(after) in ("de", "d'") and scene.low(after + 2) != "côté":
        return None
    for k in range(after, min(last, after + 16)):
        if not scene.small(k - 1, "governing") and (one := lay(scene, k, last)) is not None:
            return one
        mention = scene.starting.get(k)
        if mention is not None and not (governed(scene, mention) or skipped_agency(scene, k)):
            return chain(scene, k, last)
        if scene.spoke and (taken_up := _taken_up(scene, k)):
            return Speaker(scene.latest(), k, taken_up, back=True)
        if (scene.small(k, "paper") or scene.small(k, "tally_noun")) and not _dans(scene, k):
            return _paper(scene, k, last)
        if stops(scene, k) or scene.low(k) == '"' or (scene.small(k, "that") and scene.low(k) != ":"):
            return None
        person = scene.persons.get(scene.low(k))
        if person and scene.text_words.raws[k][0].isupper():
            return Speaker(person, k, k + 1)
        if not scene.small(k - 1, "to") and _told_before(scene, k):
            return _told_of(scene, k - scene.small(k - 1, "definite"))
        if scene.low(k) == "," and (led := _led(scene, k, last) or _trade(scene, k, last)) is not None:
            return led
        if (body := whose_body(scene, k, last)) is not None:
            return chain(scene, body, last)
        if not passes(scene, k):
            return None
        loose = scene.text_words.raws[k - 1][0].isupper() or scene.small(k + 1, "skip") or scene.small(k - 1, "skip")
        if scene.low(k) == "," and not (k >= after and loose):
            return None
    return None


def _led(scene: Scene, comma: int, last: int) -> Speaker | None:
    """«explique Awa Diop, qui préside le comité de la ville»: she speaks for those whom she leads."""
    if scene.low(comma + 1) != "qui" or not scene.small(comma + 2, "leads"):
        return None
    led = next((k for k in range(comma + 3, min(last, comma + 3 + OWN)) if k in scene.starting), None)
    return chain(scene, led, last) if led is not None and not scene.starting[led].adjective else None


def _trade(scene: Scene, comma: int, last: int) -> Speaker | None:
    """«selon Moussa Diallo, boucher à Gao», «…, un lycéen»: what somebody is stands behind his name."""
    named = scene.low(comma) == "," and scene.text_words.raws[comma - 1][0].isupper()
    return lay(scene, comma + 1, last) or lay(scene, comma + 1, last, bare=True) if named else None


def _taken_up(scene: Scene, index: int) -> int:
    """«a dit l'un d'eux», «l'une d'entre elles», «ce dernier», «celle-ci»: the word behind them, 0 where it is none."""
    one = index + (scene.low(index) == "l'")
    if scene.small(one, "single") and scene.low(one + 1) == "d'":
        among = one + 2 + (scene.low(one + 2) == "entre")
        return among + 1 if scene.small(among, "pronoun") else 0
    if scene.small(index, "demonstrative") and scene.small(index + 1, "latter"):
        return 0 if scene.small(index + 2, "paper") else index + 2
    return index + 2 if scene.small(index, "this_one") and scene.low(index + 1) == "ci" else 0


def narrator(scene: Scene, after: int, last: int, tells: bool) -> Speaker | None:
    """«raconte Moussa, un boucher de 41 ans»: somebody without an office, who saw it; behind a verb that is not of
    telling (`tells`) only with his trade or age behind his name.
    """
    for k in range(after, min(last, after + FAR)):
        if scene.low(k) in (":", '"', "«", "“"):
            return None
        if scene.text_words.raws[k][0].isupper() and not skipped_agency(scene, k):
            end = next(j for j in range(k, last + 1) if j == last or not scene.text_words.raws[j][0].isupper())
            if scene.small(k - 1, "rank") and scene.country:
                return Speaker((scene.country,), k, end)  # «a précisé le major Omar Diallo»
            lay = scene.low(end) == "," and (scene.low(end + 1) in ("un", "une") or scene.low(end + 2) == "ans")
            return Speaker(("WITNESS",), k, end) if lay or tells else None
        if not passes(scene, k) or scene.low(k) == ",":
            return None
    return None


def _paper(scene: Scene, index: int, last: int) -> Speaker | None:
    """«indique le rapport de l'ONU» is the UN's; «indique le rapport», of who spoke last."""
    for k in range(index + 1, min(last, index + 7)):
        if k in scene.starting and not scene.starting[k].adjective:
            return chain(scene, k, last)
        if stops(scene, k) or scene.low(k) == ",":
            break
    pointed = scene.small(index - 1, "definite") or scene.small(index - 1, "demonstrative")
    return Speaker(paper_of(scene, index), index, index + 1, back=True) if pointed and scene.spoke else None


def passes(scene: Scene, index: int) -> bool:
    """A word that may stand between a verb and the speaker behind it."""
    word = scene.low(index)
    name = not scene.text_words.raws[index][0].islower()
    return name or scene.small(index, "skip") or word.endswith("ment")


def _dans(scene: Scene, index: int) -> bool:
    """«dans le communiqué» says where, not who."""
    return scene.small(index - 2, "where")


def speaker_after(scene: Scene, begin: int, last: int) -> Speaker | None:
    """The speaker behind «selon»: a mention, a name of the text, a pronoun, «cette source», «leurs statistiques»."""
    taken_up = _taken_up(scene, begin)
    if taken_up and scene.low(begin) not in ("l'", "un", "une") and (last_one := _last_named(scene, begin)) is not None:
        return Speaker(last_one.ids, begin, taken_up, back=True)
    if taken_up or scene.small(begin, "pronoun"):
        return Speaker(scene.latest(), begin, begin + 1, back=True) if scene.spoke else None
    if (one := lay(scene, begin, last)) is not None:
        return one
    for k in range(begin, min(last, begin + FAR + OWN)):
        if k in scene.starting and not scene.starting[k].adjective and not _informed(scene, k):
            if k > begin + 2 and _counted(scene, k - 1):
                break
            return chain(scene, k, last)
        person = scene.persons.get(scene.low(k))
        if person and scene.text_words.raws[k][0].isupper():
            return Speaker(person, k, k + 1)
        named = k > begin and scene.text_words.raws[k - 1][0].isupper()
        if named and (led := _led(scene, k, last) or _trade(scene, k, last)) is not None:
            return led
        if stops(scene, k) or scene.small(k, "not_behind") or (scene.low(k) == "," and not named):
            break
    if any(scene.small(k, "possessive") for k in range(begin, begin + 2)):
        return possessor(scene, begin)
    return _told_of(scene, begin)


def _counted(scene: Scene, index: int) -> bool:
    """«selon le même communiqué huit soldats ont été blessés»: a number of people that nothing ties to the source opens
    what it said.
    """
    tied = scene.small(index, "article") or any(scene.small(index - 1, tie) for tie in ("article", "governing"))
    return number(scene.low(index)) and not tied


def _informed(scene: Scene, index: int) -> bool:
    """«selon un bilan communiqué à l'AFP par un maire»: the agency that was told."""
    return scene.starting[index].kind == "source" and skipped_agency(scene, index)


def _last_named(scene: Scene, begin: int) -> ActorMention | None:
    """«… est un cadre du Jihad islamique, selon ce dernier»: the last one named in the sentence."""
    for k in range(begin - 1, max(0, begin - FAR), -1):
        mention = scene.ending.get(k)
        if mention is not None and mention.ids:
            return mention
        if stops(scene, k):
            return None
    return None


def _told_of(scene: Scene, begin: int) -> Speaker | None:
    """«selon ce rapport», «selon le même décompte»: of who spoke last; «selon la mission»: of the last body."""
    if not scene.spoke and not scene.small(begin + 1, "body"):
        return None
    if scene.small(begin, "definite") and scene.small(begin + 1, "body"):
        body = last_body(scene, begin)
        return Speaker(body, begin, begin + 2, back=True) if body else None
    if scene.small(begin + 1, "back") and (ids := of_that_noun(scene, begin)):
        return Speaker(ids, begin, begin + 2, back=True)
    paper = next((k for k in range(begin, begin + 3) if scene.small(k, "paper")), None)
    if paper is not None:
        return Speaker(paper_of(scene, paper), begin, begin + 2, back=True)
    if scene.small(begin, "demonstrative") or scene.small(begin + 1, "back") or _told_before(scene, begin):
        return Speaker(scene.latest(), begin, begin + 2, back=True)
    return None


def _told_before(scene: Scene, begin: int) -> bool:
    """«la mission», «le même comité», told of before and no longer by its name."""
    noun = begin + scene.small(begin, "definite") + scene.small(begin + 1, "back")
    named = noun == begin or noun in scene.starting
    return not named and scene.small(noun, "noun_back") and scene.low(noun + 1) in (",", ".", ")", ":", ";", "")
