"""A form on paper that is sent from several tabs at once counts once, and of several browsers one has the link."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import httpx
from sqlmodel import select

from app.db import begin_writing
from app.models import PaperForm, Response
from tests.app.scans import SetUp
from tests.app.typing_links import Made, add_typing_link
from tests.withstand.conftest import Service

WINDOW = "professional"
TABS = 4


def made(service: Service, set_up: SetUp, forms: int) -> Made:
    with begin_writing(service.app.state.engine) as session:
        return add_typing_link(session, set_up, WINDOW, forms)


def stamps(service: Service) -> list[str]:
    return list(service.look(lambda session: session.exec(select(PaperForm.stamp)).all()))


def sent(service: Service) -> int:
    return len(service.look(lambda session: session.exec(select(Response.id)).all()))


def at_once(requests: list[tuple[httpx.Client, str, dict[str, str]]]) -> list[httpx.Response]:
    """Send all of these at the same moment."""
    start = threading.Barrier(len(requests))

    def post(request: tuple[httpx.Client, str, dict[str, str]]) -> httpx.Response:
        client, url, fields = request
        start.wait()
        return client.post(url, data=fields, follow_redirects=False)

    with ThreadPoolExecutor(len(requests)) as pool:
        return list(pool.map(post, requests))


def tabs_of(stack: ExitStack, service: Service, link: Made, number: int) -> list[httpx.Client]:
    """Tabs of the browser that began with a link."""
    tabs = [stack.enter_context(service.client()) for _ in range(number)]
    tabs[0].post(link.way_in, follow_redirects=False)
    for tab in tabs[1:]:
        tab.cookies.update(tabs[0].cookies)
    return tabs


def form(stamp: str) -> dict[str, str]:
    return {"formulier": stamp, "rol": "sociaal_team", "pro_samen_1": "0.5"}


def test_the_last_form_sent_from_four_tabs_at_once_counts_once(service: Service) -> None:
    link = made(service, service.add_scan(), 1)
    (stamp,) = stamps(service)
    with ExitStack() as stack:
        tabs = tabs_of(stack, service, link, TABS)
        answers = at_once([(tab, f"{link.home}/versturen", form(stamp)) for tab in tabs])
    assert sorted(answer.status_code for answer in answers) == [303, 409, 409, 409]
    assert (sent(service), stamps(service)) == (1, [])


def test_different_forms_sent_at_once_all_count(service: Service) -> None:
    link = made(service, service.add_scan(), TABS)
    with ExitStack() as stack:
        tabs = tabs_of(stack, service, link, TABS)
        requests = [
            (tab, f"{link.home}/versturen", form(stamp)) for tab, stamp in zip(tabs, stamps(service), strict=True)
        ]
        assert [answer.status_code for answer in at_once(requests)] == [303] * TABS
    assert (sent(service), stamps(service)) == (TABS, [])


def test_of_four_browsers_that_begin_at_once_one_has_the_link(service: Service) -> None:
    link = made(service, service.add_scan(), 1)
    with ExitStack() as stack:
        browsers = [stack.enter_context(service.client()) for _ in range(TABS)]
        at_once([(browser, link.way_in, {}) for browser in browsers])
        assert sorted(browser.get(link.home).status_code for browser in browsers) == [200, 404, 404, 404]
