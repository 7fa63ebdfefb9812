"""«De présumés rebelles ont attaqué»: «de» is the article of a plural before an adjective, and they are the subject."""

import pytest
from events_told import events


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Mardi, de présumés jihadistes ont attaqué un poste à Gao.", ["MLI-JIH"]),
        ("Dans la soirée de mardi, de présumés combattants des talibans ont attaqué un poste à Kaboul.", ["TALIBAN"]),
        ("Selon l'armée, de présumés rebelles ont tué deux civils mardi à Beni.", ["COD-REB"]),
        ("De supposés combattants de Boko Haram ont tué six civils mardi à Bosso.", ["BOKO-HARAM"]),
    ],
)
def test_supposed_attackers_are_the_subject_behind_a_day(text: str, by: list[str]) -> None:
    (event,) = events(text)
    assert (event.by, event.by_certainty) == (by, "hedged")


@pytest.mark.parametrize(
    "text",
    [
        "Un bombardement près de présumés rebelles a tué dix civils mardi à Beni.",
        "La capture, près de présumés rebelles, de deux soldats a été annoncée mardi à Beni.",
    ],
)
def test_whom_a_preposition_governs_did_nothing(text: str) -> None:
    assert all(event.by == [] for event in events(text))
