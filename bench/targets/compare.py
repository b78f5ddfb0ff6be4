"""Target 6: results of every municipality beside each other, against reading and rendering the same tables bare.

In a database with 13,680 results, on SQLite and on PostgreSQL. An adviseur reads one collaboration in each of the 342
municipalities, and asks for all of them on one page. The bare page reads the same outlines from the same database.
"""

from __future__ import annotations

import asyncio
import json
import time
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from app.config import load_settings
from app.main import create_app, prepare_database
from app.models import Collaboration
from bench.connection import Connection
from bench.databases import postgresql, sqlite
from bench.finding import Finding, Target, spread
from bench.many import fill
from bench.people import signed_in
from bench.processes import running, start_reference, start_service
from bench.reference.beside import WHAT

if TYPE_CHECKING:
    from fastapi import FastAPI

    from bench.people import SignedIn

PAGE = "/vergelijken/naast-elkaar?alles=ja"
KINDS = {"SQLite": sqlite, "PostgreSQL": postgresql}
ROUNDS, LONG_ROUNDS, TIMES = 5, 25, 5


def measure(*, long: bool) -> list[Finding]:
    """Read both in turn and compare the middle of each round, on both kinds of database."""
    return [_measure(kind, LONG_ROUNDS if long else ROUNDS) for kind in KINDS]


def _measure(kind: str, rounds: int) -> Finding:
    target = Target("6", f"compare page with 342 municipalities / bare, {kind}", must=3, aim=1.5)
    with ExitStack() as stack:
        address = stack.enter_context(KINDS[kind]())
        folder = Path(stack.enter_context(TemporaryDirectory()))
        person = _fill(folder, address)
        service, bare = start_service(folder, database_url=address), start_reference("beside", folder)
        stack.enter_context(running(service, bare))
        ports = (service.port, bare.port)
        asyncio.run(_round(ports, person))  # the first pages compile their templates, and note who reads
        pairs = [asyncio.run(_round(ports, person)) for _ in range(rounds)]
    ratios = [ours / theirs for ours, theirs in pairs]
    ours, theirs = (median(times) for times in zip(*pairs, strict=True))
    return Finding(target, median(ratios), f"{spread(ratios)}; {ours:.0f} against {theirs:.0f} ms")


def _fill(folder: Path, address: str) -> SignedIn:
    """Fill the database, and tell the bare page what to read in it."""
    app = create_app(load_settings(data_dir=folder, assets="local", database_url=address))
    prepare_database(app)
    fill(app)
    person = signed_in(app, "adviseur", [{"collaboration_id": one} for one in _one_in_each(app)])
    (folder / WHAT).write_text(json.dumps({"database": address, "account": person.account_id}))
    app.state.engine.dispose()
    return person


def _one_in_each(app: FastAPI) -> list[int]:
    """A collaboration in each municipality, not everywhere the one with the same name."""
    with Session(app.state.engine) as session:
        found = session.exec(select(Collaboration.id).order_by(col(Collaboration.id))).all()
    return [number for place, number in enumerate(found) if number is not None and place % 10 == place // 10 % 10]


async def _round(ports: tuple[int, int], person: SignedIn) -> tuple[float, float]:
    """The middle time of the page in milliseconds, of the service and bare."""
    async with Connection(ports[0], cookies=dict(person.cookies)) as service, Connection(ports[1]) as bare:
        times: list[list[float]] = [[], []]
        for _ in range(TIMES):
            for connection, path, durations in zip((service, bare), (PAGE, "/"), times, strict=True):
                begun = time.perf_counter()
                answer = await connection.get(path)
                durations.append((time.perf_counter() - begun) * 1000)
                assert answer.status == 200, f"{path} answered {answer.status}"
        return median(times[0]), median(times[1])
