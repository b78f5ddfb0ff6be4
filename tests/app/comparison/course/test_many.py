"""A collaboration that was measured often asks no more of the database than one that was measured twice."""

from __future__ import annotations

from datetime import date

import pytest
from fastapi import FastAPI

from app.closing.service import close_scan
from app.db import begin_writing
from tests.app.people import somebody
from tests.app.scans import add_earlier, add_response, add_scan
from tests.app.statements import statements


@pytest.mark.parametrize("part", ["", "/vensters/professional", ".json"])
def test_more_scans_cost_no_more_statements(service_app: FastAPI, part: str) -> None:
    client, editions = somebody(service_app, "meelezer", municipality_code="GM0321"), service_app.state.editions
    with begin_writing(service_app.state.engine) as session:
        now = add_scan(session)
        for _ in range(6):
            add_response(session, now, "professional")
        close_scan(session, editions, now.scan.id, date(2026, 10, 1))
    address, counts = f"/scans/{now.scan.id}/verloop{part}", []
    for more in (1, 5):
        with begin_writing(service_app.state.engine) as session:
            for _ in range(more):
                add_earlier(session, now, editions)
        client.http.get(address)  # that it was read is noted once
        with statements(service_app) as said:
            assert client.http.get(address).status_code == 200
        counts.append(len(said))
    assert counts[0] == counts[1]
