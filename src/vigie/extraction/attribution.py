"""Who says it: the spans of a text that somebody else than the outlet answers for, and who took or denied an act."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from msgspec.structs import replace

from vigie.values import Value

from .actor_tokens import words
from .actors import ActorMention
from .attribution_acts import CUED, find_acts
from .attribution_back import REACH, adds, confirms, counts, only_points, points_back
from .attribution_charges import end_of_denial
from .attribution_forms import speech_table
from .attribution_quotes import in_quotation, quotation_before, quotation_end, quotation_start, quotations
from .attribution_report import between, report_of
from .attribution_scene import Act, Scene
from .attribution_speakers import first_subject
from .attribution_tally import PAPER, voice

Span = tuple[int, int]
_FAR = 72  # characters behind a name, in which its letters may stand in brackets
_SHORT_NAME = re.compile(r"[^\n.,;:()]{0,70} \((?P<short>[A-Z][A-Za-z0-9-]{1,9})\)")  # letters of a name, in brackets
_NAME = re.compile(r" [«\"]?(?P<name>[A-Z][\w-]{3,})")  # the name of a body behind what it is
_PARTS = re.compile(r"(?<!\d)[:;](?!\d)")
# What a verb of speech tells may have a colon in it.
_SPOKEN = frozenset({"inversion", "pronoun", "subject", "gerund", "second"})
_TOLD = frozenset(["MEDIA", "AFP", "REUTERS", "AP"])  # «a confié à la presse Jean Bahati»: not the name of the press
_UNNAMED = frozenset(["ong", "organisation non gouvernementale"])
_BY_NAME = frozenset(["SOHR", "RED-CROSS", "WHITE-HELMETS"])  # organisations with an id of their own
_CLAUSE = 24  # words of a clause behind a comma with its source
_NEXT = 3  # attributions behind «a indiqué une ONG» in which it is named


class Attribution(Value, frozen=True, kw_only=True):
    """The span `start`-`end` of a text is said by `said_by`; the words that tell so stand at `claimant_start`, `_end`.

    `rule` names the construction; `certainty` is "hedged" where the verb distances itself («prétend»); `denied` where
    the speaker says that it is not so; `inherited` where an earlier sentence tells who it is.
    """

    start: int
    end: int
    said_by: tuple[str, ...]
    claimant_start: int
    claimant_end: int
    rule: str
    certainty: Literal["stated", "hedged"] = "stated"
    denied: bool = False
    inherited: bool = False


def attribute(
    text: str,
    sentences: Sequence[Span],
    actors: Sequence[ActorMention],
    language: str = "fr",
    country: str | None = None,
) -> list[Attribution]:
    """The attributions of a text, sentence by sentence; spans may nest: see `said_by_at`. `country`: of the story."""
    scene = scene_of(text, actors, language)
    scene.country = country
    # Where one said-so begins inside the words of the next, nothing is left that it covers.
    found = [one for one in _by_sentence(scene, sentences) if one.start <= one.end]
    return [*_named_later(text, found), *_reported(scene, sentences, found)]


@dataclass(slots=True)
class _SoFar:
    """What is known of a text up to one of its sentences.

    `carried`: what its last sentence says last; `bare`: that sentence, where nobody says it, with what stood before it;
    `last`: how many attributions were found before it; `unsaid`: the sentences of nobody, by their rank;
    `claims`: the last one only tells that somebody claims an act.
    """

    found: list[Attribution] = field(default_factory=list)
    carried: Attribution | None = None
    bare: tuple[Attribution, Span] | None = None
    last: int = 0
    claims: bool = False
    unsaid: list[tuple[int, Span]] = field(default_factory=list)


def _by_sentence(scene: Scene, sentences: Sequence[Span]) -> list[Attribution]:
    """What each sentence tells of who says it, what stands before it, and what goes on behind it."""
    quotes, firsts, text = quotations(scene.text), scene.text_words.starts, scene.text
    so_far = _SoFar()
    for rank, (start, end) in enumerate(sentences):
        own = bisect_left(firsts, start), bisect_left(firsts, end)
        _sentence(scene, so_far, (rank, (start, end)), own, quotes)
        owner = voice(scene, *own) if rank < _HEAD and text[end : end + 1] in ("", "\n") else None
        if owner is not None:
            act = Act("voice", "after", owner, *own, frozenset())
            so_far.found.append(_attribution(scene, act, (end, len(text))))
    return so_far.found


def _sentence(scene: Scene, so_far: _SoFar, ranked: tuple[int, Span], words_at: Span, quotes: list[Span]) -> None:
    """What a sentence (its rank and span, its words) says of itself and of those before it joins what is known."""
    span, carried = ranked[1], so_far.carried
    acts = find_acts(scene, *words_at)
    own = list(_spans(scene, acts, span, quotes))
    if so_far.bare is not None and adds(scene, acts, so_far.bare[0].said_by):
        so_far.found.append(_carried(*so_far.bare, "between"))
    own = _pointed_back(scene, so_far, ranked[0], acts, words_at, own)
    scene.subject = None if own else first_subject(scene, *words_at)
    rule = _goes_on(scene, carried, words_at, quotes) if carried and not own else None
    rule = None if so_far.claims and rule in ("continued", "short") else rule
    untied = not own and rule is None and not scene.small(words_at[0], "background")
    so_far.bare = (carried, span) if carried and untied and counts(scene, *words_at) else None
    if carried and rule:
        own = [_carried(carried, span, rule)]
    so_far.last = len(so_far.found)
    so_far.claims = bool(acts) and all("claim" in act.features for act in acts)
    so_far.found += own
    so_far.carried = own[-1] if own else None
    if untied:
        so_far.unsaid.append(ranked)


def _pointed_back(
    scene: Scene, so_far: _SoFar, rank: int, acts: list[Act], words_at: Span, own: list[Attribution]
) -> list[Attribution]:
    """«Ce bilan a été donné par X» tells who says what nobody said before it, and what follows where that is nothing;
    «Ce bilan a été confirmé par X», that he says so as well.
    """
    back = points_back(scene, acts, *words_at)
    if back is None:
        return own
    meant = [span for at, span in so_far.unsaid if at >= rank - REACH]
    so_far.found += [_carried(_attribution(scene, back, span), span, "back") for span in meant]
    if not meant and confirms(scene, back):
        told = so_far.found[so_far.last :]
        so_far.found[so_far.last :] = [
            replace(one, said_by=tuple(dict.fromkeys([*one.said_by, *back.speaker.ids]))) for one in told
        ]
        return own
    return [replace(one, rule=PAPER) for one in own] if not meant or only_points(scene, back, *words_at) else own


def _named_later(text: str, found: list[Attribution]) -> Iterator[Attribution]:
    """«12 morts, a indiqué une ONG. "…", a précisé l'Observatoire»: the one that is named in the next breath."""
    for at, one in enumerate(found):
        unnamed = one.said_by == ("NGO",) and text[one.claimant_start : one.claimant_end].lower() in _UNNAMED
        near = found[at + 1 : at + 1 + _NEXT] if unnamed else []
        named = next((b for b in near if len(b.said_by) == 1 and b.said_by[0] in _BY_NAME), None)
        yield replace(one, said_by=named.said_by) if named is not None else one


