"""What the server may write about a visit: what was asked and how it ended, never by whom or with which code.

A line of our own (`app/web/observed.py`) has the address as a route knows it, with only the values of `SHOWN` filled
in. The access log of the server is off; where somebody starts the server in another way, `WithoutVisitors` sees to it.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import Scope

ACCESS_LOG = "uvicorn.access"
NOBODY, LEFT_OUT = "-", "[code]"
ACCESS_FIELDS = 5
"""Address, method, path, version and status: what uvicorn logs of a visit."""

SECRET_PREFIXES = ("m", "v", "u", "uitnodiging", "welkom", "inloggen", "wachtwoord", "invullen", "overtypen", "typen")
"""First parts of addresses of which the rest opens something, or says to which question somebody gave an answer."""
OF_RESPONDENTS = ("/invullen/", "/typen/")
"""Behind these is where somebody answers, or types what others answered on paper: which question at which moment is in
no log and no metric, and neither is what came on paper."""
SHOWN = frozenset({"scan_id", "collaboration_id", "window", "version", "ending", "chart", "kind"})
"""Parts of an address whose value may be logged. Another stays a name between braces: a new route is safe by itself."""
UNKNOWN = "/…"
"""Stands for the part of an address that is not told."""
ANSWERING = f"/invullen{UNKNOWN}"
"""All that somebody does who answers has this one form, in the log and in the metrics; so has typing over."""

_HARMLESS = re.compile(r"[A-Za-z0-9_-]{1,100}")
_FIRST_PART = re.compile(r"/[a-z-]{1,30}(?=/|$)")
_CODE = "(?:[CDFGHJKMNPQRTVWXY34679]{4}-?){2,5}[CDFGHJKMNPQRTVWXY34679]{4}"
_SECRET = "|".join(SECRET_PREFIXES)
_WITH_CODE = re.compile(rf"(/+(?:{_SECRET})/).*|(/+){_CODE}(?=/|$)", re.IGNORECASE | re.DOTALL)


class WithoutVisitors(logging.Filter):
    """Take the address, the query and every code out of a line of the access log.

    A line that does not have the form that we know is not written at all.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether the line may be written, after taking out what may not."""
        if not isinstance(record.args, tuple) or len(record.args) != ACCESS_FIELDS:
            return False
        _, method, path, version, status = record.args
        record.args = (NOBODY, method, without_codes(str(path)), version, status)
        return True


def without_codes(path: str) -> str:
    """Return an address as it may be logged: without its query and without any code.

    >>> without_codes("/m/CDFG-HJKM-NPQR?x=1"), without_codes("/meedoen?via=link"), without_codes("/cdfghjkmnpqr")
    ('/m/[code]', '/meedoen', '/[code]')
    """
    return _WITH_CODE.sub(rf"\1\2{LEFT_OUT}", path.partition("?")[0])


def route_of(scope: Scope) -> str | None:
    """Return the form of an address, such as `/scans/{scan_id}`, once a route was found for it; None before.

    All that somebody does who answers has one form: with who was seen at which moment, more would tell too much.
    """
    route = scope.get("route")
    included = scope.get("fastapi", {}).get("effective_route_context")  # knows with which prefixes it was included
    if getattr(included, "original_route", None) is route:
        route = included
    template = getattr(route, "path_format", None)
    if not isinstance(template, str):
        return None
    template = scope.get("root_path", "") + template
    return ANSWERING if template.startswith(OF_RESPONDENTS) else template


def path_for_log(scope: Scope) -> str:
    """Return the address of a request as it may be logged; of one that nothing was found for only a plain beginning."""
    template = route_of(scope)
    if template is None:
        found = _FIRST_PART.match(without_codes(scope["path"]))
        return (found[0] if found else "") + UNKNOWN
    if template is ANSWERING:
        return ANSWERING
    for name, value in scope.get("path_params", {}).items():
        if name in SHOWN and _HARMLESS.fullmatch(str(value)):
            template = template.replace(f"{{{name}}}", str(value))
    return without_codes(template)


def keep_visitors_out_of_logs() -> None:
    """Let the access log of the server, however that was started, know nobody and no code."""
    log = logging.getLogger(ACCESS_LOG)
    if not any(isinstance(one, WithoutVisitors) for one in log.filters):
        log.addFilter(WithoutVisitors())
