"""Requests that nobody thought of, made from the description: no fault of ours, and no answer that is not described."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from sqlmodel import Session, select
from starlette.datastructures import State

from app.api import make_api
from app.db import begin_writing
from app.models import ComparisonGroup
from app.web.throttle import Throttle
from tests.app.api.conftest import program_of
from tests.app.api.programs import CONTACT, WINDOWS, Program, code
from tests.app.comparison.groups.members import add_group, add_members_to_be, put_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from fastapi import FastAPI
    from schemathesis import Case

EXAMPLES = 20
TODAY = date(2026, 6, 1)
CHECKS: list[Any] = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
]
CONFIG = SchemathesisConfig.from_dict({"generation": {"with-security-parameters": False, "mode": "all"}})
OPERATIONS = [
    (method.upper(), path) for path, operations in make_api(State()).openapi()["paths"].items() for method in operations
]


def group_with_figures(session: Session) -> ComparisonGroup:
    """A group in which enough municipalities take part."""
    group = add_group(session)
    put_in(session, group, add_members_to_be(session, 8))
    return group


@pytest.fixture
def known(examples: FastAPI) -> dict[str, Any]:
    """What there is to find: an open scan with an answer, a closed one and an example, and what belongs to them."""
    examples.state.today = lambda: TODAY
    examples.state.wrong_codes = Throttle(wrong_codes=10**6)
    program = program_of(examples, None, TODAY)
    collaboration = program.collaboration(naam=f"Samenwerking {len(program.get('/samenwerkingen')['samenwerkingen'])}")
    scan = program.scan(collaboration["id"])
    program.send(scan, "beleid")
    closed = program.scan(collaboration["id"])
    program.send(closed, "beleid")
    program.post(f"/scans/{closed['id']}/sluiting", {"definitief": True}, 200)
    with begin_writing(examples.state.engine) as session:
        group = (session.exec(select(ComparisonGroup)).first() or group_with_figures(session)).id
    return {
        "program": program,
        "meelezer": program_of(examples, "GM0321", TODAY, role="meelezer"),
        "adviseur": program_of(examples, None, TODAY, role="adviseur", collaboration_id=collaboration["id"]),
        "neighbour": program_of(examples, "GM0632", TODAY),
        "nobody": Program(examples),
        "samenwerkingen": [collaboration["id"]],
        "scans": [scan["id"], closed["id"], "voorbeeld-houten-fase-1"],
        "gemeenten": ["GM0321"],
        "groepen": [group],
        "vragenlijsten": ["2026.1"],
        "versie": [1],
        "grafiek": ["vensters", "venster-beleid"],
        "naam": ["integraal-werken"],
        "venster": ["inwoner", "beleid"],
        "body": {
            "gemeente": ["GM0321"],
            "samenwerking": [collaboration["id"]],
            "vensters": [dict.fromkeys(WINDOWS, CONTACT)],
            "code": [code(scan, "beleid"), code(scan, "inwoner"), code(closed, "beleid")],
            "rol": ["bestuurder", "zelf"],
            "antwoorden": [{"bel_visie_1": 0.5}, {"inw_regie_1": "wn"}],
            "opmerkingen": [{}, {"bel_visie": "Wij zien elkaar weinig."}],
            "bevestigd": [True],
        },
    }


def with_what_there_is(case: Case, known: dict[str, Any], choose: Callable[[Any], Any]) -> None:
    """Put what exists in the place of what was made up, most of the time: else everything would be a 404."""
    kind = case.path.split("/")[1]
    for name in list(case.path_parameters or {}):
        by_kind = name in {"id", "code"} or (kind == "vragenlijsten" and name == "versie")
        if choose(st.integers(0, 3)):
            case.path_parameters[name] = choose(st.sampled_from(known[kind if by_kind else name]))
    for name in list(case.body) if isinstance(case.body, dict) else ():
        if name in known["body"] and choose(st.integers(0, 3)):
            case.body[name] = choose(st.sampled_from(known["body"][name]))


@pytest.mark.parametrize("who", ["program", "meelezer", "adviseur", "neighbour", "nobody"])
@pytest.mark.parametrize(("method", "path"), OPERATIONS, ids=[f"{method} {path}" for method, path in OPERATIONS])
def test_every_answer_is_described(examples: FastAPI, known: dict[str, Any], who: str, method: str, path: str) -> None:
    schema = schemathesis.openapi.from_asgi("/v1/openapi.json", examples, config=CONFIG)
    program: Program = known[who]

    operation = schema[path][method]
    cases = st.one_of(operation.as_strategy(generation_mode=mode) for mode in GenerationMode)

    @settings(
        max_examples=EXAMPLES if who == "program" else EXAMPLES // 4,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=cases, data=st.data())
    def ask(case: Case, data: st.DataObject) -> None:
        with_what_there_is(case, known, data.draw)
        response = case.call(session=program.http)
        case.validate_response(response, checks=CHECKS)

    ask()