def _reported(scene: Scene, sentences: Sequence[Span], found: list[Attribution]) -> Iterator[Attribution]:
    """What a story of a report tells without naming it again."""
    told = [(a.said_by, (a.start, a.end), (a.claimant_start, a.claimant_end)) for a in found]
    report = report_of(scene, sentences, told)
    if report is None:
        return
    for start, end in between(scene, sentences, [span for _, span, _ in told], report):
        yield Attribution(
            start=start, end=end, said_by=report.ids, claimant_start=report.start, claimant_end=report.end,
            rule="report", inherited=True,
        )  # fmt: skip


def said_by_at(attributions: Sequence[Attribution], start: int, end: int) -> Attribution | None:
    """The attribution that holds for a span: the shortest one that covers its middle."""
    middle = (start + end) // 2
    covering = [a for a in attributions if a.start <= middle < a.end]
    return min(covering, key=lambda a: a.end - a.start, default=None)


def scene_of(text: str, actors: Sequence[ActorMention], language: str) -> Scene:
    """The words of a text with its actors by their first and last word."""
    text_words, table = words(text), speech_table(language)
    firsts = text_words.starts
    starting: dict[int, ActorMention] = {}
    ending: dict[int, ActorMention] = {}
    last_of: dict[int, int] = {}
    starts: dict[int, int] = {}
    for mention in actors:
        first, last = bisect_left(firsts, mention.start), bisect_left(firsts, mention.end)
        starting[first], last_of[first], starts[mention.start] = mention, last, first
        if not mention.adjective:
            ending[last - 1] = mention
    return Scene(
        text,
        text_words,
        text_words.lows,
        table,
        starting,
        ending,
        _bodies(text, actors) | _persons(actors) | _short_names(text, actors),
        last_of,
        _speaking(text, language),
        language=language,
        starts=starts,
    )


@lru_cache(maxsize=2)  # asked for what is said and for who is blamed, one behind the other
def _speaking(text: str, language: str) -> list[int]:
    """The words of a text with which a form of speech may begin."""
    forms = speech_table(language).by_first
    return [at for at, low in enumerate(words(text).lows) if low in forms]


