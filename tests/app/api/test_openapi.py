"""The description of the API keeps to the Dutch API Design Rules (NLGov REST API Design Rules 2.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from starlette.datastructures import State

from app.api import make_api
from tests.app.api.programs import Program

ROOT = Path(__file__).parents[3]
DOCUMENT: dict[str, Any] = make_api(State()).openapi()
OPERATIONS = [
    (f"{method.upper()} {path}", operation)
    for path, operations in DOCUMENT["paths"].items()
    for method, operation in operations.items()
]
KEBAB = re.compile(r"(/([a-z0-9-]+|\{[a-zA-Z]+\}))+")
CAMEL = re.compile(r"[a-z][a-z\d]*([A-Z][a-z\d]*)*")
SEMVER = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")
EXCHANGE_FORMATS = ("ResultDocument", "WholeCourse")
"""Their names are those of `docs/formats.md`, in the API as in files."""

THE_ONE_COMPARISON = "vergelijking"
"""What lies beside each other is one document, made for who asks; it is not one of many."""

each_operation = pytest.mark.parametrize(
    ("name", "operation"), OPERATIONS, ids=[name.replace("/", " ") for name, _ in OPERATIONS]
)


def test_it_is_published_for_everybody(reader: Program) -> None:
    response = reader.ask("GET", "/openapi.json", headers={"Origin": "https://elders.example"})
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.json() == DOCUMENT


def test_it_is_openapi_3_with_the_version_in_the_address() -> None:
    assert DOCUMENT["openapi"].startswith("3.1.")
    assert DOCUMENT["servers"] == [{"url": "/v1"}]
    assert SEMVER.fullmatch(DOCUMENT["info"]["version"])
    assert DOCUMENT["info"]["version"].startswith("1.")


def test_it_says_whom_to_ask_as_publiccode_does() -> None:
    contact = DOCUMENT["info"]["contact"]
    assert set(contact) == {"name", "email", "url"}
    publisher = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))["url"]
    assert publisher.startswith(contact["url"])


def test_paths_are_kebab_case_plural_and_without_a_slash_at_the_end() -> None:
    for path in DOCUMENT["paths"]:
        assert KEBAB.fullmatch(path), path
        first = path.split("/")[1]
        assert first.endswith("en") or first in {"scans", THE_ONE_COMPARISON}, path


@each_operation
def test_names_in_the_query_are_camel_case(name: str, operation: dict[str, Any]) -> None:
    asked = [parameter["name"] for parameter in operation.get("parameters", ()) if parameter["in"] == "query"]
    assert [one for one in asked if not CAMEL.fullmatch(one)] == [], name


def test_names_in_bodies_are_camel_case_but_for_the_exchange_format() -> None:
    exchanged = {one for name in EXCHANGE_FORMATS for one in _names_below(name)}
    for name, schema in DOCUMENT["components"]["schemas"].items():
        if name not in exchanged:
            assert [one for one in schema.get("properties", ()) if not CAMEL.fullmatch(one)] == [], name


@each_operation
def test_every_answer_says_the_version(name: str, operation: dict[str, Any]) -> None:
    for status, response in operation["responses"].items():
        assert "API-Version" in _resolved(response)["headers"], f"{name} {status}"


@each_operation
def test_every_error_is_a_problem_document(name: str, operation: dict[str, Any]) -> None:
    for status, response in operation["responses"].items():
        if int(status) >= 400:
            assert list(_resolved(response)["content"]) == ["application/problem+json"], f"{name} {status}"
    assert {"title", "status", "detail"} <= set(DOCUMENT["components"]["schemas"]["Problem"]["required"])


@each_operation
def test_invalid_input_is_400_and_never_422(name: str, operation: dict[str, Any]) -> None:
    asks = "requestBody" in operation or any(one["in"] == "query" for one in operation.get("parameters", ()))
    assert ("400" in operation["responses"]) == asks, name
    assert "422" not in operation["responses"], name


def test_nothing_of_the_framework_is_left() -> None:
    assert "ValidationError" not in str(DOCUMENT)


@each_operation
def test_a_token_is_asked_exactly_where_somebody_manages(name: str, operation: dict[str, Any]) -> None:
    ways = operation.get("security", [])
    manages = "/samenwerkingen" in name or ("/scans" in name and operation["tags"] != ["Uitslagen"])
    manages |= THE_ONE_COMPARISON in name or "/groepen" in name
    assert ({"token": []} in ways and {} not in ways) == manages, name
    assert ("401" in operation["responses"]) == bool(ways), name


def test_the_token_is_a_bearer_token() -> None:
    scheme = DOCUMENT["components"]["securitySchemes"]["token"]
    assert (scheme["type"], scheme["scheme"]) == ("http", "bearer")


@each_operation
def test_every_operation_has_dutch_words_and_a_name_of_its_own(name: str, operation: dict[str, Any]) -> None:
    assert operation["summary"], name
    assert operation["description"].endswith("."), name
    assert len(operation["tags"]) == 1, name
    assert not re.search(r"\b(the|The|of an|Return)\b", operation["description"]), name
    assert CAMEL.fullmatch(operation["operationId"]), name


def test_names_of_operations_are_unique_and_groups_are_explained() -> None:
    names = [operation["operationId"] for _, operation in OPERATIONS]
    assert len(names) == len(set(names))
    used = {tag for _, operation in OPERATIONS for tag in operation["tags"]}
    assert used == {tag["name"] for tag in DOCUMENT["tags"]}


def test_a_day_is_a_date_and_never_a_moment() -> None:
    days = {
        f"{name}.{field}": [one["format"] for one in about.get("anyOf", [about]) if one["type"] != "null"]
        for name, schema in DOCUMENT["components"]["schemas"].items()
        for field, about in schema.get("properties", {}).items()
        if field.endswith("Op")
    }
    assert "Scan.sluitOp" in days
    assert set(map(tuple, days.values())) == {("date",)}
    assert [part for part in _schemas(DOCUMENT) if part.get("format") == "date-time"] == []


def test_every_reference_leads_somewhere() -> None:
    for part in _schemas(DOCUMENT):
        if "$ref" in part:
            _resolved(part)


def _resolved(part: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in part:
        return part
    found: Any = DOCUMENT
    for step in part["$ref"].removeprefix("#/").split("/"):
        found = found[step]
    return dict(found)


def _schemas(part: Any) -> Iterator[dict[str, Any]]:
    """Every object in the document."""
    if isinstance(part, dict):
        yield part
    for inside in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from _schemas(inside)


def _names_below(name: str) -> Iterator[str]:
    """The name of a schema and of everything that it is made of."""
    yield name
    for part in _schemas(DOCUMENT["components"]["schemas"][name]):
        if str(part.get("$ref", "")).startswith("#/components/schemas/"):
            yield from _names_below(part["$ref"].rpartition("/")[2])
