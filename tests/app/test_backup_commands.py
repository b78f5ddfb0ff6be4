"""`vensterscan backup` and `vensterscan restore`, as somebody uses them who runs the service."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi import FastAPI
from typer.testing import CliRunner

from app.cli import program
from tests.app.page_client import PageClient


def run(database_url: str, *arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(
        program, [str(argument) for argument in arguments], env={"VENSTERSCAN_DATABASE_URL": database_url}
    )
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def address(service_app: FastAPI) -> str:
    return str(service_app.state.settings.database_url)


def test_a_backup_is_made_while_the_service_runs_and_put_back_elsewhere(
    address: str, service: PageClient, tmp_path: Path
) -> None:
    file = tmp_path / "back-up.zip"
    status, out, err = run(address, "backup", file)
    assert (status, err) == (0, "")
    assert re.search(rf"Bewaard in {file}: \d{{3}} rijen in \d\d tabellen\.", out)
    service.get("/")
    other = f"sqlite:///{tmp_path / 'other' / 'vensterscan.sqlite3'}"
    status, out, err = run(other, "restore", file)
    assert (status, err) == (0, "")
    assert "Teruggezet" in out
    status, _, err = run(other, "restore", file)
    assert status == 1
    assert "niet leeg" in err


def test_a_service_that_is_in_use_is_never_overwritten(address: str, service: PageClient, tmp_path: Path) -> None:
    run(address, "backup", tmp_path / "b.zip")
    status, out, err = run(address, "restore", tmp_path / "b.zip")
    assert (status, out) == (1, "")
    assert "Er is niets veranderd." in err
    service.get("/samenwerkingen")


def test_a_file_that_is_no_backup_is_said_so_in_dutch(tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_text("iets anders")
    status, _, err = run(f"sqlite:///{tmp_path / 'x.sqlite3'}", "restore", tmp_path / "b.zip")
    assert status == 1
    assert "is geen back-up van Vensterscan" in err
    assert "Traceback" not in err


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_wrong_settings_are_named(command: str, tmp_path: Path) -> None:
    status, _, err = run("mysql://server/naam", command, tmp_path / "b.zip")
    assert status == 2
    assert "VENSTERSCAN_DATABASE_URL" in err
