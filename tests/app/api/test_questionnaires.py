from __future__ import annotations

from typing import Any

import pytest

from questionnaires import available_editions, load_current
from tests.app.api.programs import WINDOWS, Program

EDITION = load_current()


def test_every_edition_is_there_and_one_is_for_new_scans(reader: Program) -> None:
    found = reader.get("/vragenlijsten")["vragenlijsten"]
    assert [one["editie"] for one in found if one["voorNieuweScans"]] == [EDITION.id]
    assert [one["editie"] for one in found] == list(available_editions())
    assert reader.get(f"/vragenlijsten/{EDITION.id}") == found[-1]
    assert [window["venster"] for window in found[-1]["vensters"]] == list(WINDOWS)


@pytest.mark.parametrize("path", ["/x/2026.1", "/integraal-werken/1999.1", "/integraal-werken/2026.1/vensters/raad"])
def test_what_is_not_in_the_content_does_not_exist(reader: Program, path: str) -> None:
    reader.get(f"/vragenlijsten{path}", 404)


@pytest.mark.parametrize("window", WINDOWS)
def test_a_questionnaire_has_every_question_with_the_values_of_its_answers(reader: Program, window: Any) -> None:
    asked = [question for part in reader.questionnaire(window)["dimensies"] for question in part["vragen"]]
    expected = [
        (item.id, item.text, [value for value, _ in EDITION.options_of(item)]) for item in EDITION.items_of(window)
    ]
    found = [(one["id"], one["tekst"], [option["waarde"] for option in one["opties"]]) for one in asked]
    assert found == expected


def test_only_residents_can_say_that_a_question_is_not_about_them(reader: Program) -> None:
    values = {window: [one["waarde"] for one in reader.questionnaire(window)["zonderWaarde"]] for window in WINDOWS}
    assert values == {"inwoner": ["wn", "nvt"]} | {window: ["wn"] for window in WINDOWS[1:]}


def test_a_representative_gets_questions_of_their_own(reader: Program) -> None:
    first = reader.questionnaire("inwoner")["dimensies"][0]["vragen"][0]
    assert first["tekstNamensAnderen"] not in {None, first["tekst"]}


def test_questions_without_a_score_have_their_choices(reader: Program) -> None:
    asked = {one["soort"]: one for one in reader.questionnaire("beleid")["contextvragen"]}
    assert [choice["waarde"] for choice in asked["ambitie"]["keuzes"]] == [1, 2, 3, 4, 5, 6, 7]
    assert asked["ambitie"]["reden"]
    assert "waarde" in asked["portret"]["keuzes"][0]
    assert asked["belemmeringen"]["hoogstens"] == EDITION.barriers.at_most
    assert asked["belemmeringen"]["keuzes"][0]["waarde"] == EDITION.barriers.barriers[0].id


def test_a_portrait_does_not_name_its_model(reader: Program) -> None:
    portrait = next(one for one in reader.questionnaire("beleid")["contextvragen"] if one["soort"] == "portret")
    labels = [model.label for model in EDITION.continuum.models]
    assert [text for choice in portrait["keuzes"] for text in labels if text in choice["tekst"]] == []


@pytest.mark.parametrize("window", WINDOWS)
def test_the_pages_around_the_questions_come_along(reader: Program, window: str) -> None:
    found = reader.questionnaire(window)
    assert found["start"]["wieZietWat"]
    assert found["controle"]["alineas"]
    assert found["bedankt"]["titel"]
    assert found["opmerking"]["hoogstens"] >= 100
    assert [role["id"] for role in found["rollen"]] == [role.id for role in EDITION.roles.roles[found["venster"]]]
    assert (found["teamformulier"] is None) == (window == "inwoner")
