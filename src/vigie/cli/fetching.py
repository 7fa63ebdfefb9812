"""`vigie fetch`: pages that a person asks for, kept as a WARC and read into the record."""

import datetime as dt
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from vigie.fetching import Fetcher, Policy, write_warc
from vigie.intake import Archive, ReadError, problem
from vigie.record import open_record
from vigie.values import Problem, digest

from .packs import Pack
from .taking import By, Means, Stamp, draw_up, require, stamp_kept, take_in, tell

POLICY = Policy()


class Fetched(NamedTuple):
    """The captures that were written, and why the other pages could not be taken."""

    paths: list[Path]
    problems: list[Problem]


def _fetched(urls: list[str], output: Path, by: str, now: dt.datetime) -> Fetched:
    """Fetch pages, and keep each with the redirections on the way to it."""
    fetcher, archive, fetched = Fetcher(POLICY), Archive(output / "archive", by), Fetched([], [])
    for url in dict.fromkeys(urls):
        try:
            captures = fetcher.fetch(url)
        except ReadError as bad:
            bad.place = f"{now:%Y-%m-%d %H:%M} UTC"
            fetched.problems.append(problem(url, bad))
            continue
        path = output / "fetched" / f"{now:%Y%m%dT%H%M%SZ}-{digest([url])}.warc.gz"
        write_warc(path, captures, now)
        page = captures[-1]
        archive.keep_file(path, now, page.target.url, dict(page.answer.headers))
        fetched.paths.append(path)
    return fetched


def fetch(
    urls: Annotated[list[str], typer.Argument(help="Addresses of pages.", metavar="URL…", show_default=False)],
    output: Annotated[Path, typer.Option("--output", "-o", help="The observatory's folder.")] = Path("vigie-output"),
    pack: Pack = None,
    by: By = "",
    stamp: Stamp = None,
) -> None:
    """Fetch pages from the web into the record, each once, as it is now.

    The answers are kept as a WARC. What robots.txt forbids is not fetched, nor anything inside a private network.

    Example:  vigie fetch https://www.rfi.fr/fr/moyen-orient/ --output observatory
    """
    now, means = dt.datetime.now(dt.UTC), Means(1, pack, by, stamp)
    with open_record(output / "vigie.db") as record, record.run("fetch"):
        fetched = _fetched(urls, output, by, now)
        tally = take_in(record, output, fetched.paths, means)
        record.add_problems(fetched.problems)
        tally.problems += fetched.problems
        draw_up(record, output)
        tell(record, tally, output)
    stamp_kept(output, means)
    require(tally)
