"""The bare page of many results beside each other: one statement by hand, and one template with the same tables.

It reads the database that the service has, of either kind: the latest closed scan of each collaboration that somebody
may read. It writes the numbers that the page of the service has in its tables, and checks and compares nothing.
"""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

import psycopg
from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from jinja2 import Environment

if TYPE_CHECKING:
    from pathlib import Path

WHAT = "reads.json"
"""In the folder: the address of the database as the service has it, and whose results are read."""
LATEST = """
SELECT c.id, c.name, m.name AS municipality, s.id AS scan, r.outline
FROM (
  SELECT s.id, row_number() OVER (PARTITION BY s.collaboration_id ORDER BY s.closed_on DESC) AS place
  FROM role_grant g JOIN scan s ON s.collaboration_id = g.collaboration_id
  WHERE g.account_id = ? AND s.closed_on IS NOT NULL
) AS latest
JOIN scan s ON s.id = latest.id
JOIN collaboration c ON c.id = s.collaboration_id
JOIN municipality m ON m.code = c.municipality_code
JOIN result r ON r.scan_id = s.id AND r.version = (SELECT max(version) FROM result WHERE scan_id = s.id)
WHERE latest.place = 1 ORDER BY m.name, c.name
"""
TEMPLATE = """<!DOCTYPE html><html lang="nl"><title>Naast elkaar</title><h1>Naast elkaar</h1>
<table><tr><th>Samenwerking<th>Plek<th>Marge<th>Ambitie<th>Afstand<th>Invullingen</tr>
{% for id, name, municipality, scan, one in rows %}
{% set place = one.continuum %}
<tr><th scope="row"><a href="/scans/{{ scan }}">{{ municipality }}, {{ name }}</a></th><td class="number">{{ place.position }}</td>
<td class="number">{{ place.low }} – {{ place.high }}</td><td>{{ one.ambition }}</td><td>{{ place.gap_to_ambition }}</td>
<td class="number">{{ one.windows.values() | sum(attribute="usable") }}</td></tr>
{% endfor %}
</table>
<table><tr><th>Samenwerking{% for code in dimensions %}<th>{{ code }}{% endfor %}</tr>
{% for id, name, municipality, scan, one in rows %}
<tr><th scope="row"><a href="/scans/{{ scan }}">{{ municipality }}, {{ name }}</a></th>
{% for code in dimensions %}<td class="heat">{{ (one.windows.professional.dimensions or {}).get(code, {}).score }}</td>{% endfor %}</tr>
{% endfor %}
</table>
<table><tr><th>Samenwerking<th>1<th>2<th>3</tr>
{% for id, name, municipality, scan, one in rows %}
<tr><th scope="row"><a href="/scans/{{ scan }}">{{ municipality }}, {{ name }}</a></th>
{% for order in one.learning.orders.values() %}<td>{{ order.score }} ({{ order.low }} – {{ order.high }}) {{ order.status }}</td>{% endfor %}</tr>
{% endfor %}
</table>
<select name="voor">{% for id, name, municipality, scan, one in rows %}<option value="{{ id }}">{{ municipality }}, {{ name }}</option>{% endfor %}</select>
"""  # noqa: E501


def make_app(folder: Path) -> FastAPI:
    """Make the application, on the database that the folder tells."""
    reads = json.loads((folder / WHAT).read_text())
    app = FastAPI(openapi_url=None)
    template = Environment(autoescape=True, trim_blocks=True).from_string(TEMPLATE)
    connection, latest = _connect(reads["database"])

    @app.get("/")
    def page() -> HTMLResponse:
        found = connection.execute(latest, (reads["account"],)).fetchall()
        rows = [(*row[:4], json.loads(row[4]) if isinstance(row[4], str) else row[4]) for row in found]
        shown = (row[4]["windows"]["professional"].get("dimensions") for row in rows)
        return HTMLResponse(template.render(rows=rows, dimensions=list(next(one for one in shown if one))))

    return app


def _connect(address: str) -> tuple[Any, str]:
    if address.startswith("sqlite"):
        return sqlite3.connect(address.removeprefix("sqlite:///"), check_same_thread=False), LATEST
    return psycopg.connect(address.replace("+psycopg", ""), autocommit=True), LATEST.replace("?", "%s")
