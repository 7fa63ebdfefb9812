"""The docs are tested: what a page shows is what the command prints. `--update` writes what they print now.

Checked: every ```console block of README.md and docs/*.md ($ lines are run, in an empty folder beside examples/ and
quality/), the generated pages, the links between pages, and that every command and option stands on docs/commands.md.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import typer
from typer.main import get_command

from vigie.cli import app
from vigie.vocabulary.document import markdown as vocabulary_page

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
LINK = re.compile(r"\]\((?!https?://|mailto:|#)([^)#\s]+)")
ENVIRONMENT = {"VIGIE_LANG": "en", "COLUMNS": "100", "TERM": "dumb", "NO_COLOR": "1", "PYTHONWARNINGS": "ignore"}


def pages() -> list[Path]:
    """The pages whose examples are run."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def output_of(command: str, folder: Path) -> str:
    """What a command prints in a folder: standard output, then its errors; trailing blanks of lines removed."""
    words = command.replace("make run", "vigie run examples")
    env = {**os.environ, **ENVIRONMENT, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    # The commands are those of our own pages.
    done = subprocess.run(words, shell=True, cwd=folder, env=env, capture_output=True, text=True, check=False)
    lines = (done.stdout + done.stderr).strip("\n").splitlines()
    return "\n".join(line.rstrip() for line in lines)


def shown_again(block: str, folder: Path) -> str:
    """A block with every command's output as it is now; «…» as an output's last line keeps its beginning only."""
    out: list[str] = []
    for part in re.split(r"(?m)^(?=\$ )", block):
        if not part.strip():
            continue
        command, _, old = part.partition("\n")
        new = output_of(command.removeprefix("$ "), folder)
        if old.rstrip().endswith("\n…") or old.strip() == "…":
            kept = len(old.rstrip().splitlines()) - 1
            new = "\n".join([*new.splitlines()[:kept], "…"])
        out.append(f"{command}\n{new}\n" if new else f"{command}\n")
    return "".join(out)


def commands_page() -> str:
    """docs/commands.md: the help of every command."""
    context = typer.Context(get_command(app))
    names = sorted(get_command(app).list_commands(context))
    parts = ["# Commands\n\nGenerated from the program by `scripts/check_docs.py --update`.\n"]
    for name in ["", *names]:
        command = f"vigie {name}".strip()
        parts.append(f"\n## {command}\n\n```console\n$ {command} --help\n```\n")
    return "".join(parts)


def broken_links(page: Path) -> list[str]:
    """Links to files that are not there."""
    links = LINK.findall(page.read_text(encoding="utf-8"))
    return [f"{page.name}: no {link}" for link in links if not (page.parent / link).exists()]


def refreshed(page: Path, folder: Path) -> str:
    """A page with its examples run again."""
    text = page.read_text(encoding="utf-8")
    return BLOCK.sub(lambda m: "```console\n" + shown_again(m[1], folder) + "```", text)


def playground() -> Path:
    """An empty folder with the examples and the quality sets, as a newcomer has them."""
    folder = Path(tempfile.mkdtemp(prefix="vigie-docs-"))
    for name in ("examples", "quality"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def main() -> int:
    """Check, or with --update rewrite; the exit status counts what differs."""
    update, folder, bad = "--update" in sys.argv, playground(), []
    wanted = {ROOT / "docs" / "vocabulary.md": vocabulary_page()}
    commands = ROOT / "docs" / "commands.md"
    if update or not commands.exists():
        commands.write_text(commands_page(), encoding="utf-8", newline="\n")
    for page in pages():
        wanted[page] = refreshed(page, folder) if page not in wanted else wanted[page]
        if wanted[page] != page.read_text(encoding="utf-8"):
            if update:
                page.write_text(wanted[page], encoding="utf-8", newline="\n")
            else:
                bad.append(f"{page.relative_to(ROOT)}: not what is printed now (scripts/check_docs.py --update)")
        bad += broken_links(page)
    shutil.rmtree(folder)
    print("\n".join(bad) if bad else f"{len(wanted)} pages show what the commands print")
    return len(bad)


if __name__ == "__main__":
    sys.exit(min(main(), 1))
