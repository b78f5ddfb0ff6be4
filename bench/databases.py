"""Empty databases to measure with, on SQLite and on PostgreSQL, which are gone afterwards."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import TYPE_CHECKING

from tests.support.postgres import find_binaries, new_database, run_server

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def sqlite() -> Iterator[str]:
    """Give the address of a file that does not exist yet."""
    with TemporaryDirectory() as folder:
        yield f"sqlite:///{folder}/vensterscan.sqlite3"


@contextmanager
def postgresql() -> Iterator[str]:
    """Give the address of an empty database on a server of its own, started as the tests start one.

    It writes without waiting for the disk: only reading can be measured with it. Raises `RuntimeError` without one.
    """
    binaries = find_binaries()
    if binaries is None:
        raise RuntimeError("There is no PostgreSQL on this machine.")
    folder = Path(mkdtemp(prefix="vensterscan-bench-"))
    try:
        for server in run_server(binaries, folder):
            with new_database(server) as address:
                yield address
    finally:
        shutil.rmtree(folder, ignore_errors=True)
