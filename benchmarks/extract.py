"""How many articles a second are read, and in how much memory: the extraction itself, and `vigie extract` as a command.

    python benchmarks/extract.py            1,000 articles four ways, 10,000 two ways with two processes
    python benchmarks/extract.py --full     10,000 four ways too, and 100,000: is memory flat?

Articles of 3,000 characters are shuffled together from the paragraphs of ../shared/corpus, of the own examples where
that is absent, into a temporary folder. Every way runs in a process of its own. The table goes into docs/benchmarks.md;
with the interpreter of .venv-compiled (`make compiled`) it is another one there.
"""

import argparse
import datetime as dt
import json
import os
import platform
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from vigie.extraction import rules, understand_many
from vigie.values import Document, Interval, document_id

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus" / "dispatches_fr.jsonl"
PAGE = ROOT / "docs" / "benchmarks.md"
MARKS = ("<!-- table: benchmarks/extract.py -->", "<!-- end of table -->")
COMPILED_MARK = "<!-- table: benchmarks/extract.py, compiled -->"
SIZE = 3_000
A_FILE = 1_000
"""Articles in one JSONL file."""
Article = tuple[str, str]


class Way(NamedTuple):
    """What is measured: «extraction» or «command», how many articles, how many processes."""

    what: str
    articles: int
    processes: int


DEFAULT = [Way(what, 1_000, n) for what in ("extraction", "command") for n in (1, 2)]
DEFAULT += [Way("extraction", 10_000, 2), Way("command", 10_000, 2)]
WAYS = [("extraction", 1), ("command", 1)]
FULL = [*(Way(what, 10_000, n) for what, n in WAYS), Way("command", 100_000, 2)]


def paragraphs() -> list[str]:
    """The paragraphs that articles are made of."""
    if CORPUS.is_file():
        lines = CORPUS.read_text(encoding="utf-8").splitlines()
        texts = [json.loads(line)["text"] for line in lines]
    else:
        good = (p for p in sorted((ROOT / "examples").rglob("*.txt")) if p.parent.name not in ("bad", "international"))
        texts = [path.read_text(encoding="utf-8", errors="replace") for path in good]  # some are Latin-1
    return [one for text in texts for one in text.split("\n") if len(one) > 60]


def articles(count: int) -> Iterator[Article]:
    """(day, text) of made-up articles, always the same ones."""
    chance, pool, first = random.Random(20_16), paragraphs(), dt.date(2012, 1, 1)
    for number in range(count):
        text = ""
        while len(text) < SIZE:
            text += chance.choice(pool) + "\n"
        yield (first + dt.timedelta(number % 4_000)).isoformat(), text[:SIZE]


def document(number: int, article: Article) -> Document:
    """An article as the intake would hand it on."""
    day, text = article
    name = f"article-{number}"
    return Document(
        document=name, id=document_id(name, text), text=text, sha256="", text_sha256="", origin="benchmark",
        published=Interval.day(dt.date.fromisoformat(day)), published_basis="metadata", language="fr",
    )  # fmt: skip


def write(count: int, folder: Path) -> None:
    """The articles as JSON lines, a thousand to a file."""
    rows = [json.dumps({"date": day, "text": text}, ensure_ascii=False) for day, text in articles(count)]
    for first in range(0, count, A_FILE):
        lines = "\n".join(rows[first : first + A_FILE])
        (folder / f"{first:07}.jsonl").write_text(lines + "\n", encoding="utf-8")


def _descendants(root: int) -> list[int]:
    """Processes of this one, itself first, by /proc; only itself where the system has none."""
    parents: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            pid, rest = stat.read_text(encoding="utf-8", errors="replace").split(" ", 1)
        except OSError:
            continue  # gone meanwhile
        parents.setdefault(int(rest.rpartition(")")[2].split()[1]), []).append(int(pid))
    found = [root]
    for pid in found:
        found += parents.get(pid, [])
    return found


