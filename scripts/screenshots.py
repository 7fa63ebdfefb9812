"""Pictures of the draft site for the README and the docs, from the bundled examples: docs/images/*.png.

    python scripts/screenshots.py [FOLDER OF EXAMPLES]

Needs Debian's chromium and the `playwright` package (a development dependency). Every picture shows the banner that
says that it is a machine's draft.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from vigie.cli import main as vigie
from vigie.record import open_record

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
DESK, PHONE = (1280, 860), (390, 844)


def run(examples: Path, folder: Path) -> None:
    """`vigie run` on the examples."""
    sys.argv = ["vigie", "run", str(examples), "--output", str(folder)]
    try:
        vigie()
    except SystemExit as end:
        if end.code:
            raise


def showpieces(folder: Path) -> tuple[str, str]:
    """The pages of the incident that most outlets contradict each other about, and of the document with most claims."""
    with open_record(folder / "vigie.db", write=False) as record:
        best = max(
            record.incidents(),
            key=lambda i: (i.when is not None, sum(c.between == "claimants" for c in i.contradictions), i.claims),
        )
        counts = [claim.document for claim in record.claims()]
        return f"incidents/{best.incident}.html", f"documents/{max(sorted(set(counts)), key=counts.count)}.html"


def shoot(browser: Browser, site: Path, page: str, name: str, size: tuple[int, int], scheme: str) -> None:
    """One picture."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, reduced_motion="reduce"
    )  # type: ignore[arg-type]
    tab = context.new_page()
    tab.goto((site / page).as_uri())
    tab.wait_for_load_state("load")
    tab.wait_for_timeout(300)  # the map is drawn
    tab.screenshot(path=IMAGES / f"{name}.png")
    context.close()


def main() -> None:
    """Run the examples and take every picture."""
    examples = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "examples"
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        run(examples, folder)
        incident, document = showpieces(folder)
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            take(browser, folder / "site", incident, document)
            browser.close()


def take(browser: Browser, site: Path, incident: str, document: str) -> None:
    """Every picture."""
    for page, name, size, scheme in (
        ("index.html", "incidents", DESK, "light"),
        ("en/index.html", "incidents-en", DESK, "light"),
        ("index.html", "incidents-dark", DESK, "dark"),
        ("index.html", "incidents-phone", PHONE, "light"),
        (incident, "incident", DESK, "light"),
        (incident, "incident-phone", PHONE, "dark"),
        (document, "document", DESK, "light"),
        ("tallies.html", "totals", DESK, "light"),
        ("control.html", "control", DESK, "light"),
        ("en/diplomacy.html", "diplomacy-en", DESK, "light"),
    ):
        shoot(browser, site, page, name, size, scheme)


if __name__ == "__main__":
    main()
