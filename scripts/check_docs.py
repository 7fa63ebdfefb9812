"""The docs are tested: what a page shows is what the command prints. `--update` writes what they print now.

Checked: every ```console block of README.md and docs/*.md ($ lines are run as from the project's folder, in an empty
folder beside examples/, quality/ and docs/extending/), the generated parts of pages, and the links between pages. A
block's output may end with a line «…»: only its beginning is shown. Each distinct command is run once.
"""

# ruff: noqa: E402 - the environment is set before the consoles are made

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from typer.main import get_command

ENVIRONMENT = {"VIGIE_LANG": "en", "COLUMNS": "100", "TERM": "dumb", "NO_COLOR": "1"}
os.environ.update(ENVIRONMENT)  # before the consoles are made

from vigie import cli
from vigie.extraction.pack_tables import classes, features, rule_words
from vigie.vocabulary.document import markdown as vocabulary_page

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
PART = re.compile(r"(<!-- generated: ([a-z-]+) -->\n).*?(<!-- end -->)", re.DOTALL)
LINK = re.compile(r"\]\((?!https?://|mailto:|#)([^)#\s]+)(?:#([^)\s]+))?\)")
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
FOLDERS = ("examples", "quality", "docs/extending")
STRINGS = {
    "text": "In every sentence", "control": "In the strings of `rules_control.toml`",
    "diplomacy": "In the strings of `rules_diplomacy.toml`",
}  # fmt: skip
LONGEST = 120  # seconds for one command


def pages() -> list[Path]:
    """The pages whose examples are run."""
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


class Playground:
    """A folder as a newcomer has it; a command's output is kept, so that each is run once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.outputs: dict[str, str] = {}
        for name in FOLDERS:
            shutil.copytree(ROOT / name, folder / name)

    def run(self, command: str) -> str:
        """Standard output, then errors; trailing blanks of lines and the folder's own name removed."""
        words = shlex.split("vigie run examples" if command == "make run" else command)
        out, err = own(words[1:]) if words[0] == "vigie" else other(words)
        told = (out + ("" if out.endswith("\n") or not out else "\n") + err).strip("\n")
        return "\n".join(line.rstrip() for line in told.replace(f"{self.folder}{os.sep}", "").splitlines())

    def output(self, command: str) -> str:
        """What a command prints, run now unless it was before and nothing that it depends on has changed."""
        if command not in self.outputs:
            told = self.run(command)
            if command.startswith("vigie gazetteer add"):  # texts are read otherwise from then on
                self.outputs = {one: known for one, known in self.outputs.items() if one.endswith(" --help")}
            self.outputs[command] = told
        return self.outputs[command]


def own(arguments: list[str]) -> tuple[str, str]:
    """What `vigie` prints with these arguments: its entry point, called here, for a start costs more than a command."""
    out, err, before = io.StringIO(), io.StringIO(), sys.argv
    sys.argv = ["vigie", *arguments]
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), contextlib.suppress(SystemExit):
            cli.main()
    finally:
        sys.argv = before
    return out.getvalue(), err.getvalue()


def other(words: list[str]) -> tuple[str, str]:
    """What another command prints."""
    done = subprocess.run(words, capture_output=True, encoding="utf-8", timeout=LONGEST, check=False)  # our own pages'
    return done.stdout, done.stderr


def parts_of(block: str) -> Iterator[tuple[str, str]]:
    """The commands of a block, each with the output that it shows."""
    for part in re.split(r"(?m)^(?=\$ )", block):
        if part.strip():
            command, _, shown = part.partition("\n")
            yield command.removeprefix("$ "), shown


def shown_again(block: str, place: Playground) -> str:
    """A block with every command's output as it is now, cut where it was cut."""
    out: list[str] = []
    for command, old in parts_of(block):
        new, lines = place.output(command), old.rstrip().splitlines()
        if lines and lines[-1].strip() == "…" and len(new.splitlines()) >= len(lines):
            new = "\n".join([*new.splitlines()[: len(lines) - 1], "…"])
        out.append(f"$ {command}\n{new}\n" if new else f"$ {command}\n")
    return "".join(out)


def command_names(command: Any, name: str) -> Iterator[str]:
    """A command and its subcommands, by the words that call them."""
    yield name
    for sub, inner in sorted(getattr(command, "commands", {}).items()):
        yield from command_names(inner, f"{name} {sub}")


