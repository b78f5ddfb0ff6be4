"""A database with very many closed scans: every municipality, ten collaborations in each, four scans of each.

The same database every time. The results are ready-made (`records.py`); a municipality has a level of its own, and its
scans rise from it. Nobody's answers are in it: those are deleted a year after closing, and no page of results reads
them.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from random import Random
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, Text, bindparam, cast, insert
from sqlmodel import Session, col, select

from app.collaborations.codes import ALPHABET, LENGTH, REF_LENGTH
from app.db import begin_writing
from app.models import Collaboration, Municipality, Result, Scan, ScanWindow
from app.municipalities import read_municipalities
from bench.records import ready_results
from scoring import MINIMUM_DEFAULT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from fastapi import FastAPI
    from sqlalchemy import ColumnElement, Engine

    from bench.records import ReadyResult
    from questionnaires import Edition

    Row = Mapping[str, Any]

SCANS = 4
KINDS = ("intake", "overleg", "team", "keten", "anders", None)
NAMES = (
    "Sociaal team", "Brede intake", "Gezinstafel", "Keten wonen en zorg", "Jongerenteam",
    "Participatietafel", "Schuldhulp samen", "Team vroeg erbij", "Overleg multiprobleem", "Samen sterk in de wijk",
)  # fmt: skip
TARGET_GROUP = "Inwoners die op meer leefgebieden tegelijk steun nodig hebben"
PARTNERS = "Gemeente, sociale dienst, welzijn, woningcorporatie en ggz"
FIRST_DAY, BETWEEN, WITHIN = date(2022, 2, 1), 360, 300
"""Days: the first scans close in the `WITHIN` days from the first day, each next one `BETWEEN` days later."""
KEPT = timedelta(days=365)
AT_ONCE = 200


def fill(app: FastAPI, seed: int = 342) -> list[str]:
    """Fill the empty database of a service, and return the scans; takes about a minute."""
    rng = Random(seed)  # noqa: S311 - the same every time
    engine: Engine = app.state.engine
    edition: Edition = app.state.current_edition
    codes = [one.code for one in read_municipalities()]
    _insert(engine, Collaboration, _collaborations(rng, codes))
    with Session(engine) as session:
        found = session.exec(select(Collaboration.id, Collaboration.municipality_code).order_by(col(Collaboration.id)))
        place_of = {number: code for number, code in found if number is not None}
    scans = [scan for one in place_of for scan in _scans(rng, one, edition.id)]
    levels = {code: rng.uniform(0.1, 0.6) for code in codes}
    ready = ready_results(edition, rng.getrandbits(32))
    _insert(engine, Scan, scans)
    _insert(engine, ScanWindow, (window for scan in scans for window in _windows(rng, scan)))
    _insert(engine, Result, (_result(rng, scan, ready, levels[place_of[scan["collaboration_id"]]]) for scan in scans))
    with begin_writing(engine) as session:
        for municipality in session.exec(select(Municipality)):
            municipality.size_class = rng.choice((None, 1, 2, 3, 4, 5))
    return [scan["id"] for scan in scans]


def _collaborations(rng: Random, codes: Sequence[str]) -> Iterator[Row]:
    for code in codes:
        for name in NAMES:
            yield {
                "municipality_code": code,
                "name": name,
                "target_group": TARGET_GROUP,
                "partners": PARTNERS,
                "kind": rng.choice(KINDS),
                "is_example": False,
            }


def _scans(rng: Random, collaboration_id: int, edition: str) -> Iterator[Row]:
    first = FIRST_DAY + timedelta(days=rng.randrange(WITHIN))
    for position in range(1, SCANS + 1):
        closed_on = first + timedelta(days=BETWEEN * (position - 1))
        yield {
            "id": f"{rng.getrandbits(64):016x}",
            "collaboration_id": collaboration_id,
            "name": "Nulmeting" if position == 1 else f"Meting {position}",
            "purpose": "nulmeting" if position == 1 else "vervolgmeting",
            "period": str(closed_on.year),
            "edition": edition,
            "closed_on": closed_on,
            "keep_months": 12,
            "answers_deleted_on": closed_on + KEPT,
            "position": position,
            "target_group": TARGET_GROUP,
            "partners": PARTNERS,
            "is_example": False,
        }


def _windows(rng: Random, scan: Row) -> Iterator[Row]:
    for name, minimum in MINIMUM_DEFAULT.items():
        yield {
            "scan_id": scan["id"],
            "window": name,
            "is_on": True,
            "mode": "individual",
            "entry": "open",
            "minimum": minimum,
            "contact": "",
            "is_announced": False,
            "ref": "".join(rng.choices(ALPHABET.lower(), k=REF_LENGTH)),
            "code": "".join(rng.choices(ALPHABET, k=LENGTH)),
        }


def _result(rng: Random, scan: Row, ready: list[list[ReadyResult]], level: float) -> Row:
    risen = level + 0.08 * (scan["position"] - 1) + rng.gauss(0, 0.05)
    found = rng.choice(ready[min(len(ready) - 1, max(0, int(risen * len(ready))))])
    return {
        "scan_id": scan["id"],
        "version": 1,
        "ambition": found.ambition,
        "ambition_reason": "Dit past bij wat wij samen willen." if found.ambition else "",
        "edition": scan["edition"],
        "method": found.method,
        "written_record": found.record,
        "written_outline": found.outline,
        "created_at": datetime.combine(scan["closed_on"], time(12), UTC),
    }


def _insert(engine: Engine, table: type, rows: Iterable[Row]) -> None:
    """Add rows, some hundreds in a transaction; JSON as the text that it is, so that nothing is written twice."""
    adding = insert(table)
    if table is Result:
        adding = adding.values({name: _json(engine, f"written_{name}") for name in ("record", "outline")})
    for some in _batched(rows, AT_ONCE):
        with engine.begin() as connection:
            connection.execute(adding, some)


def _json(engine: Engine, name: str) -> ColumnElement[Any]:
    text = bindparam(name, type_=Text())
    return cast(text, JSON) if engine.dialect.name == "postgresql" else text


def _batched(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    """Give the rows in lists of at most this size."""
    remaining = iter(rows)
    while some := list(islice(remaining, size)):
        yield some
