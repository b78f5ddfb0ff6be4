"""The last steps: everything that was filled in on one page, what to look at before sending, and sending itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.responding.personal import NotYoursError, UsedError, use_link
from app.responding.questions.asking import FROM_CHECK, in_words, screens_for
from app.responding.questions.page import CheckGroup, CheckLine, CheckPage, ThanksPage, Warned
from app.responding.questions.personal_data import personal_data
from app.responding.refusals import (
    RespondentRefusal,
    another_questionnaire,
    closed,
    link_was_used,
    no_personal_link,
)
from app.store import responses
from app.store.answers import load_answers, load_comments
from app.web.errors import ErrorPage
from app.web.forms import FieldError
from app.web.language import marked
from app.web.page import Link

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from app.db import Session
    from app.keys import Keys
    from app.responding.questions.screens import Screen
    from app.responding.visit import Visit
    from app.web.errors import Refusal

NOTHING_ANSWERED = FieldError("antwoorden", marked("Beantwoord eerst ten minste één vraag. ‘Weet ik niet’ mag ook."))
LOOK_AGAIN = FieldError("let-op", marked("Er is nog niets verstuurd. Lees eerst wat er bij ‘Let op’ staat."))


def build_check(session: Session, visit: Visit, errors: tuple[FieldError, ...] = ()) -> CheckPage:
    """Make the page with everything that was filled in."""
    answers, comments = load_answers(session, visit.begun.id), load_comments(session, visit.begun.id)
    screens = screens_for(visit)
    return CheckPage(
        title=visit.content.check.title,
        respondent=True,
        speech=visit.speech,
        paragraphs=visit.content.check.paragraphs,
        groups=tuple(_groups(visit, screens, answers, comments)),
        answered=len(answers),
        asked=sum(len(screen.questions) for screen in screens),
        warnings=warnings(visit, comments),
        stamp=visit.stamp,
        action=visit.path("versturen"),
        back=visit.path(f"stap/{len(screens)}"),
        later=visit.path("later"),
        wipe=visit.path("wissen"),
        here=visit.path("controle"),
        errors=tuple(replace(error, message=visit.words.say(error.message)) for error in errors),
    )


def _groups(
    visit: Visit, screens: tuple[Screen, ...], answers: Mapping[str, object], comments: Mapping[str, str]
) -> Iterator[CheckGroup]:
    """Per subject; residents, who met one question at a time, see one list."""
    if visit.is_resident:
        lines = (line for screen in screens for line in _lines(visit, screen, answers, comments))
        yield CheckGroup(heading=visit.words.say("Uw antwoorden"), lines=tuple(lines))
        return
    for screen in screens:
        yield CheckGroup(heading=screen.heading, lines=tuple(_lines(visit, screen, answers, comments)))


def _lines(
    visit: Visit, screen: Screen, answers: Mapping[str, object], comments: Mapping[str, str]
) -> Iterator[CheckLine]:
    for question in screen.questions:
        yield CheckLine(
            text=question.text,
            answers=in_words(question, answers.get(question.id)),
            href=_to_change(visit, screen, question.id),
        )
    field = screen.comment
    if field is not None and field.subject in comments:
        yield CheckLine(
            text=visit.words.say("Wat u schreef {place}", place=field.place),
            answers=(comments[field.subject],),
            href=_to_change(visit, screen, field.name),
            is_comment=True,
        )


def _to_change(visit: Visit, screen: Screen, where: str) -> str:
    return visit.path(f"stap/{screen.number}{FROM_CHECK}#{where}")


def warnings(visit: Visit, comments: Mapping[str, str]) -> tuple[Warned, ...]:
    """Return what in the comments may lead to one person. It is said, and never forbidden: it can be a false alarm."""
    written = [
        (screen, screen.comment, comments[screen.comment.subject])
        for screen in screens_for(visit)
        if screen.comment and screen.comment.subject in comments
    ]
    return tuple(
        Warned(place=field.place, found=tuple(map(visit.words.say, found)), href=_to_change(visit, screen, field.name))
        for screen, field, text in written
        if (found := personal_data(text))
    )


def ready_to_send(visit: Visit, stamp: str) -> None:
    """Raise the refusal of a form that cannot be sent: closed, sent or wiped before, or of another questionnaire."""
    if not visit.is_open:
        raise closed(visit)
    if visit.draft is None:
        raise nothing_to_send(visit)
    if stamp != visit.stamp:
        raise another_questionnaire(visit)


@dataclass(frozen=True, slots=True)
class Sender:
    """What a browser shows at sending: the code by which it came in, and `despite` that its owner read the warnings."""

    keys: Keys
    access: str
    despite: bool


def send(session: Session, visit: Visit, sender: Sender) -> tuple[FieldError, ...]:
    """Send a questionnaire that is ready to be sent, or return what has to be seen to first.

    Afterwards nothing is left that leads back: no draft, no token. Raises `Refusal` where each person has a link, and
    this one is none or was used; then everything stays as it was.
    """
    draft = visit.begun
    if not load_answers(session, draft.id):
        return (NOTHING_ANSWERED,)
    if not sender.despite and warnings(visit, load_comments(session, draft.id)):
        return (LOOK_AGAIN,)
    if visit.is_personal:
        _use_link(session, visit, sender)
    responses.send(session, draft)
    return ()


def _use_link(session: Session, visit: Visit, sender: Sender) -> None:
    try:
        use_link(session, sender.keys, visit.found.window, sender.access)
    except NotYoursError as error:
        raise no_personal_link(visit) from error
    except UsedError as error:
        raise link_was_used(visit) from error


def nothing_to_send(visit: Visit) -> Refusal:
    """Somebody who sends without a questionnaire: most often it was sent a moment ago."""
    page = ErrorPage(
        title=marked("Hier is niets meer te versturen"),
        explanation=marked(
            "Deze vragenlijst is al verstuurd of gewist. "
            "Drukte u twee keer op ‘Versturen’? Dan zijn uw antwoorden aangekomen, en tellen ze één keer mee."
        ),
        advice=marked("U kunt dit venster sluiten."),
        way=Link(marked("Naar de startpagina van deze vragenlijst"), visit.path()),
    )
    return RespondentRefusal(409, page, visit.speech)


def build_thanks(visit: Visit) -> ThanksPage:
    """Make the page that thanks, and says what happens next."""
    thanks = visit.content.thanks
    return ThanksPage(title=thanks.title, respondent=True, speech=visit.speech, paragraphs=thanks.paragraphs)
