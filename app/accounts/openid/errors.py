"""What can go wrong when somebody signs in elsewhere: a sentence for them, a reason for the log."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of failure: the status of the page and the sentence on it."""

    status: int
    sentence: str


AWAY = Fault(502, "De inlogdienst van uw organisatie werkt nu niet. Probeer het over een paar minuten opnieuw.")
REFUSED = Fault(403, "U hebt het inloggen afgebroken, of u mag niet inloggen. U bent niet ingelogd.")
TOO_LATE = Fault(400, "Het inloggen duurde te lang. Begin opnieuw met inloggen.")
NOT_BEGUN = Fault(400, "Het inloggen is niet in deze browser begonnen, of was al afgerond. Begin opnieuw met inloggen.")
UNTRUSTED = Fault(
    502,
    "Het antwoord van de inlogdienst van uw organisatie klopt niet. U bent niet ingelogd. "
    "Gebeurt dit vaker, laat het dan de beheerder weten.",
)


class OpenIdError(Exception):
    """Signing in failed; nothing has changed.

    `sentence` is Dutch and for the page, `status` goes with it; `reason` is short, English and for the log: it holds
    no token, no text that somebody else wrote, and nothing about a person.
    """

    def __init__(self, fault: Fault, reason: str) -> None:
        super().__init__(reason)
        self.status = fault.status
        self.sentence = fault.sentence
        self.reason = reason
