"""Where somebody goes on who stopped halfway."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from app.responding.questions.screens import Screen

CHECK_PAGE = "controle"


def place_to_go_on(screens: Sequence[Screen], answered: Container[str]) -> str:
    """Return the part of the address where somebody goes on: the last screen with an answer while a question on it is
    open, else the screen after it, and after the last screen the check page.

    What was skipped before that stays skipped; the check page leads back to it.
    """
    reached = [screen for screen in screens if any(question.id in answered for question in screen.questions)]
    if not reached:
        return "stap/1"
    last = reached[-1]
    if any(question.id not in answered for question in last.questions):
        return f"stap/{last.number}"
    return f"stap/{last.number + 1}" if last.number < len(screens) else CHECK_PAGE
