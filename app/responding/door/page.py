"""The pages around the questions: the code, the start, going on, stopping and wiping."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from app.collaborations.codes import grouped
from app.collaborations.kept import UNSENT, months_in_words
from app.web.forms import FieldError
from app.web.language import marked
from app.web.page import Page
from questionnaires import KNOWN_FIRST

if TYPE_CHECKING:
    from app.responding.door.start import Beginning
    from app.responding.visit import Visit
    from app.web.language import Speech, Words

OWN_LINK = (
    "Uw persoonlijke link wordt niet bij uw antwoorden bewaard. Wie u uitnodigde, ziet hoeveel mensen verstuurden en "
    "nooit wie."
)
TOGETHER = "Plan hier een gesprek voor: samen kiezen is de bedoeling."
"""How long it takes a group. The minutes of an edition are those of somebody who fills in alone."""
PER_FUNCTION, MINIMUM = "per functie", "minimum"
"""Words by which a sentence about who sees what is known to be about one form of a window only."""


@dataclass(frozen=True, kw_only=True)
class CodePage(Page):
    """Where a code is typed in."""

    respondent: bool = True
    code: str
    errors: tuple[FieldError, ...]


def code_page(speech: Speech, code: str = "", fault: str = "") -> CodePage:
    """The page for a code, with what was typed and what is wrong with it."""
    say = speech.words.say
    errors = (FieldError("code", say(fault)),) if fault else ()
    return CodePage(title=say("Vul uw code in"), speech=speech, code=code, errors=errors)


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of the start page, and a few more words, that differ between residents and everybody else."""

    why: str
    who: str
    free: str
    time: str
    kept: str
    what_happens: str
    questions: str
    ask_inviter: str
    until: str
    for_whom: str
    partners: str

    def said_in(self, words: Words) -> Headings:
        """The same in a language."""
        return Headings(**{field.name: words.say(getattr(self, field.name)) for field in fields(self)})


FOR_RESIDENTS = Headings(
    why=marked("Waarom vragen we dit?"),
    who=marked("Wie ziet uw antwoorden?"),
    free=marked("U hoeft niet mee te doen"),
    time=marked("Hoe lang duurt het?"),
    kept=marked("Hoe lang bewaren we uw antwoorden?"),
    what_happens=marked("Wat gebeurt er met uw antwoorden?"),
    questions=marked("Vragen"),
    ask_inviter=marked("Heeft u een vraag? Stel die aan de persoon van wie u de link of de code kreeg."),
    until=marked("Meedoen kan tot en met"),
    for_whom=marked("Voor wie"),
    partners=marked("Wie werken samen"),
)
FOR_OTHERS = Headings(
    why="Waarom deze vragen",
    who="Wie ziet wat",
    free="Vrijwillig",
    time="Tijd",
    kept="Bewaren",
    what_happens="Wat er met uw antwoorden gebeurt",
    questions="Contact",
    ask_inviter="Heeft u een vraag? Stel die aan de persoon van wie u de link of de code kreeg.",
    until="Invullen kan tot en met",
    for_whom="Doelgroep",
    partners="Partners",
)


@dataclass(frozen=True, slots=True)
class ScopeLine:
    """A line about what is asked here; `is_theirs` marks what somebody of the municipality wrote."""

    label: str
    text: str
    is_theirs: bool = True


@dataclass(frozen=True, kw_only=True)
class StartPage(Page):
    """What somebody reads and chooses before the first question; `minimum` is the sentence about it, or empty."""

    respondent: bool = True
    headings: Headings
    is_resident: bool
    scope: tuple[ScopeLine, ...]
    lead: str
    purpose: str
    who_sees_what: tuple[str, ...]
    minimum: str
    voluntary: str
    duration: str
    kept: tuple[str, ...]
    contact: str
    contact_person: str
    role_question: str
    role_help: str
    roles: tuple[tuple[str, str], ...]
    confirmation: str
    team_title: str
    team_paragraphs: tuple[str, ...]
    action: str
    begin: str
    is_personal: bool
    chosen: Beginning
    errors: tuple[FieldError, ...]

    @property
    def known_first(self) -> tuple[str, ...]:
        """Who sees what, as far as one must know it before beginning."""
        return self.who_sees_what[:KNOWN_FIRST]

    @property
    def known_later(self) -> tuple[str, ...]:
        """The rest of who sees what."""
        return self.who_sees_what[KNOWN_FIRST:]


