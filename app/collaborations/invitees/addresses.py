"""Addresses as people paste them: from a mail program, a list, or typed by hand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from email_validator import EmailNotValidError, validate_email

from app.collaborations.wanted import NotAcceptedError
from app.web.forms import FieldError

if TYPE_CHECKING:
    from collections.abc import Iterator

FIELD = "adressen"
MOST_AT_ONCE = 500
LONGEST_ADDRESS = 254
SHOWN = 80
"""Characters of what is no address, in what is said about it."""
_QUOTED = re.compile(r'"[^"]*"')
_IN_BRACKETS = re.compile(r"<([^<>]*)>")


@dataclass(frozen=True, slots=True)
class Pasted:
    """Something that stands for one address, and on which line it stood."""

    line: int
    text: str


def read_addresses(text: str) -> list[str]:
    """Return the addresses in a text, in small letters, each once; raises `NotAcceptedError` with all that is wrong."""
    pasted, faults, found = list(_pasted(text)), [], dict[str, None]()
    for one in pasted:
        address = _address(one.text)
        if address is None:
            faults.append(FieldError(FIELD, f"Regel {one.line}: ‘{one.text[:SHOWN]}’ is geen e-mailadres."))
        else:
            found[address] = None
    if not pasted:
        faults.append(FieldError(FIELD, "Plak of typ ten minste één e-mailadres."))
    if len(found) > MOST_AT_ONCE:
        message = f"Dit zijn {len(found)} adressen. Voeg er hoogstens {MOST_AT_ONCE} tegelijk toe."
        faults.append(FieldError(FIELD, message))
    if faults:
        raise NotAcceptedError(tuple(faults))
    return list(found)


def _pasted(text: str) -> Iterator[Pasted]:
    """Give each piece of a text: between line ends, commas and semicolons.

    A name may stand before an address in brackets, with a comma of its own: `Jansen, Piet <p.jansen@houten.nl>`.
    """
    for number, line in enumerate(text.splitlines(), start=1):
        pieces = [piece.strip() for piece in re.split(r"[;,]", _QUOTED.sub("", line))]
        for place, piece in enumerate(pieces):
            following = pieces[place + 1] if place + 1 < len(pieces) else ""
            is_name = "@" not in piece and re.search(r"<[^<>]*@[^<>]*>$", following) and not following.startswith("<")
            if piece and not is_name:
                yield Pasted(number, piece)


def _address(text: str) -> str | None:
    in_brackets = _IN_BRACKETS.search(text)
    wanted = (in_brackets[1] if in_brackets else text).strip().removeprefix("mailto:")
    try:
        found = validate_email(wanted, check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError:
        return None
    address = (found.ascii_email or found.normalized).lower()
    return address if len(address) <= LONGEST_ADDRESS else None
