"""Sending a questionnaire at once, by the rules of the pages: the same checks, the same silence about who it was."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from fastapi import APIRouter, HTTPException, Request

from app.api.body import JsonRoute
from app.api.municipalities import municipality_given
from app.api.problems import InputProblem, InvalidInputError, may_answer
from app.api.response_models import Code, NieuweInvulling, Ontvangst, Uitnodiging
from app.api.scan_models import WAYS
from app.api.validation import pointer
from app.collaborations.codes import LENGTH, PERSONAL_LENGTH, normalised
from app.collaborations.invitees.links import mac_of
from app.db import ReadSession, WriteSession
from app.models import Response
from app.responding.announcing import announce_minimum
from app.responding.door.page import start_page
from app.responding.door.start import Beginning, faults
from app.responding.personal import NotYoursError, UsedError, use_link
from app.responding.questions.personal_data import personal_data
from app.responding.questions.screens import comment_fields
from app.responding.visit import Visit
from app.store.invitees import find_invited_window
from app.store.responses import add_response, new_key
from app.store.scans import find_window_by_code, share_scan
from app.web.dependencies import AllEditions, Editions, Today, absolute
from app.web.errors import Refusal
from app.web.formatting import enumeration
from app.web.throttle import Throttle, WrongCodes
from scoring import read_answer, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from app.db import Session
    from app.store.scans import WindowInContext
    from scoring import Answer

router = APIRouter(tags=["Invullingen"], route_class=JsonRoute, responses=may_answer(429))

UNKNOWN = "Deze code kennen wij niet. Kijk of alle tekens kloppen: een code heeft er 12 of 20."
EVERYBODY = "Iedereen aan tafel stemt ermee in dat de antwoorden van de groep in de uitslag zichtbaar zijn."
SAY_SO = "Laat de invuller dit eerst bevestigen, en stuur dan true."
ALONE = "In dit venster vult iedereen apart in. Laat dit gegeven weg."
NOTHING = "Er is geen enkele vraag beantwoord."


@router.post(
    "/uitnodigingen",
    summary="Een code openen",
    description="Wat iemand met deze code moet weten voor de eerste vraag. Met POST: zo komt de code in geen logboek.",
)
def open_uitnodiging(
    request: Request, session: ReadSession, editions: AllEditions, today: Today, wrong_codes: WrongCodes, sent: Code
) -> Uitnodiging:
    """What somebody with this code should know."""
    visit = _visit(request, session, editions, today, wrong_codes, sent.code)
    found, page = visit.found, start_page(visit, Beginning())
    return Uitnodiging(
        gemeente=municipality_given(found.municipality),
        samenwerking=found.collaboration.name,
        doelgroep=found.collaboration.target_group,
        partners=found.collaboration.partners,
        doel=found.scan.purpose,
        periode=found.scan.period,
        editie=found.scan.edition,
        venster=visit.window,
        wijze=WAYS[found.window.mode],
        open=visit.is_open,
        sluit_op=found.scan.closes_on,
        minimum=found.window.minimum,
        wie_ziet_wat=list(page.who_sees_what),
        over_minimum=page.minimum,
        bevestiging=EVERYBODY if visit.is_team else page.confirmation,
        contactpersoon=found.window.contact,
    )


@router.post(
    "/invullingen",
    status_code=201,
    summary="Een vragenlijst versturen",
    description="In één keer en voorgoed. Niets in het antwoord leidt naar deze invulling: geen nummer, geen datum.",
    responses=may_answer(409),
)
def send_invulling(
    request: Request,
    session: WriteSession,
    editions: AllEditions,
    today: Today,
    wrong_codes: WrongCodes,
    sent: NieuweInvulling,
) -> Ontvangst:
    """Keep a questionnaire; the scan cannot be closed meanwhile."""
    visit = _visit(request, session, editions, today, wrong_codes, sent.code)
    share_scan(session, visit.found.scan.id)
    if not visit.is_open:
        raise Refusal(
            409,
            title="Deze vragenlijst is gesloten",
            explanation="De vragenlijst neemt nu geen antwoorden aan. Er is niets opgeslagen.",
            advice="De contactpersoon uit de uitnodiging weet meer.",
        )
    answers, comments = _accepted(visit, sent)
    if visit.is_personal:
        _use_link(request, session, visit, sent.code)
    response = Response(
        id=new_key(),
        scan_id=visit.found.scan.id,
        window=visit.window,
        role=sent.rol,
        participants=sent.deelnemers or 1,
        answers=answers,
    )
    add_response(session, response, comments)
    announce_minimum(session, editions, visit, partial(absolute, request))
    thanks = visit.content.thanks
    return Ontvangst(titel=thanks.title, alineas=list(thanks.paragraphs))


def _visit(
    request: Request, session: Session, editions: Editions, today: date, wrong_codes: Throttle, text: str
) -> Visit:
    """Open the window of a code, unless too many wrong ones came from the same address."""
    if seconds := wrong_codes.wait(request):
        raise HTTPException(429, headers={"Retry-After": str(seconds)})
    found = _window_of(request, session, text)
    if found is None or found.scan.edition not in editions:
        wrong_codes.count(request)
        raise InvalidInputError([InputProblem(detail=UNKNOWN, pointer="#/code")])
    edition = editions[found.scan.edition]
    content = next(content for name, content in edition.windows.items() if name == found.window.window)
    return Visit(found=found, edition=edition, content=content, draft=None, resume_code=None, today=today)


def _window_of(request: Request, session: Session, text: str) -> WindowInContext | None:
    """Return the window that somebody may answer in with this code, of the window or of their own."""
    code = normalised(text) or ""
    if len(code) == PERSONAL_LENGTH:
        return find_invited_window(session, mac_of(request.app.state.keys, code))
    found = find_window_by_code(session, code) if len(code) == LENGTH else None
    return found if found and found.window.entry == "open" else None


def _use_link(request: Request, session: Session, visit: Visit, code: str) -> None:
    try:
        use_link(session, request.app.state.keys, visit.found.window, code)
    except (NotYoursError, UsedError) as error:
        raise Refusal(
            409,
            title="Met deze code is al verstuurd",
            explanation="Met een persoonlijke code kan iemand één keer versturen. Er is niets opgeslagen.",
            advice="Heeft de invuller al verstuurd? Dan is er niets meer nodig.",
        ) from error


def _accepted(visit: Visit, sent: NieuweInvulling) -> tuple[dict[str, Answer], dict[str, str]]:
    """Return the answers and comments as they are kept; raises `InvalidInputError` with all that does not fit."""
    answers: dict[str, Answer] = {}
    problems = [*_beginning_problems(visit, sent), *_answer_problems(visit, sent, answers)]
    comments = {subject: text.strip() for subject, text in sorted(sent.opmerkingen.items()) if text.strip()}
    problems += _comment_problems(visit, comments, checked=sent.persoonsgegevens_nagekeken)
    if problems:
        raise InvalidInputError(problems)
    return answers, comments


def _beginning_problems(visit: Visit, sent: NieuweInvulling) -> Iterator[InputProblem]:
    """Give what the start page would not accept, in the names of the API."""
    size = "" if sent.deelnemers is None else str(sent.deelnemers)
    for fault in faults(visit, Beginning(role=sent.rol, participants=size, agreed=sent.bevestigd)):
        name, detail = ("bevestigd", SAY_SO) if fault.field == "akkoord" else (fault.field, fault.message)
        yield InputProblem(detail=detail, pointer=pointer([name]))
    if not visit.is_team and sent.deelnemers not in {None, 1}:
        yield InputProblem(detail=ALONE, pointer="#/deelnemers")


def _answer_problems(visit: Visit, sent: NieuweInvulling, answers: dict[str, Answer]) -> Iterator[InputProblem]:
    """Give each answer that does not fit; those that do come into `answers`, in the order of their names."""
    items = {item.id: item for item in visit.edition.instrument.window(visit.window).items}
    for code, value in sorted(sent.antwoorden.items()):
        place = pointer(["antwoorden", code])
        if code not in items:
            yield InputProblem(detail="Deze vraag staat niet in deze vragenlijst.", pointer=place)
        elif (answer := read_answer(items[code], value)) is None:
            yield InputProblem(detail=f"{shown(value)} is geen antwoord op deze vraag.", pointer=place)
        else:
            answers[code] = answer
    if not sent.antwoorden:
        yield InputProblem(detail=NOTHING, pointer="#/antwoorden")


def _comment_problems(visit: Visit, comments: dict[str, str], *, checked: bool) -> Iterator[InputProblem]:
    places = comment_fields(visit.edition, visit.window)
    for subject, text in comments.items():
        place = pointer(["opmerkingen", subject])
        if subject not in places:
            yield InputProblem(detail="Deze vragenlijst heeft hier geen plek om iets te schrijven.", pointer=place)
        elif len(text) > places[subject].max_length:
            most = places[subject].max_length
            yield InputProblem(detail=f"Deze tekst is te lang: hoogstens {most} tekens.", pointer=place)
        elif not checked and (found := personal_data(text)):
            detail = (
                f"Hierin lijkt {enumeration(found)} te staan. Laat de invuller dat weghalen, of stuur "
                "persoonsgegevensNagekeken: true als het zo goed is."
            )
            yield InputProblem(detail=detail, pointer=place)
