"""`vigie fetch`: pages that a person asks for, kept as a WARC and read into the record."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from vigie.fetching import Capture, Fetcher, Policy, write_warc
from vigie.intake import ReadError, problem
from vigie.record import open_record
from vigie.values import Problem, digest

from .taking import draw_up, require, take_in, tell

POLICY = Policy()


def _fetched(urls: list[str], now: dt.datetime) -> tuple[list[Capture], list[Problem]]:
    """The answers of the pages that could be taken, and why the others could not."""
    fetcher, captures, problems = Fetcher(POLICY), list[Capture](), list[Problem]()
    for url in dict.fromkeys(urls):
        try:
            captures += fetcher.fetch(url)
        except ReadError as bad:
            bad.place = f"{now:%Y-%m-%d %H:%M} UTC"
            problems.append(problem(url, bad))
    return captures, problems


def fetch(
    urls: Annotated[list[str], typer.Argument(help="Addresses of pages.", metavar="URL…", show_default=False)],
    output: Annotated[Path, typer.Option("--output", "-o", help="The observatory's folder.")] = Path("vigie-output"),
) -> None:
    """Fetch pages from the web into the record, each once, as it is now.

    The answers are kept as a WARC. What robots.txt forbids is not fetched, nor anything inside a private network.

    Example:  vigie fetch https://www.rfi.fr/fr/moyen-orient/ --output observatory
    """
    now = dt.datetime.now(dt.UTC)
    with open_record(output / "vigie.db") as record, record.run("fetch"):
        captures, problems = _fetched(urls, now)
        path = output / "fetched" / f"{now:%Y%m%dT%H%M%SZ}-{digest(urls)}.warc.gz"
        if captures:
            write_warc(path, captures, now)
        tally = take_in(record, output, [path] if captures else [])
        record.add_problems(problems)
        tally.problems += problems
        draw_up(record, output)
        tell(record, tally, output)
    require(tally)
