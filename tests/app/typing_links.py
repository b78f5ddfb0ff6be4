"""Links to type forms over, and somebody who types with one, for the tests."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from fastapi import FastAPI
from sqlmodel import Session

from app.collaborations.codes import grouped, new_ref, new_typing_code
from app.models import TypingLink
from app.responding.visit import token_hash
from app.store.typing_links import add_link
from tests.app.page_client import InspectedPage, PageClient
from tests.app.scans import ROLES, SetUp

LAST_DAY = date(2126, 12, 31)


@dataclass(frozen=True)
class Made:
    """A link that was made: its row, and the way in, which is kept nowhere."""

    link: TypingLink
    way_in: str

    @property
    def home(self) -> str:
        """Where the pages of the link stand."""
        return f"/typen/{self.link.id}"


def add_typing_link(
    session: Session, set_up: SetUp, window: str = "professional", forms: int = 3, ends_on: date = LAST_DAY
) -> Made:
    """Add a link for so many forms."""
    code = new_typing_code()
    link = TypingLink(
        id=new_ref(),
        scan_id=set_up.scan.id,
        window=window,
        code_hash=token_hash(code),
        forms=forms,
        ends_on=ends_on,
    )
    add_link(session, link, [secrets.token_hex(16) for _ in range(forms)])
    return Made(link, f"/overtypen/{grouped(code)}")


def desk_of(set_up: SetUp, window: str = "professional") -> str:
    """Where links of a window are made."""
    return f"/scans/{set_up.scan.id}/beheer/{window}/overtypen"


def make_link(client: PageClient, set_up: SetUp, window: str = "professional", forms: int = 3) -> str:
    """Make a link as a coördinator does, and return the way in that the page shows once."""
    answer = client.http.post(desk_of(set_up, window), data={"aantal": str(forms)})
    assert answer.status_code == 200, answer.text[:2000]
    found = re.search(r"/overtypen/[A-Z0-9-]{29}", answer.text)
    assert found, "the page shows the link"
    return found[0]


def typist(app: FastAPI, way_in: str) -> tuple[PageClient, str]:
    """A browser of somebody who opened a link and pressed the button, and where the next form stands."""
    client = PageClient(app)
    home = client.submit(way_in).partition("?")[0]
    return client, home


def stamp_on(page: InspectedPage) -> str:
    """The stamp on the page of a form."""
    (stamp,) = [one["value"] for one in page.all("input") if one.get("name") == "formulier"]
    return stamp


def filled_in(page: InspectedPage, window: str = "professional", **answers: Any) -> dict[str, Any]:
    """What the page of a form sends when somebody typed these answers on it."""
    return {"formulier": stamp_on(page), "rol": ROLES[window]} | answers


def send(client: PageClient, home: str, fields: Mapping[str, Any]) -> str:
    """Look a form over and send it, and return where that leads."""
    assert client.http.post(f"{home}/controle", data=dict(fields)).status_code == 200
    return client.submit(f"{home}/versturen", fields)
