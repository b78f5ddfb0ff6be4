"""The start page: what it says in each form of a window, what has to be chosen, and the questionnaire that is made."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from fastapi import FastAPI

from app.collaborations.kept import UNSENT
from app.models import Draft, Response
from tests.app.page_client import PageClient
from tests.app.responding.visitors import change, fields, only_draft, respondent, rows, set_up_scan, visitor
from tests.app.scans import CLOSED_ON, ROLES, WINDOWS

TEAMS = ("professional", "organisatie", "beleid")


@pytest.mark.parametrize("window", WINDOWS)
def test_the_start_page_says_what_it_is_about(shared_app: FastAPI, window: str) -> None:
    set_up = set_up_scan(shared_app, closes_on=date(2099, 6, 30))
    text = visitor(shared_app, set_up, window).get(set_up.path(window)).text
    start = shared_app.state.current_edition.windows[window].start
    scope = set_up.collaboration
    for said in ("Houten", scope.name, scope.target_group, scope.partners, "voorjaar 2026", "30 juni 2099"):
        assert said in text
    for said in (start.lead, start.purpose, start.voluntary, start.duration, start.contact):
        assert said.strip() in text
    assert set_up.windows[window].contact in text
    assert "Binkhorst (2021)" in text


@pytest.mark.parametrize("window", WINDOWS)
def test_every_role_of_the_window_can_be_chosen_and_none_is_chosen_yet(shared_app: FastAPI, window: str) -> None:
    set_up = set_up_scan(shared_app)
    page = visitor(shared_app, set_up, window).get(set_up.path(window))
    radios = [radio for radio in page.all("input") if radio.get("type") == "radio"]
    roles = shared_app.state.current_edition.roles.roles[window]
    assert [radio["value"] for radio in radios] == [role.id for role in roles]
    assert not [radio for radio in radios if radio.get("checked") is not None]


def test_a_start_page_shows_no_navigation_and_loads_nothing_from_elsewhere(shared_app: FastAPI) -> None:
    set_up = set_up_scan(shared_app)
    page = visitor(shared_app, set_up, "inwoner").get(set_up.path("inwoner"))
    assert "/samenwerkingen" not in page.links()
    assert "http" not in page.headers["content-security-policy"]
    assert page.headers["cache-control"] == "no-store"


def test_without_a_contact_the_one_who_invited_is_to_be_asked(shared_app: FastAPI) -> None:
    set_up = set_up_scan(shared_app)
    change(shared_app, set_up.windows["inwoner"], contact="")
    text = visitor(shared_app, set_up, "inwoner").get(set_up.path("inwoner")).text
    assert "van wie u de link of de code kreeg" in text
    assert "onze contactpersoon" not in text


# --- Who sees what ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("window", "minimum"), [("inwoner", 7), ("professional", 3), ("organisatie", 3), ("beleid", 5)]
)
def test_the_minimum_in_force_is_printed(shared_app: FastAPI, window: str, minimum: int) -> None:
    set_up = set_up_scan(shared_app, minimum={window: minimum})
    page = visitor(shared_app, set_up, window).get(set_up.path(window))
    (printed,) = [strong.text for strong in page.all("strong") if "nimum" in strong.text or "minder dan" in strong.text]
    assert {3: "drie", 5: "vijf", 7: "zeven"}[minimum] in printed


@pytest.mark.parametrize("window", ["organisatie", "beleid"])
def test_answers_per_function_are_confirmed_and_nothing_is_said_of_a_minimum(shared_app: FastAPI, window: str) -> None:
    set_up = set_up_scan(shared_app, minimum={window: 1})
    page = visitor(shared_app, set_up, window).get(set_up.path(window))
    assert "per functie" in page.one("dl").parent.text  # type: ignore[union-attr]
    assert "inimum" not in page.text
    assert page.by_id("akkoord")["type"] == "checkbox"


@pytest.mark.parametrize("window", ["organisatie", "beleid"])
def test_in_the_anonymous_form_nothing_is_said_of_functions_and_nothing_confirmed(
    shared_app: FastAPI, window: str
) -> None:
    set_up = set_up_scan(shared_app, minimum={window: 3})
    page = visitor(shared_app, set_up, window).get(set_up.path(window))
    assert "per functie" not in page.text
    assert not [box for box in page.all("input") if box.get("type") == "checkbox"]


@pytest.mark.parametrize("window", ["inwoner", "professional"])
def test_windows_with_a_minimum_ask_for_no_confirmation(shared_app: FastAPI, window: str) -> None:
    set_up = set_up_scan(shared_app)
    client = visitor(shared_app, set_up, window)
    assert not [box for box in client.get(set_up.path(window)).all("input") if box.get("type") == "checkbox"]
    assert client.submit(f"{set_up.path(window)}/begin", {"rol": ROLES[window]}).endswith("/stap/1")


@pytest.mark.parametrize("window", TEAMS)
def test_a_team_reads_first_what_its_form_means(shared_app: FastAPI, window: str) -> None:
    set_up = set_up_scan(shared_app, mode={window: "team"})
    page = visitor(shared_app, set_up, window).get(set_up.path(window))
    team_form = shared_app.state.current_edition.windows[window].team_form
    assert page.all("h2")[0].text == team_form.title
    for paragraph in team_form.paragraphs:
        assert paragraph.strip() in page.text
    assert "per functie" not in page.text
    assert "Plan hier een gesprek voor" in page.text
    assert "minuten" not in page.text
    who = next(part for part in page.all("li") if [head.text for head in part.all("h2")] == ["Wie ziet wat"])
    assert "minimum" not in who.text


# --- Beginning --------------------------------------------------------------------------------------------------------


def test_beginning_makes_a_questionnaire_that_knows_nobody(service_app: FastAPI) -> None:
    service_app.state.today = lambda: date(2099, 3, 1)
    set_up = set_up_scan(service_app)
    client = visitor(service_app, set_up)
    assert (
        client.submit(f"{set_up.path('professional')}/begin", {"rol": "uwv"}) == f"{set_up.path('professional')}/stap/1"
    )
    draft, code = only_draft(service_app), client.http.cookies["invulling"]
    assert draft.token_hash == hashlib.sha256(code.encode()).hexdigest()
    assert (draft.scan_id, draft.window, draft.role) == (set_up.scan.id, "professional", "uwv")
    assert (draft.participants, draft.touched_on) == (1, date(2099, 3, 1))
    assert len(draft.id) == 32
    assert code not in str(draft.model_dump())


@pytest.mark.parametrize("window", WINDOWS)
def test_only_a_residents_questionnaire_is_forgotten_with_the_browser(shared_app: FastAPI, window: str) -> None:
    set_up = set_up_scan(shared_app)
    answer = visitor(shared_app, set_up, window).http.post(f"{set_up.path(window)}/begin", data=fields(window))
    kept = {one.partition("=")[0]: one.split("; ") for one in answer.headers.get_list("set-cookie")}
    assert set(kept) == {"toegang", "invulling", "bezig"}
    for attributes in kept.values():
        assert {"HttpOnly", "SameSite=lax", f"Path={set_up.path(window)}"} <= set(attributes)
    aged = {name for name, attributes in kept.items() if any("age" in one.lower() for one in attributes)}
    assert aged == (set() if window == "inwoner" else {"invulling"})
    assert window == "inwoner" or f"Max-Age={UNSENT.days * 24 * 3600}" in kept["invulling"]
    assert not any("expires" in one.lower() for one in kept["bezig"])


def test_a_role_that_does_not_exist_here_begins_nothing(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app)
    client = visitor(service_app, set_up)
    for role in ("", "zelf", "burgemeester", "uwv' OR 1=1"):
        page = client.refused(f"{set_up.path('professional')}/begin", {"rol": role}, status=422)
        assert page.by_id("fouten").one("a")["href"] == "#rol"
        assert "Voor welke groep werkt u" in page.by_id("rol-fout").text
    assert rows(service_app, Draft) == []
    assert "invulling" not in client.http.cookies


def test_without_the_confirmation_nothing_begins_and_the_role_stays_chosen(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app)
    client = visitor(service_app, set_up, "beleid")
    page = client.refused(f"{set_up.path('beleid')}/begin", {"rol": "bestuurder"}, status=422)
    chosen = [radio["value"] for radio in page.all("input") if radio.get("checked") is not None]
    assert chosen == ["bestuurder"]
    assert page.by_id("akkoord")["aria-describedby"] == "akkoord-fout"
    assert rows(service_app, Draft) == []
    assert client.submit(f"{set_up.path('beleid')}/begin", {"rol": "bestuurder", "akkoord": "ja"}).endswith("/stap/1")


def test_a_team_says_with_how_many_it_is(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app, mode={"beleid": "team"})
    client = visitor(service_app, set_up, "beleid")
    for size in ("", "1", "0", "-3", "201", "veel", "2,5", "²", "٣"):
        page = client.refused(f"{set_up.path('beleid')}/begin", fields("beleid", deelnemers=size), status=422)
        assert "van 2 tot 200" in page.by_id("deelnemers-fout").text
        assert page.by_id("deelnemers")["value"] == size
        assert page.by_id("akkoord").get("checked") is not None
    assert rows(service_app, Draft) == []


def test_a_team_begins_when_everybody_agrees(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app, mode={"organisatie": "team"})
    client, path = visitor(service_app, set_up, "organisatie"), set_up.path("organisatie")
    page = client.refused(f"{path}/begin", {"rol": "directie", "deelnemers": "4"}, status=422)
    assert "iedereen" in page.by_id("akkoord-fout").text
    client.submit(f"{path}/begin", {"rol": "directie", "deelnemers": "4", "akkoord": "ja"})
    assert only_draft(service_app).participants == 4


def test_one_person_is_one_participant_whatever_is_sent(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app)
    client = visitor(service_app, set_up)
    client.submit(f"{set_up.path('professional')}/begin", {"rol": "uwv", "deelnemers": "50"})
    assert only_draft(service_app).participants == 1


# --- Closed -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["closed", "archived", "off", "past its date"])
def test_what_takes_no_answers_says_so_and_changes_nothing(service_app: FastAPI, how: str) -> None:
    set_up = set_up_scan(service_app, closes_on=date(2099, 3, 1) if how == "past its date" else None)
    service_app.state.today = lambda: date(2099, 3, 1)
    client = visitor(service_app, set_up)
    if how == "closed":
        change(service_app, set_up.scan, closed_on=CLOSED_ON)
    elif how == "archived":
        change(service_app, set_up.scan, archived_on=CLOSED_ON)
    elif how == "off":
        change(service_app, set_up.windows["professional"], is_on=False)
    service_app.state.today = lambda: date(2099, 3, 2)
    for part in ("begin", "verder", "opnieuw"):
        page = client.refused(f"{set_up.path('professional')}/{part}", fields("professional"), status=409)
        assert page.heading == "Deze vragenlijst is gesloten"
        assert set_up.path("professional") in page.links()
    assert rows(service_app, Draft) == []
    assert client.get(set_up.path("professional")).all("form") == []


def test_each_kind_of_closed_says_what_it_is(shared_app: FastAPI) -> None:
    said = {
        "Deze vragenlijst is gesloten": {"closed_on": CLOSED_ON},
        "Deze vragenlijst is er niet meer": {"archived_on": CLOSED_ON},
    }
    for heading, values in said.items():
        set_up = set_up_scan(shared_app)
        client = visitor(shared_app, set_up, "beleid")
        change(shared_app, set_up.scan, **values)
        assert client.get(set_up.path("beleid")).heading == heading
    off = set_up_scan(shared_app, windows=("inwoner",))
    assert (
        visitor(shared_app, off, "beleid").get(off.path("beleid")).heading == "Deze vragenlijst wordt nu niet gebruikt"
    )


def test_a_last_day_is_still_a_day_to_answer(service_app: FastAPI) -> None:
    service_app.state.today = lambda: date(2099, 3, 1)
    set_up = set_up_scan(service_app, closes_on=date(2099, 3, 1))
    respondent(service_app, set_up)
    assert only_draft(service_app).window == "professional"
    assert rows(service_app, Response) == []


def test_another_website_cannot_begin_for_somebody(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app)
    client: PageClient = visitor(service_app, set_up)
    client.http.headers["sec-fetch-site"] = "cross-site"
    assert client.refused(f"{set_up.path('professional')}/begin", fields("professional"), status=403).status == 403
    assert rows(service_app, Draft) == []


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize(("months", "period"), [(1, "1 maand"), (24, "2 jaar")])
def test_the_start_page_says_for_how_long_answers_are_kept(
    shared_app: FastAPI, window: str, months: int, period: str
) -> None:
    set_up = set_up_scan(shared_app, keep_months=months)
    page = visitor(shared_app, set_up, window).get(set_up.path(window))
    assert f"tot {period} nadat de" in page.text
    assert f"na {UNSENT.days} dagen, of eerder als de" in page.text
    assert "/privacy" in page.one("main").links()
