"""Acts into event claims: every attribute from the words or the story, each with the words that gave it."""

from typing import Any

from vigie.values import Event
from vigie.values.claim import Certainty, Realis

from .acts import Act
from .analysis import Analysis
from .attribution import Attribution
from .crowds import DEMONSTRATIONS, DISPERSED, EXCESSIVE
from .cues import told
from .doubt import doubtful
from .draft import Draft, claimed, place_value, reasons, said, when_fields
from .event_types import type_of
from .events import Happening, words_of
from .foes import faced
from .frames import Figure
from .harmed import mission_hit
from .setting import on_site, told_on
from .weapons_told import fitting, usual

_BESIDE = 2  # sentences from where an act is told within which who tells it again is its claimant
SHOT = frozenset({"Attack", "Armed clash", EXCESSIVE})  # what shots at people make
_CAMP = 7  # units around an act within which the camp stands that it hit
_MOODS = 5  # units before an act's verb among which its auxiliary stands


def moods(seen: Happening) -> set[str]:
    """Future, conditional: the features of the auxiliaries by an act's word."""
    near = seen.clause.units[max(0, seen.at - _MOODS) : seen.at + (4 if seen.clause.codes[seen.at] in "ED" else 1)]
    return {feature for u in near if u.code in "xX" and u.entry for feature in u.entry.features}


def _certainty(analysis: Analysis, seen: Happening, attribution: Attribution | None) -> Certainty:
    """Hedged by the conditional («auraient attaqué»), by words of doubt, or by who says it («prétend»)."""
    doubt = any(u.code == "H" and u.value == "might" for u in seen.clause.units[max(0, seen.at - _MOODS) : seen.at])
    doubt = doubt or doubtful(analysis, seen.clause, seen.start)
    hedged = "conditional" in moods(seen) or doubt or (attribution is not None and attribution.certainty == "hedged")
    return "hedged" if hedged else "stated"


def _realis(seen: Happening, denied: bool) -> Realis:
    if denied:
        return "denied"
    return "planned" if "future" in moods(seen) else "occurred"


def _count(seen: Happening) -> dict[str, Any]:
    """`count`, `unit`, `qualifier` where the words count the acts, or what was hit; «plusieurs» counts nothing."""
    quantity = seen.count.unit.quantity if seen.count else None
    if seen.count is None or quantity is None or quantity.kind == "vague":
        return {"count": None, "unit": None, "qualifier": None}
    return {"count": quantity.figure, "unit": seen.count.of, "qualifier": quantity.qualifier}


def _blame(analysis: Analysis, act: Act) -> dict[str, Any]:
    """`by`, how sure it is, and who says so: the claimant of the words that blame."""
    by = act.by or faced(analysis, act)
    if not by:
        return {"by": [], "by_certainty": None, "by_said_by": None}
    here = act.seen.start if act.blame_at < 0 else act.blame_at
    sayers = act.blamed_by if act.blamed_by is not None else said(claimed(analysis, here, here + 1))
    return {"by": by, "by_certainty": "hedged" if act.hedged else "stated", "by_said_by": sayers}


def _told_elsewhere(analysis: Analysis, act: Act) -> Attribution | None:
    """The claimant of a telling near by, where the sentence that tells it best names none."""
    clauses = ((analysis.clause_at(start), start, end) for start, end in act.mentions if (start, end) not in act.asides)
    near = (at for c, *at in clauses if c is not None and abs(c.index - act.clause.index) <= _BESIDE)
    found = (claimed(analysis, start, end) for start, end in near)
    return next((a for a in found if a is not None and a.said_by and not a.denied), None)


def _words_at(analysis: Analysis, at: int) -> tuple[int, int]:
    """The offsets of the words that stand at an offset."""
    clause = analysis.clause_at(at)
    units = clause.units if clause is not None else []
    return next(((unit.start, unit.end) for unit in units if unit.start <= at < unit.end), (at, at + 1))


def _weapon(act: Act) -> list[str]:
    """The weapons that do such acts; shots at people or among fighters are of small arms."""
    gas = act.type in DEMONSTRATIONS and act.type != DISPERSED
    told = fitting(act.type, [w for w in act.seen.weapons if not (gas and w == "other")])
    word = act.clause.units[act.seen.at]
    shot = not told and act.type in SHOT and type_of(word) == "shooting"
    return ["small_arms"] if shot else usual(act.type, told)


def _struck(act: Act) -> str | None:
    """What was hit; the camp of those under arms («l'attaque de leur camp», «le camp d'Inates») is theirs."""
    seen = act.seen
    if seen.struck is not None or act.target in (None, "civilians"):
        return seen.struck if seen.struck != "none" else None
    near = seen.clause.units[max(0, seen.at - _CAMP) : seen.at + _CAMP]
    return "military_site" if told("camps", (unit for unit in near if unit.code in "mP")) else None


def _mentions(act: Act) -> list[tuple[int, int]]:
    """Where it is told again: by a word for it, or by the words for those whom it harmed."""
    return list(dict.fromkeys([*act.mentions, *map(_harmed, act.figures)]))


def _harmed(figure: Figure) -> tuple[int, int]:
    """The words for those harmed and for what befell them."""
    trigger = figure.clause.units[figure.trigger]
    return min(figure.start, trigger.start), max(figure.end, trigger.end)


def _on_a_mission(act: Act) -> tuple[str, str | None]:
    """The type and the target: soldiers of a mission («une base de l'Amisom») are a side under arms, though nobody of
    them is told to have died.
    """
    mission = mission_hit(act.seen) if act.target in (None, "civilians") else None
    return ("Armed clash" if mission and act.type == "Attack" else act.type), mission or act.target


def draft_event(analysis: Analysis, act: Act) -> Draft[Event]:
    """The claim of an act, before ids."""
    seen, text = act.seen, analysis.document.text
    attribution = claimed(analysis, seen.start, seen.end) or _told_elsewhere(analysis, act)
    start, end = words_of(seen)
    kind, target = _on_a_mission(act)
    claim = Event(
        id="", document=analysis.document.id, quote=text[start:end], start=start, end=end,
        mentions=_mentions(act), type=kind, target=target,
        struck=_struck(act), weapon=_weapon(act),
        realis=_realis(seen, act.denied), certainty=_certainty(analysis, seen, attribution),
        place=place_value(on_site(act.where, seen.struck)), rule=seen.rule, stated_on=told_on(analysis, seen.clause),
        said_by=said(attribution) if act.claimant is None else act.claimant,
        **_count(seen), **_blame(analysis, act), **when_fields(act.when),
    )  # fmt: skip
    why = {**seen.why, **reasons(act.where, act.when, attribution)}
    if act.by and act.blame_at >= 0:
        why["by"] = (*_words_at(analysis, act.blame_at), seen.by.rule if seen.by else "agency.story")
    return Draft(claim, act, why)
