"""A provider that is broken, or that answers with something that it should not."""

from __future__ import annotations

import gzip
from datetime import timedelta

import pytest

from app.accounts.openid import Identity, OpenIdProvider, fetching
from app.accounts.openid.errors import AWAY, UNTRUSTED
from tests.app.accounts.openid.hostile import (
    CLIENT_ID,
    DISCOVERY,
    ELSEWHERE,
    KEYS,
    NOW,
    TOKEN,
    USERINFO,
    Answer,
    HostileProvider,
)
from tests.app.accounts.openid.refusing import refused


def sign_in(client: OpenIdProvider, hostile: HostileProvider) -> Identity:
    """Go and come back with an ID token that has no address in it, so that everything is asked."""
    _, attempt = client.begin("http://127.0.0.1/terug", "/", NOW)
    if TOKEN not in hostile.answers:
        hostile.gives(hostile.id_token(attempt, email=None))
    return client.finish(attempt, {"state": attempt.state, "code": "the-code"}, NOW)


def test_all_is_asked_once(hostile: HostileProvider, client: OpenIdProvider) -> None:
    assert sign_in(client, hostile).email == "userinfo@gemeente.example"
    assert hostile.asked == [DISCOVERY, TOKEN, KEYS, USERINFO]


BROKEN = {
    "an error": Answer({"error": "the-code"}, 500),
    "a refusal": Answer({"error": "the-code\r\nforged line"}, 400),
    "nothing": Answer(b"", 204),
    "garbage": Answer(b"\xff\x00<html>"),
    "a list": Answer([]),
    "nested without end": Answer(b"[" * 500_000),
    "too much": Answer({"padding": "x" * 1_000_000}),
    "packed": Answer(gzip.compress(b"{}" + b" " * 5_000_000), headers={"Content-Encoding": "gzip"}),
    "a way to elsewhere": Answer({}, 302, {"Location": ELSEWHERE}),
    "a way to elsewhere with the same request": Answer({}, 307, {"Location": ELSEWHERE}),
}


@pytest.mark.parametrize("place", [DISCOVERY, TOKEN, KEYS, USERINFO])
@pytest.mark.parametrize("answer", BROKEN.values(), ids=BROKEN)
def test_a_provider_that_does_not_work_is_said_to_be_away(
    hostile: HostileProvider, client: OpenIdProvider, place: str, answer: Answer
) -> None:
    hostile.answers[place] = answer
    with refused(AWAY, "the ", "the-code", "the-access-token", "forged"):
        sign_in(client, hostile)
    assert hostile.asked[-1] == place


def test_the_log_says_why_a_packed_answer_was_not_read(hostile: HostileProvider, client: OpenIdProvider) -> None:
    hostile.answers[DISCOVERY] = BROKEN["packed"]
    with refused(AWAY, "packs its answer"):
        sign_in(client, hostile)


def test_a_provider_that_keeps_us_waiting_is_left(
    hostile: HostileProvider, client: OpenIdProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "ALL_SECONDS", -1.0)
    with refused(AWAY, "takes too long"):
        sign_in(client, hostile)


def test_userinfo_about_somebody_else_is_refused(hostile: HostileProvider, client: OpenIdProvider) -> None:
    hostile.answers[USERINFO].body["sub"] = "2"
    with refused(UNTRUSTED, "somebody else", "userinfo@"):
        sign_in(client, hostile)


@pytest.mark.parametrize("access_token", ["é", "a\r\nb"])
def test_an_access_token_that_cannot_be_sent_is_refused(
    hostile: HostileProvider, client: OpenIdProvider, access_token: str
) -> None:
    _, attempt = client.begin("http://127.0.0.1/terug", "/", NOW)
    hostile.gives(hostile.id_token(attempt, email=None))
    hostile.answers[TOKEN].body["access_token"] = access_token
    with refused(UNTRUSTED, "cannot be sent", access_token):
        client.finish(attempt, {"state": attempt.state, "code": "the-code"}, NOW)


@pytest.mark.parametrize("changes", [{"userinfo_endpoint": None}, {}])
def test_who_has_an_address_nowhere_has_none(
    hostile: HostileProvider, client: OpenIdProvider, changes: dict[str, object]
) -> None:
    hostile.says(**changes)
    hostile.answers[USERINFO].body.pop("email")
    assert sign_in(client, hostile).email is None


