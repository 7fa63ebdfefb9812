"""The pair scorer, its weights, its words."""

import pytest
from linking_made import CLASH, SHELLING, STRIKE, control, event, harm

from vigie.linking import compare, explain
from vigie.linking.facets import facet, standing
from vigie.linking.geometry import Disc, kilometres, place_level
from vigie.linking.scorer import ground, rest, score, weights
from vigie.linking.tables import table

DAY = "2016-10-11"


def levels(a, b):
    return score(facet(a), facet(b)).levels


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        ("Alep", "Alep", "same"),
        ("Alep", "Hanano", "within_town"),
        ("Alep", "Province d'Alep", "within_region"),
        ("Province d'Alep", "Province d'Alep", "same_region"),
        ("Alep", "Syrie", "within_country"),
        ("Alep", "Palmyre", "apart"),
        ("Hanano", "Bab al-Nayrab", "near"),
        ("Binnich", None, "unknown"),
    ],
)
def test_place_levels(one, two, level):
    assert levels(event("a", one, DAY), event("b", two, DAY))["place"] == level
    assert levels(event("b", two, DAY), event("a", one, DAY))["place"] == level


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        (DAY, DAY, "same_day"),
        ("2016-10-10/2016-10-11", DAY, "same_day"),
        (DAY, "2016-10-12", "next_day"),
        (DAY, "2016-10-13", "apart"),
        (DAY, "2016-10-09/2016-10-15", "overlap"),
        (DAY, "2016-10-01/2016-10-31", "vague"),
        ("2016-10-01/2016-10-31", "2016-10-01/2016-10-31", "same_span"),
        (DAY, None, "unknown"),
    ],
)
def test_day_levels(one, two, level):
    assert compare.day(facet(event("a", "Alep", one)), facet(event("b", "Alep", two))) == level


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        (event("a", "Alep", DAY), event("b", "Alep", DAY), "same"),
        (event("a", "Alep", DAY), harm("b", "Alep", DAY, 3), "fits"),
        (event("a", "Alep", DAY), harm("b", "Alep", DAY, 3, method=STRIKE), "same"),
        (event("a", "Alep", DAY, CLASH, by=["IS"]), event("b", "Alep", DAY, "Suicide bomb", by=["IS"]), "complex"),
        (event("a", "Alep", DAY, CLASH, by=["IS"]), event("b", "Alep", DAY, "Suicide bomb"), "loose"),
        (
            event("a", "Alep", DAY, CLASH, by=["IS"]),
            event("b", "Alep", DAY, STRIKE, by=["RUS"], target="IS"),
            "complex",
        ),
        (event("a", "Alep", DAY), event("b", "Alep", DAY, "Arrests"), "differs"),
        (event("a", "Alep", DAY, SHELLING), harm("b", "Alep", DAY, 3, outcome="detained"), "differs"),
        (control("a", "Alep", DAY, "captured", "IS"), event("b", "Alep", DAY, CLASH, by=["IS"]), "complex"),
        (control("a", "Alep", DAY, "captured", "IS"), control("b", "Hanano", DAY, "captured", "IS"), "differs"),
    ],
)
def test_type_levels(one, two, level):
    assert levels(one, two)["type"] == level


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        (["RUS"], ["RUS"], "same"),
        (["RUS"], ["RUS", "SYR"], "compatible"),
        (["SYR-JIH"], ["IS"], "compatible"),
        (["SYR-REB"], ["JAYSH-AL-FATAH"], "compatible"),
        (["SYR-KUR"], ["YPG"], "compatible"),
        (["YPG"], ["SDF"], "compatible"),
        (["MLI-UNK"], ["JNIM"], "compatible"),
        (["SYR-REB"], ["SYR"], "differ"),
        (["IS"], ["RUS"], "differ"),
        (["RUS"], [], "unknown"),
    ],
)
def test_actor_levels(one, two, level):
    assert levels(event("a", "Alep", DAY, by=one), event("b", "Alep", DAY, by=two))["actors"] == level


def test_a_clash_told_from_both_ends_has_no_rival_authors():
    one = event("a", "Alep", DAY, CLASH, by=["SYR"], target="SYR-REB")
    two = event("b", "Alep", DAY, CLASH, by=["SYR-REB"], target="SYR")
    assert levels(one, two)["actors"] == "opposed"
    assert levels(one, two)["target"] == "unknown"


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        ({"count": 25}, {"count": 25}, "equal"),
        ({"count": 2}, {"count": 2}, "equal_small"),
        ({"count": 20, "qualifier": "at_least"}, {"count": 25}, "compatible"),
        ({"count": None, "low": 20}, {"count": 41}, "compatible"),
        ({"count": 25}, {"count": 28}, "revised"),
        ({"count": 5}, {"count": 28}, "contradictory"),
        ({"count": 4, "victims": "children"}, {"count": 25}, "none"),
        ({"count": 40, "victims": "children"}, {"count": 25}, "contradictory"),
        ({"count": 4, "outcome": "injured"}, {"count": 25}, "none"),
        ({"count": 4, "victims": "armed", "side": "IS"}, {"count": 9, "victims": "armed", "side": "SYR"}, "none"),
    ],
)
def test_figure_levels(one, two, level):
    assert levels(harm("a", "Alep", DAY, **one), harm("b", "Alep", DAY, **two))["figure"] == level


