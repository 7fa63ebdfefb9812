"""Long runs that are too long for every day: fuzzers, killed processes, and mangled files for as long as one likes.

    python scripts/torture.py                 # tests marked `torture`, long fuzzers, ten minutes of mangled files
    python scripts/torture.py --minutes 60    # an hour of these

A file that is read wrongly (an exception, more than 30 seconds, more than 1 GB) is kept in `torture-failures/`.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "intake"))

import makers  # noqa: E402 the makers of real files stand among the tests

from vigie.intake import read  # noqa: E402

SECONDS, MEGABYTES = 30, 1024
LARGEST = 4 * 1024 * 1024
RUNS = (
    ("tests marked torture", ["-m", "torture", "tests"], {}),
    ("fuzzers of the intake", ["tests/intake/test_fuzz.py"], {"VIGIE_FUZZ": "1500"}),
    ("killed records", ["tests/record", "-k", "killed"], {"VIGIE_KILLS": "50"}),
)
PIECES = (
    b"\x00" * 9, b"\xff\xfe", b"\xed\xa0\x80", b"<" * 99, b"&#x110000;", b"<!ENTITY a 'a'>", b'{"text":', b'"' * 5,
    b"\r", b"\xe2\x80\xae", b"From \n", b"=?utf-7?Q?+?=", b"--\n", b"\x1f\x8b", b"PK\x03\x04", b"WARC/1.0\r\n",
    b"9" * 20,
)  # fmt: skip


def mangled(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """A file after one to eight accidents: bytes changed, cut, doubled, put in, or grafted from another file."""
    body = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at, end = sorted(chance.randrange(len(body) + 1) for _ in range(2))
        other = chance.choice(others)
        start = chance.randrange(len(other))
        accidents = (
            (at, at + 1, chance.randbytes(1)),
            (at, end, b""),
            (at, at, bytes(body[at:end]) * chance.choice((1, 2, 20))),
            (at, at, chance.choice(PIECES)),
            (at, end, other[start : start + 4000]),
        )
        first, last, new = chance.choice(accidents)
        body[first:last] = new
        del body[LARGEST:]
    return bytes(body)


def inputs(minutes: float, seed: str) -> Iterator[tuple[str, bytes]]:
    """Mangled files of every format until the time is over."""
    chance, real, end = random.Random(seed), makers.real(), time.monotonic() + 60 * minutes
    names, others = sorted(real), list(real.values())
    while time.monotonic() < end:
        name = chance.choice(names)
        yield chance.choice((name, name, chance.choice(names))), mangled(real[name], others, chance)


def memory() -> float:
    """The most memory that this process and its helpers ever had, in MB; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0.0
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def fault(path: Path) -> str | None:
    """What is wrong with how a file is read; one that takes long is read again, for the machine may have been busy."""
    before, took = memory(), 0.0
    for _ in range(3):
        began = time.monotonic()
        try:
            for _ in read([path]):
                pass
        except Exception as error:  # whatever it is, it is what is looked for
            return f"{type(error).__name__}: {error}"
        if (took := time.monotonic() - began) <= SECONDS:
            break
    if took > SECONDS:
        return f"{took:.0f} seconds"
    return f"{memory():.0f} MB" if memory() > max(MEGABYTES, before) else None


def fuzz(minutes: float, seed: str) -> int:
    """Read mangled files; how many were read wrongly."""
    met: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for name, data in inputs(minutes, seed):
            path = Path(folder) / name
            path.write_bytes(data)
            met["read"] += 1
            if wrong := fault(path):
                met["wrongly"] += 1
                kept = ROOT / "torture-failures" / f"{seed}-{met['read']}-{name}"
                kept.parent.mkdir(exist_ok=True)
                kept.write_bytes(data)
                print(f"  {kept}: {wrong}", flush=True)
    print(f"mangled files: {met['read']} read, {met['wrongly']} wrongly, {memory():.0f} MB at most (seed {seed})")
    return met["wrongly"]


def tests() -> int:
    """The long tests; how many runs failed."""
    failed = 0
    for name, words, env in RUNS:
        print(f"{name} …", flush=True)
        command = [sys.executable, "-m", "pytest", "-q", *words]
        failed += subprocess.run(command, cwd=ROOT, env={**os.environ, **env}, check=False).returncode != 0
    return failed


def main() -> None:
    """Run all of it; exit status 1 where anything failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10.0, help="how long mangled files are read")
    parser.add_argument("--seed", default=f"{random.SystemRandom().randrange(10**9)}", help="of the accidents")
    parser.add_argument("--only-files", action="store_true", help="the mangled files alone")
    options = parser.parse_args()
    failed = 0 if options.only_files else tests()
    failed += fuzz(options.minutes, options.seed)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
