"""`vigie lint`: what is wrong in the words of a pack; and `--pack`, a folder of words that is read after the pack's."""

from pathlib import Path
from typing import Annotated

import typer

from vigie.extraction import LANGUAGES
from vigie.extraction.lint import problems

from .say import complain, language, out, say


def _checked(folder: Path | None) -> Path | None:
    """A folder of words without mistakes; the mistakes and exit status 2 where there are some."""
    if folder is None:
        return None
    if not folder.is_dir():
        complain(say("lint.nofolder", path=folder))
        raise typer.Exit(2)
    for problem in (found := problems("fr", folder, language())):
        complain(problem)
    if found:
        raise typer.Exit(2)
    return folder.resolve()


Pack = Annotated[
    Path | None,
    typer.Option("--pack", help="Folder of words of your own, read after the pack's (vigie lint).", callback=_checked),
]


def lint(
    folder: Annotated[
        Path | None, typer.Argument(help="A folder of words of your own; without it, the pack.", show_default=False)
    ] = None,
) -> None:
    """Say what is wrong in the tables that texts are read with: file, line, what to do.

    Example:  vigie lint mywords/
    """
    if folder is not None and not folder.is_dir():
        complain(say("lint.nofolder", path=folder))
        raise typer.Exit(2)
    found = [problem for name in sorted(LANGUAGES) for problem in problems(name, folder, language())]
    for problem in found:
        out.print(problem, markup=False, soft_wrap=True)
    out.print(say("lint.found", count=len(found)) if found else say("lint.ok"))
    if found:
        raise typer.Exit(1)
