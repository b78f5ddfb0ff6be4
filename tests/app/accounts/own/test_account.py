"""The own account: who you are, where you are signed in, and out everywhere at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from fastapi import FastAPI

from app.db import begin_writing
from app.store.accounts import find_account
from app.store.sign_ins import list_sign_ins_of
from tests.app.accounts.knocking import EMAIL, acts, add, again, at_home, browser, is_in, knock
from tests.app.people import add_role, sign_in
from tests.app.scans import add_scan
from tests.app.statements import statements


def test_a_stranger_signs_in_first(service_app: FastAPI) -> None:
    for path in ("/account", "/account/naam", "/account/wachtwoord", "/account/twee-stappen", "/account/verwijderen"):
        assert browser(service_app).http.get(path).headers["location"].startswith("/inloggen?naar=%2Faccount")
    for path in ("/account/naam", "/account/uitloggen", "/account/verwijderen", "/account/twee-stappen/uit"):
        assert browser(service_app).http.post(path).status_code == 403


def test_it_says_who_you_are_and_what_you_may_do(service_app: FastAPI) -> None:
    account = add(service_app)
    with begin_writing(service_app.state.engine) as session:
        made = add_scan(session, name="Nulmeting")
        add_role(session, account, "beheerder")
        add_role(session, account, "meelezer", municipality_code="GM0632")
        add_role(session, account, "adviseur", collaboration_id=made.collaboration.id)
        add_role(session, account, "moderator", scan_id=made.scan.id)
    text = at_home(service_app).get("/account").one("main").text
    for said in (
        account.name,
        EMAIL,
        "Coördinator van de gemeente Houten",
        "Beheerder van deze installatie",
        "Meelezer: de uitslagen van de gemeente Woerden",
        f"Adviseur bij de samenwerking {made.collaboration.name} in Houten",
        f"Moderator van de opmerkingen bij de scan Nulmeting van {made.collaboration.name} in Houten",
    ):
        assert said in text


def test_it_says_when_you_were_here_before(service_app: FastAPI) -> None:
    add(service_app)
    now = service_app.state.now()
    service_app.state.now = lambda: now.replace(year=2026, month=7, day=1, hour=8, minute=5)
    client = at_home(service_app)
    assert "Vorige keer" not in client.get("/account").text
    service_app.state.now = lambda: now.replace(year=2026, month=7, day=2, hour=8, minute=5)
    assert "Vorige keer ingelogd op 1 juli 2026, 10:05 uur" in at_home(service_app).get("/account").text


def test_a_name_can_be_changed(service_app: FastAPI) -> None:
    account = add(service_app)
    client = at_home(service_app)
    assert client.get("/account/naam").by_id("name")["value"] == account.name
    client.refused("/account/naam", {"name": "  "}, status=422)
    client.get(client.submit("/account/naam", {"name": " Sanne\n Jansen"}))
    assert again(service_app, account).name == "Sanne Jansen"


def test_it_shows_where_you_are_signed_in_and_which_browser_this_is(service_app: FastAPI) -> None:
    add(service_app)
    first = at_home(service_app)
    at_home(service_app)
    text = first.get("/account").one("main").text
    assert text.count("Deze browser") == 1
    assert text.count("Een andere browser") == 1
    now = service_app.state.now
    service_app.state.now = lambda: now() + timedelta(hours=1, minutes=50)
    first.get("/account")
    service_app.state.now = lambda: now() + timedelta(hours=2, minutes=30)
    assert "Een andere browser" not in first.get("/account").text, "what has ended is not shown"


def test_signing_out_everywhere_else_kills_other_browsers_at_once(service_app: FastAPI) -> None:
    add(service_app)
    add(service_app, email="ander@houten.nl")
    mine, stolen = at_home(service_app), at_home(service_app)
    half, other = browser(service_app), at_home(service_app, email="ander@houten.nl")
    knock(half)
    page = mine.get(mine.submit("/account/uitloggen", {"waar": "elders"}))
    assert "overal elders uitgelogd" in page.text
    assert [is_in(client) for client in (mine, stolen, half, other)] == [True, False, False, True]
    assert acts(service_app)[-1] == ("signed_out_everywhere", "Sanne de Vries")


def test_signing_out_everywhere_can_be_here_as_well(service_app: FastAPI) -> None:
    account = add(service_app)
    mine, stolen = at_home(service_app), at_home(service_app)
    assert mine.submit("/account/uitloggen", {"waar": "overal"}) == "/inloggen"
    assert [is_in(client) for client in (mine, stolen)] == [False, False]
    with begin_writing(service_app.state.engine) as session:
        assert list_sign_ins_of(session, account.id) == []


@pytest.mark.parametrize("path", [
    "naam", "uitloggen", "wachtwoord", "verwijderen", "twee-stappen/instellen", "twee-stappen/uit",
    "twee-stappen/herstelcodes",
])  # fmt: skip
def test_an_example_looks_around_and_changes_nothing(service_app: FastAPI, path: str) -> None:
    service_app.state.settings = service_app.state.settings.model_copy(update={"demo": True})
    account = add(service_app)
    with begin_writing(service_app.state.engine) as session:
        found = find_account(session, account.id)
        assert found is not None
        found.is_example = True
    client = sign_in(browser(service_app), account)
    page = client.get("/account")
    assert "voorbeeldaccount" in page.text
    assert page.one("main").all("form", "button") == []
    before = again(service_app, account)
    fields = {"name": "x", "password": "y" * 10 + "zzz", "again": "y" * 10 + "zzz", "agreed": "ja", "waar": "overal"}
    assert client.refused(f"/account/{path}", fields, status=403).heading == "Hiervoor heeft u geen toegang"
    assert again(service_app, account) == before
    assert is_in(client)


def test_many_roles_cost_no_more_statements(service_app: FastAPI) -> None:
    account, counts = add(service_app), []
    for more in (2, 10):
        with begin_writing(service_app.state.engine) as session:
            for _ in range(more):
                add_role(session, account, "adviseur", collaboration_id=add_scan(session).collaboration.id)
        client = at_home(service_app)
        with statements(service_app) as said:
            client.get("/account")
        counts.append(len(said))
    assert counts[0] == counts[1]
