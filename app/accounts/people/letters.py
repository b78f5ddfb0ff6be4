"""What people are written about their roles: short, plain, and signed by the installation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.accounts.people.places import MAY
from app.mail.post import Letter
from app.web.formatting import date_in_words, enumeration

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from app.accounts.people.places import Place

WELCOME = "Uitnodiging voor Vensterscan"
ACCESS = "U heeft toegang gekregen in Vensterscan"
ENDED = "Uw rol als moderator is beëindigd"
ABOUT_ACCESS = (WELCOME, ACCESS)
"""The subjects of letters that are no longer true once a role is taken away."""


@dataclass(frozen=True, slots=True)
class Desk:
    """From where letters are written: `absolute` makes of a path the whole address; the day and the moment."""

    absolute: Callable[[str], str]
    today: date
    now: datetime

    def letter(self, address: str, subject: str, *paragraphs: str) -> Letter:
        """Return a letter with a greeting and a signature."""
        signature = f"Vensterscan\n{self.absolute('')}"
        return Letter(address=address, subject=subject, text="\n\n".join(("Goedendag,", *paragraphs, signature)) + "\n")

    def welcome(self, address: str, place: Place, path: str, until: date) -> Letter:
        """The first letter to somebody: what they are asked for, and the link with which they begin."""
        return self.letter(
            address,
            WELCOME,
            f"{_who_asks(place)} nodigt u uit voor Vensterscan, als {place.in_words}. {MAY[place.role]}",
            f"Met deze link begint u. De link werkt één keer, tot en met {date_in_words(until)}:",
            self.absolute(path),
            UNEXPECTED,
        )

    def access(self, address: str, place: Place) -> Letter:
        """The letter to somebody who knows the way."""
        return self.letter(
            address,
            ACCESS,
            f"{_who_asks(place)} heeft u toegang gegeven in Vensterscan, als {place.in_words}. {MAY[place.role]}",
            "U logt in zoals u gewend bent:",
            self.absolute("/inloggen"),
            UNEXPECTED,
        )

    def moderation_ended(self, address: str, municipality: str, scans: Sequence[str]) -> Letter:
        """The letter to a moderator who becomes coördinator."""
        named = enumeration([f"‘{name}’" for name in scans])
        return self.letter(
            address,
            ENDED,
            f"U bent nu coördinator van {municipality}. Een coördinator leest opmerkingen pas als een moderator ze "
            "heeft vrijgegeven, en kan daarom zelf geen moderator zijn.",
            f"U bent daarom geen moderator meer van {named}. De gemeente wijst zo nodig iemand anders aan.",
        )


UNEXPECTED = "Verwachtte u dit bericht niet? Dan hoeft u niets te doen."


def _who_asks(place: Place) -> str:
    return f"De gemeente {place.municipality.name}" if place.municipality else "De beheerder van deze installatie"
