"""The states of the pages on which questionnaires are answered."""

from __future__ import annotations

from playwright.sync_api import expect
from sqlmodel import col, delete

from app.collaborations.codes import new_resume_code
from app.models import DraftAnswer, DraftComment
from app.responding.visit import token_hash
from questionnaires import WindowId
from tests.app.drafts import add_draft
from tests.app.scans import WINDOWS, SetUp
from tests.journeys.furniture import Furniture
from tests.journeys.invited import invite
from tests.journeys.respondent import Respondent
from tests.journeys.states import State, at, pressed

ANSWER = "/invullen/{ref}"


def begun(person: Respondent, set_up: SetUp, window: WindowId) -> str:
    """Be at the first question of a window, by the code of one person, and return where its pages stand."""
    code = new_resume_code()
    with person.service.writing() as session:
        draft = add_draft(session, set_up, window)
        draft.token_hash = token_hash(code)
        session.exec(delete(DraftAnswer).where(col(DraftAnswer.draft_id) == draft.id))
        session.exec(delete(DraftComment).where(col(DraftComment.draft_id) == draft.id))
    person.goes_to(f"/v/{code}")
    person.is_at_step(1)
    return set_up.path(window)


def start(window: WindowId, scan: str = "open") -> State:
    """The start page of a window."""
    return State(
        f"the start for {window} of a scan that is {scan}",
        ANSWER,
        lambda person, furniture: person.goes_to(getattr(furniture, scan).link(window)),
    )


def screen(window: WindowId, number: int, scan: str = "open") -> State:
    """One screen with questions."""

    def reach(person: Respondent, furniture: Furniture) -> None:
        person.goes_to(f"{begun(person, getattr(furniture, scan), window)}/stap/{number}")

    return State(f"screen {number} of {window}", f"{ANSWER}/stap/{{number}}", reach)


def begun_and_opened(name: str, part: str) -> State:
    """A page around the questions of somebody who began."""
    return State(
        name,
        f"{ANSWER}/{part}",
        lambda person, furniture: person.goes_to(f"{begun(person, furniture.open, 'inwoner')}/{part}"),
    )


def _start_refused(person: Respondent, furniture: Furniture) -> None:
    person.goes_to(furniture.team.link("beleid"))
    person.presses("Begin met de vragen")


def _choice(person: Respondent, furniture: Furniture) -> None:
    begun(person, furniture.open, "inwoner")
    person.goes_to(furniture.open.link("inwoner"))


def _saved(person: Respondent, furniture: Furniture) -> None:
    begun(person, furniture.open, "inwoner")
    person.chooses("Vaak")
    person.sees_saved()


def _too_many_barriers(person: Respondent, furniture: Furniture) -> None:
    person.goes_to(f"{begun(person, furniture.team, 'organisatie')}/stap/10")
    for number in range(1, 5):
        person.chooses_option(number, at=1)
    person.presses("Naar het overzicht")
    expect(person.page.locator("#fouten")).to_be_visible()


def _warned(person: Respondent, furniture: Furniture) -> None:
    begun(person, furniture.open, "inwoner")
    person.answers("Vaak")
    person.chooses("Soms")
    person.types("Mail mij: jan@voorbeeld.nl", at="Wilt u hier nog iets over zeggen?")
    person.goes_on()
    person.goes_to(f"{furniture.open.path('inwoner')}/controle")


def _nothing_answered(person: Respondent, furniture: Furniture) -> None:
    person.goes_to(f"{begun(person, furniture.open, 'inwoner')}/controle")
    person.presses("Versturen")


def _wiped(person: Respondent, furniture: Furniture) -> None:
    person.goes_to(f"{begun(person, furniture.open, 'inwoner')}/wissen")
    person.presses("Wis alles")


def _sent(person: Respondent, furniture: Furniture) -> None:
    begun(person, furniture.open, "inwoner")
    person.answers("Vaak")
    person.goes_to(f"{furniture.open.path('inwoner')}/controle")
    person.presses("Versturen")


def _stale(person: Respondent, furniture: Furniture) -> None:
    begun(person, furniture.open, "inwoner")
    person.page.locator("input[name=invulling]").evaluate("field => field.value = '0123456789ab'")
    person.presses("Volgende")


def _by_own_link(person: Respondent, furniture: Furniture) -> None:
    person.goes_to(invite(person.service, furniture.personal, f"{new_resume_code().lower()}@houten.example"))


def _used(person: Respondent, furniture: Furniture) -> None:
    address = f"{new_resume_code().lower()}@houten.example"
    person.goes_to(invite(person.service, furniture.personal, address, used=True))
    person.begins("UWV")
    person.answers_whole_screen(1)
    person.goes_to(f"{furniture.personal.path('professional')}/controle")
    person.presses("Versturen")


def _without_own_link(person: Respondent, furniture: Furniture) -> None:
    home = begun(person, furniture.personal, "professional")
    person.answers_whole_screen(1)
    person.goes_to(f"{home}/controle")
    person.presses("Versturen")


def _later_with_own_link(person: Respondent, furniture: Furniture) -> None:
    person.goes_to(f"{begun(person, furniture.personal, 'professional')}/later")


ANSWERING_BY_OWN_LINK = (
    at("a link of nobody", "/u/CDFGHJKMNPQRTVWXY346"),
    State(
        "the code of a window with links for each person",
        "/m/{code}",
        lambda person, furniture: person.goes_to(furniture.personal.link("professional")),
    ),
    State("the start by a link of one's own", ANSWER, _by_own_link),
    State("later with a link of one's own", f"{ANSWER}/later", _later_with_own_link),
    State("a link that was used", f"{ANSWER}/versturen", _used),
    State("sending without a link of one's own", f"{ANSWER}/versturen", _without_own_link),
)


ANSWERING = (
    at("a code", "/meedoen"),
    pressed("a code refused", "/meedoen", "Verder"),
    at("a link that does not exist", "/m/CDFGHJKMNPQR"),
    State("no way in", ANSWER, lambda person, furniture: person.goes_to(furniture.open.path("inwoner"))),
    *(start(window) for window in WINDOWS),
    *(start("beleid", scan) for scan in ("team", "due", "archived", "closed")),
    *(start("inwoner", scan) for scan in ("closed", "empty")),
    State("a start refused", f"{ANSWER}/begin", _start_refused),
    State("go on or start over", ANSWER, _choice),
    *(screen("inwoner", number) for number in (1, 2)),
    *(screen("professional", number) for number in (1, 9)),
    *(screen("organisatie", number) for number in (1, 10)),
    *(screen("beleid", number, "team") for number in (1, 9)),
    State("an answer that was saved", f"{ANSWER}/stap/{{number}}", _saved),
    State("a screen refused", f"{ANSWER}/stap/{{number}}", _too_many_barriers),
    begun_and_opened("later", "later"),
    begun_and_opened("the check", "controle"),
    begun_and_opened("wiping", "wissen"),
    State("the check with a warning", f"{ANSWER}/controle", _warned),
    State("the check refused", f"{ANSWER}/versturen", _nothing_answered),
    State("wiped", f"{ANSWER}/wissen", _wiped),
    State("the thanks", f"{ANSWER}/bedankt", _sent),
    State("a form of another questionnaire", f"{ANSWER}/stap/{{number}}", _stale),
)
