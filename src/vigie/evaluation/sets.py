"""The coded sets that quality is measured on: those that travel with the project, and the shared ones where present."""

import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vigie.values import Claim, Document, Incident

from .floors import Measurement, figures
from .gold import counts, fingerprint, read_gold
from .groups import score_groups
from .report import GroupReport, Report
from .scoring import score_gold


@dataclass(frozen=True, slots=True)
class CodedSet:
    """A gold file, the texts that it codes (files or folders) and the file of its floors.

    `sealed`: only its figures may be looked at, never its texts; no command lists its misses. `linked`: its gold says
    which entries tell of one event, so that incidents can be scored too.
    """

    name: str
    gold: Path
    texts: tuple[Path, ...]
    floors: Path
    sealed: bool
    linked: bool
    about_en: str
    about_fr: str


@dataclass(frozen=True, slots=True)
class Section:
    """One set on the quality page: its name, what it is in both languages, what was measured, and the scores."""

    name: str
    about_en: str
    about_fr: str
    measurement: Measurement
    report: Report
    groups: GroupReport | None = None


def _coded_set(row: Mapping[str, Any], base: Path, folder: Path) -> CodedSet:
    return CodedSet(
        name=row["name"],
        gold=(folder if row.get("coded_here") else base) / row["gold"],
        texts=tuple(base / text for text in row["texts"]),
        floors=folder / row["floors"],
        sealed=bool(row.get("sealed")),
        linked=bool(row.get("linked")),
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
        elif elsewhere is not None:
            one = _coded_set(row, elsewhere / row["base"], folder)
            lent = one.texts if row.get("coded_here") else (one.gold,)
            found += [one] if all(path.exists() for path in lent) else []
    return found


def measure(
    one: CodedSet,
    documents: Collection[Document],
    claims: Collection[Claim],
    incidents: Iterable[Incident] | None = None,
) -> Section:
    """Score a set, its incidents too where they are given and its gold is coded for them."""
    gold = read_gold(one.gold)
    report = score_gold(gold, documents, claims)
    groups = score_groups(gold, documents, claims, incidents) if one.linked and incidents is not None else None
    measurement = Measurement(
        fingerprint=fingerprint((one.gold, *one.texts)), counts=counts(gold), figures=figures(report, groups)
    )
    return Section(one.name, one.about_en, one.about_fr, measurement, report, groups)
