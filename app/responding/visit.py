"""Somebody at the door of a window: which scan it is, whether it is open, and the questionnaire that was begun."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.collaborations.state import takes_answers
from app.web.language import IN_DUTCH

if TYPE_CHECKING:
    from datetime import date

    from app.models import Draft
    from app.store.scans import WindowInContext
    from app.web.language import Speech, Words
    from questionnaires import Edition, Role, WindowFile, WindowId

STAMP_LENGTH = 12


def token_hash(resume_code: str) -> str:
    """What is kept of a resume code: enough to recognise it, not to find it."""
    return hashlib.sha256(resume_code.encode()).hexdigest()


def stamp_of(kept_hash: str) -> str:
    """What a form carries to say which questionnaire it belongs to; it does not lead to the token."""
    return hashlib.sha256(kept_hash.encode()).hexdigest()[:STAMP_LENGTH]


@dataclass(frozen=True)
class Visit:
    """One request of somebody who may come in.

    `content` is what the edition says about this window, both in the language of `speech`. `draft` is the questionnaire
    that this browser began and did not send; then `resume_code` is the code by which it is found again, which only the
    browser knows.
    """

    found: WindowInContext
    edition: Edition
    content: WindowFile
    draft: Draft | None
    resume_code: str | None
    today: date
    speech: Speech = IN_DUTCH

    @property
    def words(self) -> Words:
        """The words in which this visitor is spoken to."""
        return self.speech.words

    @property
    def in_dutch(self) -> WindowFile:
        """What the edition says about this window in Dutch."""
        return self.edition.in_language("nl").windows[self.window]

    @property
    def window(self) -> WindowId:
        """The name of the window, such as `inwoner`."""
        return self.content.id

    @property
    def is_resident(self) -> bool:
        """Whether this is the window of the residents."""
        return self.window == "inwoner"

    @property
    def is_team(self) -> bool:
        """Whether a group answers together on one form."""
        return self.found.window.mode == "team"

    @property
    def is_personal(self) -> bool:
        """Whether each person has a link of their own."""
        return self.found.window.entry == "personal"

    @property
    def is_by_function(self) -> bool:
        """Whether answers are shown per function, so that they may lead back to a person, who then agrees first."""
        return not self.is_team and self.found.window.minimum == 1

    @property
    def has_minimum(self) -> bool:
        """Whether nothing is shown of this window while fewer people than its minimum answered."""
        return not self.is_team and self.found.window.minimum > 1

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles that can be chosen in this window."""
        return self.edition.roles.roles[self.window]

    @property
    def is_open(self) -> bool:
        """Whether this window takes answers now."""
        return takes_answers(self.found.scan, self.found.window, self.today)

    @property
    def begun(self) -> Draft:
        """The questionnaire that was begun; only where a route made sure that there is one."""
        if self.draft is None:
            raise LookupError("this visit has no draft")
        return self.draft

    @property
    def stamp(self) -> str:
        """What a form carries to say which questionnaire it belongs to; empty where none was begun."""
        return stamp_of(self.draft.token_hash) if self.draft else ""

    def path(self, part: str = "") -> str:
        """The address of a page of this window: `path("stap/1")`, or without `part` the start page."""
        return f"/invullen/{self.found.window.ref}{f'/{part}' if part else ''}"