def start_page(visit: Visit, chosen: Beginning, errors: tuple[FieldError, ...] = ()) -> StartPage:
    """The start page of a window, with what was already filled in."""
    start, content = visit.content.start, visit.content
    headings = (FOR_RESIDENTS if visit.is_resident else FOR_OTHERS).said_in(visit.words)
    team = content.team_form if visit.is_team else None
    contact = visit.found.window.contact
    return StartPage(
        title=start.title,
        speech=visit.speech,
        headings=headings,
        is_resident=visit.is_resident,
        scope=_scope(visit, headings),
        lead=start.lead,
        purpose=start.purpose,
        who_sees_what=_who_sees_what(visit),
        minimum=_minimum(visit),
        voluntary=start.voluntary,
        duration=f"{TOGETHER} U kunt later verdergaan." if team else start.duration,
        kept=_kept(visit),
        contact=start.contact if contact else headings.ask_inviter,
        contact_person=contact,
        role_question=content.role_question,
        role_help=_role_help(visit),
        roles=tuple((role.id, role.label) for role in visit.roles),
        confirmation=(start.confirmation or "") if visit.is_by_function else "",
        team_title=team.title if team else "",
        team_paragraphs=team.paragraphs if team else (),
        action=visit.path("begin"),
        begin=start.begin,
        is_personal=visit.is_personal,
        chosen=chosen,
        errors=errors,
    )


def _scope(visit: Visit, headings: Headings) -> tuple[ScopeLine, ...]:
    found, say = visit.found, visit.words.say
    lines = [
        ScopeLine(say("Gemeente"), found.municipality.name),
        ScopeLine(say("Samenwerking"), found.collaboration.name),
        ScopeLine(headings.for_whom, found.collaboration.target_group),
        ScopeLine(headings.partners, found.collaboration.partners),
        ScopeLine(say("Periode"), found.scan.period),
    ]
    if found.scan.closes_on is not None:
        lines.append(ScopeLine(headings.until, visit.words.date(found.scan.closes_on), is_theirs=False))
    return tuple(line for line in lines if line.text)


def _who_sees_what(visit: Visit) -> tuple[str, ...]:
    """What the edition says about it, without what is about another form of this window than the one in force.

    Which form a sentence is about is known from its Dutch words; in another language it stands at the same place.
    """
    dutch = visit.in_dutch.start.who_sees_what
    told = (
        text
        for text, known_by in zip(visit.content.start.who_sees_what, dutch, strict=True)
        if (visit.is_by_function or PER_FUNCTION not in known_by) and (visit.has_minimum or MINIMUM not in known_by)
    )
    return (OWN_LINK, *told) if visit.is_personal else tuple(told)


def _minimum(visit: Visit) -> str:
    if not visit.has_minimum:
        return ""
    minimum = visit.words.whole_number(visit.found.window.minimum)
    if visit.is_resident:
        return visit.words.say(
            "Doen er minder dan {minimum} mensen mee? Dan laten we van inwoners niets zien.", minimum=minimum
        )
    return (
        f"Het minimumaantal invullers van dit venster is {minimum}. Zijn het er minder, dan wordt er van dit venster "
        "niets getoond of gebruikt."
    )


