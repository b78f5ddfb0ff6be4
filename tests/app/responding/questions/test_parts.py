"""Who answers by subject sees how far each of them is, how long it still takes, and goes to any of them."""

from __future__ import annotations

import pytest
from fastapi import FastAPI

from tests.app.page_client import InspectedPage, PageClient
from tests.app.responding.answers import fill_in, sent_by, stored
from tests.app.responding.visitors import fields, respondent, set_up_scan, visitor
from tests.app.scans import SetUp


@pytest.fixture
def set_up(service_app: FastAPI) -> SetUp:
    return set_up_scan(service_app)


@pytest.fixture
def steps(set_up: SetUp) -> str:
    return f"{set_up.path('professional')}/stap"


@pytest.fixture
def professional(service_app: FastAPI, set_up: SetUp) -> PageClient:
    return respondent(service_app, set_up)


def parts(page: InspectedPage) -> list[str]:
    """How far each subject is, in words."""
    return [one.text for one in page.all("span") if one.get("class") == "parts__state"]


def left(page: InspectedPage) -> str:
    return next(one for one in page.all("p") if one.get("class") == "question-left").text


def first_answers(page: InspectedPage, number: int) -> dict[str, str]:
    """The first answer to as many questions of a page."""
    return {one["id"]: one.all("input")[0]["value"] for one in page.all("fieldset")[:number]}


def test_every_subject_is_there_with_how_far_it_is(professional: PageClient, steps: str) -> None:
    first = professional.get(f"{steps}/1")
    assert parts(first) == ["u bent hier, nog te doen", *["nog te doen"] * 8]
    fill_in(professional, f"{steps}/1", **first_answers(first, 2))
    second = professional.get(f"{steps}/2")
    fill_in(professional, f"{steps}/2", **first_answers(second, 1))
    asked = len(second.all("fieldset"))
    assert parts(professional.get(f"{steps}/4"))[:5] == [
        "klaar",
        f"1 van de {asked} vragen",
        "overgeslagen",
        "u bent hier, nog te doen",
        "nog te doen",
    ]


def test_what_was_reached_before_stays_skipped_when_somebody_goes_back(professional: PageClient, steps: str) -> None:
    fill_in(professional, f"{steps}/3", **first_answers(professional.get(f"{steps}/3"), 1))
    assert parts(professional.get(f"{steps}/1"))[:2] == ["u bent hier, overgeslagen", "overgeslagen"]


def test_a_group_hears_how_many_questions_there_are_and_no_minutes(service_app: FastAPI) -> None:
    set_up = set_up_scan(service_app, mode={"beleid": "team"})
    team, home = visitor(service_app, set_up, "beleid"), set_up.path("beleid")
    team.submit(f"{home}/begin", fields("beleid", deelnemers="4"))
    assert left(team.get(f"{home}/stap/1")).startswith("Nog 31 vragen.")


def test_how_long_it_takes_follows_the_questions_that_are_open(professional: PageClient, steps: str) -> None:
    assert left(professional.get(f"{steps}/1")).startswith("Nog ongeveer tien minuten.")
    for number in range(1, 8):
        page = professional.get(f"{steps}/{number}")
        fill_in(professional, f"{steps}/{number}", **first_answers(page, 20))
    assert left(professional.get(f"{steps}/1")).startswith("Nog ongeveer drie minuten.")
    for number in (8, 9):
        page = professional.get(f"{steps}/{number}")
        fill_in(professional, f"{steps}/{number}", **first_answers(page, 20))
    assert left(professional.get(f"{steps}/1")).startswith("Van hier af is alles beantwoord.")


def test_jumping_keeps_what_was_answered_here(service_app: FastAPI, professional: PageClient, steps: str) -> None:
    page = professional.get(f"{steps}/2")
    answer = first_answers(page, 1)
    jump = next(one for one in page.all("button") if (one.get("class") or "").startswith("parts__button"))
    assert (jump["form"], jump["name"]) == ("vragen", "naar")
    assert page.by_id("vragen").tag == "form"
    led_to = professional.submit(f"{steps}/2", sent_by(page) | answer | {"naar": "7"})
    assert led_to.endswith("/stap/7")
    assert list(stored(service_app)[0]) == list(answer)


@pytest.mark.parametrize("nowhere", ["0", "10", "99999999999999999999", "-1", "²", "zomaar"])
def test_a_jump_to_nowhere_goes_on_as_the_first_button_does(professional: PageClient, steps: str, nowhere: str) -> None:
    assert fill_in(professional, f"{steps}/2", naar=nowhere).endswith("/stap/3")


def test_residents_have_no_list_and_no_digits(service_app: FastAPI, set_up: SetUp) -> None:
    page = respondent(service_app, set_up, "inwoner").get(f"{set_up.path('inwoner')}/stap/1")
    assert parts(page) == []
    assert "data-keys" not in page.html
    assert "autofocus" not in page.html


def test_the_check_page_leads_to_what_was_skipped_and_back(professional: PageClient, steps: str) -> None:
    for number in (1, 2):
        page = professional.get(f"{steps}/{number}")
        fill_in(professional, f"{steps}/{number}", **first_answers(page, 20 if number == 1 else 1))
    check = professional.get(f"{steps.removesuffix('stap')}controle")
    assert ("Naar de eerste overgeslagen vraag", "#overgeslagen") in [(one.text, one["href"]) for one in check.all("a")]
    way = check.by_id("overgeslagen").one("a")["href"]
    assert way.startswith(f"{steps}/2?terug=controle#")
    back = fill_in(professional, way.partition("#")[0], **first_answers(professional.get(f"{steps}/2"), 2))
    assert back.endswith("/controle#onderdeel-2")
    assert check.by_id("onderdeel-2").text == professional.get(f"{steps}/2").heading
