"""`vigie backup`, `vigie verify`, `vigie archive`: that nothing is lost, and nothing was altered."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from vigie.intake import Archive, export
from vigie.record import open_record

from .say import complain, out, say

archive_app = typer.Typer(name="archive", help="The original bytes: check them, hand them on.", no_args_is_help=True)
Folder = Annotated[Path, typer.Argument(help="The observatory's folder (that of `vigie run --output`).")]


def backup(folder: Folder, target: Annotated[Path, typer.Argument(help="The file of the copy.")]) -> None:
    """Copy a record that is in use to a file.

    Example:  vigie backup vigie-output backups/vigie-monday.db
    """
    with open_record(folder / "vigie.db", write=False) as record:
        record.backup(target)
    out.print(say("backup", path=target), markup=False, soft_wrap=True)


def verify(folder: Folder) -> None:
    """Check that the journal of a record was not altered.

    Example:  vigie verify vigie-output
    """
    with open_record(folder / "vigie.db", write=False) as record:
        breaks = record.verify_journal()
    if breaks:
        complain(say("journal.broken", count=len(breaks)) + "\n" + "\n".join(f"  {one}" for one in breaks))
        raise typer.Exit(1)
    out.print(say("journal.ok"))


@archive_app.command("verify")
def archive_verify(folder: Folder) -> None:
    """Hash every kept file again and name what is damaged or missing.

    Example:  vigie archive verify vigie-output
    """
    archive = Archive(folder / "archive")
    damaged = list(archive.verify())
    if damaged:
        complain(say("archive.damaged", count=len(damaged)) + "\n" + "\n".join(f"  {one}" for one in damaged))
        raise typer.Exit(1)
    out.print(say("archive.ok", count=sum(1 for _ in archive.rows())))


@archive_app.command("export")
def archive_export(folder: Folder, target: Annotated[Path, typer.Argument(help="The folder of the bag.")]) -> None:
    """Write the archive as a BagIt bag, which others can check without this program.

    Example:  vigie archive export vigie-output bag
    """
    export(Archive(folder / "archive"), target, dt.datetime.now(dt.UTC))
    out.print(say("archive.exported", path=target), markup=False, soft_wrap=True)
