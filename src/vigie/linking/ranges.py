"""From rival figures to a low, a high and, under rules that name one, a best: declared rules, one sentence each."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from vigie.values import Figure, Range

from .parties import stake
from .series import claimant_of, counts
from .tables import table

DEFAULT_RULE = "claimants"
OUTCOMES = (
    "killed",
    "injured",
    "killed_or_injured",
    "missing",
    "abducted",
    "detained",
    "displaced",
    "surrendered",
    "evacuated",
    "besieged",
    "neutralised",
)
CIVIL_PARTS = ("children", "women", "men", "aid_workers", "medical", "journalists")
GROUPS = ("civilians", "armed", "police", "officials")


class Said(NamedTuple):
    """What one claimant says of one class of people: bounds, whether open above, when last, by which claims."""

    who: tuple[str, ...]
    low: int
    high: int
    open: bool
    told: str
    claims: tuple[str, ...]
    origins: frozenset[str]


def rules() -> list[str]:
    """The names of the rules that a total can be asked under."""
    return sorted(name for name in table("rules") if name != "nouns")


def ranges(
    figures: Sequence[Figure],
    rule: str = DEFAULT_RULE,
    letters: Mapping[str, str] | None = None,
    country: str | None = None,
) -> list[Range]:
    """Ranges by outcome: all people, civilians, children, women, armed by side. KeyError for an unknown rule.

    `letters` are the Admiralty reliability letters (A to F) that people gave to sources. A part is never added to its
    whole; disjoint groups of one claimant are added where it gives no total of its own.
    """
    if rule not in rules():
        raise KeyError(rule)
    judge = Judge(letters or {}, country)
    by_outcome: dict[str, dict[tuple[str, ...], list[Figure]]] = {}
    for figure in figures:
        if counts(figure):
            by_outcome.setdefault(figure.outcome, {}).setdefault(claimant_of(figure), []).append(figure)
    return [
        _range((outcome, victims, side), said, rule, judge)
        for outcome in sorted(by_outcome, key=_rank)
        for victims, side in _classes(f for own in by_outcome[outcome].values() for f in own)
        if (said := _said(by_outcome[outcome], victims, side))
    ]


def _rank(outcome: str) -> tuple[int, str]:
    return OUTCOMES.index(outcome) if outcome in OUTCOMES else len(OUTCOMES), outcome


def _classes(figures: Iterable[Figure]) -> list[tuple[str, str | None]]:
    told = {(f.victims, f.side) for f in figures}
    named = {victims for victims, _ in told} - {"people", "armed"}
    if named & set(CIVIL_PARTS):
        named.add("civilians")
    sides = sorted({side or "" for victims, side in told if victims == "armed"})
    return [
        ("people", None),
        *((victims, None) for victims in sorted(named)),
        *(("armed", side or None) for side in sides),
    ]


def _said(by_claimant: Mapping[tuple[str, ...], Sequence[Figure]], victims: str, side: str | None) -> list[Said]:
    found = ((who, _sum(own, victims, side)) for who, own in sorted(by_claimant.items()))
    return [_as_said(who, parts) for who, parts in found if parts]


def _sum(own: Sequence[Figure], victims: str, side: str | None) -> list[list[Figure]]:
    """The figures to take for a class: those of the class itself, else those of its disjoint parts, each a list of
    rivals."""
    exact = [f for f in own if f.victims == victims and (victims != "armed" or f.side == side)]
    if exact:
        return [_wholes(exact)]
    if victims == "people":
        return [part for group in GROUPS for part in _group(own, group)]
    kinds = CIVIL_PARTS if victims == "civilians" else ()
    return [part for part in (_wholes([f for f in own if f.victims == kind]) for kind in kinds) if part]


def _group(own: Sequence[Figure], group: str) -> list[list[Figure]]:
    if group != "armed":
        return _sum(own, group, None)
    sides = sorted({f.side or "" for f in own if f.victims == "armed"})
    unnamed = [f for f in own if f.victims == "armed" and not f.side]
    if unnamed:
        return [_wholes(unnamed)]
    return [_wholes([f for f in own if f.victims == "armed" and f.side == side]) for side in sides]


def _wholes(figures: Sequence[Figure]) -> list[Figure]:
    """Without those that are a part of another one of the same class («14 tués, dont un par un obus»)."""
    ids = {f.claim for f in figures}
    return [f for f in figures if f.part_of not in ids]


def _as_said(who: tuple[str, ...], parts: Sequence[Sequence[Figure]]) -> Said:
    if len(parts) == 1 and len(parts[0]) == 1:
        return _lone(who, parts[0][0])
    low = sum(min(f.low or 0 for f in rivals) for rivals in parts)
    high = sum(max(top(f) for f in rivals) for rivals in parts)
    every = [f for rivals in parts for f in rivals]
    told = max(f.stated_on or "" for f in every)
    return Said(
        who,
        low,
        high,
        any(f.high is None for f in every),
        told,
        tuple(sorted(f.claim for f in every)),
        frozenset(f.origin or f.claim for f in every),
    )


def _lone(who: tuple[str, ...], f: Figure) -> Said:
    """What most claimants give: one figure."""
    origins = frozenset((f.origin or f.claim,))
    return Said(who, f.low or 0, top(f), f.high is None, f.stated_on or "", (f.claim,), origins)


def top(figure: Figure) -> int:
    """The highest number that a figure names: an open one («au moins 25») names its lower bound."""
    return figure.high if figure.high is not None else figure.low or 0


class Judge(NamedTuple):
    """By what claimants are ranked: letters given by people, and the country of the incident for their stake."""

    letters: Mapping[str, str]
    country: str | None

    def letter(self, who: Iterable[str]) -> str:
        """The best letter of a claimant's sources; F, «cannot be judged», where nobody gave one."""
        return min((self.letters.get(source, "F") for source in who), default="F")

    def rank(self, said: Said) -> tuple[str, int, int, tuple[str, ...]]:
        """Lower is more reliable: letter, third parties first, the latest first, then the name."""
        third = all(stake(source, self.country) in ("third", "unknown") for source in said.who)
        latest = -int(said.told.replace("-", "") or 0)
        return self.letter(said.who), 0 if third else 1, latest, said.who


