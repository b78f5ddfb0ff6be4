"""Example input files for `vensterscan score`, made from the example scans: `python -m app.demo FOLDER` writes them."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from app.demo.documents import demo_documents

if TYPE_CHECKING:
    from questionnaires import Edition
    from scoring import Instrument

AS_JSON = ("voorbeeld-houten-fase-1", "voorbeeld-houten-fase-2")
AS_CSV = ("voorbeeld-houten-fase-1",)


def example_files(edition: Edition) -> dict[str, str]:
    """File name -> what is in it; the same every time."""
    documents = demo_documents(edition)
    files = {f"{scan}.json": as_json(documents[scan]) for scan in AS_JSON}
    return files | {f"{scan}.csv": as_csv(documents[scan], edition.instrument) for scan in AS_CSV}


def as_json(document: dict[str, Any]) -> str:
    """An input document as JSON, with one response per line, so that a person can find somebody's answers."""
    head = json.dumps({key: value for key, value in document.items() if key != "responses"}, ensure_ascii=False)
    lines = ",\n".join(f"  {json.dumps(response, ensure_ascii=False)}" for response in document["responses"])
    return f'{head[:-1]}, "responses": [\n{lines}\n]}}\n'


def as_csv(document: dict[str, Any], instrument: Instrument) -> str:
    """The responses of an input document as CSV, one per line; it holds no edition, ambition or minimum."""
    items = [item.id for window in instrument.windows for item in window.items]
    text = io.StringIO()
    rows = csv.DictWriter(text, ["window", "role", "participants", *items], lineterminator="\n")
    rows.writeheader()
    for response in document["responses"]:
        cells = {item: _cell(answer) for item, answer in response["answers"].items()}
        rows.writerow({"window": response["window"], "role": response["role"], **cells})
    return text.getvalue()


def _cell(answer: object) -> object:
    return "|".join(answer) if isinstance(answer, list) else answer
