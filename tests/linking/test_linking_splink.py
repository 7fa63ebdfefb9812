"""Splink in bulk gives what the pair scorer gives."""

import datetime as dt
import random
import tomllib

import pytest
from linking_made import CLASH, SHELLING, STRIKE, control, event, harm

from vigie.linking import Decision
from vigie.linking.blocking import Blocks
from vigie.linking.bulk import bulk_scores, levels_of
from vigie.linking.compare import COMPARISONS
from vigie.linking.facets import facet
from vigie.linking.scorer import score
from vigie.linking.tables import table
from vigie.linking.train import FEWEST, as_toml, train

WHERE = [
    "Alep",
    "Hanano",
    "Alep-Est",
    "Bab al-Nayrab",
    "Province d'Alep",
    "Binnich",
    "Syrie",
    "Palmyre",
    "Nord d'Alep",
    None,
]
WHEN = [
    "2016-10-10",
    "2016-10-11",
    "2016-10-12",
    "2016-10-10/2016-10-11",
    "2016-10-09/2016-10-12",
    "2016-10-01/2016-10-31",
    None,
]
LONG = [
    "2011-03-15/2016-10-11",
    "2011-01-20/2016-10-20",
    "2016-09-22/2016-10-11",
    "2016-09-21/2016-10-02",
    "2016-10-11",
    None,
]
WHO = [[], ["RUS"], ["SYR"], ["SYR-REB"], ["IS"], ["RUS", "SYR"], ["SYR-JIH"], ["YPG"], ["SYR-KUR"]]
TOLD = [None, dt.date(2016, 10, 11), dt.date(2016, 10, 13), dt.date(2017, 1, 30), dt.date(2019, 5, 1)]
SAID = [[], ["SOHR"], ["SANA"], ["SOHR", "SANA"]]


def world(seed, size=130):
    r = random.Random(seed)
    claims = []
    for number in range(size):
        doc, where = f"d{r.randrange(6)}", r.choice(WHERE)
        shared = {
            "by": r.choice(WHO),
            "said_by": r.choice(SAID),
            "n": number,
            "start": r.randrange(900),
            "stated_on": r.choice(TOLD),
        }
        quote = r.choice(["les avions ont frappé", "près de l'hôtel Sélène hier", "selon Nadim Karroum"])
        scope = r.choice(["incident", "incident", "several", "war", "state"])
        when = r.choice(WHEN if scope == "incident" else LONG)
        if number % 5 == 0:
            change = r.choice(["captured", "holds", "besieges", "withdrew"])
            claims.append(
                control(
                    doc,
                    where,
                    when,
                    change,
                    r.choice(["SYR", "IS", "YPG", None]),
                    loser=r.choice(["IS", None]),
                    n=number,
                    stated_on=r.choice(TOLD),
                )
            )
        elif number % 5 == 1:
            struck = r.choice([None, "school", "market"])
            target = r.choice([None, "civilians", "IS", "SYR"])
            kind = r.choice([STRIKE, SHELLING, CLASH, "Arrests", "Suicide bomb"])
            claims.append(event(doc, where, when, kind, target=target, struck=struck, quote=quote, **shared))
        else:
            victims = r.choice(["people", "civilians", "children", "armed"])
            more = {
                "outcome": r.choice(["killed", "killed", "injured", "detained", "besieged", "displaced"]),
                "victims": victims,
                "side": r.choice(["SYR", "IS"]) if victims == "armed" else None,
                "qualifier": r.choice(["exactly", "at_least", "about"]),
                "method": r.choice([None, STRIKE, CLASH]),
                "part_of": r.choice([None, None, claims[r.randrange(len(claims))].id]) if claims else None,
            }
            claims.append(
                harm(doc, where, when, r.choice([1, 2, 5, 6, 300]), quote=quote, scope=scope, **more, **shared)
            )
    return claims


