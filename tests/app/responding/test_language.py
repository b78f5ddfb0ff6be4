"""A resident chooses a language and loses nothing by it; what is not offered is Dutch."""

from __future__ import annotations

import re

import pytest
from fastapi import FastAPI

from app.models import Comment, Draft, DraftAnswer, DraftComment, Response
from app.web.language import LANGUAGES, words_in
from tests.app.page_client import InspectedPage, PageClient, inspected
from tests.app.responding.answers import fill_in, sent_by, stored
from tests.app.responding.languages import (
    CHECKED_BY,
    beginner,
    declare,
    fields_of,
    language_of,
    offered_on,
    reader,
    texts,
)
from tests.app.responding.visitors import change, respondent, rows, set_up_scan, visitor
from tests.app.scans import CLOSED_ON, WINDOWS, SetUp

OTHERS = [code for code in LANGUAGES if code != "nl"]
LONG = "Zo ging het. " * 50


@pytest.fixture
def set_up(service_app: FastAPI) -> SetUp:
    return set_up_scan(service_app)


@pytest.fixture
def home(set_up: SetUp) -> str:
    return set_up.path("inwoner")


@pytest.fixture
def english(service_app: FastAPI, set_up: SetUp) -> PageClient:
    """A resident who began with the questions in English."""
    return beginner(service_app, set_up, "en")


@pytest.fixture
def shared(shared_app: FastAPI) -> SetUp:
    """A scan of its own in a service that tests share."""
    return set_up_scan(shared_app)


# --- Choosing ---------------------------------------------------------------------------------------------------------


def test_who_opens_the_link_reads_dutch_and_is_offered_what_is_ready(service_app: FastAPI, set_up: SetUp) -> None:
    page = visitor(service_app, set_up, "inwoner").get(set_up.path("inwoner"))
    assert (language_of(page), offered_on(page)) == ("nl", ["English"])


def test_each_language_is_named_in_itself(service_app: FastAPI, set_up: SetUp) -> None:
    declare(service_app, set_up, "ar", "uk")
    page = visitor(service_app, set_up, "inwoner").get(set_up.path("inwoner"))
    choices = [one for one in page.all("button") if one.get("name") == "taal"]
    assert [(one["value"], one["lang"], one["dir"], one.text) for one in choices] == [
        ("en", "en", "ltr", "English"),
        ("ar", "ar", "rtl", "العربية"),
        ("uk", "uk", "ltr", "Українська"),
    ]


@pytest.mark.parametrize("kind", ["m", "v"])
def test_a_link_can_bring_its_language(service_app: FastAPI, set_up: SetUp, home: str, kind: str) -> None:
    client = visitor(service_app, set_up, "inwoner")
    client.submit(f"{home}/begin", {"rol": "zelf"})
    own = client.get(f"{home}/later").html
    link = {"m": set_up.link("inwoner"), "v": f"/v/{re.search(r'/v/([A-Z0-9-]+)', own)[1]}"}[kind]  # type: ignore[index]
    other = PageClient(service_app)
    where = other.http.get(f"{link}?taal=en").headers["location"]
    assert "taal=en" in where
    if kind == "v":
        where = other.http.get(where).headers["location"]
    assert language_of(other.get(where)) == "en"
    assert language_of(other.get(home)) == "en", "the browser keeps it"


def test_a_browser_without_cookies_is_told_so_in_the_language_of_the_link(service_app: FastAPI, set_up: SetUp) -> None:
    where = PageClient(service_app).http.get(f"{set_up.link('inwoner')}?taal=en").headers["location"]
    page = PageClient(service_app).get(where, 404)
    assert language_of(page) == "en"
    assert page.heading == words_in("en").say("Uw browser bewaart geen cookies")


def test_a_page_without_a_form_has_links(english: PageClient, home: str) -> None:
    for part in ("later", "controle", "wissen"):
        page = english.get(f"{home}/{part}")
        (link,) = [one for one in page.all("a") if one.get("hreflang") == "nl" and one.get("lang") == "nl"]
        assert link["href"] == f"{home}/{part}?taal=nl"
    assert language_of(english.get(f"{home}/later?taal=nl")) == "nl"
    assert language_of(english.get(f"{home}/wissen")) == "nl"


