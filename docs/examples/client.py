"""A whole scan through the API of Vensterscan: set up, fill in, close, read.

    python docs/examples/client.py http://127.0.0.1:8000 vst_...

The token comes from `vensterscan token "naam van uw programma"`. Only `httpx` is needed. The scan that this makes is a
real one, in the municipality that is named below: try it on an installation of your own.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import Any

import httpx

MUNICIPALITY = "Houten"
RESPONDENTS = {"inwoner": 5, "professional": 5, "organisatie": 2, "beleid": 1}
"""How many answer in each window: at least as many as its minimum."""
CONTACTS = {
    "inwoner": "Sanne de Wit, cliëntondersteuner bij Stichting Naast U",
    "professional": "Karim Aydin, projectleider",
    "organisatie": "Karim Aydin, projectleider",
    "beleid": "Karim Aydin, projectleider",
}


class Vensterscan:
    """The API. Every method is one request; an error says what the service said about it."""

    def __init__(self, address: str, token: str) -> None:
        headers = {"Authorization": f"Bearer {token}"}
        self._http = httpx.Client(base_url=f"{address}/v1", headers=headers, timeout=30)

    def ask(self, method: str, path: str, sent: Any = None, **query: str) -> Any:
        """Send a request and return what came back."""
        response = self._http.request(method, path, json=sent, params=query)
        if response.is_error:
            raise SystemExit(in_words(response.json()))
        return response.json()

    def municipality(self, name: str) -> str:
        """Find the code of a municipality."""
        found = self.ask("GET", "/gemeenten", naam=name)["gemeenten"]
        return str(next(one["code"] for one in found if one["naam"] == name))

    def set_up(self, municipality: str) -> Any:
        """Make a collaboration, and a scan of it with four windows."""
        moment = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S}"
        collaboration = {
            "gemeente": municipality,
            "naam": f"Proef met de API, {moment}",
            "doelgroep": "Inwoners met vragen over werk, inkomen en zorg",
            "partners": "Sociaal team, sociale dienst en welzijn",
        }
        scan = {
            "samenwerking": self.ask("POST", "/samenwerkingen", collaboration)["id"],
            "naam": "Nulmeting",
            "doel": "nulmeting",
            "periode": "voorjaar 2027",
            "vensters": {window: {"contact": contact} for window, contact in CONTACTS.items()},
        }
        return self.ask("POST", "/scans", scan)

    def fill_in(self, code: str, place: int) -> str:
        """Fill in the questionnaire that a code opens, as a respondent would; return the words of thanks.

        A real program shows what it reads here: who sees what, the question about the role, every question with its
        options, and what has to be confirmed. This one chooses the option at `place` each time.
        """
        invitation = self.ask("POST", "/uitnodigingen", {"code": code})
        window = self.ask("GET", f"/vragenlijsten/{invitation['editie']}/vensters/{invitation['venster']}")
        questions = [question for part in window["dimensies"] for question in part["vragen"]]
        answers = {question["id"]: option_at(question, place) for question in questions}
        sent = {
            "code": code,
            "rol": window["rollen"][0]["id"],
            "bevestigd": bool(invitation["bevestiging"]),
            "antwoorden": answers,
        }
        return str(self.ask("POST", "/invullingen", sent)["titel"])

    def close(self, scan: str) -> Any:
        """Look at what closing means, close for good, and return the result."""
        for window in self.ask("GET", f"/scans/{scan}/sluiting")["vensters"]:
            if window["nogNodig"]:
                raise SystemExit(f"Venster {window['venster']} heeft er nog {window['nogNodig']} nodig.")
        self.ask("POST", f"/scans/{scan}/sluiting", {"definitief": True})
        return self.ask("GET", f"/scans/{scan}/uitslag")

    def aim(self, scan: str, model: int) -> Any:
        """Choose the ambition, and return the result with the advice that goes with it."""
        chosen = {"model": model, "reden": "Eén plan per inwoner is voor deze doelgroep nodig."}
        self.ask("PUT", f"/scans/{scan}/ambitie", chosen)
        return self.ask("GET", f"/scans/{scan}/uitslag")


def option_at(question: Any, place: int) -> float:
    """Return the value of an option: respondents differ a little, as people do."""
    options = question["opties"]
    return float(options[min(place, len(options) - 1)]["waarde"])


def in_words(problem: Any) -> str:
    """Return an error as a person can read it."""
    lines = [f"{problem['title']}. {problem['detail']}"]
    lines += [
        f"- {error.get('pointer') or error['parameter']}: {error['detail']}" for error in problem.get("errors", ())
    ]
    return "\n".join(lines)


def main(address: str, token: str) -> None:
    """Do all of it and say what came out."""
    service = Vensterscan(address, token)
    scan = service.set_up(service.municipality(MUNICIPALITY))
    print(f"Scan {scan['id']} staat open.")
    for window in scan["vensters"]:
        respondents = RESPONDENTS[window["venster"]]
        for place in range(respondents):
            thanks = service.fill_in(window["code"], 1 + place % 3)
        print(f"{window['venster']}: {respondents} keer verstuurd. {thanks}")
    position = service.close(scan["id"])["continuum"]["position"]
    print(f"Plek op de lijn van 1 tot en met 7: {position:.1f}".replace(".", ","))
    result = service.aim(scan["id"], 6)
    for advice in [one for one in result["advice"] if one["shown"]]:
        print(f"{advice['rank']}. {advice['id']}: {advice['because']}")
    charts = service.ask("GET", f"/scans/{scan['id']}/grafieken")["grafieken"]
    print(f"Grafieken: {', '.join(chart['id'] for chart in charts)}.")


if __name__ == "__main__":
    if len(sys.argv) != len(("client.py", "address", "token")):
        raise SystemExit(__doc__)
    main(sys.argv[1], sys.argv[2])
