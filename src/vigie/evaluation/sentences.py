"""Single sentences with the figures that a reader takes from them, and peaceful articles that should give nothing.

A line of the table is `sentence <tab> expected <tab> construction`; expected is empty (no figure) or figures joined by
`;`, each `outcome:number:qualifier:victims[:unit]`, number `20-30` for a range, alternatives joined by `|`.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from vigie.values import Claim, Document, Harm, Value, document_id, sha256

from .report import Rate

FIGURE = re.compile(
    r"(?P<outcome>\w+):(?P<low>\d+)(-(?P<high>\d+))?:(?P<qualifier>[\w|]+):(?P<victims>[\w|]+)(:(?P<unit>[\w|]+))?"
)
Extract = Callable[[Document], Sequence[Claim]]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as a reader takes it; several values where readers may differ."""

    outcome: str
    low: int
    high: int | None
    qualifiers: frozenset[str]
    victims: frozenset[str]
    units: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the figures in it, and the construction that it is an example of."""

    text: str
    figures: tuple[Figure, ...]
    construction: str


class SentenceReport(Value, frozen=True, kw_only=True):
    """`whole`: sentences with every figure right in outcome, number, qualifier, victims and unit, and nothing else."""

    whole: Rate
    found: Rate
    invented: int
    constructions: dict[str, Rate]


def _figure(cell: str) -> Figure:
    read = FIGURE.fullmatch(cell.strip())
    if read is None:
        raise ValueError(f"not a figure: {cell!r}")
    low, high = int(read["low"]), int(read["high"]) if read["high"] else None
    qualifiers, victims, units = (
        frozenset((read[name] or "persons").split("|")) for name in ("qualifier", "victims", "unit")
    )
    return Figure(read["outcome"], low, high, qualifiers, victims, units)


def read_sentences(path: Path) -> list[Sentence]:
    """The sentences of a table with a heading line; ValueError names the first line that is not one."""
    sentences = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], 2):
        try:
            text, expected, construction = line.split("\t")
            figures = tuple(_figure(cell) for cell in expected.split(";") if cell)
        except ValueError as error:
            raise ValueError(f"{path}, line {number}: {error}") from error
        sentences.append(Sentence(text, figures, construction))
    return sentences


def lone_document(text: str, name: str = "sentence") -> Document:
    """A document that is only a text: undated, French, from nowhere."""
    body = text.encode("utf-8")
    made = document_id(name, text)
    return Document(document=name, id=made, text=text, sha256=sha256(body), text_sha256=sha256(body), origin=made)


def _number(claim: Harm) -> int | None:
    return claim.low if claim.count is None else claim.count


def same_figure(figure: Figure, claim: Harm) -> bool:
    """Outcome and number, the upper end of a range included."""
    ends = figure.high is None or figure.high == claim.high
    return figure.outcome == claim.outcome and _number(claim) == figure.low and ends


def _all_right(figure: Figure, claim: Harm) -> bool:
    described = claim.victims in figure.victims and claim.unit in figure.units
    return same_figure(figure, claim) and claim.qualifier in figure.qualifiers and described


def _taken(figures: Iterable[Figure], claims: Iterable[Harm], same: Callable[[Figure, Harm], bool]) -> int:
    """How many figures get a claim of their own; first come, first served, as they rarely compete."""
    left, taken = list(claims), 0
    for figure in figures:
        answer = next((claim for claim in left if same(figure, claim)), None)
        if answer is not None:
            left.remove(answer)
            taken += 1
    return taken


def score_sentences(sentences: Sequence[Sentence], extract: Extract) -> SentenceReport:
    """Read each sentence as a document of its own and compare the figures of harm."""
    whole, of = Counter[str](), Counter[str]()
    found = asked = invented = 0
    for sentence in sentences:
        claims = [claim for claim in extract(lone_document(sentence.text)) if isinstance(claim, Harm)]
        right = _taken(sentence.figures, claims, same_figure)
        found, asked, invented = found + right, asked + len(sentence.figures), invented + len(claims) - right
        of[sentence.construction] += 1
        exact = _taken(sentence.figures, claims, _all_right)
        whole[sentence.construction] += exact == len(sentence.figures) == len(claims)
    return SentenceReport(
        whole=Rate(count=whole.total(), of=of.total()),
        found=Rate(count=found, of=asked),
        invented=invented,
        constructions={name: Rate(count=whole[name], of=times) for name, times in sorted(of.items())},
    )


def quiet(documents: Iterable[Document], extract: Extract) -> Rate:
    """How many of these documents, none of which tells of violence, give no claim at all."""
    claims = [len(extract(document)) for document in documents]
    return Rate(count=claims.count(0), of=len(claims))
