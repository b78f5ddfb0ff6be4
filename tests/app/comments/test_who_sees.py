"""Who sees what was written before it is released: the moderator, after closing, where enough people answered."""

from __future__ import annotations

import re

import pytest
from fastapi import FastAPI

from app.db import begin_writing
from tests.app.comments.judging import BY_PROFESSIONAL, BY_RESIDENT, ENOUGH, Closed, closed_scan
from tests.app.drafts import add_comment
from tests.app.page_client import PageClient
from tests.app.people import add_person, add_role, sign_in, somebody
from tests.app.scans import add_scan

TEXTS = (BY_PROFESSIONAL[2], BY_RESIDENT[2])


@pytest.fixture
def closed(service_app: FastAPI) -> Closed:
    return closed_scan(service_app, BY_PROFESSIONAL, BY_RESIDENT)


def everything(client: PageClient, closed: Closed) -> str:
    """All that a moderator can open."""
    pages = ("/opmerkingen", closed.path, *(f"{closed.path}/{window}" for window in ("inwoner", "professional")))
    return "".join(client.http.get(page).text for page in pages)


def moderating_coordinator(app: FastAPI, closed: Closed, municipality: str) -> PageClient:
    """Somebody who moderates the scan and manages a municipality."""
    with begin_writing(app.state.engine) as session:
        account = add_person(session, "moderator", scan_id=closed.id)
        add_role(session, account, "coordinator", municipality_code=municipality)
    return sign_in(PageClient(app), account)


def test_a_moderator_reads_what_was_written_by_window_and_subject(closed: Closed) -> None:
    moderator = closed.moderator()
    scans = moderator.get("/opmerkingen")
    assert "2 opmerkingen wachten op u" in scans.text
    assert closed.path in scans.links()
    windows = moderator.get(closed.path)
    assert {f"{closed.path}/inwoner", f"{closed.path}/professional"} <= set(windows.links())
    for window, heading, text in (
        ("inwoner", "Zelf richting geven", BY_RESIDENT[2]),
        ("professional", "Gedeelde visie en doel", BY_PROFESSIONAL[2]),
    ):
        page = moderator.get(f"{closed.path}/{window}")
        assert heading in [one.text for one in page.all("h2")]
        assert [one.text for one in page.all("blockquote")] == [text]


def test_nothing_says_who_wrote_it_or_when(closed: Closed) -> None:
    found = everything(closed.moderator(), closed)
    for telling in ("zelf", "sociaal_team", "Sociaal team", "beleidsadviseur", "2026-06-30"):
        assert not re.search(rf"\b{telling}\b", found), telling


def test_a_stranger_signs_in_first_and_everybody_else_finds_nothing(service_app: FastAPI, closed: Closed) -> None:
    with begin_writing(service_app.state.engine) as session:
        another = add_scan(session)
    roles = (
        ("coordinator", {"municipality_code": "GM0321"}),
        ("coordinator", {"municipality_code": "GM0344"}),
        ("coordinator", {}),
        ("meelezer", {"municipality_code": "GM0321"}),
        ("adviseur", {"collaboration_id": closed.set_up.collaboration.id}),
        ("beheerder", {}),
        ("moderator", {"scan_id": another.scan.id}),
    )
    addresses = (closed.path, f"{closed.path}/inwoner", f"{closed.path}/professional")
    for role, where in roles:
        client = somebody(service_app, role, **where)
        for address in addresses:
            assert client.get(address, 404).heading == "Deze pagina bestaat niet"
        fields = closed.fields(BY_PROFESSIONAL[2])
        client.refused(closed.address(closed.comment(BY_PROFESSIONAL[2])), fields, status=404)
        assert not any(text in everything(client, closed) for text in TEXTS)
    for address in (*addresses, "/opmerkingen"):
        answer = PageClient(service_app).http.get(address)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/inloggen?")
    assert all(comment.state == "waiting" for comment in closed.comments())


def test_the_list_is_for_who_moderates_something(service_app: FastAPI) -> None:
    client = somebody(service_app, "meelezer", municipality_code="GM0321")
    assert client.get("/opmerkingen", 403).heading == "Hiervoor heeft u geen toegang"


def test_a_coordinator_who_moderates_sees_nothing_of_the_residents_of_their_own(
    service_app: FastAPI, closed: Closed
) -> None:
    client = moderating_coordinator(service_app, closed, "GM0321")
    found = everything(client, closed)
    assert BY_PROFESSIONAL[2] in found
    assert BY_RESIDENT[2] not in found
    assert "1 opmerking wacht op u" in client.get("/opmerkingen").text
    assert "beoordeelt daarom iemand anders" in client.get(closed.path).text
    client.get(f"{closed.path}/inwoner", 404)
    client.refused(closed.address(closed.comment(BY_RESIDENT[2])), closed.fields(BY_RESIDENT[2]), status=404)
    assert closed.comment(BY_RESIDENT[2]).state == "waiting"


