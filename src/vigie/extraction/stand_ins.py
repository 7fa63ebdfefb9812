"""Words that stand for a party told before: «celui-ci», «le secrétaire général», «son ministre», and seats of power.

They are read for control and diplomacy only, and only where the words themselves name nobody.
"""

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

from .agency import governed
from .analysis import Analysis
from .frames import Clause
from .lexicon import pack_folder, read_table
from .rule_tables import rule_file, word_lists
from .sides import ids_of
from .sought import Known
from .units import Unit

# Ids that the coding guide knows as sources only: they say, they do not act.
SOURCES_ONLY = frozenset({"SOHR", "RED-CROSS", "WHITE-HELMETS", "NGO", "MEDIA", "MEDICAL", "WITNESS", "LOCAL", "AFP"})
_LATTER = frozenset({"celui-ci", "celle-ci", "ceux-ci", "celles-ci"})
_LAST = frozenset({"dernier", "dernière", "derniers", "dernières"})
_THIS = frozenset({"ce", "cette", "ces"})
_THE = frozenset({"le", "la", "l'", "ce", "cette"})
_HIS = frozenset({"son", "sa", "ses", "leur", "leurs"})


def stand_ins(analysis: Analysis, clause: Clause) -> dict[int, str]:
    """The units of a clause that stand for a party, with its id."""
    return dict(_found(analysis, clause))


def _found(analysis: Analysis, clause: Clause) -> Iterator[tuple[int, str]]:
    seats, lists = _seats(), word_lists("fr", "diplomacy")
    for i, unit in enumerate(clause.units):
        if not _MAY_STAND[unit.low]:
            continue
        before = clause.units[i - 1].low if i else ""
        ident = _leader(analysis, clause, i) if unit.low.endswith(lists["held_by"]) else None
        if ident:
            yield i, ident
        elif unit.low in _LATTER or (unit.low in _LAST and before in _THIS):
            ident = _nearest(analysis, clause, i)
        elif unit.low in seats and unit.code != "P" and analysis.document.text[unit.start].isupper():
            ident = _seat(analysis, unit.low)
        elif unit.code == "o" and before in ("le", "la", "l'", '"') and _envoy(clause, i):
            ident = _body(analysis, unit.start, unit.low == "secrétaire") or ("UN" if "coord" in unit.low else None)
        elif before in _THE and unit.low.startswith(lists["bodies"]) and not _told_whose(unit):
            ident = _institution(analysis, clause, i)
        elif before in _HIS and unit.low.startswith(lists["stood_for"]) and _unsaid(unit):
            ident = _subject(analysis, clause, i)
        if ident:
            yield i, ident


def _may_stand(low: str) -> bool:
    """The cheap first look at a word: none of all others stands for a party."""
    lists = word_lists("fr", "diplomacy")
    listed = low in _LATTER or low in _LAST or low in _seats() or low in lists["sent"] or low == "secrétaire"
    begun = low.startswith((*lists["stood_for"], *lists["bodies"]))
    return listed or begun or low.endswith(lists["held_by"])


_MAY_STAND = Known(_may_stand, 50_000)


def _unsaid(unit: Unit) -> bool:
    """The words name no country: «son ministre», not «son ministre turc»."""
    return unit.actor is None or unit.actor.inferred or " " not in unit.low


def _envoy(clause: Clause, at: int) -> bool:
    """«l'émissaire», «le secrétaire général», of whom the words do not say."""
    after = [u.low for u in clause.units[at + 1 : at + 3]]
    if clause.units[at].low == "secrétaire" and after[:1] == ["général"]:
        return after[1:2] not in (["de"], ["du"], ["adjoint"], ["d'"])
    sent = clause.units[at].low in word_lists("fr", "diplomacy")["sent"]
    return sent and not {*after[:1]} & {"de", "du", "d'", "des"}


def _body(analysis: Analysis, before: int, secretary: bool) -> str | None:
    """The last international body that the text names before; a secretary general is that of the UN if it is one."""
    told = [a.ids[0] for a in analysis.actors if a.end <= before and a.ids and a.kind == "international"]
    return "UN" if secretary and "UN" in told else told[-1] if told else None


