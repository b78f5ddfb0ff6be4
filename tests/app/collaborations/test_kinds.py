"""How people work together is chosen in the form of a samenwerking, and may be left open."""

from __future__ import annotations

from fastapi import FastAPI

from app.collaborations.kinds import KIND_LABELS, KINDS
from app.db import begin_writing
from app.models import Collaboration
from tests.app.collaborations.setting_up import (
    COLLABORATION,
    LIST,
    add_collaboration,
    fields_with_errors,
    only_collaboration,
)
from tests.app.page_client import PageClient


def test_it_is_kept_shown_and_taken_away(service_app: FastAPI, service: PageClient) -> None:
    address = add_collaboration(service, kind="overleg")
    assert only_collaboration(service_app).kind == "overleg"
    assert "Casusoverleg of tafel" in service.get(address).text
    form = service.get(f"{address}/wijzigen")
    assert [one["value"] for one in form.by_id("kind").all("option") if "selected" in one.attributes] == ["overleg"]
    service.submit(f"{address}/wijzigen", COLLABORATION | {"kind": ""})
    assert only_collaboration(service_app).kind is None
    assert "Nog niet gekozen" in service.get(address).text


def test_one_that_nobody_knows_is_refused(service: PageClient) -> None:
    page = service.refused(f"{LIST}/nieuw", COLLABORATION | {"kind": "ploeg"}, status=422)
    assert fields_with_errors(page) == ["kind"]


def test_every_kind_has_words_and_can_be_stored(service_app: FastAPI, service: PageClient) -> None:
    add_collaboration(service)
    number = only_collaboration(service_app).id
    assert list(KIND_LABELS) == list(KINDS)
    for kind in KINDS:
        with begin_writing(service_app.state.engine) as session:
            session.get_one(Collaboration, number).kind = kind