def test_the_cookie_says_the_language_and_nothing_else_and_goes_with_the_browser(
    service_app: FastAPI, set_up: SetUp
) -> None:
    response = PageClient(service_app).http.get(f"{set_up.link('inwoner')}?taal=en")
    (cookie,) = [one for one in response.headers.get_list("set-cookie") if one.startswith("taal=")]
    assert cookie == "taal=en; HttpOnly; Path=/; SameSite=lax"


def test_nobody_gets_a_cookie_for_a_language_that_they_did_not_choose(service_app: FastAPI, set_up: SetUp) -> None:
    client = respondent(service_app, set_up, "inwoner")
    fill_in(client, f"{set_up.path('inwoner')}/stap/1")
    assert "taal" not in client.http.cookies


# --- What is not offered ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["ar", "xx", "EN", "nl", "", "en-GB", "../en", "💬", "a" * 3000])
def test_what_is_not_offered_and_what_is_no_language_is_dutch(shared_app: FastAPI, shared: SetUp, code: str) -> None:
    client = visitor(shared_app, shared, "inwoner")
    page = inspected(*_got(client, shared.path("inwoner"), taal=code))
    assert language_of(page) == "nl"


@pytest.mark.parametrize("forged", ["ar", "xx", "en; x", '"', "a" * 3000])
def test_a_forged_cookie_is_dutch(shared_app: FastAPI, shared: SetUp, forged: str) -> None:
    client = respondent(shared_app, shared, "inwoner")
    sent = {
        "cookie": "; ".join([*(f"{name}={value}" for name, value in client.http.cookies.items()), f"taal={forged}"])
    }
    response = PageClient(shared_app).http.get(f"{shared.path('inwoner')}/stap/1", headers=sent)
    assert response.status_code == 200
    assert language_of(inspected(response.text, dict(response.headers))) == ("en" if forged == "en; x" else "nl")


def test_a_language_that_is_no_longer_offered_is_dutch_again(service_app: FastAPI, set_up: SetUp, home: str) -> None:
    client = beginner_in_a_draft(service_app, set_up, "ar")
    assert language_of(client.get(f"{home}/stap/1")) == "ar"
    other = set_up_scan(service_app, municipality="GM0344")
    assert client.http.get(other.link("inwoner")).status_code == 303
    page = client.get(other.path("inwoner"))
    assert (language_of(page), offered_on(page)) == ("nl", ["English"])


@pytest.mark.parametrize("window", [window for window in WINDOWS if window != "inwoner"])
def test_who_answers_for_their_work_reads_dutch(shared_app: FastAPI, shared: SetUp, window: str) -> None:
    client = reader(shared_app, shared, "en", window)
    page = client.get(shared.path(window))
    assert (language_of(page), offered_on(page)) == ("nl", [])
    client.submit(f"{shared.path(window)}/begin", {"rol": page.all("input")[0]["value"], "akkoord": "ja"})
    screen = client.get(f"{shared.path(window)}/stap/1?taal=en")
    assert language_of(screen) == "nl"
    assert "taal=" not in screen.html


def test_a_stranger_finds_nothing_in_any_language(service_app: FastAPI, home: str) -> None:
    for code in LANGUAGES:
        page = PageClient(service_app).get(f"{home}?taal={code}", 404)
        assert (language_of(page), page.heading) == (code, words_in(code).say("Open deze pagina met uw link of code"))
    assert PageClient(service_app).http.post(f"{home}/stap/1", data={"taal": "en"}).status_code == 404
    assert rows(service_app, Draft) == []


# --- Nothing is lost --------------------------------------------------------------------------------------------------


def test_choosing_a_language_saves_the_screen_and_stays_on_it(service_app: FastAPI, set_up: SetUp, home: str) -> None:
    client = respondent(service_app, set_up, "inwoner")
    page = client.get(f"{home}/stap/2")
    (button,) = [one for one in page.all("button") if one.get("name") == "taal"]
    assert (button["form"], button["value"]) == ("vragen", "en")
    sent = sent_by(page) | {"inw_samenhang_2": "1", "opmerking_inw_samenhang": "Goed", "taal": "en"}
    assert client.submit(f"{home}/stap/2", sent) == f"{home}/stap/2"
    assert stored(service_app) == ({"inw_samenhang_2": 1.0}, {"inw_samenhang": "Goed"})
    again = client.get(f"{home}/stap/2")
    assert language_of(again) == "en"
    assert sent_by(again) == sent_by(page) | {
        "inw_samenhang_2": "1",
        "opmerking_inw_samenhang": "Goed",
        "eerst_inw_samenhang_2": "1",
        "eerst_opmerking_inw_samenhang": "Goed",
    }


