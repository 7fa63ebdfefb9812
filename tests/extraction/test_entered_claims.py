"""Claims of incidents that somebody entered in a list: what the cells say, and nothing that they do not say."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vigie.extraction import explain, understand
from vigie.intake import ENTERED_FIELDS
from vigie.values import Claim, Document, Event, Harm, Interval


def row(**cells: str) -> Document:
    text, fields = "", {}
    for field, words in cells.items():
        text += f"\n{field} : "
        fields[field] = (len(text), len(text) + len(words))
        text += words
    return Document(document="liste:2", id="d", text=text, sha256="", text_sha256="", origin="", fields=fields)


def claims(**cells: str) -> list[Claim]:
    return understand(row(**cells)).claims


def test_a_row_gives_its_figures_and_its_act() -> None:
    whole, part, hurt, act = claims(
        day="11/10/2016", place="Alep", type="Raid aérien", by="aviation russe", said_by="OSDH",
        killed="au moins 12", killed_children="3", injured="30-35",
    )  # fmt: skip
    assert isinstance(whole, Harm)
    assert isinstance(part, Harm)
    assert isinstance(hurt, Harm)
    assert isinstance(act, Event)
    assert (whole.outcome, whole.count, whole.low, whole.high, whole.qualifier) == ("killed", 12, 12, None, "at_least")
    assert (part.victims, part.part_of, part.relation) == ("children", whole.id, "subset")
    assert (hurt.outcome, hurt.low, hurt.high) == ("injured", 30, 35)
    assert act.type == whole.method == "Air/drone strike"
    for claim in (whole, part, hurt, act):
        assert (claim.when, claim.when_basis) == (Interval.day(dt.date(2016, 10, 11)), "stated")
        assert claim.place is not None
        assert (claim.place.name, claim.said_by) == ("Alep", ["SOHR"])
        assert isinstance(claim, Harm | Event)
        assert (claim.by, claim.by_certainty, claim.by_inferred) == (["RUS"], "stated", False)
    assert len({claim.id for claim in (whole, part, hurt, act)}) == 4


def test_the_words_of_each_value_are_its_cell() -> None:
    document = row(day="11/10/2016", place="Alep", killed="12")
    ((claim, why),) = explain(document)
    assert document.text[claim.start : claim.end] == claim.quote == "12"
    shown = {name: document.text[start:end] for name, (start, end, _) in why.items()}
    assert shown == {"when": "11/10/2016", "place": "Alep", "count": "12"}


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("RUS", ["RUS"]),
        ("armée russe", ["RUS"]),
        ("Military Forces of Russia", []),
        ("inconnu", []),
        ("armée syrienne ?", []),
        ("probablement l'armée syrienne", []),
        ("armée russe ou syrienne", []),
        ("aviation russe présumée", []),
        ("le régime", ["SYR"]),
        ("OTAN", ["NATO"]),
        ("des hommes", []),
        ("armée russe; armée turque", ["RUS", "TUR"]),
        ("armée russe; inconnu", []),
        ("non revendiqué", []),
    ],
)
def test_nobody_is_blamed_whom_the_cell_does_not_name(cell: str, expected: list[str]) -> None:
    (claim,) = claims(day="11/10/2016", place="Alep", by=cell, killed="12")
    assert isinstance(claim, Harm)
    assert claim.by == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Frappe aérienne", "Air/drone strike"),
        ("air_strike", "Air/drone strike"),
        ("Air/drone strike", "Air/drone strike"),
        ("TIRS D'ARTILLERIE", "Shelling/artillery/missile attack"),
        ("Attentat-suicide", "Suicide bomb"),
        ("affrontement armé", "Armed clash"),
        ("autre chose", None),
    ],
)
def test_an_act_is_known_by_its_names(cell: str, expected: str | None) -> None:
    found = claims(day="11/10/2016", place="Alep", type=cell)
    assert [one.type for one in found if isinstance(one, Event)] == ([expected] if expected else [])


def test_coordinates_place_a_row_and_a_name_near_them_names_it() -> None:
    (known,) = claims(place="Saraqeb", lat="35,87", lon="36,81", killed="1")
    (unknown,) = claims(place="Ferme de l'Oncle", lat="35.87", lon="36.81", killed="1")
    (far,) = claims(place="Alep", lat="33.5", lon="36.3", killed="1")
    (bad,) = claims(place="Ferme de l'Oncle", lat="135", lon="36.81", killed="1")
    assert known.place
    assert unknown.place
    assert far.place
    assert (known.place.lat, known.place.admin1) == (35.87, "Idleb")
    assert (unknown.place.name, unknown.place.km, unknown.place.level) == ("Ferme de l'Oncle", 4, "site")
    assert (far.place.lat, far.place.id) == (33.5, "at:33.5000,36.3000")
    assert bad.place is None


def test_nothing_is_claimed_of_nobody_or_of_what_is_not_said() -> None:
    assert claims(day="11/10/2016", place="Alep", killed="0", notes="Douze morts dans un raid.") == []
    (claim,) = claims(place="Nullepart-sur-Rien", killed="3")
    assert (claim.place, claim.when, claim.when_basis) == (None, None, None)


def test_the_day_of_an_incident_is_no_day_of_publication() -> None:
    reading = understand(row(day="11/10/2016", place="Alep", killed="12"))
    assert (reading.document.published, reading.document.published_basis) == (None, None)


WORDS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["11/10/2016", "Alep", "RUS", "12-15", "au moins 3", "raid aérien", "35.2", "1e400", "nan", "-0", "²"]
    ),
)
CELLS = st.dictionaries(st.sampled_from(ENTERED_FIELDS), WORDS, max_size=12)


@given(CELLS)
@settings(deadline=None, max_examples=200)
def test_whatever_stands_in_cells_makes_claims_or_none(cells: dict[str, str]) -> None:
    document = row(**cells)
    for claim in claims(**cells):
        assert document.text[claim.start : claim.end] == claim.quote
        assert claim.place is None or (abs(claim.place.lat) <= 90 and abs(claim.place.lon) <= 180)
        if isinstance(claim, Harm):
            assert claim.count is not None
            assert claim.count > 0 or claim.low != claim.high
