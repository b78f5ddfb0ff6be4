"""Where everybody begins: a stranger reads what this is, who is signed in what can be done now."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from fastapi import FastAPI
from sqlmodel import select

from app.closing.service import close_scan
from app.db import begin_writing
from app.models import Comment, Invitee, Message
from app.store.collaborations import lock_collaboration
from app.store.invitees import add_invitees
from app.store.messages import add_message
from app.store.scans import lock_scan
from tests.app.page_client import InspectedPage, PageClient
from tests.app.people import somebody
from tests.app.scans import SetUp, add_response, add_scan

TODAY = date(2026, 11, 29)


@pytest.fixture(autouse=True)
def today(service_app: FastAPI) -> None:
    service_app.state.today = lambda: TODAY


def steps(page: InspectedPage) -> list[tuple[str, str]]:
    """Each thing that can be done: what it says, and where its button leads."""
    found = [one for one in page.all("li") if one.get("class") == "start-step"]
    assert all(len(one.all("a")) == 1 for one in found), "one sentence, one button"
    return [(one.one("p").text, one.one("a")["href"]) for one in found]


def desk_of(set_up: SetUp) -> str:
    return f"/scans/{set_up.scan.id}/beheer"


def set_up_scan(app: FastAPI, sent: dict[str, int] | None = None, **about: Any) -> SetUp:
    """A scan in which so many questionnaires were sent, by window."""
    with begin_writing(app.state.engine) as session:
        set_up = add_scan(session, **about)
        for window, number in (sent or {}).items():
            for _ in range(number):
                add_response(session, set_up, window)  # type: ignore[arg-type]
    return set_up


def closed(app: FastAPI, set_up: SetUp, day: date) -> None:
    with begin_writing(app.state.engine) as session:
        close_scan(session, app.state.editions, set_up.scan.id, day)


@pytest.fixture
def houten(service_app: FastAPI) -> PageClient:
    return somebody(service_app, "coordinator", municipality_code="GM0321")


ENOUGH = {"inwoner": 5, "professional": 5, "organisatie": 1, "beleid": 1}


def test_a_stranger_reads_what_it_is_for_whom_and_the_two_ways_on(service_app: FastAPI) -> None:
    page = PageClient(service_app).get("/")
    assert page.heading == "Samenwerken rond inwoners, gezien door vier vensters"
    hero = next(one for one in page.all("section") if one.get("class") == "app-hero")
    assert "gemeenten en hun partners" in hero.text
    assert [(link.text, link["href"]) for link in hero.all("a")][:2] == [
        ("Code invullen", "/meedoen"),
        ("Voorbeeld bekijken", "#voorbeelden"),
    ]


def test_a_new_coordinator_makes_the_first_collaboration(houten: PageClient) -> None:
    page = houten.get("/")
    assert page.heading == "Wat kan ik nu doen?"
    ((sentence, href),) = steps(page)
    assert sentence.startswith("Maak uw eerste samenwerking")
    assert href == "/samenwerkingen/nieuw"


def test_the_links_of_a_scan_without_answers_are_shared(service_app: FastAPI, houten: PageClient) -> None:
    set_up = set_up_scan(service_app)
    ((sentence, href),) = steps(houten.get("/"))
    name = f"‘Nulmeting’ ({set_up.collaboration.name})"
    assert sentence == f"Deel de links van {name}: er is nog geen antwoord binnen."
    assert href == f"{desk_of(set_up)}#vensters"


def test_windows_that_stay_silent_are_named(service_app: FastAPI, houten: PageClient) -> None:
    set_up_scan(service_app, {"inwoner": 1, "beleid": 1})
    ((sentence, _),) = steps(houten.get("/"))
    assert sentence.startswith("Deel de link van de vensters professional en organisatie in ‘Nulmeting’")


def test_a_scan_that_soon_closes_names_what_is_still_needed(service_app: FastAPI, houten: PageClient) -> None:
    set_up_scan(service_app, ENOUGH | {"professional": 3}, closes_on=date(2026, 12, 2))
    ((sentence, _),) = steps(houten.get("/"))
    assert "sluit over 3 dagen, en voor het minimum zijn nodig: professional nog 2." in sentence


def test_a_window_with_own_links_is_told_no_finer_than_on_the_desk(service_app: FastAPI, houten: PageClient) -> None:
    set_up = set_up_scan(service_app, ENOUGH | {"professional": 0}, personal=("professional",), closes_on=TODAY)
    with begin_writing(service_app.state.engine) as session:
        add_invitees(session, [invitee(set_up, number) for number in range(5)])
    before = steps(houten.get("/"))
    assert "professional nog niet genoeg" in before[0][0]
    with begin_writing(service_app.state.engine) as session:
        for _ in range(4):
            add_response(session, set_up, "professional")
    assert steps(houten.get("/")) == before


def invitee(set_up: SetUp, number: int) -> Invitee:
    return Invitee(
        id=f"{number:032d}",
        scan_id=set_up.scan.id,
        window="professional",
        address=f"{number}@voorbeeld.nl",
        code_mac=f"{number:064d}",
        sealed_code="x",
        invited_on=TODAY,
    )


def test_where_every_window_has_enough_the_scan_is_closed(service_app: FastAPI, houten: PageClient) -> None:
    set_up = set_up_scan(service_app, ENOUGH)
    ((sentence, href),) = steps(houten.get("/"))
    assert sentence.startswith("Elk venster van ‘Nulmeting’")
    assert href == f"{desk_of(set_up)}/sluiten"


def test_a_date_that_has_passed_comes_before_everything(service_app: FastAPI, houten: PageClient) -> None:
    set_up_scan(service_app)
    due = set_up_scan(service_app, ENOUGH, closes_on=date(2026, 11, 28))
    first, second = steps(houten.get("/"))
    assert first[1] == f"{desk_of(due)}/sluiten"
    assert "is voorbij" in first[0]
    assert second[0].startswith("Deel de links")


def test_a_result_is_read_then_an_ambition_chosen_and_a_year_later_measured_again(
    service_app: FastAPI, houten: PageClient
) -> None:
    set_up = set_up_scan(service_app, ENOUGH)
    closed(service_app, set_up, TODAY)
    result = f"/scans/{set_up.scan.id}"
    assert [href for _, href in steps(houten.get("/"))] == [result, f"{result}/ambitie"]
    houten.get(result)
    assert [href for _, href in steps(houten.get("/"))] == [f"{result}/ambitie"]
    houten.submit(f"{result}/ambitie", {"ambition": "4", "reason": "Dat past bij ons.", "version": "1"})
    page = houten.get("/")
    assert steps(page) == []
    assert "Alles loopt." in page.text
    service_app.state.today = lambda: date(2027, 11, 29)
    ((sentence, href),) = steps(houten.get("/"))
    assert sentence.endswith("sloot op 29 november 2026: meet opnieuw en zie wat er veranderde.")
    assert href == f"{desk_of(set_up)}/opnieuw"


def test_comments_that_wait_for_nobody_want_a_moderator(service_app: FastAPI, houten: PageClient) -> None:
    set_up = with_comment(service_app)
    assert ("wijs iemand aan.", f"{desk_of(set_up)}/moderator") in [
        (sentence.partition(": ")[2], href) for sentence, href in steps(houten.get("/"))
    ]


def with_comment(app: FastAPI) -> SetUp:
    """A closed scan with a comment in the window of professionals that may be seen."""
    set_up = set_up_scan(app, ENOUGH)
    subject = app.state.current_edition.dimension_ids("professional")[0]
    with begin_writing(app.state.engine) as session:
        session.add(Comment(id="c" * 32, scan_id=set_up.scan.id, window="professional", subject=subject, text="Goed."))
    closed(app, set_up, TODAY)
    return set_up


def test_a_moderator_is_told_that_comments_wait_until_they_are_judged(service_app: FastAPI) -> None:
    set_up = with_comment(service_app)
    moderator = somebody(service_app, "moderator", scan_id=set_up.scan.id)
    ((sentence, href),) = steps(moderator.get("/"))
    assert sentence.startswith("Er wachten opmerkingen bij ‘Nulmeting’")
    assert href == f"/scans/{set_up.scan.id}/opmerkingen"
    with begin_writing(service_app.state.engine) as session:
        session.exec(select(Comment)).one().state = "withheld"
    page = moderator.get("/")
    assert steps(page) == []
    assert "Er wachten geen opmerkingen." in page.text


@pytest.mark.parametrize("role", ["meelezer", "adviseur"])
def test_who_reads_along_is_told_of_a_new_result_until_it_was_read(service_app: FastAPI, role: str) -> None:
    set_up = set_up_scan(service_app, ENOUGH)
    where = {"municipality_code": "GM0321"} if role == "meelezer" else {"collaboration_id": set_up.collaboration.id}
    reader = somebody(service_app, role, **where)
    assert "Er is geen uitslag die u nog niet las." in reader.get("/").text
    closed(service_app, set_up, date(2026, 11, 20))
    ((sentence, href),) = steps(reader.get("/"))
    assert "is klaar sinds 20 november 2026" in sentence
    reader.get(href)
    assert steps(reader.get("/")) == []


def test_a_result_of_long_ago_is_not_new(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app, ENOUGH)
    closed(service_app, set_up, date(2026, 9, 29))
    assert steps(somebody(service_app, "meelezer", municipality_code="GM0321").get("/")) == []


def test_an_administrator_begins_with_a_coordinator_and_sees_to_the_post(service_app: FastAPI) -> None:
    administrator = somebody(service_app, "beheerder")
    ((_, href),) = steps(administrator.get("/"))
    assert href == "/beheer/coordinator"
    with begin_writing(service_app.state.engine) as session:
        add_message(session, message())
    assert [href for _, href in steps(administrator.get("/"))] == ["/beheer/coordinator", "/beheer/post"]
    somebody(service_app, "coordinator", municipality_code="GM0321")
    assert [href for _, href in steps(administrator.get("/"))] == ["/beheer/post"]


def message() -> Message:
    return Message(
        id="m" * 32,
        kind="account",
        address="a@voorbeeld.nl",
        subject="Welkom",
        body="Dag",
        made_on=TODAY,
        ends_on=TODAY,
    )


def test_nobody_is_told_of_another_gemeente(service_app: FastAPI, houten: PageClient) -> None:
    set_up = set_up_scan(service_app, ENOUGH, municipality="GM0632")
    closed(service_app, set_up, TODAY)
    set_up_scan(service_app, municipality="GM0632")
    assert [href for _, href in steps(houten.get("/"))] == ["/samenwerkingen/nieuw"]


def test_what_lies_in_the_archive_wants_nothing(service_app: FastAPI, houten: PageClient) -> None:
    first, second = set_up_scan(service_app), set_up_scan(service_app)
    with begin_writing(service_app.state.engine) as session:
        scan, whole = lock_scan(session, first.scan.id), lock_collaboration(session, second.collaboration.id or 0)
        assert scan
        assert whole
        scan.archived_on = whole.archived_on = TODAY
    ((sentence, _),) = steps(houten.get("/"))
    assert "heeft nog geen scan" in sentence


def test_at_most_five_things_are_said_at_once(service_app: FastAPI, houten: PageClient) -> None:
    for _ in range(7):
        set_up_scan(service_app)
    assert len(steps(houten.get("/"))) == 5


def test_who_has_no_role_reads_whom_to_ask(service_app: FastAPI) -> None:
    page = somebody(service_app, "").get("/")
    assert steps(page) == []
    assert "U heeft op dit moment geen rol." in page.text
