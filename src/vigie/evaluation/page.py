"""The quality page in Markdown, and the summary in the terminal, from scores alone: nothing is written by hand."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import msgspec

from vigie.vocabulary import Language, label

from .failures import FailureRun, expected_line
from .report import KindReport, Measure, Rate, Report
from .sentences import SentenceReport
from .sets import Section

# A French page writes 0,75; sentences quoted on it stay as they are.
DECIMAL = re.compile(r"\b(\d)\.(\d+)\b")


@dataclass(frozen=True, slots=True)
class Extras:
    """What is measured besides the coded sets."""

    sentences: SentenceReport | None = None
    quiet: Rate | None = None
    failures: Sequence[FailureRun] = ()


@lru_cache(maxsize=2)
def _words(language: Language) -> dict[str, str]:
    text = files("vigie.evaluation").joinpath("data", "words.toml").read_text(encoding="utf-8")
    words: dict[str, str] = tomllib.loads(text)[language]
    return words


def _cell(text: object) -> str:
    return str(text).replace("|", "\\|").replace("\n", " ")


def _table(head: Sequence[str], lines: Iterable[Sequence[object]]) -> str:
    rows = [head, ["---"] * len(head), *lines]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows)


def _measure(one: Measure) -> list[str]:
    return [f"{one.precision:.3f}", f"{one.recall:.3f}", f"**{one.f1:.3f}**", f"{one.low:.2f}–{one.high:.2f}"]


def _kind_line(kind: str, one: KindReport, words: dict[str, str], language: Language) -> list[object]:
    name = label("kinds", kind, language)
    if not one.detected.gold:
        return [name, words["nobody"], "", "", "", "", "", one.detected.gold, one.detected.found, ""]
    complete = [f"**{one.complete.f1:.3f}**", f"{one.complete.low:.2f}–{one.complete.high:.2f}"]
    blamed = f"{one.invented_by.count}/{one.invented_by.of}" if one.invented_by.of else ""
    return [name, *_measure(one.detected), *complete, one.detected.gold, one.detected.found, blamed]


def _kinds(report: Report, words: dict[str, str], language: Language) -> str:
    head = [
        words["kind"], words["precision"], words["recall"], f"F1 {words['found']}", words["interval"],
        f"F1 {words['complete']}", words["interval"], words["asked"], words["made"], words["invented"],
    ]  # fmt: skip
    lines = (_kind_line(kind, one, words, language) for kind, one in report.kinds.items())
    return _table(head, lines)


def _fields(report: Report, words: dict[str, str], language: Language) -> str:
    lines = [
        (label("kinds", kind, language), name, f"{one.right}/{one.of}", f"{one.rate:.2f}", f"{one.constant:.2f}")
        for kind, of in report.kinds.items()
        for name, one in of.attributes.items()
    ]
    head = [words["kind"], words["field"], words["right"], words["share"], words["constant"]]
    return f"### {words['fields']}\n\n{_table(head, lines)}"


def _rare(report: Report, words: dict[str, str], language: Language) -> str:
    lines = [
        (label("kinds", kind, language), rare.field, rare.value, f"{rare.right}/{rare.of}")
        for kind, of in report.kinds.items()
        for rare in of.rare
    ]
    head = [words["kind"], words["field"], words["value"], words["right"]]
    return f"### {words['rare']}\n\n{_table(head, lines)}" if lines else ""


def _section(section: Section, words: dict[str, str], language: Language) -> list[str]:
    report = section.report
    parts = [f"## {words['set'].capitalize()} `{section.name}`", _kinds(report, words, language)]
    if report.dating.of:
        parts.append(words["dating"].format(**msgspec.to_builtins(report.dating)))
    return [*parts, _fields(report, words, language), _rare(report, words, language)]


def _sets(sections: Sequence[Section], words: dict[str, str], language: Language) -> list[str]:
    lines = (
        (
            f"`{one.name}`",
            one.about_fr if language == "fr" else one.about_en,
            one.report.documents,
            f"`{one.measurement.fingerprint[:12]}`",
        )
        for one in sections
    )
    head = [words["set"], words["about"], words["documents"], words["fingerprint"]]
    return [f"## {words['sets']}", _table(head, lines)]


def _groups(sections: Sequence[Section], words: dict[str, str]) -> list[str]:
    scored = [(one.name, one.groups) for one in sections if one.groups]
    lines = [words["groups_line"].format(name=f"`{name}`", **msgspec.to_builtins(one)) for name, one in scored]
    return [f"## {words['groups']}", *lines] if lines else []


def _sentences(extras: Extras, words: dict[str, str]) -> list[str]:
    parts = []
    if extras.sentences:
        one = extras.sentences
        figures = {"whole": one.whole.count, "of": one.whole.of, "found": one.found.count, "asked": one.found.of}
        lines = [(name, f"{rate.count}/{rate.of}") for name, rate in one.constructions.items()]
        parts += [words["sentences_intro"].format(invented=one.invented, **figures)]
        parts += [_table([words["construction"], words["right"]], lines)]
    if extras.quiet:
        parts.append(words["quiet"].format(count=extras.quiet.count, of=extras.quiet.of))
    return [f"## {words['sentences']}", *parts] if parts else []


def _failure(run: FailureRun, words: dict[str, str], language: Language) -> str:
    failure, got = run.failure, "; ".join(f"`{line}`" for line in run.got) or words["nothing"]
    expected = expected_line(failure)
    return "\n".join(
        (
            f"- «{failure.sentence}»",
            f"  - {words['expected']}: {f'`{expected}`' if expected else words['nothing']}",
            f"  - {words['got']}: {got}{' ' + words['mended'] if run.mended else ''}",
            f"  - {words['why']}: {failure.why_fr if language == 'fr' else failure.why_en}",
        )
    )


def _failures(extras: Extras, words: dict[str, str], language: Language) -> list[str]:
    listed = "\n".join(_failure(run, words, language) for run in extras.failures)
    return [f"## {words['failures']}", words["failures_intro"], listed] if listed else []


def quality_page(sections: Sequence[Section], extras: Extras, language: Language = "en") -> str:
    """The whole page as Markdown: per set, kind and field, with the interval; sentences; known failures as they run."""
    words = _words(language)
    parts = [f"# {words['title']}", f"<!-- {words['generated']} -->", words["intro"], *_sets(sections, words, language)]
    for section in sections:
        parts += _section(section, words, language)
    parts += [*_groups(sections, words), *_sentences(extras, words)]
    figures = [DECIMAL.sub(r"\1,\2", part) if language == "fr" else part for part in parts]
    return "\n\n".join(part for part in (*figures, *_failures(extras, words, language)) if part) + "\n"


def summary(report: Report, language: Language = "en") -> str:
    """The figures that matter most, a line a kind, for the terminal."""
    words, lines = _words(language), []
    for kind, one in report.kinds.items():
        found, whole, blamed = one.detected, one.complete, one.invented_by
        lines.append(
            f"{label('kinds', kind, language):<11}"
            f"{words['found']} P {found.precision:.3f} R {found.recall:.3f} F1 {found.f1:.3f}"
            f" [{found.low:.2f}–{found.high:.2f}] | {words['complete']} F1 {whole.f1:.3f}"
            f" [{whole.low:.2f}–{whole.high:.2f}] | {words['asked']} {found.gold}, {words['made']} {found.found}"
            f" | {words['invented']} {blamed.count}/{blamed.of}"
        )
    return "\n".join([words["dating"].format(**msgspec.to_builtins(report.dating)), *lines])
