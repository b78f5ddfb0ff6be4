"""A message as an e-mail: plain text, from the installation, with nothing in it that tells whether it was read."""

from __future__ import annotations

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate, make_msgid
from typing import TYPE_CHECKING

from app.mail.addresses import for_a_server

if TYPE_CHECKING:
    from app.config import Settings
    from app.models import Message

SENDER = "Vensterscan"


def as_email(message: Message, settings: Settings) -> EmailMessage:
    """Return a message as it is handed to a mail server.

    Raises ValueError where an address or a subject cannot stand in the head of one: a line end in it would begin
    another line, and the library refuses that.
    """
    sender = for_a_server(settings.mail_from or "")
    email = EmailMessage(policy=SMTP)
    email["From"] = _address(sender, SENDER)
    email["To"] = _address(for_a_server(message.address))
    email["Subject"] = message.subject
    email["Date"] = formatdate()
    email["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
    email["Auto-Submitted"] = "auto-generated"
    email.set_content(message.body, cte="quoted-printable")
    return email


def _address(address: str, name: str = "") -> Address:
    """Return an address for the head; what stands before the @ may hold letters that not every server knows."""
    username, _, domain = address.rpartition("@")
    return Address(name, username, domain)
