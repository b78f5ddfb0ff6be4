"""Beginning: who was invited chooses a name and a password, and is in."""

from __future__ import annotations

from datetime import timedelta

import pytest
from fastapi import FastAPI

from tests.app.accounts.knocking import (
    ANOTHER,
    EMAIL,
    add,
    again,
    browser,
    is_in,
    knock,
    link_for,
    mails,
    set_to,
)

FILLED_IN = {"name": " Sanne\tJansen ", "password": ANOTHER, "again": ANOTHER}


def test_who_was_invited_chooses_a_name_and_a_password_and_is_in(service_app: FastAPI) -> None:
    account = add(service_app, password=False)
    link, client = link_for(service_app, account, "welcome"), browser(service_app)
    page = client.get(link)
    assert page.by_id("email")["value"] == EMAIL
    assert client.submit(link, FILLED_IN) == "/"
    assert is_in(client)
    assert again(service_app, account).name == "Sanne Jansen"
    assert knock(browser(service_app), password=ANOTHER).status_code == 303


def test_opening_the_link_does_not_use_it_up_and_beginning_does(service_app: FastAPI) -> None:
    link, client = link_for(service_app, add(service_app, password=False), "welcome"), browser(service_app)
    for _ in range(2):
        client.get(link)
    client.submit(link, FILLED_IN)
    second = browser(service_app)
    assert second.refused(link, FILLED_IN, status=404).heading == "Deze link werkt niet meer"
    assert not is_in(second)


def test_without_another_way_in_a_password_is_needed(service_app: FastAPI) -> None:
    link = link_for(service_app, add(service_app, password=False), "welcome")
    page = browser(service_app).refused(link, {"name": "Sanne"}, status=422)
    assert "minstens 12" in page.by_id("fouten").text


@pytest.mark.parametrize("way", ["mail", "openid"])
def test_with_another_way_in_a_password_may_lack(service_app: FastAPI, way: str) -> None:
    account = add(service_app, password=False)
    mails(service_app) if way == "mail" else set_to(service_app, openid_issuer="https://inloggen.nl")
    link, client = link_for(service_app, account, "welcome"), browser(service_app)
    assert "hoeft niet" in client.get(link).text
    client.refused(link, {"name": "Sanne", "password": "kort"}, status=422)
    client.submit(link, {"name": "Sanne"})
    assert is_in(client)
    assert again(service_app, account).password_hash is None


@pytest.mark.parametrize("name", ["", "   ", "\t\n", "x" * 201])
def test_a_name_is_needed(service_app: FastAPI, name: str) -> None:
    account = add(service_app, password=False)
    link = link_for(service_app, account, "welcome")
    browser(service_app).refused(link, FILLED_IN | {"name": name}, status=422)
    assert again(service_app, account).name == account.name


def test_a_name_with_signs_of_html_is_only_a_name(service_app: FastAPI) -> None:
    link, client = link_for(service_app, add(service_app, password=False), "welcome"), browser(service_app)
    client.submit(link, FILLED_IN | {"name": "<script>alert(1)</script>"})
    assert "<script>alert" not in client.get("/account").html


@pytest.mark.parametrize("kind", ["expired", "other purpose"])
def test_what_is_no_invitation_any_more_opens_nothing(service_app: FastAPI, kind: str) -> None:
    account = add(service_app, password=False)
    link = (
        link_for(service_app, account, "welcome", timedelta(days=15))
        if kind == "expired"
        else link_for(service_app, account, "password").replace("/wachtwoord/", "/welkom/")
    )
    browser(service_app).get(link, 404)
    browser(service_app).refused(link, FILLED_IN, status=404)


def test_where_two_steps_are_required_the_second_comes_first(service_app: FastAPI) -> None:
    set_to(service_app, two_steps_for=frozenset({"coordinator"}))
    link, client = link_for(service_app, add(service_app, password=False), "welcome"), browser(service_app)
    assert client.submit(link, FILLED_IN) == "/inloggen/twee-stappen"
    assert not is_in(client)