def _persons(actors: Sequence[ActorMention]) -> dict[str, tuple[str, ...]]:
    """Family names that the text introduces with an office («le porte-parole X Y»), and for whom they speak."""
    found: dict[str, tuple[str, ...]] = {}
    for mention in actors:
        if mention.person and mention.ids and _TOLD.isdisjoint(mention.ids):
            found.setdefault(mention.person.split(" ")[-1].lower(), mention.ids)
    return found


def _bodies(text: str, actors: Sequence[ActorMention]) -> dict[str, tuple[str, ...]]:
    """«le mouvement citoyen Filimbi», «l'association Yerewolo»: names that no table has, behind what they are."""
    taken = {mention.start for mention in actors}
    found: dict[str, tuple[str, ...]] = {}
    for mention in actors:
        named = _NAME.match(text, mention.end) if mention.ids == ("NGO",) and not mention.adjective else None
        if named is not None and named.start("name") not in taken:
            found.setdefault(named["name"].lower(), mention.ids)
    return found


def _short_names(text: str, actors: Sequence[ActorMention]) -> dict[str, tuple[str, ...]]:
    """«l'Association d'assistance aux prisonniers (AAPP)»: the letters stand for who has just been named."""
    found: dict[str, tuple[str, ...]] = {}
    for mention in actors:
        named = mention.ids and not mention.adjective and "(" in text[mention.end : mention.end + _FAR]
        behind = _SHORT_NAME.match(text, mention.end) if named else None
        if behind is not None:
            found.setdefault(behind["short"].lower(), mention.ids)
    return found


def _spans(scene: Scene, acts: list[Act], sentence: Span, quotes: list[Span]) -> Iterator[Attribution]:
    """What each act covers: back to the sentence's start (or its quotation's), forward to its end."""
    begin = sentence[0]
    for index, act in enumerate(acts):
        own_start, own_end = scene.text_words.starts[act.first], scene.text_words.ends[act.last - 1]
        if inserted := _inserted(scene, act):
            span = (scene.text_words.starts[inserted], _next_act(scene, acts, index, sentence[1]))
        elif act.side == "before":
            start = quotation_start(quotes, begin, own_start) if begin == sentence[0] else begin
            end = sentence[1]
            if act.rule not in _SPOKEN:
                start, end = _part(scene, quotes, (start, end), (own_start, own_end))
                start = max(start, _clause(scene, act))
            goes_on = index == len(acts) - 1 or acts[index + 1].side == "after"
            span = (start, min(end, _next_act(scene, acts, index, end)) if goes_on else own_end)
        else:
            item = scene.text.find(".-", own_end, sentence[1])
            known = (
                quotation_end(quotes, own_start, sentence[1])
                if act.until is None
                else scene.text_words.starts[act.until]
            )
            span = (own_start, min(known, sentence[1] if item < 0 else item + 1))
        begin = own_end if act.side == "before" and not inserted else begin
        if act.speaker.ids:
            yield _attribution(scene, act, span)


def _next_act(scene: Scene, acts: list[Act], index: int, end: int) -> int:
    """Where the act of speech behind the one at an index begins, else the end."""
    return scene.text_words.starts[acts[index + 1].first] if index + 1 < len(acts) else end


def _inserted(scene: Scene, act: Act) -> int:
    """«une école qui, selon l'armée, abritait …»: the pronoun of a clause of which alone the source speaks, else 0."""
    cued = act.rule in CUED and scene.low(act.first - 1) == "," and scene.low(act.last) == ","
    return act.first - 2 if cued and scene.small(act.first - 2, "relates") else 0


def _clause(scene: Scene, act: Act) -> int:
    """«l'EI a revendiqué la prise de X, où dix civils ont péri selon le maire», «…, faisant dix morts selon X»: where
    the clause opens of which alone the source speaks, as no comma parts it from him, else 0.
    """
    back = range(act.first - 1, max(0, act.first - _CLAUSE), -1)
    mark = next((k for k in back if not scene.low(k)[:1].isalnum()), 0)
    if act.rule not in CUED or mark == act.first - 1 or scene.low(mark) != ",":
        return 0
    verb = mark + 1 + (scene.low(mark + 1) == "en")
    opens = scene.small(mark + 1, "relates") or scene.small(verb, "with_toll")
    return scene.text_words.starts[mark + 1] if opens else 0


