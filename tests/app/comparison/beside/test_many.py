"""Many collaborations beside each other ask no more of the database than a few."""

from __future__ import annotations

import pytest
from fastapi import FastAPI

from app.db import begin_writing
from tests.app.people import somebody
from tests.app.results.closed import add_closed
from tests.app.statements import statements


@pytest.mark.parametrize(
    "address", ["/vergelijken", "/vergelijken/naast-elkaar?alles=ja", "/vergelijken/naast-elkaar.csv?alles=ja"]
)
def test_more_scans_cost_no_more_statements(service_app: FastAPI, address: str) -> None:
    client = somebody(service_app, "meelezer", municipality_code="GM0321")
    counts = []
    for more in (3, 27):
        with begin_writing(service_app.state.engine) as session:
            for _ in range(more):
                add_closed(session)
        client.http.get("/vergelijken/naast-elkaar?alles=ja")  # that they were read is noted once
        with statements(service_app) as said:
            assert client.http.get(address).status_code == 200
        counts.append(len(said))
    assert counts[0] == counts[1]
