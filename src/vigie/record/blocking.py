"""TEMP until vigie.linking.block_keys lands."""

from collections.abc import Iterator

from .. import values as v


def block_keys(claim: v.Claim) -> Iterator[str]:
    """Place cell and day."""
    if claim.place and claim.when:
        yield f"{claim.place.lat:.0f},{claim.place.lon:.0f},{claim.when.start}"
