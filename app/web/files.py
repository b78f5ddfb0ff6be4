"""Files to take along: their name, and the answer that holds one."""

from __future__ import annotations

import re
import unicodedata

from fastapi import Response

LONGEST_NAME = 100


def plain_name(named: str) -> str:
    """A name of only letters, figures and dashes, so that every computer takes it.

    >>> plain_name("Grafiek, ’s-Gravenhage – één plan")
    'grafiek-s-gravenhage-een-plan'
    """
    plain = unicodedata.normalize("NFKD", named).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_NAME].rstrip("-")


def file_response(content: bytes, name: str, media_type: str) -> Response:
    """The answer that is kept as a file of this name, and kept by nobody in between."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-cache"}
    return Response(content, headers=headers, media_type=media_type)
