"""Signing in at a real provider, and what it and we refuse together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Page

from app.accounts.openid import Attempt, Identity, OpenIdProvider
from app.accounts.openid.errors import AWAY, NOT_BEGUN, REFUSED, TOO_LATE, UNTRUSTED
from tests.app.accounts.openid.refusing import refused
from tests.support.openid_provider import (
    UNVERIFIED,
    VERIFIED,
    WITHOUT_EMAIL,
    Algorithm,
    RunningProvider,
    run_provider,
)

BACK = "http://127.0.0.1:8000/terug"


def registered_at(provider: RunningProvider) -> OpenIdProvider:
    """The service, registered at a provider."""
    return OpenIdProvider(provider.issuer, provider.client_id, provider.client_secret)


def begin(client: OpenIdProvider) -> tuple[str, Attempt]:
    """Begin now: the real provider has the real time."""
    return client.begin(BACK, "/scans", datetime.now(UTC))


def finish(client: OpenIdProvider, attempt: Attempt, answer: dict[str, str]) -> Identity:
    """Come back now, with an attempt that was kept as text."""
    return client.finish(Attempt.from_text(attempt.to_text()), answer, datetime.now(UTC))


def query_of(address: str) -> dict[str, str]:
    """What the browser brings back."""
    assert address.startswith(f"{BACK}?")
    return dict(parse_qsl(urlsplit(address).query))


def sign_in(provider: RunningProvider, login: str) -> Identity:
    """Go and come back."""
    client = registered_at(provider)
    address, attempt = begin(client)
    return finish(client, attempt, query_of(provider.sign_in(address, login)))


@pytest.fixture
def came_back(openid_provider: RunningProvider) -> tuple[OpenIdProvider, Attempt, dict[str, str]]:
    """Somebody who comes back with everything in order."""
    client = registered_at(openid_provider)
    address, attempt = begin(client)
    return client, attempt, query_of(openid_provider.sign_in(address))


def test_somebody_signs_in_and_is_known_by_a_verified_address(openid_provider: RunningProvider) -> None:
    assert sign_in(openid_provider, VERIFIED) == Identity(
        openid_provider.issuer, VERIFIED, "noor@gemeente.example", email_is_verified=True, name="Noor Inlog"
    )


def test_an_address_that_the_provider_did_not_verify_is_marked_so(openid_provider: RunningProvider) -> None:
    assert sign_in(openid_provider, UNVERIFIED) == Identity(
        openid_provider.issuer, UNVERIFIED, "umit@gemeente.example", email_is_verified=False, name="Umit Inlog"
    )


def test_somebody_without_an_address_signs_in_all_the_same(openid_provider: RunningProvider) -> None:
    assert sign_in(openid_provider, WITHOUT_EMAIL) == Identity(
        openid_provider.issuer, WITHOUT_EMAIL, None, email_is_verified=False, name="Zoë Inlog"
    )


@pytest.fixture(scope="module", params=["ES256", "PS256"])
def other_provider(request: pytest.FixtureRequest) -> Iterator[RunningProvider]:
    """A provider that signs in another way, and tells everything in the ID token."""
    algorithm: Algorithm = request.param
    with run_provider(algorithm, claims_in_id_token=True) as provider:
        yield provider


def test_a_provider_may_sign_otherwise_and_tell_all_in_the_id_token(other_provider: RunningProvider) -> None:
    assert sign_in(other_provider, VERIFIED) == Identity(
        other_provider.issuer, VERIFIED, "noor@gemeente.example", email_is_verified=True, name="Noor Inlog"
    )


@pytest.mark.browser
def test_a_browser_signs_in(openid_provider: RunningProvider, page: Page) -> None:
    client = registered_at(openid_provider)
    address, attempt = begin(client)
    page.route(f"{BACK}*", lambda route: route.fulfill(body="terug"))
    page.goto(address)
    page.get_by_label("Wie bent u?").select_option(UNVERIFIED)
    page.get_by_role("button", name="Inloggen").click()
    page.wait_for_url(f"{BACK}*")
    assert finish(client, attempt, query_of(page.url)).subject == UNVERIFIED


def test_the_browser_is_sent_away_with_what_protects_the_attempt(openid_provider: RunningProvider) -> None:
    address, attempt = begin(registered_at(openid_provider))
    sent = dict(parse_qsl(urlsplit(address).query))
    assert sent.pop("code_challenge") not in {"", attempt.verifier}
    assert sent == {
        "response_type": "code",
        "client_id": openid_provider.client_id,
        "redirect_uri": BACK,
        "scope": "openid email profile",
        "state": attempt.state,
        "nonce": attempt.nonce,
        "code_challenge_method": "S256",
    }
    assert openid_provider.client_secret not in address


def test_whoever_refuses_at_the_provider_is_not_signed_in(openid_provider: RunningProvider) -> None:
    client = registered_at(openid_provider)
    address, attempt = begin(client)
    with refused(REFUSED, "access_denied"):
        finish(client, attempt, query_of(openid_provider.refuse(address)))


def test_a_code_works_once(came_back: tuple[OpenIdProvider, Attempt, dict[str, str]]) -> None:
    client, attempt, answer = came_back
    assert finish(client, attempt, answer).subject == VERIFIED
    with refused(NOT_BEGUN, "invalid_grant", answer["code"]):
        finish(client, attempt, answer)


def test_the_code_of_somebody_else_does_not_work_in_another_attempt(
    came_back: tuple[OpenIdProvider, Attempt, dict[str, str]],
) -> None:
    client, _, answer = came_back
    _, another = begin(client)
    with refused(NOT_BEGUN, "invalid_grant", answer["code"]):
        finish(client, another, answer | {"state": another.state})


@pytest.mark.parametrize("state", [None, "", "another", "ë\x00"])
def test_an_answer_with_another_state_is_refused(
    came_back: tuple[OpenIdProvider, Attempt, dict[str, str]], state: str | None
) -> None:
    client, attempt, answer = came_back
    del answer["state"]
    with refused(NOT_BEGUN, "state", attempt.state, answer["code"]):
        finish(client, attempt, answer if state is None else answer | {"state": state})


def test_an_answer_to_another_attempt_is_refused(came_back: tuple[OpenIdProvider, Attempt, dict[str, str]]) -> None:
    client, _, answer = came_back
    _, another = begin(client)
    with refused(NOT_BEGUN, "state"):
        finish(client, another, answer)


def test_an_id_token_for_another_attempt_is_refused(came_back: tuple[OpenIdProvider, Attempt, dict[str, str]]) -> None:
    client, attempt, answer = came_back
    with refused(UNTRUSTED, "InvalidClaimError nonce", attempt.nonce):
        finish(client, replace(attempt, nonce="another"), answer)


def test_whoever_comes_back_after_ten_minutes_begins_again(
    came_back: tuple[OpenIdProvider, Attempt, dict[str, str]],
) -> None:
    client, attempt, answer = came_back
    assert attempt.until - datetime.now(UTC) <= timedelta(minutes=10)
    with refused(TOO_LATE, "too old"):
        client.finish(attempt, answer, attempt.until)
    assert client.finish(attempt, answer, datetime.now(UTC)).subject == VERIFIED


def test_an_answer_that_comes_from_another_provider_is_refused(
    came_back: tuple[OpenIdProvider, Attempt, dict[str, str]],
) -> None:
    client, attempt, answer = came_back
    with refused(UNTRUSTED, "another issuer"):
        finish(client, attempt, answer | {"iss": "https://elsewhere.example"})
    del answer["iss"]
    with refused(UNTRUSTED, "another issuer"):
        finish(client, attempt, answer)


def test_a_wrong_client_secret_gives_nobody_access(openid_provider: RunningProvider) -> None:
    client = OpenIdProvider(openid_provider.issuer, openid_provider.client_id, "another secret")
    address, attempt = begin(client)
    answer = query_of(openid_provider.sign_in(address))
    with refused(AWAY, "invalid_client", "another secret", answer["code"]):
        finish(client, attempt, answer)


def test_a_provider_that_is_gone_is_said_to_be_away() -> None:
    with run_provider() as provider:
        client = registered_at(provider)
        address, attempt = begin(client)
        answer = query_of(provider.sign_in(address))
    with refused(AWAY, "ConnectError", answer["code"]):
        finish(client, attempt, answer)
    with refused(AWAY, "ConnectError"):
        begin(registered_at(provider))
