"""What somebody who answers sees and sends, for the tests of the questions."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from sqlmodel import Session

from app.store.answers import load_answers, load_comments
from tests.app.page_client import InspectedPage, PageClient
from tests.app.responding.visitors import only_draft


def stored(app: FastAPI) -> tuple[dict[str, Any], dict[str, str]]:
    """The answers and comments of the only questionnaire that was begun."""
    draft = only_draft(app)
    with Session(app.state.engine) as session:
        return load_answers(session, draft.id), load_comments(session, draft.id)


def sent_by(page: InspectedPage) -> dict[str, Any]:
    """What the form with the questions sends as it stands: fields by name, with everything that is ticked."""
    sent: dict[str, Any] = {}
    form = next(form for form in page.all("form") if form.get("method") == "post")
    for control in form.all("input", "textarea"):
        kind = control.get("type")
        if kind in {"radio", "checkbox"} and control.get("checked") is None:
            continue
        if kind == "checkbox":
            sent.setdefault(control["name"], []).append(control["value"])
        else:
            sent[control["name"]] = control.text if control.tag == "textarea" else control["value"]
    return sent


def fill_in(client: PageClient, path: str, **changed: Any) -> str:
    """Open a screen, change something on it, press a button (`naar`) and return where that leads."""
    return client.submit(path, sent_by(client.get(path)) | {"naar": "volgende"} | changed)


def stamp_of(client: PageClient, path: str) -> str:
    """The stamp on the form of a screen."""
    return str(sent_by(client.get(path))["invulling"])
