"""From a page to HTML: escaped, complete, and from a third party only what was allowed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI, Request, Response
from jinja2 import ChoiceLoader, DictLoader, UndefinedError
from playwright.sync_api import Browser, Page, Route

from app.config import load_settings
from app.main import create_app
from app.web.errors import ErrorPage
from app.web.rendering import render
from tests.app.page_client import PageClient
from tests.support.server import serve

TRIAL = """
{% extends "layout.html" %}
{% block main %}
<h1>{{ page.title }}</h1>
<p>{{ page.explanation }}</p>
<p id="doel">Nog leeg</p>
{% if page.uses_htmx %}
<form action="/proef" hx-get="/proef" hx-target="#doel"><button>Haal op</button></form>
{% endif %}
{% block message %}<span>{{ page.advice }}</span>{% endblock %}
{% endblock %}
"""


def trial_page(**other: bool) -> ErrorPage:
    return ErrorPage(title="Proef & <b>vet</b>", explanation="Uitleg", advice="Raad", **other)


@pytest.fixture
def app_with(tmp_path: Path) -> Iterator[Callable[..., FastAPI]]:
    """Make a service with one more page, for given settings and given marks of that page."""

    def make(assets: str, **marks: bool) -> FastAPI:
        app = create_app(load_settings(database_url=f"sqlite:///{tmp_path / 'x.sqlite3'}", assets=assets))

        app.state.templates.loader = ChoiceLoader([DictLoader({"trial.html": TRIAL}), app.state.templates.loader])

        @app.get("/proef")
        def get_trial(request: Request) -> Response:
            return render(request, "trial.html", trial_page(**marks), fragment="message")

        return app

    return make


def test_what_comes_from_a_page_is_escaped(app_with: Callable[..., FastAPI]) -> None:
    page = PageClient(app_with("local")).get("/proef")
    assert page.heading == "Proef & <b>vet</b>"
    assert "<b>vet</b>" not in page.html


def test_a_name_that_a_page_does_not_have_is_an_error(demo_app: FastAPI) -> None:
    with pytest.raises(UndefinedError):
        demo_app.state.templates.from_string("{{ page.weg }}").render(page=trial_page())


def test_one_address_gives_the_page_to_a_browser_and_the_block_to_htmx(app_with: Callable[..., FastAPI]) -> None:
    client = PageClient(app_with("local"))
    assert "Uitleg" in client.get("/proef").text
    block = client.http.get("/proef", headers={"HX-Request": "true"})
    assert block.text == "<span>Raad</span>"
    assert "<html" not in block.text
    assert "HX-Request" in block.headers["vary"]


def test_a_page_that_has_not_changed_is_not_sent_again(app_with: Callable[..., FastAPI]) -> None:
    client = PageClient(app_with("local"))
    first = client.http.get("/proef")
    again = client.http.get("/proef", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.http.get("/proef", headers={"If-None-Match": 'W/"anders"'}).status_code == 200


def scripts(client: PageClient) -> list[str]:
    return [script["src"] for script in client.get("/proef").all("script")]


def test_a_page_that_does_not_use_htmx_does_not_load_it(app_with: Callable[..., FastAPI]) -> None:
    assert scripts(PageClient(app_with("cdn"))) == []


def test_a_page_that_uses_htmx_takes_it_from_the_cdn_with_its_hash(app_with: Callable[..., FastAPI]) -> None:
    app = app_with("cdn", uses_htmx=True)
    page = PageClient(app).get("/proef")
    remote = page.all("script")[0]
    assert remote["src"] == app.state.htmx.cdn_url
    assert remote["integrity"] == app.state.htmx.integrity
    assert remote["crossorigin"] == "anonymous"
    assert remote["data-local"] == app.state.assets["htmx.js"].url
    assert f"script-src 'self' {app.state.htmx.cdn_url};" in page.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("assets", "marks"), [("local", {"uses_htmx": True}), ("cdn", {"uses_htmx": True, "respondent": True})]
)
def test_local_files_and_pages_of_respondents_never_contact_a_third_party(
    app_with: Callable[..., FastAPI], assets: str, marks: dict[str, bool]
) -> None:
    app = app_with(assets, **marks)
    page = PageClient(app).get("/proef")
    assert [script["src"] for script in page.all("script")] == [app.state.assets["htmx.js"].url]
    assert "http" not in page.headers["content-security-policy"]


def wait_until(page: Page, condition: str) -> None:
    """Look until something is true; the policy of the page does not let it wait for that itself."""
    for _ in range(100):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"it did not become true: {condition}")


@pytest.mark.browser
@pytest.mark.parametrize("cdn", ["refuses", "is silent", "sends something else", "answers"])
def test_htmx_works_whatever_the_cdn_does(app_with: Callable[..., FastAPI], browser: Browser, cdn: str) -> None:
    app = app_with("cdn", uses_htmx=True)
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []

    def on_cdn(route: Route) -> None:
        asked.append(route.request.url)
        allow_origin = {"Access-Control-Allow-Origin": "*"}
        if cdn == "refuses":
            route.abort()
        elif cdn == "sends something else":
            route.fulfill(body="window.stolen = true", content_type="text/javascript", headers=allow_origin)
        elif cdn == "answers":
            route.fulfill(body=app.state.htmx.local.read(), content_type="text/javascript", headers=allow_origin)

    page.route(lambda url: url.startswith("https://"), on_cdn)
    with serve(app) as address:
        page.goto(address + "/proef", wait_until="commit")
        wait_until(page, "document.querySelector('form')?.['htmx-internal-data'] !== undefined")
        page.get_by_role("button").click(no_wait_after=True)
        wait_until(page, "document.getElementById('doel').textContent === 'Raad'")
    assert asked == [app.state.htmx.cdn_url]
    assert page.evaluate("window.stolen") is None
    assert page.evaluate("htmx.config.includeIndicatorStyles") is False
    loaded_here = page.locator('script[src^="/assets/"][src$="htmx.js"]').count()
    assert loaded_here == (0 if cdn == "answers" else 1)
    context.close()
