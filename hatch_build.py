"""The wheel takes Leaflet along where Node is at hand (scripts/leaflet.py), and does without where it is not."""

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class LeafletHook(BuildHookInterface[Any]):
    """Runs before a wheel is put together, an editable one too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Fetch Leaflet once; what is already there stays."""
        tools = runpy.run_path(str(Path(self.root) / "scripts" / "leaflet.py"))
        if not tools["TARGET"].exists():
            self.app.display_info(tools["build"]())
