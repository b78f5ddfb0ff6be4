"""Scans and people who answer them, for the tests of the way in and out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from fastapi import FastAPI
from sqlalchemy import inspect
from sqlmodel import Session, SQLModel, select

from app.db import begin_writing
from app.models import Draft
from tests.app.page_client import PageClient
from tests.app.scans import ROLES, SetUp, add_scan

Row = TypeVar("Row", bound=SQLModel)


def set_up_scan(app: FastAPI, **about: Any) -> SetUp:
    """A scan in the database of a service."""
    with begin_writing(app.state.engine) as session:
        return add_scan(session, **about)


def change(app: FastAPI, row: SQLModel, **values: Any) -> None:
    """Change something behind the back of whoever answers."""
    with begin_writing(app.state.engine) as session:
        found = session.get_one(type(row), inspect(row).identity)
        for name, value in values.items():
            setattr(found, name, value)


def rows(app: FastAPI, table: type[Row]) -> Sequence[Row]:
    """Everything in a table."""
    with Session(app.state.engine) as session:
        return session.exec(select(table)).all()


def visitor(app: FastAPI, set_up: SetUp, window: str = "professional") -> PageClient:
    """A browser of somebody who opened the link of a window."""
    client = PageClient(app)
    assert client.http.get(set_up.link(window)).status_code == 303
    return client


def fields(window: str, **other: str) -> Mapping[str, str]:
    """What the start page of a window sends, with the box ticked."""
    return {"rol": ROLES[window], "akkoord": "ja"} | other


def respondent(app: FastAPI, set_up: SetUp, window: str = "professional") -> PageClient:
    """A browser of somebody who began with the questions."""
    client = visitor(app, set_up, window)
    client.submit(f"{set_up.path(window)}/begin", fields(window))
    return client


def close_browser(client: PageClient) -> None:
    """What is left of the cookies when a browser is closed: those with an age."""
    jar = client.http.cookies.jar
    for cookie in [cookie for cookie in jar if cookie.discard]:
        jar.clear(cookie.domain, cookie.path, cookie.name)


def only_draft(app: FastAPI) -> Draft:
    """The only questionnaire that was begun."""
    (draft,) = rows(app, Draft)
    return draft
