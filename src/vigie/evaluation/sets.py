"""The coded sets that quality is measured on: those that travel with the project, and the shared ones where present."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vigie.values import Claim, Document

from .floors import Measurement, figures
from .gold import counts, fingerprint, read_gold
from .report import Report
from .scoring import score_gold


@dataclass(frozen=True, slots=True)
class CodedSet:
    """A gold file, the texts that it codes (files or folders) and the file of its floors.

    `sealed`: only its figures may be looked at, never its texts; no command lists its misses.
    """

    name: str
    gold: Path
    texts: tuple[Path, ...]
    floors: Path
    sealed: bool
    about_en: str
    about_fr: str


def _coded_set(row: Mapping[str, Any], base: Path, folder: Path) -> CodedSet:
    return CodedSet(
        name=row["name"],
        gold=base / row["gold"],
        texts=tuple(base / text for text in row["texts"]),
        floors=folder / row["floors"],
        sealed=bool(row.get("sealed")),
        about_en=row["about_en"],
        about_fr=row["about_fr"],
    )


def coded_sets(folder: Path, elsewhere: Path | None = None) -> list[CodedSet]:
    """The sets listed in `folder`/sets.toml. Those with a `base` lie under it in `elsewhere` and are left out where it
    is not there; ValueError for a set that should travel with the project and does not."""
    found = []
    for row in tomllib.loads((folder / "sets.toml").read_text(encoding="utf-8")).get("set", ()):
        if "base" not in row:
            one = _coded_set(row, folder, folder)
            missing = [str(path) for path in (one.gold, *one.texts) if not path.exists()]
            if missing:
                raise ValueError(f"{one.name}: not there: {', '.join(missing)}")
            found.append(one)
        elif elsewhere is not None and (elsewhere / row["base"] / row["gold"]).exists():
            found.append(_coded_set(row, elsewhere / row["base"], folder))
    return found


def measure(one: CodedSet, documents: Iterable[Document], claims: Iterable[Claim]) -> tuple[Report, Measurement]:
    """Score a set, and say what was measured in the form that the gate takes."""
    gold = read_gold(one.gold)
    report = score_gold(gold, documents, claims)
    pinned = Measurement(fingerprint=fingerprint((one.gold, *one.texts)), counts=counts(gold), figures=figures(report))
    return report, pinned
