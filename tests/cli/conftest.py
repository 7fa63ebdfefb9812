"""The makers of files, and what these tests say to the command line."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "intake")]
