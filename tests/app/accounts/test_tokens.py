"""Keys of programs: shown once, kept as a hash, for one gemeente or for all."""

from __future__ import annotations

from datetime import date

import pytest
from fastapi import FastAPI
from sqlalchemy import text
from typer.testing import CliRunner

from app.accounts.asker import Asker
from app.accounts.tokens import asker_with, make_token
from app.cli import program
from app.db import Session, begin_writing
from tests.app.scans import add_scan

TODAY = date(2026, 3, 1)


def test_a_key_acts_for_its_gemeente_and_is_nowhere_in_the_database(service_app: FastAPI) -> None:
    with begin_writing(service_app.state.engine) as session:
        token = make_token(session, "dashboard", "GM0321", TODAY)
    with Session(service_app.state.engine) as session:
        asker = asker_with(session, token)
        assert asker is not None
        assert (asker.name, asker.managed) == ("dashboard", {"GM0321"})
        stored = session.connection().execute(text("SELECT * FROM access_token")).all()
        assert token not in str(stored)


def test_another_key_acts_for_nobody(service_app: FastAPI) -> None:
    with begin_writing(service_app.state.engine) as session:
        token = make_token(session, "dashboard", None, TODAY)
        assert [asker_with(session, wrong) for wrong in ("", token[:-1], token + "x", token.upper())] == [None] * 4


def test_the_command_shows_a_key_that_works(service_app: FastAPI) -> None:
    environment = {"VENSTERSCAN_DATABASE_URL": service_app.state.settings.database_url}
    done = CliRunner().invoke(program, ["token", "dashboard", "--gemeente", "GM0321"], env=environment)
    assert done.exit_code == 0
    with Session(service_app.state.engine) as session:
        asker = asker_with(session, done.output.strip())
        assert asker is not None
        assert asker.managed == {"GM0321"}


def test_the_command_refuses_a_gemeente_that_does_not_exist(service_app: FastAPI) -> None:
    environment = {"VENSTERSCAN_DATABASE_URL": service_app.state.settings.database_url}
    done = CliRunner().invoke(program, ["token", "dashboard", "--gemeente", "Houten"], env=environment)
    assert done.exit_code == 2
    assert "CBS-code" in done.output
    with Session(service_app.state.engine) as session:
        assert session.connection().execute(text("SELECT count(*) FROM access_token")).scalar() == 0


def test_the_command_makes_a_key_that_only_reads(service_app: FastAPI) -> None:
    with begin_writing(service_app.state.engine) as session:
        collaboration_id = str(add_scan(session).collaboration.id)
    for options, may in (
        (["--rol", "meelezer", "--gemeente", "GM0321"], True),
        (["--rol", "adviseur", "--samenwerking", collaboration_id], True),
    ):
        asker = key_of(service_app, options)
        assert asker.may_read("GM0321", int(collaboration_id)) == may
        assert not asker.is_coordinator


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["--rol", "beheerder"], "bestaat niet voor een programma"),
        (["--rol", "meelezer"], "--gemeente"),
        (["--rol", "adviseur"], "--samenwerking"),
        (["--rol", "adviseur", "--samenwerking", "4711"], "bestaat niet"),
        (["--samenwerking", "1"], "alleen een adviseur"),
    ],
)
def test_the_command_refuses_a_key_that_cannot_be(service_app: FastAPI, options: list[str], problem: str) -> None:
    environment = {"VENSTERSCAN_DATABASE_URL": service_app.state.settings.database_url}
    done = CliRunner().invoke(program, ["token", "dashboard", *options], env=environment)
    assert done.exit_code == 2
    assert problem in done.output


def key_of(app: FastAPI, options: list[str]) -> Asker:
    environment = {"VENSTERSCAN_DATABASE_URL": app.state.settings.database_url}
    done = CliRunner().invoke(program, ["token", "dashboard", *options], env=environment)
    assert done.exit_code == 0, done.output
    with Session(app.state.engine) as session:
        asker = asker_with(session, done.output.strip())
    assert asker is not None
    return asker