def test_a_coordinator_of_another_municipality_may_moderate_all(service_app: FastAPI, closed: Closed) -> None:
    found = everything(moderating_coordinator(service_app, closed, "GM0344"), closed)
    assert all(text in found for text in TEXTS)


def test_before_closing_nobody_reads_anything(service_app: FastAPI) -> None:
    with begin_writing(service_app.state.engine) as session:
        set_up = add_scan(session)
        comment = add_comment(session, set_up, BY_PROFESSIONAL[2])
        address = f"/scans/{set_up.scan.id}/opmerkingen/professional/{comment.id}"
    moderator = Closed(service_app, set_up).moderator()
    assert "Nog niet gesloten" in moderator.get("/opmerkingen").text
    for page in (f"/scans/{set_up.scan.id}/opmerkingen", address.rpartition("/")[0]):
        assert moderator.get(page, 409).heading == "De opmerkingen komen na het sluiten"
    moderator.refused(address, {"besluit": "vrijgeven", "tekst": "x", "gezien": ""}, status=409)
    assert BY_PROFESSIONAL[2] not in everything(moderator, Closed(service_app, set_up))


# --- The minimum ------------------------------------------------------------------------------------------------------


def test_a_hidden_window_shows_and_counts_no_comment(service_app: FastAPI) -> None:
    closed = closed_scan(
        service_app, BY_PROFESSIONAL, BY_RESIDENT, answered={"inwoner": ENOUGH - 1, "professional": ENOUGH}
    )
    moderator = closed.moderator()
    assert "1 opmerking wacht op u" in moderator.get("/opmerkingen").text
    assert "Niemand krijgt te zien of hier iets is geschreven." in moderator.get(closed.path).text
    assert BY_RESIDENT[2] not in everything(moderator, closed)
    moderator.get(f"{closed.path}/inwoner", 404)
    moderator.refused(closed.address(closed.comment(BY_RESIDENT[2])), closed.fields(BY_RESIDENT[2]), status=404)


def test_a_hidden_window_looks_the_same_with_and_without_comments(service_app: FastAPI) -> None:
    few = {"inwoner": ENOUGH - 1, "professional": ENOUGH}
    texts = []
    for written in ((BY_RESIDENT,), ()):
        closed = closed_scan(service_app, *written, answered=few)
        page = closed.moderator(name="Dezelfde naam").get(closed.path)
        texts.append(page.text.replace(closed.set_up.collaboration.name, ""))
    assert texts[0] == texts[1]


@pytest.mark.parametrize(("silent", "is_seen"), [(0, True), (1, True), (2, False)])
def test_a_dimension_needs_as_many_answers_as_the_minimum(service_app: FastAPI, silent: int, is_seen: bool) -> None:
    closed = closed_scan(
        service_app,
        BY_PROFESSIONAL,
        ("professional", "pro_samen", "Samen gaat het vlot."),
        answered={"professional": ENOUGH + 1},
        silent=("pro_visie", silent),
    )
    moderator = closed.moderator()
    assert (BY_PROFESSIONAL[2] in everything(moderator, closed)) == is_seen
    assert "Samen gaat het vlot." in everything(moderator, closed)
    assert ("2 opmerkingen wachten" in moderator.get("/opmerkingen").text) == is_seen


def test_a_comment_below_its_minimum_cannot_be_released(service_app: FastAPI) -> None:
    closed = closed_scan(service_app, BY_PROFESSIONAL, answered={"professional": ENOUGH + 1}, silent=("pro_visie", 2))
    closed.moderator().refused(
        closed.address(closed.comment(BY_PROFESSIONAL[2])), closed.fields(BY_PROFESSIONAL[2]), status=404
    )
    assert closed.comment(BY_PROFESSIONAL[2]).state == "waiting"


def test_the_reason_of_an_ambition_needs_that_many_in_the_window(service_app: FastAPI) -> None:
    reason = ("beleid", "bel_ambitie_1", "Dit past bij deze inwoners.")
    for number, is_seen in ((3, True), (2, False)):
        closed = closed_scan(service_app, reason, answered={"beleid": number}, minimum={"beleid": 3})
        page = closed.moderator().http.get(f"{closed.path}/beleid")
        assert (page.status_code == 200) == is_seen
        assert (reason[2] in page.text) == is_seen


def test_a_subject_that_the_edition_does_not_have_is_never_seen(service_app: FastAPI) -> None:
    closed = closed_scan(service_app, ("professional", "pro_bestaat_niet", "Verdwaald."))
    assert "Verdwaald." not in everything(closed.moderator(), closed)
