"""The bare application with the same flow as a respondent's visit: the same addresses, forms and sizes of pages.

Sync endpoints, the sqlite3 of the standard library with a connection per thread, one template of Jinja2. What a page
holds beyond its questions is taken from the page of the service, so that both send as much and compress as well.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
import threading
from pathlib import Path
from typing import Annotated, Any

from fastapi import Cookie, Depends, FastAPI, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment
from starlette.middleware.gzip import GZipMiddleware

PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=5000")
FLOW = "flow.json"
TABLES = """
CREATE TABLE IF NOT EXISTS answer (draft TEXT, item TEXT, value TEXT, PRIMARY KEY (draft, item)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS response (id TEXT PRIMARY KEY, answers TEXT) WITHOUT ROWID;
"""
PAGE = """<!DOCTYPE html><html lang="nl"><title>Vragen</title><h1>Vragen</h1><form method="post">
{% for item, options in questions %}<fieldset><legend>{{ item }}</legend>
{% for option in options %}<label><input type="radio" name="{{ item }}" value="{{ option }}"
{% if answers.get(item) == option %} checked{% endif %}>{{ option }}</label>
{% endfor %}</fieldset>{% endfor %}</form>"""


async def _form(request: Request) -> dict[str, str]:
    return {name: str(value) for name, value in (await request.form()).items()}


Form = Annotated[dict[str, str], Depends(_form)]
Draft = Annotated[str, Cookie(alias="invulling")]


class Store(threading.local):
    """The database, with a connection for each thread."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)
        for pragma in PRAGMAS:
            self.connection.execute(f"PRAGMA {pragma}")
        self.connection.executescript(TABLES)

    def answers(self, draft: str) -> dict[str, str]:
        """The answers of a draft by item."""
        return dict(self.connection.execute("SELECT item, value FROM answer WHERE draft = ?", (draft,)).fetchall())

    def save(self, draft: str, answers: dict[str, str]) -> None:
        """Keep answers, in one transaction."""
        rows = [(draft, item, value) for item, value in answers.items()]
        self.connection.execute("BEGIN IMMEDIATE")
        self.connection.executemany(
            "INSERT INTO answer VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", rows
        )
        self.connection.execute("COMMIT")

    def send(self, draft: str) -> None:
        """Move the answers of a draft into a response."""
        self.connection.execute("BEGIN IMMEDIATE")
        answers = json.dumps(self.answers(draft))
        self.connection.execute("INSERT INTO response VALUES (?, ?)", (secrets.token_hex(16), answers))
        self.connection.execute("DELETE FROM answer WHERE draft = ?", (draft,))
        self.connection.execute("COMMIT")


def make_app(folder: Path) -> FastAPI:
    """Every address of a visit. `flow.json` in the folder has each page of the service by path: its HTML, and its
    questions with their options."""
    app = FastAPI(openapi_url=None)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=6)
    flow: dict[str, dict[str, Any]] = json.loads((folder / FLOW).read_text(encoding="utf-8"))
    store = Store(folder / "reference.sqlite3")
    template = Environment(autoescape=True).from_string(PAGE)

    def page(path: str, answers: dict[str, str]) -> Response:
        html = template.render(questions=flow[path]["questions"], answers=answers)
        return HTMLResponse(html + flow[path]["html"][len(html) :])

    @app.get("/m/{code}")
    def enter(code: str) -> Response:
        answer = RedirectResponse(flow[f"/m/{code}"]["next"], 303)
        answer.set_cookie("toegang", code)
        return answer

    @app.post("/invullen/{ref}/begin")
    def begin(ref: str, form: Form) -> Response:
        assert form
        answer = RedirectResponse(f"/invullen/{ref}/stap/1", 303)
        answer.set_cookie("invulling", secrets.token_hex(8))
        return answer

    @app.post("/invullen/{ref}/antwoorden/{item}")
    def save_answer(request: Request, item: str, form: Form, draft: Draft) -> Response:
        store.save(draft, {item: form[item]})
        return HTMLResponse(flow[request.url.path]["html"])

    @app.post("/invullen/{ref}/stap/{number}")
    def save_step(request: Request, form: Form, draft: Draft) -> Response:
        if changed := {item: form[item] for item in form if form.get(f"eerst_{item}", form[item]) != form[item]}:
            store.save(draft, changed)
        return RedirectResponse(flow[request.url.path]["next"], 303)

    @app.post("/invullen/{ref}/versturen")
    def send(ref: str, form: Form, draft: Draft) -> Response:
        assert form
        store.send(draft)
        return RedirectResponse(f"/invullen/{ref}/bedankt", 303)

    @app.get("/invullen/{path:path}")
    def show(request: Request, draft: Annotated[str | None, Cookie(alias="invulling")] = None) -> Response:
        return page(request.url.path, store.answers(draft) if draft else {})

    return app
