"""How a request with a body is read: JSON in UTF-8, and nothing that can be read in two ways."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from app.api.problems import InputProblem, InvalidInputError

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from fastapi import Request, Response

MEDIA_TYPE = "application/json"


class JsonRoute(APIRoute):
    """A route that looks at the body before anything else happens, so that a wrong one is always answered the same."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the handler, after a look at the body where the route has one."""
        handler = super().get_route_handler()
        if self.body_field is None:
            return handler

        async def look_first(request: Request) -> Response:
            if request.headers.get("content-type", "").partition(";")[0].strip().lower() != MEDIA_TYPE:
                raise HTTPException(415)
            check_json(await request.body())
            return await handler(request)

        return look_first


def check_json(body: bytes) -> None:
    """Raise `InvalidInputError` for a body that is not JSON in UTF-8, or that says something twice."""
    try:
        json.loads(body.decode("utf-8"), object_pairs_hook=_object, parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise _refused("Dit is geen tekst in UTF-8.") from error
    except json.JSONDecodeError as error:
        raise _refused(f"Dit is geen geldige JSON (regel {error.lineno}, teken {error.colno}).") from error
    except RecursionError as error:
        raise _refused("Dit is te diep genest om te lezen.") from error
    except ValueError as error:  # a number of thousands of digits
        raise _refused("Er staat een getal in dat niet te lezen is.") from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _refused("In een object staat een naam meer dan één keer.")
    return found


def _refuse_constant(name: str) -> float:
    raise _refused(f"{name} is geen getal dat hier mag staan.")


def _refused(detail: str) -> InvalidInputError:
    return InvalidInputError([InputProblem(detail=detail, pointer="#")])
