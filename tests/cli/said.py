"""Commands as a person gives them, in a process of their own, and what they answer; dispatches to give them."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

ENVIRONMENT = {"VIGIE_LANG": "en", "COLUMNS": "200", "TERM": "dumb", "NO_COLOR": "1", "PYTHONUNBUFFERED": "1"}
WORDS = (
    *("farine", "couvertures", "citerne", "panneau", "lumière", "olives", "route", "marché", "école", "cahier"),
    *("sentier", "verger", "colline", "pluie", "moisson", "tracteur", "fenêtre", "cour", "atelier", "tisserand"),
    *("barque", "rivière", "pont", "four", "boulanger", "registre", "lampe", "jardin", "figuier", "clocher"),
)
TOWNS = ("Tell Ramla", "Alep", "Palmyre", "Idleb", "Deraa", "Raqa", "Homs")


def start(*words: object, **options: object) -> "subprocess.Popen[str]":
    """Start `vigie words…`; its standard output and errors are one stream."""
    command = [sys.executable, "-c", "from vigie.cli import main; main()", *map(str, words)]
    told: dict[str, object] = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "stdin": subprocess.DEVNULL}
    env = {**os.environ, **ENVIRONMENT}
    return subprocess.Popen(command, text=True, encoding="utf-8", env=env, **{**told, **options})  # type: ignore[call-overload, no-any-return]


def vigie(*words: object, given: str | None = None, seconds: float = 300, **options: object) -> tuple[int, str]:
    """Run `vigie words…` to its end, which has to come within some seconds: exit status and output."""
    fed = {"stdin": subprocess.PIPE} if given is not None else {}
    process = start(*words, **fed, **options)
    output, _ = process.communicate(given, timeout=seconds)
    assert "Traceback" not in output, output
    return process.returncode, output


def dispatch(number: int) -> str:
    """A short dispatch; every seventh is a copy of an earlier one, and no other is: they end in words of their own."""
    n = number - number % 7 if number % 7 == 6 else number
    dead, day = 3 + n % 17, 1 + n % 28
    words = " ".join(random.Random(n).choices(WORDS, k=40))
    return (
        f"Au moins {dead} civils ont été tués le {day} mars 2016 dans un raid aérien sur {TOWNS[n % 7]}, selon "
        f"l'Observatoire syrien des droits de l'Homme. Dépêche {n} du bureau régional.\n\n"
        f"Un autre bombardement avait fait {2 + n % 5} blessés la veille dans le village voisin de Tell Ramla {n}.\n\n"
        f"Carnet du bureau : {words}."
    )


def dispatches(path: Path, count: int) -> Path:
    """A file of `count` dispatches of five outlets as JSON lines, with a broken line after each hundred."""
    with path.open("w", encoding="utf-8") as out:
        for number in range(count):
            day = f"2016-03-{1 + number % 28:02}"
            row = {"id": f"d{number}", "text": dispatch(number), "date": day, "outlet": f"Journal {number % 5}"}
            out.write(json.dumps(row, ensure_ascii=False) + "\n" + ("{cassée\n" if number % 100 == 99 else ""))
    return path
