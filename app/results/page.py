"""What every result page has. Each page stands with the function that makes it, in `app/results/pages`.

A page holds text, numbers as they may be read, and finished drawings. What may not be shown is not in it.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.web.page import Link, Page


@dataclass(frozen=True, kw_only=True)
class ResultPage(Page):
    """What every page of a result has: what it is about, its parts, and where it comes from.

    `superseded` says of an earlier version which one it is, with the address of the latest; `desk` is where the scan is
    managed, empty for who only reads, and `paper` is the whole to print. `alone` marks a page that is part of one
    document without a service behind it, `on_paper` one that is printed.
    """

    about: tuple[str, ...]
    scope: tuple[tuple[str, str], ...]
    sections: tuple[Link, ...]
    superseded: Link | None
    desk: str
    paper: str
    basis: str
    disclaimer: str
    attribution: str
    edition: str
    alone: bool
    on_paper: bool

    def part(self, label: str) -> str:
        """Where a part of the result is found."""
        return next(link.href for link in self.sections if link.label == label)
