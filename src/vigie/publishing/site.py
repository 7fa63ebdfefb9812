"""Writing the draft site: plain files in French and English that open from a disk, with no server and no request."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from ..vocabulary import Language
from . import downloads, words
from .index_data import script
from .maps import maps_of
from .material import Material
from .pages import Page, common_pages, index_rows, list_pages
from .rendering import render
from .worked import Worked, work_out

Progress = Callable[[int, int], None]
LANGUAGES: tuple[Language, ...] = ("fr", "en")
_MANIFEST = ".vigie-site"


@dataclass(slots=True)
class Writer:
    """Writes files below `folder` and remembers which, so that pages of an earlier run that are no more are removed."""

    folder: Path
    written: set[str] = field(default_factory=set)

    def write(self, name: str, content: str | bytes) -> None:
        """Write one file; text as UTF-8."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
        if name not in self.written:
            path.write_bytes(data)
        self.written.add(name)

    def tidy(self) -> None:
        """Remove what an earlier run wrote and this one did not; nobody else's file is touched."""
        manifest = self.folder / _MANIFEST
        before = set(manifest.read_text(encoding="utf-8").splitlines()) if manifest.exists() else set()
        root = self.folder.resolve()
        for name in before - self.written:
            path = (root / name).resolve()
            if path.is_relative_to(root):
                path.unlink(missing_ok=True)
        manifest.write_text("".join(f"{name}\n" for name in sorted(self.written)), encoding="utf-8", newline="\n")


def write(material: Material, folder: Path, progress: Progress | None, today: dt.date) -> Path:
    """Write the whole site; `progress(done, of)` is called as pages are written. Returns the first page."""
    writer, done = Writer(folder), 0
    total = len(LANGUAGES) * (len(material.incidents) + len(material.documents))
    _write_assets(writer)
    worked = work_out(material, today)
    for name, content in downloads.FILES.items():
        writer.write(f"data/{name}", content(material, worked))
    for language in LANGUAGES:
        with words.speaking(language):
            for page in _pages(material, worked, language, writer):
                writer.write(
                    ("" if language == "fr" else f"{language}/") + page.path, _rendered(page, language, material, today)
                )
                done += page.counts
                if progress is not None and page.counts:
                    progress(done, total)
    writer.tidy()
    return folder / "index.html"


def _pages(material: Material, worked: Worked, language: Language, writer: Writer) -> Iterator[Page]:
    cards, outcomes = index_rows(material)
    maps, spots = maps_of(list(material.incidents.values()), {c.id for c in cards if c.topic == "violence"})
    writer.write(f"data/index.{language}.js", script(cards, material, outcomes, spots))
    yield from list_pages(material, cards, outcomes, maps)
    yield from common_pages(material, cards, worked)


def _write_assets(writer: Writer) -> None:
    for name in ("site.css", "site.js", "map.js"):
        writer.write(f"assets/{name}", files("vigie.publishing").joinpath(f"assets/{name}").read_bytes())


def _rendered(page: Page, language: Language, material: Material, today: dt.date) -> str:
    depth = page.path.count("/")
    root = "../" * (depth + (language != "fr"))
    other = ("en/" if language == "fr" else "") + page.path
    context: dict[str, Any] = {
        **page.context, "language": language, "base": "../" * depth, "root": root, "other": root + other,
        "section": page.section, "status": material.policy.status, "today": today, "page_title": page.title,
    }  # fmt: skip
    return render(page.template, language, context)