def test_a_screen_opened_from_the_check_still_leads_back_to_it(english: PageClient, home: str) -> None:
    path = f"{home}/stap/2?terug=controle"
    assert english.submit(path, sent_by(english.get(path)) | {"taal": "nl"}) == path


def test_enter_on_a_screen_goes_on_and_chooses_no_language(english: PageClient, home: str) -> None:
    """A browser presses the first button that belongs to the form."""
    page = english.get(f"{home}/stap/2")
    first = next(one for one in page.all("button") if one.get("form") == "vragen")
    assert (first["name"], first["value"]) == ("naar", "volgende")
    code = PageClient(english.app).get("/meedoen")
    assert next(one for one in code.all("button") if one.get("form") == "code-formulier").get("name") is None


def test_a_comment_that_is_too_long_is_refused_in_the_new_language_and_kept(
    service_app: FastAPI, set_up: SetUp, home: str
) -> None:
    client = respondent(service_app, set_up, "inwoner")
    sent = sent_by(client.get(f"{home}/stap/2"))
    sent |= {"inw_samenhang_2": "0", "opmerking_inw_samenhang": LONG, "taal": "en"}
    page = client.refused(f"{home}/stap/2", sent, status=422)
    assert language_of(page) == "en"
    assert "149 characters too long" in page.by_id("fouten").text
    assert sent_by(page)["opmerking_inw_samenhang"] == LONG.strip()
    assert sent_by(page)["inw_samenhang_2"] == "0"
    assert rows(service_app, DraftAnswer) == []
    assert language_of(client.get(f"{home}/stap/3")) == "en"


def test_what_was_chosen_at_the_start_is_kept(service_app: FastAPI, set_up: SetUp, home: str) -> None:
    client = visitor(service_app, set_up, "inwoner")
    page = client.refused(f"{home}/begin", {"rol": "vertegenwoordiger", "taal": "en"}, status=200)
    assert language_of(page) == "en"
    assert fields_of(page, "begin")["rol"] == "vertegenwoordiger"
    assert rows(service_app, Draft) == [], "nothing was begun"
    client.submit(f"{home}/begin", {"rol": "vertegenwoordiger"})
    assert language_of(client.get(f"{home}/stap/1")) == "en"


def test_a_code_that_was_typed_is_kept_and_not_looked_at(service_app: FastAPI) -> None:
    client = PageClient(service_app)
    page = client.refused("/meedoen", {"code": "CDFG-HJKM", "taal": "en"}, status=200)
    assert (language_of(page), fields_of(page, "code-formulier")["code"]) == ("en", "CDFG-HJKM")
    assert not [one for one in page.all() if one.get("id") == "fouten"]
    page = client.refused("/meedoen", {"code": "CDFG-HJKM"}, status=422)
    assert (language_of(page), page.one("html")["dir"]) == ("en", "ltr")
    assert "We do not know this code" in page.by_id("fouten").text


def test_choosing_a_language_after_closing_changes_nothing(service_app: FastAPI, set_up: SetUp, home: str) -> None:
    client = respondent(service_app, set_up, "inwoner")
    sent = sent_by(client.get(f"{home}/stap/1")) | {"inw_samenhang_1": "1", "taal": "en"}
    change(service_app, set_up.scan, closed_on=CLOSED_ON)
    page = client.refused(f"{home}/stap/1", sent, status=409)
    assert (language_of(page), page.heading) == ("en", words_in("en").say("Deze vragenlijst is gesloten"))
    assert offered_on(page) == [], "there is no page here to come back to"
    assert rows(service_app, DraftAnswer) == []


def test_what_is_kept_of_somebody_does_not_say_in_which_language_they_read(
    service_app: FastAPI, set_up: SetUp, home: str
) -> None:
    client = beginner_in_a_draft(service_app, set_up, "uk")
    fill_in(client, f"{home}/stap/2", inw_samenhang_2="1", opmerking_inw_samenhang="Добре")
    stamp = sent_by(client.get(f"{home}/wissen"))["invulling"]
    kept = [
        value
        for table in (Draft, DraftAnswer, DraftComment)
        for row in rows(service_app, table)
        for value in row.model_dump().values()
    ]
    client.submit(f"{home}/versturen", {"invulling": stamp})
    kept += [
        value
        for table in (Response, Comment)
        for row in rows(service_app, table)
        for value in row.model_dump().values()
    ]
    assert "Добре" in kept
    assert not {"uk", "Українська"} & {str(value) for value in kept}


