"""The way in: links and codes, what they leave behind, and what strangers and wrong codes get."""

from __future__ import annotations

from datetime import date

import pytest
from fastapi import FastAPI

from app.collaborations.codes import grouped, new_code, new_resume_code
from app.config import load_settings
from app.main import create_app
from app.models import Draft
from app.web.throttle import Throttle
from tests.app.page_client import PageClient
from tests.app.responding.visitors import change, respondent, rows, set_up_scan, visitor
from tests.app.scans import CLOSED_ON, WINDOWS

PAGES = ("", "/verder", "/later", "/wissen", "/stap/1")
FORMS = ("/begin", "/verder", "/opnieuw", "/wissen")


@pytest.mark.parametrize("window", WINDOWS)
def test_the_open_link_leads_to_the_start_page_of_its_window(shared_app: FastAPI, window: str) -> None:
    set_up = set_up_scan(shared_app)
    client = PageClient(shared_app)
    answer = client.http.get(set_up.link(window))
    assert answer.status_code == 303
    edition = shared_app.state.current_edition
    assert client.get(answer.headers["location"]).heading == edition.windows[window].start.title


def test_the_code_leaves_the_address_at_once_and_is_told_to_nobody(shared_app: FastAPI) -> None:
    set_up = set_up_scan(shared_app)
    answer = PageClient(shared_app).http.get(set_up.link("beleid"))
    assert set_up.windows["beleid"].code not in answer.headers["location"]
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.text == ""


def test_a_code_is_taken_as_people_write_it(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app)
    code = set_up.windows["professional"].code
    for typed in (code, grouped(code), f"  {grouped(code).lower().replace('-', ' ')} "):
        client = PageClient(service_app)
        assert client.submit("/meedoen", {"code": typed}).startswith(set_up.path("professional"))
    assert PageClient(service_app).http.get(f"/m/{grouped(code).lower()}").status_code == 303


def test_the_form_takes_the_code_to_go_on_as_well(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app)
    code = respondent(service_app, set_up).http.cookies["invulling"]
    elsewhere = PageClient(service_app)
    assert elsewhere.submit("/meedoen", {"code": grouped(code)}) == f"{set_up.path('professional')}/verder?via=link"
    assert elsewhere.http.get(f"{set_up.path('professional')}/verder").headers["location"].endswith("/stap/1")


def test_the_form_keeps_a_wrong_code_and_says_what_is_wrong(shared_app: FastAPI) -> None:
    client = PageClient(shared_app)
    assert client.get("/meedoen").by_id("code")["value"] == ""
    page = client.refused("/meedoen", {"code": "CDFG-<b>"}, status=422)
    assert page.by_id("code")["value"] == "CDFG-<b>"
    assert "12, 16 of 20" in page.by_id("code-fout").text
    assert page.by_id("fouten").links() == []
    assert page.by_id("fouten").one("a")["href"] == "#code"
    assert "uitnodiging" in client.refused("/meedoen", {}, status=422).by_id("code-fout").text


@pytest.mark.parametrize(
    "link",
    [f"/m/{new_code()}", f"/v/{new_resume_code()}", "/m/ABC", "/v/%00%F0"],
    ids=["code", "code to go on", "too short", "no text"],  # a code differs per process, the name of a test may not
)
def test_a_link_that_opens_nothing_is_a_page_that_says_so(shared_app: FastAPI, link: str) -> None:
    page = PageClient(shared_app).get(link, 404)
    assert page.heading == "Deze link kennen wij niet"
    assert "/meedoen" in page.links()
    assert page.headers["referrer-policy"] == "no-referrer"
    assert "set-cookie" not in page.headers


@pytest.mark.parametrize("https", [False, True])
def test_the_way_in_is_a_cookie_for_the_pages_of_that_window_only(https: bool, tmp_path: object) -> None:
    base_url = "https://vensterscan.voorbeeld.nl" if https else None
    app = create_app(load_settings(database_url=f"sqlite:///{tmp_path}/x.sqlite3", assets="local", base_url=base_url))
    with PageClient(app).http as http:
        set_up = set_up_scan(app)
        answer = http.get(set_up.link("inwoner"))
    kept = answer.headers.get_list("set-cookie")[0]
    name, *attributes = kept.split("; ")
    assert name == f"toegang={set_up.windows['inwoner'].code}"
    wanted = {"HttpOnly", f"Path={set_up.path('inwoner')}", "SameSite=lax"} | ({"Secure"} if https else set())
    assert set(attributes) == wanted


def test_a_browser_without_cookies_is_told_so_right_after_the_link(shared_app: FastAPI) -> None:
    set_up = set_up_scan(shared_app)
    client = PageClient(shared_app)
    where = client.http.get(set_up.link("inwoner")).headers["location"]
    client.http.cookies.clear()
    page = client.get(where, 404)
    assert page.heading == "Uw browser bewaart geen cookies"
    assert "/meedoen" in page.links()


