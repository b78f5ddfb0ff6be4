"""Asking a provider something: over a safe connection, within a time and a size, and never sent on to elsewhere."""

from __future__ import annotations

import functools
import json
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import httpx

from app.accounts.openid.errors import AWAY, UNTRUSTED, OpenIdError
from app.config import is_loopback

if TYPE_CHECKING:
    import ssl

LARGEST = 1_000_000  # bytes
STEP_SECONDS = 5.0
ALL_SECONDS = 10.0  # a provider that sends a little at a time does not keep us either
HEADERS = {"Accept": "application/json", "Accept-Encoding": "identity"}  # unpacked, so that the size is the size


def get(url: str, access_token: str | None = None) -> dict[str, Any]:
    """Return the JSON object at an address. Raises `OpenIdError`."""
    headers = HEADERS | ({"Authorization": f"Bearer {access_token}"} if access_token else {})
    status, answer = fetch(httpx.Request("GET", url, headers=headers))
    if status != 200:
        raise OpenIdError(AWAY, f"the provider answered with status {status}")
    return answer


def post(url: str, form: dict[str, str], auth: httpx.BasicAuth) -> tuple[int, dict[str, Any]]:
    """Send a form and return the status and the JSON object in the answer, good or bad. Raises `OpenIdError`."""
    return fetch(httpx.Request("POST", url, data=form, headers=HEADERS), auth)


def fetch(request: httpx.Request, auth: httpx.BasicAuth | None = None) -> tuple[int, dict[str, Any]]:
    """Send a request once, follow nothing, and return the status and the JSON object in the answer."""
    try:
        with httpx.Client(verify=trusted(), timeout=STEP_SECONDS, follow_redirects=False) as http:
            status, body = read(http, request, auth)
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        raise OpenIdError(AWAY, f"the provider cannot be reached: {type(error).__name__}") from None  # says too much
    if status >= 500 or 300 <= status < 400:
        raise OpenIdError(AWAY, f"the provider answered with status {status}")
    return status, parse(body)


@functools.cache
def trusted() -> ssl.SSLContext:
    """Return which certificates are trusted; reading them takes long enough to do it once."""
    return httpx.create_ssl_context()


def read(http: httpx.Client, request: httpx.Request, auth: httpx.BasicAuth | None) -> tuple[int, bytes]:
    """Return the status and the body, as long as that is not too large and does not take too long."""
    deadline = time.monotonic() + ALL_SECONDS
    response = http.send(request, auth=auth, stream=True)
    try:
        if response.headers.get("Content-Encoding", "identity") != "identity":
            raise OpenIdError(AWAY, "the provider packs its answer although that was not asked")
        body = bytearray()
        for part in response.iter_raw():
            body += part
            if len(body) > LARGEST:
                raise OpenIdError(AWAY, "the answer of the provider is too large")
            if time.monotonic() > deadline:
                raise OpenIdError(AWAY, "the answer of the provider takes too long")
        return response.status_code, bytes(body)
    finally:
        response.close()


def parse(body: bytes) -> dict[str, Any]:
    """Return the JSON object in an answer."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise OpenIdError(AWAY, "the provider answered with something that is no JSON object")
    return found


def safe_address(url: object, *, within: str) -> str:
    """Return an address when it is https, or when it and the issuer are both on this machine. Raises `OpenIdError`."""
    if isinstance(url, str) and is_safe(url, loopback_is_enough=on_loopback(within)):
        return url
    raise OpenIdError(UNTRUSTED, "the provider has an address that is missing or not https")


def is_safe(url: str, *, loopback_is_enough: bool) -> bool:
    """Whether nobody on the way can read or change what goes to an address."""
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname, parts.port
    except ValueError:
        return False
    if not host or parts.username is not None or parts.fragment:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and loopback_is_enough and is_loopback(host))


def on_loopback(url: str) -> bool:
    """Whether an address is on this machine."""
    try:
        return is_loopback(urlsplit(url).hostname or "")
    except ValueError:
        return False
