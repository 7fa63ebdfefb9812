"""Claims against gold: found, complete, right field by field, blamed on the wrong; with the interval of chance."""

import datetime as dt
import json
import random
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import msgspec

from vigie.values import Claim, Document

from .gold import KINDS, Entry, GoldDocument, Values, last_part, read_gold
from .judge import CORE, MORE, SETS, judged
from .pairs import Matched, match
from .report import Attribute, Dating, KindReport, Measure, Rare, Rate, Report

RESAMPLINGS, SEED = 400, 1  # as many as the shared scorer draws, with its seed: the same interval
# The values that a program would give without reading; recall of any other is what shows that it reads.
USUAL = {"realis": "occurred", "certainty": "stated", "qualifier": "exactly", "by_certainty": "stated"}
NEAR_DAYS = 31


class Tally(NamedTuple):
    """One document: claims found, those right in every core field, entries asked for, claims made."""

    found: int
    complete: int
    gold: int
    made: int


@dataclass(slots=True)
class _Count:
    """What is counted over the documents of one kind."""

    tallies: list[Tally] = field(default_factory=list)
    right: Counter[str] = field(default_factory=Counter)
    asked: dict[str, list[Values]] = field(default_factory=dict)
    rare_right: Counter[tuple[str, str]] = field(default_factory=Counter)
    rare: Counter[tuple[str, str]] = field(default_factory=Counter)
    blamed: int = 0
    invented: int = 0


def by_document(documents: Iterable[Document], claims: Iterable[Claim]) -> dict[tuple[str, str], list[Values]]:
    """Claims as plain values, by the last part of their document's name and by kind.

    A claim names its document by the id that the program gave it, or by the name it came in with.
    """
    names = {document.id: document.document for document in documents}
    grouped: dict[tuple[str, str], list[Values]] = {}
    for claim in claims:
        values = msgspec.to_builtins(claim)
        name = names.get(claim.document, claim.document)
        grouped.setdefault((last_part(name), values["kind"]), []).append(values)
    return grouped


def _rare_values(entry: Entry) -> list[tuple[str, str]]:
    given = ((name, entry.values.get(name)) for name in USUAL)
    return [(name, str(value)) for name, value in given if value is not None and value != USUAL[name]]


def _add_pair(count: _Count, entry: Entry, claim: Values) -> bool:
    """Count one found claim; whether it is complete."""
    verdicts = judged(entry.kind, entry.values, claim)
    for name, verdict in verdicts.items():
        count.right[name] += verdict
        count.asked.setdefault(name, []).append(entry.values)
    count.rare_right.update(pair for pair in _rare_values(entry) if verdicts.get(pair[0]))
    if "by" in entry.values:
        count.blamed += 1
        count.invented += bool(set(claim.get("by") or ()) - set(entry.values["by"] or ()))
    return all(verdicts.get(name, True) for name in CORE[entry.kind])


def _add(count: _Count, matched: Matched) -> None:
    complete = sum(_add_pair(count, entry, claim) for entry, claim in matched.pairs)
    for entry in (*(entry for entry, _ in matched.pairs), *matched.missed):
        count.rare.update(_rare_values(entry))
    found = len(matched.pairs)
    count.tallies.append(Tally(found, complete, found + len(matched.missed), found + len(matched.extra)))


