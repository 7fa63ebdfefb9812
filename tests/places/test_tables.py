"""The tables are sound, the built gazetteer is made from them, and it is ready at once."""

import time

from vigie.places.gazetteer import BUILT, Gazetteer, gazetteer
from vigie.places.lint import lint
from vigie.places.tables import fingerprint


def test_tables_are_sound() -> None:
    assert lint() == []


def test_the_gazetteer_is_built_from_these_tables() -> None:
    assert gazetteer().made_from == fingerprint(), "run scripts/build_gazetteer.py"


def test_ready_at_once() -> None:
    def seconds() -> float:
        start = time.perf_counter()
        assert Gazetteer(BUILT).get("alep")
        return time.perf_counter() - start

    assert min(seconds() for _ in range(5)) < 0.02
