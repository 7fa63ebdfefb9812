#!/usr/bin/env python3
"""How fast places are found: time until ready, memory, milliseconds of CPU for 3,000 characters.

    python benchmarks/places.py [TEXTS.jsonl]

Reads `text` of each line (default: the shared corpus where it is present, else the examples of the project).
"""

import json
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared/corpus/dispatches_fr.jsonl"
ARTICLE, ROUNDS, MEGA = 3_000, 3, 1e6


def texts(path: Path | None) -> list[str]:
    """The texts to read."""
    source = path or CORPUS
    if source.exists():
        lines = source.read_text(encoding="utf-8").splitlines()
        return [str(json.loads(line)["text"]) for line in lines if line.strip()]
    return [p.read_text(encoding="utf-8", errors="replace") for p in sorted((ROOT / "examples").rglob("*.txt"))]


def resident() -> float:
    """Memory of this process in MB, where the system tells (Linux), else 0."""
    status = Path("/proc/self/statm")
    return int(status.read_text().split()[1]) * 4096 / MEGA if status.exists() else 0.0


def main() -> None:
    """Print the three figures."""
    import vigie.values  # noqa: F401  what every room loads is not counted

    before, start = resident(), time.perf_counter()
    from vigie.places import find_places

    loaded = time.perf_counter()
    find_places("Un raid a visé Alep, en Syrie.")
    ready = time.perf_counter()
    every = texts(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    best = float("inf")
    for _ in range(ROUNDS):
        began = time.process_time()
        for text in every:
            find_places(text)
        best = min(best, time.process_time() - began)
    characters = sum(map(len, every))
    print(f"modules loaded in {1e3 * (loaded - start):.1f} ms, gazetteer ready {1e3 * (ready - loaded):.1f} ms later")
    print(f"memory: {resident() - before:.1f} MB more than before")
    print(
        f"{len(every)} texts, {characters} characters: {1e3 * best * ARTICLE / max(1, characters):.2f} ms for {ARTICLE}"
    )


if __name__ == "__main__":
    main()