def _best(said: Sequence[Said], rule: str, judge: Judge) -> tuple[int, str]:
    chosen = min(said, key=judge.rank)
    if rule == "latest_reliable":
        return chosen.low, _name(chosen.who)
    lowest = min(said, key=lambda s: (s.low, s.who))
    if rule == "ucdp_best" and sum(judge.letter(s.who) == judge.letter(chosen.who) for s in said) == 1:
        return chosen.low, _name(chosen.who)
    return lowest.low, _name(lowest.who)


def _name(who: Iterable[str]) -> str:
    return " + ".join(source.removeprefix("outlet:") for source in who)


def _sentence(rule: str, lang: str, fill: Mapping[str, object], claimants: int, origins: int) -> str:
    nouns = table("rules")["nouns"]
    counted = {
        name: f"{number} {nouns[name][lang][number > 1]}"
        for name, number in (("claimants", claimants), ("origins", origins))
    }
    return str(table("rules")[rule][lang].format(**fill, **counted))


def _range(what: tuple[str, str, str | None], said: Sequence[Said], rule: str, judge: Judge) -> Range:
    outcome, victims, side = what
    best, who = _best(said, rule, judge) if table("rules")[rule]["best"] else (None, "")
    low, high = min(s.low for s in said), max(s.high for s in said)
    is_open = any(s.open and s.high == high for s in said)
    claims = sorted({claim for s in said for claim in s.claims})
    shown = f"{low}" if low == high else f"{low}–{high}"
    origins = len({origin for s in said for origin in s.origins})
    fill = {"low_high": shown + ("+" if is_open else ""), "best": best, "who": who}
    english, french = (_sentence(rule, lang, fill, len(said), origins) for lang in ("en", "fr"))
    return Range(
        outcome=outcome, victims=victims, side=side, low=low, high=high, best=best, open=is_open, rule=rule,
        explanation=english, explanation_fr=french, claims=claims,
    )  # fmt: skip
