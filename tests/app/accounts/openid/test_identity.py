"""What is believed of what a provider tells about somebody."""

from __future__ import annotations

from typing import Any

import pytest

from app.accounts.openid.identity import identity_of

ISSUER = "https://login.example"


@pytest.mark.parametrize("said", ["true", "True", 1, "false", 0, None, False, []])
def test_only_true_is_verified(said: object) -> None:
    claims = {"sub": "1", "email": "a@b.example", "email_verified": said}
    assert identity_of(ISSUER, claims, {}).email_is_verified is False


def test_an_address_is_not_verified_by_what_was_said_of_another() -> None:
    more = {"sub": "1", "email": "mine@b.example"}
    assert identity_of(ISSUER, {"sub": "1", "email_verified": True}, more).email_is_verified is False
    mine = {"sub": "1", "email": "mine@b.example", "email_verified": False}
    assert identity_of(ISSUER, mine, {"email": "x@b.example", "email_verified": True}).email_is_verified is False


@pytest.mark.parametrize(
    "email", ["", "a", "@", "a@", "@b", "a b@c", "a@b\r\nBcc: c@d", "a@\ud800", "a@" + "b" * 253, 3, ["a@b"], None]
)
def test_what_cannot_be_an_address_is_none(email: Any) -> None:
    identity = identity_of(ISSUER, {"sub": "1", "email": email, "email_verified": True}, {})
    assert (identity.email, identity.email_is_verified) == (None, False)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Zoë  de\tVries\r\n", "Zoë de Vries"),
        ("a\x00\ud800b", "a b"),
        ("n" * 300, "n" * 200),
        (" ", None),
        ("", None),
        (3, None),
        (None, None),
    ],
)
def test_a_name_is_one_line_of_readable_text(said: object, name: str | None) -> None:
    assert identity_of(ISSUER, {"sub": "1", "name": said}, {}).name == name


def test_an_identity_shows_nothing_about_a_person_by_accident() -> None:
    identity = identity_of(ISSUER, {"sub": "noor-1", "name": "Noor", "email": "noor@b.example"}, {})
    assert "noor" not in repr(identity).lower()
