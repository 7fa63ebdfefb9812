"""The browser of the tests of the site: Debian's chromium, started once a file."""

import os
from pathlib import Path

import pytest

from vigie.publishing import atlas

CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="module")
def browser():
    if not CHROMIUM.exists() or os.environ.get("VIGIE_NO_BROWSER") == "1":
        pytest.skip("no chromium: apt-get install chromium")
    sync = pytest.importorskip("playwright.sync_api")
    with sync.sync_playwright() as play:
        opened = play.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def drawn_by_server():
    """A package that was built without Node."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(atlas, "leaflet", dict)
        yield


@pytest.fixture(scope="module")
def drawn_by_leaflet():
    if not atlas.leaflet():
        pytest.skip("built without Node: make leaflet")
