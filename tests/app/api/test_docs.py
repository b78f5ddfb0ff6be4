"""What `docs/api.md` says about the API is what the API does."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from starlette.datastructures import State

from app.api import make_api
from app.api.main import VERSION
from tests.app.api.programs import COLLABORATION, Program

PAGE = (Path(__file__).parents[3] / "docs" / "api.md").read_text(encoding="utf-8")
TOKENS = {(): "nee", ("token",): "ja", ("", "token"): "soms"}


def table() -> str:
    """The table of all operations; where the page differs, this is what belongs in it."""
    rows = ["| Verzoek | Wat het doet | Token |", "|---|---|---|"]
    for path, operations in make_api(State()).openapi()["paths"].items():
        for method, operation in operations.items():
            rows.append(f"| `{method.upper()} /v1{path}` | {operation['summary']} | {_token(operation)} |")
    return "\n".join(rows)


def _token(operation: dict[str, Any]) -> str:
    ways = sorted("".join(way) for way in operation.get("security", ()))
    return TOKENS[tuple(ways)]


def test_every_operation_is_on_the_page() -> None:
    assert table() in PAGE


def test_the_page_names_the_version() -> None:
    assert f"API-Version: {VERSION}" in PAGE


def test_the_error_on_the_page_is_one_that_the_service_gives(writer: Program) -> None:
    shown = json.loads(re.search(r"```json\n(.*?)```", PAGE, re.DOTALL).group(1))  # type: ignore[union-attr]
    sent = COLLABORATION | {"gemeente": "Houten", "naam": ""}
    del sent["partners"]
    assert writer.post("/samenwerkingen", sent, 400) == shown


def test_every_address_on_the_page_exists(reader: Program) -> None:
    addresses = re.findall(r"curl (?:-s )?http://127\.0\.0\.1:8000/v1(\S+)", PAGE)
    assert len(addresses) >= 3
    for address in addresses:
        reader.ask("GET", address)
