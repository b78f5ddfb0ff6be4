"""`vensterscan user`: the first people of an installation begin with a link, and who lost theirs gets another."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from fastapi import FastAPI
from typer.testing import CliRunner

from app.cli import program
from tests.app.accounts.knocking import ANOTHER, EMAIL, add, again, browser, is_in, knock, with_phone
from tests.app.page_client import PageClient

CHOSEN = {"name": "Sanne", "password": ANOTHER, "again": ANOTHER}


def run(app: FastAPI, *arguments: str, **settings: str) -> tuple[int, str]:
    environment = {"VENSTERSCAN_DATABASE_URL": app.state.settings.database_url} | settings
    done = CliRunner().invoke(program, ["user", *arguments], env=environment)
    return done.exit_code, done.output


def opened(app: FastAPI, said: str) -> tuple[PageClient, str]:
    """A browser, and the path of the link that was shown."""
    return browser(app), urlsplit(said.rsplit(maxsplit=1)[-1]).path


@pytest.mark.parametrize("role", [["beheerder"], ["coordinator", "--gemeente", "GM0321"]], ids=" ".join)
def test_the_first_people_begin_with_the_link_that_is_shown(service_app: FastAPI, role: list[str]) -> None:
    status, said = run(service_app, "add", " Sanne@Houten.nl", "--naam", "Sanne de Vries", "--rol", *role)
    assert status == 0
    assert "14 dagen" in said
    client, link = opened(service_app, said)
    assert client.submit(link, CHOSEN) == "/"
    assert is_in(client)
    assert knock(browser(service_app), password=ANOTHER).status_code == 303


def test_the_link_has_the_address_that_users_open(service_app: FastAPI) -> None:
    _, said = run(
        service_app, "add", EMAIL, "--naam", "S", "--rol", "beheerder", VENSTERSCAN_BASE_URL="https://scan.voorbeeld.nl"
    )
    assert "https://scan.voorbeeld.nl/welkom/" in said
    _, said = run(service_app, "reset", EMAIL, VENSTERSCAN_PORT="8123")
    assert "http://127.0.0.1:8123/wachtwoord/" in said


def test_who_lost_their_password_gets_a_link(service_app: FastAPI) -> None:
    account = add(service_app)
    with_phone(service_app, account)
    status, said = run(service_app, "reset", EMAIL.upper())
    assert status == 0
    client, link = opened(service_app, said)
    assert client.submit(link, CHOSEN) == "/inloggen/code"
    assert again(service_app, account).totp_secret is not None


def test_who_lost_their_phone_as_well_can_be_let_in_again(service_app: FastAPI) -> None:
    account = add(service_app)
    with_phone(service_app, account)
    _, said = run(service_app, "reset", EMAIL, "--twee-stappen")
    client, link = opened(service_app, said)
    assert client.submit(link, CHOSEN) == "/"
    assert is_in(client)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["add", "sanne", "--naam", "S", "--rol", "beheerder"], "geen e-mailadres"),
        (["add", "x@y.nl", "--naam", "  ", "--rol", "beheerder"], "naam"),
        (["add", "x@y.nl", "--naam", "S", "--rol", "coordinator"], "--gemeente"),
        (["add", "x@y.nl", "--naam", "S", "--rol", "beheerder", "--gemeente", "GM0321"], "--gemeente"),
        (["add", "x@y.nl", "--naam", "S", "--rol", "coordinator", "--gemeente", "Houten"], "CBS-code"),
        (["add", "x@y.nl", "--naam", "S", "--rol", "meelezer"], "meelezer"),
        (["add", EMAIL, "--naam", "S", "--rol", "beheerder"], "al een account"),
        (["reset", "niemand@houten.nl"], "geen account"),
    ],
)
def test_what_cannot_be_is_refused_in_words(service_app: FastAPI, arguments: list[str], said: str) -> None:
    account = add(service_app)
    status, output = run(service_app, *arguments)
    assert status == 2
    assert said in output
    assert again(service_app, account) == account
