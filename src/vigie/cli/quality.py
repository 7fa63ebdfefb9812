"""`vigie evaluate`: is it true? Scores against what people coded, the gate that holds them, the quality page."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from vigie.evaluation import (
    CodedSet,
    Evaluation,
    GateError,
    Program,
    coded_sets,
    gate,
    misses,
    pin,
    quality_page,
    read_gold,
    score_gold,
    summary,
)
from vigie.evaluation import evaluate as measure_all
from vigie.extraction import dated
from vigie.extraction import extract as extract_claims
from vigie.intake import read
from vigie.linking import link_all
from vigie.values import Document, Problem

from .packs import Pack
from .say import complain, language, out, say

Gold = Annotated[Path | None, typer.Argument(help="Your own coded texts; without it, the sets of --sets.")]
Texts = Annotated[list[Path] | None, typer.Argument(help="The texts that GOLD codes.", show_default=False)]
Sets = Annotated[Path, typer.Option(help="Folder with sets.toml, the coded sets and their floors.")]
Elsewhere = Annotated[Path, typer.Option(help="Folder of coded sets that do not travel with the project.")]
Hold = Annotated[bool, typer.Option("--gate", help="Fail where a figure is under its floor.")]
Raise = Annotated[bool, typer.Option("--raise-floors", help="Raise the floors to what is measured now.")]
Lower = Annotated[bool, typer.Option("--allow-regression", help="With --raise-floors: let floors go down.")]
Page = Annotated[Path | None, typer.Option(help="Write the quality page to this Markdown file.")]
Misses = Annotated[str | None, typer.Option(help="List what was wrong or missed in one set (not a sealed one).")]


def _dated(paths: Iterable[Path]) -> Iterator[Document | Problem]:
    for item in read(paths):
        yield item if isinstance(item, Problem) else dated(item)


def _program(pack: Path | None) -> Program:
    return Program(read=_dated, extract=partial(extract_claims, extra=pack), link=link_all)


def _documents(paths: Iterable[Path]) -> list[Document]:
    return [item for item in _dated(paths) if isinstance(item, Document)]


def _own_texts(gold: Path, texts: list[Path], pack: Path | None) -> None:
    """Score the program on texts that a user coded."""
    documents = _documents(texts)
    claims = [claim for document in documents for claim in extract_claims(document, pack)]
    out.print(summary(score_gold(read_gold(gold), documents, claims), language()), markup=False, soft_wrap=True)


def _missed(one: CodedSet, pack: Path | None) -> None:
    documents = _documents(one.texts)
    claims = [claim for document in documents for claim in extract_claims(document, pack)]
    for line in misses(one, documents, claims):
        out.print(line, markup=False, soft_wrap=True)


def _shown(evaluation: Evaluation) -> None:
    for section in evaluation.sections:
        out.print(f"{section.name}\n{summary(section.report, language())}\n", markup=False, soft_wrap=True)
    extras = evaluation.extras
    if extras.sentences and extras.quiet:
        rates = {"whole": extras.sentences.whole, "found": extras.sentences.found, "quiet": extras.quiet}
        shares = {name: f"{rate.count}/{rate.of}" for name, rate in rates.items()}
        out.print(say("evaluate.extras", **shares), markup=False, soft_wrap=True)


def _hold(evaluation: Evaluation) -> None:
    try:
        gate(evaluation.measured)
    except GateError as error:
        complain(f"{say('gate.low')}\n{error}")
        raise typer.Exit(1) from error
    count = sum(len(one.figures) for sets in evaluation.measured.values() for one in sets.values())
    out.print(say("gate.ok", count=count))


def _raise(evaluation: Evaluation, allow_regression: bool) -> None:
    pin(evaluation.measured, allow_regression)
    out.print(say("gate.raised", path=", ".join(map(str, evaluation.measured))), markup=False, soft_wrap=True)


def evaluate(
    gold: Gold = None,
    texts: Texts = None,
    sets: Sets = Path("quality"),
    elsewhere: Elsewhere = Path("../shared"),
    hold: Hold = False,
    raise_floors: Raise = False,
    allow_regression: Lower = False,
    page: Page = None,
    list_misses: Misses = None,
    pack: Pack = None,
) -> None:
    """Measure the program against what people coded in the same texts.

    Example:  vigie evaluate --gate
    """
    shared = elsewhere if elsewhere.is_dir() else None
    if gold is not None:
        _own_texts(gold, texts or [], pack)
        return
    if list_misses is not None:
        for one in (one for one in coded_sets(sets, shared) if one.name == list_misses):
            _missed(one, pack)
        return
    evaluation = measure_all(sets, _program(pack), shared)
    _shown(evaluation)
    if page is not None:
        text = quality_page(evaluation.sections, evaluation.extras, language())
        page.write_text(text, encoding="utf-8", newline="\n")
    if raise_floors:
        _raise(evaluation, allow_regression)
    elif hold:
        _hold(evaluation)