def _institution(analysis: Analysis, clause: Clause, at: int) -> str | None:
    """«La Cédéao … L'organisation», «la Minusca … La mission»: the body that alone was spoken of just before; «la
    mission» is the UN's where a mission of its is named.
    """
    unit = clause.units[at]
    if unit.low.startswith("mission"):
        sent = word_lists("fr", "diplomacy")["un_missions"]
        bodies = (a for a in analysis.actors if a.end <= unit.start and a.ids == ("UN",))
        return "UN" if any(a.text.lower().startswith(sent) for a in bodies) else None
    if any("NGO" in a.ids for a in analysis.actors if a.end <= unit.start):
        return None
    told = [u.actor for c in _before(analysis, clause) for i, u in enumerate(c.units) if not governed(c, i)]
    named = [who for who in told if who is not None and who.ids and who.kind in ("international", "armed")]
    ids = {who.ids[0] for who in named}
    return ids.pop() if len(ids) == 1 and named[0].kind == "international" and ids != {"UN"} else None


def _told_whose(unit: Unit) -> bool:
    """«l'organisation Etat islamique», not «l'organisation régionale»."""
    return unit.actor is not None and bool(unit.actor.ids) and not _unsaid(unit)


def _ids(analysis: Analysis, unit: Unit) -> list[str]:
    named = unit.actor is not None and unit.actor.ids and "source" not in (unit.actor.kind, unit.actor.role)
    return ids_of(unit, analysis.country) if named or unit.feature("side") is not None else []


def _nearest(analysis: Analysis, clause: Clause, at: int) -> str | None:
    """The party named last."""
    for other in (clause.units[:at], *(c.units for c in _before(analysis, clause))):
        for unit in reversed(other):
            if ids := _ids(analysis, unit):
                return ids[0]
    return None


def _subject(analysis: Analysis, clause: Clause, at: int) -> str | None:
    """Whose it is: the last party before it that no preposition governs, else the first one of the sentence before."""
    own = [i for i in range(at - 1) if _ids(analysis, clause.units[i]) and not governed(clause, i)]
    if own:
        return _ids(analysis, clause.units[own[-1]])[0]
    for other in _before(analysis, clause):
        first = next((i for i, u in enumerate(other.units) if _ids(analysis, u) and not governed(other, i)), None)
        if first is not None:
            return _ids(analysis, other.units[first])[0]
    return None


def _before(analysis: Analysis, clause: Clause) -> list[Clause]:
    return [c for c in analysis.clauses if clause.index - c.index == 1 and not c.sentence.heading]


def _leader(analysis: Analysis, clause: Clause, at: int) -> str | None:
    """«le président Tinubu», «le général Burhane»: an office and the family name of who held one that day."""
    name = clause.units[at + 1] if at + 1 < len(clause.units) else None
    day = analysis.published.end if analysis.published else None
    if name is None or day is None or name.code != "U":
        return None
    held = {i for i, first, last in _families().get(name.low, ()) if first <= day and (last is None or day <= last)}
    return held.pop() if len(held) == 1 else None


@lru_cache(maxsize=1)
def _families() -> dict[str, list[tuple[str, dt.date, dt.date | None]]]:
    """The last names of `leaders.tsv`, with whose they were and when."""
    found: dict[str, list[tuple[str, dt.date, dt.date | None]]] = {}
    for names, ident, start, *end in read_table(pack_folder("fr") / "leaders.tsv"):
        last = dt.date.fromisoformat(end[0]) if end and end[0] else None
        for name in names.split("|"):
            family = name.lower().split(" ")[-1].removeprefix("al-").removeprefix("el-")
            if " " in name and start:
                found.setdefault(family, []).append((ident, dt.date.fromisoformat(start), last))
    return found


@lru_cache(maxsize=1)
def _seats() -> dict[str, list[tuple[str, dt.date, dt.date]]]:
    """The `[[seat]]` rows of `rules_diplomacy.toml`: who governs from a capital that a war has divided, by date."""
    data = rule_file("fr", "diplomacy")
    found: dict[str, list[tuple[str, dt.date, dt.date]]] = {}
    for row in data.get("seat", []):
        found.setdefault(row["capital"], []).append((row["id"], row["start"], row["end"]))
    return found


def _seat(analysis: Analysis, low: str) -> str | None:
    day = analysis.published.end if analysis.published else None
    return next((ident for ident, start, end in _seats()[low] if day and start <= day <= end), None)
