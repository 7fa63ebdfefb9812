"""`vigie explain`: a text with its claims marked, each value with its words and rule; or why two claims are one."""

import datetime as dt
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from vigie.extraction import LANGUAGES, Explained, dated
from vigie.extraction import explain as explain_document
from vigie.intake import read
from vigie.linking import explain as explain_pair
from vigie.record import open_record
from vigie.values import Claim, Document, Interval, Place, Problem

from .packs import Pack
from .say import complain, language, out, plain, say
from .versions import show_versions

STYLES = {"harm": "bold red", "events": "bold dark_orange", "control": "bold blue", "diplomacy": "bold green"}
HIDDEN = frozenset({"id", "document", "start", "end", "mentions", "pack", "rule", "quote", "words", "low"})


def _shown(value: Any) -> str:
    if isinstance(value, Interval):
        return str(value.start) if value.start == value.end else f"{value.start} – {value.end}"
    if isinstance(value, Place):
        return f"{value.name} ({value.lat:.3f}, {value.lon:.3f}; ± {value.km:g} km; {value.level})"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _marked(document: Document, explained: list[Explained]) -> Text:
    """The text with claims coloured by kind and numbered."""
    text = Text(plain(document.text))
    for claim, _ in explained:
        for start, end in [(claim.start, claim.end), *claim.mentions]:
            text.stylize(STYLES[str(claim.__struct_config__.tag)], start, end)
    return text


def _table(number: int, document: Document, one: Explained) -> Table:
    claim, why = one
    kind = str(claim.__struct_config__.tag)
    table = Table(
        title=f"{number}. {say(f'summary.{kind}')}: «{claim.quote}»",
        title_style=STYLES[kind],
        title_justify="left",
        box=None,
        padding=(0, 2, 0, 0),
    )
    for column in ("", say("explain.value"), say("explain.words"), say("explain.rule")):
        table.add_column(column, overflow="fold")
    for name in claim.__struct_fields__:
        value = getattr(claim, name)
        if name not in HIDDEN and value not in (None, [], "", False):
            words, rule = _reason(document, why.get(name), name, claim)
            table.add_row(name, Text(_shown(value)), Text(words), rule)
    return table


def _reason(document: Document, reason: tuple[int, int, str] | None, name: str, claim: Claim) -> tuple[str, str]:
    if reason is None:
        return ("", claim.rule) if name in ("outcome", "type", "change", "act") else ("", "")
    start, end, rule = reason
    return (f"«{plain(document.text[start:end])}»" if start >= 0 else say("explain.assumed")), rule


def _documents(path: Path) -> list[Document]:
    found = list(read([path], None, dt.datetime.now(dt.UTC)))
    for item in found:
        if isinstance(item, Problem):
            complain(f"{item.file}: {item.reason}")
    return [item for item in found if not isinstance(item, Problem)]


def _one(document: Document, pack: Path | None) -> None:
    ready = dated(document)
    told = _shown(ready.published) if ready.published else say("explain.unknown")
    out.print(
        Text(
            f"{ready.document} · {say('explain.published')} {told} · {'; '.join(ready.published_reasons)}", style="dim"
        ),
        soft_wrap=True,
    )
    if ready.language not in LANGUAGES and not ready.fields:
        out.print(say("language.unread", language=ready.language))
        return
    explained = explain_document(ready, pack)
    out.print(_marked(ready, explained), soft_wrap=True)
    for number, one in enumerate(explained, 1):
        out.print()
        out.print(_table(number, ready, one))
    if not explained:
        out.print(say("no.claims"))


def _pair(first: str, second: str, folder: Path) -> None:
    with open_record(folder / "vigie.db", write=False) as record:
        claims = {claim.id: claim for claim in record.claims()}
        chosen = []
        for name in (first, second):
            if name not in claims:
                complain(say("explain.notfound", name=name, path=folder / "vigie.db"))
                raise typer.Exit(2)
            chosen.append(claims[name])
    out.print(explain_pair(chosen[0], chosen[1], language()), markup=False, soft_wrap=True)


def explain(
    what: Annotated[
        str,
        typer.Argument(help="A file with a dispatch; or, with a second one, the id of a claim.", metavar="DOCUMENT"),
    ],
    other: Annotated[
        str | None, typer.Argument(help="The id of another claim: why the two are, or are not, one incident.")
    ] = None,
    folder: Annotated[Path, typer.Option("--record", help="The observatory's folder, for claims and versions.")] = Path(
        "vigie-output"
    ),
    versions: Annotated[
        bool, typer.Option("--versions", help="Show what became of the document with this URL, id or name.")
    ] = False,
    pack: Pack = None,
) -> None:
    """Show a text with every claim marked, and for each value its words and its rule.

    Example:  vigie explain examples/agence-levant/2015-08-16-douma.txt
    """
    if versions:
        show_versions(what, folder)
        return
    if other is not None:
        _pair(what, other, folder)
        return
    path = Path(what)
    if not path.exists():
        complain(say("missing.file", path=path))
        raise typer.Exit(2)
    for document in _documents(path):
        _one(document, pack)
