"""The record as a Django app."""

from django.apps import AppConfig


class RecordConfig(AppConfig):
    """The database, the journal, decisions."""

    name = "vigie.record"
    label = "record"
    verbose_name = "Vigie record"
