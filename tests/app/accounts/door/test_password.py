"""Signing in with a password: who is in, who is not, and what a stranger learns from trying."""

from __future__ import annotations

import doctest
import re

import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI

from app.accounts.door import service as door
from app.accounts.hashes import hash_of_password, is_outdated
from app.db import begin_writing
from app.store.accounts import find_account
from tests.app.accounts.knocking import (
    ANOTHER,
    EMAIL,
    PASSWORD,
    acts,
    add,
    again,
    at_home,
    browser,
    is_in,
    knock,
    set_to,
    sign_ins_of,
    steal,
)

OF_THIS_ANSWER = {"etag", "content-length", "x-request-id"}


def test_the_examples_are_true() -> None:
    assert doctest.testmod(door).attempted > 0
    assert not doctest.testmod(door).failed


def test_who_knows_the_password_is_in_and_comes_to_their_own_part(service_app: FastAPI) -> None:
    add(service_app)
    client = browser(service_app)
    answer = knock(client, f"  {EMAIL.upper()} ")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert is_in(client)
    assert acts(service_app) == [("signed_in", "Sanne de Vries")]


def test_after_signing_in_somebody_comes_where_they_wanted_to_go(service_app: FastAPI) -> None:
    add(service_app)
    assert knock(browser(service_app), naar="/scans/x?y=1").headers["location"] == "/scans/x?y=1"


@pytest.mark.parametrize("place", [
    "//kwaad.nl", "///kwaad.nl", "https://kwaad.nl", "http:kwaad.nl", "/\\kwaad.nl", "\\\\kwaad.nl", "/\t/kwaad.nl",
    "/\n/kwaad.nl", "javascript:alert(1)", "https://testserver@kwaad.nl", "//[", "//[x", "kwaad.nl", "?x", "/inloggen",
    "/uitloggen", "/welkom/x", "data:text/html,x", "/\r\nSet-Cookie: a=b", "/" + "a" * 3000, " //kwaad.nl", "/\u200bx",
])  # fmt: skip
def test_signing_in_never_leads_to_another_website(service_app: FastAPI, place: str) -> None:
    add(service_app)
    answer = knock(browser(service_app), naar=place)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert "a=b" not in str(answer.headers)
    assert browser(service_app).http.get("/inloggen", params={"naar": place}).status_code == 200


@pytest.mark.parametrize("place", ["/%2fkwaad.nl", "/%5ckwaad.nl", "/@kwaad.nl", "/a//kwaad.nl", "/.kwaad.nl"])
def test_an_odd_address_of_our_own_stays_at_our_own(service_app: FastAPI, place: str) -> None:
    add(service_app)
    location = knock(browser(service_app), naar=place).headers["location"]
    assert re.match(r"^/[^/\\]", location)


def test_who_is_in_already_goes_on(service_app: FastAPI) -> None:
    add(service_app)
    client = at_home(service_app)
    assert client.http.get("/inloggen").headers["location"] == "/"
    assert client.http.get("/inloggen?naar=/account").headers["location"] == "/account"


def test_every_wrong_try_gets_the_same_answer(service_app: FastAPI) -> None:
    add(service_app, email="met@houten.nl")
    add(service_app, email="zonder@houten.nl", password=False)
    answers = {
        email: knock(browser(service_app), email, "dit is het niet")
        for email in ("met@houten.nl", "zonder@houten.nl", "niemand@houten.nl")
    }
    texts = {answer.text.replace(email, "…") for email, answer in answers.items()}
    headers = [{k: v for k, v in answer.headers.items() if k not in OF_THIS_ANSWER} for answer in answers.values()]
    assert {answer.status_code for answer in answers.values()} == {422}
    assert len(texts) == 1
    assert headers[0] == headers[1] == headers[2]