def test_wiping_forgets_the_language_too(english: PageClient, home: str) -> None:
    sent = {"invulling": sent_by(english.get(f"{home}/wissen"))["invulling"]}
    page = english.refused(f"{home}/wissen", sent, status=200)
    assert (language_of(page), page.heading) == ("en", words_in("en").say("Uw antwoorden zijn gewist"))
    assert "taal" not in english.http.cookies


# --- What the browser saves by itself ---------------------------------------------------------------------------------


def test_what_is_saved_by_itself_is_answered_in_the_language_of_its_page(english: PageClient, home: str) -> None:
    page = english.get(f"{home}/stap/2")
    stamp = sent_by(page)["invulling"]
    address = page.by_id("inw_samenhang_2")["hx-post"]
    english.http.get(f"{home}/later?taal=nl")  # in another tab
    saved = english.http.post(
        address, data={"invulling": stamp, "inw_samenhang_2": "1"}, headers={"HX-Request": "true"}
    )
    assert words_in("en").say("Opgeslagen") in saved.text
    address = page.by_id("opmerking_inw_samenhang")["hx-post"]
    sent = {"invulling": stamp, "opmerking_inw_samenhang": LONG}
    refused = english.http.post(address, data=sent, headers={"HX-Request": "true"})
    assert refused.status_code == 422
    assert "149 characters too long" in refused.text
    assert language_of(english.get(f"{home}/stap/2")) == "nl", "saving chooses no language"


def test_what_the_script_says_comes_with_the_page(english: PageClient, home: str) -> None:
    form, words = english.get(f"{home}/stap/1").by_id("vragen"), words_in("en")
    assert form["data-unsaved"] == words.say("Niet opgeslagen:")
    assert form["data-offline"].startswith("there is no")
    assert form["data-fault"] != "er ging bij ons iets mis. Kies uw antwoord straks opnieuw."


# --- Errors -----------------------------------------------------------------------------------------------------------


