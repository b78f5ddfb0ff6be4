"""Errors as RFC 9457 describes them: `application/problem+json`, in Dutch, all problems of the input together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import Field
from starlette.exceptions import HTTPException

from app.api.models import Given
from app.api.validation import input_problems
from app.api.version import HEADER, VERSION
from app.web.errors import PAGES, Refusal
from app.web.observed import request_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fastapi import FastAPI, Request, Response

MEDIA_TYPE = "application/problem+json"

WORDS = {
    400: ("Dit verzoek klopt niet", "Een of meer gegevens passen niet. Er is niets veranderd."),
    401: (
        "Hiervoor is een geldig token nodig",
        "Stuur het mee in de header Authorization, met ‘Bearer’ ervoor. De beheerder van de dienst maakt een token.",
    ),
    403: (
        "Dit verzoek kwam van een andere website",
        "Een browser mag hier alleen iets veranderen vanaf deze website zelf. Er is niets veranderd.",
    ),
    404: ("Dit bestaat niet", "Op dit adres staat niets, of u mag het niet lezen of veranderen."),
    405: ("Dat kan op dit adres niet", "De header Allow noemt wat hier wel kan. Er is niets veranderd."),
    409: ("Dit kan nu niet", "Er is intussen iets veranderd waardoor dit niet kan. Er is niets opgeslagen."),
    413: ("Dit verzoek is te groot", "Een verzoek mag hoogstens 1 megabyte groot zijn. Er is niets veranderd."),
    415: ("Stuur de gegevens als JSON", "Zet in de header Content-Type: application/json. Er is niets veranderd."),
    429: (
        "Even wachten",
        "Er kwamen te veel verkeerde codes kort na elkaar. De header Retry-After zegt hoeveel seconden u wacht.",
    ),
    500: (
        "Er ging bij ons iets mis",
        "Dat ligt niet aan u. Wat al was opgeslagen, is er nog. Met het meldingsnummer vindt de beheerder de oorzaak.",
    ),
}
"""Title and explanation of each status that this API has."""

TEACHES_TO_ASK = {"WWW-Authenticate": 'Bearer realm="Vensterscan"'}


class InputProblem(Given):
    """One thing that does not fit, and where."""

    detail: str = Field(description="Wat er niet klopt.")
    pointer: str | None = Field(
        default=None, description="De plek in de gestuurde JSON, als JSON Pointer (RFC 6901), zoals `#/antwoorden/x`."
    )
    parameter: str | None = Field(default=None, description="De naam van de parameter in het adres.")


class Problem(Given):
    """What went wrong, as a program can read it."""

    type: str = Field(description="Altijd `about:blank`: de status zegt om welk soort probleem het gaat.")
    title: str = Field(description="Wat er aan de hand is.")
    status: int = Field(description="De HTTP-status.")
    detail: str = Field(description="Uitleg, en wat u kunt doen.")
    errors: list[InputProblem] | None = Field(
        default=None, description="Alles wat er niet klopt, als dat te noemen is."
    )
    meldingsnummer: str | None = Field(
        default=None, description="Alleen bij status 500: het nummer waarmee de beheerder de fout in het logboek vindt."
    )


class InvalidInputError(Exception):
    """What was sent has the right form and still cannot be; all that is wrong with it together."""

    def __init__(self, problems: Sequence[InputProblem]) -> None:
        super().__init__("; ".join(problem.detail for problem in problems))
        self.problems = tuple(problems)


def problem(
    status: int,
    *,
    words: tuple[str, str] | None = None,
    errors: Sequence[InputProblem] = (),
    headers: Mapping[str, str] | None = None,
    reference: str | None = None,
) -> Response:
    """Return the answer for a status; `words` are its title and explanation where it has better ones than usual.

    `reference` is the number by which who runs the service finds a fault of ours in the log.
    """
    title, detail = words or WORDS.get(status) or WORDS[400 if status < 500 else 500]
    told = Problem(
        type="about:blank",
        title=title,
        status=status,
        detail=detail,
        errors=list(errors) or None,
        meldingsnummer=reference,
    )
    extra = {HEADER: VERSION, "Cache-Control": "no-store", **(TEACHES_TO_ASK if status == 401 else {})}
    return JSONResponse(
        told.model_dump(by_alias=True, exclude_none=True), status, extra | dict(headers or {}), media_type=MEDIA_TYPE
    )


def answer_with_problems(api: FastAPI) -> None:
    """Let every error of the API be answered with a problem document."""

    @api.exception_handler(HTTPException)
    def on_http_error(request: Request, error: HTTPException) -> Response:
        headers = {"Allow": _allowed(api, request)} if error.status_code == 405 else error.headers
        return problem(error.status_code, headers=headers)

    @api.exception_handler(Refusal)
    def on_refusal(_request: Request, refused: Refusal) -> Response:
        """A reason of its own is told; the general words for a page are not those for a program."""
        page = refused.page
        words = None if page == PAGES.get(refused.status) else (page.title, f"{page.explanation} {page.advice}")
        return problem(refused.status, words=words, headers=refused.headers)

    @api.exception_handler(InvalidInputError)
    def on_invalid_input(_request: Request, error: InvalidInputError) -> Response:
        return problem(400, errors=error.problems)

    @api.exception_handler(RequestValidationError)
    def on_invalid_request(_request: Request, error: RequestValidationError) -> Response:
        """What does not fit in the address itself is an address that does not exist."""
        faults = error.errors()
        if any(fault["loc"][0] == "path" for fault in faults):
            return problem(404)
        return problem(400, errors=[InputProblem(**found) for found in input_problems(faults)])

    @api.exception_handler(Exception)
    def on_fault(request: Request, _error: Exception) -> Response:
        return problem(500, reference=request_id(request) or None)


def _allowed(api: FastAPI, request: Request) -> str:
    """Return all methods of an address; the router names only those of the first route that it finds there."""
    path = request.url.path.removeprefix(request.scope.get("root_path", ""))
    fits = [methods for known, methods in api.openapi()["paths"].items() if _fits(known, path)]
    return ", ".join(sorted({method.upper() for methods in fits for method in methods}))


def _fits(template: str, path: str) -> bool:
    """Whether an address has this form.

    >>> _fits("/scans/{id}/uitslag", "/scans/x/uitslag"), _fits("/scans/{id}", "/scans/x/uitslag")
    (True, False)
    """
    known, parts = template.split("/"), path.split("/")
    pairs = zip(known, parts, strict=False)
    return len(known) == len(parts) and all(part == one or one.startswith("{") for one, part in pairs)


def may_answer(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return for the description that an operation may answer with these statuses as well."""
    return {status: {} for status in statuses}
