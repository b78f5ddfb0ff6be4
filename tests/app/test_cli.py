"""The command: what it says, what it refuses, and that it starts without what it does not need."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from app.cli import program
from app.config import FIRST_PORT

ROOT = Path(__file__).parents[2]
SERVERS_OWN_KEEP_ALIVE = 5
"""Seconds that uvicorn keeps an idle connection where nothing else is asked."""
HEAVY = ("plotly", "alembic", "fastapi", "sqlalchemy", "uvicorn", "jinja2")


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(program, arguments)
    return result.exit_code, result.stdout, result.stderr


@contextmanager
def serving(folder: Path, *arguments: str) -> Iterator[str]:
    """Start the service as a user does, and give what it says first."""
    process = subprocess.Popen(
        [sys.executable, "-m", "app.cli", "serve", *arguments],
        cwd=folder, env={"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        yield process.stdout.readline()
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) in {0, -signal.SIGTERM}
        process.stdout.close()


def test_without_a_command_it_says_what_it_can_do() -> None:
    _, out, err = run("--help")
    for command in (
        "serve",
        "migrate",
        "backup",
        "restore",
        "check",
        "settings",
        "score",
        "compare",
        "new-edition",
        "publish",
    ):
        assert command in out + err


def test_settings_shows_the_table() -> None:
    status, out, _ = run("settings")
    assert status == 0
    assert out == (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")


def test_check_says_that_the_content_is_right() -> None:
    status, out, _ = run("check")
    assert status == 0
    assert "De inhoud klopt: integraal-werken/2026.1, integraal-werken/2026.2." in out


def test_check_says_how_long_filling_in_takes_and_what_the_start_page_promises() -> None:
    told = run("check")[1].partition("Invultijd van integraal-werken/2026.2")[2]
    assert "- inwoner: 3,8 minuten; op de startpagina staat 5" in told
    assert "- professional: 10,3 minuten; op de startpagina staat 10" in told


def test_check_looks_at_the_translations_of_the_installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "integraal-werken" / "2026.1" / "tr" / "inwoner.yaml"
    file.parent.mkdir(parents=True)
    file.write_text('language: "tr"\nversion: "1"\nstatus: "klaar"\n', encoding="utf-8")
    monkeypatch.setenv("VENSTERSCAN_TRANSLATIONS", str(tmp_path))

    status, _, err = run("check")

    assert status == 1
    assert f"{file} · status: moet een van deze waarden zijn: draft of ready" in err
    assert f"{file} · items: ontbreekt" in err


def test_serve_refuses_an_address_that_others_can_reach_and_names_what_is_missing() -> None:
    status, _, err = run("serve", "--host", "0.0.0.0")
    assert status == 2
    assert "VENSTERSCAN_ENVIRONMENT=production" in err
    assert "VENSTERSCAN_BASE_URL" in err
    assert "Traceback" not in err


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the command runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_serve_refuses_a_port_that_is_taken_when_it_was_asked_for() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        status, _, err = run("serve", "--port", str(taken.getsockname()[1]))
    assert status == 1
    assert "--port" in err


def test_migrate_makes_the_database_in_the_folder_where_it_runs(folder: Path) -> None:
    status, out, _ = run("migrate")
    assert (status, out) == (0, "De database is bijgewerkt.\n")
    assert (folder / "data" / "vensterscan.sqlite3").exists()


@pytest.mark.parametrize("command", ["migrate", "serve"])
def test_a_database_that_cannot_be_opened_is_said_in_dutch(
    command: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "bestand").write_text("geen map")
    monkeypatch.setenv("VENSTERSCAN_DATABASE_URL", "sqlite:///bestand/x/vensterscan.sqlite3")
    status, _, err = run(command)
    assert status == 1
    assert "is niet te maken" in err


@pytest.mark.usefixtures("folder")
def test_serve_refuses_tables_of_another_version_when_it_may_not_migrate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VENSTERSCAN_MIGRATE_ON_START", "false")
    status, _, err = run("serve")
    assert status == 1
    assert "vensterscan migrate" in err


def test_serve_says_where_it_is_and_takes_the_next_port_when_the_first_is_busy(tmp_path: Path) -> None:
    with serving(tmp_path) as first, serving(tmp_path, "--demo") as second:
        addresses = [re.findall(r"http://127\.0\.0\.1:(\d+)", said) for said in (first, second)]
        ports = [int(port) for (port,) in addresses]
        assert ports[0] >= FIRST_PORT
        assert ports[1] > ports[0]
        page = httpx.get(f"http://127.0.0.1:{ports[1]}/")
        assert page.status_code == 200
        assert "Houten" in page.text
        assert "server" not in page.headers


def test_a_connection_on_which_nothing_happened_for_a_while_still_answers(tmp_path: Path) -> None:
    with serving(tmp_path, "--port", "0") as said:
        port = int(said.partition("http://127.0.0.1:")[2].split()[0])
        with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
            connection.auto_open = 0  # where the service has closed it, it stays closed
            connection.connect()
            kept = connection.sock
            for seconds in (0, SERVERS_OWN_KEEP_ALIVE + 1):
                time.sleep(seconds)
                connection.request("GET", "/healthz")
                answer = connection.getresponse()
                assert answer.status == 200, answer.read()
                answer.read()
            assert connection.sock is kept


def test_a_command_loads_only_what_it_needs() -> None:
    script = f"import sys, app.cli; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_new_edition_is_a_copy_that_can_be_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "questionnaires" / "integraal-werken", tmp_path / "integraal-werken")
    monkeypatch.setattr("app.cli._shelves", lambda: tmp_path)
    status, out, _ = run("new-edition", "integraal-werken/2026.1", "integraal-werken/2027.1")
    assert status == 0
    assert (tmp_path / "integraal-werken" / "2027.1" / "edition.yaml").exists()
    assert "2027.1" in out
    assert run("publish", "integraal-werken/2026.1")[0] == 0
    assert "integraal-werken/2026.1 " in (tmp_path / "published.lock").read_text()


@pytest.mark.parametrize("arguments", [("new-edition", "nergens/2026.1", "x/2027.1"), ("publish", "nergens/2026.1")])
def test_an_edition_that_does_not_exist_is_refused_in_dutch(arguments: tuple[str, ...]) -> None:
    status, _, err = run(*arguments)
    assert status == 2
    assert "bestaat niet" in err
