"""What somebody with a link of their own is written: an invitation, and a reminder that may come too late."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.collaborations.codes import grouped
from app.collaborations.invitations.texts import invitation_text, regards, subject, whom_to_ask
from app.mail.post import Letter

if TYPE_CHECKING:
    from app.collaborations.invitations.texts import Occasion


def for_one(occasion: Occasion, link: str, code: str) -> Occasion:
    """The same occasion with the link and the code of one person."""
    return replace(occasion, is_personal=True, link=link, code=grouped(code))


def with_intro(occasion: Occasion, intro: str) -> Occasion:
    """The same occasion with something of the sender before it."""
    return replace(occasion, intro=intro)


def invitation(address: str, occasion: Occasion) -> Letter:
    """The letter in which somebody gets their link."""
    return Letter(address=address, subject=subject(occasion), text=invitation_text(occasion))


def reminder(address: str, occasion: Occasion) -> Letter:
    """The letter that repeats the link; it goes to some who have sent already, and says so."""
    paragraphs = (
        "Beste collega,",
        (
            "Onlangs vroegen wij u hoe u kijkt naar de samenwerking rond inwoners, voor "
            f"{occasion.collaboration} in {occasion.municipality}."
        ),
        (
            "Heeft u uw antwoorden al verstuurd? Dank u wel, dan hoeft u niets te doen. Wij houden alleen in "
            "groepen bij wie er verstuurde. Daarom krijgt u dit bericht misschien ook na het versturen."
        ),
        f"Nog niet? Dit is uw eigen link:\n{occasion.link}",
        *((f"Het kan tot en met {occasion.closes}.",) if occasion.closes else ()),
        "Meedoen is vrijwillig.",
        f"Heeft u een vraag over deze scan? Neem dan contact op met {whom_to_ask(occasion)}",
        regards(occasion),
    )
    return Letter(address=address, subject=f"Herinnering: {subject(occasion)}", text="\n\n".join(paragraphs))
