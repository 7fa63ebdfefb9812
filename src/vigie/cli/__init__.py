"""The command line: thin. Each command says what it does in `--help`, with an example that works."""

import os
import sys

import typer

from vigie import __version__
from vigie.intake import ArchiveError
from vigie.record import RecordError

from .columns import columns
from .compare import diff_rules
from .deciding import decide_app
from .explain import explain
from .fetching import fetch
from .keeping import archive_app, backup, restore, verify
from .linking import link_app
from .packs import lint
from .pasting import paste
from .places import gazetteer_app
from .quality import evaluate
from .say import complain, language, say
from .sources import sources_app
from .stages import extract, run
from .totals import total
from .watching import watch

app = typer.Typer(
    name="vigie",
    help="An open conflict observatory: who said what, where, when, and how many, with the rival figures side by side.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        print(f"vigie {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Read, link, explain, evaluate, publish."""


app.command("run")(run)
app.command("watch")(watch)
app.command("paste")(paste)
app.command("fetch")(fetch)
app.command("columns")(columns)
app.command("extract")(extract)
app.add_typer(link_app, name="link")
app.command("explain")(explain)
app.add_typer(decide_app, name="decide")
app.command("total")(total)
app.add_typer(sources_app, name="sources")
app.command("evaluate")(evaluate)
app.command("lint")(lint)
app.command("diff-rules")(diff_rules)
app.command("backup")(backup)
app.command("restore")(restore)
app.command("verify")(verify)
app.add_typer(archive_app, name="archive")
app.add_typer(gazetteer_app, name="gazetteer")


def main() -> None:
    """Run a command; what goes wrong is told in a line, never as a traceback."""
    try:
        app()
    except (RecordError, ArchiveError) as error:
        complain(error.text(language()))
        sys.exit(1)
    except (OSError, ValueError) as error:
        complain(str(error))
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:  # a defect of ours: told in a line; VIGIE_DEBUG shows where
        if os.environ.get("VIGIE_DEBUG"):
            raise
        complain(say("defect", error=f"{type(error).__name__}: {error}"))
        sys.exit(70)
