"""From any number of a result to what it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from fastapi import FastAPI

from app.config import load_settings
from app.main import create_app
from app.results.provenance import NoSuchNumberError, all_numbers, build_provenance
from app.results.provenance.page import ProvenancePage
from scoring import Response, score_scan
from tests.app.page_client import PageClient
from tests.app.results.builders import add_scan, at_model, context, everybody, reading, record, with_policy
from tests.app.results.test_privacy import renamed
from tests.scoring.builders import many, respond

HOUTEN = "/scans/voorbeeld-houten-fase-1"
SITUATIONS = {
    "everybody": everybody(),
    "a divided crowd": [*many(8, "professional", 0.0), *many(8, "professional", 1.0), *many(4, "organisatie", 0.75)],
    "teams": [respond("professional", 0.5, participants=6), respond("beleid", 0.75, participants=3)],
    "policy only": with_policy([]),
    "below the minimum": [*many(2, "inwoner"), *many(2, "professional"), *many(1, "organisatie")],
    "nobody": [],
}


def page(responses: list[Response], kind: str, code: str, ambition: int | None = 6) -> ProvenancePage:
    return build_provenance(context(reading(responses, ambition=ambition)), kind, code)


@pytest.mark.parametrize("ambition", [None, 6])
@pytest.mark.parametrize("responses", SITUATIONS.values(), ids=SITUATIONS.keys())
def test_every_number_of_every_result_can_be_explained(responses: list[Response], ambition: int | None) -> None:
    found = context(reading(responses, ambition=ambition))
    for kind, code in all_numbers(found.reading):
        made = build_provenance(found, kind, code)
        assert made.definition
        assert made.value
        assert made.formula.endswith(".")
        assert made.method.href.startswith("/verantwoording#")


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PageClient]:
    """A service with a result of everybody, and one of two windows of which the others stay hidden."""
    database = tmp_path_factory.mktemp("provenance") / "provenance.sqlite3"
    app: FastAPI = create_app(load_settings(database_url=f"sqlite:///{database}", assets="local"))
    with PageClient(app).http:
        add_scan(app, "allen", record(everybody(), ambition=6))
        for name, level in (("laag", 0.0), ("hoog", 1.0)):
            hidden = [*many(4, "inwoner", level), *many(4, "professional", level)]
            shown = with_policy(at_model(4, professionals=0, managers=3))
            add_scan(app, name, record([*hidden, *shown], ambition=6))
        yield PageClient(app)


def test_every_page_about_a_number_passes_the_inspection(service: PageClient) -> None:
    method = service.get("/verantwoording")
    for kind, code in all_numbers(reading(everybody(), ambition=6)):
        found = service.get(f"/scans/allen/herkomst/{kind}/{code}")
        (formula,) = [
            link["href"]
            for link in found.by_id("inhoud").all("a")
            if (link.get("href") or "").startswith("/verantwoording#")
        ]
        assert method.by_id(formula.partition("#")[2])


def test_every_page_about_a_number_is_the_same_whatever_the_hidden_windows_answered(service: PageClient) -> None:
    for kind, code in all_numbers(reading([])):
        low, high = (service.http.get(f"/scans/{scan}/herkomst/{kind}/{code}").text for scan in ("laag", "hoog"))
        assert renamed(low) == renamed(high), f"{kind}/{code}"


def test_of_a_window_that_is_not_shown_it_is_only_said_that_it_is_not_used() -> None:
    found = page([*many(4, "professional", 0.25), *many(2, "organisatie", 0.75)], "kenmerk", "advies")
    assert found.unused == "Niet gebruikt: professional."
    assert [question.window for question in found.questions] == ["Organisatie"]
    assert found.facts[0] == ("Weging van de vensters", "organisatie 100%")


def test_a_feature_is_told_with_its_windows_its_weights_and_its_questions() -> None:
    found = page(everybody(), "kenmerk", "plan")
    assert found.value == "45 van de 100"
    assert found.facts[0] == ("Weging van de vensters", "inwoner 20%, professional 50% en organisatie 30%")
    assert [(question.window, question.answers) for question in found.questions] == [
        ("Inwoner", "6"),
        ("Professional", "6"),
        ("Organisatie", "3"),
    ]
    assert found.note.startswith("Dit rust op losse vragen")


def test_questions_keep_to_steps_of_five_and_show_their_distribution_from_ten_answers() -> None:
    nine = page([*many(8, "professional", 0.5), *many(1, "professional", 1.0)], "kenmerk", "advies")
    assert nine.questions[0].mean == 55
    assert nine.questions[0].distribution == ()
    assert nine.value == "55 van de 100"
    ten = page([*many(9, "professional", 0.5), *many(1, "professional", 1.0)], "kenmerk", "advies")
    assert [count for _, count in ten.questions[0].distribution] == [0, 0, 9, 0, 1]


def test_a_question_with_too_few_answers_has_its_number_of_answers_and_no_mean() -> None:
    responses = [*many(3, "professional", 0.5), *many(3, "professional", 0.5, pro_samen_1="wn")]
    question = page(responses, "kenmerk", "advies").questions[0]
    assert (question.mean, question.answers, question.unknown) == (None, "3", "3")
    assert question.signal == "3 van de 6 weten dit niet"


def test_the_place_of_one_window_rests_on_the_questions_of_that_window_only() -> None:
    found = page([*many(6, "professional", 0.25), *many(2, "organisatie", 0.75)], "plek", "organisatie")
    assert {row.cells[0].text for row in found.parts[0].rows} == {"75"}


def test_a_learning_order_leads_to_its_parts_and_these_to_their_questions() -> None:
    found = page(everybody(), "orde", "1")
    links = [row.href for row in found.parts[0].rows]
    assert links == [f"/scans/proef/herkomst/leren/{code}" for code in ("l1a", "l1b", "l1c")]
    assert page(everybody(), "leren", "l1b").questions


def test_a_mirrored_subject_shows_each_window_and_each_difference() -> None:
    found = page([*many(6, "professional", 0.25), *many(4, "beleid", 0.75)], "onderwerp", "mandaat")
    (row,) = found.parts[0].rows
    assert row.heading == "Professional en beleid"
    assert [cell.text for cell in row.cells] == ["25", "75", "50", "groter dan de marge"]


def test_a_recommendation_names_its_answers_its_windows_and_how_many_people() -> None:
    found = page(everybody(0.25), "advies", "R13")
    assert [row.heading for row in found.parts[0].rows] == [
        "Kenmerk: Coördinatie en casusregie",
        "Kenmerk: Sturing van het gezamenlijke werk",
    ]
    assert ("Professional", "Ingevuld door 6 mensen.") in found.facts
    assert {question.window for question in found.questions} == {"Inwoner", "Professional", "Organisatie"}


def test_a_recommendation_that_looks_at_one_protected_question_does_not_tell_its_mean() -> None:
    """Six of seven choose the middle and one the top: 57.1, of which the need would tell more than steps of five."""
    responses = [*many(6, "professional", 0.5), *many(1, "professional", 0.5, pro_inwoner_2=1.0)]
    found = reading(responses, ambition=6)
    exact = next(one for one in found.record.result.advice if one.id == "R02")
    grounds = found.grounds(exact)
    assert grounds.in_steps
    assert {round(value) % 5 for value in (grounds.need, grounds.agreement, grounds.priority)} == {0}
    scored = score_scan(reading([]).edition.instrument, responses, ambition=6)
    assert round(100 * next(one.need for one in scored.advice if one.recommendation.id == "R02")) % 5 != 0
    assert not reading(many(2, "beleid", 0.25), ambition=6).grounds(exact).in_steps


def test_the_roles_that_are_compared_have_no_numbers() -> None:
    found = page(everybody(), "overeenkomst", "horizontaal")
    assert found.questions == ()
    assert found.parts == ()


def test_a_number_that_does_not_exist_is_no_page() -> None:
    for kind, code in (("kenmerk", "x"), ("plek", "beleid-x"), ("orde", "4"), ("x", "plan"), ("model", "8")):
        with pytest.raises(NoSuchNumberError):
            page(everybody(), kind, code)


def test_every_table_and_every_story_leads_to_what_its_numbers_are_made_of(demo: PageClient) -> None:
    wanted = {
        "": {"plek/samen", "venster/professional", "onderwerp/"},
        "/continuum": {"plek/professional", "kenmerk/plan", "model/4"},
        "/leerordes": {"orde/1", "leren/l1a"},
        "/spiegel": {
            "onderwerp/",
            "overeenkomst/verticaal",
            "overeenkomst/professional-organisatie",
            "thema/",
            "lens/sturing",
        },
        "/vensters/professional": {"dimensie/pro_samen"},
        "/advies": {"advies/R"},
    }
    for part, kinds in wanted.items():
        links = [link for link in demo.get(HOUTEN + part).links() if "/herkomst/" in link]
        for kind in kinds:
            assert any(f"{HOUTEN}/herkomst/{kind}" in link for link in links), f"{part} leads to no {kind}"
        for link in links:
            assert demo.http.get(link).status_code == 200


def test_a_document_that_stands_alone_leads_to_no_such_pages(demo: PageClient) -> None:
    assert not re.search("/herkomst/", demo.get(f"{HOUTEN}/afdrukken").html)
