"""What everybody can do in a browser, in words that read as a story."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import Error, Locator, Page, expect

from tests.support.browser import accessibility_faults, scrolls_sideways

if TYPE_CHECKING:
    from tests.journeys.service import Service

ANSWER_MS = 15_000
"""How long a page may take to show something; the machine of the tests may be busy."""


class Person:
    """Somebody with a browser, who taps where the screen is one to touch, and who may do without JavaScript."""

    def __init__(self, page: Page, service: Service, *, taps: bool = False, has_scripts: bool = True) -> None:
        self.page = page
        self.service = service
        self.taps = taps
        self.has_scripts = has_scripts

    @property
    def path(self) -> str:
        """Where this person is, without what stands behind the question mark."""
        return self.page.url.removeprefix(self.service.address).partition("?")[0].partition("#")[0]

    def goes_to(self, path: str) -> None:
        self.page.goto(path if path.startswith("http") else self.service.address + path)

    def reloads(self) -> None:
        self.page.reload()

    def goes_back(self) -> None:
        """Press back. What came of sending a form is shown by a browser only when it may send that form anew."""
        try:
            self.page.go_back()
        except Error as error:
            if "net::ERR_CACHE_MISS" not in error.message:
                raise

    def touches(self, place: Locator) -> None:
        """Tap it or click it, whichever this person does."""
        place.tap() if self.taps else place.click()

    def presses(self, label: str) -> None:
        self.touches(self.page.get_by_role("button", name=label, exact=True))

    def follows(self, label: str) -> None:
        self.touches(self.page.get_by_role("link", name=label, exact=True).first)

    def opens_the_menu(self) -> None:
        """On a narrow screen the way to other parts, and out, lies behind a button."""
        self.touches(self.page.locator(".app-menu__button"))

    def ticks(self, label: str) -> None:
        self.touches(self.page.get_by_label(label))
        expect(self.page.get_by_label(label)).to_be_checked()

    def types(self, text: str, *, at: str) -> None:
        self.page.get_by_label(at, exact=True).fill(text)

    def sees_page(self, heading: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading, timeout=ANSWER_MS)

    def reads(self, *texts: str) -> None:
        for text in texts:
            expect(self.page.get_by_role("main")).to_contain_text(text, timeout=ANSWER_MS)

    def does_not_read(self, *texts: str) -> None:
        """Of a page that is already there: look at something that it does show first."""
        for text in texts:
            expect(self.page.get_by_role("main")).not_to_contain_text(text, timeout=ANSWER_MS)

    def is_told(self, *faults: str) -> None:
        """The summary at the top has the focus, and says exactly this."""
        summary = self.page.locator("#fouten")
        expect(summary).to_be_focused(timeout=ANSWER_MS)
        expect(summary.get_by_role("listitem")).to_have_text(list(faults))

    def sees_state(self, words: str) -> None:
        """What was just done is said."""
        expect(self.page.get_by_role("status").filter(has_text=words)).to_be_visible(timeout=ANSWER_MS)

    def can_use_this_page(self) -> None:
        """Nothing that axe knows is wrong with the page as it stands, and it does not scroll sideways."""
        assert accessibility_faults(self.page) == []
        assert not scrolls_sideways(self.page)


def pages_of_pdf(pdf: bytes) -> int:
    """How many pages a PDF of Chromium has."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))
