"""The same comparisons in SQL: Splink (DuckDB) scores blocked pairs in bulk with the published weights.

`vigie.linking` itself links with the pure scorer; Splink is for re-estimating the weights (`train`) and for clusters
where
the claims stand in a database. A parity test holds its match weights equal to the scorer's.
"""

import logging
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import duckdb
import pyarrow as pa

from .blocking import asked, filed
from .compare import COMPARISONS, within
from .facets import Facet
from .parties import compatible
from .tables import table

_SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in ("unique_id", "document", "kind", "place", "family", "outcome", "victims")),
        *((name, pa.string()) for name in ("side", "struck", "part_of", "realm")),
        *((name, pa.float64()) for name in ("lat", "lon", "km")),
        *((name, pa.int64()) for name in ("day_first", "day_last", "told", "low", "high", "spot", "bucket")),
        *(
            (name, pa.list_(pa.string()))
            for name in ("fits", "author", "author_wide", "targets", "targets_wide", "inside")
        ),
        *((name, pa.list_(pa.string())) for name in ("said_by", "names", "filed", "asked")),
    ]
)


class Scored(NamedTuple):
    """A pair of claim ids (the lesser first), the match weight in bits, the level of every comparison."""

    one: str
    two: str
    bits: float
    levels: dict[str, str]


def bulk_scores(facets: Sequence[Facet], cls: str, rules: Sequence[Any] = ()) -> Iterator[Scored]:
    """Score the blocked pairs of the facets of one class by Splink, with the published weights.

    `rules` are SQL conditions on l and r that pair claims instead of the house's blocks.

    Levels that the scorer calls hard are scored here like any other (`place: apart` weighs 15 bits against).
    """
    mine = [f for f in facets if f.cls == cls]
    linker = linker_of(mine, cls, rules)
    frame = linker.inference.predict(threshold_match_weight=-1000)
    names = levels_of(cls)
    columns = ["unique_id_l", "unique_id_r", "match_weight", *(f"gamma_{name}" for name in names)]
    for row in frame.as_pyarrow_table().select(columns).to_pylist():
        levels = {name: names[name][len(names[name]) - 1 - row[f"gamma_{name}"]] for name in names}
        one, two = sorted((row["unique_id_l"], row["unique_id_r"]))
        yield Scored(one, two, row["match_weight"], levels)


def levels_of(cls: str) -> dict[str, list[str]]:
    """The levels of each comparison in the order in which SQL tries them."""
    return {name: list(table("splink")[cls][name]) for name in COMPARISONS[cls]}


def linker_of(facets: Sequence[Facet], cls: str, rules: Sequence[Any] = ()) -> Any:
    """A Splink linker over facets of one class, with the published weights as its parameters."""
    from splink import DuckDBAPI, Linker, SettingsCreator  # a second to import, and only training needs it

    logging.getLogger("splink").setLevel(
        logging.ERROR
    )  # it warns of every comparison whose nulls are a level of their own
    connection = duckdb.connect(":memory:")
    connection.register("facets_arrow", as_table(facets))
    connection.execute("create table facets as select * from facets_arrow")
    api = DuckDBAPI(connection)
    settings = SettingsCreator(
        link_type="dedupe_only",
        probability_two_random_records_match=_prior(cls),
        comparisons=[_comparison(cls, name) for name in COMPARISONS[cls]],
        blocking_rules_to_generate_predictions=list(rules) or blocking_rules(),
        retain_matching_columns=True,  # it keeps the level of every comparison
        max_iterations=100,
    )
    return Linker(api.register("facets"), settings, log_level=logging.ERROR)


def _prior(cls: str) -> float:
    odds = 2.0 ** float(table("weights")["prior"][cls]["bits"])
    return float(odds / (1 + odds))


def blocking_rules() -> list[Any]:
    """A claim meets those filed under what it asks; each rule in one direction, for ids order a pair."""
    from splink.blocking_rule_library import CustomRule

    explode = ["filed", "asked"]
    return [
        CustomRule("l.realm = r.realm and l.filed = r.asked", arrays_to_explode=explode),
        CustomRule("l.realm = r.realm and l.asked = r.filed", arrays_to_explode=explode),
    ]


TRAINING_RULE = "l.realm = r.realm and l.bucket = r.bucket and list_has_any(l.filed, r.asked)"
"""The blocks of training: Splink's EM cannot explode lists, so claims meet within eight days, as `blocking_rules`
else."""


def _comparison(cls: str, name: str) -> Any:
    from splink.comparison_library import CustomComparison

    rows = {row["level"]: row for row in table("weights")[cls][name]}
    levels: list[Any] = [
        {
            "sql_condition": sql(condition),
            "label_for_charts": level,
            "m_probability": rows[level]["m"],
            "u_probability": rows[level]["u"],
        }
        for level, condition in table("splink")[cls][name].items()
    ]
    return CustomComparison(output_column_name=name, comparison_levels=levels)


def sql(condition: str) -> str:
    """A condition with its fragments filled in."""
    fragments = table("splink")["fragment"]
    while "{" in condition:
        condition = condition.format_map(fragments)
    return condition


def as_table(facets: Sequence[Facet]) -> pa.Table:
    """Facets as the columns that the SQL reads."""
    everybody = {actor for f in facets for actor in (*f.by, *f.targets)}
    return pa.Table.from_pylist([_row(f, everybody) for f in facets], schema=_SCHEMA)


def _row(f: Facet, everybody: Iterable[str]) -> dict[str, Any]:
    place = (f.disc.lat, f.disc.lon, f.disc.km, f.disc.id) if f.disc else (None, None, None, "")
    return {
        "unique_id": f.id, "document": f.document, "kind": f.kind, "place": place[3], "family": f.family,
        "outcome": f.outcome, "victims": f.victims, "side": f.side, "struck": f.struck, "part_of": f.part_of,
        "realm": f"{f.kind == 'diplomacy'} {f.realis == 'planned'}", "lat": place[0], "lon": place[1], "km": place[2],
        "day_first": f.start, "day_last": f.end, "told": f.told, "low": f.low, "high": f.high,
        "spot": f.offset, "bucket": (f.start or f.told or 0) // 8,
        "fits": sorted(f.fits), "author": list(f.by), "author_wide": _wide(f.by, everybody), "targets": list(f.targets),
        "targets_wide": _wide(f.targets, everybody), "said_by": list(f.said_by), "names": sorted(f.names),
        "inside": [v for v in table("types")["within"] if f.victims and within(f.victims, v)],
        "filed": [repr(key) for key in filed(f)], "asked": [repr(key) for key in asked(f)],
    }  # fmt: skip


def _wide(actors: Sequence[str], everybody: Iterable[str]) -> list[str]:
    return sorted({other for other in everybody if any(compatible(actor, other) for actor in actors)})