def _part(scene: Scene, quotes: list[Span], whole: Span, own: Span) -> Span:
    """«Un camion a sauté: dix morts, selon X», «six sont morts, d'après X; …»: the part in which a cue stands."""
    marks = [m for m in _PARTS.finditer(scene.text, *whole) if not in_quotation(quotes, m.start())]
    starts = [
        m.end()
        for m in marks
        if m.end() <= own[0] and scene.text[m.end() : own[0]].strip() and not _sums_up(scene, m.end())
    ]
    ends = [m.start() for m in marks if m.start() >= own[1] and m[0] == ";"]
    return starts[-1] if starts else whole[0], ends[0] if ends else whole[1]


def _sums_up(scene: Scene, offset: int) -> bool:
    """«Dix morts : tel est le bilan d'une attaque, selon X»: what is behind the colon tells of what is before."""
    k = bisect_left(scene.text_words.starts, offset)
    return scene.small(k, "sums_up") or f"{scene.low(k)}-{scene.low(k + 1)}" in scene.table.sets["sums_up"]


def _attribution(scene: Scene, act: Act, span: Span) -> Attribution:
    claimant = scene.text_words.starts[act.speaker.first], scene.text_words.ends[act.speaker.last - 1]
    denied, end = "deny" in act.features, span[1]
    return Attribution(
        start=span[0],
        end=end_of_denial(scene.text, scene.text_words.ends[act.last - 1], end, scene.language) if denied else end,
        said_by=act.speaker.ids,
        claimant_start=claimant[0],
        claimant_end=claimant[1],
        rule=act.rule,
        certainty="hedged" if "hedge" in act.features else "stated",
        denied=denied,
        inherited=act.speaker.back,
    )


def _goes_on(scene: Scene, before: Attribution, own: Span, quotes: list[Span]) -> str | None:
    """The rule by which a sentence without a speaker (its words) is still said by who spoke before it, None if not."""
    if before.rule == PAPER and own[0] < own[1]:
        between = scene.text[before.end : scene.text_words.starts[own[0]]]
        return None if "\n" in between else PAPER
    if own[0] < own[1] and (before.denied or "\n" in scene.text[before.end : scene.text_words.starts[own[0]]]):
        return None  # a denial is said in one breath, and a paragraph begins anew
    return _carries_on(scene, *own, quotes)


_HEAD = 4  # sentences at the head of a text among which its author stands
_PART = 4  # words at the head of a sentence in which it says that it tells of a part
SHORT = 12  # words: a bare sentence of this length behind an attributed one is its tail («Deux enfants ont été tués.»)


def _carries_on(scene: Scene, first: int, last: int, quotes: list[Span]) -> str | None:
    """Why a sentence without a speaker goes on with the one before it: the rule's name, or None where it does not.

    Learnt from coded articles: a bare sentence is the outlet's own unless it is a quotation, is tied to the one before
    by a word («également», «en outre», «Elles ont») or is short; a year, a weekday at its head unties it.
    """
    if first >= last:
        return None
    start, end = scene.text_words.starts[first], scene.text_words.ends[last - 1]
    quote = quotation_before(quotes, start + 1)
    if quote and quote[1] >= end - 2:
        return "quotation"
    lows = scene.lows[first:last]
    if (
        scene.small(first, "background")
        or scene.small(first, "see_also")
        or any(map(_is_year, filter(str.isdigit, lows)))
    ):
        return None
    tied = not scene.table.sets["continue"].isdisjoint(lows)
    if tied or _of_them(scene, first) or _of_that_toll(scene, first, last):
        return "continued"
    if scene.small(first, "plural") and any(scene.small(k, "plural_aux") for k in range(first + 1, first + 3)):
        return "continued"
    return "short" if "été" in lows and last - first <= SHORT else None


def _of_them(scene: Scene, first: int) -> bool:
    """«Parmi eux figurent …», «Neuf des morts sont …»: parts of those counted before."""
    return any(scene.small(k, "among") and scene.small(k + 1, "counted") for k in range(first, first + _PART))


def _of_that_toll(scene: Scene, first: int, last: int) -> bool:
    """«… et ce bilan risque encore de s'alourdir», «Ce total n'inclut pas 40 disparus»: told by who gave the toll."""
    those = (k + 1 for k in range(first, last) if scene.small(k, "demonstrative"))
    return any(
        scene.small(k, "tally_noun") and scene.small(k + 1 + (scene.low(k + 1) in ("ne", "n'")), "may") for k in those
    )


def _is_year(word: str) -> bool:
    """Whether digits are the number of a year."""
    return len(word) == 4 and word[:2] in ("19", "20")


def _carried(before: Attribution, sentence: Span, rule: str) -> Attribution:
    return Attribution(
        start=sentence[0],
        end=sentence[1],
        said_by=before.said_by,
        claimant_start=before.claimant_start,
        claimant_end=before.claimant_end,
        rule=rule,
        certainty=before.certainty,
        inherited=True,
    )
