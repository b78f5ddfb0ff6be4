"""Handing an e-mail to the mail server of the installation, over a connection that is checked."""

from __future__ import annotations

import smtplib
import ssl
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from email.message import EmailMessage

    from app.config import Settings

PATIENCE = 15.0
"""Seconds for each answer of the mail server."""


class NotTakenError(Exception):
    """The mail server did not take an e-mail; `server_works` tells whether another may fare better."""

    def __init__(self, reason: str, *, server_works: bool) -> None:
        super().__init__(reason)
        self.server_works = server_works


def hand_over(email: EmailMessage, settings: Settings, *, patience: float = PATIENCE) -> None:
    """Hand one e-mail to the mail server. Raises `NotTakenError`, whose words hold no address."""
    try:
        server = _connected(settings, patience)
        try:
            server.send_message(email)
        except BaseException:
            server.close()
            raise
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused, smtplib.SMTPDataError) as error:
        raise NotTakenError(_in_short(error), server_works=True) from None
    except smtplib.SMTPNotSupportedError as error:
        raise NotTakenError(type(error).__name__, server_works=True) from None
    except (OSError, smtplib.SMTPException) as error:
        raise NotTakenError(_in_short(error), server_works=False) from None
    _leave(server)


def _leave(server: smtplib.SMTP) -> None:
    """Say goodbye; what goes wrong with that changes nothing, because the e-mail was taken."""
    with suppress(OSError, smtplib.SMTPException):
        server.quit()
    server.close()


def _connected(settings: Settings, patience: float) -> smtplib.SMTP:
    """Connect, encrypted unless the server is on this machine, and log in where that is wanted."""
    host, port = settings.smtp_host or "", settings.smtp_port
    name = (settings.mail_from or "").rpartition("@")[2] or "localhost"
    if settings.smtp_security == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            host, port, local_hostname=name, timeout=patience, context=ssl.create_default_context()
        )
    else:
        server = smtplib.SMTP(host, port, local_hostname=name, timeout=patience)
    try:
        if settings.smtp_security == "starttls":
            server.starttls(context=ssl.create_default_context())
        if settings.smtp_user:
            server.login(settings.smtp_user, settings.smtp_password or "")
    except BaseException:
        server.close()
        raise
    return server


def _in_short(error: Exception) -> str:
    """What went wrong, without the words of the server: addresses stand in those."""
    codes = [code for code, _ in error.recipients.values()] if isinstance(error, smtplib.SMTPRecipientsRefused) else []
    code = codes[0] if codes else getattr(error, "smtp_code", "")
    return f"{type(error).__name__} {code}".strip()
