"""Choosing another password with a link: whoever came in with the old one is out, and the owner hears of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from fastapi import FastAPI

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
    letters,
    link_for,
    link_in_letter,
    mails,
    sign_ins_of,
    with_phone,
)
from tests.app.page_client import inspected

CHOSEN = {"password": ANOTHER, "again": ANOTHER}


def ask(app: FastAPI, email: str = EMAIL) -> str:
    answer = browser(app).http.post("/wachtwoord", data={"email": email})
    page = inspected(answer.text, dict(answer.headers), answer.status_code)
    assert (answer.status_code, page.heading) == (200, "Aanvraag ontvangen")
    return answer.text


@pytest.mark.parametrize("by_mail", [True, False])
def test_who_forgot_their_password_chooses_another_and_is_in(service_app: FastAPI, by_mail: bool) -> None:
    add(service_app)
    if by_mail:
        mails(service_app)
    said = ask(service_app)
    assert ("beheerder" in said) is not by_mail
    link, client = link_in_letter(service_app), browser(service_app)
    page = client.get(link)
    assert "12 tekens" in page.text
    assert [field.get("autocomplete") for field in page.one("main").all("input")] == [
        "username",
        "new-password",
        "new-password",
    ]
    assert client.submit(link, CHOSEN) == "/"
    assert is_in(client)
    assert knock(browser(service_app)).status_code == 422
    assert knock(browser(service_app), password=ANOTHER).status_code == 303


def test_without_a_mail_server_the_page_says_who_has_the_link_and_it_works_for_days(service_app: FastAPI) -> None:
    add(service_app)
    assert "beheerder" in browser(service_app).get("/wachtwoord").text
    ask(service_app)
    (letter,) = letters(service_app)
    assert (letter.kind, letter.address) == ("account", EMAIL)
    assert "3 dagen" in letter.body
    now = service_app.state.now
    service_app.state.now = lambda: now() + timedelta(days=2)
    browser(service_app).get(link_in_letter(service_app))


def test_whether_the_address_is_known_shows_nowhere(service_app: FastAPI) -> None:
    add(service_app)
    assert ask(service_app) == ask(service_app, "niemand@houten.nl")
    assert len(letters(service_app)) == 1


def test_another_password_ends_everything_that_was_open(service_app: FastAPI) -> None:
    mails(service_app)
    account = add(service_app)
    thief, sign_in = at_home(service_app), link_for(service_app, account, "sign_in")
    client = browser(service_app)
    client.submit(link_for(service_app, account, "password"), CHOSEN)
    assert not is_in(thief)
    assert browser(service_app).http.post(sign_in).status_code == 404
    assert len(sign_ins_of(service_app, account)) == 1
    (letter,) = letters(service_app)
    assert "gewijzigd" in letter.subject
    assert ("password_changed", account.name) in acts(service_app)


def test_a_link_is_used_up_by_choosing_and_by_nothing_else(service_app: FastAPI) -> None:
    link, client = link_for(service_app, add(service_app), "password"), browser(service_app)
    for _ in range(2):
        client.get(link)
    client.refused(link, {"password": "kort", "again": "kort"}, status=422)
    browser(service_app).submit(link, CHOSEN)
    assert client.refused(link, CHOSEN, status=404).heading == "Deze link werkt niet meer"
    client.get(link, 404)


@pytest.mark.parametrize("kind", ["expired", "other purpose", "made up"])
def test_what_is_no_link_any_more_changes_nothing(service_app: FastAPI, kind: str) -> None:
    account = add(service_app)
    link = {
        "expired": lambda: link_for(service_app, account, "password", timedelta(hours=3)),
        "other purpose": lambda: link_for(service_app, account, "sign_in").replace("/inloggen/link/", "/wachtwoord/"),
        "made up": lambda: "/wachtwoord/" + "a" * 43,
    }[kind]()
    client = browser(service_app)
    client.get(link, 404)
    client.refused(link, CHOSEN, status=404)
    assert again(service_app, account).password_hash == account.password_hash


@pytest.mark.parametrize(
    ("password", "again_typed", "said"),
    [
        ("elf tekens.", "elf tekens.", "minstens 12"),
        ("x" * 201, "x" * 201, "hoogstens 200"),
        ("a" * 20, "a" * 20, "meer dan één soort teken"),
        ("Sanne de Vries", "Sanne de Vries", "niet uw naam"),
        ("sannedevries", "sannedevries", "niet uw naam"),
        (EMAIL.upper(), EMAIL.upper(), "niet uw naam"),
        (ANOTHER, PASSWORD, "niet hetzelfde"),
        ("", "", "minstens 12"),
    ],
)
def test_a_password_that_is_easily_guessed_is_refused(
    service_app: FastAPI, password: str, again_typed: str, said: str
) -> None:
    account = add(service_app)
    link = link_for(service_app, account, "password")
    page = browser(service_app).refused(link, {"password": password, "again": again_typed}, status=422)
    assert said in page.by_id("fouten").text
    assert not password or f'"{password}"' not in page.html
    assert again(service_app, account).password_hash == account.password_hash


@pytest.mark.parametrize("password", ["aaaaaaaaaaab", "😀" * 11 + "x", "  twaalf tekens  ", "x" * 199 + "y"])
def test_there_are_no_other_rules(service_app: FastAPI, password: str) -> None:
    account = add(service_app)
    browser(service_app).submit(link_for(service_app, account, "password"), {"password": password, "again": password})
    assert knock(browser(service_app), password=password).status_code == 303


def test_two_steps_stay_two_steps(service_app: FastAPI) -> None:
    account = add(service_app)
    with_phone(service_app, account)
    client = browser(service_app)
    assert client.submit(link_for(service_app, account, "password"), CHOSEN) == "/inloggen/code"
    assert not is_in(client)
