"""The second step: until it is taken nothing opens, a code works once, and the token is another one after it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from fastapi import FastAPI

from app.accounts.sign_ins import SECOND_STEP
from tests.app.accounts.knocking import (
    Phone,
    acts,
    add,
    again,
    at,
    at_home,
    browser,
    field,
    is_in,
    knock,
    secret_on,
    set_to,
    steal,
    with_phone,
    wrong,
)
from tests.app.page_client import PageClient, inspected
from tests.app.people import sign_in

NOON = datetime(2026, 6, 30, 12, 0, 10, tzinfo=UTC)
CODE, SET_UP = "/inloggen/code", "/inloggen/twee-stappen"


@pytest.fixture
def app(service_app: FastAPI) -> FastAPI:
    at(service_app, NOON)
    return service_app


@pytest.fixture
def phone(app: FastAPI) -> Phone:
    return with_phone(app, add(app))


def half_in(app: FastAPI, **more: str) -> PageClient:
    """Somebody who gave the right password."""
    return at_home(app, **more)


def test_a_code_of_the_app_is_the_second_step(app: FastAPI, phone: Phone) -> None:
    client = browser(app)
    assert knock(client).headers["location"] == CODE
    page = client.get(CODE)
    assert page.by_id("code").get("autocomplete") == "one-time-code"
    assert client.submit(CODE, {"code": f" {phone.code()[:3]} {phone.code()[3:]} "}) == "/"
    assert is_in(client)
    assert acts(app) == [("signed_in", "Sanne de Vries")]


def test_until_then_nothing_else_opens_and_every_page_leads_to_the_step(app: FastAPI, phone: Phone) -> None:
    client = half_in(app)
    for path in ("/account", "/samenwerkingen", "/account/twee-stappen"):
        assert client.http.get(path).headers["location"].startswith(f"{CODE}?naar=%2F")
    assert client.http.get("/inloggen?naar=/account").headers["location"] == f"{CODE}?naar=%2Faccount"
    assert client.http.get(SET_UP).headers["location"] == CODE
    for path in ("/account/twee-stappen/uit", "/account/naam", SET_UP):
        assert client.http.post(path, data={"name": "x"}).status_code == 403
    assert client.http.get("/account", headers={"HX-Request": "true"}).headers["hx-redirect"] == CODE
    assert "Uitloggen" not in client.get("/").text
    assert phone.recovery


def test_after_it_somebody_comes_where_they_wanted_to_go(app: FastAPI, phone: Phone) -> None:
    client = half_in(app, naar="/scans/x?y=1")
    page = client.get("/inloggen/code?naar=/scans/x%3Fy%3D1")
    (field,) = [field for field in page.all("input") if field.get("name") == "naar"]
    assert client.submit(CODE, {"code": phone.code(), "naar": field["value"]}) == "/scans/x?y=1"
    other = half_in(app)
    assert other.submit(CODE, {"code": phone.code(1), "naar": "//kwaad.nl"}) == "/"


def test_the_token_is_another_one_after_it(app: FastAPI, phone: Phone) -> None:
    client, thief = half_in(app), browser(app)
    steal(thief, client.http.cookies["sessie"])
    client.submit(CODE, {"code": phone.code()})
    assert is_in(client)
    assert not is_in(thief)
    assert thief.http.post(CODE, data={"code": phone.code(1)}).status_code == 403


def test_a_code_works_once_wherever_it_is_used(app: FastAPI, phone: Phone) -> None:
    code = phone.code()
    half_in(app).submit(CODE, {"code": code})
    second = half_in(app)
    page = second.refused(CODE, {"code": code}, status=422)
    assert "al gebruikt" in page.by_id("fouten").text
    second.refused(CODE, {"code": phone.code(-1)}, status=422)
    assert not is_in(second)
    second.submit(CODE, {"code": phone.code(1)})


@pytest.mark.parametrize(("steps", "is_right"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_clock_may_differ_half_a_minute(app: FastAPI, phone: Phone, steps: int, is_right: bool) -> None:
    client = half_in(app)
    assert client.http.post(CODE, data={"code": phone.code(steps)}).status_code == (303 if is_right else 422)


@pytest.mark.parametrize("code", ["", "000", "abcdef", "１２３４５６", "²³", "'; --", "0" * 10_000])
def test_what_is_no_code_is_refused(app: FastAPI, phone: Phone, code: str) -> None:
    client = half_in(app)
    client.refused(CODE, {"code": code}, status=422)
    assert not is_in(client)
    assert phone.secret


def test_a_recovery_code_works_once_however_it_is_typed(app: FastAPI, phone: Phone) -> None:
    code = phone.recovery[3]
    half_in(app).submit(CODE, {"code": f" {code.upper().replace('-', ' ')}"})
    client = half_in(app)
    client.refused(CODE, {"code": code}, status=422)
    assert client.submit(CODE, {"code": phone.recovery[4].replace("-", "")}) == "/"


def test_a_recovery_code_of_somebody_else_is_wrong(app: FastAPI, phone: Phone) -> None:
    other = with_phone(app, add(app, email="ander@houten.nl"))
    half_in(app).refused(CODE, {"code": other.recovery[0]}, status=422)
    assert phone.recovery


def test_neither_the_secret_nor_a_recovery_code_can_be_read_in_the_database(app: FastAPI, phone: Phone) -> None:
    with app.state.engine.connect() as connection:
        stored = str(
            [connection.exec_driver_sql(f"SELECT * FROM {table}").all() for table in ("account", "recovery_code")]
        )
    assert phone.secret not in stored
    assert not [code for code in phone.recovery if code in stored or code.replace("-", "") in stored]


def test_who_waits_too_long_begins_anew(app: FastAPI, phone: Phone) -> None:
    client = half_in(app)
    at(app, NOON + SECOND_STEP + timedelta(seconds=1))
    assert client.http.get(CODE).headers["location"] == "/inloggen"
    assert client.http.post(CODE, data={"code": phone.code()}).status_code == 403


def test_who_stops_halfway_is_out(app: FastAPI, phone: Phone) -> None:
    client = half_in(app)
    client.submit("/uitloggen")
    assert client.http.post(CODE, data={"code": phone.code()}).status_code == 403


def test_a_stranger_has_no_second_step(app: FastAPI) -> None:
    assert browser(app).http.get(CODE).headers["location"] == "/inloggen"
    assert browser(app).http.get(SET_UP).headers["location"] == "/inloggen"
    assert browser(app).http.post(CODE, data={"code": "123456"}).status_code == 403


@pytest.fixture
def must(app: FastAPI) -> FastAPI:
    """A service that wants two steps of who coordinates."""
    set_to(app, two_steps_for=frozenset({"coordinator"}))
    return app


def test_who_must_have_two_steps_sets_them_up_before_anything_opens(must: FastAPI) -> None:
    account = add(must)
    client, thief = browser(must), browser(must)
    assert knock(client).headers["location"] == SET_UP
    steal(thief, client.http.cookies["sessie"])
    assert client.http.get("/account").headers["location"] == f"{SET_UP}?naar=%2Faccount"
    assert client.http.get(CODE).headers["location"] == SET_UP
    page = client.get(f"{SET_UP}?naar=/account")
    secret, offer = secret_on(page), field(page, "offer")
    now = pyotp.TOTP(secret).generate_otp(int(NOON.timestamp()) // 30)
    client.refused(SET_UP, {"code": wrong(now), "offer": offer}, status=422)
    answer = client.http.post(SET_UP, data={"code": now, "offer": offer, "naar": "/account"})
    shown = inspected(answer.text, dict(answer.headers))
    codes = [code.text for code in shown.one("main").all("code")]
    assert (len(codes), answer.headers["cache-control"]) == (10, "no-store")
    assert "/account" in shown.one("main").links()
    assert is_in(client)
    assert not is_in(thief)
    assert again(must, account).totp_secret is not None
    assert acts(must) == [("two_steps_on", account.name), ("signed_in", account.name)]
    other = half_in(must)
    other.refused(CODE, {"code": now}, status=422)
    other.submit(CODE, {"code": codes[0]})


def test_a_secret_that_was_offered_to_somebody_else_or_long_ago_is_not_taken(must: FastAPI) -> None:
    add(must)
    add(must, email="ander@houten.nl")
    mine, other = half_in(must), half_in(must, email="ander@houten.nl")
    page = other.get(SET_UP)
    code = pyotp.TOTP(secret_on(page)).generate_otp(int(NOON.timestamp()) // 30)
    for offer in (field(page, "offer"), "", "x", must.state.keys.seal("totp", secret_on(page))):
        mine.refused(SET_UP, {"code": code, "offer": offer}, status=422)
    assert not is_in(mine)


def test_who_set_them_up_in_another_browser_meanwhile_does_not_do_so_again(must: FastAPI) -> None:
    account = add(must)
    client = half_in(must)
    page = client.get(SET_UP)
    with_phone(must, account)
    code = pyotp.TOTP(secret_on(page)).generate_otp(int(NOON.timestamp()) // 30)
    client.refused(SET_UP, {"code": code, "offer": field(page, "offer")}, status=409)
    assert not is_in(client)


def test_who_comes_in_by_their_organisation_is_asked_no_second_step(must: FastAPI) -> None:
    account = add(must)
    assert is_in(sign_in(browser(must), account))


def test_a_role_without_that_rule_is_not_asked(must: FastAPI) -> None:
    add(must, "meelezer", municipality_code="GM0321")
    assert knock(browser(must)).headers["location"] == "/"
