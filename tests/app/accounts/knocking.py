"""Somebody at the door: with an account, a password, an app, and letters that were written to them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import httpx2
import pyotp
from fastapi import FastAPI
from sqlmodel import Session, select

from app.accounts import two_steps
from app.accounts.hashes import hash_of_password
from app.accounts.links import Purpose, make_link
from app.db import begin_writing
from app.models import Account, AuditEntry, Message, SignIn
from app.store.accounts import find_account, lock_account
from tests.app.page_client import InspectedPage, PageClient
from tests.app.people import add_person

EMAIL, PASSWORD, ANOTHER = "sanne@houten.nl", "vier woorden zijn genoeg", "dit is een ander wachtwoord"


@cache
def kept_password() -> str:
    """What is kept of the password."""
    return hash_of_password(PASSWORD)


def add(app: FastAPI, role: str | None = "coordinator", *, password: bool = True, **about: Any) -> Account:
    """Add somebody who can sign in."""
    if role == "coordinator":
        about.setdefault("municipality_code", "GM0321")
    about.setdefault("email", EMAIL)
    about.setdefault("name", "Sanne de Vries")
    with begin_writing(app.state.engine) as session:
        account = add_person(session, role, **about)
        account.password_hash = kept_password() if password else None
    return account


def browser(app: FastAPI) -> PageClient:
    """The browser of somebody, which has been nowhere yet."""
    client = PageClient(app)
    client.http.headers["Sec-Fetch-Site"] = "same-origin"
    return client


def again(app: FastAPI, account: Account) -> Account:
    """The account as it is now."""
    with Session(app.state.engine) as session:
        found = find_account(session, account.id)
    assert found is not None
    return found


def knock(client: PageClient, email: str = EMAIL, password: str = PASSWORD, **more: str) -> httpx2.Response:
    """Send the form of the sign-in page."""
    return client.http.post("/inloggen", data={"email": email, "password": password, **more})


def at_home(app: FastAPI, **more: str) -> PageClient:
    """Somebody who signed in with a password, in a browser of their own."""
    client = browser(app)
    assert knock(client, **more).status_code == 303
    return client


def is_in(client: PageClient) -> bool:
    """Whether somebody is signed in, with every step."""
    return client.http.get("/account").status_code == 200


def from_elsewhere(app: FastAPI, address: str = "198.51.100.7") -> PageClient:
    """A browser in another network."""
    client = browser(app)
    client.http._transport.client = (address, 4711)  # type: ignore[attr-defined]
    return client


def set_to(app: FastAPI, **settings: Any) -> None:
    """Run the service with other settings."""
    app.state.settings = app.state.settings.model_copy(update=settings)


def mails(app: FastAPI) -> None:
    """Let the service send mail; nothing takes it away."""
    set_to(app, smtp_host="mail.voorbeeld.nl", mail_from="scan@voorbeeld.nl")


def letters(app: FastAPI) -> list[Message]:
    """What waits to be sent."""
    with Session(app.state.engine) as session:
        return list(session.exec(select(Message)))


def link_in_letter(app: FastAPI) -> str:
    """The path of the link in the only letter."""
    (letter,) = letters(app)
    found = re.search(r"http://testserver(/\S+)", letter.body)
    assert found, letter.body
    return found[1]


def link_for(app: FastAPI, account: Account, purpose: Purpose, age: timedelta = timedelta()) -> str:
    """A link that was made some time ago."""
    with begin_writing(app.state.engine) as session:
        return make_link(session, account, purpose, app.state.now() - age)


def acts(app: FastAPI) -> list[tuple[str, str]]:
    """What the log says: which act, by whom."""
    with Session(app.state.engine) as session:
        return [(one.act, one.who) for one in session.exec(select(AuditEntry).order_by(AuditEntry.id))]  # type: ignore[arg-type]


def sign_ins_of(app: FastAPI, account: Account) -> list[SignIn]:
    """Where somebody is signed in."""
    with Session(app.state.engine) as session:
        return list(session.exec(select(SignIn).where(SignIn.account_id == account.id)))


def steal(thief: PageClient, token: str) -> None:
    """Put what stands in somebody's cookie in another browser."""
    thief.http.cookies.set("sessie", token, domain="testserver.local", path="/")


def at(app: FastAPI, moment: datetime) -> None:
    """Let the clock of the service stand still at a moment."""
    app.state.now = lambda: moment


@dataclass
class Phone:
    """The app of somebody, and the recovery codes that they keep."""

    app: FastAPI
    secret: str
    recovery: tuple[str, ...]

    def code(self, steps: int = 0) -> str:
        """The code that the app shows now, or some steps from now."""
        return pyotp.TOTP(self.secret).generate_otp(int(self.app.state.now().timestamp()) // two_steps.STEP + steps)


def with_phone(app: FastAPI, account: Account) -> Phone:
    """Let somebody sign in with two steps."""
    secret = two_steps.new_secret()
    with begin_writing(app.state.engine) as session:
        locked = lock_account(session, account.id)
        assert locked is not None
        codes = two_steps.switch_on(session, app.state.keys, locked, secret, 0)
    return Phone(app, secret, codes)


def wrong(code: str) -> str:
    """Another code of as many figures."""
    return f"{(int(code) + 123_456) % 1_000_000:06}"


def field(page: InspectedPage, name: str) -> str:
    """What stands in a field of a form."""
    (found,) = [field for field in page.one("main").all("input") if field.get("name") == name]
    return found["value"]


def secret_on(page: InspectedPage) -> str:
    """The secret that a person would type over."""
    (shown,) = [code.text for code in page.one("main").all("code")]
    assert re.fullmatch(r"([A-Z2-7]{4} )+[A-Z2-7]{4}", shown)
    return shown.replace(" ", "")