def _kept(visit: Visit) -> tuple[str, ...]:
    """For how long answers are kept; this is a promise, and the period is never made longer once somebody began."""
    months, words = visit.found.scan.keep_months, visit.words
    if visit.is_resident:
        return (
            words.say(
                "Wat u verstuurt, bewaren we tot {period} nadat de vragenlijst is gesloten. Daarna wissen we het.",
                period=_period(words, months),
            ),
            words.say("De uitslag blijft. Daarin staat niet wie wat heeft gezegd."),
            words.say(
                "Verstuurt u niets? Dan wissen we alles na {days} dagen, of eerder als de vragenlijst sluit.",
                days=UNSENT.days,
            ),
        )
    sent = (
        f"Wat u verstuurt, blijft bewaard tot {months_in_words(months)} nadat de scan is gesloten. "
        "Daarna blijft alleen de uitslag."
    )
    return (sent, f"Wat u niet verstuurt, wordt gewist na {UNSENT.days} dagen, of eerder als de scan sluit.")


def _period(words: Words, months: int) -> str:
    """A period in a language, in years where that is exact."""
    if months % 12 == 0:
        # For translators: stands at {period} in “bewaren we tot {period} nadat de vragenlijst is gesloten”.
        return words.plural("{count} jaar", "{count} jaar", months // 12)
    # For translators: stands at {period} in “bewaren we tot {period} nadat de vragenlijst is gesloten”.
    return words.plural("{count} maand", "{count} maanden", months)


def _role_help(visit: Visit) -> str:
    if visit.is_team:
        return "Verschilt dat binnen uw groep? Kies dan wat voor de meesten van u geldt."
    return visit.content.role_help or ""


@dataclass(frozen=True, kw_only=True)
class ChoicePage(Page):
    """Going on or starting over; it shows nothing of what was filled in."""

    respondent: bool = True
    go_on: str
    start_over: str


def choice_page(visit: Visit) -> ChoicePage:
    """The choice for a browser in which a questionnaire was begun."""
    return ChoicePage(
        title=visit.words.say("Verdergaan of opnieuw beginnen?"),
        speech=visit.speech,
        go_on=visit.path("verder"),
        start_over=visit.path("opnieuw"),
    )


@dataclass(frozen=True, kw_only=True)
class LaterPage(Page):
    """How to come back: `code` is written in groups, `link` opens the questionnaire at once."""

    respondent: bool = True
    is_resident: bool
    is_personal: bool
    code: str
    link: str
    code_address: str
    until: str
    days: int
    go_on: str
    wipe: str


def later_page(visit: Visit, link: str, code_address: str) -> LaterPage:
    """How somebody comes back to a questionnaire; `link` and `code_address` are whole addresses."""
    closes_on = visit.found.scan.closes_on
    return LaterPage(
        title=visit.words.say("Later verdergaan"),
        speech=visit.speech,
        is_resident=visit.is_resident,
        is_personal=visit.is_personal,
        code=grouped(visit.resume_code or ""),
        link=link,
        code_address=code_address,
        until=visit.words.date(closes_on) if closes_on else "",
        days=UNSENT.days,
        go_on=visit.path("verder"),
        wipe=visit.path("wissen"),
    )


@dataclass(frozen=True, kw_only=True)
class WipePage(Page):
    """The question before everything is wiped, and afterwards that it is."""

    respondent: bool = True
    is_resident: bool
    is_done: bool
    action: str = ""
    stamp: str = ""
    back: str = ""


def wipe_page(visit: Visit) -> WipePage:
    """The question whether everything may be wiped."""
    return WipePage(
        title=visit.words.say("Alles wissen?"),
        speech=visit.speech,
        is_resident=visit.is_resident,
        is_done=False,
        action=visit.path("wissen"),
        stamp=visit.stamp,
        back=visit.path("verder"),
    )


def wiped_page(visit: Visit) -> WipePage:
    """What is said when everything was wiped."""
    speech = replace(visit.speech, others=())
    title = speech.words.say("Uw antwoorden zijn gewist")
    return WipePage(title=title, speech=speech, is_resident=visit.is_resident, is_done=True)
