"""The page at the same link after closing: what came out, in words, and nothing that may not be shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import pytest
from fastapi import FastAPI

from app.db import begin_writing
from app.models import Result
from app.responding.door.summary import SummaryPage, summary_page
from app.responding.visit import Visit
from app.results import story
from app.results.reading import Reading
from app.store.results import add_result
from app.store.scans import find_window_by_ref
from questionnaires import WindowId
from scoring import Response
from tests.app.page_client import InspectedPage, PageClient
from tests.app.responding.visitors import change, respondent, set_up_scan, visitor
from tests.app.results.builders import EDITION, at_model, everybody, mixed, reading, record
from tests.app.scans import CLOSED_ON, WINDOWS, SetUp
from tests.scoring.builders import many


def close(app: FastAPI, set_up: SetUp, responses: Sequence[Response], minimum: Mapping[str, int] | None = None) -> None:
    """Close a scan with the result of these responses."""
    change(app, set_up.scan, closed_on=CLOSED_ON)
    stored = record(responses, ambition=6, minimum=minimum)
    parts = {"edition": EDITION.id, "method": EDITION.file.method, "record": stored, "created_at": datetime.now(UTC)}
    with begin_writing(app.state.engine) as session:
        add_result(session, Result(scan_id=set_up.scan.id, version=1, **parts))


def summary(app: FastAPI, responses: Sequence[Response], window: str, **about: object) -> InspectedPage:
    """What somebody of a window finds when a scan was closed with these responses."""
    set_up = set_up_scan(app, **about)
    close(app, set_up, responses)
    return visitor(app, set_up, window).get(set_up.path(window))


def visit_of(app: FastAPI, window: WindowId, found: Reading) -> SummaryPage:
    """The summary of a reading for somebody of a window."""
    set_up = set_up_scan(app)
    with begin_writing(app.state.engine) as session:
        at_door = find_window_by_ref(session, set_up.windows[window].ref)
    assert at_door is not None
    content = EDITION.windows[window]
    return summary_page(
        Visit(found=at_door, edition=EDITION, content=content, draft=None, resume_code=None, today=CLOSED_ON), found
    )


def with_difference() -> list[Response]:
    """Residents who see it far worse than professionals."""
    return [*many(8, "inwoner", 0.0), *many(8, "professional", 1.0), *many(3, "organisatie", 0.5)]


@pytest.mark.parametrize("window", WINDOWS)
def test_the_summary_stands_at_the_link_that_was_used(shared_app: FastAPI, window: str) -> None:
    page = summary(shared_app, everybody(), window)
    assert page.heading == "Dit kwam eruit"
    assert "Houten" in page.text
    assert EDITION.file.disclaimer.strip() in page.text
    assert "Binkhorst (2021)" in page.text
    assert next(heading.text for heading in page.all("h2")) in {
        "Hoe werken de organisaties samen?", "Waar staat de samenwerking",
    }  # fmt: skip
    assert page.all("form") == []


@pytest.mark.parametrize("window", WINDOWS)
def test_the_summary_leads_to_nothing_that_is_managed(shared_app: FastAPI, window: str) -> None:
    links = summary(shared_app, everybody(), window).links()
    assert not [link for link in links if link.startswith(("/scans", "/samenwerkingen"))]


def test_the_summary_says_what_the_result_says(shared_app: FastAPI) -> None:
    found = reading(with_difference(), ambition=6)
    page = summary(shared_app, with_difference(), "professional")
    assert story.headline(found) in page.text
    assert story.position(found) in page.text
    assert story.gap(story.largest_real_gaps(found, 1)[0]) in page.text
    first = next(advice for advice in found.record.result.advice if advice.shown)
    title = next(one.title for one in EDITION.recommendations.recommendations if one.id == first.id)
    assert page.all("h3")[0].text == title
    assert len(page.all("h3")) == 3


def test_residents_read_it_without_model_names_and_numbers_of_groups(shared_app: FastAPI) -> None:
    found = reading(with_difference(), ambition=6)
    page = visit_of(shared_app, "inwoner", found)
    words = " ".join([page.headline, *page.position, *page.stands_out])
    assert not [model.label for model in EDITION.continuum.models if model.label in words]
    assert "tegen" not in " ".join(page.stands_out)
    assert page.stands_out[0].startswith("Professionals zijn positiever over ‘")
    assert page.stands_out[0].endswith("dan inwoners.")
    assert "Hoger is niet altijd beter." in words


@pytest.mark.parametrize(
    ("responses", "window", "said"),
    [
        (everybody(), "inwoner", "In de uitslag tellen zes mensen uit uw groep mee. Het minimum van vijf is gehaald."),
        (many(4, "inwoner", 0.5), "inwoner", "Uit uw groep deden minder dan vijf mensen mee."),
        (everybody(), "beleid", "In de uitslag tellen drie mensen uit uw groep mee."),
        (many(1, "beleid", 0.5), "beleid", "In de uitslag telt één persoon uit uw groep mee."),
        ([], "professional", "Uit uw groep vulde niemand de vragenlijst in."),
    ],
)
def test_it_is_said_whether_the_minimum_was_reached(
    shared_app: FastAPI, responses: list[Response], window: str, said: str
) -> None:
    text = summary(shared_app, responses, window).text
    assert said in text
    assert ("Het minimum" in text) == ("Het minimum" in said)


def test_a_difference_is_explained_only_where_there_is_one(shared_app: FastAPI) -> None:
    assert "wie gelijk heeft" in summary(shared_app, with_difference(), "inwoner").text
    assert "wie gelijk heeft" not in summary(shared_app, everybody(), "inwoner").text


def test_below_the_minimum_not_even_the_number_is_told(shared_app: FastAPI) -> None:
    page = visit_of(shared_app, "inwoner", reading([*many(4, "inwoner", 0.0), *many(8, "professional", 1.0)]))
    assert "vier" not in page.took_part.lower()
    assert "4" not in page.took_part
    assert "inwoners" not in " ".join(page.stands_out)


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("responses", [[], mixed(), at_model(6)], ids=["nobody", "mixed", "model 6"])
def test_every_kind_of_result_has_a_summary(shared_app: FastAPI, responses: list[Response], window: WindowId) -> None:
    found = reading(responses)
    page = visit_of(shared_app, window, found)
    assert page.headline
    assert page.stands_out
    assert bool(page.position) == (window != "inwoner" or bool(responses))


def test_an_example_of_each_wording_for_residents(shared_app: FastAPI) -> None:
    said = {
        "Er waren te weinig antwoorden": [],
        "Op sommige punten werken de organisaties veel samen.": mixed(),
        "Zo werken de organisaties nu ongeveer samen:": at_model(6),
    }
    for beginning, responses in said.items():
        assert visit_of(shared_app, "inwoner", reading(responses)).headline.startswith(beginning)


def test_a_stranger_does_not_get_the_summary(shared_app: FastAPI) -> None:
    set_up = set_up_scan(shared_app)
    close(shared_app, set_up, everybody())
    page = PageClient(shared_app).get(set_up.path("inwoner"), 404)
    assert "eruit" not in page.text


def test_a_closed_scan_that_was_put_away_keeps_its_promise(shared_app: FastAPI) -> None:
    set_up = set_up_scan(shared_app)
    client = respondent(shared_app, set_up)
    close(shared_app, set_up, everybody())
    change(shared_app, set_up.scan, archived_on=CLOSED_ON)
    assert client.get(set_up.path("professional")).heading == "Dit kwam eruit"


def test_a_scan_that_is_closed_without_a_result_yet_says_so(shared_app: FastAPI) -> None:
    set_up = set_up_scan(shared_app)
    client = visitor(shared_app, set_up, "inwoner")
    change(shared_app, set_up.scan, closed_on=CLOSED_ON)
    page = client.get(set_up.path("inwoner"))
    assert "staat hier nog niet" in page.text
    assert set_up.windows["inwoner"].contact in page.text
