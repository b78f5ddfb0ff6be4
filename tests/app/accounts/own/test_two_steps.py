"""Two steps in the own account: on with a code, off or other codes only for who shows again who they are."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import unquote

import pyotp
import pytest
from fastapi import FastAPI

from tests.app.accounts.knocking import (
    PASSWORD,
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
    letters,
    mails,
    secret_on,
    set_to,
    with_phone,
    wrong,
)
from tests.app.page_client import InspectedPage, PageClient, inspected
from tests.app.people import sign_in

NOON = datetime(2026, 6, 30, 12, 0, 10, tzinfo=UTC)
HERE = "/account/twee-stappen"


@pytest.fixture
def app(service_app: FastAPI) -> FastAPI:
    at(service_app, NOON)
    return service_app


def now_on(secret: str) -> str:
    return pyotp.TOTP(secret).generate_otp(int(NOON.timestamp()) // 30)


def shown(client: PageClient, path: str, fields: dict[str, str]) -> InspectedPage:
    """The recovery codes that a form leads to."""
    answer = client.http.post(f"{HERE}/{path}", data=fields)
    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "no-store"
    return inspected(answer.text, dict(answer.headers))


def codes_on(page: InspectedPage) -> list[str]:
    return [code.text for code in page.one("main").all("code")]


def test_two_steps_are_set_up_with_an_app_and_a_code(app: FastAPI) -> None:
    account = add(app)
    client = at_home(app)
    assert f"{HERE}/instellen" in client.get(HERE).links()
    page = client.get(f"{HERE}/instellen")
    secret = secret_on(page)
    assert page.headers["cache-control"] == "no-store"
    assert page.one("main").one("img")["src"].startswith("data:image/svg+xml")
    form = {"offer": field(page, "offer"), "code": now_on(secret), "proof": PASSWORD}
    for bad in ({"code": wrong(form["code"])}, {"proof": "dit is het niet"}, {"offer": "x"}):
        client.refused(f"{HERE}/instellen", form | bad, status=422)
        assert again(app, account).totp_secret is None
    codes = shown(client, "instellen", form)
    assert len(set(codes_on(codes))) == 10
    (file,) = [link["href"] for link in codes.all("a") if link.get("download")]
    assert all(code in unquote(file) for code in codes_on(codes))
    assert acts(app)[-1] == ("two_steps_on", account.name)
    assert "10 herstelcodes" in client.get(HERE).text
    assert knock(browser(app)).headers["location"] == "/inloggen/code"


def test_the_secret_is_another_one_each_time_and_the_same_after_a_mistake(app: FastAPI) -> None:
    add(app)
    client = at_home(app)
    first, second = client.get(f"{HERE}/instellen"), client.get(f"{HERE}/instellen")
    assert secret_on(first) != secret_on(second)
    after = client.refused(f"{HERE}/instellen", {"offer": field(first, "offer"), "code": "1"}, status=422)
    assert secret_on(after) == secret_on(first)


@pytest.fixture
def phone(app: FastAPI) -> Phone:
    return with_phone(app, add(app))


def with_both(app: FastAPI, phone: Phone) -> PageClient:
    """Somebody who took both steps."""
    client = at_home(app)
    client.submit("/inloggen/code", {"code": phone.code()})
    assert is_in(client)
    return client


@pytest.mark.parametrize("by", ["password", "code", "recovery code"])
def test_it_is_switched_off_with_the_password_or_a_code(app: FastAPI, phone: Phone, by: str) -> None:
    mails(app)
    client = with_both(app, phone)
    proof = {"password": PASSWORD, "code": phone.code(1), "recovery code": phone.recovery[0]}[by]
    page = client.get(client.submit(f"{HERE}/uit", {"proof": proof}))
    assert "staat uit" in page.text
    assert knock(browser(app)).headers["location"] == "/"
    assert acts(app)[-2][0] == "two_steps_off"
    assert [letter.subject for letter in letters(app)] == ["Inloggen in twee stappen staat uit"]


@pytest.mark.parametrize("path", ["uit", "herstelcodes"])
def test_without_showing_who_you_are_nothing_changes(app: FastAPI, phone: Phone, path: str) -> None:
    client = with_both(app, phone)
    for proof in ("", "dit is het niet", phone.code(), wrong(phone.code())):
        client.refused(f"{HERE}/{path}", {"proof": proof}, status=422)
    assert "10 herstelcodes" in client.get(HERE).text


def test_new_recovery_codes_replace_the_old_ones(app: FastAPI, phone: Phone) -> None:
    client = with_both(app, phone)
    codes = codes_on(shown(client, "herstelcodes", {"proof": PASSWORD}))
    other = at_home(app)
    other.refused("/inloggen/code", {"code": phone.recovery[0]}, status=422)
    other.submit("/inloggen/code", {"code": codes[0]})
    assert "9 herstelcodes" in client.get(HERE).text


def test_another_app_replaces_the_one_before(app: FastAPI, phone: Phone) -> None:
    client = with_both(app, phone)
    page = client.get(f"{HERE}/instellen")
    secret = secret_on(page)
    form = {"offer": field(page, "offer"), "code": now_on(secret)}
    client.refused(f"{HERE}/instellen", form | {"proof": "dit is het niet"}, status=422)
    shown(client, "instellen", form | {"proof": phone.code(1)})
    other = at_home(app)
    other.refused("/inloggen/code", {"code": phone.code(1)}, status=422)
    other.submit("/inloggen/code", {"code": pyotp.TOTP(secret).generate_otp(int(NOON.timestamp()) // 30 + 1)})


def test_where_a_role_requires_it_it_stays_on_and_the_app_may_change(app: FastAPI, phone: Phone) -> None:
    client = with_both(app, phone)
    set_to(app, two_steps_for=frozenset({"coordinator"}))
    page = client.get(HERE)
    assert "verplicht" in page.text
    assert "Zet twee stappen uit" not in page.text
    assert (
        client.refused(f"{HERE}/uit", {"proof": PASSWORD}, status=403).heading == "Twee stappen zijn voor u verplicht"
    )
    assert len(codes_on(shown(client, "herstelcodes", {"proof": PASSWORD}))) == 10


def test_who_has_no_password_shows_nothing_to_begin_and_a_code_to_stop(app: FastAPI) -> None:
    account = add(app, password=False)
    client = sign_in(browser(app), account)
    page = client.get(f"{HERE}/instellen")
    secret = secret_on(page)
    assert "Uw wachtwoord" not in page.one("main").one("form").text
    shown(client, "instellen", {"offer": field(page, "offer"), "code": now_on(secret)})
    client.refused(f"{HERE}/uit", {"proof": ""}, status=422)
    client.submit(f"{HERE}/uit", {"proof": pyotp.TOTP(secret).generate_otp(int(NOON.timestamp()) // 30 + 1)})
    assert again(app, account).totp_secret is None
