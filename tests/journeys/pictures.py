"""The pictures of the manuals: taken from the running service, kept with the words that they show.

A picture is part of a page. Beside `docs/handleiding/beelden/NAME.png` stands `NAME.txt`: what can be read in it. When
the service shows something else, a test fails; `make manuals` takes every picture anew.
"""

from __future__ import annotations

import base64
import os
import re
import struct
import zlib
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path

from playwright.sync_api import FloatRect, Locator, Page

from app.explaining.manuals import PICTURES, folder
from tests.support.browser import HEIGHT

WIDTH = 800
MARGIN = 4
RENEW = "RENEW_MANUALS"
"""Set by `make manuals`: pictures are then taken anew instead of compared."""
STEADY = Path(__file__).with_name("pictures.js").read_text(encoding="utf-8")
"""What is by chance, such as a code and the address of the machine, is replaced on the page before it is looked at."""
COLOURS = Path(__file__).with_name("pictures_colours.js").read_text(encoding="utf-8")


def beside() -> Path:
    """Where the pictures are kept."""
    return folder() / PICTURES


@dataclass
class Pictures:
    """The pictures of one walk through the service."""

    renews: bool = field(default_factory=lambda: bool(os.environ.get(RENEW)))
    taken: list[str] = field(default_factory=list)
    outdated: list[str] = field(default_factory=list)

    def take(self, name: str, page: Page, first: Locator, last: Locator | None = None) -> None:
        """Take a picture of a page from the top of `first` to the bottom of `last`, or of only the first."""
        for part in (last or first, first):
            part.wait_for()
        page.wait_for_load_state()
        page.evaluate(STEADY)
        # The whole page is in view, so that nothing sticks to an edge of the window.
        page.set_viewport_size({"width": WIDTH, "height": page.evaluate("document.documentElement.scrollHeight")})
        top, bottom = first.bounding_box(), (last or first).bounding_box()
        assert top, f"{name}: what it begins with is not to be seen"
        assert bottom, f"{name}: what it ends with is not to be seen"
        clip: FloatRect = {
            "x": 0,
            "y": max(0, top["y"] - MARGIN),
            "width": WIDTH,
            "height": bottom["y"] + bottom["height"] - top["y"] + 2 * MARGIN,
        }
        words = page.evaluate("clip => window.wordsIn(clip)", clip)
        self.taken.append(name)
        if self.renews:
            beside().mkdir(exist_ok=True)
            picture = page.screenshot(clip=clip, animations="disabled")
            (beside() / f"{name}.png").write_bytes(in_few_colours(page, picture))
            (beside() / f"{name}.txt").write_text(words, encoding="utf-8", newline="\n")
        else:
            self.compare(name, words)
        page.set_viewport_size({"width": WIDTH, "height": HEIGHT})

    def compare(self, name: str, words: str) -> None:
        """Remember a picture that is not there, or that says something else than the service does now."""
        kept = beside() / f"{name}.txt"
        if not kept.exists() or not kept.with_suffix(".png").exists():
            self.outdated.append(f"{name}: there is no such picture yet")
        elif (before := kept.read_text(encoding="utf-8")) != words:
            lines = unified_diff(
                before.splitlines(), words.splitlines(), "the picture", "the service", n=0, lineterm=""
            )
            self.outdated.append("\n".join((f"{name}: the service shows something else now", *lines)))

    def close(self) -> None:
        """Fail where pictures are outdated; where they are renewed, remove those that this walk takes no more."""
        kinds = {name.partition("-")[0] for name in self.taken}
        for file in beside().iterdir():
            of_this_walk = file.name.partition("-")[0] in kinds
            if self.renews and of_this_walk and file.stem not in self.taken:
                file.unlink()
        assert not self.outdated, "\n\n".join((*self.outdated, "Look at them after: make manuals"))


def in_few_colours(page: Page, picture: bytes) -> bytes:
    """The same picture in at most 256 colours, which is a third of the size; the browser counts the colours."""
    elsewhere = page.context.new_page()
    found = elsewhere.evaluate(COLOURS, base64.b64encode(picture).decode())
    elsewhere.close()
    width, height = found["width"], found["height"]
    dots = base64.b64decode(found["dots"])
    rows = b"".join(b"\0" + dots[start : start + width] for start in range(0, len(dots), width))
    parts = {
        b"IHDR": struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0),
        b"PLTE": base64.b64decode(found["palette"]),
        b"IDAT": zlib.compress(rows, 9),
        b"IEND": b"",
    }
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(part)) + name + part + struct.pack(">I", zlib.crc32(name + part))
        for name, part in parts.items()
    )


def pictures_of(text: str) -> list[tuple[str, str]]:
    """Every picture that a manual shows: its name, and the words for who cannot see it."""
    return [(name, words) for words, name in re.findall(rf"!\[([^\]]*)\]\({PICTURES}/([^)]+)\.png\)", text)]
