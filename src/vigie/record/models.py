"""The tables of the record.

What a row says is kept whole in `value` (the JSON of the `vigie.values` type); the other columns repeat of it what is
searched by. Documents, claims, problems and journal entries are added once and never altered. What changes is only
which incident a claim belongs to and which original a document is held to be a copy of, and every such change is an
entry of the journal.
"""

from django.db import models


class Run(models.Model):
    """One run of the program that wrote here; `finished` stays empty where it was broken off."""

    id = models.CharField(max_length=16, primary_key=True)
    command = models.TextField()
    version = models.CharField(max_length=40)
    started = models.DateTimeField()
    finished = models.DateTimeField(null=True)
    counts = models.JSONField(default=dict)
    head = models.CharField(max_length=64, blank=True, help_text="hash of the last journal entry when the run finished")


class Source(models.Model):
    """An outlet that printed documents."""

    name = models.CharField(max_length=300, unique=True)


class Document(models.Model):
    """A text as it was read. `complete` is set in the transaction that adds its claims, so a killed run shows."""

    id = models.CharField(max_length=64, primary_key=True)
    given = models.TextField(help_text="the path, id or address it came in with")
    source = models.ForeignKey(Source, models.PROTECT, null=True)
    language = models.CharField(max_length=10)
    published = models.DateField(null=True, db_index=True)
    origin = models.CharField(
        max_length=64, db_index=True, help_text="of what original it is a copy; `value` has what its words alone tell"
    )
    text = models.TextField()
    value = models.TextField()
    complete = models.BooleanField(default=False, db_index=True)
    run = models.ForeignKey(Run, models.PROTECT, null=True)
    address = models.BigIntegerField(null=True, db_index=True, help_text="hash of its URL, else of its name")
    version_of = models.OneToOneField("self", models.PROTECT, null=True, related_name="next_version")


class Wording(models.Model):
    """The words of one or more documents as copies are told by them (msgpack of `vigie.intake.Wording`)."""

    mark = models.CharField(max_length=64, unique=True, help_text="hash of all the words")
    origin = models.CharField(max_length=64, db_index=True)
    agencies = models.JSONField(default=list)
    value = models.BinaryField()


class WordingKey(models.Model):
    """A band or a sentence under which the copies of a wording are looked for."""

    wording = models.ForeignKey(Wording, models.CASCADE, related_name="keys", db_index=False)
    key = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "wording"], name="wording_key_once")]


class Claim(models.Model):
    """One assertion in one document. `linked` is set once the linker has placed it."""

    id = models.CharField(max_length=64, primary_key=True)
    document = models.ForeignKey(Document, models.PROTECT, related_name="claims")
    kind = models.CharField(max_length=20)
    what = models.CharField(max_length=80, help_text="outcome, sub-event type, change or act")
    start = models.IntegerField()
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)
    value = models.TextField()
    linked = models.BooleanField(default=False, db_index=True)
    run = models.ForeignKey(Run, models.PROTECT, null=True)

    class Meta:
        indexes = [models.Index(fields=["kind", "first_day"], name="claim_kind_day")]


class BlockKey(models.Model):
    """A key under which the linker looks for a claim's possible companions."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="block_keys", db_index=False)
    key = models.BigIntegerField(help_text="hash of the block's name")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "claim"], name="block_key_once")]


class Incident(models.Model):
    """A group of claims under a random public id; a merged one stays as a tombstone that points on (`merged_into`)."""

    public_id = models.CharField(max_length=16, primary_key=True)
    key = models.CharField(max_length=64, db_index=True, help_text="the id that the linker gives from the content")
    kind = models.CharField(max_length=20)
    type = models.CharField(max_length=80, blank=True)
    first_day = models.DateField(null=True, db_index=True)
    last_day = models.DateField(null=True)
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)
    contradictions = models.IntegerField(default=0)
    value = models.TextField()
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="tombstones")


class IncidentClaim(models.Model):
    """Membership: a claim is in one incident at most."""

    claim = models.OneToOneField(Claim, models.PROTECT, primary_key=True, related_name="membership")
    incident = models.ForeignKey(Incident, models.PROTECT, related_name="memberships")


class Figure(models.Model):
    """One entry of an incident's dated series of figures, derived from its claims for searching."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="figures")
    claim = models.ForeignKey(Claim, models.CASCADE)
    outcome = models.CharField(max_length=30, db_index=True)
    victims = models.CharField(max_length=30)
    low = models.BigIntegerField(null=True)
    high = models.BigIntegerField(null=True)
    said_by = models.JSONField(default=list)
    origin = models.CharField(max_length=200, blank=True)
    superseded_by = models.CharField(max_length=64, blank=True)


class Problem(models.Model):
    """Something that could not be read: which file, where in it, why."""

    id = models.CharField(max_length=32, primary_key=True)
    file = models.TextField()
    code = models.CharField(max_length=60, blank=True, db_index=True)
    value = models.TextField()
    run = models.ForeignKey(Run, models.PROTECT, null=True)


class Decision(models.Model):
    """What a person decided about claims. None is deleted: one that was undone keeps its row and the day of that.

    `by` is a handle without meaning outside this database, and `reason` is kept here and never in the journal, which
    holds only this row's id.
    """

    id = models.CharField(max_length=16, primary_key=True)
    kind = models.CharField(max_length=30)
    subjects = models.JSONField(help_text="the decision with the ids of the claims it is about")
    by = models.CharField(max_length=64, blank=True)
    reason = models.TextField(blank=True)
    at = models.DateTimeField()
    undone = models.DateTimeField(null=True)


class Journal(models.Model):
    """The append-only, hash-chained log of all that changed. It holds ids and hashes, never words or names."""

    seq = models.BigAutoField(primary_key=True)
    at = models.CharField(max_length=32, help_text="UTC, ISO 8601")
    run = models.CharField(max_length=16, blank=True)
    action = models.CharField(max_length=40)
    subject = models.CharField(max_length=64)
    payload = models.TextField(help_text="canonical JSON")
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        indexes = [models.Index(fields=["subject"], name="journal_subject")]
