"""The municipalities of the Netherlands, as they came with the program, and putting them into the database."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from app.models import Municipality
from app.store import municipalities

if TYPE_CHECKING:
    from app.db import Session

FILE = Path(__file__).parent / "gemeenten-2025.csv"


def read_municipalities(file: Path = FILE) -> list[Municipality]:
    """Read the municipalities that came with the program, with the apostrophe that Dutch text has."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return [
        Municipality(code=row["code"], name=row["naam"].replace("'", "’"), province=row["provincie"]) for row in rows
    ]


def load_municipalities(session: Session) -> None:
    """Add every municipality that the database does not know yet."""
    known = municipalities.known_codes(session)
    municipalities.add_municipalities(session, [one for one in read_municipalities() if one.code not in known])
