"""The files that pages refer to: under an address with their own hash, kept for ever, compressed once.

Ours stand in `app/static`; the front-end files come from npm, through `app/web/front_end.py`. Where those are missing
the service works with `app.css` alone.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from fastapi import APIRouter, HTTPException, Request, Response

if TYPE_CHECKING:
    from collections.abc import Callable

STATIC = Path(__file__).parents[1] / "static"
FOR_EVER = "public, max-age=31536000, immutable"
COMPRESSIBLE = ("text/", "application/json", "image/svg+xml")
DIGEST_LENGTH = 16


@dataclass(frozen=True)
class Asset:
    """One file as it is served. Read when it is asked for: a large file is not held in memory for who never asks."""

    name: str
    read: Callable[[], bytes]

    @cached_property
    def digest(self) -> str:
        """The beginning of its hash: another content is another address."""
        return hashlib.sha256(self.read()).hexdigest()[:DIGEST_LENGTH]

    @property
    def url(self) -> str:
        """Where a page finds it."""
        return f"/assets/{self.digest}/{self.name}"

    @property
    def media_type(self) -> str:
        """What kind of file it is."""
        return mimetypes.guess_type(self.name)[0] or "application/octet-stream"

    @cached_property
    def compressed(self) -> bytes | None:
        """The content compressed with gzip, made once; None where that gains nothing."""
        if not self.media_type.startswith(COMPRESSIBLE):
            return None
        content = self.read()
        smaller = gzip.compress(content, mtime=0)
        return smaller if len(smaller) < len(content) else None


class Assets:
    """All files that pages may refer to, by name."""

    def __init__(self, *assets: Asset) -> None:
        self._assets = {asset.name: asset for asset in assets}

    def __contains__(self, name: str) -> bool:
        return name in self._assets

    def __getitem__(self, name: str) -> Asset:
        return self._assets[name]

    def find(self, digest: str, name: str) -> Asset | None:
        """Return the file at an address, or None."""
        asset = self._assets.get(name)
        return asset if asset and asset.digest == digest else None


def own_assets(folder: Path = STATIC) -> list[Asset]:
    """Return our own files, named by their path inside the folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [Asset(path.relative_to(folder).as_posix(), path.read_bytes) for path in files]


router = APIRouter(include_in_schema=False)


@router.get("/assets/{digest}/{name:path}")
def get_asset(request: Request, digest: str, name: str) -> Response:
    """Serve a file, or say that the browser already has it."""
    asset = request.app.state.assets.find(digest, name)
    if asset is None:
        raise HTTPException(404)
    headers = {"Cache-Control": FOR_EVER, "ETag": f'"{asset.digest}"'}
    if asset.digest in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", "") and asset.compressed:
        headers |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        return Response(asset.compressed, media_type=asset.media_type, headers=headers)
    return Response(asset.read(), media_type=asset.media_type, headers=headers)
