"""Residents who answer in another language, for the tests of the way in and out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI

from app.db import begin_writing
from app.languages.texts import fingerprint_of_sentences
from app.models import LanguageDeclaration
from app.store.languages import put_declaration
from tests.app.page_client import Element, InspectedPage, PageClient
from tests.app.scans import SetUp

CHECKED_BY = "Amal Haddad"


def declare(app: FastAPI, set_up: SetUp, *codes: str) -> None:
    """Let somebody in the municipality of a scan stand for these translations."""
    edition = app.state.editions[set_up.scan.edition]
    with begin_writing(app.state.engine) as session:
        for code in codes:
            declared = LanguageDeclaration(
                municipality_code=set_up.collaboration.municipality_code,
                edition=edition.id,
                language=code,
                fingerprint=edition.translations[code].fingerprint,
                sentences=fingerprint_of_sentences(code),
                checked_by=CHECKED_BY,
                declared_on=app.state.today(),
            )
            put_declaration(session, declared)


def language_of(page: InspectedPage) -> str:
    """The language that a page says that it is in."""
    return page.one("html")["lang"]


def offered_on(page: InspectedPage) -> list[str]:
    """The other languages that can be chosen on a page, in their own words."""
    found = [element for element in page.all("ul") if element.get("class") == "app-languages__list"]
    return [item.text for one in found for item in one.all("li")]


def texts(element: Element) -> Iterator[str]:
    """Everything on a page that somebody reads or hears, apart from what it says to be in another language."""
    for name in (
        "aria-label",
        "title",
        "alt",
        "placeholder",
        "data-unsaved",
        "data-offline",
        "data-fault",
        "data-stop",
    ):
        if element.get(name):
            yield element[name]
    for child in element.inside:
        if isinstance(child, str):
            yield " ".join(child.split())
        elif child.tag not in {"script", "style", "code"} and (child.get("lang") is None or child.tag == "html"):
            yield from texts(child)


def reader(app: FastAPI, set_up: SetUp, code: str, window: str = "inwoner") -> PageClient:
    """A browser of somebody who opened the link of a window in a language."""
    client = PageClient(app)
    location = client.http.get(f"{set_up.link(window)}?taal={code}").headers["location"]
    client.get(location)
    return client


def beginner(app: FastAPI, set_up: SetUp, code: str) -> PageClient:
    """A browser of a resident who began with the questions in a language."""
    client = reader(app, set_up, code)
    client.submit(f"{set_up.path('inwoner')}/begin", {"rol": "zelf"})
    return client


def fields_of(page: InspectedPage, form: str) -> dict[str, Any]:
    """What a form sends as it stands, without its buttons."""
    sent = {}
    for control in page.by_id(form).all("input", "textarea"):
        if control.get("type") not in {"radio", "checkbox"} or control.get("checked") is not None:
            sent[control["name"]] = control.text if control.tag == "textarea" else control["value"]
    return sent
