"""`vigie evaluate`: is it true? Scores against what people coded, the gate that holds them, the quality page."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
from msgspec.structs import replace
from rich.table import Table

from vigie.evaluation import (
    CodedSet,
    Extras,
    GateError,
    Report,
    Section,
    coded_sets,
    gate,
    measure,
    pin,
    quality_page,
    quiet,
    read_failures,
    read_gold,
    read_sentences,
    run_failures,
    score_gold,
    score_sentences,
)  # fmt: skip
from vigie.extraction import extract as extract_claims
from vigie.extraction import understand
from vigie.intake import read
from vigie.linking import link_all
from vigie.values import Claim, Document, Problem

from .say import complain, language, out, say


def _texts(paths: Iterable[Path]) -> list[Document]:
    return [item for item in read(paths) if not isinstance(item, Problem)]


def _understood(paths: Iterable[Path]) -> tuple[list[Document], list[Claim]]:
    """Documents dated and read, the claims named by the document's given name as gold names it."""
    readings = [understand(document) for document in _texts(paths)]
    claims = [replace(claim, document=r.document.document) for r in readings for claim in r.claims]
    return [r.document for r in readings], claims


def _section(one: CodedSet) -> Section:
    documents, claims = _understood(one.texts)
    return measure(one, documents, claims, link_all(claims, documents) if one.linked else None)


def _extras(folder: Path) -> Extras:
    """Single sentences, peaceful articles and known failures, where the folder holds them."""
    sentences, negatives, failures = (
        folder / "sentences.tsv",
        folder / "negatives.jsonl",
        folder / "known_failures.toml",
    )
    return Extras(
        sentences=score_sentences(read_sentences(sentences), extract_claims) if sentences.exists() else None,
        quiet=quiet(_texts([negatives]), extract_claims) if negatives.exists() else None,
        failures=run_failures(read_failures(failures), extract_claims) if failures.exists() else (),
    )


def _shown(name: str, report: Report) -> None:
    table = Table(title=name, title_justify="left", box=None, padding=(0, 2, 0, 0))
    for column in ("", "P", "R", "F1", "90 %", "complete", "gold", "found", "invented by"):
        table.add_column(column, justify="left" if not column else "right")
    for kind, one in report.kinds.items():
        d = one.detected
        table.add_row(
            kind, f"{d.precision:.3f}", f"{d.recall:.3f}", f"{d.f1:.3f}", f"{d.low:.2f}–{d.high:.2f}", f"{one.complete.f1:.3f}",
            str(d.gold), str(d.found), f"{one.invented_by.count}/{one.invented_by.of}",
        )  # fmt: skip
    out.print(table)
    dating = report.dating
    out.print(
        f"dating: {dating.right} right, {dating.near} near, {dating.empty} empty, {dating.wrong} wrong, of {dating.of}\n"
    )


def _own_texts(gold: Path, texts: list[Path]) -> None:
    """Score the program on texts that a user coded."""
    documents, claims = _understood(texts)
    try:
        _shown(gold.name, score_gold(read_gold(gold), documents, claims))
    except ValueError as error:
        complain(say("not.coded", path=gold, reason=error))
        raise typer.Exit(2) from error


def _gated(sections: list[tuple[CodedSet, Section]], raise_floors: bool, allow_regression: bool) -> None:
    measured: dict[Path, dict[str, object]] = {}
    for one, section in sections:
        measured.setdefault(one.floors, {})[one.name] = section.measurement
    try:
        if raise_floors:
            pin(measured, allow_regression)  # type: ignore[arg-type]
            out.print(say("gate.raised", path=", ".join(str(path) for path in measured)), markup=False, soft_wrap=True)
        else:
            gate(measured)  # type: ignore[arg-type]
            out.print(say("gate.ok", count=sum(len(s.measurement.figures) for _, s in sections)))
    except GateError as error:
        complain(f"{say('gate.low')}\n{error}")
        raise typer.Exit(1) from error


def evaluate(
    gold: Annotated[
        Path | None,
        typer.Argument(help="Your own coded texts (JSON lines, docs/quality-set.md); without it, the sets of --sets."),
    ] = None,
    texts: Annotated[list[Path] | None, typer.Argument(help="The texts that GOLD codes.", show_default=False)] = None,
    sets: Annotated[Path, typer.Option(help="Folder with sets.toml, the coded sets and their floors.")] = Path(
        "quality"
    ),
    elsewhere: Annotated[Path, typer.Option(help="Folder of coded sets that do not travel with the project.")] = Path(
        "../shared"
    ),
    hold: Annotated[bool, typer.Option("--gate", help="Fail where a figure is under its floor.")] = False,
    raise_floors: Annotated[
        bool, typer.Option("--raise-floors", help="Raise the floors to what is measured now.")
    ] = False,
    allow_regression: Annotated[
        bool, typer.Option("--allow-regression", help="With --raise-floors: let floors go down.")
    ] = False,
    page: Annotated[Path | None, typer.Option(help="Write the quality page to this Markdown file.")] = None,
) -> None:
    """Measure the program against what people coded in the same texts.

    Example:  vigie evaluate --gate
    """
    if gold is not None:
        _own_texts(gold, texts or [])
        return
    sections = [(one, _section(one)) for one in coded_sets(sets, elsewhere if elsewhere.is_dir() else None)]
    for one, section in sections:
        _shown(one.name, section.report)
    if page is not None:
        page.write_text(
            quality_page([section for _, section in sections], _extras(sets), language()),
            encoding="utf-8",
            newline="\n",
        )
    if hold or raise_floors:
        _gated(sections, raise_floors, allow_regression)
