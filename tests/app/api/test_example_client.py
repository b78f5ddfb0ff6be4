"""The example client in the docs really does what it says, against a service that really runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from fastapi import FastAPI

from tests.app.api.conftest import TODAY, program_of
from tests.support.server import serve

ROOT = Path(__file__).parents[3]
CLIENT = ROOT / "docs" / "examples" / "client.py"


def run(address: str, token: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(CLIENT), address, token]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120)


def test_it_sets_up_fills_in_closes_and_reads(examples: FastAPI) -> None:
    program = program_of(examples, "GM0321", TODAY)
    with serve(examples) as address:
        ended = run(address, program.token)
    assert ended.returncode == 0, ended.stderr
    assert "beleid: 1 keer verstuurd. Dank voor uw antwoorden" in ended.stdout
    assert "Plek op de lijn van 1 tot en met 7: " in ended.stdout
    assert "\n1. R" in ended.stdout
    assert "Grafieken: plek, " in ended.stdout
    (scan,) = program.get("/scans")["scans"]
    assert scan["status"] == "gesloten"
    assert program.get(f"/scans/{scan['id']}/uitslag")["ambition"] == 6


def test_it_says_what_is_wrong_as_a_person_can_read_it(examples: FastAPI) -> None:
    with serve(examples) as address:
        ended = run(address, "vst_geraden")
    assert ended.returncode == 1
    assert "Hiervoor is een geldig token nodig." in ended.stderr
    assert "Traceback" not in ended.stderr