def commands_page() -> str:
    """docs/commands.md: the help of every command."""
    parts = ["# Commands\n\nGenerated from the program by `scripts/check_docs.py --update`.\n"]
    for name in command_names(get_command(cli.app), "vigie"):
        parts.append(f"\n## {name}\n\n```console\n$ {shlex.join(name.split())} --help\n```\n")
    return "".join(parts)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    cells = [list(head)]
    cells += [["---"] * len(cells[0]), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "\n".join("| " + " | ".join(row) + " |" for row in cells) + "\n"


def _code(words: str) -> str:
    return f"`{words}`" if words else ""


def classes_part() -> str:
    """The class characters of the three strings."""
    head = ("code", "word", "mot", "given by", "values")
    out = []
    for string, title in STRINGS.items():
        known = [one for one in classes() if one.string == string]
        rows = [(_code(one.code), one.en, one.fr, one.by, _code(one.values)) for one in known]
        out.append(f"{title}:\n\n{_table(head, rows)}")
    return "\n".join(out)


def features_part() -> str:
    """The features of lexicon rows."""
    rows = ((_code(f.name), _code(f.classes), _code(f.values), f.en, f.fr) for f in features())
    return _table(("feature", "classes", "values", "what for", "pour quoi"), rows)


def settings_part() -> str:
    """The groups and settings of rules."""
    kinds = {"must": "group, needed", "prefix": "name may begin with"}
    rows = ((w.kind, kinds.get(w.what, w.what), _code(w.name), _code(w.values), w.en, w.fr) for w in rule_words())
    return _table(("rules", "is a", "name", "values", "what for", "pour quoi"), rows)


def rule_names() -> list[str]:
    """The names of all rules of the French pack, in the order in which they are tried."""
    folder = ROOT / "src" / "vigie" / "vocabulary" / "data" / "packs" / "fr"
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("rules_*.toml"))]
    return [name for text in texts for name in re.findall(r'^name = "(.+)"', text, re.MULTILINE)]


def rules_part() -> str:
    """The names of the rules, by kind."""
    kinds = dict.fromkeys(name.partition(".")[0] for name in rule_names())
    told = {kind: ", ".join(_code(name) for name in rule_names() if name.startswith(f"{kind}.")) for kind in kinds}
    return "".join(f"- **{kind}**: {names}\n" for kind, names in told.items())


def targets_part() -> str:
    """What can be made, as the Makefile says it; what it says nothing about is a part of another target."""
    lines = re.findall(r"^([a-z]+):(?:[^#\n]*## *(.+))?", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    rows = ((_code(f"make {name}"), told or "a part of `make test`") for name, told in lines)
    return _table(("target", "what it does"), rows)


PARTS: dict[str, Callable[[], str]] = {
    "classes": classes_part, "features": features_part, "settings": settings_part, "rules": rules_part,
    "targets": targets_part,
}  # fmt: skip


@cache
def anchors(page: Path) -> frozenset[str]:
    """The places in a page that a link can name, as GitHub makes them out of its headings."""
    titles = HEADING.findall(page.read_text(encoding="utf-8"))
    return frozenset(re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles)


def broken_links(page: Path) -> list[str]:
    """Links to files, or to places in pages, that are not there."""
    bad = []
    for link, anchor in LINK.findall(page.read_text(encoding="utf-8")):
        target = page.parent / link
        if not target.exists() or (anchor and target.suffix == ".md" and anchor not in anchors(target)):
            bad.append(f"{page.name}: no {link}{'#' + anchor if anchor else ''}")
    return bad


def templates() -> dict[Path, str]:
    """Every page as it should be but for the outputs of its commands."""
    found = {page: page.read_text(encoding="utf-8") for page in pages()}
    found = {page: PART.sub(lambda m: m[1] + PARTS[m[2]]() + m[3], text) for page, text in found.items()}
    found[ROOT / "docs" / "vocabulary.md"] = vocabulary_page()
    found[ROOT / "docs" / "commands.md"] = commands_page()
    return found


def wanted_pages(folder: Path) -> dict[Path, str]:
    """Every page as it should be."""
    place, texts = Playground(folder), templates()
    with contextlib.chdir(folder):
        return {
            page: BLOCK.sub(lambda m: f"```console\n{shown_again(m[1], place)}```", text)
            for page, text in texts.items()
        }


def main() -> int:
    """Check, or with --update rewrite; the exit status counts what differs."""
    update, bad = "--update" in sys.argv, []
    with tempfile.TemporaryDirectory(prefix="vigie-docs-", ignore_cleanup_errors=True) as folder:
        os.environ["VIGIE_HOME"] = str(Path(folder).resolve() / ".vigie")
        wanted = wanted_pages(Path(folder).resolve())
    for page, text in wanted.items():
        if update:
            page.write_text(text, encoding="utf-8", newline="\n")
        elif not page.exists() or page.read_text(encoding="utf-8") != text:
            bad.append(f"{page.relative_to(ROOT)}: not what is printed now (scripts/check_docs.py --update)")
    bad += [problem for page in wanted for problem in broken_links(page)]
    print("\n".join(bad) if bad else f"{len(wanted)} pages show what the commands print")
    return len(bad)


if __name__ == "__main__":
    sys.exit(min(main(), 1))
