"""Somebody who answers page by page, as a browser without JavaScript does: it knows links and forms, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from tests.app.page_client import INSPECTIONS, Element, InspectedPage, inspected

UNINSPECTED = tuple(inspect.__name__ for inspect in INSPECTIONS)
"""Other tests look at the pages; here fifty people go through them at once."""

Choose = Callable[[str, list[str]], str | None]
"""From the name of a question and the values of its options to the one that is chosen; None skips it."""


def first_option(_question: str, options: list[str]) -> str:
    """Choose what stands first."""
    return options[0]


@dataclass
class Respondent:
    """One person at a client of their own; `http` is an httpx client that keeps cookies and follows redirects."""

    http: Any
    choose: Choose = first_option
    comment: str = ""
    chosen: dict[str, str] = field(default_factory=dict)
    page: InspectedPage | None = None
    path: str = ""
    status: int = 0

    def open(self, path: str) -> None:
        """Go to an address."""
        self._read(self.http.get(path, follow_redirects=True))

    def begin(self, link: str) -> None:
        """Come in by a link and begin, up to the first question."""
        self.open(link)
        form = self.form_to("/begin")
        self._submit(form, {"rol": self.options(form, "rol")[0], "akkoord": "ja"})

    def answer_all(self) -> None:
        """Answer screen after screen, until the check page."""
        while "/stap/" in self.path:
            self.answer()

    def answer(self) -> None:
        """Fill in the screen and go on to the next."""
        form = self.form_to("/stap/")
        filled: dict[str, Any] = {"naar": "volgende"}
        for question in self.questions(form):
            value = self.choose(question, self.options(form, question))
            if value is not None:
                filled[question] = self.chosen[question] = value
        filled |= {area["name"]: self.comment for area in form.all("textarea") if self.comment}
        self._submit(form, filled)

    def send(self) -> None:
        """Send what was filled in, from the check page."""
        self._submit(self.form_to("/versturen"), {})

    def form_to(self, part: str) -> Element:
        """The form of this page that is sent to an address with this part."""
        assert self.page is not None
        forms = [form for form in self.page.all("form") if part in form["action"]]
        assert len(forms) == 1, f"{self.path} ({self.status}) has {len(forms)} forms to {part}: {self.page.text[:300]}"
        return forms[0]

    def questions(self, form: Element) -> list[str]:
        """The names of the questions in a form."""
        choices = [one["name"] for one in form.all("input") if one.get("type") in {"radio", "checkbox"}]
        return list(dict.fromkeys(choices))

    def options(self, form: Element, name: str) -> list[str]:
        """The values that can be chosen at a question."""
        return [one["value"] for one in form.all("input") if one.get("name") == name]

    def hidden(self, form: Element) -> dict[str, str]:
        """What a form carries along."""
        return {one["name"]: one["value"] for one in form.all("input") if one.get("type") == "hidden"}

    def _submit(self, form: Element, filled: Mapping[str, Any]) -> None:
        data = self.hidden(form) | dict(filled)
        self._read(self.http.post(form["action"], data=data, follow_redirects=True))

    def _read(self, response: Any) -> None:
        self.status = response.status_code
        self.path = urlsplit(str(response.url)).path
        self.page = inspected(response.text, dict(response.headers), self.status, skip=UNINSPECTED)
