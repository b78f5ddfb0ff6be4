"""Another password while signed in: the old one is asked, and everybody else who came in with it is out."""

from __future__ import annotations

import pytest
from fastapi import FastAPI

from app.web.throttle import Throttle
from tests.app.accounts.knocking import (
    ANOTHER,
    PASSWORD,
    acts,
    add,
    again,
    at_home,
    browser,
    is_in,
    knock,
    letters,
    link_for,
    mails,
)
from tests.app.people import sign_in

HERE = "/account/wachtwoord"
CHOSEN = {"old": PASSWORD, "password": ANOTHER, "again": ANOTHER}


def test_another_password_keeps_this_browser_and_ends_every_other(service_app: FastAPI) -> None:
    mails(service_app)
    account = add(service_app)
    link = link_for(service_app, account, "sign_in")
    mine, stolen = at_home(service_app), at_home(service_app)
    fields = mine.get(HERE).one("main").all("input")
    assert [field.get("autocomplete") for field in fields] == [
        "username",
        "current-password",
        "new-password",
        "new-password",
    ]
    page = mine.get(mine.submit(HERE, CHOSEN))
    assert "Uw wachtwoord is gewijzigd" in page.text
    assert [is_in(client) for client in (mine, stolen)] == [True, False]
    assert knock(browser(service_app)).status_code == 422
    assert knock(browser(service_app), password=ANOTHER).status_code == 303
    assert browser(service_app).http.post(link).status_code == 404
    assert [letter.subject for letter in letters(service_app)] == ["Uw wachtwoord voor Vensterscan is gewijzigd"]
    assert ("password_changed", account.name) in acts(service_app)


@pytest.mark.parametrize(
    "changed", [{"old": "dit is het niet"}, {"old": ""}, {"password": "kort"}, {"again": "anders"}]
)
def test_what_is_wrong_changes_nothing(service_app: FastAPI, changed: dict[str, str]) -> None:
    account = add(service_app)
    client = at_home(service_app)
    client.refused(HERE, CHOSEN | changed, status=422)
    assert again(service_app, account).password_hash == account.password_hash


def test_a_browser_that_was_left_open_cannot_guess_the_old_password(service_app: FastAPI) -> None:
    add(service_app)
    service_app.state.tries.proofs = Throttle(2, 900)
    client = at_home(service_app)
    for _ in range(2):
        client.refused(HERE, CHOSEN | {"old": "dit is het niet"}, status=422)
    assert client.refused(HERE, CHOSEN, status=429).heading == "Even wachten"
    assert knock(browser(service_app)).status_code == 303, "signing in goes on"


def test_who_has_no_password_yet_chooses_one_without_an_old_one(service_app: FastAPI) -> None:
    client = sign_in(browser(service_app), add(service_app, password=False))
    assert client.get(HERE).heading == "Een wachtwoord kiezen"
    client.submit(HERE, {"password": ANOTHER, "again": ANOTHER})
    assert knock(browser(service_app), password=ANOTHER).status_code == 303
