"""The wheel takes Leaflet along where Node is at hand (scripts/leaflet.py); compiled rules if VIGIE_COMPILED is set."""

import os
import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WheelHook(BuildHookInterface[Any]):
    """Runs before a wheel is put together, an editable one too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fetch Leaflet once; what is already there stays. Compile if asked to; an editable wheel stays Python."""
        tools = self._script("leaflet.py")
        if not tools["TARGET"].exists():
            self.app.display_info(tools["build"]())
        if os.environ.get("VIGIE_COMPILED") and version != "editable":
            build_data["force_include"].update(self._script("compiled.py")["build"]())
            build_data.update(pure_python=False, infer_tag=True)

    def _script(self, name: str) -> dict[str, Any]:
        return runpy.run_path(str(Path(self.root) / "scripts" / name))
