"""What a scoring says: plain values, written to JSON as they stand."""

from vigie.values import Value


class Rate(Value, frozen=True, kw_only=True):
    """So many of so many."""

    count: int
    of: int

    @property
    def share(self) -> float:
        """The share from 0 to 1; 0 of nothing."""
        return self.count / self.of if self.of else 0.0


class Measure(Value, frozen=True, kw_only=True):
    """Precision, recall and F1 from 0 to 1; `low` to `high` the 90 % interval of F1 over resampled documents."""

    precision: float
    recall: float
    f1: float
    low: float
    high: float
    gold: int
    found: int


class Attribute(Value, frozen=True, kw_only=True):
    """How often a field is right among the found claims; `constant`: the share that the commonest value would get."""

    right: int
    of: int
    constant: float

    @property
    def rate(self) -> float:
        """The share from 0 to 1."""
        return self.right / self.of if self.of else 0.0


class Rare(Value, frozen=True, kw_only=True):
    """Of the entries that gold gives a rare value, how many were found with it."""

    field: str
    value: str
    right: int
    of: int


class KindReport(Value, frozen=True, kw_only=True):
    """One kind of claim. `invented_by`: found claims that blame somebody whom gold does not."""

    detected: Measure
    complete: Measure
    invented_by: Rate
    attributes: dict[str, Attribute]
    rare: list[Rare]


class Dating(Value, frozen=True, kw_only=True):
    """Publication dates: within a day, within a month, none given, wrong."""

    of: int
    right: int
    near: int
    empty: int
    wrong: int


class Report(Value, frozen=True, kw_only=True):
    """A whole scoring of one set."""

    documents: int
    dating: Dating
    kinds: dict[str, KindReport]


class GroupReport(Value, frozen=True, kw_only=True):
    """How claims are grouped into incidents: B-cubed over claims, and pairs joined or left apart wrongly."""

    claims: int
    events: int
    groups: int
    precision: float
    recall: float
    f1: float
    joined: int
    wrongly_joined: int
    missed: int
    summaries_known: Rate
    events_taken_for_summaries: Rate
    strangers: int
