"""Deleting the own account: it is gone, unless nobody would be left to do what only this person can."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from sqlmodel import Session

from app.db import begin_writing
from app.store.accounts import find_account, list_grants
from tests.app.accounts.knocking import PASSWORD, acts, add, at_home, browser, is_in, knock
from tests.app.people import add_person, add_role

HERE = "/account/verwijderen"
SURE = {"agreed": "ja", "proof": PASSWORD}


def is_there(app: FastAPI, account_id: str) -> bool:
    with Session(app.state.engine) as session:
        return find_account(session, account_id) is not None


def colleague(app: FastAPI, role: str = "coordinator", *, has_begun: bool = True, **where: str) -> None:
    with begin_writing(app.state.engine) as session:
        account = add_person(session, role, name="Een collega", **where)
        account.signed_in_at = app.state.now() if has_begun else None


def test_an_account_that_is_deleted_is_gone_with_everything_of_it(service_app: FastAPI) -> None:
    account = add(service_app)
    colleague(service_app, municipality_code="GM0321")
    client, elsewhere = at_home(service_app), at_home(service_app)
    client.get(HERE)
    assert client.submit(HERE, SURE) == "/"
    assert not is_there(service_app, account.id)
    assert [is_in(one) for one in (client, elsewhere)] == [False, False]
    assert knock(browser(service_app)).status_code == 422
    with Session(service_app.state.engine) as session:
        assert list_grants(session, account.id) == []
    assert acts(service_app)[-1] == ("account_deleted", account.name)


@pytest.mark.parametrize("left_out", ["agreed", "proof"])
def test_who_is_not_sure_or_does_not_show_who_they_are_stays(service_app: FastAPI, left_out: str) -> None:
    account = add(service_app)
    colleague(service_app, municipality_code="GM0321")
    client = at_home(service_app)
    client.refused(HERE, {name: value for name, value in SURE.items() if name != left_out}, status=422)
    assert is_there(service_app, account.id)


@pytest.mark.parametrize(
    ("role", "where", "said"),
    [
        ("coordinator", {"municipality_code": "GM0321"}, "enige coördinator van de gemeente Houten"),
        ("beheerder", {}, "enige beheerder"),
    ],
)
def test_who_cannot_be_missed_stays_until_somebody_else_can_do_it(
    service_app: FastAPI, role: str, where: dict[str, str], said: str
) -> None:
    account = add(service_app, role, **where)
    colleague(service_app, municipality_code="GM0632")
    colleague(service_app, "meelezer", municipality_code="GM0321")
    colleague(service_app, role, has_begun=False, **where)
    client = at_home(service_app)
    page = client.get(HERE)
    assert said in page.text
    assert page.one("main").all("form") == []
    assert said in client.refused(HERE, SURE, status=409).text
    assert is_there(service_app, account.id)
    colleague(service_app, role, **where)
    client.submit(HERE, SURE)
    assert not is_there(service_app, account.id)


def test_a_program_or_an_example_is_nobody_who_can_do_it(service_app: FastAPI) -> None:
    account = add(service_app)
    with begin_writing(service_app.state.engine) as session:
        program, example = add_person(session, "coordinator", municipality_code="GM0321"), add_person(session, None)
        program.kind, program.email = "program", None
        example.is_example = True
        add_role(session, example, "coordinator", municipality_code="GM0321")
    at_home(service_app).refused(HERE, SURE, status=409)
    assert is_there(service_app, account.id)


def test_of_the_last_two_only_one_leaves(service_app: FastAPI) -> None:
    first, second = add(service_app), add(service_app, email="ander@houten.nl")
    client, other = at_home(service_app), at_home(service_app, email="ander@houten.nl")
    client.submit(HERE, SURE)
    other.refused(HERE, SURE, status=409)
    assert [is_there(service_app, one.id) for one in (first, second)] == [False, True]
