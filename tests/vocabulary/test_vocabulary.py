"""The vocabulary as its users meet it: ids, labels in both languages, who speaks for whom."""

import datetime as dt
import typing
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from vigie import vocabulary
from vigie.values import claim
from vigie.vocabulary import Term, document, label

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("listed", "values"),
    [
        (vocabulary.certainty, claim.Certainty),
        (vocabulary.realis, claim.Realis),
        (vocabulary.qualifiers, claim.Qualifier),
        (vocabulary.scopes, claim.Scope),
        (vocabulary.units, claim.Unit),
        (vocabulary.act_units, claim.ActUnit),
        (vocabulary.relations, claim.Relation),
        (vocabulary.changes, claim.Change),
        (vocabulary.extents, claim.Extent),
    ],
)
def test_the_closed_lists_are_those_of_the_claim(listed: Callable[[], Mapping[str, Term]], values: object) -> None:
    assert set(listed()) == set(typing.get_args(values))


def test_the_guide_has_25_sub_events_14_acts_and_20_weapons() -> None:
    assert (len(vocabulary.sub_events()), len(vocabulary.acts()), len(vocabulary.weapons())) == (25, 14, 20)
    assert (len(vocabulary.outcomes()), len(vocabulary.victims()), len(vocabulary.struck())) == (11, 11, 16)


@pytest.mark.parametrize(
    ("sub_event", "flags"),
    [
        ("Armed clash", (True, True, False)),
        ("Excessive force against protesters", (True, False, True)),
        ("Mob violence", (True, False, False)),
        ("Peaceful protest", (False, False, True)),
        ("Arrests", (False, False, False)),
    ],
)
def test_sub_events_roll_up_as_at_acled(sub_event: str, flags: tuple[bool, bool, bool]) -> None:
    one = vocabulary.sub_events()[sub_event]
    assert (one.political_violence, one.organized_political_violence, one.demonstration) == flags


@pytest.mark.parametrize(
    ("table", "value", "english", "french"),
    [
        ("actors", "SYR", "Syria", "Syrie"),
        ("actors", "SYR-REB", "rebels (Syria)", "rebelles (Syrie)"),
        ("actors", "MLI-UNK", "unknown gunmen (Mali)", "hommes armés non identifiés (Mali)"),
        ("actors", "PSE", "Palestinians, no group named", "Palestiniens, sans groupe nommé"),
        ("actors", "civilians", "civilians", "civils"),
        ("actors", "A-NEW-GROUP", "A-NEW-GROUP", "A-NEW-GROUP"),
        ("sources", "SOHR", "Syrian Observatory for Human Rights", "Observatoire syrien des droits de l'homme"),
        ("sources", "RUS-MEDIA", "state media (Russia)", "médias d'État (Russie)"),
        ("sources", "RUS", "Russia", "Russie"),
        ("outcomes", "killed", "killed", "tués"),
        ("sub_events", "Armed clash", "armed clash", "affrontement armé"),
        ("countries", "CIV", "Ivory Coast", "Côte d'Ivoire"),
        ("camps", "SYR-REGIME", "side of the Assad government", "camp du gouvernement Assad"),
    ],
)
def test_labels(table: str, value: str, english: str, french: str) -> None:
    assert (label(table, value, "en"), label(table, value, "fr")) == (english, french)


def test_an_unknown_value_of_a_closed_list_has_no_label() -> None:
    with pytest.raises(KeyError):
        label("outcomes", "vaporised", "fr")


@pytest.mark.parametrize(
    ("value", "known"),
    [
        ("IS", True), ("FRA", True), ("BFA-JIH", True), ("SSD-REB", True), ("XYZ", False), ("XYZ-REB", False),
        ("SYR-ABC", False), ("REB", False), ("", False), ("SYR-", False), ("civilians", False), ("AFP", False),
    ],
)  # fmt: skip
def test_is_actor(value: str, known: bool) -> None:
    assert vocabulary.is_actor(value) is known


