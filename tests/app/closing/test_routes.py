"""The pages about closing and the ambition, as who manages the scan and as somebody else sees them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from fastapi import FastAPI
from sqlmodel import Session

from app.db import begin_writing
from app.store.erasures import list_erasures
from app.store.measurements import find_measurement
from app.store.results import list_results
from app.store.scans import find_scan
from tests.app.drafts import SECRET, add_comment, add_draft
from tests.app.page_client import InspectedPage, PageClient
from tests.app.people import somebody
from tests.app.scans import SetUp, add_response, add_scan

TODAY = date(2026, 6, 30)
REASON = "Deze inwoners hebben op meer terreinen steun nodig."


@pytest.fixture(autouse=True)
def today(service_app: FastAPI) -> None:
    service_app.state.today = lambda: TODAY


@pytest.fixture
def answered(service_app: FastAPI) -> SetUp:
    """A scan with six professionals, three residents, two who began, and beleid switched off."""
    with begin_writing(service_app.state.engine) as session:
        set_up = add_scan(session, windows=("inwoner", "professional", "organisatie"))
        for _ in range(6):
            add_response(session, set_up, "professional")
        for _ in range(3):
            add_response(session, set_up, "inwoner")
        add_response(session, set_up, "professional", answers={"pro_samen_1": 0.5})
        add_draft(session, set_up)
        add_draft(session, set_up, "professional")
    return set_up


def closing_of(set_up: SetUp) -> str:
    return f"/scans/{set_up.scan.id}/beheer/sluiten"


def ambition_of(set_up: SetUp) -> str:
    return f"/scans/{set_up.scan.id}/ambitie"


@pytest.fixture
def measured(service: PageClient, answered: SetUp) -> SetUp:
    service.submit(closing_of(answered), {"confirm": "ja"})
    return answered


def is_open(app: FastAPI, set_up: SetUp) -> bool:
    with Session(app.state.engine) as session:
        found = find_scan(session, set_up.scan.id)
        assert found is not None
        return found.scan.closed_on is None


def ambitions(app: FastAPI, set_up: SetUp) -> list[int | None]:
    with Session(app.state.engine) as session:
        return [result.ambition for result in list_results(session, set_up.scan.id)]


def words(page: InspectedPage) -> str:
    return page.one("main").text


# Closing.


def test_before_closing_each_window_says_whether_it_counts(service: PageClient, answered: SetUp) -> None:
    page = words(service.get(closing_of(answered)))

    assert "Inwoner 3 vragenlijsten verstuurd, 1 begonnen en niet verstuurd" in page
    assert "nog 2 bruikbare antwoorden nodig. Van dit venster wordt niets getoond of gebruikt." in page
    assert "Professional 7 vragenlijsten verstuurd" in page
    assert "Haalt het minimum van 5 en telt mee" in page
    assert "1 verstuurde vragenlijst telt niet mee" in page
    assert "Organisatie Niets verstuurd Zonder bruikbaar antwoord" in page
    assert "Beleid" not in page
    assert "wordt gewist: nu 2 vragenlijsten" in page
    assert "niet terug te draaien" in page


def test_before_closing_nothing_of_the_answers_is_said(service: PageClient, answered: SetUp) -> None:
    page = service.get(closing_of(answered))

    assert SECRET not in page.html
    assert "sociaal_team" not in page.html
    assert not re.search(r"\d,\d", words(page)), "no score, not even a rounded one"


def test_a_closing_date_is_named_before_closing(service: PageClient, service_app: FastAPI) -> None:
    with begin_writing(service_app.state.engine) as session:
        set_up = add_scan(session, closes_on=date(2026, 7, 15))

    assert "sluit de scan vanzelf na 15 juli 2026" in words(service.get(closing_of(set_up)))


def test_a_scan_without_a_window_that_counts_says_so_before_and_after_closing(
    service: PageClient, service_app: FastAPI
) -> None:
    with begin_writing(service_app.state.engine) as session:
        set_up = add_scan(session)
        add_response(session, set_up, "professional")

    assert "Nog geen venster telt mee" in words(service.get(closing_of(set_up)))
    service.submit(closing_of(set_up), {"confirm": "ja"})
    after = service.get(closing_of(set_up))
    assert "Geen enkel venster telt mee" in words(after)
    assert f"/samenwerkingen/{set_up.scan.collaboration_id}/scans/nieuw" in after.links()


def test_without_the_tick_nothing_is_closed(service: PageClient, service_app: FastAPI, answered: SetUp) -> None:
    page = service.refused(closing_of(answered), {}, status=422)

    assert page.one("title").text.startswith("Scan sluiten")
    assert "Zet een vinkje als u de scan wilt sluiten." in page.by_id("fouten").text
    assert page.by_id("confirm").get("aria-invalid") == "true"
    assert is_open(service_app, answered)


def test_after_closing_the_page_says_what_is_in_the_result(
    service: PageClient, service_app: FastAPI, answered: SetUp
) -> None:
    assert service.submit(closing_of(answered), {"confirm": "ja"}) == closing_of(answered)

    page = service.get(closing_of(answered))
    assert page.heading == "Deze scan is gesloten"
    assert "Gesloten op 30 juni 2026" in words(page)
    assert "De uitslag gaat over het venster professional." in words(page)
    assert "Van inwoner waren er te weinig bruikbare antwoorden." in words(page)
    assert {f"/scans/{answered.scan.id}", ambition_of(answered)} <= set(page.links())
    assert not is_open(service_app, answered)


def test_the_space_is_freed_as_soon_as_the_answer_has_left(service_app: FastAPI, measured: SetUp) -> None:
    with Session(service_app.state.engine) as session:
        assert find_measurement(session, measured.scan.id) is not None
        assert list_erasures(session) == []


def test_after_closing_the_files_of_sqlite_hold_no_draft_and_no_old_key(empty_app: FastAPI) -> None:
    """The files of PostgreSQL are read in the tests of the store."""
    engine = empty_app.state.engine
    with begin_writing(engine) as session:
        set_up = add_scan(session)
        draft, comment = add_draft(session, set_up), add_comment(session, set_up, "Dit blijft.")
        response = add_response(session, set_up, "professional")
    traces = [SECRET, draft.token_hash, draft.id, comment.id, response.id]

    def stored() -> bytes:
        database = Path(engine.url.database)
        return b"".join(path.read_bytes() for path in database.parent.glob(f"{database.name}*"))

    assert all(trace.encode() in stored() for trace in traces)
    somebody(empty_app, "coordinator").submit(closing_of(set_up), {"confirm": "ja"})

    after = stored()
    assert [trace for trace in traces if trace.encode() in after] == []
    assert b"Dit blijft." in after


def test_a_second_time_closing_is_refused_and_changes_nothing(
    service: PageClient, service_app: FastAPI, measured: SetUp
) -> None:
    page = service.refused(closing_of(measured), {"confirm": "ja"}, status=409)

    assert page.heading == "Deze scan is al gesloten"
    assert f"/scans/{measured.scan.id}" in page.links()
    assert ambitions(service_app, measured) == [None]


def test_a_scan_that_was_put_away_is_not_closed(service: PageClient, service_app: FastAPI) -> None:
    with begin_writing(service_app.state.engine) as session:
        set_up = add_scan(session, archived_on=TODAY)

    service.get(closing_of(set_up), 409)
    page = service.refused(closing_of(set_up), {"confirm": "ja"}, status=409)
    assert page.heading == "Deze scan staat in het archief"
    assert is_open(service_app, set_up)


# The ambition.


def test_the_ambition_page_shows_where_it_stands_and_seven_forms(service: PageClient, measured: SetUp) -> None:
    page = service.get(ambition_of(measured))

    assert "Op de lijn van parallel (1) tot integratief (7) is uw plek" in words(page)
    choices = [choice for choice in page.all("input") if choice.get("type") == "radio"]
    assert [choice["value"] for choice in choices] == ["1", "2", "3", "4", "5", "6", "7"]
    assert not any("checked" in choice.attributes for choice in choices)
    assert words(page).count("lijkt nu het meest op uw samenwerking") == 1
    assert "als voorstel" not in words(page)


def test_the_proposal_of_policy_is_shown_with_how_many_gave_it(service: PageClient, service_app: FastAPI) -> None:
    with begin_writing(service_app.state.engine) as session:
        set_up = add_scan(session)
        for model in (4, 5, 6):
            response = add_response(session, set_up, "beleid")
            response.answers = response.answers | {"bel_ambitie_1": model}
    service.submit(closing_of(set_up), {"confirm": "ja"})

    page = words(service.get(ambition_of(set_up)))
    assert "Uit 3 antwoorden komt multidisciplinair (5) als voorstel." in page
    assert "5. Multidisciplinair voorstel van beleid" in page
    assert "Er zijn nog te weinig antwoorden om een plek te bepalen." in page


def test_a_chosen_ambition_stands_on_the_page_with_its_reason_and_history(
    service: PageClient, service_app: FastAPI, measured: SetUp
) -> None:
    assert service.submit(ambition_of(measured), {"ambition": "6", "reason": REASON}) == ambition_of(measured)

    page = service.get(ambition_of(measured))
    assert "Uw ambitie is nu interdisciplinair (6)." in words(page)
    assert "checked" in page.by_id("ambition-6").attributes
    assert page.by_id("reason").text == REASON
    versions = [href for href in page.links() if "/versies/" in href]
    assert versions == [f"/scans/{measured.scan.id}/versies/{number}" for number in (2, 1)]
    assert ambitions(service_app, measured) == [None, 6]


def test_sending_the_same_again_adds_nothing(service: PageClient, service_app: FastAPI, measured: SetUp) -> None:
    for _ in range(2):
        service.submit(ambition_of(measured), {"ambition": "6", "reason": f" {REASON}\r\n"})

    assert ambitions(service_app, measured) == [None, 6]


def test_an_ambition_can_be_withdrawn_once_there_is_one(
    service: PageClient, service_app: FastAPI, measured: SetUp
) -> None:
    service.submit(ambition_of(measured), {"ambition": "6", "reason": REASON})
    assert "U trekt de ambitie in." in words(service.get(ambition_of(measured)))

    service.submit(ambition_of(measured), {"ambition": "geen", "reason": "De raad besluit na de zomer."})

    assert ambitions(service_app, measured) == [None, 6, None]
    page = service.get(ambition_of(measured))
    assert "U heeft geen ambitie gekozen." in words(page)
    assert page.by_id("reason").text == ""
    assert "De raad besluit na de zomer." in words(page)


def test_a_choice_that_is_none_comes_back_with_what_was_typed(
    service: PageClient, service_app: FastAPI, measured: SetUp
) -> None:
    for choice in ("", "0", "8", "6.0", "٣", "zes"):
        page = service.refused(ambition_of(measured), {"ambition": choice, "reason": REASON}, status=422)

        assert "Kies een van de zeven vormen." in page.by_id("fouten").text
        assert page.by_id("ambition").get("aria-describedby") == "ambition-fout"
        assert page.by_id("reason").text == REASON
    assert ambitions(service_app, measured) == [None]


def test_without_a_reason_the_choice_comes_back(service: PageClient, service_app: FastAPI, measured: SetUp) -> None:
    page = service.refused(ambition_of(measured), {"ambition": "6", "reason": "zomaar"}, status=422)

    assert "ten minste 10 tekens" in page.by_id("reason-fout").text
    assert "checked" in page.by_id("ambition-6").attributes
    assert page.by_id("reason").text == "zomaar"
    assert ambitions(service_app, measured) == [None]


def test_what_somebody_writes_as_a_reason_is_shown_as_text(service: PageClient, measured: SetUp) -> None:
    service.submit(ambition_of(measured), {"ambition": "6", "reason": "<script>alert(1)</script> & meer"})

    page = service.get(ambition_of(measured))
    assert "<script>alert" not in page.html
    assert "<script>alert(1)</script> & meer" in words(page)


def test_an_open_scan_has_no_ambition_yet(service: PageClient, answered: SetUp) -> None:
    service.get(ambition_of(answered), 409)
    page = service.refused(ambition_of(answered), {"ambition": "6", "reason": REASON}, status=409)

    assert page.heading == "Deze scan is nog niet gesloten"
    assert f"/scans/{answered.scan.id}/beheer" in page.links()


# Who may come here.


def test_a_stranger_closes_nothing_and_sees_nothing(
    stranger: PageClient, service_app: FastAPI, answered: SetUp
) -> None:
    for address in (closing_of(answered), ambition_of(answered)):
        assert stranger.http.get(address).headers["location"].startswith("/inloggen?naar=")
    stranger.refused(closing_of(answered), {"confirm": "ja"}, status=403)
    stranger.refused(ambition_of(answered), {"ambition": "6", "reason": REASON}, status=403)

    assert is_open(service_app, answered)


def test_another_municipality_finds_nothing_here(service_app: FastAPI, measured: SetUp) -> None:
    with begin_writing(service_app.state.engine) as session:
        still_open = add_scan(session)
    woerden = somebody(service_app, "coordinator", municipality_code="GM0632")
    for address in (closing_of(still_open), closing_of(measured), ambition_of(measured)):
        woerden.get(address, 404)
    woerden.refused(closing_of(still_open), {"confirm": "ja"}, status=404)
    woerden.refused(ambition_of(measured), {"ambition": "6", "reason": REASON}, status=404)

    assert is_open(service_app, still_open)
    assert ambitions(service_app, measured) == [None]


def test_the_own_municipality_may_close(service_app: FastAPI, answered: SetUp) -> None:
    somebody(service_app, "coordinator", municipality_code="GM0321").submit(closing_of(answered), {"confirm": "ja"})

    assert not is_open(service_app, answered)


def test_an_example_is_managed_by_nobody(service: PageClient, service_app: FastAPI) -> None:
    with begin_writing(service_app.state.engine) as session:
        set_up = add_scan(session, is_example=True)

    service.get(closing_of(set_up), 404)
    service.refused(closing_of(set_up), {"confirm": "ja"}, status=404)
    assert is_open(service_app, set_up)


def test_a_scan_that_does_not_exist_is_not_found(service: PageClient) -> None:
    service.get("/scans/bestaat-niet/beheer/sluiten", 404)
    service.get("/scans/bestaat-niet/ambitie", 404)
