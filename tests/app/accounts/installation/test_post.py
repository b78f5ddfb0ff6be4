"""The post: handed over by the beheerder where nothing is mailed, and looked after where it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi import FastAPI

from app.config import load_settings
from app.db import begin_writing
from app.mail.post import Letter, post
from app.main import create_app
from tests.app.accounts.people.houten import HOUTEN, PEOPLE, acts, as_stored, begun, coordinator_of, letters, link_in
from tests.app.mail.mail_server import MailServer, mail_server
from tests.app.page_client import PageClient
from tests.app.people import sign_in

POST = "/beheer/post"


def administrator_of(app: FastAPI) -> PageClient:
    return sign_in(PageClient(app), begun(app, "beheerder"))


def test_without_a_mail_server_the_beheerder_hands_over_the_link(service_app: FastAPI) -> None:
    coordinator, _ = coordinator_of(service_app)
    led_to = coordinator.submit(PEOPLE, {"email": "nieuw@houten.nl", "role": "meelezer"})
    assert "de beheerder geeft het bericht door" in coordinator.get(led_to).text
    administrator = administrator_of(service_app)
    assert "1 bericht is nog niet doorgegeven." in administrator.get("/beheer").text
    page = administrator.get(POST)
    (letter,) = letters(service_app)
    assert page.by_id(f"link-{letter.id}").text == f"http://testserver{link_in(letter)}"
    assert "nieuw@houten.nl" in page.text
    assert "Uitnodiging voor Vensterscan" in page.text
    administrator.submit(f"{POST}/{letter.id}/doorgegeven")
    assert letters(service_app) == []
    assert "Er wachten geen berichten." in administrator.get(POST).text
    assert acts(service_app) == [("invited", HOUTEN), ("message_handed_over", None)]
    administrator.refused(f"{POST}/{letter.id}/doorgegeven", status=404)


def test_what_stands_in_a_message_cannot_write_in_the_page(service_app: FastAPI) -> None:
    bad = "<script>alert(1)</script> http://x.nl/\"onmouseover='alert(1)'"
    with begin_writing(service_app.state.engine) as session:
        post(session, "notice", Letter(address="a@b.nl", subject=bad, text=bad), service_app.state.today())
    shown = administrator_of(service_app).get(POST, skip=("is_written_with_care",)).html
    assert "<script>alert" not in shown
    assert "onmouseover='" not in shown


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server(refuses={"weg@houten.nl"}) as server:
        yield server


@pytest.fixture
def mailing_app(prepared_database_url: str, server: MailServer) -> Iterator[FastAPI]:
    """A running service with a mail server that refuses one address."""
    settings = load_settings(
        database_url=prepared_database_url, assets="local", smtp_host="localhost", smtp_port=server.port,
        smtp_security="none", mail_from="vensterscan@installatie.nl", smtp_user=None,
    )  # fmt: skip
    app = create_app(settings)
    app.state.database_is_ready = True
    with PageClient(app).http as http:
        app.state.portal = http.portal
        yield app


def test_with_a_mail_server_the_letter_goes_by_itself(mailing_app: FastAPI, server: MailServer) -> None:
    coordinator, _ = coordinator_of(mailing_app)
    led_to = coordinator.submit(PEOPLE, {"email": "nieuw@houten.nl", "role": "meelezer"})
    assert "Het bericht gaat per e-mail." in coordinator.get(led_to).text
    assert server.comes(seconds=15)
    assert [str(one["To"]) for one in server.taken] == ["nieuw@houten.nl"]


def test_a_letter_that_fails_is_shown_without_its_text_and_tried_again(
    mailing_app: FastAPI, server: MailServer
) -> None:
    coordinator, _ = coordinator_of(mailing_app)
    coordinator.submit(PEOPLE, {"email": "weg@houten.nl", "role": "meelezer"})
    administrator = administrator_of(mailing_app)
    assert server.is_asked(seconds=15)
    page = administrator.get(POST)
    while "1 keer geprobeerd" not in page.text:
        page = administrator.get(POST)
    (letter,) = letters(mailing_app)
    assert "weg@houten.nl" in page.text
    assert link_in(letter) not in page.html
    administrator.refused(f"{POST}/{letter.id}/doorgegeven", status=404)
    server.refuses.clear()
    administrator.submit(f"{POST}/{letter.id}/opnieuw")
    assert server.comes(seconds=15)
    administrator.refused(f"{POST}/{'0' * 32}/opnieuw", status=404)


def test_trying_again_is_for_who_mails(service_app: FastAPI) -> None:
    with begin_writing(service_app.state.engine) as session:
        post(session, "notice", Letter(address="a@b.nl", subject="x", text="y"), service_app.state.today())
    before = as_stored(service_app)
    administrator_of(service_app).refused(f"{POST}/{letters(service_app)[0].id}/opnieuw", status=404)
    assert len(as_stored(service_app)) == len(before) + 2
