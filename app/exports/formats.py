"""The forms in which a result can be taken along."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.exports.to_csv import result_csv

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.results.context import ResultContext


@dataclass(frozen=True, slots=True)
class Format:
    """A form: its type on the web, and what writes it."""

    media_type: str
    write: Callable[[ResultContext], bytes]


def result_json(result: ResultContext) -> bytes:
    """The result in the exchange format, as it was kept for others (`docs/formats.md`)."""
    document = result.reading.record.result.model_dump(mode="json", by_alias=True)
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


FORMATS = {
    "json": Format("application/json", result_json),
    "csv": Format("text/csv; charset=utf-8", result_csv),
}
"""Every form by the ending of its file name."""
