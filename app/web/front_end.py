"""The front-end files that npm installed: the style of NL Design System in one file, and htmx with its hash.

Nothing of it is in our repository, and nothing is built: files are joined when the service starts. Each part may be
missing, and then the pages do without.
"""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from app.web.assets import Asset

COMPONENTS = "@utrecht/*-css/dist/index.min.css"
THEME = "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css"
HTMX = "htmx.org"
CDN = "https://cdn.jsdelivr.net/npm"
LICENCE = "/*! Utrecht components and Voorbeeld tokens of NL Design System, EUPL-1.2 */\n"

_TOKEN = re.compile(r"^\s*(--[\w-]+):\s*([^;]+);", re.MULTILINE)
_REFERENCE = re.compile(r"var\(\s*(--[\w-]+)")


@dataclass(frozen=True, slots=True)
class Htmx:
    """Where htmx is found, locally and at the CDN, and the hash that both copies must have."""

    local: Asset
    cdn_url: str
    integrity: str


def style_asset(folder: Path, own_styles: str) -> Asset | None:
    """Return the style of NL Design System: all installed components, and the tokens that they or we use."""
    components = "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob(COMPONENTS)))
    theme = folder / THEME
    if not components or not theme.exists():
        return None
    tokens = used_tokens(theme.read_text(encoding="utf-8"), components + own_styles)
    style = f"{LICENCE}{tokens}\n{components}\n".encode()
    return Asset("nlds.css", lambda: style)


def used_tokens(theme: str, style: str) -> str:
    """Return the tokens of a theme that a style uses, directly or through another token."""
    values = dict(_TOKEN.findall(theme))
    used: set[str] = set()
    found = set(_REFERENCE.findall(style))
    while found:
        used |= found
        found = {name for token in found for name in _REFERENCE.findall(values.get(token, ""))} - used
    return ":root{" + "".join(f"{name}:{value};" for name, value in values.items() if name in used) + "}"


def htmx(folder: Path) -> Htmx | None:
    """Return htmx as it is installed. The hash is computed from that file, never copied from anywhere."""
    package, file = folder / HTMX / "package.json", folder / HTMX / "dist" / "htmx.min.js"
    if not package.exists() or not file.exists():
        return None
    version = json.loads(package.read_text(encoding="utf-8"))["version"]
    digest = b64encode(hashlib.sha384(file.read_bytes()).digest()).decode()
    return Htmx(Asset("htmx.js", file.read_bytes), f"{CDN}/{HTMX}@{version}/dist/htmx.min.js", f"sha384-{digest}")


def plotly_assets(folder: Path) -> list[Asset]:
    """Return the Plotly script that came inside its Python package (which is not imported), and its Dutch words."""
    package = find_spec("plotly")
    places = package.submodule_search_locations if package else None
    script = Path(next(iter(places))) / "package_data" / "plotly.min.js" if places else None
    words = folder / "plotly.js-locales" / "nl.js"
    assets = [Asset("plotly.js", script.read_bytes)] if script and script.exists() else []
    return [*assets, Asset("plotly-nl.js", partial(_registered, words))] if words.exists() else assets


def _registered(words: Path) -> bytes:
    """Make of a module for Node a script for the browser that gives Plotly its words."""
    return b"(() => { const module = {};\n" + words.read_bytes() + b"\nPlotly.register(module.exports); })();\n"
