"""Answers that the browser saves by itself: one upsert, committed before it says so; what is refused says why."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import event

from app.models import DraftAnswer
from tests.app.page_client import PageClient, inspected
from tests.app.responding.answers import fill_in, stamp_of, stored
from tests.app.responding.visitors import change, only_draft, respondent, rows, set_up_scan
from tests.app.scans import CLOSED_ON, SetUp
from tests.support.server import serve

HTMX = {"HX-Request": "true"}


@pytest.fixture
def set_up(service_app: FastAPI) -> SetUp:
    return set_up_scan(service_app)


@pytest.fixture
def home(set_up: SetUp) -> str:
    return set_up.path("professional")


@pytest.fixture
def professional(service_app: FastAPI, set_up: SetUp) -> PageClient:
    return respondent(service_app, set_up)


@pytest.fixture
def stamp(professional: PageClient, home: str) -> str:
    return stamp_of(professional, f"{home}/stap/1")


def save(client: PageClient, where: str, stamp: str, **fields: str | list[str]) -> httpx.Response:
    return client.http.post(where, data={"invulling": stamp, **fields}, headers=HTMX)


def test_an_answer_is_saved_and_the_page_hears_so(
    service_app: FastAPI, home: str, professional: PageClient, stamp: str
) -> None:
    response = save(professional, f"{home}/antwoorden/pro_kennen_1", stamp, pro_kennen_1="0.75")
    assert response.status_code == 200
    assert "Opgeslagen" in response.text
    assert "<html" not in response.text
    assert response.headers["cache-control"] == "no-store"
    assert stored(service_app)[0] == {"pro_kennen_1": 0.75}


def test_the_page_then_knows_what_was_saved_so_that_going_on_does_not_undo_another_tab(
    service_app: FastAPI, home: str, professional: PageClient, stamp: str
) -> None:
    response = save(professional, f"{home}/antwoorden/pro_kennen_1", stamp, pro_kennen_1="0.75")
    assert 'id="eerst_pro_kennen_1" value="0.75" hx-swap-oob="true"' in response.text
    assert fill_in(professional, f"{home}/stap/2", naar="vorige").endswith("/stap/1")
    assert stored(service_app)[0] == {"pro_kennen_1": 0.75}


def test_saving_an_answer_is_one_question_and_one_upsert(
    service_app: FastAPI, home: str, professional: PageClient, stamp: str
) -> None:
    save(professional, f"{home}/antwoorden/pro_kennen_1", stamp, pro_kennen_1="0.75")
    said: list[str] = []
    event.listen(service_app.state.engine, "before_cursor_execute", lambda *about: said.append(about[2]))
    save(professional, f"{home}/antwoorden/pro_kennen_1", stamp, pro_kennen_1="0.5")
    spoken = [statement.split()[0] for statement in said if not statement.startswith("BEGIN")]
    assert spoken == ["SELECT", "INSERT"]
    assert "ON CONFLICT" in said[-1]


def test_an_answer_is_taken_back_when_nothing_is_chosen(
    service_app: FastAPI, home: str, professional: PageClient, stamp: str
) -> None:
    save(professional, f"{home}/antwoorden/pro_kennen_1", stamp, pro_kennen_1="0.75")
    assert "Gewist" in save(professional, f"{home}/antwoorden/pro_kennen_1", stamp).text
    assert stored(service_app)[0] == {}


def test_a_comment_is_saved_changed_and_taken_back(
    service_app: FastAPI, home: str, professional: PageClient, stamp: str
) -> None:
    where = f"{home}/opmerkingen/pro_kennen"
    for text in ("Wij zien elkaar.", "Wij zien elkaar <b>vaak</b>."):
        assert "Opgeslagen" in save(professional, where, stamp, opmerking_pro_kennen=text).text
        assert stored(service_app)[1] == {"pro_kennen": text}
    assert "Gewist" in save(professional, where, stamp, opmerking_pro_kennen="  ").text
    assert stored(service_app)[1] == {}


def test_what_is_no_answer_or_no_question_is_refused_with_its_reason(
    service_app: FastAPI, home: str, professional: PageClient, stamp: str
) -> None:
    refused = {
        ("antwoorden/pro_kennen_1", "pro_kennen_1", "2"): 422,
        ("antwoorden/pro_kennen_1", "pro_kennen_1", "nvt"): 422,
        ("antwoorden/pro_kennen_1", "pro_kennen_1", "\x00"): 200,
        ("antwoorden/pro_kennen_9", "pro_kennen_9", "0.5"): 404,
        ("antwoorden/bel_visie_1", "bel_visie_1", "0.5"): 404,
        ("antwoorden/%F0%9F%98%80", "x", "0.5"): 404,
        ("opmerkingen/pro_kennen", "opmerking_pro_kennen", "x" * 501): 422,
        ("opmerkingen/bel_visie", "opmerking_bel_visie", "Tekst"): 404,
        ("opmerkingen/pro_kennen_1", "opmerking_pro_kennen_1", "Tekst"): 404,
    }
    for (part, field, value), status in refused.items():
        response = save(professional, f"{home}/{part}", stamp, **{field: value})
        assert response.status_code == status, part
        assert ("Niet opgeslagen:" in response.text) == (status >= 400)
    assert stored(service_app) == ({}, {})


def test_a_fourth_barrier_is_refused_and_the_three_stay(service_app: FastAPI, set_up: SetUp) -> None:
    client, home = respondent(service_app, set_up, "beleid"), set_up.path("beleid")
    stamp, where = stamp_of(client, f"{home}/stap/1"), f"{home}/antwoorden/bel_belemmeringen_1"
    four = ["geld", "mandaat", "partners", "wetten"]
    assert save(client, where, stamp, bel_belemmeringen_1=four[:3]).status_code == 200
    refused = save(client, where, stamp, bel_belemmeringen_1=four)
    assert (refused.status_code, "hoogstens drie" in refused.text) == (422, True)
    assert stored(service_app)[0] == {"bel_belemmeringen_1": four[:3]}


def test_a_stale_form_a_closed_scan_and_a_stranger_save_nothing(
    service_app: FastAPI, set_up: SetUp, home: str, professional: PageClient, stamp: str, stranger: PageClient
) -> None:
    where = f"{home}/antwoorden/pro_kennen_1"
    elsewhere = f"{set_up.path('beleid')}/antwoorden/bel_visie_1"
    attempts = [
        save(professional, where, "0" * 12, pro_kennen_1="1"),
        save(professional, where, "", pro_kennen_1="1"),
        save(stranger, where, stamp, pro_kennen_1="1"),
        save(stranger, "/invullen/bestaatniet/antwoorden/pro_kennen_1", stamp, pro_kennen_1="1"),
        save(professional, elsewhere, stamp, bel_visie_1="1"),
    ]
    for how in ("closed_on", "archived_on", "closes_on"):
        change(service_app, set_up.scan, **{how: CLOSED_ON})
        attempts.append(save(professional, where, stamp, pro_kennen_1="1"))
        change(service_app, set_up.scan, **{how: None})
    change(service_app, set_up.windows["professional"], is_on=False)
    attempts.append(save(professional, where, stamp, pro_kennen_1="1"))
    assert [response.status_code for response in attempts] == [409] * len(attempts)
    assert all("Niet opgeslagen:" in response.text for response in attempts)
    assert rows(service_app, DraftAnswer) == []


def test_a_stranger_hears_the_same_whether_a_window_exists_or_not(home: str, stranger: PageClient) -> None:
    answers = [
        save(stranger, f"{where}/antwoorden/pro_kennen_1", "0" * 12, pro_kennen_1="1").text
        for where in (home, "/invullen/bestaatniet")
    ]
    assert answers[0] == answers[1]


def test_what_was_sent_by_another_website_is_refused(
    service_app: FastAPI, home: str, professional: PageClient, stamp: str
) -> None:
    form = {"invulling": stamp, "pro_kennen_1": "1"}
    from_elsewhere = HTMX | {"Sec-Fetch-Site": "cross-site"}
    response = professional.http.post(f"{home}/antwoorden/pro_kennen_1", data=form, headers=from_elsewhere)
    assert response.status_code == 403
    assert stored(service_app)[0] == {}


def test_without_htmx_the_same_address_gives_a_whole_page(home: str, professional: PageClient, stamp: str) -> None:
    form = {"invulling": stamp, "pro_kennen_1": "1"}
    response = professional.http.post(f"{home}/antwoorden/pro_kennen_1", data=form)
    page = inspected(response.text, dict(response.headers), skip=("sends_every_form_somewhere",))
    assert page.heading == "Opgeslagen"


def test_saving_notes_the_day(service_app: FastAPI, home: str, professional: PageClient, stamp: str) -> None:
    tomorrow = only_draft(service_app).touched_on + timedelta(days=1)
    service_app.state.today = lambda: tomorrow
    save(professional, f"{home}/antwoorden/pro_kennen_1", stamp, pro_kennen_1="1")
    assert only_draft(service_app).touched_on == tomorrow


def test_four_simultaneous_saves_of_one_answer_are_all_saved_and_leave_one(
    service_app: FastAPI, home: str, professional: PageClient, stamp: str
) -> None:
    cookies = dict(professional.http.cookies)
    values = ["0", "0.25", "0.5", "0.75"]
    with serve(service_app) as address, httpx.Client(base_url=address, cookies=cookies, headers=HTMX) as browser:

        def save_one(value: str) -> int:
            form = {"invulling": stamp, "pro_kennen_1": value}
            return browser.post(f"{home}/antwoorden/pro_kennen_1", data=form).status_code

        for _ in range(5):
            with ThreadPoolExecutor(len(values)) as tabs:
                assert list(tabs.map(save_one, values)) == [200] * 4
        (row,) = rows(service_app, DraftAnswer)
        assert float(row.value) in {float(value) for value in values}
