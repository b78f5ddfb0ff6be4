"""What is kept between going and coming back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.accounts.openid import Attempt
from app.accounts.openid.errors import NOT_BEGUN
from tests.app.accounts.openid.hostile import NOW
from tests.app.accounts.openid.refusing import refused


def test_an_attempt_comes_back_from_its_text_as_it_was() -> None:
    attempt = Attempt.new("https://scan.example/terug", "/scans?ë=1", NOW)
    assert Attempt.from_text(attempt.to_text()) == attempt
    assert attempt.until == NOW + timedelta(minutes=10)


def test_no_two_attempts_have_a_secret_in_common() -> None:
    attempts = [Attempt.new("https://scan.example/terug", "/", NOW) for _ in range(20)]
    secrets = [secret for attempt in attempts for secret in (attempt.state, attempt.nonce, attempt.verifier)]
    assert len(set(secrets)) == 60
    assert min(map(len, secrets)) >= 43


def test_an_attempt_does_not_show_its_secrets() -> None:
    attempt = Attempt.new("https://scan.example/terug", "/", NOW)
    assert [s for s in (attempt.state, attempt.nonce, attempt.verifier) if s in repr(attempt)] == []


@pytest.mark.parametrize("text", [None, "", "ë", "[]", "{}", "null", '{"until": 3}', '{"until": "2026-03-02"}'])
def test_what_cannot_be_read_was_never_begun(text: str | None) -> None:
    with refused(NOT_BEGUN, "no readable attempt"):
        Attempt.from_text(text)
