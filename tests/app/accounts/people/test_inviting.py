"""A coördinator gives somebody a role by their address, and learns nothing about that address by it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from fastapi import FastAPI

from app.accounts.links import who_got
from app.db import Session, begin_writing
from app.store.accounts import find_account_by_email
from app.web.dependencies import now_in_universal_time
from tests.app.accounts.people.houten import (
    HOUTEN,
    PEOPLE,
    WOERDEN,
    acts,
    as_stored,
    begun,
    coordinator_of,
    grant_of,
    letters,
    link_in,
    roles_of,
    row_of,
)
from tests.app.page_client import PageClient
from tests.app.people import add_role, sign_in
from tests.app.scans import add_scan

NEW = "nieuw@houten.nl"


def test_somebody_new_gets_an_account_a_role_and_a_link_that_works(service_app: FastAPI) -> None:
    client, _ = coordinator_of(service_app)
    client.submit(PEOPLE, {"email": " Nieuw@Houten.nl ", "role": "meelezer"})
    assert roles_of(service_app, NEW) == ["meelezer"]
    (letter,) = letters(service_app)
    assert (letter.address, letter.kind, letter.subject) == (NEW, "account", "Uitnodiging voor Vensterscan")
    assert "De gemeente Houten nodigt u uit voor Vensterscan, als meelezer in Houten." in letter.body
    token = link_in(letter).removeprefix("/welkom/")
    with Session(service_app.state.engine) as session:
        account = who_got(session, "welcome", token, now_in_universal_time())
        assert account is not None
        assert (account.email, account.password_hash) == (NEW, None)
    assert acts(service_app) == [("invited", HOUTEN)]


def test_the_link_is_nowhere_but_in_the_letter(service_app: FastAPI) -> None:
    client, _ = coordinator_of(service_app)
    led_to = client.submit(PEOPLE, {"email": NEW, "role": "meelezer"})
    token = link_in(letters(service_app)[0]).removeprefix("/welkom/")
    assert token not in client.get(led_to).html
    assert token not in str([row for row in as_stored(service_app) if "body" not in row])


def test_who_has_an_account_gets_the_role_and_a_notice_without_a_way_in(service_app: FastAPI) -> None:
    begun(service_app, "meelezer", email="bekend@woerden.nl", municipality_code=WOERDEN)
    client, _ = coordinator_of(service_app)
    client.submit(PEOPLE, {"email": "bekend@woerden.nl", "role": "meelezer"})
    assert roles_of(service_app, "bekend@woerden.nl") == ["meelezer", "meelezer"]
    (letter,) = letters(service_app)
    assert letter.subject == "U heeft toegang gekregen in Vensterscan"
    assert "/welkom/" not in letter.body
    assert "http://testserver/inloggen" in letter.body


def test_the_pages_are_the_same_for_an_address_with_and_without_an_account(service_app: FastAPI) -> None:
    begun(service_app, "meelezer", name="Karin Bekend", email="aaaa@woerden.nl", municipality_code=WOERDEN)
    client, _ = coordinator_of(service_app)
    seen = []
    for address in ("aaaa@woerden.nl", "bbbb@woerden.nl"):
        led_to = client.submit(PEOPLE, {"email": address, "role": "meelezer"})
        seen.append((led_to, row_of(client.get(led_to), address).replace(address, "")))
    assert seen[0] == seen[1]
    assert "nog niet begonnen" in seen[0][1]
    assert "Karin" not in client.get(PEOPLE).html
    assert acts(service_app) == [("invited", HOUTEN)] * 2


def test_who_begins_is_shown_by_name(service_app: FastAPI) -> None:
    client, _ = coordinator_of(service_app)
    client.submit(PEOPLE, {"email": NEW, "role": "meelezer"})
    assert "Uitgenodigd op" in row_of(client.get(PEOPLE), NEW)
    with begin_writing(service_app.state.engine) as session:
        account = find_account_by_email(session, NEW)
        assert account is not None
        account.name, account.signed_in_at = "Noor Nieuw", now_in_universal_time()
    row = row_of(client.get(PEOPLE), "Noor Nieuw")
    assert "Toegang sinds" in row
    assert "Stuur opnieuw" not in row


def test_an_invitation_is_sent_again_with_a_new_link_in_the_place_of_the_first(service_app: FastAPI) -> None:
    client, _ = coordinator_of(service_app)
    client.submit(PEOPLE, {"email": NEW, "role": "coordinator"})
    first = link_in(letters(service_app)[0])
    client.submit(f"{PEOPLE}/{grant_of(service_app, NEW).id}/opnieuw")
    (letter,) = letters(service_app)
    assert link_in(letter) != first
    with Session(service_app.state.engine) as session:
        assert who_got(session, "welcome", first.removeprefix("/welkom/"), now_in_universal_time()) is None


def test_an_invitation_that_is_withdrawn_leaves_nothing(service_app: FastAPI) -> None:
    client, _ = coordinator_of(service_app)
    before = as_stored(service_app)
    client.submit(PEOPLE, {"email": NEW, "role": "meelezer"})
    client.submit(f"{PEOPLE}/{grant_of(service_app, NEW).id}/intrekken")
    assert as_stored(service_app) == before
    assert acts(service_app) == [("invited", HOUTEN), ("invitation_withdrawn", HOUTEN)]


def test_who_was_invited_twice_keeps_the_other_invitation_with_a_link_that_works(service_app: FastAPI) -> None:
    houten, _ = coordinator_of(service_app)
    woerden, _ = coordinator_of(service_app, WOERDEN)
    houten.submit(PEOPLE, {"email": NEW, "role": "meelezer"})
    woerden_people = f"/gemeenten/{WOERDEN}/mensen"
    woerden.submit(woerden_people, {"email": NEW, "role": "meelezer"})
    assert len(letters(service_app)) == 1
    page = woerden.get(woerden_people)
    (end,) = [link for link in page.links() if link.endswith("/intrekken") and NEW in row_with(page, link)]
    woerden.submit(end)
    (letter,) = letters(service_app)
    assert "meelezer in Houten" in letter.body
    with Session(service_app.state.engine) as session:
        token = link_in(letter).removeprefix("/welkom/")
        assert who_got(session, "welcome", token, now_in_universal_time()) is not None


def row_with(page, link: str) -> str:
    (row,) = [one for one in page.all("li") if one.get("class") == "people-row" and link in one.links()]
    return row.text


@pytest.mark.parametrize(
    "typed", ["", "geen adres", "a@b", "a@b.nl, c@d.nl", "a@b.nl\nBcc: c@d.nl", f"{'a' * 250}@b.nl"]
)
def test_what_is_no_address_is_refused_and_changes_nothing(service_app: FastAPI, typed: str) -> None:
    client, _ = coordinator_of(service_app)
    before = as_stored(service_app)
    page = client.refused(PEOPLE, {"email": typed, "role": "meelezer"}, status=422)
    assert "Dit is geen e-mailadres" in page.by_id("fouten").text
    assert as_stored(service_app) == before


@pytest.mark.parametrize("role", ["", "beheerder", "adviseur", "moderator", "x"])
def test_only_the_roles_of_a_gemeente_are_given_here(service_app: FastAPI, role: str) -> None:
    client, _ = coordinator_of(service_app)
    page = client.refused(PEOPLE, {"email": NEW, "role": role}, status=422)
    assert "coördinator of meelezer" in page.by_id("fouten").text
    assert roles_of(service_app, NEW) is None


@pytest.mark.parametrize(
    ("has", "gets", "says"),
    [
        ("meelezer", "meelezer", "al meelezer in Houten"),
        ("coordinator", "coordinator", "al coördinator van Houten"),
        ("coordinator", "meelezer", "leest alle uitslagen al"),
    ],
)
def test_nobody_gets_what_they_have(service_app: FastAPI, has: str, gets: str, says: str) -> None:
    begun(service_app, has, email="ander@houten.nl", municipality_code=HOUTEN)
    client, _ = coordinator_of(service_app)
    page = client.refused(PEOPLE, {"email": "ander@houten.nl", "role": gets}, status=422)
    assert says in page.by_id("fouten").text
    assert letters(service_app) == []


def test_a_meelezer_who_becomes_coordinator_has_one_role(service_app: FastAPI) -> None:
    begun(service_app, "meelezer", email="ander@houten.nl", municipality_code=HOUTEN)
    client, _ = coordinator_of(service_app)
    client.submit(PEOPLE, {"email": "ander@houten.nl", "role": "coordinator"})
    assert roles_of(service_app, "ander@houten.nl") == ["coordinator"]


def test_a_moderator_who_becomes_coordinator_is_told_and_moderates_no_more(service_app: FastAPI) -> None:
    with begin_writing(service_app.state.engine) as session:
        here, elsewhere = add_scan(session, name="Nulmeting"), add_scan(session, municipality=WOERDEN)
    account = begun(service_app, "moderator", email="los@raad.nl", scan_id=here.scan.id)
    with begin_writing(service_app.state.engine) as session:
        add_role(session, account, "moderator", scan_id=elsewhere.scan.id)
    client, _ = coordinator_of(service_app)
    led_to = client.submit(PEOPLE, {"email": "los@raad.nl", "role": "coordinator"})
    assert "Die rol is nu geëindigd" in client.get(led_to).text
    assert sorted(roles_of(service_app, "los@raad.nl") or []) == ["coordinator", "moderator"]
    told = [letter for letter in letters(service_app) if letter.subject == "Uw rol als moderator is beëindigd"]
    assert "geen moderator meer van ‘Nulmeting’" in told[0].body
    assert acts(service_app) == [("role_withdrawn", HOUTEN), ("invited", HOUTEN)]


def test_a_message_ends_when_its_link_ends(service_app: FastAPI) -> None:
    client, _ = coordinator_of(service_app)
    client.submit(PEOPLE, {"email": NEW, "role": "meelezer"})
    letter = letters(service_app)[0]
    assert letter.ends_on - letter.made_on == timedelta(days=14)


def test_a_name_cannot_write_in_a_letter_or_a_page(service_app: FastAPI) -> None:
    client, account = coordinator_of(service_app, name="<script>alert(1)</script>")
    page = client.get(PEOPLE)
    assert "<script>alert" not in page.html
    client.submit(PEOPLE, {"email": NEW, "role": "meelezer"})
    assert account.name not in letters(service_app)[0].body


def test_who_only_reads_or_runs_the_installation_invites_nobody(service_app: FastAPI) -> None:
    for role, where in (("meelezer", {"municipality_code": HOUTEN}), ("beheerder", {})):
        client = sign_in(PageClient(service_app), begun(service_app, role, **where))
        client.get(PEOPLE, 403)
        client.refused(PEOPLE, {"email": NEW, "role": "meelezer"}, status=403)
    assert roles_of(service_app, NEW) is None


def test_who_coordinates_one_gemeente_goes_straight_on_and_who_has_more_chooses(service_app: FastAPI) -> None:
    client, account = coordinator_of(service_app)
    assert client.http.get("/gemeenten").headers["location"] == PEOPLE
    with begin_writing(service_app.state.engine) as session:
        add_role(session, account, "coordinator", municipality_code=WOERDEN)
    assert {PEOPLE, f"/gemeenten/{WOERDEN}/mensen"} <= set(client.get("/gemeenten").links())
