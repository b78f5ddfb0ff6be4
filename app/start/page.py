"""What the start page of somebody who is signed in may know."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from app.web.page import Page

if TYPE_CHECKING:
    from app.pages.page import HomePage


class Urgency(IntEnum):
    """How soon something wants to be done, the most urgent first."""

    OVERDUE = 0
    BEFORE_A_DATE = 1
    WAITED_FOR = 2
    TO_READ = 3
    TO_BEGIN = 4
    TO_CHOOSE = 5
    ONCE_A_YEAR = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that can be done now: a sentence and one button. `about` tells buttons with the same words apart.

    `urgency` and then `days` say what comes first.
    """

    sentence: str
    button: str
    href: str
    about: str
    urgency: Urgency
    days: int = 0

    @property
    def place(self) -> tuple[int, int, str]:
        """Where it stands among others."""
        return self.urgency, self.days, self.sentence


@dataclass(frozen=True, kw_only=True)
class StartPage(Page):
    """What somebody can do now, the most urgent first; `nothing` says why that is nothing. `home` is for everybody."""

    steps: tuple[Step, ...]
    nothing: str
    home: HomePage
