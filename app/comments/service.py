"""What a moderator may see and what they decide. What may be seen at all is decided in `app.results.voices`."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

from app.accounts.access import may_judge
from app.accounts.audit import Act, note_scan
from app.collaborations.wanted import NotAcceptedError
from app.responding.questions.personal_data import personal_data
from app.results.service import latest_reading
from app.results.voices import may_be_seen, subjects_to_see
from app.store import comments as store
from app.store.erasures import note_erasure
from app.store.scans import find_scan
from app.web.errors import Refusal, not_found
from app.web.forms import FieldError
from app.web.page import Link

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from app.accounts.asker import Asker
    from app.db import Session
    from app.models import Comment
    from app.results.reading import Reading
    from app.results.record import WindowName
    from app.store.scans import ScanInContext
    from questionnaires import Edition

Choice = Literal["vrijgeven", "achterhouden"]

LONGEST = 2000
"""Characters; what was written is shorter, and a little may have to be added."""
LIST = "/opmerkingen"
NOTHING_LEFT = "Er staat geen tekst meer. Kies dan ‘Niet vrijgeven’."
TOO_LONG = f"De tekst is te lang. Gebruik hooguit {LONGEST} tekens."
ORIGINAL_IS_GONE = "De oorspronkelijke tekst is gewist. U kunt deze opmerking alleen nog weghalen."
CHANGED_MEANWHILE = "Deze opmerking is intussen al beoordeeld. Kijk hoe het nu is en kies dan opnieuw."
CONFIRM = "Bevestig dat dit zo vrijgegeven mag worden, of haal het uit de tekst."


class ChangedMeanwhileError(NotAcceptedError):
    """What was decided was decided about a comment as it no longer is."""


@dataclass(frozen=True, slots=True)
class Moderation:
    """A closed scan as one moderator meets it."""

    asker: Asker
    found: ScanInContext
    reading: Reading

    def subjects(self, window: WindowName) -> dict[str, str]:
        """The subjects of a window of which this moderator sees comments, by id with their names."""
        return subjects_to_see(self.reading, window) if may_judge(self.asker, self.found, window) else {}

    def sees(self, window: str, subject: str) -> bool:
        """Whether this moderator sees comments on a subject."""
        return may_judge(self.asker, self.found, window) and may_be_seen(self.reading, window, subject)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a moderator decides of one comment: with which text, and what they saw when they did."""

    choice: Choice
    text: str
    seen: str
    is_confirmed: bool


def open_moderation(session: Session, editions: Mapping[str, Edition], asker: Asker, scan_id: str) -> Moderation:
    """Return a closed scan for its moderator; raises `Refusal`: 404 for everybody else, 409 before it is closed."""
    found = find_scan(session, scan_id) if asker.may_moderate(scan_id) else None
    if found is None:
        raise not_found()
    moderation = _moderation(session, editions, asker, found)
    if moderation is None:
        raise _not_closed_yet(found)
    return moderation


def list_moderations(
    session: Session, editions: Mapping[str, Edition], asker: Asker
) -> list[tuple[ScanInContext, Moderation | None]]:
    """Return every scan that somebody moderates, without a moderation where it is not closed yet."""
    found = [one for scan_id in sorted(asker.moderates) if (one := find_scan(session, scan_id))]
    found.sort(key=lambda one: (one.municipality.name, one.collaboration.name, one.scan.position))
    return [(one, _moderation(session, editions, asker, one)) for one in found]


def _moderation(
    session: Session, editions: Mapping[str, Edition], asker: Asker, found: ScanInContext
) -> Moderation | None:
    """A scan is closed where there is a result; an example has one too."""
    reading = latest_reading(session, editions, found.scan.id) if found.scan.closed_on else None
    return Moderation(asker, found, reading) if reading else None


def _not_closed_yet(found: ScanInContext) -> Refusal:
    return Refusal(
        409,
        title="De opmerkingen komen na het sluiten",
        explanation=f"De scan ‘{found.scan.name}’ is nog open. Tot het sluiten leest niemand wat mensen schreven.",
        advice="Is de scan gesloten, dan vindt u de opmerkingen hier.",
        way=Link("Naar mijn scans", LIST),
    )


