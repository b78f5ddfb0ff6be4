from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from sqlmodel import Session, select

from app.models import Comment, Response
from app.web.throttle import Throttle
from questionnaires import load_current
from tests.app.api.programs import Program, code, places

EDITION = load_current()


@pytest.fixture
def scan(program: Program) -> Any:
    """An open scan."""
    return program.scan(windows={"organisatie": {"wijze": "team"}})


def kept(app: FastAPI) -> list[Response]:
    with Session(app.state.engine) as session:
        return list(session.exec(select(Response)))


def test_a_code_tells_what_somebody_should_know_first(nobody: Program, scan: Any) -> None:
    found = nobody.post("/uitnodigingen", {"code": code(scan, "professional").lower().replace("-", " ")}, 200)
    assert found["samenwerking"] == "Op koers"
    assert found["venster"] == "professional"
    assert found["editie"] == EDITION.id
    assert found["open"] is True
    assert found["minimum"] == 5
    assert "vijf" in found["overMinimum"]
    assert found["bevestiging"] == ""


def test_a_code_tells_what_has_to_be_confirmed(nobody: Program, scan: Any) -> None:
    by_function = nobody.post("/uitnodigingen", {"code": code(scan, "beleid")}, 200)
    assert by_function["bevestiging"] == EDITION.windows["beleid"].start.confirmation
    assert by_function["overMinimum"] == ""
    team = nobody.post("/uitnodigingen", {"code": code(scan, "organisatie")}, 200)
    assert team["wijze"] == "team"
    assert team["bevestiging"].startswith("Iedereen aan tafel")


def test_a_questionnaire_is_sent_without_a_token(service_app: FastAPI, nobody: Program, scan: Any) -> None:
    sent = nobody.filled_in(scan, "professional")
    nobody.post("/invullingen", sent)
    (response,) = kept(service_app)
    assert (response.window, response.role, response.participants) == ("professional", "sociaal_team", 1)
    assert response.answers == sent["antwoorden"]


def test_the_answer_to_it_leads_to_nobody(nobody: Program, scan: Any) -> None:
    first = nobody.ask("POST", "/invullingen", 201, json=nobody.filled_in(scan, "professional", 0))
    second = nobody.ask("POST", "/invullingen", 201, json=nobody.filled_in(scan, "professional", -1))
    assert first.content == second.content
    assert set(first.json()) == {"titel", "alineas"}
    assert "Location" not in first.headers
    assert "Set-Cookie" not in first.headers


def test_comments_are_kept_apart_from_answers(service_app: FastAPI, nobody: Program, scan: Any) -> None:
    dimension = EDITION.dimension_ids("professional")[0]
    nobody.send(
        scan,
        "professional",
        opmerkingen={dimension: "  Wij eten samen. ", EDITION.dimension_ids("professional")[1]: " "},
    )
    with Session(service_app.state.engine) as session:
        (comment,) = session.exec(select(Comment))
    assert (comment.subject, comment.text) == (dimension, "Wij eten samen.")
    assert comment.id not in {response.id for response in kept(service_app)}


def test_a_team_sends_one_form_with_how_many_they_are(service_app: FastAPI, nobody: Program, scan: Any) -> None:
    nobody.send(scan, "organisatie", deelnemers=4)
    assert [response.participants for response in kept(service_app)] == [4]


def test_answers_of_every_kind_fit(service_app: FastAPI, nobody: Program, scan: Any) -> None:
    barriers = [barrier.id for barrier in EDITION.barriers.barriers[:2]]
    answers = {"bel_visie_1": 0.25, "bel_visie_2": "wn", "bel_ambitie_1": 6, "bel_belemmeringen_1": barriers}
    sent = {"code": code(scan, "beleid"), "rol": "bestuurder", "bevestigd": True, "antwoorden": answers}
    nobody.post("/invullingen", sent)
    assert [response.answers for response in kept(service_app)] == [answers]


def test_a_third_of_a_resident_is_kept_exactly(service_app: FastAPI, nobody: Program, scan: Any) -> None:
    item = next(item.id for item in EDITION.items_of("inwoner") if item.format == "freq4")
    sent = {"code": code(scan, "inwoner"), "rol": "zelf", "antwoorden": {item: 0.3333333}}
    nobody.post("/invullingen", sent)
    assert [response.answers for response in kept(service_app)] == [{item: 1 / 3}]


