"""`vigie diff-rules`: which claims of a folder of documents a change of the pack adds, removes, changes."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from vigie.linking import read_claims
from vigie.values import Claim

from .packs import Pack
from .reading import Tally, readings
from .say import complain, out, say
from .stages import Paths, Processes, named

SILENT = frozenset({"id", "pack", "rule", "mentions"})


def _spot(claim: Claim) -> tuple[str, str, int]:
    """Where and of what kind: a claim that stays keeps its document, its kind and the start of its words."""
    return claim.document, str(claim.__struct_config__.tag), claim.start


def _fields(claim: Claim) -> dict[str, Any]:
    return {name: value for name, value in msgspec.to_builtins(claim).items() if name not in SILENT}


def _line(sign: str, claim: Claim, more: str = "") -> str:
    return f"{sign} {claim.document} {claim.__struct_config__.tag} «{claim.quote}» {more}".rstrip()


def differences(before: Iterable[Claim], after: Iterable[Claim]) -> list[str]:
    """A line for each claim that went (-), came (+) or changed (~, with the fields)."""
    old, new = {_spot(c): c for c in before}, {_spot(c): c for c in after}
    gone = [_line("-", old[spot]) for spot in old if spot not in new]
    come = [_line("+", new[spot]) for spot in new if spot not in old]
    changed = []
    for spot in old.keys() & new.keys():
        a, b = _fields(old[spot]), _fields(new[spot])
        told = "; ".join(f"{name}: {a.get(name)} → {b.get(name)}" for name in a if a.get(name) != b.get(name))
        if told:
            changed.append(_line("~", new[spot], told))
    return [*sorted(gone), *sorted(come), *sorted(changed)]


def diff_rules(
    paths: Paths,
    since: Annotated[
        Path, typer.Option(help="claims.jsonl of `vigie extract` on the same documents, before the change.")
    ],
    processes: Processes = 1,
    pack: Pack = None,
) -> None:
    """Show which claims a change of the language pack adds, removes or changes.

    Example:  vigie extract texts/ -o before; vigie diff-rules texts/ --since before/claims.jsonl --pack mywords/
    """
    if not since.is_file():
        complain(say("missing.file", path=since))
        raise typer.Exit(2)
    before, _ = read_claims(since)
    after = [claim for r in readings(paths, Tally(), processes, pack=pack) for claim in named(r.claims, r.document)]
    lines = differences(before, after)
    for line in lines:
        out.print(line, markup=False, soft_wrap=True)
    counts = {
        name: sum(line.startswith(sign) for line in lines)
        for name, sign in (("added", "+"), ("removed", "-"), ("changed", "~"))
    }
    out.print(say("diff.summary", **counts) if lines else say("diff.none"))
