"""Coverage-guided fuzzing (atheris) of the parsers that are ours: what is new for them is what is tried further.

    python scripts/fuzz.py --minutes 15     from the files of the tests, and from what earlier runs found worth keeping

Nothing but a `ReadError`, which says why a file is not read, may come out of a parser. An input that does otherwise, or
takes more than 30 seconds or 1 GB, is kept in `torture-failures/`. Inputs worth keeping are in `.fuzz/`. Atheris has
wheels for Linux only: `uv sync --group fuzz`, or `pip install atheris`.
"""

import argparse
import contextlib
import io
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parent.parent
FAILURES, KEPT = ROOT / "torture-failures", ROOT / ".fuzz"
sys.path.insert(0, str(ROOT / "tests" / "intake"))

with atheris.instrument_imports(include=["vigie.intake", "vigie.values"]):
    import makers

    from vigie.intake import agencies, boilerplate_spans, decode, difference, interval, language, same, wordings
    from vigie.intake import reading as whole
    from vigie.intake.columns import Line, ordered
    from vigie.intake.formats import HANDLERS
    from vigie.intake.problems import ReadError
    from vigie.intake.sniff import sniff
    from vigie.intake.source import Draft, Request, Source
    from vigie.intake.worker import parser
    from vigie.intake.wrapped import unwrap

HEADER = "Date;Lieu;Province;Latitude;Longitude;Type;Auteur;Source;Tués;Civils tués;Blessés;Notes\n".encode()
Target = Callable[[bytes], object]


def handled(kind: str, data: bytes) -> None:
    """A format that is read in the reader's own process."""
    source = Source(name=f"a.{kind}", opener=partial(io.BytesIO, data), size=len(data))
    with source.open() as stream:
        for found in HANDLERS[kind](source, stream):
            if isinstance(found, Draft):
                whole.document(found, "a", "0" * 64)


def apart(kind: str, data: bytes) -> None:
    """A format that is read in the helper process, here in this one."""
    for found in parser(kind)(Request(kind, data)):
        if isinstance(found, Draft):
            whole.document(found, "a", "0" * 64)


def entered(data: bytes) -> None:
    """A list of incidents with any cells below its header."""
    handled("csv", HEADER + data)


def told(data: bytes) -> None:
    """The format, from bytes and name."""
    name, _, rest = data.partition(b"\n")
    assert sniff(rest, name.decode("utf-8", "replace")) in HANDLERS


def words(data: bytes) -> None:
    """What is asked of any text."""
    text = decode(data)[0]
    spans = [edge for span in boilerplate_spans(text) for edge in span]
    assert spans == sorted(spans)
    assert language(text) in ("fr", "en", "ar", "other")
    one, two = wordings([text, text[: len(text) // 2]])
    assert same(one, one)
    same(one, two)
    agencies(text)
    unwrap(text.split("\n"))


def dates(data: bytes) -> None:
    """The dates of fields."""
    interval(data.decode("utf-8", "replace"))


def compared(data: bytes) -> None:
    """The difference of two versions: what is not removed makes up the newer."""
    old, _, new = data.decode("utf-8", "replace").partition("\x00")
    assert "".join(part.text for part in difference(old, new) if part.kind != "removed") == new


def columns(data: bytes) -> None:
    """The order of the lines of a page: each comes once."""
    fed = atheris.FuzzedDataProvider(data)
    lines: list[Line] = []
    while fed.remaining_bytes() and len(lines) < 60:
        left, bottom, wide, high = (fed.ConsumeIntInRange(0, most) for most in (600, 850, 300, 40))
        lines.append(Line(left, bottom, left + wide, bottom + high, str(len(lines))))
    assert sorted(line.words for part in ordered(lines) for line in part) == sorted(line.words for line in lines)


TARGETS: dict[str, Target] = {
    **{kind: partial(handled, kind) for kind in ("text", "jsonl", "json", "csv", "mbox")},
    **{kind: partial(apart, kind) for kind in ("markdown", "eml")},
    "sniff": told, "entered": entered, "words": words, "dates": dates, "difference": compared, "columns": columns,
}  # fmt: skip
NAMES = sorted(TARGETS)


def one(data: bytes) -> None:
    """One input: its first byte says which parser it is for."""
    if len(data) > 1:
        with contextlib.suppress(ReadError):
            TARGETS[NAMES[data[0] % len(NAMES)]](data[1:])


def seed(folder: Path) -> None:
    """The files of the tests for every parser, so that the search begins among real ones."""
    folder.mkdir(exist_ok=True)
    for number, name in enumerate(NAMES):
        for file, data in makers.real().items():
            if len(data) < 8_000:
                (folder / f"seed-{name}-{file}").write_bytes(bytes([number]) + data)


def main() -> None:
    """Fuzz for so many minutes; exit status 77 and an input in `torture-failures/` where a parser failed."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--minutes", type=float, default=15.0, help="how long")
    seconds = round(60 * asked.parse_args().minutes)
    seed(KEPT)
    FAILURES.mkdir(exist_ok=True)
    limits = [f"-max_total_time={seconds}", "-timeout=30", "-rss_limit_mb=1024", "-max_len=16384"]
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={FAILURES}/fuzz-", "-print_final_stats=1", str(KEPT)], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
