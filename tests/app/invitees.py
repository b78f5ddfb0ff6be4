"""People with a link of their own, for the tests: invited with the form, their links read from the letters."""

from __future__ import annotations

import re
from collections.abc import Iterable

from fastapi import FastAPI
from sqlmodel import Session, select

from app.models import Invitee, Message
from tests.app.page_client import PageClient
from tests.app.responding.answers import fill_in, sent_by
from tests.app.responding.visitors import fields
from tests.app.scans import SetUp

CODE = re.compile(r"/u/([A-Z0-9]{20})")


def desk_of(set_up: SetUp, window: str = "professional") -> str:
    """Where people are invited to a window."""
    return f"/scans/{set_up.scan.id}/beheer/{window}/adressen"


def invite(client: PageClient, set_up: SetUp, addresses: Iterable[str], window: str = "professional") -> dict[str, str]:
    """Invite people as a coördinator does, and return the link of each, by address."""
    client.submit(desk_of(set_up, window), {"adressen": "\n".join(addresses)})
    return links(client.app)


def letters(app: FastAPI, kind: str = "invitation") -> list[Message]:
    """The letters of a kind that wait, by address."""
    with Session(app.state.engine) as session:
        return list(session.exec(select(Message).where(Message.kind == kind).order_by(Message.address)).all())


def links(app: FastAPI) -> dict[str, str]:
    """The link in the letter to each address."""
    return {letter.address: f"/u/{_code(letter)}" for letter in letters(app)}


def _code(letter: Message) -> str:
    found = CODE.search(letter.body)
    assert found, letter.body
    return found[1]


def invitees(app: FastAPI) -> dict[str, Invitee]:
    """Everybody with a link of their own, by address."""
    with Session(app.state.engine) as session:
        return {one.address: one for one in session.exec(select(Invitee)).all()}


def begin(app: FastAPI, set_up: SetUp, link: str, window: str = "professional") -> PageClient:
    """A browser of somebody who opened their link, began, and answered one question."""
    client = PageClient(app)
    assert client.http.get(link).status_code == 303
    client.submit(f"{set_up.path(window)}/begin", fields(window))
    answer(client, set_up, window)
    return client


def answer(client: PageClient, set_up: SetUp, window: str = "professional") -> None:
    """Answer the first question that there is."""
    path = f"{set_up.path(window)}/stap/1"
    (first, *_) = client_questions(client, path)
    fill_in(client, path, **{first: "wn"})


def client_questions(client: PageClient, path: str) -> list[str]:
    """The names of the questions on a screen."""
    radios = [one["name"] for one in client.get(path).all("input") if one.get("type") == "radio"]
    return list(dict.fromkeys(radios))


def sending(client: PageClient, set_up: SetUp, window: str = "professional") -> dict[str, str]:
    """What the check page sends."""
    return {"invulling": sent_by(client.get(f"{set_up.path(window)}/controle"))["invulling"]}


def send(client: PageClient, set_up: SetUp, window: str = "professional") -> str:
    """Send what was filled in, and return where that leads."""
    return client.submit(f"{set_up.path(window)}/versturen", sending(client, set_up, window))
