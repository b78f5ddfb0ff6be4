"""Every answer says how it may be used, and nothing is taken in that is too large."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi import FastAPI, Request
from starlette.testclient import TestClient

from app.config import load_settings
from app.main import create_app
from app.web.security import HEADERS, HSTS, LARGEST_BODY, content_security_policy
from tests.app.page_client import PageClient

DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}


def directives(policy: str) -> dict[str, str]:
    return dict(part.strip().split(" ", 1) for part in policy.split(";"))


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("HEAD", "/", 200),
        ("GET", "/bestaat-niet", 404),
        ("POST", "/", 405),
        ("GET", "/healthz", 200),
        ("GET", "/readyz", 200),
        ("GET", "/metrics", 404),
        ("GET", "/.well-known/security.txt", 404),
        ("GET", "/v1/scans", 401),
        ("GET", "/v1/bestaat-niet", 404),
        ("POST", "/v1/gemeenten", 405),
        ("GET", "/assets/x/y", 404),
    ],
)
def test_the_headers_are_on_every_answer(demo: PageClient, method: str, path: str, status: int) -> None:
    answer = demo.http.request(method, path)
    assert answer.status_code == status
    for name in HEADERS.keys() - {"Cache-Control"}:
        assert answer.headers[name] == HEADERS[name]
    assert "no-" in answer.headers["cache-control"]
    policy = directives(answer.headers["content-security-policy"])
    assert {name: policy[name] for name in DIRECTIVES} == DIRECTIVES


def test_the_headers_are_on_the_answer_to_a_fault(empty_app: FastAPI) -> None:
    @empty_app.get("/stuk")
    def get_broken() -> None:
        raise RuntimeError("geheim")

    page = PageClient(empty_app).get("/stuk", 500)
    assert "geheim" not in page.html


@pytest.mark.parametrize(("key", "status"), [("een-sleutel-van-de-metingen", 200), ("een-andere", 401)])
def test_the_headers_are_on_the_metrics_too(tmp_path: Path, key: str, status: int) -> None:
    app = create_app(
        load_settings(
            environment="production",
            base_url="https://scan.example.nl",
            contact="beheer@example.nl",
            database_url=f"sqlite:///{tmp_path / 'x.sqlite3'}",
            metrics=True,
            metrics_key="een-sleutel-van-de-metingen",
        )
    )
    with TestClient(app) as client:
        for path, expected in (("/metrics", status), ("/.well-known/security.txt", 200)):
            answer = client.get(path, headers={"Authorization": f"Bearer {key}"})
            assert answer.status_code == expected
            for name, value in (HEADERS | {"Strict-Transport-Security": HSTS}).items():
                assert answer.headers[name] == value
            assert answer.headers["content-security-policy"] == content_security_policy()


def test_with_local_files_no_page_may_ask_another_host_for_anything(demo: PageClient) -> None:
    seen, waiting = set(), ["/"]
    while waiting:
        path = waiting.pop()
        place = path.partition("?")[0]
        if place in seen or place.endswith((".json", ".csv", ".md", ".svg", ".png")):
            continue
        seen.add(place)
        page = demo.get(path)
        assert not re.search(r"https?:|//|\*", page.headers["content-security-policy"]), path
        waiting += page.links()
    assert len(seen) > 20


def test_one_script_may_be_added_by_its_whole_address() -> None:
    policy = directives(content_security_policy("https://cdn.example.org/x@1.0.0/x.js"))
    assert policy["script-src"] == "'self' https://cdn.example.org/x@1.0.0/x.js"


def test_only_an_encrypted_service_asks_browsers_to_remember_that(tmp_path: object, demo: PageClient) -> None:
    assert "strict-transport-security" not in demo.http.get("/healthz").headers
    settings = load_settings(
        environment="production",
        base_url="https://scan.example.nl",
        contact="beheer@example.nl",
        database_url=f"sqlite:///{tmp_path}/x.sqlite3",
    )
    with TestClient(create_app(settings)) as client:
        assert client.get("/healthz").headers["strict-transport-security"] == HSTS


def test_head_is_answered_as_get_without_a_body(demo: PageClient) -> None:
    answer = demo.http.head("/")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")


def reading_app(app: FastAPI) -> TestClient:
    @app.post("/lezen")
    async def post_reading(request: Request) -> int:
        return len(await request.body())

    return TestClient(app, raise_server_exceptions=False)


def test_a_body_that_fits_is_read(empty_app: FastAPI) -> None:
    answer = reading_app(empty_app).post("/lezen", content=b"x" * LARGEST_BODY)
    assert (answer.status_code, answer.json()) == (200, LARGEST_BODY)


def test_a_body_that_says_it_is_too_large_is_refused_in_dutch(empty_app: FastAPI) -> None:
    answer = reading_app(empty_app).post("/lezen", content=b"x" * (LARGEST_BODY + 1))
    assert answer.status_code == 413
    assert "te groot" in answer.text
    assert "content-security-policy" in answer.headers


def test_a_body_that_turns_out_too_large_is_refused_in_dutch(empty_app: FastAPI) -> None:
    answer = reading_app(empty_app).post("/lezen", content=(b"x" * 100_000 for _ in range(20)))
    assert answer.status_code == 413
    assert "te groot" in answer.text


def test_a_length_that_is_no_number_is_refused(empty_app: FastAPI) -> None:
    answer = reading_app(empty_app).post("/lezen", content=b"x", headers={"Content-Length": "-1"})
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://kwaad.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
    ],
)
def test_another_website_cannot_make_a_browser_change_anything(demo: PageClient, headers: dict[str, str]) -> None:
    answer = demo.http.post("/meedoen", headers=headers)
    assert answer.status_code == 403
    assert "andere plek" in answer.text


@pytest.mark.parametrize(
    "headers", [{}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}, {"Origin": "http://testserver"}]
)
def test_a_form_of_our_own_arrives(demo: PageClient, headers: dict[str, str]) -> None:
    assert demo.http.post("/meedoen", headers=headers).status_code != 403


def test_reading_is_free_from_everywhere(demo: PageClient) -> None:
    assert demo.http.get("/", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200


@pytest.mark.parametrize("name", ["sessie", "__Host-sessie"])
def test_the_cookie_of_somebody_who_is_signed_in_counts_only_when_it_is_said_where_a_request_comes_from(
    demo: PageClient, name: str
) -> None:
    cookie = {"Cookie": f"{name}=x"}
    assert demo.http.post("/meedoen", headers=cookie).status_code == 403
    assert demo.http.post("/meedoen", headers=cookie | {"Origin": "http://testserver"}).status_code != 403
