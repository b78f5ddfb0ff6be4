"""The pages of a moderator: their scans, the windows of one, and the comments of a window."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from app.comments.service import LIST, Judgement, Moderation, comments_of, mark, states_of
from app.responding.questions.personal_data import personal_data
from app.web.formatting import counted, date_in_words, enumeration
from app.web.forms import FieldError, error_at
from app.web.page import Link, Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.db import Session
    from app.models import Comment
    from app.results.record import WindowName
    from app.store.scans import ScanInContext

TITLE = "Opmerkingen"
STATES = {"waiting": "Nog te beoordelen", "released": "Vrijgegeven", "withheld": "Niet vrijgegeven"}
CHANGED = "Aangepast vrijgegeven"
DONE = {
    "vrijgegeven": "De vorige opmerking is vrijgegeven.",
    "achtergehouden": "De vorige opmerking is niet vrijgegeven.",
}
"""What a page can say was just done, by the word in its address."""
NOT_FOR_COORDINATOR = (
    "U bent ook coördinator van deze gemeente. Wat inwoners schreven, beoordeelt daarom iemand anders."
)
HIDDEN = "In dit venster waren er te weinig antwoorden. Niemand krijgt te zien of hier iets is geschreven."
NOBODY = "In dit venster zijn er geen antwoorden."
NOTHING = "Hier zijn geen opmerkingen."


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How many comments there are and how many were judged."""

    total: int
    judged: int

    @property
    def waiting(self) -> int:
        """How many are still to be judged."""
        return self.total - self.judged

    @property
    def words(self) -> str:
        """The same as a phrase."""
        return f"{self.judged} van {self.total} beoordeeld"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanRow:
    """A scan that somebody moderates; without `progress` it is not closed yet."""

    name: str
    about: str
    href: str
    progress: Progress | None
    words: str


