"""What somebody who answers does."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from tests.journeys.person import ANSWER_MS, Person


def named(what: str, question: str) -> re.Pattern[str]:
    """The name of something that repeats the question only for who cannot see it."""
    return re.compile(rf"^{what} ?: {re.escape(question)}$")


class Respondent(Person):
    """Somebody who opens a link and answers."""

    def begins(self, role: str) -> None:
        """Choose a role on the start page and go to the first question."""
        self.touches(self.page.get_by_text(role, exact=True))
        self.presses("Begin met de vragen")
        expect(self.page).to_have_url(re.compile("/stap/1$"), timeout=ANSWER_MS)

    @property
    def questions(self) -> Locator:
        """The questions on this screen."""
        return self.page.locator("fieldset.question-fieldset")

    def outcome(self, number: int = 1) -> Locator:
        """Where it is said what became of the answer to a question."""
        return self.page.get_by_role("status").nth(number - 1)

    def chooses(self, label: str, *, at: int = 1) -> None:
        """Choose an answer to one of the questions on this screen."""
        self.touches(self.questions.nth(at - 1).get_by_text(label, exact=True))
        expect(self.answer(label, at=at)).to_be_checked()

    def answer(self, label: str, *, at: int = 1) -> Locator:
        """The control of an answer."""
        return self.questions.nth(at - 1).get_by_label(label, exact=True)

    def chooses_option(self, number: int, *, at: int) -> None:
        """Choose the answer that stands at this place, for questions with long answers."""
        self.touches(self.questions.nth(at - 1).locator("label.question-option").nth(number - 1))

    def sees_saved(self, at: int = 1) -> None:
        """The page says that the answer was saved."""
        expect(self.outcome(at)).to_have_text("Opgeslagen", timeout=ANSWER_MS)

    def answers(self, label: str) -> None:
        """Choose an answer, see that it is saved where the page can say so, and go on."""
        self.chooses(label)
        if self.has_scripts:
            self.sees_saved()
        self.goes_on()

    def answers_whole_screen(self, option: int) -> None:
        """Give every question of this screen the answer at this place, and go on."""
        for number in range(1, self.questions.count() + 1):
            self.chooses_option(option, at=number)
            if self.has_scripts:
                self.sees_saved(number)
        self.goes_on()

    def goes_on(self) -> None:
        """Press the button that leads to what follows, and be there."""
        here = self.page.url
        self.touches(self.page.get_by_role("button", name=re.compile("^(Volgende|Naar het overzicht)$")))
        expect(self.page).not_to_have_url(here, timeout=ANSWER_MS)

    def answers_the_rest(self, option: int = 2) -> None:
        """Answer every screen until the check page."""
        while "/stap/" in self.path:
            self.answers_whole_screen(option)

    def is_at_step(self, number: int) -> None:
        expect(self.page).to_have_url(re.compile(rf"/stap/{number}(\?|#|$)"), timeout=ANSWER_MS)

    def reads_answer(self, question: str, answer: str) -> None:
        """On the check page this answer stands at this question."""
        line = self.page.locator(".check-line").filter(has_text=question)
        expect(line.locator(".check-answer")).to_have_text(answer, timeout=ANSWER_MS)

    def changes(self, question: str) -> None:
        """Follow the link beside an answer on the check page."""
        self.touches(self.page.get_by_role("link", name=named("Wijzigen", question)))

    def takes_back(self, question: str) -> None:
        """Press the button that takes an answer away."""
        self.touches(self.page.get_by_role("button", name=named("Antwoord wissen", question)))
