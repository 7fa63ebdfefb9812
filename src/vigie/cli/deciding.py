"""`vigie decide`: what people hold to be one incident or two; kept for ever, obeyed by every later run."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from vigie.linking import Decision
from vigie.record import Decided, open_record

from .say import complain, out, plain, say
from .taking import draw_up

if TYPE_CHECKING:
    from vigie.record.record import Record

decide_app = typer.Typer(
    name="decide",
    no_args_is_help=True,
    help="Say which claims are one incident and which are not; every later run obeys, and each decision can be undone.",
)
Folder = Annotated[Path, typer.Option("--record", help="The observatory's folder (that of `vigie run --output`).")]
By = Annotated[str, typer.Option("--by", help="Who decides: a handle, as the desk gives it.", show_default=False)]
Reason = Annotated[str, typer.Option("--reason", help="Why, in a sentence; kept in the record, never published.")]
Names = Annotated[list[str], typer.Argument(help="Ids of claims, or of incidents for all their claims.", metavar="ID…")]
Claims = Annotated[list[str], typer.Argument(help="Ids of claims.", metavar="CLAIM…")]
DEFAULT = Path("vigie-output")


@contextmanager
def writing(folder: Path) -> "Iterator[Record]":
    """The record of a folder, to write in; an id that it does not have is told in a line."""
    if not (folder / "vigie.db").is_file():
        complain(say("missing.file", path=folder / "vigie.db"))
        raise typer.Exit(2)
    with open_record(folder / "vigie.db") as record:
        try:
            yield record
        except KeyError as unknown:
            complain(say("decide.unknown", name=plain(str(unknown.args[0])), path=folder / "vigie.db"))
            raise typer.Exit(2) from unknown


def _claims(record: "Record", names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(claim for name in names for claim in record.claims_named(name)))


def _single(record: "Record", names: Iterable[str]) -> list[str]:
    """Claims only; an incident's id is taken for the claim where it has but one."""
    found = [record.claims_named(name) for name in names]
    several = next((name for name, claims in zip(names, found, strict=True) if len(claims) > 1), None)
    if several is not None:
        complain(say("decide.several", name=several))
        raise typer.Exit(2)
    return [claim for claims in found for claim in claims]


def _two(claims: list[str]) -> list[str]:
    """The claims, where there are enough of them to decide anything about."""
    if len(claims) < 2:
        complain(say("decide.two"))
        raise typer.Exit(2)
    return claims


def _take(record: "Record", folder: Path, decision: Decision, by: str, reason: str) -> None:
    touched = [*decision.claims, *decision.others, *decision.leaving]
    key = record.decide(decision, by=by, reason=reason)
    done = record.relink(touched)
    draw_up(record, folder)
    out.print(say("decide.done", decision=key, changed=done.created + done.changed + done.merged), markup=False)
    out.print(say("decide.undo", decision=key, folder=folder), markup=False, soft_wrap=True)


@decide_app.command("same")
def same(names: Names, by: By, reason: Reason = "", folder: Folder = DEFAULT) -> None:
    """Hold claims, or whole incidents, to be one incident.

    Example:  vigie decide same 7f3kq01zab 90w2mmt4xe --by a.k --reason "one raid, told twice"
    """
    with writing(folder) as record:
        claims = _two(_claims(record, names))
        _take(record, folder, Decision(act="same", claims=claims), by, reason)


@decide_app.command("different")
def different(names: Claims, by: By, reason: Reason = "", folder: Folder = DEFAULT) -> None:
    """Hold that no two of these claims are one incident.

    Example:  vigie decide different 5d0c8e21b7a94f10 c2b1779e05d34a6f --by a.k
    """
    with writing(folder) as record:
        claims = _two(_single(record, names))
        _take(record, folder, Decision(act="different", claims=claims), by, reason)


@decide_app.command("split")
def split(
    incident: Annotated[str, typer.Argument(help="Id of the incident.", metavar="INCIDENT")],
    names: Claims,
    by: By,
    reason: Reason = "",
    folder: Folder = DEFAULT,
) -> None:
    """Take claims out of an incident: they are one incident of their own, apart from the rest of it.

    Example:  vigie decide split 7f3kq01zab 5d0c8e21b7a94f10 --by a.k
    """
    with writing(folder) as record:
        claims, whole = _single(record, names), record.claims_named(incident)
        rest = [claim for claim in whole if claim not in claims]
        if not rest or not set(claims) <= set(whole):
            complain(say("decide.within", incident=incident))
            raise typer.Exit(2)
        _take(record, folder, Decision(act="split", claims=claims, others=rest), by, reason)


@decide_app.command("move")
def move(
    names: Claims,
    to: Annotated[str, typer.Option("--to", help="Id of the incident that they belong to.", show_default=False)],
    by: By,
    reason: Reason = "",
    folder: Folder = DEFAULT,
) -> None:
    """Move claims out of the incident that they are in, into another one.

    Example:  vigie decide move 5d0c8e21b7a94f10 --to 90w2mmt4xe --by a.k
    """
    with writing(folder) as record:
        claims, others = _single(record, names), record.claims_named(to)
        beside = _beside(record, claims)
        decision = Decision(act="move", claims=claims, others=others, leaving=sorted(beside - set(others)))
        _take(record, folder, decision, by, reason)


def _beside(record: "Record", claims: list[str]) -> set[str]:
    """The claims that stand in one incident with these."""
    homes = [set(incident.claims) for incident in record.incidents() if set(claims) & set(incident.claims)]
    return set().union(*homes) - set(claims)


@decide_app.command("undo")
def undo(
    key: Annotated[str, typer.Argument(help="Id of the decision (`vigie decide list`).", metavar="DECISION")],
    folder: Folder = DEFAULT,
) -> None:
    """Put a decision out of force: incidents are again what they were without it. The decision itself stays on record.

    Example:  vigie decide undo 3b9d50f1c2a8e674
    """
    with writing(folder) as record:
        done = record.relink(record.undo(key))
        draw_up(record, folder)
        out.print(say("decide.undone", decision=key, changed=done.created + done.changed + done.merged), markup=False)


@decide_app.command("list")
def listed(folder: Folder = DEFAULT) -> None:
    """Show every decision that was taken: what, about which ids, by whom, when, why; those undone too.

    Example:  vigie decide list
    """
    with writing(folder) as record:
        rows = record.decided()
    table = Table(box=None, padding=(0, 2, 0, 0))
    for column in ("id", "what", "about", "by", "at", "reason"):
        table.add_column(say(f"decide.{column}"), overflow="fold")
    for row in rows:
        table.add_row(*(plain(cell) for cell in _cells(row)))
    out.print(table if rows else say("decide.none"))


def _cells(row: Decided) -> tuple[str, ...]:
    about = " ".join(str(part) for value in row.subjects.values() for part in _parts(value) if part != row.kind)
    kind = row.kind if row.undone is None else f"{row.kind} ({say('decide.off', day=row.undone.date())})"
    return row.id, kind, about, row.by, f"{row.at:%Y-%m-%d %H:%M}", row.reason


def _parts(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
