"""The whole evaluation in one call: every coded set, single sentences, peaceful articles, known failures."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from vigie.values import Claim, Document, Incident, Problem

from .failures import read_failures, run_failures
from .floors import Measured, Measurement
from .gold import fingerprint, last_part, read_gold
from .page import Extras
from .report import Rate
from .sentences import SentenceReport, quiet, read_sentences, score_sentences
from .sets import CodedSet, Section, coded_sets, measure

SENTENCES, NEGATIVES, FAILURES, OWN_FLOORS = "sentences.tsv", "negatives.jsonl", "known_failures.toml", "floors.json"


@dataclass(frozen=True, slots=True)
class Program:
    """The rooms that are judged, as functions, so that a caller may run them in parallel or a test replace them."""

    read: Callable[[Iterable[Path]], Iterable[Document | Problem]]
    extract: Callable[[Document], Sequence[Claim]]
    link: Callable[[Sequence[Claim], Sequence[Document]], Iterable[Incident]]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All scores, and what was measured by the file that holds its floors."""

    sections: list[Section]
    extras: Extras
    measured: Measured


def _documents(program: Program, paths: Iterable[Path]) -> list[Document]:
    return [one for one in program.read(paths) if isinstance(one, Document)]


def evaluate_set(one: CodedSet, program: Program) -> Section:
    """Run the program on a set's texts and score what it says."""
    coded = {document.doc for document in read_gold(one.gold)}
    documents = [document for document in _documents(program, one.texts) if last_part(document.document) in coded]
    claims = [claim for document in documents for claim in program.extract(document)]
    incidents = program.link(claims, documents) if one.linked else None
    return measure(one, documents, claims, incidents)


def _sentence_measurement(path: Path, report: SentenceReport) -> Measurement:
    figures = {"sentences.whole": report.whole.share, "sentences.found": report.found.share}
    return Measurement(fingerprint=fingerprint((path,)), counts={"sentences": report.whole.of}, figures=figures)


def _quiet_measurement(path: Path, silent: Rate) -> Measurement:
    figures = {"negatives.quiet": silent.share}
    return Measurement(fingerprint=fingerprint((path,)), counts={"documents": silent.of}, figures=figures)


def _extras(folder: Path, program: Program) -> tuple[Extras, dict[str, Measurement]]:
    sentences = score_sentences(read_sentences(folder / SENTENCES), program.extract)
    silent = quiet(_documents(program, [folder / NEGATIVES]), program.extract)
    failures = run_failures(read_failures(folder / FAILURES), program.extract)
    measured = {
        "sentences": _sentence_measurement(folder / SENTENCES, sentences),
        "negatives": _quiet_measurement(folder / NEGATIVES, silent),
    }
    return Extras(sentences, silent, failures), measured


def evaluate(folder: Path, program: Program, elsewhere: Path | None = None) -> Evaluation:
    """Measure everything in the quality folder, and the shared sets under `elsewhere` where they are there.

    ValueError names a file of gold, sentences or failures that cannot be read.
    """
    sets = coded_sets(folder, elsewhere)
    sections = [evaluate_set(one, program) for one in sets]
    extras, own = _extras(folder, program)
    measured: dict[Path, dict[str, Measurement]] = {folder / OWN_FLOORS: own}
    for one, section in zip(sets, sections, strict=True):
        measured.setdefault(one.floors, {})[one.name] = section.measurement
    return Evaluation(sections, extras, measured)
