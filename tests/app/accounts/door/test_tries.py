"""Too many wrong tries have to wait, and nobody can make the owner wait."""

from __future__ import annotations

import pickle

import pytest
from fastapi import FastAPI
from limits.storage import MemoryStorage

from app.accounts.tries import Tries
from app.web.throttle import Throttle
from tests.app.accounts.knocking import (
    EMAIL,
    add,
    at_home,
    browser,
    from_elsewhere,
    is_in,
    knock,
    mails,
    with_phone,
    wrong,
)
from tests.app.page_client import PageClient, inspected

MOST = 3


@pytest.fixture
def app(service_app: FastAPI) -> FastAPI:
    tries = Tries()
    tries.passwords, tries.networks, tries.codes = Throttle(MOST, 900), Throttle(20, 900), Throttle(MOST, 900)
    service_app.state.tries = tries
    return service_app


def try_in_vain(client: PageClient, email: str = EMAIL, times: int = MOST) -> None:
    for _ in range(times):
        assert knock(client, email, "dit is het niet").status_code == 422


def test_too_many_wrong_passwords_have_to_wait_and_the_right_one_does_too(app: FastAPI) -> None:
    add(app)
    client = browser(app)
    try_in_vain(client)
    answer = knock(client)
    page = inspected(answer.text, dict(answer.headers), 429)
    assert answer.status_code == 429
    assert page.heading == "Even wachten"
    assert 850 < int(answer.headers["retry-after"]) <= 900
    assert "15 minuten" in page.text


def test_whether_the_address_is_known_makes_no_difference(app: FastAPI) -> None:
    add(app)
    answers = []
    for email in (EMAIL, "niemand@houten.nl"):
        client = from_elsewhere(app, f"198.51.100.{len(answers)}")
        try_in_vain(client, email)
        answers.append(knock(client, email))
    assert [answer.status_code for answer in answers] == [429, 429]
    assert answers[0].text == answers[1].text


def test_the_link_by_mail_stays_possible(app: FastAPI) -> None:
    add(app)
    mails(app)
    client = browser(app)
    try_in_vain(client)
    assert "/inloggen/link" in client.refused("/inloggen", {"email": EMAIL, "password": "x"}, status=429).links()
    assert client.http.post("/inloggen/link", data={"email": EMAIL}).status_code == 200


def test_an_attacker_elsewhere_does_not_stop_the_owner(app: FastAPI) -> None:
    add(app)
    attacker = from_elsewhere(app)
    try_in_vain(attacker)
    assert knock(attacker).status_code == 429
    assert knock(browser(app)).status_code == 303


def test_an_attacker_in_the_same_building_does_not_stop_the_browser_that_was_here_before(app: FastAPI) -> None:
    add(app)
    known, attacker = at_home(app), browser(app)
    known.submit("/uitloggen")
    try_in_vain(attacker)
    for number in range(30):
        knock(attacker, f"{number}@houten.nl", "dit is het niet")
    assert knock(attacker, "nieuw@houten.nl").status_code == 429, "the network has to wait"
    assert knock(known).status_code == 303


def test_the_tries_of_a_known_browser_are_counted_as_well(app: FastAPI) -> None:
    add(app)
    known = at_home(app)
    try_in_vain(known)
    assert knock(known).status_code == 429
    assert knock(browser(app)).status_code == 303, "and only there"


def test_a_known_browser_is_known_for_its_own_account_only(app: FastAPI) -> None:
    add(app)
    add(app, email="ander@houten.nl")
    attacker = at_home(app, email="ander@houten.nl")
    try_in_vain(attacker)
    other = at_home(app, email="ander@houten.nl")
    assert knock(other).status_code == 429, "its tries for another account are counted by network"


@pytest.mark.parametrize("cookie", ["", "x", "gAAAAA", "a" * 5000])
def test_a_cookie_that_was_made_up_makes_no_browser_known(app: FastAPI, cookie: str) -> None:
    add(app)
    try_in_vain(browser(app))
    client = browser(app)
    client.http.cookies.set("apparaat", cookie)
    assert knock(client).status_code == 429


def test_the_right_password_lets_somebody_begin_anew(app: FastAPI) -> None:
    add(app)
    client = browser(app)
    for _ in range(3):
        try_in_vain(client, times=MOST - 1)
        assert knock(client).status_code == 303


def test_a_colleague_in_the_same_building_is_not_stopped(app: FastAPI) -> None:
    add(app)
    add(app, email="ander@houten.nl")
    try_in_vain(browser(app))
    assert knock(browser(app), "ander@houten.nl").status_code == 303


def test_who_knows_the_password_cannot_stop_the_owner_at_the_second_step(app: FastAPI) -> None:
    account = add(app)
    phone = with_phone(app, account)
    owner, thief = browser(app), from_elsewhere(app)
    knock(owner)
    owner.submit("/inloggen/code", {"code": phone.recovery[0]})
    owner.submit("/uitloggen")
    knock(thief)
    for _ in range(MOST):
        thief.refused("/inloggen/code", {"code": wrong(phone.code())}, status=422)
    assert thief.http.post("/inloggen/code", data={"code": phone.code()}).status_code == 429
    knock(owner)
    owner.submit("/inloggen/code", {"code": phone.code()})
    assert is_in(owner)


def test_nothing_of_who_tried_is_kept_in_a_form_that_can_be_read(app: FastAPI) -> None:
    add(app)
    knock(from_elsewhere(app, "203.0.113.9"), EMAIL, "dit is het niet")
    for throttle in vars(app.state.tries).values():
        storage = throttle._limiter.storage
        assert isinstance(storage, MemoryStorage)
        everything = pickle.dumps([dict(storage.storage), storage.expirations])
        assert b"203.0" not in everything
        assert b"houten" not in everything
