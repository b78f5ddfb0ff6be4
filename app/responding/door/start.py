"""Beginning: what is chosen before the first question, and the questionnaire that is then made."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.collaborations.codes import new_resume_code
from app.models import Draft
from app.responding.visit import token_hash
from app.store.drafts import add_draft
from app.web.forms import FieldError

if TYPE_CHECKING:
    from app.db import Session
    from app.responding.visit import Visit
    from app.web.forms import FormFields

SMALLEST_GROUP, LARGEST_GROUP = 2, 200


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a start page sent, as it was sent. `agreed` is the box of the form in force: one person's or a group's."""

    role: str = ""
    participants: str = ""
    agreed: bool = False

    @classmethod
    def of(cls, fields: FormFields) -> Beginning:
        """Read what a start page sent."""
        return cls(fields.text("rol"), fields.text("deelnemers"), fields.checked("akkoord"))


def faults(visit: Visit, chosen: Beginning) -> tuple[FieldError, ...]:
    """Return what has to be right before somebody can begin, in the order of the page."""
    found: list[FieldError] = []
    say = visit.words.say
    if visit.is_team and _group_size(chosen) is None:
        found.append(
            FieldError("deelnemers", f"Vul in met hoeveel mensen u invult: van {SMALLEST_GROUP} tot {LARGEST_GROUP}.")
        )
    if chosen.role not in {role.id for role in visit.roles}:
        found.append(
            FieldError("rol", say("Kies een antwoord bij de vraag ‘{question}’", question=visit.content.role_question))
        )
    if visit.is_team and not chosen.agreed:
        found.append(
            FieldError("akkoord", "Zet een vinkje als iedereen aan tafel instemt. Anders kunt u niet beginnen.")
        )
    if visit.is_by_function and visit.content.start.confirmation and not chosen.agreed:
        found.append(FieldError("akkoord", "Zet een vinkje als u dit weet. Anders kunt u niet beginnen."))
    return tuple(found)


def begin(session: Session, visit: Visit, chosen: Beginning) -> str:
    """Make the questionnaire that somebody now fills in and return the code by which it is found again.

    Only the hash of that code is kept. What was chosen must be without faults.
    """
    resume_code = new_resume_code()
    draft = Draft(
        id=secrets.token_hex(16),
        scan_id=visit.found.window.scan_id,
        window=visit.window,
        token_hash=token_hash(resume_code),
        role=chosen.role,
        participants=(_group_size(chosen) or 1) if visit.is_team else 1,
        touched_on=visit.today,
    )
    add_draft(session, draft)
    return resume_code


def _group_size(chosen: Beginning) -> int | None:
    if not (chosen.participants.isascii() and chosen.participants.isdecimal() and len(chosen.participants) <= 3):
        return None
    size = int(chosen.participants)
    return size if SMALLEST_GROUP <= size <= LARGEST_GROUP else None