@pytest.mark.parametrize(
    ("given", "carried"),
    [
        ("ISKP", "IS"),
        ("BARKHANE", "FRA"),
        ("AMISOM", "AU"),
        ("VDP", "VDP"),
        ("JNIM", "JNIM"),
        ("NEW-GROUP", "NEW-GROUP"),
    ],
)
def test_forces_and_branches_are_coded_as_their_parent(given: str, carried: str) -> None:
    assert vocabulary.coded_as(given) == carried


@pytest.mark.parametrize(
    ("speaker", "kind"),
    [
        ("SYR", "army"), ("VDP", "army"), ("JAYSH-AL-FATAH", "armed_group"), ("IS", "armed_group"),
        ("UN", "international"),
        ("MLI-MEDIA", "state_media"), ("SOHR", "ngo"), ("AMAQ", "armed_group"), ("WITNESS", "witness"),
    ],
)  # fmt: skip
def test_what_kind_of_source_somebody_is(speaker: str, kind: str) -> None:
    assert vocabulary.source(speaker).kind == kind


@pytest.mark.parametrize(
    ("source", "countries", "stake"),
    [
        ("SANA", {"SYR"}, "party"), ("SYR", {"SYR"}, "party"), ("SYR-MEDIA", {"SYR"}, "party"),
        ("IS", {"SYR"}, "party"),
        ("TASS", {"SYR"}, "ally"), ("RUS-MEDIA", {"SYR"}, "ally"), ("HEZBOLLAH", {"SYR"}, "ally"),
        ("TASS", {"UKR"}, "party"), ("TASS", {"MMR"}, "third"), ("AFP", {"MLI"}, "third"), ("FRA", {"MLI"}, "ally"),
        ("SOHR", {"SYR"}, "third"), ("WITNESS", {"SYR"}, "third"), ("UN", {"SYR"}, "third"),
        ("NOBODY", {"SYR"}, "third"),
        ("SYR-REB", {"SYR"}, "party"), ("HAMAS", {"PSE"}, "party"), ("SANA", set(), "third"),
    ],
)  # fmt: skip
def test_stake(source: str, countries: set[str], stake: str) -> None:
    assert vocabulary.stake_of(source, countries) == stake


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("SANA", "SOHR", True), ("SYR", "SYR-REB", True), ("HOUTHIS", "SAU-COALITION", True), ("UKR", "RUS", True),
        ("YEM", "STC", True), ("STC", "HOUTHIS", True),
        ("SANA", "TASS", False), ("AFP", "SOHR", False), ("SYR", "MLI", False), ("NOBODY", "SYR", False),
    ],
)  # fmt: skip
def test_opposed(one: str, other: str, apart: bool) -> None:
    assert vocabulary.opposed(one, other) is apart
    assert vocabulary.opposed(other, one) is apart


@pytest.mark.parametrize(
    ("state", "day", "name"),
    [
        ("SYR", "2016-10-11", "government of Bashar al-Assad"),
        ("SYR", "2025-03-01", "transitional authorities (Ahmed al-Sharaa)"),
        ("MLI", "2019-06-10", "government of Ibrahim Boubacar Keïta"),
        ("AFG", "2021-08-15", "Islamic Republic (Karzai, Ghani)"),
    ],
)
def test_which_government_that_was(state: str, day: str, name: str) -> None:
    found = vocabulary.government(state, dt.date.fromisoformat(day))
    assert found is not None
    assert found.name_en == name


def test_a_state_without_listed_governments_has_none() -> None:
    assert vocabulary.government("NOR", dt.date(2020, 1, 1)) is None


def test_the_register_is_wide() -> None:
    groups = [one for one in vocabulary.actors().values() if one.kind != "state"]
    assert len(vocabulary.countries()) >= 195
    assert len(groups) >= 250
    assert {vocabulary.source(one).kind for one in vocabulary.sources()} >= {"agency", "ngo", "state_media", "medical"}


def test_the_page_is_up_to_date() -> None:
    assert (ROOT / "docs" / "vocabulary.md").read_text(encoding="utf-8") == document.markdown(), (
        "run: python -m vigie.vocabulary.document > docs/vocabulary.md"
    )
