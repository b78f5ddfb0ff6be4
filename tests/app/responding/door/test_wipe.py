"""Wiping: everything is really gone, for whom it belongs to and for nobody else."""

from __future__ import annotations

from datetime import date

from fastapi import FastAPI

from app.db import begin_writing
from app.models import Draft, DraftAnswer, DraftComment
from app.store.answers import save_answer, save_comment
from tests.app.page_client import PageClient, inspected
from tests.app.responding.visitors import close_browser, only_draft, respondent, rows, set_up_scan


def wipe(client: PageClient, path: str) -> str:
    """Wipe as somebody does who reads the question first; returns the page that says that it is done."""
    form = client.get(f"{path}/wissen").one("form")
    answer = client.http.post(form["action"], data={"invulling": form.one("input")["value"]})
    assert answer.status_code == 200
    return inspected(answer.text, dict(answer.headers)).heading


def test_wiping_takes_everything_away(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app)
    client, path = respondent(service_app, set_up, "inwoner"), set_up.path("inwoner")
    code = client.http.cookies["invulling"]
    with begin_writing(service_app.state.engine) as session:
        save_answer(session, only_draft(service_app).id, "inw_regie_1", 0.5)
        save_comment(session, only_draft(service_app).id, "inw_regie", "Het ging goed.")
    assert wipe(client, path) == "Uw antwoorden zijn gewist"
    for table in (Draft, DraftAnswer, DraftComment):
        assert rows(service_app, table) == []
    assert list(client.http.cookies) == []
    assert client.get(path, 404).status == 404
    assert PageClient(service_app).get(f"/v/{code}", 404).heading == "Deze link kennen wij niet"


def test_asking_wipes_nothing_yet(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app)
    client, path = respondent(service_app, set_up), set_up.path("professional")
    page = client.get(f"{path}/wissen")
    assert page.heading == "Alles wissen?"
    assert f"{path}/verder" in page.links()
    assert len(rows(service_app, Draft)) == 1


def test_only_ones_own_answers_are_wiped(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app)
    other = respondent(service_app, set_up)
    client = respondent(service_app, set_up)
    wipe(client, set_up.path("professional"))
    assert only_draft(service_app).window == "professional"
    assert other.submit(f"{set_up.path('professional')}/verder").endswith("/stap/1")


def test_who_sits_down_at_the_device_of_another_wipes_nothing(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app)
    client, path = respondent(service_app, set_up), set_up.path("professional")
    stamp = client.get(f"{path}/wissen").one("form").one("input")["value"]
    close_browser(client)
    assert client.http.get(f"{path}/wissen").headers["location"] == path
    assert client.submit(f"{path}/wissen", {"invulling": stamp}) == path
    assert len(rows(service_app, Draft)) == 1


def test_what_was_not_sent_can_be_wiped_after_the_last_day(service_app: FastAPI) -> None:
    service_app.state.today = lambda: date(2099, 3, 1)
    set_up = set_up_scan(service_app, closes_on=date(2099, 3, 1))
    client, path = respondent(service_app, set_up), set_up.path("professional")
    service_app.state.today = lambda: date(2099, 3, 2)
    assert f"{path}/wissen" in client.get(path).links()
    assert wipe(client, path) == "Uw antwoorden zijn gewist"
    assert rows(service_app, Draft) == []


def test_wiping_twice_ends_at_the_door(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app)
    client, path = respondent(service_app, set_up), set_up.path("professional")
    stamp = client.get(f"{path}/wissen").one("form").one("input")["value"]
    wipe(client, path)
    assert client.refused(f"{path}/wissen", {"invulling": stamp}, status=404).status == 404
