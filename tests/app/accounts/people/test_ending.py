"""A role ends at once, is handed over in one act, and a gemeente never loses its last coördinator."""

from __future__ import annotations

import pytest
from fastapi import FastAPI

from app.accounts.people.ending import withdraw_here
from app.db import Session, begin_writing
from app.store.grants import find_role
from app.store.municipalities import find_municipality
from tests.app.accounts.people.houten import (
    HOUTEN,
    PEOPLE,
    WOERDEN,
    acts,
    as_stored,
    begun,
    both_at_once,
    coordinator_of,
    desk,
    grant_of,
    letters,
    roles_of,
)
from tests.app.page_client import PageClient
from tests.app.people import add_role, sign_in
from tests.app.scans import add_scan

HAND_OVER = f"/gemeenten/{HOUTEN}/overdragen"


def ending(app: FastAPI, email: str) -> str:
    return f"{PEOPLE}/{grant_of(app, email).id}/intrekken"


def test_a_role_that_is_withdrawn_is_gone_with_the_next_click(service_app: FastAPI) -> None:
    client, _ = coordinator_of(service_app)
    reader = begun(service_app, "meelezer", email="lees@houten.nl", municipality_code=HOUTEN)
    theirs = sign_in(PageClient(service_app), reader)
    theirs.get("/uitslagen")
    page = client.get(ending(service_app, "lees@houten.nl"))
    assert "lees@houten.nl, meelezer in Houten" in page.text
    led_to = client.submit(ending(service_app, "lees@houten.nl"))
    assert "De toegang is ingetrokken" in client.get(led_to).text
    theirs.get("/uitslagen", 403)
    assert roles_of(service_app, "lees@houten.nl") == [], "the account stays: it is theirs"
    assert acts(service_app) == [("role_withdrawn", HOUTEN)]


def test_the_last_coordinator_stays(service_app: FastAPI) -> None:
    client, account = coordinator_of(service_app)
    before = as_stored(service_app)
    page = client.refused(ending(service_app, account.email or ""), status=409)
    assert page.heading == "Een gemeente houdt altijd een coördinator"
    assert as_stored(service_app) == before


def test_who_was_only_invited_is_not_yet_a_coordinator_to_leave_it_to(service_app: FastAPI) -> None:
    client, account = coordinator_of(service_app)
    client.submit(PEOPLE, {"email": "nieuw@houten.nl", "role": "coordinator"})
    client.refused(ending(service_app, account.email or ""), status=409)
    client.submit(ending(service_app, "nieuw@houten.nl"))


def test_one_of_two_coordinators_may_leave(service_app: FastAPI) -> None:
    client, account = coordinator_of(service_app)
    begun(service_app, "coordinator", email="ander@houten.nl", municipality_code=HOUTEN)
    assert client.submit(ending(service_app, account.email or "")) == "/"
    client.get(PEOPLE, 403)


def test_two_coordinators_who_leave_at_once_leave_one(service_app: FastAPI) -> None:
    made = [coordinator_of(service_app)[1] for _ in range(2)]

    def end(session: Session, number: int) -> None:
        municipality, held = find_municipality(session, HOUTEN), find_role(session, number)
        assert municipality is not None
        assert held is not None
        withdraw_here(session, held, municipality, desk(service_app))

    ids = [grant_of(service_app, account.email or "").id for account in made]
    assert both_at_once(service_app, end, ids) == [303, 409]


def test_handing_over_makes_the_other_coordinator_and_ends_the_own_role(service_app: FastAPI) -> None:
    client, account = coordinator_of(service_app)
    other = begun(service_app, "meelezer", name="Olga Over", email="olga@houten.nl", municipality_code=HOUTEN)
    assert "Olga Over (olga@houten.nl)" in client.get(HAND_OVER).text
    assert client.submit(HAND_OVER, {"to": other.id}) == "/"
    assert roles_of(service_app, "olga@houten.nl") == ["coordinator"]
    assert roles_of(service_app, account.email or "") == []
    client.get(PEOPLE, 403)
    page = sign_in(PageClient(service_app), other).get(PEOPLE)
    assert "Olga Over (u)" in page.text
    assert [letter.address for letter in letters(service_app)] == ["olga@houten.nl"]
    assert acts(service_app) == [("handed_over", HOUTEN)]


