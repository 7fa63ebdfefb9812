"""How one name resolves, and why: for `vigie gazetteer search`."""

from vigie.values import Place

from .fold import fold, skeleton
from .gazetteer import Entry, gazetteer
from .resolve import Story, score

MOST = 20


def search(name: str) -> list[tuple[Place, str]]:
    """The places of that name without any context, the likeliest first, each with the reason it was found for."""
    table, key = gazetteer(), fold(name)
    exact = {entry.id: (entry, f"name «{key}»") for entry in table.get(key)}
    article = {e.id: (e, f"name «{other}»") for other in _with_article(key) for e in table.get(other)}
    sound = {e.id: (e, f"sound «{skeleton(key)}»") for e in table.get("~" + skeleton(key))} if key else {}
    story, found = Story(), {**sound, **article, **exact}
    ranked = sorted(found.values(), key=lambda pair: (pair[0].id not in exact, -score(pair[0], story), pair[0].id))
    return [(entry.place(), f"{how}; {_known(entry)}") for entry, how in ranked[:MOST] if not entry.blocked]


def _with_article(key: str) -> tuple[str, ...]:
    return (key.removeprefix("al "),) if key.startswith("al ") else (f"al {key}",)


def _known(entry: Entry) -> str:
    """What speaks for the entry: by hand, size, capital."""
    parts = ["by hand" if entry.curated else "GeoNames" if entry.id.startswith("gn:") else "added"]
    parts += [f"{entry.population} inhabitants"] if entry.population else []
    parts += ["capital"] if entry.capital else []
    return ", ".join(parts)