def comments_of(session: Session, moderation: Moderation, window: WindowName) -> dict[str, list[Comment]]:
    """Return what this moderator sees of a window, by subject; within a subject the order says nothing."""
    found: dict[str, list[Comment]] = {subject: [] for subject in moderation.subjects(window)}
    for comment in store.list_comments(session, moderation.found.scan.id, window) if found else ():
        if comment.subject in found:
            found[comment.subject].append(comment)
    return {subject: comments for subject, comments in found.items() if comments}


def states_of(session: Session, moderation: Moderation) -> dict[str, list[str]]:
    """Return the states of the comments that this moderator sees, by window."""
    found: dict[str, list[str]] = {}
    for window, subject, state in store.list_states(session, moderation.found.scan.id):
        if moderation.sees(window, subject):
            found.setdefault(window, []).append(state)
    return found


def mark(comment: Comment) -> str:
    """Return a mark of what became of a comment, by which a form knows whether it still is so; it tells no text."""
    return sha256(f"{comment.state} {comment.released_text}".encode()).hexdigest()[:16]


def judge(
    session: Session, moderation: Moderation, window: WindowName, comment_id: str, wanted: Judgement, today: date
) -> Comment:
    """Decide what becomes of a comment and note it; the same decision once more changes nothing.

    Raises `NotAcceptedError` where something has to be seen to first, and `Refusal` (404) for what is not theirs.
    """
    comment = store.hold_comment(session, moderation.found.scan.id, window, comment_id)
    if comment is None or not moderation.sees(window, comment.subject):
        raise not_found()
    if _is_so_already(comment, wanted):
        return comment
    if wanted.seen != mark(comment):
        raise ChangedMeanwhileError((FieldError(f"opmerking-{comment_id}", CHANGED_MEANWHILE),))
    if errors := tuple(_faults(comment, wanted)):
        raise NotAcceptedError(errors)
    act = _act(comment, wanted)
    _keep(session, comment, wanted, today)
    _note(session, moderation, act, window, comment.subject)
    return comment


def _is_so_already(comment: Comment, wanted: Judgement) -> bool:
    if wanted.choice == "achterhouden":
        return comment.state == "withheld"
    return comment.state == "released" and comment.released_text == wanted.text


def _faults(comment: Comment, wanted: Judgement) -> Sequence[FieldError]:
    field, confirm = f"tekst-{comment.id}", f"bevestig-{comment.id}"
    if wanted.choice == "achterhouden":
        return ()
    if not comment.text:
        return (FieldError(f"opmerking-{comment.id}", ORIGINAL_IS_GONE),)
    if not wanted.text:
        return (FieldError(field, NOTHING_LEFT),)
    if len(wanted.text) > LONGEST:
        return (FieldError(field, TOO_LONG),)
    if personal_data(wanted.text) and not wanted.is_confirmed:
        return (FieldError(confirm, CONFIRM),)
    return ()


def _act(comment: Comment, wanted: Judgement) -> Act:
    if wanted.choice == "achterhouden":
        return Act.COMMENT_WITHHELD
    return Act.COMMENT_RELEASED if wanted.text == comment.text.strip() else Act.COMMENT_CHANGED


def _keep(session: Session, comment: Comment, wanted: Judgement, today: date) -> None:
    """What is withheld when its original is gone already has nothing left to keep."""
    if wanted.choice == "achterhouden" and not comment.text:
        store.delete_comment(session, comment)
        note_erasure(session, today)
        return
    is_released = wanted.choice == "vrijgeven"
    comment.state = "released" if is_released else "withheld"
    comment.released_text = wanted.text if is_released else None
    store.save_comment(session, comment)


def _note(session: Session, moderation: Moderation, act: Act, window: WindowName, subject: str) -> None:
    """Note where the comment stands, and nothing of what is in it."""
    place = f"venster {moderation.reading.heading(window)}, ‘{moderation.subjects(window)[subject]}’"
    note_scan(session, act, moderation.found, place)
