"""The description of the API: its words, and what holds for every operation written in one place.

FastAPI describes what it knows of each route. Here comes what follows from it: which errors can occur, how they look,
and the version header. The words in it are Dutch; docstrings, which are for who reads the code, are left out.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import models_json_schema

from app.api.dependencies import SCHEME
from app.api.problems import MEDIA_TYPE, WORDS, InputProblem, Problem
from app.api.version import HEADER, VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    Json = dict[str, Any]

PREFIX = "/v1"
METHODS = ("get", "post", "put", "patch", "delete")
UNSAFE = {"post", "put", "patch", "delete"}
FROM_FASTAPI = ("HTTPValidationError", "ValidationError")
UNPROCESSABLE = "422"

# The organisation that publishes the software changes these, as it does in publiccode.yml; example is a reserved name.
CONTACT = {"name": "Vensterscan", "url": "https://vensterscan.example", "email": "api@vensterscan.example"}
LICENCE = {"name": "EUPL-1.2", "identifier": "EUPL-1.2"}

DESCRIPTION = """\
De Vensterscan voor programma’s: een scan opzetten, vragenlijsten tonen en versturen, de scan sluiten, de uitslag lezen.

* **Toegang.** Wie iets beheert, stuurt een token mee: `Authorization: Bearer …`. De beheerder van de dienst maakt het
  met `vensterscan token`. Een token geldt voor één gemeente of voor alle. Wat van een ander is, ziet u niet: 404.
* **Fouten** zijn altijd `application/problem+json` (RFC 9457). Bij status 400 noemt `errors` alles wat er niet klopt,
  met de plek. Bij een fout is er niets veranderd.
* **Namen** zijn Nederlands en in camelCase. Alleen de uitslag houdt de namen van het uitwisselformaat, dat ook in
  bestanden wordt gebruikt. Datums zijn `jjjj-mm-dd`.
* **Anoniem.** Wie een vragenlijst verstuurt, krijgt niets terug dat naar de antwoorden leidt: geen nummer, geen datum.
* **Versies.** De header `API-Version` noemt de volledige versie. Het eerste cijfer staat in het adres en verandert
  alleen als een programma anders zou breken. Velden kunnen erbij komen: sla over wat u niet kent.
"""

TAGS = [
    {"name": "Gemeenten", "description": "Alle gemeenten van Nederland."},
    {"name": "Samenwerkingen", "description": "Wat er wordt gemeten: een samenwerking voor een doelgroep."},
    {"name": "Scans", "description": "Eén meting van een samenwerking, met vier vensters."},
    {"name": "Vragenlijsten", "description": "Alles om een vragenlijst te tonen."},
    {"name": "Invullingen", "description": "Een vragenlijst versturen."},
    {"name": "Uitslagen", "description": "Wat er uit een gesloten scan kwam."},
    {"name": "Groepen", "description": "Groepen van gemeenten en hun cijfers, vanaf acht gemeenten."},
]


def finished(document: Json) -> Json:
    """Return the description that FastAPI made, with what holds everywhere; it is changed in place."""
    components = document.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    for name in FROM_FASTAPI:
        schemas.pop(name, None)
    _, problems = models_json_schema([(Problem, "serialization"), (InputProblem, "serialization")], ref_template=_REF)
    schemas.update(problems["$defs"])
    for schema in schemas.values():
        schema.pop("description", None)
        _without_titles(schema)
    document["info"]["contact"] = CONTACT
    components["headers"] = {
        HEADER: {"description": "De volledige versie van de API.", "schema": {"type": "string", "example": VERSION}},
        "Retry-After": {"description": "Na hoeveel seconden het weer kan.", "schema": {"type": "integer"}},
        "WWW-Authenticate": {"description": "Hoe u zich bekend maakt.", "schema": {"type": "string"}},
    }
    components["responses"] = {_name(status): _problem_response(status) for status in WORDS}
    for path, operations in document["paths"].items():
        for method in METHODS:
            if method in operations:
                _finish(operations[method], method, path)
    return document


_REF = "#/components/schemas/{model}"


def _without_titles(schema: Any) -> None:
    """Leave out the titles that are only the names again."""
    if isinstance(schema, dict):
        if isinstance(schema.get("title"), str):
            del schema["title"]
        schema = list(schema.values())
    for part in schema if isinstance(schema, list) else ():
        _without_titles(part)


def _finish(operation: Json, method: str, path: str) -> None:
    responses = operation["responses"]
    responses.pop(UNPROCESSABLE, None)
    for status in {*_errors(operation, method, path), *(int(code) for code in responses if int(code) >= 400)}:
        responses[str(status)] = {"$ref": f"#/components/responses/{_name(status)}"}
    for status, response in responses.items():
        if int(status) < 400:
            response.setdefault("headers", {})[HEADER] = _header(HEADER)
            response["description"] = HTTPStatus(int(status)).phrase if status != "200" else "Gelukt"
    operation["responses"] = dict(sorted(responses.items()))


def _errors(operation: Json, method: str, path: str) -> Iterator[int]:
    """Give the errors that follow from what an operation asks."""
    places = {parameter["in"] for parameter in operation.get("parameters", ())}
    if "requestBody" in operation:
        yield from (400, 413, 415)
    if "query" in places:
        yield 400
    if "{" in path:
        yield 404
    if any(SCHEME in way for way in operation.get("security", ())):
        yield 401
    if method in UNSAFE:
        yield 403
    yield 500


def _problem_response(status: int) -> Json:
    title, _ = WORDS[status]
    headers = {HEADER: _header(HEADER)}
    if status == 401:
        headers["WWW-Authenticate"] = _header("WWW-Authenticate")
    if status == 429:
        headers["Retry-After"] = _header("Retry-After")
    return {
        "description": title,
        "headers": headers,
        "content": {MEDIA_TYPE: {"schema": {"$ref": _REF.format(model="Problem")}}},
    }


def _header(name: str) -> Json:
    return {"$ref": f"#/components/headers/{name}"}


def _name(status: int) -> str:
    """Return the name of the answer for a status, such as `NotFound`."""
    return HTTPStatus(status).phrase.replace(" ", "").replace("-", "")
