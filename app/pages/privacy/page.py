"""What the templates about privacy may know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.web.page import Page

if TYPE_CHECKING:
    from app.pages.privacy.facts import Facts
    from app.pages.privacy.register import Activity
    from app.retention.overview import Rule
    from app.web.page import Link


@dataclass(frozen=True, kw_only=True)
class PrivacyPage(Page):
    """What is known about whom, why, and for how long.

    `unsent` and `periods` are in words; `residents` is the smallest number of residents of whom anything is shown.
    """

    facts: Facts
    rules: tuple[Rule, ...]
    contents: tuple[Link, ...]
    unsent: str
    periods: str
    log: str
    residents: str


@dataclass(frozen=True, kw_only=True)
class RegisterPage(Page):
    """What a municipality can take over in its register of processing activities."""

    introduction: tuple[str, ...]
    activities: tuple[Activity, ...]
    download: str
