"""Pages fetched because a person asked for them: bounded, polite, never from inside the machine or its network.

Nothing else in Vigie speaks to the network. What comes back is written as a WARC and read like any other.
"""

from .addresses import Policy
from .authority import ask_for_stamp, stamp_all
from .fetch import Capture, Fetcher
from .warc import write_warc

__all__ = ["Capture", "Fetcher", "Policy", "ask_for_stamp", "stamp_all", "write_warc"]
