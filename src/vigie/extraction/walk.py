"""A light grammar of the clause over a class string: whose verb, participle, infinitive or noun a word is.

The rules of the pack want actor and act in set positions; here they are found by walking from the act to its agent over
whatever stands between them: appositions, relative clauses, adverbials, brackets, other verbs of the same subject.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .parties import View

_BRACKETS = re.compile(r"\([^()]{1,120}\)|-[^-.;]{1,90}-")
_HELD = '[glysr"~T]'  # clitics, negation, adverbs and days that stand with a verb
_FINITE = "[xXVLOz]"
_MODS = "[^.;:VLxXOcwguzG,I]{0,24}"  # adjectives and complements of a subject: no finite verb, no comma
_ADVERBIAL = '(?:[rT"~]|[eid][lq]?[^.;:,VLxXOcwgu]{1,10})*'
_APPOSED = f"{_MODS},[^.;:]{{1,90}},{_ADVERBIAL}"  # «X, qui …, hier»
_DIRECT = re.compile(f"{_MODS}$")
_ASIDE = re.compile(f"{_APPOSED}{_HELD}*$")
_CLOSED = re.compile(f'[oajU"~]{{0,6}},{_HELD}*$')
_WHO = re.compile(f"{_MODS}~*,?w{_HELD}*$")
_WHO_ALSO = re.compile(f"{_MODS}~*,?w{_HELD}*[xXV][^.;:,w]{{0,60}}?t{_HELD}*$")  # «selon X, qui a évacué Y et appelé»
_WHOSE = re.compile(
    f'[oajU"~]{{0,4}},[bco]l[on][oaj]?{_HELD}*$'
)  # «X, dont les troupes tiennent»: who reads it asks for the words
_HEAD = f"(?:{_APPOSED}|{_MODS},?w|{_MODS}){_HELD}*"
_SAME = re.compile(f"{_HEAD}{_FINITE}[^.;:]{{0,70}}?(?:,?t|,){_HELD}*$")
_WITH_AUX = re.compile(f"{_HEAD}x[^.;:]{{0,70}}?(?:,?t|,){_HELD}*$")
_SPOKE = re.compile(
    '[",],?x[rgT]{0,3}[oKM]T?[lqodjU"]{0,4}(?P<actor>A)[oajU]{0,3}(?:i?T)?,$'
)  # «"…", a martelé X, appelant», «…, a annoncé X mardi, saluant»
_SURELY = re.compile(f"{_HEAD}[xXVLOz]")
_THEN = re.compile(f"{_HEAD}[xXVLOzo]")
_AUXILIARY = re.compile('(?P<head>[glysr"~]*)(?P<aux>[xX])X?[rgT"~y]*(?:,[^.;:,]{1,40},|[eid]l?[ojT]{1,2})?[rgT"~]*$')
_BY = re.compile('[^.;:VLxXOwKMN]{0,12}?p[lorqhd"]{0,4}(?P<actor>A)')
_INVERTED = re.compile('T?[lqodU"~r]{0,8}?(?P<actor>A)')
_RELATIVE = re.compile(",[eidl]?(?:w|c(?!c))")
_SAID = re.compile('",$')  # behind a quotation its speaker follows the verb
_CARRIER = re.compile(r"(?P<verb>[LMJ])(?:[rT\"]|[ei]l?[AP]|,[^.;:,]{1,30},)*[ldqQ]{0,2}[orjQ]{0,2}$")
_GOVERNOR = re.compile(r"(?P<verb>[zoMLVKIi])(?:[rsylTgi\"~]|,[^.;:,]{1,30},|e[ol]?[oA]){0,3}[de]?[rsylg\"]*$")
_PARTNER = re.compile('[^.;:VLxXOcwNKM,]{0,10}?(?P<word>i)[lq"o]{0,3}(?P<target>[Aa])')
_IN_PASSING = re.compile('[eip][ide]?[lqQ"]{0,2}[or]?$|Tl?$|,$')
_ACTED_ON = re.compile('[VK]T[lq"]$')  # «a suspendu lundi son accord avec Y»
_MAIN = re.compile('[^.;:VKLxX]{0,12}?,[lq"]{0,2}(?P<actor>A)')
_HAVING = re.compile('["T,rt]{0,4}i[sg]{0,2}[xX]r?$')  # «après s'être»
_WHILE = re.compile('(?:U(?=i))?["T,rto]{0,4}i?g{0,2}$')  # «tout en», at the head of the sentence a capital word
_OPENED = re.compile('[^.;:VLOwxX]{0,60}?,[lq"T]{0,3}(?P<actor>[Au])')


class Agent(NamedTuple):
    """Where the agent of a word stands, and the way to it; `other`: the other side, `word` what leads there."""

    at: int
    way: str
    other: int | None = None
    word: int = 0


def masked(seen: View) -> str:
    """The class string of a clause without what stands in brackets or between dashes; «mais» joins, «dont» opens."""
    codes = seen.codes
    if "(" in codes or "-" in codes:
        codes = _BRACKETS.sub(lambda m: "~" * len(m[0]), codes)
    if "c" in codes:
        codes = "".join(
            "t" if c == "c" and u.low == "mais" else c for c, u in zip(codes, seen.clause.units, strict=True)
        )
    return codes


def governed(codes: str, at: int, by: str = "pied") -> bool:
    """Whether a preposition holds the words at a unit: «avec la France», «du Mali»."""
    i = at - 1
    while i >= 0 and codes[i] in 'lq"rQ':
        i -= 1
    return i >= 0 and codes[i] in by


def candidates(codes: str, before: int) -> Iterator[int]:
    """Parties and pronouns left of a unit, nearest first, back to the head of the sentence part."""
    for i in range(before - 1, -1, -1):
        if codes[i] in ".;":
            return
        if codes[i] in "Au":
            yield i


def finite(codes: str, at: int) -> Agent | None:
    """The subject of a finite verb at a unit."""
    first = _first(codes, at)
    if "s" in codes[first:at] or (_SAID.search(codes, 0, first) and not _INVERTED.match(codes, at + 1)):
        return None
    return inverted(codes, first, at) or subject(codes, first, _SAME)


def _first(codes: str, at: int) -> int:
    """Where the clitics and adverbs of a verb begin."""
    i = at
    while i and codes[i - 1] in 'glysr"~':
        i -= 1
    return i


def participle(codes: str, at: int) -> Agent | None:
    """Who has done what a participle says: its subject, who stands behind «par», the first verb's subject."""
    if before := opening(codes, at, _HAVING):
        return before
    aux = _AUXILIARY.search(codes, max(0, at - 40), at)
    by = _BY.match(codes, at + 1)
    if aux is None:
        if by:
            return Agent(by.start("actor"), "by")
        return subject(codes, at, _WITH_AUX, False) if codes[_first(codes, at) - 1 : at][:1] == "t" else None
    if aux["aux"] == "X" or codes[aux.start("aux") + 1] == "X":
        return Agent(by.start("actor"), "by") if by and "s" not in aux["head"] else None
    first = _first(codes, aux.start("aux"))
    return inverted(codes, first, at) or subject(codes, first, _SAME)


