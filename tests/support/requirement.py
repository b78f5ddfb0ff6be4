"""What to do where something that a test needs is missing: skip it, or fail where it is required."""

import os
from typing import NoReturn

import pytest


def missing(name: str, reason: str) -> NoReturn:
    """Skip the test with its reason; fail it where REQUIRE_<NAME>=1 says that nothing may be skipped."""
    if os.environ.get(f"REQUIRE_{name}") == "1":
        pytest.fail(f"{name} is required: {reason}", pytrace=False)
    pytest.skip(f"not tested without {name}: {reason}")
