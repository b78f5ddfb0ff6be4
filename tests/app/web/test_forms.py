"""What a form sent, as the rooms read it."""

from __future__ import annotations

from fastapi import FastAPI

from app.web.forms import FieldError, Fields, FieldsWithFile, error_at
from tests.app.page_client import PageClient


def client(app: FastAPI) -> PageClient:
    @app.post("/proef")
    def read(fields: Fields) -> dict[str, object]:
        return {
            "name": fields.text("naam"),
            "choices": fields.all("keuze"),
            "agreed": fields.checked("akkoord"),
            "names": fields.names(),
        }

    return PageClient(app)


def test_a_form_gives_text_choices_and_ticks(empty_app: FastAPI) -> None:
    sent = {"naam": "  Op Koers\r\n ", "keuze": ["a", "b"], "akkoord": "ja"}
    assert client(empty_app).http.post("/proef", data=sent).json() == {
        "name": "Op Koers",
        "choices": ["a", "b"],
        "agreed": True,
        "names": ["naam", "keuze", "akkoord"],
    }


def test_what_was_not_sent_is_empty(empty_app: FastAPI) -> None:
    assert client(empty_app).http.post("/proef").json() == {"name": "", "choices": [], "agreed": False, "names": []}


def test_what_no_database_can_keep_is_left_out(empty_app: FastAPI) -> None:
    assert client(empty_app).http.post("/proef", data={"naam": "a\0b"}).json()["name"] == "ab"


def test_a_form_takes_no_files(empty_app: FastAPI) -> None:
    page = client(empty_app).http.post("/proef", files={"naam": ("naam.txt", b"inhoud")})
    assert page.status_code == 400


def test_a_form_with_a_place_for_a_file_takes_one_and_its_text(empty_app: FastAPI) -> None:
    @empty_app.post("/bestand")
    def read(fields: FieldsWithFile) -> dict[str, object]:
        return {"name": fields.text("naam"), "file": fields.file("logo").decode(), "none": fields.file("naam").decode()}

    http = PageClient(empty_app).http
    answer = http.post("/bestand", data={"naam": " Op Koers "}, files={"logo": ("logo.svg", b"inhoud")})
    assert answer.json() == {"name": "Op Koers", "file": "inhoud", "none": ""}
    assert http.post("/bestand", data={"naam": "x"}).json() == {"name": "x", "file": "", "none": ""}
    two = [("logo", ("a", b"1")), ("logo", ("b", b"2"))]
    assert http.post("/bestand", files=two).status_code == 400
    assert http.post("/bestand", json={}).status_code == 400


def test_something_else_than_a_form_is_refused(empty_app: FastAPI) -> None:
    answer = client(empty_app).http.post("/proef", json={"naam": "x"})
    assert answer.status_code == 400
    assert "Dit verzoek begrijpen wij niet" in answer.text


def test_the_message_of_a_field_is_found_by_its_name() -> None:
    errors = (FieldError("naam", "Vul een naam in."),)
    assert (error_at(errors, "naam"), error_at(errors, "doel")) == ("Vul een naam in.", "")
