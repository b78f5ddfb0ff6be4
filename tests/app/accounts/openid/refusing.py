"""What every failure has in common."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from app.accounts.openid import OpenIdError
from app.accounts.openid.errors import Fault


@contextmanager
def refused(fault: Fault, reason: str, *secrets: str) -> Iterator[None]:
    """Expect one failure, with its own reason for the log, in which nothing stands that has to stay out of it."""
    with pytest.raises(OpenIdError) as caught:
        yield
    assert (caught.value.status, caught.value.sentence) == (fault.status, fault.sentence)
    assert reason in caught.value.reason == str(caught.value)
    assert [secret for secret in secrets if secret in caught.value.reason] == []
