"""Stopping and coming back: on the same device, with a code, and on a device that somebody else used."""

from __future__ import annotations

import pytest
from fastapi import FastAPI

from app.collaborations.codes import grouped
from app.collaborations.kept import UNSENT
from app.db import begin_writing
from app.models import Draft
from app.responding.questions.resume import place_to_go_on
from app.responding.questions.screens import screens_of
from app.store.answers import save_answer
from tests.app.page_client import PageClient
from tests.app.responding.visitors import (
    close_browser,
    fields,
    only_draft,
    respondent,
    rows,
    set_up_scan,
    visitor,
)
from tests.app.scans import WINDOWS


def test_a_browser_with_a_questionnaire_is_asked_first_and_shown_nothing(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app)
    client = respondent(service_app, set_up)
    close_browser(client)
    path = set_up.path("professional")
    answer = client.http.get(f"{path}/stap/1")
    assert (answer.status_code, answer.headers["location"]) == (303, path)
    page = client.get(path)
    assert page.heading == "Verdergaan of opnieuw beginnen?"
    assert [form["action"] for form in page.all("form")] == [f"{path}/verder", f"{path}/opnieuw"]
    assert "team" not in page.one("main").text.lower()
    assert client.http.cookies["invulling"] not in page.html


def test_htmx_is_sent_to_the_choice_as_well(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app)
    client = respondent(service_app, set_up)
    close_browser(client)
    for part in ("stap/1", "later", "wissen", "verder"):
        answer = client.http.get(f"{set_up.path('professional')}/{part}", headers={"HX-Request": "true"})
        assert answer.status_code == 409
        assert answer.headers["hx-redirect"] == set_up.path("professional")


def test_going_on_leads_back_to_the_same_questionnaire(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app)
    client, path = respondent(service_app, set_up), set_up.path("professional")
    close_browser(client)
    assert client.submit(f"{path}/verder") == f"{path}/stap/1"
    assert client.get(f"{path}/stap/1").status == 200
    assert len(rows(service_app, Draft)) == 1


def test_starting_over_leaves_the_other_questionnaire_alone(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app)
    client, path = respondent(service_app, set_up), set_up.path("professional")
    code = client.http.cookies["invulling"]
    with begin_writing(service_app.state.engine) as session:
        save_answer(session, only_draft(service_app).id, "pro_visie_1", 0.75)
    close_browser(client)
    assert client.submit(f"{path}/opnieuw") == path
    assert "invulling" not in client.http.cookies
    assert client.get(path).heading == "Hoe werkt u samen rond inwoners?"
    client.submit(f"{path}/begin", fields("professional"))
    assert len(rows(service_app, Draft)) == 2
    assert client.http.cookies["invulling"] != code
    owner = PageClient(service_app)
    owner.http.get(f"/v/{code}")
    assert owner.http.get(f"{path}/verder").headers["location"] == f"{path}/stap/1"


def test_a_resident_who_closed_the_browser_is_a_stranger_until_the_code_is_used(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app)
    client, path = respondent(service_app, set_up, "inwoner"), set_up.path("inwoner")
    code = client.http.cookies["invulling"]
    close_browser(client)
    assert list(client.http.cookies) == []
    assert client.get(path, 404).heading == "Open deze pagina met uw link of code"
    assert client.submit("/meedoen", {"code": code}).startswith(f"{path}/verder")
    assert client.http.get(f"{path}/verder").headers["location"] == f"{path}/stap/1"


def test_opening_the_link_again_asks_also_while_the_browser_stayed_open(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app)
    client, path = respondent(service_app, set_up, "inwoner"), set_up.path("inwoner")
    client.http.get(set_up.link("inwoner"))
    assert client.http.get(f"{path}/stap/1").headers["location"] == path
    assert client.get(path).heading == "Verdergaan of opnieuw beginnen?"


def test_going_on_without_a_questionnaire_leads_to_the_start(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app)
    client, path = visitor(service_app, set_up), set_up.path("professional")
    assert client.submit(f"{path}/verder") == path
    assert "bezig" not in client.http.cookies
    for part in ("stap/1", "later", "wissen", "verder"):
        assert client.http.get(f"{path}/{part}").headers["location"] == path


@pytest.mark.parametrize("window", WINDOWS)
def test_later_tells_how_to_come_back(shared_app: FastAPI, window: str) -> None:
    set_up = set_up_scan(shared_app)
    client = respondent(shared_app, set_up, window)
    page = client.get(f"{set_up.path(window)}/later")
    code = grouped(client.http.cookies["invulling"])
    assert code in page.text
    assert f"http://testserver/v/{code}" in [link["href"] for link in page.all("a")]
    assert "http://testserver/meedoen" in page.text
    assert (f"{UNSENT.days} dagen lang" in page.text) == (window != "inwoner")
    assert page.headers["cache-control"] == "no-store"
    assert {f"{set_up.path(window)}/verder", f"{set_up.path(window)}/wissen"} <= set(page.links())


def test_the_database_knows_no_code_to_go_on(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app)
    client = respondent(service_app, set_up)
    assert client.http.cookies["invulling"] not in str([row.model_dump() for row in rows(service_app, Draft)])


def test_a_form_of_another_questionnaire_changes_nothing(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app)
    client, path = respondent(service_app, set_up), set_up.path("professional")
    old_stamp = client.get(f"{path}/wissen").one("form").one("input")["value"]
    client.submit(f"{path}/opnieuw")
    client.submit(f"{path}/begin", fields("professional"))
    for stamp in (old_stamp, "", "0" * 12):
        page = client.refused(f"{path}/wissen", {"invulling": stamp}, status=409)
        assert page.heading == "Dit hoort bij een andere vragenlijst"
        assert path in page.links()
    assert len(rows(service_app, Draft)) == 2


# --- Where somebody goes on -------------------------------------------------------------------------------------------


def test_somebody_goes_on_where_the_answers_stop(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app)
    client, path = respondent(service_app, set_up, "inwoner"), set_up.path("inwoner")
    screens = screens_of(service_app.state.current_edition, "inwoner", "zelf")
    with begin_writing(service_app.state.engine) as session:
        for screen in screens[:3]:
            save_answer(session, only_draft(service_app).id, screen.questions[0].id, "wn")
    assert client.submit(f"{path}/verder") == f"{path}/stap/4"


def test_a_screen_that_is_half_done_is_finished_first_and_what_was_skipped_stays_skipped(shared_app: FastAPI) -> None:
    screens = screens_of(shared_app.state.current_edition, "professional", "uwv")
    third = [question.id for question in screens[2].questions]
    assert len(third) > 1
    assert place_to_go_on(screens, ()) == "stap/1"
    assert place_to_go_on(screens, third[:1]) == "stap/3"
    assert place_to_go_on(screens, third) == "stap/4"


def test_who_answered_the_last_question_goes_on_at_the_check_page(shared_app: FastAPI) -> None:
    screens = screens_of(shared_app.state.current_edition, "beleid", "bestuurder")
    last = [question.id for question in screens[-1].questions]
    assert place_to_go_on(screens, last) == "controle"
