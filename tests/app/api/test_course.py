"""Then and now through the API: the same document as the file, with the same refusals."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

from tests.app.api.conftest import TODAY, program_of
from tests.app.api.programs import Program
from tests.app.comparison.course.builders import add_closed
from tests.app.page_client import PageClient
from tests.app.results.builders import everybody

HOUTEN = "/scans/voorbeeld-houten-fase-2/verloop"


def test_an_example_is_for_everybody_and_the_same_as_the_file(examples: FastAPI) -> None:
    given: dict[str, Any] = Program(examples).get(HOUTEN)
    assert given == PageClient(examples).http.get(f"{HOUTEN}.json").json()
    assert given["comparison"]["position"]["verdict"] == "echte verandering"


def test_a_program_chooses_the_earlier_scan(service_app: FastAPI) -> None:
    scans = add_closed(service_app, *(everybody(value) for value in (0.25, 0.5, 0.75)))
    program = program_of(service_app, "GM0321", TODAY)
    first, second, third = (one.scan.id for one in scans)
    assert program.get(f"/scans/{third}/verloop")["about"]["old"]["scan"] == second
    assert program.get(f"/scans/{third}/verloop", met=first)["about"]["old"]["scan"] == first
    program.ask("GET", f"/scans/{second}/verloop?met={third}", 404)
    program.ask("GET", f"/scans/{first}/verloop", 404)
    program_of(service_app, "GM0632", TODAY).ask("GET", f"/scans/{third}/verloop", 404)
    Program(service_app).ask("GET", f"/scans/{third}/verloop", 404)
