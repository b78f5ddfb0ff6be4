"""Signing in at the own organisation: who was invited is in, and nobody else gets an account."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest
from fastapi import FastAPI
from sqlmodel import Session, func, select

from app.accounts.door.openid import provider_of
from app.db import begin_writing
from app.models import Account
from app.store.accounts import find_account, find_account_by_email
from tests.app.accounts.knocking import acts, add, again, browser, is_in, set_to, steal, with_phone
from tests.app.page_client import PageClient, inspected
from tests.support.openid_provider import UNVERIFIED, VERIFIED, WITHOUT_EMAIL, RunningProvider

NOOR, UMIT = "noor@gemeente.example", "umit@gemeente.example"
HERE = "http://127.0.0.1:8000"
BEGIN, BACK = "/inloggen/openid", "/inloggen/openid/terug"


@pytest.fixture
def app(service_app: FastAPI, openid_provider: RunningProvider) -> FastAPI:
    set_to(
        service_app,
        base_url=HERE,
        openid_issuer=openid_provider.issuer,
        openid_client_id=openid_provider.client_id,
        openid_client_secret=openid_provider.client_secret,
    )
    service_app.state.openid = provider_of(service_app.state.settings)
    return service_app


def way_back(client: PageClient, provider: RunningProvider, login: str = VERIFIED, wanted: str = "") -> str:
    """Go to the provider and sign in there; return where the browser is sent."""
    answer = client.http.get(BEGIN, params={"naar": wanted})
    assert answer.status_code == 303
    assert answer.headers["location"].startswith(provider.issuer)
    return provider.sign_in(answer.headers["location"], login).removeprefix(HERE)


def comes_in(client: PageClient, provider: RunningProvider, login: str = VERIFIED) -> httpx2.Response:
    return client.http.get(way_back(client, provider, login))


def refused(answer: httpx2.Response, status: int, heading: str) -> None:
    assert answer.status_code == status
    assert inspected(answer.text, dict(answer.headers), status).heading == heading


def test_who_was_invited_on_an_address_that_the_provider_verified_is_in(
    app: FastAPI, openid_provider: RunningProvider
) -> None:
    account, client = add(app, email=NOOR, password=False), browser(app)
    answer = client.http.get(way_back(client, openid_provider, wanted="/scans/x?y=1"))
    assert (answer.status_code, answer.headers["location"]) == (303, "/scans/x?y=1")
    assert is_in(client)
    assert (again(app, account).openid or "").startswith(f"{openid_provider.issuer} ")
    assert acts(app) == [("signed_in", account.name)]


def test_from_then_on_the_name_at_the_provider_counts_and_not_the_address(
    app: FastAPI, openid_provider: RunningProvider
) -> None:
    account = add(app, email=NOOR, password=False)
    comes_in(browser(app), openid_provider)
    with begin_writing(app.state.engine) as session:
        found = find_account(session, account.id)
        assert found is not None
        found.email = "noor@nieuw.example"
    other = add(app, email=NOOR, password=False)
    client = browser(app)
    comes_in(client, openid_provider)
    assert "noor@nieuw.example" in client.get("/account").text
    assert again(app, other).openid is None


def test_an_account_that_is_linked_to_somebody_else_is_not_taken_over_by_its_address(
    app: FastAPI, openid_provider: RunningProvider
) -> None:
    account = add(app, email=NOOR, password=False)
    with begin_writing(app.state.engine) as session:
        found = find_account(session, account.id)
        assert found is not None
        found.openid = f"{openid_provider.issuer} somebody-else"
    refused(comes_in(browser(app), openid_provider), 403, "U bent hier nog niet uitgenodigd")


@pytest.mark.parametrize("login", [VERIFIED, UNVERIFIED, WITHOUT_EMAIL])
def test_who_was_not_invited_gets_no_account(app: FastAPI, openid_provider: RunningProvider, login: str) -> None:
    add(app, email=UMIT, password=False)
    client = browser(app)
    refused(comes_in(client, openid_provider, login), 403, "U bent hier nog niet uitgenodigd")
    assert not is_in(client)
    with Session(app.state.engine) as session:
        assert session.exec(select(func.count()).select_from(Account)).one() == 1
        found = find_account_by_email(session, UMIT)
        assert found is not None
        assert found.openid is None


def test_an_example_is_nobody_of_an_organisation(app: FastAPI, openid_provider: RunningProvider) -> None:
    account = add(app, email=NOOR, password=False)
    with begin_writing(app.state.engine) as session:
        found = find_account(session, account.id)
        assert found is not None
        found.is_example = True
    assert comes_in(browser(app), openid_provider).status_code == 403


def test_no_second_step_is_asked_because_the_organisation_asks_its_own(
    app: FastAPI, openid_provider: RunningProvider
) -> None:
    with_phone(app, add(app, email=NOOR))
    client = browser(app)
    assert comes_in(client, openid_provider).headers["location"] == "/"
    assert is_in(client)


def test_what_is_remembered_meanwhile_is_sealed_and_forgotten_on_the_way_back(
    app: FastAPI, openid_provider: RunningProvider
) -> None:
    add(app, email=NOOR)
    client = browser(app)
    answer = client.http.get(BEGIN)
    cookie = answer.headers["set-cookie"]
    state = parse_qs(urlsplit(answer.headers["location"]).query)["state"][0]
    assert state not in cookie
    for said in ("HttpOnly", "SameSite=lax", "Path=/inloggen", "Max-Age=600"):
        assert said in cookie
    back = openid_provider.sign_in(answer.headers["location"]).removeprefix(HERE)
    assert "openid=" in " ".join(client.http.get(back).headers.get_list("set-cookie"))
    assert "openid" not in client.http.cookies
    client.submit("/uitloggen")
    refused(client.http.get(back), 400, "Inloggen is niet gelukt")


def test_a_way_back_that_began_in_another_browser_lets_nobody_in(
    app: FastAPI, openid_provider: RunningProvider
) -> None:
    add(app, email=NOOR)
    back = way_back(browser(app), openid_provider)
    victim, waiting = browser(app), browser(app)
    refused(victim.http.get(back), 400, "Inloggen is niet gelukt")
    way_back(waiting, openid_provider)
    refused(waiting.http.get(back), 400, "Inloggen is niet gelukt")
    assert not is_in(victim)
    assert not is_in(waiting)


def test_who_takes_too_long_begins_anew(app: FastAPI, openid_provider: RunningProvider) -> None:
    add(app, email=NOOR)
    client = browser(app)
    back = way_back(client, openid_provider)
    now = app.state.now
    app.state.now = lambda: now() + timedelta(minutes=11)
    refused(client.http.get(back), 400, "Inloggen is niet gelukt")


def test_who_refuses_at_the_provider_is_told_so(app: FastAPI, openid_provider: RunningProvider) -> None:
    client = browser(app)
    answer = client.http.get(BEGIN)
    back = openid_provider.refuse(answer.headers["location"]).removeprefix(HERE)
    refused(client.http.get(back), 403, "Inloggen is niet gelukt")


@pytest.mark.parametrize("place", ["//kwaad.nl", "https://kwaad.nl", "/\\kwaad.nl"])
def test_coming_back_never_leads_to_another_website(app: FastAPI, openid_provider: RunningProvider, place: str) -> None:
    add(app, email=NOOR)
    client = browser(app)
    back = way_back(client, openid_provider, wanted=place)
    assert client.http.get(back).headers["location"] == "/"


def test_a_token_that_was_planted_before_is_worth_nothing_after_it(
    app: FastAPI, openid_provider: RunningProvider
) -> None:
    add(app, email=NOOR)
    victim, attacker = browser(app), browser(app)
    steal(victim, "planted")
    steal(attacker, "planted")
    comes_in(victim, openid_provider)
    assert is_in(victim)
    assert not is_in(attacker)


def test_a_provider_that_is_away_is_said_in_dutch(app: FastAPI) -> None:
    set_to(app, openid_issuer="http://127.0.0.1:9")
    app.state.openid = provider_of(app.state.settings)
    refused(browser(app).http.get(BEGIN), 502, "Inloggen is niet gelukt")


def test_where_there_is_no_provider_there_is_no_such_page(service_app: FastAPI) -> None:
    for path in (BEGIN, BACK, f"{BACK}?code=x&state=y"):
        assert browser(service_app).http.get(path).status_code == 404
