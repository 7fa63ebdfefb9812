"""Vigie, an open conflict observatory: dispatches in, claims and incidents with their rival figures out."""

__version__ = "0.1.0"
