"""Vigie, an open conflict observatory: dispatches in, claims with their claimants and incidents with their rivals out."""

__version__ = "0.1.0"
