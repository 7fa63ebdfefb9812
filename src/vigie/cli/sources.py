"""`vigie sources`: who makes the claims of a record, what they have at stake, and the letter that people give them."""

from collections import Counter
from typing import Annotated

import typer
from rich.table import Table

from vigie.linking import stake
from vigie.vocabulary import is_source, label, source

from .deciding import DEFAULT, By, Folder, Reason, writing
from .say import complain, language, out, plain, say

sources_app = typer.Typer(
    name="sources",
    no_args_is_help=True,
    help="Claimants: their kind, their stake in the fight, how far people trust them.",
)


@sources_app.command("list")
def listed(folder: Folder = DEFAULT) -> None:
    """Show the claimants of a record with their kind, their stake where they speak of, their claims, and their letter.

    Example:  vigie sources list
    """
    with writing(folder) as record:
        told = Counter(
            (who, claim.place.country if claim.place else None) for claim in record.claims() for who in claim.said_by
        )
        letters = record.letters()
    claims: Counter[str] = Counter()
    stakes: dict[str, set[str]] = {}
    for (who, country), count in told.items():
        claims[who] += count
        stakes.setdefault(who, set()).add(stake(who, country))
    table = Table(box=None, padding=(0, 2, 0, 0))
    for column in ("id", "name", "kind", "stake", "claims", "letter"):
        table.add_column(say(f"sources.{column}"), overflow="fold")
    for who, count in claims.most_common():
        held = ", ".join(say(f"stake.{one}") for one in sorted(stakes[who]))
        table.add_row(who, *_described(who), held, str(count), letters.get(who, "–"))
    out.print(table)


def _described(who: str) -> tuple[str, str]:
    """Name and kind; nothing for who is not registered."""
    if not is_source(who):
        return "", ""
    return plain(label("sources", who, language())), label("source_kinds", source(who).kind, language())


@sources_app.command("grade")
def grade(
    who: Annotated[str, typer.Argument(help="Id of the source (`vigie sources list`).", metavar="SOURCE")],
    letter: Annotated[str, typer.Argument(help="A completely reliable … E unreliable, F cannot be judged.")],
    by: By,
    reason: Reason = "",
    folder: Folder = DEFAULT,
) -> None:
    """Give a source its Admiralty letter: people do, never the program. `vigie decide undo` takes it back.

    Example:  vigie sources grade SOHR B --by a.k --reason "named network, corrects itself"
    """
    with writing(folder) as record:
        try:
            key = record.grade(who, letter.upper(), by=by, reason=reason)
        except ValueError as wrong:
            complain(say("sources.badletter", letter=plain(letter)))
            raise typer.Exit(2) from wrong
    out.print(say("sources.graded", who=who, letter=letter.upper(), decision=key), markup=False)