def test_document_levels():
    whole = harm("a", "Alep", DAY, 25)
    part = harm("a", "Alep", DAY, 4, victims="children", part_of=whole.id, n=9)
    again = harm("a", "Alep", DAY, 7, n=30)
    other_place = event("a", "Hanano", DAY, n=3)
    assert levels(whole, part)["document"] == "part"
    assert levels(whole, again)["document"] == "twice"
    assert levels(whole, other_place)["document"] == "elsewhere"
    assert levels(whole, event("a", "Alep", DAY, n=2))["document"] == "beside"
    assert levels(whole, event("a", "Alep", DAY, n=30))["document"] == "same"
    assert levels(whole, harm("b", "Alep", DAY, 25))["document"] == "other"


@pytest.mark.parametrize(
    ("claim", "cls"),
    [
        (harm("a", "Alep", DAY, 3), "event"),
        (harm("a", "Syrie", DAY, 141, scope="several"), "summary"),
        (harm("a", "Syrie", "2011-03-15/2016-10-11", 300000, scope="war"), "summary"),
        (harm("a", "Alep", "2016-09-22/2016-10-11", 200), "summary"),
        (harm("a", "Alep", "2016-09-01/2016-09-30", 3), "event"),
        (harm("a", "Alep", None, 250000, outcome="besieged"), "state"),
        (event("a", "Alep", "2016-09-12/2016-10-11"), "summary"),
        (event("a", "Alep", "2016-10-01/2016-10-10"), "event"),
        (control("a", "Alep", DAY, "holds", "SYR"), "state"),
        (control("a", "Alep", DAY, "besieges", "SYR"), "state"),
        (control("a", "Alep", DAY, "captured", "SYR"), "event"),
        (control("a", "Syrie", None, "captured", "SYR", extent="part"), "summary"),
    ],
)
def test_what_a_claim_stands_for(claim, cls):
    assert standing(claim) == cls


def test_score_is_symmetric_and_the_sum_of_its_published_weights():
    a, b = event("a", "Alep", DAY, by=["RUS"]), harm("b", "Hanano", "2016-10-12", 25, by=["SYR"], said_by=["SOHR"])
    pair = score(facet(a), facet(b))
    assert pair == score(facet(b), facet(a))
    table_of = weights()["event"]
    assert pair.score == table_of["prior"][""] + sum(table_of[name][level] for name, level in pair.levels.items())


def test_bulk_score_equals_the_pair_score():
    a, b = event("a", "Alep", DAY, by=["RUS"]), harm("b", "Alep", DAY, 25, said_by=["SOHR"])
    base = ground(facet(a), facet(b))
    assert base is not None
    assert base + rest(facet(a), facet(b)) == score(facet(a), facet(b)).score
    assert ground(facet(a), facet(event("b", "Palmyre", DAY))) is None


def test_nothing_outweighs_another_town_or_another_day():
    one = harm("a", "Alep", DAY, 25, said_by=["SOHR"], by=["RUS"])
    assert score(facet(one), facet(harm("b", "Palmyre", DAY, 25, said_by=["SOHR"], by=["RUS"]))).hard
    assert score(facet(one), facet(harm("b", "Alep", "2016-10-20", 25, said_by=["SOHR"], by=["RUS"]))).hard


def test_every_weight_has_a_reason_and_its_words_and_every_comparison_its_levels():
    for cls, comparisons in compare.COMPARISONS.items():
        rows = table("weights")[cls]
        assert set(rows) == set(comparisons)
        for name in comparisons:
            assert {row["level"] for row in rows[name]} == set(table("words")[cls][name])
            assert all(len(row["reason"]) > 20 for row in rows[name])
            for kind in ("m", "u"):
                assert sum(row[kind] for row in rows[name]) == pytest.approx(1.0, abs=0.0005), (cls, name, kind)


def test_every_sub_event_has_a_family_and_every_family_its_kin():
    from vigie.vocabulary import changes, outcomes, sub_events, victims

    types = table("types")
    assert set(sub_events()) | set(changes()) == set(types["family"])
    assert set(types["outcome"]) == set(outcomes())
    assert set(types["within"]) == set(victims())
    for family, kin in types["complex"].items():
        assert all(family in types["complex"][other] for other in kin), family


def test_explain_says_it_in_words():
    a = harm("a", "Alep", DAY, 25, by=["RUS"], method=STRIKE)
    b = harm("b", "Alep", "2016-10-12", 28, by=["RUS", "SYR"], method=STRIKE)
    english = explain(a, b, "en")
    assert "same town (Alep)" in english
    assert "one day apart" in english
    assert "both air or drone strike" in english.lower() or "both air/drone strike" in english.lower()
    assert "actors compatible" in english
    assert "figures differ 25 / 28" in english
    french = explain(a, b, "fr")
    assert "même ville (Alep)" in french
    assert "à un jour d'écart" in french
    assert "25 / 28" in french


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_explain_says_why_two_are_never_one(lang):
    strike, held = event("a", "Alep", DAY), control("b", "Alep", DAY, "holds", "SYR")
    assert explain(strike, held, lang).startswith({"en": "Never one", "fr": "Jamais"}[lang])
    far = explain(strike, event("b", "Palmyre", DAY), lang)
    assert far.startswith({"en": "Never one", "fr": "Jamais"}[lang])
    assert "km" in far


def test_kilometres_across_the_date_line():
    assert kilometres(Disc(0, 179.9, 8, ""), Disc(0, -179.9, 8, "")) == pytest.approx(22.3, abs=0.1)
    assert place_level(Disc(0, 179.99, 8, ""), Disc(0, -179.99, 8, "")) == "within_town"
