"""Errors as pages: what went wrong and what can be done, in Dutch, with the right status. Never a stack trace."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from app.web.language import marked
from app.web.observed import request_id
from app.web.page import Link, Page
from app.web.rendering import render

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.web.language import Speech

HOME = Link(marked("Naar de startpagina"), "/")


@dataclass(frozen=True, kw_only=True)
class ErrorPage(Page):
    """What went wrong, what can be done about it, and where that is done.

    `reference` is the number by which who runs the service finds a fault of ours in the log.
    """

    explanation: str
    advice: str
    way: Link = HOME
    reference: str = ""

    def said_in(self, speech: Speech) -> ErrorPage:
        """The same page for somebody who answers, in their language."""
        say = speech.words.say
        return replace(
            self,
            title=say(self.title),
            explanation=say(self.explanation),
            advice=say(self.advice),
            way=Link(say(self.way.label), self.way.href),
            respondent=True,
            speech=speech,
        )


PAGES = {
    400: ErrorPage(
        title=marked("Dit verzoek begrijpen wij niet"),
        explanation=marked("De gegevens kwamen niet goed aan. Er is niets veranderd."),
        advice=marked("Ga terug en probeer het opnieuw."),
    ),
    403: ErrorPage(
        title=marked("Dat mag hier niet"),
        explanation=marked("Dit verzoek kwam van een andere plek dan deze website. Er is niets veranderd."),
        advice=marked("Open de pagina opnieuw op deze website en probeer het daar."),
    ),
    404: ErrorPage(
        title=marked("Deze pagina bestaat niet"),
        explanation=marked("Het adres klopt niet, of de pagina is er niet meer."),
        advice=marked("Kijk of het adres goed is overgenomen, of begin bij de startpagina."),
    ),
    405: ErrorPage(
        title=marked("Dat kan op dit adres niet"),
        explanation=marked("Dit adres kent deze handeling niet. Er is niets veranderd."),
        advice=marked("Ga terug naar de vorige pagina en gebruik de knoppen op die pagina."),
    ),
    409: ErrorPage(
        title=marked("Dit kan nu niet meer"),
        explanation=marked("Er is intussen iets veranderd waardoor dit niet meer kan. Er is niets opgeslagen."),
        advice=marked("Open de pagina opnieuw om te zien hoe het nu is."),
    ),
    413: ErrorPage(
        title=marked("Dit is te groot om te versturen"),
        explanation=marked("U stuurde meer dan de dienst kan aannemen. Er is niets veranderd."),
        advice=marked("Maak de tekst of het bestand kleiner en probeer het opnieuw."),
    ),
    422: ErrorPage(
        title=marked("Er klopt iets niet in wat u invulde"),
        explanation=marked("Een of meer gegevens passen hier niet. Er is niets veranderd."),
        advice=marked("Ga terug, kijk uw gegevens na en probeer het opnieuw."),
    ),
    429: ErrorPage(
        title=marked("Even wachten"),
        explanation=marked("Er kwamen te veel verzoeken kort na elkaar. Er is niets veranderd."),
        advice=marked("Wacht een paar minuten en probeer het dan opnieuw."),
    ),
    500: ErrorPage(
        title=marked("Er ging bij ons iets mis"),
        explanation=marked("Dat ligt niet aan u. Wat al was opgeslagen, is er nog."),
        advice=marked(
            "Probeer het over een paar minuten opnieuw. Blijft het misgaan, geef de beheerder dan het meldingsnummer."
        ),
    ),
}


class Refusal(Exception):  # noqa: N818 - what is raised is a refusal: nothing is broken
    """Something that is refused for a reason that the asker can understand; nothing has changed.

    A service raises it; it becomes a page in Dutch with this status, and below `/v1` a problem document. `way` leads
    on from that page; `respondent` makes it a page for somebody who answers.
    """

    def __init__(  # noqa: PLR0913 - everything that a refusal can say, each by its name
        self,
        status: int,
        *,
        title: str,
        explanation: str,
        advice: str,
        way: Link = HOME,
        respondent: bool = False,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(title)
        self.status = status
        self.page = ErrorPage(title=title, explanation=explanation, advice=advice, way=way, respondent=respondent)
        self.headers = headers


def refusal(status: int) -> Refusal:
    """Return the refusal in the words that go with a status."""
    page = PAGES[status]
    return Refusal(status, title=page.title, explanation=page.explanation, advice=page.advice)


def not_found() -> Refusal:
    """Return the refusal of what does not exist, or is not theirs: from outside these look the same."""
    return refusal(404)


def error_page(request: Request, status: int, headers: Mapping[str, str] | None = None) -> Response:
    """Return the page for a status; a status without a page of its own has that of its kind."""
    return _answer(request, PAGES.get(status) or PAGES[400 if status < 500 else 500], status, headers)


def _answer(request: Request, page: ErrorPage, status: int, headers: Mapping[str, str] | None) -> Response:
    if not page.respondent and (speech := request.app.state.speech_of(request)):
        page = page.said_in(speech)
    if request.method != "GET":
        page = replace(page, speech=replace(page.speech, others=()))
    if status >= 500:
        page = replace(page, reference=request_id(request))
    response = render(request, "errors/error.html", page, status, fragment="message")
    response.headers["Cache-Control"] = "no-store"
    response.headers.update(headers or {})
    return response


def add_error_pages(app: FastAPI) -> None:
    """Let every error be answered with its page."""

    @app.exception_handler(HTTPException)
    def on_http_error(request: Request, error: HTTPException) -> Response:
        return error_page(request, error.status_code, error.headers)

    @app.exception_handler(Refusal)
    def on_refusal(request: Request, refused: Refusal) -> Response:
        return _answer(request, refused.page, refused.status, refused.headers)

    @app.exception_handler(RequestValidationError)
    def on_invalid_request(request: Request, error: RequestValidationError) -> Response:
        """What does not fit in the address itself is an address that does not exist."""
        in_address = any(fault["loc"][0] == "path" for fault in error.errors())
        return error_page(request, 404 if in_address else 422)

    @app.exception_handler(Exception)
    def on_fault(request: Request, _error: Exception) -> Response:
        return error_page(request, 500)