def test_a_stranger_finds_no_page_and_is_shown_the_way(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app)
    respondent(service_app, set_up)
    for part in PAGES:
        page = PageClient(service_app).get(f"{set_up.path('professional')}{part}", 404)
        assert page.heading == "Open deze pagina met uw link of code"
        assert "/meedoen" in page.links()
        assert page.text == PageClient(service_app).get(f"/invullen/bestaatniet{part}", 404).text


def test_a_stranger_changes_nothing(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app)
    respondent(service_app, set_up)
    before = [draft.model_dump() for draft in rows(service_app, Draft)]
    for part in FORMS:
        path = f"{set_up.path('professional')}{part}"
        page = PageClient(service_app).refused(path, {"rol": "uwv", "akkoord": "ja"}, status=404)
        assert page.heading == "Open deze pagina met uw link of code"
    assert [draft.model_dump() for draft in rows(service_app, Draft)] == before


def test_the_code_of_one_window_does_not_open_another(service_app: FastAPI) -> None:
    set_up, other = set_up_scan(service_app), set_up_scan(service_app)
    client = respondent(service_app, set_up, "professional")
    cookies = dict(client.http.cookies)
    for path in (set_up.path("beleid"), other.path("professional")):
        forged = PageClient(service_app)
        forged.http.headers["cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
        assert forged.get(path, 404).heading == "Open deze pagina met uw link of code"


@pytest.mark.parametrize("cookie", ["", "x", "é", "CDFGHJKMNPQR", "0" * 5000])
def test_a_wrong_cookie_opens_nothing(shared_app: FastAPI, cookie: str) -> None:
    set_up = set_up_scan(shared_app)
    client = PageClient(shared_app)
    sent = f"toegang={cookie}; invulling={cookie}; bezig=1"
    client.http.headers = [(b"cookie", sent.encode())]  # type: ignore[assignment]
    assert client.get(set_up.path("inwoner"), 404).heading == "Open deze pagina met uw link of code"


def test_the_link_to_go_on_goes_straight_to_the_questions(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app)
    code = respondent(service_app, set_up, "inwoner").http.cookies["invulling"]
    elsewhere = PageClient(service_app)
    answer = elsewhere.http.get(f"/v/{grouped(code)}")
    assert code not in answer.headers["location"]
    assert elsewhere.http.get(answer.headers["location"]).headers["location"] == f"{set_up.path('inwoner')}/stap/1"


def test_after_the_closing_date_every_link_leads_to_a_page_that_says_so(service_app: FastAPI) -> None:
    service_app.state.today = lambda: date(2099, 3, 1)
    set_up = set_up_scan(service_app, closes_on=date(2099, 3, 1))
    code = respondent(service_app, set_up).http.cookies["invulling"]
    service_app.state.today = lambda: date(2099, 3, 2)
    for link in (set_up.link("professional"), f"/v/{code}"):
        client = PageClient(service_app)
        page = client.get(client.http.get(link).headers["location"])
        assert page.heading == "Deze vragenlijst is gesloten"
        assert "1 maart 2099" in page.text


def test_the_printed_link_still_opens_after_closing(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app)
    change(service_app, set_up.scan, closed_on=CLOSED_ON)
    client = visitor(service_app, set_up, "inwoner")
    assert client.get(set_up.path("inwoner")).heading == "Deze vragenlijst is gesloten"


@pytest.mark.parametrize("by_form", [False, True])
def test_many_wrong_codes_have_to_wait_and_a_right_one_does_too(service_app: FastAPI, by_form: bool) -> None:
    service_app.state.wrong_codes = Throttle(wrong_codes=3, seconds=120)
    set_up = set_up_scan(service_app)
    inside = visitor(service_app, set_up)
    client = PageClient(service_app)
    for _ in range(3):
        assert client.http.get(f"/m/{new_code()}").status_code == 404
    if by_form:
        page = client.refused("/meedoen", {"code": set_up.windows["inwoner"].code}, status=429)
    else:
        page = client.get(set_up.link("inwoner"), 429)
    assert page.heading == "Even wachten met een code"
    assert 100 < int(page.headers["retry-after"]) <= 120
    assert "2 minuten" in page.text
    assert inside.get(set_up.path("professional")).status == 200


def test_right_codes_are_never_counted(service_app: FastAPI) -> None:
    service_app.state.wrong_codes = Throttle(wrong_codes=3, seconds=120)
    set_up = set_up_scan(service_app)
    client = PageClient(service_app)
    for _ in range(10):
        assert client.http.get(set_up.link("inwoner")).status_code == 303
    assert client.http.post("/meedoen", data={"code": new_code()}).status_code == 422


def test_an_empty_field_is_not_a_wrong_code(service_app: FastAPI) -> None:
    service_app.state.wrong_codes = Throttle(wrong_codes=1, seconds=120)
    client = PageClient(service_app)
    for _ in range(3):
        assert client.refused("/meedoen", {"code": "  "}, status=422).heading == "Vul uw code in"
