"""A provider of our own that is honest until a test makes it lie; a real one cannot be made to."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from joserfc import jwt
from joserfc.jwk import RSAKey

from app.accounts.openid import Attempt

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
CLIENT_ID = "vensterscan"
DISCOVERY, KEYS, TOKEN, USERINFO = "/.well-known/openid-configuration", "/keys", "/token", "/userinfo"
ELSEWHERE = "/elsewhere"


@dataclass
class Answer:
    """What is answered at one address."""

    body: Any
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def sent(self) -> bytes:
        """The body as it is sent: bytes as they are, anything else as JSON."""
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


class HostileProvider:
    """What it answers, and what it was asked."""

    def __init__(self, issuer: str, key: RSAKey) -> None:
        self.issuer = issuer
        self.key = key
        self.asked: list[str] = []
        self.answers = {
            DISCOVERY: Answer(
                {
                    "issuer": issuer,
                    "authorization_endpoint": f"{issuer}/authorise",
                    "token_endpoint": issuer + TOKEN,
                    "jwks_uri": issuer + KEYS,
                    "userinfo_endpoint": issuer + USERINFO,
                }
            ),
            KEYS: Answer({"keys": [key.as_dict(private=False)]}),
            USERINFO: Answer({"sub": "1", "email": "userinfo@gemeente.example", "email_verified": True}),
            ELSEWHERE: Answer({"issuer": issuer}),
        }

    def says(self, **changes: object) -> None:
        """Change what it says about itself."""
        self.answers[DISCOVERY].body.update(changes)

    def gives(self, id_token: object) -> None:
        """Let the next code be exchanged for an ID token, whatever it is."""
        self.answers[TOKEN] = Answer({"access_token": "the-access-token", "token_type": "Bearer", "id_token": id_token})

    def id_token(self, attempt: Attempt, header: dict[str, str] | None = None, **changes: object) -> str:
        """Return a good ID token for an attempt with some claims changed; `None` leaves a claim out."""
        claims = {key: value for key, value in (self.claims(attempt) | changes).items() if value is not None}
        header = {"alg": "RS256", "kid": str(self.key.kid)} | (header or {})
        return jwt.encode(header, claims, self.key, algorithms=["RS256", "RS512", "PS256"])

    def claims(self, attempt: Attempt) -> dict[str, object]:
        """The claims of a good ID token."""
        moment = int(NOW.timestamp())
        return {
            "iss": self.issuer,
            "aud": CLIENT_ID,
            "sub": "1",
            "nonce": attempt.nonce,
            "iat": moment,
            "exp": moment + 300,
            "email": "noor@gemeente.example",
            "email_verified": True,
            "name": "Noor Inlog",
        }


@contextmanager
def run_hostile_provider(key: RSAKey) -> Iterator[HostileProvider]:
    """Run such a provider on a free port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            provider.asked.append(path)
            answer = provider.answers.get(path, Answer({}, 404))
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.sent)))
            self.end_headers()
            with suppress(ConnectionError):  # who asked may have heard enough
                self.wfile.write(answer.sent)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.do_GET()

        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        provider = HostileProvider(f"http://127.0.0.1:{server.server_port}", key)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield provider
        server.shutdown()
        thread.join()
