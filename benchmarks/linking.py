"""How fast, how large and how right linking is on generated claims whose incidents are known.

    python benchmarks/linking.py [SIZE ...]        default 10000 100000; each size runs in a process of its own

Prints for each size: seconds on the clock and of the processor, peak memory, B-cubed F1 against the truth, wrong
pairs; and the exponent of growth.
The generator makes a war of constant density: more claims are more days, not more incidents a day.
"""

import argparse
import datetime as dt
import json
import math
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping

from vigie.linking import link_all
from vigie.values import Claim, Document, Event, Harm, Incident, Interval, Place

START = dt.date(2012, 1, 1)
PER_DAY = 40
"""Incidents a day, over all places."""
TYPES = (
    ("Air/drone strike", ("RUS", "SYR")),
    ("Shelling/artillery/missile attack", ("SYR", "SYR-REB")),
    ("Armed clash", ("SYR", "SYR-REB", "IS")),
    ("Remote explosive/landmine/IED", ("IS",)),
)
SOURCES = (["SOHR"], ["SANA"], ["MEDICAL"], ["WHITE-HELMETS"], [])
WORDS = ["hier", "les", "raids", "ont", "fait", "selon", "une", "source", "locale", "dans", "la", "ville"]


def towns(random_: random.Random) -> list[tuple[Place, Place]]:
    """Two hundred invented towns with their provinces, over some 400 km."""
    found = []
    for number in range(200):
        province = number % 14
        middle = (33.0 + 0.3 * province, 36.0 + 0.9 * (province % 5))
        wide = Place(
            name=f"Province {province}",
            id=f"p{province}",
            lat=middle[0],
            lon=middle[1],
            km=70,
            level="province",
            country="SYR",
        )
        lat, lon = middle[0] + random_.uniform(-0.5, 0.5), middle[1] + random_.uniform(-0.5, 0.5)
        found.append(
            (Place(name=f"Ville {number}", id=f"t{number}", lat=lat, lon=lon, km=8, level="town", country="SYR"), wide)
        )
    return found


class World:
    """Claims and documents as they come, with the truth."""

    def __init__(self, size: int, seed: int = 7):
        self.random = random.Random(seed)
        self.towns = towns(self.random)
        self.claims: list[Claim] = []
        self.documents: list[Document] = []
        self.truth: dict[str, int] = {}
        number = 0
        while len(self.claims) < size:
            self._incident(number)
            number += 1

    def _incident(self, number: int) -> None:
        day = START + dt.timedelta(days=number // PER_DAY)
        kind, authors = self.random.choice(TYPES)
        by = self.random.choice(authors)
        dead = 1 + int(self.random.paretovariate(1.2))
        place, wide = self.random.choice(self.towns)
        for outlet in range(1 + min(6, int(self.random.expovariate(0.7)))):
            self._tell(number, outlet, day, kind, by, dead, place, wide)

    def _tell(
        self, number: int, outlet: int, day: dt.date, kind: str, by: str, dead: int, place: Place, wide: Place
    ) -> None:
        r = self.random
        name = f"d{number}-{outlet}"
        told = day + dt.timedelta(days=r.choice((0, 0, 1, 1, 2)))
        self.documents.append(
            Document(
                document=name, id=name, text="", outlet=f"outlet {r.randrange(30)}", published=Interval.day(told),
                sha256="", text_sha256="", origin=name,
            )
        )  # fmt: skip
        where = None if r.random() < 0.04 else wide if r.random() < 0.06 else place
        when = Interval.day(day) if r.random() < 0.85 else Interval(start=told - dt.timedelta(days=1), end=told)
        if r.random() < 0.03:
            when = None
        said = r.choice(SOURCES)
        blamed = [by] if r.random() < 0.6 else []
        figure = dead if r.random() < 0.7 else max(1, round(dead * r.uniform(0.7, 1.4)))
        base = {"document": name, "when": when, "place": where, "said_by": said, "by": blamed}
        quote = " ".join(r.sample(WORDS, 5))
        self._add(number, Event(id=f"{name}/e", quote=quote, start=0, end=30, type=kind, **base))
        harm = {"method": kind if r.random() < 0.6 else None, "quote": quote, **base}
        victims = "civilians" if number % 3 else "people"
        self._add(
            number, Harm(id=f"{name}/k", start=60, end=90, outcome="killed", count=figure, victims=victims, **harm)
        )
        if r.random() < 0.4:
            self._add(number, Harm(id=f"{name}/i", start=120, end=150, outcome="injured", count=2 * figure, **harm))

    def _add(self, number: int, claim: Claim) -> None:
        self.claims.append(claim)
        self.truth[claim.id] = number


def b_cubed(incidents: list[Incident], truth: Mapping[str, int]) -> tuple[float, float, float]:
    """(precision, recall, F1) over claims."""
    sizes = Counter(truth.values())
    precision = recall = 0.0
    for incident in incidents:
        shared = Counter(truth[claim] for claim in incident.claims)
        precision += sum(n * n for n in shared.values()) / len(incident.claims)
        recall += sum(n * n / sizes[event] for event, n in shared.items())
    p, r = precision / len(truth), recall / len(truth)
    return p, r, 2 * p * r / (p + r)


def peak_mb() -> float:
    """Peak memory of this process in MB; 0 where the system does not tell (Windows)."""
    try:
        import resource
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(size: int) -> dict[str, float]:
    """Generate, link, score one size."""
    world = World(size)
    before = peak_mb()
    begun, used = time.perf_counter(), time.process_time()
    incidents = link_all(world.claims, world.documents)
    seconds, cpu = time.perf_counter() - begun, time.process_time() - used
    precision, recall, f1 = b_cubed(incidents, world.truth)
    return {
        "claims": len(world.claims), "incidents": len(incidents), "true": len(set(world.truth.values())),
        "seconds": seconds, "cpu": cpu, "before_mb": before, "peak_mb": peak_mb(),
        "precision": precision, "recall": recall, "f1": f1,
    }  # fmt: skip


def runs(sizes: list[int]) -> Iterator[dict[str, float]]:
    """Each size in a process of its own, so that peaks do not mix."""
    for size in sizes:
        command = [sys.executable, __file__, "--one", str(size)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        yield json.loads(done.stdout)


def main() -> None:
    """Print a line for each size, then the growth."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000])
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        print(json.dumps(measure(args.one)))
        return
    rows = []
    for row in runs(args.sizes):
        rows.append(row)
        print(
            f"{row['claims']:>9,.0f} claims  {row['incidents']:>8,.0f} incidents ({row['true']:,.0f} true)"
            f"  {row['seconds']:7.1f} s ({row['cpu']:.1f} s of one core)"
            f"  {row['peak_mb']:6,.0f} MB ({row['before_mb']:,.0f} before)"
            f"  B-cubed P {row['precision']:.3f} R {row['recall']:.3f} F1 {row['f1']:.3f}",
            flush=True,
        )
    if len(rows) > 1:
        first, last = rows[0], rows[-1]
        print(f"growth n^{math.log(last['cpu'] / first['cpu']) / math.log(last['claims'] / first['claims']):.2f}")


if __name__ == "__main__":
    main()
