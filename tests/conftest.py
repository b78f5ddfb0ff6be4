"""What all tests share: databases, a running service and a real browser, and no settings of the machine they run on."""

import os
from collections.abc import Iterator
from functools import partial

import pytest
from argon2 import PasswordHasher
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from app.accounts import hashes
from app.web import rendering
from tests.support import album

pytest_plugins = [
    "tests.support.postgres",
    "tests.support.server",
    "tests.support.browser",
    "tests.support.openid_provider",
]


@pytest.fixture(scope="session", autouse=True)
def no_settings_of_this_machine() -> Iterator[None]:
    """Take away the settings that someone may have in the environment; they belong to a service, not to a test."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("VENSTERSCAN_")]:
            patch.delenv(name)
        yield


@pytest.fixture(scope="session", autouse=True)
def passwords_cost_nothing() -> Iterator[None]:
    """Hash passwords with the least that argon2 can do: what a service pays for each is in test_hashes.py."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hashes, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        yield


class Compiled(BytecodeCache):
    """Keeps in memory what a template became."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what is known of a template."""
        if code := self._kept.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it."""
        self._kept[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


@pytest.fixture(scope="session", autouse=True)
def templates_are_compiled_once() -> Iterator[None]:
    """Thousands of tests make a service of their own, of which each would compile every template anew."""
    compiled = Compiled()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rendering, "Environment", partial(Environment, bytecode_cache=compiled))
        yield


def pytest_sessionstart(session: pytest.Session) -> None:
    """Begin an empty album; of a run in many processes, the one that leads does so."""
    if not hasattr(session.config, "workerinput"):
        album.begin()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Bind the album, when every process has kept its pictures."""
    if not hasattr(session.config, "workerinput") and (index := album.bind()):
        session.config.get_terminal_writer().line(f"\nWhat people saw: {index}")