def test_every_wrong_try_compares_a_password_once(service_app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    add(service_app, email="met@houten.nl")
    add(service_app, email="zonder@houten.nl", password=False)
    compared: list[str] = []
    compare = PasswordHasher.verify

    def counting(self: PasswordHasher, kept: str, password: str) -> bool:
        compared.append(kept.split("$")[3])
        return compare(self, kept, password)

    monkeypatch.setattr(PasswordHasher, "verify", counting)
    for email in ("met@houten.nl", "zonder@houten.nl", "niemand@houten.nl"):
        knock(browser(service_app), email, "dit is het niet")
    assert len(compared) == 3
    assert len(set(compared)) == 1, "each with the same strength"


def test_an_account_without_a_password_cannot_be_entered_with_an_empty_one(service_app: FastAPI) -> None:
    add(service_app, password=False)
    for password in ("", " ", "None", "the password of nobody"):
        assert knock(browser(service_app), password=password).status_code == 422


def test_what_was_typed_stays_but_never_the_password(service_app: FastAPI) -> None:
    page = browser(service_app).refused("/inloggen", {"email": "<b>x", "password": "geheim-woord"}, status=422)
    assert page.by_id("email")["value"] == "<b>x"
    assert "geheim-woord" not in page.html


def test_a_token_that_was_planted_before_signing_in_is_worth_nothing_after_it(service_app: FastAPI) -> None:
    account = add(service_app)
    victim, attacker = browser(service_app), browser(service_app)
    for client in (victim, attacker):
        steal(client, "planted-token-of-the-attacker")
    knock(victim)
    assert is_in(victim)
    assert not is_in(attacker)
    before = victim.http.cookies["sessie"]
    knock(victim)
    steal(attacker, before)
    assert not is_in(attacker), "signing in again ends the sign-in before"
    assert len(sign_ins_of(service_app, account)) == 1


def test_the_cookie_is_closed_to_scripts_and_to_other_websites(service_app: FastAPI) -> None:
    add(service_app)
    cookies = knock(browser(service_app)).headers.get_list("set-cookie")
    assert {cookie.partition("=")[0] for cookie in cookies} == {"sessie", "apparaat"}
    for cookie in cookies:
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie


def test_over_https_the_cookies_travel_encrypted_only(service_app: FastAPI) -> None:
    add(service_app)
    set_to(service_app, base_url="https://scan.voorbeeld.nl")
    cookies = knock(browser(service_app)).headers.get_list("set-cookie")
    assert all("Secure" in cookie for cookie in cookies)
    assert any(cookie.startswith("__Host-sessie=") for cookie in cookies)


def test_signing_out_ends_it_for_who_kept_the_cookie(service_app: FastAPI) -> None:
    add(service_app)
    client, thief = at_home(service_app), browser(service_app)
    steal(thief, client.http.cookies["sessie"])
    assert client.submit("/uitloggen") == "/"
    assert not is_in(client)
    assert not is_in(thief)


def test_a_password_that_was_hashed_weakly_is_hashed_anew_when_it_is_used(service_app: FastAPI) -> None:
    account = add(service_app)
    weak = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1).hash(PASSWORD)
    with begin_writing(service_app.state.engine) as session:
        found = find_account(session, account.id)
        assert found is not None
        found.password_hash = weak
    assert is_outdated(weak)
    assert knock(browser(service_app)).status_code == 303
    kept = again(service_app, account).password_hash
    assert kept is not None
    assert not is_outdated(kept)
    assert knock(browser(service_app)).status_code == 303


def test_the_same_letters_from_another_keyboard_are_the_same_password(service_app: FastAPI) -> None:
    account = add(service_app)
    with begin_writing(service_app.state.engine) as session:
        found = find_account(session, account.id)
        assert found is not None
        found.password_hash = hash_of_password("coördinator in één zin")
    decomposed = "coo\N{COMBINING DIAERESIS}rdinator in e\N{COMBINING ACUTE ACCENT}e\N{COMBINING ACUTE ACCENT}n zin"
    assert knock(browser(service_app), password=decomposed).status_code == 303


def test_nobody_who_writes_waits_while_a_password_is_compared(
    service_app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(service_app)
    compare = PasswordHasher.verify
    wrote: list[bool] = []

    def writing_meanwhile(self: PasswordHasher, kept: str, password: str) -> bool:
        add(service_app, email="ander@houten.nl")  # waits five seconds and fails where the write lock is held
        assert service_app.state.engine.pool.checkedout() == 0
        wrote.append(True)
        return compare(self, kept, password)

    monkeypatch.setattr(PasswordHasher, "verify", writing_meanwhile)
    assert knock(browser(service_app)).status_code == 303
    assert wrote == [True]


def test_a_password_that_changes_while_it_is_compared_lets_nobody_in(
    service_app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = add(service_app)
    compare = PasswordHasher.verify

    def changing_meanwhile(self: PasswordHasher, kept: str, password: str) -> bool:
        with begin_writing(service_app.state.engine) as session:
            found = find_account(session, account.id)
            assert found is not None
            found.password_hash = self.hash(ANOTHER)
        return compare(self, kept, password)

    monkeypatch.setattr(PasswordHasher, "verify", changing_meanwhile)
    assert knock(browser(service_app)).status_code == 422
    assert sign_ins_of(service_app, account) == []


def test_the_page_offers_the_ways_that_are_there(service_app: FastAPI) -> None:
    page = browser(service_app).get("/inloggen")
    assert "/wachtwoord" in page.links()
    assert "/inloggen/link" not in page.links()
    assert "Log in met" not in page.text
    set_to(service_app, smtp_host="mail.nl", mail_from="a@b.nl", openid_issuer="https://x.nl", openid_name="Houten")
    page = browser(service_app).get("/inloggen?naar=/account")
    assert "/inloggen/link" in page.links()
    assert "/inloggen/openid?naar=/account" in page.links()
    assert "Log in met Houten" in page.text