def test_every_error_at_an_address_of_who_answers_is_in_their_language(
    english: PageClient, home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    say = words_in("en").say
    assert english.get(f"{home}/stap/99", 404).heading == say("Deze pagina bestaat niet")
    assert english.get(f"{home}/nergens", 404).heading == say("Deze pagina bestaat niet")
    assert english.refused(f"{home}/stap/1", {"invulling": "x"}, status=409).heading == say(
        "Dit hoort bij een andere vragenlijst"
    )
    elsewhere = english.http.post(f"{home}/stap/1", headers={"Sec-Fetch-Site": "cross-site"})
    assert say("Dat mag hier niet") in elsewhere.text
    large = english.http.post(f"{home}/stap/1", data={"opmerking": "x" * 2_000_000})
    assert (large.status_code, say("Dit is te groot om te versturen") in large.text) == (413, True)
    monkeypatch.setattr("app.responding.questions.routes.build_screen", _fault)
    page = english.get(f"{home}/stap/1", 500)
    assert (language_of(page), page.heading) == ("en", say("Er ging bij ons iets mis"))
    assert page.one("header").all("nav") == [], "an error is a page of who answers as well"


def test_too_many_wrong_codes_are_slowed_down_in_words(service_app: FastAPI) -> None:
    client = PageClient(service_app)
    client.get("/meedoen?taal=en")
    for _ in range(100):
        client.http.post("/meedoen", data={"code": "CDFG-HJKM-NPQR"})
    page = client.refused("/meedoen", {"code": "CDFG-HJKM-NPQR"}, status=429)
    assert (language_of(page), page.heading) == ("en", words_in("en").say("Even wachten met een code"))
    assert re.search(r"again in (a|\d+) minutes?", page.text)


def test_an_error_elsewhere_is_in_dutch(english: PageClient) -> None:
    page = english.get("/nergens", 404)
    assert (language_of(page), offered_on(page)) == ("nl", [])
    assert language_of(english.get("/privacy")) == "nl"


def _fault(*_: object, **__: object) -> None:
    raise ZeroDivisionError


# --- The pages in every language --------------------------------------------------------------------------------------


def beginner_in_a_draft(app: FastAPI, set_up: SetUp, code: str) -> PageClient:
    """A resident who began in a language for which somebody stands, where that is needed."""
    if app.state.editions[set_up.scan.edition].translations[code].is_draft:
        declare(app, set_up, code)
    return beginner(app, set_up, code)


SAME = re.compile(
    r"^(Privacy|Stop)$|Vensterscan|Houten|Hogeschool Utrecht|EUPL|J\. Binkhorst|https?:|[A-Z0-9]{4}-|@|cliëntenraad"
)
"""What is the same in every language: names, addresses and codes."""


@pytest.mark.parametrize("code", OTHERS)
def test_nothing_on_any_page_stayed_dutch(shared_app: FastAPI, shared: SetUp, code: str) -> None:
    """Every page is compared with the same page in Dutch: no text of more than one letter is on both."""
    home = shared.path("inwoner")
    client = beginner_in_a_draft(shared_app, shared, code)
    fill_in(client, f"{home}/stap/2", inw_samenhang_2="wn", opmerking_inw_samenhang="jan@voorbeeld.nl")
    dutch = PageClient(shared_app)
    dutch.http.cookies.update(client.http.cookies)
    dutch.http.cookies.set("taal", "nl")
    parts = {"stap/1", "stap/2", "stap/14", "controle", "later", "wissen", "", "stap/99"}
    for path in ("/meedoen", *(f"{home}/{part}".rstrip("/") for part in parts)):
        status = 404 if path.endswith("/99") else 200
        theirs, ours = (_page(one, path, lang, status) for one, lang in ((client, code), (dutch, "nl")))
        assert language_of(theirs) == code, path
        both = {text for text in texts(theirs) if re.search(r"[^\W\d_]{2}", text)} & set(texts(ours))
        assert {text for text in both if not SAME.search(text)} == set(), path


def _page(client: PageClient, path: str, code: str, status: int) -> InspectedPage:
    return client.get(f"{path}?taal={code}", status)


@pytest.mark.parametrize("code", ["nl", *OTHERS])
def test_from_the_link_to_the_thanks(shared_app: FastAPI, shared: SetUp, code: str) -> None:
    home = shared.path("inwoner")
    if code not in {"nl", "en"}:
        declare(shared_app, shared, code)
    client = beginner(shared_app, shared, code)
    where = f"{home}/stap/1"
    while "/stap/" in where:
        page = client.get(where)
        assert (language_of(page), page.one("html")["dir"]) == (code, LANGUAGES[code].direction)
        (question,) = page.all("fieldset")
        where = fill_in(client, where, **{question["id"]: "wn"})
    check = client.get(where)
    assert language_of(check) == code
    stamp = next(one["value"] for one in check.all("input") if one.get("name") == "invulling")
    thanks = client.get(client.submit(f"{home}/versturen", {"invulling": stamp}))
    assert language_of(thanks) == code
    edition = shared_app.state.editions[shared.scan.edition].in_language(code)
    assert thanks.heading == edition.windows["inwoner"].thanks.title


def test_who_stands_for_a_translation_is_named_at_the_start(service_app: FastAPI, set_up: SetUp, home: str) -> None:
    declare(service_app, set_up, "pl")
    assert CHECKED_BY in reader(service_app, set_up, "pl").get(home).text
    assert CHECKED_BY not in reader(service_app, set_up, "en").get(home).text
    assert CHECKED_BY not in reader(service_app, set_up, "nl").get(home).text


def test_what_the_municipality_wrote_stays_as_it_is_and_is_marked_as_dutch(
    service_app: FastAPI, set_up: SetUp, home: str
) -> None:
    page = reader(service_app, set_up, "en").get(home)
    marked = {element.text for element in page.all("span") if element.get("lang") == "nl"}
    window = set_up.windows["inwoner"]
    assert {set_up.collaboration.name, set_up.collaboration.target_group, window.contact} <= marked
    assert all(element["dir"] == "auto" for element in page.all("span") if element.get("lang") == "nl")


def test_a_page_in_arabic_keeps_codes_and_addresses_in_one_piece(
    service_app: FastAPI, set_up: SetUp, home: str
) -> None:
    client = beginner_in_a_draft(service_app, set_up, "ar")
    page = client.get(f"{home}/later")
    (code,) = [one for one in page.all("p") if one.get("class") == "respond-code"]
    assert code["dir"] == "ltr"
    assert {one.text.partition("/v/")[0] for one in page.all("bdi")} == {
        "http://testserver/meedoen",
        "http://testserver",
    }


def _got(client: PageClient, path: str, **query: str) -> tuple[str, dict[str, str]]:
    response = client.http.get(path, params=query)
    assert response.status_code == 200
    return response.text, dict(response.headers)
