"""Why two claims are one incident or two, in words."""

from vigie.values import Claim, Document, Event, Harm
from vigie.vocabulary import Language, label, sub_events

from .facets import Facet, facet
from .geometry import kilometres
from .scorer import Pair, score, weights
from .tables import table

Documents = tuple[Document | None, Document | None]


def explain(a: Claim, b: Claim, lang: Language, documents: Documents = (None, None)) -> str:
    """One sentence: what speaks for one incident, after «;» what speaks against, and the weight in bits.

    >>> explain(strike, same_strike_next_day, "en")  # doctest: +SKIP
    'Likely one: same town (Alep), both air/drone strike, actors compatible (Russia; Russia, Syria); one day apart
    (+3.1 bits)'
    """
    one, two = facet(a, documents[0]), facet(b, documents[1])
    words = {key: str(said[lang]) for key, said in table("words")["verdict"].items()}
    if (reason := _never(one, two)) is not None:
        names = {"class_a": words[one.cls], "class_b": words[two.cls]}
        return words["never"] + words[reason].format(**names)
    pair = score(one, two)
    verdict = "never" if pair.hard else "join" if pair.score > 0 else "apart"
    weight = words["weight"].format(bits=f"{pair.score / 1000:+.1f}")
    return words[verdict] + _reasons(pair, _fill(one, two, a, b, lang), lang) + ("" if pair.hard else weight)


def _never(a: Facet, b: Facet) -> str | None:
    """Why two claims are not even compared."""
    if a.cls != b.cls:
        return "classes"
    if (a.kind == "diplomacy") != (b.kind == "diplomacy"):
        return "kinds"
    return "planned" if (a.realis == "planned") != (b.realis == "planned") else None


def _reasons(pair: Pair, fill: dict[str, str], lang: Language) -> str:
    words, weighed = table("words")[pair.cls], weights()[pair.cls]
    told = [(name, words[name][level][lang].format(**fill)) for name, level in pair.levels.items()]
    sides = [
        [text for name, text in told if text and (weighed[name][pair.levels[name]] >= 0) == good]
        for good in (True, False)
    ]
    return "; ".join(", ".join(side) for side in sides if side)


def _fill(one: Facet, two: Facet, a: Claim, b: Claim, lang: Language) -> dict[str, str]:
    nowhere = table("words")["verdict"]["somewhere"][lang]
    fine, wide = sorted((c.place for c in (a, b)), key=lambda p: p.km if p else 0.0)
    exact = fine or wide
    days = _days(one, two)
    return {
        "place": exact.name if exact else nowhere, "fine": fine.name if fine else nowhere, "wide": wide.name if wide
        else nowhere,
        "level": table("words")["level"][exact.level][lang] if exact else nowhere,
        "km": f"{kilometres(one.disc, two.disc):.0f}" if one.disc and two.disc else "?", "days": str(days),
        "type": _type(a, lang) or _type(b, lang), "type_a": _type(a, lang) or "?", "type_b": _type(b, lang) or "?",
        "actors": _actors(one.by, lang), "actors_a": _actors(one.by, lang), "actors_b": _actors(two.by, lang),
        "figure_a": _figure(a, one), "figure_b": _figure(b, two), "names": ", ".join(sorted(one.names & two.names)),
        "claimants": ", ".join(label("sources", s, lang) for s in one.said_by if s in two.said_by),
    }  # fmt: skip


def _days(a: Facet, b: Facet) -> int:
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return 0
    return max(0, max(a.start, b.start) - min(a.end, b.end))


def _type(claim: Claim, lang: Language) -> str:
    name = claim.type if isinstance(claim, Event) else claim.method if isinstance(claim, Harm) else None
    if name is not None:
        return label("sub_events", name, lang) if name in sub_events() else name
    kind = str(type(claim).__struct_config__.tag)
    listed = {"control": ("changes", "change"), "diplomacy": ("acts", "act"), "harm": ("outcomes", "outcome")}
    return label(listed[kind][0], getattr(claim, listed[kind][1]), lang)


def _actors(ids: tuple[str, ...], lang: Language) -> str:
    return ", ".join(label("actors", i, lang) for i in ids) or table("words")["verdict"]["nobody"][lang]


def _figure(claim: Claim, f: Facet) -> str:
    if not isinstance(claim, Harm):
        return "?"
    return str(claim.count) if claim.count is not None else claim.words or str(f.low)