def test_all_that_does_not_fit_is_said_at_once(service_app: FastAPI, nobody: Program, scan: Any) -> None:
    sent = {
        "code": code(scan, "beleid"),
        "rol": "wethouder",
        "deelnemers": 3,
        "antwoorden": {
            "bel_visie_1": 0.3,
            "bel_visie_2": "nvt",
            "bel_ambitie_1": 8,
            "bel_belemmeringen_1": ["geld", "geld"],
            "pro_visie_1": 0.5,
            "bel_visie_3": True,
            "bel_visie_4": None,
        },
        "opmerkingen": {"pro_visie": "x", "bel_visie": "x" * 501},
    }
    problem = nobody.post("/invullingen", sent, 400)
    assert places(problem) == [
        "#/rol",
        "#/bevestigd",
        "#/deelnemers",
        "#/antwoorden/bel_ambitie_1",
        "#/antwoorden/bel_belemmeringen_1",
        "#/antwoorden/bel_visie_1",
        "#/antwoorden/bel_visie_2",
        "#/antwoorden/bel_visie_3",
        "#/antwoorden/bel_visie_4",
        "#/antwoorden/pro_visie_1",
        "#/opmerkingen/bel_visie",
        "#/opmerkingen/pro_visie",
    ]
    assert kept(service_app) == []


def test_what_leads_to_a_person_is_confirmed_first(service_app: FastAPI, nobody: Program, scan: Any) -> None:
    for sent in (nobody.filled_in(scan, "beleid"), nobody.filled_in(scan, "organisatie", deelnemers=4)):
        assert places(nobody.post("/invullingen", sent | {"bevestigd": False}, 400)) == ["#/bevestigd"]
    assert kept(service_app) == []


def test_a_team_says_with_how_many_it_is(nobody: Program, scan: Any) -> None:
    for size in (None, 1, 201):
        sent = nobody.filled_in(scan, "organisatie", deelnemers=size)
        assert places(nobody.post("/invullingen", sent, 400)) == ["#/deelnemers"]


def test_an_empty_questionnaire_is_not_sent(nobody: Program, scan: Any) -> None:
    sent = nobody.filled_in(scan, "professional") | {"antwoorden": {}}
    assert places(nobody.post("/invullingen", sent, 400)) == ["#/antwoorden"]


def test_what_may_lead_to_somebody_is_sent_only_after_a_look(service_app: FastAPI, nobody: Program, scan: Any) -> None:
    subject = EDITION.dimension_ids("professional")[0]
    sent = nobody.filled_in(scan, "professional", opmerkingen={subject: "Bel mij op 06-12345678."})
    problem = nobody.post("/invullingen", sent, 400)
    assert places(problem) == [f"#/opmerkingen/{subject}"]
    assert "telefoonnummer" in problem["errors"][0]["detail"]
    assert kept(service_app) == []
    nobody.post("/invullingen", sent | {"persoonsgegevensNagekeken": True})
    assert len(kept(service_app)) == 1


def test_a_closed_scan_takes_no_answers(service_app: FastAPI, program: Program, nobody: Program) -> None:
    scan = program.closed_scan()
    before = len(kept(service_app))
    problem = nobody.post("/invullingen", nobody.filled_in(scan, "beleid"), 409)
    assert problem["title"] == "Deze vragenlijst is gesloten"
    assert nobody.post("/uitnodigingen", {"code": code(scan, "beleid")}, 200)["open"] is False
    assert len(kept(service_app)) == before


def test_a_scan_past_its_closing_date_takes_no_answers(
    service_app: FastAPI, program: Program, nobody: Program, today: date
) -> None:
    scan = program.scan(sluitOp=today.isoformat())
    nobody.send(scan, "beleid")
    service_app.state.today = lambda: today + timedelta(days=1)
    nobody.post("/invullingen", nobody.filled_in(scan, "beleid"), 409)


def test_a_window_that_is_off_takes_no_answers(program: Program, nobody: Program) -> None:
    scan = program.scan(windows={"beleid": {"aan": False}})
    nobody.post("/invullingen", nobody.filled_in(scan, "beleid"), 409)


def test_a_code_that_nobody_has_opens_nothing(nobody: Program) -> None:
    for wrong in ("CDFG-HJKM-NPQR", "CDFG", "hallo", "CDFG-HJKM-NPQR-CDFG"):
        assert places(nobody.post("/uitnodigingen", {"code": wrong}, 400)) == ["#/code"]
        sent = {"code": wrong, "rol": "zelf", "antwoorden": {"inw_regie_1": 0}}
        assert places(nobody.post("/invullingen", sent, 400)) == ["#/code"]


@pytest.mark.parametrize("path", ["/uitnodigingen", "/invullingen"])
def test_many_wrong_codes_are_slowed_down(service_app: FastAPI, nobody: Program, scan: Any, path: str) -> None:
    service_app.state.wrong_codes = Throttle(wrong_codes=2, seconds=60)
    sent = nobody.filled_in(scan, "beleid") if path == "/invullingen" else {"code": code(scan, "beleid")}
    for _ in range(2):
        nobody.post(path, sent | {"code": "CDFG-HJKM-NPQR"}, 400)
    response = nobody.ask("POST", path, 429, json=sent)
    assert 0 < int(response.headers["Retry-After"]) <= 60
    assert kept(service_app) == []
