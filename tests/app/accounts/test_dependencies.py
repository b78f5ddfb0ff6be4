"""Who is asking: the local coördinator on this machine, and nobody else."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi import FastAPI

from app.accounts.dependencies import Coordinator, MaybeAsker
from app.config import load_settings
from app.main import create_app
from tests.app.page_client import HERE, PageClient


def with_a_question(app: FastAPI) -> FastAPI:
    @app.get("/wie")
    def who(asker: MaybeAsker) -> dict[str, str | None]:
        return {"name": asker.name if asker else None}

    @app.get("/beheer")
    def manage(asker: Coordinator) -> dict[str, str]:
        return {"name": asker.name}

    return app


@pytest.mark.parametrize("host", [HERE, "localhost", "127.0.0.1:8000", "[::1]:8000"])
def test_who_sits_at_this_machine_is_the_local_coordinator(empty_app: FastAPI, host: str) -> None:
    client = PageClient(with_a_question(empty_app)).http
    assert client.get("/wie", headers={"Host": host}).json() == {"name": "Lokale coördinator"}
    assert client.get("/beheer", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["kwaad.example", "127.0.0.1.kwaad.example", "10.0.0.5", "[::", ""])
def test_a_request_under_another_name_comes_from_a_stranger(empty_app: FastAPI, host: str) -> None:
    client = PageClient(with_a_question(empty_app)).http
    assert client.get("/wie", headers={"Host": host}).json() == {"name": None}
    assert client.get("/beheer", headers={"Host": host}).status_code == 403


def test_a_stranger_reads_what_can_be_done_instead(empty_app: FastAPI) -> None:
    page = PageClient(with_a_question(empty_app)).get("/beheer", 403)
    assert page.heading == "Hiervoor heeft u toegang nodig"


def test_in_production_nobody_is_the_local_coordinator(tmp_path: Path) -> None:
    settings = load_settings(
        environment="production",
        base_url="https://scan.example.nl",
        database_url=f"sqlite:///{tmp_path / 'production.sqlite3'}",
    )
    client = PageClient(with_a_question(create_app(settings)), HERE).http
    with client:
        assert client.get("/wie").json() == {"name": None}
        assert client.get("/beheer").status_code == 403


def test_only_who_manages_scans_finds_them_in_the_navigation(empty_app: FastAPI) -> None:
    assert "/samenwerkingen" in PageClient(empty_app, HERE).get("/").one("header").links()
    assert "/samenwerkingen" not in PageClient(empty_app).get("/").one("header").links()