@pytest.mark.parametrize("cls", ["event", "summary", "state"])
def test_splink_gives_the_weights_of_the_scorer(cls):
    claims = [c for seed in range(3) for c in world(seed)]
    facets = {f.id: f for f in (facet(c) for c in {c.id: c for c in claims}.values())}
    seen = {name: set() for name in COMPARISONS[cls]}
    pairs = list(bulk_scores(list(facets.values()), cls, ["l.realm = r.realm"]))
    assert len(pairs) > 1000
    for found in pairs:
        pair = score(facets[found.one], facets[found.two])
        assert found.levels == pair.levels, (facets[found.one], facets[found.two])
        assert found.bits == pytest.approx(pair.score / 1000, abs=0.02)
        for name, level in found.levels.items():
            seen[name].add(level)
    unseen = {(name, level) for name, levels in levels_of(cls).items() for level in set(levels) - seen[name]}
    assert not unseen


def test_splink_blocks_as_the_scorer_does():
    facets = sorted((facet(c) for c in {c.id: c for c in world(3)}.values()), key=lambda f: f.id)
    ours = {
        frozenset((facets[a].id, facets[b].id))
        for one, two in Blocks(facets).pairs()
        for a in one
        for b in two
        if facets[a].cls == "event" and facets[a].disc and facets[b].disc
    }
    theirs = {frozenset((pair.one, pair.two)) for pair in bulk_scores(facets, "event")}
    assert len(ours) > 50
    assert ours <= theirs


def test_every_level_has_its_sql():
    for cls, names in COMPARISONS.items():
        assert set(table("splink")[cls]) == set(names)
        for name in names:
            assert set(table("splink")[cls][name]) == {row["level"] for row in table("weights")[cls][name]}


def told(number, towns=("Binnich", "Maarat", "Palmyre", "Deraa")):
    """Twice told strikes, a day and a town each."""
    r = random.Random(number)
    where, day = towns[number % 4], f"2016-{1 + number % 12:02}-{1 + (number * 7) % 28:02}"
    dead = 3 + r.randrange(30)
    more = {"by": ["RUS"], "method": STRIKE}
    return [
        harm(f"a{number}", where, day, dead, **more),
        harm(f"b{number}", where, day, dead + r.choice([0, 0, 2]), **more),
    ]


def test_training_by_em_moves_weights_and_keeps_them_probabilities():
    claims = [c for number in range(120) for c in told(number)]
    found = train(claims, [])
    assert found.pairs > FEWEST
    assert any(abs(e.bits - e.bits_before) > 0.1 for e in found.estimates)
    assert all(0 < e.m < 1 and 0 < e.u < 1 for e in found.estimates)
    day = {e.level: e for e in found.estimates if e.comparison == "day"}
    assert day["same_day"].bits > day["next_day"].bits


def test_training_with_too_little_keeps_the_published_weights():
    found = train(told(1), [])
    assert (found.pairs, {e.bits - e.bits_before for e in found.estimates}) == (0, {0.0})


def test_decisions_move_the_levels_that_they_show():
    pairs = [told(number) for number in range(30)]
    decisions = [Decision(act="same", claims=[c.id for c in pair]) for pair in pairs]
    decisions.append(Decision(act="different", claims=[pairs[0][0].id, pairs[4][0].id]))
    found = train([c for pair in pairs for c in pair], [], decisions, em=False)
    assert (found.decided_same, found.decided_different) == (30, 1)
    same_place = next(e for e in found.estimates if (e.comparison, e.level) == ("place", "same"))
    assert same_place.m > same_place.m_before
    assert {e.level for e in found.estimates if e.comparison == "place"} <= set(levels_of("event")["place"])


def test_the_new_weights_can_be_read_back():
    text = as_toml(train(told(1), [], em=False))
    rows = tomllib.loads(text)["event"]
    assert {name: {r["level"] for r in found} for name, found in rows.items()} == {
        name: set(levels) for name, levels in levels_of("event").items()
    }
