"""The draft site as a Django app: its templates and its catalogue of translations."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """Pages and downloads for the world."""

    name = "vigie.publishing"
    label = "publishing"
    verbose_name = "Vigie site"
