"""The API as an application of its own, to be mounted below `/v1`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.responses import JSONResponse
from pydantic.alias_generators import to_camel

from app.api import (
    beside,
    closing,
    collaborations,
    course,
    groups,
    municipalities,
    questionnaires,
    responses,
    results,
    scans,
)
from app.api.openapi import DESCRIPTION, LICENCE, PREFIX, TAGS, finished
from app.api.problems import answer_with_problems
from app.api.version import VERSION, VersionHeader

if TYPE_CHECKING:
    from typing import Any

    from fastapi.routing import APIRoute
    from starlette.datastructures import State
    from starlette.types import ASGIApp

TITLE = "Vensterscan"
ROOMS = (municipalities, collaborations, scans, closing, questionnaires, responses, results, course, beside, groups)


class Api(FastAPI):
    """The API: its description is finished before it is given, and every answer says the version."""

    def build_middleware_stack(self) -> ASGIApp:
        """Wrap the whole, so that the version is also on answers made outside all other middleware."""
        return VersionHeader(super().build_middleware_stack())

    def openapi(self) -> dict[str, Any]:
        """Return the description of the API, as it is published."""
        if self.openapi_schema is None:
            self.openapi_schema = finished(super().openapi())
        return self.openapi_schema


def make_api(state: State) -> FastAPI:
    """Make the API; it shares the state of the application in which it is mounted."""
    api = Api(
        title=TITLE,
        version=VERSION,
        description=DESCRIPTION,
        license_info=LICENCE,
        openapi_tags=TAGS,
        servers=[{"url": PREFIX}],
        openapi_url=None,
        redirect_slashes=False,
        generate_unique_id_function=_operation_id,
        routes=_rooms().routes,
    )
    api.state = state
    answer_with_problems(api)
    api.get("/openapi.json", include_in_schema=False)(get_description)
    return api


@cache
def _rooms() -> APIRouter:
    """Return the operations of every room; working out what each of them asks for is done once in a process."""
    rooms = APIRouter(generate_unique_id_function=_operation_id)
    for room in ROOMS:
        rooms.include_router(room.router)
    return rooms


def get_description(request: Request) -> Response:
    """The description of the API, for any program and any website."""
    return JSONResponse(
        request.app.openapi(),
        headers={
            "Access-Control-Allow-Origin": "*",
            "Cross-Origin-Resource-Policy": "cross-origin",
            "Cache-Control": "public, max-age=3600",
        },
    )


def _operation_id(route: APIRoute) -> str:
    return to_camel(route.name)
