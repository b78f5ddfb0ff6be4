"""The installed components of NL Design System are those that pages use: each costs every visitor some bytes."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
CLASS = re.compile(r"(?<!-)\butrecht-([a-z0-9]+(?:-[a-z0-9]+)*)")
PACKAGE = re.compile(r"@utrecht/(.+)-css")


def used() -> set[str]:
    """The components whose classes stand in a template, or in code that makes HTML."""
    files = [*(ROOT / "templates").rglob("*.html"), *(ROOT / "app").rglob("*.py"), *(ROOT / "app").rglob("*.js")]
    return {match[1] for file in files for match in CLASS.finditer(file.read_text(encoding="utf-8"))}


def installed() -> set[str]:
    """The components that package.json names."""
    names = json.loads((ROOT / "package.json").read_text())["dependencies"]
    return {match[1] for name in names if (match := PACKAGE.fullmatch(name))}


def test_every_component_that_a_page_uses_is_installed() -> None:
    assert used() <= installed(), "npm install --save-exact @utrecht/<component>-css"


def test_every_installed_component_is_used_by_a_page() -> None:
    assert installed() <= used(), "npm uninstall @utrecht/<component>-css"
