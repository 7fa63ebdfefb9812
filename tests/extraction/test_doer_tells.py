"""«L'armée a tué six jihadistes, a-t-elle annoncé»: who did it tells it; «l'ONG X» is that one and no body of states."""

import pytest
from events_told import claims

from vigie.values import Harm

BEFORE = "Neuf civils ont été tués lundi à Gao, au Mali, a indiqué une source médicale. "


@pytest.mark.parametrize(
    "text",
    [
        "L'armée malienne a tué six jihadistes, a-t-elle annoncé.",
        "Dans la région de Mopti, l'armée a tué six jihadistes, a-t-elle affirmé.",
        "Le gouvernement malien a fait tuer six jihadistes, a-t-il assuré.",
    ],
)
def test_who_did_it_tells_it(text: str) -> None:
    last = [c for c in claims(BEFORE + text) if isinstance(c, Harm)][-1]
    assert (last.low, last.said_by) == (6, ["MLI"])


@pytest.mark.parametrize(
    "text",
    [
        "L'armée malienne a tué six jihadistes, a-t-elle ajouté.",
        '"L\'armée malienne a tué six jihadistes", a-t-elle affirmé.',
        "L'armée malienne a tué six jihadistes, a-t-il affirmé.",
        "Six jihadistes ont été tués par l'armée malienne, a-t-elle poursuivi.",
    ],
)
def test_else_who_spoke_before(text: str) -> None:
    last = [c for c in claims(BEFORE + text) if isinstance(c, Harm)][-1]
    assert (last.low, last.said_by) == (6, ["MEDICAL"])


@pytest.mark.parametrize(
    ("source", "said_by"),
    [
        ("l'ONG Acled", ["NGO"]),
        ("l'organisation Human Rights Watch", ["NGO"]),
        ("l'ONG", ["NGO"]),
        ("l'organisation", ["UN"]),
    ],
)
def test_an_ngo_is_not_the_un(source: str, said_by: list[str]) -> None:
    text = (
        f"L'ONU a dénombré dix morts lundi à Gao, au Mali. Le conflit a fait 3.000 morts depuis 2012, selon {source}."
    )
    last = [c for c in claims(text) if isinstance(c, Harm)][-1]
    assert last.said_by == said_by
