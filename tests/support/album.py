"""Pictures of what people saw on their way, and one page on which all of it can be looked through.

They are in `build/album`, never in git: `index.html` shows every person with what they met, on a phone and at a desk.
"""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page

ALBUM = Path(__file__).parents[2] / "build" / "album"
TALLEST = 1600
"""Pixels of a page that are kept; what stands below is seldom what a person looks at first."""

STYLE = """
body { margin: 2rem; font: 16px/1.4 system-ui, sans-serif; color: #1b2a2e; background: #eef2f3; }
h1 { margin: 0 0 .25rem; } h2 { margin: 2.5rem 0 .5rem; } h3 { margin: 1rem 0 .5rem; font-size: 1rem; }
ul { display: flex; flex-wrap: wrap; gap: 1rem; margin: 0; padding: 0; list-style: none; align-items: end; }
li { font-size: .8125rem; } a { color: inherit; }
img { display: block; border: 1px solid #7b8d91; background: #fff; object-fit: cover; object-position: top; }
.phone img { inline-size: 9rem; block-size: 18rem; } .desk img { inline-size: 18rem; block-size: 13rem; }
li span { display: block; max-inline-size: 18rem; margin-block-end: .25rem; } .phone li span { max-inline-size: 9rem; }
"""


def begin() -> None:
    """Throw away what an earlier run kept."""
    shutil.rmtree(ALBUM, ignore_errors=True)


def keep(page: Page, who: str, number: int, what: str) -> None:
    """Keep the page as somebody sees it now: who it is, which step, and what it shows, in a few words."""
    width = page.evaluate("innerWidth")
    folder = ALBUM / ("phone" if width < 600 else "desk")
    folder.mkdir(parents=True, exist_ok=True)
    height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
    page.screenshot(
        path=folder / f"{_plain(who)}--{number:02d}--{_plain(what)}.png",
        full_page=True,
        caret="initial",  # hiding it would add a style, which the pages do not allow
        clip={"x": 0, "y": 0, "width": width, "height": height},
    )


def bind() -> Path | None:
    """Make the page that shows all of it; return where it is, or None where no picture was kept."""
    pictures = sorted(ALBUM.glob("*/*.png"))
    if not pictures:
        return None
    people = sorted({picture.name.split("--")[0] for picture in pictures})
    parts = "".join(_person(who, pictures) for who in people)
    index = ALBUM / "index.html"
    index.write_text(
        f'<!DOCTYPE html><html lang="nl"><meta charset="utf-8"><title>Album</title><style>{STYLE}</style>'
        f"<h1>Wat iedereen zag</h1><p>{len(pictures)} beelden van {len(people)} mensen.</p>{parts}</html>",
        encoding="utf-8",
    )
    return index


def _person(who: str, pictures: list[Path]) -> str:
    return f"<h2>{_words(who)}</h2>" + "".join(_strip(who, kind, pictures) for kind in ("phone", "desk"))


def _strip(who: str, kind: str, pictures: list[Path]) -> str:
    mine = [picture for picture in pictures if picture.parent.name == kind and picture.name.startswith(f"{who}--")]
    items = "".join(_item(picture) for picture in mine)
    return f'<ul class="{kind}">{items}</ul>' if mine else ""


def _item(picture: Path) -> str:
    address = f"{picture.parent.name}/{picture.name}"
    _, number, what = picture.stem.split("--")
    words = f"{int(number)}. {_words(what)}"
    return f'<li><span>{words}</span><a href="{address}"><img src="{address}" alt="{words}" loading="lazy"></a></li>'


def _plain(text: str) -> str:
    return re.sub(r"[^\w]+", "-", text.lower()).strip("-")


def _words(plain: str) -> str:
    return html.escape(plain.replace("-", " ").capitalize())


class Steps:
    """The steps of one person, numbered as they come."""

    def __init__(self, page: Page, who: str) -> None:
        self._page, self._who = page, who
        self._numbers: Iterator[int] = iter(range(1, 100))

    def keep(self, what: str) -> None:
        """Keep what is seen now."""
        keep(self._page, self._who, next(self._numbers), what)
