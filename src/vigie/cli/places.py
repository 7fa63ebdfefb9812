"""`vigie gazetteer`: how a name resolves and why, and names that a user brings."""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from vigie.places import add, search

from .say import complain, out, say

gazetteer_app = typer.Typer(
    name="gazetteer", help="Places: how a name resolves and why; add your own.", no_args_is_help=True
)


@gazetteer_app.command("search")
def gazetteer_search(
    name: Annotated[str, typer.Argument(help="A place name, in any spelling or in Arabic script.")],
) -> None:
    """Show the places of a name, the likeliest first, each with the reason it was found for.

    Example:  vigie gazetteer search "Deir Ezzor"
    """
    found = search(name)
    if not found:
        complain(say("gazetteer.none"))
        raise typer.Exit(1)
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    for place, reason in found:
        where = ", ".join(part for part in (place.admin1, place.country) if part)
        table.add_row(place.name, where, f"{place.lat:.3f}, {place.lon:.3f}", f"± {place.km:g} km", place.level, reason)
    out.print(table)


@gazetteer_app.command("add")
def gazetteer_add(
    file: Annotated[Path, typer.Argument(help="A GeoNames country dump or an OCHA p-code table.")],
) -> None:
    """Add the places of a file to those that dispatches are read with on this machine.

    Example:  vigie gazetteer add SY.txt
    """
    count, problems = add(file)
    for problem in problems[:8]:
        complain(f"{problem.file} {problem.place}: {problem.reason}")
    out.print(say("gazetteer.added", count=count, path=file), markup=False, soft_wrap=True)
    if not count:
        raise typer.Exit(3)