def test_what_a_provider_says_about_itself_is_remembered_for_an_hour(
    hostile: HostileProvider, client: OpenIdProvider
) -> None:
    for passed in (timedelta(0), timedelta(minutes=59)):
        client.begin("http://127.0.0.1/terug", "/", NOW + passed)
    assert hostile.asked == [DISCOVERY]
    client.begin("http://127.0.0.1/terug", "/", NOW + timedelta(hours=1))
    assert hostile.asked == [DISCOVERY, DISCOVERY]


def test_a_provider_that_failed_is_asked_again(hostile: HostileProvider, client: OpenIdProvider) -> None:
    honest, hostile.answers[DISCOVERY] = hostile.answers[DISCOVERY], Answer({}, 503)
    with refused(AWAY, "503"):
        sign_in(client, hostile)
    hostile.answers[DISCOVERY] = honest
    assert sign_in(client, hostile).subject == "1"


@pytest.mark.parametrize("issuer", ["https://elsewhere.example", "", None, "slash"])
def test_a_provider_that_calls_itself_otherwise_is_refused(
    hostile: HostileProvider, client: OpenIdProvider, issuer: str | None
) -> None:
    hostile.says(issuer=hostile.issuer + "/" if issuer == "slash" else issuer)
    with refused(UNTRUSTED, "another name"):
        sign_in(client, hostile)


UNSAFE = [
    "http://elsewhere.example/x",
    "http://127.0.0.1.elsewhere.example/x",
    "http://127.0.0.1@elsewhere.example/x",
    "https://user:password@elsewhere.example/x",
    "file:///etc/passwd",
    "//elsewhere.example/x",
    "/x",
    "https://",
    "http://[",
    "https://elsewhere.example:port/x",
    "javascript:alert(1)",
    3,
]


@pytest.mark.parametrize("address", [*UNSAFE, None, ""])
@pytest.mark.parametrize("place", ["authorization_endpoint", "token_endpoint", "jwks_uri"])
def test_an_address_that_is_not_safe_is_not_used(
    hostile: HostileProvider, client: OpenIdProvider, place: str, address: object
) -> None:
    hostile.says(**{place: address})
    with refused(UNTRUSTED, "address"):
        client.begin("http://127.0.0.1/terug", "/", NOW)


@pytest.mark.parametrize("address", UNSAFE)
def test_an_address_for_userinfo_that_is_not_safe_is_not_used(
    hostile: HostileProvider, client: OpenIdProvider, address: object
) -> None:
    hostile.says(userinfo_endpoint=address)
    with refused(UNTRUSTED, "address"):
        client.begin("http://127.0.0.1/terug", "/", NOW)


@pytest.mark.parametrize("issuer", ["http://login.example", "login.example", "", "https://[", "ftp://127.0.0.1"])
def test_an_issuer_that_is_not_safe_is_never_asked(issuer: str) -> None:
    with refused(UNTRUSTED, "address"):
        OpenIdProvider(issuer, CLIENT_ID, "geheim").begin("http://127.0.0.1/terug", "/", NOW)


def test_what_is_on_this_machine_is_no_reason_to_trust_http_of_an_issuer_elsewhere() -> None:
    assert not fetching.is_safe("http://127.0.0.1/x", loopback_is_enough=fetching.on_loopback("https://login.example"))


@pytest.mark.parametrize("answer", [{}, {"code": ""}, {"id_token": "x"}])
def test_an_answer_without_a_code_is_refused(
    hostile: HostileProvider, client: OpenIdProvider, answer: dict[str, str]
) -> None:
    _, attempt = client.begin("http://127.0.0.1/terug", "/", NOW)
    with refused(UNTRUSTED, "no code"):
        client.finish(attempt, {"state": attempt.state} | answer, NOW)
    assert TOKEN not in hostile.asked


def test_a_provider_that_need_not_say_who_it_is_may_not_be_another(
    hostile: HostileProvider, client: OpenIdProvider
) -> None:
    _, attempt = client.begin("http://127.0.0.1/terug", "/", NOW)
    with refused(UNTRUSTED, "another issuer"):
        client.finish(attempt, {"state": attempt.state, "code": "x", "iss": "https://elsewhere.example"}, NOW)
    assert TOKEN not in hostile.asked


def test_an_error_in_words_of_somebody_else_stays_out_of_the_log(client: OpenIdProvider) -> None:
    _, attempt = client.begin("http://127.0.0.1/terug", "/", NOW)
    answer = {"state": attempt.state, "error": "a\nforged line", "error_description": "forged"}
    with refused(AWAY, "unknown error", "forged"):
        client.finish(attempt, answer, NOW)