def _resident(pid: int) -> float:
    """Megabytes that a process holds now."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS")), 0.0)


class Watch(threading.Thread):
    """Peak memory in MB, of the largest process below this one (itself counted where it works) and of all together."""

    def __init__(self, with_self: bool) -> None:
        super().__init__(daemon=True)
        self.done, self.process, self.pool, self._own = threading.Event(), 0.0, 0.0, with_self

    def run(self) -> None:
        """Look four times a second."""
        while not self.done.wait(0.25):
            sizes = [_resident(pid) for pid in _descendants(os.getpid())[0 if self._own else 1 :]]
            self.process, self.pool = max([self.process, *sizes]), max(self.pool, sum(sizes))


def read_in_process(way: Way) -> int:
    """The extraction alone: documents in, claims counted."""
    made = (document(number, article) for number, article in enumerate(articles(way.articles)))
    return sum(len(reading.claims) for reading in understand_many(made, way.processes))


def read_by_command(way: Way, folder: Path) -> int:
    """`vigie extract` on files, as a user runs it."""
    program = [sys.executable, "-c", "from vigie.cli import main; main()", "extract"]
    command = [*program, str(folder / "in"), "--output", str(folder / "out"), "--processes", str(way.processes)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with (folder / "out" / "claims.jsonl").open(encoding="utf-8") as claims:
        return sum(1 for _ in claims)


def processor() -> float:
    """Seconds of processor of this process and those that it has waited for (only its own on Windows)."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def measure(way: Way) -> dict[str, float]:
    """One way, in this process; making the articles counts with the extraction alone (a hundredth of its time)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if way.what == "command":
            (folder / "in").mkdir()
            write(way.articles, folder / "in")
        watch, begun, used = Watch(way.what == "extraction"), time.perf_counter(), processor()
        watch.start()
        claims = read_in_process(way) if way.what == "extraction" else read_by_command(way, folder)
        seconds, cpu = time.perf_counter() - begun, processor() - used
        watch.done.set()
    return {"seconds": seconds, "cpu": cpu, "claims": claims, "process_mb": watch.process, "pool_mb": watch.pool}


def in_its_own(way: Way) -> dict[str, float]:
    """Measure a way in a fresh process, so that peaks do not mix."""
    command = [sys.executable, __file__, "--one", json.dumps(way)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    answer: dict[str, float] = json.loads(done.stdout)
    return answer


COLUMNS = ("articles", "processes", "articles a second", "ms of processor each", "peak MB a process", "peak MB in all")
HEAD = f"| what | {' | '.join(COLUMNS)} |\n|---|{'--:|' * len(COLUMNS)}"


def line(way: Way, found: dict[str, float]) -> str:
    """A row of the table."""
    name = "`vigie extract`" if way.what == "command" else "extraction (dated, claims)"
    a_second, each = way.articles / found["seconds"], found["cpu"] / way.articles * 1000
    memory = " | ".join(f"{found[k]:,.0f}" if found[k] else "not told" for k in ("process_mb", "pool_mb"))
    return f"| {name} | {way.articles:,} | {way.processes} | {a_second:,.0f} | {each:.1f} | {memory} |"


def machine() -> str:
    """The size of the machine, and how busy it was: figures of a shared one say little without it."""
    load = f", load {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    texts = "../shared/corpus" if CORPUS.is_file() else "the own examples"
    cores = f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}, Python {platform.python_version()}"
    return f"{dt.date.today()}, {cores}{load}; articles of {SIZE:,} characters from {texts}."


def keep(table: str, begin: str = MARKS[0]) -> None:
    """Put a table between its marks; the rest of the page is written by hand."""
    before, rest = PAGE.read_text(encoding="utf-8").split(begin)
    after = rest.split(MARKS[1], 1)[1]
    PAGE.write_text(f"{before}{begin}\n{table}\n{MARKS[1]}{after}", encoding="utf-8", newline="\n")


def main() -> None:
    """Measure every way, print the table and keep it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--full", action="store_true", help="10,000 articles every way, and 100,000")
    parser.add_argument("--dry", action="store_true", help="print the table without keeping it")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        print(json.dumps(measure(Way(*json.loads(args.one)))))
        return
    table = [machine(), "", HEAD]
    print("\n".join(table))
    for way in [*DEFAULT, *(FULL if args.full else [])]:
        table.append(line(way, in_its_own(way)))
        print(table[-1], flush=True)
    if not args.dry:
        keep("\n".join(table), MARKS[0] if rules.__file__.endswith(".py") else COMPILED_MARK)


if __name__ == "__main__":
    main()
