"""House styles for the tests: a bright one that can be read, and pictures that may be a logo."""

from __future__ import annotations

import hashlib
import struct
import zlib
from typing import Any

from sqlmodel import Session

from app.models import HouseLogo, HouseStyle
from app.store.house_styles import keep_house_style

MAGENTA, BLUE, YELLOW = "#c6007e", "#00629b", "#ffc400"
NAME = "Sociaal team Houten"
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 60" width="240" height="60">'
    b'<style>.a{fill:#c6007e}</style><circle class="a" cx="30" cy="30" r="26"/><path fill="#ffc400" d="M10 36 30 12z"/>'
    b"</svg>"
)


def png(width: int = 120, height: int = 40, *more: bytes, after: bytes = b"") -> bytes:
    """A PNG of one colour of this size; `more` are other parts of it, `after` what stands behind its end."""
    row = b"\0" + b"\xc6\0\x7e" * width
    parts = (
        chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        *more,
        chunk(b"IDAT", zlib.compress(row * height)),
        chunk(b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts) + after


def chunk(name: bytes, data: bytes) -> bytes:
    """One part of a PNG with its length and its checksum."""
    return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")


def add_house_style(session: Session, code: str = "GM0321", *, logo: bytes = SVG, **about: Any) -> HouseStyle:
    """Give a municipality a bright style with a logo; `about` sets the rest, and no `logo` is none."""
    digest = hashlib.sha256(logo).hexdigest()[:32] if logo else ""
    kind = "" if not logo else "png" if logo.startswith(b"\x89PNG") else "svg"
    style = HouseStyle(
        **{
            "municipality_code": code,
            "name": NAME,
            "main": MAGENTA,
            "link": BLUE,
            "accent": YELLOW,
            "logo_digest": digest,
            "logo_kind": kind,
            "logo_text": "Logo van het sociaal team",
            "logo_width": 240 if logo else 0,
            "logo_height": 60 if logo else 0,
            "email": "toegankelijk@houten.example",
            "statement": "https://www.houten.example/toegankelijkheid",
        }
        | about
    )
    keep_house_style(session, style, HouseLogo(municipality_code=code, digest=digest, content=logo) if logo else None)
    return style
