"""The draft site: plain files that open from a disk, every page and row marked as a machine's draft."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from ..record import ready
from .material import Source, Values, gather
from .policy import Policy, read_policy

__all__ = ["Policy", "Source", "Values", "read_policy", "write_site"]


def write_site(
    source: Source,
    folder: str | Path,
    progress: Callable[[int, int], None] | None = None,
    policy: Policy | None = None,
    today: dt.date | None = None,
) -> Path:
    """Write the site of a record (or of `Values`) into `folder`; return its first page, `folder/index.html`.

    `progress(done, of)` is called page by page. `policy` says what leaves (data/policy.toml by default). Pages of an
    earlier site in the same folder that are no more are removed; other files are left alone. Raises OSError where the
    folder cannot be written.
    """
    ready()
    from .site import write  # templates need Django configured

    return write(gather(source, policy or read_policy()), Path(folder), progress, today or dt.date.today())
