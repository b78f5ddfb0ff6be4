"""What who manages a scan does."""

from __future__ import annotations

import secrets

from playwright.sync_api import Locator

from tests.journeys.person import Person

RESIDENTS_CONTACT = "Sanne de Wit, cliëntondersteuner, 030 123 45 67"
STAFF_CONTACT = "Karim Bakker, beleidsadviseur, k.bakker@houten.example"


class Coordinator(Person):
    """Who manages every municipality, and is signed in."""

    def describes_a_collaboration(self) -> str:
        """Fill in the form of a new collaboration and return its name."""
        name = f"Samen verder {secrets.token_hex(4)}"
        self.types("Houten", at="Gemeente")
        self.types(name, at="Naam van de samenwerking")
        self.types("Inwoners met een uitkering die ook zorg krijgen", at="Om welke inwoners gaat het?")
        self.types("Sociaal team, sociale dienst en welzijn", at="Welke organisaties doen mee?")
        return name

    def names_who_can_be_asked(self) -> None:
        """Fill in the contacts: one outside the municipality for residents, one for everybody else."""
        self.types(RESIDENTS_CONTACT, at="Aan wie kunnen inwoners iets vragen?")
        self.ticks("Deze persoon werkt niet bij de gemeente")
        staff = self.page.locator("#professional_contact")
        staff.fill(STAFF_CONTACT)

    def window(self, name: str) -> Locator:
        """The part of the page that is about one window."""
        heading = self.page.get_by_role("heading", level=3, name=name, exact=True)
        return self.page.locator(".setup-window, .closing-window").filter(has=heading)

    def link_of(self, window: str) -> str:
        """The open link of a window, as it stands on the desk."""
        return str(self.page.locator(f"#link-{window}").inner_text())

    @property
    def desk(self) -> str:
        """The desk of the scan whose pages are open."""
        return self.path[: self.path.index("/beheer") + len("/beheer")]
