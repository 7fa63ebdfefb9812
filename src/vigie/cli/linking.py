"""`vigie link CLAIMS …` and `vigie link train CLAIMS …`: one group, whose plain form is the linking itself."""

from typing import Any

import typer
from typer.core import TyperGroup

from .stages import link_files
from .training import link_train


class _PlainFirst(TyperGroup):
    """A group that takes its first argument for a file where it names no command."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the plain command before arguments that name none."""
        asks_help = bool(args) and args[0] in ("-h", "--help")
        if args and not asks_help and args[0] not in self.commands:
            args = ["files", *args]
        return super().parse_args(ctx, args)


link_app = typer.Typer(
    cls=_PlainFirst,
    no_args_is_help=True,
    help="Group claims into incidents, with their rival figures side by side. "
    "Example:  vigie link out/claims.jsonl --documents out/documents.jsonl --output out",
)
link_app.command("files")(link_files)
link_app.command("train")(link_train)
