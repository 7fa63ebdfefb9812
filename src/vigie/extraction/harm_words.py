"""Level 6: what the words around a figure say of it: its number and bounds, mood and doubt, whether it may change."""

import re
from bisect import bisect_right
from typing import Any

from .attribution import Attribution
from .frames import Clause, Figure
from .quantities import bound_behind

_PROVISIONAL = re.compile(
    r"provisoire|préliminaire|bilan (?:encore |toujours )?(?:très )?partiel\b|premier bilan(?! (?:était|avait|faisait))"
    r"|bilan encore incertain|(?:n'|n' )(?:est|sont) pas (?:encore )?(?:le bilan |un bilan )?définiti|prématuré"
    r"|redout\w+ (?:d'|d' |de )(?:en )?(?:découvrir|trouver)|s' ?attend(?:ent)? à (?:pire|un bilan plus)"
)
_TOLL = re.compile(r"\bbilan\b|\bnombre (?:de |des |d' ?)(?:morts|victimes|tués|décès)\b")
_GROWS = re.compile(
    r"(?:pourrait|pourraient|pouvait|peut|risque de|risquait de|devrait|va|vont) "
    r"(?:encore |fortement |toutefois |malheureusement |sans doute |être )*"
    r"(?:s' ?alourdir|s' ?aggraver|s' ?accroître|augmenter|grimper|évoluer|monter|revu à la hausse|"
    r"plus (?:lourd|élevé))"
    r"|(?:bilan|chiffre|nombre|décompte)s? (?:pourrait|pourraient|peut|peuvent|risque de|va|devrait) "
    r"(?:encore )?changer"
    r"|(?:bilan|chiffre|décompte)s?\W+(?:changera|évoluera|augmentera|s' ?alourdira|s' ?aggravera)"
    r"|(?:chiffre|nombre|décompte)s? (?:n'|n' )(?:est|sont) pas (?:encore )?définitif"
    r"|(?:bilan|chiffre|décompte)s? (?:(?:de|des|du) (?:[\w']+ ){1,3})?(?:n' ?)?(?:est|reste|demeure|sont) "
    r"(?:encore |toujours |cependant |que )*(?:provisoire|préliminaire|incertain|incomplet|partiel)"
    r"|s' ?agit d' ?un bilan (?:encore |très )?(?:provisoire|préliminaire|partiel|incomplet)"
    r"|(?:crai|redout)\w+ (?:d' ?|que |qu' ?)?(?:un|le|ce) bilan (?:encore |bien |beaucoup )?"
    r"(?:plus lourd|ne s' ?alourdisse)"
)
_CLOSE = 3  # units around a number in which «officiellement» is about it
_CLOSED = ("exactly", "about", "at_most", "less_than")


def officially(figure: Figure, country: str | None) -> Attribution | None:
    """«qui a fait officiellement 132 morts»: the authorities of the country count so, and in parts of it as well."""
    whole = figure.parent if figure.relation == "subset" and figure.parent is not None else figure
    told_so = [i for i in whole.clause.listed.get("official", ()) if -_CLOSE <= i - whole.at < _CLOSE]
    if not told_so or country is None:
        return None
    word = whole.clause.units[told_so[0]]
    return Attribution(
        start=figure.start, end=figure.end, said_by=(country,),
        claimant_start=word.start, claimant_end=word.end, rule="officially",
    )  # fmt: skip


def mood(figure: Figure, attribution: Attribution | None, doubtful: bool) -> dict[str, Any]:
    """`realis` and `certainty`: conditional mood and words of doubt hedge, the future plans, a denial denies."""
    at = figure.trigger
    near = figure.clause.units[max(0, at - 5) : at + 3]
    moods = {feature for u in near if u.code in "xX" and u.entry for feature in u.entry.features}
    if any(u.code == "x" and u.feature("future") is not None for u in near):
        moods.discard("future")  # «aura fait 20 morts» looks back
    doubted = "conditional" in moods or any(u.code == "H" and u.value in ("hedge", "might") for u in near)
    if attribution is not None and attribution.denied:
        realis = "denied"
    else:
        realis = "planned" if "future" in moods else "occurred"
    hedged = doubted or doubtful or (attribution is not None and attribution.certainty == "hedged")
    return {"realis": realis, "certainty": "hedged" if hedged else "stated"}


def numbers(figure: Figure) -> dict[str, Any]:
    """`count`, `low`, `high`, `qualifier`, `words`; a bound may stand behind its noun («trente soldats au moins»)."""
    quantity = figure.quantity
    if quantity is None:
        return {"count": 1, "low": 1, "high": 1, "qualifier": "exactly", "words": ""}
    qualifier = quantity.qualifier if quantity.qualifier != "exactly" else _bound_behind(figure)
    ranged = quantity.high is not None and quantity.count is not None and quantity.high > quantity.count
    high = quantity.high if ranged or qualifier in _CLOSED else None
    return {
        "count": quantity.count,
        "low": quantity.low,
        "high": high,
        "qualifier": qualifier,
        "words": quantity.words,
    }


def _bound_behind(figure: Figure) -> str:
    """The bound that follows the counted noun, exactly where none does."""
    after = figure.who.end if figure.who and figure.who.start > figure.start else figure.clause.units[figure.at].end
    words = [u.low for u in figure.clause.units if after <= u.start][:4]
    return bound_behind(" ".join(words))


def provisional(figure: Figure, clauses: list[Clause]) -> bool:
    """«bilan provisoire» of its own sentence, or «le bilan pourrait s'alourdir» there or behind it, for the dead."""
    if figure.outcome not in ("killed", "injured", "killed_or_injured"):
        return False
    if figure.clause.once("provisional", lambda clause: _PROVISIONAL.search(clause.words) is not None):
        return True
    if figure.outcome != "killed" or figure.parent is not None:
        return False
    if figure.clause.once("grows", _grows) and _TOLL.search(figure.clause.words) is not None:
        return True
    first, last = (
        bisect_right(clauses, i, key=lambda c: c.index) for i in (figure.clause.index, figure.clause.index + 2)
    )
    after = next((c for c in clauses[first:last] if c.once("grows", _grows)), None)
    return after is not None and not _killed(after)


def _killed(clause: Clause) -> bool:
    """Another toll; «le bilan des morts» is none."""
    return "Q" in clause.codes and any(u.code in "KkIND" and u.value == "killed" for u in clause.units)


def _grows(clause: Clause) -> bool:
    return _GROWS.search(clause.words) is not None
