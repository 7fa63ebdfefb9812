"""Copies: how long a hundred thousand documents take to be held against each other, and in how much memory.

    python benchmarks/copies.py             1,000, 20,000 and 100,000 documents; the table goes into docs/benchmarks.md
    python benchmarks/copies.py --dry 5000  a row of so many, printed and not kept

Documents have 3,000 characters, made up of the words of the own examples. Of ten, six are originals; of the others one
is letter for letter, one has another headline, one a revised toll, one is cut to its first half. Half of the originals
end on one of twenty backgrounds that they share. What is found is counted against what was made.
"""

import argparse
import json
import random
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from extract import PAGE, ROOT, Watch, keep, machine

from vigie.intake import Copies
from vigie.values import Document, document_id

MARK = "<!-- table: benchmarks/copies.py -->"
SIZE = 3_000
COUNTS = (1_000, 20_000, 100_000)
HEAD = "| documents | seconds | ms each | peak MB | originals | of those made |\n|--:|--:|--:|--:|--:|--:|"


@cache
def words() -> list[str]:
    """The words of the examples, as often as they stand there."""
    paths = sorted((ROOT / "examples").rglob("*.txt"))
    return " ".join(path.read_text(encoding="utf-8", errors="replace") for path in paths).split()


def sentences(chance: random.Random, size: int) -> list[str]:
    """Sentences of eight to thirty words, together of about a size."""
    made: list[str] = []
    while sum(map(len, made)) < size:
        made.append(" ".join(chance.choices(words(), k=chance.randint(8, 30))).rstrip(".") + ".")
    return made


def texts(count: int) -> Iterator[tuple[int, str]]:
    """(number of the original, text) of made-up documents, always the same ones."""
    chance, recent = random.Random(20_16), deque[tuple[int, list[str]]](maxlen=2_000)
    backgrounds = [sentences(chance, 300) for _ in range(20)]
    for number in range(count):
        kind = number % 10
        if kind < 6:
            made = sentences(chance, SIZE - 300) + (chance.choice(backgrounds) if number % 2 else [])
            recent.append((number, made))
            yield number, " ".join(made)
            continue
        original, made = chance.choice(recent)
        yield original, " ".join(copied(kind, made, chance))


def copied(kind: int, made: list[str], chance: random.Random) -> list[str]:
    """A text as another outlet prints it."""
    if kind == 7:
        return [" ".join(chance.choices(words(), k=9)) + ".", *made]
    if kind == 8:
        return [made[0].replace(" ", f" {chance.randint(2, 90)} ", 1), *made[1:]]
    return made[: len(made) // 2] if kind == 9 else made


def document(number: int, text: str) -> Document:
    """A document as the intake would hand it on."""
    name = f"copy-{number}"
    return Document(document=name, id=document_id(name, text), text=text, sha256="", text_sha256="", origin="")


def measure(count: int) -> dict[str, float]:
    """Compare so many documents, in this process; making them does not count."""
    copies, spent, begun = Copies(), 0.0, 0.0
    watch, made, groups = Watch(with_self=True), set[int](), 0
    watch.start()
    for number, (original, text) in enumerate(texts(count)):
        made.add(original)
        one, begun = document(number, text), time.perf_counter()
        copies.add(one)
        spent += time.perf_counter() - begun
    begun = time.perf_counter()
    groups = len(set(copies.origin_of_each()))
    spent += time.perf_counter() - begun
    watch.done.set()
    return {"seconds": spent, "mb": watch.process, "originals": groups, "made": len(made)}


def line(count: int, found: dict[str, float]) -> str:
    """A row of the table."""
    seconds, each = found["seconds"], found["seconds"] / count * 1000
    return (
        f"| {count:,} | {seconds:.1f} | {each:.2f} | {found['mb']:,.0f} | {found['originals']:,} | {found['made']:,} |"
    )


def in_its_own(count: int) -> dict[str, float]:
    """Measure in a fresh process, so that peaks do not mix."""
    done = subprocess.run(
        [sys.executable, __file__, "--one", str(count)], check=True, stdout=subprocess.PIPE, text=True
    )
    answer: dict[str, float] = json.loads(done.stdout)
    return answer


def main() -> None:
    """Measure, print the table and keep it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", nargs="*", type=int, default=COUNTS, help="how many documents")
    parser.add_argument("--dry", action="store_true", help="print the table without keeping it")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        print(json.dumps(measure(args.one)))
        return
    table = [machine().partition("; articles")[0] + ".", "", HEAD]
    print("\n".join(table))
    for count in args.counts:
        table.append(line(count, in_its_own(count)))
        print(table[-1], flush=True)
    if not args.dry:
        keep("\n".join(table), MARK)
        print(f"written to {Path(PAGE).relative_to(ROOT)}")


if __name__ == "__main__":
    main()
