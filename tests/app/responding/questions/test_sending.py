"""Looking everything over, sending it once, and what is left of it then."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from sqlmodel import Session

from app.models import Comment, Draft, DraftAnswer, DraftComment, Response
from app.store.responses import count_responses
from tests.app.page_client import PageClient
from tests.app.responding.answers import fill_in, sent_by, stamp_of
from tests.app.responding.visitors import change, close_browser, only_draft, respondent, rows, set_up_scan
from tests.app.scans import CLOSED_ON, WINDOWS, SetUp


@pytest.fixture
def set_up(service_app: FastAPI) -> SetUp:
    return set_up_scan(service_app)


@pytest.fixture
def home(set_up: SetUp) -> str:
    return set_up.path("professional")


@pytest.fixture
def professional(service_app: FastAPI, set_up: SetUp) -> PageClient:
    return respondent(service_app, set_up)


def form(client: PageClient, home: str) -> dict[str, str]:
    """What the check page sends."""
    return {"invulling": sent_by(client.get(f"{home}/controle"))["invulling"]}


# --- The check page ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("window", WINDOWS)
def test_the_check_page_shows_every_question_and_what_was_skipped(
    service_app: FastAPI, set_up: SetUp, window: str
) -> None:
    client, home = respondent(service_app, set_up, window), set_up.path(window)
    items = service_app.state.current_edition.instrument.window(window).items
    fill_in(client, f"{home}/stap/1", **{items[0].id: "wn"})
    page = client.get(f"{home}/controle")
    assert page.heading == service_app.state.current_edition.windows[window].check.title
    assert len(page.all("dt")) == len(items)
    assert page.text.count("Overgeslagen") == len(items) - 1
    assert "Weet ik niet" in page.all("dl")[0].text
    assert f"1 van de {len(items)} vragen" in page.text


def test_answers_are_said_in_words_with_a_way_to_change_each(home: str, professional: PageClient) -> None:
    fill_in(professional, f"{home}/stap/2", pro_kennen_2="0.75", opmerking_pro_kennen="Wij zien elkaar.\nVaak.")
    page = professional.get(f"{home}/controle")
    assert "Mee eens" in page.text
    assert "Wij zien elkaar. Vaak." in page.text
    to_change = [link["href"] for link in page.all("a") if "stap/2" in link["href"]]
    assert f"{home}/stap/2?terug=controle#pro_kennen_2" in to_change
    assert f"{home}/stap/2?terug=controle#opmerking_pro_kennen" in to_change
    assert professional.get(f"{home}/stap/2?terug=controle").by_id("pro_kennen_2").tag == "fieldset"


def test_a_portrait_and_barriers_are_said_in_their_own_words(service_app: FastAPI, set_up: SetUp) -> None:
    client, home = respondent(service_app, set_up, "beleid"), set_up.path("beleid")
    fill_in(client, f"{home}/stap/9", bel_ambitie_1="6", opmerking_bel_ambitie_1="Dat past.")
    fill_in(client, f"{home}/stap/11", bel_belemmeringen_1=["geld", "wetten"])
    text = client.get(f"{home}/controle").text
    for said in ("Interdisciplinair", "Dat past.", "Weinig geld en tijd", "Wetten die verschillende kanten op wijzen"):
        assert said in text


def test_a_stranger_sees_no_check_page_and_sends_nothing(
    service_app: FastAPI, home: str, professional: PageClient, stranger: PageClient
) -> None:
    fill_in(professional, f"{home}/stap/2", pro_kennen_2="0.75")
    stranger.get(f"{home}/controle", status=404)
    stranger.get(f"{home}/bedankt", status=404)
    stranger.refused(f"{home}/versturen", form(professional, home), status=404)
    assert rows(service_app, Response) == []


# --- Warnings ---------------------------------------------------------------------------------------------------------

WARNING = "opmerking_pro_kennen"


def test_what_looks_like_personal_data_is_said_with_its_place_and_can_be_changed(
    home: str, professional: PageClient
) -> None:
    fill_in(professional, f"{home}/stap/2", opmerking_pro_kennen="BSN 111222333, 06-12345678, jan@voorbeeld.nl")
    warning = professional.get(f"{home}/controle").by_id("let-op")
    for said in ("Elkaar kennen en vertrouwen", "burgerservicenummer", "e-mailadres", "telefoonnummer"):
        assert said in warning.text
    assert warning.one("a")["href"] == f"{home}/stap/2?terug=controle#{WARNING}"
    fill_in(professional, f"{home}/stap/2", opmerking_pro_kennen="Wij zien elkaar.")
    assert "Let op" not in professional.get(f"{home}/controle").text


def test_residents_are_told_at_which_question(service_app: FastAPI, set_up: SetUp) -> None:
    client, home = respondent(service_app, set_up, "inwoner"), set_up.path("inwoner")
    fill_in(client, f"{home}/stap/4", opmerking_inw_regie="Bel 0612345678")
    assert "bij vraag 4" in client.get(f"{home}/controle").by_id("let-op").text


def test_a_warning_stops_the_first_attempt_and_never_the_second(
    service_app: FastAPI, home: str, professional: PageClient
) -> None:
    fill_in(professional, f"{home}/stap/2", pro_kennen_1="1", opmerking_pro_kennen="Zaak 111222333")
    sent = form(professional, home)
    page = professional.refused(f"{home}/versturen", sent, status=422)
    assert page.by_id("fouten").one("a")["href"] == "#let-op"
    assert rows(service_app, Response) == []
    again = next(button for button in page.all("button") if button.text == "Toch versturen")
    assert professional.submit(f"{home}/versturen", sent | {again["name"]: again["value"]}) == f"{home}/bedankt"
    (comment,) = rows(service_app, Comment)
    assert comment.text == "Zaak 111222333"


# --- Sending ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("window", WINDOWS)
def test_sending_leads_to_the_thanks_of_the_content(service_app: FastAPI, set_up: SetUp, window: str) -> None:
    client, home = respondent(service_app, set_up, window), set_up.path(window)
    (first, *_) = service_app.state.current_edition.instrument.window(window).items
    fill_in(client, f"{home}/stap/1", **{first.id: "wn"})
    page = client.get(client.submit(f"{home}/versturen", form(client, home)))
    thanks = service_app.state.current_edition.windows[window].thanks
    assert page.heading == thanks.title
    assert all(paragraph.strip() in page.text for paragraph in thanks.paragraphs)
    (response,) = rows(service_app, Response)
    assert (response.window, response.answers) == (window, {first.id: "wn"})


def test_after_sending_nothing_leads_back(service_app: FastAPI, home: str, professional: PageClient) -> None:
    fill_in(professional, f"{home}/stap/2", pro_kennen_1="1", opmerking_pro_kennen="Wij zien elkaar.")
    draft = only_draft(service_app)
    code = next(cookie.value for cookie in professional.http.cookies.jar if cookie.name == "invulling")
    professional.submit(f"{home}/versturen", form(professional, home))
    assert {cookie.name for cookie in professional.http.cookies.jar} == {"toegang"}
    for table in (Draft, DraftAnswer, DraftComment):
        assert rows(service_app, table) == []
    (response,), (comment,) = rows(service_app, Response), rows(service_app, Comment)
    kept = f"{response.model_dump()} {comment.model_dump()}"
    for trace in (draft.id, draft.token_hash, str(code), str(draft.touched_on)):
        assert trace not in kept
    assert response.id != comment.id
    assert response.id not in str(comment.model_dump())
    assert professional.http.get(f"/v/{code}").status_code == 404


def test_an_empty_questionnaire_is_not_sent(service_app: FastAPI, home: str, professional: PageClient) -> None:
    fill_in(professional, f"{home}/stap/2", opmerking_pro_kennen="Alleen een toelichting")
    page = professional.refused(f"{home}/versturen", form(professional, home), status=422)
    assert "ten minste één vraag" in page.by_id("fouten").text
    assert rows(service_app, Response) == []
    assert len(rows(service_app, DraftComment)) == 1


def test_a_second_click_sends_nothing_more(service_app: FastAPI, home: str, professional: PageClient) -> None:
    fill_in(professional, f"{home}/stap/2", pro_kennen_1="1")
    sent = form(professional, home)
    professional.submit(f"{home}/versturen", sent)
    page = professional.refused(f"{home}/versturen", sent | {"toch": "ja"}, status=409)
    assert "niets meer te versturen" in page.heading
    assert len(rows(service_app, Response)) == 1


def test_a_form_from_before_sending_saves_nothing_afterwards(
    service_app: FastAPI, home: str, professional: PageClient
) -> None:
    fill_in(professional, f"{home}/stap/2", pro_kennen_1="1")
    old_tab = sent_by(professional.get(f"{home}/stap/2"))
    cookies = dict(professional.http.cookies)
    professional.submit(f"{home}/versturen", form(professional, home))
    professional.http.cookies.update(cookies)
    late = professional.http.post(f"{home}/antwoorden/pro_kennen_1", data=old_tab, headers={"HX-Request": "true"})
    assert late.status_code == 409
    assert professional.http.post(f"{home}/stap/2", data=old_tab).status_code in {303, 409}
    assert rows(service_app, DraftAnswer) == []
    assert rows(service_app, Response)[0].answers == {"pro_kennen_1": 1.0}


def test_a_scan_that_closes_between_the_last_question_and_sending_counts_nothing(
    service_app: FastAPI, set_up: SetUp, home: str, professional: PageClient
) -> None:
    fill_in(professional, f"{home}/stap/2", pro_kennen_1="1")
    sent = form(professional, home)
    change(service_app, set_up.scan, closed_on=CLOSED_ON)
    assert "gesloten" in professional.refused(f"{home}/versturen", sent, status=409).heading
    with Session(service_app.state.engine) as session:
        assert count_responses(session, set_up.scan.id) == {}


def test_a_form_of_another_questionnaire_sends_nothing(
    service_app: FastAPI, home: str, professional: PageClient
) -> None:
    fill_in(professional, f"{home}/stap/2", pro_kennen_1="1")
    page = professional.refused(f"{home}/versturen", {"invulling": "0" * 12}, status=409)
    assert "andere vragenlijst" in page.heading
    assert rows(service_app, Response) == []


def test_thanks_are_only_for_who_has_nothing_left_to_send(home: str, professional: PageClient) -> None:
    response = professional.http.get(f"{home}/bedankt")
    assert (response.status_code, response.headers["location"]) == (303, home)


def test_the_answers_of_a_group_are_sent_with_its_size(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app, mode={"professional": "team"})
    home = set_up.path("professional")
    client = PageClient(service_app)
    client.http.get(set_up.link("professional"))
    client.submit(f"{home}/begin", {"rol": "sociaal_team", "deelnemers": "4", "akkoord": "ja"})
    fill_in(client, f"{home}/stap/2", pro_kennen_1="1")
    client.submit(f"{home}/versturen", form(client, home))
    (response,) = rows(service_app, Response)
    assert (response.role, response.participants) == ("sociaal_team", 4)


def test_two_people_send_two_questionnaires(service_app: FastAPI, set_up: SetUp, home: str) -> None:
    for value in ("0", "1"):
        client = respondent(service_app, set_up)
        fill_in(client, f"{home}/stap/2", pro_kennen_1=value)
        client.submit(f"{home}/versturen", form(client, home))
    answers = {response.answers["pro_kennen_1"] for response in rows(service_app, Response)}
    assert answers == {0.0, 1.0}


def test_a_resident_who_closed_the_browser_sends_nothing_by_an_old_page(service_app: FastAPI, set_up: SetUp) -> None:
    client, home = respondent(service_app, set_up, "inwoner"), set_up.path("inwoner")
    fill_in(client, f"{home}/stap/1", inw_samenhang_1="1")
    stamp = stamp_of(client, f"{home}/stap/1")
    close_browser(client)
    client.refused(f"{home}/versturen", {"invulling": stamp}, status=404)
    assert rows(service_app, Response) == []
