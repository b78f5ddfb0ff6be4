"""Handing an e-mail to a real mail server: encrypted, checked, and with a clear outcome when it goes wrong."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from app.config import Settings, load_settings
from app.mail.email import as_email
from app.mail.server import NotTakenError, hand_over
from app.models import Message
from tests.app.mail.mail_server import MailServer, certificate, mail_server

FROM = "vensterscan@installatie.nl"


def settings(server: MailServer, **about: Any) -> Settings:
    return load_settings(
        **{"smtp_host": "localhost", "smtp_port": server.port, "smtp_security": "none", "mail_from": FROM} | about
    )


def message(**about: Any) -> Message:
    day = date(2026, 3, 1)
    wanted = {"address": "sanne@houten.nl", "subject": "Uw toegang", "body": "Beste collega,\n\nTot ziens.\n"} | about
    return Message(id="a", kind="account", made_on=day, ends_on=day, **wanted)


def as_read(email: EmailMessage) -> str:
    """The words of an e-mail, with the line ends of this machine."""
    return str(email.get_content()).replace("\r\n", "\n")


def sent(server: MailServer, patience: float = 5, **about: Any) -> None:
    known = settings(server)
    hand_over(as_email(message(**about), known), known, patience=patience)


def test_a_message_arrives_as_plain_text_with_every_letter_as_it_was() -> None:
    text = "Beste collega,\n\nCoördinator ’s-Gravenhage: één “regel” – en nog één…\n" + "heel lange regel " * 60 + "\n"
    with mail_server() as server:
        sent(server, body=text, subject="Uitnodiging voor Súdwest-Fryslân")
    (email,) = server.taken
    assert as_read(email) == text
    assert email.get_content_type() == "text/plain"
    assert email["Subject"] == "Uitnodiging voor Súdwest-Fryslân"
    assert email["To"] == "sanne@houten.nl"
    assert email["From"] == f"Vensterscan <{FROM}>"
    assert email["Auto-Submitted"] == "auto-generated"
    assert email["Message-ID"].endswith("@installatie.nl>")


def test_an_address_with_letters_that_not_every_server_knows_arrives_too() -> None:
    with mail_server() as server:
        sent(server, address="jürgen@súdwest.nl")
    assert server.envelopes[0].rcpt_tos == ["jürgen@xn--sdwest-pya.nl"]


@pytest.mark.parametrize(
    "about",
    [
        {"subject": "Uw toegang\r\nBcc: iemand@elders.nl"},
        {"address": "sanne@houten.nl\r\nBcc: iemand@elders.nl"},
        {"address": "sanne@houten.nl, iemand@elders.nl"},
        {"address": "geen adres"},
    ],
)
def test_a_subject_or_an_address_cannot_add_a_receiver(about: dict[str, str]) -> None:
    with mail_server() as server, pytest.raises(ValueError):  # noqa: PT011 - the library has several kinds
        sent(server, **about)
    assert server.taken == []


def test_a_text_cannot_end_the_message_before_its_end() -> None:
    text = "Beste collega,\n.\nRCPT TO:<iemand@elders.nl>\nQUIT\n"
    with mail_server() as server:
        sent(server, body=text)
    assert as_read(server.taken[0]) == text
    assert server.envelopes[0].rcpt_tos == ["sanne@houten.nl"]


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_the_connection_is_encrypted_with_a_certificate_that_is_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, security: str
) -> None:
    context, trusted = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    with mail_server(tls=context, only_tls=security == "tls") as server:
        known = settings(server, smtp_security=security)
        hand_over(as_email(message(), known), known)
    assert len(server.taken) == 1  # a server that begins with TLS, or asks for STARTTLS, takes nothing in the clear


@pytest.mark.parametrize("security", ["starttls", "tls"])
@pytest.mark.parametrize("name", ["localhost", "elders.nl"], ids=["unknown", "of-another"])
def test_nothing_is_said_to_a_server_whose_certificate_is_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, security: str, name: str
) -> None:
    context, trusted = certificate(tmp_path, name)
    if name != "localhost":
        monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    with mail_server(tls=context, only_tls=security == "tls", asks_login=True) as server:
        known = settings(server, smtp_security=security, smtp_user="venster", smtp_password="geheim")
        with pytest.raises(NotTakenError) as refused:
            hand_over(as_email(message(), known), known)
    assert not refused.value.server_works
    assert (server.taken, server.logged_in) == ([], [])


def test_nothing_is_said_to_a_server_that_offers_no_encryption() -> None:
    with mail_server(asks_login=True) as server:
        known = settings(server, smtp_security="starttls", smtp_user="venster", smtp_password="geheim")
        with pytest.raises(NotTakenError):
            hand_over(as_email(message(), known), known)
    assert (server.taken, server.logged_in) == ([], [])


def test_it_logs_in_where_that_is_wanted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context, trusted = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    with mail_server(tls=context, asks_login=True) as server:
        known = settings(server, smtp_security="starttls", smtp_user="venster", smtp_password="geheim")
        hand_over(as_email(message(), known), known)
        wrong = settings(server, smtp_security="starttls", smtp_user="venster", smtp_password="anders")
        with pytest.raises(NotTakenError) as refused:
            hand_over(as_email(message(), wrong), wrong)
    assert len(server.taken) == 1
    assert not refused.value.server_works


def test_a_receiver_that_is_refused_says_nothing_about_the_server_and_names_nobody() -> None:
    with mail_server(refuses={"sanne@houten.nl"}) as server, pytest.raises(NotTakenError) as refused:
        sent(server)
    assert refused.value.server_works
    assert str(refused.value) == "SMTPRecipientsRefused 550"


@pytest.mark.parametrize("about", [{"hangs_up": True}, {"slow": 3.0}], ids=["goes-away", "slow"])
def test_a_server_that_goes_away_or_does_not_answer_holds_nobody_up(about: dict[str, Any]) -> None:
    with mail_server(**about) as server, pytest.raises(NotTakenError) as refused:
        sent(server, patience=0.5)
    assert not refused.value.server_works
    assert server.taken == []


def test_a_server_that_goes_away_after_taking_it_took_it() -> None:
    with mail_server(goes_after_taking=True) as server:
        sent(server)
    assert len(server.taken) == 1


def test_a_server_that_is_not_there_is_an_outcome_too() -> None:
    with mail_server() as server:
        pass
    with pytest.raises(NotTakenError) as refused:
        sent(server)
    assert not refused.value.server_works
