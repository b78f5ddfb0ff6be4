"""A link of one person: it lets them in, it lets them send once, and nothing that they gave is lost."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import event
from sqlmodel import Session, func, select

from app.collaborations.codes import grouped
from app.models import Draft, Response, SentMark
from app.responding.visit import token_hash
from tests.app.invitees import begin, desk_of, invite, invitees, links, send, sending
from tests.app.page_client import PageClient
from tests.app.responding.answers import sent_by
from tests.app.responding.visitors import change, only_draft, rows, set_up_scan
from tests.app.scans import CLOSED_ON, SetUp

PEOPLE = [f"{name}@houten.example" for name in ("anna", "bert", "cas", "dina", "emre", "fleur")]


@pytest.fixture
def set_up(service_app: FastAPI) -> SetUp:
    return set_up_scan(service_app, personal=("professional", "beleid"), minimum={"professional": 3, "beleid": 1})


@pytest.fixture
def own(service: PageClient, set_up: SetUp) -> dict[str, str]:
    """The link of each person."""
    return invite(service, set_up, PEOPLE)


@pytest.fixture
def home(set_up: SetUp) -> str:
    return set_up.path("professional")


def done(app: FastAPI) -> set[str]:
    return {address.partition("@")[0] for address, one in invitees(app).items() if one.is_done}


def count(app: FastAPI, table: type[Response | SentMark | Draft]) -> int:
    with Session(app.state.engine) as session:
        return session.exec(select(func.count()).select_from(table)).one()


# --- Coming in --------------------------------------------------------------------------------------------------------


def test_the_link_leads_to_the_start_at_an_address_without_the_code(
    stranger: PageClient, own: dict[str, str], home: str
) -> None:
    answer = stranger.http.get(own[PEOPLE[0]])
    assert (answer.status_code, answer.headers["location"]) == (303, f"{home}?via=link")
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"
    page = stranger.get(home)
    assert "Uw persoonlijke link wordt niet bij uw antwoorden bewaard." in page.text
    assert "kunt u één keer versturen" in page.text


def test_the_code_can_be_typed_with_its_dashes(stranger: PageClient, own: dict[str, str], home: str) -> None:
    typed = grouped(own[PEOPLE[0]].removeprefix("/u/")).lower()
    assert stranger.submit("/meedoen", {"code": typed}) == f"{home}?via=link"
    stranger.get(home)


def test_the_code_of_the_window_lets_nobody_in(
    stranger: PageClient, set_up: SetUp, own: dict[str, str], home: str
) -> None:
    assert own
    window = set_up.windows["professional"]
    assert "eigen link" in stranger.get(set_up.link("professional"), 403).heading
    assert "eigen link" in stranger.refused("/meedoen", {"code": window.code}, status=403).heading
    stranger.http.cookies.set("toegang", window.code, path=home)
    stranger.get(home, 404)
    stranger.refused(f"{home}/begin", {"rol": "sociaal_team", "akkoord": "ja"}, status=404)


@pytest.mark.parametrize("code", ["CDFGHJKMNPQRTVWXY346", "CDFG", "x" * 20])
def test_a_link_that_nobody_has_opens_nothing(stranger: PageClient, code: str) -> None:
    assert stranger.get(f"/u/{code}", 404).heading == "Deze persoonlijke link werkt niet"


def test_a_link_of_another_window_lets_nobody_into_this_one(
    service: PageClient, stranger: PageClient, set_up: SetUp, own: dict[str, str], home: str
) -> None:
    assert own
    other = invite(service, set_up, ["gijs@houten.example"], "beleid")["gijs@houten.example"]
    stranger.http.cookies.set("toegang", other.removeprefix("/u/"), path=home)
    stranger.get(home, 404)


def test_opening_a_link_looks_the_same_before_and_after_it_was_used(
    service_app: FastAPI, set_up: SetUp, own: dict[str, str], home: str
) -> None:
    before, after = PageClient(service_app), PageClient(service_app)
    before.http.get(own[PEOPLE[0]])
    fresh = before.get(home).html
    send(begin(service_app, set_up, own[PEOPLE[0]]), set_up)
    after.http.get(own[PEOPLE[0]])
    assert after.get(home).html == fresh


# --- Sending ----------------------------------------------------------------------------------------------------------


def test_nobody_is_known_as_done_until_there_are_as_many_as_the_minimum(
    service_app: FastAPI, set_up: SetUp, own: dict[str, str]
) -> None:
    for address in PEOPLE[:2]:
        assert send(begin(service_app, set_up, own[address]), set_up).endswith("/bedankt")
    assert (done(service_app), count(service_app, SentMark)) == (set(), 2)
    send(begin(service_app, set_up, own[PEOPLE[2]]), set_up)
    assert (done(service_app), count(service_app, SentMark)) == ({"anna", "bert", "cas"}, 0)
    send(begin(service_app, set_up, own[PEOPLE[3]]), set_up)
    assert (done(service_app), count(service_app, SentMark)) == ({"anna", "bert", "cas"}, 1)
    assert count(service_app, Response) == 4


def test_a_window_without_a_minimum_still_waits_for_three(
    service_app: FastAPI, service: PageClient, set_up: SetUp
) -> None:
    own = invite(service, set_up, PEOPLE[:3], "beleid")
    for address in PEOPLE[:2]:
        send(begin(service_app, set_up, own[address], "beleid"), set_up, "beleid")
    assert done(service_app) == set()
    send(begin(service_app, set_up, own[PEOPLE[2]], "beleid"), set_up, "beleid")
    assert done(service_app) == {"anna", "bert", "cas"}


@pytest.mark.parametrize("sent_first", [1, 3], ids=["while nobody knows", "when it is known"])
def test_a_second_sending_with_a_link_is_refused_and_nothing_is_lost(
    service_app: FastAPI, set_up: SetUp, own: dict[str, str], home: str, sent_first: int
) -> None:
    for address in PEOPLE[:sent_first]:
        send(begin(service_app, set_up, own[address]), set_up)
    again = begin(service_app, set_up, own[PEOPLE[0]])
    marks = count(service_app, SentMark)
    page = again.refused(f"{home}/versturen", sending(again, set_up), status=409)
    assert page.heading == "Met deze link is al verstuurd"
    assert f"{home}/controle" in page.links()
    assert count(service_app, Response) == sent_first
    assert count(service_app, SentMark) == marks
    again.get(f"{home}/controle")
    assert only_draft(service_app)


def test_who_goes_on_at_another_device_opens_their_own_link_there_before_sending(
    service_app: FastAPI, set_up: SetUp, own: dict[str, str], home: str
) -> None:
    begin(service_app, set_up, own[PEOPLE[0]])
    resume_code = "CDFGHJKMNPQRTVWX"
    give_code(service_app, resume_code)
    elsewhere = PageClient(service_app)
    elsewhere.http.get(f"/v/{resume_code}")
    assert "toegang" not in {cookie.name for cookie in elsewhere.http.cookies.jar}
    assert "persoonlijke link uit uw uitnodiging" in elsewhere.get(f"{home}/later").text
    sent = sending(elsewhere, set_up)
    assert "persoonlijke link" in elsewhere.refused(f"{home}/versturen", sent, status=409).heading
    assert count(service_app, Response) == 0
    elsewhere.http.get(own[PEOPLE[0]])
    elsewhere.http.get(f"/v/{resume_code}")
    assert elsewhere.submit(f"{home}/versturen", sent) == f"{home}/bedankt"
    elsewhere.get(f"{home}/bedankt")


def give_code(app: FastAPI, resume_code: str) -> None:
    """Let the only questionnaire be found by this code."""
    change(app, only_draft(app), token_hash=token_hash(resume_code))


def test_going_on_by_a_code_leaves_the_link_in_the_browser(
    service_app: FastAPI, set_up: SetUp, own: dict[str, str]
) -> None:
    client = begin(service_app, set_up, own[PEOPLE[0]])
    resume_code = next(cookie.value for cookie in client.http.cookies.jar if cookie.name == "invulling")
    client.http.get(f"/v/{resume_code}")
    access = [cookie.value for cookie in client.http.cookies.jar if cookie.name == "toegang"]
    assert access == [own[PEOPLE[0]].removeprefix("/u/")]
    send(client, set_up)


def test_what_has_to_be_seen_to_first_does_not_use_up_the_link(
    service_app: FastAPI, set_up: SetUp, own: dict[str, str], home: str
) -> None:
    client = PageClient(service_app)
    client.http.get(own[PEOPLE[0]])
    client.submit(f"{home}/begin", {"rol": "sociaal_team", "akkoord": "ja"})
    client.refused(f"{home}/versturen", sending(client, set_up), status=422)
    assert count(service_app, SentMark) == 0


def test_questions_ask_no_more_of_the_database_than_in_an_open_window(
    service_app: FastAPI, set_up: SetUp, own: dict[str, str], home: str
) -> None:
    shared = set_up_scan(service_app)
    open_client = begin(service_app, shared, shared.link("professional"))
    own_client = begin(service_app, set_up, own[PEOPLE[0]])
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        asked.append(statement)

    event.listen(service_app.state.engine, "before_cursor_execute", note)
    seen = []
    for client, path in ((open_client, shared.path("professional")), (own_client, home)):
        asked.clear()
        sent = sent_by(client.get(f"{path}/stap/1"))
        assert client.http.post(f"{path}/antwoorden/pro_samen_1", data=sent).status_code == 200
        seen.append(list(asked))
    event.remove(service_app.state.engine, "before_cursor_execute", note)
    assert seen[0] == seen[1]


def test_a_draft_knows_nothing_of_who_began_it(service_app: FastAPI, set_up: SetUp, own: dict[str, str]) -> None:
    begin(service_app, set_up, own[PEOPLE[0]])
    (draft,) = rows(service_app, Draft)
    known = invitees(service_app)[PEOPLE[0]]
    traces = (known.id, known.address, known.code_mac, known.sealed_code, own[PEOPLE[0]].removeprefix("/u/"))
    assert not any(trace in str(draft.model_dump()) for trace in traces)


# --- Taken away, and closed -------------------------------------------------------------------------------------------


def test_who_was_taken_away_comes_in_no_more_and_sends_no_more(
    service_app: FastAPI, service: PageClient, set_up: SetUp, own: dict[str, str], home: str
) -> None:
    client = begin(service_app, set_up, own[PEOPLE[0]])
    service.submit(f"{desk_of(set_up)}/verwijderen", {"wie": invitees(service_app)[PEOPLE[0]].id})
    PageClient(service_app).get(own[PEOPLE[0]], 404)
    page = client.refused(f"{home}/versturen", sending(client, set_up), status=409)
    assert page.heading == "Open eerst uw persoonlijke link"
    assert count(service_app, Response) == 0


def test_who_sent_and_was_taken_away_makes_no_group_smaller(
    service_app: FastAPI, service: PageClient, set_up: SetUp, own: dict[str, str]
) -> None:
    for address in PEOPLE[:2]:
        send(begin(service_app, set_up, own[address]), set_up)
    service.submit(f"{desk_of(set_up)}/verwijderen", {"wie": invitees(service_app)[PEOPLE[0]].id})
    send(begin(service_app, set_up, own[PEOPLE[2]]), set_up)
    assert done(service_app) == set()
    send(begin(service_app, set_up, own[PEOPLE[3]]), set_up)
    assert done(service_app) == {"bert", "cas", "dina"}
    assert count(service_app, SentMark) == 0


def test_after_closing_the_link_leads_to_the_summary_and_nobody_is_known_any_more(
    service_app: FastAPI, service: PageClient, stranger: PageClient, set_up: SetUp, own: dict[str, str], home: str
) -> None:
    service_app.state.today = lambda: CLOSED_ON
    for address in PEOPLE[:4]:
        send(begin(service_app, set_up, own[address]), set_up)
    service.submit(f"/scans/{set_up.scan.id}/beheer/sluiten", {"confirm": "ja"})
    assert set(invitees(service_app)) == {""}
    assert (count(service_app, SentMark), links(service_app)) == (0, {})
    stranger.http.get(own[PEOPLE[0]])
    assert stranger.get(home).heading == "Dit kwam eruit"
    service.get(desk_of(set_up))