def inverted(codes: str, first: int, at: int) -> Agent | None:
    """«"…", a déclaré X», «que condamne X», «comme le demande X»."""
    said = first and codes[first - 1] == "," and codes.find('"', 0, first) >= 0
    if not (said or (first and codes[first - 1] == "c") or codes[first : first + 1] == '"'):
        return None
    match = _INVERTED.match(codes, at + 1)
    return Agent(match.start("actor"), "inverted") if match else None


def subject(codes: str, first: int, same: re.Pattern[str], direct: bool = True) -> Agent | None:
    """The subject of a verb group that begins at a unit."""
    for at in candidates(codes, first):
        if within_relative(codes, at, first):
            continue
        gap = codes[at + 1 : first]
        way = _way(gap, governed(codes, at), same, direct)
        way = way or ("relative" if governed(codes, at, "pi") and _WHO_ALSO.match(gap) else None)
        if way:
            return Agent(at, way)
    return None


def within_relative(codes: str, at: int, verb: int) -> bool:
    """A party in a relative clause that is over before the verb: «Le Caire, qui soutient X, a menacé»."""
    opened = codes.rfind(",", 0, at)
    return opened > 0 and _RELATIVE.match(codes, opened) is not None and "," in codes[at:verb]


def _way(gap: str, held: bool, same: re.Pattern[str], direct: bool) -> str | None:
    if direct and _WHO.match(gap):
        return None if held and gap[0] == "t" else "relative"  # «X, fort de son accord avec Y et qui tient»: not Y
    if direct and _WHOSE.match(gap):
        return "whose"
    if held:
        return None
    if direct and _DIRECT.match(gap):
        return "subject"
    if direct and (_ASIDE.match(gap) or _CLOSED.match(gap)):
        return "aside"
    return "same" if same.match(gap) else None


