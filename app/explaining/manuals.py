"""The manuals: Markdown in `docs/handleiding/`, read by people in the repository and shown by the service as pages."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markupsafe import escape

from app.config import bundled
from app.web.assets import Asset
from app.web.page import Link

if TYPE_CHECKING:
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token

PICTURES = "beelden"
"""The folder of the pictures beside the manuals, as the manuals write it."""
WORDS_PER_MINUTE = 180
TABLE = "utrecht-table utrecht-table--html-table app-table app-table--folds"
"""On a phone the cells of a row stand below each other, each with the name of its column."""

Address = Callable[[str], str]
HEADINGS = {"h1": "utrecht-heading-1", "h2": "utrecht-heading-2", "h3": "utrecht-heading-3", "h4": "utrecht-heading-4"}


@dataclass(frozen=True, slots=True)
class Manual:
    """A manual as it is shown: its title, its parts, how long it takes to read, and its text as HTML."""

    title: str
    contents: tuple[Link, ...]
    minutes: int
    html: str


def folder() -> Path:
    """Where the manuals are: in an installed program, or in a checkout."""
    return bundled("docs/handleiding")


def pictures() -> list[Asset]:
    """The pictures of the manuals, as files that pages refer to."""
    return [Asset(f"handleiding/{path.name}", path.read_bytes) for path in sorted((folder() / PICTURES).glob("*.png"))]


def read_manual(name: str, picture: Address, manuals: Sequence[str]) -> Manual:
    """One manual; `picture` gives the address of a picture by its file name, `manuals` are those that are served."""
    text = (folder() / f"{name}.md").read_text(encoding="utf-8")
    markdown = _markdown(picture, manuals)
    tokens = markdown.parse(text)
    title = tokens[1].content
    contents = tuple(
        Link(heading.content, f"#{opening.attrs['id']}")
        for opening, heading in pairwise(tokens)
        if opening.type == "heading_open" and opening.tag == "h2"
    )
    # The title is the heading of the page; what follows it is the text.
    html = markdown.renderer.render(tokens[3:], markdown.options, {})
    return Manual(title, contents, ceil(len(text.split()) / WORDS_PER_MINUTE), html)


def place(heading: str) -> str:
    """The name of the place of a heading.

    >>> place("Als er te weinig mensen antwoorden")
    'als-er-te-weinig-mensen-antwoorden'
    """
    return re.sub(r"[^\w]+", "-", heading.casefold()).strip("-")


def _markdown(picture: Address, manuals: Sequence[str]) -> MarkdownIt:
    """Return what reads a manual: no HTML inside, places for headings, tables that say what they are."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    markdown.core.ruler.push("ours", lambda state: _prepare(state.tokens, picture, manuals))
    markdown.add_render_rule("image", _image)
    return markdown


def _prepare(tokens: list[Token], picture: Address, manuals: Sequence[str]) -> None:
    """Give headings their place, pictures and links an address that exists here, and tables what they need to fold."""
    heading = ""
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = tokens[index + 1].content
            token.attrs |= {"id": place(heading), "class": HEADINGS[token.tag]}
        elif token.type == "table_open":
            token.attrs |= {"class": TABLE, "aria-label": heading}
            _prepare_table(tokens[index : index + 1 + _end_of_table(tokens[index:])])
        _prepare_line(token.children or [], picture, manuals)


def _end_of_table(tokens: Sequence[Token]) -> int:
    return next(index for index, token in enumerate(tokens) if token.type == "table_close")


def _prepare_table(tokens: Sequence[Token]) -> None:
    """Say of each cell which column it is in; the first of a row is the heading of that row."""
    columns = [text.content for cell, text in pairwise(tokens) if cell.type == "th_open"]
    column = 0
    for token in tokens:
        if token.type == "tr_open":
            column = 0
        elif token.type == "th_open":
            token.attrSet("scope", "col")
        elif token.type in {"td_open", "td_close"} and column == 0:
            token.tag = "th"
            if token.type == "td_open":
                token.attrSet("scope", "row")
        elif token.type == "td_open":
            token.attrSet("data-label", columns[column])
        column += token.type == "td_close"


def _prepare_line(parts: list[Token], picture: Address, manuals: Sequence[str]) -> None:
    leads_nowhere = False
    for part in parts:
        if part.type == "image":
            name = Path(str(part.attrs["src"])).name
            width, height = _size((folder() / PICTURES / name).read_bytes())
            part.attrs |= {"src": picture(name), "width": width, "height": height, "loading": "lazy"}
        elif part.type == "link_open":
            address = _address(str(part.attrs["href"]), manuals)
            leads_nowhere = not address
            part.attrSet("href", address)
        if leads_nowhere and part.type in {"link_open", "link_close"}:
            part.type = "text"  # what is only in the repository is named here, not linked


def _address(href: str, manuals: Sequence[str]) -> str:
    """Where a link of a manual leads within the service; empty where it leads to a file of the repository."""
    name, _, part = href.partition("#")
    if not name.endswith(".md"):
        return href
    known = name.removesuffix(".md")
    return f"/handleiding/{known}{f'#{part}' if part else ''}" if known in manuals else ""


def _size(png: bytes) -> tuple[int, int]:
    """Width and height of a picture, as they stand in the beginning of its file."""
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def _image(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    """A picture that leads to itself: on a phone it is read by making it larger."""
    return f'<a href="{escape(tokens[index].attrs["src"])}">{renderer.image(tokens, index, options, env)}</a>'
