"""What guessing a password costs: in a process of its own, because the other tests hash cheaply."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from argon2 import PasswordHasher, extract_parameters
from argon2.low_level import Type

from app.accounts.hashes import hash_of_password

ROOT = Path(__file__).parents[3]
PASSWORD = "vier woorden zijn genoeg"


def in_a_service(what: str) -> str:
    """What an expression gives where no test changed anything."""
    script = f"from app.accounts.hashes import fits, hash_of_password, is_outdated; print({what})"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_guessing_a_password_takes_64_mib_and_three_passes() -> None:
    """No less than the second recommendation of RFC 9106, section 4."""
    kept = extract_parameters(in_a_service(f"hash_of_password({PASSWORD!r})"))
    assert kept.type is Type.ID
    assert kept.memory_cost >= 64 * 1024
    assert kept.time_cost >= 3
    assert kept.parallelism == 4
    assert (kept.salt_len, kept.hash_len) == (16, 32)


def test_a_password_that_was_hashed_fits_and_another_does_not() -> None:
    kept = PasswordHasher().hash(PASSWORD)
    said = in_a_service(f"fits({PASSWORD!r}, {kept!r}), fits('een ander', {kept!r}), is_outdated({kept!r})")
    assert said == "True False False"


def test_without_an_account_nothing_fits() -> None:
    assert in_a_service(f"fits({PASSWORD!r}, None), fits('the password of nobody', None)") == "False False"


def test_what_the_tests_hash_cheaply_is_not_good_enough_for_a_service() -> None:
    assert in_a_service(f"is_outdated({hash_of_password(PASSWORD)!r})") == "True"
