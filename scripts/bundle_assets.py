"""Put the front-end files into the wheel: hatchling calls this while it builds.

The same tree as node_modules, with only what is served, each package with its licence and its version. Without
node_modules the wheel is built without them: the service works, but plainly styled and without htmx.
"""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGES = {
    "@utrecht/*-css": ["dist/index.min.css"],
    "@nl-design-system-unstable/voorbeeld-design-tokens": ["dist/theme.css"],
    "htmx.org": ["dist/htmx.min.js"],
    "plotly.js-locales": ["nl.js"],
}
DESCRIPTION = ["package.json", "LICENSE*"]


class BundleAssets(BuildHookInterface[Any]):
    """The step of the wheel build that adds the front-end files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's own form
        """Add each file to the wheel, below app/_bundled/assets."""
        node_modules = Path(self.root) / "node_modules"
        for package, served in PACKAGES.items():
            for pattern in (*served, *DESCRIPTION):
                for file in node_modules.glob(f"{package}/{pattern}"):
                    place = file.relative_to(node_modules).as_posix()
                    build_data["force_include"][str(file)] = f"app/_bundled/assets/{place}"
