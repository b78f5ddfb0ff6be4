"""The form of a collaboration: what was typed, and what it means."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.collaborations.wanted import WantedCollaboration

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.models import Collaboration, Municipality
    from app.web.forms import FormFields

SPOKEN = {"den haag": "s-gravenhage", "den bosch": "s-hertogenbosch"}
"""What people say, and the name that stands in the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CollaborationForm:
    """What stands in the form; `municipality` is the name as it was typed, `kind` empty where it is not known yet."""

    municipality: str = ""
    name: str = ""
    target_group: str = ""
    partners: str = ""
    kind: str = ""


def read_collaboration(fields: FormFields) -> CollaborationForm:
    """Return what somebody typed."""
    return CollaborationForm(
        municipality=on_one_line(fields.text("municipality")),
        name=on_one_line(fields.text("name")),
        target_group=on_one_line(fields.text("target_group")),
        partners=on_one_line(fields.text("partners")),
        kind=fields.text("kind"),
    )


def form_of_collaboration(collaboration: Collaboration, municipality: Municipality) -> CollaborationForm:
    """Return a collaboration as it stands in its form."""
    return CollaborationForm(
        municipality=municipality.name,
        name=collaboration.name,
        target_group=collaboration.target_group,
        partners=collaboration.partners,
        kind=collaboration.kind or "",
    )


def wanted_collaboration(form: CollaborationForm, municipality_code: str) -> WantedCollaboration:
    """Return what the form means; the code is empty where no municipality has that name."""
    return WantedCollaboration(
        municipality=municipality_code,
        name=form.name,
        target_group=form.target_group,
        partners=form.partners,
        kind=form.kind or None,
    )


def municipality_named(typed: str, municipalities: Iterable[Municipality]) -> Municipality | None:
    """Return the municipality that somebody means, in any case, with or without accents; None where there is none."""
    wanted = comparable(typed).removeprefix("gemeente ")
    wanted = SPOKEN.get(wanted, wanted)
    return next((one for one in municipalities if comparable(one.name) == wanted), None)


def on_one_line(text: str) -> str:
    """Return a text with single spaces and without line ends.

    >>> on_one_line(" Op  Koers\\n")
    'Op Koers'
    """
    return " ".join(text.split())


def comparable(name: str) -> str:
    r"""Return a name as it is compared.

    >>> comparable("’s-Gravenhage"), comparable("Súdwest-Fryslân")
    ('s-gravenhage', 'sudwest-fryslan')
    """
    plain = unicodedata.normalize("NFKD", name)
    letters = (sign for sign in plain if not unicodedata.combining(sign) and sign not in "'’‘`")
    return on_one_line("".join(letters).casefold())
