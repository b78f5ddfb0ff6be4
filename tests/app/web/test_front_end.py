"""The front-end files: joined and hashed as they are installed."""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from pathlib import Path

import pytest

from app.config import bundled
from app.web import front_end
from app.web.front_end import used_tokens

ROOT = Path(__file__).parents[3]


def test_the_hash_of_htmx_is_that_of_the_installed_file_and_its_version_that_of_the_lock() -> None:
    found = front_end.htmx(bundled("assets"))
    assert found is not None
    content = found.local.read()
    assert found.integrity == "sha384-" + b64encode(hashlib.sha384(content).digest()).decode()
    locked = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]["node_modules/htmx.org"]
    assert found.cdn_url == f"https://cdn.jsdelivr.net/npm/htmx.org@{locked['version']}/dist/htmx.min.js"


def test_the_style_holds_every_installed_component_and_stays_small() -> None:
    style = front_end.style_asset(bundled("assets"), "")
    assert style is not None
    text = style.read().decode()
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"]
    packages = [name for name in wanted if name.startswith("@utrecht/")]
    components = [name.removesuffix("-css").replace("@", ".").replace("/", "-") for name in packages]
    assert ".utrecht-skip-link" in components
    assert [component for component in components if component not in text] == []
    assert style.compressed is not None
    assert len(style.compressed) < 30_000
    assert "EUPL-1.2" in text


def test_a_token_is_kept_when_it_is_used_directly_or_through_another() -> None:
    theme = ".t {\n  --a: var(--b);\n  --b: 1px;\n  --c: red;\n  --d: var(\n    --e, 2px);\n  --e: 3px;\n}"
    assert used_tokens(theme, "p{margin:var(--a)}") == ":root{--a:var(--b);--b:1px;}"
    assert "--e:3px" in used_tokens(theme, "p{margin:var( --d )}")
    assert used_tokens(theme, "p{margin:0}") == ":root{}"


def test_without_the_files_there_is_nothing_to_serve(tmp_path: Path) -> None:
    assert front_end.style_asset(tmp_path, "") is None
    assert front_end.htmx(tmp_path) is None
    assert [asset.name for asset in front_end.plotly_assets(tmp_path)] == ["plotly.js"]


@pytest.mark.parametrize("name", ["plotly.js", "plotly-nl.js"])
def test_plotly_and_its_dutch_words_are_there(name: str) -> None:
    (asset,) = [asset for asset in front_end.plotly_assets(bundled("assets")) if asset.name == name]
    assert b"Plotly" in asset.read()
