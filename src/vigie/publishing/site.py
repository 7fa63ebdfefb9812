"""Writing the draft site: plain files in French and English that open from a disk, with no server and no request."""

import datetime as dt
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Any

from ..vocabulary import Language
from . import atlas, downloads, words
from .index_data import script
from .maps import maps_of
from .material import Material
from .pages import Page, common_pages, index_rows, list_pages
from .rendering import render
from .worked import Worked, work_out

Progress = Callable[[int, int], None]
LANGUAGES: tuple[Language, ...] = ("fr", "en")
_MANIFEST = ".vigie-site"
_THREADS, _WAITING = 4, 64  # threads that write; files that may wait for them


class Writer:
    """Writes files below `folder` and remembers which, so that pages of an earlier run that are no more are removed.

    Making a file waits for the disk for longer than a page takes to draw: a few threads do it beside the drawing.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.written: set[str] = set()
        self._folders: set[Path] = set()
        self._pool = ThreadPoolExecutor(_THREADS)
        self._pending: deque[Future[int]] = deque()

    def __enter__(self) -> "Writer":
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._pool.shutdown()

    def write(self, name: str, content: str | bytes) -> None:
        """Write one file; text as UTF-8. OSError where an earlier one could not be written."""
        if name in self.written:
            return
        self.written.add(name)
        path = self.folder / name
        if path.parent not in self._folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(path.parent)
        data = content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
        self._pending.append(self._pool.submit(path.write_bytes, data))
        self._settle(_WAITING)

    def _settle(self, left: int) -> None:
        """Wait until no more than `left` files are still to be written."""
        while len(self._pending) > left:
            self._pending.popleft().result()

    def tidy(self) -> None:
        """Remove what an earlier run wrote and this one did not; nobody else's file is touched."""
        self._settle(0)
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
    worked = work_out(material, today)
    with Writer(folder) as writer:
        _write_assets(writer)
        leaflet = atlas.leaflet()
        for name, data in leaflet.items():
            writer.write(name, data)
        for name, content in downloads.FILES.items():
            writer.write(f"data/{name}", content(material, worked))
        _write_pages(writer, material, worked, progress, bool(leaflet))
        writer.tidy()
    return folder / "index.html"


def _write_pages(writer: Writer, material: Material, worked: Worked, progress: Progress | None, leaflet: bool) -> None:
    done, total = 0, len(LANGUAGES) * (len(material.incidents) + len(material.documents))
    for language in LANGUAGES:
        with words.speaking(language):
            for page in _pages(material, worked, language, writer, leaflet):
                name = page.path if language == "fr" else f"{language}/{page.path}"
                writer.write(name, _rendered(page, language, material, worked.today))
                done += page.counts
                if progress is not None and page.counts:
                    progress(done, total)


def _pages(material: Material, worked: Worked, language: Language, writer: Writer, leaflet: bool) -> Iterator[Page]:
    cards, outcomes = index_rows(material)
    drawn = maps_of(list(material.incidents.values()), {c.id for c in cards if c.topic == "violence"})
    writer.write(f"data/index.{language}.js", script(cards, material, outcomes, drawn.numbers))
    if leaflet and language == LANGUAGES[0]:
        writer.write("data/atlas.js", atlas.script(drawn, material.policy.status))
    yield from list_pages(material, cards, outcomes, drawn.maps, leaflet)
    yield from common_pages(material, cards, worked)


def _write_assets(writer: Writer) -> None:
    for name in ("site.css", "site.js", "map.js", "atlas.js"):
        writer.write(f"assets/{name}", files("vigie.publishing").joinpath(f"assets/{name}").read_bytes())


def _rendered(page: Page, language: Language, material: Material, today: dt.date) -> str:
    depth = page.path.count("/")
    root = "../" * (depth + (language != "fr"))
    other = ("en/" if language == "fr" else "") + page.path
    context: dict[str, Any] = {
        **page.context, "language": language, "base": "../" * depth, "root": root, "other": root + other,
        "section": page.section, "status": material.policy.status, "today": today, "page_title": page.title,
        "takes": downloads.OF_SECTION.get(page.section, ()),
    }  # fmt: skip
    return render(page.template, language, context)
