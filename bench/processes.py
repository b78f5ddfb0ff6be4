"""Programs under measurement: the service and the references, each a process of its own on a free port of loopback."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 60.0
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(slots=True)
class Program:
    """A server in a process of its own: where it listens, and what it uses."""

    port: int
    process: subprocess.Popen[bytes] = field(repr=False)

    def cpu_seconds(self) -> float:
        """The processor time that it has used, of all its threads."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory_mib(self) -> float:
        """Its proportional set size in MiB: what it would free by stopping."""
        rollup = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text()
        pss = next(line for line in rollup.splitlines() if line.startswith("Pss:"))
        return int(pss.split()[1]) / 1024

    def kill(self) -> None:
        """End it as a power cut does: nothing of it runs any more afterwards."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """Ask it to stop, and wait until it did."""
        self.process.terminate()
        self.process.wait()


def start_service(folder: Path, *, database_url: str | None = None, demo: bool = False) -> Program:
    """Start the service as `vensterscan serve` does; give it when it answers. Without another database it uses that in
    `folder`."""
    port = free_port()
    command = [sys.executable, "-m", "app.cli", "serve", "--port", str(port), *(["--demo"] if demo else [])]
    settings = {"VENSTERSCAN_DATA_DIR": str(folder), "VENSTERSCAN_ASSETS": "local"}
    return _start(command, settings | ({"VENSTERSCAN_DATABASE_URL": database_url} if database_url else {}), port)


def start_reference(kind: str, folder: Path) -> Program:
    """Start one of the bare applications of `bench/reference` in the same server, with its database in `folder`."""
    port = free_port()
    return _start([sys.executable, "-m", "bench.reference", kind, str(folder), str(port)], {}, port)


@contextmanager
def running(*programs: Program) -> Iterator[None]:
    """Stop the programs at the end, whatever happens."""
    try:
        yield
    finally:
        for program in programs:
            program.stop()


def _start(command: list[str], settings: Mapping[str, str], port: int) -> Program:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("VENSTERSCAN_")}
    process = subprocess.Popen(  # noqa: S603 - our own programs
        command, cwd=ROOT, env=inherited | dict(settings), stdout=subprocess.DEVNULL
    )
    program = Program(port, process)
    wait_until_it_answers(program)
    return program


def wait_until_it_answers(program: Program) -> None:
    """Wait for the first page; raises `RuntimeError` when the program ended or takes too long."""
    deadline = time.monotonic() + START_SECONDS
    connection = http.client.HTTPConnection("127.0.0.1", program.port, timeout=START_SECONDS)
    while True:
        try:
            connection.request("GET", "/")
            connection.getresponse().read()
        except (OSError, http.client.HTTPException):
            if program.process.poll() is not None or time.monotonic() > deadline:
                program.process.kill()
                raise RuntimeError("The program did not start; what it said stands above.") from None
            connection.close()
            time.sleep(0.005)
        else:
            connection.close()
            return


def free_port() -> int:
    """A port of loopback that is free at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
