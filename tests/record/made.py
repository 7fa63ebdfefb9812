"""Documents, claims and incidents made by hand for the tests of the record; also run as the program that is killed."""

import datetime as dt
import sys
from collections import defaultdict
from pathlib import Path

from vigie import values as v
from vigie.record import open_record

TOWNS = [("Ourba", 36.2, 37.1), ("Tell Sama", 35.1, 36.7), ("Daraya-Nord", 33.4, 36.2)]


def document(number: int, outlet: str | None = "Agence du Levant") -> v.Document:
    text = f"Au moins {number} civils ont été tués mardi, selon l'Observatoire. Dépêche {number}."
    key = f"depeche-{number}.txt"
    return v.Document(
        document=key, id=v.document_id(key, text), text=text, outlet=outlet, sha256=v.sha256(text.encode()),
        text_sha256=v.sha256(text.encode()), origin=v.digest((text,)),
        published=v.Interval.day(dt.date(2016, 3, 1 + number % 28)),
    )  # fmt: skip


def claims(doc: v.Document, number: int) -> list[v.Claim]:
    name, lat, lon = TOWNS[number % 3]
    place = v.Place(name=name, id=name.lower(), lat=lat, lon=lon, km=8, level="town")
    when = v.Interval.day(dt.date(2016, 3, 1 + number % 28))
    harm = v.Harm(
        id=v.claim_id(doc.id, "harm", ("killed", number)), document=doc.id, quote=doc.text[:20], start=0, end=20,
        when=when, place=place, said_by=["SOHR"], outcome="killed", victims="civilians", count=number, low=number,
    )  # fmt: skip
    event = v.Event(
        id=v.claim_id(doc.id, "events", ("strike",)), document=doc.id, quote=doc.text[:20], start=0, end=20,
        when=when, place=place, by=["SYR"], type="Air/drone strike",
    )  # fmt: skip
    return [harm, event]


def incident(key: str, members: list[v.Claim]) -> v.Incident:
    figures = [
        v.Figure(claim=c.id, document=c.document, outcome=c.outcome, victims=c.victims, low=c.low)
        for c in members if isinstance(c, v.Harm)
    ]  # fmt: skip
    first = members[0]
    return v.Incident(
        incident=key, kind="event", claims=sorted(c.id for c in members), when=first.when, place=first.place,
        figures=sorted(figures, key=lambda figure: figure.claim),
    )  # fmt: skip


def group(members: list[v.Claim]) -> list[v.Incident]:
    """A linker for tests: same place and day; its keys come from the content, and order does not matter."""
    groups: defaultdict[tuple[str, dt.date], list[v.Claim]] = defaultdict(list)
    for claim in sorted(members, key=lambda c: c.id):
        assert claim.place
        assert claim.when
        groups[claim.place.id, claim.when.start].append(claim)
    return [incident(v.digest(c.id for c in group), group) for group in groups.values()]


def run(path: Path, total: int, size: int = 10) -> None:
    """What `vigie run` does with the record: what is not there yet is added by batches, then linked, by batches."""
    with open_record(path) as record, record.run("test"):
        known = record.known_document_ids()
        todo = [(n, document(n)) for n in range(total) if document(n).id not in known]
        for at in range(0, len(todo), size):
            portion = todo[at : at + size]
            with record.batch():
                record.add_readings((doc, claims(doc, number)) for number, doc in portion)
                record.add_problems(
                    [v.Problem(file=f"{doc.document}.bin", place="", reason="vide") for _, doc in portion]
                )
            print("batch", flush=True)
            if at % (6 * size) == 0:
                record.link_new()
                print("linked", flush=True)
        record.link_new()


if __name__ == "__main__":
    run(Path(sys.argv[1]), int(sys.argv[2]))
