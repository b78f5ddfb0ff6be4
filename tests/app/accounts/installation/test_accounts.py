"""Accounts: signing somebody out everywhere, and deleting what is known of them."""

from __future__ import annotations

from datetime import date

import pytest
from fastapi import FastAPI
from sqlalchemy import text
from sqlmodel import select

from app.accounts.links import make_link
from app.accounts.tokens import make_token
from app.db import Session, begin_writing
from app.models import Account
from app.store.accounts import find_account, find_account_by_email
from app.web.dependencies import now_in_universal_time
from tests.app.accounts.people.houten import HOUTEN, WOERDEN, acts, as_stored, begun, letters, roles_of
from tests.app.page_client import PageClient
from tests.app.people import add_role, sign_in

ACCOUNTS = "/beheer/accounts"


@pytest.fixture
def administrator(service_app: FastAPI) -> PageClient:
    return sign_in(PageClient(service_app), begun(service_app, "beheerder", name="Bea Beheer", email="bea@host.nl"))


def test_everybody_is_in_the_list_and_found_by_name_or_address(service_app: FastAPI, administrator: PageClient) -> None:
    account = begun(service_app, "meelezer", name="Lotte Lezer", email="lotte@houten.nl", municipality_code=HOUTEN)
    begun(service_app, "meelezer", name="Iemand Anders", email="ander@woerden.nl", municipality_code=WOERDEN)
    page = administrator.get(f"{ACCOUNTS}?zoek=LOTTE%20houten")
    assert [link for link in page.links() if link.startswith(f"{ACCOUNTS}/")] == [f"{ACCOUNTS}/{account.id}"]
    assert "Meelezer in Houten" in page.text
    assert "Niemand gevonden voor ‘zwaluw’" in administrator.get(f"{ACCOUNTS}?zoek=zwaluw").text
    assert len([link for link in administrator.get(ACCOUNTS).links() if link.startswith(f"{ACCOUNTS}/")]) == 3


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("meelezer", ["Lotte", "Anders"]),
        ("MEELEZER houten", ["Lotte"]),
        ("beheerder", ["Bea"]),
        ("laatst ingelogd lotte", ["Lotte"]),
        ("coördinator", []),
    ],
)
def test_the_list_is_filtered_by_role_municipality_and_signing_in(
    service_app: FastAPI, administrator: PageClient, words: str, found: list[str]
) -> None:
    for name, code in (("Lotte", HOUTEN), ("Anders", WOERDEN)):
        begun(service_app, "meelezer", name=name, email=f"{name}@gemeente.nl", municipality_code=code)
    page = administrator.get(f"{ACCOUNTS}?zoek={words}")
    names = [link.text for link in page.all("a") if (link.get("href") or "").startswith(f"{ACCOUNTS}/")]
    assert sorted(names) == sorted(name if name != "Bea" else "Bea Beheer" for name in found)
    if found:
        assert f"{len(found)} account{'s' if len(found) > 1 else ''} gevonden." in page.text


def test_somebody_is_signed_out_everywhere(service_app: FastAPI, administrator: PageClient) -> None:
    account = begun(service_app, "meelezer", municipality_code=HOUTEN)
    browsers = [sign_in(PageClient(service_app), account) for _ in range(2)]
    led_to = administrator.submit(f"{ACCOUNTS}/{account.id}/uitloggen")
    assert "overal uitgelogd" in administrator.get(led_to).text
    for browser in browsers:
        assert browser.http.get("/uitslagen").status_code == 303
    assert acts(service_app) == [("sign_ins_ended", None)]


def test_an_account_is_deleted_with_everything_that_belongs_to_it(
    service_app: FastAPI, administrator: PageClient
) -> None:
    begun(service_app, "coordinator", municipality_code=HOUTEN)
    administrator.submit("/beheer/coordinator", {"email": "weg@houten.nl", "municipality": HOUTEN})
    account_id = letter_owner(service_app)
    with begin_writing(service_app.state.engine) as session:
        account = find_account(session, account_id)
        assert account is not None
        add_role(session, account, "meelezer", municipality_code=WOERDEN)
        make_link(session, account, "password", now_in_universal_time())
    sign_in(PageClient(service_app), account)
    page = administrator.get(f"{ACCOUNTS}/{account_id}/verwijderen")
    assert "coördinator van Houten" in page.text
    assert "meelezer in Woerden" in page.text
    administrator.submit(f"{ACCOUNTS}/{account_id}/verwijderen")
    assert roles_of(service_app, "weg@houten.nl") is None
    assert letters(service_app) == []
    with Session(service_app.state.engine) as session:
        for table in ("sign_in", "one_time_link", "role_grant"):
            wanted = text(f"SELECT count(*) FROM {table} WHERE account_id = :account")
            assert session.connection().execute(wanted, {"account": account_id}).scalar() == 0
    assert acts(service_app) == [
        ("invited", HOUTEN), ("role_withdrawn", HOUTEN), ("role_withdrawn", WOERDEN), ("account_removed", None),
    ]  # fmt: skip


def letter_owner(app: FastAPI) -> str:
    with Session(app.state.engine) as session:
        account = find_account_by_email(session, letters(app)[0].address)
        assert account is not None
        return account.id


def test_leaving_a_gemeente_without_a_coordinator_is_said_and_agreed(
    service_app: FastAPI, administrator: PageClient
) -> None:
    account = begun(service_app, "coordinator", email="co@houten.nl", municipality_code=HOUTEN)
    removal = f"{ACCOUNTS}/{account.id}/verwijderen"
    assert "Houten heeft daarna geen coördinator" in administrator.get(removal).text
    before = as_stored(service_app)
    administrator.refused(removal, status=422)
    assert as_stored(service_app) == before
    administrator.submit(removal, {"agreed": "ja"})
    assert roles_of(service_app, "co@houten.nl") is None


def test_the_last_beheerder_cannot_be_deleted(service_app: FastAPI, administrator: PageClient) -> None:
    (own,) = [link for link in administrator.get(ACCOUNTS).links() if link.startswith(f"{ACCOUNTS}/")]
    administrator.refused(f"{own}/verwijderen", status=409)
    other = begun(service_app, "beheerder", email="ben@host.nl")
    assert administrator.submit(f"{own}/verwijderen") == "/"
    assert sign_in(PageClient(service_app), other).get(ACCOUNTS)


def test_a_program_and_what_does_not_exist_are_no_accounts_here(
    service_app: FastAPI, administrator: PageClient
) -> None:
    with begin_writing(service_app.state.engine) as session:
        make_token(session, "dashboard", HOUTEN, date(2026, 3, 1))
        program = session.exec(select(Account).where(Account.kind == "program")).one()
    for account_id in (program.id, "0" * 32, "x"):
        administrator.get(f"{ACCOUNTS}/{account_id}", 404)
        administrator.get(f"{ACCOUNTS}/{account_id}/verwijderen", 404)
        administrator.refused(f"{ACCOUNTS}/{account_id}/verwijderen", status=404)
        administrator.refused(f"{ACCOUNTS}/{account_id}/uitloggen", status=404)
