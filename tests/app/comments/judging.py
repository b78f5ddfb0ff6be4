"""A closed scan with comments, and what a moderator does with them, for the tests of this room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI
from sqlmodel import col, select

from app.closing.service import close_scan
from app.comments.service import mark
from app.db import begin_writing
from app.models import Comment
from questionnaires import WindowId
from tests.app.drafts import add_comment
from tests.app.page_client import InspectedPage, PageClient
from tests.app.people import somebody
from tests.app.scans import CLOSED_ON, SetUp, add_response, add_scan, full_answers

ENOUGH = 5
Written = tuple[WindowId, str, str]
"""Window, subject and text."""
BY_PROFESSIONAL: Written = ("professional", "pro_visie", "Wij willen hetzelfde, maar zeggen het niet.")
BY_RESIDENT: Written = ("inwoner", "inw_regie", "Ik wil erbij zijn.")


@dataclass(frozen=True)
class Closed:
    """A scan that was closed, and where its comments are judged."""

    app: FastAPI
    set_up: SetUp

    @property
    def id(self) -> str:
        return self.set_up.scan.id

    @property
    def path(self) -> str:
        return f"/scans/{self.id}/opmerkingen"

    def moderator(self, **about: Any) -> PageClient:
        """Somebody new who moderates this scan."""
        return somebody(self.app, "moderator", scan_id=self.id, **about)

    def comments(self) -> list[Comment]:
        """Every comment as it is stored now."""
        with begin_writing(self.app.state.engine) as session:
            found = session.exec(select(Comment).where(col(Comment.scan_id) == self.id)).all()
            session.expunge_all()
            return list(found)

    def comment(self, text: str) -> Comment:
        """The comment that was written in these words."""
        return next(one for one in self.comments() if one.text == text)

    def address(self, comment: Comment) -> str:
        """Where a comment is judged."""
        return f"{self.path}/{comment.window}/{comment.id}"

    def fields(self, text: str, choice: str = "vrijgeven", **typed: str) -> dict[str, str]:
        """What the form of a comment sends as it stands now."""
        comment = self.comment(text)
        return {"besluit": choice, "tekst": text, "gezien": mark(comment)} | typed

    def judge(self, client: PageClient, text: str, choice: str = "vrijgeven", **typed: str) -> str:
        """Decide about the comment with this text, and return where that leads."""
        return client.submit(self.address(self.comment(text)), self.fields(text, choice, **typed))

    def refused(
        self, client: PageClient, text: str, status: int, choice: str = "vrijgeven", **typed: str
    ) -> InspectedPage:
        """Decide something that is refused, and return the page that says why."""
        return client.refused(self.address(self.comment(text)), self.fields(text, choice, **typed), status=status)


def closed_scan(
    app: FastAPI,
    *written: Written,
    answered: dict[WindowId, int] | None = None,
    silent: tuple[str, int] | None = None,
    **about: Any,
) -> Closed:
    """A closed scan in which people wrote something.

    `answered` says how many answered per window, else enough everywhere. `silent` names a dimension of professionals
    and how many of them answered none of its questions.
    """
    with begin_writing(app.state.engine) as session:
        set_up = add_scan(session, **about)
        for window, number in (answered or dict.fromkeys(("inwoner", "professional", "beleid"), ENOUGH)).items():
            for person in range(number):
                answers = full_answers(window)
                if silent and window == "professional" and person < silent[1]:
                    answers = {item: value for item, value in answers.items() if not item.startswith(silent[0])}
                add_response(session, set_up, window, answers=answers)
        for window, subject, text in written:
            add_comment(session, set_up, text, window, subject)
        close_scan(session, app.state.editions, set_up.scan.id, CLOSED_ON)
    return Closed(app, set_up)