@dataclass(frozen=True, kw_only=True)
class ListPage(Page):
    """The scans that somebody moderates."""

    scans: tuple[ScanRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowRow:
    """A window of a scan: how far it is, or why there is nothing to judge."""

    id: str
    name: str
    href: str
    progress: Progress | None
    why: str


@dataclass(frozen=True, kw_only=True)
class ScanPage(Page):
    """The windows of a scan for its moderator; `result` is where what was released can be read, for who may."""

    about: str
    windows: tuple[WindowRow, ...]
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentView:
    """One comment with its form.

    `original` is what was written, empty when it was deleted; `released` what others read; `text` what stands in the
    field. `found` says what in it looks like something that belongs to one person.
    """

    id: str
    number: int
    state: str
    words: str
    original: str
    released: str
    text: str
    found: str
    mark: str
    action: str
    is_confirmed: bool = False
    errors: tuple[FieldError, ...] = ()

    @property
    def is_waiting(self) -> bool:
        """Whether it is still to be judged."""
        return self.state == "waiting"

    @property
    def is_changed(self) -> bool:
        """Whether others read something else than what was written."""
        return bool(self.original) and self.state == "released" and self.released != self.original.strip()

    def error(self, field: str) -> str:
        """What is wrong with a field of the form."""
        return error_at(self.errors, f"{field}-{self.id}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The comments on one subject."""

    id: str
    label: str
    comments: tuple[CommentView, ...]


@dataclass(frozen=True, kw_only=True)
class WindowPage(Page):
    """The comments of a window. `done` says what was just done, and `done_at` at which comment to say so."""

    about: str
    window: str
    windows: tuple[Link, ...]
    progress: Progress
    subjects: tuple[Subject, ...]
    back: str
    errors: tuple[FieldError, ...] = ()
    done: str = ""
    done_at: str = ""

    @property
    def comments(self) -> tuple[CommentView, ...]:
        """All comments, one after the other."""
        return tuple(chain.from_iterable(subject.comments for subject in self.subjects))

    @property
    def first_waiting(self) -> str:
        """The first comment that is still to be judged; empty where none is."""
        return next((comment.id for comment in self.comments if comment.is_waiting), "")


def address_of(scan_id: str) -> str:
    """Where the comments of a scan are judged."""
    return f"/scans/{scan_id}{LIST}"


def list_page(session: Session, scans: Iterable[tuple[ScanInContext, Moderation | None]]) -> ListPage:
    """The scans of a moderator: those where something waits first. Of an open one nobody knows what was written."""
    rows = [
        _closed_row(session, moderation)
        if moderation
        else replace(_row(found), words="Nog niet gesloten. Daarna leest u hier wat mensen schreven.")
        for found, moderation in scans
    ]
    waits_first = sorted(rows, key=lambda row: not (row.progress and row.progress.waiting))
    return ListPage(title=TITLE, section="opmerkingen", scans=tuple(waits_first))


def _closed_row(session: Session, moderation: Moderation) -> ScanRow:
    """A scan with what waits in it."""
    found, progress = moderation.found, _progress(list(chain.from_iterable(states_of(session, moderation).values())))
    waiting = counted(progress.waiting, "opmerking wacht op u", "opmerkingen wachten op u")
    words = waiting if progress.waiting else "Alles is beoordeeld" if progress.total else NOTHING.rstrip(".")
    return replace(_row(found), href=address_of(found.scan.id), progress=progress, words=words)


def _row(found: ScanInContext) -> ScanRow:
    closed = f", gesloten op {date_in_words(found.scan.closed_on)}" if found.scan.closed_on else ""
    name, about = f"{found.collaboration.name}: {found.scan.name}", f"{found.municipality.name}{closed}"
    return ScanRow(name=name, about=about, href="", progress=None, words="")


def _progress(states: Sequence[str]) -> Progress:
    return Progress(total=len(states), judged=sum(state != "waiting" for state in states))


def scan_page(session: Session, moderation: Moderation, *, may_read: bool) -> ScanPage:
    """The windows of a scan."""
    found, states = moderation.found, states_of(session, moderation)
    return ScanPage(
        title=f"Opmerkingen bij {found.scan.name}",
        section="opmerkingen",
        breadcrumbs=(Link(TITLE, LIST),),
        is_example=found.scan.is_example,
        about=_about(found),
        windows=tuple(_window(moderation, name, states.get(name, [])) for name in moderation.reading.windows),
        result=f"/scans/{found.scan.id}" if may_read else "",
    )


def _about(found: ScanInContext) -> str:
    return f"{found.collaboration.name}, {found.municipality.name}"


def _window(moderation: Moderation, window: WindowName, states: Sequence[str]) -> WindowRow:
    return WindowRow(
        id=window,
        name=moderation.reading.heading(window),
        href=f"{address_of(moderation.found.scan.id)}/{window}",
        progress=_progress(states) if states else None,
        why="" if states else _why_nothing(moderation, window),
    )


def _why_nothing(moderation: Moderation, window: WindowName) -> str:
    if moderation.reading.windows[window].status == "absent":
        return NOBODY
    if window not in moderation.reading.shown:
        return HIDDEN
    return NOTHING if moderation.subjects(window) else NOT_FOR_COORDINATOR


def window_page(session: Session, moderation: Moderation, window: WindowName) -> WindowPage | None:
    """The comments of a window; None where this moderator sees none."""
    found, comments = moderation.found, comments_of(session, moderation, window)
    if not comments:
        return None
    address, reading, labels = address_of(found.scan.id), moderation.reading, moderation.subjects(window)
    states = states_of(session, moderation)
    return WindowPage(
        title=f"Opmerkingen: {reading.heading(window).lower()}",
        section="opmerkingen",
        breadcrumbs=(Link(TITLE, LIST), Link(found.scan.name, address)),
        is_example=found.scan.is_example,
        about=f"{found.scan.name}, {_about(found)}",
        window=window,
        windows=tuple(
            Link(reading.heading(name), f"{address}/{name}", current=name == window)
            for name in reading.windows
            if name in states
        ),
        progress=_progress(states[window]),
        subjects=tuple(_subjects(labels, comments, f"{address}/{window}")),
        back=address,
    )


def _subjects(labels: dict[str, str], found: dict[str, list[Comment]], address: str) -> Iterator[Subject]:
    number = 0
    for subject, comments in found.items():
        views = tuple(_comment(comment, number + place, address) for place, comment in enumerate(comments, start=1))
        number += len(views)
        yield Subject(id=subject.replace("_", "-"), label=labels[subject], comments=views)


def _comment(comment: Comment, number: int, address: str) -> CommentView:
    text = comment.text if comment.released_text is None else comment.released_text
    view = CommentView(
        id=comment.id,
        number=number,
        state=comment.state,
        words=STATES[comment.state],
        original=comment.text,
        released=comment.released_text or "",
        text=text,
        found=enumeration(personal_data(text)),
        mark=mark(comment),
        action=f"{address}/{comment.id}",
    )
    return replace(view, words=CHANGED) if view.is_changed else view


def refused(page: WindowPage, comment_id: str, typed: Judgement, errors: tuple[FieldError, ...]) -> WindowPage:
    """The page again with what was typed at one comment, and what is wrong with it."""

    def again(view: CommentView) -> CommentView:
        if view.id != comment_id:
            return view
        found = enumeration(personal_data(typed.text))
        return replace(view, text=typed.text, found=found, is_confirmed=typed.is_confirmed, errors=errors)

    subjects = tuple(
        replace(subject, comments=tuple(again(view) for view in subject.comments)) for subject in page.subjects
    )
    return replace(page, subjects=subjects, errors=errors)


def next_waiting(page: WindowPage, comment_id: str) -> str:
    """The comment to go on with after one was judged: the next that waits, else the first that does; may be empty."""
    views = page.comments
    place = next((place for place, view in enumerate(views) if view.id == comment_id), -1)
    return next((view.id for view in (*views[place + 1 :], *views[: place + 1]) if view.is_waiting), "")


def told(page: WindowPage, word: str, comment_id: str) -> WindowPage:
    """The page with what was just done, said at the comment where somebody goes on."""
    known = {view.id for view in page.comments}
    return replace(page, done=DONE.get(word, ""), done_at=comment_id if comment_id in known else "")