def f_measure(hit: int, gold: int, made: int) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean; 0 where nothing is there to divide by."""
    precision, recall = hit / made if made else 0.0, hit / gold if gold else 0.0
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0


def _draws(documents: int) -> list[list[int]]:
    """The documents of each resampling, drawn with replacement."""
    chance = random.Random(SEED)
    return [[chance.randrange(documents) for _ in range(documents)] for _ in range(RESAMPLINGS)]


def _sums(tallies: Sequence[Tally], hit: int) -> tuple[int, int, int]:
    return sum(one[hit] for one in tallies), sum(one.gold for one in tallies), sum(one.made for one in tallies)


def _measure(tallies: Sequence[Tally], hit: int, draws: Sequence[Sequence[int]]) -> Measure:
    """The measure with the 5th and 95th percentile of F1 over the draws (percentile bootstrap, Efron 1979)."""
    total = _sums(tallies, hit)
    precision, recall, f1 = f_measure(*total)
    drawn = sorted(f_measure(*_sums([tallies[number] for number in draw], hit))[2] for draw in draws)
    tail = RESAMPLINGS // 20
    low, high = (drawn[tail], drawn[-tail - 1]) if drawn else (0.0, 0.0)
    return Measure(precision=precision, recall=recall, f1=f1, low=low, high=high, gold=total[1], found=total[2])


def _plain(name: str, values: Values) -> str:
    """A gold value as text, for counting which is the commonest."""
    if name == "part":
        return json.dumps(bool(values.get("part_of")))
    value = sorted(values[name] or ()) if name in SETS else values.get(name)
    return json.dumps(value, sort_keys=True)


def _attribute(name: str, count: _Count) -> Attribute:
    asked = count.asked[name]
    commonest = Counter(_plain(name, values) for values in asked).most_common(1)[0][1]
    return Attribute(right=count.right[name], of=len(asked), constant=commonest / len(asked))


def _kind_report(kind: str, count: _Count, draws: Sequence[Sequence[int]]) -> KindReport:
    rare = [
        Rare(field=name, value=value, right=count.rare_right[name, value], of=times)
        for (name, value), times in sorted(count.rare.items())
    ]
    return KindReport(
        detected=_measure(count.tallies, 0, draws),
        complete=_measure(count.tallies, 1, draws),
        invented_by=Rate(count=count.invented, of=count.blamed),
        attributes={name: _attribute(name, count) for name in CORE[kind] + MORE[kind] if name in count.asked},
        rare=rare,
    )


def _date_verdict(published: dt.date, document: Document | None) -> str:
    given = document.published if document else None
    if given is None:
        return "empty"
    gap = max((given.start - published).days, (published - given.end).days, 0)
    if gap <= 1 and given.days <= 4:
        return "right"
    return "near" if gap <= NEAR_DAYS else "wrong"


def dating(gold: Iterable[GoldDocument], documents: Iterable[Document]) -> Dating:
    """How well the publication dates were told, of the documents whose date gold knows."""
    known = {last_part(document.document): document for document in documents}
    verdicts = Counter(_date_verdict(one.published, known.get(one.doc)) for one in gold if one.published)
    return Dating(of=verdicts.total(), **{name: verdicts[name] for name in ("right", "near", "empty", "wrong")})


def matches(
    gold: Sequence[GoldDocument], documents: Iterable[Document], claims: Iterable[Claim]
) -> Mapping[str, list[tuple[str, Matched]]]:
    """Per kind, each gold document's name with what was found, missed and made up in it."""
    grouped = by_document(documents, claims)
    return {kind: [(one.doc, match(one.of(kind), grouped.get((one.doc, kind), []))) for one in gold] for kind in KINDS}


def score_gold(gold: Sequence[GoldDocument], documents: Collection[Document], claims: Iterable[Claim]) -> Report:
    """Score claims and publication dates against coded documents; claims on other documents are left out."""
    draws, kinds = _draws(len(gold)) if gold else [], {}
    for kind, matched in matches(gold, documents, claims).items():
        count = _Count()
        for _, one in matched:
            _add(count, one)
        kinds[kind] = _kind_report(kind, count, draws)
    return Report(documents=len(gold), dating=dating(gold, documents), kinds=kinds)


def score(gold: Path, documents: Collection[Document], claims: Iterable[Claim]) -> Report:
    """Score claims against a gold file (JSON lines); ValueError names a line that is not gold."""
    return score_gold(read_gold(gold), documents, claims)
