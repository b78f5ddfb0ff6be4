"""A program that talks to the API, and what it usually says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI
from httpx2 import Response
from starlette.testclient import TestClient

from questionnaires import load_current

WINDOWS = ("inwoner", "professional", "organisatie", "beleid")
ROLES = {"inwoner": "zelf", "professional": "sociaal_team", "organisatie": "teammanager", "beleid": "beleidsadviseur"}
COLLABORATION: dict[str, Any] = {
    "gemeente": "GM0321",
    "naam": "Op koers",
    "doelgroep": "Inwoners met vragen over werk, inkomen en zorg",
    "partners": "Sociaal team, sociale dienst en welzijn",
}
ONE_POLICY_MAKER: Mapping[str, int] = {"beleid": 1}
ENOUGH: Mapping[str, int] = {"inwoner": 5, "professional": 5, "organisatie": 1, "beleid": 1}
CONTACT = {"contact": "Sanne de Wit, cliëntondersteuner, 030 123 45 67"}


class Program:
    """Speaks JSON and checks what holds for every answer of the API."""

    def __init__(self, app: FastAPI, token: str | None = None) -> None:
        self.token = token or ""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        client = ("127.0.0.1", 50000)
        self.http = TestClient(app, "http://127.0.0.1", raise_server_exceptions=False, client=client, headers=headers)

    def ask(self, method: str, path: str, status: int = 200, **request: Any) -> Response:
        """Send a request; fails unless the answer has this status and the form that every answer has."""
        response = self.http.request(method, f"/v1{path}", **request)
        assert response.status_code == status, f"{method} {path}: {response.status_code} {response.text}"
        assert response.headers["API-Version"] == "1.0.0"
        if status >= 400:
            assert response.headers["Content-Type"] == "application/problem+json"
            assert response.headers["Cache-Control"] == "no-store"
            assert response.json()["status"] == status
            assert response.json()["title"]
            assert response.json()["detail"]
        return response

    def get(self, path: str, status: int = 200, **query: Any) -> Any:
        """Read something."""
        return self.ask("GET", path, status, params=query).json()

    def post(self, path: str, sent: Any, status: int = 201) -> Any:
        """Make something."""
        return self.ask("POST", path, status, json=sent).json()

    def patch(self, path: str, sent: Any, status: int = 200) -> Any:
        """Change something."""
        return self.ask("PATCH", path, status, json=sent).json()

    def put(self, path: str, sent: Any, status: int = 200) -> Any:
        """Set something."""
        return self.ask("PUT", path, status, json=sent).json()

    def delete(self, path: str, status: int = 204) -> Response:
        """Delete something."""
        return self.ask("DELETE", path, status)

    def collaboration(self, **about: Any) -> Any:
        """Make a collaboration."""
        return self.post("/samenwerkingen", COLLABORATION | about)

    def scan(self, collaboration: int | None = None, windows: Any = None, **about: Any) -> Any:
        """Make a scan with four windows; `windows` says what is special about some of them."""
        wanted = {window: CONTACT | (windows or {}).get(window, {}) for window in WINDOWS}
        number = self.collaboration()["id"] if collaboration is None else collaboration
        scan = {"samenwerking": number, "naam": "Nulmeting", "doel": "nulmeting", "periode": "voorjaar 2026"}
        return self.post("/scans", scan | {"vensters": wanted} | about)

    def questionnaire(self, window: str) -> Any:
        """Read the questionnaire of a window."""
        return self.get(f"/vragenlijsten/{load_current().id}/vensters/{window}")

    def filled_in(self, scan: Any, window: str, place: int = -2, **about: Any) -> dict[str, Any]:
        """A questionnaire with an answer to every question: the option at this place."""
        questions = [asked for part in self.questionnaire(window)["dimensies"] for asked in part["vragen"]]
        answers = {asked["id"]: asked["opties"][place]["waarde"] for asked in questions}
        return {"code": code(scan, window), "rol": ROLES[window], "bevestigd": True, "antwoorden": answers} | about

    def send(self, scan: Any, window: str, times: int = 1, **about: Any) -> None:
        """Send that questionnaire some times."""
        sent = self.filled_in(scan, window, **about)
        for _ in range(times):
            self.post("/invullingen", sent)

    def closed_scan(self, sent: Mapping[str, int] = ONE_POLICY_MAKER, collaboration: int | None = None) -> Any:
        """Make a scan, of a new collaboration unless one is given, let some people fill it in, and close it."""
        scan = self.scan(collaboration)
        for window, times in sent.items():
            self.send(scan, window, times)
        return self.post(f"/scans/{scan['id']}/sluiting", {"definitief": True}, 200)


def code(scan: Any, window: str) -> str:
    """Return the code of a window."""
    return str(next(one["code"] for one in scan["vensters"] if one["venster"] == window))


def places(problem: Any) -> list[str]:
    """Return where the problems of the input are."""
    return [error.get("pointer") or error["parameter"] for error in problem["errors"]]
