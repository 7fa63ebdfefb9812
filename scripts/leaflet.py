"""Put Leaflet (npm, BSD-2) into the package, for the draft site's map: web/package-lock.json says which, to the byte.

    python scripts/leaflet.py

Run by `make leaflet` and whenever the wheel is built (hatch_build.py). Without Node, or without the registry, nothing
is put there, and the site's map is the one that the server draws. VIGIE_NO_NODE=1 asks for that.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "src" / "vigie" / "publishing" / "assets" / "leaflet"
NPM = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1", "--fetch-timeout=20000")
WANTED = ("LICENSE", "dist/leaflet.js", "dist/leaflet.css", "dist/images")
PATIENCE = 90  # seconds; a build must not hang where no registry answers


def fetch(npm: str, folder: Path) -> Path:
    """Leaflet's package, as the lock file has it, in `folder`."""
    for name in ("package.json", "package-lock.json"):
        shutil.copy(ROOT / "web" / name, folder)
    subprocess.run([npm, *NPM], cwd=folder, check=True, capture_output=True, timeout=PATIENCE)
    return folder / "node_modules" / "leaflet"


def put(package: Path) -> None:
    """Copy what a page needs, and the licence that must go with it."""
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    for name in WANTED:
        source = package / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, TARGET / source.name)


def build() -> str:
    """Put Leaflet there; what was done, in words. Never raises: a wheel without it is whole."""
    npm = shutil.which("npm")
    if npm is None or os.environ.get("VIGIE_NO_NODE") == "1":
        return "no Node: the map will be the one that the server draws"
    try:
        with tempfile.TemporaryDirectory() as folder:
            put(fetch(npm, Path(folder)))
    except (OSError, subprocess.SubprocessError) as error:
        return f"Leaflet was not fetched ({error}): the map will be the one that the server draws"
    return f"Leaflet is in {TARGET.relative_to(ROOT)}"


if __name__ == "__main__":
    print(build(), file=sys.stderr)
