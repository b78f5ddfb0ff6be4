"""The style sheet of a house style: every colour under its name, at an address that says which colours these are.

It is made of the address alone and kept nowhere. The address holds the hash of what it gives, so that it may be kept
for ever, and so that only what this service made itself can be asked for.
"""

from __future__ import annotations

import gzip
import hashlib
import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from app.web.assets import DIGEST_LENGTH
from app.web.house.palette import Colours, tokens

_CHOSEN = re.compile(r"([0-9a-f]{6})-([0-9a-f]{6})-([0-9a-f]{6})")


@dataclass(frozen=True)
class Sheet:
    """One style sheet as it is served."""

    colours: Colours
    content: bytes

    @cached_property
    def digest(self) -> str:
        """The beginning of its hash."""
        return hashlib.sha256(self.content).hexdigest()[:DIGEST_LENGTH]

    @cached_property
    def compressed(self) -> bytes:
        """The content compressed with gzip, made once."""
        return gzip.compress(self.content, mtime=0)

    @property
    def url(self) -> str:
        """Where a page finds it."""
        chosen = "-".join(colour[1:] for colour in (self.colours.main, self.colours.link, self.colours.accent))
        return f"/huisstijl/{self.digest}/{chosen}.css"


@lru_cache(maxsize=256)
def sheet_of(colours: Colours) -> Sheet:
    """Return the style sheet with these colours."""
    lines = "".join(f"  {name}: {colour};\n" for name, colour in tokens(colours).items())
    return Sheet(colours, f":root {{\n{lines}}}\n".encode())


def find_sheet(digest: str, chosen: str) -> Sheet | None:
    """Return the style sheet at an address, or None where it was not this service that made the address."""
    found = _CHOSEN.fullmatch(chosen)
    if found is None:
        return None
    sheet = sheet_of(Colours(*(f"#{colour}" for colour in found.groups())))
    return sheet if sheet.digest == digest else None
