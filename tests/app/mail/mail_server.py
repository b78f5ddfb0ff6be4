"""A mail server that a test starts: it takes mail, or behaves badly as real ones do."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


@dataclass
class MailServer:
    """What it was handed; `refuses` are addresses that it does not know, `slow` are seconds before it answers."""

    port: int = 0
    taken: list[EmailMessage] = field(default_factory=list)
    envelopes: list[Envelope] = field(default_factory=list)
    logged_in: list[str] = field(default_factory=list)
    refuses: set[str] = field(default_factory=set)
    slow: float = 0.0
    hangs_up: bool = False
    goes_after_taking: bool = False
    waits: bool = False
    _asked: threading.Event = field(default_factory=threading.Event)
    _came: threading.Event = field(default_factory=threading.Event)
    _may_go_on: threading.Event = field(default_factory=threading.Event)

    def comes(self, seconds: float) -> bool:
        """Whether a message comes within this time."""
        return self._came.wait(seconds)

    def is_asked(self, seconds: float) -> bool:
        """Whether somebody begins to hand over a message within this time."""
        return self._asked.wait(seconds)

    def goes_on(self) -> None:
        """Answer who was kept waiting."""
        self._may_go_on.set()

    async def handle_RCPT(  # noqa: N802 - the name that aiosmtpd looks for
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self.hangs_up:
            server.transport.close()
        self._asked.set()
        while self.waits and not self._may_go_on.is_set():
            await asyncio.sleep(0.01)
        await asyncio.sleep(self.slow)
        if address in self.refuses:
            return f"550 {address} is unknown here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        content = envelope.content
        assert isinstance(content, bytes)
        self.taken.append(message_from_bytes(content, policy=default))  # type: ignore[arg-type]
        self.envelopes.append(envelope)
        self._came.set()
        return "250 taken"

    async def handle_QUIT(self, server: SMTP, _session: Session, _envelope: Envelope) -> str:  # noqa: N802
        if self.goes_after_taking:
            server.transport.close()
        return "221 bye"

    def log_in(self, _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any) -> AuthResult:
        assert isinstance(data, LoginPassword)
        self.logged_in.append(data.login.decode())
        return AuthResult(success=data.password == b"geheim")


@contextmanager
def mail_server(
    *, tls: ssl.SSLContext | None = None, only_tls: bool = False, asks_login: bool = False, **about: Any
) -> Iterator[MailServer]:
    """Start a mail server on a free port of this machine; `tls` is for STARTTLS, or with `only_tls` for all."""
    server = MailServer(**about)
    more: dict[str, Any] = {"enable_SMTPUTF8": True}
    if tls:
        more |= {"ssl_context": tls} if only_tls else {"tls_context": tls, "require_starttls": True}
    if asks_login:
        more |= {"authenticator": server.log_in, "auth_required": True}
    controller = Controller(server, hostname="127.0.0.1", port=_free_port(), **more)
    controller.start()
    server.port = controller.port
    try:
        yield server
    finally:
        controller.stop()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def certificate(folder: Path, name: str = "localhost") -> tuple[ssl.SSLContext, Path]:
    """Make a certificate for a name; returns what a server needs of it, and the file that a client may trust."""
    key = ec.generate_private_key(ec.SECP256R1())
    who, now = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]), datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    trusted, secret = folder / "certificate.pem", folder / "key.pem"
    trusted.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(trusted, secret)
    return context, trusted