def adjoined(codes: str, at: int) -> Agent | None:
    """The subject of the verb that a present participle goes with: «X a réagi, appelant à»."""
    if before := opening(codes, at, _WHILE):
        return before
    first = _first(codes, at)
    if codes[first - 1 : first] == "A":
        return None if governed(codes, first - 1, "pei") else Agent(first - 1, "absolute")
    if not first or codes[first - 1] not in ",it":
        return None
    if spoke := _SPOKE.search(codes, 0, first):
        return Agent(spoke.start("actor"), "adjoined")
    found = [i for i in candidates(codes, first) if not governed(codes, i, "piedc")]
    found = [i for i in found if not codes.count('"', i, at) % 2]  # not within a quotation that is over
    sure = next((i for i in found if _SURELY.match(codes, i + 1, at)), None)
    i = sure if sure is not None else found[-1] if found else None
    return None if i is None else Agent(i, "adjoined")


def opening(codes: str, at: int, opener: re.Pattern[str]) -> Agent | None:
    """The subject that follows the words before the main clause: «Après s'être emparés de Y, X», «Condamnant Y, X»."""
    if not opener.match(codes, 0, at):
        return None
    main = _OPENED.match(codes, at + 1)
    return Agent(main.start("actor"), "opening") if main and _THEN.match(codes, main.end()) else None


def carried(codes: str, at: int) -> Agent | None:
    """The subject of the verb whose object a noun is: «X a transmis mardi à l'ONU sa demande»."""
    verb = _CARRIER.search(codes, max(0, at - 24), at)
    if verb is None or verb["verb"] == "J":
        return governing(codes, verb.start()) if verb else None
    return (finite if verb["verb"] == "L" else participle)(codes, verb.start())


def governor(codes: str, at: int) -> int | None:
    """The verb that an infinitive hangs on."""
    verb = _GOVERNOR.search(codes, max(0, at - 30), at)
    return verb.start() if verb else None


def governing(codes: str, at: int, only: str = "zoMLVKIi") -> Agent | None:
    """The subject of the verb that an infinitive hangs on: «X a décidé de suspendre»; `only`: letters of that verb."""
    i = governor(codes, at)
    if i is None or codes[i] not in only:
        return None
    found = _either(codes, i)
    return found if found is None or found.way == "purpose" else found._replace(way="governor")


def _either(codes: str, at: int) -> Agent | None:
    """The subject of a verb that may be finite or a participle, or of the verb before «pour», «avant de»."""
    if codes[at] == "i":
        before = (i for i in candidates(codes, at) if not governed(codes, i) and _THEN.match(codes, i + 1, at))
        first = next(before, None)
        return None if first is None else Agent(first, "purpose")
    if _AUXILIARY.search(codes, max(0, at - 40), at):
        return participle(codes, at) or reflexive(codes, at)
    return finite(codes, at) or (
        subject(codes, _first(codes, at), _SAME) if "s" in codes[_first(codes, at) : at] else None
    )


def reflexive(codes: str, at: int) -> Agent | None:
    """«X s'est, elle, inquiétée»: the subject of a participle with être."""
    aux = _AUXILIARY.search(codes, max(0, at - 40), at)
    if aux is None or "s" not in aux["head"]:
        return None
    found = subject(codes, _first(codes, aux.start("aux")), _SAME)
    return found._replace(way="reflexive") if found else None


def partner(codes: str, at: int) -> Agent | None:
    """«lors d'entretiens à Moscou avec X, Y»: whom the noun of a meeting names is the other side, the subject acts."""
    ahead, back = _PARTNER.match(codes, at + 1), _IN_PASSING.search(codes, max(0, at - 8), at)
    if ahead is None or back is None or _ACTED_ON.search(codes, max(0, at - 8), at):
        return None
    main = next(
        (i for i in candidates(codes, back.start()) if not governed(codes, i) and _THEN.match(codes, i + 1)), None
    )
    after = _MAIN.match(codes, ahead.end()) if main is None else None
    first = main if main is not None else after.start("actor") if after else None
    return None if first is None else Agent(first, "partner", ahead.start("target"), ahead.start("word"))
