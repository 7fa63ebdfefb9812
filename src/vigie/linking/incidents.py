"""From a group of claims to the incident: its day, place, type and actors, its figures, ranges, origins and facts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from vigie.values import (
    Act,
    Claim,
    Control,
    Diplomacy,
    Document,
    Event,
    Facts,
    Harm,
    Incident,
    Interval,
    Origin,
    Place,
    Realis,
    digest,
)  # fmt: skip

from .contradictions import contradictions
from .facets import Class, told_on
from .origins import origins_of, outlet_of
from .parties import compatible
from .ranges import DEFAULT_RULE, ranges
from .series import series


def incident_of(
    claims: Iterable[Claim], documents: Mapping[str, Document], cls: Class, rule: str = DEFAULT_RULE
) -> Incident:
    """The incident of one group of claims, in whatever order they come; `cls` is the class that linking gave the
    group."""
    group = sorted(claims, key=lambda c: c.id)
    origins = origins_of(group, documents)
    by_claim = {claim: origin.id for origin in reversed(origins) for claim in origin.claims}
    figures = series((c for c in group if isinstance(c, Harm)), documents, by_claim)
    found = contradictions(group, figures, documents)
    place = _place(group)
    return Incident(
        incident=_id(group, documents), kind=cls, claims=[c.id for c in group], when=_when(group, cls), place=place,
        type=_type(group), realis=_realis(group), actors=_actors(group), targets=_targets(group), figures=figures,
        ranges=ranges(figures, rule, country=place.country if place else None), contradictions=found,
        outlets=sorted({outlet_of(c, documents) for c in group}), origins=origins,
        facts=_facts(group, origins, documents, {c.about for c in found}),
    )  # fmt: skip


def _id(group: Sequence[Claim], documents: Mapping[str, Document]) -> str:
    """Hung on the claim that was told first, so that what is told later does not change it."""

    def told(claim: Claim) -> tuple[str, str]:
        day = told_on(claim, documents.get(claim.document))
        return day.isoformat() if day else "9999", claim.id

    return digest(("incident", min(map(told, group))[1]))


def _when(group: Sequence[Claim], cls: Class) -> Interval | None:
    """An event: the narrowest span, most often said. A total or a standing fact: from the first day to the last."""
    spans = [c.when for c in group if c.when is not None]
    if not spans:
        return None
    if cls != "event":
        return Interval(start=min(s.start for s in spans), end=max(s.end for s in spans))
    shortest = min(s.days for s in spans)
    said = Counter((s.start, s.end) for s in spans if s.days == shortest)
    start, end = min(said, key=lambda span: (-said[span], span))
    return Interval(start=start, end=end)


def _place(group: Sequence[Claim]) -> Place | None:
    """The most exact place, most often said."""
    said = Counter(c.place for c in group if c.place is not None)
    return min(said, key=lambda p: (p.km, -said[p], p.id, p.name, p.lat, p.lon)) if said else None


def _type(group: Sequence[Claim]) -> str | None:
    """What events say it was, most often; else the method of the harm, the change of control, the act."""
    events = Counter(c.type for c in group if isinstance(c, Event))
    methods = Counter(c.method for c in group if isinstance(c, Harm) and c.method)
    changes = Counter(c.change for c in group if isinstance(c, Control))
    acts = Counter(c.act for c in group if isinstance(c, Diplomacy))
    found: Counter[str] = events or methods or Counter(map(str, changes)) or acts
    return min(found, key=lambda name: (-found[name], name)) if found else None


def _realis(group: Sequence[Claim]) -> Realis:
    said = {c.realis for c in group}
    return "occurred" if "occurred" in said else "planned" if "planned" in said else "denied"


def _actors(group: Sequence[Claim]) -> list[str]:
    """Whoever a claim that is not denied holds responsible; never taken from anything but the claims."""
    told = [c for c in group if c.realis != "denied"]
    by = {actor for c in told if isinstance(c, Act) for actor in c.by}
    return sorted(by | {c.actor for c in told if isinstance(c, Control | Diplomacy) and c.actor})


def _targets(group: Sequence[Claim]) -> list[str]:
    hit = {c.target for c in group if isinstance(c, Event | Diplomacy)}
    hit |= {c.loser for c in group if isinstance(c, Control)} | {c.side for c in group if isinstance(c, Harm)}
    return sorted(target for target in hit if target)


def _facts(
    group: Sequence[Claim], origins: Sequence[Origin], documents: Mapping[str, Document], about: set[str]
) -> Facts:
    acts = [c for c in group if isinstance(c, Act)]
    accused = {actor for act in acts for actor in act.by}
    own = [c for c in acts if any(compatible(who, by) for who in (*c.said_by, *(c.by_said_by or ())) for by in c.by)]
    return Facts(
        origins=len(origins), outlets=len({outlet_of(c, documents) for c in group}),
        parties=sum(o.stake in ("party", "ally") for o in origins), third_parties=sum(o.stake == "third" for o in
        origins),
        agreed_by_opponents=any(o.opposes for o in origins), rival_authors="author" in about,
        admitted=any(_hurts_own_name(c) for c in own), self_claimed=bool(own),
        denied=any(c.realis == "denied" and accused & set(c.said_by) for c in group),
    )  # fmt: skip


def _hurts_own_name(claim: Act) -> bool:
    """A party that says it harmed civilians."""
    return isinstance(claim, Harm) and claim.side is None and claim.victims not in ("armed", "people", "police")
