"""The service, really running on loopback while a test talks to it."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import uvicorn
from fastapi import FastAPI

START_SECONDS = 60.0


@pytest.fixture(scope="session")
def live_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a service with the example municipalities, shared by tests that change nothing."""
    from app.config import Settings  # noqa: PLC0415 - tests of scoring or content alone load no service
    from app.main import create_app  # noqa: PLC0415

    database = tmp_path_factory.mktemp("service") / "vensterscan.sqlite3"
    settings = Settings(database_url=f"sqlite:///{database}", demo=True, assets="local")
    with serve(create_app(settings)) as address:
        yield address


@contextmanager
def serve(app: FastAPI) -> Iterator[str]:
    """Serve an application on a free port of this machine and give its address; stop it afterwards."""
    from app.cli import KEEP_ALIVE_SECONDS  # noqa: PLC0415

    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", timeout_keep_alive=KEEP_ALIVE_SECONDS))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        try:
            wait_until_started(server, thread)
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


def wait_until_started(server: uvicorn.Server, thread: threading.Thread) -> None:
    """Wait until the service answers, or say that it stopped before it did."""
    deadline = time.monotonic() + START_SECONDS
    while not server.started:
        if not thread.is_alive() or time.monotonic() > deadline:
            raise RuntimeError("The service did not start; its log above says why.")
        time.sleep(0.01)
