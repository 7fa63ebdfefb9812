"""`vigie total`: sums over incidents, by day, place, actor, claimant…, each with its rule and what it is made of."""

import csv
import datetime as dt
import sys
from collections.abc import Iterable
from typing import Annotated, Literal

import msgspec
import typer
from rich.table import Table

from vigie.linking import By, Only, Tally, rules, tallies
from vigie.vocabulary import outcomes, victims

from .deciding import DEFAULT, Folder, writing
from .say import complain, out, plain, say

COLUMNS = ("bin", "low", "best", "high", "open", "incidents", "claims", "origins")
HEAD = ("by", "outcome", "victims", "rule", "only", "exclusive", "computed", "reviewed")


def total(
    by: Annotated[By, typer.Option("--by", help="What makes a line.")] = "month",
    outcome: Annotated[str, typer.Option("--outcome", help="killed, injured, displaced…")] = "killed",
    whom: Annotated[str, typer.Option("--victims", help="people (all), civilians, children, women, armed…")] = "people",
    rule: Annotated[
        str, typer.Option("--rule", help="How rival figures become one range: claimants, latest_reliable, ucdp_best…")
    ] = "claimants",
    only: Annotated[Only, typer.Option("--only", help="Whose figures count.")] = "anybody",
    form: Annotated[
        Literal["table", "csv", "json"], typer.Option("--format", "-f", help="For reading, or for another program.")
    ] = "table",
    folder: Folder = DEFAULT,
) -> None:
    """Sum the figures of incidents: lowest and highest by a declared rule, and of how many incidents, claims, origins.

    Daily and cumulative tolls are never added, nor is what a party counts of its enemy. A draft, unreviewed.

    Example:  vigie total --by month --victims civilians --only third_parties
    """
    _allowed("--outcome", outcome, outcomes())
    _allowed("--victims", whom, victims())
    _allowed("--rule", rule, rules())
    with writing(folder) as record:
        incidents, letters = list(record.incidents()), record.letters()
    found = tallies(
        incidents, by, dt.date.today(), outcome=outcome, victims=whom, rule=rule, only=only, letters=letters
    )
    {"table": _table, "csv": _csv, "json": _json}[form](found)


def _allowed(option: str, value: str, known: Iterable[str]) -> None:
    names = list(known)
    if value not in names:
        complain(say("total.unknown", option=option, value=plain(value), known=", ".join(names)))
        raise typer.Exit(2)


def _table(found: list[Tally]) -> None:
    if not found:
        out.print(say("total.none"))
        return
    table = Table(box=None, padding=(0, 2, 0, 0))
    for column in ("bin", "range", "best", "incidents", "claims", "origins"):
        table.add_column(say(f"total.{column}"), justify="left" if column == "bin" else "right")
    for one in found:
        span = f"{one.low}" if one.low == one.high else f"{one.low}–{one.high}"
        counts = (str(one.incidents), str(one.claims), str(one.origins))
        best = "" if one.best is None else str(one.best)
        table.add_row(plain(one.bin) or say("total.unsaid"), span + "+" * one.open, best, *counts)
    out.print(table)
    last = found[-1]
    out.print(say("total.rule", rule=last.rule, only=last.only, day=last.computed), soft_wrap=True)
    if not last.exclusive:
        out.print(say("total.overlap"), soft_wrap=True)
    out.print(say("draft"))


def _csv(found: list[Tally]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow((*COLUMNS, *HEAD))
    for one in found:
        row = [getattr(one, name) for name in (*COLUMNS, *HEAD[:-1])]
        writer.writerow([*("" if value is None else value for value in row), False])


def _json(found: list[Tally]) -> None:
    for one in found:
        print(msgspec.json.encode({**msgspec.to_builtins(one), "reviewed": False}).decode())
