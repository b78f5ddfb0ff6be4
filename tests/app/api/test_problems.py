"""Errors: the right status, in Dutch, as a problem document, and nothing changed."""

from __future__ import annotations

import json

import pytest

from tests.app.api.programs import COLLABORATION, Program, places


def test_an_address_that_does_not_exist_is_a_problem_and_no_page(reader: Program) -> None:
    assert reader.get("/nergens", 404)["title"] == "Dit bestaat niet"
    assert reader.get("/gemeenten/", 404)["status"] == 404


def test_a_method_that_an_address_does_not_have_says_which_it_has(writer: Program) -> None:
    assert writer.ask("POST", "/gemeenten", 405).headers["Allow"] == "GET"
    assert writer.ask("PUT", "/samenwerkingen", 405).headers["Allow"] == "GET, POST"
    assert writer.ask("POST", "/scans/x", 405).headers["Allow"] == "DELETE, GET, PATCH"


def test_all_that_does_not_fit_is_said_at_once(writer: Program) -> None:
    wrong = {"gemeente": "Houten", "naam": " ", "doelgroep": 3, "soort": "x"}
    problem = writer.post("/samenwerkingen", wrong, 400)
    assert places(problem) == ["#/gemeente", "#/naam", "#/doelgroep", "#/partners", "#/soort"]
    assert problem["errors"][0]["detail"] == "Een code van een gemeente ziet eruit als GM0321."
    assert writer.get("/samenwerkingen") == {"samenwerkingen": []}


def test_a_name_that_nobody_knows_is_said_to_be_one(reader: Program) -> None:
    assert places(reader.get("/gemeenten", 400, prov="Utrecht")) == ["prov"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"{", "Dit is geen geldige JSON (regel 1, teken 2)."),
        (b"", "Dit is geen geldige JSON (regel 1, teken 1)."),
        (b'{"naam": "\xff"}', "Dit is geen tekst in UTF-8."),
        (b'{"naam": "a", "naam": "b"}', "In een object staat een naam meer dan één keer."),
        (b'{"naam": NaN}', "NaN is geen getal dat hier mag staan."),
        (b"[" * 20000, "Dit is te diep genest om te lezen."),
        (b"[" + b"9" * 5000 + b"]", "Er staat een getal in dat niet te lezen is."),
    ],
)
def test_what_is_no_json_is_not_read(writer: Program, body: bytes, said: str) -> None:
    headers = {"Content-Type": "application/json"}
    problem = writer.ask("POST", "/samenwerkingen", 400, content=body, headers=headers).json()
    assert problem["errors"] == [{"detail": said, "pointer": "#"}]


def test_half_a_character_is_no_text(writer: Program) -> None:
    body = json.dumps(COLLABORATION).replace("Op koers", "Op \\ud83d koers").encode()
    headers = {"Content-Type": "application/json"}
    assert places(writer.ask("POST", "/samenwerkingen", 400, content=body, headers=headers).json()) == ["#/naam"]


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\x7f"])
def test_what_cannot_be_seen_is_no_text(writer: Program, sign: str) -> None:
    wrong = COLLABORATION | {"partners": f"Sociaal{sign}team"}
    assert places(writer.post("/samenwerkingen", wrong, 400)) == ["#/partners"]


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "application/xml", ""])
def test_only_json_is_taken(writer: Program, kind: str) -> None:
    body = json.dumps(COLLABORATION).encode()
    writer.ask("POST", "/samenwerkingen", 415, content=body, headers={"Content-Type": kind})
    assert writer.get("/samenwerkingen") == {"samenwerkingen": []}


def test_what_is_too_large_is_a_problem_and_no_page(writer: Program) -> None:
    writer.ask("POST", "/samenwerkingen", 413, content=b"x" * 1_000_001)


def test_what_grows_too_large_on_the_way_is_refused_too(writer: Program) -> None:
    chunks = (b" " * 100_000 for _ in range(11))
    headers = {"Content-Type": "application/json"}
    writer.ask("POST", "/samenwerkingen", 413, content=chunks, headers=headers)


def test_another_website_cannot_make_a_browser_change_something(writer: Program) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"}
    writer.ask("POST", "/samenwerkingen", 403, json=COLLABORATION, headers=headers)
    assert writer.get("/samenwerkingen") == {"samenwerkingen": []}


def test_no_answer_lets_another_website_read_it(writer: Program) -> None:
    headers = {"Origin": "https://elders.example"}
    response = writer.ask("GET", "/samenwerkingen", headers=headers)
    assert "Access-Control-Allow-Origin" not in response.headers


def test_a_fault_of_ours_tells_nothing_about_itself(reader: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_session: object, _code: str) -> None:
        raise RuntimeError("a secret")

    monkeypatch.setattr("app.api.municipalities.find_municipality", broken)
    response = reader.ask("GET", "/gemeenten/GM0321", 500)
    assert response.json()["title"] == "Er ging bij ons iets mis"
    assert "secret" not in response.text


def test_an_error_of_the_pages_stays_a_page(reader: Program) -> None:
    assert reader.http.get("/nergens").headers["Content-Type"].startswith("text/html")
    assert reader.http.post("/meedoen", content=b"x" * 1_000_001).headers["Content-Type"].startswith("text/html")
