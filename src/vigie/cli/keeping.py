"""`vigie backup`, `vigie verify`, `vigie archive`: that nothing is lost, and nothing was altered."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from vigie.fetching import Policy
from vigie.intake import Archive, check_stamps, export, require_stamps
from vigie.record import open_record, restore_record

from .say import complain, out, say
from .taking import stamp

archive_app = typer.Typer(name="archive", help="The original bytes: check them, hand them on.", no_args_is_help=True)
Folder = Annotated[Path, typer.Argument(help="The observatory's folder (that of `vigie run --output`).")]


def backup(folder: Folder, target: Annotated[Path, typer.Argument(help="The file of the copy.")]) -> None:
    """Copy a record that is in use to a file.

    Example:  vigie backup vigie-output backups/vigie-monday.db
    """
    with open_record(folder / "vigie.db", write=False) as record:
        record.backup(target)
    out.print(say("backup", path=target), markup=False, soft_wrap=True)


def restore(source: Annotated[Path, typer.Argument(help="The file of the copy.")], folder: Folder) -> None:
    """Put a copy of a record back in its place; the record that stood there is kept beside it.

    Example:  vigie restore backups/vigie-monday.db vigie-output
    """
    kept = restore_record(source, folder / "vigie.db")
    if kept:
        out.print(say("restore.kept", path=kept), markup=False, soft_wrap=True)
    out.print(say("restore", path=folder / "vigie.db"), markup=False, soft_wrap=True)


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
def archive_verify(
    folder: Folder,
    root: Annotated[
        Path | None,
        typer.Option(
            "--root", exists=True, dir_okay=False, help="Certificate (PEM) that has to stand behind time stamps."
        ),
    ] = None,
) -> None:
    """Hash every kept file again, check the time stamps, and name what is damaged or missing.

    Example:  vigie archive verify vigie-output
    """
    archive = Archive(folder / "archive")
    damaged = list(archive.verify())
    if damaged:
        complain(say("archive.damaged", count=len(damaged)) + "\n" + "\n".join(f"  {one}" for one in damaged))
    else:
        out.print(say("archive.ok", count=sum(1 for _ in archive.rows())))
    if not _stamps_hold(archive, root) or damaged:
        raise typer.Exit(1)


def _stamps_hold(archive: Archive, root: Path | None) -> bool:
    """Check the time stamps, where there are some, and tell."""
    if next(archive.marks(stamped=True), None) is None:
        return True
    require_stamps()
    held, wrong = check_stamps(archive, root)
    out.print(say("stamps.ok", count=held))
    if wrong:
        complain(say("stamps.wrong", count=len(wrong)) + "\n" + "\n".join(f"  {one}" for one in wrong))
    return not wrong


@archive_app.command("stamp")
def archive_stamp(
    folder: Folder,
    authority: Annotated[str, typer.Argument(help="Address of an RFC 3161 authority.", metavar="URL")],
    pause: Annotated[float, typer.Option("--pause", min=0, help="Seconds between two requests.")] = 1.0,
) -> None:
    """Have every kept file that has no time stamp yet stamped by an authority; only their SHA-256 are sent.

    Example:  vigie archive stamp vigie-output http://timestamp.digicert.com
    """
    archive = Archive(folder / "archive")
    if not stamp(archive, authority, Policy(pause=pause)):
        raise typer.Exit(1)
    out.print(say("stamps.kept", count=sum(1 for _ in archive.marks(stamped=True))))


@archive_app.command("export")
def archive_export(folder: Folder, target: Annotated[Path, typer.Argument(help="The folder of the bag.")]) -> None:
    """Write the archive as a BagIt bag, which others can check without this program.

    Example:  vigie archive export vigie-output bag
    """
    export(Archive(folder / "archive"), target, dt.datetime.now(dt.UTC))
    out.print(say("archive.exported", path=target), markup=False, soft_wrap=True)
