"""`vigie link train`: match weights estimated again from one's own claims, beside the published ones."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.table import Table

from vigie.linking import read_claims, read_documents

from .say import complain, out, say

if TYPE_CHECKING:
    from vigie.linking.train import Training

Kind = Annotated[Literal["event", "summary", "state"], typer.Option("--class", help="Which weights to estimate.")]

Output = Annotated[Path | None, typer.Option("--output", "-o", help="Write the new weights to this TOML file.")]


def _shown(training: "Training") -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0))
    for column in ("", "", "m", "u", say("train.before"), say("train.after")):
        table.add_column(column, justify="right" if column else "left")
    for one in training.estimates:
        cells = (f"{one.m:.3g}", f"{one.u:.3g}", f"{one.bits_before:+.1f}", f"{one.bits:+.1f}")
        table.add_row(one.comparison, one.level, *cells)
    return table


def link_train(
    claims: Annotated[Path, typer.Argument(help="claims.jsonl to learn from.", metavar="CLAIMS")],
    documents: Annotated[Path, typer.Option("--documents", "-d", help="documents.jsonl of the same texts.")],
    kind: Kind = "event",
    output: Output = None,
) -> None:
    """Estimate the match weights again by EM and show the difference; a person takes them over, or not.

    Example:  vigie link train out/claims.jsonl --documents out/documents.jsonl
    """
    from vigie.linking.train import as_toml, train  # brings duckdb and pyarrow, which no other command waits for

    for path in (claims, documents):
        if not path.is_file():
            complain(say("missing.file", path=path))
            raise typer.Exit(2)
    training = train(read_claims(claims)[0], read_documents(documents)[0], cls=kind)
    out.print(say("train.pairs", count=training.pairs))
    out.print(_shown(training))
    if output is not None:
        output.write_text(as_toml(training), encoding="utf-8", newline="\n")
        out.print(say("written", path=output, count=len(training.estimates)), markup=False, soft_wrap=True)
