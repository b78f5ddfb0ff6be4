"""What who manages a scan knows of its comments: whether there is a moderator, and whether something waits."""

from __future__ import annotations

import pytest
from fastapi import FastAPI

from app.db import begin_writing
from tests.app.comments.judging import BY_PROFESSIONAL, BY_RESIDENT, ENOUGH, Closed, closed_scan
from tests.app.page_client import PageClient
from tests.app.people import add_person, add_role, somebody
from tests.app.scans import add_scan


@pytest.fixture
def coordinator(service_app: FastAPI) -> PageClient:
    return somebody(service_app, "coordinator", municipality_code="GM0321")


def about_comments(client: PageClient, closed: Closed) -> str:
    """What the desk says of the comments."""
    page = client.get(f"/scans/{closed.id}/beheer")
    return next(one for one in page.all("section") if one.get("aria-labelledby") == "opmerkingen").text


def test_it_says_where_something_waits_and_not_how_much(service_app: FastAPI, coordinator: PageClient) -> None:
    closed = closed_scan(service_app, BY_PROFESSIONAL, BY_RESIDENT, ("professional", "pro_leren", "Nog iets."))
    found = about_comments(coordinator, closed)
    assert "Er wachten opmerkingen in de vensters Inwoner en Professional." in found
    assert not any(text in found for text in (BY_PROFESSIONAL[2], BY_RESIDENT[2]))
    assert not any(figure in found for figure in "23")
    closed.judge(closed.moderator(), BY_RESIDENT[2], "achterhouden")
    assert "Er wachten opmerkingen in het venster Professional." in about_comments(coordinator, closed)


def test_nothing_waits_in_a_window_that_is_hidden(service_app: FastAPI, coordinator: PageClient) -> None:
    closed = closed_scan(service_app, BY_RESIDENT, answered={"inwoner": ENOUGH - 1, "professional": ENOUGH})
    assert "Er wachten geen opmerkingen." in about_comments(coordinator, closed)


def test_it_says_whether_there_is_a_moderator_who_may_judge_everything(
    service_app: FastAPI, coordinator: PageClient
) -> None:
    closed = closed_scan(service_app, BY_PROFESSIONAL)
    assert "Er is nog geen moderator." in about_comments(coordinator, closed)
    with begin_writing(service_app.state.engine) as session:
        own = add_person(session, "moderator", scan_id=closed.id)
        add_role(session, own, "coordinator", municipality_code="GM0321")
    assert "een moderator die geen coördinator van deze gemeente is" in about_comments(coordinator, closed)
    closed.moderator()
    assert "Er is een moderator." in about_comments(coordinator, closed)
    assert f"/scans/{closed.id}/beheer/moderator" in coordinator.get(f"/scans/{closed.id}/beheer").links()


def test_before_closing_the_desk_says_nothing_of_comments(service_app: FastAPI, coordinator: PageClient) -> None:
    with begin_writing(service_app.state.engine) as session:
        set_up = add_scan(session)
    page = coordinator.get(f"/scans/{set_up.scan.id}/beheer")
    assert not [one for one in page.all("section") if one.get("aria-labelledby") == "opmerkingen"]
