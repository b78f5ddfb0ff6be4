"""A result as text: what is shown and what is not."""

from __future__ import annotations

from typing import Any

import pytest

from app.demo import demo_documents
from app.exports.to_text import result_text
from questionnaires import Edition, load_current
from scoring import frozen_record, read_scan, score_scan

EDITION: Edition = load_current()


def record(document: dict[str, Any]) -> dict[str, Any]:
    scan = read_scan(document, EDITION.instrument)
    result = score_scan(EDITION.instrument, scan.responses, scan.minimum, scan.ambition)
    return frozen_record(result)


def without_residents(document: dict[str, Any], keep: int) -> dict[str, Any]:
    residents = [response for response in document["responses"] if response["window"] == "inwoner"]
    others = [response for response in document["responses"] if response["window"] != "inwoner"]
    return {**document, "responses": others + residents[:keep]}


@pytest.fixture(scope="module")
def houten() -> tuple[dict[str, Any], dict[str, Any]]:
    documents = demo_documents(EDITION)
    return documents["voorbeeld-houten-fase-1"], documents["voorbeeld-houten-fase-2"]


def test_a_window_below_its_minimum_only_says_what_is_still_needed(
    houten: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    text = result_text(record(without_residents(houten[1], keep=2)), EDITION)

    assert "Inwoner: Te weinig antwoorden: er waren er nog 3 nodig." in text
    assert EDITION.dimensions["inw_samenhang"].label not in text


def test_a_result_without_any_answer_is_a_text_without_a_number_for_a_position() -> None:
    text = result_text(record({"responses": []}), EDITION)

    assert "te weinig antwoorden om een plek te bepalen" in text
    assert "Op de lijn van" not in text
    assert "None" not in text


def test_every_result_names_its_source_its_edition_and_what_it_is_not(
    houten: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    text = " ".join(result_text(record(houten[0]), EDITION).split())

    assert EDITION.file.attribution in text
    assert EDITION.file.disclaimer in text
    assert f"Editie {EDITION.id}, methode mm-1.0." in text
