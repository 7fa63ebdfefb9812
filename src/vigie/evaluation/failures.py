"""Known failures: sentences written for the purpose that the program reads wrongly, run again for every page."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from vigie.values import Claim, Document

from .gold import KINDS, Values
from .judge import right
from .sentences import lone_document

# Shown of a claim, in this order, where it has them; the rest would hide what is wrong.
SHOWN = (
    "outcome", "type", "change", "act", "actor", "count", "low", "high", "qualifier", "unit", "victims", "side", "by",
    "by_certainty", "target", "loser", "said_by", "method", "weapon", "struck", "extent", "share", "scope", "realis",
    "certainty",
)  # fmt: skip
UNREMARKABLE = {"qualifier": "exactly", "unit": "persons", "realis": "occurred", "certainty": "stated"}


@dataclass(frozen=True, slots=True)
class KnownFailure:
    """A sentence, what a reader takes from it (a kind with some of its fields; None: nothing), and why it fails."""

    id: str
    sentence: str
    kind: str | None
    expected: Mapping[str, Any]
    why_en: str
    why_fr: str


@dataclass(frozen=True, slots=True)
class FailureRun:
    """What the program makes of a known failure today, claim by claim; `mended`: it reads the sentence right now."""

    failure: KnownFailure
    got: tuple[str, ...]
    mended: bool


def _failure(row: Mapping[str, Any]) -> KnownFailure:
    expected = dict(row.get("expected", {}))
    kind = expected.pop("kind", None)
    if kind is not None and kind not in KINDS:
        raise ValueError(f"{row['id']}: no kind {kind!r}")
    return KnownFailure(row["id"], row["sentence"], kind, expected, row["why_en"], row["why_fr"])


def read_failures(path: Path) -> list[KnownFailure]:
    """The known failures of a TOML file (`[[failure]]`); ValueError for a file that is none."""
    try:
        return [_failure(row) for row in tomllib.loads(path.read_text(encoding="utf-8")).get("failure", ())]
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise ValueError(f"{path}: {error!r}") from error


def shown(values: Values) -> str:
    """A claim in one line: its kind and the fields that say something."""
    given = ((name, values.get(name)) for name in SHOWN)
    said = [(name, value) for name, value in given if value not in (None, [], "") and UNREMARKABLE.get(name) != value]
    parts = (f"{name} {', '.join(value) if isinstance(value, list) else value}" for name, value in said)
    return f"{values['kind']}: {'; '.join(parts)}"


def expected_line(failure: KnownFailure) -> str | None:
    """What was expected, in the same form; None where no claim was."""
    return shown({"kind": failure.kind, **failure.expected}) if failure.kind else None


def _answers(failure: KnownFailure, values: Values) -> bool:
    fields = failure.expected
    return values["kind"] == failure.kind and all(right(name, fields, values) is not False for name in fields)


def run_failures(failures: Sequence[KnownFailure], extract: Callable[[Document], Sequence[Claim]]) -> list[FailureRun]:
    """Run the program on each sentence. One that is mended belongs into the tests and out of the list."""
    runs = []
    for failure in failures:
        claims = [msgspec.to_builtins(claim) for claim in extract(lone_document(failure.sentence, failure.id))]
        mended = any(_answers(failure, one) for one in claims) if failure.kind else not claims
        runs.append(FailureRun(failure, tuple(shown(one) for one in claims), mended))
    return runs
