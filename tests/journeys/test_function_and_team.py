"""Organisatie and beleid: answers shown by function, or given by a group, and the questions that only they get."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from sqlmodel import Session, select

from app.models import Response
from tests.journeys.person import ANSWER_MS
from tests.journeys.respondent import Respondent

pytestmark = pytest.mark.browser

KNOWS = "Ik weet dat mijn antwoorden per functie worden getoond en tot mij te herleiden kunnen zijn."
TOO_MANY = "Kies er hoogstens drie. Haal eerst een vinkje weg."


def test_a_team_manager_agrees_first_that_answers_are_shown_by_function(professional: Respondent) -> None:
    set_up = professional.service.scan()
    professional.goes_to(set_up.link("organisatie"))
    professional.reads("Uw antwoorden worden per functie getoond")
    professional.presses("Begin met de vragen")
    professional.is_told(
        "Kies een antwoord bij de vraag ‘Welke functie heeft u in deze samenwerking?’",
        "Zet een vinkje als u dit weet. Anders kunt u niet beginnen.",
    )
    professional.ticks(KNOWS)
    professional.begins("Teamleider of teammanager")
    professional.sees_page("Vorm van samenwerking")


def test_an_anonymous_window_asks_for_no_such_agreement(professional: Respondent) -> None:
    set_up = professional.service.scan(minimum={"organisatie": 3})
    professional.goes_to(set_up.link("organisatie"))
    professional.sees_page("Hoe is de samenwerking georganiseerd?")
    expect(professional.page.get_by_role("checkbox")).to_have_count(0)
    professional.does_not_read("per functie getoond")
    professional.begins("Teamleider of teammanager")


def test_a_group_fills_in_one_form_with_ambition_and_barriers(professional: Respondent) -> None:
    set_up = professional.service.scan(mode={"beleid": "team"})
    professional.goes_to(set_up.link("beleid"))
    professional.reads("Samen invullen")
    professional.types("1", at="Met hoeveel mensen vult u in?")
    professional.presses("Begin met de vragen")
    expect(professional.page.locator("#fouten").get_by_role("listitem")).to_have_count(3)
    professional.types("4", at="Met hoeveel mensen vult u in?")
    professional.ticks("Iedereen aan tafel weet dat onze antwoorden in de uitslag te zien zijn, en stemt daarmee in.")
    professional.begins("Programmamanager")
    go_to_subject(professional, "De samenwerking die u wilt")

    professional.chooses_option(5, at=1)
    professional.sees_saved(1)
    professional.types(
        "Veel inwoners hebben meer dan drie organisaties.",
        at="Waarom? Invullen hoeft niet. Noem geen namen.",
    )
    expect(professional.outcome(2)).to_have_text("Opgeslagen", timeout=ANSWER_MS)
    go_to_subject(professional, "Wat in de weg zit")

    barriers = professional.page.get_by_role("checkbox")
    for number in range(3):
        professional.chooses_option(number + 1, at=1)
        expect(professional.outcome(1)).to_have_text("Opgeslagen", timeout=ANSWER_MS)
    professional.chooses_option(4, at=1)
    expect(professional.outcome(1)).to_have_text(
        f"Niet opgeslagen: {TOO_MANY.lower().replace('haal', 'Haal')}", timeout=ANSWER_MS
    )
    professional.presses("Naar het overzicht")
    professional.is_told(TOO_MANY)
    expect(barriers.nth(3)).to_be_checked()
    professional.chooses_option(4, at=1)
    professional.goes_on()

    professional.sees_page("Controleer uw antwoorden")
    professional.reads("Veel inwoners hebben meer dan drie organisaties.", "Multidisciplinair")
    professional.presses("Versturen")
    professional.sees_page("Dank voor uw antwoorden")
    with Session(professional.service.app.state.engine) as session:
        sent = session.exec(select(Response).where(Response.scan_id == set_up.scan.id)).one()
    assert (sent.role, sent.participants) == ("programmamanager", 4)
    assert len(sent.answers["bel_belemmeringen_1"]) == 3
    assert sent.answers["bel_ambitie_1"] == 5


def go_to_subject(person: Respondent, heading: str) -> None:
    """Skip subjects until this one."""
    while person.page.get_by_role("heading", level=1).inner_text() != heading:
        person.goes_on()
