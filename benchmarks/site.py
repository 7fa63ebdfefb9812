"""How long the list, the map and the time line of many incidents take to open in Debian's chromium, from the disk.

    python benchmarks/site.py [--incidents 10000]

Needs chromium (apt-get install chromium). «Opened» is when rows and map are drawn; a filter is timed from the key to
the drawn list, map and time line.
"""

import argparse
import datetime as dt
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from vigie import values as v
from vigie.publishing import Values, write_site

CHROMIUM, ROUNDS, PLACES = "/usr/bin/chromium", 5, 1500
ACTORS, SOURCES = ("SYR", "RUS", "SYR-REB", None), ("SOHR", "SANA", "WHITE-HELMETS")
TYPES = ("Air/drone strike", "Armed clash", "Shelling/artillery/missile attack")


def places(chance: random.Random) -> list[v.Place]:
    """Towns scattered over a country, districts and provinces among them."""
    return [
        v.Place(name=f"Lieu {n}", id=f"x:{n}", lat=chance.uniform(32.5, 37.2), lon=chance.uniform(35.8, 42.2),
                km=chance.choice((8, 8, 8, 25, 70)), level="town", country="SYR", admin1=f"Province {n % 14}")
        for n in range(PLACES)
    ]  # fmt: skip


def world(count: int) -> Values:
    """So many incidents of one claim each, over five years."""
    chance = random.Random(1)
    towns, text = places(chance), "Douze civils ont été tués dans un raid."
    name = v.document_id("a", text)
    document = v.Document(document="a.txt", id=name, text=text, outlet="Agence", sha256="", text_sha256="", origin="a")
    pairs = [_pair(number, document, chance.choice(towns), chance) for number in range(count)]
    return Values([document], [claim for claim, _ in pairs], [incident for _, incident in pairs])


def _pair(number: int, document: v.Document, place: v.Place, chance: random.Random) -> tuple[v.Claim, v.Incident]:
    when = v.Interval.day(dt.date(2013, 1, 1) + dt.timedelta(days=chance.randrange(1800)))
    actor, source = chance.choice(ACTORS), chance.choice(SOURCES)
    claim = v.Harm(
        id=f"c{number}", document=document.id, quote="Douze civils ont été tués", start=0, end=25, when=when,
        place=place,
        said_by=[source], by=[actor] if actor else [], outcome="killed", victims="civilians", count=12, low=12, high=12,
    )  # fmt: skip
    fate = v.Range(outcome="killed", victims="people", low=12, high=12, open=False, rule="claimants", explanation="",
                   explanation_fr="", claims=[claim.id])  # fmt: skip
    return claim, v.Incident(incident=f"i{number}", kind="event", claims=[claim.id], when=when, place=place,
                             type=chance.choice(TYPES), ranges=[fate], actors=claim.by)  # fmt: skip


def opened(page: Page, address: str) -> float:
    """Seconds until the first page is drawn."""
    page.goto("about:blank")
    start = time.perf_counter()
    page.goto(address)
    page.wait_for_selector("#rows > .row:nth-child(50)")
    page.wait_for_selector("#atlas .pin, a.spot")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    return time.perf_counter() - start


def filtered(page: Page, text: str) -> float:
    """Seconds from a filter to what it draws."""
    script = """(text) => { const field = document.querySelector("#filters [name=text]"), start = performance.now();
        field.value = text; field.dispatchEvent(new Event("input", { bubbles: true }));
        document.body.getBoundingClientRect(); return performance.now() - start; }"""
    return float(page.evaluate(script, text)) / 1000


def measure(first: Path) -> Iterator[tuple[str, float]]:
    """What is measured, and the median of a few rounds."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1280, "height": 860})
        yield "opened", statistics.median(opened(page, first.as_uri()) for _ in range(ROUNDS))
        yield "filtered", statistics.median(filtered(page, text) for text in ("lieu 1", "lieu 12", "sana", "", "rien"))
        browser.close()


def main() -> None:
    """Write the site, open it, print the seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--incidents", type=int, default=10_000)
    count = parser.parse_args().incidents
    with tempfile.TemporaryDirectory() as folder:
        first = write_site(world(count), folder)
        for what, seconds in measure(first):
            print(f"{count:,} incidents: {what} in {seconds:.2f} s")


if __name__ == "__main__":
    main()
