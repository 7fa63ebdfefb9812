"""The rules compiled to machine code (mypyc), and the proof that they say what the same rules say as Python.

    python scripts/compiled.py --possible              is there a compiler? says what is missing
    python scripts/compiled.py PYTHON [--articles N]   does that interpreter's vigie, compiled, give the same bytes?

`make compiled` runs both. The sources stay Python: a wheel takes the compiled modules along, beside the Python files,
if VIGIE_COMPILED is set while it is built (hatch_build.py). Times are those of the processor, loading included.
"""

import argparse
import ast
import contextlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
ROOMS = ("places", "times", "extraction")
FIRST = "vigie/values/__init__.py"
"""Compiled too, so that the types whose fields mypyc asks for are loaded before it does."""
AS_PYTHON = ("vigie/extraction/bulk.py", "vigie/extraction/draft.py")
"""Nothing is gained in the pool of processes; mypyc cannot compile a generic data class."""
VALUES = (ast.Constant, ast.Tuple, ast.List, ast.Set, ast.Dict, ast.JoinedStr, ast.Call)
"""What a constant of a module is made by; the rest are names of types."""
TARGET = ROOT / "build" / "compiled"
TYPES = ("--config-file", os.devnull, "--ignore-missing-imports", "--follow-imports", "silent")
"""`make types` has checked all of it; here only what is compiled is looked at again."""
PROGRAM = "from vigie.cli import main; main()"
_MOMENT = re.compile(rb'"retrieved":"[^"]*"')
WHERE = "import vigie.extraction.rules as module; print(module.__file__)"


def missing() -> str | None:
    """What a build lacks on this machine, in words, or nothing."""
    compiler = (sysconfig.get_config_var("CC") or "").split()  # Windows tells none: setuptools finds its own
    if compiler and not shutil.which(compiler[0]):
        return f"no C compiler: {compiler[0]} is not there (Debian: apt-get install gcc)"
    if not (Path(sysconfig.get_path("include")) / "Python.h").is_file():
        return f"no headers of Python: {sysconfig.get_path('include')}/Python.h is not there (Debian: python3-dev)"
    return None


def modules() -> list[str]:
    """The modules to compile, as paths below src/: all that texts are read with, without the linters."""
    found = [path for room in ROOMS for path in sorted((SOURCE / "vigie" / room).glob("*.py"))]
    names = [path.relative_to(SOURCE).as_posix() for path in found if not path.name.startswith(("__", "lint"))]
    return [FIRST, *(name for name in names if name not in AS_PYTHON)]


def fixed(text: str) -> str:
    """A module whose constants are told to be final: the compiled code then has them at hand, and does not look them
    up by name each time.
    """
    lines, tree = text.splitlines(keepends=True), ast.parse(text)
    once = {name for name, times in Counter(_assigned(tree)).items() if times == 1}
    for node in tree.body:
        if _constant(node) in once:
            lines[node.lineno - 1] = lines[node.lineno - 1].replace(" =", ": Final =", 1)
    first = next(node.lineno for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)) - 1
    lines[first] = f"from typing import Final; {lines[first]}"  # no line more: errors tell the lines of the file
    return "".join(lines)


def _assigned(tree: ast.Module) -> list[str]:
    """Each name that a module assigns, as often as it does; those of its functions are counted with them."""
    return [node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]


def _constant(node: ast.stmt) -> str | None:
    """The name of a constant that a statement makes; names of types are none."""
    if not isinstance(node, ast.Assign) or not isinstance(node.value, VALUES) or "TypeVar" in ast.dump(node.value):
        return None
    return node.targets[0].id if isinstance(node.targets[0], ast.Name) else None


def build() -> dict[str, str]:
    """Compile: where the libraries lie, and where a wheel has them."""
    lack = missing()
    if lack:
        raise SystemExit(f"VIGIE_COMPILED is set, but there is {lack}")
    from mypyc.build import mypycify  # only a build has these two
    from setuptools import Distribution

    shutil.rmtree(TARGET, ignore_errors=True)
    options = [*TYPES, "--cache-dir", str(TARGET / "types")]
    shutil.copytree(SOURCE, TARGET / "source")
    for name in modules():
        path = TARGET / "source" / name
        path.write_text(fixed(path.read_text(encoding="utf-8")), encoding="utf-8")
    with contextlib.chdir(TARGET / "source"):
        found = mypycify(
            [*options, *modules()], debug_level="0", multi_file=True, group_name="vigie", target_dir=str(TARGET / "c")
        )
        command = Distribution({"ext_modules": found}).get_command_obj("build_ext")
        command.build_lib, command.build_temp = str(TARGET / "lib"), str(TARGET / "objects")
        command.ensure_finalized()
        command.run()
    made = [path for path in (TARGET / "lib").rglob("*") if path.is_file()]
    return {str(path): path.relative_to(TARGET / "lib").as_posix() for path in made}


def extract(python: str, read: list[Path], output: Path) -> float:
    """`vigie extract` with an interpreter's own vigie: seconds of processor."""
    before = os.times()
    command = [python, "-P", "-c", PROGRAM, "extract", *map(str, read), "--output", str(output), "--processes", "1"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def is_compiled(python: str) -> bool:
    """Whether an interpreter's vigie is the compiled one."""
    done = subprocess.run([python, "-P", "-c", WHERE], check=True, capture_output=True, text=True)
    return not done.stdout.strip().endswith(".py")


def differing(one: Path, other: Path) -> list[str]:
    """Files of two folders that differ in more than the moment at which documents were read."""
    names = {path.name for folder in (one, other) for path in folder.iterdir()}
    return sorted(name for name in names if _content(one / name) != _content(other / name))


def _content(path: Path) -> bytes | None:
    return _MOMENT.sub(b"", path.read_bytes()) if path.exists() else None


def compare(python: str, count: int) -> str | None:
    """Read the examples and the benchmark's articles both ways; what is wrong, or nothing."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    from extract import write

    if is_compiled(sys.executable) or not is_compiled(python):
        return f"{sys.executable} must be the one that runs Python files, {python} the compiled one"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "articles").mkdir()
        write(count, folder / "articles")
        read = [ROOT / "examples", folder / "articles"]
        pure, fast = extract(sys.executable, read, folder / "pure"), extract(python, read, folder / "compiled")
        wrong = differing(folder / "pure", folder / "compiled")
    print(f"examples and {count:,} articles: {pure:.1f} s as Python, {fast:.1f} s compiled")
    return f"not the same: {', '.join(wrong)}" if wrong else None


def main() -> None:
    """Say whether a build is possible, or compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--possible", action="store_true", help="only say whether a build is possible")
    parser.add_argument("python", nargs="?", help="the interpreter of the environment that has the compiled vigie")
    parser.add_argument("--articles", type=int, default=400)
    args = parser.parse_args()
    if args.possible:
        lack = missing()
        sys.exit(f"Nothing is compiled here: there is {lack}. All works without, more slowly." if lack else None)
    sys.exit(compare(args.python, args.articles))


if __name__ == "__main__":
    main()
