"""Who runs the installation gives every gemeente its first coördinator, and is never without a successor."""

from __future__ import annotations

import pytest
from fastapi import FastAPI

from app.accounts.installation.service import managing_role, take_away
from app.db import Session, begin_writing
from tests.app.accounts.people.houten import (
    HOUTEN,
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
    row_of,
)
from tests.app.page_client import PageClient
from tests.app.people import sign_in
from tests.app.scans import add_scan

ADMINISTRATORS, INVITE = "/beheer/beheerders", "/beheer/coordinator"
NEW = "nieuw@houten.nl"


@pytest.fixture
def administrator(service_app: FastAPI) -> PageClient:
    return sign_in(PageClient(service_app), begun(service_app, "beheerder", name="Bea Beheer", email="bea@host.nl"))


def ending(app: FastAPI, email: str) -> str:
    return f"/beheer/rollen/{grant_of(app, email).id}/intrekken"


def test_any_gemeente_gets_its_first_coordinator(service_app: FastAPI, administrator: PageClient) -> None:
    assert len(administrator.get(INVITE).by_id("municipality").all("option")) == 343
    led_to = administrator.submit(INVITE, {"email": NEW, "municipality": WOERDEN})
    assert led_to == f"/beheer/gemeenten/{WOERDEN}?gedaan=uitgenodigd"
    assert "nog niet begonnen" in row_of(administrator.get(led_to), NEW)
    assert roles_of(service_app, NEW) == ["coordinator"]
    assert "als coördinator van Woerden" in letters(service_app)[0].body
    assert acts(service_app) == [("invited", WOERDEN)]
    assert "Woerden" in administrator.get("/beheer").text


@pytest.mark.parametrize(
    ("fields", "field"),
    [({"email": NEW}, "municipality"), ({"email": NEW, "municipality": "GM9999"}, "municipality"),
     ({"email": "x", "municipality": WOERDEN}, "email")],
)  # fmt: skip
def test_a_form_that_is_wrong_changes_nothing(
    service_app: FastAPI, administrator: PageClient, fields: dict[str, str], field: str
) -> None:
    before = as_stored(service_app)
    page = administrator.refused(INVITE, fields, status=422)
    assert [link["href"] for link in page.by_id("fouten").all("a")] == [f"#{field}"]
    assert as_stored(service_app) == before


def test_another_beheerder_is_invited_and_the_last_one_stays(service_app: FastAPI, administrator: PageClient) -> None:
    administrator.submit(ADMINISTRATORS, {"email": NEW})
    assert roles_of(service_app, NEW) == ["beheerder"]
    assert administrator.refused(ending(service_app, "bea@host.nl"), status=409).heading == "Er is altijd een beheerder"
    administrator.submit(ending(service_app, NEW))
    assert roles_of(service_app, NEW) is None
    assert acts(service_app) == [("invited", None), ("invitation_withdrawn", None)]


def test_two_beheerders_who_leave_at_once_leave_one(service_app: FastAPI) -> None:
    made = [begun(service_app, "beheerder") for _ in range(2)]
    ids = [grant_of(service_app, account.email or "").id for account in made]

    def end(session: Session, number: int) -> None:
        take_away(session, managing_role(session, number), desk(service_app))

    assert both_at_once(service_app, end, ids) == [303, 409]


def test_the_last_coordinator_of_a_gemeente_stays_here_too(service_app: FastAPI, administrator: PageClient) -> None:
    begun(service_app, "coordinator", email="co@houten.nl", municipality_code=HOUTEN)
    administrator.refused(ending(service_app, "co@houten.nl"), status=409)
    begun(service_app, "coordinator", email="twee@houten.nl", municipality_code=HOUTEN)
    assert "coördinator van Houten" in administrator.get(ending(service_app, "co@houten.nl")).text
    administrator.submit(ending(service_app, "co@houten.nl"))
    assert roles_of(service_app, "co@houten.nl") == []


def test_an_invitation_is_sent_again(service_app: FastAPI, administrator: PageClient) -> None:
    administrator.submit(INVITE, {"email": NEW, "municipality": WOERDEN})
    before = letters(service_app)[0].body
    administrator.submit(f"/beheer/rollen/{grant_of(service_app, NEW).id}/opnieuw")
    (letter,) = letters(service_app)
    assert letter.body != before


def test_roles_that_a_gemeente_gives_are_not_touched_here(service_app: FastAPI, administrator: PageClient) -> None:
    with begin_writing(service_app.state.engine) as session:
        made = add_scan(session)
    begun(service_app, "meelezer", email="lees@houten.nl", municipality_code=HOUTEN)
    begun(service_app, "adviseur", email="extern@advies.nl", collaboration_id=made.collaboration.id)
    for email in ("lees@houten.nl", "extern@advies.nl"):
        administrator.refused(ending(service_app, email), status=404)
    administrator.refused("/beheer/rollen/4711/intrekken", status=404)


def test_a_beheerder_sees_no_scan_no_collaboration_and_no_result(
    service_app: FastAPI, administrator: PageClient
) -> None:
    with begin_writing(service_app.state.engine) as session:
        made = add_scan(session, name="Project Zwaluw")
    account = begun(service_app, "adviseur", email="extern@advies.nl", collaboration_id=made.collaboration.id)
    moderator = begun(service_app, "moderator", email="mo@raad.nl", scan_id=made.scan.id)
    pages = [
        "/beheer", "/beheer/post", "/beheer/accounts", f"/beheer/accounts/{account.id}",
        f"/beheer/accounts/{moderator.id}", f"/beheer/accounts/{moderator.id}/verwijderen",
        f"/beheer/gemeenten/{HOUTEN}",
    ]  # fmt: skip
    for address in pages:
        shown = administrator.get(address).html
        assert "Zwaluw" not in shown, address
        assert made.collaboration.name not in shown, address
    for address in (f"/scans/{made.scan.id}", f"/scans/{made.scan.id}/uitslag.json"):
        administrator.get(address, 404)
    for address in (
        "/samenwerkingen", "/uitslagen", "/gemeenten", f"/gemeenten/{HOUTEN}/mensen",
        f"/samenwerkingen/{made.collaboration.id}/toegang", f"/scans/{made.scan.id}/beheer/moderator",
    ):  # fmt: skip
        administrator.get(address, 403)


def test_who_does_not_run_the_installation_gets_none_of_it(service_app: FastAPI) -> None:
    client, account = coordinator_of(service_app)
    paths = [
        path.format(code=HOUTEN, grant_id=grant_of(service_app, account.email or "").id, account_id=account.id,
                    message_id="a")
        for path in service_app.openapi()["paths"] if path.startswith("/beheer")
    ]  # fmt: skip
    assert len(paths) >= 12
    before = as_stored(service_app)
    for path in paths:
        for method in ("GET", "POST"):
            assert client.http.request(method, path).status_code in {403, 405}, f"{method} {path}"
            assert PageClient(service_app).http.request(method, path).status_code in {303, 403, 405}
    assert as_stored(service_app) == before


def test_the_settings_are_told_without_what_is_secret(service_app: FastAPI, administrator: PageClient) -> None:
    shown = administrator.get("/beheer").text
    assert "Geen mailserver: u geeft berichten zelf door" in shown
    assert "Voor niemand verplicht" in shown
    assert service_app.state.settings.database_url not in shown
