"""Signing in with a link that is mailed: it works once, for a person who presses a button."""

from __future__ import annotations

from datetime import timedelta

import pytest
from fastapi import FastAPI

from app.db import begin_writing
from app.store.accounts import find_account_by_email
from app.web.throttle import Throttle
from tests.app.accounts.knocking import (
    EMAIL,
    acts,
    add,
    browser,
    is_in,
    letters,
    link_for,
    link_in_letter,
    mails,
    with_phone,
)
from tests.app.page_client import inspected
from tests.support.loop import run

NOBODY = "niemand@houten.nl"


@pytest.fixture
def app(service_app: FastAPI) -> FastAPI:
    mails(service_app)
    return service_app


def ask(app: FastAPI, email: str = EMAIL) -> str:
    answer = browser(app).http.post("/inloggen/link", data={"email": email})
    page = inspected(answer.text, dict(answer.headers), answer.status_code)
    assert (answer.status_code, page.heading) == (200, "Kijk in uw e-mail")
    return answer.text


def test_a_link_that_was_mailed_signs_in_after_one_button(app: FastAPI) -> None:
    add(app, password=False)
    ask(app, " Sanne@Houten.nl ")
    client, link = browser(app), link_in_letter(app)
    page = client.get(link)
    assert [button.text for button in page.one("main").all("button")] == ["Inloggen"]
    assert client.submit(link) == "/"
    assert is_in(client)
    assert acts(app) == [("signed_in", "Sanne de Vries")]


def test_whether_the_address_is_known_shows_nowhere(app: FastAPI) -> None:
    add(app)
    assert ask(app) == ask(app, NOBODY)
    assert [letter.address for letter in letters(app)] == [EMAIL]


def test_the_letter_is_written_after_the_answer_has_left(app: FastAPI) -> None:
    add(app)
    waiting: list[int] = []

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": f"email={EMAIL}".encode(), "more_body": False}

    async def send(message: dict[str, object]) -> None:
        if message["type"] == "http.response.body" and not message.get("more_body"):
            waiting.append(len(letters(app)))

    headers = [(b"host", b"testserver"), (b"content-type", b"application/x-www-form-urlencoded")]
    scope = {
        "type": "http", "method": "POST", "path": "/inloggen/link", "raw_path": b"/inloggen/link", "query_string": b"",
        "headers": headers, "http_version": "1.1", "scheme": "http", "server": ("testserver", 80),
        "client": ("testclient", 1), "root_path": "", "app": app,
    }  # fmt: skip
    run(app(scope, receive, send))
    assert waiting == [0]
    assert len(letters(app)) == 1


def test_opening_the_link_however_often_does_not_use_it_up(app: FastAPI) -> None:
    link, scanner = link_for(app, add(app), "sign_in"), browser(app)
    for _ in range(3):
        assert scanner.http.get(link).status_code == 200
        assert scanner.http.head(link).status_code == 200
    assert not is_in(scanner)
    browser(app).submit(link)


def test_a_link_works_once(app: FastAPI) -> None:
    link = link_for(app, add(app), "sign_in")
    browser(app).submit(link)
    second = browser(app)
    assert second.refused(link, status=404).heading == "Deze link werkt niet meer"
    assert second.get(link, 404).heading == "Deze link werkt niet meer"
    assert not is_in(second)


@pytest.mark.parametrize("kind", ["expired", "other purpose", "made up", "replaced"])
def test_what_is_no_link_any_more_looks_the_same(app: FastAPI, kind: str) -> None:
    account = add(app)
    link = {
        "expired": lambda: link_for(app, account, "sign_in", timedelta(minutes=31)),
        "other purpose": lambda: link_for(app, account, "password").replace("/wachtwoord/", "/inloggen/link/"),
        "made up": lambda: "/inloggen/link/" + "a" * 43,
        "replaced": lambda: (link_for(app, account, "sign_in"), link_for(app, account, "sign_in"))[0],
    }[kind]()
    client = browser(app)
    pages = [client.get(link, 404), client.refused(link, status=404)]
    assert {page.heading for page in pages} == {"Deze link werkt niet meer"}
    assert not is_in(client)


def test_the_page_of_a_link_is_not_kept_and_tells_nobody_its_address(app: FastAPI) -> None:
    link = link_for(app, add(app), "sign_in")
    for answer in (browser(app).http.get(link), browser(app).http.post(link), browser(app).http.get(link)):
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] in {"no-referrer", "strict-origin"}, "neither has the path in it"
    assert "etag" not in browser(app).http.get(link_for(app, add(app, email="x@houten.nl"), "sign_in")).headers


def test_a_link_wants_the_second_step_as_well(app: FastAPI) -> None:
    account = add(app)
    with_phone(app, account)
    client = browser(app)
    assert client.submit(link_for(app, account, "sign_in")) == "/inloggen/code"
    assert not is_in(client)


@pytest.mark.parametrize("email", [
    "", "sanne", "@", "a@b", "sanne@houten.nl\r\nBcc: iemand@elders.nl", "a@b.nl, c@d.nl", "a b@c.nl",
    "x" * 300 + "@a.nl", "<sanne@houten.nl>", "sanne@houten.nl\0\n",
])  # fmt: skip
def test_what_is_no_address_is_refused_and_nothing_is_written(app: FastAPI, email: str) -> None:
    add(app)
    answer = browser(app).http.post("/inloggen/link", data={"email": email})
    if email.strip("\0\n") == EMAIL:
        assert [letter.address for letter in letters(app)] == [EMAIL]
        return
    assert answer.status_code == 422
    assert letters(app) == []


def test_a_mailbox_is_not_filled(app: FastAPI) -> None:
    add(app)
    app.state.tries.letters_to_one = Throttle(2, 900)
    for _ in range(4):
        ask(app)
    assert len(letters(app)) == 2


def test_who_asks_too_often_waits_whether_or_not_the_address_is_known(app: FastAPI) -> None:
    add(app)
    app.state.tries.letters = Throttle(2, 900)
    answers = []
    for email in (EMAIL, NOBODY):
        ask(app, email)
        ask(app, email)
        answers.append(browser(app).http.post("/inloggen/link", data={"email": email}))
    assert [answer.status_code for answer in answers] == [429, 429]
    assert answers[0].text == answers[1].text


def test_where_no_mail_is_sent_there_is_no_such_page(service_app: FastAPI) -> None:
    account = add(service_app)
    client = browser(service_app)
    assert client.http.get("/inloggen/link").status_code == 404
    assert client.http.post("/inloggen/link", data={"email": EMAIL}).status_code == 404
    assert client.http.post(link_for(service_app, account, "sign_in")).status_code == 404
    assert letters(service_app) == []


def test_an_example_is_mailed_nothing(app: FastAPI) -> None:
    add(app, email="voorbeeld@houten.nl", role=None)
    with begin_writing(app.state.engine) as session:
        found = find_account_by_email(session, "voorbeeld@houten.nl")
        assert found is not None
        found.is_example = True
    ask(app, "voorbeeld@houten.nl")
    assert letters(app) == []