def test_a_moderator_or_adviser_can_take_over_and_counts_at_once(service_app: FastAPI) -> None:
    with begin_writing(service_app.state.engine) as session:
        made = add_scan(session)
    other = begun(service_app, "moderator", email="mo@raad.nl", scan_id=made.scan.id)
    client, _ = coordinator_of(service_app)
    client.submit(HAND_OVER, {"to": other.id})
    assert roles_of(service_app, "mo@raad.nl") == ["coordinator"]
    theirs = sign_in(PageClient(service_app), other)
    theirs.submit(PEOPLE, {"email": "nieuw@houten.nl", "role": "coordinator"})
    theirs.refused(ending(service_app, "mo@raad.nl"), status=409)


@pytest.mark.parametrize("who", ["nobody", "elsewhere", "invited", "coordinator", "self"])
def test_it_goes_to_nobody_but_who_has_a_role_here_and_began(service_app: FastAPI, who: str) -> None:
    client, account = coordinator_of(service_app)
    elsewhere = begun(service_app, "meelezer", municipality_code=WOERDEN)
    fellow = begun(service_app, "coordinator", municipality_code=HOUTEN)
    client.submit(PEOPLE, {"email": "nieuw@houten.nl", "role": "meelezer"})
    chosen = {
        "nobody": "0" * 32,
        "elsewhere": elsewhere.id,
        "invited": grant_of(service_app, "nieuw@houten.nl").account_id,
        "coordinator": fellow.id,
        "self": account.id,
    }[who]
    before = as_stored(service_app)
    client.refused(HAND_OVER, {"to": chosen}, status=404)
    assert as_stored(service_app) == before


def test_without_a_choice_or_without_anybody_the_page_says_so(service_app: FastAPI) -> None:
    client, _ = coordinator_of(service_app)
    assert "Er is nog niemand die uw rol kan overnemen" in client.get(HAND_OVER).text
    begun(service_app, "meelezer", municipality_code=HOUTEN)
    assert "Kies wie uw rol overneemt." in client.refused(HAND_OVER, {}, status=422).by_id("fouten").text


def test_another_gemeente_sees_and_changes_nobody(service_app: FastAPI) -> None:
    with begin_writing(service_app.state.engine) as session:
        made = add_scan(session)
    theirs = [
        begun(service_app, "coordinator", name="Zwaluw", municipality_code=HOUTEN),
        begun(service_app, "meelezer", name="Zwaluw", municipality_code=HOUTEN),
        begun(service_app, "adviseur", name="Zwaluw", collaboration_id=made.collaboration.id),
        begun(service_app, "moderator", name="Zwaluw", scan_id=made.scan.id),
        begun(service_app, "beheerder", name="Zwaluw"),
    ]
    client, _ = coordinator_of(service_app, WOERDEN)
    before = as_stored(service_app)
    ids = [grant_of(service_app, account.email or "").id for account in theirs]
    for base in (PEOPLE, f"/gemeenten/{WOERDEN}/mensen"):
        for number in (*ids, 4711):
            for part in ("intrekken", "opnieuw"):
                assert client.http.post(f"{base}/{number}/{part}").status_code == 404
            client.get(f"{base}/{number}/intrekken", 404)
    client.get(PEOPLE, 404)
    client.get(HAND_OVER, 404)
    client.refused(PEOPLE, {"email": "nieuw@houten.nl", "role": "coordinator"}, status=404)
    client.refused(HAND_OVER, {"to": theirs[1].id}, status=404)
    assert as_stored(service_app) == before
    assert "Zwaluw" not in client.get(f"/gemeenten/{WOERDEN}/mensen").html
    client.get("/gemeenten/GM9999/mensen", 404)


def test_the_own_beheerder_role_cannot_be_reached_through_a_gemeente(service_app: FastAPI) -> None:
    client, account = coordinator_of(service_app)
    with begin_writing(service_app.state.engine) as session:
        grant = add_role(session, account, "beheerder")
    client.refused(f"{PEOPLE}/{grant.id}/intrekken", status=404)
