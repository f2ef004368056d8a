"""The pages go into the wheel: they are built with it, and never committed."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PagesBuildHook(BuildHookInterface[Any]):
    """Builds the pages before a wheel is packed. A checkout that is worked on builds them with `make pages`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build them, and have them packed though Git ignores them."""
        if self.target_name != "wheel" or version == "editable":
            return
        runpy.run_path(str(Path(self.root, "frontend", "build.py")))["build"]()
        build_data["artifacts"].append("src/dissensus/web/built")
