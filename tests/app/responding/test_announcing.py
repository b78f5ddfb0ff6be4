"""The coördinatoren are told, once, that a window reached its minimum."""

from __future__ import annotations

import pytest
from fastapi import FastAPI

from app.db import begin_writing
from app.models import ScanWindow
from tests.app.invitees import letters, send
from tests.app.page_client import PageClient
from tests.app.people import add_person, add_role
from tests.app.responding.answers import fill_in
from tests.app.responding.visitors import respondent, rows, set_up_scan
from tests.app.scans import SetUp, add_response, full_answers


@pytest.fixture(autouse=True)
def people(service_app: FastAPI) -> None:
    """Two who manage Houten, and others who do not."""
    with begin_writing(service_app.state.engine) as session:
        for name in ("anna", "bert"):
            add_person(session, "coordinator", email=f"{name}@houten.nl", municipality_code="GM0321")
        add_person(session, "coordinator", email="cas@woerden.nl", municipality_code="GM0632")
        reader = add_person(session, "meelezer", email="dina@houten.nl", municipality_code="GM0321")
        add_role(session, reader, "beheerder")


def sent_before(app: FastAPI, set_up: SetUp, number: int, window: str = "professional") -> None:
    with begin_writing(app.state.engine) as session:
        for _ in range(number):
            add_response(session, set_up, window)


def sends(app: FastAPI, set_up: SetUp, window: str = "professional", *, screens: int = 99) -> PageClient:
    """Somebody who answers these screens, and sends."""
    client, home = respondent(app, set_up, window), set_up.path(window)
    answers = full_answers(window)
    for number in range(1, screens + 1):
        asked = [one["name"] for one in client.get(f"{home}/stap/{number}").all("input") if one.get("type") == "radio"]
        where = fill_in(
            client, f"{home}/stap/{number}", **{name: str(answers[name]) for name in asked if name in answers}
        )
        if where.endswith("/controle"):
            break
    send(client, set_up, window)
    return client


def test_they_are_told_once_when_the_minimum_is_reached(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app, minimum={"professional": 3})
    sent_before(service_app, set_up, 1)
    sends(service_app, set_up)
    assert letters(service_app, "notice") == []
    sends(service_app, set_up)
    told = letters(service_app, "notice")
    assert [letter.address for letter in told] == ["anna@houten.nl", "bert@houten.nl"]
    sends(service_app, set_up)
    assert len(letters(service_app, "notice")) == 2
    announced = {window.window for window in rows(service_app, ScanWindow) if window.is_announced}
    assert announced == {"professional"}


def test_the_message_says_which_window_and_where_and_nothing_of_a_moment(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app, minimum={"professional": 3})
    sent_before(service_app, set_up, 2)
    sends(service_app, set_up)
    letter = letters(service_app, "notice")[0]
    assert letter.subject == "Het venster professional heeft genoeg antwoorden"
    assert letter.scan_id == set_up.scan.id
    for said in (set_up.collaboration.name, "Houten", "minimum van drie", f"/scans/{set_up.scan.id}/beheer"):
        assert said in letter.body
    assert ":0" not in letter.body
    assert str(letter.made_on.year) not in letter.body.replace(set_up.collaboration.name, "")


def test_what_is_hardly_filled_in_does_not_count(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app, minimum={"professional": 3})
    sent_before(service_app, set_up, 2)
    sends(service_app, set_up, screens=1)
    assert letters(service_app, "notice") == []
    sends(service_app, set_up)
    assert len(letters(service_app, "notice")) == 2


def test_of_one_person_or_one_group_nothing_is_told(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app, minimum={"beleid": 1})
    sends(service_app, set_up, "beleid")
    assert letters(service_app, "notice") == []
