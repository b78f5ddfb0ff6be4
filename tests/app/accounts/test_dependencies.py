"""Who is asking: who signed in, with the roles that they have at this moment, and nobody else."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import quote

import pytest
from fastapi import FastAPI

from app.accounts.dependencies import Administrator, Coordinator, MaybeAsker
from app.accounts.sign_ins import LONGEST, NOTED, UNUSED
from app.db import begin_writing
from app.store.accounts import delete_grant, list_grants
from app.web.dependencies import now_in_universal_time
from tests.app.page_client import PageClient
from tests.app.people import add_person, sign_in, somebody


@pytest.fixture
def app(service_app: FastAPI) -> FastAPI:
    @service_app.get("/wie")
    def who(asker: MaybeAsker) -> dict[str, str | None]:
        return {"name": asker.name if asker else None}

    @service_app.get("/voor-coordinatoren")
    def manage(asker: Coordinator) -> dict[str, str]:
        return {"name": asker.name}

    @service_app.post("/voor-coordinatoren")
    def change(asker: Coordinator) -> dict[str, str]:
        return {"name": asker.name}

    @service_app.get("/voor-beheerders")
    def run(asker: Administrator) -> dict[str, str]:
        return {"name": asker.name}

    return service_app


def is_known(client: PageClient) -> bool:
    return client.http.get("/wie").json()["name"] is not None


def later(app: FastAPI, wait: timedelta) -> None:
    app.state.now = lambda: now_in_universal_time() + wait


def test_who_signed_in_is_known_and_a_stranger_is_not(app: FastAPI) -> None:
    assert somebody(app, "coordinator", name="Sanne").http.get("/wie").json() == {"name": "Sanne"}
    assert not is_known(PageClient(app))


@pytest.mark.parametrize("token", ["", "x", "0" * 43, "'; --"])
def test_a_token_that_nobody_has_is_a_stranger(app: FastAPI, token: str) -> None:
    client = PageClient(app)
    client.http.cookies.set("sessie", token)
    assert not is_known(client)


def test_a_stranger_who_opens_a_page_signs_in_first_and_comes_back(app: FastAPI) -> None:
    answer = PageClient(app).http.get("/voor-coordinatoren?zoek=a&b=%2F%2Fkwaad.nl")
    assert answer.status_code == 303
    assert (
        answer.headers["location"] == f"/inloggen?naar={quote('/voor-coordinatoren?zoek=a&b=%2F%2Fkwaad.nl', safe='')}"
    )


def test_a_stranger_who_sends_something_is_refused(app: FastAPI) -> None:
    assert PageClient(app).refused("/voor-coordinatoren", status=403).heading == "Log eerst in"


def test_a_part_of_a_page_lets_the_whole_page_sign_in(app: FastAPI) -> None:
    answer = PageClient(app).http.get("/voor-coordinatoren", headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["hx-redirect"]) == (403, "/inloggen")


def test_a_role_opens_what_goes_with_it_and_nothing_else(app: FastAPI) -> None:
    opened = {
        role: (
            client.http.get("/voor-coordinatoren").status_code,
            client.http.get("/voor-beheerders").status_code,
        )
        for role, client in (
            ("coordinator", somebody(app, "coordinator", municipality_code="GM0321")),
            ("meelezer", somebody(app, "meelezer", municipality_code="GM0321")),
            ("beheerder", somebody(app, "beheerder")),
        )
    }
    assert opened == {"coordinator": (200, 403), "meelezer": (403, 403), "beheerder": (403, 200)}


def test_a_role_that_is_taken_away_is_gone_with_the_next_click(app: FastAPI) -> None:
    with begin_writing(app.state.engine) as session:
        account = add_person(session, "coordinator", municipality_code="GM0321")
    client = sign_in(PageClient(app), account)
    assert client.http.get("/voor-coordinatoren").status_code == 200
    with begin_writing(app.state.engine) as session:
        delete_grant(session, list_grants(session, account.id)[0])
    assert client.http.get("/voor-coordinatoren").status_code == 403


def test_being_signed_in_ends_when_it_is_not_used(app: FastAPI) -> None:
    client = somebody(app, "coordinator")
    later(app, UNUSED - timedelta(minutes=1))
    assert is_known(client)
    later(app, 2 * UNUSED - timedelta(minutes=5))
    assert is_known(client), "using it counts"
    later(app, 3 * UNUSED)
    assert not is_known(client)


def test_being_signed_in_ends_after_half_a_day_however_much_it_is_used(app: FastAPI) -> None:
    client, step = somebody(app, "coordinator"), UNUSED - NOTED
    for number in range(1, int(LONGEST / step) + 1):
        later(app, number * step)
        assert is_known(client)
    later(app, LONGEST + timedelta(seconds=1))
    assert not is_known(client)


def test_who_signed_in_finds_their_own_sections_in_the_navigation(app: FastAPI) -> None:
    shown = somebody(app, "coordinator").get("/").one("header")
    assert "/samenwerkingen" in shown.links()
    assert "/beheer" not in shown.links()
    assert "/inloggen" in PageClient(app).get("/").one("header").links()
    assert "/samenwerkingen" not in PageClient(app).get("/").one("header").links()
